"""A note's life as a state machine: whoever taps whatever, when, on whichever old card (DOMAIN 2 and 4)."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.errors import Refusal
from bot.services import notes
from bot.services.desk import Desk
from bot.services.review import delegates, later_dates, note_questions, review
from bot.services.shelf import Shelf
from storage.database import Database
from storage.models import Note, NoteVersion, ReturnMeeting, ReviewDecision
from storage.types import Decision, NoteStatus
from tests.databases import open_database
from tests.services.follower import Followed
from tests.services.small_office import ALEX, DANA, JO, KIM, RILEY, SAM, VISIT, SmallOffice
from tests.stock import NEW_YORK

EVERYBODY = st.sampled_from([*[DANA] * 5, *[SAM] * 5, ALEX, RILEY, KIM, JO])
OLD = st.sampled_from([0, 0, 0, 1, 2])
"""How many versions behind the card is that somebody taps."""


class NotesLife(RuleBasedStateMachine):
    """Every verb, by anybody, at any time; refused or not, the promises below hold."""

    template: Path

    @initialize()
    def begins(self) -> None:
        self.db.close()
        for leftover in self.db.sqlite_file.parent.glob(f"{self.db.sqlite_file.name}*"):
            leftover.unlink()
        shutil.copyfile(self.template, self.db.sqlite_file)
        self.office = SmallOffice.__new__(SmallOffice)
        self.office.__dict__.update(self.imported.__dict__ | {"db": self.db, "now": self.imported.now})
        with self.db.reading() as session:
            self.note_id = session.scalars(select(Note.id)).one()
        self.words = {1: VISIT}
        self.first: object = None
        self.office.shelf = Shelf()
        self.followed = Followed(self.office)
        self.stood_in = False
        self.review_due: object = None
        self.final: tuple[object, ...] | None = None

    imported: SmallOffice
    db: Database
    """Opened once: compiling every statement anew would cost more than a life."""

    def teardown(self) -> None:
        self.db.close()

    def note(self) -> Note:
        with self.db.reading() as session:
            return session.get_one(Note, self.note_id)

    def does(self, who: str, verb: object, *given: object, **more: object) -> bool:
        assert callable(verb)
        try:
            with self.office.desk(who) as desk:
                verb(desk, self.note_id, *given, **more)
        except Refusal:
            return False
        return True

    def seen(self, old: int) -> int:
        return max(1, self.note().version - old)

    @rule(who=EVERYBODY, old=OLD, words=st.text(min_size=1, max_size=20))
    def edits(self, who: str, old: int, words: str) -> None:
        seen, before = self.seen(old), self.note()

        def edit(desk: Desk, note_id: str) -> None:
            content = replace(notes.read(desk, note_id).content, narrative=f"x{words}")
            notes.change(desk, note_id, seen, content, how="edited")

        if self.does(who, edit):
            assert who == DANA
            assert (before.version, before.status in {NoteStatus.DRAFT, NoteStatus.RETURNED}) == (seen, True)
            self.words[seen + 1] = f"x{words}"

    @rule(who=EVERYBODY, old=OLD)
    def submits(self, who: str, old: int) -> None:
        before, seen = self.note(), self.seen(old)
        if self.does(who, notes.submit, seen):
            assert who == DANA
            assert before.status in {NoteStatus.DRAFT, NoteStatus.RETURNED}
            assert before.version == seen
            self.first = self.first or self.office.now
            self.review_due = self.note().review_due_at

    @rule(who=EVERYBODY, old=OLD)
    def discards(self, who: str, old: int) -> None:
        before = self.note().status
        if self.does(who, notes.discard, self.seen(old)):
            assert (who, before) == (DANA, NoteStatus.DRAFT)

    @rule(who=EVERYBODY)
    def brings_back(self, who: str) -> None:
        before = self.note().status
        if self.does(who, notes.bring_back, self.seen(0)):
            assert (who, before) == (DANA, NoteStatus.DISCARDED)

    @rule(who=EVERYBODY)
    def reads(self, who: str) -> None:
        if self.does(who, review.open_note):
            assert who in {DANA, SAM, ALEX} | ({RILEY} if self.stood_in else set())

    @rule(who=EVERYBODY, old=OLD)
    def approves(self, who: str, old: int) -> None:
        before, seen = self.note(), self.seen(old)
        if self.does(who, review.approve, seen):
            assert who in self.deciders()
            assert (before.status, before.version) == (NoteStatus.SUBMITTED, seen)

    @rule(who=EVERYBODY, old=OLD)
    def returns(self, who: str, old: int) -> None:
        before, seen = self.note(), self.seen(old)
        if self.does(who, review.return_note, seen, "Which room?"):
            assert who in self.deciders()
            assert (before.status, before.version) == (NoteStatus.SUBMITTED, seen)

    def deciders(self) -> set[str]:
        """Sam always; Riley or the director only once somebody stood in, or the roster had Dana elsewhere."""
        return {SAM} | ({RILEY, ALEX} if self.stood_in else set())

    @rule(days=st.integers(0, 3))
    def sam_names_riley(self, days: int) -> None:
        with suppress(Refusal), self.office.desk(SAM) as desk:
            last = desk.today + timedelta(days=days)
            delegates.propose(
                desk, delegate_id=RILEY, first=desk.today, last=last, key=str(desk.now), confirmed=True
            )
            self.stood_in = True

    @rule(who=st.sampled_from([SAM, SAM, DANA]), days=st.integers(0, 3))
    def goes_on_leave(self, who: str, days: int) -> None:
        today = self.office.now.astimezone(NEW_YORK).date()
        with suppress(IntegrityError):
            self.followed.leave(who, today, today + timedelta(days=days))
            self.stood_in = True

    @rule(under=st.sampled_from([SAM, RILEY]))
    def the_roster_moves_dana(self, under: str) -> None:
        self.followed.moves(DANA, under)
        self.stood_in = True

    @rule()
    def a_beat(self) -> None:
        self.followed.follows()
        row = self.note()
        if row.status is NoteStatus.SUBMITTED:
            assert row.reviewer_id not in {None, DANA}
            assert self.followed.owed("review") == [("review", row.reviewer_id, row.review_due_at)]

    @rule(who=EVERYBODY)
    def asks(self, who: str) -> None:
        if self.does(who, note_questions.ask, "Who was there?", key=str(self.office.now)):
            assert who in {SAM, ALEX, RILEY}
            assert self.note().status not in {NoteStatus.DRAFT, NoteStatus.DISCARDED}

    @rule(who=EVERYBODY)
    def answers(self, who: str) -> None:
        if self.does(who, note_questions.answer, "Both.", key=str(self.office.now)):
            assert who == DANA

    @rule(who=EVERYBODY, days=st.integers(1, 9))
    def gives_a_later_date(self, who: str, days: int) -> None:
        before = self.note()
        day = (self.office.now + timedelta(days=days)).astimezone(NEW_YORK).date()
        if self.does(who, later_dates.set_later, day, "in court"):
            assert who in self.deciders()
            assert before.status is NoteStatus.RETURNED
            due = self.note().correction_due_at
            assert due is not None
            assert due > (before.correction_due_at or due)

    @rule(who=EVERYBODY)
    def meets(self, who: str) -> None:
        self.does(who, review.record_meeting, held_at=self.office.now, how="phone", outcome="agreed")

    @rule(who=EVERYBODY)
    def ticks_and_adds(self, who: str) -> None:
        approved = self.note().status is NoteStatus.APPROVED
        assert approved or not self.does(who, review.mark_entered)
        assert approved or not self.does(who, review.add_addendum, "more")
        if approved:
            self.does(who, review.mark_entered)
            self.does(who, review.add_addendum, "more")

    @rule(hours=st.integers(1, 100))
    def time_goes_by(self, hours: int) -> None:
        self.office.later(hours=hours)

    @invariant()
    def no_words_are_lost_and_versions_never_change(self) -> None:
        with self.db.reading() as session:
            rows = session.scalars(select(NoteVersion).order_by(NoteVersion.number)).all()
            assert {row.number: row.narrative for row in rows} == self.words
            assert session.get_one(Note, self.note_id).version == max(self.words)

    @invariant()
    def one_decision_a_version_and_never_the_authors(self) -> None:
        with self.db.reading() as session:
            found = session.scalars(select(ReviewDecision)).all()
            assert len({d.version for d in found}) == len(found)
            assert DANA not in {d.decided_by_id for d in found}
            returns = {d.id for d in found if d.decision is Decision.RETURNED}
            assert set(session.scalars(select(ReturnMeeting.decision_id))) == returns

    @invariant()
    def no_clock_restarts_on_reassignment(self) -> None:
        assert self.note().review_due_at == self.review_due

    @invariant()
    def the_first_submission_stays_and_approved_is_final(self) -> None:
        row = self.note()
        assert row.first_submitted_at == self.first
        now = (row.status, row.version, row.decided_at, row.decided_by_id, row.case_id, row.submitted_at)
        if self.final is not None:
            assert now == self.final
        if row.status is NoteStatus.APPROVED:
            self.final = now


def test_a_notes_life(sqlite_office: SmallOffice, tmp_path: Path) -> None:
    sqlite_office.draft()
    template = tmp_path / "template.sqlite3"
    sqlite_office.db.close()
    shutil.copyfile(sqlite_office.db.sqlite_file, template)

    class Life(NotesLife):
        pass

    Life.template, Life.imported = template, sqlite_office
    Life.db = open_database(f"sqlite:///{tmp_path / 'life.sqlite3'}")
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


@pytest.mark.parametrize("when", ["submitted", "returned", "approved"])
def test_the_machine_can_get_that_far(sqlite_office: SmallOffice, when: str) -> None:
    note = sqlite_office.submitted()
    if when != "submitted":
        note = (sqlite_office.returns if when == "returned" else sqlite_office.approves)(note)
    assert note.status == when
