"""The inner forms of the grammar: a day, a clock time, an atom, a draft mention; all not yet resolved.

Offsets here are canonical ones (see canon.py) until a mention is written out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Day:
    """A day as said.

    `kind`: offset (n days from the sending day), weekday, date, dom (day of the month),
    lastnight, holiday,
    or invalid (11/31). `how`: last | this | next | lastweek | nextweek | ago, for a weekday.
    """

    kind: str
    number: int = 0
    month: int = 0
    year: int | None = None
    how: str = ""
    name: str = ""
    swapped: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as said: `half` is am, pm or None where unsaid; `exact` where 24 hours leave no doubt."""

    hour: int
    minute: int
    half: str | None = None
    exact: bool = False
    midnight: bool = False


@dataclass(slots=True)
class Atom:
    """One expression of one kind, at canonical [start, end).

    `off`: its sentence calls something off; `just`: it has just happened; `done`: a past verb of contact
    or sending stands before it, although a word for what is to come does too; `ahead`: no past verb
    stands beside its `this Friday` or court date; `made`: the time of a contact told in the past;
    `told`: of a habit or a fact.
    """

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    until: Clock | None = None
    minutes: int | None = None
    part: str | None = None
    ago: timedelta | None = None
    ending: bool = False
    same: bool = False
    strong: bool = True
    role: str = "event"
    never: bool = False
    acted: bool = False
    off: bool = False
    just: bool = False
    done: bool = False
    ahead: bool = False
    made: bool = False
    told: bool = False

    @property
    def timed(self) -> bool:
        """A clock time or a moment counted back is known."""
        return self.clock is not None or self.ago is not None

    def joined(self, other: Atom) -> Atom:
        """The atom with what the other one adds."""
        return replace(
            self,
            start=min(self.start, other.start),
            end=max(self.end, other.end),
            day=self.day or other.day,
            clock=self.clock or other.clock,
            until=self.until or other.until,
            minutes=self.minutes if self.minutes is not None else other.minutes,
            part=self.part or other.part,
            ago=self.ago if self.ago is not None else other.ago,
            ending=self.ending or other.ending,
            same=self.same or other.same,
            role=self.role if self.role != "event" else other.role,
        )


class Field:
    """The canonical text while it is being read: what was taken is blanked, offsets stay."""

    def __init__(self, text: str) -> None:
        self.whole = text
        self.free = text

    def take_all(self, spans: list[tuple[int, int]], mark: str = "¤") -> None:
        """Blanks many spans at once (in order, not overlapping): one pass over the text."""
        if not spans:
            return
        out, at = [], 0
        for start, end in spans:
            out += [self.free[at:start], mark * (end - start)]
            at = end
        self.free = "".join([*out, self.free[at:]])
