"""Beside a review: a meeting fixed with a tap, a question asked and answered in its thread."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import VISIT, submit


def test_a_return_finds_its_meeting_with_a_tap(sqlite_office: Office) -> None:
    office = sqlite_office
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    assert office.sam.sees("Without one it is due at the end of Thu Nov 12.")
    office.sam.fills("Reason", "Which room?")
    office.sam.chooses("2026-11-20", from_="Later date for the correction")
    office.sam.submits()
    office.sam.waits_for("needs a reason")
    office.sam.fills("Why later", "Dana is in court")
    office.sam.submits()
    office.sam.waits_for("an exception")
    office.sam.clicks("Tue Nov 10, 9:00 AM")
    office.dana.waits_for("meets with you")
    office.sam.waits_until_gone("[Tue Nov 10, 9:00 AM]")
    assert office.dana.sees("gave you until")
    assert office.demo.workspace.wait_until(
        lambda: office.dana.newest_card("Returned by Sam Ortega").count("Meeting with Sam Ortega") == 1
    ), office.dana.newest_card("Returned by Sam Ortega")


def test_a_question_is_answered_in_its_thread(office: Office) -> None:
    submit(office)
    office.sam.waits_for("[Read]")
    office.sam.clicks("Read")
    office.sam.waits_for_window("Read note")
    assert office.sam.sees("Counts as a monthly visit")
    assert office.sam.sees("last contacts")
    office.sam.clicks("Ask")
    office.sam.waits_for_window("Ask")
    office.sam.fills("Question", "Which children were home?")
    office.sam.submits()
    office.sam.waits_for_window("Sam Ortega, today")  # the note's again, with the question in it
    office.sam.closes_window()
    office.dana.waits_for("Sam Ortega asks")
    office.dana.says("Both, Maya and Tobi.", thread_of="Which children were home?")
    office.sam.waits_for("Dana Ellis answered")
    office.dana.waits_until_gone("Which children were home?")
    assert "Both, Maya" not in office.sam.newest_card(), "an answer is read in the window"
    office.sam.clicks("Read", on="Dana Ellis answered")
    office.sam.waits_for_window("Read note")
    assert office.sam.sees("Both, Maya and Tobi.")
    assert VISIT in (office.sam.window or "")
    assert office.dana.newest_card("Submitted").count("Answer the question") == 0


def asks_dana(office: Office, question: str) -> None:
    office.sam.waits_for("[Read]")
    office.sam.clicks("Read")
    office.sam.waits_for_window("Read note")
    office.sam.clicks("Ask")
    office.sam.waits_for_window("Ask")
    office.sam.fills("Question", question)
    office.sam.submits()
    office.sam.waits_for_window("Sam Ortega, today")  # the note's again, with the question in it
    office.sam.closes_window()
    office.dana.waits_for("Sam Ortega asks")


@pytest.mark.parametrize("words", ["yes the whole time", "she was in the kitchen mostly", "no, only Tobi"])
def test_an_answer_beside_the_thread_is_offered_to_who_asked(office: Office, words: str) -> None:
    submit(office)
    asks_dana(office, "Were both children home?")
    office.dana.says(words)
    office.dana.waits_for("Is that your answer to Sam Ortega?")
    assert not office.sam.sees("Dana Ellis answered"), "nothing is sent before she says so"
    office.dana.clicks("Yes, send it")
    office.sam.waits_for("Dana Ellis answered")
    office.dana.waits_for("Your answer stands with the note")
    office.sam.clicks("Read", on="Dana Ellis answered")
    office.sam.waits_for_window(words)


@pytest.mark.parametrize(
    ("words", "gets"),
    [("thanks", "I'm here when something happened"), ("saw Bence today at 2pm at school, 20 min", "Bence")],
)
def test_what_answers_nothing_is_not_offered_to_who_asked(
    sqlite_office: Office, words: str, gets: str
) -> None:
    submit(sqlite_office)
    asks_dana(sqlite_office, "Were both children home?")
    sqlite_office.dana.says(words)
    sqlite_office.dana.waits_for(gets)
    assert not sqlite_office.dana.sees("Is that your answer")
