"""Whom and what a question is about (READING, "Asking about facts")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.understand.agency import Agency
from bot.understand.parts import How, Intent, Kind, NameMention, Question, Subject
from bot.understand.patterns.lexicon import pattern
from bot.understand.wants.asked_place import of_number, of_organisation, of_school
from storage.types import Relationship

WANTS = ("last_contact", "next_hearing", "alerts", "supervisor", "worker", "address", "phone", "summary")
"""What a lookup may want, in the order tried."""
_OF_PEOPLE = (None, "phone", "address")
"""What is asked of somebody around a child."""


def subject_of(
    intent: Intent, text: str, mentions: Sequence[NameMention], agency: Agency, on: date, *, asker: str
) -> tuple[Subject, tuple[Question, ...]]:
    """The subject of a lookup, find_notes or report, and what must be asked because two fit equally well.

    `asker`: who asks, whose own supervisor "my supervisor" is.
    """
    children, people, staff, roles, questions = _named(mentions, agency, on, asker)
    wants = _wants(text) if intent is Intent.LOOKUP else None
    if wants in ("supervisor", "phone") and not (children or people or staff or questions) and _own(text):
        boss = agency.supervisor_of(asker)
        staff = [boss.id] if boss else []
        wants = "phone" if boss and pattern("asking", "phone").search(text) else wants
    if wants == "alerts" and children:
        # Alerts stand in the child's row: whoever else is named is only waiting for the answer.
        people, questions = [], [q for q in questions if q.slot == "child"]
    if intent is Intent.LOOKUP and not (children or people or staff or questions):
        of_it, colleagues = of_number(text, agency, asker, on)
        people, staff = [*of_it], [*colleagues]
    if intent is Intent.LOOKUP and wants in _OF_PEOPLE and not (people or staff or questions or roles):
        there, which = of_organisation(text, agency, asker, on, children)
        people += there
        questions += [which] if which and not children else []
    if _school_asked(text, people, agency):
        people += (at_school := of_school(agency, children, on))
        roles += [] if at_school else ["school"]
    roles = roles if wants in _OF_PEOPLE else []
    root = sorted(questions, key=lambda q: q.slot != "child")[:1]
    if roles:
        root = [_of_children(q, agency) for q in root]
    return Subject(_once(children), _once(people), _once(staff), wants, _once(roles)), tuple(root)


def _named(
    mentions: Sequence[NameMention], agency: Agency, on: date, asker: str
) -> tuple[list[str], list[str], list[str], list[str], list[Question]]:
    """The children, people, staff and bare roles named, and what is asked of those whom two fit."""
    ids: dict[str, list[str]] = {"child": [], "person": [], "staff": []}
    roles: list[str] = []
    questions: list[Question] = []
    for mention in _unsigned(mentions, asker):
        slot, found = _meant(mention, agency, on)
        roles += [mention.role] if mention.how is How.ROLE and mention.role and not found else []
        ids[slot].extend(found)
        if not found and len(mention.ids) > 1:
            questions.append(Question(slot if slot != "staff" else "person", mention.ids))
        elif not found and len(mention.case_ids) > 1:
            # Two families of one name: asked by their children.
            kids = tuple(c for case in mention.case_ids for c in agency.in_care(case, on))
            questions += [Question("child", kids)] if kids else []
    return ids["child"], ids["person"], ids["staff"], roles, questions


def _unsigned(mentions: Sequence[NameMention], asker: str) -> list[NameMention]:
    """Without the name of the one who asks, where others are named: "thank you, Bernice"."""
    others = [one for one in mentions if not (one.kind is Kind.STAFF and one.ids == (asker,))]
    return others or list(mentions)


def _own(text: str) -> bool:
    """“My supervisor's number”, "quién es mi jefa": the asker's own, not the supervisor of some case."""
    return pattern("asking", "own_supervisor").search(text) is not None


def _school_asked(text: str, people: Sequence[str], agency: Agency) -> bool:
    """As in "number for Maya's school", of which nobody is named."""
    named = [agency.contacts[p].relationship for p in people if p in agency.contacts]
    return Relationship.SCHOOL not in named and pattern("asking", "school").search(text) is not None


def _of_children(question: Question, agency: Agency) -> Question:
    """Of namesakes a child is meant, where somebody's mother is asked for: an adult's is on no file."""
    children = tuple(key for key in question.candidates if key in agency.children)
    return replace(question, candidates=children) if children else question


def _meant(mention: NameMention, agency: Agency, on: date) -> tuple[str, tuple[str, ...]]:
    if mention.kind is Kind.FAMILY:
        case_ids = mention.case_ids if len(mention.case_ids) == 1 else ()
        return "child", tuple(child for case in case_ids for child in agency.in_care(case, on))
    slot = {Kind.CHILD: "child", Kind.CONTACT: "person", Kind.STAFF: "staff"}.get(mention.kind, "person")
    sure = len(mention.ids) == 1 or mention.same_person or (mention.plural and mention.kind is Kind.CHILD)
    return slot, mention.ids if sure else ()


def _wants(text: str) -> str | None:
    """The first want whose words stand in the text; "who is X's worker" is a want, "who is X" none."""
    for want in WANTS:
        if pattern("asking", want).search(text):
            return want
    return None


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
