"""Who reviews now has the card, the right and the duty; who had it before has them no longer."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.errors import AlreadyDecided, NotAllowed
from bot.reminders.place import remember
from bot.services import notes
from bot.services.review import moved_workers, review
from storage.models import Case, PostedCard
from storage.records import NoteRecord
from storage.stamps import lock_roster
from storage.types import Lane, NoteStatus
from tests.services.follower import THURSDAY, TUESDAY, WEDNESDAY, Followed
from tests.services.small_office import (
    ALEX,
    DANA,
    JO,
    KIM,
    NEW_YORK,
    NOOR,
    RILEY,
    SAM,
    SmallOffice,
)


@pytest.fixture
def here(office: SmallOffice) -> Followed:
    return Followed(office)


def test_nothing_moves_where_nothing_has_changed(here: Followed) -> None:
    note = here.office.submitted()
    assert [here.follows(), here.follows(TUESDAY), here.follows(THURSDAY)] == [0, 0, 0]
    assert here.reviewer(note) == SAM
    assert here.to("review_card") == [SAM]


def test_leave_gives_the_review_to_who_covers_and_its_end_gives_it_back(here: Followed) -> None:
    note = here.office.submitted()
    ((_, _, due),) = here.owed("review")
    here.leave(SAM, TUESDAY, WEDNESDAY, cover=RILEY)
    assert here.follows() == 0
    assert here.follows(TUESDAY) == 1
    assert here.reviewer(note) == RILEY
    assert here.owed("review") == [("review", RILEY, due)]
    assert here.office.seen_by(RILEY, note.id).status is NoteStatus.SUBMITTED
    assert here.follows(WEDNESDAY) == 0
    assert here.follows(THURSDAY) == 1
    assert here.to(moved_workers.TOLD) == [], "that is no news of the roster"
    assert here.owed("review") == [("review", SAM, due)]
    with pytest.raises(NotAllowed):
        here.office.seen_by(RILEY, note.id)
    assert here.office.approves(note).status is NoteStatus.APPROVED


def test_the_next_one_gets_an_urgent_card_once(here: Followed) -> None:
    note = here.office.submitted()
    here.leave(SAM, TUESDAY, WEDNESDAY, cover=RILEY)
    here.follows(TUESDAY)
    for _ in range(3):
        here.restarts()
        assert here.follows() == 0
    (card,) = here.messages("review_card")
    assert (card.recipient_id, card.lane, card.subject_id) == (RILEY, Lane.URGENT, note.id)
    (row,) = here.audited("note.reassign")
    assert (row.subject_id, row.actor_id) == (note.id, None)
    assert row.details == {"version": note.version, "from": SAM, "to": RILEY}


def test_at_midnight_the_card_waits_for_the_morning_but_the_right_does_not(here: Followed) -> None:
    note = here.office.submitted()
    here.leave(SAM, TUESDAY, WEDNESDAY, cover=RILEY)
    here.follows(TUESDAY, hour=0)
    (card,) = here.messages("review_card")
    assert card.due_at == datetime(2026, 11, 10, 7, tzinfo=NEW_YORK)
    assert here.office.seen_by(RILEY, note.id).id == note.id


def test_a_delegate_named_with_dates_has_it_on_those_days_only(here: Followed) -> None:
    note = here.office.submitted()
    here.follows()
    here.delegate(SAM, NOOR, TUESDAY, TUESDAY)
    assert here.follows(TUESDAY) == 1
    here.office.opens(note, NOOR)
    assert here.follows(WEDNESDAY) == 1
    with pytest.raises(NotAllowed):
        here.office.approves(note, NOOR)


def test_who_had_it_by_line_may_still_decide_while_away(here: Followed) -> None:
    note = here.office.submitted()
    here.leave(SAM, TUESDAY, WEDNESDAY, cover=RILEY)
    here.follows(TUESDAY)
    posted(here, note, RILEY)
    assert here.office.approves(note, SAM).status is NoteStatus.APPROVED
    assert here.to("review_card") == []
    assert here.owed("review") == []
    with here.office.desk(RILEY) as desk, pytest.raises(AlreadyDecided, match=r"approved by S\. Ortega"):
        review.approve(desk, note.id, note.version)
    with pytest.raises(NotAllowed):
        here.office.seen_by(RILEY, note.id)


def test_a_worker_moved_to_another_unit_takes_the_open_reviews_along(here: Followed) -> None:
    note = here.office.submitted()
    here.moves(DANA, RILEY)
    assert here.follows() == 1
    assert here.reviewer(note) == RILEY
    assert here.to("review_card") == [RILEY]
    assert sorted(here.to(moved_workers.TOLD)) == sorted([DANA, SAM]), "who had it, and whose it is"
    assert told(here, SAM) == "Dana Ellis under Riley Shaw, from Sam Ortega to Riley Shaw"
    with pytest.raises(NotAllowed):
        here.office.approves(note, NOOR)
    assert here.office.approves(note, RILEY).decided_by is not None


def told(here: Followed, person: str) -> str:
    """What the message to that person says, as it would be drawn now."""
    (message,) = (each for each in here.messages(moved_workers.TOLD) if each.recipient_id == person)
    with here.office.desk(person) as desk:
        moved = moved_workers.moved(desk, message.details)
    assert moved is not None
    return f"{moved.author} under {moved.under}, from {moved.before} to {moved.after}"


def test_many_notes_at_once_are_told_of_once(here: Followed) -> None:
    for hour in (2, 3, 4):
        here.office.submitted(text=f"called Ms Stone about Maya Okafor today {hour}pm, 10 min, all well")
    here.moves(DANA, RILEY)
    assert here.follows() == 3
    assert len(here.to(moved_workers.TOLD)) == 2


def test_a_supervisor_whose_account_was_closed_is_passed_over(here: Followed) -> None:
    note = here.office.submitted()
    here.account(SAM, closed=True)
    assert here.follows() == 1
    assert here.reviewer(note) == ALEX
    here.account(SAM, closed=False)
    assert here.follows() == 1
    assert here.reviewer(note) == SAM


def test_somebody_whose_channel_alone_is_known_has_not_left(here: Followed) -> None:
    here.office.submitted()
    with here.office.db.begin() as session:
        remember(session, [("U0SAM", SAM, "D0SAM")])
    assert here.follows() == 0


def test_decided_notes_and_drafts_stay_where_they_are(here: Followed) -> None:
    here.office.approved()
    here.office.draft()
    here.moves(DANA, RILEY)
    assert here.follows() == 0
    assert here.audited("note.reassign") == []


def test_a_returned_note_goes_to_whoever_reviews_when_it_comes_back(here: Followed) -> None:
    note = here.office.returns(here.office.submitted())
    here.moves(DANA, RILEY)
    assert here.follows() == 0
    with here.office.desk(DANA) as desk:
        now = notes.read(desk, note.id)
        notes.change(desk, note.id, now.version, now.content, how="edited")
    again = here.office.submits(here.office.seen_by(DANA, note.id))
    assert again.reviewer is not None
    assert again.reviewer.id == RILEY


def test_a_note_that_nobody_can_review_is_assigned_once_somebody_can(here: Followed) -> None:
    for senior in (SAM, ALEX):
        here.account(senior, closed=True)
    note = here.office.submitted()
    assert note.reviewer is None
    assert here.to("nobody_reviews") == [JO, ALEX]
    assert here.owed("review") == []
    assert here.follows() == 0
    here.account(SAM, closed=False)
    assert here.follows() == 1
    assert here.reviewer(note) == SAM
    assert here.owed("review") == [("review", SAM, note.review_due_at)]
    assert here.to("review_card") == [SAM]
    assert here.to("nobody_reviews") == []


def test_a_reviewer_lost_after_submission_is_an_alarm_to_admin_and_director(here: Followed) -> None:
    note = here.office.submitted()
    for senior in (SAM, ALEX):
        here.account(senior, closed=True)
    assert here.follows() == 1
    assert here.reviewer(note) is None
    assert here.to("nobody_reviews") == [JO, ALEX]
    assert here.to("review_card") == []
    assert here.follows() == 0


def test_nobody_reviews_what_is_their_own(here: Followed) -> None:
    """Noor stands in for Sam, her supervisor: her own note goes one level up, and so does Sam's."""
    own, sams = here.office.submitted(NOOR), here.office.submitted(SAM)
    here.delegate(SAM, NOOR, TUESDAY, TUESDAY)
    here.follows(TUESDAY)
    assert [here.reviewer(own), here.reviewer(sams)] == [ALEX, ALEX]
    for note, author in ((own, NOOR), (sams, SAM)):
        with here.office.desk(author) as desk, pytest.raises(NotAllowed, match="their own note"):
            review.approve(desk, note.id, note.version)


