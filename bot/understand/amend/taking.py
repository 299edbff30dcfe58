"""Who took part, once a remark has said who was there, who was not, and who was meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.understand.agency import Agency
from bot.understand.amend.how import types_with
from bot.understand.amend.parts import Facts
from bot.understand.amend.said import Said
from bot.understand.amend.who import Cast, Part
from bot.understand.item_words import MET_BY_ITSELF
from bot.understand.parts import Kind, Mark, NameMention, Question
from storage.types import EventType, Outcome

_ALONE = re.compile(
    r"(?<!\w)(?:alone|privately|(?:one|1)[ -](?:on|to)[ -](?:one|1)(?![:/\d]| (?:aide|para|support|staff|"
    r"nurse|tutor|help))|(?<!on )1:1(?! (?:aide|para|support|staff|nurse|tutor|help|sitter|watch|obs\w*|"
    r"super\w*|coverage|monitor\w*))|uno a uno|in private|a solas|(?:vi|hable con \w+) sol[oa]s?|"
    rf"by (?:her|him)self|{MET_BY_ITSELF})(?!\w)"
)
_ONLY = re.compile(r"(?<!\w)(?:only|just|solo|solamente|nada mas|nomas|unicamente)(?!\w)")
_PRONOUN_ABSENT = re.compile(
    r"(?<!\w)(?:she|he|they) (?:wasn't|was not|wasnt|weren't|were not) (?:there|home|present|with us)(?!\w)"
)
_NOT_ALONE = re.compile(
    r"(?<!\w)(?:no|without|sin) (?:\w+ )?(?:(?:one|1)[ -](?:on|to)[ -](?:one|1)(?![:/\d])|1:1|uno a uno|"
    r"time alone|a solas)(?!\w)|"
    r"(?<!\w)(?:not|(?:was|were|is|are|did|could|have|had|would)n'?t|no (?:estaba|estuvo|estaban|la vi|lo vi|"
    r"los vi|fue)|never|nobody|no one|nadie)(?: \w+){0,3} "
    r"(?:alone|a solas|sol[oa]s?|(?:one|1)[ -](?:on|to)[ -](?:one|1)|1:1)(?!\w)"
)


# What is held for the child itself: a meeting or a hearing about a child is held without.
_CHILDS_OWN = frozenset(
    {
        EventType.CASEWORKER_CHILD,
        EventType.BIRTH_PARENT_CHILD,
        EventType.SIBLING_VISIT,
        EventType.THEME_OF_THE_MONTH,
        EventType.FOSTER_HOME_VISIT,
    }
)
_ALL_OF_THEM = re.compile(
    r"\W*(?:(?:it was|i saw|saw|with|w/?|add|there were|fue(?:ron)?|eran|vi a|con|para|for) )*"
    r"(?:(?P<two>both(?: of (?:them|the \w+))?|ambos|l[oa]s dos)|all(?: of them| the| three| four)?"
    r"|tod[oa]s(?: l[oa]s)?)"
    r"(?: (?:kids|children|boys|girls|siblings|brothers|sisters|ninos|ninas|hermanos))?"
    r"(?: (?:were|was|estaban))?(?: (?:there|home|present|seen|too|actually|tambien|ahi))*\W*"
)
"""“Both kids": all of the family in care, where that is two."""
_BUT_NOT = re.compile(r"(?<!\w)(?:not|except|excepto|menos|no)(?: (?:a|al|with|w|con))? $")
_NOT_SO = re.compile(r"\W{0,2}(?:no|not|wasn't|was not|tampoco)(?= *(?:$|[.,;!]))")


@dataclass(frozen=True, slots=True)
class Taken:
    """Facts with people taken in; what must be asked, what was assumed, whether something stays unclear."""

    facts: Facts
    asks: tuple[Question, ...] = ()
    marks: tuple[Mark, ...] = ()
    doubt: bool = False
    unclear: bool = False

    def with_(self, **values: Any) -> Taken:
        """A copy; marks are added, `doubt` asks for the time, and what was unclear stays so."""
        marks = (*self.marks, *values.pop("marks", ()))
        asks = self.asks + ((Question("time"),) if values.get("doubt") else ())
        unclear = bool(values.pop("unclear", False)) or self.unclear
        return replace(self, marks=marks, asks=asks, unclear=unclear, **values)


