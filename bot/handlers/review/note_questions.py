"""Questions on a note: Ask, Answer by the button or by a reply in the question's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.errors import NotAllowed, Outdated, Unusable
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import found_once_posted
from bot.handlers.notes.notes import clicked, redraw_all
from bot.handlers.review import reading
from bot.handlers.talk import Answer, Said, unless
from bot.services import notes
from bot.services.desk import Desk
from bot.services.review import note_questions
from bot.services.review.note_questions import ANSWERED, ASKED
from bot.understand.parts import Intent
from bot.views.drawn import Drawn
from bot.views.notes import note_windows as windows
from bot.views.review import note_questions as views
from storage.records import NoteRecord

Draw = Callable[..., Drawn]
THANKS = "Your answer stands with the note, and whoever asked is told."


def hang(gallery: Gallery) -> None:
    """Hang the drawers of question and answer."""
    gallery.hang(ASKED, lambda desk, wanted: _draw(desk, wanted, views.asked_card))
    gallery.hang(ANSWERED, lambda desk, wanted: _draw(desk, wanted, views.answered_card))


def _draw(desk: Desk, wanted: Wanted, draw: Draw) -> Drawn | None:
    try:
        note = notes.read(desk, wanted.subject_id)
    except NotAllowed:
        return None
    return draw(note, desk.policy.zone)


def register(front: FrontDesk) -> None:
    """Listen for Ask and Answer."""
    front.action("note.ask", ask)
    front.view("note.asked", asked)
    front.action("note.answer", answer)
    front.view("note.answered", answered)


def ask(visit: Visit) -> None:
    """Ask: a window for the question."""
    note_id, _ = clicked(visit)
    with visit.look() as desk:
        note = notes.read(desk, note_id)
        if not note_questions.standing(desk, note).may_ask:
            raise NotAllowed("Questions on a note are asked by those who review its author.")
        view = views.ask_window(note, desk.policy.zone)
    visit.open_window(reading.over(visit, view))


def answer(visit: Visit) -> None:
    """Answer: a window with what was asked. An old button on what is answered says so."""
    note_id, _ = clicked(visit)
    with visit.look() as desk:
        note = notes.read(desk, note_id)
        waits = note_questions.standing(desk, note).may_answer
        view = views.answer_window(note, desk.policy.zone)
    if not waits:
        redraw_all(visit, note_id)
        raise Outdated("Nothing is asked about this note any more.")
    visit.open_window(reading.over(visit, view))


def asked(visit: Visit) -> None:
    """The window with the question was sent."""
    _said(visit, note_questions.ask)


def answered(visit: Visit) -> None:
    """The window with the answer was sent."""
    _said(visit, note_questions.answer)


def _said(visit: Visit, verb: Callable[..., NoteRecord]) -> None:
    """Keep it; the window in which the note was read, if it is open underneath, shows it."""
    view = visit.body["view"]
    note_id = str(view["private_metadata"]).partition("|")[0]
    words = windows.typed(view["state"]["values"], "words") or ""
    try:
        with visit.desk() as desk:
            visit.redraw(note_id)
            verb(desk, note_id, words, key=str(view["id"]))
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"words": str(unusable)})
        return
    visit.ack()
    reading.sent_on_top(visit, note_id)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is no reply to a question on a note.

    What sounds like a crisis or a safety concern is none, wherever it is written.
    """
    return unless(lambda said: said.thread_ts is not None and taken(said), answers)


def taken(said: Said) -> bool:
    """Whether the message stands in a question's thread, and is its answer now."""
    visit = said.visit

    def there(desk: Desk) -> bool:
        return note_questions.asked_in(desk, said.channel, said.thread_ts) is not None

    if not found_once_posted(visit, said.channel, said.thread_ts, there):
        return False
    with visit.desk() as desk:
        note_id = note_questions.asked_in(desk, said.channel, said.thread_ts) or ""
        visit.redraw(note_id)
        note_questions.answer(desk, note_id, said.text, key=said.ts)
    visit.say(THANKS)
    return True
