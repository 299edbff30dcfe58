"""Who was to be seen and was not, and the visit that was held without one or never was (READING, "Who")."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)


def told(text: str, staff: str) -> tuple[set[str], Outcome | None]:
    """The children of the one event that the text tells, and its outcome."""
    (item,) = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts
    return {SAMPLE.children[key].first_name for key in item.children}, item.outcome


@pytest.mark.parametrize(
    "text",
    [
        "saw Mateo at school 1:30 today, 15 min. Couldn't see Maya Rivera, she was on a field trip",
        "saw Mateo at school 1:30 today. Wasn't able to see Maya Rivera",
        "saw Mateo today at 2 at Ms Thompson's, didn't get a chance to meet with Maya Rivera",
        "went by Ms Thompson's today at 4, unable to see Maya Rivera, saw Mateo 20 min",
        "vi a Mateo hoy a la 1:30 en la escuela. No pude ver a Maya Rivera, estaba en un paseo",
        "supervised visit today with Lucia at the agency, 4 to 5. Maya Rivera didn't come, she had a fever. Mateo happy",
        "visita supervisada hoy con Lucia en la agencia, 4 a 5. Maya Rivera no vino, tenía fiebre. Mateo contento",
    ],
)
def test_who_was_not_seen_is_left_out_and_the_visit_was_held(text: str) -> None:
    assert told(text, "S005") == ({"Mateo"}, Outcome.COMPLETED)


@pytest.mark.parametrize(
    ("text", "staff", "children"),
    [
        ("couldn't see Maya Rivera today at 4, she was at camp", "S005", {"Maya"}),
        ("no pude ver a Luz hoy a las 4, no estaba", "S007", {"Luz"}),
        ("la visita de Angel y Luz con Edwin hoy 3:30 no se dio, nunca llegó", "S007", {"Angel", "Luz"}),
        ("la visita de Luz con Miriam hoy a las 4 no se hizo, ella nunca apareció", "S007", {"Luz"}),
    ],
)
def test_where_nobody_was_met_it_was_tried(text: str, staff: str, children: set[str]) -> None:
    assert told(text, staff) == (children, Outcome.ATTEMPTED)


@pytest.mark.parametrize(
    "text",
    [
        "Lucia visit w/ Mateo tmrw 5pm at the agency. Maya Rivera out sick, not coming",
        "visit with Lucia and the kids tomorrow at 5 at the agency, Maya Rivera won't be coming",
        "mañana a las 5 visita de los niños con Lucia en la agencia, Maya Rivera no viene",
    ],
)
def test_who_will_not_come_is_not_planned_for(text: str) -> None:
    assert told(text, "S005") == ({"Mateo"}, Outcome.PLANNED)


def test_who_can_not_come_home_yet_was_seen() -> None:
    text = "saw Mateo and Maya Rivera today at 4 at Ms Thompson's. Maya can't come home yet"
    assert told(text, "S005") == ({"Mateo", "Maya"}, Outcome.COMPLETED)
