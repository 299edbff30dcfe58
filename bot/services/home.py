"""A person's day, by role: what waits, what is left of the month, who is away (DOMAIN 1 and 6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.rules.on_call import consecutive
from bot.rules.reminders import Kind
from bot.services import due, home_parts, obligations, team
from bot.services.desk import Desk
from bot.services.on_call import on_call
from bot.services.review import later_dates
from bot.services.review.queue import approvable
from bot.services.shown import gaps_now, shown
from storage.home import Group, HomeDay
from storage.models import Obligation
from storage.types import Role, Tier

MOST = 6
"""Of each sort so many stand on the Home; the others are a tap away."""
VISITS = 12
"""Of visits more: whose are left is what one looks for."""
_GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("incident", frozenset({Kind.INCIDENT})),
    ("review", frozenset({Kind.REVIEW, Kind.REREVIEW})),
    ("meeting", frozenset({Kind.MEETING})),
    ("returned", frozenset({Kind.CORRECTION})),
    ("note", frozenset({Kind.NOTE})),
    ("planned", frozenset({Kind.PLANNED_VISIT})),
    ("visit", frozenset({Kind.VISIT, Kind.FIRST_DAYS})),
    ("contact", frozenset({Kind.PARENT_CONTACT, Kind.CARETAKER_CONTACT})),
)
_ELSEWHERE = frozenset({Kind.SHIFT, Kind.TEAM, Kind.WEEKLY_DIGEST, Kind.ROTA_GAP})
"""What has a place of its own on the Home."""
_RECENT = timedelta(days=30)


def day_of(desk: Desk) -> HomeDay:
    """The actor's day as things stand now; it reads only."""
    rows = obligations.due_for(desk.session, desk.actor.id, desk.now, desk.now + due.HORIZON)
    day = HomeDay(
        who=desk.actor,
        now=desk.now,
        groups=_groups(desk, rows),
        hearings=due.hearings_ahead(desk),
        delegates=home_parts.delegates(desk),
    )
    return _of_role(desk, _on_call(desk, day))


def _on_call(desk: Desk, day: HomeDay) -> HomeDay:
    mine = on_call.own_shift(desk)
    ahead = (s for s in consecutive(desk.agency.roster.shifts) if s.staff_id == desk.actor.id)
    later = min((s for s in ahead if s.starts_at > desk.now), key=lambda s: s.starts_at, default=None)
    return replace(
        day,
        shift_until=mine.ends_at if mine else None,
        next_shift=(Tier(later.tier), later.starts_at, later.ends_at) if later else None,
        crises=home_parts.open_crises(desk, everywhere=mine is not None),
    )


def _of_role(desk: Desk, day: HomeDay) -> HomeDay:
    role = desk.actor.role
    if role in (Role.SUPERVISOR, Role.DIRECTOR):
        day = replace(day, approvable=len(approvable(desk)))
    if role is Role.SUPERVISOR:
        return replace(day, late=team.late(desk), away=home_parts.away(desk))
    if role is Role.DIRECTOR:
        return replace(
            day,
            weeks=team.weeks(desk, desk.today)[:1],
            exceptions=later_dates.exceptions(desk, desk.now - _RECENT),
            round_again=home_parts.round_again(desk),
            unreviewed=home_parts.unreviewed(desk),
            gaps=gaps_now(desk),
        )
    if role is Role.ADMIN:
        gaps, health = gaps_now(desk), home_parts.roster_health(desk)
        return replace(day, gaps=gaps, health=health, unreviewed=home_parts.unreviewed(desk))
    return day


def _groups(desk: Desk, rows: Sequence[Obligation]) -> tuple[Group, ...]:
    known = frozenset[str]().union(*(kinds for _, kinds in _GROUPS)) | _ELSEWHERE
    found = [_group(desk, name, [r for r in rows if r.kind in kinds]) for name, kinds in _GROUPS]
    found.append(_group(desk, "other", [r for r in rows if r.kind not in known]))
    there = [group for group in found if group.total]
    # What is overdue is never to be scrolled for.
    return tuple(sorted(there, key=lambda group: not group.overdue))


def _group(desk: Desk, name: str, rows: Sequence[Obligation]) -> Group:
    first = sorted(rows, key=lambda row: (not _is_late(desk, row), row.due_at, row.id))
    owed = due.by_urgency(shown(desk, first[: VISITS if name == "visit" else MOST]))
    return Group(name, len(rows) if owed else 0, _count(_is_late(desk, row) for row in rows), owed)


def _is_late(desk: Desk, row: Obligation) -> bool:
    return (row.late_after or row.due_at) < desk.now


def _count(those: Iterable[bool]) -> int:
    return sum(those)
