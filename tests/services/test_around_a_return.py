"""The meeting that a return asks for, later dates for a correction, and questions on a note."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.errors import NotAllowed, Outdated, Refusal, Unusable
from bot.services.review import later_dates, meetings, note_questions, review, rounds
from bot.services.review.beside import beside
from storage.models import AuditRow, Leave, NoteQuestion, Obligation, OutboxItem, RosterStamp
from storage.records import NoteRecord
from storage.types import NoteStatus
from tests.services.small_office import ALEX, DANA, JO, KIM, NOOR, RILEY, ROBIN, SAM, SmallOffice
from tests.services.test_review_verbs import revised
from tests.stock import NEW_YORK

LATER = date(2026, 11, 18)


def plans(office: SmallOffice, note: NoteRecord, at: datetime, who: str = SAM) -> NoteRecord:
    with office.desk(who) as desk:
        return meetings.plan(desk, note.id, at)


def later(
    office: SmallOffice, note: NoteRecord, day: date = LATER, why: str = "ill", who: str = SAM
) -> NoteRecord:
    with office.desk(who) as desk:
        return later_dates.set_later(desk, note.id, day, why)


def asks(office: SmallOffice, note: NoteRecord, words: str = "Who was there?", who: str = SAM) -> NoteRecord:
    with office.desk(who) as desk:
        return note_questions.ask(desk, note.id, words, key=f"{who}:{words}")


def answers(office: SmallOffice, note: NoteRecord, words: str = "Both.", who: str = DANA) -> NoteRecord:
    with office.desk(who) as desk:
        return note_questions.answer(desk, note.id, words, key=f"{who}:{words}")


def messages(office: SmallOffice, kind: str) -> list[tuple[str | None, datetime]]:
    with office.db.reading() as session:
        rows = session.scalars(select(OutboxItem).where(OutboxItem.kind == kind))
        return sorted((row.recipient_id, row.due_at) for row in rows)


def audited(office: SmallOffice, action: str) -> int:
    with office.db.reading() as session:
        return session.scalar(select(func.count()).where(AuditRow.action == action)) or 0


def test_a_time_is_taken_the_worker_told_and_both_reminded(office: SmallOffice) -> None:
    note = office.returns(office.submitted())
    with office.desk(SAM) as desk:
        first, second, _ = meetings.times(desk, note)
    assert plans(office, note, first).meeting_planned_at == first
    plans(office, note, first)
    assert messages(office, meetings.PLANNED) == [(DANA, office.now)], "the same time is told once"
    soon = first - meetings.AHEAD
    assert messages(office, meetings.SOON) == [(SAM, soon), (DANA, soon)]
    assert plans(office, note, second).meeting_planned_at == second
    assert len(messages(office, meetings.PLANNED)) == 2
    assert audited(office, "note.meeting_planned") == 2


def test_who_fixes_the_meeting_and_until_when(office: SmallOffice) -> None:
    note = office.returns(office.submitted())
    tomorrow = office.now + timedelta(days=1)
    for who in (DANA, KIM, RILEY, JO):
        with pytest.raises(NotAllowed):
            plans(office, note, tomorrow, who)
    with pytest.raises(Unusable, match="is over"):
        plans(office, note, office.now - timedelta(minutes=1))
    with office.desk(SAM) as desk:
        review.record_meeting(desk, note.id, held_at=office.now, how="phone", outcome="")
    with pytest.raises(Outdated, match="already recorded"):
        plans(office, note, tomorrow)


def test_a_later_date_moves_what_is_owed_and_the_director_sees_why(office: SmallOffice) -> None:
    note = office.returns(office.submitted())
    moved = later(office, note, why="Dana is in court all week")
    assert moved.correction_due_at is not None
    assert moved.correction_due_at.astimezone(NEW_YORK) == datetime(2026, 11, 18, 23, 59, 59, tzinfo=NEW_YORK)
    assert moved.later is not None
    assert (moved.later.by.id, moved.later.words) == (SAM, "Dana is in court all week")
    with office.db.reading() as session:
        owed = session.scalars(
            select(Obligation).where(Obligation.kind == "correction", Obligation.closed_at.is_(None))
        )
        assert [row.due_at for row in owed] == [moved.correction_due_at]
    assert len(messages(office, later_dates.TOLD)) == 1
    with office.desk(ALEX) as desk:
        (seen,) = later_dates.exceptions(desk, office.now - timedelta(days=7))
        assert (seen.by.name, seen.author.name, seen.reason) == (
            "Sam Ortega",
            "Dana Ellis",
            "Dana is in court all week",
        )
    with office.desk(SAM) as desk:
        assert list(later_dates.exceptions(desk, office.now - timedelta(days=7))) == []


@pytest.mark.parametrize(
    ("day", "why", "says"),
    [
        (LATER, "  ", "needs a reason"),
        (date(2026, 11, 12), "ill", "no later than"),
        (date(2027, 3, 1), "ill", "more than sixty"),
    ],
)
def test_what_is_no_exception(sqlite_office: SmallOffice, day: date, why: str, says: str) -> None:
    note = sqlite_office.returns(sqlite_office.submitted())
    with pytest.raises(Unusable, match=says):
        later(sqlite_office, note, day, why)
    for who in (DANA, RILEY, JO):
        with pytest.raises(NotAllowed):
            later(sqlite_office, note, who=who)
    with pytest.raises(Outdated):
        later(sqlite_office, sqlite_office.submitted(text="saw Tobi Okafor today 3pm at school, 20 min"))


def test_leave_in_the_way_is_known_at_the_click(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    with office.desk(SAM) as desk:
        assert meetings.leave_in_the_way(desk, DANA, office.now + timedelta(days=3)) is None
    with office.db.begin() as session:
        days = {"first_day": date(2026, 11, 12), "last_day": date(2026, 11, 20)}
        session.add(Leave(staff_id=DANA, covering_staff_id=NOOR, **days))
        session.get_one(RosterStamp, 1).number += 1
    with office.desk(SAM) as desk:
        found = meetings.leave_in_the_way(desk, DANA, office.now + timedelta(days=3))
        assert found is not None
        assert found.covering_staff_id == NOOR
    note = office.returns(office.submitted())
    with office.desk(SAM) as desk:
        days_offered = {at.astimezone(NEW_YORK).date() for at in meetings.times(desk, note)}
    assert days_offered == {date(2026, 11, 10), date(2026, 11, 23)}, "not on Veterans Day, not in her leave"


def test_question_and_answer_stay_with_the_note_for_both(office: SmallOffice) -> None:
    note = asks(office, office.submitted())
    asks(office, note)
    assert [(said.by.id, said.words) for said in note.questions] == [(SAM, "Who was there?")]
    assert messages(office, note_questions.ASKED) == [(DANA, office.now)], "the same window asks once"
    office.later(minutes=5)
    after = answers(office, note, "Both children.")
    assert [said.words for said in after.questions] == ["Who was there?", "Both children."]
    assert after.content.narrative == note.content.narrative
    assert messages(office, note_questions.ANSWERED) == [(SAM, office.now)]
    assert [said.words for said in office.seen_by(SAM, note.id).questions] == [
        "Who was there?",
        "Both children.",
    ]
    assert (audited(office, "note.asked"), audited(office, "note.answered")) == (1, 1)
    with office.db.reading() as session:
        sealed = session.scalars(select(NoteQuestion.words_sealed)).all()
        assert all(b"Both" not in (words or b"") for words in sealed)
    office.approves(after)
    assert len(office.seen_by(SAM, note.id).questions) == 2, "and after the approval"


@pytest.mark.parametrize("who", [DANA, NOOR, KIM, RILEY, ROBIN, JO])
def test_who_asks_nothing(sqlite_office: SmallOffice, who: str) -> None:
    with pytest.raises(NotAllowed):
        asks(sqlite_office, sqlite_office.submitted(), who=who)


def test_a_draft_is_asked_nothing_about_and_only_its_author_answers(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    with pytest.raises(Refusal):
        asks(office, office.draft())
    note = office.submitted(text="saw Tobi Okafor today 3pm at school, 20 min")
    with pytest.raises(Outdated, match="Nothing is asked"):
        answers(office, note)
    asks(office, note)
    for who in (SAM, ALEX):
        with pytest.raises(NotAllowed):
            answers(office, note, who=who)
    with pytest.raises(Unusable, match="needs words"):
        answers(office, note, "  ")


def test_beside_the_note_stand_the_cases_last_contacts_and_what_it_counts_for(office: SmallOffice) -> None:
    office.approves(office.submitted(text="saw Tobi Okafor today 2pm at school, 20 min"))
    office.draft(text="called Ms Stone today 1pm, 5 min")
    note = office.opens(office.submitted())
    with office.desk(SAM) as desk:
        found = beside(desk, note)
        (contact,) = found.contacts
        assert (contact.first_names, contact.status, contact.by) == (
            ("Tobi",),
            NoteStatus.APPROVED,
            "D. Ellis",
        )
        assert (found.counts.visit, found.counts.federal, found.may_decide, found.may_ask) == (True,) * 4
    with office.desk(DANA) as desk:
        mine = beside(desk, note)
        assert (mine.contacts, mine.may_decide, mine.may_ask, mine.may_answer) == ((), False, False, False)


def test_the_director_is_told_after_a_week_or_two_rounds(office: SmallOffice) -> None:
    note = office.returns(office.submitted())
    week = datetime(2026, 11, 17, 7, 0, tzinfo=NEW_YORK)
    assert messages(office, rounds.TOLD) == [(ALEX, week)], "the seventh day is over, and so is the night"
    for words in ("better words", "the best words"):
        note = office.returns(note) if note.status is NoteStatus.SUBMITTED else note
        note = revised(office, note, words)
    assert messages(office, rounds.TOLD) == [(ALEX, office.now), (ALEX, week)]
