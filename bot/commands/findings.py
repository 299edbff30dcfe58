"""What the doctor says: one line a check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_NAMED = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's outcome."""

    subject: str
    well: bool
    says: str

    def line(self) -> str:
        """As it is printed."""
        return f"{'ok   ' if self.well else 'WRONG'}  {self.subject}: {self.says}"


def none_of(subject: str, problem: str, ids: Iterable[str], well: str) -> Finding:
    """Well where there are no `ids`; else how many and which."""
    found = list(ids)
    if not found:
        return Finding(subject, well=True, says=well)
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return Finding(subject, well=False, says=f"{len(found)} {problem}: {', '.join(found[:_NAMED])}{more}")
