"""Notes that go round too often or too long without a decision: the directors are told (DOMAIN 3)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.deadlines import loop_deadline
from bot.rules.moments import SECOND
from bot.rules.quiet import after_quiet
from bot.services import outbox
from bot.services.desk import Desk
from storage.types import NoteStatus, Role

TOLD = "goes_round"
UNDECIDED = (NoteStatus.SUBMITTED, NoteStatus.RETURNED)


def first_return(desk: Desk, note_id: str) -> None:
    """From here on the week runs: the directors are told when it is over, if the note is undecided then."""
    _tell(desk, note_id, "week", loop_deadline(desk.now, policy=desk.policy) + SECOND)


def resubmitted(desk: Desk, note_id: str, loops: int) -> None:
    """The note came back once more, after so many returns."""
    if loops >= desk.policy.review.loops_before_director:
        _tell(desk, note_id, f"loops-{loops}", desk.now)


def _tell(desk: Desk, note_id: str, step: str, at: datetime) -> None:
    for each in desk.agency.staff.values():
        if each.role is Role.DIRECTOR:
            due = after_quiet(at, tz=ZoneInfo(each.timezone), policy=desk.policy)
            outbox.put(
                desk.session,
                dedupe_key=f"{TOLD}:{note_id}:{each.id}:{step}",
                kind=TOLD,
                recipient_id=each.id,
                now=desk.now,
                due_at=due,
                subject_id=note_id,
            )
