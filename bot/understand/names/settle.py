"""Context settles a name before asking does (READING, "Who"): names, roles, the session, the age."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.understand.names.context import Context
from bot.understand.names.couples import couple
from bot.understand.names.role_ids import contacts_for_role
from bot.understand.names.roles import roles
from bot.understand.names.text import fold
from bot.understand.names.view import View
from bot.understand.names.which_child import Test, left, listed, which_child
from bot.understand.names.words import cues
from bot.understand.parts import How, Kind, NameMention, Span
from storage.types import Relationship

_ABOUT = {
    Relationship.THERAPIST: "about_therapist",
    Relationship.SCHOOL: "about_school",
    Relationship.DOCTOR: "about_doctor",
    Relationship.ACS_WORKER: "about_acs_worker",
    Relationship.FOSTER_PARENT: "about_foster_parent",
    Relationship.ATTORNEY_FOR_CHILD: "about_attorney_for_child",
}
# Who is not in court unless said so.
_SELDOM_IN_COURT = frozenset({Relationship.THERAPIST, Relationship.SCHOOL, Relationship.DOCTOR})


def settle(text: str, mentions: Sequence[NameMention], view: View, *, on: date) -> list[NameMention]:
    """The same mentions, in the same order, with as few ids as the message's other words leave.

    Roles get the ids of those who may be meant; none where the case is unknown or nobody on
    file has the role.     Several ids of different people still stand for a question to ask.
    """
    context = Context(text, view.agency, list(mentions))
    for _ in range(2):
        for place, mention in enumerate(context.mentions):
            context.replace(place, _narrowed(context, place, mention, view, on))
    return context.mentions


def _narrowed(context: Context, place: int, mention: NameMention, view: View, on: date) -> NameMention:
    if mention.how is How.ROLE:
        found, how_many = contacts_for_role(context, place, view, on)
        return replace(mention, ids=found, same_person=len(found) > 1 and how_many == 1)
    if mention.kind is Kind.FAMILY:
        return _family(context, place, mention)
    if mention.kind is Kind.CHILD and (said := _SENIOR.match(context.text, mention.span.end)):
        span = Span(mention.span.start, said.end())
        adults = _of_that_name(context, mention)
        mention = replace(mention, kind=Kind.CONTACT, ids=adults, span=span) if adults else mention
    if mention.kind is Kind.CHILD and len(mention.ids) > 1:
        return _told_apart(context, replace(mention, ids=which_child(context, place, mention.ids, on)))
    if mention.kind is Kind.CONTACT and len(mention.ids) > 1:
        return _contact(context, place, mention, on)
    return mention


_SENIOR = re.compile(r",? (?:sr|senior|padre)\b\.?", re.IGNORECASE)


def _of_that_name(context: Context, mention: NameMention) -> tuple[str, ...]:
    """“Jeremy Sr": the adult of the child's case who has the child's given name."""
    given = fold(context.text[mention.span.start : mention.span.end]).split()[:1]
    cases = [context.case_of(key) for key in mention.ids]
    rows = [row for case in dict.fromkeys(cases) if case for row in context.agency.contacts_of(case)]
    return tuple(row.id for row in rows if [fold(word) for word in row.name.split()][:1] == given)


def _told_apart(context: Context, mention: NameMention) -> NameMention:
    """A child and an adult may share a first name: where only adults are left, it is a contact."""
    if any(key in context.agency.children for key in mention.ids):
        return mention
    return replace(mention, kind=Kind.CONTACT)


def _family(context: Context, place: int, mention: NameMention) -> NameMention:
    cases = mention.case_ids
    if len(cases) > 1:
        known = context.known(but=place) & frozenset(cases)
        mention = replace(mention, case_ids=tuple(case for case in cases if case in known) or cases)
        if len(mention.case_ids) == 1 and (carers := _carers_so_called(context, mention)):
            return replace(mention, kind=Kind.CONTACT, ids=carers, case_ids=())
    if mention.plural or len(mention.case_ids) != 1 or not _adult_meant(context, place):
        return mention
    return _adult_of_family(context, mention)


