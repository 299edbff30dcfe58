"""What stands in the first lines of an answer: on a phone they are what is read."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.views.duties.due import due_list
from bot.views.duties.owed import week_words
from bot.views.leave.steads import steads_card
from bot.views.notes.note_parts import due_words
from storage.owed import Owed, Week
from storage.steads import Steads, StoodIn
from tests.views.extremes import DANA, NOW, SAM, note
from tests.views.test_cards_and_windows import TZ, posted


def week(submitted: int = 0, overdue: int = 0, reviews: int = 0, meetings: int = 0) -> Week:
    return Week("", submitted, submitted, 20.0 if submitted else None, overdue, reviews, meetings, 3, 9)


@pytest.mark.parametrize(
    ("of", "said", "unsaid"),
    [
        (week(), ["Notes: none submitted", "Overdue now: no note, no review"], "Meetings"),
        (
            week(4, overdue=1),
            ["Notes: 100% on time, 4 of 4, median 20 h", "Overdue now: 1 note\n"],
            "Meetings",
        ),
        (week(4, reviews=2, meetings=1), ["Overdue now: 2 reviews\n", "not recorded: 1"], "0 of"),
    ],
)
def test_a_week_in_figures_says_what_there_is(of: Week, said: list[str], unsaid: str) -> None:
    words = week_words(of)
    assert all(each in words for each in said)
    assert unsaid not in words


def owed(count: int) -> list[Owed]:
    return [Owed(f"o{n}", "note", NOW, overdue=n < 2, note=note()) for n in range(count)]


def test_a_long_list_counts_all_of_it_first_and_shows_the_first_of_it() -> None:
    drawn = due_list(owed(40), (), TZ)
    posted(drawn)
    assert "40 due, 2 overdue" in str(drawn.blocks[0])
    assert "Show more (32)" in str(drawn.blocks[-1])
    rest = due_list(owed(40), (), TZ, skip=8)
    assert "Show more (12)" in str(rest.blocks[-1])
    assert "40 due" not in str(rest.blocks)


def test_a_short_list_is_not_counted() -> None:
    drawn = due_list(owed(12), (), TZ)
    assert "12 due" not in str(drawn.blocks)
    assert "Show more" not in str(drawn.blocks)


def test_leave_that_is_to_come_is_not_leave_of_today() -> None:
    today = date(2026, 11, 9)
    begun = StoodIn(today - timedelta(days=1), today, SAM, None)
    ahead = StoodIn(today + timedelta(days=7), today + timedelta(days=9), SAM, None)
    said = str(steads_card(Steads(DANA, off=(begun, ahead)), SAM.id, today).blocks)
    assert f"{DANA.name} is now off Sun Nov 8 – Mon Nov 9" in said
    assert f"{DANA.name} will be off Mon Nov 16 – Wed Nov 18" in said
    own = str(steads_card(Steads(DANA, off=(begun,)), DANA.id, today).blocks)
    assert "You are now off Sun Nov 8" in own


def test_a_day_without_an_hour_is_late_after_its_last_minute() -> None:
    midnight = datetime(2026, 11, 12, tzinfo=TZ)
    said = due_words(midnight, midnight + timedelta(hours=23, minutes=59, seconds=59), TZ)
    assert "Wed Nov 11, 11:59 PM" in said
    assert "late after" in said
    assert "Thu Nov 12, 11:59 PM" in said
