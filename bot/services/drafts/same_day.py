"""“Same day I saw Leo at 4", "then in the evening …", right behind a note: that note's day, as assumed.

By itself such a message has no day, and is read as of today: a visit would stand on a day that it never was.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.services.desk import Desk
from bot.understand.parts import Item, Mark, Reading
from bot.understand.writing.text import decoded, folded
from storage.queries.notes import notes_of
from storage.types import NoteStatus, Outcome

LATELY = timedelta(minutes=30)
"""A note that was told longer ago is not gone on from."""
_THERE = (NoteStatus.DRAFT, NoteStatus.SUBMITTED)
_PART = r"(?:day|morning|afternoon|evening|night|dia|manana|tarde|noche)"
_SAME_DAY = re.compile(
    rf"(?<!\w)(?:(?:the|that) (?:very )?same {_PART}|later that {_PART}|(?:el )?mismo dia|ese (?:mismo )?dia|"
    rf"(?:esa|la) misma {_PART}|mas tarde ese dia)(?!\w)|"
    rf"^\W*(?:and |also |y )*(?:(?:on )?(?:that|same)|es[ae]) {_PART}(?!\w)|"
    r"(?<= )that day(?= (?:at|too|also|as well)(?!\w)|\W*$)"
)
_THEN = re.compile(
    r"\W*(?:and |so |y )?(?:then|afterwards?|after that|later|later on|luego|despues|mas tarde)"
    r"(?! (?:today|yesterday|hoy|ayer)(?!\w)),? "
)
_PM = re.compile(r"(?<!\w)(?:afternoon|evening|night|tarde|noche)(?!\w)")
_NOON = 12


def on_the_day_before_it(desk: Desk, reading: Reading, text: str, sent_at: datetime) -> Reading:
    """The reading, its one event on the day of the note that was told just before; else unchanged."""
    low = folded(decoded(text))
    item = reading.contacts[0] if len(reading.contacts) == 1 else None
    if item is None or item.outcome is Outcome.PLANNED or not _is_assumed(reading, item):
        return reading
    if not (_SAME_DAY.search(low) or _THEN.match(low)):
        return reading
    day = _told_last(desk, sent_at)
    at = _at(item, day, ZoneInfo(desk.actor.timezone), low) if day else None
    return reading if day is None or (at and at > sent_at) else _on(reading, item, day, at)


def _is_assumed(reading: Reading, item: Item) -> bool:
    """Whether the words themselves name no day."""
    return item.on is None or any(m.slot == "date" and m.why == "date" for m in reading.marks)


def _told_last(desk: Desk, sent_at: datetime) -> date | None:
    """The day of the note that the actor told of last, where its message told of one day alone."""
    found = notes_of(
        desk.session, desk.actor, today=desk.today, statuses=_THERE, author_id=desk.actor.id, most=20
    )
    lately = [note for note in found if sent_at - LATELY <= note.created_at < sent_at]
    newest = max((note.created_at for note in lately), default=None)
    days = {note.content.on for note in lately if note.created_at == newest}
    return days.pop() if len(days) == 1 else None


def _at(item: Item, day: date, tz: ZoneInfo, low: str) -> datetime | None:
    """The event's hour on that day; an evening's seven is no morning's."""
    if item.starts_at is None:
        return None
    wall = item.starts_at.astimezone(tz)
    half = timedelta(hours=_NOON if wall.hour < _NOON and _PM.search(low) else 0)
    return datetime.combine(day, wall.time(), tz) + half


def _on(reading: Reading, item: Item, day: date, at: datetime | None) -> Reading:
    value = str(at or day)
    marks = [m for m in reading.marks if m.slot != "date"]
    marks = [replace(m, value=value) if m.slot == "time" else m for m in marks]
    return replace(
        reading,
        contacts=(replace(item, on=day, starts_at=at),),
        questions=tuple(q for q in reading.questions if q.slot != "date"),
        ask=tuple(slot for slot in reading.ask if slot != "date"),
        marks=(*marks, Mark("date", value, "date")),
    )
