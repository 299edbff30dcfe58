"""Reading notes one after another: the window of Read, in which one decides, and what lies beneath it.

Its private metadata is the note and its version; where it was opened from "Approve several" also the worker
whose list lies beneath, so that the list is drawn anew as well. Windows on top of it keep the same.
"""

from __future__ import annotations

from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.notes.notes import clicked
from bot.handlers.review.queue import SEVERAL, list_of
from bot.services.desk import Desk
from bot.services.review import queue, review
from bot.services.review.beside import beside
from bot.views.blocks import Block
from bot.views.notices import sentence_window
from bot.views.review.reading import reading_window
from storage.records import NoteRecord

NOTHING_ELSE = "Nothing else waits for your review. ✓"


def register(front: FrontDesk) -> None:
    """Listen for Read and for Next."""
    front.action("note.read", read)
    front.action("note.next", read_next)


def read(visit: Visit) -> None:
    """Read: the whole note in a window; that it was opened is on record."""
    note_id, _ = clicked(visit)
    opens(visit, note_id)
    if _in_list(visit):
        visit.update_window(_list(visit, beneath(visit)))


def opens(visit: Visit, note_id: str) -> None:
    """The note's window, on top of what is open."""
    with visit.desk() as desk:
        view = _reading(desk, review.open_note(desk, note_id))
    visit.open_window(over(visit, view))


def read_next(visit: Visit) -> None:
    """Next: the note that is due after this one, in the same window."""
    note_id, _ = clicked(visit)
    with visit.desk() as desk:
        following = queue.following(desk, review.to_review(desk, note_id))
        view = _reading(desk, review.open_note(desk, following)) if following else None
    _list_anew(visit, visit.body["view"].get("previous_view_id"))
    visit.update_window(over(visit, view or sentence_window(NOTHING_ELSE)))


def decided(visit: Visit, note_id: str) -> None:
    """Something was decided in the note's window: it and what lies beneath show how the note stands."""
    if visit.in_window:
        _list_anew(visit, visit.body["view"].get("previous_view_id"))
        visit.update_window(_now(visit, note_id))


def sent_on_top(visit: Visit, note_id: str) -> None:
    """A window that lay on the note's was sent: the same."""
    view = visit.body["view"]
    if under := view.get("previous_view_id"):
        _list_anew(visit, view.get("root_view_id"))
        visit.update_window(_now(visit, note_id), view_id=under)


def _now(visit: Visit, note_id: str) -> Block:
    with visit.look() as desk:
        return over(visit, _reading(desk, review.to_review(desk, note_id)))


def _reading(desk: Desk, note: NoteRecord) -> Block:
    return reading_window(note, desk.policy.zone, beside(desk, note))


def over(visit: Visit, view: Block) -> Block:
    """A window that is opened from the request's own keeps the list that lies beneath."""
    below = beneath(visit)
    return view | {"private_metadata": f"{view.get('private_metadata', '|')}|{below}"} if below else view


def beneath(visit: Visit) -> str:
    """The worker whose list of several lies beneath or is the request's own window; "" where none is."""
    about = str((visit.body.get("view") or {}).get("private_metadata") or "")
    return about if _in_list(visit) else "".join(about.split("|")[2:3])


def _in_list(visit: Visit) -> bool:
    return (visit.body.get("view") or {}).get("callback_id") == SEVERAL


def _list_anew(visit: Visit, view_id: str | None) -> None:
    below = beneath(visit)
    if below and view_id:
        visit.update_window(_list(visit, below), view_id=view_id)


def _list(visit: Visit, worker_id: str) -> Block:
    with visit.look() as desk:
        return list_of(desk, worker_id)
