"""A crisis: who is alerted, who may take it on, who may take it back; never a step backwards."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.errors import AlreadyDecided, NotAllowed, Outdated
from bot.services.crisis import crisis, crisis_reading, ladder
from storage.crisis_records import CrisisRecord
from storage.models import CrisisCall, OutboxItem
from storage.types import CrisisStatus, OutboxState
from tests.services.small_office import ALEX, DANA, KIM, RILEY, ROBIN, SAM, SmallOffice

SAID = "CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm"
INFERRED = "Ms Stone called 5:20 pm, Tobi is being taken to the ER by ambulance"


def opened(office: SmallOffice, text: str = SAID, who: str = DANA) -> str:
    reading, source = office.reading(who, text), office.source(text)
    with office.desk(who) as desk:
        call = crisis.open_call(desk, reading, source, [], crisis.case_named(desk.agency, reading))
        assert crisis.open_call(desk, reading, source, [], None) == call, "the same message, the same call"
        return call


def standing(office: SmallOffice, call: str) -> CrisisRecord:
    with office.desk(DANA) as desk:
        return crisis_reading.crisis(desk, call)


def alarms(office: SmallOffice) -> dict[str, OutboxState]:
    with office.db.reading() as session:
        rows = session.scalars(select(OutboxItem).where(OutboxItem.kind == "crisis_alarm"))
        return {row.dedupe_key.split(":", 2)[2]: row.state for row in rows}


def test_said_it_goes_at_once_and_inferred_after_a_minute(office: SmallOffice) -> None:
    said, inferred = standing(office, opened(office)), standing(office, opened(office, INFERRED))
    assert said.alarm_at == office.now
    assert inferred.alarm_at is not None
    assert (inferred.alarm_at - office.now).total_seconds() == 60
    assert said.case_id == inferred.case_id == "K1"
    assert [p.id for p in said.alerted] == [RILEY]


def test_who_is_alerted_in_order(office: SmallOffice) -> None:
    call_id = opened(office)
    assert alerted_now(office, call_id) == [RILEY, SAM, ALEX]
    office.later(hours=18)  # Tuesday 11:30, office hours: the case's supervisor, then up
    assert alerted_now(office, call_id) == [SAM, ALEX]


def alerted_now(office: SmallOffice, call_id: str) -> list[str]:
    with office.desk(DANA) as desk:
        return [s.id for s in ladder.whom_to_alert(desk, desk.session.get_one(CrisisCall, call_id))]


def test_nobody_but_those_called_takes_it_on(office: SmallOffice) -> None:
    call = opened(office)
    for who in (DANA, KIM, ROBIN):
        with office.desk(who) as desk, pytest.raises(NotAllowed):
            crisis.acknowledge(desk, call)
    with office.desk(RILEY) as desk:
        crisis.acknowledge(desk, call)
    with office.desk(SAM) as desk, pytest.raises(AlreadyDecided, match="Riley Shaw has it already"):
        crisis.acknowledge(desk, call)
    assert standing(office, call).acknowledged_by is not None


def test_an_old_button_never_opens_it_again(office: SmallOffice) -> None:
    call = opened(office, INFERRED)
    with office.desk(RILEY) as desk:
        crisis.acknowledge(desk, call)
    for verb in (crisis.alert_now, crisis.not_a_crisis):
        with office.desk(DANA) as desk, pytest.raises(AlreadyDecided):
            verb(desk, call)
    assert standing(office, call).status is CrisisStatus.ACKNOWLEDGED


def test_it_is_the_reporters_to_alert_or_take_back(office: SmallOffice) -> None:
    call = opened(office, INFERRED)
    for verb in (crisis.alert_now, crisis.not_a_crisis):
        with office.desk(KIM) as desk, pytest.raises(NotAllowed):
            verb(desk, call)
    assert standing(office, call).status is CrisisStatus.OPEN


def test_once_the_alarm_went_it_is_not_taken_back(office: SmallOffice) -> None:
    call = opened(office, INFERRED)
    office.later(seconds=61)
    for verb in (crisis.not_a_crisis, crisis.alert_now):
        with office.desk(DANA) as desk, pytest.raises(Outdated, match="gone out"):
            verb(desk, call)
    assert list(alarms(office).values()) == [OutboxState.WAITING]


def test_taken_back_and_alerted_after_all(office: SmallOffice) -> None:
    call = opened(office, INFERRED)
    with office.desk(DANA) as desk:
        crisis.not_a_crisis(desk, call)
    with office.desk(RILEY) as desk, pytest.raises(Outdated):
        crisis.acknowledge(desk, call)
    with office.desk(DANA) as desk:
        crisis.alert_now(desk, call)
    assert alarms(office) == {f"1:{RILEY}": OutboxState.DROPPED, f"2:{RILEY}": OutboxState.WAITING}
    assert standing(office, call).status is CrisisStatus.OPEN


def test_the_numbers_to_call_begin_with_who_has_duty_and_leave_out_who_asks(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        found = [(n.capacity, n.who.id) for n in crisis_reading.numbers_to_call(desk, "K1")]
        unknown = [n.capacity for n in crisis_reading.numbers_to_call(desk, None)]
    assert found[:2] == [("On-call supervisor", RILEY), ("Case's supervisor", SAM)]
    assert DANA not in {who for _, who in found}
    assert "Your supervisor" in unknown
