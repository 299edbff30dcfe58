"""What follows an approval, and what is planned: windows, ticks, addenda, each where its words say."""

from __future__ import annotations

from sqlalchemy import func, select

from storage.models import Addendum, Note, NoteVersion, StateEntry
from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import VISIT, submit


def approve(office: Office) -> None:
    submit(office)
    office.sam.waits_for("[Read]")
    office.sam.clicks("Read")
    office.sam.waits_for_window("Read note")
    office.sam.clicks("Approve")
    office.dana.waits_for("Sam Ortega approved this note")


def test_copied_entered_and_added_to(office: Office) -> None:
    approve(office)
    office.dana.clicks("Copy for CONNECTIONS", on="approved this note")
    block = office.dana.waits_for_window("Copy for CONNECTIONS")
    assert "Event date: 11/09/2026" in block
    assert VISIT in block
    office.dana.submits()
    office.dana.waits_until_closed()
    office.dana.clicks("Mark entered", on="approved this note")
    office.dana.waits_for("Entered in CONNECTIONS")
    office.dana.waits_until_gone("[Mark entered]")
    office.dana.clicks("Add addendum")
    office.dana.waits_for_window("Add addendum")
    office.dana.fills("Addendum", "Ms Stone called back.")
    office.dana.submits()
    office.dana.waits_for("Addendum by D. Ellis")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(Addendum)) == 1
        assert session.scalar(select(func.count()).select_from(StateEntry)) == 1


def test_a_plan_that_happened_is_logged_about_both_children(office: Office) -> None:
    office.dana.says("I will see Maya Okafor and Tobi Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    office.dana.clicks("Log visit", on="A plan is no note")
    office.dana.waits_for_window("Edit note")
    card = office.dana.newest_card("nothing is filed yet")
    assert "Maya Okafor" in card
    assert "Tobi Okafor" in card
    assert "What happened?" in card
    office.dana.waits_for("Logged: its note has a card of its own")
    office.dana.closes_window()
    office.dana.waits_for("it can be brought back")
    office.dana.waits_for("A plan is no note")


def test_a_window_does_not_mix_two_families(office: Office) -> None:
    office.dana.says(
        "saw Tobi Okafor today 4pm at the foster home, 45 min, talked with Ms Stone, he sleeps well"
    )
    office.dana.waits_for("Beverly Stone")
    office.dana.clicks("Edit")
    office.dana.waits_for_window("Edit note")
    office.dana.chooses("Maya Lindgren, 12 · K2", from_="Children")
    office.dana.unchooses("Tobi Okafor, 9 · K1", from_="Children")
    office.dana.submits()
    office.dana.waits_for("Beverly Stone: on file with another family")
    with office.db.reading() as session:
        assert session.scalars(select(Note.case_id)).all() == ["K1"]
        assert session.scalar(select(func.count()).select_from(NoteVersion)) == 1


def test_answers_given_in_one_breath_all_count(office: Office) -> None:
    office.dana.says("saw Maya at school")
    office.dana.waits_for("Which child?")
    child, day = office.dana.finds("Maya Lindgren, 12"), office.dana.finds("Today, Mon Nov 9")
    for found in (child, day):  # the second button is of the card as it was before the first tap
        office.dana.clicks(found)
    office.dana.waits_until_gone("Which day was it?")
    office.dana.waits_for("Lindgren case, K2")
    assert not office.dana.sees("has changed since that card was drawn")


def test_the_crisis_command_gives_numbers_at_once(office: Office) -> None:
    text = "Tobi Okafor ran away from Ms Stone's"
    office.dana.command("/crisis", text)
    office.dana.waits_for("Call by hand now")
    assert "212-555-0112" in office.dana.newest_card("Call by hand now")
    office.riley.waits_for("Acknowledge")
    with office.db.reading() as session:
        assert session.scalars(select(NoteVersion)).one().narrative == text


def test_case_with_a_name_that_two_children_have_asks_which(office: Office) -> None:
    office.dana.command("/case", "Maya")
    office.dana.waits_for("Which one do you mean?")
    office.dana.clicks("Maya Lindgren, 12 · K2")
    office.dana.waits_for("Lindgren case, K2")
    assert not office.dana.sees("Peanut")


def test_the_administrator_writes_no_notes_but_may_raise_a_concern(office: Office) -> None:
    office.jo.says("saw Tobi Okafor today at 4pm at the foster home, he is fine")
    office.jo.waits_for("your role can't write notes")
    office.jo.command("/crisis", "somebody hit Tobi Okafor, he is hurt")
    office.jo.waits_for("Call by hand now")
    office.riley.waits_for("Acknowledge")
    with office.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 0
