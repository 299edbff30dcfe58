"""The worker's verbs on a note: answer a question, edit, submit, discard, bring back.

Each is one transaction of the caller's; a status moves by conditional UPDATE only, so that a second
click, or a click in another window, changes nothing and is told how the note stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select, update

from bot.errors import NotAllowed, Outdated, Refusal, Unusable
from bot.rules.deadlines import rereview_due, review_due
from bot.rules.on_call import own_shift
from bot.rules.permissions import may_edit_note, may_submit
from bot.rules.refusals import ensure_may_log
from bot.rules.review import STANDING, Action, statuses_for
from bot.rules.reviewer import Office, who_reviews
from bot.services import obligations, outbox
from bot.services.desk import Desk
from bot.services.drafts.choices import with_children_offered, worded
from bot.services.drafts.fresh import is_off_caseload
from bot.services.drafts.gaps import with_questions
from bot.services.drafts.versions import keep_clock, next_version
from bot.services.duties.seen import recount
from bot.services.office import alarmed, case_ties, note_ties, office_on
from bot.services.residence import at_residence
from bot.services.review import rounds
from storage.models import Note, PlannedVisit
from storage.queries import notes as reads
from storage.queries.note_parts import version_of
from storage.records import NoteContent, NoteRecord, Whereabouts
from storage.types import EventType, Lane, Method, NoteStatus

OTHER_FAMILY = "Take them out of this note, and say in your words who else was there."
BY_WIRE = frozenset({Method.PHONE, Method.TEXT, Method.VIDEO})
"""How somebody on call is reached: such a call is theirs to log, though it was no crisis."""
GONE = "That note is not there for you. Ask its author or your supervisor."


def read(desk: Desk, note_id: str) -> NoteRecord:
    """The note as the actor may read it; NotAllowed where it is out of reach."""
    note = reads.note(desk.session, desk.actor, note_id, today=desk.today)
    if note is None:
        raise NotAllowed(GONE)
    return replace(note, asked=worded(desk, note))


def change(desk: Desk, note_id: str, seen: int, content: NoteContent, *, how: str) -> NoteRecord:
    """Replace the content of version `seen` of a draft or returned note; the note as it then stands.

    The case follows from the children (else the people) named. NotAllowed, Outdated, Unusable.
    """
    before = to_change(desk, note_id)
    case_id = case_of(content, desk) or (before.case_id if not content.children else None)
    settled = replace(content, at_residence=at_residence(content.children, content, desk.agency))
    settled = with_children_offered(desk, with_questions(settled, case_id))
    row = desk.session.get_one(Note, note_id)
    next_version(desk.session, row, settled, seen=seen, made_by=desk.actor.id, how=how, now=desk.now)
    row.case_id = case_id
    row.off_caseload = is_off_caseload(desk, case_id, before.author.id)
    _follow_event(desk, row, settled)
    recount(desk.session, desk.policy, [before.content, settled], desk.now)
    desk.record(f"note.{how}", note_id, details={"version": row.version})
    outbox.ask_redraw(desk.session, note_id, desk.now)
    desk.session.flush()
    return read(desk, note_id)


def _follow_event(desk: Desk, row: Note, content: NoteContent) -> None:
    """The clock runs from the event: a corrected date or time moves it, and the audit says from when."""
    before = row.due_at
    if keep_clock(desk.session, row, content, policy=desk.policy, now=desk.now):
        moved = {"from": before, "to": row.due_at}
        details = {name: at.isoformat() if at else None for name, at in moved.items()}
        desk.record("note.due_moved", row.id, details=details)


def to_change(desk: Desk, note_id: str) -> NoteRecord:
    """The note, which the actor may change now. NotAllowed, or Outdated where its status forbids it."""
    note = read(desk, note_id)
    ties = note_ties(note, desk.agency, office_on(desk.session, desk.agency, desk.today), desk.today)
    if note.status not in statuses_for(Action.EDIT):
        raise Outdated(standing(note, desk))
    if not may_edit_note(desk.me, ties):
        raise NotAllowed("Only its author (or who entered it) can change this note.")
    return note


def case_of(content: NoteContent, desk: Desk) -> str | None:
    """The one case of the children named, else of the people.

    Unusable where the children belong to several, or somebody who took part to another family than they do.
    """
    agency = desk.agency
    if unknown := {*content.children} - {*agency.children} or {*content.people} - {*agency.contacts}:
        raise Unusable(f"{len(unknown)} of those you picked are no longer on file: pick again.")
    children = dict.fromkeys(agency.children[c].case_id for c in content.children)
    if len(children) > 1:
        raise Unusable("One note holds one case: pick children of one family, and log the other visit apart.")
    strangers = [p for p in content.people if children and agency.contacts[p].case_id not in children]
    if strangers:
        names = ", ".join(agency.contacts[p].name for p in strangers)
        raise Unusable(f"{names}: on file with another family. {OTHER_FAMILY}")
    cases = children or dict.fromkeys(agency.contacts[p].case_id for p in content.people)
    return next(iter(cases)) if len(cases) == 1 else None


def submit(desk: Desk, note_id: str, seen: int) -> NoteRecord:
    """Send the note to the one who reviews it: at once, with the clocks of DOMAIN 3.

    The first submission is what timeliness is judged on. With nobody to review it, admin and directors
    are alarmed. Refusal where something required is missing; Outdated where it was sent before.
    """
    note = read(desk, note_id)
    office = office_on(desk.session, desk.agency, desk.today)
    if not may_submit(desk.me, note_ties(note, desk.agency, office, desk.today)):
        raise NotAllowed("Only the author can submit a note.")
    if note.status in statuses_for(Action.SUBMIT) and note.asked:
        raise Refusal("Something is still missing: answer the questions on the card first.")
    _ensure_happened(desk, note)
    _ensure_revised(note)
    _ensure_own_to_log(desk, note, office)
    reviewer = who_reviews(note.author.id, day=desk.today, office=office)
    _move_to_submitted(desk, note, seen, reviewer)
    _hand_over(desk, note, reviewer)
    return read(desk, note_id)


def _ensure_happened(desk: Desk, note: NoteRecord) -> None:
    on = note.content.on
    if note.status in statuses_for(Action.SUBMIT) and on and on > desk.today:
        raise Refusal("That date is still to come: what has not happened cannot be recorded. Tap Edit.")


def _ensure_revised(note: NoteRecord) -> None:
    """An old card's Submit must not send a returned version once more: each version has one decision."""
    if note.status is NoteStatus.RETURNED and note.returned and note.returned.version >= note.version:
        raise Outdated("This note was returned. Tap Revise first, then Submit.")


