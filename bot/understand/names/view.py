"""Whom a sender may mean: the caseload's index first, the whole agency's behind it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from bot.understand.agency import Agency, Caseload
from bot.understand.names.cards import Card, child_card, contact_card, staff_card
from bot.understand.names.index import NameIndex
from bot.understand.names.text import split_name
from bot.understand.parts import Kind
from storage.types import CaseStatus

Families = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""The first word of a family's name to (its words, case id)."""


@dataclass(frozen=True, eq=False)
class View:
    """An agency seen by one sender on one local date.

    `near` indexes the caseload, or everybody where the sender has none; `far` everybody, built when first
    needed and kept by the agency; `staff` the colleagues.
    """

    agency: Agency
    caseload: Caseload
    near: NameIndex
    families: Families

    @cached_property
    def far(self) -> NameIndex:
        """The whole agency's names."""
        return _everybody(self.agency)

    @cached_property
    def far_families(self) -> Families:
        """The whole agency's families."""
        return _all_families(self.agency)

    @cached_property
    def staff(self) -> NameIndex:
        """The colleagues' names."""
        make = lambda: NameIndex.of(map(staff_card, self.agency.roster.staff))  # noqa: E731
        return self.agency.kept("staff names", make)

    @cached_property
    def case_ids(self) -> frozenset[str]:
        """The cases of the caseload."""
        return frozenset(self.caseload.case_ids)

    def on_caseload(self, case_id: str) -> bool:
        """Whether a case is the sender's own or covered, or the sender has the whole agency."""
        return self.caseload.whole_agency or case_id in self.case_ids


Nicknames = Mapping[str, str]
"""What one worker calls those on her caseload: a folded name to the id of the child or contact."""
NO_NICKNAMES: Nicknames = MappingProxyType({})


def view_for(agency: Agency, sender_id: str | None, on: date, nicknames: Nicknames = NO_NICKNAMES) -> View:
    """The sender's view on a local date; cheap after the first for a caseload.

    `nicknames` count for those on the caseload alone, and only where nobody there bears the name.
    """
    caseload = agency.caseload(sender_id, on)
    if caseload.whole_agency:
        return View(agency, caseload, _everybody(agency), _all_families(agency))
    cases = caseload.case_ids
    plain = agency.kept(
        ("names", cases), lambda: NameIndex.of(_cards(agency, cases), _families(agency, cases))
    )
    return View(
        agency,
        caseload,
        _called(agency, cases, plain, nicknames) if nicknames else plain,
        agency.kept(("families", cases), lambda: _families(agency, cases)),
    )


def _called(agency: Agency, cases: tuple[str, ...], plain: NameIndex, nicknames: Nicknames) -> NameIndex:
    """The caseload's names with what the sender calls them."""
    here = {card.id for card in plain.cards}
    own = tuple(sorted((n, i) for n, i in nicknames.items() if i in here and not plain.knows(n)))
    if not own:
        return plain

    def make() -> NameIndex:
        cards = [
            replace(c, aliases=(*c.aliases, *(split_name(n) for n, i in own if i == c.id)))
            for c in plain.cards
        ]
        return NameIndex.of(cards, _families(agency, cases))

    return agency.kept(("names", cases, own), make)


def cards_of(agency: Agency, case_id: str) -> tuple[Card, ...]:
    """The children and contacts of a case as bearers of names."""
    key: Hashable = ("cards", case_id)
    return agency.kept(
        key,
        lambda: (
            *map(child_card, agency.children_of(case_id)),
            *map(contact_card, agency.contacts_of(case_id)),
        ),
    )


def _cards(agency: Agency, case_ids: Iterable[str]) -> Iterable[Card]:
    return (card for case_id in case_ids for card in cards_of(agency, case_id))


def _everybody(agency: Agency) -> NameIndex:
    return agency.kept("everybody", lambda: NameIndex.of(_cards_of_all(agency), _all_families(agency)))


def _cards_of_all(agency: Agency) -> Iterable[Card]:
    """Children before contacts and open cases before closed ones, so that of very many the first will do."""
    cases = sorted(agency.cases.values(), key=lambda case: case.status is CaseStatus.CLOSED)
    cards = list(_cards(agency, (case.id for case in cases)))
    return sorted(cards, key=lambda card: card.kind is not Kind.CHILD)


def _all_families(agency: Agency) -> Families:
    return agency.kept("all families", lambda: _families(agency, agency.cases))


def _families(agency: Agency, case_ids: Iterable[str]) -> Families:
    """Each case's family name and its children's surnames; a double name by each of its parts too."""
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for case_id in case_ids:
        names = {agency.cases[case_id].family_name} | {row.last_name for row in agency.children_of(case_id)}
        for words in map(split_name, sorted(names)):
            for start in range(len(words)):
                found.setdefault(words[start], {})[words[start:], case_id] = None
    return {word: tuple(rows) for word, rows in found.items()}
