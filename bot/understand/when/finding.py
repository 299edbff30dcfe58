"""`find`: every time in a message, from raw text to resolved mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understand.parts import Span, Tense, TimeMention
from bot.understand.when.canon import Canon, canonical
from bot.understand.when.days import days
from bot.understand.when.daytimes import others, parts_of_day
from bot.understand.when.disowned import without_disowned
from bot.understand.when.durations import days_ago, durations, moments, weeks_on
from bot.understand.when.lists import headed_today
from bot.understand.when.masks import COUNTS, MASKS, hide
from bot.understand.when.pair import corrected, paired
from bot.understand.when.resolve import settle
from bot.understand.when.roles import assign
from bot.understand.when.sentences import sentences
from bot.understand.when.shapes import Atom, Field
from bot.understand.when.times import times
from bot.understand.when.walls import Now, Settled
from bot.understand.when.weekend import weekend_days

LONGEST = 12_000
_PLURAL = re.compile(r"days$", re.IGNORECASE)
_NOUN = re.compile(
    r" (?!(?:at|on|in|and|from|with|w|for|to|i|we|she|he|they|or|after|before|then|is|was)\b)[a-z]",
    re.IGNORECASE,
)
# More times than any message has; bounds the work on text that is nothing but numbers.
MOST = 60


def find(
    text: str,
    *,
    sent_at: datetime,
    tz: ZoneInfo,
    tense: Tense,
    voice: bool = False,
    on_call_night: bool = False,
    mask: Sequence[tuple[int, int]] = (),
) -> list[TimeMention]:
    """All times said in `text`, in text order, resolved by READING.md ("When").

    Spans are raw offsets; datetimes are in `tz`. `mask` holds raw spans that are never a time (names).
    `on_call_night` lets an hour without am or pm be the latest one before `sent_at`. A time is never
    invented: a part of the day gives no `starts_at`, a date no clock. Each mention's `role` says whether
    it is the event's time, one still to come, or part of a fact that was told; `ending` marks an end
    ("left at four"). Text beyond 12,000 characters is not read.
    """
    canon = canonical(text[:LONGEST], voice=voice, mask=mask)
    atoms, whole = corrected(*without_disowned(atoms_of(canon), canon.text))
    drafts = [d for d in paired(atoms, whole) if d.clock or not d.day or d.day.kind != "invalid"][:MOST]
    drafts = headed_today(drafts, whole, sent_at.astimezone(tz), tense)
    owned = [_owned(canon, d) for d in drafts]
    assign(drafts, whole, tense, owned)
    now = Now(sent_at, tz, on_call_night)
    return [_mention(s, canon) for s in settle(drafts, sentences(canon.text), now, tense)]


def atoms_of(canon: Canon) -> list[Atom]:
    """The single expressions in the canonical text, in order."""
    field = Field(canon.text)
    hide(field, MASKS)
    atoms = moments(field) + days_ago(field) + weeks_on(field) + durations(field)
    hide(field, COUNTS)
    atoms += days(field)
    atoms += weekend_days(field)
    atoms += others(field)
    atoms += times(field)
    atoms += parts_of_day(field)
    return sorted(atoms, key=lambda a: (a.start, a.end))


def _owned(canon: Canon, draft: Atom) -> bool:
    """The day is written as an owner: `Tuesday's`, `thursdays address`."""
    start, end = canon.span(draft.start, draft.end)
    said = canon.raw[start:end]
    return said.endswith(("'s", "’s")) or bool(_PLURAL.search(said) and _NOUN.match(canon.raw, end))


def _mention(item: Settled, canon: Canon) -> TimeMention:
    start, end = canon.span(item.draft.start, item.draft.end)
    guessed = item.guessed
    if item.at is not None and not (item.day_said or item.beside):
        guessed = (*guessed, "date")
    return TimeMention(
        span=Span(start, end),
        on=item.on,
        starts_at=item.at,
        part_of_day=None if item.at else item.part,
        minutes=item.minutes,
        guessed=guessed,
        impossible=item.impossible,
        role=item.draft.role,
        ending=item.draft.ending,
        day_said=item.day_said,
    )
