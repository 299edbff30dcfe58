"""The weekly conference, as supervisor and worker have it: agenda, Held, the note, the paper."""

from __future__ import annotations

from tests.conversations.office import Office
from tests.conversations.owing import morning
from tests.conversations.test_hand_over import files_of


def test_a_conference_is_held_family_by_family(office: Office) -> None:
    office.demo.fieldnote.scheduler.beat()  # what is owed stands in the book from the first beat on
    morning(office, 16)
    office.sam.waits_for("with Dana Ellis")
    office.sam.clicks("Agenda", on="with Dana Ellis")
    page = office.sam.waits_for_window("Weekly conference")
    assert page.index("Lindgren family") < page.index("Okafor family")
    office.sam.clicks("Held", on="Okafor family")
    office.sam.waits_for_window("Okafor family, with Dana Ellis")
    office.sam.fills("What was decided", "Sibling visit before Thanksgiving")
    office.sam.submits()
    office.sam.waits_for_window("Sibling visit before Thanksgiving")
    office.sam.waits_for_window("1 of 2 families discussed")
    office.sam.clicks("Make a note", on="Sibling visit before Thanksgiving")
    office.sam.waits_for_window("Edit note")
    assert office.sam.field("Words") == "Sibling visit before Thanksgiving"
    office.sam.closes_window()
    office.sam.clicks("Held", on="Lindgren family")
    office.sam.waits_for_window("Lindgren family, with Dana Ellis")
    office.sam.fills("What was decided", "Dentist")
    office.sam.submits()
    office.sam.waits_for("the conference is recorded. The next one is due Mon Nov 23")
    office.dana.says("my agenda")
    office.dana.waits_for("Your weekly conference")
    office.dana.clicks("Agenda", on="Your weekly conference")
    own = office.dana.waits_for_window("Last time, Mon Nov 16")
    assert "S. Ortega: Sibling visit before Thanksgiving" in own
    assert "Record conference" not in own
    assert "Make a note" not in own


def test_the_agenda_is_asked_for_by_name_and_comes_as_a_paper(sqlite_office: Office) -> None:
    office = sqlite_office
    office.sam.says("agenda for Dana")
    office.sam.waits_for("Weekly conference with Dana Ellis")
    assert "Noor" not in office.sam.newest_card("Weekly conference")
    office.sam.clicks("Agenda", on="with Dana Ellis")
    office.sam.waits_for_window("0 of 2 families discussed")
    office.sam.clicks("PDF")
    office.sam.closes_window()
    office.sam.waits_for("Conference agenda, 2 families")
    assert "Okafor family" in files_of(office, "U0SAM")["agenda"]
    office.riley.says("agenda for Dana")
    office.riley.waits_for("Weekly conference with Kim Osei")
    assert not office.riley.sees("Dana Ellis")


def test_a_conference_told_in_words_is_recorded_and_no_note_of_a_case(sqlite_office: Office) -> None:
    office = sqlite_office
    office.demo.fieldnote.scheduler.beat()
    office.sam.says("did supervision w dana today 3pm, went over all her kids, lindgren needs the dentist")
    card = office.sam.waits_for("I made no note of a case")
    assert "Weekly conference with Dana Ellis" in card
    assert "none recorded yet" in card
    office.sam.clicks("Record conference")
    office.sam.waits_for_window("With Dana Ellis")
    office.sam.submits()
    office.sam.waits_for("Recorded. The next conference is due")
    office.sam.says("when did i last meet with dana")
    office.sam.waits_for("last recorded Mon Nov 9")
    assert not office.sam.sees("Draft")
    office.sam.says("case conference on okafor at court today 2pm w ms stone and dana")
    office.sam.waits_for("[Discard]")
    office.riley.says("had my 1:1 with kim at 4")
    office.riley.waits_for("Weekly conference with Kim Osei")
    office.dana.says("supervision with sam at 3 today, went over Maya Okafor")
    office.dana.waits_for("Okafor")
    assert not office.dana.sees("made no note of a case")
