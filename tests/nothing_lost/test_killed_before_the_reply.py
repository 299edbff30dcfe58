"""SIGKILL after a message arrived and before the reply: after a restart the draft is there, answered once."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from storage.models import InboxItem, Note, OutboxItem, PostedCard
from storage.types import OutboxState
from tests.nothing_lost.lives import Nursery, Place
from tests.nothing_lost.runner import POINTS

VISIT = "h/v Maya Okafor yesterday 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"


def answers(here: Place, slack_user: str) -> list[str]:
    return [m.text for m in here.workspace.conversations.visible_to(slack_user) if m.from_bot]


def settled(here: Place) -> bool:
    with here.database.reading() as session:
        unmarked = session.scalar(select(func.count()).where(InboxItem.done_at.is_(None)))
        open_rows = session.scalar(select(func.count()).where(OutboxItem.state != OutboxState.SENT))
    return not unmarked and not open_rows


def one_draft_one_card(here: Place) -> None:
    assert here.workspace.wait_until(lambda: settled(here)), "everything is worked and sent in the end"
    assert len(answers(here, "U0DANA")) == 1
    with here.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 1
        assert session.scalar(select(func.count()).select_from(PostedCard)) == 1
        assert session.scalars(select(InboxItem.payload_sealed)).all() == [None], "emptied of words"


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_any_step_the_message_is_answered_once(here: Place, nursery: Nursery, point: str) -> None:
    first = here.lives(nursery, die_at=point)
    assert here.server.wait_for_bot()
    dana = here.someone("U0DANA")
    dana.says(VISIT)
    first.dies()
    assert first.was_killed
    second = here.lives(nursery)
    dana.waits_for("[Submit]")
    one_draft_one_card(here)
    second.kill()


def test_one_message_killed_at_every_step_in_turn(here: Place, nursery: Nursery) -> None:
    """Each restart gets a step further and dies there, or soon, where that step was done already."""
    lives = [here.lives(nursery, die_at=POINTS[0])]
    assert here.server.wait_for_bot()
    here.someone("U0DANA").says(VISIT)
    for point in POINTS[1:]:
        lives[-1].dies_within(3)
        lives.append(here.lives(nursery, die_at=point))
    lives[-1].dies_within(3)
    assert all(life.was_killed for life in lives)
    last = here.lives(nursery)
    here.someone("U0DANA").waits_for("[Submit]")
    one_draft_one_card(here)
    last.kill()
