"""What a worker says after a card: answers, corrections, additions, in the DM and in threads."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from playground.records import Message
from storage.models import Note, NoteVersion, Remark
from storage.types import NoteStatus
from tests.conversations.office import Office

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"


def draft(office: Office, words: str = VISIT, until: str = "[Submit]") -> Message:
    message = office.dana.says(words)
    office.dana.waits_for(until)
    return message


def waits_for_card(office: Office, words: str) -> None:
    """Wait until the draft's own card has been drawn with these words."""
    there = office.demo.workspace.wait_until(lambda: words in card(office))
    assert there, card(office)


def card(office: Office) -> str:
    """The draft's card as it stands now (its answers stand in messages of their own)."""
    return office.dana.newest_card("nothing is filed yet").replace("  ", " ")


def words_of(office: Office) -> list[str]:
    """The present words of every note, oldest first."""
    with office.db.reading() as session:
        rows = session.execute(
            select(NoteVersion)
            .join(Note, (NoteVersion.note_id == Note.id) & (NoteVersion.number == Note.version))
            .order_by(Note.created_at, Note.item)
        )
        return [version.narrative for (version,) in rows]


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("no, it was Sunday", "Sun, Nov 8, 2026, 4:00 PM"),
        ("it was at 2:30, not 4", "2:30 PM"),
        ("that was a phone call", "Phone"),
        ("it was at school not home", "School"),
        ("30 min not 45", "(30 min)"),
        ("no, fue el domingo", "Sun, Nov 8, 2026"),
        ("fue por teléfono", "Phone"),
        ("perdón, duró una hora", "(1 h)"),
    ],
)
def test_a_correction_changes_the_draft_and_keeps_its_words(office: Office, said: str, seen: str) -> None:
    draft(office)
    office.dana.says(said)
    office.dana.waits_for("Your words stand in the note")
    waits_for_card(office, seen)
    assert words_of(office) == [f"{VISIT}\n{said}"]
    with office.db.reading() as session:
        assert {v.number: v.made_how for v in session.scalars(select(NoteVersion))} == {
            1: "read",
            2: "corrected",
        }


def test_the_card_says_what_it_was_before(office: Office) -> None:
    draft(office)
    office.dana.says("no, it was Sunday")
    office.dana.waits_for("was Mon, Nov 9, 2026")
    waits_for_card(office, "was: Mon, Nov 9, 2026, 4:00 PM")


def test_somebody_was_there_or_was_not(office: Office) -> None:
    draft(office)
    office.dana.says("add that mom was there")
    office.dana.waits_for("Ngozi Okafor")
    office.dana.says("Tobi wasn't there")
    office.dana.waits_for("was Maya Okafor and Tobi Okafor")
    waits_for_card(office, "Ngozi Okafor (birth mother)")
    assert office.demo.workspace.wait_until(lambda: "Tobi Okafor (9)" not in card(office)), card(office)


def test_another_child_is_another_case_and_takes_nobody_along(office: Office) -> None:
    draft(office, "saw Maya Okafor today 4pm at school")
    office.dana.says("actually it was Maya Lindgren not Maya Okafor")
    office.dana.waits_for("Lindgren case, K2")
    waits_for_card(office, "Lindgren case, K2")
    assert "Okafor case" not in card(office)


@pytest.mark.parametrize(
    "said", ["the older one", "Lindgren", "the 12 year old", "la mayor", "not Maya Okafor", "the second one"]
)
def test_two_mayas_are_told_apart_in_words(office: Office, said: str) -> None:
    draft(office, "saw Maya today at 3 at school, 20 min", "Which child?")
    office.dana.says(said)
    office.dana.waits_for("Lindgren case, K2")
    office.dana.waits_for("[Submit]")


def test_an_hour_answers_the_time(office: Office) -> None:
    draft(office, "saw Tobi today at school", "What time was it?")
    office.dana.says("around 3")
    office.dana.waits_for("3:00 PM")
    office.dana.waits_for("[Submit]")
    assert words_of(office) == ["saw Tobi today at school"], "an answer alone is not part of the narrative"


def test_both_of_two_families_are_not_one_note(office: Office) -> None:
    draft(office, "saw Maya today at 3 at school, 20 min", "Which child?")
    office.dana.says("both")
    office.dana.waits_for("two families")


