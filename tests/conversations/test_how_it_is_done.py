"""How-to questions: answered from the policy in force; never a draft, a plan, leave or an alarm."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from storage.models import CrisisCall, Note, PlannedVisit
from tests.conversations.office import Office


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def made(office: Office) -> list[int]:
    """How many notes, plans and crises there are."""
    with office.db.reading() as session:
        tables = (Note, PlannedVisit, CrisisCall)
        return [session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("How long do I have to write it up?", "submitted within 72 hours"),
        ("what happens if i'm late with a note", "Submit it all the same"),
        ("can i change a note after i sent it in", "Ask for it back"),
        ("do I have to log a voicemail too?", "within the same 72 hours"),
        ("one note for each child or one for the family?", "One note for each family's case"),
        ("cuánto tiempo tengo para escribir una nota", "submitted within 72 hours"),
        ("cada cuánto tengo que ver a los niños", "once a month"),
        ("how many days do I have to fix a note", "within 3 days"),
        ("when is my conference with Sam?", "The hour is agreed between the two of you"),
        ("Am I allowed to text a birth parent?", "Please ask:"),
        ("what do I do when I'm sick", "who covers"),
    ],
)
def test_the_policy_answers_and_nothing_is_made(office: Office, asked: str, told: str) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says(asked)
    assert office.demo.workspace.wait_until(lambda: told in plain(office.dana.newest_card()))
    assert made(office) == [0, 0, 0]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What do I do if a child tells me she was hit?", "800-635-1522"),
        ("que hago si un niño me dice que le pegan", "800-635-1522"),
        ("what do i do if a kid runs away", "within 24 hours"),
    ],
)
def test_danger_asked_about_gets_numbers_and_raises_nothing(office: Office, asked: str, told: str) -> None:
    office.dana.says(asked)
    office.dana.waits_for("Asking alerted nobody")
    card = plain(office.dana.newest_card("Asking alerted nobody"))
    for words in (told, "/crisis", "Your supervisor: Sam"):
        assert words in card, words
    assert made(office) == [0, 0, 0]


def test_how_often_a_child_is_to_be_seen(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()
    office.dana.says("how often do I have to see Tobi?")
    office.dana.waits_for("a month, in person")
    assert "Tobi Okafor: at least" in plain(office.dana.newest_card("a month, in person"))


def test_what_is_told_beside_the_question_is_a_note(office: Office) -> None:
    office.dana.says("Saw Tobi today at 4pm at the foster home. How long do I have to write it up?")
    office.dana.waits_for("Before leave it is sooner")
    office.dana.waits_for("[Submit]")
    assert made(office) == [1, 0, 0]
    assert "How long do I have" not in office.dana.newest_card("[Submit]")


def test_sick_and_asking_what_to_do_is_no_leave_yet(office: Office) -> None:
    office.dana.says("I'm sick tomorrow I think, what do I have to do?")
    office.dana.waits_for("who covers")
    assert not office.dana.sees("Plan of leave")


def test_an_emergency_with_a_question_is_an_emergency(office: Office) -> None:
    office.dana.says("Tobi ran away an hour ago, nobody knows where he is. What do I do?")
    office.dana.waits_for("Call by hand now")
    assert made(office)[2] == 1


def test_the_next_visit_is_the_plan_that_was_told(office: Office) -> None:
    office.dana.says("when is Tobi's next visit?")
    office.dana.waits_for("No such visit is planned here")
    office.dana.says("I will see Tobi Friday at 3 pm at the foster home")
    office.dana.waits_for("Planned: Tobi")
    office.dana.says("when is my next visit with Tobi?")

    def shown_again() -> bool:
        texts = (office.dana.screen.text(m) for m in office.dana.screen.messages() if m.from_bot)
        return sum("Planned: Tobi" in text for text in texts) == 2

    assert office.demo.workspace.wait_until(shown_again)
    assert made(office) == [0, 1, 0]


def test_and_the_other_family_goes_on_from_the_hearing(office: Office) -> None:
    office.dana.says("when is Tobi's next hearing")
    office.dana.waits_for("Next hearing")
    office.dana.says("and Maya Lindgren?")
    office.dana.waits_for("Lindgren case")
    assert "Next hearing" in office.dana.newest_card("Lindgren case")


def test_when_was_i_there_finds_the_note(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at the foster home")
    office.dana.waits_for("[Submit]")
    for asked in ("what time did I see Tobi", "what are all the notes I did today"):
        office.dana.says(asked)
        office.dana.waits_for("1 note")
