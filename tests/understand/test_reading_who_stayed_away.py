"""Who did not come: an appointment that another event stands before, and one parent of two."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)
LUZ, ANGEL, JAYLEN = "P0014", "P0013", "P0015"


def items(text: str) -> tuple[Item, ...]:
    return read(SAMPLE, staff_id="S007", text=text, sent_at=MONDAY, tz=TZ).contacts


@pytest.mark.parametrize(
    "text",
    [
        "9am saw Luz at school. Vanessa Rodriguez didnt show 11:30",
        "9am saw Luz at school. 11:30 Vanessa Rodriguez never came to her appt",
        "9am saw Luz at school. 11:30 Vanessa Rodriguez absent, office",
        "9am saw Luz at school. 11:30 Vanessa Rodriguez NS office",
        "9am saw Luz at school. waited for Vanessa Rodriguez 11:30 nothing",
        "A las 9 vi a Luz en la escuela. 11:30 Vanessa Rodriguez no llego.",
        "A las 9 vi a Luz en la escuela. La mama de Jaylen no se presento a las 11:30",
    ],
)
def test_who_did_not_come_is_an_attempt_of_its_own(text: str) -> None:
    seen, missed = items(text)
    assert (seen.children, seen.outcome) == ((LUZ,), Outcome.COMPLETED)
    assert (missed.children, missed.people, missed.outcome) == ((JAYLEN,), ("K0050",), Outcome.ATTEMPTED)
    assert missed.starts_at is not None
    assert (missed.starts_at.hour, missed.starts_at.minute) == (11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "saw Luz at Ms Polanco's at 4. She said her dad didn't show at 2 for their lunch",
        "saw Luz at Ms Polanco's at 4. Her dad never came at 2",
        "saw Luz at Ms Polanco's at 4. the plumber didn't show at 2",
    ],
)
def test_who_did_not_come_to_others_is_none(text: str) -> None:
    (item,) = items(text)
    assert item.outcome is Outcome.COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "supervised visit Santos kids w mom 3-4 at office. mom no show",
        "supervised visit Santos kids w mom 3-4 at office. Ms Santos didn't show",
        "fv 3-4 office, Miriam and both kids. Miriam no show. Edwin no show",
        "fv 3-4 office w Miriam and Edwin Santos. both no show",
        "visita supervisada 3-4 en la oficina con Miriam y los niños. Miriam no llegó",
    ],
)
def test_a_visit_to_which_the_parent_did_not_come_was_not_held(text: str) -> None:
    (item,) = items(text)
    assert item.outcome is Outcome.ATTEMPTED


@pytest.mark.parametrize(
    "text",
    [
        "supervised visit Santos kids w mom 3-4 at office. dad no show",
        "supervised visit Santos kids w mom 3-4 at office. Edwin Santos didn't show",
        "fv 3-4 office, Miriam and both kids. Edwin no show",
        "visita supervisada 3-4 en la oficina con Miriam y los niños. Edwin no vino",
        "supervised visit Jaylen w mom 3-4 at office. dad didn't show",
    ],
)
def test_a_visit_was_held_with_the_one_parent_who_came(text: str) -> None:
    (item,) = items(text)
    assert item.outcome is Outcome.COMPLETED
