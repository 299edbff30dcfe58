"""The machine of a note's life notices a fault in each of its promises: one is planted, and a life is led into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.services import notes
from bot.services.review import handing_over, note_questions, review
from storage.models import Note, NoteVersion
from storage.types import NoteStatus
from tests.databases import open_database
from tests.services.small_office import ALEX, DANA, KIM, SAM, SmallOffice
from tests.services.test_a_notes_life import NotesLife

INVARIANTS = (
    NotesLife.no_words_are_lost_and_versions_never_change,
    NotesLife.one_decision_a_version_and_never_the_authors,
    NotesLife.no_clock_restarts_on_reassignment,
    NotesLife.the_first_submission_stays_and_approved_is_final,
)
Life = NotesLife
Led = Callable[[Life], object]


@pytest.fixture
def life(sqlite_office: SmallOffice, tmp_path: Path) -> Iterator[Life]:
    sqlite_office.draft()
    sqlite_office.db.close()
    template = tmp_path / "template.sqlite3"
    shutil.copyfile(sqlite_office.db.sqlite_file, template)
    life = NotesLife()
    life.template, life.imported = template, sqlite_office
    life.db = open_database(f"sqlite:///{tmp_path / 'life.sqlite3'}")
    life.begins()
    yield life
    life.teardown()


def lead(life: Life, *steps: Led) -> None:
    """One step after another, with every promise looked at after each."""
    for step in steps:
        step(life)
        for invariant in INVARIANTS:
            invariant(life)


def submitted(life: Life) -> None:
    life.submits(DANA, 0)


def read(life: Life) -> None:
    life.reads(SAM)


def approved(life: Life) -> None:
    life.approves(SAM, 0)


def returned(life: Life) -> None:
    life.returns(SAM, 0)


def revised(life: Life) -> None:
    life.edits(DANA, 0, "another word")


def handed_over(life: Life) -> None:
    life.sam_names_riley(2)
    life.a_beat()


def test_without_a_fault_all_of_it_goes(life: Life) -> None:
    lead(life, submitted, handed_over, returned, revised, submitted, read, approved, revised, returned)
    assert life.note().status is NoteStatus.APPROVED
    assert life.note().version == 2


def also(verb: Any, then: Callable[[Any], object]) -> Any:
    """The verb, and something else in the same transaction."""

    def both(desk: Any, *given: Any, **more: Any) -> Any:
        result = verb(desk, *given, **more)
        desk.session.flush()
        then(desk.session)
        return result

    return both


def _older_words(session: Any) -> None:
    session.scalars(select(NoteVersion).order_by(NoteVersion.number)).first().narrative = "other words"


def _back_to(**values: Any) -> Callable[[Any], object]:
    return lambda session: session.execute(update(Note).values(**values))


def _later(session: Any) -> None:
    row = session.scalars(select(Note)).one()
    row.review_due_at += timedelta(days=5)


def _moved(session: Any, over: Any, real: Any = handing_over._moved) -> Any:
    note = real(session, over)
    note.review_due_at += timedelta(days=5)
    return note


FAULTS: dict[str, tuple[Any, str, Any, tuple[Led, ...]]] = {
    "an older version changes": (
        *(notes, "change", also(notes.change, _older_words)),
        (submitted, returned, revised),
    ),
    "the newest version is not the current one": (
        *(notes, "change", also(notes.change, _back_to(version=1))),
        (revised,),
    ),
    "an approved note changes": (
        *(review, "mark_entered", also(review.mark_entered, _back_to(case_id="K2"))),
        (submitted, read, approved, lambda life: life.ticks_and_adds(DANA)),
    ),
    "an approval is dated anew": (
        *(review, "add_addendum", also(review.add_addendum, _back_to(decided_by_id=KIM))),
        (submitted, read, approved, lambda life: life.ticks_and_adds(DANA)),
    ),
    "the author decides": (
        *(review, "may_decide", lambda *_: True),
        (submitted, lambda life: life.reads(DANA), lambda life: life.approves(DANA, 0)),
    ),
    "somebody decides who does not review": (
        *(review, "may_decide", lambda *_: True),
        (submitted, lambda life: life.reads(ALEX), lambda life: life.approves(ALEX, 0)),
    ),
    "a return opens no meeting": (
        *(review, "_open_meeting", lambda *_: None),
        (submitted, returned),
    ),
    "a clock restarts with the next reviewer": (
        *(handing_over, "_moved", _moved),
        (submitted, handed_over),
    ),
    "a question moves the review": (
        *(note_questions, "ask", also(note_questions.ask, _later)),
        (submitted, lambda life: life.asks(SAM)),
    ),
    "a resubmission counts as the first": (
        *(notes, "submit", also(notes.submit, _back_to(first_submitted_at=None))),
        (submitted,),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_noticed(life: Life, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, name, planted, steps = FAULTS[fault]
    monkeypatch.setattr(where, name, planted)
    with pytest.raises(AssertionError):
        lead(life, *steps)
