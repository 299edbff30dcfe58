"""Who may do what (DOMAIN 1). Asked again at every click; ids in a button prove nothing.

Pure: the services look the ties up (see `CaseTies`, `NoteTies`) and ask. Roles alone give little: a tie to
the case or to the note's author gives the right. An administrator's role reads no narrative.
"""

from __future__ import annotations

from enum import StrEnum

from bot.rules.ties import CaseTies, NoteTies, Somebody
from storage.types import Contact, NoteStatus, Role

AUTHORS = frozenset({Role.CASEWORKER, Role.SUPERVISOR, Role.DIRECTOR, Role.ONCALL})
SENIORS = frozenset({Role.SUPERVISOR, Role.DIRECTOR})
PRIVATE = frozenset({NoteStatus.DRAFT, NoteStatus.DISCARDED})


class LogStanding(StrEnum):
    """In what capacity somebody logs for a case; anything but OWN is marked on the card."""

    OWN = "own"
    COVERING = "covering"
    TEAM = "team"
    ON_CALL = "on_call"
    FOR_COLLEAGUE = "for_colleague"


class LookupRight(StrEnum):
    """FREE: audited, no reason asked. WITH_REASON: a reason once per case and shift, audited.

    GLASS: out of reach, opened for an hour with a reason, of which the supervisors were told.
    """

    FREE = "free"
    WITH_REASON = "with_reason"
    GLASS = "glass"


def may_author(actor: Somebody) -> bool:
    """Whether notes can be that person's at all; a secretary enters, an administrator does neither."""
    return actor.role in AUTHORS


def may_enter_for(actor: Somebody, author: Somebody) -> bool:
    """Whether the actor may type a note that is the author's ("entered by" then differs from author)."""
    return may_author(author) and (actor.id == author.id or actor.role is Role.SECRETARY)


def may_log_for_case(
    actor: Somebody, case: CaseTies, *, on_shift: bool = False, call: bool = False
) -> LogStanding | None:
    """In what capacity the actor may log for the case; None: not at all.

    Own and covered cases; a supervisor or director for the team's; during an own shift crises and calls
    of any open case; a caseworker or supervisor also for a colleague's open case, which the card marks and
    of which that case's worker is told.
    """
    if not may_author(actor):
        return None
    if own := _own_standing(actor, case):
        return own
    if actor.role in SENIORS and (actor.role is Role.DIRECTOR or actor.id in case.line):
        return LogStanding.TEAM
    if not case.is_open:
        return None
    if on_shift and call:
        return LogStanding.ON_CALL
    return None if actor.role is Role.ONCALL else LogStanding.FOR_COLLEAGUE


def _own_standing(actor: Somebody, case: CaseTies) -> LogStanding | None:
    if actor.id == case.worker_id:
        return LogStanding.OWN
    return LogStanding.COVERING if actor.id in case.covering else None


def may_read_case(actor: Somebody, case: CaseTies) -> bool:
    """Whether the case's facts and notes are the actor's to read.

    Its worker, who covers that one's leave, the supervisors above and a delegate in force, the director.
    """
    if actor.role is Role.DIRECTOR or _own_standing(actor, case):
        return may_author(actor)
    return actor.role in AUTHORS and (actor.id in case.line or actor.id in case.stand_ins)


def may_read_note(actor: Somebody, note: NoteTies) -> bool:
    """Whether the actor may open the narrative (the services audit that it was opened).

    The author, always; who entered it, as long as it is a draft. Drafts are nobody else's, but of an author
    who has left the one who would review them must know: they may be an event's only trace. From submission
    on also the author's line, the reviewer, and whoever may read the case. An administrator or secretary
    by that role alone never; another unit's supervisor never.
    """
    if actor.id == note.author_id:
        return True
    if note.status in PRIVATE:
        left_to = note.reviewer_id if note.author_left and note.status is NoteStatus.DRAFT else None
        return actor.id in {note.entered_by_id, left_to}
    if not may_author(actor):
        return False
    return actor.id == note.reviewer_id or actor.id in note.author_line or may_read_case(actor, note.case)


def may_edit_note(actor: Somebody, note: NoteTies) -> bool:
    """The author; who entered it, as long as it is a draft (whether its status allows it: review)."""
    return actor.id == note.author_id or (note.status is NoteStatus.DRAFT and actor.id == note.entered_by_id)


def may_submit(actor: Somebody, note: NoteTies) -> bool:
    """The author alone: a secretary enters, never submits."""
    return actor.id == note.author_id and may_author(actor)


