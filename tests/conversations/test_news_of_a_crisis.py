"""News of a crisis in hand in its people's words: a line of it, never another family's note or alarm."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.conversations.office import Office
from tests.conversations.test_a_crisis_goes_on import SAID, SEEN, calls, lines, taken_on
from tests.conversations.test_a_crisis_runs import becomes_a_line, notes

NOT_BREATHING = "CRISIS Tobi Okafor is not breathing, ems called"


def hurt(office: Office) -> None:
    """A crisis of the body, taken on."""
    office.dana.says(NOT_BREATHING)
    office.riley.waits_for("[Acknowledge]")
    office.riley.clicks("Acknowledge")
    office.dana.waits_for(SEEN)


@pytest.mark.parametrize(
    "text",
    [
        "foster dad doing cpr b4 ems, pulse back 528",
        "staff gave narcan, waiting on ems",
        "le estan dando rcp, ya viene la ambulancia",
    ],
)
def test_what_is_done_for_who_lies_there_is_no_second_alarm(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    hurt(office)
    office.dana.says(text)
    office.dana.waits_for("added to the alarm about Tobi")
    assert calls(office) == [NOT_BREATHING]
    assert notes(office) == 1


@pytest.mark.parametrize(
    "text",
    ["foster dad doing cpr on the baby, ems called", "Maya Lindgren overdosed, staff gave narcan, ems there"],
)
def test_of_a_runaway_or_of_somebody_else_it_is_an_alarm(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    assert office.demo.workspace.wait_until(lambda: calls(office) == [SAID, text])


@pytest.mark.parametrize(
    "text",
    [
        "ya aparecieron los 2 con la abuela, estan bien",
        "they found him at the station 528",
        "dad called back 525 says hell take him",
        "got him!! uber w ms stone back home 528p, hes fine, hungry",
        "talked to tobi at 525 hes fine eating cereal, gma w him",
        "falsa alarma con lo de la ventana, solo un susto",
        "mom called twice, no ans when i ring back",
    ],
)
def test_its_news_in_any_words_is_a_line_of_it(sqlite_office: Office, text: str) -> None:
    becomes_a_line(sqlite_office, text)


def test_the_cases_worker_named_by_a_hyphened_name_is_nobody_elses_mother(sqlite_office: Office) -> None:
    office = sqlite_office
    office.robin.says(SAID)
    office.robin.waits_for("Call by hand now")
    office.robin.says("saw Bence Varga today at school 3:20, 20 min")
    office.robin.waits_for("Varga case")
    office.robin.says("3 calls to dana no ans")
    office.robin.waits_for("added to the alarm about Tobi")


def test_an_hour_at_night_is_the_one_just_gone(sqlite_office: Office) -> None:
    office = sqlite_office
    office.fast_forward(datetime.fromisoformat("2026-11-10T04:10:00-05:00"))
    office.dana.says("CRISIS Tobi Okafor says he wants to die")
    office.dana.waits_for("Okafor case")
    office.fast_forward(datetime.fromisoformat("2026-11-10T04:20:00-05:00"))
    office.dana.says("spoke to tobi at 415 hes ok, no plan no means")
    office.dana.waits_for("4:15 AM: added to the alarm about Tobi")
    assert [clock for clock, _ in lines(office)] == ["04:15"]


@pytest.mark.parametrize(
    "text",
    [
        "saw Tobi at Ms Stone's today 5:20, he's home, 20 min",
        "h/v Maya Lindgren at Ms Quist's 5:15, all good",
        "called Ms Quist 5:25, 5 min, all good there",
    ],
)
def test_a_visit_or_another_familys_contact_is_still_a_note(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    assert office.demo.workspace.wait_until(lambda: notes(office) == 2)
    assert lines(office) == []


UNKNOWN = "EMERGENCY a kid is bleeding bad at the foster home"


def test_news_of_another_child_takes_no_alarm_for_its_own(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(UNKNOWN)
    office.dana.waits_for("Which child?")
    office.dana.says("no the other one, ms stone says tobi is asleep now")
    office.dana.waits_for("added to the alarm about Tobi")
    assert calls(office) == [SAID, UNKNOWN]
    office.dana.says("no the other one, ms quist says maya lindgren is asleep now")
    office.dana.waits_for("Which note is that about?")
    assert office.dana.sees("Which child?")
    office.dana.says("it's Maya Lindgren")
    office.dana.waits_for("Maya Lindgren (12)")
    assert len(lines(office)) == 1


def test_a_plain_answer_tells_whose_alarm_it_is(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says(UNKNOWN)
    office.dana.waits_for("Which child?")
    office.dana.says("it's Maya Lindgren")
    office.dana.waits_for("Maya Lindgren (12)")


@pytest.mark.parametrize("under", ["added to the alarm", "5:26 ms stone has him", "CRISIS Tobi"])
def test_a_reply_to_a_receipt_or_to_ones_own_words_is_a_line_too(sqlite_office: Office, under: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("5:26 ms stone has him")
    office.dana.waits_for("added to the alarm about Tobi")
    office.dana.says("stitches, no surgery", thread_of=under)
    office.riley.waits_for("stitches, no surgery")
    assert [words for _, words in lines(office)][-1] == "stitches, no surgery"
    assert notes(office) == 1


def test_under_ones_own_alarm_an_answer_is_still_its_notes(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("no, it was 5:05", thread_of="CRISIS Tobi")
    office.dana.waits_for("Your words stand in the note")
    assert lines(office) == []


def closes_as(person, how: str, words: str = "", on: str = SEEN) -> None:
    person.clicks("Close", on=on)
    person.chooses(how, from_="How did it end?")
    if words:
        person.fills("In your words", words)
    person.submits()


def test_how_it_ended_stands_in_its_note(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("falsa alarma, solo un susto")
    office.dana.waits_for("added to the alarm about Tobi")
    closes_as(office.dana, "False alarm", "He was in the yard.")
    office.dana.waits_for("Closed: False alarm. He was in the yard.")
    note = office.dana.newest_card("Closed: False alarm")
    assert SAID in note
    assert "falsa alarma, solo un susto" in note


def test_closed_by_somebody_else_the_note_tells_by_whom_and_none_of_their_words(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    taken_on(office)
    closes_as(office.riley, "Found, safe", "With his aunt.", on="Acknowledged by Riley Shaw")
    office.dana.waits_for("Closed by Riley Shaw: Found, safe")
    note = office.dana.newest_card("Closed by Riley Shaw")
    assert "With his aunt" not in note[note.index("Closed by Riley Shaw") :]
    assert notes(office) == 1


def test_what_names_a_crisis_note_puts_that_note_right(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says(
        "Tobi didnt come back to ms stone's tonight, staff says he left around 4 w his phone off"
    )
    office.dana.waits_for("[Alert now]")
    office.dana.clicks("Alert now")
    office.riley.waits_for("[Acknowledge]")
    office.riley.clicks("Acknowledge")
    office.dana.waits_for(SEEN)
    closes_as(office.dana, "Found, safe")
    office.dana.waits_for("Closed: Found, safe")
    office.dana.says("the tobi note: i called ms stone by phone at 4:35p, she answered, so not attempted")
    office.dana.waits_for("4:35 PM")
    assert notes(office) == 1
    assert "Attempted" not in office.dana.newest_card("Tobi Okafor (9)")
