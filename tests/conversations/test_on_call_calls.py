"""A call that came in after hours and was no crisis: whoever is on call notes it, and its worker hears of it."""

from __future__ import annotations

from tests.conversations.office import Office


def test_who_is_on_call_submits_an_ordinary_call(sqlite_office: Office) -> None:
    office = sqlite_office
    office.robin.says("520p ms stone called, tobi wont settle, she just needed somebody to listen. 10 min")
    office.robin.waits_for("[Submit]")
    office.robin.clicks("Submit")
    office.robin.waits_for("Submitted")
    office.dana.waits_for("Robin Pike")


def test_a_home_visit_of_anothers_case_is_not_on_calls_to_submit(sqlite_office: Office) -> None:
    office = sqlite_office
    office.robin.says("saw Tobi Okafor today 5:10pm at Ms Stone's, 10 min, he was asleep")
    office.robin.waits_for("[Submit]")
    office.robin.clicks("Submit")
    office.robin.waits_for("add Crisis Call with Edit")


def test_words_for_a_colleague_are_no_contact(sqlite_office: Office) -> None:
    office = sqlite_office
    for said in ("tell dana tobi needs a dr appt today", "make sure dana calls her by 9"):
        office.robin.says(said)
    passed = lambda: office.robin.reads().count("I pass nothing on")  # noqa: E731 - looked at again and again
    assert office.demo.workspace.wait_until(lambda: passed() == 2), office.robin.reads()
    assert "nothing is filed yet" not in office.robin.reads()
