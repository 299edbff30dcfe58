"""“Why did Campbell come back": the author is shown the note that was returned, with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.about_notes import names_of
from bot.handlers.posting import put_answer
from bot.handlers.talk import Said
from bot.services.review import queue
from bot.understand.why_returned import (
    asks_what_is_wanted,
    asks_why_returned,
    names_in,
    says_note,
)
from storage.records import NoteRecord

_MOST = 3


def taken(said: Said) -> bool:
    """Whether it is asked why a note of the actor's came back; that note's card is posted anew then."""
    wanted = asks_what_is_wanted(said.text)
    if said.thread_ts or not (wanted or asks_why_returned(said.text)):
        return False
    with said.visit.look() as desk:
        notes = _meant(said.text, queue.back_with_author(desk))
    if not notes:
        return False
    with said.visit.desk() as desk:
        for note in notes:
            key = f"{said.ts}:{note.id}"
            put_answer(
                said.visit, desk, "note_returned", {}, key=key, channel=said.channel, subject_id=note.id
            )
    return True


def _meant(text: str, back: Sequence[NoteRecord]) -> list[NoteRecord]:
    """Those whose child or family is named; else all, where the words can be about nothing but a note."""
    named = [each for each in back if names_in(text, names_of([each], author=False))]
    return (named or (list(back) if says_note(text) else []))[:_MOST]
