"""A phone, a car, a grandmother that died are no child's death; an illness is no injury; pills are self-harm."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.incidents import harms_self, incidents_in
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
NIGHT = datetime(2026, 11, 10, 0, 20, tzinfo=TZ)


def told(text: str) -> Reading:
    return read(SAMPLE, staff_id="S017", text=text, sent_at=NIGHT, tz=TZ)


def whom(text: str) -> list[str]:
    return [SAMPLE.children[child].first_name for item in told(text).contacts for child in item.children]


@pytest.mark.parametrize(
    "text",
    [
        "elijah took off, his iphone is dead",
        "jt didnt come back, ms jenkins cell died",
        "camila still out, line just went dead on me",
        "my car died on linden blvd w destiny king in the back",
        "dead battery so she couldnt call",
        "sigue sin volver, se le murió el celular",
        "el cel de la sra jenkins esta muerto",
        "kids hysterical, their dog died",
        "his grandma died n he punched a wall",
        "hope wishes she was dead",
        "almost died, od'd in the bathroom",
    ],
)
def test_what_died_was_no_child(text: str) -> None:
    assert "death" not in incidents_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "baby found dead in the crib",
        "ms pettway found him in the car dead",
        "hit by a car died at kings county",
        "fell off his bike n died",
        "his mom and baby brother died in the fire",
        "baby n grandma died in the fire",
        "phone is dead n hes been found dead",
        "la bebe murió anoche",
    ],
)
def test_a_childs_death_is_one(text: str) -> None:
    assert "death" in incidents_in(text)


def test_an_illness_is_no_serious_injury() -> None:
    for text in (
        "imani at er w 104 fever",
        "nene taken by ambulance, vomiting",
        "en la sala de er con fiebre",
    ):
        assert incidents_in(text) == ()
    for text in ("fell down the stairs, in er, has fever now", "hope at er", "in er, broke his arm"):
        assert incidents_in(text) == ("serious_injury",)


@pytest.mark.parametrize(
    "text",
    [
        "she doesnt wanna be here anymore, took pills",
        "dice que ya no quiere estar aqui, se tomó unas pastillas",
        "texted his coach kms",
        "hes tired of living",
        "took a whole bottle of benadryl",
        "wishes she was never born",
    ],
)
def test_who_may_die_by_her_own_hand_gets_the_lifeline(text: str) -> None:
    assert harms_self(text)
    assert not harms_self("doesnt want to live with his dad")
    assert not harms_self("doesnt wanna be here w ms jenkins")


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("esperanza texting me she doesnt wanna be here anymore, took pills??", "Esperanza"),
        ("ok so esperanza says she took pills", "Esperanza"),
        ("esperanza is not answering me n she took pills", "Esperanza"),
        ("ms ospina found esperanza w an empty bottle of tylenol, she wants to die", "Esperanza"),
        ("grace wont wake up", "Grace"),
        ("justice having a seizure", "Justice"),
        ("hope wishes she was dead", "Hope"),
        ("august screaming n kicking the door", "August"),
    ],
)
def test_a_name_that_is_a_word_finds_the_child_of_an_emergency(text: str, child: str) -> None:
    assert set(whom(text)) == {child}
    assert told(text).intent is Intent.LOG_CRISIS


def test_two_of_a_name_are_asked_about() -> None:
    for text in ("destiny took pills", "luz got hit by a car"):
        assert "child" in told(text).ask
        assert whom(text) == []


def test_the_word_is_no_name_elsewhere() -> None:
    assert whom("esperanza center called about camila") == ["Camila"]
    assert whom("there was no grace period, chance of a new hearing") == []
    assert whom("sin esperanza de volver, llamo la sra") == []


def test_pills_denied_are_no_alarm() -> None:
    assert told("elijah denied he took pills").intent is not Intent.LOG_CRISIS
    assert told("hope took her meds n went to bed").intent is not Intent.LOG_CRISIS
