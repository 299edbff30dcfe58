"""Visits with a time to be back by: asked then, somebody alerted a quarter of an hour later unless answered.

The moment of the next step is a column. Whichever process beats first after it takes the step in one
transaction that holds the row: the message's row in the outbox, the next moment. So it goes on after a crash,
on any replica. Whom to alert is read at the step, as the crisis ladder reads it: after hours the on-call
supervisor, in office hours the worker's own; then, while nobody has it, the next one, round and round.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.errors import AlreadyDecided, NotAllowed, Outdated
from bot.services import outbox
from bot.services.crisis import ladder
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from storage.checking_in import CheckInStatus
from storage.models import CheckIn, CrisisCall, OutboxItem, new_id
from storage.types import Lane, StaffMember

CARD, ASK, ALARM, BACK = "check_in", "check_in_ask", "check_in_alarm", "check_in_back"
GRACE = timedelta(minutes=15)
"""From the question to the first alert."""
LEAST = timedelta(minutes=5)
"""The least time to answer a question that came late (after an outage)."""
MORE = timedelta(minutes=30)


def start(desk: Desk, back_by: datetime, source: Source) -> CheckIn:
    """Keep it; the same message gives the same one. One that was open before is replaced."""
    same = select(CheckIn).where(CheckIn.source_channel == source.channel, CheckIn.source_ts == source.ts)
    if there := desk.session.scalar(same):
        return there
    for other in _out(desk):
        _end(desk, other, CheckInStatus.BACK)
    row = CheckIn(
        id=new_id(),
        staff_id=desk.actor.id,
        source_channel=source.channel,
        source_ts=source.ts,
        made_at=desk.now,
        back_by=back_by,
        next_at=back_by,
        status=CheckInStatus.OUT,
        round=0,
        step=0,
    )
    row.words = source.text
    desk.session.add(row)
    desk.session.flush()
    desk.record("check_in.start", row.id, kind="check_in")
    return row


def _out(desk: Desk) -> list[CheckIn]:
    return list(desk.session.scalars(_not_over(desk).order_by(CheckIn.id).with_for_update()))


def _not_over(desk: Desk) -> Select[CheckIn]:
    return select(CheckIn).where(
        CheckIn.staff_id == desk.actor.id, CheckIn.status.in_((CheckInStatus.OUT, CheckInStatus.TAKEN_ON))
    )


def is_out(desk: Desk) -> bool:
    """Whether the actor has a check-in that is not over."""
    return desk.session.scalars(_not_over(desk)).first() is not None


def back(desk: Desk, check_in_id: str) -> None:
    """I'm back: nobody is alerted any more; who was is told. A second tap changes nothing."""
    row = _own(desk, check_in_id)
    if row.status in (CheckInStatus.OUT, CheckInStatus.TAKEN_ON):
        _end(desk, row, CheckInStatus.BACK)


def all_back(desk: Desk) -> list[str]:
    """The same said in words; the ids of what it ended."""
    rows = _out(desk)
    for row in rows:
        _end(desk, row, CheckInStatus.BACK)
    return [row.id for row in rows]


def none_of_it(desk: Desk, check_in_id: str) -> CheckIn:
    """It was a note and no check-in: nothing is asked."""
    row = _own(desk, check_in_id)
    if row.status is CheckInStatus.OUT:
        _end(desk, row, CheckInStatus.NOTE)
    return row


def more_time(desk: Desk, check_in_id: str) -> None:
    """Half an hour more; from now where that would be over soon. Outdated once the worker is back."""
    row = _own(desk, check_in_id)
    if row.status not in (CheckInStatus.OUT, CheckInStatus.TAKEN_ON):
        raise Outdated("You are back already.")
    later = row.back_by + MORE
    row.back_by = later if later > desk.now + GRACE else desk.now + MORE
    row.next_at, row.step, row.status, row.round = row.back_by, 0, CheckInStatus.OUT, row.round + 1
    row.acknowledged_by_id = row.acknowledged_at = None
    desk.record("check_in.more", row.id, kind="check_in")
    outbox.ask_redraw(desk.session, row.id, desk.now)


