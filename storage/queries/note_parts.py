"""From a note's rows to a `NoteRecord`: its present version with the names in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from storage.enclosures import files_in
from storage.models import (
    Addendum,
    Case,
    Child,
    Contact,
    LaterDate,
    Note,
    NoteOpening,
    NoteQuestion,
    NoteVersion,
    ReturnMeeting,
    ReviewDecision,
    StateEntry,
)
from storage.queries.people import people
from storage.records import (
    Asked,
    ChildOf,
    Choice,
    NoteContent,
    NoteRecord,
    Person,
    PersonOf,
    Returned,
    Said,
    years_old,
)
from storage.types import Decision

_WITH_ITS_PARTS = [joinedload(part) for part in (NoteVersion.types, NoteVersion.children, NoteVersion.people)]


def content_of(version: NoteVersion) -> NoteContent:
    """What a version holds, words opened; its parts in one order, whichever the database gives them in."""
    return NoteContent(
        types=tuple(sorted(t.type for t in version.types)),
        children=tuple(sorted(c.child_id for c in version.children)),
        people=_people_in(version),
        seen_alone=tuple(sorted(c.child_id for c in version.children if c.seen_alone)),
        on=version.event_on,
        starts_at=version.starts_at,
        minutes=version.minutes,
        part_of_day=version.part_of_day,
        time_unknown=version.time_unknown,
        method=version.method,
        outcome=version.outcome,
        outcome_reason=version.outcome_reason,
        place=version.place,
        at_residence=version.at_residence,
        narrative=version.narrative,
        follow_ups=version.follow_ups,
        questions=tuple(version.questions),
        marks=tuple(version.marks),
        files=files_in(version.files),
    )


def _people_in(version: NoteVersion) -> tuple[str, ...]:
    return tuple(sorted(p.contact_id for p in version.people))


def version_of(session: Session, note_id: str, number: int) -> NoteVersion:
    """One version of a note. Raises NoResultFound where it does not exist."""
    query = select(NoteVersion).where(NoteVersion.note_id == note_id, NoteVersion.number == number)
    return session.scalars(query.options(*_WITH_ITS_PARTS)).unique().one()


def as_record(session: Session, row: Note, *, today: date) -> NoteRecord:
    """The note with everything that cards and windows show of it; answers to questions by id alone."""
    version = version_of(session, row.id, row.version)
    case = session.get(Case, row.case_id) if row.case_id else None
    past = _past(session, row)
    staff = people(session, _named(row, case, past))
    return NoteRecord(
        id=row.id,
        status=row.status,
        version=row.version,
        author=staff[row.author_id],
        entered_by=staff[row.entered_by_id],
        created_at=row.created_at,
        content=content_of(version),
        case_id=row.case_id,
        family_name=case.family_name if case else "",
        county=case.county if case else "",
        case_worker=staff.get(case.primary_worker_id or "") if case else None,
        children=_children(session, version, today),
        people=_people(session, version),
        asked=open_questions(version.questions),
        off_caseload=row.off_caseload,
        submission=version.submission or 0,
        **_dates(row, staff),
        **_aftermath(session, row, past, staff),
    )


def _dates(row: Note, staff: dict[str, Person]) -> dict[str, Any]:
    """The note's clocks, and who has it or decided on it."""
    return {
        "due_at": row.due_at,
        "late_after": row.late_after,
        "first_submitted_at": row.first_submitted_at,
        "submitted_at": row.submitted_at,
        "reviewer": staff.get(row.reviewer_id or ""),
        "review_due_at": row.review_due_at,
        "correction_due_at": row.correction_due_at,
        "decided_at": row.decided_at,
        "decided_by": staff.get(row.decided_by_id or ""),
    }


@dataclass(frozen=True, slots=True)
class _Past:
    """What others have done to the note since it was first submitted."""

    decisions: tuple[ReviewDecision, ...] = ()
    meeting: ReturnMeeting | None = None
    entry: StateEntry | None = None
    addenda: tuple[Addendum, ...] = ()
    questions: tuple[NoteQuestion, ...] = ()
    later: LaterDate | None = None
    opened_by: tuple[str, ...] = ()

    @property
    def last_return(self) -> ReviewDecision | None:
        return next((d for d in reversed(self.decisions) if d.decision is Decision.RETURNED), None)


def _past(session: Session, row: Note) -> _Past:
    """Nothing, and no read, before the first submission: nobody else can have done anything to it."""
    if row.first_submitted_at is None:
        return _Past()
    decisions = _decisions(session, row.id)
    return _Past(
        decisions=decisions,
        meeting=_meeting(session, row.id),
        entry=session.get(StateEntry, row.id),
        addenda=_addenda(session, row.id),
        questions=_questions(session, row.id),
        later=_later(session, row.id, decisions),
        opened_by=_opened_by(session, row),
    )


