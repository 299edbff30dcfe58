"""Voice clips: one message that says "listening" and becomes the card; what was heard is kept to the letter."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from playground import payloads
from storage.models import InboxItem, Note, NoteVersion, SentFiles
from storage.types import SentState
from tests.conversations.office import Office

VISIT = "saw maya okafor today at four pm at the foster home with ms stone for forty five minutes she is well"
LISTENING = "Listening to your clip"


def from_bot(office: Office) -> list[str]:
    found = office.demo.workspace.conversations.visible_to("U0DANA")
    return [office.dana.screen.text(m) for m in found if m.from_bot]


def test_listening_is_shown_and_then_becomes_the_card(office: Office) -> None:
    clip = office.dana.voice(VISIT, ready_after=None)
    office.dana.waits_for(LISTENING)
    office.dana.is_heard(clip)
    office.dana.waits_for("[Submit]")
    office.dana.waits_until_gone(LISTENING)
    (card,) = from_bot(office)
    assert "Maya Okafor" in card
    assert "Voice clip (0:20)" in card


def test_words_that_are_there_at_once_need_no_listening(office: Office) -> None:
    office.dana.is_heard(office.dana.voice(VISIT, ready_after=None))
    office.dana.waits_for("[Submit]")
    office.dana.waits_until_gone(LISTENING)


@pytest.mark.parametrize("length", [3, 9])
def test_a_cut_preview_is_fetched_whole_and_kept_to_the_letter(office: Office, length: int) -> None:
    told = f"{VISIT}. " + "then we talked about school & her <friends> at length. " * length
    assert len(told) > 250
    office.dana.voice(told.strip(), seconds=90, ready_after=0.1)
    office.dana.waits_for("[Submit]")
    all_worked(office)
    with office.db.reading() as session:
        version = session.scalars(select(NoteVersion)).one()
        row = session.scalars(select(SentFiles)).one()
        assert version.narrative == told.strip() == row.transcript
        assert row.state is SentState.KEPT
        assert row.note_id == version.note_id
        assert told[:20].encode() not in bytes(row.transcript_sealed or b"")


def test_a_transcript_that_fails_asks_to_type_and_begins_a_note(office: Office) -> None:
    clip = office.dana.voice("mumbling", ready_after=None)
    office.dana.waits_for(LISTENING)
    office.dana.is_heard(clip, fail=True)
    office.dana.waits_for("Please type in a line what happened")
    assert len(from_bot(office)) == 1
    office.dana.clicks("Write it down")
    assert "Edit note" in office.dana.waits_for_window("Edit note")
    office.dana.closes_window()
    office.dana.waits_for("Discarded")


def test_another_language_is_said_and_nothing_is_guessed(office: Office) -> None:
    office.dana.voice("j'ai vu maya aujourd'hui", locale="fr-FR")
    office.dana.waits_for("neither English nor Spanish")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 0
        assert session.scalars(select(SentFiles)).one().transcript == "j'ai vu maya aujourd'hui"


def test_spanish_is_read(office: Office) -> None:
    office.dana.voice(
        "hoy a las cuatro de la tarde visité a tobi en la casa de la señora stone", locale="es-US"
    )
    office.dana.waits_for("Tobi Okafor")


def test_a_transcript_that_never_comes_is_said_after_three_minutes(office: Office) -> None:
    office.dana.voice(VISIT, ready_after=None)
    office.dana.waits_for(LISTENING)
    office.demo.workspace.clock.to(office.demo.workspace.now() + timedelta(minutes=4))
    office.dana.waits_for("not written that clip down in 3 minutes")
    assert len(from_bot(office)) == 1
    all_worked(office)


def test_a_typed_line_beside_a_clip_is_kept_with_it(office: Office) -> None:
    office.dana.voice("she slept well and ate", text="saw Tobi today 4pm at Ms Stone's", ready_after=0.3)
    office.dana.waits_for("[Submit]")
    with office.db.reading() as session:
        words = session.scalars(select(NoteVersion)).one().narrative
    assert words == "saw Tobi today 4pm at Ms Stone's\nshe slept well and ate"


def test_a_typed_line_is_logged_though_its_clip_fails(office: Office) -> None:
    office.dana.voice("mumbling", text="saw Tobi today 4pm at Ms Stone's", fail=True)
    office.dana.waits_for("[Submit]")
    office.dana.waits_for("Slack could not turn it into words")
    assert "Voice clip" in office.dana.newest_card("[Submit]")


def test_the_same_clip_told_twice_gives_one_draft(office: Office) -> None:
    workspace = office.demo.workspace
    message = office.dana.voice(VISIT, ready_after=0.8)
    office.dana.waits_for("[Submit]")
    workspace.deliveries.event("U0DANA", payloads.message_event(workspace, message))
    all_worked(office)
    assert len(from_bot(office)) == 1
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 1


def all_worked(office: Office) -> None:
    def unmarked() -> int:
        with office.db.reading() as session:
            return session.scalar(select(func.count()).where(InboxItem.done_at.is_(None))) or 0

    assert office.demo.workspace.wait_until(lambda: not unmarked()), "everything is worked in the end"


def test_a_question_by_voice_is_answered(office: Office) -> None:
    clip = office.dana.voice("who is on call right now", ready_after=None)
    office.dana.waits_for(LISTENING)
    office.dana.is_heard(clip)
    office.dana.waits_for("Robin Pike")
    office.dana.waits_for("Heard.")


def test_a_crisis_by_voice_is_answered_with_the_numbers_in_a_message_that_rings(office: Office) -> None:
    words = "crisis tobi okafor ran away from the foster home half an hour ago"
    clip = office.dana.voice(words, ready_after=None)
    office.dana.waits_for(LISTENING)
    office.dana.is_heard(clip)
    office.dana.waits_for("Crisis saved")
    assert office.demo.workspace.wait_until(lambda: len(from_bot(office)) == 2)


def test_a_clip_that_was_deleted_meanwhile_has_failed(office: Office) -> None:
    message = office.dana.voice(VISIT, ready_after=None)
    office.dana.waits_for(LISTENING)
    office.demo.workspace.files.forget(message.files[0])
    office.dana.waits_for("could not turn that clip into words")
