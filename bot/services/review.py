"""The supervisor's verbs: read, approve, return, record the meeting; and what follows an approval.

Exactly one decision a version, whoever clicks how often: a conditional UPDATE on status and version, with
the decision, its audit row and its messages in one transaction (RELIABILITY, Decisions).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import update

from bot.errors import AlreadyDecided, NotAllowed, Outdated, Refusal, Unusable
from bot.rules.deadlines import correction_due
from bot.rules.permissions import may_add_addendum, may_decide, may_mark_entered
from bot.rules.review import Action
from bot.services import obligations, outbox
from bot.services.desk import Desk
from bot.services.notes import move, read, standing, tell
from bot.services.office import note_ties, office_on
from storage.models import Addendum, Note, NoteOpening, ReturnMeeting, ReviewDecision, StateEntry, new_id
from storage.records import NoteRecord
from storage.types import Decision, NoteStatus


class Unread(Refusal):
    """Approve was tapped on a note that the reviewer has not opened: it is opened instead."""


def open_note(desk: Desk, note_id: str) -> NoteRecord:
    """Open a note to read it; the opening is on record (and in the audit)."""
    note = read(desk, note_id)
    if desk.actor.id not in note.opened_by:
        desk.session.add(
            NoteOpening(note_id=note.id, version=note.version, staff_id=desk.actor.id, opened_at=desk.now)
        )
    desk.record("note.read", note_id, details={"version": note.version})
    desk.session.flush()
    return read(desk, note_id)


def approve(desk: Desk, note_id: str, seen: int) -> NoteRecord:
    """Make the note final.

    Unread where the actor has not opened that version; AlreadyDecided, saying who and when, where
    somebody was first; NotAllowed for the author and for whoever does not review it.
    """
    note = _decidable(desk, note_id)
    if note.status is NoteStatus.SUBMITTED and desk.actor.id not in note.opened_by:
        raise Unread("Please read the note first: it opens now, with Approve and Return in it.")
    values = {"status": NoteStatus.APPROVED, "decided_at": desk.now, "decided_by_id": desk.actor.id}
    _decide(desk, note, seen, Action.APPROVE, values)
    _write_decision(desk, note, seen, Decision.APPROVED, "")
    tell(desk, "note_approved", note_id, note.author.id, step=f"v{seen}")
    return _redrawn(desk, note_id)


def return_note(desk: Desk, note_id: str, seen: int, reason: str) -> NoteRecord:
    """Send the note back with a reason: the correction clock starts, and a meeting is owed.

    Unusable without a reason; AlreadyDecided and NotAllowed as in `approve`.
    """
    if not reason.strip():
        raise Unusable("A return needs a reason: say in a few words what has to be put right.")
    note = _decidable(desk, note_id)
    due = correction_due(desk.now, policy=desk.policy)
    row = desk.session.get_one(Note, note_id)
    values = {
        "status": NoteStatus.RETURNED,
        "returned_at": desk.now,
        "correction_due_at": due,
        "decided_at": desk.now,
        "decided_by_id": desk.actor.id,
        "loops": row.loops + 1,
    }
    _decide(desk, note, seen, Action.RETURN, values)
    decision = _write_decision(desk, note, seen, Decision.RETURNED, reason)
    _open_meeting(desk, note, decision)
    _owe_correction(desk, note, due)
    tell(desk, "note_returned", note_id, note.author.id, step=f"v{seen}")
    return _redrawn(desk, note_id)


def decides(desk: Desk, note: NoteRecord) -> bool:
    """Whether the note waits for a decision that is the actor's to take."""
    ties = note_ties(note, desk.agency, office_on(desk.session, desk.agency, desk.today), desk.today)
    return note.status is NoteStatus.SUBMITTED and may_decide(desk.me, ties)


def _decidable(desk: Desk, note_id: str) -> NoteRecord:
    note = read(desk, note_id)
    if note.status is NoteStatus.SUBMITTED and not decides(desk, note):
        own = note.author.id == desk.actor.id
        raise NotAllowed(
            "Nobody decides on their own note." if own else "This note is not with you for review."
        )
    return note


def _decide(desk: Desk, note: NoteRecord, seen: int, action: Action, values: dict[str, Any]) -> None:
    try:
        move(desk, note, seen, action, values)
    except Outdated as late:
        now = read(desk, note.id)
        if now.status in (NoteStatus.APPROVED, NoteStatus.RETURNED):
            raise AlreadyDecided(standing(now, desk)) from late
        raise Outdated("This note was revised meanwhile. The card now shows the new version.") from late


