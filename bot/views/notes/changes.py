"""What a change of a note changed: each field's new value, and in small what it was before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from bot.views.blocks import escape
from bot.views.wording import METHODS, OUTCOMES, PLACES, TYPES, duration, listed, noted_time
from storage.records import NoteContent

Names = Mapping[str, str]
_Words = Callable[[NoteContent, Names, ZoneInfo], str]


def changed_lines(before: NoteContent, after: NoteContent, names: Names, tz: ZoneInfo) -> list[str]:
    """*When*  Wed, Nov 4, 2026 _(was Thu, Nov 5, 2026)_: a line for each field that changed."""
    lines = []
    for label, words in _FIELDS:
        new, old = words(after, names, tz), words(before, names, tz)
        if new != old:
            lines.append(f"*{label}*  {new or '_nobody_'}" + (f" _(was {old})_" if old else ""))
    return lines


def was_lines(before: NoteContent, after: NoteContent, names: Names, tz: ZoneInfo) -> list[str]:
    """Was: Thu, Nov 5, 2026 · In person. The former values alone, for the card that shows the new ones."""
    pairs = [(words(before, names, tz), words(after, names, tz)) for _, words in _FIELDS]
    former = [old for old, new in pairs if old != new and old]
    return [f"✏️ Changed by your words; was: {' · '.join(former)}"] if former else []


def _who(content: NoteContent, names: Names, _tz: ZoneInfo) -> str:
    return listed([escape(names.get(i, "?")) for i in content.children])


def _people(content: NoteContent, names: Names, _tz: ZoneInfo) -> str:
    return listed([escape(names.get(i, "?")) for i in content.people])


def _alone(content: NoteContent, names: Names, _tz: ZoneInfo) -> str:
    return listed([escape(names.get(i, "?")) for i in content.seen_alone])


def _when(content: NoteContent, _names: Names, tz: ZoneInfo) -> str:
    if content.on is None and content.starts_at is None and not content.minutes:
        return ""
    lasted = f" ({duration(content.minutes)})" if content.on is None and content.minutes else ""
    return noted_time(content, tz) + lasted


def _how(content: NoteContent, _names: Names, _tz: ZoneInfo) -> str:
    found = [METHODS[content.method]] if content.method else []
    return " · ".join(found + ([PLACES[content.place]] if content.place else []))


def _outcome(content: NoteContent, _names: Names, _tz: ZoneInfo) -> str:
    return OUTCOMES.get(content.outcome, "") if content.outcome else ""


def _types(content: NoteContent, _names: Names, _tz: ZoneInfo) -> str:
    return " · ".join(TYPES[t] for t in sorted(content.types))


_FIELDS: tuple[tuple[str, _Words], ...] = (
    ("Child", _who),
    ("When", _when),
    ("How", _how),
    ("Outcome", _outcome),
    ("With", _people),
    ("Seen alone", _alone),
    ("Type", _types),
)
