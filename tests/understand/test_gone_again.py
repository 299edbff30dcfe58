"""Words beside an emergency that say that its child is gone, and those that do not."""

from __future__ import annotations

import pytest

from bot.understand.danger.gone_again import gone, gone_again

NAMES = ("tobi",)


@pytest.mark.parametrize(
    "text",
    [
        "she ran, fm went after her",
        "cant find her anywhere",
        "he left the hosp ama w some kids 1150, cant find him",
        "nvm he ran again at the door 1150. staff lost him",
        "nvm he ran again 448, fm lost him at the corner",
        "she walked out of the er before they saw her",
        "Tobi took off from the precinct again",
        "se volvio a escapar del hospital",
        "hes gone again, bed empty",
        "ran off from triage, security looking",
        "se fue otra vez con los amigos",
        "shes not in the room, nurses can't find her",
        "eloped from cpep at 2am",
        "signed out against medical advice, left w friends",
        "he bolted when the uber stopped",
        "gone again!! fm says he climbed out",
        "he got out of the car at the light and ran, lost him",
        "tobi ran again",
        "no lo encuentran en el hospital",
        "ok he's out the window again",
    ],
)
def test_the_child_is_gone(text: str) -> None:
    assert gone(text, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "she ran to hug her mom",
        "cant find her shoes",
        "she ran the triage desk crazy",
        "afraid he'll run again",
        "she says she will run again if they send her back",
        "did he run again?",
        "mom took off when police came",
        "the kid who stabbed him ran off",
        "left the hospital with fm, going home",
        "he's gone to x-ray",
        "cant find the insurance card",
        "so he doesnt run again",
        "he never ran again",
        "hes gone home with ms lee",
        "ems left, hes ok",
        "lost him on the phone, calling back",
        "attackers ran off down saltmarsh",
        "she left a voicemail again",
        "called again, no answer",
        "still no will",
        "cops left the house",
        "dr left, nurse says wait",
        "he wants to leave ama but fm is talking to him",
        "she tried to run again, staff stopped her",
        "no se ha vuelto a escapar",
        "he ran a fever again",
        "she went out again with the nurse to smoke",
        "fm left again to get clothes",
        "he missed his meds again",
    ],
)
def test_nobody_is(text: str) -> None:
    assert not gone(text, NAMES)


@pytest.mark.parametrize(
    "text", ["nvm he ran again", "se fue otra vez", "gone again!!", "tobi took off again"]
)
def test_it_is_the_second_time(text: str) -> None:
    assert gone_again(text, NAMES)


@pytest.mark.parametrize(
    "text", ["cant find him", "he left ama", "she called again", "asthma acting up again"]
)
def test_or_the_first_or_none(text: str) -> None:
    assert not gone_again(text, NAMES)
