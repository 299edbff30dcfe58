"""`amend`: a draft's facts and what somebody says about it in; the facts with the words taken in out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.amend import answers, how
from bot.understand.amend.at_home import was_there_too
from bot.understand.amend.child import child_answered, one_of_family
from bot.understand.amend.evidence import evidence_of
from bot.understand.amend.glance import ANSWER, doubts, said_of, wants_fact, wish_of
from bot.understand.amend.hour_told import bare_hour, hour_put_right
from bot.understand.amend.namesakes import the_other
from bot.understand.amend.outcomes import outcome_so, tells_what_came, what_came
from bot.understand.amend.parts import Amendment, Facts
from bot.understand.amend.remark import Remark, Sender, heard
from bot.understand.amend.said import Said
from bot.understand.amend.taking import Taken, speaks_of_alone, take_cast
from bot.understand.amend.topic import Match, matches, wish_for
from bot.understand.amend.until import minutes_until
from bot.understand.amend.when import moved
from bot.understand.amend.who import Cast, Part
from bot.understand.amend.whose import hour_alone, of_the_event
from bot.understand.parts import Question
from bot.understand.patterns.lexicon import pattern
from storage.types import EventType, Method, Outcome

_VISITED = re.compile(r"(?<!\w)(?:visited|saw|went (?:there|to)|(?:la|lo|los|las) (?:vi|visite))(?!\w)")
_NO_THANKS = re.compile(r"[a-z0-9]")
_FEW = 6
_NAMES_IT = 3


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
    whole = amend_each(
        agency, [facts], text, staff_id=staff_id, sent_at=sent_at, tz=tz, voice=voice, close=close
    )
    return whole[0]


def amend_each(
    agency: Agency,
    drafts: Sequence[Facts],
    text: str,
    *,
    staff_id: str,
    sent_at: datetime,
    tz: ZoneInfo,
    voice: bool = False,
    close: bool = False,
) -> list[Amendment]:
    """`amend` for each of several drafts; what the words say by themselves is looked for once."""
    said = said_of(text)
    topic, wish = wish_for(said, wish_of(said))
    known = matches(agency, drafts, topic, staff_id) if topic else [Match.UNKNOWN] * len(drafts)
    if topic and wish is None and hour_alone(said):
        # With no word that something was wrong it is about the very one that is named, or about none.
        known = [m if m is Match.NAMED else Match.ANOTHER for m in known]
    if wish is not None and (any(known) or wish_of(said)):
        found = [Amendment(facts, wish=wish, pointed=True, strong=True) for facts in drafts]
    else:
        sender = Sender(staff_id, sent_at.astimezone(tz), tz, voice)
        found = [_amended(heard(agency, facts, said, sender, close=close), sender) for facts in drafts]
    return [_pointing(amendment, match) for amendment, match in zip(found, known, strict=True)]


def _pointing(amendment: Amendment, match: Match) -> Amendment:
    """The same with how the draft stands to the note that the words name."""
    score = amendment.evidence + _NAMES_IT * max(match, Match.UNKNOWN)
    return replace(amendment, evidence=score, another=match is Match.ANOTHER)


def _amended(remark: Remark, sender: Sender) -> Amendment:
    if doubts(remark.said):
        doubt = Amendment(remark.facts, strong=True, led=True, pointed=True, unclear=True)
        return replace(doubt, **asdict(evidence_of(remark)))
    answered, after, families = _answered(remark)
    taken = _corrected(remark, after, answered)
    if "child" not in answered and (which := one_of_family(remark)):
        facts = replace(taken.facts, children=remark.facts.children, case_id=remark.facts.case_id)
        taken = replace(taken, facts=facts, asks=(*taken.asks, Question("child", which)))
    if remark.facts.case_id is not None and taken.facts.case_id != remark.facts.case_id:
        taken = taken.with_(facts=_with_their_own(remark, taken.facts, sender))
    if "child" not in answered and (other := the_other(remark, sender)):
        taken = replace(taken, facts=other.facts, asks=(*taken.asks, *other.asks))
        told = _weighed(remark, answered, taken, two_families=families)
        return replace(told, strong=True, pointed=True, unclear=False, evidence=max(told.evidence, 1))
    if host := was_there_too(remark, sender):
        told = _weighed(remark, answered, replace(taken, facts=host), two_families=families)
        return replace(told, presence=True, pointed=True)
    return _weighed(remark, answered, taken, two_families=families)


def _with_their_own(remark: Remark, facts: Facts, sender: Sender) -> Facts:
    """“It was Ana and her mother", of another family's note: the mother is Ana's."""
    if facts.case_id is None or facts.people:
        return facts
    anew = heard(remark.agency, replace(facts, asked=()), remark.said, sender, close=remark.close)
    meant = anew.cast.people(Part.MEANT, Part.PRESENT, Part.SPOKE)
    theirs = (p for p in meant if remark.agency.contacts[p].case_id == facts.case_id)
    return replace(facts, people=tuple(dict.fromkeys(theirs)))


