"""What is asked at the end of a note's words is answered under its card: no number is asked for in vain."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers import lookups, on_call
from bot.handlers.talk import Answer, Said, understand
from bot.understand.asked_last import asked_last
from bot.understand.parts import Intent

_ANSWERS: dict[Intent, Answer] = {Intent.LOOKUP: lookups.asked, Intent.LOOKUP_ONCALL: on_call.asked}


def as_well(answer: Answer) -> Answer:
    """The answer to what is told, and then to the question behind it."""

    def both(said: Said) -> None:
        answer(said)
        question = None if said.thread_ts or said.voice else asked_last(said.text)
        if question is None:
            return
        asked = understand(said.visit, question, channel=said.channel, ts=said.ts, sent_at=said.sent_at)
        if reply := _ANSWERS.get(asked.reading.intent):
            reply(_of_whom(asked, said))

    return both


def _of_whom(asked: Said, told: Said) -> Said:
    """“Her lawyer's number”: whose lawyer, the note says."""
    subject = asked.reading.subject
    if subject is None or subject.children or subject.people or subject.staff or asked.reading.questions:
        return asked
    children = tuple(dict.fromkeys(c for item in told.reading.contacts for c in item.children))
    meant = replace(subject, children=children)
    return replace(asked, reading=replace(asked.reading, subject=meant))
