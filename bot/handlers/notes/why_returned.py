"""“Why did Campbell come back", “what did Rosa return": the author is shown the notes, with their reasons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.door.posting import put_answer
from bot.handlers.review.about_notes import names_of, staff_called
from bot.handlers.small_talk import say
from bot.handlers.talk import Said
from bot.rules.permissions import SENIORS
from bot.services.review import queue
from bot.understand.office.came_back import asks_what_came_back, asks_what_to_fix
from bot.understand.office.why_returned import (
    asks_what_is_wanted,
    asks_why_returned,
    names_in,
    says_note,
)
from bot.understand.parts import Intent
from bot.understand.writing.text import folded
from storage.records import NoteRecord

_MOST = 3


_TELLING = frozenset({Intent.LOG_CONTACT, Intent.PLAN_VISIT})


def taken(said: Said) -> bool:
    """Whether it is asked which notes of the actor's came back, or why; their cards are posted anew then.

    Where none did that is said: such a question is never an event with somebody of the reviewer's name.
    """
    if said.thread_ts:
        return False
    which = asks_what_came_back(said.text, staff_called(said.visit.agency))
    why = not which and asks_why_returned(said.text)
    if not (which or why or asks_what_is_wanted(said.text) or asks_what_to_fix(said.text)):
        return False
    with said.visit.look() as desk:
        back = queue.back_with_author(desk)
        notes = _by_those_named(said.text, back) if which else _meant(said.text, back)
        notes = notes or (list(back)[:_MOST] if asks_what_to_fix(said.text) else [])
    if not notes:
        return _none_came(said, which=which) if which or why else False
    with said.visit.desk() as desk:
        for note in notes:
            key = f"{said.ts}:{note.id}"
            put_answer(
                said.visit, desk, "note_returned", {}, key=key, channel=said.channel, subject_id=note.id
            )
    return True


def _none_came(said: Said, *, which: bool) -> bool:
    """That nothing came back; who reviews others' notes may mean theirs."""
    ones_own = which and said.visit.actor.role not in SENIORS
    if ones_own or said.reading.intent in _TELLING:
        say(said.visit, "none_back", said.ts, said.channel)
        return True
    return False


def _by_those_named(text: str, back: Sequence[NoteRecord]) -> list[NoteRecord]:
    """Those that somebody who is named returned; else all."""
    named = [
        each
        for each in back
        if each.returned and names_in(text, frozenset(folded(each.returned.by.name).split()))
    ]
    return (named or list(back))[:_MOST]


def _meant(text: str, back: Sequence[NoteRecord]) -> list[NoteRecord]:
    """Those whose child or family is named; else all, where the words can be about nothing but a note."""
    named = [each for each in back if names_in(text, names_of([each], author=False))]
    return (named or (list(back) if says_note(text) else []))[:_MOST]
