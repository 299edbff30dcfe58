"""For the assembly: the time of one event, out of the mentions that lie in its stretch of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.understand.parts import Span, TimeMention


@dataclass(frozen=True, slots=True)
class EventTime:
    """When one event was (or will be); nothing in it is invented.

    `starts_at` is null where no time of day can be known; `part_of_day` then may say which part.
    `impossible`: the clock time was skipped or doubled by a clock change; ask for `time`.
    `guessed` may hold am_pm, year, date (a dayless clock), weekday (weekday and date contradict: ask).
    """

    on: date | None = None
    starts_at: datetime | None = None
    minutes: int | None = None
    part_of_day: str | None = None
    guessed: tuple[str, ...] = ()
    impossible: bool = False
    spans: tuple[Span, ...] = ()


def combine(
    mentions: Sequence[TimeMention], within: Span | Sequence[Span] | None = None, *, role: str = "event"
) -> EventTime:
    """The time of the event that lies `within` (None: the whole text), from mentions of the given `role`.

    The first clock time counts, then the first day; a length or part of the day from anywhere in the
    stretch. Where the stretch says no day, the last day said before it is inherited.
    """
    stretches = [within] if isinstance(within, Span) else within
    inside = [m for m in mentions if m.role == role and _within(m.span.start, stretches)]
    starts = [m for m in inside if not m.ending]
    clock = next((m for m in starts if m.starts_at or m.impossible), None)
    day = clock or next((m for m in starts if m.on), None) or _before(mentions, within, role)
    if clock is None and day is None:
        return EventTime(minutes=_minutes(inside, None), part_of_day=_part(starts), spans=_spans(inside))
    lead = clock or day
    assert lead is not None
    return EventTime(
        on=lead.on,
        starts_at=clock.starts_at if clock else None,
        minutes=_minutes(inside, clock),
        part_of_day=None if clock else _part(starts),
        guessed=lead.guessed,
        impossible=lead.impossible,
        spans=_spans(inside),
    )


def events(mentions: Sequence[TimeMention], *, role: str = "event") -> list[tuple[TimeMention, ...]]:
    """The mentions of one role grouped by distinct clock times, in text order: a proposal of separate events.

    Each new start opens a group; days, lengths, parts and ends join the group open at that point; what
    comes before the first start joins the first. Without any start there is one group, or none.
    """
    groups: list[list[TimeMention]] = []
    early: list[TimeMention] = []
    for mention in (m for m in mentions if m.role == role):
        if _opens(mention, groups):
            apart = bool(early) and mention.day_said and all(e.on not in {None, mention.on} for e in early)
            groups += [early, [mention]] if apart else [[*early, mention]]
            early = []
        elif groups:
            groups[-1].append(mention)
        else:
            early.append(mention)
    return [tuple(g) for g in ([*groups, early] if early else groups)]


def _opens(mention: TimeMention, groups: list[list[TimeMention]]) -> bool:
    """A new start; not the same one said again, nor the clock time that an `after that` was leading to."""
    if mention.part_of_day == "afterwards":
        return bool(groups)
    if mention.ending or not (mention.starts_at or mention.impossible):
        return False
    if not groups:
        return True
    if mention.day_said and not mention.starts_at and groups[-1][0].on not in {None, mention.on}:
        return True
    last = groups[-1][-1]
    led = last.part_of_day == "afterwards" and mention.span.start - last.span.end < 80
    return not led and (mention.starts_at is None or mention.starts_at != last.starts_at)


def _within(at: int, stretches: Sequence[Span] | None) -> bool:
    if stretches is None:
        return True
    for one in stretches:  # noqa: SIM110  # asked for each time of each event
        if one.start <= at < one.end:
            return True
    return False


def _before(
    mentions: Sequence[TimeMention], within: Span | Sequence[Span] | None, role: str
) -> TimeMention | None:
    """The last day said before the stretch, without its clock time."""
    if within is None:
        return None
    start = within.start if isinstance(within, Span) else min((s.start for s in within), default=0)
    said = [m for m in mentions if m.role == role and m.on and m.span.start < start]
    return said[-1] if said else None


def _minutes(inside: Iterable[TimeMention], clock: TimeMention | None) -> int | None:
    if clock and clock.minutes is not None:
        return clock.minutes
    return next((m.minutes for m in inside if m.minutes is not None), None)


def _part(inside: Iterable[TimeMention]) -> str | None:
    return next((m.part_of_day for m in inside if m.part_of_day), None)


def _spans(inside: Iterable[TimeMention]) -> tuple[Span, ...]:
    return tuple(m.span for m in inside)
