"""Which families a message names, and how surely: by a name that stands there, or by a role or a likeness.

"The aunt", "hell" for a Hall, a first name that an adult of any family may have: none of it moves words that
are told while a crisis runs into another family's record.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.understand.agency import Agency
from bot.understand.names.text import split_name, tokens_of
from bot.understand.parts import Reading


@dataclass(frozen=True, slots=True)
class Families:
    """Cases by id. `plainly`: a child's or the family's name, an adult's surname stands there."""

    plainly: frozenset[str]
    at_all: frozenset[str]

    @property
    def only(self) -> str | None:
        """The one that is named plainly; None where none is, or several are."""
        return next(iter(self.plainly)) if len(self.plainly) == 1 else None


def families_of(agency: Agency, reading: Reading, text: str) -> Families:
    """The families that a reading is about."""
    words = words_of(text)
    told = (*reading.contacts, *((reading.subject,) if reading.subject else ()))
    at_all = {agency.children[c].case_id for i in told for c in i.children}
    people = [agency.contacts[p] for i in told for p in i.people if p in agency.contacts]
    plainly = {case_id for case_id in at_all if is_named(agency, case_id, words)}
    plainly |= {each.case_id for each in people if words.intersection(split_name(each.name)[-1:])}
    return Families(frozenset(plainly), frozenset(at_all | {each.case_id for each in people}))


def words_of(text: str) -> set[str]:
    """The words of a message as names are compared, also without a final s."""
    words = {token.word for token in tokens_of(text)}
    return words | {word.removesuffix("s").removesuffix("'") for word in words}


def is_named(agency: Agency, case_id: str | None, words: AbstractSet[str]) -> bool:
    """Whether a child of that family, or the family, stands there by a name of its own."""
    return case_id is not None and any(word in words for word in names_of(agency, case_id))


def names_of(agency: Agency, case_id: str) -> Iterator[str]:
    """Of the family by its own name, of its children by first names and nicknames; word by word."""
    names = [agency.cases[case_id].family_name]
    names += [name for c in agency.children_of(case_id) for name in (c.first_name, c.nickname or "")]
    return (word for name in names for word in split_name(name))
