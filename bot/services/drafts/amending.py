"""What a worker says about a draft put into it: a new version, the former one kept, no word lost.

The reading is `bot.understand.amend`; here it becomes a note's content, by the same verbs as a tap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts.answering import with_name
from bot.services.drafts.gaps import answered
from bot.services.drafts.words import as_typed
from bot.understand.amend import Amendment, Facts, amend, amend_each
from bot.understand.parts import Question
from storage.models import Note
from storage.queries.note_parts import content_of, version_of
from storage.records import NoteContent, NoteRecord

CORRECTED, ANSWERED, ADDED = "corrected", "answered", "added"
"""How a version was made (`NoteVersion.made_how`) by words about its draft."""
_SLOT_OF = {"child": "children", "person": "people"}
_PLAIN = (
    "types", "seen_alone", "on", "starts_at", "minutes", "part_of_day", "time_unknown", "method", "outcome",
    "place", "people", "children",
)  # fmt: skip


def facts_of(note: NoteRecord) -> Facts:
    """The draft as the reading of remarks sees it."""
    asked = tuple(Question(a.slot, tuple(c.id for c in a.choices)) for a in note.asked)
    return facts_from(note.content, note.case_id, asked)


def facts_from(content: NoteContent, case_id: str | None, asked: tuple[Question, ...]) -> Facts:
    """The same from a version's content, with its open questions."""
    return Facts(
        types=content.types,
        children=content.children,
        people=content.people,
        seen_alone=content.seen_alone,
        on=content.on,
        starts_at=content.starts_at,
        minutes=content.minutes,
        part_of_day=content.part_of_day,
        time_unknown=content.time_unknown,
        method=content.method,
        outcome=content.outcome,
        place=content.place,
        case_id=case_id,
        words=content.narrative,
        asked=asked,
    )


def heard(
    desk: Desk, note: NoteRecord, text: str, sent_at: datetime, *, voice: bool = False, close: bool = False
) -> Amendment:
    """What the actor's words mean for this note; days are those of the actor's zone."""
    return amend(
        desk.agency,
        facts_of(note),
        text,
        staff_id=desk.actor.id,
        sent_at=sent_at,
        tz=ZoneInfo(desk.actor.timezone),
        voice=voice,
        close=close,
    )


def heard_of_each(
    desk: Desk, drafts: Sequence[Facts], text: str, sent_at: datetime, *, voice: bool
) -> list[Amendment]:
    """`heard` for each of several drafts, by their facts."""
    return amend_each(
        desk.agency,
        drafts,
        text,
        staff_id=desk.actor.id,
        sent_at=sent_at,
        tz=ZoneInfo(desk.actor.timezone),
        voice=voice,
    )


def take_in(desk: Desk, note_id: str, text: str, amendment: Amendment) -> NoteRecord:
    """Write the amendment down as the note's next version, the words of it under the note's own.

    Unusable, Outdated, NotAllowed as `notes.change`.
    """
    note = notes.to_change(desk, note_id)
    content = _content(desk, note, amendment)
    if amendment.kept:
        content = replace(content, narrative=with_words(desk, content.narrative, text))
    how = ANSWERED if not amendment.kept else CORRECTED if amendment.changed else ADDED
    return notes.change(desk, note_id, note.version, content, how=how)


def append(desk: Desk, note_id: str, text: str) -> NoteRecord:
    """Add words to a note, and change nothing else of it."""
    note = notes.to_change(desk, note_id)
    content = replace(note.content, narrative=with_words(desk, note.content.narrative, text))
    return notes.change(desk, note_id, note.version, content, how=ADDED)


def in_turn(desk: Desk, note_id: str) -> None:
    """Wait until whoever changes the note at this moment has done: what was said first is taken in first."""
    desk.session.refresh(desk.session.get_one(Note, note_id), with_for_update=True)


def with_words(desk: Desk, narrative: str, text: str) -> str:
    """The note's words with those of a later message on a line of their own, to the letter."""
    more = as_typed(text, lambda user: _name_behind(desk, user)).strip()
    return f"{narrative}\n{more}" if narrative else more