def _ensure_own_to_log(desk: Desk, note: NoteRecord, office: Office) -> None:
    """Whether the case is the author's to log for; for on-call staff in the shift in which it was entered."""
    if note.status is NoteStatus.DRAFT and note.case_id:
        shifts = desk.agency.roster.shifts
        ensure_may_log(
            desk.me,
            case_ties(note.case_id, desk.agency, office, desk.today),
            on_shift=own_shift(note.author.id, note.created_at, shifts) is not None,
            call=EventType.CRISIS_CALL in note.content.types or note.content.method in BY_WIRE,
        )


def _move_to_submitted(desk: Desk, note: NoteRecord, seen: int, reviewer: str | None) -> None:
    again = note.status is NoteStatus.RETURNED
    due = (rereview_due if again else review_due)(desk.now, policy=desk.policy)
    values: dict[str, Any] = {
        "status": NoteStatus.SUBMITTED,
        "submitted_at": desk.now,
        "reviewer_id": reviewer,
        "review_due_at": due,
    }
    if note.first_submitted_at is None:
        values["first_submitted_at"] = desk.now
    move(desk, note, seen, Action.SUBMIT, values)
    version = version_of(desk.session, note.id, seen)
    version.submission = note.submission + 1 if note.submission else _submissions(desk, note) + 1


def _submissions(desk: Desk, note: NoteRecord) -> int:
    row = desk.session.get_one(Note, note.id)
    return max((v.submission or 0 for v in row.versions), default=0)


def _hand_over(desk: Desk, note: NoteRecord, reviewer: str | None) -> None:
    """What a submission sets going: clocks, the supervisor's card, word to the case's worker."""
    session, row = desk.session, desk.session.get_one(Note, note.id)
    for kind in ("note", "correction"):
        obligations.settle(session, kind=kind, subject_id=note.id, now=desk.now)
    if reviewer and row.review_due_at:
        obligations.owe(
            session,
            kind="review",
            subject_id=note.id,
            person_id=reviewer,
            due_at=row.review_due_at,
            now=desk.now,
        )
        tell(desk, "review_card", note.id, reviewer, step=f"v{row.version}")
    else:
        for person in alarmed(desk.agency):
            tell(desk, "nobody_reviews", note.id, person, step=f"v{row.version}", lane=Lane.URGENT)
    rounds.resubmitted(desk, note.id, row.loops)
    worker = note.case_worker
    if note.off_caseload and worker and worker.id != note.author.id:
        tell(desk, "logged_for_you", note.id, worker.id, step="once")
    desk.record("note.submit", note.id, details={"version": row.version, "reviewer": reviewer})
    outbox.ask_redraw(session, note.id, desk.now)


