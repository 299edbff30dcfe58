"""One event of a message as an item of its reading: who, when, how, where, of which types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.understand.asks import asked_of
from bot.understand.events.asides import without_intended
from bot.understand.events.carried import with_pronouns, with_same_adult, with_their
from bot.understand.events.clauses import Clause
from bot.understand.events.cues import BY_WIRE
from bot.understand.events.each_an_hour import says_where
from bot.understand.events.moments import Told, spans_of, when_of
from bot.understand.events.other_cases import without_other_cases
from bot.understand.events.referents import with_meant
from bot.understand.events.returns import AGAIN, missed_again
from bot.understand.events.same_hour import on_other_days
from bot.understand.events.segments import Segment
from bot.understand.events.spoken_visits import visit_spoken_of
from bot.understand.events.tried_again import tried_again
from bot.understand.events.verbless import met_without_verb, opening
from bot.understand.item_words import ALONE, CAME, HERE, I_WAS_THERE, NOBODY, SAME_PLACE
from bot.understand.labels import within
from bot.understand.names import Stance, Taking, participants
from bot.understand.names.one_by_one import lists
from bot.understand.outcomes.came_to import held_after_all
from bot.understand.outcomes.doorstep import turned_away
from bot.understand.outcomes.how import method_of, outcome_of
from bot.understand.outcomes.on_the_line import with_child_on_line
from bot.understand.outcomes.ringing import rang_out
from bot.understand.parts import Item, Kind, Mark, NameMention, Question
from bot.understand.places.default_home import default_home
from bot.understand.places.organised import organisations
from bot.understand.places.place import Scene, place_of
from bot.understand.types.event import MET, Event
from bot.understand.types.kinds import in_court, open_conference, types_of
from bot.understand.types.sibling_trips import asked_who, brought_to_siblings, with_siblings
from bot.understand.when import EventTime
from bot.understand.who.bystanders import without_bystanders
from bot.understand.who.children_seen import also_seen, with_unknown
from bot.understand.who.hosts import with_host
from bot.understand.who.missed_parents import with_missed
from bot.understand.who.office_host import with_office_host
from bot.understand.who.seen_alone import seen_alone
from bot.understand.who.told_of import only_told_of
from bot.understand.who.who_belongs import family_alone, without_outsiders
from storage.types import EventType, Method, Outcome, Place

_FAR = 90
"""Days from which on a date without its year may be another year's."""


@dataclass(frozen=True, slots=True)
class Built:
    """An item, what must be asked about it, what was assumed; `stranger`: a child nobody knows was seen."""

    item: Item
    questions: tuple[Question, ...] = ()
    marks: tuple[Mark, ...] = ()
    stranger: bool = False
    stances: Sequence[tuple[NameMention, Stance]] = ()


def built(told: Told, segment: Segment, before: Sequence[tuple[Segment, Built]] = ()) -> list[Built]:
    """The items of one segment: one, or one for each time of a call. `before`: those told earlier."""
    if brought_to_siblings(segment.text) and "sibling_visit" not in segment.kinds:
        segment.kinds.insert(0, "sibling_visit")
    spans = spans_of(segment)
    when = when_of(told, segment, spans)
    like = next((one for other, one in before if other is segment.like), None)
    if like is not None and segment.planned and _as_before(like, within(told.mentions, spans)):
        return [_repeated(told, segment, like, spans, when)]
    first = _item(told, segment, spans, when, [one for _, one in before])
    more = [*tried_again(segment, first.item, when), *on_other_days(segment, first.item, when)]
    return [first, *(replace(first, item=one) for one in more)]


def _as_before(like: Built, named: Sequence[NameMention]) -> bool:
    """Nobody is named, or of a family's visit only those who were at the one before."""
    visits = {EventType.BIRTH_PARENT_CHILD, EventType.SIBLING_VISIT}
    if not named or not visits & set(like.item.types):
        return not named
    adults, children = set(like.item.people), set(like.item.children)
    return all(set(m.ids) <= adults if m.kind is Kind.CONTACT else set(m.ids) == children for m in named)


def _repeated(
    told: Told, segment: Segment, like: Built, spans: tuple[tuple[int, int], ...], when: EventTime
) -> Built:
    """“Moved to Friday, same time”: the event before, on another day, yet to come."""
    before = visit_spoken_of(like.item, segment.text)
    scene = Scene(told.view.agency, told.on, segment.clauses, before.children, before.people)
    place = place_of(scene)
    here = HERE if before.place is Place.AGENCY else SAME_PLACE
    stays = before.place is Place.FOSTER_HOME or here.search(segment.text)
    item = replace(
        before,
        starts_at=when.starts_at,
        on=when.on,
        minutes=when.minutes,
        outcome=Outcome.PLANNED,
        spans=spans,
        method=Method.IN_PERSON if place else before.method,
        place=place or (before.place if stays else None),
        part_of_day=when.part_of_day,
        seen_alone=(),
    )
    kept = tuple(q for q in like.questions if q.slot not in ("date", "time"))
    return Built(item, kept if item.on else (*kept, Question("date")))


