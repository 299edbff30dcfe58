"""Words that lean on an emergency in hand, and those that do not."""

from __future__ import annotations

import pytest

from bot.rules.timeline import may_begin_with_a_clock
from bot.understand.danger.responding import acted, goes_on, only_responders, responds, tells_on
from bot.understand.danger.taking_on import says_more, takes_on
from bot.understand.wants.reasons import reason_in


@pytest.mark.parametrize(
    "text",
    [
        "called police, report # 4471, officer ruiz",
        "ok I told the supervisor",
        "he's back, walked in at 3:05",
        "she&#39;s safe",
        "still no word",
        "ems on scene",
        "on my way",
        "ya llego la policia",
        "avise a la supervisora",
        "and left a message for mom",
        "caller hung up",
        "line went dead",
    ],
)
def test_they_lean_on_it(text: str) -> None:
    assert responds(text)


@pytest.mark.parametrize(
    "text",
    [
        "saw Maya today 4pm at school",
        "Maya ran away from the home",
        "foster mom says she cut her arm",
        "number for Maya's mother",
        "who is on call",
        "CRISIS Tobi has a knife",
        "vi a Luz hoy",
    ],
)
def test_they_do_not(text: str) -> None:
    assert not responds(text)


@pytest.mark.parametrize(
    "text",
    [
        "dad arrested, order of protection number pending",
        "cops have him in custody",
        "they took him to central booking",
        "911 called 852 by staff",
        "fm called 911",
        "se lo llevaron preso",
        "orden de proteccion en camino",
    ],
)
def test_police_and_courts_have_acted(text: str) -> None:
    assert acted(text)


@pytest.mark.parametrize(
    "text",
    [
        "psych says admit overnight, 1:1",
        "grandma iris too",
        "sup is aware",
        "mom called me, crying",
        "he stays there tonight ok per rosa",
        "la abuela tambien",
        "el doctor dice que se queda",
    ],
)
def test_somebody_told_or_decided_something(text: str) -> None:
    assert tells_on(text) or goes_on(text)


@pytest.mark.parametrize(
    "text", ["good night all", "30 min", "phone", "saw malik at 3", "destiny rivera", "mom has a knife"]
)
def test_nobody_did(text: str) -> None:
    assert not acted(text)
    assert not tells_on(text)


@pytest.mark.parametrize(
    "text", ["920 mom called", "at 920 mom called", "208 cops have him", "a las 920 llamo"]
)
def test_three_digits_before_a_word_may_be_a_clock(text: str) -> None:
    assert may_begin_with_a_clock(text)


@pytest.mark.parametrize(
    "text",
    ["911 called", "103 fever now", "115 main st", "920-555-1234", "100 mg given", "311 said no", "875 x"],
)
def test_a_number_to_call_a_fever_or_a_house_is_none(text: str) -> None:
    assert not may_begin_with_a_clock(text)


@pytest.mark.parametrize(
    "text",
    [
        "got it",
        "ack",
        "acknowledged",
        "ok",
        "👍",
        ":+1:",
        "taking it",
        "roger",
        "recibido",
        "i have the santos call",
    ],
)
def test_an_alarm_is_taken_on(text: str) -> None:
    assert takes_on(text)
    assert not says_more(text)


@pytest.mark.parametrize(
    "text", ["i have it, calling wanda", "im on it, calling nypd now", "yo me encargo, llamo a wanda"]
)
def test_an_alarm_is_taken_on_and_more_is_told(text: str) -> None:
    assert takes_on(text)
    assert says_more(text)


@pytest.mark.parametrize(
    "text",
    [
        "got it back from the lawyer",
        "i have a visit at 3",
        "seen malik 3pm",
        "mine was at 4",
        "got home",
        "thanks",
    ],
)
def test_none_is_taken_on(text: str) -> None:
    assert not takes_on(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("crisis call", "crisis"),
        ("its for a crisis", "crisis"),
        ("for placement", "placement"),
        ("Medical", "medical"),
        ("police or court", "police"),
        ("llamada de crisis", "crisis"),
        ("other", "other"),
        ("crisis call from ms lee", None),
        ("medical emergency", None),
        ("court at 3", None),
    ],
)
def test_a_reason_is_all_that_the_words_say(text: str, reason: str | None) -> None:
    assert reason_in(text) == reason


@pytest.mark.parametrize(
    "text",
    ["mom says shes coming to the hospital", "shes at kings county er now w staff", "dad at the precinct"],
)
def test_who_responds_is_no_new_danger(text: str) -> None:
    assert only_responders(text)


@pytest.mark.parametrize(
    "text",
    [
        "he took pills at the er",
        "woman called her baby is at the er",
        "police here w a 14 yo boy",
        "someone has a gun, police called",
        "kid ran from maple hollow, cops looking",
    ],
)
def test_a_danger_or_another_child_beside_them_is(text: str) -> None:
    assert not only_responders(text)
