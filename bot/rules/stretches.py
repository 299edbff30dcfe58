"""Stretches of time, half-open [start, end), in UTC: joining, cutting out, subtracting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from bot.rules.moments import utc


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From `start` until `end`, which is not included."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, start: datetime, end: datetime) -> Self:
        """The stretch between two aware instants, in UTC."""
        return cls(utc(start), utc(end))

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    def overlap(self, other: Stretch) -> Stretch | None:
        """What both have in common; None where that is nothing."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Stretch(start, end) if start < end else None


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same time in as few stretches as possible, in order."""
    result: list[Stretch] = []
    for each in sorted(stretches):
        if result and each.start <= result[-1].end:
            result[-1] = Stretch(result[-1].start, max(result[-1].end, each.end))
        else:
            result.append(each)
    return tuple(result)


def without(whole: Stretch, holes: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """What remains of `whole` when the holes are taken out, in order."""
    left: list[Stretch] = []
    start = whole.start
    for hole in joined(holes):
        if hole.end <= whole.start or hole.start >= whole.end:
            continue
        if hole.start > start:
            left.append(Stretch(start, hole.start))
        start = max(start, hole.end)
    return (*left, Stretch(start, whole.end)) if start < whole.end else tuple(left)
