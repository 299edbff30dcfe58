from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.understand.roster_files import RosterError, load_roster, read_roster_files
from storage.types import CaseStatus, Relationship, Role

FILES = {
    "staff.csv": "staff_id,name,role,supervisor_id,timezone\n"
    "S1,Dana Whitlock,caseworker,S2,America/New_York\n"
    "S2,Sam Osborne,supervisor,,\n",
    "cases.csv": "case_id,family_name,primary_worker_id,opened_on\nA1,Kowalczyk,S1,2025-01-01\n",
    "children.csv": "child_id,case_id,first_name,last_name,placement_contact_id,alerts\n"
    'k1,A1,Zofia,Kowalczyk,p1,"Runs\naway"\nk2,A1,Tymon,Kowalczyk,,\n',
    "contacts.csv": "contact_id,case_id,child_ids,name,relationship,on_call_visible\n"
    "p1,A1,k1; k2,Gloria Freeman,foster_parent,no\n",
    "oncall.csv": "starts_at,ends_at,staff_id,tier\n"
    "2026-05-01T17:00:00-04:00,2026-05-02T09:00:00-04:00,S1,primary\n",
    "leave.csv": "staff_id,first_day,last_day,covering_staff_id\nS1,2026-06-01,2026-06-01,S2\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def broken(folder: Path, file: str, old: str, new: str) -> RosterError:
    assert old in FILES[file]
    (folder / file).write_text(FILES[file].replace(old, new), encoding="utf-8")
    with pytest.raises(RosterError) as caught:
        load_roster(folder)
    return caught.value


def test_a_roster_is_read(folder):
    roster = load_roster(folder)
    assert roster.staff[0].role is Role.CASEWORKER
    assert roster.cases[0].opened_on == date(2025, 1, 1)
    assert roster.cases[0].status is CaseStatus.OPEN
    assert roster.contacts[0].relationship is Relationship.FOSTER_PARENT
    assert roster.contacts[0].child_ids == ("k1", "k2")
    assert not roster.contacts[0].on_call_visible
    assert roster.children[0].alerts == "Runs\naway"


def test_the_line_of_every_row_is_known_also_after_a_line_break_in_a_value(folder):
    lines = read_roster_files(folder).lines
    assert lines["children.csv"] == {("k1",): 2, ("k2",): 4}
    assert lines["leave.csv"] == {("S1", "2026-06-01"): 2}


def test_mark_blank_lines_extra_columns_and_blanks_are_tolerated(folder):
    text = "\ufeff" + FILES["staff.csv"].replace("staff_id,", "shoe_size, Staff_ID ,").replace(
        "S1,", "9, S1 ,", 1
    )
    (folder / "staff.csv").write_text(text.replace("\nS2,", "\n\n,,\n7,S2,"), encoding="utf-8")
    assert [member.id for member in load_roster(folder).staff] == ["S1", "S2"]


def test_the_shipped_sample_is_read():
    roster = load_roster(Path(__file__).parents[3] / "sample" / "roster")
    assert len(roster.staff) > 5
    assert len(roster.children) > 20


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "column", "reason"),
    [
        ("staff.csv", "name,role", "nome,role", 1, "name", "missing"),
        ("staff.csv", "caseworker", "wizard", 2, "role", "wizard"),
        ("staff.csv", "S2,,", "S2,,Mars/Base", 3, "timezone", "Mars/Base"),
        ("staff.csv", "caseworker,S2", "caseworker,S9", 2, "supervisor_id", "S9"),
        ("staff.csv", "\nS2,", "\nS1,", 3, "staff_id", "line 2"),
        ("cases.csv", "2025-01-01", "01/02/2025", 2, "opened_on", "01/02/2025"),
        ("cases.csv", "A1,Kowalczyk", "A1,", 2, "family_name", "needed"),
        ("cases.csv", "S1,", "S8,", 2, "primary_worker_id", "S8"),
        ("children.csv", "k2,A1", "k2,A7", 4, "case_id", "A7"),
        ("children.csv", "p1", "p7", 2, "placement_contact_id", "p7"),
        ("contacts.csv", "k1; k2", "k1; k5", 2, "child_ids", "k5"),
        ("contacts.csv", "foster_parent,no", "foster_parent,maybe", 2, "on_call_visible", "maybe"),
        ("contacts.csv", "foster_parent", "neighbour", 2, "relationship", "neighbour"),
        ("oncall.csv", "17:00:00-04:00", "17:00:00", 2, "starts_at", "offset"),
        ("oncall.csv", "05-02T09", "04-02T09", 2, "ends_at", "before"),
        ("leave.csv", "06-01,S2", "05-01,S2", 2, "last_day", "before"),
        ("leave.csv", "06-01,S2", "06-31,S2", 2, "last_day", "not a date"),
        ("leave.csv", "06-01,S2", "06-01,S2,oops", 2, "", "5 values"),
    ],
)
def test_a_mistake_is_named(folder, file, old, new, line, column, reason):
    # "S2,," in staff is the end of Sam's line without a timezone.
    if old == "S2,,":
        old, new = "supervisor,,", "supervisor,,Mars/Base"
    error = broken(folder, file, old, new)
    assert (error.file, error.line, error.column) == (file, line, column)
    assert reason in error.reason
    assert str(error).startswith(f"{file}, line {line}")


def test_a_missing_file_and_text_that_is_not_utf8(folder):
    (folder / "cases.csv").write_bytes(b"case_id,family_name\nA1,Nu\xf1ez\n")
    with pytest.raises(RosterError, match="UTF-8") as caught:
        load_roster(folder)
    assert caught.value.line == 2
    (folder / "cases.csv").unlink()
    with pytest.raises(RosterError, match="missing"):
        load_roster(folder)
