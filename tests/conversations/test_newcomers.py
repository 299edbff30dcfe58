"""What a newcomer stumbled over, held so that nobody does again."""

from __future__ import annotations

from datetime import timedelta

from tests.conversations.office import Office


def test_a_cancelled_blank_note_does_not_nag(office: Office) -> None:
    office.dana.shortcut("log.contact")
    office.dana.waits_for_window("Edit note")
    office.dana.closes_window()
    office.dana.waits_for("it can be brought back")


def test_a_revision_shows_its_words_before_it_is_sent_and_readably_after(office: Office) -> None:
    office.dana.says("saw Tobi today 4pm at the foster home, spoke w dr Falk about sleep")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Return]")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "Who is dr Falk?")
    office.sam.submits()
    office.dana.waits_for("Who is dr Falk?")
    revised = "saw Tobi today 4pm at the foster home, called his therapist Dr. Ines Falk about sleep"
    office.dana.clicks("Revise")
    office.dana.waits_for_window("Revise note")
    office.dana.fills("Your words", revised)
    office.dana.submits()
    office.dana.waits_for("not yet sent")
    assert revised in office.dana.newest_card("not yet sent")
    office.dana.clicks("Submit")
    office.sam.waits_for("Revised, version 2")
    office.sam.clicks("Read", on="Revised, version 2")
    office.sam.waits_for_window("Read note")
    assert office.sam.sees(revised), "the present words stand whole"
    assert office.sam.sees("What changed")


def test_wording_is_advised_on_never_blocked(office: Office) -> None:
    office.dana.says("saw Tobi today 4pm at the foster home. He is doing great.")
    office.dana.waits_for("[Submit]")
    assert "💬 “is doing great”" in office.dana.newest_card("[Submit]")


def test_a_crisis_says_whose_it_is_and_that_the_alarm_went(office: Office) -> None:
    office.dana.says("Ms Stone called 5:20 pm, Maya Okafor is being taken to the ER by ambulance")
    office.dana.waits_for("Call by hand now")
    card = office.dana.newest_card("Call by hand now")
    assert "Okafor case, K1" in card
    assert "Peanut allergy" in card
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(seconds=61))
    office.riley.waits_for("Peanut allergy")
    office.dana.waits_for("not seen yet")


def test_of_two_families_in_one_breath_none_is_dropped(office: Office) -> None:
    office.kim.says("met w bence today 2pm at the agency, played uno")
    office.kim.waits_for("Varga case, K3")
    office.dana.says("met w maya and bence varga at the agency 1-2pm today, played uno")
    office.dana.waits_for("[Edit]")
    office.dana.waits_for("Which child?")
    cards = office.dana.reads()
    assert "Varga case, K3" in cards
    assert "Maya Okafor, 7" in cards
