"""What a worker who left had open is not lost: somebody sees to it, and only that one may read it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.errors import AlreadyDecided, NotAllowed
from bot.services import due, left_behind, notes
from bot.services.review import review
from storage.models import Case, ReturnMeeting
from storage.stamps import lock_roster
from storage.types import NoteStatus
from tests.services.follower import TUESDAY, Followed
from tests.services.small_office import ALEX, DANA, JO, KIM, NOOR, RILEY, SAM, SmallOffice


@pytest.fixture
def here(office: SmallOffice) -> Followed:
    return Followed(office)


def test_a_draft_goes_to_the_supervisor_to_see_to(here: Followed) -> None:
    draft = here.office.draft()
    with pytest.raises(NotAllowed):
        here.office.seen_by(SAM, draft.id)
    here.account(DANA, closed=True)
    assert here.follows() == 1
    assert here.owed("note", "left") == [("left", SAM, draft.due_at)]
    assert here.office.seen_by(SAM, draft.id).content.narrative == draft.content.narrative
    for nobody in (RILEY, KIM, NOOR, JO, ALEX):
        with pytest.raises(NotAllowed):
            here.office.seen_by(nobody, draft.id)
    assert here.follows() == 0
    (row,) = here.audited("note.left")
    assert row.details == {"to": SAM}


def test_only_the_author_could_submit_or_change_it(here: Followed) -> None:
    draft = here.office.draft()
    here.account(DANA, closed=True)
    here.follows()
    with here.office.desk(SAM) as desk:
        assert not review.decides(desk, notes.read(desk, draft.id))
        for verb in (notes.submit, notes.discard):
            with pytest.raises(NotAllowed):
                verb(desk, draft.id, draft.version)


def test_it_stands_among_what_is_due_until_it_was_seen_to(here: Followed) -> None:
    draft = here.office.draft()
    here.account(DANA, closed=True)
    here.follows()
    with here.office.desk(SAM) as desk:
        (owed,) = due.list_due(desk).owed
        assert (owed.kind, owed.note and owed.note.id) == ("left", draft.id)
        assert left_behind.is_left(desk, draft.id)
        left_behind.see_to(desk, draft.id)
        assert due.list_due(desk).owed == ()
    assert here.follows(TUESDAY) == 0
    assert here.office.seen_by(SAM, draft.id).status is NoteStatus.DRAFT
    with here.office.desk(SAM) as desk, pytest.raises(AlreadyDecided):
        left_behind.see_to(desk, draft.id)
    with here.office.desk(RILEY) as desk, pytest.raises(NotAllowed):
        left_behind.see_to(desk, draft.id)


def test_who_comes_back_finds_everything_as_it_was(here: Followed) -> None:
    draft = here.office.draft()
    for closed in (True, False):
        here.account(DANA, closed=closed)
        assert here.follows() == 1
    assert here.owed("note", "left") == [("note", DANA, draft.due_at)]
    with pytest.raises(NotAllowed):
        here.office.seen_by(SAM, draft.id)
    here.account(DANA, closed=True)
    assert here.follows() == 1
    assert here.owed("note", "left") == [("left", SAM, draft.due_at)]


def test_a_returned_note_too_by_its_corrections_time(here: Followed) -> None:
    note = here.office.returns(here.office.submitted())
    here.account(DANA, closed=True)
    here.follows()
    assert here.owed("correction", "left") == [("left", SAM, note.correction_due_at)]
    here.account(DANA, closed=False)
    here.follows()
    assert here.owed("correction", "left") == [("correction", DANA, note.correction_due_at)]


def test_it_follows_the_line_as_reviews_do(here: Followed) -> None:
    draft = here.office.draft()
    here.account(DANA, closed=True)
    here.follows()
    here.moves(DANA, RILEY)
    assert here.follows() == 1
    assert here.owed("left") == [("left", RILEY, draft.due_at)]
    with pytest.raises(NotAllowed):
        here.office.seen_by(SAM, draft.id)


def test_a_meeting_that_a_supervisor_who_left_owed_goes_to_the_next(here: Followed) -> None:
    note = here.office.returns(here.office.submitted())
    ((_, _, due_at),) = here.owed("meeting")
    here.account(SAM, closed=True)
    assert here.follows() == 1
    assert here.owed("meeting") == [("meeting", ALEX, due_at)]
    assert here.follows() == 0
    with here.office.desk(ALEX) as desk:
        review.record_meeting(desk, note.id, held_at=desk.now, how="phone", outcome="")
    assert here.owed("meeting") == []
    with here.office.db.reading() as session:
        assert session.scalars(select(ReturnMeeting)).one().recorded_by_id == ALEX


def test_a_case_that_moved_leaves_its_drafts_with_who_saw_it(here: Followed) -> None:
    draft, back = here.office.draft(), here.office.returns(here.office.submitted())
    with here.office.db.begin() as session:
        lock_roster(session).number += 1
        session.get_one(Case, "K1").primary_worker_id = KIM
    here.follows()
    for note in (draft, back):
        assert here.office.seen_by(DANA, note.id).off_caseload
    assert {(kind, whose) for kind, whose, _ in here.owed("note", "correction")} == {
        ("note", DANA),
        ("correction", DANA),
    }
