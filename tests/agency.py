"""A small agency in files: Dana Whitfield (caseworker), Sam Ortega (her supervisor), Riley Chen (another)."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = Mapping[str, str]

STAFF = (
    {"staff_id": "DIR", "name": "Yolanda Pierce", "role": "director", "slack_user_id": "UDIR"},
    {"staff_id": "SAM", "name": "Sam Ortega", "role": "supervisor", "slack_user_id": "USAM"}
    | {"supervisor_id": "DIR", "unit": "A", "phone": "212-555-0101"},
    {"staff_id": "RILEY", "name": "Riley Chen", "role": "supervisor", "slack_user_id": "URILEY"}
    | {"supervisor_id": "DIR", "unit": "B"},
    {"staff_id": "DANA", "name": "Dana Whitfield", "role": "caseworker", "slack_user_id": "UDANA"}
    | {"supervisor_id": "SAM", "unit": "A", "email": "dana@agency.example"},
    {"staff_id": "LEE", "name": "Lee Novak", "role": "caseworker", "email": "Lee@agency.example"}
    | {"supervisor_id": "SAM", "unit": "A"},
)
CASES = (
    {"case_id": "C1", "family_name": "Okonkwo", "status": "open", "primary_worker_id": "DANA"},
    {"case_id": "C2", "family_name": "Brandt", "status": "open", "primary_worker_id": "LEE"},
)
CHILDREN = (
    {"child_id": "P1", "case_id": "C1", "first_name": "Adaeze", "last_name": "Okonkwo"}
    | {"date_of_birth": "2016-05-01", "entered_care_on": "2025-03-14", "alerts": "Peanut allergy"}
    | {"placement_type": "foster_home", "placement_contact_id": "K1"},
    {"child_id": "P2", "case_id": "C2", "first_name": "Milo", "last_name": "Brandt"}
    | {"entered_care_on": "2026-01-02", "placement_type": "kinship", "placement_contact_id": "K2"},
)
CONTACTS = (
    {"contact_id": "K1", "case_id": "C1", "child_ids": "P1", "name": "Constance Bell"}
    | {"relationship": "foster_parent", "phone": "212-555-0111", "address": "5 Larkspur Street"},
    {"contact_id": "K2", "case_id": "C2", "name": "Ingrid Brandt", "relationship": "kin"},
    {"contact_id": "K3", "case_id": "C1", "name": "Ngozi Okonkwo", "relationship": "birth_mother"},
)
SHIFTS = (
    {"starts_at": "2026-11-09T17:00:00-05:00", "ends_at": "2026-11-10T09:00:00-05:00"}
    | {"staff_id": "LEE", "tier": "primary"},
)
LEAVES = (
    {"staff_id": "DANA", "first_day": "2026-11-23", "last_day": "2026-11-25", "covering_staff_id": "LEE"},
)
HEARINGS = ({"hearing_id": "H1", "case_id": "C1", "starts_at": "2026-12-01T10:00:00-05:00"},)

FILES: Mapping[str, Sequence[Row]] = {
    "staff": STAFF,
    "cases": CASES,
    "children": CHILDREN,
    "contacts": CONTACTS,
    "oncall": SHIFTS,
    "leave": LEAVES,
    "hearings": HEARINGS,
}


def write_agency(directory: Path, **files: Sequence[Row]) -> Path:
    """The agency's files in `directory`, with some of them (`staff=…`, `placements=…`) replaced."""
    directory.mkdir(exist_ok=True)
    for name, rows in {**FILES, **files}.items():
        columns = list(dict.fromkeys(column for row in rows or FILES[name] for column in row))
        with (directory / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return directory


def changed(rows: Sequence[Row], number: int, **values: str) -> list[Row]:
    """The rows with one of them changed."""
    return [{**row, **values} if index == number else row for index, row in enumerate(rows)]