def _name_behind(desk: Desk, slack_user: str) -> str | None:
    member = desk.agency.by_slack(slack_user)
    return member.name if member else None


def _content(desk: Desk, note: NoteRecord, amendment: Amendment) -> NoteContent:
    after, content = amendment.after, note.content
    changed = set(amendment.changed)
    content, settled = _named(desk, note, amendment)
    for slot in amendment.answered:
        content = answered(content, slot)
    plain = {name: getattr(after, name) for name in _PLAIN if name in changed - settled}
    marks = [m for m in content.marks if not _about(m, amendment)]
    marks += [{"slot": m.slot, "value": m.value, "why": m.why} for m in amendment.marks]
    return replace(content, **plain, marks=tuple(marks), questions=_questions(content, amendment.asks))


def _named(desk: Desk, note: NoteRecord, amendment: Amendment) -> tuple[NoteContent, set[str]]:
    """The content with the child or adult who was picked, and what that has settled already.

    A single name settles more than itself, as by a tap: whose foster mother "fm" is, for one.
    """
    after, content = amendment.after, note.content
    moved = "case_id" in amendment.changed and len(after.children) == 1
    if moved or ("child" in amendment.answered and len(after.children) == 1):
        old = replace(content, people=(), children=()) if note.case_id and moved else content
        named = with_name(desk, note, answered(old, "child"), "child", after.children[0])
        # Of an adult with a row in each of two families only the child's own may stay.
        theirs = {p for p in after.people if desk.agency.contacts[p].case_id == after.case_id}
        met = tuple(p for p in after.people if p in theirs) if moved and theirs else named.people
        named = replace(named, children=after.children, people=met)
        return named, {"children", "people"} | ({"types"} if not content.types else set())
    if "person" in amendment.answered:
        new = [p for p in after.people if p not in content.people]
        if len(new) == 1:
            named = with_name(desk, note, answered(content, "person"), "person", new[0])
            return named, {"people", "children", "types"}
    return content, set()


def _about(mark: dict[str, Any], amendment: Amendment) -> bool:
    """Whether what was assumed is changed by the worker's own words."""
    touched = {"time": {"starts_at"}, "date": {"on"}, "child": {"children"}, "person": {"people"}}
    return bool(touched.get(mark["slot"], {_SLOT_OF.get(mark["slot"], "")}) & set(amendment.changed))


def _questions(content: NoteContent, asks: Iterable[Question]) -> tuple[dict[str, Any], ...]:
    """What stays open, and what is asked anew; "which child?" with those of whom it can only be one."""
    anew = {q.slot: {"slot": q.slot, "candidates": list(q.candidates)} for q in asks}
    there = [q if q.get("candidates") else anew.get(q["slot"], q) for q in content.questions]
    slots = {q["slot"] for q in there}
    return (*there, *(q for slot, q in anew.items() if slot not in slots))


@dataclass(frozen=True, slots=True)
class Change:
    """A version beside the one before it; `names` of everybody who stands on either."""

    before: NoteContent
    after: NoteContent
    how: str
    names: dict[str, str]


def change_of(desk: Desk, note_id: str, version: int) -> Change:
    """What that version of a note changed. The caller has read the note, and so may."""
    new, old = version_of(desk.session, note_id, version), version_of(desk.session, note_id, version - 1)
    before, after = content_of(old), content_of(new)
    return Change(before, after, new.made_how, names_of(desk, before, after))


def names_of(desk: Desk, *contents: NoteContent) -> dict[str, str]:
    """The names of all who stand on these contents."""
    ids = {i for c in contents for i in (*c.children, *c.people)}
    agency = desk.agency
    children = {i: agency.children[i] for i in ids if i in agency.children}
    return {i: f"{c.first_name} {c.last_name}".strip() for i, c in children.items()} | {
        i: agency.contacts[i].name for i in ids if i in agency.contacts
    }
