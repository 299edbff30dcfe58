"""The supervisor's taps: read, approve, return, record the meeting; and what follows an approval."""

from __future__ import annotations

from datetime import time

from bot.errors import NotAllowed, Refusal, Unusable
from bot.handlers.front_desk import FrontDesk, Visit
from bot.handlers.notes import clicked, redraw_all
from bot.services import left_behind, notes, review
from bot.services.answering import exact_moment
from bot.services.desk import Desk
from bot.views import note_windows as windows
from bot.views import review_card as views
from bot.views.blocks import Block
from bot.views.notices import sentence_window
from storage.records import NoteRecord
from storage.types import NoteStatus


def register(front: FrontDesk) -> None:
    """Listen for the taps on a supervisor's cards and windows."""
    front.action("note.read", read)
    front.action("note.approve", approve)
    front.action("note.seen_to", seen_to)
    front.action("note.return", ask_reason)
    front.view("note.returned", return_note)
    front.action("note.meeting", ask_meeting)
    front.view("note.met", record_meeting)
    front.action("note.copy", copy)
    front.view("note.copied", lambda visit: visit.ack())
    front.action("note.entered", mark_entered)
    front.action("note.addendum", ask_addendum)
    front.view("note.added", add_addendum)


def read(visit: Visit) -> None:
    """Read: the whole note in a window; that it was opened is on record."""
    note_id, _ = clicked(visit)
    visit.open_window(_opened(visit, note_id))


def _opened(visit: Visit, note_id: str) -> Block:
    with visit.desk() as desk:
        note = review.open_note(desk, note_id)
        return _reading(desk, note)


def _reading(desk: Desk, note: NoteRecord) -> Block:
    decides, left = review.decides(desk, note), left_behind.is_left(desk, note.id)
    return views.reading_window(note, desk.policy.zone, may_decide=decides, left=left)


def seen_to(visit: Visit) -> None:
    """Seen to: what somebody who left had open is no longer brought up; it stays on record."""
    note_id, _ = clicked(visit)
    with visit.desk() as desk:
        left_behind.see_to(desk, note_id)
    visit.update_window(sentence_window("Seen to. It stays on record, and I no longer bring it up."))


def approve(visit: Visit) -> None:
    """Approve: final. On an unread note it opens the note instead."""
    note_id, version = clicked(visit)
    try:
        with visit.desk() as desk:
            visit.redraw(note_id)
            review.approve(desk, note_id, version)
    except review.Unread:
        visit.open_window(_opened(visit, note_id))
        return
    except Refusal:
        _redrawn(visit, note_id)
        raise
    _window_redrawn(visit, note_id)


def _redrawn(visit: Visit, note_id: str) -> None:
    redraw_all(visit, note_id)
    _window_redrawn(visit, note_id)


def _window_redrawn(visit: Visit, note_id: str) -> None:
    """A reading window shows how the note stands now."""
    if visit.in_window:
        with visit.look() as desk:
            view = _reading(desk, review.to_review(desk, note_id))
        visit.update_window(view)


def ask_reason(visit: Visit) -> None:
    """Return: a window asks for the reason first."""
    note_id, version = clicked(visit)
    with visit.look() as desk:
        note = review.to_review(desk, note_id)
        current = note.version == version and note.status is NoteStatus.SUBMITTED
        if current and not review.decides(desk, note):
            raise NotAllowed("This note is not with you for review.")
        sentence = notes.standing(note, desk)
        view = views.return_window(note)
    if current:
        visit.open_window(view)
    else:
        _redrawn(visit, note_id)
        visit.say(sentence)


def return_note(visit: Visit) -> None:
    """The reason was given: the note goes back."""
    note_id, version, values = _submitted(visit)
    reason = (windows.typed(values, "reason") or "").strip()
    about = [views.REASONS[a] for a in windows.ticked(values, "about") if a in views.REASONS]
    if not reason:
        visit.ack(response_action="errors", errors={"reason": "Say in a few words what has to be put right."})
        return
    try:
        with visit.desk() as desk:
            visit.redraw(note_id)
            review.return_note(
                desk, note_id, version, "\n".join([*([", ".join(about)] if about else []), reason])
            )
    except Refusal:
        redraw_all(visit, note_id)
        raise
    visit.ack(response_action="clear")


def _submitted(visit: Visit) -> tuple[str, int, windows.Values]:
    view = visit.body["view"]
    note_id, _, version = view["private_metadata"].partition("|")
    return note_id, int(version), view["state"]["values"]


def ask_meeting(visit: Visit) -> None:
    """Record meeting: a window asks when and how."""
    note_id, _ = clicked(visit)
    with visit.look() as desk:
        note, zone = notes.read(desk, note_id), desk.policy.zone
        local = visit.now.astimezone(zone)
    visit.open_window(views.meeting_window(note, zone, f"{local:%H:%M}", local.date().isoformat()))


def record_meeting(visit: Visit) -> None:
    """The meeting over a return was held."""
    note_id, _, values = _submitted(visit)
    on, at = windows.parsed_date(windows.picked(values, "on")), windows.picked(values, "at")
    if on is None or at is None:
        visit.ack(response_action="errors", errors={"on": "When was the meeting?"})
        return
    try:
        with visit.desk() as desk:
            visit.redraw(note_id)
            held_at = exact_moment(desk, on, time.fromisoformat(at))
            how = windows.picked(values, "how") or "in_person"
            outcome = windows.typed(values, "outcome") or ""
            review.record_meeting(desk, note_id, held_at=held_at, how=how, outcome=outcome)
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"at": str(unusable)})
        return
    visit.ack()


def copy(visit: Visit) -> None:
    """Copy for CONNECTIONS: the note as a block that can be selected."""
    note_id, _ = clicked(visit)
    with visit.desk() as desk:
        note = review.open_note(desk, note_id)
        view = views.copy_window(note, desk.policy.zone, desk.policy.state_system)
    visit.open_window(view)


def mark_entered(visit: Visit) -> None:
    """Mark entered: the note stands in the state's system."""
    note_id, _ = clicked(visit)
    with visit.desk() as desk:
        visit.redraw(note_id)
        review.mark_entered(desk, note_id)


def ask_addendum(visit: Visit) -> None:
    """Add addendum: a window asks for the words."""
    note_id, _ = clicked(visit)
    with visit.look() as desk:
        view = views.addendum_window(notes.read(desk, note_id))
    visit.open_window(view)


def add_addendum(visit: Visit) -> None:
    """An addendum's words were given."""
    note_id, _, values = _submitted(visit)
    try:
        with visit.desk() as desk:
            visit.redraw(note_id)
            words = windows.typed(values, "words") or ""
            review.add_addendum(desk, note_id, words, key=str(visit.body["view"]["id"]))
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"words": str(unusable)})
        return
    visit.ack()
