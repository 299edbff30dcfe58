"""Injuries that were treated are asked about; blows told in any order alarm; who was only out is not asked about."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import ALARMS
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)
ALARM, ASKED, NOTHING = "alarm", "asked", "nothing"


def heard(text: str, staff: str = "S005") -> str:
    """Whether it is taken for an alarm, asked about, or neither."""
    reading = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ)
    if reading.intent in ALARMS:
        return ALARM
    return ASKED if any(question.slot == "alarm" for question in reading.questions) else NOTHING


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("ms huang 9a tc, winnie tripped on the rug, 2 stitches in her lip at the walk in", "S005"),
        ("saw nick 4pm at ms owens, his arm is in a splint since sunday", "S005"),
        ("maya sprained her ankle and is on crutches, ms thompson told me by phone 9am", "S005"),
        ("per ms pettway hope needed x-rays of her elbow after gym, phone 11a", "S005"),
        ("will hit his head on the rink, dr says concussion. tc ms pettway 7pm", "S005"),
        ("laila has a burn on her hand from the iron, ms bryant told me 1pm phone", "S005"),
        ("owen ran into a post, knot on his head, nurse sent him to the doctor. call 1pm", "S005"),
        ("a luz le pusieron 3 puntos en la ceja, me llamo la foster a la 1", "S007"),
        ("angel se quebro el dedo y trae ferula, visita 4pm en casa", "S007"),
    ],
)
def test_a_treated_injury_is_at_least_asked_about(text: str, staff: str) -> None:
    assert heard(text, staff) in (ASKED, ALARM)


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("laila had her blood drawn at the clinic, routine, ms bryant told me by phone 10am", "S005"),
        ("ms owens dog has 6 stitches from the vet, hv 4pm saw nick", "S005"),
        ("ms bryant broke her ankle and is in a cast, tc 10am, laila is fine", "S005"),
        ("alan's stitches came out today, tc ms edwards 9am 5 min", "S005"),
        ("hope put a cast on her doll, hv 4pm ms pettway", "S005"),
        ("alan showed me the old scar where he had stitches, saw him 4pm ms edwards", "S005"),
        ("ya le quitaron el yeso a luz, llamada 10am con la foster", "S007"),
        ("jalen saco 20 puntos en el examen, lo vi a las 4 en casa", "S007"),
    ],
)
def test_what_is_no_injury_of_a_child_is_not(text: str, staff: str) -> None:
    assert heard(text, staff) == NOTHING


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("en la casa le estan pegando a jalen, eso me dijo el", "S007"),
        ("creo que a angel lo andan golpeando en casa, me lo conto ayer en la escuela", "S007"),
        ("dice la maestra que a luz la maltratan", "S007"),
        ("alan says at home he gets hit", "S005"),
        ("hit by ms edwards, thats what alan said when i asked", "S005"),
        ("the teacher believes nick is being beaten at ms owens", "S005"),
        ("owen gets smacked around, he told his teacher", "S005"),
    ],
)
def test_blows_are_an_alarm_in_any_order(text: str, staff: str) -> None:
    assert heard(text, staff) == ALARM


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("asked alan if anybody hits him at home and he said no, school 10am 20 min", "S005"),
        ("will says nobody hurts him there, hv 4pm ms pettway", "S005"),
        ("le pregunte a angel si le pegan en la casa y dijo que no, escuela 10am", "S007"),
        ("a jalen se le pego la gripe, llamada 9am con la sra morales", "S007"),
        ("luz le pego unos stickers a su cuaderno, visita 4pm en casa", "S007"),
    ],
)
def test_what_is_denied_or_glued_is_none(text: str, staff: str) -> None:
    assert heard(text, staff) == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "push alan to the day after",
        "can u kick hope down to monday",
        "i had to push will and hope to the same time next day",
        "drag alan to thursday pls",
        "bump alan one hour later",
    ],
)
def test_a_plan_that_is_moved_is_no_violence(text: str) -> None:
    assert heard(text) == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "ms edwards pushed alan to the floor the day after",
        "dad came. pushed owen to the wall on friday",
        "ms owens dragged nick to his room by the hair",
        "ms edwards lost it and hit alan tuesday",
        "ms pettway bumped hopes head against the wall",
    ],
)
def test_a_child_who_is_pushed_is_an_alarm(text: str) -> None:
    assert heard(text) == ALARM


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("maya at ms thompsons 8am, mateo not there he left for practice early", "S005"),
        ("hv ms owens 4pm, brandon home, nick refused to come down", "S005"),
        ("ms bryant dropped laila off for the visit and left, mom 3-4 office", "S005"),
        ("alan had already left when i got there, talked to ms edwards 4pm 15 min", "S005"),
        ("saw owen 3pm, nick was at a friends house", "S005"),
        ("alan was not home from school yet, talked with ms edwards 3pm 20 min", "S005"),
        ("vi a luz hoy 4pm en casa, angel estaba durmiendo y no lo desperte", "S007"),
        ("la mama dejo la ropa y se fue, visita a luz 3pm oficina", "S007"),
    ],
)
def test_who_was_elsewhere_asleep_or_unwilling_is_not_asked_about(text: str, staff: str) -> None:
    assert heard(text, staff) == NOTHING


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("mateo left for school and never got there, ms thompson called 10am", "S005"),
        ("nick left the group home w/o permission", "S005"),
        ("an uncle nobody knows picked up will from school", "S005"),
        ("mom picked up nick from school without permission and left", "S005"),
        ("ms owens dropped the boys at the agency with their bags and left, she wont take them back", "S005"),
        ("winnie was asleep and i could not wake her", "S005"),
        ("alan isnt in his bed, ms edwards just called", "S005"),
        ("ryan salio para la escuela y nunca llego", "S007"),
        ("ryan se fue con unos amigos el viernes y todavia no regresa", "S007"),
    ],
)
def test_who_is_gone_or_taken_still_alarms_or_is_asked_about(text: str, staff: str) -> None:
    assert heard(text, staff) in (ASKED, ALARM)
