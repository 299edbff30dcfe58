"""A correction goes to the draft on which the wrong thing stands, and not to one that asks something."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office

DATELESS = "told Ms Stone about the visit"
FRIDAY = "saw Maya Lindgren on friday at 5pm at her foster home, 40 min"


@pytest.mark.parametrize(
    "said",
    [
        "oh sorry that was thursday not friday",
        "no it was Thursday, not Friday",
        "fue el jueves, no el viernes",
    ],
)
def test_the_day_that_was_wrong_says_which(office: Office, said: str) -> None:
    office.dana.says(DATELESS)
    office.dana.waits_for("Which day was it?")
    office.dana.says(FRIDAY)
    office.dana.waits_for("Lindgren case")
    office.dana.says(said)
    office.dana.waits_for("Changed by your words")
    assert "Nov 5" in office.dana.newest_card("Changed by your words")
    assert "Lindgren" in office.dana.newest_card("Changed by your words")


def test_everything_is_to_be_deleted_and_all_drafts_are_shown(office: Office) -> None:
    office.dana.says(DATELESS)
    office.dana.waits_for("Which day was it?")
    office.dana.says(FRIDAY)
    office.dana.waits_for("Lindgren case")
    office.dana.says("delete everything i sent today")
    office.dana.waits_for("2 drafts still open")
    assert office.dana.newest_card("drafts still open").count("[Discard]") == 2


def test_who_was_seen_alone_is_told_of_the_visit_before(office: Office) -> None:
    office.dana.says(FRIDAY)
    office.dana.waits_for("Lindgren case")
    office.dana.says("spoke with Maya Lindgren by herself")
    office.dana.waits_for("Your words stand in the note")
    assert "Seen alone" in office.dana.newest_card("Seen alone")


def test_who_was_there_for_the_first_minutes_is_offered_to_the_note(office: Office) -> None:
    office.dana.says("h/v Maya Okafor today 4pm at Ms Stone's, 45 min")
    office.dana.waits_for("[Submit]")
    office.dana.says("Ms Stone was there for the first 10 min, then we were alone")
    office.dana.waits_for("Does that belong to this note, or is it another event?")


@pytest.mark.parametrize("said", ["It was 930.", "it was at 9:30", "fue a las 9:30"])
def test_an_hour_is_the_last_notes_that_lacks_it(office: Office, said: str) -> None:
    office.dana.says("h/v Maya Okafor today 1 to 2pm at Ms Stone's, all well")
    office.dana.waits_for("[Submit]")
    office.dana.says("Court on the Lindgren case was this morning.")
    office.dana.waits_for("Lindgren case")
    office.dana.says(said)
    office.dana.waits_for("Changed by your words")
    assert "9:30 AM" in office.dana.newest_card("Changed by your words")
    assert "Lindgren" in office.dana.newest_card("Changed by your words")
