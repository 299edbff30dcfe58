"""A plan of leave as its cards show it: plain, with names in it, nothing to be saved back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from storage.owed import Span
from storage.records import NoteRecord, Person
from storage.types import LeaveStatus


@dataclass(frozen=True, slots=True)
class LeaveRecord:
    """Who is off when, who covers, and what must be in before.

    `notes_by`: when all notes must be in (UTC), `policy_by`: the policy's own time for that, which differs
    where it falls on a holiday; None as long as the first day is not known. `unsubmitted` are the author's
    notes that are not with the supervisor, those due first, each with the time by which it would be due;
    `more` of them are not shown. `families` counts the open cases that somebody must cover. `away`: the one
    who covers is off in these days too. `over`: the leave has ended, or was none. `shifts`: those of the rota
    that whoever is off holds in these days. `reviewer`: to whom the notes of that person's workers go then;
    None where that person reviews nobody's.
    """

    id: str
    status: LeaveStatus
    who: Person | None
    entered_by: Person
    first_day: date | None
    last_day: date | None
    cover: Person | None
    may_cover: tuple[Person, ...] = ()
    notes_by: datetime | None = None
    policy_by: datetime | None = None
    unsubmitted: tuple[tuple[NoteRecord, datetime | None], ...] = ()
    more: int = 0
    families: int = 0
    away: bool = False
    over: bool = False
    shifts: tuple[Span, ...] = ()
    reviewer: Person | None = None

    @property
    def has_sheet(self) -> bool:
        """Whether there is something to hand over, and somebody who takes it."""
        return self.status is LeaveStatus.CONFIRMED and self.cover is not None and self.families > 0

    @property
    def complete(self) -> bool:
        """Whether it can be confirmed."""
        return self.who is not None and self.first_day is not None and self.last_day is not None
