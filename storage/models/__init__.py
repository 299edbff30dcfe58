"""The tables. The schema carries the whole of DOMAIN.md from the first migration on."""

from storage.models.audit import AuditRow
from storage.models.base import Base, new_id
from storage.models.check_ins import CheckIn
from storage.models.conferences import ConferenceCase
from storage.models.delivery import (
    InboxItem,
    MethodPause,
    Obligation,
    OutboxItem,
    PostedCard,
    Redraw,
    SlackStanding,
    TokenBucket,
)
from storage.models.leaves import LeavePlan
from storage.models.notes import (
    Addendum,
    Note,
    NoteChild,
    NoteOpening,
    NotePerson,
    NoteType,
    NoteVersion,
    PlannedVisit,
    ReturnMeeting,
    ReviewDecision,
    StateEntry,
)
from storage.models.on_call import (
    CrisisCall,
    CrisisEntry,
    CrisisReport,
    CrisisStep,
    GlassBreak,
    LookupReason,
    Page,
)
from storage.models.remarks import Remark
from storage.models.reviewing import HomeSeen, LaterDate, NoteQuestion
from storage.models.roster import (
    Case,
    Child,
    Contact,
    ContactChild,
    Delegate,
    Hearing,
    Leave,
    Placement,
    RosterChange,
    RosterStamp,
    Shift,
    Staff,
)
from storage.models.sent import Nickname, SentFiles
from storage.models.shifts import ShiftChange

__all__ = [
    "Addendum",
    "AuditRow",
    "Base",
    "Case",
    "CheckIn",
    "Child",
    "ConferenceCase",
    "Contact",
    "ContactChild",
    "CrisisCall",
    "CrisisEntry",
    "CrisisReport",
    "CrisisStep",
    "Delegate",
    "GlassBreak",
    "Hearing",
    "HomeSeen",
    "InboxItem",
    "LaterDate",
    "Leave",
    "LeavePlan",
    "LookupReason",
    "MethodPause",
    "Nickname",
    "Note",
    "NoteChild",
    "NoteOpening",
    "NotePerson",
    "NoteQuestion",
    "NoteType",
    "NoteVersion",
    "Obligation",
    "OutboxItem",
    "Page",
    "Placement",
    "PlannedVisit",
    "PostedCard",
    "Redraw",
    "Remark",
    "ReturnMeeting",
    "ReviewDecision",
    "RosterChange",
    "RosterStamp",
    "SentFiles",
    "Shift",
    "ShiftChange",
    "SlackStanding",
    "Staff",
    "StateEntry",
    "TokenBucket",
    "new_id",
]
