"""Who covers, as a plan of leave says it: "off Dec 21 thru Jan 4, Kevin covers", "me cubre Kevin"."""

from __future__ import annotations

import re

from bot.understand.agency import Agency
from bot.understand.text import folded
from storage.types import StaffMember

_COVERS = re.compile(
    r"(?<!\w)(?:cover(?:s|ed|ing|age)?|backup|back up|fill(?:s|ing)? in|stand(?:s|ing)? in|step(?:s|ping)? in"
    r"|has my|have my|takes? my|taking my|watch(?:es|ing)? my|handl(?:es|ing) my|will (?:take|have|watch)"
    r"|cubr\w+|cobertura|reemplaz\w+|suplente|se encarga|se queda con)(?!\w)"
)


def covering_of(agency: Agency, staff_id: str, text: str) -> tuple[str, ...]:
    """Ids of those on staff whom the words may name as covering; several fit where a first name is shared.

    Nobody unless the words speak of covering. The whole name counts before the first or last one alone. Pure.
    """
    words = folded(text)
    return named_in(agency, staff_id, words) if _COVERS.search(words) else ()


def named_in(agency: Agency, staff_id: str, words: str) -> tuple[str, ...]:
    """Ids of those on staff, but for that person, whom the folded words may name. Pure."""
    others = [each for each in agency.staff.values() if each.id != staff_id]
    whole = [each for each in others if _is_said(each.name, words)]
    named = whole or [each for each in others if any(_is_said(part, words) for part in _names(each))]
    return tuple(sorted(each.id for each in named))


def _names(member: StaffMember) -> list[str]:
    parts = member.name.split()
    return [part for part in (parts[0], parts[-1]) if len(part) > 1] if parts else []


def _is_said(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", words) is not None
