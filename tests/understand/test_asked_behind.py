"""A question behind why it is asked, or put politely; and clauses that only look like one."""

from __future__ import annotations

import pytest

from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ


def intent(text: str) -> str:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent.value


@pytest.mark.parametrize(
    "text",
    [
        "I'm at PS 818 for Owen and can't remember who I'm supposed to ask for",
        "running late to ms fermins whats her number so i can text her",
        "caller says shes winnies foster mom, what name do we have",
        "im outside and its locked whats ms daleys phone",
        "nurse here, she needs to know if winnie has allergies",
        "estoy afuera y nadie abre, cual es el cel de la sra Fermin",
        "can't find ms edwards' house number",
        "I was wondering what Ms. Huang's address is",
        "quisiera saber si Winnie tiene alergias",
        "you got digits for alans lawyer",
        "how long's it been since i was out to ms daleys",
    ],
)
def test_a_fact_is_asked_for(text: str):
    assert intent(text) == "lookup"


@pytest.mark.parametrize(
    "text",
    [
        "Spoke with Ms Daley today, she doesn't know who his doctor is",
        "Ms Daley asked me who the lawyer is",
        "mom can't remember which day her visit is",
        "saw hope at 4 at ms pettways, 30 min, need the school number from her",
        "tengo algo que contarte de Hope, hoy la vi a las 3 y estaba triste",
        "la vi a Laila hoy a las 2 en casa de la Sra. Bryant. cuando me toca otra vez?",
    ],
)
def test_what_is_told_stays_told(text: str):
    assert intent(text) == "log_contact"


@pytest.mark.parametrize(
    ("text", "alarm"),
    [
        ("Hope me dijo hoy que el novio de la mamá la toca", "safety_concern"),
        ('Hope hoy a las 3: "cuando me toca no me gusta"', "safety_concern"),
        ("micah ran away, whats his foster moms number", "log_crisis"),
        ("Owen has a bruise on his cheek, what is the hotline number", "safety_concern"),
    ],
)
def test_an_alarm_stays_one(text: str, alarm: str):
    assert intent(text) == alarm


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Just wondering if Ms. Ferraro sent anything back to me for fixing", "list_due"),
        ("tengo algo en corte esta semana o no", "list_due"),
        ("search my notes for bed bugs", "find_notes"),
        ("I need the number for a supervisor", "lookup_oncall"),
        ("y cuando me toca guardia?", "lookup_oncall"),
    ],
)
def test_other_wishes(text: str, wanted: str):
    assert intent(text) == wanted
