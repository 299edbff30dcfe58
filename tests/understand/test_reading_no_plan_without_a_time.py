"""What says no day and no word of what is to come is no plan, whatever it sounds like."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from storage.types import EventType, Place
from tests.understand.telling import clock, events, intent


@pytest.mark.parametrize("text", ["mr cohen let me use the conf room", "ms daniels lent us her office"])
def test_what_somebody_let_me_use_is_no_plan(text: str) -> None:
    assert intent(text) is not Intent.PLAN_VISIT


@pytest.mark.parametrize(
    "text", ["mtg w ms rivera 1215 re hope", "mtg w ms rivera at hopes school 1215 abt her schedule change"]
)
def test_a_meeting_whose_hour_has_come_was_held(text: str) -> None:
    assert [clock(item) for item in events(text)] == ["11-09 12:15"]


@pytest.mark.parametrize(
    "text",
    [
        "mtg w ms rivera at hopes school tomorrow 1215",
        "mtg w ms rivera at 6 tonight re hope",
        "meeting w ms rivera at hopes school at 1215 thurs",
        "alan thurs 4pm",
        "gotta get out to see alan before the end of the month, no idea what day yet",
    ],
)
def test_one_with_its_day_to_come_is_planned(text: str) -> None:
    assert intent(text) is Intent.PLAN_VISIT


def test_what_was_is_no_question_for_what_is_due() -> None:
    assert intent("no hope came in for the last 5 min") is not Intent.LIST_DUE


@pytest.mark.parametrize(
    "text",
    [
        "i was at the court today for the acosta thing but it got adjourned to dec 8 930",
        "waited at the courthouse all morning for the mason case, adjourned",
        "drove to court for owen but it was adjourned",
    ],
)
def test_at_court_for_a_family_is_an_appearance_and_no_child_seen(text: str) -> None:
    (item,) = events(text)
    assert (set(item.types), item.place) == ({EventType.COURT_APPEARANCE}, Place.COURT)


def test_a_child_seen_at_court_was_seen() -> None:
    (item,) = events("saw alan at the court today at 2, 20 min")
    assert set(item.types) == {EventType.CASEWORKER_CHILD}
