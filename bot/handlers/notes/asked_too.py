"""What is asked before or behind a note's words is answered under its card: nothing is asked in vain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.errors import Refusal
from bot.handlers.small_talk import say
from bot.handlers.talk import Answer, Said, understand
from bot.understand.parts import ALARMS, Intent
from bot.understand.wants.asked_beside import asked_beside, asks_in_vain, for_the_record
from bot.understand.writing.text import folded

_TOLD = frozenset({Intent.LOG_CONTACT, Intent.PLAN_VISIT, *ALARMS})
_ASKED = frozenset(
    {Intent.LOOKUP, Intent.LOOKUP_ONCALL, Intent.LIST_DUE, Intent.FIND_NOTES, Intent.REPORT, Intent.HELP}
)
_THEIRS = re.compile(
    r"(?<!\w)(?:his|her|their|sus?)(?: \w+)? (?:number|phone|cell|address|addr|numero|telefono|direccion)"
)
IN_VAIN = "asked_beside"


def as_well(answers: Mapping[Intent, Answer], replies: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages; where one tells something and asks as well, the `replies` to that follow.

    Whoever makes the note never sees the question. In a thread the words are about what stands there.
    """

    def both(answer: Answer) -> Answer:
        def told(said: Said) -> None:
            beside = (
                None if said.thread_ts else (asked_beside(said.text) or asked_beside(said.text, loosely=True))
            )
            alarm = said.reading.intent in ALARMS
            if beside is None or alarm:
                answer(said)
            else:
                answer(replace(said, text=for_the_record(said.text)))
            for number, question in enumerate(beside.questions if beside else ()):
                _reply(said, question, number, replies)
            if not said.thread_ts and not alarm and asks_in_vain(said.text):
                say(said.visit, IN_VAIN, said.ts, said.channel)

        return told

    return {intent: both(each) if intent in _TOLD else each for intent, each in answers.items()}


def _reply(told: Said, question: str, number: int, replies: Mapping[Intent, Answer]) -> None:
    """The answer to one question, or a line that there is none: the note is made by now."""
    asked = understand(
        told.visit, question, channel=told.channel, ts=told.ts, sent_at=told.sent_at, voice=told.voice
    )
    if number:
        asked = replace(asked, ts=f"{told.ts}{number}")  # so that two answers of one kind are told apart
    wants = asked.reading.intent
    if wants is Intent.LOOKUP_ONCALL and told.reading.intent in ALARMS:
        return  # an alarm's card says whom it went to
    try:
        if wants in _ASKED:
            replies[wants](_of_whom(asked, told))
            return
    except Refusal:
        pass  # nobody is named whom it could be about, or it is not hers to know
    say(told.visit, IN_VAIN, asked.ts, told.channel)


def _of_whom(asked: Said, told: Said) -> Said:
    """“Her lawyer's number”: whose lawyer, the note says. "Her number": of who was spoken to, if one was."""
    subject = asked.reading.subject
    if subject is None or subject.children or subject.people or subject.staff or asked.reading.questions:
        return asked
    people = tuple(dict.fromkeys(p for item in told.reading.contacts for p in item.people))
    if len(people) == 1 and not subject.roles and _THEIRS.search(folded(asked.text)):
        return replace(asked, reading=replace(asked.reading, subject=replace(subject, people=people)))
    children = tuple(dict.fromkeys(c for item in told.reading.contacts for c in item.children))
    meant = replace(subject, children=children)
    return replace(asked, reading=replace(asked.reading, subject=meant))
