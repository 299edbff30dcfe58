"""What of the roster is still to be looked at: what is urgent first, and of very much a portion at a time.

It is kept in memory alone. A process that starts begins with everything, so that nothing is lost with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import islice

from bot.rules.reminders import Kind
from bot.services.duties.moved import Families, families_of
from bot.services.duties.wanted import OFFICE
from bot.understand.agency import Agency

PORTION = 250
"""Families that are looked at together: they cost some 20 ms, or 150 where all of it has to be written."""


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at: what the office owes, some families, or rows that belong to none."""

    office: tuple[Kind, ...] = ()
    families: Families | None = None


@dataclass(slots=True)
class Agenda:
    """What is to be looked at. Nothing is taken off before it is done: a look that failed is made again."""

    office: tuple[Kind, ...] = ()
    changed: Families | None = None
    """Looked at as a whole: what belonged to one of them before may belong to another one now."""
    queue: dict[str, None] = field(default_factory=dict)
    months_past: bool = False
    nobodys: bool = False

    def __bool__(self) -> bool:
        return bool(self.office or self.changed or self.queue or self.months_past or self.nobodys)

    def everything(self, cases: Iterable[str]) -> None:
        """Look at all there is, the families in this order."""
        self.office, self.queue = OFFICE, dict.fromkeys(cases)
        self.changed, self.months_past, self.nobodys = None, True, True

    def add_office(self, kinds: Collection[Kind]) -> None:
        """Look at what the office owes of these kinds, before anything else."""
        self.office = tuple(kind for kind in OFFICE if kind in kinds or kind in self.office)

    def add_changed(self, families: Families) -> None:
        """Look at these next."""
        self.changed = families if self.changed is None else self.changed | families

    def add_first(self, cases: Iterable[str]) -> None:
        """Look at these before those that are waiting already."""
        self.queue = {**dict.fromkeys(cases), **self.queue}

    def next_look(self, agency: Agency, portion: int = PORTION) -> Look:
        """What comes next; an empty look where only rows that are nobody's are left."""
        if self.office:
            return Look(office=self.office)
        if self.changed is not None:
            return Look(families=self.changed)
        if self.queue:
            return Look(families=families_of(list(islice(self.queue, portion)), agency))
        return Look()

    def done(self, look: Look) -> None:
        """Take off what was looked at."""
        if look.office:
            self.office = ()
        elif look.families is not None:
            for case in look.families.cases:
                self.queue.pop(case, None)
            if look.families is self.changed:
                self.changed = None
