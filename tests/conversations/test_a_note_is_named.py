"""Words that name their note ("the Lindgren one"): they are about it, and about no other on the table."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office

VISIT = "h/v Tobi Okafor today 4pm at Ms Stone's, 45 min, healthy, rm clean"
OTHER = "saw Maya Lindgren today at 2pm at school"


def both_drafted(office: Office) -> None:
    office.dana.says(OTHER)
    office.dana.waits_for("Lindgren case, K2")
    office.dana.says(VISIT)
    office.dana.waits_for("Okafor case, K1")


@pytest.mark.parametrize("said", ["actually lindgren was 130", "no wait, lindgren's was at 1:30"])
def test_an_hour_goes_to_the_draft_of_whom_it_is_said(office: Office, said: str) -> None:
    both_drafted(office)
    office.dana.says(said)
    office.dana.waits_for("1:30 PM")
    office.dana.waits_for("Your words stand in the note")
    assert "4:00 PM" in office.dana.newest_card("Okafor case, K1")


@pytest.mark.parametrize(
    ("said", "seen"), [("submit the lindgren one", "Tap Submit"), ("discard the lindgren one", "Tap Discard")]
)
def test_a_wish_for_one_of_two_is_not_asked_about(office: Office, said: str, seen: str) -> None:
    both_drafted(office)
    office.dana.says(said)
    office.dana.waits_for(seen)
    assert "Lindgren" in office.dana.newest_card(seen)


def test_what_is_dropped_after_it_was_sent_is_asked_back(office: Office) -> None:
    office.dana.says(OTHER)
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")
    office.dana.says(VISIT)
    office.dana.waits_for("Okafor case, K1")
    office.dana.says("scratch that lindgren one i mixed it up w yesterday")
    office.dana.waits_for("Ask for it back")
    assert "Lindgren" in office.dana.newest_card("Ask for it back")
