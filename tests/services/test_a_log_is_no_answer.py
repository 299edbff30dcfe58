"""A whole log right after a card is a note of its own: it is not swallowed as an answer or a correction."""

from __future__ import annotations

import pytest

from bot.services.drafts import remarks
from bot.services.drafts.concerning import may_be
from bot.services.drafts.heard import Heard
from storage.models import Remark
from tests.services.small_office import DANA, SmallOffice

ASKS_WHICH = "saw Maya at the foster home today 4pm, 45 min, sleeping better"
OTHER_FAMILY = "saw Maya Lindgren today at 2pm at school, 20 min"
SAME_FAMILY = "saw Tobi Okafor today at 2pm at school, 20 min"


def heard(office: SmallOffice, words: str) -> Remark | None:
    """What Dana's words become three minutes later; None: they are about no draft."""
    office.later(minutes=3)
    reading = office.reading(DANA, words)
    said = Heard("D1", "99.0", None, words, office.now, reading)
    if not may_be(said):
        return None
    with office.desk(DANA) as desk:
        return remarks.hear(desk, said)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (ASKS_WHICH, "called Ms Stone tues 6:15pm, left msg"),
        (ASKS_WHICH, "met Ms Stone at the office yesterday 3pm, 20 min"),
        (OTHER_FAMILY, "tc Tobi Okafor 9a, 10 min, fine"),
        (OTHER_FAMILY, "Tobi Okafor seen 1500 school, 15m"),
        (OTHER_FAMILY, "Tobi not home when I got to Ms Stone's at 4:30 today, she was still at choir"),
    ],
)
def test_it_is_a_note_of_its_own(dana: SmallOffice, before: str, words: str) -> None:
    dana.draft(DANA, before)
    assert heard(dana, words) is None


def test_at_another_hour_of_the_same_family_it_is_asked(dana: SmallOffice) -> None:
    dana.draft(DANA, SAME_FAMILY)
    found = heard(dana, "tc Tobi Okafor 9a, 10 min, fine")
    assert found is None or found.asks is not None, "nothing is taken into the first note unasked"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (ASKS_WHICH, "Maya Okafor"),
        (ASKS_WHICH, "the older one"),
        (SAME_FAMILY, "no, I saw Tobi at 3 at school"),
        (SAME_FAMILY, "it was at 3pm"),
        (SAME_FAMILY, "add that Ms Stone was there too"),
    ],
)
def test_what_answers_or_puts_right_is_taken_in_as_ever(dana: SmallOffice, before: str, words: str) -> None:
    dana.draft(DANA, before)
    found = heard(dana, words)
    assert found is not None
    assert found.choice == "taken_in"
