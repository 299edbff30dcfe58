"""What notes are called on buttons among which somebody picks one: no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import cut
from bot.views.wording import METHODS, clock, short_day
from storage.records import NoteRecord

_BUTTON = 70
_SAID = 24


def told_apart(notes: Sequence[NoteRecord], tz: ZoneInfo) -> list[str]:
    """Maya Rivera, Mon Nov 9; of those called alike also the hour, the way, with whom, or the words.

    At most 70 letters each.
    """
    called = [", ".join((_who(note), _day(note))) for note in notes]
    facts = [(_hour(note, tz), _way(note), _with(note), note.case_id or "", _said(note)) for note in notes]
    for each in zip(*facts, strict=True):
        alike = Counter(called)
        called = [
            f"{name}, {fact}" if fact and alike[name] > 1 and _tells(name, called, each) else name
            for name, fact in zip(called, each, strict=True)
        ]
    return [cut(name, _BUTTON) for name in called]


def _tells(name: str, called: Sequence[str], each: Sequence[str]) -> bool:
    """Whether a fact differs among those of one name."""
    return len({fact for one, fact in zip(called, each, strict=True) if one == name}) > 1


def _who(note: NoteRecord) -> str:
    who = ", ".join(c.name for c in note.children) or note.family_name or "child not known yet"
    return who if note.children else f"{who}: {_said(note)}"


def _day(note: NoteRecord) -> str:
    return short_day(note.content.on) if note.content.on else "no date"


def _hour(note: NoteRecord, tz: ZoneInfo) -> str:
    return clock(note.content.starts_at, tz) if note.content.starts_at else ""


def _way(note: NoteRecord) -> str:
    return METHODS[note.content.method].lower() if note.content.method else ""


def _with(note: NoteRecord) -> str:
    return ", ".join(person.name for person in note.people)


def _said(note: NoteRecord) -> str:
    return f"“{cut(' '.join(note.content.narrative.split()), _SAID)}”"
