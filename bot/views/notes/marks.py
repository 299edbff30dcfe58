"""What was assumed, marked where it stands on the card, and one element each to change precisely that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, cut, date_picker, escape, select
from bot.views.wording import METHODS, OUTCOMES, PLACES, TYPES, clock
from storage.records import NoteRecord
from storage.types import NoteStatus

AT_ONCE = 3
"""So many on a card; Edit changes the others."""
_GUESSED = {"spelling", "sounds_like", "initials", "fuzzy", "homophone", "called_back"}
_NO_DOUBT = {"role", "alias"}
_FAR = "off_caseload"
_ORDER = ("child", "nickname", "person", "time", "date", "place", "type", "method", "outcome")
_DAYS = {"year": "year assumed", "date": "day assumed", "weekday": "day assumed"}
_SLOTS = {"place": PLACES, "type": TYPES, "method": METHODS, "outcome": OUTCOMES}
_HALF = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Asides:
    """The marks of a note that is still the worker's, as small words beside the facts; else none."""

    note: NoteRecord
    marks: tuple[dict[str, Any], ...]

    @classmethod
    def of(cls, note: NoteRecord) -> Asides:
        """The note's marks, each once."""
        return cls(note, open_marks(note))

    def names(self, slot: str) -> str:
        """(you wrote “Meya”): how those of that slot were called, where it was not by their names."""
        said = [word(self.note, m) for m in self.marks if m["slot"] == slot and m["why"] != _FAR]
        said = list(dict.fromkeys(f"“{escape(cut(w, 40))}”" for w in said if w))
        doubt = any(m["slot"] == slot and m["why"] in _GUESSED for m in self.marks)
        sign = "⚠️ " if doubt else ""
        return f"  _({sign}you wrote {', '.join(said)})_" if said else "  ⚠️ _(name assumed)_" if doubt else ""

    def when(self, tz: ZoneInfo) -> str:
        """(assumed PM), (day assumed)."""
        found = [_DAYS[m["why"]] for m in self.marks if m["slot"] == "date" and m["why"] in _DAYS]
        starts_at = self.note.content.starts_at
        if starts_at and any(m["slot"] == "time" for m in self.marks):
            found.insert(0, "assumed " + ("AM" if starts_at.astimezone(tz).hour < 12 else "PM"))
        return f"  ⚠️ _({', '.join(dict.fromkeys(found))})_" if found else ""

    def slot(self, slot: str) -> str:
        """(assumed), beside a place, type, method or outcome that nobody said in so many words."""
        return " ⚠️ _(assumed)_" if any(m["slot"] == slot for m in self.marks) else ""


def open_marks(note: NoteRecord) -> tuple[dict[str, Any], ...]:
    """What is still assumed about a draft, in the order of the card; nothing once it was sent."""
    if note.status not in (NoteStatus.DRAFT, NoteStatus.RETURNED):
        return ()
    here = {*note.content.children, *note.content.people}
    named = ("child", "person", "nickname")
    found = {
        (m["slot"], m["value"]): m
        for m in reversed(note.content.marks)  # how a name was read comes before whose case it is
        if m.get("slot") in _ORDER
        and m["why"] not in _NO_DOUBT
        and (m["slot"] not in named or m["value"] in here)
    }
    return tuple(sorted(found.values(), key=lambda m: _ORDER.index(m["slot"])))


def word(note: NoteRecord, mark: dict[str, Any]) -> str:
    """The word of the narrative that was read so; empty where it is not known."""
    start, end = mark.get("at", (0, 0))
    return note.content.narrative[start:end]


def to_check(note: NoteRecord, tz: ZoneInfo) -> list[Block]:
    """One element for each of the first marks, to confirm or change precisely that."""
    elements = [e for n, m in enumerate(open_marks(note)) if (e := _element(note, m, n, tz))]
    return [actions(elements[:AT_ONCE], block_id=f"mark|{note.id}|{note.version}")] if elements else []


def _element(note: NoteRecord, mark: dict[str, Any], n: int, tz: ZoneInfo) -> Block | None:
    slot, action = mark["slot"], f"mark.{mark['slot']}.{n}.{mark['value']}"
    if slot == "nickname":
        return button(
            cut(f"Remember: {word(note, mark)} is {_name(note, mark['value'])}", 75), action, mark["value"]
        )
    if slot in ("child", "person"):
        return _who(note, mark, action) if mark["why"] in {*_GUESSED, _FAR} else None
    if slot == "time" and note.content.starts_at:
        return _other_half(note, action, tz)
    if slot == "date":
        return date_picker(action, placeholder="Another day")
    if slot in _SLOTS:
        return select(action, f"Another {slot}", [(k.value, w) for k, w in _SLOTS[slot].items()])  # type: ignore[attr-defined]
    return None


def _who(note: NoteRecord, mark: dict[str, Any], action: str) -> Block:
    """A menu that opens with "Yes, …" and whom else she may have meant, asked for when it is opened."""
    return {
        "type": "external_select",
        "action_id": action,
        "min_query_length": 0,
        "placeholder": {"type": "plain_text", "text": cut(f"{_name(note, mark['value'])}? Check", 75)},
    }


def _other_half(note: NoteRecord, action: str, tz: ZoneInfo) -> Block:
    assert note.content.starts_at is not None
    local = note.content.starts_at.astimezone(tz)
    other = local + _HALF if local.hour < 12 else local - _HALF
    return button(f"Make it {clock(other, tz)}", action, f"{other:%H:%M}")


def _name(note: NoteRecord, row_id: str) -> str:
    """In full: there may be two Mayas."""
    names = {c.id: c.name for c in note.children} | {p.id: p.name for p in note.people}
    return names.get(row_id, "")
