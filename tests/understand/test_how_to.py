"""How-to questions: what they ask, what is told beside them, and what is no such question."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from bot.understand.wants.how_to import Topic, asks_only, question_of
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
ALARMS = (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)
TOLD = (*ALARMS, Intent.LOG_CONTACT, Intent.PLAN_VISIT, Intent.PLAN_LEAVE)


def reading(text: str) -> Reading:
    sent = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ)


ASKED = {
    Topic.DANGER: (
        "what do i do if a child tells me her stepdad hit her",
        "What should I do when one of my kids says somebody touched him?",
        "If a kid has bruises what do I do?",
        "do i have to report it if a foster parent is drunk",
        "what is the number for the child abuse hotline",
        "¿Qué hago si un niño me dice que le pegan?",
        "a quien llamo si una niña tiene moretones",
        "como reporto un abuso",
        "what do I do if a teacher tells me a kid has bruises",
        "what if a parent shows up drunk",
        "am I a mandated reporter",
    ),
    Topic.MISSING: ("what do I do if a kid runs away?", "what should i do if a foster parent says the kid is gone", "what if Maya runs away", "que hago si un menor se escapa"),
    Topic.HARMS_SELF: (
        "what do we do if a teen says she wants to die",
        "que hago si un joven se quiere matar",
    ),
    Topic.NOTE_DUE: (
        "How long do I have to write up a visit?",
        "by when do i have to submit a note",
        "what's the deadline for notes",
        "how soon do I need to put in my notes",
        "cuánto tiempo tengo para escribir una nota",
    ),
    Topic.LATE: ("what happens if a note is late", "Can I still submit a note after the deadline?", "que pasa si mando la nota tarde",
        "is there a penalty if i submit late",
        "que pasa si no escribo la nota a tiempo"),
    Topic.CHANGE: (
        "can I edit a note once it is approved",
        "how do i add something to a note my boss already approved",
        "puedo corregir una nota que ya mandé",
        "what do i do if i put it in the wrong child's note",
    ),
    Topic.ATTEMPT: (
        "do I need to log a no-show",
        "What do I do if nobody opens the door?",
        "Should I write a note for a missed visit",
        "do i have to log every phone call",
        "do cancelled visits need a note",
        "what's the rule for no shows",
        "si la mamá no aparece tengo que hacer una nota",
        "qué hago si nadie abre la puerta",
        "tengo que anotar una llamada sin contestar",
    ),
    Topic.ONE_CASE: (
        "one note for each child or one per family?",
        "can i put both kids in one note",
        "tengo que hacer una nota por cada niño",
    ),
    Topic.HOW_OFTEN: (
        "how often am i supposed to see the kids",
        "how many visits per month does a child need",
        "cada cuánto tengo que visitar a los niños",
    ),
    Topic.COUNTS: ("does a phone call count as a visit", "do attempts count", "cuenta una llamada como visita", "is a facetime visit enough", "las videollamadas cuentan"),
    Topic.REVIEW: ("how long does my supervisor have to review a note", "cuánto tarda mi supervisora en revisar"),
    Topic.CORRECTION: ("how many days do I have to fix a note", "what happens when she sends it back"),
    Topic.COURT_REPORT: ("how long before a hearing is the court report due",),
    Topic.LEAVE: ("how do i ask for time off", "que hago si estoy enferma"),
    Topic.NO_TIME: ("what do I do if I don't remember what time it was",),
    Topic.OTHER: (
        "Am I allowed to text a birth parent?",
        "do I need consent for a haircut",
        "es malo si la mamá trae comida",
        "I have a question, is it bad if the mother brings food?",
        "puedo llevarle un regalo a la mamá?",
    ),
}  # fmt: skip

NONE_SUCH = (
    "he is hitting her right now what do i do",
    "what do i do, a kid just told me she was hit",
    "What do I do if he has a knife and won't let me leave",
    "Saw Maya at 3, she asked how often she can see her mom.",
    "Tobi asked me what happens if he runs away. Saw him today at 4.",
    "number for Tobi's foster mother",
    "who is on call tonight?",
    "what do i still owe this month",
    "can someone take my Thursday night shift",
    "Can I see Maya Thursday at 3?",
    "le dije a la mamá que tiene que llamar si no puede venir",
    "how do I attach a photo",
    "what do i do if the backup doesn't answer",
)


@pytest.mark.parametrize(("topic", "text"), [(t, text) for t, texts in ASKED.items() for text in texts])
def test_what_is_asked(topic: Topic, text: str) -> None:
    found = question_of(text)
    assert found is not None
    assert (found.topic, found.rest) == (topic, "")


@pytest.mark.parametrize("text", NONE_SUCH)
def test_what_is_no_such_question(text: str) -> None:
    assert question_of(text) is None


@pytest.mark.parametrize("text", [text for texts in ASKED.values() for text in texts])
def test_a_question_is_read_as_no_event_and_no_danger(text: str) -> None:
    found = reading(text)
    assert not asks_only(text) or (found.intent not in TOLD and not found.contacts)


def test_what_is_told_beside_it_is_kept() -> None:
    found = question_of("Saw Maya today at 3 at the foster home. How long do I have to write it up?")
    assert found is not None
    assert (found.topic, found.rest) == (Topic.NOTE_DUE, "Saw Maya today at 3 at the foster home.")
    found = question_of("I'm sick tomorrow I think, what do I have to do?")
    assert found is not None
    assert (found.topic, found.rest) == (Topic.OTHER, "I'm sick tomorrow I think")


def test_who_is_new_tells_nothing_by_that() -> None:
    found = question_of("Hi! I'm new here. What do I do if nobody is home?")
    assert found is not None
    assert (found.topic, found.rest) == (Topic.ATTEMPT, "")


def test_danger_told_beside_what_do_i_do_stays_told() -> None:
    found = question_of("Tobi told me his uncle hit him. What do I do?")
    assert found is not None
    assert (found.topic, found.rest, found.sure) == (Topic.DANGER, "Tobi told me his uncle hit him.", False)
    assert reading("she is bleeding and will not wake up. what do i do").intent in ALARMS
