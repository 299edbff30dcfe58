"""A child of a crisis is gone, again or from where help had them: a new alarm, with the checklist of a missing child."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.models import CrisisCall, CrisisEntry, CrisisReport, CrisisStep
from tests.conversations.office import Office
from tests.conversations.test_a_crisis_goes_on import SAID, calls, taken_on

HURT = "CRISIS Bence Varga got cut bad at the park, ambulance took him to Harbor hospital"


def reports_of(office: Office, words: str) -> list[str]:
    with office.db.reading() as session:
        rows = select(CrisisReport.incident, CrisisCall).join(
            CrisisCall, CrisisCall.id == CrisisReport.crisis_id
        )
        return [incident for incident, call in session.execute(rows) if call.words == words]


def found_and_forgotten(office: Office) -> None:
    taken_on(office)
    office.dana.says("5:25 he's back, Ms Stone has him")
    office.dana.waits_for("5:25 PM: added to the alarm")


@pytest.mark.parametrize(
    "text",
    [
        "nvm he ran again, lost him at the corner",
        "Tobi took off again out the side door",
        "se volvio a escapar",
    ],
)
def test_who_ran_again_is_a_new_alarm_for_whoever_has_the_first(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    found_and_forgotten(office)
    office.dana.says(text)
    assert office.demo.workspace.wait_until(lambda: calls(office) == [SAID, text])
    office.riley.waits_for("[Acknowledge]")
    assert "missing_child" in reports_of(office, text)
    assert "Tobi" in office.dana.newest_card("Call by hand now")
    with office.db.reading() as session:
        assert text in [e.words for e in session.scalars(select(CrisisEntry))], "a line of the first as well"


@pytest.mark.parametrize(
    "text", ["he left the hosp ama w 2 friends, cant find him", "bence walked out of the er before stitches"]
)
def test_who_leaves_the_hospital_is_missing(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    office.kim.says(HURT)
    office.riley.waits_for("[Acknowledge]")
    office.riley.clicks("Acknowledge")
    office.kim.waits_for("Seen by Riley Shaw")
    office.kim.says(text)
    assert office.demo.workspace.wait_until(lambda: calls(office) == [HURT, text])
    office.riley.waits_for("[Acknowledge]")
    assert "missing_child" in reports_of(office, text)
    with office.db.reading() as session:
        assert {call.case_id for call in session.scalars(select(CrisisCall))} == {"K3"}


def test_who_has_it_alone_gets_the_checklist_and_wakes_nobody(sqlite_office: Office) -> None:
    office = sqlite_office
    office.kim.says(HURT)
    office.riley.waits_for("[Acknowledge]")
    office.riley.clicks("Acknowledge")
    office.riley.waits_for("[Close]")
    with office.db.reading() as session:
        before = len(session.scalars(select(CrisisStep.id)).all())
    office.riley.says("nurse says hes gone, he walked out of the er")
    office.riley.waits_for("added to the alarm about Bence")
    assert calls(office) == [HURT]
    assert "missing_child" in reports_of(office, HURT)
    with office.db.reading() as session:
        assert len(session.scalars(select(CrisisStep.id)).all()) == before


def test_after_it_was_closed_it_is_an_alarm_of_the_same_family(sqlite_office: Office) -> None:
    office = sqlite_office
    found_and_forgotten(office)
    office.dana.clicks("Close", on="Seen by Riley Shaw")
    office.dana.chooses("Found, safe", from_="How did it end?")
    office.dana.submits()
    office.riley.waits_for("by Dana Ellis: Found, safe")
    office.dana.says("ugh gone again, out the window")
    assert office.demo.workspace.wait_until(lambda: len(calls(office)) == 2)
    office.riley.waits_for("[Acknowledge]")
    with office.db.reading() as session:
        assert [call.case_id for call in session.scalars(select(CrisisCall))] == ["K1", "K1"]


@pytest.mark.parametrize(
    "text",
    [
        "still no sign of him, cant find him anywhere",
        "Ms Stone is afraid he will run again",
        "did he run again?",
    ],
)
def test_what_is_no_second_flight_raises_none(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    office.dana.says("5:29 police there")
    office.dana.waits_for("5:29 PM: added to the alarm")
    assert calls(office) == [SAID]