def _aftermath(session: Session, row: Note, past: _Past, staff: dict[str, Person]) -> dict[str, Any]:
    """The past as the record shows it."""
    meeting, entry, last = past.meeting, past.entry, past.last_return
    return {
        "returned": Returned(staff[last.decided_by_id], last.decided_at, last.reason, last.version)
        if last
        else None,
        "opened_by": past.opened_by,
        "meeting_id": meeting.id if meeting else None,
        "meeting_open": bool(meeting and meeting.held_at is None),
        "meeting_planned_at": meeting.planned_at if meeting else None,
        "meeting_held_at": meeting.held_at if meeting else None,
        "meeting_how": (meeting.how or "") if meeting else "",
        "addenda": tuple(Said(staff[a.author_id], a.added_at, a.words) for a in past.addenda),
        "questions": tuple(Said(staff[q.said_by_id], q.said_at, q.words) for q in past.questions),
        "later": Said(staff[late.made_by_id], late.made_at, late.reason) if (late := past.later) else None,
        "entered_in_state_at": entry.entered_at if entry else None,
        "entered_in_state_by": staff.get(entry.entered_by_id) if entry else None,
        "earlier_words": version_of(session, row.id, last.version).narrative if last else "",
    }


def _named(row: Note, case: Case | None, past: _Past) -> set[str | None]:
    named = {row.author_id, row.entered_by_id, row.reviewer_id, row.decided_by_id}
    named |= {case.primary_worker_id} if case else set()
    named |= {past.entry.entered_by_id} if past.entry else set()
    named |= {past.later.made_by_id} if past.later else set()
    named |= {q.said_by_id for q in past.questions}
    return named | {d.decided_by_id for d in past.decisions} | {a.author_id for a in past.addenda}


def _decisions(session: Session, note_id: str) -> tuple[ReviewDecision, ...]:
    query = select(ReviewDecision).where(ReviewDecision.note_id == note_id)
    return tuple(session.scalars(query.order_by(ReviewDecision.version)))


def _meeting(session: Session, note_id: str) -> ReturnMeeting | None:
    """The oldest that is still to be recorded, for none of them may be forgotten; else the last one."""
    query = select(ReturnMeeting).where(ReturnMeeting.note_id == note_id)
    found = session.scalars(query.order_by(ReturnMeeting.opened_at)).all()
    return next((m for m in found if m.held_at is None), found[-1] if found else None)


def _addenda(session: Session, note_id: str) -> tuple[Addendum, ...]:
    query = select(Addendum).where(Addendum.note_id == note_id)
    return tuple(session.scalars(query.order_by(Addendum.added_at)))


def _questions(session: Session, note_id: str) -> tuple[NoteQuestion, ...]:
    query = select(NoteQuestion).where(NoteQuestion.note_id == note_id)
    return tuple(session.scalars(query.order_by(NoteQuestion.said_at, NoteQuestion.id)))


def _later(session: Session, note_id: str, decisions: Sequence[ReviewDecision]) -> LaterDate | None:
    """The exception that holds: of the version last returned, the last one that was made."""
    last = next((d for d in reversed(decisions) if d.decision is Decision.RETURNED), None)
    if last is None:
        return None
    query = select(LaterDate).where(LaterDate.note_id == note_id, LaterDate.version == last.version)
    return session.scalars(query.order_by(LaterDate.made_at.desc()).limit(1)).first()


def _opened_by(session: Session, row: Note) -> tuple[str, ...]:
    query = select(NoteOpening.staff_id).where(
        NoteOpening.note_id == row.id, NoteOpening.version == row.version
    )
    return tuple(sorted(session.scalars(query)))


def _children(session: Session, version: NoteVersion, today: date) -> tuple[ChildOf, ...]:
    alone = {c.child_id: c.seen_alone for c in version.children}
    rows = session.scalars(select(Child).where(Child.id.in_(alone))) if alone else ()
    return tuple(_child(row, today, seen_alone=alone[row.id]) for row in sorted(rows, key=lambda r: r.id))


def _child(row: Child, today: date, *, seen_alone: bool | None = None) -> ChildOf:
    return ChildOf(row.id, row.first_name, row.last_name, age_on(row.date_of_birth, today), seen_alone)


def age_on(born: str, today: date) -> int | None:
    """Whole years, from an ISO date of birth; None where it is not known."""
    return years_old(date.fromisoformat(born), today) if born else None


def _people(session: Session, version: NoteVersion) -> tuple[PersonOf, ...]:
    wanted = _people_in(version)
    rows = session.scalars(select(Contact).where(Contact.id.in_(wanted))) if wanted else ()
    found = {r.id: PersonOf(r.id, r.name, r.relationship, r.organization) for r in rows}
    return tuple(found[contact_id] for contact_id in wanted)


def open_questions(questions: Iterable[dict[str, Any]]) -> tuple[Asked, ...]:
    """A version's questions, their answers by id alone."""
    return tuple(Asked(q["slot"], tuple(Choice(i, "") for i in q.get("candidates", ()))) for q in questions)
