"""From a worker's words to an approved note, as worker and supervisor live it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from storage.models import Note, NoteVersion, ReviewDecision
from storage.types import NoteStatus
from tests.conversations.office import Office

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"


def draft(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")


def submit(office: Office) -> None:
    draft(office)
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")


def test_the_card_is_right_in_every_field(office: Office) -> None:
    draft(office)
    card = office.dana.newest_card()
    for words in (
        "Maya Okafor", "Tobi Okafor", "Okafor case, K1", "Caseworker/Child Contact", "Foster Home Visit",
        "Mon, Nov 9, 2026, 4:00 PM – 4:45 PM (45 min)", "In person", "Foster or kinship home", "Completed",
        VISIT, "due Nov 12, 4:45 PM",
    ):  # fmt: skip
        assert words in card.replace("  ", " "), words


def test_it_goes_to_the_supervisor_and_comes_back_approved(office: Office) -> None:
    submit(office)
    assert VISIT not in office.dana.newest_card(), "after Submit the words leave the chat"
    office.sam.waits_for("Note from Dana Ellis")
    assert "Maya" not in office.sam.newest_card(), "the queue card has initials only"
    office.sam.clicks("Read")
    office.sam.waits_for_window("Read note")
    assert office.sam.sees(VISIT)
    office.sam.clicks("Approve")
    office.sam.waits_for("Approved by S. Ortega")
    office.sam.closes_window()
    office.dana.waits_for("Sam Ortega approved this note")
    office.dana.waits_for("Copy for CONNECTIONS")
    with office.db.reading() as session:
        assert session.scalars(select(Note.status)).all() == [NoteStatus.APPROVED]


def test_approving_an_unread_note_opens_it_first(office: Office) -> None:
    submit(office)
    office.sam.waits_for("[Approve]")
    office.sam.clicks("Approve")
    office.sam.waits_for_window("Read note")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReviewDecision)) == 0


def test_a_return_comes_back_corrected_with_its_differences(office: Office) -> None:
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "Which room was clean?")
    office.sam.submits()
    office.sam.waits_for("Record meeting")
    office.dana.waits_for("Which room was clean?")
    office.dana.clicks("Revise")
    office.dana.waits_for_window("Revise note")
    office.dana.fills("Your words", VISIT.replace("rm clean", "the children's room clean"))
    office.dana.submits()
    office.dana.waits_for("Your revision is saved")
    office.dana.clicks("Submit")
    office.sam.waits_for("Revised, version 2")
    office.sam.clicks("Read", on="Revised, version 2")
    office.sam.waits_for_window("Read note")
    assert office.sam.sees("the children's room")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(NoteVersion)) == 2


def test_a_return_needs_a_reason_and_opens_a_meeting(office: Office) -> None:
    submit(office)
    office.sam.waits_for("[Return]")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "   ")
    office.sam.submits()
    office.sam.waits_for("Say in a few words")
    office.sam.fills("Reason", "Please say who was there.")
    office.sam.submits()
    office.sam.waits_for("Record meeting")
    office.sam.clicks("Record meeting")
    office.sam.waits_for_window("Record meeting")
    office.sam.submits()
    office.sam.waits_until_gone("still to be recorded")


def test_two_mayas_are_asked_about_and_one_tap_settles_it(office: Office) -> None:
    office.dana.says("saw Maya today at 3 at school, 20 min")
    office.dana.waits_for("Which child?")
    card = office.dana.newest_card()
    assert "Maya Okafor, 7" in card
    assert "Maya Lindgren, 12" in card
    assert "[Submit]" not in card
    office.dana.clicks("Maya Lindgren, 12")
    office.dana.waits_for("Lindgren case, K2")
    office.dana.waits_for("[Submit]")


def test_another_units_supervisor_sees_nothing(office: Office) -> None:
    submit(office)
    office.sam.waits_for("[Read]")
    office.riley.says("notes on Maya Okafor")
    office.riley.waits_for("I found no notes")
    assert not office.riley.sees("Approve")


def test_a_second_click_on_an_old_card_changes_nothing(office: Office) -> None:
    submit(office)
    office.sam.waits_for("[Read]")
    office.sam.clicks("Read")
    office.sam.waits_for_window("Read note")
    office.sam.clicks("Approve")
    office.sam.waits_for("Approved by S. Ortega")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReviewDecision)) == 1


def test_discard_can_be_brought_back(office: Office) -> None:
    draft(office)
    office.dana.clicks("Discard")
    office.dana.waits_for("it can be brought back")
    office.dana.clicks("Bring back")
    office.dana.waits_for("[Submit]")


@pytest.mark.parametrize("words", ["a " * 4000, "é🙂" * 1500])
def test_long_words_go_on_in_a_second_field_and_none_is_lost(office: Office, words: str) -> None:
    text = f"saw Maya Okafor today at 4pm at the foster home. {words}".strip()
    office.dana.says(text)
    office.dana.waits_for("[Edit]")
    office.dana.clicks("Edit")
    office.dana.waits_for_window("Edit note")
    assert office.dana.sees("Your words, continued (2)")
    office.dana.submits()
    office.dana.waits_until_closed()
    with office.db.reading() as session:
        assert {v.narrative for v in session.scalars(select(NoteVersion))} == {text}
