"""Conferences, shifts, gaps, team and week, planned visits: reminded of with the clock moved, one tap from done."""

from __future__ import annotations

import shutil

import pytest
from sqlalchemy import select

from storage.models import OutboxItem
from storage.types import Outcome
from tests.conversations.office import Office
from tests.conversations.owing import Roster, at, morning, newest_draft, owed
from tests.stock import ROSTER

pytestmark = pytest.mark.usefixtures("beaten_once")


def test_the_weekly_conference_of_supervisor_and_worker(office: Office) -> None:
    morning(office, 16)
    office.sam.waits_for("Weekly conference  with Dana Ellis")
    office.dana.waits_for("Weekly conference  with Sam Ortega")
    assert not office.riley.sees("Dana Ellis")
    office.sam.clicks("Agenda", on="with Dana Ellis")
    office.sam.waits_for_window("0 of 2 families discussed")
    office.sam.clicks("Record conference")
    office.sam.waits_for_window("Held on")
    office.sam.submits()
    office.sam.waits_for("The next conference is due Mon Nov 23")
    assert owed(office, "conference") == [("W1", "2026-11-23 worker")]
    assert ("W1", "2026-11-23") in owed(office, "conference", person="V1")


def test_a_shift_is_told_a_day_and_an_hour_ahead_and_follows_a_swap(office: Office, roster: Roster) -> None:
    shift = {"starts_at": "2026-11-13T17:00:00-05:00", "ends_at": "2026-11-14T09:00:00-05:00"}
    roster.now_has("oncall", shift | {"staff_id": "W2", "tier": "primary"})
    office.fast_forward(at(12, 17, 1))
    office.kim.waits_for("On call")
    swapped = shift | {"staff_id": "O1", "tier": "primary"}
    shutil.copyfile(ROSTER / "oncall.csv", roster.folder / "oncall.csv")
    office.fast_forward(at(13, 9))
    roster.now_has("oncall", swapped)
    office.robin.waits_for("On call: ")  # told at once: the day ahead is over
    before = office.kim.reads().count("Who's on call")
    office.fast_forward(at(13, 16, 1))
    office.demo.workspace.wait_until(lambda: office.robin.reads().count("Who's on call") >= 2)
    assert office.robin.reads().count("Who's on call") >= 2
    assert office.kim.reads().count("Who's on call") == before == 1, "it is not Kim's any more"


def test_gaps_in_the_rota_go_to_the_admin_and_the_director(office: Office) -> None:
    morning(office, 10)
    for person in (office.jo, office.alex):
        person.waits_for("Gaps in the rota")
        person.clicks("See gaps", on="Gaps in the rota")
        person.waits_for("Nobody is on call")
    assert not office.sam.sees("Gaps in the rota")


def test_the_supervisor_sees_what_the_team_has_overdue_and_no_other_team(office: Office) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    morning(office, 13)  # due on Thursday the 12th at 16:30
    office.sam.waits_for("Team overdue  2, with Dana Ellis")
    office.sam.clicks("See overdue", on="Team overdue")
    office.sam.waits_for("Dana Ellis  1 court report, 1 note")
    assert not office.riley.sees("Team overdue")


def test_the_director_s_monday_has_last_week_s_figures(office: Office) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("Approve")
    morning(office, 16)
    office.alex.waits_for("Last week")
    seen = office.alex.newest_card("Last week")
    assert "100% on time, 1 of 1, median" in seen
    assert "Maya" not in seen
    office.alex.clicks("By unit", on="Last week")
    office.alex.waits_for("Sam Ortega")


