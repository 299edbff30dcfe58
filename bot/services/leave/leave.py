"""Leave planned in Slack: proposed, changed, confirmed, dropped, taken back (Policy, standard 4).

Confirmed leave is a row of the roster like one of the files, and wins over them: from its first day
through its last the one who covers has the cases, and what is not submitted is due by the cut-off
(`duties.cutoffs`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select, update

from bot.errors import NotAllowed, Outdated, Unusable
from bot.rules.permissions import AUTHORS, may_plan_leave
from bot.rules.reviewer import line_above
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.services.duties import cutoffs
from bot.understand.office.leave import covering_of, off_of, says_i_cover
from bot.understand.parts import Period, Reading
from storage.models import Leave, LeavePlan, new_id
from storage.stamps import lock_roster
from storage.types import LeaveStatus, Role

LONGEST = timedelta(days=366)
TOLD = "leave_told"
"""The message to the supervisor and to the one who covers."""
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Cover:
    """Who covers; None: nobody, or it is asked who `among` these was meant."""

    by: str | None
    among: Sequence[str]


def propose(desk: Desk, reading: Reading, source: Source) -> LeavePlan:
    """Keep what a message says of leave; the same message gives the same plan again. Nothing holds yet."""
    if there := planned_before(desk, source):
        return there
    whose = _whose(desk, source.text)
    period = reading.period
    may_cover = _may_cover(desk, whose, source.text) or _covered_so_far(desk, whose, period)
    days = (period.first, period.last) if period else (None, None)
    return keep(desk, whose, days, Cover(may_cover[0] if len(may_cover) == 1 else None, may_cover), source)


def planned_before(desk: Desk, source: Source) -> LeavePlan | None:
    """The plan that came of this message already."""
    same = (LeavePlan.source_channel == source.channel, LeavePlan.source_ts == source.ts)
    return desk.session.scalar(select(LeavePlan).where(*same))


def keep(desk: Desk, whose: str | None, days: Days, cover: Cover, source: Source) -> LeavePlan:
    """Keep a plan with this first and last day. Nothing holds yet."""
    plan = LeavePlan(
        id=new_id(),
        staff_id=whose,
        entered_by_id=desk.actor.id,
        source_channel=source.channel,
        source_ts=source.ts,
        first_day=days[0],
        last_day=days[1],
        covering_staff_id=cover.by,
        may_cover=list(cover.among),
        status=LeaveStatus.PROPOSED,
        made_at=desk.now,
    )
    desk.session.add(plan)
    desk.session.flush()
    desk.record("leave.propose", plan.id, kind="leave")
    return plan


def _whose(desk: Desk, text: str) -> str | None:
    """Whose leave the words speak of: the actor's, unless they name who is off; None: it is asked."""
    off = off_of(desk.agency, desk.actor.id, text)
    if not off:
        return None if desk.actor.role is Role.SECRETARY else desk.actor.id
    mine = [each for each in off if may_plan(desk, each)]
    if not mine:
        names = " or ".join(desk.agency.staff[each].name for each in off)
        raise NotAllowed(f"Leave of {names} is planned by {names}, their supervisor or the office: ask them.")
    return mine[0] if len(mine) == 1 else None


def _may_cover(desk: Desk, whose: str | None, text: str) -> tuple[str, ...]:
    named = tuple(each for each in covering_of(desk.agency, desk.actor.id, text) if each != whose)
    return named or ((desk.actor.id,) if whose != desk.actor.id and says_i_cover(text) else ())


def _covered_so_far(desk: Desk, whose: str | None, period: Period | None) -> tuple[str, ...]:
    """Who covers the leave that stands in these days already: other days alone change nobody."""
    if whose is None or period is None or period.first is None:
        return ()
    first, last = period.first, period.last or period.first
    there = (each for each in desk.agency.leaves if each.staff_id == whose and each.covering_staff_id)
    found = (each for each in there if each.first_day <= last and each.last_day >= first)
    return tuple(dict.fromkeys(each.covering_staff_id or "" for each in found))


def own(desk: Desk, plan_id: str) -> LeavePlan:
    """A plan of the actor's, or one that the actor entered. NotAllowed where there is none."""
    plan = desk.session.get(LeavePlan, plan_id, populate_existing=True)
    if plan is None or desk.actor.id not in {plan.staff_id, plan.entered_by_id}:
        raise NotAllowed("That plan of leave is not there for you.")
    return plan


