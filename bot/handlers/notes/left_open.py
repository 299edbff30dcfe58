"""Drafts that were left, offered again at the end of the person's day: Open, Submit, Discard."""

from __future__ import annotations

from collections.abc import Callable

from bot.errors import Refusal
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.notes.notes import clicked
from bot.services import notes, outbox
from bot.services.desk import Desk
from bot.services.drafts import left_open
from bot.views.drawn import Drawn
from bot.views.notes.left_open import left_open_card, none_left
from bot.views.notes.remark import RemarkShown, asked_again
from storage.records import NoteRecord


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the evening's message."""
    gallery.hang(left_open.KIND, draw)


def register(front: FrontDesk) -> None:
    """Listen for the taps on it."""
    front.action("left.submit", lambda visit: _tapped(visit, notes.submit))
    front.action("left.discard", lambda visit: _tapped(visit, notes.discard))


def _tapped(visit: Visit, verb: Callable[[Desk, str, int], NoteRecord]) -> None:
    """Do it, and redraw both the note's card and the evening's message; where it is refused, these too."""
    note_id, version = clicked(visit)
    subject = str(visit.body["actions"][0]["block_id"]).split("|")[1]
    try:
        with visit.desk() as desk:
            verb(desk, note_id, version)
            _redraw(visit, desk, note_id, subject)
    except Refusal:
        with visit.desk() as desk:
            notes.refresh_cards(desk, note_id)
            _redraw(visit, desk, note_id, subject)
        raise


def _redraw(visit: Visit, desk: Desk, note_id: str, subject: str) -> None:
    outbox.ask_redraw(desk.session, subject, desk.now)
    visit.redraw(note_id)
    visit.redraw(subject)


def draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The drafts as they stand now; None for a message that is not sent yet, once nothing is left."""
    found, more = left_open.left_open(desk)
    zone = desk.policy.zone
    words = [
        asked_again(RemarkShown(remark.id, remark.asks, remark.choice, zone), remark.words, about)
        for remark, about in left_open.in_no_note(desk)
    ]
    if not found and not words:
        return None if wanted.details else none_left()
    return left_open_card(found, more, wanted.subject_id, zone, desk.now, words=words)
