"""When one of a message's events was, and which stretches of the text are its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from bot.understand.events.clauses import event_times
from bot.understand.events.segments import Segment
from bot.understand.names import Stances, View, scene_of
from bot.understand.outcomes.came_to import came_later, held_after_all
from bot.understand.parts import NameMention, Span, TimeMention
from bot.understand.when import EventTime, combine

_SAME_TIME = re.compile(r"(?<!\w)(?:same (?:time|hour)|misma hora)(?!\w)")
_CALLED_OFF = re.compile(r"(?<!\w)(?:cancel\w*|called off|se suspendio|pospuest\w*|postponed)(?!\w)")
_JUST = re.compile(
    r"(?<!\w)(?:(?:i |we |she |he |has |have )?just (?:called|got|left|saw|spoke|talked|hung|finished|"
    r"met|had|texted|came|visited)|acab[oa] de|recien)(?!\w)"
)
_HERE = re.compile(
    r"(?<!\w)(?:i am|we are|estoy) (?:still |currently )?(?:here )?(?:at|with|in|en|con)(?!\w)"
)
_NEAR = timedelta(minutes=30)
_THE_HOUR_IS = re.compile(
    r"(?<!\w)(?:it's|its|it is|time is|son|es)(?: (?:now|about|around|almost|nearly|like|las|la|casi|como))*"
    r" (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|una|dos|tres|cuatro|"
    r"cinco|seis|siete|ocho|nueve|diez|once|doce)"
)
_WAS_THERE = re.compile(
    r"(?<!\w)(?:(?:was|were|been|stayed) (?:there|with|here)|stayed|spent|estuve|estuvimos|me quede)(?!\w)"
)


@dataclass(frozen=True)
class Told:
    """What the whole message gives to each of its events; what is the same for all of them is made once."""

    text: str
    view: View
    on: date
    sent_at: datetime
    mentions: Sequence[NameMention]
    times: Sequence[TimeMention]
    plan: bool
    voice: bool
    crisis: bool = False

    @cached_property
    def scene(self) -> Stances:
        """How each one named stands, by the words around the name."""
        return scene_of(self.text, self.mentions, self.view, on=self.on)


def when_of(told: Told, segment: Segment, spans: tuple[tuple[int, int], ...]) -> EventTime:
    """The time of one event; `spans` are its own stretches of the text, of which nothing is invented."""
    role = "future" if segment.planned and not told.plan else "event"
    stretch = _anchor_spans(segment) or spans
    found = combine(told.times, [Span(a, b) for a, b in stretch], role=role)
    if role == "event" and found.starts_at is None and _CALLED_OFF.search(segment.text):
        ahead = combine(told.times, [Span(a, b) for a, b in spans], role="future")
        found = ahead if ahead.starts_at and ahead.starts_at.date() == told.on else found
    if segment.planned and not told.plan and found.on is None:
        found = combine(told.times, [Span(a, b) for a, b in spans], role="event")
    rest = combine(told.times, [Span(a, b) for a, b in spans], role=role)
    if found.minutes is None:
        found = replace(found, minutes=rest.minutes)
    if segment.like is not None and _SAME_TIME.search(segment.text):
        found = _same_time(told, segment.like, found)
    if found.on is None and told.crisis and _since_today(told, spans):
        found = replace(found, on=told.on)
    if found.on is None and not segment.planned and _HERE.search(segment.text):
        found = replace(found, on=told.on, starts_at=told.sent_at)
    if found.on is None and not segment.planned and _JUST.search(segment.text):
        found = replace(found, on=told.on, guessed=(*found.guessed, "date"))
    if role == "event" and held_after_all(segment.text):
        found = _from_coming(segment, found)
    found = _counted_back(told, segment, found)
    if found.starts_at is None and found.part_of_day is None and segment.after:
        found = replace(found, part_of_day="afterwards")
    return found


def _from_coming(segment: Segment, found: EventTime) -> EventTime:
    """“At 3, not home. He came at 3:30 and we talked”: held from when he came."""
    coming = next((n for n, c in enumerate(segment.clauses) if n and came_later(c.text)), None)
    if coming is None or found.starts_at is None:
        return found
    since = [t for c in segment.clauses[coming:] for t in c.times if t.role in ("event", "reported")]
    hour = next((t.starts_at for t in segment.clauses[coming].times if t in since and t.starts_at), None)
    if hour is None:
        return found
    at = datetime.combine(found.starts_at.date(), hour.timetz())
    ends = [t.starts_at.timetz() for t in since if t.ending and t.starts_at]
    lasted = [t.minutes for t in since if t.minutes] or [
        int((datetime.combine(at.date(), end) - at).total_seconds() // 60) for end in ends
    ]
    return replace(found, starts_at=at, minutes=next((m for m in lasted if m > 0), None))


def _counted_back(told: Told, segment: Segment, found: EventTime) -> EventTime:
    """“It's about five thirty, I was there forty minutes": that hour is now, and its end."""
    at, minutes = found.starts_at, found.minutes
    if at is None or not minutes or abs(told.sent_at - at) > _NEAR or segment.planned:
        return found
    if not (_THE_HOUR_IS.search(segment.text) and _WAS_THERE.search(segment.text)):
        return found
    start = at - timedelta(minutes=minutes)
    return replace(found, starts_at=start, on=start.date())


def _since_today(told: Told, spans: tuple[tuple[int, int], ...]) -> bool:
    """“Missing since 2pm today": the emergency is today's, whatever its hour."""
    inside = [t for t in told.times if any(a <= t.span.start < b for a, b in spans)]
    days = {t.on for t in inside if t.on is not None}
    return days == {told.on} and any(t.role == "reported" and t.day_said for t in inside)


def _anchor_spans(segment: Segment) -> tuple[tuple[int, int], ...]:
    """The clauses that name the event and its time come before others that only name a time."""
    return tuple(
        clause.plain.raw(clause.start, clause.end)
        for clause in segment.clauses
        if clause.cues and any(t.starts_at or t.impossible for t in event_times(clause))
    )


def _same_time(told: Told, like: Segment, found: EventTime) -> EventTime:
    before = when_of(told, like, spans_of(like))
    # Behind "she texted me at 2:05" it is the visit's own hour and not that of the text.
    copied = any(_SAME_TIME.search(told.text[a.start : a.end].lower()) for a in found.spans)
    if found.on is None or before.starts_at is None or (found.starts_at is not None and not copied):
        return found
    at = before.starts_at.timetz()
    return replace(found, starts_at=datetime.combine(found.on, at), minutes=found.minutes or before.minutes)


def spans_of(segment: Segment) -> tuple[tuple[int, int], ...]:
    """The typed stretches of the segment's clauses; neighbours are joined."""
    joined: list[tuple[int, int]] = []
    for clause in sorted(segment.clauses, key=lambda c: c.start):
        start, end = clause.plain.raw(clause.start, clause.end)
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
