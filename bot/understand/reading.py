"""`read`: a worker's words, the agency and the time of sending in; what the message means out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.asks import ORDER
from bot.understand.events.moments import Told
from bot.understand.events.rounds import with_both_heard
from bot.understand.events.segments import Segment, segments
from bot.understand.items import Built, built
from bot.understand.labels import within
from bot.understand.message import Message
from bot.understand.names.view import NO_NICKNAMES, Nicknames
from bot.understand.opinion import Advice, Advisor, marked, shipped
from bot.understand.parts import CARDS, Intent, Item, Kind, Question, Reading, Subject, Tense
from bot.understand.places.same_place import where_before
from bot.understand.wants.asked_about import FOR_A_COLLEAGUE, asked_about
from bot.understand.wants.asked_beside import asked_beside
from bot.understand.wants.called_off import calls_off_ahead
from bot.understand.wants.intents import Words, intent_of, tells_an_event
from bot.understand.wants.subject import subject_of
from bot.understand.wants.under_way import on_that_day
from bot.understand.when import period
from bot.understand.writing.text import decoded, folded
from bot.understand.writing.written import Written, written_out
from storage.types import EventType, Method

_PERIODS = frozenset(
    {Intent.LOOKUP_ONCALL, Intent.LIST_DUE, Intent.PLAN_LEAVE, Intent.FIND_NOTES, Intent.REPORT}
)
_WITH_ADULTS = frozenset(
    {
        EventType.BIRTH_PARENT_CASEWORKER,
        EventType.CASEWORKER_FOSTER_PARENT,
        EventType.CHILD_CARE_WORKER_CASEWORKER,
        EventType.COLLATERAL,
        EventType.DISCHARGE_RESOURCE,
        EventType.SCHOOL,
    }
)
_SUBJECTS = frozenset({Intent.LOOKUP, Intent.FIND_NOTES, Intent.REPORT})
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_SPANISH = re.compile(
    r"(?<!\w)(?:el|la|los|las|que|con|hoy|ayer|esta|visita|visite|llame|hable|cuando|quien|cual|necesito"
    r"|gracias|para|una|por|del|mi|tengo|su|como|puedes)(?!\w)"
)
LONGEST = 12_000


def read(
    agency: Agency,
    *,
    staff_id: str,
    text: str,
    sent_at: datetime,
    tz: ZoneInfo,
    voice: bool = False,
    advisor: Advisor | None = None,
    nicknames: Nicknames = NO_NICKNAMES,
    a_note: bool = False,
) -> Reading:
    """What a message means (READING.md). Pure; raises for no text.

    `text` may be as Slack sends it or plain, of which 12,000 characters are read. `sent_at` is aware; days
    are those of `tz`. All spans are offsets into `text`. What cannot be known is left empty and asked about.
    Rules decide; the `advisor` (the shipped one unless given) has a second opinion where they leave a gap.
    `nicknames`: what the sender calls those on her caseload (folded name to id), as good as their names.
    `a_note`: the words are those of a note already, so nobody is asked for an opinion on what they want.
    """
    written, message = _heard(agency, staff_id, text, sent_at, tz, voice=voice, nicknames=nicknames)
    words = message.words()
    intent = intent_of(words)
    if a_note:
        advice = Advice(intent if intent in CARDS else Intent.LOG_CONTACT)
    else:
        advice = (advisor or shipped()).advise(words, intent)
    return written.as_typed(_read(message, advice, nicknames))


@dataclass(frozen=True, slots=True)
class FirstReading:
    """What a card is drawn from: a reading that nobody has listened to for danger beyond the rules.

    `words` and the rules' own intent are what `Advisor.alarmed` listens to afterwards.
    """

    reading: Reading
    words: Words
    by_rules: Intent


def read_first(
    agency: Agency,
    *,
    staff_id: str,
    text: str,
    sent_at: datetime,
    tz: ZoneInfo,
    advisor: Advisor,
    voice: bool = False,
    nicknames: Nicknames = NO_NICKNAMES,
) -> FirstReading:
    """As `read`, without the model's ear for danger, which takes longer than a card should wait."""
    written, message = _heard(agency, staff_id, text, sent_at, tz, voice=voice, nicknames=nicknames)
    words = message.words()
    by_rules = intent_of(words)
    reading = _read(message, advisor.intend(words, by_rules), nicknames)
    return FirstReading(written.as_typed(reading), words, by_rules)


def _heard(
    agency: Agency,
    staff_id: str,
    text: str,
    sent_at: datetime,
    tz: ZoneInfo,
    *,
    voice: bool,
    nicknames: Nicknames,
) -> tuple[Written, Message]:
    """The words as they are read: what is told, where the questions beside it take no part in that."""
    local = sent_at.astimezone(tz)

    def heard(typed: str) -> tuple[Written, Message]:
        written = written_out(decoded(typed))
        message = Message.of(agency, staff_id, written.text, local, tz, voice=voice, nicknames=nicknames)
        return written, message

    whole = text[:LONGEST]
    for loosely in (False, True):
        if beside := asked_beside(whole, loosely=loosely):
            told = heard(beside.told)
            if tells_an_event(told[1].words()):
                return told
    return heard(whole)


