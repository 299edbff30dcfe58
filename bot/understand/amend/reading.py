"""`amend`: a draft's facts and what somebody says about it in; the facts with the words taken in out."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.amend import answers, how
from bot.understand.amend.parts import Amendment, Facts, Wish
from bot.understand.amend.remark import Remark, Sender, heard
from bot.understand.amend.said import Said
from bot.understand.amend.taking import Taken, take_cast
from bot.understand.amend.when import moved
from bot.understand.amend.who import Cast, Part
from bot.understand.amend.words import words
from bot.understand.intents import LOOKUPS
from bot.understand.lexicon import pattern
from bot.understand.message import Message
from bot.understand.parts import Question, Tense, TimeMention
from bot.understand.text import decoded
from storage.types import EventType, Method, Outcome

_VISITED = re.compile(r"(?<!\w)(?:visited|saw|went (?:there|to)|(?:la|lo|los|las) (?:vi|visite))(?!\w)")
_NO_THANKS = re.compile(r"[a-z0-9]")
_WANTED = (*LOOKUPS, "on_call", "report", "due", "notes_noun", "notes_verb", "calendar")
LONGEST = 4_000
_WISHED = 9
"""A wish about the whole note is short; in a longer text the words tell something."""
_ANSWER = 8
"""Words of an answer that says nothing beside it."""
_FEW = 6


_FIELDS = MappingProxyType(
    {
        "child": {"children", "people", "types", "place", "seen_alone", "case_id"},
        "person": {"people", "types", "children"},
        "type": {"types"},
        "date": {"on", "starts_at", "part_of_day", "minutes"},
        "time": {"on", "starts_at", "part_of_day", "minutes", "time_unknown"},
        "outcome": {"outcome"},
        "method": {"method", "types", "place"},
    }
)
"""Which fields the answer to a question may change."""


def amend(
    agency: Agency,
    facts: Facts,
    text: str,
    *,
    staff_id: str,
    sent_at: datetime,
    tz: ZoneInfo,
    voice: bool = False,
    close: bool = False,
) -> Amendment:
    """What `text`, said at `sent_at` about a draft with these facts, makes of it. Pure; raises for no text.

    An open question that the words answer is answered; what they put right is changed; nothing is guessed:
    what fits several people is asked (`asks`), what cannot be told is `unclear`. `close`: it was said in the
    thread of the draft's card, so that it is surely about it.
    """
    said = Said.of(decoded(text[:LONGEST]))
    wish = _wish(said)
    if wish is not None:
        return Amendment(facts, wish=wish, pointed=True, strong=True)
    sender = Sender(staff_id, sent_at.astimezone(tz), tz, voice)
    remark = heard(agency, facts, said, sender, close=close)
    answered, after, families = _answered(remark)
    return _weighed(remark, answered, _corrected(remark, after, answered), two_families=families)


def may_concern(text: str, *, tells_of_somebody: bool = False) -> bool:
    """Whether a message can be about an earlier card at all: by its first words, or because it is short.

    `tells_of_somebody`: by itself it tells what happened and with whom; then its first words must point back.
    """
    said = Said.of(decoded(text[:LONGEST]))
    first = said.sentences[0]
    if said.strong or first.adds or first.states or _wish(said) is not None:
        return True
    short = said.count <= _ANSWER or answers.begins_with_answer(said)
    return short and (first.fragment or not tells_of_somebody)


def _wish(said: Said) -> Wish | None:
    if said.count > _WISHED:
        return None
    low = said.low.strip(" .,!?")
    for wish in Wish:
        found = words(f"wish.{wish.value}")
        whole = wish in (Wish.DISCARD, Wish.SUBMIT)
        if found.fullmatch(low) if whole else found.search(low):
            return wish
    return None


def _answered(remark: Remark) -> tuple[tuple[str, ...], Facts, bool]:
    """The slots of open questions that the words answer, the facts with the answers, a clash of families."""
    done, after, families = [], remark.facts, False
    for question in remark.facts.asked:
        before, slot = after, question.slot
        if slot == "child":
            after, clash = _child_answered(remark, question, after)
            families = families or clash
        elif slot == "person":
            one = answers.person_meant(remark.cast, remark.mentions, question.candidates)
            after = replace(after, people=tuple(dict.fromkeys((*after.people, one)))) if one else after
        elif slot in ("date", "time"):
            after = _time_answered(remark, slot, after)
        else:
            after = _kind_answered(remark, slot, after)
        if after is not before or (slot == "words" and _keeps_words(remark.said)):
            done.append(slot)
    return tuple(done), after, families


def _child_answered(remark: Remark, question: Question, facts: Facts) -> tuple[Facts, bool]:
    """The facts with the child, and whether children of several families were picked: one note holds one."""
    agency, on = remark.agency, remark.on
    found = answers.child_meant(
        agency, remark.said, remark.cast, question.candidates, mentions=remark.mentions, on=on
    )
    cases = {agency.children[c].case_id for c in found}
    if len(cases) != 1:
        return facts, len(cases) > 1
    return replace(facts, children=found, case_id=cases.pop()), False


def _keeps_words(said: Said) -> bool:
    return answers.says_yes(said) and said.count <= _FEW


def _time_answered(remark: Remark, slot: str, facts: Facts) -> Facts:
    said = remark.said
    if slot == "time" and said.says("answer.unknown"):
        return replace(facts, time_unknown=True, starts_at=None, part_of_day=None)
    if slot == "time" and said.low.strip(" .").isdecimal() and facts.children != remark.facts.children:
        return facts  # "12" was the child's age
    times = remark.times(anywhere=said.count <= _FEW)
    if slot == "time" and not any(t.starts_at or t.part_of_day for t in times):
        times = _bare_hour(remark)
    found = moved(facts, times, remark.sent_at, remark.tz).facts
    known = found.on is not None if slot == "date" else bool(found.starts_at or found.part_of_day)
    return found if known and found != facts else facts


def _bare_hour(remark: Remark) -> list[TimeMention]:
    worded = answers.bare_hour(remark.said.new.strip())
    if worded is None:
        return []
    message = remark.message
    return Message.of(message.agency, message.staff_id, worded, remark.sent_at, remark.tz, voice=False).times(
        Tense.PAST
    )


def _kind_answered(remark: Remark, slot: str, facts: Facts) -> Facts:
    said, short = remark.said, remark.said.count <= _FEW
    if slot == "type":
        named = how.types_named(said) if short or said.strong else ()
        return replace(facts, types=named) if named else facts
    if slot == "method":
        method = how.method_said(said, whole=short)
        if method is None and short and _VISITED.search(said.low):
            method = Method.IN_PERSON
        return how.held_so(facts, method, facts.place) if method else facts
    if slot == "outcome":
        outcome = how.outcome_said(said, whole=short)
        if outcome is None and short and answers.says_yes(said):
            outcome = Outcome.COMPLETED
        return replace(facts, outcome=outcome) if outcome else facts
    return facts


def _corrected(remark: Remark, after: Facts, answered: tuple[str, ...]) -> Taken:
    """The facts with all that is put right beside the answers."""
    said, cast = remark.said, remark.cast
    taken = take_cast(remark.agency, after, cast, said, remark.on, mentions=remark.mentions, settled=answered)
    if not {"date", "time"} & set(answered):
        taken = _moved(remark, taken)
    facts = taken.facts
    clauses = how.told_clauses(said, remark.message)
    formal = how.formal_type(clauses)
    if formal is not None and "type" not in answered:
        facts = replace(facts, types=(formal,))
    method = how.method_said(said) if "method" not in answered else None
    place = how.place_said(remark.agency, clauses, facts, facts.on or remark.on)
    facts = how.held_so(facts, method, None if method not in (None, Method.IN_PERSON) else place)
    if "outcome" not in answered and not cast.anybody and not taken.unclear:
        outcome = how.outcome_said(said, whole=remark.close and said.count <= _ANSWER)
        facts = replace(facts, outcome=outcome) if outcome else facts
    return taken.with_(facts=_settled(facts))


def _moved(remark: Remark, taken: Taken) -> Taken:
    times = [t for t in remark.times(anywhere=False) if t.role != "reported"]
    if not times:
        return taken
    new = moved(taken.facts, times, remark.sent_at, remark.tz)
    return taken.with_(facts=new.facts, marks=new.marks, doubt=new.doubt, unclear=new.future)


def _settled(facts: Facts) -> Facts:
    alone = tuple(c for c in facts.seen_alone if c in facts.children)
    types = tuple(dict.fromkeys(facts.types))
    if EventType.FOSTER_HOME_VISIT in types and facts.method not in (None, Method.IN_PERSON):
        types = tuple(t for t in types if t is not EventType.FOSTER_HOME_VISIT)
    return replace(facts, seen_alone=alone, types=types)


def _weighed(remark: Remark, answered: tuple[str, ...], taken: Taken, *, two_families: bool) -> Amendment:
    """Whether the words are about this draft, and what they leave open."""
    said, before, after = remark.said, remark.facts, taken.facts
    changed = tuple(f.name for f in fields(Facts) if getattr(before, f.name) != getattr(after, f.name))
    does = bool(changed or answered or taken.asks)
    beside = set(changed) - {name for slot in answered for name in _FIELDS.get(slot, set())}
    first = said.sentences[0]
    short = said.count <= _ANSWER and (bool(answered) or _tells_presence(remark.cast))
    picks = bool(answered) and answers.begins_with_answer(said)
    return Amendment(
        after,
        answered=answered,
        asks=taken.asks,
        marks=taken.marks,
        strong=said.strong,
        states=first.states,
        adds=first.adds,
        fragment=all(s.fragment for s in said.sentences),
        pointed=said.strong or first.adds or two_families or (does and (first.about or short or picks)),
        kept=not answered or said.count > _ANSWER or bool(beside),
        evidence=_evidence(remark),
        unclear=taken.unclear or (said.strong and not does and not first.adds),
        two_families=two_families,
        chatter=not does and not _NO_THANKS.search(pattern("telling", "thanks").sub(" ", said.low)),
        wants=any(pattern("asking", key).search(said.low) for key in _WANTED),
        changed=changed,
    )


def _tells_presence(cast: Cast) -> bool:
    parts = (Part.ABSENT, Part.PRESENT)
    return bool(cast.children(*parts) or cast.people(*parts))


def _evidence(remark: Remark) -> int:
    """For this draft: somebody wrong, absent or named stands on it. Against it: they are of another case."""
    agency, facts, cast = remark.agency, remark.facts, remark.cast
    here = {*facts.children, *facts.people}
    named = {*cast.children(*Part), *cast.people(*Part)}
    wrong = {*cast.children(Part.WRONG, Part.ABSENT), *cast.people(Part.WRONG, Part.ABSENT)}
    rows = [agency.children.get(i) or agency.contacts[i] for i in named]
    score = 2 * len(wrong & here) + len(named & here) - 2 * len(wrong - here)
    if facts.case_id and rows:
        score += 1 if any(row.case_id == facts.case_id for row in rows) else -1
    return score
