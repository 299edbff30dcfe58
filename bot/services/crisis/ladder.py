"""The alarm's ladder: whom a crisis is told next, as rows (DOMAIN 5).

A call that is open has the moment of its next step. Whichever process beats first after that moment takes the
step, in one transaction that holds the call's row: the step, the alert's row in the outbox and the moment of
the step after it. So it goes on after a crash, on any replica, and nobody is alerted twice for the same step.
The rota, leave and accounts are read as they stand at the time of the step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, literal, or_, select, update
from sqlalchemy.orm import Session

from bot.rules.escalation import Called, Rung, ladder, next_call, step_at
from bot.rules.office_hours import is_office_hours
from bot.rules.on_call import on_call_at
from bot.rules.reviewer import Office, line_above, who_reviews
from bot.services import outbox
from bot.services.crisis import paging
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.office import office_on
from storage import audit
from storage.crisis_records import PATIENCE
from storage.models import CrisisCall, CrisisStep, OutboxItem, new_id
from storage.types import CrisisStatus, Lane, OutboxState, Role, StaffMember, Tier

ALARM, UNREACHED = "crisis_alarm", "crisis_unreached"
STEP = "step"
"""In an alarm's details: the step's number."""
_LATE = "late"
_NEVER = -1
"""The round of steps that were planned and taken back."""
_RUNGS = {Tier.PRIMARY: Rung.ON_CALL, Tier.BACKUP: Rung.BACKUP, Tier.SUPERVISOR: Rung.ON_CALL_SUPERVISOR}


def due(session: Session, now: datetime) -> list[str]:
    """The calls whose next step has come, or whose newest alert Slack refused for good."""
    waiting = CrisisCall.status == CrisisStatus.OPEN, CrisisCall.next_step_at.is_not(None)
    refused = exists().where(OutboxItem.id == CrisisCall.alarm_id, OutboxItem.state == OutboxState.DEAD)
    query = select(CrisisCall.id).where(*waiting, or_(CrisisCall.next_step_at <= now, refused))
    return list(session.scalars(query.order_by(CrisisCall.next_step_at)))


def overdue(session: Session, now: datetime) -> list[str]:
    """The open calls whose newest alert has not arrived within a minute, and whose caller was not told so."""
    # Where the next step is due as well, that one is taken.
    key = literal(f"{UNREACHED}:") + CrisisCall.id + literal(f":{_LATE}")
    told = exists().where(OutboxItem.dedupe_key == key)
    stuck = exists().where(
        OutboxItem.id == CrisisCall.alarm_id,
        OutboxItem.state.in_(outbox.OPEN_STATES),
        OutboxItem.due_at <= now - PATIENCE,
    )
    waiting = CrisisCall.status == CrisisStatus.OPEN, CrisisCall.next_step_at > now
    return list(session.scalars(select(CrisisCall.id).where(*waiting, stuck, ~told)))


def say_overdue(desk: Desk, crisis_id: str) -> None:
    """Tell the caller, once, that the alert is stuck: by a message, and on the card."""
    _say_unreached(desk, desk.session.get_one(CrisisCall, crisis_id), _LATE)
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def climb(desk: Desk, crisis_id: str) -> bool:
    """Take the call's next step, if it is still due; False where somebody has it or was faster.

    Its newest alert refused, the next rung has its turn at once, in the first round: from the second on the
    minutes between two steps are kept, lest the same addresses be tried for ever.
    """
    call = desk.session.get_one(CrisisCall, crisis_id, with_for_update=True, populate_existing=True)
    if call.status is not CrisisStatus.OPEN or call.next_step_at is None:
        return False
    steps = taken(desk.session, crisis_id)
    refused = _refused(desk.session, call)
    if call.next_step_at > desk.now and not (refused and steps[-1].round == 0):
        return False
    take_step(desk, call, desk.now)
    if refused:
        _say_unreached(desk, call, "refused")
    if steps and taken(desk.session, crisis_id)[-1].round > steps[-1].round:
        _say_unreached(desk, call, str(steps[-1].round))
    outbox.ask_redraw(desk.session, crisis_id, desk.now)
    return True


def _refused(session: Session, call: CrisisCall) -> bool:
    row = session.get(OutboxItem, call.alarm_id) if call.alarm_id else None
    return row is not None and row.state is OutboxState.DEAD


def take_step(desk: Desk, call: CrisisCall, at: datetime) -> None:
    """Alert whoever comes next at `at` (now, or shortly), and set the moment of the step after it.

    Within a round nobody is alerted twice; after its last rung the next round begins. Rungs on which nobody
    stands are passed over at once and written down, once a round.
    """
    steps = taken(desk.session, call.id)
    number, round_ = len(steps) + 1, max(steps[-1].round, 0) if steps else 0
    line = line_of(desk, call)
    ours = [step for step in steps if step.round == round_]
    called = [step.person_id for step in ours if step.person_id]
    said = [Rung(step.rung) for step in ours if step.person_id is None]
    empty, chosen = next_call(line, called=called, said=said)
    if chosen is None and called:
        round_ += 1
        empty, chosen = next_call(line, called=())
    for offset, each in enumerate((*empty, *((chosen,) if chosen else ()))):
        _put(desk, call, each, CrisisStep(id=new_id(), number=number + offset, round=round_, at=at))
    call.next_step_at = step_at(at, policy=desk.policy)
    desk.session.flush()


def alert_too(desk: Desk, call: CrisisCall, person_id: str) -> None:
    """Alert one more person now, out of turn, who is not alerted yet; never who reported it."""
    steps = taken(desk.session, call.id)
    if person_id in {call.reported_by_id, *(step.person_id for step in steps)}:
        return
    standing = (each for each in line_of(desk, call) if each.person == person_id)
    called = next(standing, Called(Rung.LAST_RESORT, person_id))
    round_ = steps[-1].round if steps else 0
    _put(desk, call, called, CrisisStep(id=new_id(), number=len(steps) + 1, round=round_, at=desk.now))
    desk.session.flush()


def _put(desk: Desk, call: CrisisCall, called: Called, step: CrisisStep) -> None:
    """Write a step down and have the one who stands there alerted, by Slack and by the pager."""
    step.crisis_id, step.rung, step.person_id = call.id, called.rung, called.person
    if called.person is not None:
        item = outbox.put(
            desk.session,
            dedupe_key=f"{ALARM}:{call.id}:{step.number}:{called.person}",
            kind=ALARM,
            recipient_id=called.person,
            now=desk.now,
            due_at=step.at,
            lane=Lane.URGENT,
            subject_id=call.id,
            details={outbox.TELLS_OTHERS: True, STEP: step.number},
        )
        step.outbox_id = call.alarm_id = item.id if item else None
        paging.page(desk.session, call.id, paging.TRIGGER, str(step.number), now=desk.now, at=step.at)
    desk.session.add(step)
    audit.record(
        desk.session,
        at=desk.now,
        actor_id=None,
        action="crisis.step",
        subject_kind="crisis",
        subject_id=call.id,
        details={"step": step.number, "rung": step.rung, "person_id": step.person_id},
    )


def _say_unreached(desk: Desk, call: CrisisCall, when: str) -> None:
    """A message of its own to who reported it: a card that is redrawn does not ring."""
    outbox.put(
        desk.session,
        dedupe_key=f"{UNREACHED}:{call.id}:{when}",
        kind=UNREACHED,
        recipient_id=call.reported_by_id,
        now=desk.now,
        lane=Lane.URGENT,
        subject_id=call.id,
        details={STEP: 0},
    )


def taken(session: Session, crisis_id: str) -> Sequence[CrisisStep]:
    """The steps so far, in their order."""
    query = select(CrisisStep).where(CrisisStep.crisis_id == crisis_id)
    return session.scalars(query.order_by(CrisisStep.number)).all()


def still_of_use(desk: Desk, crisis_id: str, number: int) -> bool:
    """Whether an alert may still go: nobody has taken it on, and no newer one waits for the same person."""
    session = desk.session
    later: tuple[ColumnElement[bool], ...] = (
        CrisisStep.crisis_id == crisis_id,
        CrisisStep.person_id == desk.actor.id,
        CrisisStep.number > number,
    )
    status = session.scalar(select(CrisisCall.status).where(CrisisCall.id == crisis_id))
    return status is CrisisStatus.OPEN and session.scalar(select(CrisisStep.id).where(*later)) is None


def stop(session: Session, call: CrisisCall, now: datetime) -> None:
    """Nobody more is alerted; what was not sent yet is not."""
    call.next_step_at = None
    session.flush()
    outbox.cancel(session, subject_id=call.id, kind=ALARM, now=now)
    outbox.cancel(session, subject_id=call.id, kind=UNREACHED, now=now)
    paging.cancel(session, call.id)


def begin_anew(desk: Desk, call: CrisisCall) -> None:
    """Alert the first rung now; what had been planned never went out, and counts for nothing."""
    stop(desk.session, call, desk.now)
    planned = update(CrisisStep).where(CrisisStep.crisis_id == call.id).values(round=_NEVER)
    desk.session.execute(planned)
    take_step(desk, call, desk.now)


def whom_to_alert(desk: Desk, call: CrisisCall) -> list[StaffMember]:
    """Who would be alerted now, in the order of a round; never who reported it."""
    return [desk.agency.staff[each.person] for each in line_of(desk, call) if each.person]


def line_of(desk: Desk, call: CrisisCall) -> tuple[Called, ...]:
    """A round of the ladder as the rota, leave and the line above the case stand now.

    The case's supervisor while away is who stands in for them (DOMAIN 3); without a case it is the
    reporter's. With nobody on any rung, the directors and then the administrators.
    """
    office = office_on(desk.session, desk.agency, desk.today)
    line = ladder(
        _standing(desk, call, office),
        office_hours=is_office_hours(desk.now, policy=desk.policy),
        policy=desk.policy,
        reporter_id=call.reported_by_id,
    )
    if any(each.person for each in line):
        return line
    staff = desk.agency.staff.values()
    last = (s.id for role in (Role.DIRECTOR, Role.ADMIN) for s in staff if s.role is role)
    others = (i for i in last if i != call.reported_by_id and i not in office.gone)
    return (*line, *(Called(Rung.LAST_RESORT, i) for i in others))


def _standing(desk: Desk, call: CrisisCall, office: Office) -> dict[Rung, str | None]:
    agency = desk.agency
    duties = on_call_at(desk.now, agency.roster.shifts)
    standing: dict[Rung, str | None] = {
        _RUNGS[d.tier]: d.staff_id if _is_there(desk, d.staff_id, office) else None for d in duties
    }
    case = agency.cases.get(case_of(desk.session, call) or "")
    worker = (case.primary_worker_id if case else None) or call.reported_by_id
    supervisor = who_reviews(worker, day=desk.today, office=office)
    above = who_reviews(supervisor, day=desk.today, office=office) if supervisor else None
    directors = (i for i in _directors(desk, worker) if _is_there(desk, i, office))
    return standing | {
        Rung.CASE_SUPERVISOR: supervisor,
        Rung.NEXT_LEVEL_UP: above,
        Rung.DIRECTOR: next((i for i in directors if i != call.reported_by_id), None),
    }


def _is_there(desk: Desk, staff_id: str, office: Office) -> bool:
    """On staff, not on leave today, account open. Having named a delegate for reviews does not excuse."""
    on_leave = any(each.staff_id == staff_id for each in office.leaves)
    return staff_id in desk.agency.staff and staff_id not in office.gone and not on_leave


def _directors(desk: Desk, worker: str) -> Iterator[str]:
    """The worker's own director first."""
    staff = desk.agency.staff
    yield from (i for i in line_above(worker, staff=staff) if i in staff and staff[i].role is Role.DIRECTOR)
    yield from (s.id for s in staff.values() if s.role is Role.DIRECTOR)