def acknowledge(desk: Desk, check_in_id: str) -> None:
    """Somebody who was alerted has it: no more alerts. AlreadyDecided where another one was first."""
    row = desk.session.get(CheckIn, check_in_id, with_for_update=True, populate_existing=True)
    if row is None or not was_alerted(desk.session, check_in_id, desk.actor.id):
        raise NotAllowed("That alert is not yours.")
    if row.acknowledged_by_id == desk.actor.id:
        return
    if row.acknowledged_by_id is not None:
        raise AlreadyDecided(f"{desk.agency.staff[row.acknowledged_by_id].name} has it already.")
    if row.status is not CheckInStatus.OUT:
        raise Outdated("They are back.")
    row.status, row.next_at = CheckInStatus.TAKEN_ON, None
    row.acknowledged_by_id, row.acknowledged_at = desk.actor.id, desk.now
    desk.record("check_in.acknowledge", row.id, kind="check_in")
    outbox.ask_redraw(desk.session, row.id, desk.now)


def was_alerted(session: Session, check_in_id: str, person_id: str) -> bool:
    """Whether an alert of it was for that person."""
    return person_id in {row.recipient_id for row in alerts(session, check_in_id)}


def alerts(session: Session, check_in_id: str) -> list[OutboxItem]:
    """The alerts there are, in their order."""
    about = OutboxItem.subject_id == check_in_id, OutboxItem.kind == ALARM
    return list(session.scalars(select(OutboxItem).where(*about).order_by(OutboxItem.created_at)))


def _own(desk: Desk, check_in_id: str) -> CheckIn:
    row = desk.session.get(CheckIn, check_in_id, with_for_update=True, populate_existing=True)
    if row is None or row.staff_id != desk.actor.id:
        raise NotAllowed("That check-in is not yours.")
    return row


def _end(desk: Desk, row: CheckIn, status: CheckInStatus) -> None:
    row.status, row.next_at, row.back_at = status, None, desk.now
    desk.session.flush()
    for person_id in {each.recipient_id for each in alerts(desk.session, row.id)}:
        outbox.put(
            desk.session,
            dedupe_key=f"{BACK}:{row.id}:{row.round}:{person_id}",
            kind=BACK,
            recipient_id=person_id,
            now=desk.now,
            lane=Lane.URGENT,
            subject_id=row.id,
        )
    desk.record(f"check_in.{status.value}", row.id, kind="check_in")
    outbox.ask_redraw(desk.session, row.id, desk.now)


# -- the steps


def due(session: Session, now: datetime) -> list[tuple[str, str]]:
    """(check-in, who is out) of those whose next step has come."""
    query = select(CheckIn.id, CheckIn.staff_id).where(
        CheckIn.status == CheckInStatus.OUT, CheckIn.next_at <= now
    )
    return [(row.id, row.staff_id) for row in session.execute(query.order_by(CheckIn.next_at))]


def take_step(desk: Desk, check_in_id: str) -> bool:
    """Take the next step, at the desk of who is out, if it is still due."""
    row = desk.session.get(CheckIn, check_in_id, with_for_update=True, populate_existing=True)
    if row is None or row.status is not CheckInStatus.OUT or row.next_at is None or row.next_at > desk.now:
        return False
    if row.step == 0:
        _put(desk, row, ASK, row.staff_id)
        row.next_at = max(row.back_by + GRACE, desk.now + LEAST)
    else:
        line = to_alert(desk)
        if line:
            _put(desk, row, ALARM, line[(row.step - 1) % len(line)].id)
        row.next_at = desk.now + timedelta(minutes=desk.policy.crisis.step_minutes)
    row.step += 1
    outbox.ask_redraw(desk.session, row.id, desk.now)
    return True


def _put(desk: Desk, row: CheckIn, kind: str, person_id: str) -> None:
    outbox.put(
        desk.session,
        dedupe_key=f"{kind}:{row.id}:{row.round}:{row.step}:{person_id}",
        kind=kind,
        recipient_id=person_id,
        now=desk.now,
        lane=Lane.URGENT,
        subject_id=row.id,
        details={outbox.TELLS_OTHERS: True} if kind == ALARM else None,
    )


def to_alert(desk: Desk) -> list[StaffMember]:
    """Who is alerted, in order: as for a crisis of the actor's without a case, at this moment."""
    call = CrisisCall(id="", kind="crisis", case_id=None, reported_by_id=desk.actor.id)
    with desk.session.no_autoflush:
        line = ladder.line_of(desk, call)
    people = dict.fromkeys(each.person for each in line if each.person and each.person != desk.actor.id)
    return [desk.agency.staff[i] for i in people]
