"""From the rows that a name fits to a mention: children before lawyers, open cases before closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.understand.agency import Agency, is_in_care, is_open
from bot.understand.names.cards import Card
from bot.understand.names.people import Level
from bot.understand.parts import Kind
from storage.types import Relationship

# Called by title and surname; a bare first name is not theirs where a child or kin bears it.
_PROFESSIONALS = frozenset(
    {
        Relationship.ATTORNEY_FOR_CHILD,
        Relationship.AGENCY_ATTORNEY,
        Relationship.PARENT_ATTORNEY,
        Relationship.THERAPIST,
        Relationship.SCHOOL,
        Relationship.DOCTOR,
        Relationship.CHILDCARE_WORKER,
        Relationship.ACS_WORKER,
        Relationship.OTHER,
    }
)


def likeliest(agency: Agency, cards: Sequence[Card], level: Level, on: date) -> tuple[Card, ...]:
    """Those of the cards that the words may mean, by what a worker would take for granted."""
    found = _without_namesakes(_open_first(agency, cards, on))
    children = [card for card in found if card.kind is Kind.CHILD]
    if not children:
        return tuple(found)
    if level not in {Level.FULL, Level.INITIAL}:
        found = [card for card in found if not _professional(agency, card)]
    else:
        found = children
    in_care = [card for card in children if is_in_care(agency.children[card.id], on)]
    gone = {card.id for card in children} - {card.id for card in in_care} if in_care else set()
    return tuple(card for card in found if card.id not in gone)


def _open_first(agency: Agency, cards: Sequence[Card], on: date) -> list[Card]:
    still_open = [card for card in cards if not card.case_id or is_open(agency.cases[card.case_id], on)]
    return still_open or list(cards)


def _without_namesakes(cards: Iterable[Card]) -> list[Card]:
    """James Greene is the child and not James Greene Sr., unless only the latter fits."""
    rows = list(cards)
    plain = [card for card in rows if not card.suffix]
    return plain or rows


def _professional(agency: Agency, card: Card) -> bool:
    return card.kind is Kind.CONTACT and agency.contacts[card.id].relationship in _PROFESSIONALS


def one_person(cards: Sequence[Card]) -> bool:
    """Whether several rows are one person's."""
    return len(cards) > 1 and len({card.person for card in cards}) == 1
