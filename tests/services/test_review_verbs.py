"""The supervisor's verbs, and what follows an approval."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.errors import AlreadyDecided, NotAllowed, Outdated, Refusal, Unusable
from bot.services import notes
from bot.services.review import review
from storage.models import (
    Addendum,
    AuditRow,
    NoteOpening,
    Obligation,
    ReturnMeeting,
    ReviewDecision,
    StateEntry,
)
from storage.records import NoteRecord
from storage.types import NoteStatus
from tests.services.small_office import ALEX, DANA, JO, KIM, RILEY, ROBIN, SAM, SmallOffice


def revised(office: SmallOffice, note: NoteRecord, words: str = "better words") -> NoteRecord:
    with office.desk(DANA) as desk:
        now = notes.read(desk, note.id)
        notes.change(desk, note.id, now.version, replace(now.content, narrative=words), how="edited")
    return office.submits(office.seen_by(DANA, note.id))


def test_an_unread_note_is_not_approved(office: SmallOffice) -> None:
    note = office.submitted()
    with office.desk(SAM) as desk, pytest.raises(review.Unread):
        review.approve(desk, note.id, note.version)


def test_approved_is_final_and_says_who(office: SmallOffice) -> None:
    note = office.approved()
    assert note.status is NoteStatus.APPROVED
    with pytest.raises(AlreadyDecided, match=r"Already approved by S\. Ortega, Mon 5:30 PM"):
        office.returns(note)
    with pytest.raises(Outdated), office.desk(DANA) as desk:
        notes.to_change(desk, note.id)
    with pytest.raises(Outdated):
        office.submits(note)


@pytest.mark.parametrize("who", [DANA, KIM, RILEY, ROBIN, JO])
def test_whoever_does_not_review_it_decides_nothing(office: SmallOffice, who: str) -> None:
    note = office.submitted()
    with pytest.raises(NotAllowed), office.desk(who) as desk:
        review.approve(desk, note.id, note.version)
    with pytest.raises(NotAllowed):
        office.returns(note, who)


def test_a_return_needs_a_reason_and_owes_correction_and_meeting(office: SmallOffice) -> None:
    note = office.submitted()
    with pytest.raises(Unusable):
        office.returns(note, reason="  ")
    back = office.returns(note)
    assert back.returned is not None
    assert (back.status, back.returned.reason, back.meeting_open) == (
        NoteStatus.RETURNED,
        "Which room?",
        True,
    )
    assert open_obligations(office) == {("correction", DANA), ("meeting", SAM)}


def open_obligations(office: SmallOffice) -> set[tuple[str, str]]:
    with office.db.reading() as session:
        rows = session.execute(
            select(Obligation.kind, Obligation.person_id).where(
                Obligation.closed_at.is_(None), Obligation.kind != "visit"
            )
        )
        return {(r.kind, r.person_id) for r in rows}


def test_a_returned_version_is_not_sent_again_unrevised(office: SmallOffice) -> None:
    note = office.submitted()
    office.returns(note)
    with pytest.raises(Outdated, match="Tap Revise first"):
        office.submits(note)  # the Submit of an old card
    again = revised(office, note)
    assert (again.version, again.submission, again.first_submitted_at) == (2, 2, note.first_submitted_at)
    assert office.approves(again).status is NoteStatus.APPROVED


def test_every_return_has_its_meeting_until_it_is_recorded(office: SmallOffice) -> None:
    note = office.submitted()
    office.returns(note)
    office.returns(revised(office, note), reason="And the date?")
    for left in (1, 0):
        with office.desk(SAM) as desk:
            held = review.record_meeting(desk, note.id, held_at=office.now, how="phone", outcome="agreed")
        with office.db.reading() as session:
            waiting = select(func.count()).select_from(ReturnMeeting).where(ReturnMeeting.held_at.is_(None))
            assert session.scalar(waiting) == left
        assert held.meeting_open == bool(left)
        assert (("meeting", SAM) in open_obligations(office)) == bool(left)
    with office.desk(SAM) as desk, pytest.raises(Outdated):
        review.record_meeting(desk, note.id, held_at=office.now, how="phone", outcome="")


def test_a_meeting_is_recorded_by_who_owes_it_and_not_before_it_was_held(office: SmallOffice) -> None:
    note = office.returns(office.submitted())
    for who in (DANA, ALEX):
        with office.desk(who) as desk, pytest.raises(NotAllowed):
            review.record_meeting(desk, note.id, held_at=office.now, how="phone", outcome="")
    with office.desk(SAM) as desk, pytest.raises(Unusable):
        review.record_meeting(desk, note.id, held_at=office.now + timedelta(hours=1), how="phone", outcome="")


@pytest.mark.parametrize("stage", ["draft", "submitted", "returned"])
def test_only_an_approved_note_is_ticked_or_added_to(sqlite_office: SmallOffice, stage: str) -> None:
    office = sqlite_office
    note = office.draft()
    note = note if stage == "draft" else office.submits(note)
    note = office.returns(note) if stage == "returned" else note
    with office.desk(DANA) as desk, pytest.raises(Outdated):
        review.mark_entered(desk, note.id)
    with office.desk(DANA) as desk, pytest.raises(Outdated):
        review.add_addendum(desk, note.id, "more")


def test_what_follows_an_approval(office: SmallOffice) -> None:
    note = office.approved()
    with office.desk(SAM) as desk, pytest.raises(NotAllowed):
        review.mark_entered(desk, note.id)
    with office.desk(DANA) as desk:
        review.mark_entered(desk, note.id)
    office.later(hours=1)
    with office.desk(DANA) as desk:
        ticked = review.mark_entered(desk, note.id)
    assert ticked.entered_in_state_at == office.now - timedelta(hours=1)
    for _ in range(2):  # the same window, worked twice
        with office.desk(DANA) as desk:
            added = review.add_addendum(desk, note.id, "She called back.", key="V1")
    assert [a.words for a in added.addenda] == ["She called back."]
    with office.desk(DANA) as desk, pytest.raises(Unusable):
        review.add_addendum(desk, note.id, " ")
    with office.desk(RILEY) as desk, pytest.raises(NotAllowed):
        review.add_addendum(desk, note.id, "mine")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(StateEntry)) == 1
        assert session.scalar(select(func.count()).select_from(Addendum)) == 1
        actions = session.scalars(select(AuditRow.action)).all()
    assert actions.count("note.entered") == actions.count("note.addendum") == 1


def test_many_readers_and_deciders_at_once(office: SmallOffice) -> None:
    note = office.submitted()
    told: list[str] = []
    start = threading.Barrier(8)

    def reads_and_decides(number: int) -> None:
        start.wait()
        try:
            office.opens(note)
            (office.approves if number % 2 else office.returns)(note)
        except Refusal as refusal:
            told.append(str(refusal))

    people = [threading.Thread(target=reads_and_decides, args=(n,)) for n in range(8)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReviewDecision)) == 1
        assert session.scalar(select(func.count()).select_from(NoteOpening)) == 1
    assert len(told) == 7
    assert all(
        t.startswith(("Already approved by S. Ortega", "Already returned by S. Ortega")) for t in told
    ), told
