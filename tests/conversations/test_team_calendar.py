"""The team's calendar, asked for in words."""

from __future__ import annotations

from tests.conversations.office import Office


def test_the_calendar_is_asked_for_and_shows_gaps(office: Office) -> None:
    office.dana.says("I'm off Dec 21 thru Jan 4")
    office.dana.waits_for("Plan of leave")
    office.dana.clicks("Confirm", on="Plan of leave")
    office.dana.waits_for("Leave confirmed")
    office.sam.says("who's off in December?")
    said = office.sam.waits_for("Week of Mon Dec 21")
    assert "nobody covers 2 families" in said
    office.riley.says("team calendar")
    office.riley.waits_for("Who is off")
    assert not office.riley.sees("nobody covers 2 families")


def test_supervisors_open_calendar_and_conferences_from_the_home(sqlite_office: Office) -> None:
    sam, dana = sqlite_office.sam, sqlite_office.dana
    sam.opens_home()
    sam.clicks("Team calendar")
    sam.waits_for_window("Who is off")
    sam.closes_window()
    sam.clicks("Conferences")
    sam.waits_for_window("Weekly conference with Dana Ellis")
    sam.clicks("Agenda", on="with Dana Ellis")
    sam.waits_for_window("0 of 2 families discussed")
    sam.clicks("Held", on="Okafor family")
    sam.waits_for_window("Okafor family, with Dana Ellis")
    sam.fills("What was decided", "See Tobi")
    sam.submits()
    sam.waits_for_window("S. Ortega: See Tobi")
    held = sam.finds("Held", on="Lindgren family")
    sam.clicks(held)
    sam.waits_for_window("Lindgren family, with Dana Ellis")
    dana.says("my agenda")
    dana.waits_for("Your weekly conference")
    dana.clicks("Agenda", on="Your weekly conference")
    dana.waits_for_window("1 of 2 families discussed")
    dana.clicks("Held", on="Lindgren family")
    dana.waits_for_window("Lindgren family, with Dana Ellis")
    dana.fills("What was decided", "Dentist")
    dana.submits()
    dana.waits_for_window("2 of 2 families discussed")
    dana.closes_window()
    sam.fills("What was decided", "Dentist, too")
    sam.submits()
    sam.waits_for_window("D. Ellis wrote that down already, for Nov 9.")
    assert "Team calendar" not in dana.opens_home()
