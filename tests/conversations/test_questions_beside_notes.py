"""What somebody asks beside her notes makes none: a card answers, or says that there is no answer."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


@pytest.mark.parametrize("asked", ["what is theme of the month", "so what is theme of the month"])
def test_a_question_is_never_added_to_the_note_before_it(office: Office, asked: str) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")
    office.dana.says(asked)
    office.dana.waits_for("I have no answer to that question")
    assert asked not in office.dana.newest_card("[Submit]")


def test_what_was_forgotten_is_kept_beside_the_question(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")
    office.dana.says("i forgot to say I also spoke to his teacher about the bus pass, can I still add that?")
    office.dana.waits_for("tell me what is wrong, or tap Edit")
    office.dana.waits_for("spoke to his teacher about the bus pass")


def test_a_senior_is_told_which_figure_there_is_not(office: Office) -> None:
    office.alex.says("how many cases does each worker have")
    office.alex.waits_for("That figure I can't give.")
    office.alex.says("how many returned notes this quarter")
    office.alex.waits_for("notes returned")


def test_whether_somebody_answered_shows_what_waits(office: Office) -> None:
    office.sam.says("did dana answer")
    office.sam.waits_for("Nothing waits for your review")


def test_a_note_told_twice_is_said_to_be_there(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")
    assert not office.dana.sees("already. If the one above is a double")
    office.dana.says("saw Tobi at the foster home today 4pm, 30 min")
    office.dana.waits_for("already. If the one above is a double")


def test_what_was_discarded_comes_back_by_words(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Discard")
    office.dana.waits_for("[Bring back]")
    office.dana.says("wait i didnt mean to discard that, can I get it back?")
    office.dana.waits_for("can I get it back?")
    office.dana.clicks("Bring back")
    office.dana.waits_for("[Submit]")


def test_what_was_sent_is_asked_after_and_asked_back(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")
    office.dana.says("did it go through")
    office.dana.waits_for("of yours")
    office.dana.says("ask for it back")
    office.dana.waits_for("[Ask for it back]")


def test_an_agenda_of_one_day_holds_that_day_alone(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says("seeing Tobi thursday at 3pm")
    office.dana.waits_for("Planned")
    office.dana.says("what do i have thurs")
    office.dana.waits_for("Thu Nov 12")
    assert "Visit this month" not in office.dana.newest_card("Planned visit")
    office.dana.says("when is my next visit")
    office.dana.waits_for("[Log visit]")


def test_a_number_asked_for_behind_what_is_told_is_given_under_the_card(office: Office) -> None:
    office.dana.says(
        "saw Tobi today at 4pm at the foster home, 30 min. What's his foster mother's number again?"
    )
    office.dana.waits_for("[Submit]")
    office.dana.waits_for("718-555-0102")


def test_a_wish_with_a_day_in_it_moves_no_note(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min")
    office.dana.waits_for("[Submit]")
    office.dana.says("happy friday everyone")
    office.dana.waits_for("I'm here when something happened")
    assert "Changed by your words" not in office.dana.newest_card("[Submit]")


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("spoke to ms stone by phone at 310 re tobi, 12 min. btw whos on call tonight?", "On call"),
        ("saw Tobi today at 4pm at the foster home, 30 min. anything overdue for me", "What's due"),
        ("saw Tobi today at 4pm at the foster home, 30 min, and whats dr falks number", "718-555-0103"),
        ("whats his foster moms number? saw Tobi at 4pm at the foster home 30 min", "718-555-0102"),
        (
            "saw Tobi today at 4pm, 30 min. can i get reimbursed for the bus?",
            "in that message I can't answer",
        ),
    ],
)
def test_a_note_and_a_question_in_one_message_get_both(office: Office, said: str, answered: str) -> None:
    office.dana.says(said)
    office.dana.waits_for("[Submit]")
    office.dana.waits_for(answered)
    assert "btw" not in office.dana.newest_card("[Submit]")
