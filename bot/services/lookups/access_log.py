"""Who looked at a family, for its worker, the supervisors above and the director (DOMAIN 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select

from bot.errors import NotAllowed
from bot.services.desk import Desk
from bot.services.lookups.glass import REASONS, names_in
from bot.services.lookups.reach import Reach
from storage.models import AuditRow, GlassBreak, LookupReason, Note
from storage.types import CaseFile, StaffMember

_OF_CASE = (
    "lookup",
    "lookup.reason",
    "lookup.glass",
    "lookup.glass_reviewed",
    "lookup.refused",
    "access.read",
)
_MOST = 15


@dataclass(frozen=True, slots=True)
class Access:
    """One row: when, who, what they did; of a look-up whom they were shown, and what was asked.

    `reason` and `words`: why they needed it, as they said.
    """

    at: datetime
    who: StaffMember | None
    action: str
    names: tuple[str, ...] = ()
    wants: str = ""
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class AccessLog:
    """A family's newest rows, newest first, and how many there are before them."""

    case: CaseFile
    rows: tuple[Access, ...]
    before: int


def read_logs(desk: Desk, case_ids: Sequence[str]) -> list[AccessLog]:
    """The logs of these families; that they were read is the caller's to `put_on_record`.

    NotAllowed where one of them is not the actor's to read.
    """
    reach = Reach.of(desk)
    if not all(reach.may_read_access_log(case_id) for case_id in case_ids):
        raise NotAllowed(
            "Who looked at a family is told to its worker and the supervisors above. Please ask them."
        )
    return [_log(desk, case_id) for case_id in case_ids]


def put_on_record(desk: Desk, case_ids: Sequence[str]) -> None:
    """Write down that the actor read who looked."""
    for case_id in case_ids:
        desk.record("access.read", case_id, kind="case")


def _log(desk: Desk, case_id: str) -> AccessLog:
    notes = select(Note.id).where(Note.case_id == case_id)
    told = or_(
        and_(AuditRow.subject_id == case_id, AuditRow.action.in_(_OF_CASE)),
        and_(AuditRow.subject_id.in_(notes), AuditRow.action == "note.read"),
    )
    total = desk.session.scalar(select(func.count()).select_from(AuditRow).where(told)) or 0
    rows = desk.session.scalars(select(AuditRow).where(told).order_by(AuditRow.seq.desc()).limit(_MOST)).all()
    return AccessLog(desk.agency.cases[case_id], tuple(_access(desk, row) for row in rows), total - len(rows))


def _access(desk: Desk, row: AuditRow) -> Access:
    wants = row.details.get("wants") or [""]
    return Access(
        at=row.at,
        who=desk.agency.staff.get(row.actor_id or ""),
        action=row.action,
        names=tuple(names_in(desk, row.details)),
        wants=str(wants[0]),
        reason=REASONS.get(str(row.details.get("reason", "")), ""),
        words=_words(desk, row),
    )


def _words(desk: Desk, row: AuditRow) -> str:
    """What was said beside a reason: the audit row itself holds no words."""
    if row.action == "lookup.glass":
        opened = desk.session.get(GlassBreak, row.details.get("glass", ""))
        return opened.words if opened else ""
    given = select(LookupReason).where(
        LookupReason.staff_id == row.actor_id,
        LookupReason.case_id == row.subject_id,
        LookupReason.given_at == row.at,
    )
    found = desk.session.scalar(given.limit(1)) if row.action == "lookup.reason" else None
    return found.words if found else ""
