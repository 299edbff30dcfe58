"""Who may hold which shift, and who may arrange that it changes hands (DOMAIN 1, 5). Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.moments import utc
from bot.rules.permissions import AUTHORS, SENIORS
from bot.rules.rota import is_off
from bot.rules.stretches import Stretch
from bot.rules.ties import Somebody
from storage.types import Leave, Role, Shift, StaffMember, Tier

UNDO = timedelta(minutes=10)
"""How long whoever took a shift can give it straight back: a tap by mistake, no change of mind."""


class Bar(StrEnum):
    """Why somebody can't hold a shift."""

    ROLE = "role"
    GONE = "gone"
    OVER = "over"
    OWN = "own"
    BUSY = "busy"
    AWAY = "away"


def why_not(
    member: StaffMember,
    shift: Shift,
    *,
    shifts: Iterable[Shift],
    leaves: Iterable[Leave],
    gone: Collection[str],
    now: datetime,
    tz: ZoneInfo,
) -> Bar | None:
    """Why the person can't hold the shift beside their `shifts`; None where they can.

    A secretary or an administrator is never on call; on-call supervisor is a supervisor or director. Nobody
    is on call twice at one time (a backup must be somebody else), nor on a day of own leave.
    """
    if member.role not in AUTHORS or (shift.tier is Tier.SUPERVISOR and member.role not in SENIORS):
        return Bar.ROLE
    if member.id in gone:
        return Bar.GONE
    if utc(shift.ends_at) <= utc(now):
        return Bar.OVER
    left = Stretch.of(max(utc(shift.starts_at), utc(now)), shift.ends_at)
    own = [s for s in shifts if s.staff_id == member.id and _span(s).overlap(left)]
    if any(s.tier is shift.tier for s in own):
        return Bar.OWN
    if own:
        return Bar.BUSY
    return Bar.AWAY if any(is_off(each, member.id, left, tz) for each in leaves) else None


def _span(shift: Shift) -> Stretch:
    return Stretch.of(shift.starts_at, shift.ends_at)


def may_give_away(actor: Somebody, holder_id: str, line_of_holder: tuple[str, ...]) -> bool:
    """Whether the actor may offer the shift: its holder, or who may arrange the rota for that one."""
    return actor.id == holder_id or may_arrange(actor, line_of_holder)


def may_arrange(actor: Somebody, *lines: tuple[str, ...]) -> bool:
    """Whether the actor may confirm for others: a supervisor of one of them, a director, an administrator."""
    if actor.role in (Role.DIRECTOR, Role.ADMIN):
        return True
    return actor.role is Role.SUPERVISOR and any(actor.id in line for line in lines)


def may_undo(actor: Somebody, taker_id: str, done_at: datetime, now: datetime, *, arranges: bool) -> bool:
    """The taker within ten minutes; who may arrange it (`arranges`) as long as it makes a difference."""
    return arranges or (actor.id == taker_id and utc(now) < utc(done_at) + UNDO)