def test_a_planned_visit_from_the_eve_to_the_question(office: Office) -> None:
    office.dana.says("seeing Maya Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    morning(office, 11)
    office.dana.waits_for("Planned visit  Maya Okafor")
    office.fast_forward(at(12, 14, 1))
    office.dana.waits_for("[Cancel]")
    office.fast_forward(at(12, 16, 1))
    office.dana.waits_for("Did it happen?")
    office.dana.clicks("Log visit", on="Did it happen?")
    office.dana.waits_for_window("Edit note")
    note, version = newest_draft(office)
    assert note.case_id == "K1"
    assert version.narrative == ""
    assert (version.event_on, version.outcome, version.method) == (None, None, None), "nothing is invented"


def test_a_visit_that_was_told_meanwhile_is_not_asked_about(office: Office) -> None:
    office.dana.says("seeing Maya Okafor tomorrow at 10 am")
    office.dana.waits_for("A plan is no note")
    office.fast_forward(at(10, 10, 50))
    office.dana.says("saw Maya Okafor at the foster home today at 10am for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    office.fast_forward(at(10, 11, 1))
    office.demo.workspace.wait_until(lambda: state_of(office, "did_it_happen") == "dropped")
    assert state_of(office, "did_it_happen") == "dropped"
    assert not office.dana.sees("Did it happen?")


def state_of(office: Office, step: str) -> str:
    with office.db.reading() as session:
        rows = session.scalars(select(OutboxItem).where(OutboxItem.kind == "planned_visit_reminder"))
        return next((str(r.state) for r in rows if r.details.get("step") == step), "")


def test_a_moved_visit_is_reminded_of_at_its_new_time_and_a_cancelled_one_not(office: Office) -> None:
    office.dana.says("seeing Maya Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    office.dana.clicks("Move", on="A plan is no note")
    office.dana.waits_for_window("Move visit")
    office.dana.fills("Day", "2026-11-13")
    office.dana.fills("Time", "11:00")
    office.dana.submits()
    office.dana.waits_for("Fri, Nov 13, 2026, 11:00 AM")
    office.fast_forward(at(12, 16, 1))
    assert not office.dana.sees("Did it happen?")
    office.fast_forward(at(13, 10, 1))
    office.dana.waits_for("[Cancel]")
    office.dana.clicks("Cancel", on="A plan is no note")
    office.dana.waits_for("Cancelled: I won't ask about it")
    office.fast_forward(at(13, 12, 30))
    assert not office.dana.sees("Did it happen?")
    assert owed(office, "planned_visit") == []


def test_a_planned_visit_for_the_phone_s_calendar_names_nobody(office: Office) -> None:
    office.dana.says("seeing Maya Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    office.dana.clicks("Add to calendar", on="A plan is no note")
    office.dana.waits_for("visit.ics")
    workspace = office.demo.workspace
    file_id = next(f for m in workspace.conversations.visible_to("U0DANA") for f in m.files)
    content = workspace.files.get(file_id).content.decode()
    assert "DTSTART:20261112T200000Z" in content
    assert "SUMMARY:Visit M.O." in content
    assert "Maya" not in content
    assert "TRIGGER:-PT1H" in content


def test_a_whole_morning_can_be_put_off(office: Office) -> None:
    morning(office, 15)
    office.dana.waits_for("Good morning")
    office.dana.clicks("Snooze", on="Good morning")
    office.dana.waits_for("I'll bring the list again Sun Nov 15, 11:")
    count = office.dana.reads().count("Good morning")
    office.fast_forward(at(15, 12))
    office.demo.workspace.wait_until(lambda: office.dana.reads().count("Good morning") > count)
    assert office.dana.reads().count("Good morning") == count + 1


def test_a_visit_called_off_at_its_time_is_offered_as_a_note(office: Office) -> None:
    office.dana.says("seeing Maya Okafor Thursday at 3 pm at Ms Stone's")
    office.dana.waits_for("A plan is no note")
    office.fast_forward(at(12, 16, 1))
    office.dana.waits_for("Did it happen?")
    office.dana.clicks("Cancelled", on="Did it happen?")
    office.dana.waits_for("A missed or attempted contact is a note too, within 72 hours")
    office.dana.clicks("Write it down")
    office.dana.waits_for_window("Edit note")
    note, version = newest_draft(office)
    assert (note.case_id, version.outcome, version.starts_at) == ("K1", Outcome.CANCELLED, at(12, 15))
    assert version.narrative == "", "no word is invented"
    office.dana.waits_for("Written down: its note has a card of its own")
