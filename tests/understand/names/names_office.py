"""A small invented agency for the tests of names: Dana's, Eve's and Omar's families."""

from __future__ import annotations

from datetime import date

from storage.types import (
    CaseFile,
    CaseStatus,
    Child,
    Contact,
    Leave,
    PlacementType,
    Relationship,
    Role,
    Roster,
    StaffMember,
)

TODAY = date(2026, 5, 20)
R = Relationship
P = PlacementType


def child(key: str, case: str, first: str, last: str, **more: object) -> Child:
    return Child(key, case, first, last, entered_care_on=date(2025, 1, 1), **more)  # type: ignore[arg-type]


def contact(key: str, case: str, name: str, relationship: Relationship, **more: object) -> Contact:
    return Contact(key, case, name, relationship, **more)  # type: ignore[arg-type]


STAFF = (
    StaffMember("S1", "Dana Whitlock", Role.CASEWORKER, slack_user_id="U0DANA", supervisor_id="S3"),
    StaffMember("S2", "Eve Castellanos", Role.CASEWORKER, slack_user_id="U0EVE", supervisor_id="S3"),
    StaffMember("S3", "Sam Osborne", Role.SUPERVISOR, slack_user_id="U0SAM", supervisor_id="S5"),
    StaffMember("S4", "Riley Novak", Role.SUPERVISOR, slack_user_id="U0RILEY", supervisor_id="S5"),
    StaffMember("S5", "Ida Crane", Role.DIRECTOR),
    StaffMember("S6", "Omar Bashir", Role.CASEWORKER, slack_user_id="U0OMAR", supervisor_id="S4"),
    StaffMember("S7", "Nina Frost", Role.ONCALL, supervisor_id="S5"),
)
CASES = (
    CaseFile("A1", "Kowalczyk", primary_worker_id="S1"),
    CaseFile("A2", "Ibarra", primary_worker_id="S1"),
    CaseFile("A3", "Summers", primary_worker_id="S1"),
    CaseFile("A4", "Case", primary_worker_id="S1"),
    CaseFile("A5", "Osei-Bonsu", primary_worker_id="S1"),
    CaseFile("A9", "Lindgren", CaseStatus.CLOSED, primary_worker_id="S1", closed_on=date(2026, 1, 5)),
    CaseFile("B1", "Delacroix", primary_worker_id="S2"),
    CaseFile("B2", "Trinh", primary_worker_id="S2"),
    CaseFile("C1", "Ibarra", primary_worker_id="S6"),
    CaseFile("C2", "Foster", primary_worker_id="S6"),
    CaseFile("C3", "Adebayo", primary_worker_id="S6"),
)
CHILDREN = (
    child("k1", "A1", "Zofia", "Kowalczyk", nickname="Zosia", placement_contact_id="p2"),
    child("k2", "A1", "Tymon", "Kowalczyk", placement_contact_id="p2"),
    child("k3", "A1", "Ola", "Kowalczyk", left_care_on=date(2026, 2, 1)),
    child("k4", "A2", "Kaylee", "Ibarra", placement_type=P.KINSHIP, placement_contact_id="p6"),
    child("k5", "A3", "Will", "Summers", placement_type=P.RESIDENTIAL, placement_contact_id="p10"),
    child("k6", "A3", "June", "Summers", placement_contact_id="p9"),
    child("k7", "A4", "Kaylie", "Case", date_of_birth=date(2012, 3, 3), placement_contact_id="p12"),
    child("k8", "A5", "Kwame", "Osei-Bonsu", placement_contact_id="p14"),
    child("k9", "A5", "Ama-Serwaa", "Osei-Bonsu", placement_contact_id="p14"),
    child("k10", "A9", "Nils", "Lindgren", left_care_on=date(2026, 1, 5)),
    child("k11", "A4", "Hope", "Case", date_of_birth=date(2019, 3, 3), placement_contact_id="p12"),
    child("m1", "B1", "Noémie", "Delacroix", placement_contact_id="q2"),
    child("m2", "B1", "Théo", "Delacroix", placement_contact_id="q2"),
    child("m3", "B2", "Khoa", "Trinh"),
    child("n1", "C1", "Marisol", "Ibarra"),
    child("n2", "C2", "Devonte", "Foster"),
    child("n3", "C2", "Kaylee", "Foster"),
    child("n4", "C3", "Tobi", "Adebayo"),
    child("n5", "C3", "Zofia", "Adebayo"),
)
CONTACTS = (
    contact("p1", "A1", "Beata Kowalczyk", R.BIRTH_MOTHER, phone="555-0101"),
    contact("p2", "A1", "Gloria Freeman", R.FOSTER_PARENT, phone="555-0102"),
    contact("p3", "A1", "Rita Sandoval", R.THERAPIST, child_ids=("k1",), organization="Lake Clinic"),
    contact("p4", "A1", "Lena Hartmann", R.ATTORNEY_FOR_CHILD, organization="Kids Law", phone="555-0104"),
    contact("p5", "A2", "Ximena Ibarra", R.BIRTH_MOTHER),
    contact("p6", "A2", "Consuelo Ibarra", R.KIN, notes="Maternal aunt, kinship foster parent"),
    contact("p7", "A2", "Lena Hartmann", R.ATTORNEY_FOR_CHILD, organization="Kids Law", phone="555-0104"),
    contact("p8", "A3", "Tom Summers", R.BIRTH_FATHER),
    contact("p9", "A3", "Agnes Bright", R.FOSTER_PARENT, child_ids=("k6",), notes="Goes by Nan"),
    contact("p10", "A3", "Curtis Doe", R.CHILDCARE_WORKER, child_ids=("k5",), organization="Elm Cottage"),
    contact("p11", "A3", "Vera Summers", R.DISCHARGE_RESOURCE, notes="Paternal grandmother"),
    contact("p12", "A4", "Yusra Haddadin", R.FOSTER_PARENT),
    contact("p13", "A4", "Mario Sandoval", R.OTHER, child_ids=("k7",), notes="Probation officer"),
    contact("p14", "A5", "Peter Agyeman", R.FOSTER_PARENT),
    contact("p15", "A5", "Dr. Helen Voss", R.DOCTOR, organization="Bay Pediatrics"),
    contact("p16", "A2", "Owen Marsh", R.SCHOOL, child_ids=("k4",), organization="PS 900", notes="Dean"),
    contact("p17", "A5", "Efua Osei-Bonsu", R.BIRTH_MOTHER),
    contact("q1", "B1", "Solange Delacroix", R.BIRTH_MOTHER),
    contact("q2", "B1", "Bertrand Fouquet", R.FOSTER_PARENT),
    contact("r1", "C1", "Pilar Quispe", R.FOSTER_PARENT),
)
LEAVES = (Leave("S2", date(2026, 6, 1), date(2026, 6, 5), "S1"),)
OFFICE = Roster(STAFF, CASES, CHILDREN, CONTACTS, leaves=LEAVES)
