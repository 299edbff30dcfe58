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


def test_leave_is_changed_in_words_and_keeps_its_cover(office: Office) -> None:
    office.dana.says("I'm off Nov 30 thru Dec 4, Riley covers")
    office.dana.waits_for("Plan of leave")
    office.dana.clicks("Confirm", on="Plan of leave")
    office.dana.waits_for("Leave confirmed")
    office.dana.says("nvm make it thru wed only")
    office.dana.waits_for("Mon Nov 30 – Wed Dec 2")
    assert "Covered by Riley Shaw" in office.dana.newest_card("Mon Nov 30 – Wed Dec 2")
    office.dana.clicks("Confirm", on="Plan of leave")
    office.dana.waits_for("Leave taken back")
    office.dana.says("can kim do it instead of riley")
    office.dana.waits_for("Covered by Kim Osei")
    assert "Mon Nov 30 – Wed Dec 2" in office.dana.newest_card("Covered by Kim Osei")
    office.dana.clicks("Confirm", on="Plan of leave")
    office.kim.waits_for("You cover 2 families")
    office.dana.says("change my leave to dec 1-3")
    office.dana.waits_for("Tue Dec 1 – Thu Dec 3")
    assert "Covered by Kim Osei" in office.dana.newest_card("Tue Dec 1 – Thu Dec 3")


def test_the_own_leave_says_which_shifts_are_still_held_in_it(sqlite_office: Office) -> None:
    office = sqlite_office
    office.sam.says("I'm off tomorrow, Riley has my desk")
    card = office.sam.waits_for("Plan of leave")
    assert "Still on call in these days" in card
    assert "On-call supervisor, Tue Nov 10, 5:00 PM" in card
    office.sam.clicks("My shifts", on="Plan of leave")
    office.sam.waits_for("Your shifts")
    office.sam.says("I'm off Dec 22, Riley has my desk")
    office.sam.waits_for("Tue Dec 22")
    assert "Still on call" not in office.sam.newest_card("Tue Dec 22")


def test_who_stands_in_is_asked_and_no_leave_is_planned(sqlite_office: Office) -> None:
    office = sqlite_office
    office.sam.says("I'm off Nov 16 to Nov 18, Riley has my desk")
    office.sam.waits_for("Plan of leave")
    office.sam.clicks("Confirm", on="Plan of leave")
    office.sam.waits_for("Leave confirmed")
    office.sam.says("who reviews my team while im gone")
    card = office.sam.waits_for("You will be off Mon Nov 16 – Wed Nov 18")
    assert "Reviews go to Riley Shaw" in card
    office.riley.says("am i covering for sam next week")
    assert "that is you" in office.riley.waits_for("Sam Ortega will be off Mon Nov 16")
    office.kim.says("sam is out mon to wed right")
    office.kim.waits_for("No leave of Sam Ortega's that is yours to see")
    assert not office.riley.sees("Plan of leave")
    office.riley.says("kim is out mon to wed")
    office.riley.waits_for("Plan of leave")


def test_a_supervisors_leave_hands_the_reviews_over(sqlite_office: Office) -> None:
    office = sqlite_office
    office.sam.says("I'm off Nov 30 thru Dec 4. Riley does my approvals")
    card = office.sam.waits_for("Plan of leave")
    assert "Covered by Riley Shaw" in card
    assert "Reviews go to Riley Shaw" in card
    office.sam.clicks("Confirm", on="Plan of leave")
    office.riley.waits_for("the notes of Sam Ortega's workers come to you for review")
    assert not office.riley.sees("0 families")
    office.sam.says("and riley gets my notes to approve")
    office.sam.waits_for("You will be off Mon Nov 30 – Fri Dec 4")
    office.sam.says("Alex does my approvals Dec 10-11")
    office.sam.waits_for("Alex Marsh reviews for you Thu Dec 10 – Fri Dec 11")


def test_who_is_back_earlier_without_leave_is_shown_who_reviews(sqlite_office: Office) -> None:
    office = sqlite_office
    office.sam.says("Riley does my approvals tomorrow thru Friday")
    office.sam.waits_for("Riley Shaw reviews for you Tue Nov 10 – Fri Nov 13")
    office.sam.clicks("Confirm")
    office.sam.waits_for("[Take back]")
    office.sam.says("I'm back thursday not friday")
    assert office.demo.workspace.wait_until(
        lambda: sum("[Take back]" in office.sam.screen.text(m) for m in office.sam.screen.messages()) == 2
    )
    assert not office.sam.sees("Plan of leave")


def test_reviews_without_days_are_those_of_the_leave(sqlite_office: Office) -> None:
    office = sqlite_office
    office.sam.says("I'm off Nov 30 thru Dec 4")
    office.sam.waits_for("Plan of leave")
    office.sam.clicks("Confirm", on="Plan of leave")
    office.sam.waits_for("Leave confirmed")
    office.sam.says("and riley gets my approvals")
    office.sam.waits_for("Riley Shaw reviews for you Mon Nov 30 – Fri Dec 4")
