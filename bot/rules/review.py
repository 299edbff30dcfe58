"""The life of a note: which move is possible from which status, and what a note needs to be submitted.

draft → submitted → (returned → submitted …) → approved, which is final; draft ⇄ discarded (DOMAIN 2). The
services move a note by a conditional UPDATE `WHERE status IN (statuses_for(action))`; this table is its
only source.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from bot.errors import Outdated
from storage.types import EventType, Method, NoteStatus, Outcome


class Action(StrEnum):
    """What a person can do with a note."""

    EDIT = "edit"
    SUBMIT = "submit"
    DISCARD = "discard"
    RESTORE = "restore"
    APPROVE = "approve"
    RETURN = "return"
    ADD_ADDENDUM = "add_addendum"
    MARK_ENTERED = "mark_entered"


MOVES = MappingProxyType(
    {
        (NoteStatus.DRAFT, Action.EDIT): NoteStatus.DRAFT,
        (NoteStatus.DRAFT, Action.SUBMIT): NoteStatus.SUBMITTED,
        (NoteStatus.DRAFT, Action.DISCARD): NoteStatus.DISCARDED,
        (NoteStatus.DISCARDED, Action.RESTORE): NoteStatus.DRAFT,
        (NoteStatus.SUBMITTED, Action.APPROVE): NoteStatus.APPROVED,
        (NoteStatus.SUBMITTED, Action.RETURN): NoteStatus.RETURNED,
        (NoteStatus.RETURNED, Action.EDIT): NoteStatus.RETURNED,
        (NoteStatus.RETURNED, Action.SUBMIT): NoteStatus.SUBMITTED,
        (NoteStatus.APPROVED, Action.ADD_ADDENDUM): NoteStatus.APPROVED,
        (NoteStatus.APPROVED, Action.MARK_ENTERED): NoteStatus.APPROVED,
    }
)

STANDING = MappingProxyType(
    {
        NoteStatus.DRAFT: "This note is still a draft.",
        NoteStatus.SUBMITTED: "This note has been submitted and is with the supervisor.",
        NoteStatus.RETURNED: "This note has been returned for correction.",
        NoteStatus.APPROVED: "This note has been approved, which is final; an addendum can be added.",
        NoteStatus.DISCARDED: "This draft was discarded; it can be brought back.",
    }
)


def may_move(status: NoteStatus, action: Action) -> bool:
    """Whether a note of that status allows the action (who may is bot.rules.permissions' question)."""
    return (status, action) in MOVES


def next_status(status: NoteStatus, action: Action) -> NoteStatus:
    """The status after the action; `Outdated`, saying how the note stands, where it isn't possible."""
    if not may_move(status, action):
        raise Outdated(STANDING[status])
    return MOVES[status, action]


def statuses_for(action: Action) -> frozenset[NoteStatus]:
    """The statuses from which the action is possible, for the conditional UPDATE."""
    return frozenset(status for status, each in MOVES if each is action)


def actions_for(status: NoteStatus) -> frozenset[Action]:
    """What can be done with a note of that status."""
    return frozenset(action for each, action in MOVES if each is status)


class Missing(StrEnum):
    """A field that a note still needs, in the order in which it is asked for."""

    WORDS = "words"
    CHILD = "child"
    TYPE = "type"
    DATE = "date"
    TIME = "time"
    OUTCOME = "outcome"
    METHOD = "method"


class Submittable(Protocol):
    """The content of a note as far as it decides whether the note can be submitted."""

    @property
    def children(self) -> Collection[str]: ...
    @property
    def types(self) -> Collection[EventType]: ...
    @property
    def on(self) -> date | None: ...
    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def part_of_day(self) -> str | None: ...
    @property
    def time_unknown(self) -> bool: ...
    @property
    def method(self) -> Method | None: ...
    @property
    def outcome(self) -> Outcome | None: ...
    @property
    def narrative(self) -> str: ...


def missing_to_submit(
    content: Submittable, *, case_id: str | None, today: date | None = None
) -> tuple[Missing, ...]:
    """What the note still needs, in asking order; empty: it can be submitted (DOMAIN 2).

    A child or case, a type, a date, an outcome, a method and words; and a time, a part of the day, or the
    answer "I don't know the time" (letters are asked for none). A plan is no outcome, and with `today`
    (the agency's day) a date that has not come yet is none: what has not happened cannot be recorded.
    """
    lacking = {
        Missing.WORDS: not content.narrative.strip(),
        Missing.CHILD: not (content.children or case_id),
        Missing.TYPE: not content.types,
        Missing.DATE: content.on is None or (today is not None and content.on > today),
        Missing.TIME: not _time_is_settled(content),
        Missing.OUTCOME: content.outcome in {None, Outcome.PLANNED},
        Missing.METHOD: content.method is None,
    }
    return tuple(field for field, absent in lacking.items() if absent)


def _time_is_settled(content: Submittable) -> bool:
    said = content.starts_at is not None or bool(content.part_of_day)
    return said or content.time_unknown or content.method is Method.MAIL
