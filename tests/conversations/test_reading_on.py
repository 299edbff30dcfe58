"""Notes read one after another: Next in the same window, what lies beneath drawn anew, Return without losing it."""

from __future__ import annotations

from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import submit

SCHOOL, CALL = "he likes his teacher", "all is well there"


def three_wait(office: Office) -> None:
    submit(office)
    for words in (
        f"saw Tobi Okafor today 3pm at school, 20 min, {SCHOOL}",
        f"called Ms Stone about Tobi Okafor today 2pm, 10 min, {CALL}",
    ):
        office.dana.says(words)
        office.dana.waits_for(words)
        office.dana.clicks("Submit", on=words)
        office.dana.waits_until_gone(words.rsplit(", ", 1)[1] + " [")
    office.sam.waits_for("2:00 PM")


def test_a_morning_is_read_on_in_one_window(office: Office) -> None:
    three_wait(office)
    office.sam.says("my queue")
    office.sam.waits_for("Waiting for your review (3 notes)")
    office.sam.clicks("Review", on="Waiting for your review")
    office.sam.waits_for_window("both kids home")
    office.sam.clicks("Approve")
    office.sam.waits_for_window("Approved by S. Ortega")
    office.sam.clicks("Next note (2)")
    office.sam.waits_for_window(SCHOOL)
    office.sam.clicks("Next note (1)")
    office.sam.waits_for_window(CALL)
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "Who said so?")
    office.sam.submits()
    office.sam.waits_for_window("Returned by S. Ortega")
    office.sam.clicks("Next note (1)")
    office.sam.waits_for_window(SCHOOL)
    office.sam.clicks("Approve")
    office.sam.waits_for_window("Approved by S. Ortega")
    assert "Next note" not in (office.sam.window or "")
    office.sam.closes_window()
    office.sam.waits_for("Nothing waits for your review")
    assert not office.sam.sees("Waiting for your review"), "the same card, drawn anew"


def test_what_was_decided_is_gone_from_the_list_beneath(sqlite_office: Office) -> None:
    office = sqlite_office
    three_wait(office)
    office.sam.opens_home()
    for time in ("2:00 PM", "3:00 PM"):
        office.sam.clicks("Read", on=time)
        office.sam.waits_for_window("Read note")
        office.sam.closes_window()
    office.sam.opens_home()
    office.sam.clicks("Approve several (2)")
    office.sam.waits_for_window("Not read yet")
    office.sam.clicks("Read")
    office.sam.waits_for_window("both kids home")
    office.sam.clicks("Return")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "Which room?")
    office.sam.submits()
    office.sam.waits_for_window("Returned by S. Ortega")
    office.sam.clicks("Next note (2)")
    office.sam.waits_for_window("Approve")
    office.sam.clicks("Approve")
    office.sam.waits_for_window("Approved by S. Ortega")
    office.sam.closes_window()
    left = office.sam.waits_for_window("Notes of Dana Ellis that you have read")
    assert "Not read yet" not in left
    assert left.count("T.O.") == 1
    office.sam.submits()
    assert "1 note is approved." in office.sam.waits_for_window("Nothing waits for your review")