def posted(here: Followed, note: NoteRecord, to: str) -> None:
    """The note's card stands in somebody's chat."""
    with here.office.db.begin() as session:
        session.add(
            PostedCard(
                kind="review_card",
                subject_id=note.id,
                staff_id=to,
                channel=f"D{to}",
                ts="1",
                posted_at=here.office.now,
            )
        )


def test_an_old_buttons_click_is_told_who_has_it_now(here: Followed) -> None:
    here.leave(SAM, TUESDAY, TUESDAY, cover=RILEY)
    here.follows(TUESDAY, hour=17)
    note = here.office.submitted()
    posted(here, note, RILEY)
    here.follows(WEDNESDAY)
    with here.office.desk(RILEY) as desk, pytest.raises(NotAllowed, match="now with Sam Ortega"):
        review.approve(desk, note.id, note.version)
    with here.office.desk(KIM) as desk, pytest.raises(NotAllowed, match="not there for you"):
        review.approve(desk, note.id, note.version)


def test_a_case_that_moved_marks_its_drafts_as_a_colleagues(here: Followed) -> None:
    draft = here.office.draft()
    assert not draft.off_caseload
    with here.office.db.begin() as session:
        lock_roster(session).number += 1
        session.get_one(Case, draft.case_id).primary_worker_id = KIM
    here.follows()
    assert here.office.seen_by(DANA, draft.id).off_caseload
    here.office.submits(draft)
    assert here.to("logged_for_you") == [KIM]


def test_the_clock_of_a_review_is_not_started_anew(here: Followed) -> None:
    note = here.office.submitted()
    here.office.now += timedelta(days=3)
    here.moves(DANA, RILEY)
    here.follows()
    assert here.owed("review") == [("review", RILEY, note.review_due_at)]
