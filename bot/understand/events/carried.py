"""What an event takes over from the one told before it: its children, the adult whom a pronoun means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understand.events.cues import found
from bot.understand.events.moments import Told
from bot.understand.events.segments import Segment
from bot.understand.item_words import BOTH, ITS_VISIT, JUST_US, THEIR, TO_ADULT
from bot.understand.labels import within
from bot.understand.names import Stance, Taking
from bot.understand.parts import How, Kind, NameMention, Span
from bot.understand.types.visitor import whose_visit, with_its_children, with_visitor
from storage.types import EventType, Method, Outcome

if TYPE_CHECKING:
    from bot.understand.items import Built


def with_their(taking: Taking, segment: Segment, before: Built | None) -> Taking:
    """“Their review is set for Friday”: all the children of the event before."""
    if before is not None and segment.planned and ITS_VISIT.search(segment.text):
        return with_its_children(taking, before.item.children, before.item.case_ids)
    if (
        before is None
        or not THEIR.search(segment.text)
        or not set(before.item.children) > set(taking.children)
    ):
        return taking
    if any(m.kind in (Kind.CHILD, Kind.FAMILY) for m, _ in taking.stances):
        return taking
    same = not taking.case_ids or set(taking.case_ids) == set(before.item.case_ids)
    return replace(taking, children=before.item.children, case_ids=before.item.case_ids) if same else taking


def _one_adult(told: Told, before: Built) -> str | None:
    """The one adult of the event before; where none took part, the one whose home it was."""
    if len(before.item.people) == 1:
        return before.item.people[0]
    named = {m.ids for m in within(told.mentions, before.item.spans) if m.kind is Kind.CONTACT and m.ids}
    only = next(iter(named)) if len(named) == 1 and not before.item.people else ()
    return only[0] if len(only) == 1 else None


def _partner(mention: NameMention, stance: Stance) -> bool:
    """Whether a mention may be the one whom "her" and "we" mean: no home, and nobody who is not on file."""
    if mention.kind is Kind.CONTACT:
        return bool(mention.ids) or stance is not Stance.PLACE
    return mention.kind is Kind.CHILD


def with_same_adult(taking: Taking, segment: Segment, before: Built | None) -> Taking:
    """“Nobody home at 3. Went back at 4:30, she was there": whom alone the first try was to."""
    if before is None or not segment.again or taking.people or not before.item.people:
        return taking
    if any(m.kind in (Kind.CHILD, Kind.FAMILY) for m, _ in taking.stances):
        return taking
    if EventType.CASEWORKER_CHILD in before.item.types:
        return taking
    mention = NameMention(Span(0, 0), Kind.CONTACT, before.item.people, how=How.ROLE, same_person=True)
    return replace(
        taking,
        people=before.item.people,
        children=before.item.children,
        case_ids=before.item.case_ids,
        stances=(*taking.stances, (mention, Stance.SPOKE)),
        questions=(),
    )


def with_pronouns(told: Told, taking: Taking, segment: Segment, before: Built | None) -> Taking:
    """“Then I mailed her the schedule”: the adult of the event before, where this one names nobody."""
    open_names = any(q.candidates for q in taking.questions)
    if before is not None and not taking.people and whose_visit(segment.text):
        return with_visitor(told.view.agency, taking, _one_adult(told, before))
    person = _one_adult(told, before) if before and not taking.people and not open_names else None
    if before is None or person is None:
        return taking
    if any(_partner(m, stance) for m, stance in taking.stances):
        return taking
    both = BOTH.search(segment.text)
    wired = set(segment.ways) & {"email", "mail", "text_message"} and (
        before.item.method is not Method.IN_PERSON or before.item.outcome is Outcome.CANCELLED
    )
    again = set(segment.ways) == {"call"} and not taking.stances and found("outcome.attempted", segment.text)
    alone = JUST_US.search(segment.text) and EventType.CASEWORKER_CHILD not in before.item.types
    if not (both or wired or again or alone or TO_ADULT.search(segment.text)):
        return taking
    stance = Stance.PRESENT if both else Stance.SPOKE
    mention = NameMention(Span(0, 0), Kind.CONTACT, (person,), how=How.ROLE)
    stances = [*taking.stances, (mention, stance)]
    if both and before.item.children:
        stances.append((NameMention(Span(0, 0), Kind.CHILD, before.item.children, how=How.ROLE), Stance.SEEN))
    return replace(
        taking,
        people=(person,),
        children=before.item.children,
        case_ids=before.item.case_ids,
        stances=tuple(stances),
        questions=(),
    )
