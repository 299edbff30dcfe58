"""The meeting that a return asks for, before it is held: times that suit both, one of them fixed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from bot.errors import NotAllowed, Outdated, Unusable
from bot.rules.meetings import LASTS, meeting_times
from bot.rules.moments import DAY
from bot.rules.permissions import may_record_meeting
from bot.rules.stretches import Stretch
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.notes import read
from bot.services.office import note_ties, office_on
from storage.models import PlannedVisit, ReturnMeeting
from storage.records import NoteRecord
from storage.types import Leave

PLANNED, SOON = "meeting_planned", "meeting_soon"
AHEAD = timedelta(minutes=15)
_VISIT = timedelta(hours=1)
"""What a planned visit is taken to last where nothing was said."""
_KEPT_FREE = 30
RECORDED = "That meeting is already recorded."


def times(desk: Desk, note: NoteRecord) -> tuple[datetime, ...]:
    """The next working hours in which neither the actor nor the note's author is away or on a visit."""
    both = (desk.actor.id, note.author.id)
    return meeting_times(desk.now, policy=desk.policy, away=_away(desk, both), busy=_busy(desk, both))


def _away(desk: Desk, people: Iterable[str]) -> set[date]:
    """Local days of the next weeks on which one of them is on leave."""
    ahead = [desk.today + number * DAY for number in range(_KEPT_FREE)]
    leaves = [each for each in desk.agency.roster.leaves if each.staff_id in set(people)]
    return {day for day in ahead for each in leaves if each.first_day <= day <= each.last_day}


def _busy(desk: Desk, people: Iterable[str]) -> list[Stretch]:
    query = select(PlannedVisit.starts_at, PlannedVisit.minutes).where(
        PlannedVisit.staff_id.in_(list(people)),
        PlannedVisit.cancelled_at.is_(None),
        PlannedVisit.starts_at >= desk.now,
    )
    return [
        Stretch.of(starts_at, starts_at + (timedelta(minutes=minutes) if minutes else _VISIT))
        for starts_at, minutes in desk.session.execute(query)
        if starts_at
    ]


def leave_in_the_way(desk: Desk, staff_id: str, until: datetime) -> Leave | None:
    """That person's leave, where it begins or goes on before `until`: a correction's clock runs on in it."""
    last = until.astimezone(desk.policy.zone).date()
    leaves = (each for each in desk.agency.roster.leaves if each.staff_id == staff_id)
    found = (each for each in leaves if each.first_day <= last and each.last_day >= desk.today)
    return min(found, key=lambda each: each.first_day, default=None)


def open_about(desk: Desk, note_id: str) -> NoteRecord:
    """The note, whose meeting is not recorded yet; Outdated where it is."""
    note = read(desk, note_id)
    if note.meeting_id is None or not note.meeting_open:
        raise Outdated(RECORDED)
    return note


def owed_with(desk: Desk, worker_ids: Iterable[str]) -> list[str]:
    """Notes of these workers that the actor returned and of which the meeting is still to be recorded."""
    query = select(ReturnMeeting.note_id).where(
        ReturnMeeting.supervisor_id == desk.actor.id,
        ReturnMeeting.worker_id.in_(list(worker_ids)),
        ReturnMeeting.held_at.is_(None),
    )
    return list(desk.session.scalars(query.order_by(ReturnMeeting.opened_at).distinct()))


def plan(desk: Desk, note_id: str, at: datetime) -> NoteRecord:
    """Fix when the meeting will be; the worker is told, and both are reminded a quarter of an hour ahead.

    Unusable for a time that is over, Outdated where the meeting is recorded already, NotAllowed for whoever
    does not record it. The same time once more changes nothing.
    """
    note = open_about(desk, note_id)
    meeting = desk.session.get_one(ReturnMeeting, note.meeting_id)
    office = office_on(desk.session, desk.agency, desk.today)
    ties = note_ties(note, desk.agency, office, desk.today)
    if not may_record_meeting(desk.me, ties, meeting.supervisor_id):
        raise NotAllowed("That meeting is another supervisor's to fix.")
    if at <= desk.now:
        raise Unusable("That time is over: pick one that is still to come.")
    if meeting.planned_at != at:
        _fix(desk, meeting, at)
    outbox.ask_redraw(desk.session, note_id, desk.now)
    desk.session.flush()
    return read(desk, note_id)


def _fix(desk: Desk, meeting: ReturnMeeting, at: datetime) -> None:
    fixed = update(ReturnMeeting).where(ReturnMeeting.id == meeting.id, ReturnMeeting.held_at.is_(None))
    if desk.session.scalar(fixed.values(planned_at=at).returning(ReturnMeeting.id)) is None:
        raise Outdated(RECORDED)
    desk.session.refresh(meeting)
    desk.record("note.meeting_planned", meeting.note_id, details={"at": at.isoformat()})
    _tell(desk, meeting, meeting.worker_id, PLANNED)
    for person_id in (meeting.worker_id, meeting.supervisor_id):
        if at - AHEAD > desk.now:
            _tell(desk, meeting, person_id, SOON)


def _tell(desk: Desk, meeting: ReturnMeeting, person_id: str, kind: str) -> None:
    at = meeting.planned_at or desk.now
    outbox.put(
        desk.session,
        dedupe_key=f"{kind}:{meeting.id}:{person_id}:{at.isoformat()}:{desk.now.isoformat()}",
        kind=kind,
        recipient_id=person_id,
        now=desk.now,
        due_at=at - AHEAD if kind == SOON else desk.now,
        expires_at=at + LASTS,
        subject_id=meeting.note_id,
        details={"at": at.isoformat()},
    )