def _item(
    told: Told,
    segment: Segment,
    spans: tuple[tuple[int, int], ...],
    when: EventTime,
    earlier: Sequence[Built],
) -> Built:
    before = earlier[-1] if earlier else None
    source = segment if (segment.kinds and not segment.again) or segment.like is None else segment.like
    clauses = segment.clauses
    opened = [] if source is not segment or told.plan or segment.planned else _opening(told, clauses)
    kinds = met_without_verb(source.kinds) if opened else source.kinds
    outcome = _told_outcome(segment, kinds)
    kinds = [*(kinds or ["visit"]), AGAIN] if segment.again else kinds
    mine = _taking(told, segment, spans, outcome)
    mine = with_same_adult(with_their(mine, segment, before), segment, before)
    taking = with_pronouns(told, mine, segment, before)
    taking = with_meant(told.view.agency, taking, segment.text, [(b.item, b.stances) for b in earlier])
    taking = asked_who(with_unknown(taking, told.view.agency, told.text, clauses), told, segment.text)
    outcome = _came_to(told, outcome, taking, kinds, segment)
    taking = with_missed(told.view.agency, taking, outcome, kinds, segment.text)
    met = not taking.people or any(m.kind is not Kind.CONTACT and s in MET for m, s in taking.stances)
    heard, around = in_court(kinds), _around(segment, source)
    scene = Scene(told.view.agency, told.on, around, taking.children, taking.people, heard, met, opened)
    place = place_of(scene)
    method = Method.IN_PERSON if opened else _held(told, segment, source, place, outcome)
    if method is not Method.IN_PERSON:
        place = None
    elif outcome is not Outcome.PLANNED:
        place = place or default_home(scene, taking, kinds)
    said = [cue.words for clause in source.clauses for cue in clause.cues if cue.kind == "visit"]
    taking = with_office_host(with_host(told.view.agency, taking, segment, place), segment.text, place)
    taking = without_bystanders(taking, clauses, method, outcome)
    taking = without_outsiders(told.view.agency, taking, clauses, kinds, (method, outcome, place))
    taking = without_other_cases(told.view.agency, taking, clauses, told.on)
    taking = with_child_on_line(taking, segment.text, wired=method in (Method.PHONE, Method.VIDEO))
    taking = with_siblings(also_seen(taking, told.view.agency), told.view.agency, segment.text, told.on)
    event = Event(told.view.agency, told.on, segment.text, kinds, taking, method, place, outcome, said)
    return _as_built(told, segment, spans, when, event)


def _around(segment: Segment, source: Segment) -> list[Clause]:
    """The clauses that tell where it was: its own, and where they do not, those of the event it repeats."""
    elsewhere = not segment.again and not segment.planned and says_where(segment.clauses)
    return [*without_intended(segment.clauses), *([] if source is segment or elsewhere else source.clauses)]


def _told_outcome(segment: Segment, kinds: Sequence[str]) -> Outcome:
    """What the segment's own words say became of the event."""
    if segment.again:
        outcome = Outcome.ATTEMPTED if missed_again(segment.text) else Outcome.COMPLETED
    else:
        outcome = Outcome.PLANNED if segment.planned else outcome_of(segment.clauses, kinds)
    off = segment.called_off and not held_after_all(segment.text)
    return Outcome.CANCELLED if off and outcome is Outcome.COMPLETED else outcome