def take_cast(
    agency: Agency,
    facts: Facts,
    cast: Cast,
    said: Said,
    on: date,
    *,
    mentions: Sequence[NameMention],
    settled: tuple[str, ...],
) -> Taken:
    """Take in who is named. `settled`: slots that the same words have answered already."""
    taken = Taken(facts)
    if "child" not in settled:
        taken = _children(agency, taken, cast, said)
        taken = taken.with_(facts=_all_of_them(agency, taken.facts, said, on))
    if "person" not in settled:
        taken = _people(agency, taken, cast, said, on)
    taken = _open(agency, taken, cast, settled)
    if _PRONOUN_ABSENT.search(said.low) and not cast.anybody and "outcome" not in settled:
        taken = _somebody_absent(taken)
    return _alone(taken, mentions, said)


def _somebody_absent(taken: Taken) -> Taken:
    """“No she wasn't there”: of the one child met alone it is plain who; of several it is not."""
    facts = taken.facts
    if len(facts.children) == 1 and not facts.people:
        return taken.with_(facts=replace(facts, outcome=Outcome.ATTEMPTED, seen_alone=()))
    return taken.with_(unclear=True)


def _children(agency: Agency, taken: Taken, cast: Cast, said: Said) -> Taken:
    facts = taken.facts
    meant, wrong = cast.children(Part.MEANT), cast.children(Part.WRONG)
    came = cast.children(Part.PRESENT, Part.SPOKE)
    if not _CHILDS_OWN & set(facts.types):
        came += cast.children(Part.RAISED)  # whom a talk was about, too
    left = [c for c in facts.children if c not in wrong]
    if set(meant) <= set(facts.children) and not said.strong and not _ONLY.search(said.low):
        meant = ()
    if meant:
        kept = [c for c in left if agency.children[c].case_id == agency.children[meant[0]].case_id]
        children = tuple(dict.fromkeys((*kept, *meant))) if set(wrong) & set(facts.children) else meant
    else:
        children = tuple(left)
    own = [c for c in came if not facts.case_id or agency.children[c].case_id == facts.case_id]
    children = tuple(dict.fromkeys((*children, *own)))
    if len({agency.children[c].case_id for c in children}) > 1:
        return taken.with_(unclear=True)
    facts = replace(facts, children=children or facts.children)
    if meant and facts.case_id and agency.children[meant[0]].case_id != facts.case_id:
        facts = replace(facts, case_id=agency.children[meant[0]].case_id, people=())
    unclear = bool(wrong) and not children
    return _without_absent(taken.with_(facts=facts, unclear=unclear), cast)


def _all_of_them(agency: Agency, facts: Facts, said: Said, on: date) -> Facts:
    first = said.sentences[0]
    every = _ALL_OF_THEM.fullmatch(said.low, first.start)
    if every is None or facts.case_id is None or not facts.children:
        return facts
    family = agency.in_care(facts.case_id, on)
    fits = set(facts.children) < set(family) and (len(family) == 2 or not every["two"])
    return replace(facts, children=tuple(family)) if fits else facts


def _without_absent(taken: Taken, cast: Cast) -> Taken:
    """A child who was not there was not seen; where nobody is left to have been seen, it was an attempt."""
    facts = taken.facts
    absent = set(cast.children(Part.ABSENT)) & set(facts.children)
    if not absent:
        return taken
    left = tuple(c for c in facts.children if c not in absent)
    if left:
        return taken.with_(facts=replace(facts, children=left))
    types = tuple(t for t in facts.types if t is not EventType.CASEWORKER_CHILD)
    if types and (facts.people or not _CHILDS_OWN & set(facts.types)):
        return taken.with_(facts=replace(facts, types=types, seen_alone=()))
    return taken.with_(facts=replace(facts, outcome=Outcome.ATTEMPTED, seen_alone=()))


def _people(agency: Agency, taken: Taken, cast: Cast, said: Said, on: date) -> Taken:
    facts = taken.facts
    if other := _of_another_family(agency, facts, cast):
        return taken.with_(facts=_with(agency, facts, other, on))
    gone = {*cast.people(Part.WRONG), *cast.people(Part.ABSENT)}
    left = tuple(p for p in facts.people if p not in gone)
    meant, spoke = _of_case(agency, facts, cast, Part.MEANT), _of_case(agency, facts, cast, Part.SPOKE)
    unclear = False
    if meant and not gone & set(facts.people) and not set(meant) <= set(facts.people):
        # "It was the aunt": of one adult it is plain who was meant wrongly, of several it is not.
        unclear = len(facts.people) > 1
        left, meant = (facts.people, ()) if unclear else ((), meant)
    came = _of_case(agency, facts, cast, Part.PRESENT)
    people = tuple(dict.fromkeys((*left, *meant, *came, *spoke)))
    after = replace(facts, people=people)
    types = types_with(agency, facts, after, on, spoke=spoke) if said.sentences else facts.types
    return taken.with_(facts=replace(after, types=types), unclear=unclear)


