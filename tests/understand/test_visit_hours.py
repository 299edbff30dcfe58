"""A bare hour behind a visit's shorthand, and a bare "phone" behind a talk's length."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import Method
from tests.understand.agencies import SAMPLE

_NEW_YORK = ZoneInfo("America/New_York")


def item_of(text: str) -> Item:
    sent = datetime(2026, 11, 17, 18, 0, tzinfo=_NEW_YORK)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=_NEW_YORK).contacts[0]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("hv 11 hope at ms pettways 30 min, room is clean", 11),
        ("h/v 4 alan ms edwards 45 mins all good", 16),
        ("home visit 10 w/ laila at ms bryants, 30 min", 10),
        ("hv 9 owen 20 min, ms daley home", 9),
    ],
)
def test_a_bare_hour_behind_a_visit(text: str, hour: int) -> None:
    starts = item_of(text).starts_at
    assert starts is not None
    assert starts.hour == hour


@pytest.mark.parametrize(
    "text",
    [
        "hv 2 kids at ms owens 30 min",
        "hv 3 siblings 30 min at the house",
        "hv 2 more at ms owens, 30 min each",
    ],
)
def test_a_count_is_no_hour(text: str) -> None:
    assert item_of(text).starts_at is None


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("last weds talked to mr wexler about maya's anxiety 1030 15 min phone", Method.PHONE),
        ("spoke w ms edwards re alans glasses 9am 5 min, phone", Method.PHONE),
        ("talked to ms daley re owen 2pm (phone)", Method.PHONE),
        ("hable con la sra edwards de alan a las 9 10 minutos telefono", Method.PHONE),
        ("saw hope 4pm 20 min, phone was dead", Method.IN_PERSON),
        ("talked to ms edwards about alan 9am, 5 min, phone was broken so i went there", None),
    ],
)
def test_the_means_stand_alone_behind_the_length(text: str, method: Method | None) -> None:
    assert item_of(text).method is method
