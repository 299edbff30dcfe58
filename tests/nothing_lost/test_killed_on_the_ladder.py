"""SIGKILL between the steps of an alarm: the next one is always reached, and nobody twice for the same step."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from sqlalchemy import delete, select, update

from bot.clock import SystemClock
from bot.services.outbox import OPEN_STATES
from storage.models import CrisisCall, CrisisStep, MethodPause, OutboxItem
from storage.types import OutboxState
from tests.nothing_lost.lives import Nursery, Place

SAM, ALEX = "V1", "D1"
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


def test_killed_at_every_point_with_slack_failing_half_the_time(here: Place, nursery: Nursery) -> None:
    """Two rounds, each life killed at another point of a step, every second call to Slack spoilt."""
    here.settings |= {"HEARTBEAT_SECONDS": "0.3"}
    first = here.lives(nursery)
    assert here.server.wait_for_bot()
    here.someone("U0DANA").says(SAID)
    here.someone("U0SAM").waits_for("[Acknowledge]")
    first.kill()
    here.workspace.faults.storm(
        0.5, "chat.postMessage", "conversations.open", "conversations.history", seed=7
    )
    for point in ("climbing", "climbed", "intended", "posted", "climbed", "intended"):
        minutes_pass(here)
        waits_are_over(here)
        dying = here.lives(nursery, die_at=point)
        dying.dies()
        assert dying.was_killed
    steps_have_gone(here, nursery)
    with here.database.reading() as session:
        taken = session.scalars(select(CrisisStep).order_by(CrisisStep.number)).all()
        fates = {row.id: row.state for row in session.scalars(select(OutboxItem))}
    called = [step for step in taken if step.person_id]
    assert [step.person_id for step in called] == [(SAM, ALEX)[n % 2] for n in range(len(called))], "in turn"
    assert len(called) >= 4, "round again"
    assert len({step.number for step in taken}) == len(taken)
    sent = Counter(mark for user in ("U0SAM", "U0ALEX") for mark in alarms(here, user))
    arrived = [step for step in called if fates[step.outbox_id or ""] is OutboxState.SENT]
    assert sent == Counter(step.outbox_id for step in arrived), "each step once, and none of it lost"
    for step in called:
        later = [each for each in called if each.person_id == step.person_id and each.number > step.number]
        assert step in arrived or later, "only an alert for whom a newer one waits is not sent"
    assert {step.person_id for step in arrived} == {SAM, ALEX}


def waits_are_over(here: Place) -> None:
    """What was to be tried again later may be now, as minutes would bring; nobody is alive meanwhile."""
    now = SystemClock().now()
    with here.database.begin() as session:
        session.execute(update(OutboxItem).where(OutboxItem.state.in_(OPEN_STATES)).values(next_at=now))
        session.execute(delete(MethodPause))


def steps_have_gone(here: Place, nursery: Nursery) -> None:
    """Further lives under the same storm, until each alert is settled; each begins with all waits over."""
    with here.database.begin() as session:  # no further step is due
        session.execute(update(CrisisCall).values(next_step_at=SystemClock().now() + timedelta(hours=9)))
    for _ in range(60):
        waits_are_over(here)
        life = here.lives(nursery)
        looks = (life.ended.wait(0.25) or not on_its_way(here) for _ in range(10))
        done = any(looks) and not on_its_way(here)
        life.kill()
        if done:
            return
    raise AssertionError("an alert is still on its way")


def on_its_way(here: Place) -> bool:
    waiting = OutboxItem.kind == "crisis_alarm", OutboxItem.state.in_(OPEN_STATES)
    with here.database.reading() as session:
        return session.scalar(select(OutboxItem.id).where(*waiting).limit(1)) is not None


def minutes_pass_in_vain(here: Place) -> None:
    with here.database.reading() as session:
        assert session.scalars(select(CrisisCall.next_step_at)).all() == [None]
