"""From a reading to drafts: one note an event and a case, each with its own stretch of the words.

Idempotent: a message that was worked before (Slack's retry, a restart) gives the same notes again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.desk import Desk
from bot.services.gaps import with_questions
from bot.services.residence import at_residence
from bot.services.versions import add_version, keep_clock
from bot.services.words import as_typed, stretch
from bot.understand.agency import Agency
from bot.understand.parts import Intent, Item, Reading
from storage.models import Note, new_id
from storage.records import NoteContent
from storage.types import EventType, Outcome


@dataclass(frozen=True, slots=True)
class Source:
    """The Slack message that a note came from: where, which, and its text as Slack gave it."""

    channel: str
    ts: str
    text: str


@dataclass(frozen=True, slots=True)
class _Part:
    """One note to be: an event, within one case (None: still to be asked)."""

    item: Item
    number: int
    case_id: str | None
    shared_words: bool


def draft(desk: Desk, reading: Reading, source: Source) -> list[str]:
    """Store the drafts that a message gives; their ids, in the message's order.

    Planned events are not notes and are left out (see services.plans).
    """
    there = _drafted_before(desk.session, source)
    if there:
        return there
    parts = _parts(reading, desk.agency)
    return [_draft_one(desk, part, place, reading, source) for place, part in enumerate(parts)]


def _drafted_before(session: Session, source: Source) -> list[str]:
    query = select(Note.id).where(Note.source_channel == source.channel, Note.source_ts == source.ts)
    return list(session.scalars(query.order_by(Note.item)))


def _parts(reading: Reading, agency: Agency) -> list[_Part]:
    events = [(n, i) for n, i in enumerate(reading.contacts) if i.outcome is not Outcome.PLANNED]
    if not events:
        events = [(0, Item())]
    parts: list[_Part] = []
    for number, item in events:
        cases = _cases_of(item, agency)
        whose: list[str | None] = [*cases] or [None]
        parts += [_Part(item, number, case, shared_words=len(cases) > 1) for case in whose]
    return parts


def _cases_of(item: Item, agency: Agency) -> list[str]:
    """The cases of the children named; of the people where no child is; none where that is not settled."""
    by_child = dict.fromkeys(agency.children[c].case_id for c in item.children if c in agency.children)
    if by_child:
        return list(by_child)
    by_person = dict.fromkeys(agency.contacts[p].case_id for p in item.people if p in agency.contacts)
    return list(by_person) if len(by_person) == 1 else []


def _draft_one(desk: Desk, part: _Part, place: int, reading: Reading, source: Source) -> str:
    content = with_questions(_content(part, reading, source, desk.agency), part.case_id)
    note = Note(
        id=new_id(),
        case_id=part.case_id,
        author_id=desk.actor.id,
        entered_by_id=desk.actor.id,
        version=1,
        created_at=desk.now,
        source_channel=source.channel,
        source_ts=source.ts,
        item=place,
        off_caseload=is_off_caseload(desk, part.case_id, desk.actor.id),
    )
    desk.session.add(note)
    add_version(desk.session, note, content, made_by=desk.actor.id, how="read", now=desk.now)
    keep_clock(desk.session, note, content, policy=desk.policy, now=desk.now, new=True)
    desk.record("note.draft", note.id)
    return note.id


def is_off_caseload(desk: Desk, case_id: str | None, author_id: str) -> bool:
    """Whether the case is neither the author's own nor covered for a colleague today."""
    return case_id is not None and case_id not in desk.agency.caseload(author_id, desk.today).case_ids


def _content(part: _Part, reading: Reading, source: Source, agency: Agency) -> NoteContent:
    item = part.item

    def ours(case_id: str) -> bool:
        return part.case_id is None or case_id == part.case_id

    children = tuple(c for c in item.children if ours(agency.children[c].case_id))
    words = stretch(source.text, item.spans if len(reading.contacts) > 1 else ())
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
        narrative=as_typed(words, lambda user: _name_behind(user, agency)),
        questions=_questions(part, reading),
        marks=tuple({"slot": m.slot, "value": m.value, "why": m.why} for m in reading.marks),
    )


def _types(item: Item, reading: Reading) -> tuple[EventType, ...]:
    crisis = (EventType.CRISIS_CALL,) if reading.intent is Intent.LOG_CRISIS else ()
    return item.types + crisis if item.types or crisis else ()


def _name_behind(slack_user: str, agency: Agency) -> str | None:
    member = agency.by_slack(slack_user)
    return member.name if member else None


def _questions(part: _Part, reading: Reading) -> tuple[dict[str, Any], ...]:
    read = [
        {"slot": q.slot, "candidates": list(q.candidates)} for q in reading.questions if q.item == part.number
    ]
    if part.shared_words:
        read.insert(0, {"slot": "words", "candidates": []})
    return tuple(read)
