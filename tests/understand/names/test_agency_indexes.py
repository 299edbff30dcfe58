from __future__ import annotations

from datetime import date

from names_office import OFFICE, TODAY

from bot.understand.agency import Agency
from storage.types import CaseFile, CaseStatus, Child, Placement, PlacementType, Roster

office = Agency.of(OFFICE)


def test_a_caseload_is_ones_own_open_cases():
    assert office.caseload("S1", TODAY).case_ids == ("A1", "A2", "A3", "A4", "A5")


def test_covering_adds_the_colleagues_cases_on_those_days_only():
    assert office.caseload("S1", date(2026, 6, 1)).covered == ("B1", "B2")
    assert office.caseload("S1", date(2026, 6, 5)).covering == ("S2",)
    assert office.caseload("S1", date(2026, 5, 31)).covered == ()
    assert office.caseload("S1", date(2026, 6, 6)).covered == ()


def test_staff_without_a_caseload_speak_of_the_whole_agency():
    assert office.caseload("S7", TODAY).whole_agency
    assert office.caseload(None, TODAY).whole_agency
    assert not office.caseload("S1", TODAY).whole_agency


def test_a_case_closed_since_was_open_before():
    assert "A9" in office.caseload("S1", date(2025, 12, 1)).case_ids


def test_siblings_still_in_care():
    assert office.in_care("A1", TODAY) == ("k1", "k2")
    assert office.in_care("A1", date(2026, 1, 31)) == ("k1", "k2", "k3")
    assert office.in_care("A1", date(2026, 2, 1)) == ("k1", "k2")
    assert office.in_care("nowhere", TODAY) == ()


def test_a_contact_stands_for_its_children_or_all_in_care():
    assert office.children_meant("p3", TODAY) == ("k1",)
    assert office.children_meant("p2", TODAY) == ("k1", "k2")


def test_contacts_of_a_child_leave_out_a_siblings_therapist():
    assert "p3" not in {row.id for row in office.contacts_of_child("k2")}
    assert "p2" in {row.id for row in office.contacts_of_child("k2")}


def test_who_holds_the_placement():
    assert office.holds_placement("p6", TODAY)
    assert not office.holds_placement("p5", TODAY)


def test_dated_placements_win_over_the_childs_own():
    roster = Roster(
        cases=(CaseFile("A", "Moss", CaseStatus.OPEN),),
        children=(Child("k", "A", "Ivy", "Moss", placement_type=PlacementType.FOSTER_HOME),),
        placements=(
            Placement("k", PlacementType.KINSHIP, None, date(2026, 1, 1), date(2026, 1, 31)),
            Placement("k", PlacementType.RESIDENTIAL, None, date(2026, 2, 1)),
        ),
    )
    moved = Agency.of(roster)
    assert moved.placement_type("k", date(2026, 1, 31)) is PlacementType.KINSHIP
    assert moved.placement_type("k", date(2026, 2, 1)) is PlacementType.RESIDENTIAL
    assert moved.placement_type("k", date(2025, 12, 31)) is None


def test_who_supervises_whom():
    assert [member.id for member in office.workers_of("S3")] == ["S1", "S2"]
    sam = office.supervisor_of("S1")
    assert sam is not None
    assert sam.name == "Sam Osborne"
    assert office.supervisor_of("S5") is None


def test_a_slack_user_is_found():
    riley = office.by_slack("U0RILEY")
    assert riley is not None
    assert riley.id == "S4"
    assert office.by_slack("U0NOBODY") is None
