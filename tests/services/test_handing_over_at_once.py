"""A review handed over while others decide, hand over or submit in the very same moment: once, and to one."""

from __future__ import annotations

import threading

import pytest

from bot.reminders.reviewers import LOOK_EVERY, Reviewers
from bot.services.review import handing_over
from bot.services.review.handing_over import Circumstances, HandOver
from storage.models import Note
from tests.services.follower import Followed
from tests.services.small_office import (
    DANA,
    RILEY,
    SAM,
    SmallOffice,
)


@pytest.fixture
def here(office: SmallOffice) -> Followed:
    return Followed(office)


def test_a_decision_that_was_quicker_is_left_alone(here: Followed) -> None:
    note = here.office.submitted()
    over = HandOver(note.id, note.version, SAM, RILEY)
    here.office.approves(note)
    with here.office.desk(SAM) as desk:
        by = Circumstances(desk.agency, desk.policy, desk.now)
        assert not handing_over.hand_over(desk.session, over, by)
    assert here.reviewer(note) == SAM


def test_many_processes_at_once_hand_over_once(here: Followed) -> None:
    written = [here.office.submitted() for _ in range(3)]
    here.moves(DANA, RILEY)
    start, moved = threading.Barrier(4), []

    def beats() -> None:
        follower = Reviewers(here.office.db, here.office.policy, here.office.shelf)
        start.wait()
        moved.append(follower.follow(here.office.now))

    threads = [threading.Thread(target=beats) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert sum(moved) == len(written)
    assert here.to("review_card") == [RILEY] * len(written)
    assert len(here.audited("note.reassign")) == len(written)


def test_a_note_that_slipped_past_the_change_is_found_within_minutes(here: Followed) -> None:
    """Submitted in the very moment of a change, by a process that still saw the office as it was."""
    here.moves(DANA, RILEY)
    here.follows()
    note = here.office.submitted()
    with here.office.db.begin() as session:
        session.get_one(Note, note.id).reviewer_id = SAM
    assert here.follows() == 0
    here.office.later(seconds=LOOK_EVERY.total_seconds())
    assert here.follows() == 1
    assert here.reviewer(note) == RILEY
