"""SIGKILL between the steps of an alarm: the next one is always reached, and nobody twice for the same step."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select, update

from bot.clock import SystemClock
from storage.models import CrisisCall, CrisisStep
from tests.nothing_lost.lives import Nursery, Place

SAID = "CRISIS Tobi Okafor ran away from Ms Stone's, just now"


def minutes_pass(here: Place) -> None:
    """The next step is due now."""
    with here.database.begin() as session:
        session.execute(update(CrisisCall).values(next_step_at=SystemClock().now()))


def alarms(here: Place, slack_user: str) -> list[str]:
    shown = here.workspace.conversations.visible_to(slack_user)
    return [m.metadata["event_payload"]["id"] for m in shown if m.metadata and "acknowledge" in m.text]


def test_killed_before_and_after_each_step_it_goes_on_where_it_was(here: Place, nursery: Nursery) -> None:
    here.settings |= {"HEARTBEAT_SECONDS": "0.3"}
    first = here.lives(nursery)
    assert here.server.wait_for_bot()
    here.someone("U0DANA").says(SAID)
    here.someone("U0SAM").waits_for("[Acknowledge]")
    first.kill()
    minutes_pass(here)
    for point in ("climbing", "climbed", "posted"):
        dying = here.lives(nursery, die_at=point)
        dying.dies()
        assert dying.was_killed
    last = here.lives(nursery)
    here.someone("U0ALEX").waits_for("[Acknowledge]")
    here.someone("U0ALEX").clicks("Acknowledge")
    here.someone("U0SAM").waits_for("Acknowledged by Alex Marsh")
    minutes_pass_in_vain(here)
    last.kill()
    with here.database.reading() as session:
        numbers = session.scalars(select(CrisisStep.number).where(CrisisStep.person_id.is_not(None))).all()
    sent = Counter(mark for user in ("U0SAM", "U0ALEX", "U0RILEY") for mark in alarms(here, user))
    assert set(sent.values()) == {1}
    assert len(sent) == len(numbers) == 2


def minutes_pass_in_vain(here: Place) -> None:
    with here.database.reading() as session:
        assert session.scalars(select(CrisisCall.next_step_at)).all() == [None]
