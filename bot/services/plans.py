"""Visits that are yet to happen: kept apart from notes, for they count for nothing until logged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, select, update
from sqlalchemy.orm import Session

from bot.errors import NotAllowed, Outdated, Unusable
from bot.rules.moments import at_local, end_of_day, local_date
from bot.rules.policy import Policy
from bot.rules.reminders import Kind
from bot.services import obligations, outbox
from bot.services.desk import Desk
from bot.services.drafts.blank import begin
from bot.services.drafts.drafting import Source
from bot.services.drafts.words import stretch
from bot.understand.parts import Item, Reading
from storage.models import Note, NoteChild, NoteVersion, PlannedVisit, new_id
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, NoteStatus, Outcome

_CANCELLED = "That plan was cancelled before."
_HOUR = 60
"""Minutes that a visit is taken to last where nothing was said."""


def plan(desk: Desk, reading: Reading, source: Source) -> list[PlannedVisit]:
    """Keep the planned events of a message; the same message gives the same plans again."""
    known = select(PlannedVisit).where(
        PlannedVisit.source_channel == source.channel, PlannedVisit.source_ts == source.ts
    )
    there = list(desk.session.scalars(known.order_by(PlannedVisit.item)))
    if there:
        return there
    events = [i for i in reading.contacts if i.outcome is Outcome.PLANNED]
    rows = [_plan(desk, item, n, source) for n, item in enumerate(events)]
    desk.session.add_all(rows)
    desk.session.flush()
    for row in rows:
        owe(desk.session, row, policy=desk.policy, now=desk.now)
        desk.record("visit.plan", row.id, kind="plan")
    return rows


def _plan(desk: Desk, item: Item, place: int, source: Source) -> PlannedVisit:
    cases = dict.fromkeys(desk.agency.children[c].case_id for c in item.children)
    return PlannedVisit(
        id=new_id(),
        case_id=next(iter(cases), None),
        staff_id=desk.actor.id,
        source_channel=source.channel,
        source_ts=source.ts,
        item=place,
        on=item.on,
        starts_at=item.starts_at,
        minutes=item.minutes,
        types=[t.value for t in item.types],
        children=list(item.children),
        people=list(item.people),
        place=item.place,
        words=stretch(source.text, item.spans),
        made_at=desk.now,
    )


def planned(desk: Desk, plan_id: str) -> PlannedVisit | None:
    """A plan of the actor's own; None where there is none."""
    query = select(PlannedVisit).where(PlannedVisit.id == plan_id, PlannedVisit.staff_id == desk.actor.id)
    return desk.session.scalar(query)


def next_with(desk: Desk, children: Sequence[str], people: Sequence[str]) -> PlannedVisit | None:
    """The actor's next plan about any of these children (none: any); with these adults, where possible."""
    query = select(PlannedVisit).where(
        PlannedVisit.staff_id == desk.actor.id,
        PlannedVisit.cancelled_at.is_(None),
        PlannedVisit.on >= desk.today,
    )
    rows = desk.session.scalars(query.order_by(PlannedVisit.on, PlannedVisit.starts_at)).all()
    named = set(children)
    meant = [r for r in rows if not named or set(r.children) & named]
    about = [r for r in meant if not is_over(desk.session, r, desk.policy)]
    with_them = [row for row in about if set(row.people) & set(people)]
    return next(iter(with_them or about), None)


def to_log(desk: Desk, plan_id: str, *, key: str, missed: bool = False) -> list[NoteRecord]:
    """Drafts of a planned visit, one a family, about all whom the plan names.

    Of one that happened, when it was and how it went is for the worker to say. Of one that was `missed`, the
    draft has the time for which it was planned and asks why (DOMAIN 2: missed contacts are notes too).
    NotAllowed for somebody else's plan; the same `key` gives the same drafts. A plan without a child gives
    one draft that asks.
    """
    row = planned(desk, plan_id)
    if row is None:
        raise NotAllowed("That plan is not there for you.")
    agency = desk.agency
    children = [c for c in row.children if c in agency.children]
    cases: list[str | None] = [*dict.fromkeys(agency.children[c].case_id for c in children)] or [row.case_id]
    notes = []
    for place, case_id in enumerate(cases):
        content = NoteContent(
            types=tuple(EventType(t) for t in row.types),
            children=tuple(c for c in children if agency.children[c].case_id == case_id),
            people=tuple(
                p for p in row.people if p in agency.contacts and agency.contacts[p].case_id == case_id
            ),
            place=row.place,
            **(_as_planned(row) if missed else {}),
        )
        notes.append(begin(desk, content, case_id, key=f"{key}:{place}"))
    row.note_id = notes[0].id
    desk.session.flush()
    outbox.ask_redraw(desk.session, plan_id, desk.now)
    return notes


def _as_planned(row: PlannedVisit) -> dict[str, Any]:
    return {
        "outcome": Outcome.CANCELLED,
        "on": row.on,
        "starts_at": row.starts_at,
        "time_unknown": row.starts_at is None,
    }


def has_come(row: PlannedVisit, *, now: datetime, today: date) -> bool:
    """Whether the plan's time (else its day) has come: then, called off, it is a missed contact."""
    return row.starts_at <= now if row.starts_at else row.on is not None and row.on <= today


