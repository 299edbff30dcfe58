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
