"""The Home is drawn anew when something of the person's changes; several notes approved from it."""

from __future__ import annotations

from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import submit

SCHOOL = "saw Tobi Okafor today 3pm at school, 20 min, he likes his teacher"


def until(office: Office, holds: object) -> bool:
    assert callable(holds)
    return bool(office.demo.workspace.wait_until(holds))


def test_it_follows_and_approves_several(office: Office) -> None:
    assert "Nothing waits for you" in office.sam.opens_home()
    submit(office)
    assert until(office, lambda: "1 to review" in office.sam.home)
    office.dana.says(SCHOOL)
    office.dana.waits_for("he likes his teacher")
    office.dana.clicks("Submit", on="he likes his teacher")
    assert until(office, lambda: "2 to review" in office.sam.home)
    office.sam.says("my queue")
    office.sam.waits_for("Waiting for your review (2 notes)")
    office.sam.clicks("Review", on="Waiting for your review")
    office.sam.waits_for_window("both kids home")
    office.sam.closes_window()
    office.sam.clicks("Read", on="3:00 PM")
    office.sam.waits_for_window("he likes his teacher")
    office.sam.closes_window()
    office.sam.opens_home()
    office.sam.clicks("Approve several (2)")
    office.sam.waits_for_window("Notes of Dana Ellis that you have read")
    office.sam.submits()
    office.sam.waits_for_window("2 notes are approved.")
    office.sam.closes_window()
    assert until(office, lambda: "Nothing waits for you" in office.sam.home)
    assert not office.riley.sees("Okafor")


def test_a_supervisor_says_who_reviews(sqlite_office: Office) -> None:
    office = sqlite_office
    office.sam.says("Riley reviews for me tomorrow")
    office.sam.waits_for("Riley Shaw reviews for you Tue Nov 10.")
    office.sam.clicks("Confirm")
    office.riley.waits_for("You review for Sam Ortega")
    office.sam.waits_for("[Take back]")
    office.dana.says("Riley reviews for me tomorrow")
    office.dana.waits_for("Fieldnote")
    assert not office.dana.sees("in your stead")
