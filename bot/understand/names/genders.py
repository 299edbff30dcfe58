"""Whether a "she" or a "he" may mean somebody: by the roster, else by the given name."""

from __future__ import annotations

from functools import cache

from bot.understand.names.cards import Card, child_card, contact_card
from bot.understand.names.text import split_name
from bot.understand.patterns.lexicon import table
from storage.types import Child, Contact


@cache
def _names(sex: str) -> frozenset[str]:
    return frozenset(table("given_names")[sex].split())


def sex_of(card: Card) -> str:
    """`f` or `m` by relationship and notes, else by a given name; empty where unknown."""
    return card.sex or _by_given(card.given)


def sex_of_child(row: Child) -> str:
    """`f` or `m` by the child's given name, empty where it may be either's."""
    return _by_given(child_card(row).given)


def sex_of_contact(row: Contact) -> str:
    """`f` or `m` of somebody around a child, empty where unknown."""
    return sex_of(contact_card(row))


def is_given(word: str) -> bool:
    """Whether the word is a given name that tells a sex."""
    return word in _names("female") or word in _names("male")


def _by_given(given: tuple[str, ...]) -> str:
    whole = (*given[:1], "-".join(given), "".join(given))
    female, male = (any(name in _names(sex) for name in whole) for sex in ("female", "male"))
    return "" if female == male else "f" if female else "m"


def fits_by_name(name: str, sex: str) -> bool:
    """Whether the given name at the head of a full name is one of that sex."""
    return bool(sex) and _by_given(split_name(name)[:1]) == sex