def proposed(desk: Desk, plan_id: str) -> LeavePlan:
    """The same where it is not settled yet; else Outdated, saying how it stands."""
    plan = own(desk, plan_id)
    if plan.status is not LeaveStatus.PROPOSED:
        raise Outdated(_standing(plan))
    return plan


def change(
    desk: Desk, plan_id: str, *, first_day: date, last_day: date, cover: str | None, who: str | None = None
) -> None:
    """Other days, or somebody else who covers. Unusable where these can't be; Outdated once it is confirmed.

    `who`: whose leave it is, where it is not the actor's own; NotAllowed for whom the actor may not plan.
    """
    plan = own(desk, plan_id)
    staff_id = who or plan.staff_id
    if staff_id and not may_plan(desk, staff_id):
        raise NotAllowed("You can't plan leave for that person.")
    _check(desk, staff_id, first_day, last_day, cover)
    values = {"first_day": first_day, "last_day": last_day, "covering_staff_id": cover, "staff_id": staff_id}
    _move(desk, plan_id, LeaveStatus.PROPOSED, LeaveStatus.PROPOSED, **values, changes=LeavePlan.changes + 1)
    outbox.ask_redraw(desk.session, plan_id, desk.now)


def may_plan(desk: Desk, staff_id: str) -> bool:
    """Whether the actor may plan that person's leave."""
    staff = desk.agency.staff
    return staff_id in staff and may_plan_leave(desk.me, staff_id, line_above(staff_id, staff=staff))


def _check(desk: Desk, staff_id: str | None, first_day: date, last_day: date, cover: str | None) -> None:
    if last_day < first_day:
        raise Unusable("The last day is before the first one.")
    if last_day < desk.today:
        raise Unusable("Those days are over.")
    if last_day - first_day > LONGEST:
        raise Unusable("That is longer than a year: please have your administrator enter it.")
    if cover is None:
        return
    if cover == staff_id:
        raise Unusable("Somebody else has to cover.")
    if cover not in desk.agency.staff or desk.agency.staff[cover].role not in AUTHORS:
        raise Unusable("That person can't write notes, and so can't cover.")


def confirm(desk: Desk, plan_id: str) -> None:
    """The leave holds: the roster has it, due times follow, the supervisor and whoever covers are told.

    Unusable where days are missing, are over, or overlap other leave; Outdated where it was settled before.
    """
    plan = proposed(desk, plan_id)
    if plan.staff_id is None or plan.first_day is None or plan.last_day is None:
        raise Unusable("Whose leave it is, its first and its last day have to be known: tap Change.")
    _check(desk, plan.staff_id, plan.first_day, plan.last_day, plan.covering_staff_id)
    stamp = lock_roster(desk.session)  # whoever else confirms, takes back or imports waits here
    _refuse_overlap(desk, plan)
    _move(desk, plan_id, LeaveStatus.PROPOSED, LeaveStatus.CONFIRMED, decided_at=desk.now)
    _enter(desk, plan)
    stamp.number += 1
    _replace(desk, plan)
    _follow(desk, plan, "leave.confirm")


def _refuse_overlap(desk: Desk, plan: LeavePlan) -> None:
    """A leave on file that begins on the same day is replaced; any other must be taken back first."""
    others = select(Leave.first_day, Leave.last_day).where(
        Leave.staff_id == plan.staff_id,
        Leave.cancelled.is_(False),
        Leave.first_day <= plan.last_day,
        Leave.last_day >= plan.first_day,
        Leave.first_day != plan.first_day,
    )
    if other := desk.session.execute(others.order_by(Leave.first_day)).first():
        raise Unusable(
            f"There is leave from {other.first_day:%b %-d} to {other.last_day:%b %-d} already: "
            "change the days, or take that one back first."
        )


def _replace(desk: Desk, plan: LeavePlan) -> None:
    """A confirmed plan of leave that begins on the same day holds no more; who covered it is told."""
    same = (LeavePlan.staff_id == plan.staff_id, LeavePlan.first_day == plan.first_day)
    others = (*same, LeavePlan.id != plan.id, LeavePlan.status == LeaveStatus.CONFIRMED)
    for older in desk.session.scalars(select(LeavePlan).where(*others)).all():
        _move(desk, older.id, LeaveStatus.CONFIRMED, LeaveStatus.TAKEN_BACK, decided_at=desk.now)
        outbox.ask_redraw(desk.session, older.id, desk.now)
        covered = older.covering_staff_id
        if covered and covered not in {plan.covering_staff_id, desk.actor.id}:
            _tell(desk, older, covered, "leave.replace")


