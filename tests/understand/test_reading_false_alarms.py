"""Words of danger that tell of none: a report that is asked for, a duty that is asked about, a quarrel at school."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from tests.understand.telling import intent


@pytest.mark.parametrize(
    "text",
    [
        "Called Ms Ward at 2 today, she sent me the psych eval",
        "emailed Joan Feldman this morning re Hope's psych evaluation report",
        "Texted Ms Pettway at 11 today, clinic scheduled a psych eval for Dec 3",
        "Hablé con la Sra Ward hoy a las 2, pidió el psych eval",
        "Will got in a fight with a peer at 3, nobody was hurt, Mr Coleman called me 3:30",
        "Ms Pettway called at 2 today, Hope had a fight with a classmate, no injuries, she is fine",
    ],
)
def test_a_paper_or_a_quarrel_is_no_emergency(text: str) -> None:
    assert intent(text) is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "EMS is taking Will for a psych eval",
        "Will needs a psych eval tonight, he wants to die",
        "school wants the psych eval done at the hospital now",
        "Will got in a fight with a peer, no injuries, he has a knife",
        "Hope in a fight with a girl at school, her nose is bleeding",
        "Hope in a fight with a girl, nobody hurt, police are here",
        "Ms Pettway called, fight with a man at the house",
    ],
)
def test_what_goes_on_is_one(text: str) -> None:
    assert intent(text) is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "do i have to report that?",
        "ok so should we call it in",
        "am I required to report this",
        "is that reportable?",
        "does it need to be reported?",
        "tengo que reportar eso?",
        "¿hay que reportarlo?",
    ],
)
def test_a_question_about_ones_duty_is_no_worry(text: str) -> None:
    assert intent(text) is Intent.HELP


@pytest.mark.parametrize(
    "text",
    [
        "do i have to report that? hope has a bruise on her arm",
        "Maya Campbell says her mom hits her, is that reportable?",
        "tengo que reportarlo? Hope dice que la encierran en el baño",
    ],
)
def test_with_what_it_is_about_it_is_one(text: str) -> None:
    assert intent(text) is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "no estoy segura si fue el sabado o el domingo",
        "no estoy segura de la hora",
        "la mama no esta segura de que pueda ir el jueves",
        "ella dice que no esta segura si va a venir",
    ],
)
def test_who_is_not_sure_is_not_unsafe(text: str) -> None:
    assert intent(text) not in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


@pytest.mark.parametrize(
    "text",
    [
        "el nino no esta seguro en esa casa",
        "me dijo por telefono no estoy segura aqui",
        "Will no esta seguro con el",
    ],
)
def test_who_is_not_safe_is(text: str) -> None:
    assert intent(text) is Intent.SAFETY_CONCERN
