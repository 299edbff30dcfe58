"""Leave as it is planned in Slack: said, shown, changed, confirmed, told, taken back."""

from __future__ import annotations

from tests.conversations.office import Office


def test_leave_is_planned_in_words_and_confirmed(office: Office) -> None:
    office.dana.says("saw Maya Okafor at Ms Stone's today 4pm, 45 min, she is fine")
    office.dana.waits_for("[Submit]")
    office.dana.says("I'm off Nov 30 thru Dec 4, Riley covers")
    card = office.dana.waits_for("Plan of leave")
    assert "Mon Nov 30 – Fri Dec 4" in card
    assert "Covered by Riley Shaw" in card
    assert "All notes in by Wed Nov 25, 5:00 PM" in card
    assert "is a holiday" in card
    assert "Not submitted yet (1)" in card
    assert not office.riley.sees("Dana Ellis")
    office.dana.clicks("Confirm", on="Plan of leave")
    office.dana.waits_for("Leave confirmed")
    office.riley.waits_for("You cover 2 families")
    office.sam.waits_for("Covered by Riley Shaw")
    assert not office.kim.sees("Leave")
    office.dana.clicks("Take back", on="Leave confirmed")
    office.dana.waits_for("Leave taken back")
    for person in (office.riley, office.sam):
        person.waits_for("Leave taken back")


def test_timeoff_alone_opens_the_window_and_what_cannot_be_is_said_in_it(office: Office) -> None:
    office.dana.command("/timeoff")
    office.dana.waits_for_window("Leave")
    office.dana.fills("First day off", "2026-12-21")
    office.dana.fills("Last day off", "2026-12-20")
    office.dana.submits()
    office.dana.waits_for_window("before the first one")
    office.dana.fills("Last day off", "2027-01-04")
    office.dana.chooses("Noor Haddad", from_="Who covers")
    office.dana.submits()
    office.dana.waits_until_closed()
    card = office.dana.waits_for("Mon Dec 21 – Mon Jan 4")
    assert "Covered by Noor Haddad" in card
    office.dana.clicks("Cancel", on="Plan of leave")
    office.dana.waits_for("nothing was changed")


def test_timeoff_with_words_and_an_old_button(office: Office) -> None:
    office.dana.command("/timeoff", "Dec 21 thru Jan 4, Sam covers")
    card = office.dana.waits_for("Mon Dec 21 – Mon Jan 4")
    assert "Covered by Sam Ortega" in card
    old = office.dana.finds("Confirm", on="Plan of leave")
    office.dana.clicks(old)
    office.dana.waits_for("Leave confirmed")
    office.dana.clicks(old)
    office.dana.waits_for("That leave is confirmed already.")
