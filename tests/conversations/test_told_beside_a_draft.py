"""What begins as a correction or an addition and tells of something else: no draft is turned into another's."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.models import CrisisCall, Note, NoteVersion, Remark
from tests.conversations.office import Office

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"
SORRY = "oh sorry, I also saw Maya Lindgren today at 5pm at her foster home"


def notes_of(office: Office) -> list[tuple[str | None, str]]:
    """The case and the present words of every note, oldest first."""
    with office.db.reading() as session:
        rows = session.execute(
            select(Note.case_id, NoteVersion)
            .join(NoteVersion, (NoteVersion.note_id == Note.id) & (NoteVersion.number == Note.version))
            .order_by(Note.created_at, Note.item)
        )
        return [(case_id, version.narrative) for case_id, version in rows]


def drafted(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")


@pytest.mark.parametrize(
    "said",
    [
        SORRY,
        "Wait, I also visited Maya Lindgren at school today",
        "Actually saw Bence Varga today at 2pm at school",
        "oh sorry, I also saw Maya at school on Friday",
        "perdon, tambien vi a Maya Lindgren a las 5 en su casa",
    ],
)
def test_another_visit_never_takes_a_drafts_place(office: Office, said: str) -> None:
    drafted(office)
    office.dana.says(said)
    office.dana.waits_for("Which note is that about?")
    assert notes_of(office) == [("K1", VISIT)]


@pytest.mark.parametrize(
    "said",
    ["also saw Will at 5", "I forgot to say that Maya Lindgren cried"],
)
def test_somebody_elses_words_are_not_added(office: Office, said: str) -> None:
    drafted(office)
    office.dana.says(said)
    office.dana.waits_for("is it another event?")
    assert notes_of(office) == [("K1", VISIT)]


@pytest.mark.parametrize(
    "said",
    ["no, it was 3:30 and grandma was there too", "no, fue a las 3:30, la abuela tambien estaba"],
)
def test_somebody_who_was_there_too_is_no_other_event(office: Office, said: str) -> None:
    drafted(office)
    office.dana.says(said)
    office.dana.waits_for("3:30 PM")
    assert notes_of(office) == [("K1", f"{VISIT}\n{said}")]


def test_a_visit_with_a_child_nobody_knows_is_a_note_of_its_own(office: Office) -> None:
    drafted(office)
    office.dana.says("btw met Jayden at school at 2pm")
    office.dana.waits_for("Which child?")
    assert sorted(notes_of(office), key=str) == [("K1", VISIT), (None, "btw met Jayden at school at 2pm")]


def test_in_a_thread_too(office: Office) -> None:
    drafted(office)
    office.dana.says("Actually saw Bence Varga today at 2pm at school", thread_of="h/v Maya")
    office.dana.waits_for("Which note is that about?")
    assert notes_of(office) == [("K1", VISIT)]


@pytest.mark.parametrize("said", ["no, it was Maya Lindgren", "I meant Maya Lindgren"])
def test_a_plain_correction_of_the_child_is_not_asked_about(office: Office, said: str) -> None:
    drafted(office)
    office.dana.says(said)
    office.dana.waits_for("was Maya Okafor and Tobi Okafor")
    assert notes_of(office) == [("K2", f"{VISIT}\n{said}")]


def test_it_is_logged_as_what_it_is(office: Office) -> None:
    drafted(office)
    office.dana.says(SORRY)
    office.dana.clicks("None of these: a new note")
    office.dana.waits_for("Lindgren case, K2")
    assert notes_of(office) == [("K1", VISIT), ("K2", SORRY)]


def test_a_new_note_survives_the_death_of_its_tap(office: Office) -> None:
    drafted(office)
    office.dana.says(SORRY)
    office.dana.waits_for("None of these: a new note")
    with office.db.begin() as session:  # the tap was written down, and nobody lived to log the words
        remark = session.scalars(select(Remark)).one()
        remark.choice, remark.asks = "new", None
    office.dana.clicks("None of these: a new note")
    office.dana.waits_for("Lindgren case, K2")
    assert [case for case, _ in notes_of(office)] == ["K1", "K2"]


def test_a_message_that_came_to_nothing_is_logged_once_it_tells_something(office: Office) -> None:
    message = office.dana.says("hlep me")
    office.dana.waits_for("Type help")
    office.dana.edits(message, VISIT)
    office.dana.waits_for("[Submit]")
    assert notes_of(office) == [("K1", VISIT)]


def test_a_crisis_that_an_edit_tells_of_stands_in_a_note(office: Office) -> None:
    message = office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    gone = "Maya Okafor ran away this morning, she is missing since 8am"
    office.dana.edits(message, gone)
    office.dana.waits_for("[Not a crisis]")
    assert notes_of(office) == [("K1", VISIT), ("K1", gone)]
    with office.db.reading() as session:
        assert session.scalars(select(CrisisCall)).one().words == gone


def test_an_update_offered_before_submit_changes_nothing_after_it(office: Office) -> None:
    message = office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.dana.edits(message, VISIT.replace("4pm", "3pm"))
    office.dana.waits_for("[Update draft]")
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted today")
    office.dana.clicks("Update draft")
    office.dana.waits_for("[Ask for it back]")
    assert notes_of(office) == [("K1", VISIT)]


def test_the_message_of_a_discarded_draft_is_not_edited_into_silence(office: Office) -> None:
    message = office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Discard")
    office.dana.waits_for("[Bring back]")
    office.dana.edits(message, VISIT.replace("4pm", "3pm"))
    office.dana.waits_for("That draft is discarded, so I changed nothing")


def test_a_reviewer_in_a_cards_thread_changes_nothing_and_reads_initials(office: Office) -> None:
    drafted(office)
    office.dana.clicks("Submit")
    office.sam.waits_for("Note from Dana")
    office.sam.says("it was 3pm not 4", thread_of="Note from Dana")
    answer = office.sam.waits_for("Only its author can change this note")
    assert "Maya" not in answer
    assert "Ask for it back" not in answer
    assert notes_of(office) == [("K1", VISIT)]


def test_a_reviewers_own_visit_told_there_is_the_reviewers_own_note(office: Office) -> None:
    drafted(office)
    office.dana.clicks("Submit")
    office.sam.waits_for("Note from Dana")
    seen = "Saw Maya Okafor today at 5pm at school"
    office.sam.says(seen, thread_of="Note from Dana")
    office.sam.waits_for("nothing is filed yet")
    assert notes_of(office) == [("K1", VISIT), ("K1", seen)]


def test_a_photo_beside_words_that_are_asked_about_goes_into_no_note_by_itself(office: Office) -> None:
    drafted(office)
    office.dana.sends_file(
        "bence.jpg", text="saw Bence Varga at 2pm at school", thread_of="nothing is filed yet"
    )
    office.dana.waits_for("is it another event?")
    office.dana.waits_for("What does it belong to?")
    assert not office.dana.sees("Sent with it")


def test_what_is_sent_right_behind_a_message_finds_its_draft(office: Office) -> None:
    """A phone that was offline sends all at once."""
    office.dana.says(VISIT)
    office.dana.says("no, it was at 3pm")
    office.dana.waits_for("3:00 PM – 3:45 PM")
    assert notes_of(office) == [("K1", f"{VISIT}\nno, it was at 3pm")]


@pytest.mark.parametrize(
    "said",
    [
        "The visit with Maya Lindgren and her mom Saturday never happened, she canceled at 9",
        "the visit with Maya Lindgren on Saturday didn't happen, her foster mom was sick",
        "the call with Maya Lindgren's school on Friday at 10 was no answer",
        "la visita del sábado con Maya Lindgren fue cancelada, la mamá no vino",
    ],
)
@pytest.mark.parametrize("draft", [VISIT, "Talked to Ms Stone today at 3 about Tobi"])
def test_what_did_not_take_place_with_others_is_a_note_of_its_own(
    office: Office, said: str, draft: str
) -> None:
    office.dana.says(draft)
    office.dana.waits_for("Okafor case")
    office.dana.says(said)
    office.dana.waits_for("Lindgren case")
    assert notes_of(office) == [("K1", draft), ("K2", said)]


def test_what_did_not_take_place_on_another_day_moves_no_visit(office: Office) -> None:
    drafted(office)
    said = "la visita del sábado no se hizo porque la mamá no llegó y no la dejé pasar a Maya Okafor"
    office.dana.says(said)
    office.dana.waits_for("Attempted")
    assert notes_of(office) == [("K1", VISIT), ("K1", said)]


def test_it_was_with_somebody_else_is_still_about_the_draft(office: Office) -> None:
    drafted(office)
    office.dana.says("it was with Maya Lindgren today at 4pm")
    office.dana.waits_for("Maya Lindgren")
    assert len(notes_of(office)) == 1
