"""What in a remark speaks for one draft, and what against it: names, the kind of contact, days, pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.understand.agency import Agency
from bot.understand.amend.parts import Facts
from bot.understand.amend.remark import Remark
from bot.understand.amend.said import Said
from bot.understand.amend.who import Part
from bot.understand.amend.whose import whose_hour
from bot.understand.amend.words import words
from bot.understand.names.genders import sex_of_child, sex_of_contact
from bot.understand.parts import How, Kind
from bot.understand.writing.text import folded
from storage.types import EventType, Method, Place

_OF = r"(?: (?:with|of|for|to|about|from|at|on|de|del|con|a|en|sobre|para) (?P<of>[^.,;!?]{1,40}?))?"
_IS = r" (?:was|were|is|wasn't|lasted|took|ran|started|ended|happened|should|fue|era|duro|empezo)(?!\w)"
_NOUNS = (
    (r"(?:phone )?call|llamada", "call"),
    (r"(?:home )?visit|visita", "visit"),
    (r"text(?: message)?|mensaje", "text"),
    (r"e-?mail|correo", "email"),
    (r"letter|carta", "mail"),
    (r"hearing|court date|audiencia|corte", "court"),
    (r"school (?:meeting|visit|contact|conference)|reunion (?:en|de) la escuela", "school"),
    (r"meeting|reunion|conference|conferencia|session|cita", "meeting"),
    (r"one(?= (?:with|of|for|about|at|from))|(?<=lo|la|el)(?= del? )", "one"),
)
_SUBJECTS = tuple(
    (
        re.compile(
            rf"(?<!\w)(?:the|that|this|my|la|el|esa|lo|mi) ?(?:{nouns}){_OF}{_IS}"
            rf"|^\W*(?:for|on|about|re|para|en|sobre|de) (?:the|that|my|la|el|esa) (?:{nouns})"
            rf"{_OF.replace('<of>', '<at>')} ?[,:-]"
        ),
        kind,
    )
    for nouns, kind in _NOUNS
)
"""“The call was about Winnie": which of the drafts is meant, and no word of how it was held."""
_WAYS = {
    "call": {Method.PHONE, Method.VIDEO},
    "visit": {Method.IN_PERSON, Method.VIDEO},
    "text": {Method.TEXT},
    "email": {Method.EMAIL},
    "mail": {Method.MAIL},
}
_WRITTEN = frozenset({Method.TEXT, Method.EMAIL, Method.MAIL})
_TITLES = frozenset(
    {"ms", "mr", "mrs", "miss", "dr", "the", "sra", "sr", "senora", "senor", "dona", "don", "la", "el"}
)
_NAMED = frozenset({How.EXACT, How.ALIAS, How.MENTION, How.FAMILY})
_SAID_AS = (Method.PHONE, Method.VIDEO, Method.TEXT, Method.EMAIL, Method.MAIL, Method.IN_PERSON)
_DID_NOT = re.compile(
    r"(?<!\w)(?:did(?:n't|nt| not)|never|was(?:n't|nt| not) (?:an? )?|not (?:an? |by |in )?|"
    r"no (?:fue |era )?(?:(?:por|una?|en) )?(?:me |le |lo |la )?)((?: ?[\w-]+){1,2})"
)
_HOUR = re.compile(r"(?<![\d:/])(\d{1,2})(?::?([0-5]\d))?(?![\d/:])")
_HE = re.compile(r"(?<!\w)(?:he|him|his|himself|el solo|l[oe] vi solo)(?!\w)")
_SHE = re.compile(r"(?<!\w)(?:she|her|hers|herself|ella|la vi sola)(?!\w)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Fields as in `Amendment`; `evidence` is of names alone, `leans` of all else."""

    evidence: int
    leans: int
    subject: bool
    denies: bool
    strays: bool


def evidence_of(remark: Remark) -> Evidence:
    """For this draft: somebody wrong, absent or named stands on it. Against it: they are of another case."""
    agency, facts, cast = remark.agency, remark.facts, remark.cast
    here = {*facts.children, *facts.people}
    kinds = {kind: match for each, kind in _SUBJECTS if (match := each.search(remark.said.low))}
    theirs = _named_in(remark, kinds.values())
    named = {*cast.children(*Part), *cast.people(*Part), *theirs}
    wrong = {*cast.children(Part.WRONG, Part.ABSENT), *cast.people(Part.WRONG, Part.ABSENT)}
    rows = [agency.children.get(i) or agency.contacts[i] for i in named]
    score = 2 * len(wrong & here) + len(named & here) - 2 * len(wrong - here)
    if facts.case_id and rows:
        score += 1 if any(row.case_id == facts.case_id for row in rows) else -1
    elif facts.case_id and _names_others_alone(remark, facts.case_id):
        score -= 1
    said_wrong = bool({*cast.children(Part.WRONG), *cast.people(Part.WRONG)} & here)
    day = facts.on is not None and facts.on in remark.wrong_days
    way = facts.method is not None and facts.method in _ways_denied(remark.said)
    hour = _hour_was_wrong(remark)
    leans = _leans(remark, kinds, met=bool(theirs & here)) + 2 * (day + way + hour)
    return Evidence(score, leans, bool(kinds), said_wrong or day or way or hour, _strays(remark))


def _ways_denied(said: Said) -> set[Method]:
    """The ways of contact that are said not to have been: "she called, she didn't text"."""
    stretches = [match[1] for match in _DID_NOT.finditer(said.low)] + [said.low[a:b] for a, b in said.olds]
    return {m for m in _SAID_AS for each in stretches if words(f"method.{m.value}").search(each)}


def _hour_was_wrong(remark: Remark) -> bool:
    """“Owen was 445, not 415", of the draft that stands at 4:15; a bare "not 2" may be a count."""
    at = remark.facts.starts_at
    if at is None or not remark.said.olds:
        return False
    there = at.astimezone(remark.tz)
    sure = whose_hour(remark.said) is not None
    return any(
        (int(match[1]) % 12, int(match[2] or 0)) == (there.hour % 12, there.minute)
        for match in _HOUR.finditer(remark.said.wrong)
        if sure or match[2]
    )


def _names_others_alone(remark: Remark, case_id: str) -> bool:
    """“Tang ct rpt filed today", of the Nichols' hearing: only another family is named."""
    if remark.said.sentences[0].adds:
        return False
    agency = remark.agency
    firm = [m for m in remark.mentions if m.how in _NAMED and not m.as_place and m.kind is not Kind.STAFF]
    rows = [agency.children.get(i) or agency.contacts.get(i) for m in firm for i in m.ids]
    cases = {row.case_id for row in rows if row} | {c for m in firm for c in m.case_ids}
    return bool(cases) and case_id not in cases


def _named_in(remark: Remark, subjects: Iterable[re.Match[str]]) -> set[str]:
    """Whom “the meeting of Ana", "the one with Ms Lee" name."""
    spans = [match.span(key) for match in subjects for key in ("of", "at") if match[key]]
    inside = [m for m in remark.mentions if any(a <= m.span.start < b for a, b in spans)]
    known = {*remark.agency.children, *remark.agency.contacts}
    return {i for m in inside if len(m.ids) == 1 or m.same_person for i in m.ids if i in known}


def has_subject(low: str) -> bool:
    """Whether words speak of an event by its kind or its people: "the call with Ms Lee was …"."""
    return any(each.search(low) for each, _ in _SUBJECTS)


def names_its_kind(low: str, start: int) -> bool:
    """Whether a word of contact there only names the event that is meant: "the call was at 3"."""
    return any(match.start() <= start < match.end() for each, _ in _SUBJECTS for match in each.finditer(low))


def _strays(remark: Remark) -> bool:
    """Whether those who are said to be wrong stand on another draft, or on a plan, and not on this one."""
    facts = remark.facts
    if not (facts.children or facts.people):
        return False
    wrong = [m for m in remark.mentions if remark.said.was_wrong(m.span.start) and m.how in _NAMED]
    wrong = [m for m in wrong if m.kind in (Kind.CHILD, Kind.CONTACT) and m.ids]
    here = {*facts.children, *facts.people, *(c for q in facts.asked for c in q.candidates)}
    told = set(re.findall(r"\w+", folded(facts.words)))
    if not wrong or any(here & set(m.ids) for m in wrong):
        return False
    # "Not the Mendes boy": whoever stands in the note's words may have been misread.
    names = [_words_of(remark, m.span.start, m.span.end) for m in wrong]
    return not any(words and words <= told for words in names)


def _words_of(remark: Remark, start: int, end: int) -> set[str]:
    """The words of a name, without its titles."""
    return set(re.findall(r"\w{2,}", remark.said.low[start:end])) - _TITLES


def _leans(remark: Remark, kinds: Iterable[str], *, met: bool) -> int:
    facts, low = remark.facts, remark.said.low
    score = sum(2 if fits else -2 for kind in kinds if (fits := _is_of(facts, kind, met)) is not None)
    return score - (0 if remark.cast.anybody else 2 * _nobody_of_that_sex(remark.agency, facts, low))


def _is_of(facts: Facts, kind: str, met: bool) -> bool | None:
    """Whether the draft is of that kind of contact; None: it does not say.

    `met`: whoever "the one with …" names stands on it.
    """
    if kind == "one":
        return met
    if kind == "meeting":
        return False if facts.method in _WRITTEN else None
    if kind == "court":
        return EventType.COURT_APPEARANCE in facts.types
    if kind == "school":
        return EventType.SCHOOL in facts.types or facts.place is Place.SCHOOL
    return None if facts.method is None else facts.method in _WAYS[kind]


def _nobody_of_that_sex(agency: Agency, facts: Facts, low: str) -> bool:
    """“I saw him alone", of a draft on which only girls and women stand."""
    sexes = {sex for sex, said in (("m", _HE), ("f", _SHE)) if said.search(low)}
    there = {sex_of_child(agency.children[c]) for c in facts.children}
    there |= {sex_of_contact(agency.contacts[p]) for p in facts.people}
    return bool(there) and "" not in there and not sexes <= there
