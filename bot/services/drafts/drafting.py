"""From a reading to drafts: one note an event and a case, each with its own stretch of the words.

Idempotent: a message that was worked before (Slack's retry, a restart) gives the same notes again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.services.desk import Desk
from bot.services.drafts.choices import with_children_offered
from bot.services.drafts.fresh import write_draft
from bot.services.drafts.gaps import with_questions
from bot.services.drafts.marking import marks_in
from bot.services.drafts.words import Spans, as_typed, stretch, with_the_rest
from bot.services.notes import read
from bot.services.residence import at_residence
from bot.understand.agency import Agency
from bot.understand.parts import Intent, Item, Mark, Reading
from bot.understand.wants.asked_beside import for_the_record
from storage.enclosures import CLIP
from storage.queries.note_sources import drafted_from
from storage.records import FileOf, NoteContent, NoteRecord
from storage.types import EventType, Outcome


@dataclass(frozen=True, slots=True)
class Source:
    """The Slack message that a note came from: where, which, its text as Slack gave it, what it carried."""

    channel: str
    ts: str
    text: str
    files: tuple[FileOf, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """One note to be: an event, within one case (None: still to be asked), with its stretches of the words.

    `unsure`: whether these words are about this case alone must be asked.
    """

    item: Item
    number: int
    case_id: str | None
    spans: Spans
    unsure: bool


def draft(desk: Desk, reading: Reading, source: Source) -> list[NoteRecord]:
    """Store the drafts that a message gives; the notes, in the message's order.

    Planned events are not notes and are left out (see services.plans).
    """
    there = drafted_from(desk.session, source.channel, source.ts)
    if there:
        return [read(desk, note_id) for note_id in there]
    source = replace(source, text=for_the_record(source.text))
    parts = _parts(reading, source.text, desk.agency)
    if len(parts) > 1:  # a photo may be about one family alone: it is asked about which
        source = replace(source, files=tuple(f for f in source.files if f.kind == CLIP))
    return [_draft_one(desk, part, place, reading, source) for place, part in enumerate(parts)]


def contents(reading: Reading, source: Source, agency: Agency) -> list[tuple[str | None, NoteContent]]:
    """What a message would be drafted as: each note's case and content. Nothing is stored."""
    source = replace(source, text=for_the_record(source.text))
    parts = _parts(reading, source.text, agency)
    return [(part.case_id, _content(part, reading, source, agency)) for part in parts]


def events_told(reading: Reading) -> list[NoteContent]:
    """What a message tells of, as far as contacts owed may be met by it (`seen.recount`)."""
    return [
        NoteContent(types=i.types, children=i.children, people=i.people, on=i.on) for i in reading.contacts
    ]


def _parts(reading: Reading, text: str, agency: Agency) -> list[_Part]:
    told = with_the_rest(text, [i.spans for i in reading.contacts]) if len(reading.contacts) > 1 else []
    events = [(n, i) for n, i in enumerate(reading.contacts) if i.outcome is not Outcome.PLANNED]
    several = len({case for _, i in events for case in _cases_of(i, agency)}) > 1
    parts: list[_Part] = []
    for number, item in events or [(0, Item())]:
        cases = _cases_of(item, agency)
        spans, added = told[number] if told else ((), False)
        whose: list[str | None] = [*cases] or [None]
        also_asked = bool(item.children) and _asks_for_a_child(reading, number)
        unsure = len(cases) > 1 or (several and added) or also_asked
        parts += [_Part(item, number, case, spans, unsure) for case in whose]
        if also_asked:
            # "met w/ Maya and Will": Will's note, and one for the Maya who is asked about. Nobody is dropped.
            parts.append(_Part(replace(item, children=(), people=()), number, None, spans, unsure=True))
    return parts


def _asks_for_a_child(reading: Reading, number: int) -> bool:
    return any(q.slot == "child" and q.item == number for q in reading.questions)


def _cases_of(item: Item, agency: Agency) -> list[str]:
    """The cases of the children named; else the one of the people or of the family; none: not settled."""
    by_child = dict.fromkeys(agency.children[c].case_id for c in item.children if c in agency.children)
    if by_child:
        return list(by_child)
    by_person = dict.fromkeys(agency.contacts[p].case_id for p in item.people if p in agency.contacts)
    families = dict.fromkeys(c for c in item.case_ids if c in agency.cases)
    return next((list(found) for found in (by_person, families) if len(found) == 1), [])


def _draft_one(desk: Desk, part: _Part, place: int, reading: Reading, source: Source) -> NoteRecord:
    content = _content(part, reading, source, desk.agency)
    return store(desk, content, part.case_id, place=(source.channel, source.ts, place), how="read")


def store(
    desk: Desk, content: NoteContent, case_id: str | None, *, place: tuple[str, str, int], how: str
) -> NoteRecord:
    """Store a new draft of the actor's with its open questions and its clock; the note as it stands then.

    `place` is where it came from (channel, ts, item), which makes it unique; `how` it was made: read, button.
    """
    content = with_children_offered(desk, with_questions(content, case_id))
    note = write_draft(desk, content, case_id, place=place, how=how)
    desk.record("note.draft", note.id)
    return note


def _content(part: _Part, reading: Reading, source: Source, agency: Agency) -> NoteContent:
    item = part.item

    def ours(case_id: str) -> bool:
        return part.case_id is None or case_id == part.case_id

    children = tuple(c for c in item.children if ours(agency.children[c].case_id))
    words = stretch(source.text, part.spans)
    narrative = as_typed(words, lambda user: _name_behind(user, agency))
    return NoteContent(
        types=_types(item, reading),
        children=children,
        people=tuple(p for p in item.people if ours(agency.contacts[p].case_id)),
        seen_alone=tuple(c for c in item.seen_alone if c in children),
        on=item.on,
        starts_at=item.starts_at,
        minutes=item.minutes,
        part_of_day=item.part_of_day,
        method=item.method,
        outcome=item.outcome,
        place=item.place,
        at_residence=at_residence(children, item, agency),
        narrative=narrative,
        questions=_questions(part, reading),
        files=source.files,
        marks=marks_in(narrative, source.text, _marks(part, reading, agency), item),
    )


def _marks(part: _Part, reading: Reading, agency: Agency) -> list[Mark]:
    """What was assumed, without what is about another family: one note names nobody of another case."""

    def case_of(row_id: str) -> str | None:
        row = agency.children.get(row_id) or agency.contacts.get(row_id)
        return row.case_id if row else None

    return [m for m in reading.marks if part.case_id is None or case_of(m.value) in {None, part.case_id}]


def _types(item: Item, reading: Reading) -> tuple[EventType, ...]:
    crisis = (EventType.CRISIS_CALL,) if reading.intent is Intent.LOG_CRISIS else ()
    return tuple(dict.fromkeys(item.types + crisis))


def _name_behind(slack_user: str, agency: Agency) -> str | None:
    member = agency.by_slack(slack_user)
    return member.name if member else None


def _questions(part: _Part, reading: Reading) -> tuple[dict[str, Any], ...]:
    read = [
        {"slot": q.slot, "candidates": list(q.candidates)} for q in reading.questions if q.item == part.number
    ]
    if part.unsure:
        read.insert(0, {"slot": "words", "candidates": []})
    return tuple(read)