def test_an_answer_that_fits_two_drafts_is_asked(office: Office) -> None:
    draft(office, "saw Tobi today at school", "What time was it?")
    office.dana.says("saw Maya Lindgren today at school")
    office.dana.waits_for("Lindgren case, K2")
    office.dana.says("around 3")
    office.dana.waits_for("Which note is that about?")
    office.dana.clicks("Maya Lindgren, Mon Nov 9")
    office.dana.waits_for("[Submit]")
    with office.db.reading() as session:
        times = dict(session.execute(select(NoteVersion.narrative_sealed, NoteVersion.starts_at)).all())
        assert sum(1 for at in times.values() if at is not None) == 1


def test_a_reply_in_the_thread_is_about_that_card(office: Office) -> None:
    draft(office, "saw Tobi today at 4pm at school")
    office.dana.says("saw Maya Lindgren today at 2pm at school")
    office.dana.waits_for("Lindgren case, K2")
    office.dana.says("also she has a dentist appt", thread_of="Okafor case, K1")
    office.dana.waits_for("Added to the note's words")
    office.dana.says("no, it was Sunday", thread_of="Okafor case, K1")
    office.dana.waits_for("Sun, Nov 8, 2026")
    first, second = words_of(office)
    assert first.splitlines()[1:] == ["also she has a dentist appt", "no, it was Sunday"]
    assert second == "saw Maya Lindgren today at 2pm at school"


def test_another_event_in_a_thread_is_asked_about(office: Office) -> None:
    draft(office, "saw Tobi today at 4pm at school")
    office.dana.says("saw Maya Lindgren yesterday at 2pm at school", thread_of="Okafor case, K1")
    office.dana.waits_for("is it another event?")
    office.dana.clicks("New note")
    office.dana.waits_for("Lindgren case, K2")
    assert words_of(office) == [
        "saw Tobi today at 4pm at school",
        "saw Maya Lindgren yesterday at 2pm at school",
    ]


def test_an_emergency_in_a_thread_goes_first(office: Office) -> None:
    draft(office, "saw Tobi today at 4pm at school")
    office.dana.says("Tobi just ran away from the home, we can't find him", thread_of="Okafor case, K1")
    office.dana.waits_for("Not a crisis")


def test_a_correction_after_submit_changes_nothing_and_says_what_is_possible(office: Office) -> None:
    draft(office)
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")
    office.dana.says("no, it was Sunday")
    office.dana.waits_for("so I changed nothing")
    office.dana.clicks("Ask for it back")
    office.sam.waits_for("asks to have this note back")
    assert words_of(office) == [VISIT]
    with office.db.reading() as session:
        assert session.scalars(select(Remark)).one().words == "no, it was Sunday", "the words are kept"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("make that two separate notes", "I can't split a note"),
        ("delete the last sentence", "I never take your words out"),
        ("never mind", "Tap Discard"),
        ("submit it", "Tap Submit"),
    ],
)
def test_what_words_alone_do_not_do_is_said(office: Office, said: str, answer: str) -> None:
    draft(office)
    office.dana.says(said)
    office.dana.waits_for(answer)
    assert words_of(office) == [VISIT]


def test_a_new_event_is_no_correction(office: Office) -> None:
    draft(office)
    office.dana.says("saw Maya Lindgren today at 2pm at school")
    office.dana.waits_for("Lindgren case, K2")
    assert len(words_of(office)) == 2


# -- the message itself


def test_an_edited_message_offers_to_update_its_draft(office: Office) -> None:
    message = draft(office)
    office.dana.says("30 min not 45")
    office.dana.waits_for("Your words stand")
    office.dana.edits(message, VISIT.replace("4pm", "3pm"))
    office.dana.waits_for("You edited the message")
    assert "4:00 PM" in card(office), "nothing changes before it is wanted"
    office.dana.clicks("Update draft")
    office.dana.waits_until_gone("You edited the message")
    waits_for_card(office, "3:00 PM – 3:30 PM (30 min)")  # what was corrected since stays
    assert words_of(office) == [VISIT.replace("4pm", "3pm") + "\n30 min not 45"]


def test_an_edit_may_be_left(office: Office) -> None:
    message = draft(office)
    office.dana.edits(message, VISIT.replace("4pm", "3pm"))
    office.dana.waits_for("You edited the message")
    office.dana.clicks("Keep as it is")
    office.dana.waits_for("stays as it was")
    assert words_of(office) == [VISIT]


def test_a_deleted_message_leaves_its_draft(office: Office) -> None:
    message = draft(office)
    office.dana.deletes(message)
    office.dana.waits_for("You deleted the message in Slack")
    waits_for_card(office, "was deleted in Slack")
    with office.db.reading() as session:
        assert session.scalars(select(Note.status)).all() == [NoteStatus.DRAFT]
    assert words_of(office) == [VISIT]
