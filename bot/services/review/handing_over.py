"""Open reviews follow the line, leave and delegates: who reviews now has the card, the right and the duty.

A change of reviewer does not restart the review's clock (DOMAIN 3). Each hand-over is one transaction with
a conditional UPDATE on the reviewer it takes the note from, so that any number of processes, beats and
restarts do it once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.rules.policy import Policy
from bot.rules.quiet import after_quiet, may_send
from bot.rules.reviewer import Office, who_reviews
from bot.services import obligations, outbox
from bot.services.office import alarmed
from bot.services.review import moved_workers
from bot.understand.agency import Agency
from storage import audit
from storage.models import Note
from storage.types import Lane, NoteStatus


@dataclass(frozen=True, slots=True)
class HandOver:
    """A submitted note that is with one person (None: nobody) and must go to another (None: nobody can)."""

    note_id: str
    version: int
    from_id: str | None
    to_id: str | None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a hand-over goes by."""

    agency: Agency
    policy: Policy
    now: datetime


def misplaced(session: Session, office: Office, today: date) -> list[HandOver]:
    """Submitted notes that are not with the one who reviews them on that local day, by id."""
    waiting = Note.status == NoteStatus.SUBMITTED
    pairs = session.execute(select(Note.author_id, Note.reviewer_id).where(waiting).distinct()).all()
    reviewers = {author: who_reviews(author, day=today, office=office) for author, _ in pairs}
    astray = [author for author, reviewer in pairs if reviewers[author] != reviewer]
    if not astray:
        return []
    rows = session.execute(
        select(Note.id, Note.version, Note.author_id, Note.reviewer_id)
        .where(waiting, Note.author_id.in_(astray))
        .order_by(Note.id)
    )
    found = (HandOver(i, version, reviewer, reviewers[author]) for i, version, author, reviewer in rows)
    return [each for each in found if each.from_id != each.to_id]


def hand_over(session: Session, over: HandOver, by: Circumstances) -> bool:
    """Move the review, in the caller's transaction; False where it has been moved or decided meanwhile.

    The next reviewer owes it by the same time and gets its card, urgent but not into quiet hours; where
    nobody can review it, admin and directors are alarmed. Every copy of its card is drawn anew.
    """
    note = _moved(session, over)
    if note is None:
        return False
    _owe(session, note, by.now)
    for kind in ("review_card", "nobody_reviews"):
        outbox.cancel(session, subject_id=note.id, kind=kind, now=by.now)
    kind = "review_card" if note.reviewer_id else "nobody_reviews"
    for person_id in [note.reviewer_id] if note.reviewer_id else alarmed(by.agency):
        _tell(session, kind, note, person_id, by)
    if over.from_id and note.reviewer_id:
        moved_workers.tell(
            session,
            by.agency,
            author_id=note.author_id,
            from_id=over.from_id,
            to_id=note.reviewer_id,
            now=by.now,
            awake=lambda person_id: awake(person_id, None, by),
        )
    outbox.ask_redraw(session, note.id, by.now)
    audit.record(
        session,
        at=by.now,
        actor_id=None,
        action="note.reassign",
        subject_kind="note",
        subject_id=note.id,
        details={"version": over.version, "from": over.from_id, "to": over.to_id},
    )
    return True


def _moved(session: Session, over: HandOver) -> Note | None:
    statement = (
        update(Note)
        .where(
            Note.id == over.note_id,
            Note.version == over.version,
            Note.status == NoteStatus.SUBMITTED,
            Note.reviewer_id.is_not_distinct_from(over.from_id),
        )
        .values(reviewer_id=over.to_id)
        .returning(Note)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return session.scalars(statement).one_or_none()


def _owe(session: Session, note: Note, now: datetime) -> None:
    if note.reviewer_id is None or note.review_due_at is None:
        obligations.settle(session, kind="review", subject_id=note.id, now=now)
        return
    to = note.reviewer_id
    if not obligations.transfer(session, kind="review", subject_id=note.id, to_person_id=to, now=now):
        # Nobody owed it: at its submission there was nobody to review it.
        due = note.review_due_at
        obligations.owe(session, kind="review", subject_id=note.id, person_id=to, due_at=due, now=now)


def _tell(session: Session, kind: str, note: Note, person_id: str, by: Circumstances) -> None:
    outbox.put(
        session,
        # Each hand-over has a key of its own: what comes back to somebody is told anew.
        dedupe_key=f"{kind}:{note.id}:{person_id}:v{note.version}:since-{by.now.isoformat()}",
        kind=kind,
        recipient_id=person_id,
        now=by.now,
        due_at=awake(person_id, note.review_due_at, by),
        lane=Lane.URGENT,
        subject_id=note.id,
    )


def awake(person_id: str, due: datetime | None, by: Circumstances) -> datetime:
    """Now, or where that is in the person's quiet hours (leave begins at midnight) their end."""
    tz = ZoneInfo(by.agency.staff[person_id].timezone)
    if may_send(by.now, tz=tz, policy=by.policy, due=due):
        return by.now
    return after_quiet(by.now, tz=tz, policy=by.policy)


def moved_cases(session: Session, agency: Agency, policy: Policy) -> Iterator[tuple[str, bool]]:
    """Drafts and returned notes that are no longer marked rightly: (note, whether it is off the caseload).

    A case that has gone to another worker makes the author's draft one for a colleague's case, which its
    card must say before Submit confirms it. Judged by the day the note was entered, for leave covered then
    was covered.
    """
    rows = session.execute(
        select(Note.id, Note.case_id, Note.author_id, Note.created_at, Note.off_caseload)
        .where(Note.status.in_((NoteStatus.DRAFT, NoteStatus.RETURNED)), Note.case_id.is_not(None))
        .order_by(Note.id)
    )
    for note_id, case_id, author_id, created_at, marked in rows:
        day = created_at.astimezone(policy.zone).date()
        off = case_id not in agency.caseload(author_id, day).case_ids
        if off is not marked:
            yield note_id, off


def mark_caseload(session: Session, *, note_id: str, off: bool, now: datetime) -> bool:
    """Mark an unsubmitted note as off its author's caseload, or as on it; its cards are drawn anew."""
    statement = (
        update(Note)
        .where(Note.id == note_id, Note.status.in_((NoteStatus.DRAFT, NoteStatus.RETURNED)))
        .values(off_caseload=off)
        .returning(Note.id)
        .execution_options(synchronize_session=False)
    )
    marked = session.scalar(statement) is not None
    if marked:
        outbox.ask_redraw(session, note_id, now)
    return marked