def _read(message: Message, advice: Advice, nicknames: Nicknames) -> Reading:
    reading = _card(message, advice.intent) if advice.intent in CARDS else _answer(message, advice.intent)
    reading = _without_sure(marked(reading, advice), message, nicknames)
    return replace(
        reading,
        said_as_crisis=message.alarm.said,
        language="es" if len(_SPANISH.findall(message.plain.text)) >= 2 else "en",
        covering_for=_covering(message),
    )


def _without_sure(reading: Reading, message: Message, nicknames: Nicknames) -> Reading:
    """A nickname that she confirmed is no assumption."""
    if not nicknames:
        return reading
    sure = {
        m
        for m in reading.marks
        if m.why == "nickname" and m.span and folded(message.text[m.span.start : m.span.end]) in nicknames
    }
    return replace(reading, marks=tuple(m for m in reading.marks if m not in sure)) if sure else reading


def _card(message: Message, intent: Intent) -> Reading:
    """A message that becomes a note or a plan: its events, each with what must be asked."""
    plan = intent is Intent.PLAN_VISIT
    off = not plan and calls_off_ahead(message.plain.text)
    times = message.times(Tense.FUTURE if plan or off else Tense.PAST)
    told = Told(
        message.text,
        message.view,
        message.on,
        message.sent_at,
        message.mentions,
        times,
        plan,
        message.voice,
        crisis=intent is Intent.LOG_CRISIS,
    )
    parts = segments(message.clauses(times, plan=plan), sent_at=message.sent_at, plan=plan)
    if off and parts:
        parts[0].called_off = True
    made: list[tuple[Segment, Built]] = []
    for part in parts:
        made += [(part, one) for one in built(told, part, made)]
    events = _shared(where_before([one for _, one in made], told), told)
    if plan:
        events = on_that_day(events, message)
    items = with_both_heard([one.item for one in events], told.view.agency, message.plain.text, told.on)
    questions = tuple(replace(q, item=n) for n, one in enumerate(events) for q in one.questions)
    slots = {q.slot for q in questions}
    return Reading(
        intent,
        contacts=tuple(items),
        ask=tuple(slot for slot in ORDER if slot in slots),
        questions=questions,
        marks=tuple(dict.fromkeys(mark for one in events for mark in one.marks)),
    )


def _shared(events: Sequence[Built], told: Told) -> list[Built]:
    """What one event leaves open about its children, the events beside it say.

    An event that names no child is about the children of the others, if those are of one case; one that names
    only an adult is about those children of that case whom the message speaks of.
    """
    known = [one.item for one in events if one.item.children]
    if not known or len({case for item in known for case in item.case_ids}) > 1:
        return list(events)
    spoken_of = _spoken_of(told)
    return [_narrowed(_with_children(one, known[0]), told, spoken_of) for one in events]


def _spoken_of(told: Told) -> frozenset[str]:
    return frozenset(
        one for m in told.mentions if m.kind is Kind.CHILD and (len(m.ids) == 1 or m.plural) for one in m.ids
    )


def _with_children(one: Built, like: Item) -> Built:
    asked = any(q.slot == "child" and not q.candidates for q in one.questions)
    if one.item.children or one.stranger or not asked:
        return one
    item = replace(one.item, children=like.children, case_ids=like.case_ids)
    return replace(one, item=item, questions=tuple(q for q in one.questions if q.slot != "child"))


def _narrowed(one: Built, told: Told, spoken_of: frozenset[str]) -> Built:
    """A call with the mother in a message about one of her children is about that child."""
    here = within(told.mentions, one.item.spans)
    whole = {case for m in told.mentions if m.kind is Kind.FAMILY and m.plural for case in m.case_ids}
    if whole & set(one.item.case_ids):
        return one
    if one.item.method is Method.IN_PERSON or not set(one.item.types) <= _WITH_ADULTS:
        return one
    if any(m.kind in (Kind.CHILD, Kind.FAMILY) for m in here) or not spoken_of & set(one.item.children):
        return one
    children = tuple(child for child in one.item.children if child in spoken_of)
    return replace(one, item=replace(one.item, children=children))


def _answer(message: Message, intent: Intent) -> Reading:
    """A message that asks for something: its subject, its period."""
    subject: Subject | None = None
    questions: tuple[Question, ...] = ()
    if intent in _SUBJECTS:
        meant = asked_about(message.mentions, message.plain)
        subject, questions = subject_of(
            intent, message.plain.text, meant, message.agency, message.on, asker=message.staff_id
        )
    span = None
    if intent in _PERIODS:
        span = period(
            _asked(message.text), sent_at=message.sent_at, tz=message.tz, intent=intent, mask=message.masked()
        )
    return Reading(
        intent,
        ask=tuple(dict.fromkeys(q.slot for q in questions)),
        subject=subject,
        period=span,
        questions=questions,
    )


def _asked(text: str) -> str:
    """The sentence that asks, where only one does ("Back today. Do I have anything due?")."""
    asked = [part for part in _SENTENCE.split(text) if part.rstrip().endswith("?")]
    if len(asked) != 1:
        return text
    return " " * text.index(asked[0]) + asked[0]


def _covering(message: Message) -> str | None:
    """The colleague whom the sender says to stand in for."""
    for mention in message.mentions:
        if mention.kind is Kind.STAFF and len(mention.ids) == 1:
            before = message.plain.text[: message.plain.from_raw(mention.span.start)]
            if FOR_A_COLLEAGUE.search(before[-24:]) and len(before) < 80:
                return mention.ids[0]
    return None
