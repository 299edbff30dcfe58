"""Children whom the names alone do not settle: one beside a name that fits two, one whom nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.events.clauses import Clause
from bot.understand.names import Stance, Taking
from bot.understand.names.words import is_word
from bot.understand.parts import How, Kind, NameMention, Question, Span
from bot.understand.patterns.quick import Quick
from bot.understand.writing.text import folded

# "Then stopped by the Smiths", "pasé por la casa de los Pérez": whoever lives there was meant.
_AT_SOMEBODYS = Quick(
    r"(?<!\w)(?:by|to|at|past|from|called|phoned|texted) the (?P<name>[a-z][a-z'-]{2,}s)'?"
    r"(?: (?:home|house|place|apartment))?"
    r"(?= (?:at|around|today|yesterday|this|on|and|but|for|no|nobody)(?!\w)| ?[@,.;]| *$)|"
    r"(?<!\w)(?:casa|hogar|apartamento|apto|donde|visite a|ver a) (?:de )?(?:la familia|los) "
    r"(?P<casa>[a-z][a-z'-]{2,})(?!\w)"
)
_MET = frozenset({Stance.SEEN, Stance.SPOKE, Stance.CONTACTED})
_SAW_SOMEBODY = re.compile(
    r"(?<!\w)(?:saw|seen|seeing|met(?: up)?(?: with)?|visited|visiting|home visit(?: (?:with|to|for))?|visit "
    r"(?:with|to)|checked (?:in )?on|sat with|finished with|just left|vi a|visite a|visita (?:a|con)|"
    r"me reuni con) (?P<name>[a-z][a-z'-]{2,})(?P<last> [a-z][a-z'-]{2,})?"
    r"(?= (?:at|in|with|w|and|today|yesterday|this|on|for|alone|around|a las|en|con|hoy|ayer|y)(?!\w)|"
    r" ?[@,.;]| \d| *$)"
)


def also_seen(taking: Taking, agency: Agency) -> Taking:
    """“Maya and Will", of two Mayas: Will stays, the question is about Maya (READING, `ask`)."""
    if taking.children or not any(q.slot == "child" and q.candidates for q in taking.questions):
        return taking
    open_ids = {one for q in taking.questions for one in q.candidates}
    known = [
        m.ids[0]
        for m, stance in taking.stances
        if m.kind is Kind.CHILD and len(m.ids) == 1 and stance in _MET and m.ids[0] not in open_ids
    ]
    cases = dict.fromkeys(agency.children[child].case_id for child in known)
    return replace(taking, children=tuple(dict.fromkeys(known)), case_ids=tuple(cases) or taking.case_ids)


def with_unknown(taking: Taking, agency: Agency, text: str, clauses: Sequence[Clause]) -> Taking:
    """“Saw Brian at Ms Thompson's", of whom nobody knows: her foster children were not said to be seen."""
    if any(m.kind in (Kind.CHILD, Kind.FAMILY) for m, _ in taking.stances):
        return taking
    home = not taking.stances and any(_strangers_home(agency, text, clause) for clause in clauses)
    seen = taking.children and any(_stranger(agency, text, clause) for clause in clauses)
    if not (home or seen):
        return taking
    one = (NameMention(Span(0, 0), Kind.CHILD, (), how=How.EXACT), Stance.SEEN)
    asked = (Question("child"),)
    return replace(taking, children=(), stances=(*taking.stances, one), questions=asked)


def _stranger(agency: Agency, text: str, clause: Clause) -> bool:
    """Whether the clause tells of somebody seen by a name that is nobody's on file."""
    for match in _SAW_SOMEBODY.finditer(clause.text):
        start, end = clause.plain.raw(clause.start + match.start("name"), clause.start + match.end("name"))
        if _is_name(text, text[start:end]) and not _organisation(agency, match.group("name")):
            return True
    return False


def _strangers_home(agency: Agency, text: str, clause: Clause) -> bool:
    """Whether the clause tells of a home by a family's name that is nobody's on file."""
    for match in _AT_SOMEBODYS.finditer(clause.text):
        group = "name" if match.group("name") else "casa"
        start, end = clause.plain.raw(clause.start + match.start(group), clause.start + match.end(group))
        if _is_name(text, text[start:end]) and not _organisation(agency, match.group(group)):
            return True
    return False


def _is_name(text: str, word: str) -> bool:
    """Capitalised, or typed without any capitals; no everyday word, no "ACS"."""
    if is_word(folded(word)) or (word.isupper() and len(word) < 5):
        return False
    return word[:1].isupper() or not any(letter.isupper() for letter in text[1:])


def _organisation(agency: Agency, word: str) -> bool:
    return any(word in folded(row.organization).split() for row in agency.contacts.values())


def by_surname(one: NameMention, clause: Clause) -> bool:
    """“hv laila bryant", "saw owen daley home": whom, and at whose home; nobody is Laila's Bryant."""
    return any(
        m.kind is Kind.CONTACT and not m.role and m.span.start == one.span.end + 1 for m in clause.names
    )
