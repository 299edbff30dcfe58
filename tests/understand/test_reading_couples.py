"""Both carers, titles behind names, adults kept away or only wished for (READING, "Who")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def _item(text: str, staff: str) -> Item:
    (item,) = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts
    return item


def _people(text: str, staff: str = "S006") -> set[str]:
    return {SAMPLE.contacts[key].name for key in _item(text, staff).people}


@pytest.mark.parametrize(
    "text",
    [
        "Saw Lila today 4-4:40 at the foster home. Sat down w Mr and Mrs Brennan about the trip.",
        "Lila at the Brennans' today 3 to 3:40, both foster parents told me she sleeps fine",
        "Mr & Mrs Brennan called me at 9 today re Lila's fever, 10 min",
    ],
)
def test_both_who_hold_the_placement_took_part(text: str) -> None:
    assert _people(text) == {"Eileen Brennan", "Tom Brennan"}


@pytest.mark.parametrize(
    "text",
    [
        "Vi a Isabella hoy a las 4 en casa de la Sra. Delgado, 30 min. Quiere llamar a su mamá los domingos",
        "Saw Isabella at Ms Delgado's today 4 to 4:30. Her dad is still locked up.",
        "Isabella at Ms Delgado's today 4 to 4:30. Mom's hearing is Thursday.",
        "Saw Lila at the Brennans' today 4 to 4:30. Tom was in the barn.",
    ],
)
def test_an_adult_elsewhere_or_wished_for_took_no_part(text: str) -> None:
    assert _people(text) == set()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Vi a Isabella hoy a las 4 en casa de la Sra. Delgado, perdón, a Sofia. 30 min", "Sofia"),
        ("ayer a las 4 vi a Sofia en casa de la Sra. Delgado, digo a Isabella", "Isabella"),
    ],
)
def test_a_child_corrected_with_the_accusative_alone_is_meant(text: str, seen: str) -> None:
    assert {SAMPLE.children[key].first_name for key in _item(text, "S006").children} == {seen}