def discard(desk: Desk, note_id: str, seen: int) -> NoteRecord:
    """Put a draft aside; it can be brought back, for it may be the only trace of an event."""
    note = to_change(desk, note_id)
    move(desk, note, seen, Action.DISCARD, {"status": NoteStatus.DISCARDED})
    obligations.settle(desk.session, kind="note", subject_id=note_id, now=desk.now)
    recount(desk.session, desk.policy, [note.content], desk.now)
    desk.record("note.discard", note_id)
    _redraw_plan(desk, note_id)
    outbox.ask_redraw(desk.session, note_id, desk.now)
    return read(desk, note_id)


def bring_back(desk: Desk, note_id: str, seen: int) -> NoteRecord:
    """Make a discarded draft a draft again, on its old clock."""
    note = read(desk, note_id)
    move(desk, note, seen, Action.RESTORE, {"status": NoteStatus.DRAFT})
    row = desk.session.get_one(Note, note_id)
    row.due_at = None
    keep_clock(desk.session, row, note.content, policy=desk.policy, now=desk.now)
    recount(desk.session, desk.policy, [note.content], desk.now)
    desk.record("note.restore", note_id)
    _redraw_plan(desk, note_id)
    outbox.ask_redraw(desk.session, note_id, desk.now)
    desk.session.flush()
    return read(desk, note_id)


def _redraw_plan(desk: Desk, note_id: str) -> None:
    """A planned visit's card says whether it was logged: with its note put aside, it was not."""
    planned = select(PlannedVisit.id).where(PlannedVisit.note_id == note_id)
    for plan_id in desk.session.scalars(planned):
        outbox.ask_redraw(desk.session, plan_id, desk.now)


def move(desk: Desk, note: NoteRecord, seen: int, action: Action, values: dict[str, Any]) -> None:
    """The one way a status changes: UPDATE … WHERE status and version are still those the button saw.

    Outdated, saying how the note stands, where it has moved on since `note` was read.
    """
    from_here = note.status if note.status in statuses_for(action) else None
    moved = desk.session.execute(
        update(Note)
        .where(Note.id == note.id, Note.version == seen, Note.status == from_here)
        .values(**values)
        .returning(Note.id)
        .execution_options(synchronize_session=False)
    ).first()
    # What the session has read of the row is old, whether this click or another one moved it.
    desk.session.refresh(desk.session.get_one(Note, note.id))
    if moved is None:
        raise Outdated(standing(read(desk, note.id), desk))


def refresh_cards(desk: Desk, note_id: str) -> None:
    """Have every copy of the note's card drawn anew, without changing anything."""
    outbox.ask_redraw(desk.session, note_id, desk.now)


def standing(note: NoteRecord | Whereabouts, desk: Desk) -> str:
    """One sentence that says how the note stands now, with who and when where somebody acted."""
    if note.decided_by and note.decided_at and note.status in (NoteStatus.APPROVED, NoteStatus.RETURNED):
        at = note.decided_at.astimezone(desk.policy.zone)
        when = f"{at:%a} {at.hour % 12 or 12}:{at:%M} {'AM' if at.hour < 12 else 'PM'}"
        return f"Already {note.status.value} by {note.decided_by.short}, {when}."
    if note.status is NoteStatus.DRAFT:
        return "This note has changed since that card was drawn. The card now shows what holds."
    return STANDING[note.status]


def tell(desk: Desk, kind: str, note_id: str, person_id: str, *, step: str, lane: Lane = Lane.ANSWER) -> None:
    """Have a card about the note sent to somebody, once per step."""
    outbox.put(
        desk.session,
        dedupe_key=f"{kind}:{note_id}:{person_id}:{step}",
        kind=kind,
        recipient_id=person_id,
        now=desk.now,
        lane=lane,
        subject_id=note_id,
    )
