"""What was assumed about who is meant: shown on the card, so that Submit confirms it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.understand.names.parts import Stance
from bot.understand.parts import How, Kind, Mark, NameMention

_WHY = {
    How.FUZZY: "spelling",
    How.HOMOPHONE: "sounds_like",
    How.ALIAS: "nickname",
    How.INITIALS: "initials",
    How.ROLE: "role",
}


def marks_for(
    stood: Iterable[tuple[NameMention, Stance]], children: Collection[str], people: Collection[str]
) -> tuple[Mark, ...]:
    """One mark for each child or person who was not named in full and as written, or is off the caseload."""
    found: dict[Mark, None] = {}
    for mention, _ in stood:
        for key in mention.ids:
            if key in children or key in people:
                slot = "child" if mention.kind is Kind.CHILD else "person"
                if mention.how in _WHY:
                    found.setdefault(Mark(slot, key, _WHY[mention.how], mention.span))
                if not mention.on_caseload:
                    found.setdefault(Mark(slot, key, "off_caseload", mention.span))
    return tuple(found)
