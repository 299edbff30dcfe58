"""Messages said while the bot was down, whose events Slack gave up on, are read back and worked once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from playground.acts import say
from playground.deliveries import Deliveries
from tests.nothing_lost.lives import Nursery, Place
from tests.nothing_lost.test_killed_before_the_reply import VISIT, answers, settled


@pytest.fixture
def gives_up(here: Place) -> Iterator[Deliveries]:
    """Slack tries once, and never again."""
    here.workspace.deliveries.redelivery = ()
    yield here.workspace.deliveries
    here.workspace.deliveries.redelivery = (0.0, 0.5, 1.0)


def introduced(here: Place, nursery: Nursery) -> None:
    """Dana has talked with the bot before, and then the bot is gone."""
    life = here.lives(nursery)
    assert here.server.wait_for_bot()
    dana = here.someone("U0DANA")
    dana.says("hello")
    assert here.workspace.wait_until(lambda: len(answers(here, "U0DANA")) == 1 and settled(here))
    life.kill()


def test_what_was_said_to_nobody_is_worked_once(here: Place, nursery: Nursery, gives_up: Deliveries) -> None:
    introduced(here, nursery)
    before = len(answers(here, "U0DANA"))
    said = say(here.workspace, "U0DANA", VISIT)
    missed = gives_up.sent[-1]
    assert here.workspace.wait_until(lambda: missed.state == "failed"), "Slack gave up on it"
    life = here.lives(nursery)
    here.someone("U0DANA").waits_for("[Submit]")
    assert said.text == VISIT
    here.workspace.deliver_again(missed)
    assert here.workspace.settled()
    assert here.workspace.wait_until(lambda: settled(here))
    assert len(answers(here, "U0DANA")) == before + 1, "its event came after all, and said nothing new"
    life.kill()
    again = here.lives(nursery)
    assert here.server.wait_for_bot()
    assert not here.workspace.wait_until(lambda: len(answers(here, "U0DANA")) > before + 1, 3)
    again.kill()


def _failed(here: Place, deliveries: Deliveries) -> None:
    missed = deliveries.sent[-1]
    assert here.workspace.wait_until(lambda: missed.state == "failed"), "Slack gave up on it"


def test_what_was_said_in_a_thread_and_what_was_edited_is_worked_once(
    here: Place, nursery: Nursery, gives_up: Deliveries
) -> None:
    life, dana = here.lives(nursery), here.someone("U0DANA")
    assert here.server.wait_for_bot()
    message = dana.says(VISIT)
    dana.waits_for("[Submit]")
    assert here.workspace.wait_until(lambda: settled(here))
    life.kill()
    dana.says("that was 5pm", thread_of="[Submit]")
    _failed(here, gives_up)
    dana.edits(message, VISIT.replace("45 min", "50 min"))
    _failed(here, gives_up)
    life = here.lives(nursery)
    dana.waits_for("You edited the message behind this draft")
    dana.waits_for("5:00 PM")
    assert here.workspace.wait_until(lambda: settled(here))
    count = len(answers(here, "U0DANA"))
    for missed in gives_up.sent[-2:]:
        here.workspace.deliver_again(missed)
    assert here.workspace.settled()
    assert here.workspace.wait_until(lambda: settled(here))
    assert len(answers(here, "U0DANA")) == count, "their events came after all, and said nothing new"
    life.kill()


def test_what_was_said_and_edited_meanwhile_is_worked_as_it_stands(
    here: Place, nursery: Nursery, gives_up: Deliveries
) -> None:
    introduced(here, nursery)
    before = len(answers(here, "U0DANA"))
    dana = here.someone("U0DANA")
    message = dana.says(VISIT)
    _failed(here, gives_up)
    dana.edits(message, VISIT.replace("4pm", "5pm"))
    _failed(here, gives_up)
    life = here.lives(nursery)
    assert "5:00 PM" in dana.waits_for("[Submit]")
    for missed in gives_up.sent[-2:]:
        here.workspace.deliver_again(missed)
    assert here.workspace.settled()
    assert here.workspace.wait_until(lambda: settled(here))
    assert len(answers(here, "U0DANA")) == before + 1, "one card, and no offer of what it says already"
    life.kill()
