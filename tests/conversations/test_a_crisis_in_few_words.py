"""What is texted in few words while a crisis goes on: lines of it, no note, no second alarm; taken on in words."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office
from tests.conversations.test_a_crisis_goes_on import SAID, calls, lines, taken_on
from tests.conversations.test_a_crisis_runs import becomes_a_line


@pytest.mark.parametrize(
    "text",
    [
        "psych says admit overnight, 1:1",
        "grandma too",
        "dad arrested, order of protection number pending",
        "911 called 522 by staff",
        "riley said dont wake sam, tell him at 8",
        "he stays there tonight ok per riley",
        "fm called back hes w his cousin in queens, going to get him",
        "arrestaron al papa",
    ],
)
def test_what_somebody_did_or_said_is_a_line_of_it(sqlite_office: Office, text: str) -> None:
    becomes_a_line(sqlite_office, text)


@pytest.mark.parametrize("text", ["at 525 mom called me, crying", "525 cops have him outside"])
def test_three_digits_are_its_hour(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    office.dana.waits_for("5:25 PM: added to the alarm about Tobi")


@pytest.mark.parametrize("text", ["it was 5:10 that she called me", "no, it was 5:05"])
def test_what_puts_its_note_right_goes_to_its_note(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says(text)
    office.dana.waits_for("Your words stand in the note")
    assert lines(office) == []


def test_what_puts_right_what_happened_is_no_second_alarm(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("no, he ran from school")
    office.dana.waits_for("added to the alarm about Tobi")
    assert calls(office) == [SAID]


def test_what_follows_another_draft_is_about_that_one(sqlite_office: Office) -> None:
    office = sqlite_office
    taken_on(office)
    office.dana.says("saw Maya Lindgren today at school 3:20, 20 min")
    office.dana.waits_for("Maya Lindgren (")
    office.dana.says("the teacher told me she reads well")
    office.dana.waits_for("[Leave it out]")
    assert lines(office) == []


@pytest.mark.parametrize(
    "text", ["got it", "ack", "im on it, calling nypd now", "i have it, calling dana", "ok"]
)
def test_an_alarm_is_taken_on_in_words_with_one_tap(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    office.riley.says(text)
    office.riley.waits_for("Acknowledge Tobi?")
    assert calls(office) == [SAID]
    assert [words for _, words in lines(office)] == ([text] if "calling" in text else [])
    office.riley.clicks("Acknowledge", on="Acknowledge Tobi?")
    office.dana.waits_for("Seen by Riley Shaw")
    assert office.demo.workspace.wait_until(lambda: not office.riley.sees("Until you tap"))


@pytest.mark.parametrize("text", ["im on it", "i'll handle it", "yo me encargo"])
def test_who_reported_it_is_told_who_has_it(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    office.dana.says(text)
    office.dana.waits_for("nobody who was alerted has acknowledged it yet")
    office.riley.clicks("Acknowledge")
    office.dana.waits_for("Riley Shaw has it since")
    assert calls(office) == [SAID]
    assert lines(office) == []
    assert not office.dana.sees("could make nothing")


def test_without_a_crisis_nobody_has_one(sqlite_office: Office) -> None:
    sqlite_office.dana.says("im on it")
    sqlite_office.dana.waits_for("could make nothing")


def test_another_emergency_behind_it_stays_one(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    office.riley.says("got it. Maya Lindgren cut her arm, bleeding bad")
    assert office.demo.workspace.wait_until(lambda: len(calls(office)) == 2)
