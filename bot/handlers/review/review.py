"""The supervisor's taps: read, approve, return; and what follows an approval."""

from __future__ import annotations

from bot.errors import NotAllowed, Refusal, Unusable
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.notes.notes import clicked, redraw_all
from bot.handlers.review import queue, reading
from bot.handlers.review.meetings import refused, sent
from bot.rules.deadlines import correction_due
from bot.services import left_behind, notes
from bot.services.desk import Desk
from bot.services.review import later_dates, meetings, review
from bot.views.blocks import Block
from bot.views.notes import note_windows as windows
from bot.views.notices import sentence_window
from bot.views.review import review_windows as views
from storage.records import NoteRecord
from storage.types import NoteStatus


def register(front: FrontDesk) -> None:
    """Listen for the taps on a supervisor's cards and windows."""
    front.action("note.approve", approve)
    front.action("note.seen_to", seen_to)
    front.action("note.return", ask_reason)
    front.view("note.returned", return_note)
    front.action("note.copy", copy)
    front.view("note.copied", lambda visit: visit.ack())
    front.action("note.entered", mark_entered)
    front.action("note.addendum", ask_addendum)
    front.view("note.added", add_addendum)


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
        reading.opens(visit, note_id)
        return
    except Refusal:
        _redrawn(visit, note_id)
        raise
    reading.decided(visit, note_id)
    queue.drawn_anew(visit)


def _redrawn(visit: Visit, note_id: str) -> None:
    redraw_all(visit, note_id)
    reading.decided(visit, note_id)


def ask_reason(visit: Visit) -> None:
    """Return: a window asks for the reason first; it says where the author's leave is in the way."""
    note_id, version = clicked(visit)
    with visit.look() as desk:
        note = review.to_review(desk, note_id)
        current = note.version == version and note.status is NoteStatus.SUBMITTED
        if current and not review.decides(desk, note):
            raise NotAllowed("This note is not with you for review.")
        sentence = notes.standing(note, desk)
        view = _return_window(desk, note)
    if current:
        visit.open_window(reading.over(visit, view))
    else:
        _redrawn(visit, note_id)
        visit.say(sentence)


def _return_window(desk: Desk, note: NoteRecord) -> Block:
    due = correction_due(desk.now, policy=desk.policy)
    leave = meetings.leave_in_the_way(desk, note.author.id, due)
    cover = desk.agency.staff.get(leave.covering_staff_id or "") if leave else None
    zone = desk.policy.zone
    return views.return_window(note, due, zone, leave=leave, cover=cover.name if cover else "")


def return_note(visit: Visit) -> None:
    """The reason was given: the note goes back; with a later date for the correction, where one was set."""
    note_id, version, values = sent(visit)
    reason, why = (windows.typed(values, name) or "" for name in ("reason", "why"))
    about = [views.REASONS[a] for a in windows.ticked(values, "about") if a in views.REASONS]
    later = windows.parsed_date(windows.picked(values, "later"))
    if not reason.strip():
        visit.ack(response_action="errors", errors={"reason": "Say in a few words what has to be put right."})
        return
    words = "\n".join([*([", ".join(about)] if about else []), reason.strip()])
    try:
        with visit.desk() as desk:
            review.return_note(desk, note_id, version, words)
            if later is not None:
                later_dates.set_later(desk, note_id, later, why)
    except Unusable as unusable:  # nothing was kept: the date can be put right in the window
        visit.ack(response_action="errors", errors=refused(str(unusable)))
        return
    except Refusal:
        redraw_all(visit, note_id)
        raise
    visit.ack()
    visit.deps.cards.redraw_now(note_id)
    reading.sent_on_top(visit, note_id)
    queue.drawn_anew(visit)


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
    note_id, _, values = sent(visit)
    try:
        with visit.desk() as desk:
            visit.redraw(note_id)
            words = windows.typed(values, "words") or ""
            review.add_addendum(desk, note_id, words, key=str(visit.body["view"]["id"]))
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"words": str(unusable)})
        return
    visit.ack()
