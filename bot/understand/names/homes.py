"""With whom the children named live, and of which case they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.understand.agency import Agency
from bot.understand.parts import Kind, NameMention


def homes_of(agency: Agency, mentions: Sequence[NameMention], on: date) -> frozenset[str]:
    """The contacts with whom the children named live."""
    children = {key for m in mentions if m.kind is Kind.CHILD for key in m.ids}
    placed = [agency.placement(key, on) for key in children]
    return frozenset(row.placement_contact_id for row in placed if row and row.placement_contact_id)


def cases_of(agency: Agency, mentions: Sequence[NameMention]) -> dict[str, str]:
    """The case of each child named."""
    known = agency.children
    return {key: known[key].case_id for mention in mentions for key in mention.ids if key in known}
