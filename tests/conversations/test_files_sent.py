"""Photos and papers: the note says that they were sent, with a link; nothing is downloaded."""

from __future__ import annotations

from sqlalchemy import func, select

from storage.models import AuditRow, Note, NoteVersion, SentFiles
from storage.types import SentState
from tests.conversations.office import Office

VISIT = "saw Tobi today 4pm at Ms Stone's"


def test_a_photo_with_words_is_named_on_the_note_with_its_link(office: Office) -> None:
    office.dana.sends_file("IMG 0412.jpg", text=VISIT)
    card = office.dana.waits_for("[Submit]")
    assert "Sent with it" in card
    assert "IMG 0412.jpg" in card
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")
    office.sam.clicks("Read")
    window = office.sam.waits_for_window("Tobi")
    assert "IMG 0412.jpg" in window
    assert "files.info" not in {call.method for call in office.demo.workspace.calls}


def test_several_files_stand_on_one_note(office: Office) -> None:
    office.dana.sends_file("a.jpg", "b.jpg", "school letter.pdf", text=VISIT)
    office.dana.waits_for("[Submit]")
    assert office.dana.sees("a.jpg, b.jpg, school letter.pdf")


def test_a_file_without_words_goes_with_the_draft_that_is_tapped(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.dana.sends_file("report.pdf")
    office.dana.waits_for("What does it belong to?")
    office.dana.clicks("Tobi, Mon Nov 9")
    office.dana.waits_for("with the note about Tobi Okafor")
    office.dana.waits_for("Sent with it")
    with office.db.reading() as session:
        newest = session.scalars(select(NoteVersion).order_by(NoteVersion.number.desc())).first()
        assert newest is not None
        assert (newest.number, newest.made_how, newest.narrative) == (2, "enclosed", VISIT)
        assert b"report.pdf" not in bytes(newest.files_sealed or b"")
        assert "file.settle" in session.scalars(select(AuditRow.action)).all()
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")


def test_a_file_in_a_cards_thread_goes_with_that_draft(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.dana.sends_file("letter.pdf", thread_of="nothing is filed yet")
    office.dana.waits_for("Sent with it")
    assert not office.dana.sees("belong to?")


def test_a_file_without_words_begins_a_note(office: Office) -> None:
    office.dana.sends_file("report.pdf")
    office.dana.waits_for("What does it belong to?")
    office.dana.clicks("New note")
    office.dana.waits_for_window("Edit note")
    office.dana.closes_window()
    office.dana.waits_for("report.pdf")


def test_files_may_belong_to_no_note_and_a_second_tap_is_told(office: Office) -> None:
    office.dana.sends_file("menu.pdf", "map.pdf")
    office.dana.waits_for("What do they belong to?")
    late = office.dana.finds("New note")
    office.dana.clicks("No note")
    office.dana.waits_for("with no note")
    office.dana.clicks(late)
    office.dana.waits_for("settled already")
    with office.db.reading() as session:
        assert session.scalars(select(SentFiles.state)).all() == [SentState.LEFT]
        assert session.scalar(select(func.count()).select_from(Note)) == 0


def test_a_photo_in_a_message_about_two_families_is_asked_about(office: Office) -> None:
    words = "saw Tobi today 2pm at Ms Stone's. then saw Maya Lindgren at 4pm at her foster home"
    office.dana.sends_file("IMG_1.jpg", text=words)
    office.dana.waits_for("What does it belong to?")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 2
        assert session.scalars(select(NoteVersion.files_sealed)).all() == [None, None]


def test_somebody_elses_question_is_not_answered(office: Office) -> None:
    office.dana.sends_file("report.pdf")
    office.dana.waits_for("What does it belong to?")
    assert not office.sam.sees("report.pdf")
    assert not office.riley.sees("report.pdf")


def test_a_file_with_chatter_is_asked_about_too(office: Office) -> None:
    office.dana.sends_file("IMG_2.jpg", text="thanks!")
    office.dana.waits_for("What does it belong to?")


def test_many_drafts_are_offered_in_a_menu(office: Office) -> None:
    for hour in (9, 10, 11, 12):
        office.dana.says(f"called Ms Stone about Tobi today at {hour}:00, left msg")
        office.dana.waits_for(f"{(hour - 1) % 12 + 1}:00 {'AM' if hour < 12 else 'PM'}")
    office.dana.sends_file("report.pdf")
    office.dana.waits_for("What does it belong to?")
    assert office.dana.sees("Another draft")
