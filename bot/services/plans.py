"""Visits that are yet to happen: kept apart from notes, for they count for nothing until logged."""

from __future__ import annotations

from sqlalchemy import select, update

from bot.errors import NotAllowed, Outdated
from bot.services.blank import begin
from bot.services.desk import Desk
from bot.services.drafting import Source
from bot.services.words import stretch
from bot.understand.parts import Item, Reading
from storage.models import PlannedVisit, new_id
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Outcome


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


def to_log(desk: Desk, plan_id: str, *, key: str) -> list[NoteRecord]:
    """Drafts of a planned visit that happened, one a family, about all whom the plan names.

    When it was, and how it went, is for the worker to say. NotAllowed for somebody else's plan; the same
    `key` gives the same drafts. A plan without a child gives one draft that asks.
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
        )
        notes.append(begin(desk, content, case_id, key=f"{key}:{place}"))
    row.note_id = notes[0].id
    return notes


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
        raise Outdated("That plan was cancelled before.")
    desk.record("visit.cancel", plan_id, kind="plan")
