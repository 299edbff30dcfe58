"""All duties that follow from the roster at a moment."""

from __future__ import annotations

from collections.abc import Iterator
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

KINDS = (
    *(Kind.VISIT, Kind.PARENT_CONTACT, Kind.CARETAKER_CONTACT, Kind.FIRST_DAYS),
    *(Kind.HEARING, Kind.LEAVE, Kind.CONFERENCE, Kind.TEAM, Kind.WEEKLY_DIGEST, Kind.SHIFT, Kind.ROTA_GAP),
)
"""What stands and falls with the roster; everything else is owed by what somebody did."""


def wanted(session: Session, world: World) -> Iterator[Duty]:
    """What is owed as the roster stands; of what is met already, too (see `book.compare`)."""
    if world.only is not None:
        return chain(contacts_owed(world), hearings_ahead(world))
    return chain(
        contacts_owed(world),
        hearings_ahead(world),
        leaves_ahead(world),
        conferences(world, known_conferences(session, world)),
        looks_at_teams(world),
        weekly_digests(world),
        shifts_ahead(world),
        gaps_told(world),
    )


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
