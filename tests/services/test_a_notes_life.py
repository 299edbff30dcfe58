"""A note's life as a state machine: whoever taps whatever, when, on whichever old card (DOMAIN 2 and 4)."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from bot.errors import Refusal
from bot.services import notes, review
from bot.services.desk import Desk
from storage.database import Database
from storage.models import Note, NoteVersion, ReturnMeeting, ReviewDecision
from storage.types import Decision, NoteStatus
from tests.databases import open_database
from tests.services.small_office import ALEX, DANA, JO, KIM, RILEY, SAM, VISIT, SmallOffice

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
            assert who in {DANA, SAM, ALEX}

    @rule(who=EVERYBODY, old=OLD)
    def approves(self, who: str, old: int) -> None:
        before, seen = self.note(), self.seen(old)
        if self.does(who, review.approve, seen):
            assert who == SAM
            assert (before.status, before.version) == (NoteStatus.SUBMITTED, seen)

    @rule(who=EVERYBODY, old=OLD)
    def returns(self, who: str, old: int) -> None:
        before, seen = self.note(), self.seen(old)
        if self.does(who, review.return_note, seen, "Which room?"):
            assert who == SAM
            assert (before.status, before.version) == (NoteStatus.SUBMITTED, seen)

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
