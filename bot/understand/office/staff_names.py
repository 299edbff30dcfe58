"""Whom on staff folded words name: the whole name counts before the first or the last one alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understand.agency import Agency
from bot.understand.writing.text import folded
from storage.types import StaffMember

NO_MORE = r"(?!\w)"


@dataclass(frozen=True, slots=True)
class _Called:
    """What a member of staff may be called, folded."""

    staff_id: str
    whole: str
    parts: tuple[str, ...]


def named(agency: Agency, staff_id: str, words: str, behind: str = NO_MORE) -> tuple[str, ...]:
    """Ids of those on staff, but for that person, whose names stand in the words; in the roster's order.

    `behind`: a pattern for what follows the name. Pure.
    """

    def is_said(name: str) -> bool:
        # Asked of every message for all on staff: hardly any name stands in one.
        return name in words and re.search(rf"(?<!\w){re.escape(name)}{behind}", words) is not None

    others = [each for each in agency.kept("called", lambda: _called(agency)) if each.staff_id != staff_id]
    whole = [each for each in others if is_said(each.whole)]
    found = whole or [each for each in others if any(map(is_said, each.parts))]
    return tuple(each.staff_id for each in found)


def parts_of(member: StaffMember) -> list[str]:
    """The first and the last name, as written; no single letters."""
    parts = member.name.split()
    return [part for part in (parts[0], parts[-1]) if len(part) > 1] if parts else []


def _called(agency: Agency) -> tuple[_Called, ...]:
    return tuple(
        _Called(each.id, folded(each.name), tuple(map(folded, parts_of(each))))
        for each in agency.staff.values()
    )
