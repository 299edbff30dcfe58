"""Cards of notes that went to another reviewer, that nobody can review, that came late or were left behind."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.views.notes.note_card import worker_card
from bot.views.notices import handed_on, nobody_reviews
from bot.views.review.reading import reading_window
from bot.views.review.review_card import review_card
from storage.records import NoteRecord, Person, Whereabouts
from storage.reviewed import Beside
from storage.types import NoteStatus, Role
from tests.views.extremes import DANA, NAMES, NOW, SAM, note
from tests.views.test_cards_and_windows import TZ, opened, posted

RILEY = Person("V2", "Riley Shaw", Role.SUPERVISOR)
EVIL = replace(RILEY, name="Riley <!channel> *Shaw*")


def submitted(**changed: object) -> NoteRecord:
    return replace(note(NoteStatus.SUBMITTED), reviewer=SAM, **changed)  # type: ignore[arg-type]


def shown(record: NoteRecord, viewer: Person, **more: object) -> str:
    return json.dumps(posted(review_card(record, TZ, viewer.id, **more)).blocks)  # type: ignore[arg-type]


def where(status: NoteStatus = NoteStatus.SUBMITTED, reviewer: Person | None = None) -> Whereabouts:
    author = replace(DANA, name=NAMES["ping"])
    return Whereabouts(author, status, "K1", NOW, reviewer, decided_by=SAM, decided_at=NOW)


def test_who_has_it_gets_the_buttons_and_who_had_it_the_name() -> None:
    here, gone = shown(submitted(), SAM), shown(submitted(), RILEY)
    assert "note.approve" in here
    assert "note.approve" not in gone
    assert "note.read" not in gone
    assert "Now with *Sam Ortega*" in gone


def test_who_decides_by_line_may_still_read_it() -> None:
    card = shown(replace(submitted(), reviewer=EVIL), SAM, by_line=True)
    assert "note.read" in card
    assert "note.approve" not in card
    assert "&lt;!channel&gt;" in card


def test_a_stand_in_is_told_for_whom() -> None:
    card = shown(replace(submitted(), reviewer=RILEY), RILEY, instead_of=SAM.name)
    assert "you review it for Sam Ortega" in card


def test_where_nobody_can_review_it_card_and_alarm_say_so() -> None:
    nobody = replace(submitted(), reviewer=None)
    assert "Nobody can review it now" in shown(nobody, SAM)
    mine = json.dumps(posted(worker_card(nobody, TZ)).blocks)
    assert "nobody can review it now: the director and the administrator have been told" in mine
    assert "Nobody can review a note" in json.dumps(posted(nobody_reviews(where(), TZ)).blocks)


@pytest.mark.parametrize("status", [NoteStatus.SUBMITTED, NoteStatus.APPROVED, NoteStatus.RETURNED])
def test_an_alarm_that_is_settled_says_how(status: NoteStatus) -> None:
    drawn = json.dumps(posted(nobody_reviews(where(status, EVIL), TZ)).blocks)
    assert "Settled" in drawn
    assert ("Now with" in drawn) is (status is NoteStatus.SUBMITTED)


@pytest.mark.parametrize("status", [s for s in NoteStatus if s is not NoteStatus.DISCARDED])
def test_who_may_no_longer_read_it_is_told_what_became_of_it(status: NoteStatus) -> None:
    drawn = posted(handed_on(where(status, EVIL), TZ))
    assert "button" not in json.dumps(drawn.blocks)
    said = {NoteStatus.SUBMITTED: "Now with", NoteStatus.APPROVED: "Approved by S. Ortega"}
    assert said.get(status, "") in json.dumps(drawn.blocks)


def test_late_is_said_once_it_is_late_and_not_before() -> None:
    draft = replace(note(), due_at=NOW, late_after=NOW + timedelta(hours=20))
    between, after = (worker_card(draft, TZ, NOW + timedelta(hours=h)) for h in (10, 21))
    assert "late*, it was due" not in json.dumps(between.blocks, ensure_ascii=False)
    assert "late*, it was due" in json.dumps(after.blocks, ensure_ascii=False)
    for sent, late in ((10, False), (21, True)):
        filed = replace(
            submitted(),
            first_submitted_at=NOW + timedelta(hours=sent),
            due_at=NOW,
            late_after=draft.late_after,
        )
        for drawn in (shown(filed, SAM), json.dumps(worker_card(filed, TZ).blocks)):
            assert ("late*, it was due" in drawn) is late


def test_what_was_left_behind_can_be_seen_to_and_not_decided_on() -> None:
    window = json.dumps(opened(reading_window(note(), TZ, Beside(left=True))))
    assert "note.seen_to" in window
    assert "note.approve" not in window
