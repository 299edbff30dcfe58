"""A question on a card answered by a tap: the draft's content with the answer in it.

Which child, or which person, settles more than itself: the words are read again with the other
candidates left out, so that "fm" is then that child's foster mother.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time

from sqlalchemy import select

from bot.errors import Outdated, Unusable
from bot.rules.moments import at_local
from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts import nicknames
from bot.services.drafts.gaps import answered
from bot.understand.agency import Agency
from bot.understand.parts import Item
from bot.understand.reading import read as read_words
from storage.models import Note
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Method, Outcome, Roster


def answer(desk: Desk, note_id: str, slot: str, value: str) -> NoteRecord:
    """Answer a question on the note as it stands now: of three on a card all may be tapped in one breath.

    Outdated where it is answered already, Unusable and NotAllowed as in `with_answer` and `notes.change`.
    """
    # The next one waits for this one's commit, and then answers what that has left.
    desk.session.execute(select(Note.id).where(Note.id == note_id).with_for_update())
    note = notes.to_change(desk, note_id)
    if not any(asked.slot == slot for asked in note.asked):
        raise Outdated("That question is answered already. The card now shows what holds.")
    content = with_answer(desk, note, slot, value)
    if slot == "child":
        content = replace(content, marks=(*content.marks, *nicknames.offer(desk, note, value)))
    return notes.change(desk, note_id, note.version, content, how="answered")


def with_answer(desk: Desk, note: NoteRecord, slot: str, value: str) -> NoteContent:
    """The note's content after the question about `slot` was answered with `value`.

    Unusable for an answer that cannot be (a time that a clock change skipped, a day still to come, one that
    was not offered).
    """
    if not _was_offered(desk, note, slot, value):
        raise Unusable("That is not one of the answers. Please tap one of those on the card.")
    content = answered(note.content, slot)
    if slot == "alarm":
        return _with_alarm(content, value)
    if slot in {"child", "person"}:
        return with_name(desk, note, content, slot, value)
    if slot == "date":
        return _with_date(desk, content, date.fromisoformat(value))
    if slot == "time":
        return _with_time(desk, content, value)
    if slot == "type":
        return replace(content, types=(EventType(value),))
    if slot == "outcome":
        return replace(content, outcome=Outcome(value))
    if slot == "method":
        return replace(content, method=Method(value))
    return content


def _was_offered(desk: Desk, note: NoteRecord, slot: str, value: str) -> bool:
    """Whether the button can have been ours: what it carries is not trusted."""
    if slot in {"child", "person"}:
        rows = desk.agency.children if slot == "child" else desk.agency.contacts
        offered = {c.id for a in note.asked if a.slot == slot for c in a.choices}
        return value in rows and (not offered or value in offered)
    if slot == "alarm":
        return value in ("crisis", "concern", "none")
    kinds = {"type": EventType, "outcome": Outcome, "method": Method}
    return slot not in kinds or value in set(kinds[slot])


def _with_alarm(content: NoteContent, value: str) -> NoteContent:
    """What the worker calls an emergency is a crisis call besides whatever else it was."""
    crisis = (EventType.CRISIS_CALL,) if value == "crisis" else ()
    return replace(content, types=tuple(dict.fromkeys((*content.types, *crisis))))


def _with_date(desk: Desk, content: NoteContent, day: date) -> NoteContent:
    if day > desk.today:
        raise Unusable("That day is still to come: pick the day on which it happened.")
    return replace(content, on=day)


def _with_time(desk: Desk, content: NoteContent, value: str) -> NoteContent:
    if value == "unknown":
        return replace(content, time_unknown=True, starts_at=None)
    if content.on is None:
        raise Unusable("Please say first which day it was.")
    return replace(content, starts_at=exact_moment(desk, content.on, time.fromisoformat(value)))


def exact_moment(desk: Desk, day: date, clock: time) -> datetime:
    """A local date and clock time as an instant, of a doubled one the first. Unusable: skipped, to come."""
    moment = at_local(day, clock, desk.policy.zone)
    wall = moment.astimezone(desk.policy.zone).replace(tzinfo=None)
    if wall != datetime.combine(day, clock):
        raise Unusable("The clocks went forward over that time: it did not exist that day. Pick another one.")
    if moment > desk.now:
        raise Unusable("That time is still to come: pick the time at which it happened.")
    return moment


def with_name(desk: Desk, note: NoteRecord, content: NoteContent, slot: str, chosen: str) -> NoteContent:
    """The content with the child or adult who was chosen, and what that settles beside.

    The note's words are read again as about that one alone.
    """
    others = {c.id for a in note.asked if a.slot == slot for c in a.choices} - {chosen}
    item = _read_again(desk, note, chosen, others)
    if slot == "child":
        case = desk.agency.children[chosen].case_id
        children = item.children if item and chosen in item.children else (chosen,)
        people = tuple(dict.fromkeys((*content.people, *(item.people if item else ()))))
    else:
        case = desk.agency.contacts[chosen].case_id
        children = content.children or desk.agency.children_meant(chosen, content.on or desk.today)
        people = tuple(dict.fromkeys((*(item.people if item else content.people), chosen)))
    ours = tuple(c for c in children if desk.agency.children[c].case_id == case)
    alone = (*content.seen_alone, *(item.seen_alone if item else ()))
    return replace(
        content,
        children=ours,
        seen_alone=tuple(c for c in ours if c in alone),
        people=_of_case(desk.agency, people, case),
        types=content.types or (item.types if item else ()),
        place=content.place or (item.place if item else None),
    )


def _of_case(agency: Agency, people: Iterable[str], case_id: str) -> tuple[str, ...]:
    return tuple(p for p in people if agency.contacts[p].case_id == case_id)


def _read_again(desk: Desk, note: NoteRecord, chosen: str, others: set[str]) -> Item | None:
    """The one event that the words give in a world without the other candidates; None where unclear."""
    world = _without(desk, others, chosen)
    reading = read_words(
        world,
        staff_id=note.author.id,
        text=note.content.narrative,
        sent_at=note.created_at,
        tz=desk.policy.zone,
        nicknames=nicknames.as_said(desk, note, chosen),
        a_note=True,
    )
    items = [i for i in reading.contacts if i.outcome is not Outcome.PLANNED]
    return items[0] if len(items) == 1 else None


def _without(desk: Desk, others: set[str], chosen: str) -> Agency:
    """A small agency: the author's cases and the chosen one's, without the candidates not chosen."""
    agency = desk.agency
    cases = set(agency.caseload(desk.actor.id, desk.today).case_ids)
    for row in (agency.children.get(chosen), agency.contacts.get(chosen)):
        cases |= {row.case_id} if row else set()
    children = tuple(c for i in cases for c in agency.children_of(i) if c.id not in others)
    contacts = tuple(k for i in cases for k in agency.contacts_of(i) if k.id not in others)
    whole = agency.roster
    return Agency.of(
        Roster(
            staff=whole.staff,
            cases=tuple(agency.cases[i] for i in cases),
            children=children,
            contacts=contacts,
            leaves=whole.leaves,
            placements=tuple(p for p in whole.placements if p.child_id in {c.id for c in children}),
        )
    )
