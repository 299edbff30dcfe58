"""Classes of wording that lot 44 was misread in, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
LOG, CONCERN = Intent.LOG_CONTACT, Intent.SAFETY_CONCERN


def intent(text: str) -> Intent:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).intent


def events(text: str) -> tuple[Item, ...]:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).contacts


@pytest.mark.parametrize(
    ("told", "is_"),
    [
        ("she has lines the whole way round both ankles, like from a rope", CONCERN),
        ("there is a bruise that goes right around her wrist", CONCERN),
        ("her wrists are raw all the way around", CONCERN),
        ("she has a thin red line around her neck", CONCERN),
        ("red wrists, as if somebody tied her", CONCERN),
        ("tiene marcas alrededor de los tobillos, como de una soga", CONCERN),
        ("trae las muñecas marcadas todo alrededor", CONCERN),
        ("she drew rings around her ankles with a marker", LOG),
        ("she had a line around her wrist from a tight bracelet", LOG),
        ("no marks around her wrists or neck", LOG),
        ("she wore her lanyard round her neck and stood in line", LOG),
        ("good marks all round", LOG),
        ("traía una pulsera alrededor de la muñeca", LOG),
    ],
)
def test_marks_go_all_round(told: str, is_: Intent) -> None:
    assert intent(f"Saw Hope at school today at 2, 40 min. {told.capitalize()}.") is is_
