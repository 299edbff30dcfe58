"""Out on a visit: asked at the time said, somebody alerted a quarter of an hour later, all told when back."""

from __future__ import annotations

from tests.conversations.office import Office
from tests.conversations.owing import at

OUT = "at the Okafor home, back by 5"


def test_no_answer_alerts_the_supervisor_and_then_the_next(office: Office) -> None:
    office.fast_forward(at(10, 15, 10))
    office.dana.says(OUT)
    card = office.dana.waits_for("I'll ask you at 5:00 PM")
    assert "Without an answer by 5:15 PM I alert" in card
    office.fast_forward(at(10, 17, 0))
    office.dana.waits_for("Back safe?")
    office.fast_forward(at(10, 17, 14))
    office.fast_forward(at(10, 17, 15))
    alert = office.sam.waits_for("Dana Ellis has not come back")  # on-call supervisor of that night
    assert "212-555-0101" in alert
    assert OUT in alert
    office.dana.waits_for("Sam Ortega: alerted 5:15 PM")
    office.fast_forward(at(10, 17, 21))
    office.alex.waits_for("Dana Ellis has not come back")
    office.sam.clicks("Acknowledge", on="has not come back")
    office.dana.waits_for("Seen by Sam Ortega")
    office.alex.waits_for("Sam Ortega has it")
    office.fast_forward(at(10, 17, 45))
    assert not office.riley.sees("has not come back")
    office.dana.says("I'm back")
    for person in (office.sam, office.alex):
        person.waits_for("Dana Ellis is back")


def test_more_time_and_back_alert_nobody(sqlite_office: Office) -> None:
    office = sqlite_office
    office.fast_forward(at(10, 15, 10))
    office.dana.says(OUT)
    office.dana.waits_for("I'll ask you at 5:00 PM")
    office.fast_forward(at(10, 17, 0))
    office.dana.waits_for("Back safe?")
    office.dana.clicks("30 more minutes", on="Back safe?")
    office.dana.waits_for("I'll ask you at 5:30 PM")
    office.fast_forward(at(10, 17, 16))
    office.fast_forward(at(10, 17, 30))
    office.dana.waits_for("You said back by 5:30 PM")
    office.dana.clicks("I'm back", on="Back safe?")
    office.dana.waits_for("✅ Back, 5:30 PM")
    office.fast_forward(at(10, 17, 50))
    assert not office.sam.sees("has not come back")


def test_words_that_were_a_note_are_logged_with_one_tap(sqlite_office: Office) -> None:
    office = sqlite_office
    office.fast_forward(at(10, 15, 10))
    office.dana.says("at the Okafor home, out by 5")
    office.dana.waits_for("I'll ask you at 5:00 PM")
    office.dana.clicks("It's a note", on="I'll ask you at")
    office.dana.waits_for("your words were taken as a note")
    office.dana.waits_for("[Discard]")
    office.fast_forward(at(10, 17, 20))
    assert not office.dana.sees("Back safe?")
    office.dana.says("was at the Okafor home 3 to 4pm, back by 5")
    office.dana.waits_for("Okafor")
    assert not office.dana.sees("5:15 PM")
