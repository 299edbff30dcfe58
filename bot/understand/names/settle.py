"""Context settles a name before asking does (READING, "Who"): names, roles, the session, the age."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.understand.names.context import Context
from bot.understand.names.couples import couple
from bot.understand.names.homes import home_told
from bot.understand.names.role_ids import contacts_for_role, has_role
from bot.understand.names.roles import roles
from bot.understand.names.text import fold
from bot.understand.names.view import View
from bot.understand.names.words import cues
from bot.understand.parts import How, Kind, NameMention, Span
from storage.types import Relationship

_AGE = re.compile(r"\b(\d{1,2})[ -]?(?:yo|y/o|yrs?[ -]?old|years?[ -]?old|year[ -]old|anos|mos? old)\b")

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
        return _told_apart(context, replace(mention, ids=_child(context, place, mention.ids, on)))
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
    after = next((token for token in context.tokens if token.start >= context.mentions[place].span.end), None)
    if (
        after is not None
        and not after.first
        and after.word in cues("speaks") | cues("calls") - {"call", "text", "tc"}
    ):
        return True
    return any(
        0 <= other < len(context.mentions)
        and context.mentions[other].kind is Kind.CONTACT
        and _listed(context, min(place, other), max(place, other))
        for other in (place - 1, place + 1)
    )


def _listed(context: Context, one: int, other: int) -> bool:
    gap = context.text[context.mentions[one].span.end : context.mentions[other].span.start]
    return gap.strip() in {"+", "&", ",", "and", "n", "y", "e", "&amp;"}


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


_SORT_OF_HOUSE = re.compile(
    r"(?: (?:youth|group|residential|treatment|children'?s|middle|high|elementary|primary|k-?8|charter"
    r"|community))* (?:home|house|center|centre|school|residence|academy|elementary|middle|high|program"
    r"|services|campus|cottage|casa)$"
)
Test = Callable[[str], bool]


def _child(context: Context, place: int, ids: tuple[str, ...], on: date) -> tuple[str, ...]:
    """Leave those children whom the message's adults, siblings, roles, age or school point to."""
    adults = [
        m
        for m in context.mentions
        if m.kind is Kind.CONTACT and m.how is not How.ROLE and (len(m.ids) == 1 or m.same_person)
    ]
    said_roles = [roles()[m.role] for m in context.mentions if m.how is How.ROLE and m.role]
    siblings = context.known(but=place, kinds=(Kind.CHILD, Kind.FAMILY))
    # "A neighbor of the Rivera home told me Maya …": of two Rivera families the one with a Maya.
    families = {case for m in context.mentions if m.kind is Kind.FAMILY for case in m.case_ids}
    # "Called Ms Medina re Jayden", of two Ms Medinas of one case: the Jayden of that case.
    adults_cases = [context.cases(m) for m in context.mentions if m.kind is Kind.CONTACT and m.ids]
    unsure = {next(iter(cases)) for cases in adults_cases if len(cases) == 1}
    # "Sadia didn't come home, fm Jackson …", of two Sadias and two Jacksons: the Sadia around one of these.
    among = {case for cases in adults_cases for case in cases}
    ages = {int(found) for found in _AGE.findall(context.folded)}
    said = fold(context.text[context.mentions[place].span.start : context.mentions[place].span.end])
    home = home_told(context.text, context.mentions, place, context.agency)
    tests: tuple[Test, ...] = (
        lambda child: _also_otherwise(context, ids, said) and _given(context, child) == said,
        lambda child: home is not None and _around(context, home, child),
        lambda child: context.case_of(child) in _joined_cases(context, place),
        lambda child: any(_around(context, adult, child) for adult in adults),
        lambda child: context.case_of(child) in siblings,
        lambda child: context.case_of(child) in families,
        lambda child: any(has_role(context.agency, role, child, on) for role in said_roles),
        lambda child: _age(context, child, on) in ages,
        lambda child: _at_organization(context, child),
        lambda child: context.case_of(child) in unsure,
        lambda child: context.case_of(child) in among,
    )
    return _left(ids, tests)


def _joined_cases(context: Context, place: int) -> set[str]:
    """The cases of children named in one breath with a name: "Amaia and Jadiel"."""
    beside = [m for m in (place - 1, place + 1) if 0 <= m < len(context.mentions)]
    joined = [context.mentions[m] for m in beside if _listed(context, min(place, m), max(place, m))]
    return {case for m in joined if m.kind is Kind.CHILD and len(m.ids) == 1 for case in context.cases(m)}


def _given(context: Context, child: str) -> str:
    row = context.agency.children.get(child)
    return fold(row.first_name) if row else ""


def _also_otherwise(context: Context, ids: tuple[str, ...], said: str) -> bool:
    """Whether the message spells a name of the same children in another way too: "Devin … Devon"."""
    others = (m for m in context.mentions if m.kind is Kind.CHILD and set(m.ids) & set(ids))
    return any(fold(context.text[m.span.start : m.span.end]) not in {said, said + "s"} for m in others)


def _left(ids: tuple[str, ...], tests: Iterable[Test]) -> tuple[str, ...]:
    """Each test in turn, where some but not all pass it."""
    for test in tests:
        passing = tuple(key for key in ids if test(key))
        if passing and len(passing) < len(ids):
            ids = passing
    return ids


def _around(context: Context, adult: NameMention, child: str) -> bool:
    rows = [context.agency.contacts[key] for key in adult.ids if key in context.agency.contacts]
    case = context.case_of(child)
    return any(row.case_id == case and (not row.child_ids or child in row.child_ids) for row in rows)


def _age(context: Context, child: str, on: date) -> int | None:
    row = context.agency.children.get(child)
    born = row.date_of_birth if row else None
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _at_organization(context: Context, child: str) -> bool:

    rows = [row for row in context.agency.contacts_of_child(child) if child in row.child_ids]
    names = {fold(row.organization) for row in rows}
    # "Laurel Gap" is the Laurel Gap Home; one word alone may be any other thing.
    names |= {short for name in names if " " in (short := _SORT_OF_HOUSE.sub("", name))}
    return any(len(name) > 3 and re.search(rf"\b{re.escape(name)}\b", context.folded) for name in names)


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
    ids = _left(mention.ids, tests)
    two = couple(context, place, mention, ids) if len(ids) > 1 else None
    if two is not None and (two.plural or not mention.as_place):
        return two
    if mention.as_place:
        ids = _left(ids, [lambda key: context.agency.holds_placement(key, on)])
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