def _enter(desk: Desk, plan: LeavePlan) -> None:
    same = select(Leave).where(Leave.staff_id == plan.staff_id, Leave.first_day == plan.first_day)
    row = desk.session.scalar(same)
    if row is None:
        row = Leave(id=new_id(), staff_id=plan.staff_id, first_day=plan.first_day)
        desk.session.add(row)
    row.last_day, row.covering_staff_id = plan.last_day or row.first_day, plan.covering_staff_id
    row.from_slack, row.cancelled = True, False
    desk.session.flush()


def drop(desk: Desk, plan_id: str) -> None:
    """Cancel was tapped: nothing held, nothing does. Outdated where it was settled before."""
    own(desk, plan_id)
    _move(desk, plan_id, LeaveStatus.PROPOSED, LeaveStatus.DROPPED, decided_at=desk.now)
    outbox.ask_redraw(desk.session, plan_id, desk.now)
    desk.record("leave.drop", plan_id, kind="leave")


def take_back(desk: Desk, plan_id: str) -> None:
    """Confirmed leave is none any more; where it has begun, yesterday was its last day.

    Due times follow; those who were told are told. Outdated where it is over, or was taken back.
    """
    plan = own(desk, plan_id)
    if plan.last_day is None or plan.last_day < desk.today:
        raise Outdated("That leave is over.")
    stamp = lock_roster(desk.session)
    _move(desk, plan_id, LeaveStatus.CONFIRMED, LeaveStatus.TAKEN_BACK, decided_at=desk.now)
    row = desk.session.scalar(
        select(Leave).where(Leave.staff_id == plan.staff_id, Leave.first_day == plan.first_day)
    )
    if row is not None and row.first_day < desk.today:
        row.last_day, row.from_slack = desk.today - timedelta(days=1), True
    elif row is not None:
        row.cancelled, row.from_slack = True, True
    desk.session.flush()
    stamp.number += 1
    _follow(desk, plan, "leave.take_back")


def _move(desk: Desk, plan_id: str, before: LeaveStatus, after: LeaveStatus, **values: object) -> None:
    moved = (
        update(LeavePlan)
        .where(LeavePlan.id == plan_id, LeavePlan.status == before)
        .values(status=after, **values)
        .returning(LeavePlan.id)
        .execution_options(synchronize_session=False)
    )
    if desk.session.scalar(moved) is None:
        raise Outdated(_standing(own(desk, plan_id)))
    desk.session.get(LeavePlan, plan_id, populate_existing=True)


def _standing(plan: LeavePlan) -> str:
    return {
        LeaveStatus.PROPOSED: "That leave is not confirmed yet.",
        LeaveStatus.CONFIRMED: "That leave is confirmed already.",
        LeaveStatus.DROPPED: "That plan was cancelled. Write it again if you want it.",
        LeaveStatus.TAKEN_BACK: "That leave was taken back already.",
    }[plan.status]


def _follow(desk: Desk, plan: LeavePlan, action: str) -> None:
    """In the same transaction: due times, those who must know, the record, the cards."""
    for note_id, content in cutoffs.astray(desk.session, desk.policy, staff_id=plan.staff_id):
        cutoffs.follow(desk.session, note_id, content, policy=desk.policy, now=desk.now)
    for person_id in _concerned(desk, plan):
        _tell(desk, plan, person_id, action)
    desk.record(action, plan.id, kind="leave", details={"staff": plan.staff_id})
    outbox.ask_redraw(desk.session, plan.id, desk.now)


def _tell(desk: Desk, plan: LeavePlan, person_id: str, action: str) -> None:
    outbox.put(
        desk.session,
        dedupe_key=f"{TOLD}:{plan.id}:{person_id}:{action}:{plan.changes}",
        kind=TOLD,
        recipient_id=person_id,
        now=desk.now,
        subject_id=plan.id,
    )


def _concerned(desk: Desk, plan: LeavePlan) -> list[str]:
    """The supervisor, whoever covers, and who is off where somebody else entered it; not the actor."""
    supervisor = desk.agency.supervisor_of(plan.staff_id or "")
    told = [supervisor.id if supervisor else None, plan.covering_staff_id, plan.staff_id]
    return [each for each in dict.fromkeys(told) if each and each != desk.actor.id]
