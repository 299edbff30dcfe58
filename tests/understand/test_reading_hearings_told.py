"""Hearings in few words: moved up, adjourned the same day, whose side stayed away, which case it was."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
LAILA = ("P0170",)


def only(text: str) -> Item:
    sent = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)
    (item,) = read(SAMPLE, staff_id="S008", text=text, sent_at=sent, tz=TZ, advisor=RULES_ALONE).contacts
    return item


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("court for Laila this morning at 11, the hearing got moved up, mom was there", Outcome.COMPLETED),
        ("court for Laila today at 11, it was bumped up to first call, mom was there", Outcome.COMPLETED),
        ("court for Laila today at 11, the hearing got moved up to friday", Outcome.CANCELLED),
        ("court for Laila today at 11, hearing got moved to december 3", Outcome.CANCELLED),
    ],
)
def test_what_was_moved_up_was_held_unless_to_another_day(text: str, outcome: Outcome) -> None:
    assert only(text).outcome is outcome


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("court for the Germain case got adjourned today, we were there 930 to 945 part 3", "09:30", 15),
        ("court for Laila today got adjourned, 930 to 945 part 3", "09:30", 15),
        ("the hearing for Laila got adjourned today, we waited from 9 to 11 in part 5", "09:00", 120),
        ("la audiencia de Laila se aplazó hoy, estuvimos de 9:30 a 10", "09:30", 30),
    ],
)
def test_an_adjourned_hearing_keeps_its_own_day_and_hours(text: str, start: str, minutes: int) -> None:
    item = only(text)
    assert (f"{item.starts_at:%m-%d %H:%M}", item.minutes) == (f"11-09 {start}", minutes)


def test_what_it_was_adjourned_to_is_no_time_of_it() -> None:
    item = only("court today for Laila 930 to 945 part 3, adjourned to dec 8 at 10")
    assert (f"{item.starts_at:%m-%d %H:%M}", item.minutes) == ("11-09 09:30", 15)


@pytest.mark.parametrize(
    "words", ["nobody from the mother side came", "no one for the mother showed up", "nadie de la mamá vino"]
)
def test_of_whose_side_nobody_came_is_not_there(words: str) -> None:
    assert only(f"court for Laila today 930 to 945, {words}").people == ()


@pytest.mark.parametrize(
    "text",
    [
        "was in court today for the Charles case no wait that is not till the twenty fourth it was the Jackson case",
        "court today at 10 for the Charles kids, sorry no that's on the 24th, it was the Jackson case",
        "corte hoy a las 10 por los Charles, no espera eso es hasta el 24, era el caso Jackson",
    ],
)
def test_the_case_that_is_only_due_later_is_taken_back(text: str) -> None:
    item = only(text)
    assert item.children == LAILA
    assert f"{item.on:%m-%d}" == "11-09"


def test_the_next_date_of_the_same_case_takes_nothing_back() -> None:
    assert only("court today at 10 for Wilner, his next date is not till the 24th").children == ("P0017",)
