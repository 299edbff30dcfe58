"""Who may be picked in a note's window: children and people within the reach of who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from bot.rules.permissions import may_author
from bot.services.desk import Desk
from storage.queries.note_parts import age_on
from storage.records import Asked, Choice, NoteContent, NoteRecord
from storage.types import CaseStatus, Child, Contact

_MOST = 100


def children_to_pick(desk: Desk, note: NoteRecord) -> list[Choice]:
    """The children of the author's caseload, and of the note's own case; empty for "search instead"."""
    cases = list(desk.agency.caseload(note.author.id, desk.today).case_ids)
    if note.case_id and note.case_id not in cases:
        cases = [note.case_id, *cases]
    return [_child(desk, c) for i in cases for c in desk.agency.children_of(i)]


def people_to_pick(desk: Desk, note: NoteRecord) -> list[Choice]:
    """The contacts of the note's case; of the whole caseload where the case is not known yet."""
    cases = [note.case_id] if note.case_id else desk.agency.caseload(note.author.id, desk.today).case_ids
    return [_contact_of(desk, k) for i in cases for k in desk.agency.contacts_of(i)]


def search_children(desk: Desk, words: str) -> list[Choice]:
    """Children of open cases whose name is near the words, best first: staff may log for a colleague.

    Nobody for those who write no notes.
    """
    if not may_author(desk.me):
        return []
    open_ = {c.id for c in desk.agency.roster.cases if c.status is CaseStatus.OPEN}
    names = {
        c.id: f"{c.first_name} {c.last_name} {c.nickname}"
        for c in desk.agency.roster.children
        if c.case_id in open_
    }
    return [_child(desk, desk.agency.children[key]) for key in _nearest(words, names)]


def search_people(desk: Desk, note: NoteRecord, words: str) -> list[Choice]:
    """Those of `people_to_pick` whose name is near the words, best first."""
    choices = {choice.id: choice for choice in people_to_pick(desk, note)}
    return [choices[key] for key in _nearest(words, {i: c.words for i, c in choices.items()})]


def _nearest(words: str, names: Mapping[str, str]) -> list[str]:
    found = process.extract(words, names, scorer=fuzz.WRatio, limit=20, score_cutoff=60)
    return [key for _, _, key in found]


def with_children_offered(desk: Desk, content: NoteContent) -> NoteContent:
    """An open question about the child, with nobody in mind, offers the caseload's children to pick from."""
    bare = [q["slot"] == "child" and not q.get("candidates") for q in content.questions]
    if not any(bare):
        return content
    offered = {"candidates": caseload_children(desk)}
    questions = tuple(
        q | offered if is_bare else q for q, is_bare in zip(content.questions, bare, strict=True)
    )
    return replace(content, questions=questions)


def caseload_children(desk: Desk) -> list[str]:
    """Ids of the children in care on the actor's caseload; none where they are more than a menu holds."""
    cases = desk.agency.caseload(desk.actor.id, desk.today).case_ids
    found = [c for i in cases for c in desk.agency.in_care(i, desk.today)]
    return found if len(found) <= _MOST else []


def worded(desk: Desk, note: NoteRecord) -> tuple[Asked, ...]:
    """The note's open questions, their answers in words that tell them apart."""
    return tuple(replace(asked, choices=_told_apart(desk, asked.choices)) for asked in note.asked)


def _told_apart(desk: Desk, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Children by name and age; where two are the same even so, or for contacts, by what goes with them."""
    agency = desk.agency
    there = [c.id for c in choices if c.id in agency.children or c.id in agency.contacts]
    short = {i: _name_and_age(desk, agency.children[i]) for i in there if i in agency.children}
    seen = Counter(short.values())
    return tuple(
        Choice(i, short[i]) if i in short and seen[short[i]] == 1 else choice_of(desk, i) for i in there
    )


def choice_of(desk: Desk, row_id: str) -> Choice:
    """A child or contact by id, in words that tell it from others. KeyError for an unknown id."""
    child = desk.agency.children.get(row_id)
    return _child(desk, child) if child else _contact_of(desk, desk.agency.contacts[row_id])


def _contact_of(desk: Desk, contact: Contact) -> Choice:
    """Two Ms. Riveras are told apart by their children."""
    children = [
        desk.agency.children[c].first_name for c in desk.agency.children_meant(contact.id, desk.today)
    ]
    whose = f" ({', '.join(children)})" if children else ""
    return Choice(contact.id, f"{contact.name}, {contact.relationship.replace('_', ' ')}{whose}")


def _child(desk: Desk, child: Child) -> Choice:
    return Choice(child.id, f"{_name_and_age(desk, child)} · {child.case_id}")


def _name_and_age(desk: Desk, child: Child) -> str:
    born = child.date_of_birth.isoformat() if child.date_of_birth else ""
    age = age_on(born, desk.today)
    name = f"{child.first_name} {child.last_name}".strip()
    return name if age is None else f"{name}, {age}"
