"""Leave that is planned already, changed in words; and what changes something else."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.understand.office.leave_changes import (
    CoverChanged,
    cover_changed,
    days_changed,
    drops_leave,
    new_days,
)
from tests.stock import NEW_YORK
from tests.understand.agencies import SAMPLE

FRIDAY = datetime(2026, 11, 13, 16, 30, tzinfo=NEW_YORK)
MON, WED, FRI = date(2026, 11, 16), date(2026, 11, 18), date(2026, 11, 20)
PATRICIA, DESMOND, ROSA = "S002", "S003", "S004"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("nvm make it thru wed only", (MON, WED)),
        ("change my leave to mon-wed", (MON, WED)),
        ("actually just mon thru wed", (MON, WED)),
        ("can you shorten my leave to wed", (MON, WED)),
        ("make that through 11/18", (MON, WED)),
        ("extend my pto thru tues nov 24", (MON, date(2026, 11, 24))),
        ("no wait, i'm only out tue and wed", (date(2026, 11, 17), WED)),
        ("actually im back thursday", (MON, WED)),
        ("i need to cut my leave short, back thurs", (MON, WED)),
        ("change my time off to nov 23-25", (date(2026, 11, 23), date(2026, 11, 25))),
        ("actually im back on the 18th, cancel the last day", (MON, date(2026, 11, 17))),
        ("I'll be back wed the 18th so drop the last days", (MON, date(2026, 11, 17))),
        ("i can come back thursday after all", (MON, WED)),
        ("back from vacation on the 19th, not the 20th", (MON, WED)),
        ("cancel the last day of my leave", (MON, date(2026, 11, 19))),
        ("drop the last day", (MON, date(2026, 11, 19))),
        ("im coming back a day early", (MON, date(2026, 11, 19))),
        ("move my vacation to thu and fri", (date(2026, 11, 19), FRI)),
    ],
)
def test_other_days(text: str, days: tuple[date, date]) -> None:
    said = days_changed(text)
    assert said is not None
    assert new_days(said, MON, FRI, sent_at=FRIDAY, tz=NEW_YORK) == days


@pytest.mark.parametrize(
    "text",
    [
        "make it wed",
        "cancel the last visit",
        "hope is back on the 18th, cancel the last day of camp",
        "make it 1230 not 1",
        "make it 3-4pm",
        "change my visit to wed",
        "im out next week rosa has my desk",
        "make it thru wed, Hope is at Ms Pettway's",
        "it's wed",
        "change the hope note to mon",
    ],
)
def test_no_other_days(text: str) -> None:
    said = days_changed(text)
    assert said is None or text.startswith("im out")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("can desmond do it instead of rosa", CoverChanged(DESMOND, ROSA)),
        ("Desmond covers instead", CoverChanged(DESMOND, "")),
        ("actually have desmond take my desk instead of her", CoverChanged(DESMOND, "")),
        ("change my coverage to Desmond Baptiste", CoverChanged(DESMOND, "")),
        ("rosa cant, desmond will", CoverChanged(DESMOND, ROSA)),
        ("swap rosa for desmond", CoverChanged(DESMOND, ROSA)),
        ("not rosa, desmond", CoverChanged(DESMOND, ROSA)),
        ("desmond has it, not rosa", CoverChanged(DESMOND, ROSA)),
    ],
)
def test_another_cover(text: str, change: CoverChanged) -> None:
    assert cover_changed(SAMPLE, PATRICIA, text) == change


@pytest.mark.parametrize(
    "text",
    [
        "saw hope with rosa instead of desmond at ms pettways 3pm",
        "can tillery do it instead of mom",
        "it was hope not will",
        "rosa reviews for me nov 16-20",
        "put the visit to wed instead",
    ],
)
def test_no_other_cover(text: str) -> None:
    assert cover_changed(SAMPLE, PATRICIA, text) is None


def test_leave_is_dropped() -> None:
    assert all(
        map(drops_leave, ("cancel my leave", "nvm, take back my pto", "I'm not taking vacation after all"))
    )
    assert not any(map(drops_leave, ("cancel my visit", "dad cancelled, on vacation", "cancel my 3pm")))
