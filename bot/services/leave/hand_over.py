"""Families handed over for somebody's leave, on paper, and given back after it (DOMAIN 3 and 9).

The sheet goes out by itself on the morning of the last working day before the leave, and back on the first
working day after it; whoever may have it can ask for it at any time from the confirmation on. Each is a row
of the outbox under a key of its own: any number of processes write it once, and no restart loses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import NotAllowed
from bot.rules.calendars import is_working_day, last_working_day_before
from bot.rules.moments import DAY
from bot.rules.permissions import may_read_hand_over
from bot.rules.policy import Policy
from bot.rules.quiet import after_quiet, digest_at
from bot.rules.reviewer import line_above
from bot.services import outbox
from bot.services.desk import Desk
from bot.understand.agency import Agency
from storage import audit
from storage.models import LeavePlan, OutboxItem
from storage.types import Lane, Leave, LeaveStatus

SHEET, BACK = "hand_over_sheet", "hand_back_sheet"
_NEAR = timedelta(days=15)
"""No working day is farther from a leave than this: others are not looked at."""
_STILL_NEWS = timedelta(days=7)
"""For so long after the leave what happened meanwhile is told; an older one came with an import."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet for one person: due at that instant."""

    kind: str
    leave: Leave
    to: str
    at: datetime

    @property
    def key(self) -> str:
        """Of the same leave, cover and person always the same; a leave that got longer is given back anew."""
        leave = self.leave
        until = leave.last_day if self.kind == BACK else leave.covering_staff_id
        return f"{self.kind}:{leave.staff_id}:{leave.first_day}:{until}:{self.to}"


def wanted(agency: Agency, policy: Policy, now: datetime) -> Iterator[Sheet]:
    """The sheets whose moment has come by now, sent already or not."""
    today = now.astimezone(policy.zone).date()
    for leave in agency.leaves:
        if leave.covering_staff_id is None or not _near(leave, today, agency):
            continue
        if agency.workers_of(leave.staff_id) and not agency.caseload(leave.staff_id, leave.first_day).own:
            continue  # reviews alone need no sheet
        if today <= leave.last_day:
            day = last_working_day_before(leave.first_day, policy.closed)
            yield from _come([(SHEET, leave.covering_staff_id, day)], leave, agency, policy, now)
        elif today <= leave.last_day + _STILL_NEWS:
            day = _working_day_after(leave.last_day, policy)
            both = [(BACK, leave.staff_id, day), (BACK, leave.covering_staff_id, day)]
            yield from _come(both, leave, agency, policy, now)


def _near(leave: Leave, today: date, agency: Agency) -> bool:
    known = leave.staff_id in agency.staff and leave.covering_staff_id in agency.staff
    return known and leave.first_day - _NEAR <= today <= leave.last_day + _NEAR


def _working_day_after(day: date, policy: Policy) -> date:
    after = day + DAY
    while not is_working_day(after, policy.closed) and after < day + _STILL_NEWS:
        after += DAY
    return after


def _come(
    sheets: list[tuple[str, str, date]], leave: Leave, agency: Agency, policy: Policy, now: datetime
) -> Iterator[Sheet]:
    for kind, person, day in sheets:
        at = digest_at(person, day, tz=ZoneInfo(agency.staff[person].timezone), policy=policy)
        if at <= now:
            yield Sheet(kind, leave, person, at)


def unsent(session: Session, agency: Agency, policy: Policy, now: datetime) -> list[Sheet]:
    """Those of them that nobody has written down yet. Only reads."""
    sheets = {sheet.key: sheet for sheet in wanted(agency, policy, now)}
    if not sheets:
        return []
    query = select(OutboxItem.dedupe_key).where(OutboxItem.dedupe_key.in_(sheets))
    known = set(session.scalars(query))
    return [sheet for key, sheet in sorted(sheets.items()) if key not in known]


def send(session: Session, agency: Agency, policy: Policy, now: datetime) -> int:
    """Write down the sheets whose moment has come; how many. Not into anybody's quiet hours."""
    sheets = unsent(session, agency, policy, now)
    for sheet in sheets:
        tz = ZoneInfo(agency.staff[sheet.to].timezone)
        due_at = after_quiet(now, tz=tz, policy=policy)
        if _put(session, sheet, sheet.key, now, due_at):
            families = agency.caseload(sheet.leave.staff_id, sheet.leave.first_day).own
            audit.record(
                session,
                at=now,
                actor_id=None,
                action=f"{sheet.kind}.give",
                subject_kind="staff",
                subject_id=sheet.leave.staff_id,
                details={"to": sheet.to, "cases": list(families)},
            )
    return len(sheets)


def _put(session: Session, sheet: Sheet, key: str, now: datetime, due_at: datetime) -> bool:
    leave = sheet.leave
    row = outbox.put(
        session,
        dedupe_key=key,
        kind=sheet.kind,
        recipient_id=sheet.to,
        now=now,
        due_at=due_at,
        lane=Lane.ANSWER,
        details={"staff": leave.staff_id, "first_day": leave.first_day.isoformat()},
    )
    return row is not None


def ask(desk: Desk, plan_id: str, *, key: str) -> None:
    """Have the sheet of a confirmed plan sent to the actor; the same `key` asks once. NotAllowed."""
    plan = desk.session.get(LeavePlan, plan_id)
    leave = _leave_of(desk, plan) if plan else None
    if leave is None or not may_have(desk, leave):
        raise NotAllowed("There is no hand-over sheet of that leave for you.")
    kind = BACK if leave.last_day < desk.today else SHEET
    sheet = Sheet(kind, leave, desk.actor.id, desk.now)
    _put(desk.session, sheet, f"{kind}:{plan_id}:{desk.actor.id}:{key}", desk.now, desk.now)
    details = {"cases": list(families_of(desk, leave))}
    desk.record(f"{kind}.read", leave.staff_id, kind="staff", details=details)


def _leave_of(desk: Desk, plan: LeavePlan) -> Leave | None:
    if plan.status is not LeaveStatus.CONFIRMED or plan.staff_id is None or plan.first_day is None:
        return None
    return find(desk, {"staff": plan.staff_id, "first_day": plan.first_day.isoformat()})


def find(desk: Desk, details: Mapping[str, str]) -> Leave | None:
    """The leave that an outbox row's details name, as it stands now; None where it was taken back."""
    staff_id, first = details["staff"], date.fromisoformat(details["first_day"])
    mine = (each for each in desk.agency.leaves if each.staff_id == staff_id and each.first_day == first)
    return next(mine, None)


def may_have(desk: Desk, leave: Leave) -> bool:
    """Whether the actor may have that leave's sheet."""
    line = line_above(leave.staff_id, staff=desk.agency.staff)
    return may_read_hand_over(desk.me, leave.staff_id, leave.covering_staff_id, line)


def families_of(desk: Desk, leave: Leave) -> tuple[str, ...]:
    """The open cases that are handed over, by family name."""
    own = desk.agency.caseload(leave.staff_id, max(leave.first_day, desk.today)).own
    return tuple(sorted(own, key=lambda case: (desk.agency.cases[case].family_name, case)))