def _write_decision(
    desk: Desk, note: NoteRecord, seen: int, decision: Decision, reason: str
) -> ReviewDecision:
    row = ReviewDecision(
        id=new_id(),
        note_id=note.id,
        version=seen,
        decision=decision,
        reason=reason,
        decided_by_id=desk.actor.id,
        decided_at=desk.now,
    )
    desk.session.add(row)
    obligations.settle(desk.session, kind="review", subject_id=note.id, now=desk.now)
    desk.record(f"note.{decision.value}", note.id, details={"version": seen})
    desk.session.flush()
    return row


def _open_meeting(desk: Desk, note: NoteRecord, decision: ReviewDecision) -> None:
    """The policy's meeting between supervisor and worker: open until it is recorded (DOMAIN 3)."""
    meeting = ReturnMeeting(
        id=new_id(),
        note_id=note.id,
        decision_id=decision.id,
        supervisor_id=desk.actor.id,
        worker_id=note.author.id,
        opened_at=desk.now,
    )
    desk.session.add(meeting)
    due = correction_due(desk.now, policy=desk.policy)
    obligations.owe(
        desk.session, kind="meeting", subject_id=note.id, person_id=desk.actor.id, due_at=due, now=desk.now
    )


def _owe_correction(desk: Desk, note: NoteRecord, due: datetime) -> None:
    obligations.owe(
        desk.session,
        kind="correction",
        subject_id=note.id,
        person_id=note.author.id,
        due_at=due,
        now=desk.now,
    )


def record_meeting(desk: Desk, note_id: str, *, held_at: datetime, how: str, outcome: str) -> NoteRecord:
    """Say when and how the meeting over a return was held. Unusable for a moment still to come."""
    note = read(desk, note_id)
    if held_at > desk.now:
        raise Unusable("That time is still to come: record the meeting once it was held.")
    moved = desk.session.execute(
        update(ReturnMeeting)
        .where(
            ReturnMeeting.id == note.meeting_id,
            ReturnMeeting.held_at.is_(None),
            ReturnMeeting.supervisor_id == desk.actor.id,
        )
        .values(held_at=held_at, how=how, recorded_at=desk.now, recorded_by_id=desk.actor.id)
        .returning(ReturnMeeting.id)
        .execution_options(synchronize_session=False)
    ).first()
    if moved is None:
        raise Outdated("That meeting is already recorded, or it is another supervisor's to record.")
    meeting = desk.session.get_one(ReturnMeeting, moved.id)
    desk.session.refresh(meeting)
    meeting.outcome = outcome
    obligations.settle(desk.session, kind="meeting", subject_id=note_id, now=desk.now)
    desk.record("note.meeting", note_id)
    return _redrawn(desk, note_id)


def add_addendum(desk: Desk, note_id: str, words: str) -> NoteRecord:
    """Add words to an approved note, under the actor's own name and time; the note itself stays."""
    note = read(desk, note_id)
    ties = note_ties(note, desk.agency, office_on(desk.session, desk.agency, desk.today), desk.today)
    if not words.strip():
        raise Unusable("An addendum needs words.")
    if not may_add_addendum(desk.me, ties):
        raise NotAllowed(standing(note, desk))
    desk.session.add(
        Addendum(id=new_id(), note_id=note_id, author_id=desk.actor.id, words=words, added_at=desk.now)
    )
    desk.record("note.addendum", note_id)
    return _redrawn(desk, note_id)


def mark_entered(desk: Desk, note_id: str) -> NoteRecord:
    """Tick "entered in the state's system"; who ticked first, and when, stays."""
    note = read(desk, note_id)
    ties = note_ties(note, desk.agency, office_on(desk.session, desk.agency, desk.today), desk.today)
    if note.entered_in_state_at is None:
        if not may_mark_entered(desk.me, ties):
            raise NotAllowed(standing(note, desk))
        entry = StateEntry(note_id=note_id, entered_by_id=desk.actor.id, entered_at=desk.now)
        desk.session.add(entry)
        desk.record("note.entered", note_id)
    return _redrawn(desk, note_id)


def _redrawn(desk: Desk, note_id: str) -> NoteRecord:
    outbox.ask_redraw(desk.session, note_id, desk.now)
    desk.session.flush()
    return read(desk, note_id)
