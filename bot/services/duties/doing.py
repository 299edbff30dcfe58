"""What is done about duties: contacts logged, reports filed, conferences held."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import update

from bot.errors import AlreadyDecided, NotAllowed, Unusable
from bot.rules.moments import at_local
from bot.rules.reminders import Kind
from bot.services import obligations
from bot.services.desk import Desk
from bot.services.drafts.blank import begin
from bot.services.duties.contacts import PARENTS
from bot.services.duties.court import REPORT
from bot.services.duties.duty import World
from bot.services.duties.people import WORKER, next_conference
from storage.models import ConferenceCase, Obligation
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Relationship

GONE = "That is no longer on file. Ask your administrator."
_NOON = time(12)


def parent_to_log(desk: Desk, case_id: str, *, key: str) -> NoteRecord:
    """A draft of a contact with the family's parent: who, where there is but one; the rest is asked."""
    if case_id not in desk.agency.cases:
        raise Unusable(GONE)
    parents = [c.id for c in desk.agency.contacts_of(case_id) if c.relationship in PARENTS]
    people = tuple(parents) if len(parents) == 1 else ()
    content = NoteContent(types=(EventType.BIRTH_PARENT_CASEWORKER,), people=people)
    return begin(desk, content, case_id, key=key)


def caretaker_to_log(desk: Desk, contact_id: str, *, key: str) -> NoteRecord:
    """A draft of a contact with that caretaker; how and when it was is asked."""
    who = desk.agency.contacts.get(contact_id)
    if who is None:
        raise Unusable(GONE)
    at_work = who.relationship is Relationship.CHILDCARE_WORKER
    kind = EventType.CHILD_CARE_WORKER_CASEWORKER if at_work else EventType.CASEWORKER_FOSTER_PARENT
    return begin(desk, NoteContent(types=(kind,), people=(contact_id,)), who.case_id, key=key)


def consultation_to_log(desk: Desk, obligation_id: str, *, key: str) -> NoteRecord:
    """A draft of the case conference before a hearing."""
    hearing = desk.agency.hearings.get(_mine(desk, obligation_id).subject_id)
    if hearing is None:
        raise Unusable(GONE)
    content = NoteContent(types=(EventType.CASE_CONFERENCE,))
    return begin(desk, content, hearing.case_id, key=key)


def file_report(desk: Desk, obligation_id: str) -> None:
    """Say that the report for a hearing is with the court. AlreadyDecided, NotAllowed."""
    row = _mine(desk, obligation_id)
    if row.closed_at is not None:
        raise AlreadyDecided("That report was marked as filed before.")
    obligations.settle(
        desk.session, kind=Kind.HEARING, subject_id=row.subject_id, period=REPORT, now=desk.now
    )
    desk.record("hearing.report_filed", row.subject_id, kind="hearing")


def _mine(desk: Desk, obligation_id: str) -> Obligation:
    row = desk.session.get(Obligation, obligation_id, with_for_update=True)
    if row is None or row.person_id != desk.actor.id:
        raise NotAllowed("That is somebody else's to do.")
    return row


def hold_conference(desk: Desk, worker_id: str, on: date) -> datetime:
    """Record the weekly conference with that worker, held on the local day; when the next one is due.

    What was decided family by family since the last one belongs to it from then on.
    NotAllowed for whoever does not owe it; Unusable for a day to come, or one that was recorded already.
    """
    if on > desk.today:
        raise Unusable("That day is still to come: record the conference once it was held.")
    row = _conference(desk, worker_id)
    period, due = next_conference(World(desk.agency, desk.policy, desk.now), on)
    if period < row.period:
        raise Unusable("A later conference was recorded already.")
    if period > row.period:
        held = min(desk.now, at_local(on, _NOON, desk.policy.zone))
        obligations.settle(desk.session, kind=Kind.CONFERENCE, subject_id=worker_id, now=held)
        for person, suffix in ((desk.actor.id, ""), (worker_id, f" {WORKER}")):
            obligations.owe(
                desk.session,
                kind=Kind.CONFERENCE,
                subject_id=worker_id,
                person_id=person,
                due_at=due,
                period=f"{period}{suffix}",
                now=desk.now,
            )
    discussed = (ConferenceCase.worker_id == worker_id, ConferenceCase.conference == "")
    desk.session.execute(update(ConferenceCase).where(*discussed).values(conference=desk.now.isoformat()))
    desk.record("conference.held", worker_id, kind="staff", details={"on": on.isoformat()})
    return due


def _conference(desk: Desk, worker_id: str) -> Obligation:
    rows = obligations.open_about(desk.session, kind=Kind.CONFERENCE, subject_id=worker_id)
    mine = [row for row in rows if row.person_id == desk.actor.id and not row.period.endswith(WORKER)]
    if not mine:
        raise NotAllowed("That conference is another supervisor's to record.")
    return mine[0]