def _of_another_family(agency: Agency, facts: Facts, cast: Cast) -> str | None:
    """“Not Tanya Nichols, Tanya Mason": whoever was met instead of all the adults of this note."""
    meant, wrong = cast.people(Part.MEANT), set(cast.people(Part.WRONG))
    if len(meant) != 1 or not facts.people or not set(facts.people) <= wrong or cast.children(Part.MEANT):
        return None
    return meant[0] if facts.case_id not in (None, agency.contacts[meant[0]].case_id) else None


def _with(agency: Agency, facts: Facts, person: str, on: date) -> Facts:
    """The event with that adult, about the children whom it can be about."""
    children, case_id = agency.children_meant(person, on), agency.contacts[person].case_id
    after = replace(facts, people=(person,), children=children, case_id=case_id)
    return replace(after, types=types_with(agency, facts, after, on, spoke=()), seen_alone=())


def _of_case(agency: Agency, facts: Facts, cast: Cast, part: Part) -> tuple[str, ...]:
    """Adults of the draft's own family only: no note names somebody of another case."""
    return tuple(
        p for p in cast.people(part) if not facts.case_id or agency.contacts[p].case_id == facts.case_id
    )


def _open(agency: Agency, taken: Taken, cast: Cast, settled: tuple[str, ...]) -> Taken:
    """A name that fits several is asked about on the card."""
    for part, mention in cast.open_:
        slot = "child" if mention.kind is Kind.CHILD else "person"
        if part in (Part.WRONG, Part.ABSENT, Part.TOPIC) or slot in settled:
            continue
        facts = taken.facts
        rows = agency.children if slot == "child" else agency.contacts
        ids = tuple(i for i in mention.ids if i in rows)
        if slot == "person" and facts.case_id:
            ids = tuple(i for i in ids if agency.contacts[i].case_id == facts.case_id)
        asked = [q for q in facts.asked if q.slot == slot]
        if any(q.candidates or slot == "person" for q in asked) or not ids:
            continue
        if slot == "child":
            if part is not Part.MEANT or set(ids) & set(facts.children):
                continue
            taken = taken.with_(facts=replace(facts, children=(), people=(), case_id=None))
        taken = replace(taken, asks=(*taken.asks, Question(slot, ids)))
    return taken


def speaks_of_alone(said: Said) -> bool:
    """Whether the words say that a child was, or was not, seen alone."""
    return (_NOT_ALONE.search(said.low) or _ALONE.search(said.low)) is not None


def _alone(taken: Taken, mentions: Sequence[NameMention], said: Said) -> Taken:
    facts = taken.facts
    if denied := _NOT_ALONE.search(said.low):
        return taken.with_(facts=replace(facts, seen_alone=_but(denied, mentions, facts)))
    if not _ALONE.search(said.low):
        return taken
    here = [m for m in mentions if len(m.ids) == 1 and m.ids[0] in facts.children]
    but = {m.ids[0] for m in here if _is_excepted(said.low, m)}
    named = [m.ids[0] for m in here if m.ids[0] not in but]
    seen = tuple(named) or tuple(c for c in facts.children if c not in but)
    return taken.with_(facts=replace(facts, seen_alone=tuple(dict.fromkeys((*facts.seen_alone, *seen)))))


def _but(denied: re.Match[str], mentions: Sequence[NameMention], facts: Facts) -> tuple[str, ...]:
    """“Maya wasn't alone": who was seen alone but for her; where nobody is named, nobody was."""
    named = {
        m.ids[0]
        for m in mentions
        if len(m.ids) == 1 and m.ids[0] in facts.children and m.span.start < denied.end()
    }
    return tuple(c for c in facts.seen_alone if named and c not in named)


def _is_excepted(low: str, mention: NameMention) -> bool:
    """“A Luz no", "but not Maya": who was not seen so."""
    before, after = low[: mention.span.start], low[mention.span.end :]
    return bool(_BUT_NOT.search(before) or _NOT_SO.match(after))
