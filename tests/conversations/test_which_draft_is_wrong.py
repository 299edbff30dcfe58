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
