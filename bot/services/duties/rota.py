"""Shifts to be told of before they begin, and gaps in the rota (DOMAIN 5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.rules.moments import utc
from bot.rules.on_call import consecutive
from bot.rules.reminders import Kind
from bot.rules.rota import Gap, Overlap, absent, gaps, overlaps
from bot.services.duties.duty import Duty, World
from storage.types import Role, Shift

AHEAD = timedelta(days=35)
"""Shifts further ahead are taken up later: swaps until then need not move anything."""


def shifts_ahead(world: World) -> Iterator[Duty]:
    """Each duty that is yet to begin, by who holds it now; shifts that follow on each other are one."""
    until = world.now + AHEAD
    for each in consecutive(world.agency.roster.shifts):
        if world.now < each.starts_at < until and each.staff_id in world.agency.staff:
            yield Duty(Kind.SHIFT, subject_of(each), "", each.staff_id, each.starts_at)


def subject_of(shift: Shift) -> str:
    """What names a shift, whoever holds it: its start in UTC, and the tier."""
    return f"{utc(shift.starts_at):%Y%m%dT%H%MZ}/{shift.tier.value}"


def rota_gaps(world: World) -> tuple[Gap, ...]:
    """The gaps of the next 14 days, soonest first; none for an agency that keeps no rota here."""
    if not world.agency.roster.shifts:
        return ()
    found = gaps(world.agency.roster.shifts, now=world.now, policy=world.policy)
    return tuple(sorted(found, key=lambda gap: gap.starts_at))


def gaps_told(world: World) -> Iterator[Duty]:
    """One line every morning for each admin and director while something is wrong, due when that begins."""
    found = [gap.starts_at for gap in rota_gaps(world)] + [each.starts_at for each in rota_troubles(world)]
    for each in world.agency.staff.values() if found else ():
        if each.role in (Role.ADMIN, Role.DIRECTOR) and each.id not in world.gone:
            yield Duty(Kind.ROTA_GAP, each.id, "", each.id, min(found))


def rota_troubles(world: World) -> tuple[Overlap | Shift, ...]:
    """Where two hold one place at once, or its holder is away."""
    rota = world.agency.roster.shifts
    away = absent(rota, leaves=world.agency.leaves, gone=world.gone, now=world.now, policy=world.policy)
    return (*overlaps(rota, now=world.now, policy=world.policy), *(shift for shift, _ in away))
