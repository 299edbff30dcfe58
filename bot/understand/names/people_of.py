"""Which rows stand for the adults who took part, once the children are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.agency import Agency
from bot.understand.parts import NameMention, Question
from storage.types import Relationship

_CARERS = (Relationship.FOSTER_PARENT, Relationship.KIN)


@dataclass(frozen=True, slots=True)
class People:
    """Contact ids in text order, and whether somebody must be asked about."""

    ids: tuple[str, ...]
    questions: tuple[Question, ...] = ()


def people_of(agency: Agency, adults: Iterable[NameMention], children: Sequence[str], on: date) -> People:
    """The rows meant: of the children's cases, else all of a person's; several people are asked about."""
    found: dict[str, None] = {}
    questions: list[Question] = []
    for mention in adults:
        ids = _concerned(agency, [key for key in mention.ids if key in agency.contacts], children, on)
        if len(ids) < 2 or mention.same_person or mention.plural or _one_home(agency, ids, children):
            found |= dict.fromkeys(ids)
        elif not set(ids) & found.keys():
            questions.append(Question("person", tuple(ids)))
    kept = _with_rows(agency, tuple(found), children, on)
    # Somebody named twice, once in full, is no question.
    questions = [question for question in questions if not set(question.candidates) & set(kept)]
    return People(kept, tuple(questions[:1]))


def _with_rows(agency: Agency, ids: tuple[str, ...], children: Sequence[str], on: date) -> tuple[str, ...]:
    """The ids, a carer of children of two cases with the rows of both (READING, "Who")."""
    cases = {agency.children[child].case_id for child in children}
    if len(cases) < 2:
        return ids
    rows = [agency.contacts[key] for key in ids if agency.contacts[key].relationship in _CARERS]
    names = {(row.name, row.relationship) for row in rows}
    more = (
        row.id
        for case in sorted(cases)
        for row in agency.contacts_of(case)
        if (row.name, row.relationship) in names and set(agency.children_meant(row.id, on)) & set(children)
    )
    return tuple(dict.fromkeys((*ids, *more)))


def _one_home(agency: Agency, ids: Sequence[str], children: Sequence[str]) -> bool:
    """Whether the rows are one carer's of the same name, each of another case of the children."""
    rows = [agency.contacts[key] for key in ids]
    cases = {agency.children[child].case_id for child in children}
    same = len({(row.name, row.relationship) for row in rows}) == 1 and rows[0].relationship in _CARERS
    return same and len(cases) == len(rows) and {row.case_id for row in rows} == cases


def _concerned(agency: Agency, ids: Sequence[str], children: Sequence[str], on: date) -> Sequence[str]:
    """Of several rows those of the children's cases, and there those of the children themselves."""
    if len(ids) < 2 or not children:
        return ids
    cases = {agency.children[child].case_id for child in children}
    of_cases = [key for key in ids if agency.contacts[key].case_id in cases] or list(ids)
    return [key for key in of_cases if set(agency.children_meant(key, on)) & set(children)] or of_cases
