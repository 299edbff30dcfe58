"""What each row of the roster may be called: its given names, surnames and nicknames, folded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.understand.names.text import fold, split_name, word_set
from bot.understand.parts import Kind
from storage.types import Child, Contact, Relationship, StaffMember

_TITLES = word_set(
    "dr dra mr mrs ms mx miss sr sra srta rev prof hon dean pastor officer judge father sister"
)
_SUFFIXES = word_set("sr jr ii iii iv lcsw lmsw lmhc phd md esq psyd rn bcba lcswr")
_PARTICLES = word_set(
    "de la las los del van von der den da dos das di do el al bin ibn ben bint mac mc st san le"
)
_QUOTED = re.compile(r"[\"“(]\s*([^\"”()]{2,30}?)\s*[\"”)]")
_GOES_BY = re.compile(
    r"\b(?:goes by|known as|called|nicknamed|nickname(?: is)?|a\.?k\.?a\.?|le dicen|conocid[oa] como"
    r"|apodo)\s*:?\s*[\"“']?(?P<name>[^\W\d_]+(?:[ '’-][^\W\d_]+)?)",
    re.IGNORECASE,
)
_FEMALE = re.compile(
    r"\b(?:aunt|grandmother|mother|sister|godmother|stepmother|niece|wife|her|t[ií]a|abuela|madre|madrina"
    r"|hermana)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:uncle|grandfather|father|brother|godfather|stepfather|nephew|husband|t[ií]o|abuelo|padre|padrino"
    r"|hermano)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Card:
    """One row as a bearer of names. `person` is equal for the rows of one person; `sex` is f, m or empty.

    `official`: may be an officer or a detective; a teacher of that surname is none.
    `carer`: a foster parent or a relative.
    """

    id: str
    kind: Kind
    case_id: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    aliases: tuple[tuple[str, ...], ...] = ()
    person: str = ""
    sex: str = ""
    doctor: bool = False
    suffix: bool = False
    official: bool = False
    carer: bool = False


def child_card(row: Child) -> Card:
    """A child's names; the nickname may hold several, separated by commas, slashes or semicolons."""
    parts = (split_name(part) for part in re.split(r"[,;/]", row.nickname)) if row.nickname else ()
    aliases = tuple(words for words in parts if words)
    return Card(
        row.id,
        Kind.CHILD,
        row.case_id,
        split_name(row.first_name),
        split_name(row.last_name),
        aliases,
        row.id,
    )


def contact_card(row: Contact) -> Card:
    """A contact's names, also the one that the notes say they go by."""
    given, family, suffix = _split(row.name)
    person = f"{' '.join(given)}|{' '.join(family)}|{fold(row.organization) or row.phone}"
    return Card(
        row.id,
        Kind.CONTACT,
        row.case_id,
        given,
        family,
        tuple(_aliases(row)),
        person,
        _sex(row),
        row.relationship is Relationship.DOCTOR or fold(row.name).startswith(("dr ", "dr.", "dra")),
        suffix,
        row.relationship is Relationship.OTHER,
        row.relationship in (Relationship.FOSTER_PARENT, Relationship.KIN),
    )


def staff_card(row: StaffMember) -> Card:
    """A staff member's names."""
    given, family, _ = _split(row.name)
    return Card(row.id, Kind.STAFF, "", given, family, person=row.id)


def _split(name: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Given words, family words, and whether a Sr. or Jr. was dropped."""
    bare = _QUOTED.sub(" ", name.partition(",")[0]) if not name.replace(" ", "").isalpha() else name
    parts = [split_name(part) for part in bare.split()]
    parts = [part for part in parts if part]
    while len(parts) > 1 and parts[0][0] in _TITLES:
        parts.pop(0)
    suffix = len(parts) > 1 and parts[-1][0] in _SUFFIXES
    while len(parts) > 1 and parts[-1][0] in _SUFFIXES:
        parts.pop()
    if len(parts) < 2:
        return _flat(parts), (), suffix
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1][0] in _PARTICLES:
        cut -= 1
    return _flat(parts[:cut]), _flat(parts[cut:]), suffix


def _flat(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part)


def _aliases(row: Contact) -> Iterable[tuple[str, ...]]:
    quoted = _QUOTED.finditer(row.name) if not row.name.replace(" ", "").isalpha() else ()
    called = _GOES_BY.finditer(row.notes) if row.notes else ()
    found = [split_name(match.group(1)) for match in (*quoted, *called)]
    return [words for words in found if words]


def _sex(row: Contact) -> str:
    if row.relationship is Relationship.BIRTH_MOTHER:
        return "f"
    if row.relationship is Relationship.BIRTH_FATHER:
        return "m"
    if row.relationship in {Relationship.KIN, Relationship.DISCHARGE_RESOURCE, Relationship.SIBLING_ADULT}:
        if not row.notes:
            return ""
        female, male = bool(_FEMALE.search(row.notes)), bool(_MALE.search(row.notes))
        return "f" if female and not male else "m" if male and not female else ""
    return ""
