"""What the three lots opened last showed, each class in words of its own, with the case beside it that stays as it is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ)


@pytest.mark.parametrize(
    "text",
    [
        "Saw Micah at school today at 10. There are thin red stripes across the backs of his legs.",
        "Alan let me see his back at 9:50 today, a row of red streaks from shoulder to waist.",
        "Stopped in at 4 today. Laila has four little round scabs on her forearm and says nobody did it.",
        "Owen's hands are swollen across the knuckles, today at 12 he told me 'the wooden spoon'.",
        "hoy a las 3 vi a Brandon, tiene unas rayas rojas largas en los brazos",
    ],
)
def test_lines_on_the_skin_are_a_worry(text: str) -> None:
    assert reading(text).intent is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "Saw Micah at school today at 10. He drew long red lines on both arms with a marker.",
        "Saw Laila 3pm today, tan lines on her arms from swim camp.",
        "Alan at 4 today, he said his waist is sore from the belt being too tight, we got a new one.",
        "Vi a Nicolás hoy a las 4. Quiere cortarse el cabello como su primo.",
        "3:15p TC Neil Abramson, 15 min, psych eval for mom",
        "Dr Archer called me at 5:10 today, Mateo is drawing the house fire again in session.",
        "Visit with Winnie at 4 today. Ms Huang says she still has nightmares about the apartment fire.",
        "Owen dreamt about an ambulance again, told me today at 4 at Ms Daley's.",
    ],
)
def test_what_is_drawn_dreamt_or_cut_off_is_none(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "Nicolás quiere cortarse, lo dijo hace 10 minutos, estoy con él",
        "EMS took Hope for a psych evaluation at 5",
        "Will is at the ED for psych eval, Linden House called 5:40",
        "Owen was playing with matches and there was a fire in the kitchen at 4 today",
        "Ms Huang called 5 min ago, the apartment is on fire, they got out",
    ],
)
def test_the_emergency_beside_it_stays_one(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CRISIS
