"""Shifts as cards and lists show them to one reader: who holds which, and what the reader can do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from bot.rules.moments import local_date, utc
from bot.rules.rota import absent, gaps, overlaps
from bot.services.desk import Desk
from bot.services.on_call import shift_rows
from bot.services.on_call.shift_rows import Free
from storage.models import Shift, ShiftChange
from storage.owed import Span
from storage.queries.people import gone, person_of
from storage.records import Person
from storage.shifting import ShiftChangeRecord, ShiftChangeStatus, ShiftShown
from storage.types import Tier

AHEAD = timedelta(days=60)
MOST = 12


def change_of(desk: Desk, change_id: str) -> ShiftChangeRecord | None:
    """The change for the actor, whoever of those asked or concerned that is."""
    change = desk.session.get(ShiftChange, change_id)
    if change is None:
        return None
    row, back = desk.session.get(Shift, change.shift_id), desk.session.get(Shift, change.back_shift_id or "")
    is_open = change.status is ShiftChangeStatus.OPEN
    stale = is_open and (row is None or row.staff_id != change.gives_id or utc(change.ends_at) <= desk.now)
    live = is_open and not stale
    return ShiftChangeRecord(
        id=change.id,
        kind=change.kind,
        status=change.status,
        shift=Span(change.tier, utc(change.starts_at), utc(change.ends_at)),
        gives=_person(desk, change.gives_id),
        takes=_person(desk, change.takes_id),
        back=_span(back) if back else None,
        asked_by=person_of(desk.agency.staff[change.asked_by_id]),
        decided_by=_person(desk, change.decided_by_id),
        decided_at=change.decided_at,
        reader_id=desk.actor.id,
        stale=stale,
        running=utc(change.starts_at) <= desk.now < utc(change.ends_at),
        asked=len(shift_rows.candidates(desk, row)) if live and row and change.takes_id is None else 0,
        may_take=live and row is not None and shift_rows.is_for(desk, change) and _can(desk, row),
        may_agree=live and shift_rows.may_agree(desk, change),
        may_arrange=live and shift_rows.may_arrange(desk, change),
        may_withdraw=live and shift_rows.may_withdraw(desk, change),
        may_undo=change.status is ShiftChangeStatus.DONE and shift_rows.may_undo(desk, change),
    )


def _can(desk: Desk, row: Shift) -> bool:
    return shift_rows.why_not(desk, desk.actor.id, row) is None


def _person(desk: Desk, staff_id: str | None) -> Person | None:
    member = desk.agency.staff.get(staff_id or "")
    return person_of(member) if member else None


def _span(row: Shift) -> Span:
    return Span(row.tier, utc(row.starts_at), utc(row.ends_at))


# -- lists


def own(desk: Desk, days: Sequence[date] = (), to: str | None = None) -> list[ShiftShown]:
    """The actor's shifts that are not over, those that begin on these days only where days are given."""
    rows = [r for r in _coming(desk) if r.staff_id == desk.actor.id and _on(desk, r, days)]
    return [_own(desk, row, to) for row in rows[:MOST]]


def _own(desk: Desk, row: Shift, to: str | None) -> ShiftShown:
    offered = shift_rows.open_change(desk, row.id)
    if offered and to is None and offered.shift_id == row.id:
        return ShiftShown(_span(row), _person(desk, row.staff_id), offered=True, mine=True)
    value = f"{row.id}|{to}" if to else row.id
    return ShiftShown(_span(row), _person(desk, row.staff_id), "offer", value, to=_person(desk, to))


def others(desk: Desk, days: Sequence[date], holders: Sequence[str]) -> list[ShiftShown]:
    """What the actor could take: shifts of these holders on these days; without holders what is on offer.

    Free time of the rota is on offer to all. Days none: of all days.
    """
    found = [_taken(desk, r) for r in _coming(desk) if _on(desk, r, days) and _meant(desk, r, holders)]
    free = [] if holders else [_free(desk, f) for f in free_time(desk) if _begins(desk, f.starts_at, days)]
    return sorted([*found, *free], key=lambda each: each.span.starts_at)[:MOST]


def _meant(desk: Desk, row: Shift, holders: Sequence[str]) -> bool:
    if row.staff_id == desk.actor.id:
        return False
    if holders:
        return row.staff_id in holders
    there = shift_rows.open_change(desk, row.id)
    return there is not None and there.shift_id == row.id and shift_rows.is_for(desk, there)


