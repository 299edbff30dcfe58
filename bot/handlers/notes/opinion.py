"""Danger that only the model hears: listened for once a message was answered, and the worker is asked.

Listening is among what nobody waits for. The question is stored in the same transaction that marks the
message as worked: a process that dies before works the message again, and asks.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.door.posting import put_soon
from bot.handlers.notes.log import source_of
from bot.handlers.talk import Answer, Said
from bot.services.crisis import alarm_asked
from bot.services.desk import Session
from bot.understand.parts import ALARMS, Intent, Reading


def listened(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages; what is no emergency already is listened to once it was answered."""

    def then(answer: Answer) -> Answer:
        def both(said: Said) -> None:
            answer(said)
            if said.alarming is not None and said.reading.intent not in ALARMS:
                _listen(said)

        return both

    return {intent: then(answer) for intent, answer in answers.items()}


def _listen(said: Said) -> None:
    heard: list[Reading] = []

    def think() -> None:
        if said.alarming and (reading := said.alarming()):
            heard.append(reading)

    def write(session: Session) -> None:
        for reading in heard:
            _ask(session, said, reading)

    said.visit.rest.thoughts.append(think)
    said.visit.afterwards(write)


def _ask(session: Session, said: Said, reading: Reading) -> None:
    desk = said.visit.desk_in(session)
    asked = alarm_asked.ask(desk, reading, source_of(said))
    for note in asked.drafted:
        put_soon(desk, said.channel, "note_card", key=f"{note.id}:{said.request}", subject_id=note.id)
    if asked.too_late:
        put_soon(desk, said.channel, "sentence", {"sentence": "alarm_late"}, key=f"alarm_late:{said.ts}")
