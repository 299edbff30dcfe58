"""The supervisor's verbs: read, approve, return, record the meeting; and what follows an approval.

Exactly one decision a version, whoever clicks how often: a conditional UPDATE on status and version, with
the decision, its audit row and its messages in one transaction (RELIABILITY, Decisions).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select, update

from bot.errors import AlreadyDecided, NotAllowed, Outdated, Refusal, Unusable
from bot.rules.deadlines import correction_due
from bot.rules.permissions import may_add_addendum, may_decide, may_mark_entered, may_record_meeting
from bot.rules.review import Action, may_move
from bot.rules.ties import NoteTies
from bot.services import obligations, outbox
from bot.services.desk import Desk
from bot.services.notes import move, read, standing, tell
from bot.services.office import note_ties, office_on
from bot.services.review import meetings, rounds
from bot.services.whereabouts import ensure_still_with
from storage.models import Addendum, Note, NoteOpening, ReturnMeeting, ReviewDecision, StateEntry, new_id
from storage.records import NoteRecord
from storage.types import Decision, NoteStatus
from storage.upserts import insert_into


class Unread(Refusal):
    """Approve was tapped on a note that the reviewer has not opened: it is opened instead."""


def to_review(desk: Desk, note_id: str) -> NoteRecord:
    """The note; NotAllowed where it is out of reach, saying who has it now where the actor had it before."""
    try:
        return read(desk, note_id)
    except NotAllowed:
        ensure_still_with(desk, note_id)
        raise


def open_note(desk: Desk, note_id: str) -> NoteRecord:
    """Open a note to read it; the opening is on record (and in the audit)."""
    note = to_review(desk, note_id)
    if desk.actor.id not in note.opened_by:
        opening = insert_into(desk.session, NoteOpening).values(
            note_id=note.id, version=note.version, staff_id=desk.actor.id, opened_at=desk.now
        )
        desk.session.execute(opening.on_conflict_do_nothing())
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
    owe_correction(desk, note, due)
    if row.loops == 1:
        rounds.first_return(desk, note_id)
    tell(desk, "note_returned", note_id, note.author.id, step=f"v{seen}")
    return _redrawn(desk, note_id)


def decides(desk: Desk, note: NoteRecord) -> bool:
    """Whether the note waits for a decision that is the actor's to take."""
    return note.status is NoteStatus.SUBMITTED and may_decide(desk.me, _ties(desk, note))


def _decidable(desk: Desk, note_id: str) -> NoteRecord:
    note = to_review(desk, note_id)
    if note.status is NoteStatus.SUBMITTED and not decides(desk, note):
        own = note.author.id == desk.actor.id
        raise NotAllowed(
            "Nobody decides on their own note." if own else "This note is not with you for review."
        )
    return note


def _decide(desk: Desk, note: NoteRecord, seen: int, action: Action, values: dict[str, Any]) -> None:
    try:
        # Who decides has it from now on: a stand-in who held it meanwhile need not read it any more.
        move(desk, note, seen, action, values | {"reviewer_id": desk.actor.id})
    except NotAllowed:  # at that very moment somebody else decided, whose it is now
        ensure_still_with(desk, note.id)
        raise
    except Outdated as late:
        now = to_review(desk, note.id)
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
    outbox.cancel(desk.session, subject_id=note.id, kind="review_card", now=desk.now)
    desk.record(f"note.{decision.value}", note.id, details={"version": seen})
    desk.session.flush()
    return row


def _open_meeting(desk: Desk, note: NoteRecord, decision: ReviewDecision) -> None:
    """The policy's meeting between supervisor and worker: open until it is recorded (DOMAIN 3)."""
    desk.session.add(
        ReturnMeeting(
            id=new_id(),
            note_id=note.id,
            decision_id=decision.id,
            supervisor_id=desk.actor.id,
            worker_id=note.author.id,
            opened_at=desk.now,
        )
    )
    desk.session.flush()
    _owe_meetings(desk, note.id)


def _owe_meetings(desk: Desk, note_id: str) -> None:
    """Owe every meeting of the note that is still to be recorded: a second return does not end the first."""
    still = select(ReturnMeeting).where(ReturnMeeting.note_id == note_id, ReturnMeeting.held_at.is_(None))
    for meeting in desk.session.scalars(still.order_by(ReturnMeeting.opened_at)):
        obligations.owe(
            desk.session,
            kind="meeting",
            subject_id=note_id,
            person_id=meeting.supervisor_id,
            due_at=correction_due(meeting.opened_at, policy=desk.policy),
            now=desk.now,
            period=meeting.id,
        )