def _answered(remark: Remark) -> tuple[tuple[str, ...], Facts, bool]:
    """The slots of open questions that the words answer, the facts with the answers, a clash of families."""
    done, after, families = [], remark.facts, False
    for question in remark.facts.asked:
        before, slot = after, question.slot
        if slot == "child":
            after, clash = child_answered(remark, question, after)
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
        times = bare_hour(remark, of_the_event(remark.said))
    found = moved(facts, times, remark.sent_at, remark.tz).facts
    known = found.on is not None if slot == "date" else bool(found.starts_at or found.part_of_day)
    return found if known and found != facts else facts


def _kind_answered(remark: Remark, slot: str, facts: Facts) -> Facts:
    said, short = remark.said, remark.said.count <= _FEW
    if slot == "type":
        named = how.types_named(said) if short or said.strong else ()
        return replace(facts, types=named) if named else facts
    if slot == "method":
        method = how.method_said(said, whole=short or answers.begins_with_way(said))
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
    told = "method" in answered or tells_what_came(remark)  # "left a message": no text was sent
    method = None if told else how.method_said(said)
    place = how.place_said(remark.agency, clauses, facts, facts.on or remark.on)
    way = facts.method if "method" in answered else method  # "by phone, from the office" has no place
    facts = how.held_so(facts, method, None if way not in (None, Method.IN_PERSON) else place)
    if "outcome" not in answered:
        facts = outcome_so(remark, after, facts, sure=not cast.anybody and not taken.unclear)
    return taken.with_(facts=_settled(facts))


def _moved(remark: Remark, taken: Taken) -> Taken:
    ended = minutes_until(remark.said.low, taken.facts, remark.sent_at)
    if ended is not None:
        return taken.with_(facts=replace(taken.facts, minutes=ended))
    times = [t for t in remark.times(anywhere=False) if t.role != "reported"]
    dated = taken.facts.starts_at or taken.facts.part_of_day
    if dated and not any(t.starts_at or t.on or t.part_of_day or t.impossible for t in times):
        times = [*hour_put_right(remark), *times]  # also of "sorry 5, 30 min"
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
    does = bool(changed or answered or taken.asks) or _says_of_it(remark)
    beside = set(changed) - {name for slot in answered for name in _FIELDS.get(slot, set())}
    first = said.sentences[0]
    asks_which = any(q.slot == "child" for q in taken.asks)
    short = said.count <= ANSWER and (bool(answered) or asks_which or _tells_presence(remark.cast))
    picks = bool(answered) and answers.begins_with_answer(said)
    picks = picks or ("method" in answered and answers.begins_with_way(said))
    alone = changed == ("seen_alone",) and said.count <= ANSWER
    raised = "children" in changed and bool(remark.cast.children(Part.RAISED))
    return Amendment(
        after,
        answered=answered,
        asks=taken.asks,
        marks=taken.marks,
        strong=said.strong,
        led=said.led,
        states=first.states,
        adds=first.adds,
        fragment=all(s.fragment for s in said.sentences),
        pointed=said.strong
        or first.adds
        or two_families
        or (does and (first.about or short or picks or alone or raised)),
        kept=not answered or said.count > ANSWER or bool(beside),
        **asdict(evidence_of(remark)),
        unclear=taken.unclear or (said.strong and not does and not first.adds),
        two_families=two_families,
        chatter=not does and not _NO_THANKS.search(pattern("telling", "thanks").sub(" ", said.low)),
        wants=wants_fact(said),
        presence=_tells_presence(remark.cast),
        changed=changed,
    )


def _tells_presence(cast: Cast) -> bool:
    parts = (Part.ABSENT, Part.PRESENT, Part.RAISED)
    return bool(cast.children(*parts) or cast.people(*parts))


def _says_of_it(remark: Remark) -> bool:
    """What changes nothing and is about it: "Jalen no participó" of a meeting about him, "no one to one"."""
    if remark.said.count <= ANSWER and remark.facts.children and speaks_of_alone(remark.said):
        return True
    if what_came(remark, remark.facts):
        return True
    agency, absent = remark.agency, [*remark.cast.children(Part.ABSENT), *remark.cast.people(Part.ABSENT)]
    # Also who is not on it: "Nia was there too. No wait, she wasn't" changes nothing, and is plain.
    return any((agency.children.get(i) or agency.contacts[i]).case_id == remark.facts.case_id for i in absent)
