"""A home at whose door somebody tried: who was there, who was elsewhere, how often, and who came after all."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 10, 17, 40, tzinfo=TZ)
DONE, TRIED = Outcome.COMPLETED, Outcome.ATTEMPTED


def items(staff: str, text: str) -> tuple[Item, ...]:
    reading = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)
    return reading.contacts


def hour(item: Item) -> str:
    return f"{item.starts_at:%H:%M}" if item.starts_at else ""


@pytest.mark.parametrize(
    ("staff", "text", "children"),
    [
        ("S008", "Tried Ms Lau's at 1145, she was there but Cody and Ella were at the dentist.", 2),
        ("S008", "Tried the Lau home at 3 today, fm was home but the kids had gone to the park.", 2),
        ("S008", "tried ms laus at 3 today she was there but cody was at practice", 1),
        ("S006", "Also tried Ms Delgado's at 1145, she was there but Isabella and Sofia were at church.", 2),
        ("S005", "Tried Ms Pettway's house at 1145 today, she was there but Hope was at the dentist.", 1),
        ("S005", "Intenté en casa de Ms Pettway hoy a las 11:45, ella estaba pero Hope andaba en el doctor.", 1),
        ("S016", "Went by the Francois foster home at 1145, Ms Desir was in but Samuel and Samantha were at camp.", 2),
        ("S016", "Tried the Francois foster home at 1145 today, Ms Desir was there but Samuel was at practice.", 1),
    ],
)  # fmt: skip
def test_the_carer_was_there_and_the_children_were_not(staff: str, text: str, children: int) -> None:
    (item,) = items(staff, text)
    assert (item.method, item.place, item.outcome) == (Method.IN_PERSON, Place.FOSTER_HOME, DONE)
    assert EventType.CASEWORKER_CHILD not in item.types
    assert len(item.children) == children


@pytest.mark.parametrize(
    ("staff", "text", "outcome", "method"),
    [
        ("S005", "Tried Ms Pettway's at 1145 today, nobody home.", TRIED, Method.IN_PERSON),
        ("S005", "Tried Ms Pettway's at 3 today, she was home but would not let me in.", TRIED, Method.IN_PERSON),
        ("S005", "Tried to see Hope at Ms Pettway's at 3, she was home but Hope was at the dentist.", TRIED,
         Method.IN_PERSON),
        ("S008", "Tried the Lau home at 3 today, Cody and Ella were at the dentist.", TRIED, Method.IN_PERSON),
        ("S005", "Tried Ms Pettway's cell at 1145 today, no answer.", TRIED, Method.PHONE),
        ("S005", "Tried Ms Pettway's at 1145 today, went straight to voicemail.", TRIED, Method.PHONE),
        ("S005", "Tried Ms Pettway at 1145 today, no answer.", TRIED, Method.PHONE),
    ],
)  # fmt: skip
def test_nobody_was_met(staff: str, text: str, outcome: Outcome, method: Method) -> None:
    (item,) = items(staff, text)
    assert (item.outcome, item.method) == (outcome, method)


def test_children_of_whom_something_is_only_told_were_there() -> None:
    (item,) = items(
        "S008", "Saw Cody and Ella at 3 at Ms Lau's, but Ella and Cody were at each other's throats."
    )
    assert EventType.CASEWORKER_CHILD in item.types
    assert len(item.children) == 2


@pytest.mark.parametrize(
    "text",
    [
        "I tried Cody at Ms Lau's at 3 and again at 5 today, nobody home either time.",
        "Stopped by Ms Lau's at 3 and at 5 today, nobody home.",
        "Went by Ms Lau's at 3 and 5 today, no one home both times.",
        "Pasé por casa de Ms Lau hoy a las 3 y otra vez a las 5, no había nadie.",
    ],
)
def test_two_hours_are_two_attempts(text: str) -> None:
    found = items("S008", text)
    assert [(hour(i), i.outcome, i.method) for i in found] == [
        ("15:00", TRIED, Method.IN_PERSON),
        ("17:00", TRIED, Method.IN_PERSON),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Went by Ms Lau's at 3 today, nobody home, waited until 3:30.",
        "Went to Ms Lau's at 3 and waited to 5 today, nobody home.",
    ],
)
def test_one_stay_is_one(text: str) -> None:
    assert len(items("S008", text)) == 1


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        (
            "Tried to see Shemar at 3, he was not home. He came at 330 and we talked 20 minutes in his room.",
            20,
        ),
        (
            "Tried to see Shemar at 3, he was not home. He got there at 330 and we sat in his room until 4.",
            30,
        ),
        (
            "Went to see Shemar at 3, not home. I waited and he got home at 330, talked with him for 20 min.",
            20,
        ),
    ],
)
def test_who_came_after_all_was_seen_from_then_on(text: str, minutes: int) -> None:
    (item,) = items("S016", text)
    assert (hour(item), item.minutes, item.outcome) == ("15:30", minutes, DONE)


@pytest.mark.parametrize(
    "text",
    [
        "Tried to see Shemar at 3, he was not home. He came at 330 but would not talk to me.",
        "Tried to see Shemar at 3, he was not home. He came at 330 and left right away.",
        "Tried to see Shemar at 3, he was not home.",
    ],
)
def test_who_did_not_talk_was_tried(text: str) -> None:
    (item,) = items("S016", text)
    assert (hour(item), item.outcome) == ("15:00", TRIED)