def _taken(desk: Desk, row: Shift) -> ShiftShown:
    there = shift_rows.open_change(desk, row.id)
    offered = there is not None and there.shift_id == row.id and shift_rows.is_for(desk, there)
    can = _can(desk, row)
    return ShiftShown(
        _span(row), _person(desk, row.staff_id), "take" if can else "", f"s|{row.id}", offered=offered
    )


def _free(desk: Desk, free: Free) -> ShiftShown:
    row = Shift(tier=free.tier, starts_at=free.starts_at, ends_at=free.ends_at, staff_id="")
    span = Span(free.tier, free.starts_at, free.ends_at)
    return ShiftShown(span, None, "take" if _can(desk, row) else "", value_of(free))


def free_time(desk: Desk) -> list[Free]:
    """The gaps of the next 14 days, soonest first; none for an agency that keeps no rota here."""
    shifts = desk.agency.roster.shifts
    found = gaps(shifts, now=desk.now, policy=desk.policy) if shifts else ()
    return sorted((Free(g.tier, g.starts_at, g.ends_at) for g in found), key=lambda f: f.starts_at)


def free_shown(desk: Desk) -> list[ShiftShown]:
    """The same with a button for the reader who may fill it."""
    return [_free(desk, each) for each in free_time(desk)]


def doubled(desk: Desk) -> list[ShiftShown]:
    """Where, in the same days, two hold one place at once, or its holder is on leave or has left."""
    rota = desk.agency.roster.shifts
    found = overlaps(rota, now=desk.now, policy=desk.policy)
    twice = [(Span(o.tier, o.starts_at, o.ends_at), _names(desk, o.staff_ids), "") for o in found]
    away = [
        (Span(s.tier, utc(s.starts_at), utc(s.ends_at)), _names(desk, [s.staff_id]), why)
        for s, why in absent(
            rota, leaves=desk.agency.leaves, gone=gone(desk.session), now=desk.now, policy=desk.policy
        )
    ]
    rows = [ShiftShown(span, None, names=names, why=why) for span, names, why in (*twice, *away)]
    return sorted(rows, key=lambda each: each.span.starts_at)


def _names(desk: Desk, staff_ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(desk.agency.staff[i].name for i in staff_ids if i in desk.agency.staff)


def value_of(free: Free) -> str:
    """What a button says of it."""
    return f"f|{free.tier.value}|{free.starts_at.isoformat()}|{free.ends_at.isoformat()}"


def free_of(value: str) -> Free:
    """The same read back. ValueError for what is none."""
    _, tier, starts_at, ends_at = value.split("|")
    return Free(Tier(tier), datetime.fromisoformat(starts_at), datetime.fromisoformat(ends_at))


def swaps(desk: Desk, days: Sequence[date], other: Sequence[str]) -> list[ShiftShown]:
    """One's own shift on one of the days for somebody else's on another, in either order."""
    rows = list(_coming(desk))
    mine = [r for r in rows if r.staff_id == desk.actor.id and _on(desk, r, days)]
    theirs = [r for r in rows if r.staff_id in other and _on(desk, r, days)]
    pairs = [(a, b) for a in mine for b in theirs if _day(desk, a) != _day(desk, b) or len(set(days)) < 2]
    in_order = sorted(
        pairs, key=lambda p: (p[0].tier is not p[1].tier, bool(days) and not _on(desk, p[0], days[:1]))
    )
    return [
        ShiftShown(_span(a), _person(desk, b.staff_id), "swap", f"{a.id}|{b.id}", back=_span(b))
        for a, b in in_order[:3]
    ]


def _coming(desk: Desk) -> list[Shift]:
    query = select(Shift).where(Shift.ends_at > desk.now, Shift.starts_at < desk.now + AHEAD)
    return list(desk.session.scalars(query.order_by(Shift.starts_at, Shift.tier)))


def _on(desk: Desk, row: Shift, days: Sequence[date]) -> bool:
    """Whether it begins on one of the days; one that is running counts as today's."""
    return _begins(desk, row.starts_at, days) or (desk.today in days and utc(row.starts_at) <= desk.now)


def _begins(desk: Desk, starts_at: datetime, days: Sequence[date]) -> bool:
    return not days or local_date(starts_at, desk.policy.zone) in days


def _day(desk: Desk, row: Shift) -> date:
    return local_date(row.starts_at, desk.policy.zone)
