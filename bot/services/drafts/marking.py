"""What the reading assumed, kept with a draft: where the word stands, and one tap to change it.

Submit confirms what stands; a tap on a mark's own menu changes or confirms precisely that, and the mark goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy import select

from bot.errors import Outdated, Unusable
from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts import nicknames
from bot.services.drafts.answering import exact_moment
from bot.services.drafts.choices import children_to_pick, people_to_pick
from bot.understand.parts import Item, Mark
from storage.models import Note
from storage.records import Choice, NoteContent, NoteRecord
from storage.types import EventType, Method, Outcome, Place

_NAMES = ("child", "person", nicknames.NICKNAME)
_TIMES = ("date", "time")
_KINDS = {"place": Place, "method": Method, "outcome": Outcome}


def marks_in(narrative: str, raw: str, marks: Iterable[Mark], item: Item) -> tuple[dict[str, Any], ...]:
    """The marks of one event as its note keeps them: ids, and the place of a word in the narrative."""
    when = str(item.starts_at or item.on)
    ours = [m for m in marks if m.slot not in _TIMES or m.value == when]
    ours = [m for m in ours if m.slot not in _NAMES or m.value in (*item.children, *item.people)]
    return tuple(_kept(narrative, raw, mark) for mark in ours)


def _kept(narrative: str, raw: str, mark: Mark) -> dict[str, Any]:
    kept: dict[str, Any] = {"slot": mark.slot, "value": mark.value, "why": mark.why}
    word = raw[mark.span.start : mark.span.end] if mark.span else ""
    at = narrative.find(word) if word else -1
    return kept | ({"at": [at, at + len(word)]} if at >= 0 else {})


def settle(desk: Desk, note_id: str, slot: str, was: str, value: str) -> tuple[NoteRecord, bool]:
    """Confirm or change what was assumed; the note as it then stands, and whether a nickname was learned.

    Outdated where it is settled already; Unusable for what cannot be (a time still to come).
    """
    desk.session.execute(select(Note.id).where(Note.id == note_id).with_for_update())
    note = notes.to_change(desk, note_id)
    about = [m for m in note.content.marks if (m.get("slot"), m.get("value")) == (slot, was)]
    if not about:
        raise Outdated("That is settled already. The card now shows what holds.")
    content = _changed(desk, note.content, slot, was, value)
    left = tuple(m for m in note.content.marks if m not in about)
    after = notes.change(desk, note_id, note.version, replace(content, marks=left), how="checked")
    words = _word(note, about[0]) if slot in _NAMES else ""
    return after, bool(words) and nicknames.learn(desk, words, value, note_id)


def _word(note: NoteRecord, mark: dict[str, Any]) -> str:
    start, end = mark.get("at", (0, 0))
    return note.content.narrative[start:end]


def _changed(desk: Desk, content: NoteContent, slot: str, was: str, value: str) -> NoteContent:
    if slot in _NAMES:
        return content if value == was else _swapped(desk, content, was, value)
    if slot == "date":
        return _on_day(desk, content, date.fromisoformat(value))
    if slot == "time":
        if content.on is None:
            raise Unusable("Please say first which day it was.")
        return replace(content, starts_at=exact_moment(desk, content.on, time.fromisoformat(value)))
    if slot == "type" and value in set(EventType):
        return replace(content, types=(EventType(value),))
    kind = _KINDS.get(slot)
    if kind is None or value not in set(kind):
        raise Unusable("That is not one of the answers. Please tap one of those on the card.")
    return replace(content, **{slot: kind(value)})  # type: ignore[arg-type]


def _on_day(desk: Desk, content: NoteContent, day: date) -> NoteContent:
    if day > desk.today:
        raise Unusable("That day is still to come: pick the day on which it happened.")
    if content.starts_at is None:
        return replace(content, on=day)
    clock = content.starts_at.astimezone(desk.policy.zone).time()
    return replace(content, on=day, starts_at=exact_moment(desk, day, clock))


def _swapped(desk: Desk, content: NoteContent, was: str, value: str) -> NoteContent:
    """The one name by the other; where that is another family's, the note is about that one alone."""
    agency = desk.agency
    rows = agency.children.get(value) or agency.contacts.get(value)
    if rows is None:
        raise Unusable("That person is no longer on file: pick again.")

    def put(ids: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(value if i == was else i for i in ids))

    children = tuple(c for c in put(content.children) if agency.children[c].case_id == rows.case_id)
    people = tuple(p for p in put(content.people) if agency.contacts[p].case_id == rows.case_id)
    alone = tuple(c for c in put(content.seen_alone) if c in children)
    return replace(content, children=children, people=people, seen_alone=alone)


def offered(desk: Desk, note_id: str, slot: str, was: str, typed: str) -> list[Choice]:
    """Who else may be meant whose name holds what is typed; the assumed one first, as a confirmation."""
    note = notes.to_change(desk, note_id)
    choices = children_to_pick(desk, note) if slot == "child" else people_to_pick(desk, note)
    mine = [Choice(was, f"Yes, {c.words}") for c in choices if c.id == was]
    others = [c for c in choices if c.id != was]
    found = [c for c in (*mine, *others) if typed.strip().lower() in c.words.lower()]
    return found[:100]
