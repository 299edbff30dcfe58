"""What the office knows about how the work is done: whom to ask, and how often a child is to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.rules.months import Month
from bot.rules.reminders import Kind
from bot.services.crisis.crisis_reading import numbers_to_call
from bot.services.desk import Desk
from bot.services.shown import shown
from storage.crisis_records import ToCall
from storage.models import Obligation
from storage.owed import MonthlyVisits
from storage.types import Child


def whom_to_ask(desk: Desk) -> tuple[ToCall, ...]:
    """Whom to call now: after hours first who is on call; the actor's own supervisor always."""
    found = numbers_to_call(desk, None)
    chief = next((each for each in found if each.capacity == "Your supervisor"), None)
    first = found[:1] if found and found[0].capacity.startswith("On") else []
    kept = [*first, *([chief] if chief and chief not in first else [])] or found[:1]
    return tuple(kept)


def monthly_visits(desk: Desk, children: Sequence[str]) -> tuple[MonthlyVisits, ...]:
    """What these children ask for, of those on the actor's caseload."""
    own = desk.agency.caseload(desk.actor.id, desk.today).case_ids
    asked = (desk.agency.children[i] for i in children if i in desk.agency.children)
    return tuple(_of(desk, child) for child in asked if child.case_id in own)


def _of(desk: Desk, child: Child) -> MonthlyVisits:
    least, case = desk.policy.visits.child_per_month, desk.agency.cases[child.case_id]
    needed = max(least, case.visits_per_month)
    query = select(Obligation).where(
        Obligation.kind == Kind.VISIT,
        Obligation.subject_id == child.id,
        Obligation.period == str(Month.of(desk.today)),
        Obligation.person_id == desk.actor.id,
        Obligation.withdrawn.is_(False),
    )
    rows = desk.session.scalars(query.limit(1)).all()
    parts = [part for owed in shown(desk, rows) for part in owed.parts]
    return MonthlyVisits(child, needed, needed > least, parts[0].seen if parts else None)
