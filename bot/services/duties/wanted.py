"""All duties that follow from the roster at a moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import chain

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.rules.moments import local_date
from bot.rules.reminders import Kind
from bot.services.duties.contacts import contacts_owed
from bot.services.duties.court import hearings_ahead
from bot.services.duties.duty import Duty, World
from bot.services.duties.people import (
    WORKER,
    Conferences,
    conferences,
    leaves_ahead,
    looks_at_teams,
    weekly_digests,
)
from bot.services.duties.rota import gaps_told, shifts_ahead
from storage.models import Obligation

DAILY = (Kind.LEAVE, Kind.WEEKLY_DIGEST, Kind.SHIFT, Kind.ROTA_GAP)
"""What the office owes that another day, leave or rota may change."""
OFFICE = (*DAILY, Kind.CONFERENCE, Kind.TEAM)
"""What members of staff owe, whatever families they see to."""


def wanted_of_families(world: World) -> Iterator[Duty]:
    """What is owed to the families that the world has; of what is met already, too (see `book.compare`)."""
    return chain(contacts_owed(world), hearings_ahead(world))


def wanted_of_office(session: Session, world: World, kinds: Collection[Kind]) -> Iterator[Duty]:
    """What staff owe, of these kinds."""
    makers: dict[Kind, Callable[[], Iterator[Duty]]] = {
        Kind.LEAVE: lambda: leaves_ahead(world),
        Kind.WEEKLY_DIGEST: lambda: weekly_digests(world),
        Kind.SHIFT: lambda: shifts_ahead(world),
        Kind.ROTA_GAP: lambda: gaps_told(world),
        Kind.CONFERENCE: lambda: conferences(world, known_conferences(session, world)),
        Kind.TEAM: lambda: looks_at_teams(world),
    }
    return chain.from_iterable(makers[kind]() for kind in kinds)


def known_conferences(session: Session, world: World) -> Conferences:
    """What the rows say of the weekly conferences: those that are due, and when each was last held."""
    mine = (Obligation.kind == Kind.CONFERENCE, Obligation.withdrawn.is_(False))
    ahead = select(Obligation.subject_id, Obligation.period, Obligation.due_at).where(
        *mine, Obligation.closed_at.is_(None)
    )
    last = (
        select(Obligation.subject_id, func.max(Obligation.closed_at))
        .where(*mine, Obligation.closed_at.is_not(None))
        .group_by(Obligation.subject_id)
    )
    due = {
        row.subject_id: (row.period.removesuffix(f" {WORKER}"), row.due_at) for row in session.execute(ahead)
    }
    held = {worker: local_date(at, world.policy.zone) for worker, at in session.execute(last) if at}
    return Conferences(due, held)
