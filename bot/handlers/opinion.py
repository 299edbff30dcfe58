"""Danger that only the model hears: listened for once a message was answered, and the worker is asked.

Listening is among what nobody waits for. The question is stored in the same transaction that marks the
message as worked: a process that dies before works the message again, and asks.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.log import source_of
from bot.handlers.talk import Answer, Said
from bot.services import outbox
from bot.services.crisis import alarm_asked
from bot.services.desk import Desk, Session
from bot.understand.parts import Intent, Reading

_ALARMS = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN})


def listened(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages; what is no emergency already is listened to once it was answered."""

    def then(answer: Answer) -> Answer:
        def both(said: Said) -> None:
            answer(said)
            if said.alarming is not None and said.reading.intent not in _ALARMS:
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
    visit, deps = said.visit, said.visit.deps
    desk = Desk(session, visit.actor, deps.shelf.agency(session), deps.policy, visit.now)
    asked = alarm_asked.ask(desk, reading, source_of(said))
    for note in asked.drafted:
        _put(desk, said, "note_card", f"{note.id}:{said.request}", subject_id=note.id)
    if asked.too_late:
        _put(desk, said, "sentence", f"alarm_late:{said.ts}", sentence="alarm_late")


def _put(
    desk: Desk, said: Said, kind: str, key: str, *, subject_id: str | None = None, **details: str
) -> None:
    """Have it sent by the sender, soon: under the key that an answer sent at once would have."""
    outbox.put(
        desk.session,
        dedupe_key=f"{kind}:{desk.actor.id}:{key}",
        kind=kind,
        recipient_id=desk.actor.id,
        now=desk.now,
        details=details,
        subject_id=subject_id,
        channel=said.channel,
    )
