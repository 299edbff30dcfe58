"""Shifts offered, taken, swapped and undone, in words and by a tap; everybody asks one and the same rota."""

from __future__ import annotations

from tests.conversations.office import Office
from tests.conversations.owing import Roster, at, morning, owed


def test_offered_in_words_taken_by_a_tap_and_reminded_of_to_whom_it_is_now(office: Office) -> None:
    office.kim.says("can someone take my shift tomorrow night?")
    card = office.kim.waits_for("Your shifts, Tue Nov 10")
    assert "On call: Tue Nov 10, 5:00 PM" in card
    office.kim.clicks("Offer this shift", on="Your shifts")
    office.kim.waits_for("It is yours until somebody takes it")
    office.robin.says("who's on the night of the 10th?")
    assert "Kim Osei" in office.robin.waits_for("On call Tue Nov 10")
    office.dana.waits_for("Kim Osei offers a shift")
    office.dana.clicks("Take this shift", on="Kim Osei offers a shift")
    office.dana.waits_for("now you, before Kim Osei")
    office.kim.waits_for("now Dana Ellis, before you")
    office.kim.waits_for("taken, see below")
    assert office.kim.reads().count("Shift taken") == 1, "what became of it stands there once"
    before = office.kim.reads().count("Switch Do Not Disturb off")
    office.sam.command("/oncall")
    assert "Dana Ellis" in office.sam.waits_for("next, from Tue Nov 10, 5:00 PM")
    office.fast_forward(at(10, 16, 1))
    office.dana.waits_for("Who's on call")
    assert office.kim.reads().count("Switch Do Not Disturb off") == before, "it is not Kim's any more"


def test_a_swap_in_words_agreed_by_both(office: Office, roster: Roster) -> None:
    night = {"starts_at": "2026-11-24T17:00:00-05:00", "ends_at": "2026-11-25T09:00:00-05:00"}
    other = {"starts_at": "2026-11-26T09:00:00-05:00", "ends_at": "2026-11-27T09:00:00-05:00"}
    roster.now_has(
        "oncall", night | {"staff_id": "W2", "tier": "primary"}, other | {"staff_id": "O1", "tier": "primary"}
    )
    office.kim.says("swap my 24th with Robin's 26th")
    card = office.kim.waits_for("for Robin Pike's")
    assert "Tue Nov 24, 5:00 PM" in card
    office.kim.clicks("Ask for this swap", on="for Robin Pike's")
    office.robin.waits_for("A swap of shifts")
    office.riley.waits_for("Confirm for both")
    office.robin.clicks("Agree", on="A swap of shifts")
    office.robin.waits_for("Shifts swapped")
    office.kim.waits_for("Shifts swapped")
    office.riley.waits_until_gone("[Confirm for both]")
    office.dana.says("¿quién está de guardia el 24 de noviembre?")
    assert "Robin Pike" in office.dana.waits_for("On call Tue Nov 24")
    office.kim.clicks("Add to calendar", on="Shifts swapped")
    office.kim.waits_for("oncall.ics")
    text = calendar(office, "U0KIM")
    assert "DTSTART:20261126T140000Z" in text
    assert "STATUS:CANCELLED" in text.split("DTSTART:20261124T220000Z")[1]


def calendar(office: Office, user: str) -> str:
    workspace = office.demo.workspace
    files = [f for m in workspace.conversations.visible_to(user) for f in m.files]
    return workspace.files.get(files[-1]).content.decode()


def test_an_offer_that_nobody_takes_is_reminded_of_and_stays_its_holders(
    office: Office, roster: Roster
) -> None:
    shift = {"starts_at": "2026-11-13T17:00:00-05:00", "ends_at": "2026-11-14T09:00:00-05:00"}
    roster.now_has("oncall", shift | {"staff_id": "W2", "tier": "primary"})
    office.kim.says("my shifts")
    office.kim.waits_for("Fri Nov 13")
    office.kim.says("can someone take my Friday night")
    office.kim.clicks("Offer this shift", on="Your shifts, Fri Nov 13")
    office.kim.waits_for("Your shift is on offer")
    office.fast_forward(at(11, 17, 1))
    office.kim.waits_for("Nobody has taken your shift")
    office.kim.waits_for("It is still yours")
    office.kim.clicks("Take back", on="Your shift is on offer")
    office.kim.waits_for("nothing has changed")
    assert owed(office, "shift_offer", person="W2") == []


def test_a_gap_is_one_tap_from_being_filled_by_who_may(office: Office) -> None:
    office.fast_forward(at(9, 17, 31))
    morning(office, 10)
    office.jo.clicks("See gaps", on="Gaps in the rota")
    office.alex.says("any gaps in the rota?")
    for person in (office.jo, office.alex):
        person.waits_for("Nobody is on call")
    assert not office.jo.sees("Take this shift"), "an administrator is never on call"
    office.alex.clicks("Take this shift", on="Nobody is on call")
    office.alex.waits_for("now you")
    office.riley.says("open shifts")
    office.riley.waits_for("Shifts to take")
