"""A first name that nobody on file bears before a family's name: who it was is asked, nobody is put there."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understand.reading import read
from tests.stock import NEW_YORK
from tests.understand.agencies import SAMPLE

SENT = datetime(2026, 11, 17, 17, 30, tzinfo=NEW_YORK)


def read_by_tanisha(text: str) -> tuple[set[str], set[str]]:
    """The children's first names and the slots that are asked."""
    found = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=NEW_YORK)
    children = {SAMPLE.children[c].first_name for item in found.contacts for c in item.children}
    return children, {question.slot for question in found.questions}


@pytest.mark.parametrize(
    "text",
    [
        "saw Jayden Hall today 11am at school",
        "Home visit with Dashawn Rivera today 2:00-2:45pm, doing ok",
        "sv Jayden Hall today 11am at school, 20 min, he was quiet",
        "met with Carlos Hall today 11am at the agency",
        "visited brianna hall at school today 11am, 20 min",
    ],
)
def test_who_it_was_is_asked(text: str) -> None:
    children, asked = read_by_tanisha(text)
    assert not children
    assert "child" in asked


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("saw Hall today 11am at school", {"Will", "Hope"}),
        ("Visited the Hall kids today 11am at school", {"Will", "Hope"}),
        ("HV Hall today 11am, both kids fine", {"Will", "Hope"}),
        ("saw will hall today 11am at school", {"Will"}),
        ("Saw Hope Hall today 11am at school", {"Hope"}),
        ("Phone call w/ bio mom Denise Rivera today 11am re visits", {"Maya", "Mateo"}),
    ],
)
def test_the_family_and_its_own_are_read_as_before(text: str, children: set[str]) -> None:
    found, asked = read_by_tanisha(text)
    assert found == children
    assert "child" not in asked
