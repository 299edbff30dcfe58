"""SIGKILL while Slack writes a clip down: the waiting is a row, and the next life goes on with it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from playground import acts
from storage.models import InboxItem, Note, NoteVersion, OutboxItem, PostedCard
from storage.types import OutboxState
from tests.nothing_lost.lives import Nursery, Place

VISIT = "saw maya okafor yesterday at four pm at the foster home with ms stone for forty five minutes"
LISTENING = "Listening to your clip"


def answers(here: Place) -> list[str]:
    return [m.text for m in here.workspace.conversations.visible_to("U0DANA") if m.from_bot]


def one_draft_one_message(here: Place) -> None:
    def settled() -> bool:
        with here.database.reading() as session:
            unmarked = session.scalar(select(func.count()).where(InboxItem.done_at.is_(None)))
            open_rows = session.scalar(select(func.count()).where(OutboxItem.state != OutboxState.SENT))
        return not unmarked and not open_rows

    here.someone("U0DANA").waits_for("[Submit]")
    here.someone("U0DANA").waits_until_gone(LISTENING)
    here.someone("U0DANA").waits_until_gone("Heard.")
    assert here.workspace.wait_until(settled), "everything is worked in the end"
    assert len(answers(here)) == 1
    with here.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 1
        assert session.scalars(select(PostedCard.kind)).all() == ["note_card"]
        assert session.scalars(select(NoteVersion)).one().narrative == VISIT


def test_killed_while_waiting_the_next_life_hears_it(here: Place, nursery: Nursery) -> None:
    first = here.lives(nursery)
    assert here.server.wait_for_bot()
    dana = here.someone("U0DANA")
    clip = acts.voice(here.workspace, "U0DANA", VISIT)
    dana.waits_for(LISTENING)
    first.kill()
    acts.transcribed(here.workspace, "U0DANA", clip)
    second = here.lives(nursery)
    one_draft_one_message(here)
    second.kill()


def test_killed_again_and_again_while_waiting(here: Place, nursery: Nursery) -> None:
    clip = None
    for _ in range(3):
        life = here.lives(nursery)
        assert here.server.wait_for_bot()
        if clip is None:
            clip = acts.voice(here.workspace, "U0DANA", VISIT)
        here.someone("U0DANA").waits_for(LISTENING)
        life.kill()
    acts.transcribed(here.workspace, "U0DANA", clip)
    last = here.lives(nursery)
    one_draft_one_message(here)
    last.kill()


@pytest.mark.parametrize("point", ["drafted", "posted", "settled"])
def test_killed_once_it_was_heard_there_is_one_draft(here: Place, nursery: Nursery, point: str) -> None:
    clip = acts.voice(here.workspace, "U0DANA", VISIT)
    acts.transcribed(here.workspace, "U0DANA", clip)
    life = here.lives(nursery, die_at=point)
    life.dies_within(15)
    last = here.lives(nursery)
    one_draft_one_message(here)
    last.kill()
