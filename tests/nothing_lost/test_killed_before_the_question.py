"""SIGKILL between the card and the second opinion on danger: after a restart the worker is still asked, once."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from storage.models import InboxItem, Note, NoteVersion, PostedCard
from tests.nothing_lost.lives import Nursery, Place
from tests.understand.opinion.opinion_says import subtle

SUBTLE = subtle("saw Maya Okafor at Ms Stone's yesterday 4pm")
ASKED = "Is it an emergency?"


def worked(here: Place) -> bool:
    with here.database.reading() as session:
        return not session.scalar(select(func.count()).where(InboxItem.done_at.is_(None)))


def versions(here: Place) -> list[str]:
    with here.database.reading() as session:
        return list(session.scalars(select(NoteVersion.made_how).order_by(NoteVersion.number)))


@pytest.mark.parametrize("point", ["listening", "listened"])
def test_a_crash_between_card_and_second_opinion_loses_no_question(
    here: Place, nursery: Nursery, point: str
) -> None:
    first = here.lives(nursery, die_at=point)
    assert here.server.wait_for_bot()
    dana = here.someone("U0DANA")
    dana.says(SUBTLE)
    first.dies()
    assert first.was_killed
    assert not dana.sees(ASKED)
    second = here.lives(nursery)
    dana.waits_for(ASKED)
    assert here.workspace.wait_until(lambda: worked(here))
    assert versions(here) == ["read", "asked"]
    with here.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 1
        assert session.scalar(select(func.count()).select_from(PostedCard)) == 1
    second.kill()
