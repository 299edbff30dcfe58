"""Who may be picked in a note's window: children and people within the reach of who asks."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.services.desk import Desk
from storage.queries.note_parts import age_on
from storage.records import Choice, NoteRecord
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
    return [_contact(k) for i in cases for k in desk.agency.contacts_of(i)][:_MOST]


def search_children(desk: Desk, words: str) -> list[Choice]:
    """Children of open cases whose name is near the words, best first: staff may log for a colleague."""
    open_ = {c.id for c in desk.agency.roster.cases if c.status is CaseStatus.OPEN}
    names = {
        c.id: f"{c.first_name} {c.last_name} {c.nickname}"
        for c in desk.agency.roster.children
        if c.case_id in open_
    }
    found = process.extract(words, names, scorer=fuzz.WRatio, limit=20, score_cutoff=60)
    return [_child(desk, desk.agency.children[key]) for _, _, key in found]


def caseload_children(desk: Desk) -> list[str]:
    """Ids of the children in care on the actor's caseload, for a question about any of them."""
    cases = desk.agency.caseload(desk.actor.id, desk.today).case_ids
    return [c for i in cases for c in desk.agency.in_care(i, desk.today)][:_MOST]


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
    return Choice(contact.id, f"{_contact(contact).words}{whose}")


def _child(desk: Desk, child: Child) -> Choice:
    born = child.date_of_birth.isoformat() if child.date_of_birth else ""
    age = age_on(born, desk.today)
    years = f", {age}" if age is not None else ""
    return Choice(child.id, f"{child.first_name} {child.last_name}{years} · {child.case_id}")


def _contact(contact: Contact) -> Choice:
    return Choice(contact.id, f"{contact.name}, {contact.relationship.replace('_', ' ')}")