def may_decide(actor: Somebody, note: NoteTies) -> bool:
    """Whether the actor may approve or return: today's reviewer, or the author's own supervisor.

    Never the author, never a secretary, an administrator or on-call staff.
    """
    if actor.id == note.author_id or actor.role in {Role.SECRETARY, Role.ADMIN, Role.ONCALL}:
        return False
    own_supervisor = note.author_line[:1] == (actor.id,) and actor.role in SENIORS
    return own_supervisor or actor.id == note.reviewer_id


def may_add_addendum(actor: Somebody, note: NoteTies) -> bool:
    """Whoever may read the note and write notes; it carries its own author and time."""
    return may_author(actor) and may_read_note(actor, note)


def may_mark_entered(actor: Somebody, note: NoteTies) -> bool:
    """The author, or the case's worker or who covers: those who enter it in the state's system."""
    return actor.id == note.author_id or (may_author(actor) and bool(_own_standing(actor, note.case)))


def may_look_up(
    actor: Somebody, case: CaseTies, *, on_shift: bool = False, glass: bool = False
) -> LookupRight | None:
    """Whether and how the actor may look up the case's contacts; None: not at all (DOMAIN 5).

    Who may read the case: freely. On-call staff of whatever role: any open case, during an own shift,
    with a reason. Secretaries and administrators never, by that role. `glass`: the actor has opened this
    very case for an hour.
    """
    if not may_author(actor):
        return None
    if may_read_case(actor, case):
        return LookupRight.FREE
    if on_shift and case.is_open:
        return LookupRight.WITH_REASON
    return LookupRight.GLASS if glass else None


def may_break_glass(actor: Somebody) -> bool:
    """Whether somebody may open a case out of reach for an hour: who writes notes; nobody else has calls."""
    return may_author(actor)


def shows_in_lookup(contact: Contact, right: LookupRight) -> bool:
    """Whether the contact appears in a lookup.

    A substance-treatment contact (42 CFR Part 2) never does; one not meant for on-call staff appears only
    to who may read the case.
    """
    return not contact.part2 and (right is LookupRight.FREE or contact.on_call_visible)


def may_see_team(actor: Somebody, member: Somebody, line_of_member: tuple[str, ...]) -> bool:
    """Whether the actor may see the member's deadlines: oneself, the line above, the director."""
    if actor.id == member.id or actor.role is Role.DIRECTOR:
        return True
    return actor.role is Role.SUPERVISOR and actor.id in line_of_member


def may_see_agency(actor: Somebody) -> bool:
    """Timeliness, exceptions and measures of the whole agency: the director."""
    return actor.role is Role.DIRECTOR


def may_read_access_log(actor: Somebody, case: CaseTies) -> bool:
    """The case's worker, that one's supervisors, the director (DOMAIN 5); not who covers for a few days."""
    above = actor.role is Role.SUPERVISOR and actor.id in case.line
    return actor.role is Role.DIRECTOR or above or (may_author(actor) and actor.id == case.worker_id)


def may_ask_about(actor: Somebody, note: NoteTies) -> bool:
    """Who reviews the note or stands above its author may ask about it; never the author."""
    if actor.id == note.author_id or not may_read_note(actor, note):
        return False
    return actor.role is Role.DIRECTOR or actor.id == note.reviewer_id or actor.id in note.author_line


def may_record_meeting(actor: Somebody, note: NoteTies, returned_by_id: str) -> bool:
    """The one who returned the note, or who may decide on it."""
    return actor.id == returned_by_id or may_decide(actor, note)


def may_name_delegate(actor: Somebody, supervisor: Somebody) -> bool:
    """A supervisor or director for oneself; a director for any of them."""
    return supervisor.role in SENIORS and (actor.id == supervisor.id or actor.role is Role.DIRECTOR)


def may_plan_leave(actor: Somebody, whose_id: str, line_of_whose: tuple[str, ...]) -> bool:
    """One's own; a supervisor's or director's for somebody of the own team; a secretary enters anybody's."""
    own_team = actor.role in SENIORS and actor.id in line_of_whose
    return actor.id == whose_id or own_team or actor.role is Role.SECRETARY


def may_read_hand_over(actor: Somebody, whose_id: str, cover_id: str | None, line: tuple[str, ...]) -> bool:
    """Whose leave it is, who covers (from the confirmation on, before the days begin), the line above."""
    return actor.id in {whose_id, cover_id} or (actor.role in SENIORS and actor.id in line)


def may_import(actor: Somebody) -> bool:
    """Roster, cases, rota and policy profile: the administrator."""
    return actor.role is Role.ADMIN


def may_raise_concern(actor: Somebody) -> bool:
    """Anyone on staff, on any case, also without read access to it (seed 003)."""
    return bool(actor.id)
