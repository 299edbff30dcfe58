"""Whom a role means in a message: by its possessor, else by the nearest child, family or adult."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.understand.agency import Agency
from bot.understand.names.context import Context
from bot.understand.names.roles import RoleWord, holders, roles
from bot.understand.names.text import fold, word_set
from bot.understand.names.view import View
from bot.understand.parts import How, Kind, NameMention
from storage.types import Relationship

_OF = word_set("of on for de del from in at w with re")
_ARTICLES = word_set("the la el los las")
# Roles that few families have; a mother or teacher every family has, on file or not.
_RARE = word_set(
    "aunt uncle grandfather godmother godfather adult_sibling probation_officer mentor casa "
    "stepfather stepmother maternal_grandmother paternal_grandmother grandmother cousin"
)
_PARENTS = frozenset({Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER})
_THEIRS = word_set("her his their su w with con lawyer atty")
_NEAR = 4
_LEGAL = frozenset({"attorney", "parent_attorney"})


def contacts_for_role(context: Context, place: int, view: View, on: date) -> tuple[tuple[str, ...], int]:
    """The contacts meant by the role at `place`, and how many different people they are."""
    role = roles().get(context.mentions[place].role or "")
    if role is None:
        return (), 0
    found = _found(context, place, role, view, on)
    people = {_person(context.agency, key) for key in found}
    return found, (1 if role.plural and found else len(people))


def has_role(agency: Agency, role: RoleWord, child_id: str, on: date) -> bool:
    """Whether somebody around the child has the role by what the roster says."""
    row = agency.children.get(child_id)
    return row is not None and bool(holders(agency, role, row.case_id, (child_id,), on))


def _person(agency: Agency, key: str) -> str:
    row = agency.contacts[key]
    return f"{fold(row.name)}|{fold(row.organization) or row.phone}"


def _found(context: Context, place: int, role: RoleWord, view: View, on: date) -> tuple[str, ...]:
    owner = _owner(context, place)
    if owner is not None and owner.kind is Kind.CONTACT:
        # An adult's mother or boyfriend is nobody's on file; an adult's lawyer is the parents'.
        role = roles()["parent_attorney"] if role.name in _LEGAL else role
        return _of_mention(context, role, owner, on) if role.name in {"parent_attorney", "partner"} else ()
    if owner is None and role.name in _LEGAL and _of_a_parent(context, place):
        role = roles()["parent_attorney"]
    mentions = [owner] if owner is not None else _nearest_first(context, place)
    for mention in mentions:
        if role.name == "attorney" and (mention is owner or _for(context, place, mention)):
            # A child's lawyer is the one for the child; a parent's or the agency's is told as such.
            own = mention.kind is Kind.CHILD and roles()["attorney_for_child"]
            if own and (found := _of_mention(context, own, mention, on)):
                return found
        if found := _of_mention(context, role, mention, on):
            return found
        if owner is not None:
            return ()
    return () if mentions else _alone_on_caseload(context, role, view, on)


def _owner(context: Context, place: int) -> NameMention | None:
    """The one named right before ("Jaylen's fm") or tied by of, on, de ("la abuela de Luz")."""
    before, after = place - 1, place + 1
    if before >= 0 and _owns(context, before, place):
        return _said(context.mentions[before])
    if after < len(context.mentions):
        words = context.between(place, after)
        if (
            words
            and words[0] in {"of", "on", "de", "del"}
            and all(word in _OF | _ARTICLES for word in words)
            and len(words) < 4
        ):
            return _said(context.mentions[after])
    return None


def _for(context: Context, place: int, mention: NameMention) -> bool:
    """“The lawyer for Leo”: named right behind the role as whose it is."""
    after = place + 1
    if after >= len(context.mentions) or context.mentions[after] is not mention:
        return False
    return tuple(context.between(place, after)) in {("for",), ("para",), ("4",)}


def _of_a_parent(context: Context, place: int) -> bool:
    """“Mom came w her atty”: the attorney of the parent spoken of right before."""
    if not place or context.sentences[place - 1] != context.sentences[place]:
        return False
    words, rows = context.between(place - 1, place), context.agency.contacts
    parents = {
        key for key in context.mentions[place - 1].ids if key in rows and rows[key].relationship in _PARENTS
    }
    return bool(parents) and len(words) <= _NEAR and bool(words) and words[-1] in _THEIRS


def _owns(context: Context, before: int, place: int) -> bool:
    owner, role = context.mentions[before], context.mentions[place]
    gap = context.text[owner.span.end : role.span.start]
    written = context.text[owner.span.start : owner.span.end]
    token = context.ending(owner.span.end) or context.ending(owner.span.end + 2)
    return not gap.strip(" 's’") and (
        written[-1:] in "sS" or gap[:1] in {"'", "’"} or bool(token and token.possessive)
    )


def _said(mention: NameMention) -> NameMention | None:
    return mention if mention.kind in {Kind.CHILD, Kind.FAMILY, Kind.CONTACT} else None


def _nearest_first(context: Context, place: int) -> list[NameMention]:
    """The mentions that tell a case: of the same sentence, then before, then after; the nearest first."""
    here = context.sentences[place]
    rows = [
        (
            context.sentences[other] != here,
            mention.kind is Kind.CONTACT,
            other > place,
            abs(other - place),
            other,
        )
        for other, mention in enumerate(context.mentions)
        if other != place and mention.how is not How.ROLE and len(context.cases(mention)) == 1
    ]
    return [context.mentions[row[-1]] for row in sorted(rows)]


def _of_mention(context: Context, role: RoleWord, mention: NameMention, on: date) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for case_id in context.cases(mention):
        found |= dict.fromkeys(
            holders(context.agency, role, case_id, _children(context, mention, case_id), on)
        )
    return tuple(found)


def _children(context: Context, mention: NameMention, case_id: str) -> Iterable[str]:
    """The children whose role it is: those named of the case, or those whom the named adult is there for."""
    if mention.kind is Kind.CHILD:
        return mention.ids
    if mention.kind is Kind.CONTACT:
        return context.agency.contacts[mention.ids[0]].child_ids
    named = context.children()
    return [child.id for child in context.agency.children_of(case_id) if child.id in named]


def _alone_on_caseload(context: Context, role: RoleWord, view: View, on: date) -> tuple[str, ...]:
    """Nobody is named: the one aunt or probation officer of the caseload; a mother where it has one case."""
    if view.caseload.whole_agency or (role.name not in _RARE and len(view.caseload.case_ids) > 1):
        return ()
    found = tuple(
        key for case_id in view.caseload.case_ids for key in holders(context.agency, role, case_id, (), on)
    )
    return found if len({_person(context.agency, key) for key in found}) == 1 else ()
