"""One event of a message as an item of its reading: who, when, how, where, of which types."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.understand.asks import asked_of
from bot.understand.cues import BY_WIRE
from bot.understand.how import method_of, outcome_of
from bot.understand.kinds import Event, in_court, open_conference, types_of
from bot.understand.labels import within
from bot.understand.names import Taking, View, participants
from bot.understand.parts import Item, Mark, NameMention, Question, Span, TimeMention
from bot.understand.place import Scene, place_of
from bot.understand.segments import AFTERWARDS, Segment, event_times
from bot.understand.when import EventTime, combine
from storage.types import Method, Outcome

_SAME_TIME = re.compile(r"(?<!\w)(?:same (?:time|hour)|misma hora)(?!\w)")
_NOW = re.compile(r"(?<!\w)(?:right now|now|ahora|ahorita)(?!\w)")
_ALONE = re.compile(
    r"(?<!\w)(?:alone|privately|one on one|1:1|in private|a solas|sol[oa] con|separately)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the whole message gives to each of its events."""

    text: str
    view: View
    on: date
    sent_at: datetime
    mentions: Sequence[NameMention]
    times: Sequence[TimeMention]
    plan: bool


@dataclass(frozen=True, slots=True)
class Built:
    """An item, what must be asked about it, and what was assumed."""

    item: Item
    questions: tuple[Question, ...] = ()
    marks: tuple[Mark, ...] = ()


def built(told: Told, segment: Segment) -> list[Built]:
    """The items of one segment: one, or one for each time at which a call was tried."""
    spans = _spans(segment)
    when = _when(told, segment, spans)
    first = _item(told, segment, spans, when)
    return [first, *_tried_again(segment, first, when)]


def _item(told: Told, segment: Segment, spans: tuple[tuple[int, int], ...], when: EventTime) -> Built:
    source = segment if segment.kinds or segment.like is None else segment.like
    kinds, clauses = source.kinds, segment.clauses
    outcome = Outcome.PLANNED if segment.planned else outcome_of(clauses, kinds)
    taking = _taking(told, segment, spans, outcome)
    place = place_of(Scene(told.view.agency, told.on, clauses, taking.children, taking.people, in_court(kinds)))
    method = method_of(source.clauses, kinds, place, plan=segment.planned)
    place = place if method is Method.IN_PERSON else None
    event = Event(told.view.agency, told.on, segment.text, kinds, taking, method, place, outcome)
    types = () if open_conference(event) else types_of(event)
    item = Item(
        types=types,
        children=taking.children,
        people=taking.people,
        starts_at=None if when.impossible else when.starts_at,
        on=when.on,
        minutes=when.minutes,
        method=method,
        outcome=outcome,
        seen_alone=_alone(segment, taking),
        spans=spans,
        place=place,
        case_ids=taking.case_ids,
        part_of_day=when.part_of_day,
    )
    return Built(item, asked_of(item, taking, when, open_type=not types), _marks(taking, when))


def _taking(told: Told, segment: Segment, spans: tuple[tuple[int, int], ...], outcome: Outcome) -> Taking:
    mine = within(told.mentions, spans)
    if segment.like is not None and not mine:
        mine = within(told.mentions, _spans(segment.like))
    return participants(told.text, mine, told.view, on=told.on, outcome=outcome, context=told.mentions)


def _when(told: Told, segment: Segment, spans: tuple[tuple[int, int], ...]) -> EventTime:
    role = "future" if segment.planned and not told.plan else "event"
    stretch = _anchor_spans(segment) or spans
    found = combine(told.times, [Span(a, b) for a, b in stretch], role=role)
    if segment.planned and not told.plan and found.on is None:
        found = combine(told.times, [Span(a, b) for a, b in spans], role="event")
    rest = combine(told.times, [Span(a, b) for a, b in spans], role=role)
    if found.minutes is None:
        found = replace(found, minutes=rest.minutes)
    if segment.like is not None and _SAME_TIME.search(segment.text):
        found = _same_time(told, segment.like, found)
    if found.starts_at is None and found.part_of_day is None and AFTERWARDS.search(segment.text):
        found = replace(found, part_of_day="afterwards")
    return found


def _anchor_spans(segment: Segment) -> tuple[tuple[int, int], ...]:
    """The clauses that name the event and its time come before others that only name a time."""
    return tuple(
        clause.plain.raw(clause.start, clause.end)
        for clause in segment.clauses
        if clause.cues and any(t.starts_at or t.impossible for t in event_times(clause))
    )


def _same_time(told: Told, like: Segment, found: EventTime) -> EventTime:
    before = _when(told, like, _spans(like))
    if found.on is None or before.starts_at is None or found.starts_at is not None:
        return found
    at = before.starts_at.timetz()
    return replace(found, starts_at=datetime.combine(found.on, at), minutes=found.minutes or before.minutes)


def _spans(segment: Segment) -> tuple[tuple[int, int], ...]:
    """The typed stretches of the segment's clauses; neighbours are joined."""
    joined: list[tuple[int, int]] = []
    for clause in sorted(segment.clauses, key=lambda c: c.start):
        start, end = clause.plain.raw(clause.start, clause.end)
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _tried_again(segment: Segment, first: Built, when: EventTime) -> list[Built]:
    """ "Called at 4:35 and 4:50, no answer": each attempt with its own time is an item."""
    if first.item.outcome is not Outcome.ATTEMPTED or not any(kind in BY_WIRE for kind in segment.kinds):
        return []
    clocks = {t.starts_at for clause in segment.clauses for t in event_times(clause) if t.starts_at}
    others = sorted(clock for clock in clocks if clock != when.starts_at)
    return [
        replace(first, item=replace(first.item, starts_at=clock, on=clock.date(), minutes=None))
        for clock in others
    ]


def _alone(segment: Segment, taking: Taking) -> tuple[str, ...]:
    return taking.children if _ALONE.search(segment.text) else ()


def _marks(taking: Taking, when: EventTime) -> tuple[Mark, ...]:
    guessed = tuple(
        Mark("date" if why in ("year", "date") else "time", str(when.starts_at or when.on), why)
        for why in when.guessed
    )
    return (*taking.marks, *guessed)
