"""Words by which an emergency in hand seems over, and those by which it does not."""

from __future__ import annotations

import pytest

from bot.understand.danger.ending import ends


@pytest.mark.parametrize(
    "text",
    [
        "he is back",
        "false alarm on gigi, benadryl worked no 911",
        "sorry not 911, cops leaving, justice in his room",
        "ok she calmed down, keeping them til fri",
        "hes asleep now, done here",
        "thx. done here",
        "ya aparecieron los 2 con la tia, estan bien",
        "ya esta en casa 12:48",
        "falsa alarma con lo de la cabeza, solo un chichon, la mandan a casa",
        "todo bien, se durmio",
        "got him!! uber w curtis back to linden 105am, hes fine, hungry",
        "they found him at utica sta. 930",
        "nvm fm sister there now, all good",
        "all set",
        "police just called they have him at utica, hes ok no injuries",
        "talked to aidan at 415 hes fine eating cereal, no plan no means, gma w him",
        "the girls are home safe",
        "cops left, everything ok now",
        "lo encontraron en el parque, esta bien",
        "she's back, ms Lee has her",
        "he turned up at his aunts",
        "we're good, cancel it",
        "situation handled",
        "se calmo y ya se fueron los policias",
        "both kids are safe",
        "hes home",
    ],
)
def test_it_seems_over(text: str) -> None:
    assert ends(text)


@pytest.mark.parametrize(
    "text",
    [
        "he is not back",
        "hes still not home",
        "she will be home by midnight",
        "when he is back call me",
        "is he back?",
        "mom is home",
        "fm is back from work",
        "he's back but he has a knife",
        "hes back and bleeding",
        "no esta en casa",
        "todavia no aparece",
        "xray shows 2 broken fingers, splint, home by midnight",
        "police there",
        "she isnt calm",
        "wont calm down",
        "ya llego la policia",
        "cops left with him",
        "hope hes ok",
        "making sure hes ok",
        "still looking",
        "he's back in school monday",
        "avise a la supervisora",
        "tell me when hes safe",
        "ems has him methodist hosp",
        "found his phone at the park",
        "she was found unresponsive",
        "mom says hes fine but he ran again",
        "hes ok, ems is taking him to the er",
    ],
)
def test_it_goes_on(text: str) -> None:
    assert not ends(text)
