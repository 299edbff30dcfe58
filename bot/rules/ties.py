"""How people are tied to a case and to a note: what the services look up before they ask permissions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from storage.types import NoteStatus, Role


class Somebody(Protocol):
    """Anyone on staff: a roster row or whatever record the services have of the person."""

    @property
    def id(self) -> str: ...
    @property
    def role(self) -> Role: ...


class Colleague(Somebody, Protocol):
    """Somebody with a place in the line."""

    @property
    def supervisor_id(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class CaseTies:
    """A case, today.

    `worker_id` its primary worker; `covering` who covers that worker's leave today; `line` the worker's
    supervisors, the nearest first (see `reviewer.line_above`); `stand_ins` who stands in today for the
    worker's own supervisor (see `reviewer.stand_ins`).
    """

    case_id: str
    worker_id: str | None
    covering: frozenset[str] = frozenset()
    line: tuple[str, ...] = ()
    stand_ins: frozenset[str] = frozenset()
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class NoteTies:
    """A note, today.

    `author_line` are the author's supervisors, the nearest first; `reviewer_id` the one to whom
    it goes today (see `reviewer.who_reviews`), None where nobody can. `author_left`: the author's account
    is closed, so that what was not submitted has nobody else to see to it.
    """

    note_id: str
    author_id: str
    status: NoteStatus
    case: CaseTies
    entered_by_id: str | None = None
    author_line: tuple[str, ...] = ()
    reviewer_id: str | None = None
    author_left: bool = False
