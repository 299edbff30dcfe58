"""Hearings: the consultation that may be held from 60 days before, the report due 14 days before."""

from __future__ import annotations

from collections.abc import Iterator

from bot.rules.incidents import hearing_clocks
from bot.rules.reminders import Kind
from bot.services.duties.duty import Duty, World

CONSULTATION, REPORT = "consultation", "report"


def hearings_ahead(world: World) -> Iterator[Duty]:
    """For each hearing of an open case: the consultation and the report (18 NYCRR 428.9(b))."""
    for hearing in world.hearings:
        case = world.agency.cases.get(hearing.case_id)
        owner = world.owner(case) if case and hearing.starts_at > world.now else None
        if owner is None:
            continue
        yield Duty(Kind.HEARING, hearing.id, CONSULTATION, owner, hearing.starts_at)
        clocks = hearing_clocks(hearing.starts_at, policy=world.policy)
        yield Duty(Kind.HEARING, hearing.id, REPORT, owner, clocks.report_due)
