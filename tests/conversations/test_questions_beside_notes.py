"""What somebody asks beside her notes makes none: a card answers, or says that there is no answer."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


@pytest.mark.parametrize("asked", ["what is theme of the month", "does sat count for tobi"])
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
