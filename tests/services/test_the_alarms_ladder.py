"""The ladder under a moving clock: who is alerted next, never twice for one step, until somebody has it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from threading import Barrier, Thread

import pytest
from sqlalchemy import select, update

from bot.errors import AlreadyDecided
from bot.reminders.auditor import audit
from bot.services.crisis import crisis, crisis_reading, ladder
from bot.services.desk import desk_of
from storage.crisis_records import Arrival, CrisisRecord
from storage.models import CrisisCall, Leave, OutboxItem, Page, RosterStamp, Shift
from storage.types import OutboxState
from tests.services.small_office import ALEX, DANA, JO, RILEY, ROBIN, SAM, SmallOffice
from tests.services.test_crisis_verbs import INFERRED, SAID, opened


def standing(office: SmallOffice, call: str) -> CrisisRecord:
    with office.desk(DANA) as desk:
        return crisis_reading.crisis(desk, call)


def beat(office: SmallOffice) -> int:
    """What a beat does for the alarms."""
    with office.db.reading() as session:
        due = ladder.due(session, office.now)
    taken = 0
    for crisis_id in due:
        with office.desk(DANA) as desk:
            taken += ladder.climb(desk, crisis_id)
    return taken


def called(office: SmallOffice, call: str) -> list[str | None]:
    return [step.person.id if step.person else None for step in standing(office, call).steps]


def refuse(office: SmallOffice, call: str) -> None:
    """Slack will never take the newest alert."""
    with office.db.begin() as session:
        newest = select(CrisisCall.alarm_id).where(CrisisCall.id == call).scalar_subquery()
        session.execute(update(OutboxItem).where(OutboxItem.id == newest).values(state=OutboxState.DEAD))


def roster_changed(session) -> None:
    session.execute(update(RosterStamp).values(number=RosterStamp.number + 1))


def unanswered(office: SmallOffice) -> list[str]:
    with office.db.reading() as session:
        keys = select(OutboxItem.dedupe_key).where(OutboxItem.kind == ladder.UNREACHED)
        return sorted(key.rpartition(":")[2] for key in session.scalars(keys))


def test_every_five_minutes_the_next_one_and_round_again(office: SmallOffice) -> None:
    call = opened(office)
    for _ in range(20):  # a beat each minute
        office.later(minutes=1)
        beat(office)
    assert called(office, call) == [RILEY, SAM, ALEX, RILEY, SAM]
    minutes = [
        (step.at - standing(office, call).opened_at) // timedelta(minutes=1)
        for step in standing(office, call).steps
    ]
    assert minutes == [0, 5, 10, 15, 20]
    assert [step.round for step in standing(office, call).steps] == [0, 0, 0, 1, 1]
    assert unanswered(office) == ["0"], "once a round the caller is told so by a message that rings"


def test_it_stops_when_somebody_has_it(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office)
    office.later(minutes=5)
    beat(office)
    with office.desk(RILEY) as desk:
        crisis.acknowledge(desk, call)
    office.later(hours=2)
    assert beat(office) == 0
    assert called(office, call) == [RILEY, SAM]
    with office.desk(SAM) as desk, pytest.raises(AlreadyDecided, match="Riley Shaw has it already"):
        crisis.acknowledge(desk, call)
    with office.db.reading() as session:
        pages = session.scalars(select(Page).order_by(Page.created_at, Page.dedupe_key))
        told = [page.action for page in pages]
    assert told == ["acknowledge"], "what the pager was not told yet is no longer true"


def test_an_outage_is_one_step_and_no_burst(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office)
    office.later(hours=6)
    beat(office)
    beat(office)
    assert called(office, call) == [RILEY, SAM]
    assert standing(office, call).next_step_at == office.now + timedelta(minutes=5)


def test_many_processes_take_one_step(office: SmallOffice) -> None:
    call = opened(office)
    office.later(minutes=5)
    together, taken = Barrier(4), []

    def climb(session) -> bool:
        desk = desk_of(session, DANA, office.shelf.agency(session), office.policy, office.now)
        return ladder.climb(desk, call)

    def climbs() -> None:
        together.wait()
        taken.append(office.db.write(climb))

    threads = [Thread(target=climbs) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(taken) == [False, False, False, True]
    assert called(office, call) == [RILEY, SAM]


def test_whoever_slack_cannot_reach_is_passed_over_at_once(office: SmallOffice) -> None:
    call = opened(office)
    refuse(office, call)
    assert standing(office, call).unreached(office.now)
    beat(office)
    assert called(office, call) == [RILEY, SAM]
    assert unanswered(office) == ["refused"]
    first = standing(office, call).steps[0]
    assert first.arrival is Arrival.FAILED


def test_with_all_addresses_refused_it_keeps_its_pace(sqlite_office: SmallOffice) -> None:
    """At once only in the first round; from then on every five minutes, not at every beat."""
    office = sqlite_office
    call = opened(office)
    for _ in range(6):
        refuse(office, call)
        beat(office)
    assert called(office, call) == [RILEY, SAM, ALEX, RILEY]
    office.later(minutes=5)
    beat(office)
    assert called(office, call)[-1] == SAM


def test_an_empty_rung_costs_no_time_and_is_told(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    with office.db.begin() as session:
        session.execute(update(Shift).where(Shift.staff_id == RILEY).values(staff_id=ROBIN))
        session.add(Leave(id="L9", staff_id=ROBIN, first_day=office.now.date(), last_day=office.now.date()))
        roster_changed(session)
    call = opened(office)
    steps = standing(office, call).steps
    assert [(step.rung, step.person.id if step.person else None) for step in steps] == [
        ("on_call_supervisor", None),
        ("case_supervisor", SAM),
    ]
    assert steps[0].at == steps[1].at


def test_the_rota_is_read_at_the_time_of_the_step(sqlite_office: SmallOffice) -> None:
    """Riley has the alarm at first; after a swap it is Robin who stands on that rung, and comes next."""
    office = sqlite_office
    call = opened(office)
    with office.db.begin() as session:
        session.execute(update(Shift).where(Shift.staff_id == RILEY).values(staff_id=ROBIN))
        roster_changed(session)
    office.later(minutes=5)
    beat(office)
    assert called(office, call) == [RILEY, ROBIN]


def test_with_nobody_on_any_rung_the_administrator_hears_of_it(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    with office.db.begin() as session:
        today = office.now.date()
        for number, who in enumerate((RILEY, SAM, ALEX)):
            session.add(Leave(id=f"L{number}x", staff_id=who, first_day=today, last_day=today))
        roster_changed(session)
    call = opened(office)
    assert next(who for who in called(office, call) if who) in (ALEX, JO)


def test_taken_back_nobody_is_alerted_any_more(office: SmallOffice) -> None:
    call = opened(office, INFERRED)
    with office.desk(DANA) as desk:
        crisis.not_a_crisis(desk, call)
    office.later(hours=1)
    assert beat(office) == 0
    with office.desk(DANA) as desk:
        crisis.alert_now(desk, call)
    arrivals = [step.arrival for step in standing(office, call).steps]
    assert arrivals == [Arrival.DROPPED, Arrival.SENDING]
    office.later(minutes=5)
    beat(office)
    assert called(office, call) == [RILEY, RILEY, SAM], "the step that never went out counts for nothing"


def test_an_alert_is_of_no_use_once_a_newer_one_waits_or_somebody_has_it(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office)
    for _ in range(3):
        office.later(minutes=5)
        beat(office)
    of_use = partial(alert_of_use, office, call)
    assert [of_use(RILEY, 1), of_use(SAM, 2), of_use(RILEY, 4)] == [False, True, True]
    with office.desk(SAM) as desk:
        crisis.acknowledge(desk, call)
    assert not of_use(RILEY, 4)


def alert_of_use(office: SmallOffice, call: str, who: str, number: int) -> bool:
    with office.desk(who) as desk:
        return ladder.still_of_use(desk, call, number)


def test_sent_is_said_only_when_it_is_stored(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office, SAID)
    assert standing(office, call).steps[0].arrival is Arrival.SENDING
    assert not standing(office, call).unreached(office.now)
    office.later(seconds=61)
    assert standing(office, call).unreached(office.now), "a minute is long: call by hand"


def test_a_step_that_nobody_takes_is_found_by_the_second_pair_of_eyes(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office)
    assert audit(office.db, office.now + timedelta(minutes=14)).alarms == ()
    assert audit(office.db, office.now + timedelta(minutes=16)).alarms == (call,)


def test_an_alert_that_is_stuck_is_told_once(office: SmallOffice) -> None:
    call = opened(office)
    with office.db.reading() as session:
        assert ladder.overdue(session, office.now + timedelta(seconds=59)) == []
    office.later(seconds=61)
    for _ in range(2):
        with office.desk(DANA) as desk:
            for stuck in ladder.overdue(desk.session, desk.now):
                ladder.say_overdue(desk, stuck)
    assert unanswered(office) == ["late"]
    assert standing(office, call).unreached(office.now)