def _carers_so_called(context: Context, mention: NameMention) -> tuple[str, ...]:
    """“Thompson called, Mateo has a fever": of the Rivera case, whose carer has that surname."""
    words = fold(context.text[mention.span.start : mention.span.end])
    case = mention.case_ids[0]
    surnames = {
        context.agency.cases[case].family_name,
        *(c.last_name for c in context.agency.children_of(case)),
    }
    if any(words in fold(name) for name in surnames):
        return ()
    return tuple(row.id for row in context.agency.contacts_of(case) if words in fold(row.name).split())


def _adult_meant(context: Context, place: int) -> bool:
    """As in "Begum + Rahman + Akter appeared", "Rivera called back": a parent, not the family."""
    after = context.behind(context.mentions[place])
    if (
        after is not None
        and not after.first
        and after.word in cues("speaks") | cues("calls") - {"call", "text", "tc"}
    ):
        return True
    return any(
        0 <= other < len(context.mentions)
        and context.mentions[other].kind is Kind.CONTACT
        and listed(context, min(place, other), max(place, other))
        for other in (place - 1, place + 1)
    )


def _adult_of_family(context: Context, mention: NameMention) -> NameMention:
    words = fold(context.text[mention.span.start : mention.span.end])
    rows = [
        row
        for row in context.agency.contacts_of(mention.case_ids[0])
        if words in fold(row.name)
        and row.relationship in {Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER, Relationship.KIN}
    ]
    if not rows:
        return mention
    return replace(mention, kind=Kind.CONTACT, ids=tuple(row.id for row in rows), case_ids=())


def _contact(context: Context, place: int, mention: NameMention, on: date) -> NameMention:
    rows = context.agency.contacts
    children, cases = context.children(), context.known(but=place, kinds=(Kind.CHILD, Kind.FAMILY))
    others = context.known(but=place)
    # "Fm Jackson", of a mother and a foster mother of the name: what she is said to be.
    said_to_be = roles()[mention.role].relationships if mention.role else frozenset[Relationship]()
    tests: tuple[Test, ...] = (
        lambda key: key in rows and rows[key].relationship in said_to_be,
        lambda key: context.case_of(key) in cases,
        lambda key: context.case_of(key) in others,
        lambda key: key in rows and _of_children(rows[key].child_ids, children),
    )
    ids = left(mention.ids, tests)
    two = couple(context, place, mention, ids) if len(ids) > 1 else None
    if two is not None and (two.plural or not mention.as_place):
        return two
    if mention.as_place:
        ids = left(ids, [lambda key: context.agency.holds_placement(key, on)])
    if not mention.same_person and len(ids) > 1:
        ids = _by_what_they_are(context, place, ids)
    return replace(
        mention, ids=ids, same_person=len(ids) > 1 and len({_person(context, key) for key in ids}) == 1
    )


def _of_children(child_ids: tuple[str, ...], children: frozenset[str]) -> bool:
    return not child_ids or not children or bool(children & set(child_ids))


def _person(context: Context, key: str) -> tuple[str, str]:
    row = context.agency.contacts.get(key)
    return (fold(row.name), fold(row.organization) or row.phone) if row else (key, "")


def _by_what_they_are(context: Context, place: int, ids: tuple[str, ...]) -> tuple[str, ...]:
    """A session is the therapist's; in court a therapist or teacher of the name is not meant."""
    near = context.words_near(place)
    kinds = {key: context.agency.contacts[key].relationship for key in ids if key in context.agency.contacts}
    spoken = {key for key, kind in kinds.items() if kind in _ABOUT and cues(_ABOUT[kind]) & near}
    if spoken and len({_person(context, key) for key in spoken}) == 1:
        return tuple(key for key in ids if key in spoken)
    if cues("about_court") & near:
        left = tuple(key for key in ids if kinds.get(key) not in _SELDOM_IN_COURT)
        return left or ids
    return ids
