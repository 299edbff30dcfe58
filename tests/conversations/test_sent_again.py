"""A note that came back: it is asked for, sent again in words; nothing of it is an event with the reviewer's name."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import submit


def came_back(office: Office, reason: str = "Which room?") -> None:
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", reason)
    office.sam.submits()
    office.dana.waits_for("Returned by Sam Ortega")


def test_what_came_back_is_shown_and_sent_again(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says("qué me devolvió Sam")
    office.dana.waits_for("No note of yours has come back")
    came_back(office)
    office.dana.says("what did Sam return")
    office.dana.waits_for("Which room?")
    assert not office.dana.sees("Which day was it?")
    office.dana.says("send it back to Sam")
    office.dana.waits_for("is not changed yet")
    office.dana.says("It was his bedroom")
    office.dana.waits_for("Does that belong to this note")
    office.dana.clicks("Add to this note")
    office.dana.waits_for("not yet sent")
    office.dana.says("ok mándala otra vez")
    office.dana.waits_for("Tap Submit to send it")
    office.dana.clicks("Submit", on="Tap Submit to send it")
    office.dana.waits_for("✓ Submitted")


@pytest.mark.parametrize("words", ["send it to Sam", "mándala a Sam"])
def test_a_draft_is_sent_to_somebody_in_words(sqlite_office: Office, words: str) -> None:
    office = sqlite_office
    office.dana.says("saw Maya Okafor today 4pm at Ms Stone's")
    office.dana.waits_for("[Submit]")
    office.dana.says(words)
    office.dana.waits_for("Tap Submit to send it")


@pytest.mark.parametrize("words", ["bring back the one i discarded", "recupera la que borré"])
def test_where_nothing_was_discarded_that_is_said(sqlite_office: Office, words: str) -> None:
    office = sqlite_office
    submit(office)
    office.dana.says(words)
    office.dana.waits_for("No note of yours was discarded lately")
    assert not office.dana.sees("could make nothing")