def owe_correction(desk: Desk, note: NoteRecord, due: datetime) -> None:
    """The author owes the correction by that instant; one that was owed already is moved to it."""
    obligations.owe(
        desk.session,
        kind="correction",
        subject_id=note.id,
        person_id=note.author.id,
        due_at=due,
        now=desk.now,
    )


def record_meeting(desk: Desk, note_id: str, *, held_at: datetime, how: str, outcome: str) -> NoteRecord:
    """Say when and how the meeting over a return was held; the oldest that is not recorded yet.

    Unusable for a moment still to come, Outdated where none is left, NotAllowed for whoever did not return
    the note and does not decide on it.
    """
    note = meetings.open_about(desk, note_id)
    if held_at > desk.now:
        raise Unusable("That time is still to come: record the meeting once it was held.")
    meeting = desk.session.get_one(ReturnMeeting, note.meeting_id)
    if not may_record_meeting(desk.me, _ties(desk, note), meeting.supervisor_id):
        raise NotAllowed("That meeting is another supervisor's to record.")
    _hold(desk, meeting, held_at, how, outcome)
    obligations.settle(desk.session, kind="meeting", subject_id=note_id, period=meeting.id, now=desk.now)
    _owe_meetings(desk, note_id)
    desk.record("note.meeting", note_id)
    return _redrawn(desk, note_id)


def _hold(desk: Desk, meeting: ReturnMeeting, held_at: datetime, how: str, outcome: str) -> None:
    moved = desk.session.execute(
        update(ReturnMeeting)
        .where(ReturnMeeting.id == meeting.id, ReturnMeeting.held_at.is_(None))
        .values(held_at=held_at, how=how, recorded_at=desk.now, recorded_by_id=desk.actor.id)
        .returning(ReturnMeeting.id)
        .execution_options(synchronize_session=False)
    ).first()
    if moved is None:
        raise Outdated(meetings.RECORDED)
    desk.session.refresh(meeting)
    meeting.outcome = outcome
    desk.session.flush()


def add_addendum(desk: Desk, note_id: str, words: str, *, key: str = "") -> NoteRecord:
    """Add words to an approved note, under the actor's own name and time; the note itself stays.

    The same `key` (of the window that was filled in) adds them once. Unusable without words, Outdated for a
    note that is not approved, NotAllowed for who may not read it.
    """
    note = read(desk, note_id)
    if not words.strip():
        raise Unusable("An addendum needs words.")
    _ensure_approved(desk, note, Action.ADD_ADDENDUM)
    if not may_add_addendum(desk.me, _ties(desk, note)):
        raise NotAllowed("Addenda are written by those who may read this note and write notes.")
    added_id = str(uuid5(UUID(note_id), f"{desk.actor.id}:{key}")) if key else new_id()
    if desk.session.get(Addendum, added_id) is None:
        desk.session.add(
            Addendum(id=added_id, note_id=note_id, author_id=desk.actor.id, words=words, added_at=desk.now)
        )
        desk.record("note.addendum", note_id)
    return _redrawn(desk, note_id)


def mark_entered(desk: Desk, note_id: str) -> NoteRecord:
    """Tick "entered in the state's system"; who ticked first, and when, stays.

    Outdated for a note that is not approved, NotAllowed for who does not enter it there.
    """
    note = read(desk, note_id)
    _ensure_approved(desk, note, Action.MARK_ENTERED)
    if not may_mark_entered(desk.me, _ties(desk, note)):
        raise NotAllowed("The note's author or the case's worker marks it as entered.")
    entry = insert_into(desk.session, StateEntry).values(
        note_id=note_id, entered_by_id=desk.actor.id, entered_at=desk.now
    )
    ticked = desk.session.execute(entry.on_conflict_do_nothing().returning(StateEntry.note_id)).first()
    if ticked is not None:
        desk.record("note.entered", note_id)
    return _redrawn(desk, note_id)


def _ensure_approved(desk: Desk, note: NoteRecord, action: Action) -> None:
    if not may_move(note.status, action):
        raise Outdated(standing(note, desk))


def _ties(desk: Desk, note: NoteRecord) -> NoteTies:
    return note_ties(note, desk.agency, office_on(desk.session, desk.agency, desk.today), desk.today)


def _redrawn(desk: Desk, note_id: str) -> NoteRecord:
    outbox.ask_redraw(desk.session, note_id, desk.now)
    desk.session.flush()
    return read(desk, note_id)
