"""The worker's verbs on a note, and what they refuse."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.errors import NotAllowed, Outdated, Refusal, Unusable
from bot.services import notes
from bot.services.drafts.answering import answer, with_answer
from bot.services.drafts.blank import begin, visit_to_log
from bot.services.drafts.choices import people_to_pick, search_children, search_people
from bot.services.drafts.versions import due_of
from bot.services.drafts.words import stretch, with_the_rest
from storage.models import Note, NoteVersion, Obligation, OutboxItem
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Method, NoteStatus, Outcome, Place
from tests.services.small_office import (
    BENCE,
    DANA,
    JO,
    KIM,
    MAYA,
    OTHER_MAYA,
    QUIST,
    RILEY,
    ROBIN,
    SAM,
    STONE,
    TOBI,
    SmallOffice,
)  # fmt: skip


def changed(office: SmallOffice, note: NoteRecord, who: str = DANA, **content: Any) -> NoteRecord:
    with office.desk(who) as desk:
        return notes.change(desk, note.id, note.version, replace(note.content, **content), how="edited")


def test_a_message_becomes_a_draft_that_is_its_authors_alone(office: SmallOffice) -> None:
    note = office.draft()
    assert (note.status, note.case_id, note.content.narrative[:3]) == (NoteStatus.DRAFT, "K1", "h/v")
    assert note.content.at_residence is True
    for other in (SAM, RILEY, KIM, JO):
        with pytest.raises(NotAllowed):
            office.seen_by(other, note.id)


def test_the_same_message_twice_is_one_draft(office: SmallOffice) -> None:
    first = office.draft()
    office._messages = 0
    assert office.draft().id == first.id


def test_a_submission_owes_a_review_and_no_note_any_more(office: SmallOffice) -> None:
    note = office.submitted()
    assert note.first_submitted_at == office.now
    assert note.reviewer is not None
    assert note.reviewer.id == SAM
    with office.db.reading() as session:
        owed = session.execute(
            select(Obligation.kind, Obligation.person_id).where(Obligation.closed_at.is_(None))
        )
        assert [tuple(o) for o in owed if o.kind != "visit"] == [("review", SAM)]


def test_only_the_author_submits_and_only_once(office: SmallOffice) -> None:
    note = office.draft()
    with pytest.raises(NotAllowed):
        office.submits(note, KIM)
    office.submits(note)
    with pytest.raises(Outdated):
        office.submits(note)


def test_a_note_with_something_missing_is_not_submitted(office: SmallOffice) -> None:
    note = office.draft(text="saw Maya today at 3 at school, 20 min")
    assert note.asked[0].slot == "child"
    with pytest.raises(Refusal, match="still missing"):
        office.submits(note)


def test_an_edit_of_an_old_version_changes_nothing(office: SmallOffice) -> None:
    note = office.draft()
    changed(office, note, follow_ups="call the school")
    with pytest.raises(Outdated):
        changed(office, note, children=(OTHER_MAYA,), people=())
    now = office.seen_by(DANA, note.id)
    assert (now.case_id, now.content.children, now.content.follow_ups) == (
        "K1",
        (MAYA, TOBI),
        "call the school",
    )


def test_children_of_two_families_are_refused(office: SmallOffice) -> None:
    with pytest.raises(Unusable, match="One note holds one case"):
        changed(office, office.draft(), children=(MAYA, OTHER_MAYA))


def test_nobody_of_the_old_family_stays_when_the_child_is_another_one(office: SmallOffice) -> None:
    note = office.draft()
    with pytest.raises(Unusable, match="Beverly Stone"):
        changed(office, note, children=(OTHER_MAYA,), people=(STONE,))
    moved = changed(office, note, children=(OTHER_MAYA,), people=(QUIST,))
    assert (moved.case_id, [p.id for p in moved.people]) == ("K2", [QUIST])


def test_somebody_no_longer_on_file_is_refused(office: SmallOffice) -> None:
    with pytest.raises(Unusable, match="no longer on file"):
        changed(office, office.draft(), children=("C99",))


def test_another_worker_cannot_change_or_discard(office: SmallOffice) -> None:
    note = office.submitted()
    for who in (SAM, KIM):
        with pytest.raises(Refusal), office.desk(who) as desk:
            notes.discard(desk, note.id, note.version)
        with pytest.raises(Refusal):
            changed(office, note, who, follow_ups="x")


def test_a_discarded_draft_comes_back_on_its_old_clock(office: SmallOffice) -> None:
    note = office.draft()
    with office.desk(DANA) as desk:
        gone = notes.discard(desk, note.id, note.version)
    with pytest.raises(Outdated):
        changed(office, gone, follow_ups="x")
    with office.desk(DANA) as desk:
        back = notes.bring_back(desk, note.id, note.version)
    assert (back.status, back.due_at) == (NoteStatus.DRAFT, note.due_at)
    with office.db.reading() as session:
        still = select(Obligation.due_at).where(Obligation.kind == "note", Obligation.closed_at.is_(None))
        assert session.scalars(still).all() == [note.due_at]


def test_three_answers_at_once_all_count(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        blank = begin(desk, NoteContent(narrative="met"), "K1", key="t")
    start, refused = threading.Barrier(3), []

    def taps(slot: str, value: str) -> None:
        start.wait()
        try:
            with office.desk(DANA) as desk:
                answer(desk, blank.id, slot, value)
        except Refusal as refusal:
            refused.append(str(refusal))

    given = (("type", "school"), ("date", "2026-11-09"), ("method", "in_person"))
    thumbs = [threading.Thread(target=taps, args=each) for each in given]
    for thumb in thumbs:
        thumb.start()
    for thumb in thumbs:
        thumb.join()
    assert refused == []
    now = office.seen_by(DANA, blank.id).content
    assert (now.types, str(now.on), now.method) == ((EventType.SCHOOL,), "2026-11-09", Method.IN_PERSON)
    with office.desk(DANA) as desk, pytest.raises(Outdated, match="answered already"):
        answer(desk, blank.id, "type", "school")


@pytest.mark.parametrize(
    ("slot", "value"),
    [("child", BENCE), ("child", "x"), ("type", "party"), ("method", "owl"), ("outcome", "")],
)
def test_an_answer_that_was_not_offered_is_refused(sqlite_office: SmallOffice, slot: str, value: str) -> None:
    note = sqlite_office.draft(text="saw Maya today at 3 at school, 20 min")
    with sqlite_office.desk(DANA) as desk, pytest.raises(Unusable):
        with_answer(desk, note, slot, value)


def test_answering_the_child_keeps_whom_the_worker_had_put_in(office: SmallOffice) -> None:
    note = office.draft(text="saw Maya today at 3 at school, 20 min")
    note = changed(office, note, people=("P3", QUIST))
    with office.desk(DANA) as desk:
        content = with_answer(desk, note, "child", MAYA)
        after = notes.change(desk, note.id, note.version, content, how="answered")
    assert (after.case_id, [p.id for p in after.people]) == ("K1", ["P3"])


def test_a_child_nobody_named_is_picked_from_the_caseload(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        note = begin(desk, NoteContent(narrative="home visit"), None, key="t")
    offered = {c.id: c.words for a in note.asked if a.slot == "child" for c in a.choices}
    assert offered == {MAYA: "Maya Okafor, 7", TOBI: "Tobi Okafor, 9", OTHER_MAYA: "Maya Lindgren, 12"}


def test_people_to_choose_from_are_told_apart_by_their_children(office: SmallOffice) -> None:
    note = office.draft()
    with office.desk(DANA) as desk:
        words = {c.id: c.words for c in people_to_pick(desk, note)}
        assert [c.id for c in search_people(desk, note, "falk")] == ["P3"]
    assert words["P3"] == "Dr. Ines Falk, therapist (Maya)"
    assert words[STONE] == "Beverly Stone, foster parent (Maya, Tobi)"
    assert TOBI not in words


def test_a_blank_note_is_begun_once_and_by_those_who_write_notes(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        first = visit_to_log(desk, MAYA, key="tap")
    with office.desk(DANA) as desk:
        assert visit_to_log(desk, MAYA, key="tap").id == first.id
    with office.desk(JO) as desk, pytest.raises(NotAllowed):
        visit_to_log(desk, MAYA, key="other")
    with office.desk(JO) as desk:
        assert search_children(desk, "Maya") == []
    with office.desk(DANA) as desk, pytest.raises(Unusable):
        visit_to_log(desk, "C99", key="third")


def test_a_colleagues_case_is_marked_and_its_worker_told(office: SmallOffice) -> None:
    note = office.submitted(KIM, "saw Tobi Okafor at school today 2pm, 30 min, he likes maths")
    assert note.off_caseload
    with office.db.reading() as session:
        told = select(OutboxItem.recipient_id).where(OutboxItem.kind == "logged_for_you")
        assert session.scalars(told).all() == [DANA]
    assert office.seen_by(DANA, note.id).author.id == KIM


def test_on_call_staff_submit_crises_alone(office: SmallOffice) -> None:
    note = office.draft(ROBIN, "saw Tobi Okafor at school today 2pm, 30 min, he likes maths")
    with pytest.raises(NotAllowed, match="crises"):
        office.submits(note, ROBIN)
    as_crisis = changed(office, note, ROBIN, types=(EventType.CRISIS_CALL,))
    office.later(days=2)  # the shift in which it was entered counts
    assert office.submits(as_crisis, ROBIN).status is NoteStatus.SUBMITTED


def test_two_families_are_two_notes_and_no_word_is_lost(office: SmallOffice) -> None:
    text = (
        "Saw Tobi Okafor at school today 2pm, 30 min, he likes maths. "
        "At 4pm I visited Maya Lindgren at Ms Quist's, 20 min, she has a cold."
    )
    found = office.drafts(DANA, text)
    assert [n.case_id for n in found] == ["K1", "K2"]
    assert "cold" not in found[0].content.narrative
    assert "maths" not in found[1].content.narrative
    kept = " ".join(n.content.narrative for n in found)
    assert re.findall(r"\w+", kept) == re.findall(r"\w+", text)


def test_words_that_no_event_claims_go_with_the_one_before_and_are_asked_about() -> None:
    raw = "Dear all. Saw Tobi. Rain! Saw Maya."
    told = with_the_rest(raw, [((10, 19),), ((26, 35),)])
    assert [(stretch(raw, spans), added) for spans, added in told] == [
        ("Dear all.\nSaw Tobi.\nRain!", True),
        ("Saw Maya.", False),
    ]


def test_the_end_of_an_event_is_counted_in_elapsed_minutes(sqlite_office: SmallOffice) -> None:
    starts = sqlite_office.now.replace(month=11, day=1, hour=1, minute=30)
    content = NoteContent(on=starts.date(), starts_at=starts, minutes=60)
    due = due_of(content, sqlite_office.now, sqlite_office.policy)
    assert (due.remind_by - starts.astimezone(due.remind_by.tzinfo)).total_seconds() == 73 * 3600


def test_a_version_once_written_stays(office: SmallOffice) -> None:
    note = office.draft()
    changed(office, note, narrative="other words", place=Place.SCHOOL, outcome=Outcome.ATTEMPTED)
    with office.db.reading() as session:
        rows = session.scalars(select(NoteVersion).order_by(NoteVersion.number)).all()
        assert [r.narrative for r in rows] == [note.content.narrative, "other words"]
        row = session.get_one(Note, note.id)
        assert row.version == 2
