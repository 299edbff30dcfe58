"""The note's windows: edit or revise every field, and what a filled window says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    FIELD,
    Block,
    asked,
    checkboxes,
    context,
    date_picker,
    escape,
    multi_select,
    option,
    quotes,
    searched,
    section,
    select,
    text_field,
    time_picker,
    window,
)
from bot.views.notes.note_parts import reference, whose
from bot.views.wording import METHODS, OUTCOMES, PLACES, TYPES
from storage.records import Choice, NoteRecord

_MOST_LISTED, _MOST_BOXES = 100, 10


def edit_window(
    note: NoteRecord,
    *,
    children: Sequence[Choice],
    people: Sequence[Choice],
    tz: ZoneInfo,
    title: str = "Edit note",
) -> Block:
    """Every field of the note. Words longer than a field go on in further fields, never cut."""
    blocks: list[Block] = [section(whose(note))]
    if note.returned:
        blocks += [section(f"*{escape(note.returned.by.name)} asked:*"), *quotes(note.returned.reason)]
    blocks += [_children(note, children), _types(note), *_when(note, tz), *_how(note)]
    if people or note.people:
        blocks.append(_people(note, people))
    blocks += [*_alone(note), *word_fields(note.content.narrative), _follow_ups(note)]
    view = window(title, blocks, callback="note.edited", submit="Save", close="Cancel", about=reference(note))
    return view | {"notify_on_close": True}


def _children(note: NoteRecord, children: Sequence[Choice]) -> Block:
    chosen = [Choice(c.id, c.name) for c in note.children]
    menu = _who("Pick the children", chosen, children, search="find.child")
    return asked(
        "Children", menu, block_id="children", optional=True, hint="All of one family: one note, one case."
    )


def _who(words: str, chosen: Sequence[Choice], offered: Sequence[Choice], *, search: str) -> Block:
    """A menu of those who may be picked, with the chosen ones first, so that none of them is ever cut off.

    A search where a menu cannot hold them all, or where there is nobody to offer.
    """
    here = {c.id for c in chosen}
    named = {c.id: c.words for c in offered}
    pairs = [(c.id, named.get(c.id, c.words)) for c in chosen]
    pairs += [(c.id, c.words) for c in offered if c.id not in here]
    if offered and len(pairs) <= _MOST_LISTED:
        return multi_select("v", words, pairs, chosen=[c.id for c in chosen])
    return searched(search, "Type a name", pairs[: len(chosen)])


def _types(note: NoteRecord) -> Block:
    pairs = [(t.value, words) for t, words in TYPES.items()]
    menu = multi_select("v", "Pick one or more", pairs, chosen=note.content.types)
    return asked("Event types", menu, block_id="types", optional=True)


def _when(note: NoteRecord, tz: ZoneInfo) -> list[Block]:
    content = note.content
    local = content.starts_at.astimezone(tz) if content.starts_at else None
    day, clock = content.on.isoformat() if content.on else None, f"{local:%H:%M}" if local else None
    lasted = str(content.minutes) if content.minutes else ""
    boxes = checkboxes(
        "v", [("unknown", "I don't know the time")], chosen=["unknown"] if content.time_unknown else []
    )
    return [
        asked("Date", date_picker("v", chosen=day), block_id="on", optional=True),
        asked("Time", time_picker("v", chosen=clock), block_id="at", optional=True),
        asked("Time not known", boxes, block_id="unknown", optional=True),
        asked("Minutes", text_field("v", chosen=lasted), block_id="minutes", optional=True),
    ]  # fmt: skip


def _how(note: NoteRecord) -> list[Block]:
    content = note.content
    reason = text_field("v", chosen=content.outcome_reason[:FIELD])
    return [
        asked("How", _menu(METHODS, content.method), block_id="method", optional=True),
        asked("Did it take place?", _menu(OUTCOMES, content.outcome), block_id="outcome", optional=True),
        asked("Why not, if it did not", reason, block_id="reason", optional=True),
        asked("Place", _menu(PLACES, content.place), block_id="place", optional=True),
    ]


def _menu(words: Mapping[Any, str], chosen: Any) -> Block:
    return select("v", "Pick one", [(k.value, w) for k, w in words.items()], chosen=chosen)


def _people(note: NoteRecord, people: Sequence[Choice]) -> Block:
    chosen = [Choice(p.id, p.name) for p in note.people]
    menu = _who("Who took part", chosen, people, search="find.person")
    return asked("Others who took part", menu, block_id="people", optional=True)


def _alone(note: NoteRecord) -> list[Block]:
    """Boxes; a menu where the children are more than boxes may be."""
    if not note.children:
        return []
    pairs, alone = [(c.id, c.name) for c in note.children], note.content.seen_alone
    if len(pairs) > _MOST_BOXES:
        field = multi_select("v", "Pick the children", pairs, chosen=alone)
    else:
        field = checkboxes("v", pairs, chosen=alone)
    return [asked("Seen or talked with alone", field, block_id="alone", optional=True)]


def word_fields(words: str) -> list[Block]:
    """As many fields as the words need, and one more where the last is nearly full."""
    pieces = [words[i : i + FIELD] for i in range(0, len(words), FIELD)] or [""]
    if len(pieces[-1]) > FIELD - 300:
        pieces.append("")
    fields = [
        asked(
            "Your words" if n == 0 else f"Your words, continued ({n + 1})",
            text_field("v", chosen=piece, multiline=True),
            block_id=f"words{n}",
            optional=True,
        )
        for n, piece in enumerate(pieces)
    ]
    return [*fields, context("The record keeps these words to the letter.")]


def _follow_ups(note: NoteRecord) -> Block:
    field = text_field("v", chosen=note.content.follow_ups[:FIELD], multiline=True)
    return asked("Follow-up, with dates", field, block_id="follow_ups", optional=True)


Values = Mapping[str, Mapping[str, Mapping[str, Any]]]


def typed(values: Values, block_id: str) -> str | None:
    """What stands in a field; None where the window had no such field (it is left as it was)."""
    element = _element(values, block_id)
    return None if element is None else (element.get("value") or "")


def picked(values: Values, block_id: str) -> str | None:
    """The value chosen in a menu, date or time picker; None where nothing is."""
    element = _element(values, block_id) or {}
    option = element.get("selected_option")
    if option:
        return str(option["value"])
    return element.get("selected_date") or element.get("selected_time")


def ticked(values: Values, block_id: str) -> tuple[str, ...]:
    """The values chosen in a menu of several or in boxes."""
    element = _element(values, block_id) or {}
    return tuple(str(o["value"]) for o in element.get("selected_options") or ())


def _element(values: Values, block_id: str) -> Mapping[str, Any] | None:
    return next(iter(values.get(block_id, {}).values()), None)


def all_words(values: Values) -> str:
    """The words of all word fields, put together as they were taken apart."""
    fields = sorted((b for b in values if b.startswith("words")), key=lambda b: int(b.removeprefix("words")))
    return "".join(typed(values, b) or "" for b in fields)


def parsed_date(text: str | None) -> date | None:
    """A date picker's value."""
    return date.fromisoformat(text) if text else None


def as_option(choice: Choice) -> Block:
    """A choice as an option of a search."""
    return option(choice.words, choice.id)
