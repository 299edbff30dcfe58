"""The outbox holds in any order of events, and the machine that says so finds each fault planted in the engine."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import bindparam, update

from bot.reminders import calls, claim, intents, prepare, settle
from bot.reminders.calls import Answer, Fate
from bot.reminders.engine import Engine
from bot.reminders.limits import HISTORY
from storage.database import Database
from storage.models import OutboxItem
from storage.types import OutboxState
from tests.reminders.outbox_machine import OutboxMachine

FULL = os.environ.get("FULL") == "1"
EXAMPLES = 1500 if FULL else 30
UNTIL_FOUND = 150
STEPS = 30


def run_the_machine(db: Database, examples: int) -> None:
    run_state_machine_as_test(
        lambda: OutboxMachine(db),
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
            print_blob=False,
        ),
    )


def test_nothing_is_lost_doubled_stale_or_late(database: Database) -> None:
    """PostgreSQL holds the same rows by locks of its own; there a third of the examples is enough."""
    run_the_machine(database, EXAMPLES if database.is_sqlite else EXAMPLES // 3)


# -- faults, each planted in the real engine


def no_probe(plant: pytest.MonkeyPatch) -> None:
    """Silence is taken for "not sent"."""
    plant.setattr(calls, "probe", lambda *_args, **_more: Answer(Fate.ABSENT, HISTORY))


def no_intent(plant: pytest.MonkeyPatch) -> None:
    """Nothing is written before the post."""
    plant.setattr(intents, "mean", lambda *_args, **_more: None)


def no_fence(plant: pytest.MonkeyPatch) -> None:
    """Whoever comes back from being frozen writes on, though the row is somebody else's by now."""
    anyone = settle._settle_where(OutboxItem.fence >= bindparam("row_fence"))
    plant.setattr(settle, "_SETTLE", anyone)
    plant.setattr(settle, "_SETTLE_ONE", anyone.returning(*settle._AS_IT_STANDS))
    plant.setattr(settle, "_OPEN", settle._locked_where())
    plant.setattr(settle, "_goes_along", lambda _word, row: row is not None)


def no_deadline(plant: pytest.MonkeyPatch) -> None:
    """Nobody looks at when a message is too late."""
    real = Engine.prepare

    def for_ever(self: Engine, items: list[OutboxItem], now: Any) -> Any:
        for item in items:
            item.expires_at = None
        return real(self, items, now)

    plant.setattr(Engine, "prepare", for_ever)


def no_recheck(plant: pytest.MonkeyPatch) -> None:
    """What was needed when it was written is sent."""
    plant.setattr(prepare, "still_needed", lambda *_args: True)


def marks_first(plant: pytest.MonkeyPatch) -> None:
    """The row counts as sent before it is posted, as with senders that send at most once."""
    real = intents.mean

    def mark(session: Any, items: list[OutboxItem], **more: Any) -> None:
        real(session, items, **more)
        ids = [item.id for item in items]
        session.execute(update(OutboxItem).where(OutboxItem.id.in_(ids)).values(state=OutboxState.SENT))

    plant.setattr(intents, "mean", mark)


def no_lanes(plant: pytest.MonkeyPatch) -> None:
    """What is urgent waits behind the digests."""
    plant.setattr(claim, "_PROMPT", ())


PLANTED: dict[Callable[[pytest.MonkeyPatch], None], str] = {
    no_probe: "posted twice|and 1 stand",
    no_intent: "posted twice|and 1 stand",
    no_fence: "posted twice|had lost",
    no_deadline: "posted after its deadline",
    no_recheck: "no longer needed",
    marks_first: "sent, and 0 stand",
    no_lanes: "lost|urgent",
}


@pytest.mark.parametrize("plant_fault", PLANTED, ids=lambda plant: str(plant.__name__))
def test_a_planted_fault_is_found(
    sqlite_database: Database,
    monkeypatch: pytest.MonkeyPatch,
    plant_fault: Callable[[pytest.MonkeyPatch], None],
) -> None:
    plant_fault(monkeypatch)
    with pytest.raises(AssertionError, match=PLANTED[plant_fault]):
        run_the_machine(sqlite_database, UNTIL_FOUND)
