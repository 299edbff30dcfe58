"""Two events told in one breath: each called at an hour, a call on the way home, a talk after court."""

from __future__ import annotations

import pytest

from storage.types import Method, Outcome, Place
from tests.understand.telling import children, clock, events, people


@pytest.mark.parametrize(
    "text",
    [
        "Called Ms Daley at 9:05 and Ms Bryant at 9:30.",
        "Called Ms Daley 9:05, Ms Bryant 9:30.",
        "Called Ms Daley 9:05 re Owen's coat and Ms Bryant 9:30 re Laila's daycare.",
        "Ms Daley called at 9:05 and Ms Bryant at 9:30.",
        "Both called this morning, Ms Daley at 9:05 and Ms Bryant at 9:30",
        "Llamé a Ms Daley a las 9:05 y a Ms Bryant a las 9:30.",
    ],
)
def test_two_who_are_called_each_at_an_hour_are_two_calls(text: str):
    first, second = events(text)
    assert [people(first), people(second)] == [["Joycelyn Daley"], ["Brenda Bryant"]]
    assert [children(first), children(second)] == [["Owen"], ["Laila"]]
    assert [clock(first)[6:], clock(second)[6:]] == ["09:05", "09:30"]
    assert {first.method, second.method} == {Method.PHONE}


def test_two_on_one_call_stay_one():
    (call,) = events("Called Ms Thompson at 9:05 with Dr Archer on the line, both want more sessions.")
    assert clock(call)[6:] == "09:05"
    (other,) = events("Called Ms Daley at 9:05, she sees Ms Bryant at 9:30 on Mondays.")
    assert "Joycelyn Daley" in people(other)


@pytest.mark.parametrize(
    "text",
    [
        "Saw Maya Rivera at 3 at Ms Thompson's and on the way out called Lucia back.",
        "Saw Maya Rivera at 3 at Ms Thompson's. On my way home I called Lucia.",
        "Had Maya Rivera at 3 at Ms Thompson's and on the drive back returned Lucia's call, maybe 10 minutes",
        "Had Maya Rivera at 3 at Ms Thompson's, then called Lucia",
        "Saw Maya Rivera at 3 at Ms Thompson's, then returned Lucia's call, maybe 10 min",
    ],
)
def test_a_call_on_the_way_is_an_event_of_its_own(text: str):
    visit, call = events(text)
    assert (visit.place, people(visit)) == (Place.FOSTER_HOME, [])
    assert (call.method, people(call)) == (Method.PHONE, ["Lucia Rivera"])


def test_a_call_returned_is_with_the_one_who_had_called():
    (call,) = events("Returned Lucia Rivera's call at 4")
    assert people(call) == ["Lucia Rivera"]
    assert (call.method, call.outcome) == (Method.PHONE, Outcome.COMPLETED)


def test_where_and_when_with_a_comma_between_are_of_one_event():
    will, hope = events("Will at Linden House, 11:00. Hope at Ms Pettway's, 2:00.")
    assert (children(will), clock(will)[6:], will.place) == (["Will"], "11:00", Place.RESIDENTIAL)
    assert (children(hope), clock(hope)[6:], hope.place) == (["Hope"], "14:00", Place.FOSTER_HOME)


def test_a_talk_after_court_is_not_the_hearing():
    court, talk = events("Court on Rivera 9:30 this morning. After, I sat with Lucia in the hallway, 15 min.")
    assert people(court) == []
    assert (people(talk), talk.minutes) == (["Lucia Rivera"], 15)