def _opening(told: Told, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that tell a meeting without a verb, the organisations around its children known."""
    named = [one for c in clauses for m in c.names if m.kind is Kind.CHILD for one in m.ids]
    return opening(clauses, organisations(told.view.agency, named))


def _as_built(
    told: Told, segment: Segment, spans: tuple[tuple[int, int], ...], when: EventTime, event: Event
) -> Built:
    """The item that an event makes, with what must be asked and what was assumed."""
    taking = event.taking
    types = () if open_conference(event) else types_of(event)
    item = Item(
        types=types,
        children=taking.children,
        people=family_alone(event.agency, taking.people, types),
        starts_at=None if when.impossible else when.starts_at,
        on=when.on,
        minutes=when.minutes,
        method=event.method,
        outcome=event.outcome,
        seen_alone=_alone(segment, event),
        spans=spans,
        place=event.place,
        case_ids=taking.case_ids,
        part_of_day=when.part_of_day,
    )
    asked = asked_of(item, taking, when, open_type=not types)
    stranger = any(m.kind is Kind.CHILD and not m.ids for m, _ in taking.stances)
    return Built(item, asked, _marks(told, taking, when, item), stranger, taking.stances)


def _came_to(told: Told, outcome: Outcome, taking: Taking, kinds: Sequence[str], segment: Segment) -> Outcome:
    """An attempt that somebody came to after all was held; of a runaway who "didn't come back" none was."""
    if outcome is not Outcome.ATTEMPTED or turned_away(segment.text):
        return outcome
    spoke = (told.crisis and not kinds) or (_spoken_with(taking, kinds) and not NOBODY.search(segment.text))
    return Outcome.COMPLETED if spoke or _other_parent_came(taking, segment.text) else outcome


def _held(
    told: Told, segment: Segment, source: Segment, place: Place | None, outcome: Outcome
) -> Method | None:
    """How it was held; in an emergency told from afar, the place is only where that was."""
    if told.crisis and not source.kinds and not I_WAS_THERE.search(segment.text):
        return None
    method = method_of(without_intended(source.clauses), source.kinds, place, plan=segment.planned)
    if method is None and (outcome is Outcome.CANCELLED or turned_away(segment.text)):
        return Method.IN_PERSON
    return (
        Method.PHONE if method is None and outcome is Outcome.ATTEMPTED and rang_out(segment.text) else method
    )


def _other_parent_came(taking: Taking, text: str) -> bool:
    """“With his mother; the father did not come”: the visit was held with the one."""
    adults = [(m.ids, stance) for m, stance in taking.stances if m.kind is Kind.CONTACT]
    there = (Stance.SEEN, Stance.SPOKE, *((Stance.STATED, Stance.PRESENT) if CAME.search(text) else ()))
    missed = {ids for ids, stance in adults if stance is Stance.ABSENT}
    came = {ids for ids, stance in adults if stance in there and ids} - missed
    return bool(came and missed)


def _spoken_with(taking: Taking, kinds: Sequence[str]) -> bool:
    """Whether somebody on file was spoken with on a visit, though the child was not there."""
    wired = next((kind for kind in kinds if kind != "talk"), "") in (*BY_WIRE, "mail")
    spoke = any(m.kind is Kind.CONTACT and m.ids and stance is Stance.SPOKE for m, stance in taking.stances)
    return spoke and not wired


def _taking(told: Told, segment: Segment, spans: tuple[tuple[int, int], ...], outcome: Outcome) -> Taking:
    mine = _without_heading(told, within(told.mentions, spans), segment)
    if segment.like is not None and (segment.again or all(m.as_place for m in mine)):
        mine = [*_first_try(told, segment, segment.like), *mine]
    return participants(
        told.text,
        mine,
        told.view,
        on=told.on,
        outcome=outcome,
        context=told.mentions,
        voice=told.voice,
        spans=spans,
        scene=told.scene,
        told_of=only_told_of(segment.clauses, segment.kinds) if outcome is Outcome.COMPLETED else (),
    )


def _first_try(told: Told, segment: Segment, like: Segment) -> list[NameMention]:
    """Those named in the event before; of a first try only the children, and whose home it was."""
    named = within(told.mentions, spans_of(like))
    return [m for m in named if m.kind is not Kind.CONTACT or m.as_place] if segment.again else named


def _without_heading(told: Told, mine: list[NameMention], segment: Segment) -> list[NameMention]:
    """“My rounds of the Murphy children. … Aidan …”: the heading's family is not the event's."""
    named = [m for m in mine if m.kind is Kind.CHILD and not _owns(told, m)]
    listed = any(m.kind is Kind.FAMILY and m.plural and lists(told.text, m, named) for m in mine)
    if not (segment.headed or listed) or not named:
        return mine
    return [m for m in mine if m.kind is not Kind.FAMILY]


def _owns(told: Told, mention: NameMention) -> bool:
    """“Oscar's step-down to be revisited”, in the minutes of a review of the family."""
    end = mention.span.end
    return told.text[mention.span.start : end].endswith(("'s", "’s")) or told.text.startswith(
        ("'s", "’s"), end
    )


def _alone(segment: Segment, event: Event) -> tuple[str, ...]:
    """Whom the words say to have been seen alone: nobody on the phone, nobody left alone with another."""
    if event.method not in (Method.IN_PERSON, Method.VIDEO, None) or not ALONE.search(segment.text):
        return ()
    return seen_alone(segment.clauses, event.taking.children)


def _marks(told: Told, taking: Taking, when: EventTime, item: Item) -> tuple[Mark, ...]:
    """What was assumed; a year left out is worth a mark only where the date lies far away."""
    said, day = str(when.starts_at or when.on), ("date", "weekday", "year")
    far = when.on is not None and abs((told.on - when.on).days) > _FAR
    why = [w for w in dict.fromkeys(when.guessed) if w != "year" or far]
    place = (Mark("place", Place.FOSTER_HOME, "default"),) if _place_assumed(told, item) else ()
    return (*taking.marks, *(Mark("date" if w in day else "time", said, w) for w in why), *place)


def _place_assumed(told: Told, item: Item) -> bool:
    """A "home visit" to children whose placement is not on file: taken for the foster home."""
    homes = {told.view.agency.placement_type(child, told.on) for child in item.children}
    return item.place is Place.FOSTER_HOME and homes == {None}
