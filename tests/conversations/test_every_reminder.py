"""Every reminder as people get it, with the clock moved: each is about the right child and one tap from done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pytest
from sqlalchemy import select

from storage.models import Leave, Note, RosterStamp
from tests.conversations.office import Office
from tests.conversations.owing import Roster, at, morning, newest_draft, owed

pytestmark = pytest.mark.usefixtures("beaten_once")


def test_visits_parents_and_caretakers_stand_in_the_middle_of_the_month(office: Office) -> None:
    morning(office, 15)
    office.dana.waits_for("Good morning")
    seen = office.dana.newest_card("Good morning")
    for words in ("Visit this month  Maya Okafor", "Visit this month  Tobi Okafor", "Parent contact"):
        assert words in seen, seen
    assert "Beverly Stone (foster parent), Okafor case" in seen
    assert "Varga" not in seen, "that family is Kim's"
    assert seen.count("Beverly Stone") == 1, "one talk is about both children"
    assert owed(office, "caretaker_contact") == [("P2", "2026-11"), ("P5", "2026-11")]


def test_a_contact_with_the_caretaker_is_one_tap_away(office: Office) -> None:
    office.dana.opens_home()
    office.dana.clicks("Log contact", on="Beverly Stone")
    office.dana.waits_for_window("Edit note")
    note, version = newest_draft(office)
    assert note.case_id == "K1"
    assert (version.method, version.outcome, version.event_on) == (None, None, None)
    assert "Beverly Stone" in office.dana.newest_card("nothing is filed yet")


def test_a_contact_with_the_caretaker_meets_what_is_owed_for_all_who_live_there(office: Office) -> None:
    morning(office, 15)
    office.dana.says(
        "talked with Ms. Stone, Tobi Okafor's foster mother, in person at her home today at 8:15am"
    )
    office.dana.waits_for("[Submit]")
    office.demo.workspace.wait_until(lambda: ("P2", "2026-11") not in owed(office, "caretaker_contact"))
    assert ("P2", "2026-11") not in owed(office, "caretaker_contact")
    assert ("P5", "2026-11") in owed(office, "caretaker_contact")


def test_who_covers_a_leave_has_its_visits_meanwhile(office: Office) -> None:
    office.fast_forward(at(15, 12))
    assert owed(office, "visit", person="W2") == [("C4", "2026-11")]
    office.fast_forward(at(16, 1))  # Kim's leave, 16 to 18 November; Dana covers
    assert owed(office, "visit", person="W2") == []
    assert ("C4", "2026-11") in owed(office, "visit")
    office.fast_forward(at(19, 1))
    assert owed(office, "visit", person="W2") == [("C4", "2026-11")]


def test_a_case_that_says_so_asks_for_more_visits(office: Office, roster: Roster) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    office.demo.workspace.wait_until(lambda: ("C1", "2026-11") not in owed(office, "visit"))
    assert ("C1", "2026-11") not in owed(office, "visit")
    roster.now_has("cases", {"case_id": "K1", "visits_per_month": "2"}, key="case_id")
    assert ("C1", "2026-11") in owed(office, "visit"), "one of two"
    office.dana.command("/due")
    office.dana.waits_for("Maya Okafor · seen 1 of 2")


def test_a_case_closed_by_mistake_and_opened_again_is_owed_as_before(office: Office, roster: Roster) -> None:
    before = owed(office, "visit")
    roster.now_has("cases", {"case_id": "K1", "status": "closed", "closed_on": "2026-11-09"}, key="case_id")
    assert owed(office, "visit") == [("C3", "2026-11")]
    roster.now_has("cases", {"case_id": "K1", "status": "open", "closed_on": ""}, key="case_id")
    assert owed(office, "visit") == before


def test_the_first_days_of_a_placement_are_owed_when_a_child_moves(office: Office, roster: Roster) -> None:
    assert owed(office, "first_days") == []
    kin = {"contact_id": "P9", "case_id": "K1", "name": "Ada Obi", "relationship": "kin"}
    roster.now_has("contacts", kin, key="contact_id")
    moved = {"child_id": "C1", "placement_type": "kinship", "placement_contact_id": "P9"}
    roster.now_has("children", moved, key="child_id")
    assert owed(office, "first_days") == [("C1", "2026-11-09")]
    assert ("P9", "2026-11") in owed(office, "caretaker_contact")
    office.dana.command("/due")
    office.dana.waits_for(
        "First 30 days  Maya Okafor · seen 0 of 2 · at the placement 0 of 1 · parents 0 of 2"
    )
    morning(office, 24)
    office.dana.waits_for("First 30 days")


def test_leave_moves_what_is_due_and_both_cut_offs_are_shown(office: Office, roster: Roster) -> None:
    leave = {"staff_id": "W1", "first_day": "2026-11-30", "last_day": "2026-12-04"}
    roster.now_has("leave", leave)
    office.fast_forward(at(24, 16))
    office.dana.says("saw Maya Okafor at the foster home today at 3pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    with office.db.reading() as session:
        due = session.scalars(select(Note.due_at)).one()
    assert due == at(25, 17), "its 72 hours would end on Friday"
    morning(office, 25)
    office.dana.waits_for("Before your leave")
    seen = office.dana.newest_card("Before your leave")
    assert "leave from Mon, Nov 30, 2026" in seen
    assert "All notes are due today, 5:00 PM" in seen
    assert "The policy's cut-off, tomorrow, 5:00 PM, is a holiday" in seen, "Thanksgiving"
    assert "1 not submitted yet" in seen
    office.fast_forward(at(25, 13, 1))
    office.dana.waits_for("Note to submit")


def test_leave_planned_later_moves_a_draft_and_taken_back_moves_it_again(
    office: Office, roster: Roster
) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    assert due_of_the_only_note(office) == at(12, 16, 30)
    leave = {"staff_id": "W1", "first_day": "2026-11-13", "last_day": "2026-11-13"}
    roster.now_has("leave", leave)
    # Two weekdays before Friday the 13th is Wednesday the 11th, Veterans Day: Tuesday the 10th holds.
    assert due_of_the_only_note(office) == at(10, 17)
    take_back(office, leave)
    assert due_of_the_only_note(office) == at(12, 16, 30)
    assert owed(office, "leave") == []


def due_of_the_only_note(office: Office) -> datetime | None:
    with office.db.reading() as session:
        return session.scalars(select(Note.due_at)).one()


def take_back(office: Office, leave: Mapping[str, str]) -> None:
    """As it is done in Slack: the row stays, marked."""
    with office.db.begin() as session:
        row = session.scalars(
            select(Leave).where(
                Leave.staff_id == leave["staff_id"],
                Leave.first_day == date.fromisoformat(leave["first_day"]),
            )
        ).one()
        row.cancelled = row.from_slack = True
        session.scalars(select(RosterStamp)).one().number += 1
    office.demo.fieldnote.scheduler.beat()


def test_a_hearing_s_report_is_ticked_off_once(office: Office, roster: Roster) -> None:
    hearing = {"hearing_id": "H2", "case_id": "K2", "starts_at": "2026-12-04T10:00:00-05:00"}
    roster.now_has("hearings", hearing | {"court": "Part 4", "kind": "permanency hearing"})
    morning(office, 18)  # two days before the report is due on the 20th
    office.dana.waits_for("Court report  Lindgren family")
    found = office.dana.finds("Report filed", on="Court report  Lindgren family")
    office.dana.clicks(found)
    office.dana.waits_for("the report is filed")
    assert ("H2", "report") not in owed(office, "hearing")
    office.dana.clicks(found)
    office.dana.waits_for("filed before")


def test_a_consultation_that_was_held_is_not_asked_for(office: Office) -> None:
    assert ("H1", "consultation") in owed(office, "hearing")
    morning(office, 10)
    office.dana.waits_for("Consultation before court")
    office.dana.says(
        "case conference about the Okafor family at the office today at 8am, DLS attended, 30 min"
    )
    office.dana.waits_for("[Submit]")
    office.demo.workspace.wait_until(lambda: ("H1", "consultation") not in owed(office, "hearing"))
    assert ("H1", "consultation") not in owed(office, "hearing")
