"""How-to questions: answered from the policy in force, before anything is made of the words.

A question is never a draft, a plan or leave, and raises nothing. What is told beside it goes its own way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.handlers.asked_lists import Asks
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import answer_with
from bot.handlers.talk import Answer, Said, understand
from bot.services.desk import Desk
from bot.services.guidance import monthly_visits, whom_to_ask
from bot.understand.parts import ALARMS, Intent
from bot.understand.wants.how_to import DANGERS, Question, Topic, question_of
from bot.views.drawn import Drawn
from bot.views.guidance import guidance_card

CARD = "guidance"
_WHOM = re.compile(r"\b(?:see|visit|meet with|meet|ver|visitar)(?: a)? (.+)", re.IGNORECASE)
_FOUND_NOTHING = frozenset({Intent.LOG_CONTACT, Intent.PLAN_VISIT, Intent.PLAN_LEAVE, Intent.OTHER})
"""What a question is read as whose words no look-up, list or report knows."""


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the answer."""
    gallery.hang(CARD, _draw)


def heard_first(answers: Mapping[Intent, Answer], questions: Mapping[Asks, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message asks nothing of this kind, or for the rest of it.

    `questions`: what else a whole message may ask, whatever it is read as, and what answers it.
    """

    def unless_asked(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            question = _asked(said)
            wanted = next((show for asks, show in questions.items() if asks(said.text)), None)
            if wanted is not None and said.reading.intent not in ALARMS:
                wanted(said)
            elif question is None:
                answer(said)
            elif (told := _told(said, question)) is None:
                _answer(said, question.topic, told=False)
            elif told.reading.intent is Intent.PLAN_LEAVE:  # "I'm sick tomorrow I think, what do I do"
                _answer(said, Topic.LEAVE, told=False)
            else:
                _answer(said, question.topic, told=True)
                answers[told.reading.intent](told)

        return first

    return {intent: unless_asked(answer) for intent, answer in answers.items()}


def _asked(said: Said) -> Question | None:
    """What is asked, where nothing in the message is an emergency and no list or look-up answers it."""
    question, intent = question_of(said.text), said.reading.intent
    if question is None or said.reading.said_as_crisis:
        return None
    if not question.sure and intent not in _FOUND_NOTHING:
        return None
    of_danger = question.topic in DANGERS
    if intent is Intent.LOOKUP_ONCALL and not of_danger:
        return None
    return None if intent in ALARMS and not (of_danger and question.sure) else question


def _told(said: Said, question: Question) -> Said | None:
    """What is told beside the question, read by itself; an emergency keeps every word."""
    if not question.rest:
        return None
    told = _read(said, question.rest)
    if said.reading.intent in ALARMS and told.reading.intent in ALARMS:
        return said
    return replace(told, thread_ts=said.thread_ts, files=said.files, request=said.request)


def _read(said: Said, text: str, heading: str = "") -> Said:
    return understand(
        said.visit,
        text,
        channel=said.channel,
        ts=said.ts,
        sent_at=said.sent_at,
        voice=said.voice,
        heading=heading,
    )


def _answer(said: Said, topic: Topic, *, told: bool) -> None:
    details: dict[str, Any] = {"topic": topic.value, "told": told}
    if topic is Topic.HOW_OFTEN and (whom := _WHOM.search(said.text)):
        named = _read(said, whom[1], heading="summary of ").reading.subject
        details |= {"children": list(named.children) if named else []}
    answer_with(said.visit, CARD, details, key=said.ts, channel=said.channel)


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    if not wanted.details:
        return None
    topic = Topic(wanted.details["topic"])
    own = monthly_visits(desk, wanted.details.get("children") or ())
    return guidance_card(topic, desk.policy, whom_to_ask(desk), own, told=bool(wanted.details.get("told")))
