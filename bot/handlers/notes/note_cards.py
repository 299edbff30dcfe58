"""The drawers of everything about a note: the worker's card, the supervisor's, what somebody is told."""

from __future__ import annotations

from collections.abc import Callable

from bot.errors import NotAllowed
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.notes.changes_on import changes_on
from bot.services import notes
from bot.services.crisis import crisis_note
from bot.services.desk import Desk
from bot.services.review import meetings, moved_workers, review, rounds
from bot.services.whereabouts import whereabouts
from bot.views.blocks import button, escape
from bot.views.drawn import Drawn
from bot.views.notes.note_card import beside_crisis, notice, worker_card
from bot.views.notes.note_parts import reference
from bot.views.notices import handed_on, nobody_reviews, worker_moved
from bot.views.review.meetings import goes_round
from bot.views.review.review_card import owes_meeting, review_card
from storage.records import NoteRecord
from storage.types import NoteStatus


def hang(gallery: Gallery) -> None:
    """Hang the drawers of notes."""
    for kind in ("note_card", "note_returned"):
        gallery.hang(kind, lambda desk, w: _of(desk, w, lambda n: own_card(desk, n)))
    gallery.hang("review_card", _review)
    gallery.hang("note_approved", _approved)
    gallery.hang("logged_for_you", _logged_for_you)
    gallery.hang("nobody_reviews", _nobody_reviews)
    gallery.hang(rounds.TOLD, _goes_round)
    gallery.hang(moved_workers.TOLD, _worker_moved)


def own_card(desk: Desk, note: NoteRecord, *, in_crisis: bool | None = None) -> Drawn:
    """The worker's card of a note as it stands in this transaction.

    While the crisis of its message goes on it is small, so that the numbers to call stay in view.
    `in_crisis`: where the caller knows that; None: it is looked up.
    """
    if in_crisis is None:
        in_crisis = note.status is NoteStatus.DRAFT and crisis_note.goes_on(desk, note.id)
    if in_crisis and note.status is NoteStatus.DRAFT:
        return beside_crisis(note, desk.policy.zone)
    return full_card(desk, note)


def full_card(desk: Desk, note: NoteRecord) -> Drawn:
    """The same with everything on it."""
    return worker_card(note, desk.policy.zone, desk.now, changes=changes_on(desk, note))


def _of(desk: Desk, wanted: Wanted, draw: Callable[[NoteRecord], Drawn | None]) -> Drawn | None:
    try:
        return draw(notes.read(desk, wanted.subject_id))
    except NotAllowed:
        return None


def _approved(desk: Desk, wanted: Wanted) -> Drawn | None:
    def draw(note: NoteRecord) -> Drawn | None:
        if note.status is not NoteStatus.APPROVED or note.decided_by is None:
            return None
        sentence = f"✓ *{escape(note.decided_by.name)}* approved this note. It is final."
        copy = button("Copy for CONNECTIONS", "note.copy", reference(note))
        tick = button("Mark entered", "note.entered", reference(note))
        buttons = [copy] if note.entered_in_state_at else [copy, tick]
        return notice(note, sentence, f"Note {note.initials} was approved", buttons)

    return _of(desk, wanted, draw)


def _goes_round(desk: Desk, wanted: Wanted) -> Drawn | None:
    """For the directors; none any more once it is decided."""

    def draw(note: NoteRecord) -> Drawn | None:
        return goes_round(note, desk.policy.zone) if note.status in rounds.UNDECIDED else None

    return _of(desk, wanted, draw)


def _logged_for_you(desk: Desk, wanted: Wanted) -> Drawn | None:
    def draw(note: NoteRecord) -> Drawn:
        sentence = f"*{escape(note.author.name)}* logged an event on your case."
        read = button("Read", "note.read", reference(note))
        return notice(note, sentence, f"{note.author.short} logged an event on {note.case_id}", [read])

    return _of(desk, wanted, draw)


def _review(desk: Desk, wanted: Wanted) -> Drawn:
    try:
        note = notes.read(desk, wanted.subject_id)
    except NotAllowed:
        return handed_on(whereabouts(desk.session, wanted.subject_id), desk.policy.zone)
    with_them = note.reviewer is not None and note.reviewer.id == desk.actor.id
    by_line = not with_them and review.decides(desk, note)
    above = desk.agency.supervisor_of(note.author.id)
    stead = above.name if with_them and above is not None and above.id != desk.actor.id else ""
    fixes = owes_meeting(note, desk.actor.id) and note.meeting_planned_at is None
    return review_card(
        note,
        desk.policy.zone,
        desk.actor.id,
        by_line=by_line,
        instead_of=stead,
        times=meetings.times(desk, note) if fixes else (),
    )


def _worker_moved(desk: Desk, wanted: Wanted) -> Drawn | None:
    moved = moved_workers.moved(desk, wanted.details)
    return worker_moved(moved, own=moved.author_id == desk.actor.id) if moved else None


def _nobody_reviews(desk: Desk, wanted: Wanted) -> Drawn:
    return nobody_reviews(whereabouts(desk.session, wanted.subject_id), desk.policy.zone)
