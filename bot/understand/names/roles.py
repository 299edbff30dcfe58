"""Words that name a person by role ("the aunt", "fm"), and whom a role may mean in a case."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from bot.understand.agency import Agency
from bot.understand.names.genders import fits_by_name
from bot.understand.names.spelling import mended
from bot.understand.names.text import Token, fold
from storage.types import Contact, Relationship

_CAREGIVERS = frozenset(
    {Relationship.FOSTER_PARENT, Relationship.KIN, Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER}
)


_APART = frozenset(",;:()")
"""Between the words of no role: "mother, atty" are two people."""
_NOT_BY_SILENCE = frozenset({Relationship.OTHER, Relationship.FOSTER_PARENT})


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A role as the data file has it."""

    name: str
    relationships: frozenset[Relationship] = frozenset()
    notes: tuple[tuple[str, ...], ...] = ()
    prefer: bool = False
    caregiver: bool = False
    plural: bool = False
    sex: str = ""


@cache
def roles() -> Mapping[str, RoleWord]:
    """The roles by name."""
    return {name: _role(name, row) for name, row in _data().items()}


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The first word of a phrase to (its words, role), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, row in _data().items():
        for phrase in row["words"]:
            for words in product(*([fold(word) for word in place.split("|")] for place in phrase.split())):
                found.setdefault(words[0], []).append((words, name))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


@cache
def _data() -> Mapping[str, dict[str, list[str]]]:
    return tomllib.loads(files("bot.understand").joinpath("data", "roles.toml").read_text(encoding="utf-8"))


def _role(name: str, row: Mapping[str, list[str]]) -> RoleWord:
    return RoleWord(
        name,
        frozenset(map(Relationship, row.get("relationships", ()))),
        tuple(tuple(fold(line).split("+")) for line in row.get("notes", ())),
        prefer=bool(row.get("prefer")),
        caregiver=bool(row.get("caregiver")),
        plural=bool(row.get("plural")),
        sex=str(row.get("sex", "")),
    )


def starts_role(word: str) -> bool:
    """Whether a role phrase may start with this word."""
    return any(variant in _phrases() for variant in _variants(word))


@lru_cache(maxsize=8192)
def _variants(word: str) -> tuple[str, ...]:
    """The word, its singular, and what either was meant to be: "granmas" is "grandma"."""
    said = (word, word[:-1]) if word.endswith("s") and len(word) > 2 else (word,)
    return tuple(dict.fromkeys((*said, *map(mended, said))))


def role_at(tokens: Sequence[Token], i: int) -> tuple[int, RoleWord] | None:
    """The longest role phrase that starts at a token: the index after it, and the role."""
    word = tokens[i].word
    for variant in _variants(word):
        fitting = [(ws, name) for ws, name in _phrases().get(variant, ()) if _reads(tokens, i, ws, variant)]
        # "Foster parents" are both of them, not the "foster parent" with an "s".
        exact = (one for one in fitting if one[0][-1] == tokens[i + len(one[0]) - 1].word)
        if fitting:
            words, name = next(exact, fitting[0])
            return i + len(words), roles()[name]
    return None


def _reads(tokens: Sequence[Token], i: int, words: tuple[str, ...], first: str) -> bool:
    if i + len(words) > len(tokens):
        return False
    if len(words) > 1 and first != tokens[i].word:
        return False
    for place in range(1, len(words)):
        token = tokens[i + place]
        last = place == len(words) - 1
        if (
            token.first
            or set(token.gap) & _APART
            or not (token.word == words[place] or (last and token.word == words[place] + "s"))
        ):
            return False
    return True


def holders(
    agency: Agency, role: RoleWord, case_id: str, child_ids: Iterable[str], on: date
) -> tuple[str, ...]:
    """The contacts of a case whom a role may mean, for some of its children or the whole family."""
    wanted = frozenset(child_ids)
    rows = [
        row
        for row in agency.contacts_of(case_id)
        if not (wanted and row.child_ids) or wanted & {*row.child_ids}
    ]
    if role.caregiver:
        everybody = frozenset(agency.in_care(case_id, on))
        return _caregivers(agency, role, case_id, rows, wanted=wanted or everybody, on=on)
    found = [row for row in rows if row.relationship in role.relationships]
    if not role.notes:
        return tuple(row.id for row in found)
    said = [row for row in found if _says(row, role)]
    # Where nobody's notes say so, somebody without notes may be meant; the card marks it as a role.
    silent = [
        row for row in found if role.prefer and not row.notes and row.relationship not in _NOT_BY_SILENCE
    ]
    return tuple(row.id for row in said or silent)


def _says(row: Contact, role: RoleWord) -> bool:
    notes = fold(f"{row.notes} {row.organization} ")
    return any(all(piece in notes for piece in line) for line in role.notes)


def _caregivers(
    agency: Agency, role: RoleWord, case_id: str, rows: Sequence[Contact], *, wanted: frozenset[str], on: date
) -> tuple[str, ...]:
    placed = (agency.placement(child, on) for child in agency.in_care(case_id, on) if child in wanted)
    holding = {found.placement_contact_id for found in placed if found and found.placement_contact_id}
    homes = [row for row in rows if row.id in holding and row.relationship in _CAREGIVERS]
    others = [row for row in rows if row.relationship is Relationship.FOSTER_PARENT and row.id not in holding]
    if role.plural or not homes:
        return tuple(row.id for row in [*homes, *others])
    fitting = [row.id for row in homes if fits_by_name(row.name, role.sex)] or [
        row.id for row in others if fits_by_name(row.name, role.sex)
    ]
    if fitting:
        return tuple(fitting)
    if role.sex == "m" and others:
        return tuple(row.id for row in others)
    return tuple(row.id for row in homes)


def may_hold(agency: Agency, role: RoleWord, contact_id: str, on: date) -> bool:
    """Whether a contact may be called by a role ("Malik (ACS)", "grandma Ernestine")."""
    row = agency.contacts.get(contact_id)
    if row is None:
        return False
    if role.caregiver:
        return row.relationship is Relationship.FOSTER_PARENT or agency.holds_placement(contact_id, on)
    return row.relationship in role.relationships and (not role.notes or role.prefer or _says(row, role))
