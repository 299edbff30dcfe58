"""A shift that changes hands, as its cards show it: plain, with names in it, nothing to be saved back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.owed import Span
from storage.records import Person
from storage.types import CrisisStatus


class ShiftChangeKind(StrEnum):
    """How a shift is to change hands: offered to all, from one to one, one for another, taken where free."""

    OFFER = "offer"
    HAND_OVER = "hand_over"
    SWAP = "swap"
    FREE = "free"


class ShiftChangeStatus(StrEnum):
    """Where that stands: only what is done has changed the rota."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class ShiftChangeRecord:
    """One wish that a shift changes hands, for one reader.

    `stale`: it is open, but the shift is over or somebody else's by now. `asked`: how many were asked to take
    it. The `may_…` say what the reader can do.
    """

    id: str
    kind: ShiftChangeKind
    status: ShiftChangeStatus
    shift: Span
    gives: Person | None
    takes: Person | None
    back: Span | None
    asked_by: Person
    decided_by: Person | None
    decided_at: datetime | None
    reader_id: str
    stale: bool = False
    running: bool = False
    asked: int = 0
    may_take: bool = False
    may_agree: bool = False
    may_arrange: bool = False
    may_withdraw: bool = False
    may_undo: bool = False

    @property
    def told_anew(self) -> bool:
        """Whether its reader heard of the outcome by a message of its own: a party who did not settle it."""
        party = self.reader_id in {p.id for p in (self.gives, self.takes) if p}
        if self.status is ShiftChangeStatus.OPEN or self.decided_by is None:
            return False
        return party and self.reader_id != self.decided_by.id


@dataclass(frozen=True, slots=True)
class ShiftDated:
    """A shift for a calendar: `key` names it whoever holds it, `changes` how often it changed hands."""

    key: str
    span: Span
    changes: int


@dataclass(frozen=True, slots=True)
class ShiftShown:
    """A shift in a list: who holds it (None: nobody), and which button the reader has for it."""

    span: Span
    who: Person | None
    button: str = ""
    """offer, take, swap; or none"""
    value: str = ""
    offered: bool = False
    mine: bool = False
    to: Person | None = None
    """Whom the words name, to whom it would go."""
    back: Span | None = None
    names: tuple[str, ...] = ()
    """Where something is wrong with it: of those concerned."""
    why: str = ""
    """leave or gone; empty where two hold it at once."""


@dataclass(frozen=True, slots=True)
class NightCrisis:
    """A crisis as a hand-over tells of it: no words of it."""

    at: datetime
    by: Person
    family: str
    status: CrisisStatus
    has: Person | None = None
    ended: str | None = None


@dataclass(frozen=True, slots=True)
class NightCase:
    """What there was about one family: crises, (who, how often) of lookups and of notes by others."""

    family: str
    crises: tuple[NightCrisis, ...]
    lookups: tuple[tuple[str, int], ...]
    notes: tuple[tuple[str, int], ...]