def is_logged(session: Session, row: PlannedVisit) -> bool:
    """Whether its own note says that it happened; a draft that was put aside says nothing."""
    note = session.get(Note, row.note_id) if row.note_id else None
    return note is not None and note.status is not NoteStatus.DISCARDED


def is_over(session: Session, row: PlannedVisit, policy: Policy) -> bool:
    """Whether there is nothing left to ask about: it was cancelled, logged, or told in other words."""
    return row.cancelled_at is not None or is_logged(session, row) or has_been_told(session, row, policy)


def cancel(desk: Desk, plan_id: str) -> None:
    """Take a plan back. Outdated where it was taken back before."""
    moved = desk.session.execute(
        update(PlannedVisit)
        .where(
            PlannedVisit.id == plan_id,
            PlannedVisit.staff_id == desk.actor.id,
            PlannedVisit.cancelled_at.is_(None),
        )
        .values(cancelled_at=desk.now)
        .returning(PlannedVisit.id)
    ).first()
    if moved is None:
        raise Outdated(_CANCELLED)
    _no_more(desk, plan_id)
    desk.record("visit.cancel", plan_id, kind="plan")


def _no_more(desk: Desk, plan_id: str) -> None:
    """It will not happen: nobody is reminded of it, and every card of it says so."""
    obligations.settle(desk.session, kind=Kind.PLANNED_VISIT, subject_id=plan_id, now=desk.now)
    outbox.ask_redraw(desk.session, plan_id, desk.now)


def to_move(desk: Desk, plan_id: str) -> PlannedVisit:
    """The plan, where it can be moved. NotAllowed for somebody else's, Outdated for what was settled."""
    row = planned(desk, plan_id)
    if row is None:
        raise NotAllowed("That plan is not there for you.")
    if is_logged(desk.session, row):
        raise Outdated("That visit was logged already: its note has a card of its own.")
    if row.cancelled_at is not None:
        raise Outdated(_CANCELLED)
    return row


def move(desk: Desk, plan_id: str, on: date, at: time | None) -> None:
    """Put a plan on another day, with an hour or without; its reminders move along.

    NotAllowed for somebody else's plan, Outdated where it was cancelled or logged, Unusable for the past.
    """
    row = to_move(desk, plan_id)
    starts_at = at_local(on, at, desk.policy.zone) if at else None
    if on < desk.today or (starts_at and starts_at <= desk.now):
        raise Unusable("That time is over: pick one to come, or log the visit if it happened.")
    moved = desk.session.execute(
        update(PlannedVisit)
        .where(PlannedVisit.id == plan_id, PlannedVisit.cancelled_at.is_(None))
        .values(on=on, starts_at=starts_at, moves=PlannedVisit.moves + 1)
        .returning(PlannedVisit.id)
        .execution_options(synchronize_session=False)
    ).first()
    if moved is None:
        raise Outdated(_CANCELLED)
    desk.session.refresh(row)
    owe(desk.session, row, policy=desk.policy, now=desk.now)
    outbox.ask_redraw(desk.session, plan_id, desk.now)
    desk.record("visit.move", plan_id, kind="plan")


def give(desk: Desk, plan_id: str, children: tuple[str, ...]) -> None:
    """Make it a plan for other children of one family, with nobody of the former one.

    NotAllowed for somebody else's plan, Outdated where it was cancelled or logged.
    """
    row = to_move(desk, plan_id)
    case_id = desk.agency.children[children[0]].case_id
    row.children = list(children)
    row.people = [p for p in row.people if desk.agency.contacts[p].case_id == case_id]
    row.case_id = case_id
    desk.session.flush()
    outbox.ask_redraw(desk.session, plan_id, desk.now)
    desk.record("visit.give", plan_id, kind="plan")


def owe(session: Session, row: PlannedVisit, *, policy: Policy, now: datetime) -> None:
    """Have the plan reminded of at its time; where only its day is known, on that day; else not at all."""
    obligations.settle(session, kind=Kind.PLANNED_VISIT, subject_id=row.id, now=now)
    if row.on is None and row.starts_at is None:
        return
    day = row.on or local_date(now, policy.zone)
    lasts = timedelta(minutes=row.minutes or _HOUR)
    obligations.owe(
        session,
        kind=Kind.PLANNED_VISIT,
        subject_id=row.id,
        person_id=row.staff_id,
        due_at=row.starts_at or end_of_day(day, policy.zone),
        late_after=row.starts_at + lasts if row.starts_at else None,
        period="" if row.starts_at else day.isoformat(),
        now=now,
    )


def has_been_told(session: Session, row: PlannedVisit, policy: Policy) -> bool:
    """Whether its planner has a note of that day about one of its children: then it need not be asked."""
    on = local_date(row.starts_at, policy.zone) if row.starts_at else row.on
    told = (
        select(NoteVersion.id)
        .join(Note, and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version))
        .join(NoteChild, NoteChild.version_id == NoteVersion.id)
        .where(
            Note.author_id == row.staff_id,
            Note.status != NoteStatus.DISCARDED,
            NoteVersion.event_on == on,
            NoteChild.child_id.in_(row.children),
        )
    )
    return bool(row.children) and session.scalar(told.limit(1)) is not None
