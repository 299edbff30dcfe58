"""A day's or a week's work told in one message: each row its own event, each child its own hour."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item, Reading
from bot.understand.reading import read
from bot.understand.writing.numbered_rows import rows_apart
from storage.types import EventType, Method, Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=MONDAY, tz=TZ)


def told(item: Item) -> tuple[list[str], str]:
    names = sorted(SAMPLE.children[c].first_name for c in item.children)
    return names, f"{item.starts_at or item.on:%m-%d %H:%M}"


@pytest.mark.parametrize(
    "text",
    [
        "Weds - hv Owen @ daleys 415. Thurs - 10a tc mom Sheridan. Fri - Nicolas @ owens 5p, brandon not home",
        "Weds - hv Owen @ daleys 415, rm clean.\nThurs - 10a tc mom Sheridan.\nFri - Nicolas @ owens 5p",
        "11/4 - Owen @ daleys 415. 11/5 - 10a tc mom Sheridan. 11/6 - Nicolas @ owens 5p",
        "Wed: hv Owen @ daleys 415. Thu: tc mom Sheridan 10a. Fri: Nicolas + Brandon @ owens 5p, saw Nicolas only",
    ],
)
def test_a_day_with_a_dash_heads_what_stands_behind_it(text: str) -> None:
    assert [told(item) for item in reading(text).contacts] == [
        (["Owen"], "11-04 16:15"),
        (["Owen"], "11-05 10:00"),
        (["Nicolás"], "11-06 17:00"),
    ]


@pytest.mark.parametrize("sign", ["{}) ", "({}) ", "#{} ", "{}. "])
@pytest.mark.parametrize("between", [" ", "\n", ". "])
def test_each_number_of_a_list_is_a_row(sign: str, between: str) -> None:
    rows = ["9a Alan @ ps, 20 min, seen alone", "11 Laila @ Bryants, 1 hr", "lm for bio dad Moran 330p"]
    text = between.join(sign.format(n) + row for n, row in enumerate(rows, 1))
    found = reading(text).contacts
    assert [told(item) for item in found] == [
        (["Alan"], "11-09 09:00"),
        (["Laila"], "11-09 11:00"),
        (["Owen"], "11-09 15:30"),
    ]
    assert [len(item.seen_alone) for item in found] == [1, 0, 0]
    assert found[2].outcome is Outcome.ATTEMPTED


@pytest.mark.parametrize(
    "text",
    [
        "saw Alan (8) at school at 9 today, teacher says he is 1) late 2) tired",
        "saw Alan at school at 9 today, talked about 1) reading 2) his sister 3) lunch",
        "saw Alan at 9 today at 12 Elm St. 2 kids were there",
    ],
)
def test_points_of_a_talk_are_no_events(text: str) -> None:
    assert len(reading(text).contacts) == 1


def test_a_list_counts_from_one() -> None:
    assert rows_apart("saw Alan (8) and Laila (2) at 3") == "saw Alan (8) and Laila (2) at 3"
    assert rows_apart("1) a 2) b (3) c") == "1) a\n2) b\n(3) c"


@pytest.mark.parametrize(
    "text",
    [
        "2pm court acosta adj to 12/14\nlm for bio dad Moran",
        "2pm court acosta adj to 12/14, lm for bio dad Moran",
        "hv laila 3p today at bryants\ncalled bio dad Moran no answer",
        "hv laila 3p today at bryants. Left vm for bio dad Moran",
        "vi a Laila en casa de la sra Bryant hoy a las 3. Llamé al papá Moran, no contestó",
    ],
)
def test_a_call_to_another_family_is_a_note_of_its_own(text: str) -> None:
    first, call = reading(text).contacts
    assert first.outcome is Outcome.COMPLETED
    assert (call.types, told(call)[0]) == ((EventType.BIRTH_PARENT_CASEWORKER,), ["Owen"])
    assert (call.method, call.outcome) == (Method.PHONE, Outcome.ATTEMPTED)
    assert call.starts_at is None
