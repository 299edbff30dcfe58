"""A draft that was left is offered again at the end of the worker's day, and kept until it is discarded."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.models import AuditRow, Note
from storage.types import NoteStatus
from tests.conversations.office import Office
from tests.stock import NEW_YORK

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"
EVENING = datetime(2026, 11, 9, 18, 20, tzinfo=NEW_YORK)


def left(office: Office) -> None:
    """Two drafts, one of them with a question, and the evening."""
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.dana.says("saw Maya Lindgren today at school")
    office.dana.waits_for("What time was it?")
    office.fast_forward(EVENING)
    office.dana.waits_for("2 drafts still open")


def test_all_of_them_stand_in_one_message_with_what_can_be_done(office: Office) -> None:
    left(office)
    message = office.dana.newest_card("drafts still open")
    assert "Okafor case, K1" in message
    assert "Lindgren case, K2" in message
    assert message.count("[Open]") == message.count("[Discard]") == 2
    assert message.count("[Submit]") == 1, "one of them has a question open"


def test_it_is_said_once_a_day_and_again_the_next(office: Office) -> None:
    left(office)
    office.fast_forward(datetime(2026, 11, 9, 19, 30, tzinfo=NEW_YORK))
    office.fast_forward(datetime(2026, 11, 9, 21, 0, tzinfo=NEW_YORK))
    assert office.dana.reads().count("drafts still open") == 1
    office.fast_forward(datetime(2026, 11, 10, 18, 5, tzinfo=NEW_YORK))
    office.demo.workspace.wait_until(lambda: office.dana.reads().count("drafts still open") == 2)
    assert office.dana.reads().count("drafts still open") == 2


def test_submit_and_discard_work_from_there(office: Office) -> None:
    left(office)
    office.dana.clicks("Submit", on="drafts still open")
    office.sam.waits_for("Note from Dana Ellis")
    office.dana.waits_for("1 draft still open")
    office.dana.clicks("Discard", on="1 draft still open")
    office.dana.waits_for("None of these drafts is open any more")
    with office.db.reading() as session:
        assert set(session.scalars(select(Note.status))) == {NoteStatus.SUBMITTED, NoteStatus.DISCARDED}
        assert "note.discard" in session.scalars(select(AuditRow.action)).all()


def test_a_draft_just_begun_is_left_alone(office: Office) -> None:
    office.demo.workspace.clock.to(datetime(2026, 11, 9, 18, 30, tzinfo=NEW_YORK))
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.fast_forward(datetime(2026, 11, 9, 18, 35, tzinfo=NEW_YORK))
    assert not office.dana.sees("still open")
    office.fast_forward(datetime(2026, 11, 9, 18, 50, tzinfo=NEW_YORK))
    office.dana.waits_for("1 draft still open")


def test_nobody_is_told_of_what_is_submitted(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")
    office.fast_forward(EVENING)
    assert not office.dana.sees("still open")


def test_what_is_late_by_now_says_so(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.fast_forward(datetime(2026, 11, 12, 18, 20, tzinfo=NEW_YORK))
    office.dana.waits_for("1 draft still open")
    assert "late, it was due" in office.dana.newest_card("1 draft still open")
