"""`fieldnote import`: all or nothing, repeatable, what Slack changed wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from bot.services.roster.roster import import_roster
from bot.services.roster.roster_report import ImportReport
from bot.understand.roster_files import RosterError, load_roster
from storage.database import Database
from storage.models import AuditRow, Base, Leave, Shift, Staff
from storage.queries.roster import agency_roster, roster_stamp, staff_by_slack_user
from storage.types import Role, Roster
from tests.agency import CASES, CHILDREN, CONTACTS, LEAVES, SHIFTS, STAFF, Row, changed, write_agency

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)
SAMPLE = Path(__file__).parents[2] / "sample" / "roster"

Import = Callable[..., ImportReport]


@pytest.fixture
def imports(database: Database, tmp_path: Path) -> Import:
    def run(now: datetime = MONDAY, **files: Sequence[Row]) -> ImportReport:
        directory = write_agency(tmp_path / "roster", **files)
        with database.begin() as session:
            return import_roster(session, directory, now=now, tz=NEW_YORK)

    return run


def _roster(database: Database) -> Roster:
    with database.reading() as session:
        return agency_roster(session)


def _figures(report: ImportReport) -> dict[str, tuple[int, int, int, list[str]]]:
    return {r.file: (r.added, r.changed, r.unchanged, r.absent) for r in report.files}


def test_the_sample_agency_comes_back_as_it_went_in(database: Database) -> None:
    with database.begin() as session:
        report = import_roster(session, SAMPLE, now=MONDAY, tz=NEW_YORK)
    files, stored = load_roster(SAMPLE), _roster(database)
    assert sum(r.added for r in report.files) == sum(
        len(getattr(files, name))
        for name in ("staff", "cases", "children", "contacts", "shifts", "hearings", "leaves")
    )
    for name in ("staff", "cases", "children", "contacts", "hearings", "leaves"):
        assert set(getattr(stored, name)) == set(getattr(files, name)), name
    assert {(s.starts_at, s.ends_at, s.staff_id, s.tier) for s in stored.shifts} == {
        (s.starts_at, s.ends_at, s.staff_id, s.tier) for s in files.shifts
    }
    assert {p.child_id for p in stored.placements} == {c.id for c in files.children if c.placement_type}


def test_a_second_import_changes_nothing(database: Database, imports: Import) -> None:
    imports()
    again = imports()
    assert all((r.added, r.changed, r.absent) == (0, 0, []) for r in again.files)
    assert again.stamp == 1
    with database.reading() as session:
        assert roster_stamp(session) == 1
        assert session.scalar(select(func.count()).select_from(AuditRow)) == 2


def test_changes_are_counted_and_the_stamp_grows(database: Database, imports: Import) -> None:
    imports()
    new = {"contact_id": "K4", "case_id": "C2", "name": "Dr. Hale", "relationship": "doctor"}
    report = imports(contacts=[*changed(CONTACTS, 0, phone="212-555-0199"), new])
    assert _figures(report)["contacts.csv"] == (1, 1, 2, [])
    assert report.stamp == 2
    contact = next(k for k in _roster(database).contacts if k.id == "K1")
    assert (contact.phone, contact.child_ids) == ("212-555-0199", ("P1",))


def test_other_children_of_a_contact_are_a_change(database: Database, imports: Import) -> None:
    imports()
    report = imports(contacts=changed(changed(CONTACTS, 0, child_ids=""), 1, child_ids="P2"))
    assert _figures(report)["contacts.csv"] == (0, 2, 1, [])
    assert [k.child_ids for k in _roster(database).contacts] == [(), ("P2",), ()]


def test_an_absent_row_stays_and_is_told(database: Database, imports: Import) -> None:
    imports()
    report = imports(contacts=CONTACTS[:2], oncall=[])
    assert _figures(report)["contacts.csv"] == (0, 0, 2, ["K3"])
    assert _figures(report)["oncall.csv"][3] == ["2026-11-09T22:00:00+00:00 primary"]
    assert "K3" in "\n".join(report.lines())
    assert len(_roster(database).contacts) == 3
    assert report.stamp == 1


def test_a_file_that_was_not_given_is_not_reported(
    imports: Import, tmp_path: Path, database: Database
) -> None:
    imports()
    (tmp_path / "roster" / "oncall.csv").unlink()
    with database.begin() as session:
        report = import_roster(session, tmp_path / "roster", now=MONDAY, tz=NEW_YORK)
    assert "oncall.csv" not in _figures(report)
    assert len(_roster(database).shifts) == 1


def test_what_slack_changed_wins_over_the_files(database: Database, imports: Import) -> None:
    imports()
    with database.begin() as session:
        session.execute(update(Shift).values(staff_id="SAM", from_slack=True))
        session.execute(update(Leave).values(covering_staff_id="SAM", from_slack=True))
        session.add(
            Leave(staff_id="LEE", first_day=date(2026, 12, 1), last_day=date(2026, 12, 2), from_slack=True)
        )
    report = imports(
        oncall=changed(SHIFTS, 0, staff_id="DANA"), leave=changed(LEAVES, 0, last_day="2026-11-24")
    )
    assert [s.staff_id for s in _roster(database).shifts] == ["SAM"]
    assert {
        (leave.staff_id, leave.last_day.day, leave.covering_staff_id) for leave in _roster(database).leaves
    } == {
        ("DANA", 25, "SAM"),
        ("LEE", 2, None),
    }
    assert _figures(report)["leave.csv"] == (0, 0, 1, [])
    with database.reading() as session:
        assert session.scalar(select(Shift.rostered_id)) == "DANA"


def test_leave_taken_back_in_slack_is_not_revived(database: Database, imports: Import) -> None:
    imports()
    with database.begin() as session:
        session.execute(update(Leave).values(cancelled=True, from_slack=True))
    imports()
    assert _roster(database).leaves == ()


def test_two_imports_at_once_come_one_after_the_other(database: Database, tmp_path: Path) -> None:
    directory = write_agency(tmp_path / "roster")

    def runs(_: int) -> ImportReport:
        with database.begin() as session:
            return import_roster(session, directory, now=MONDAY, tz=NEW_YORK)

    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(runs, range(2)))
    assert sorted(_figures(report)["staff.csv"][0] for report in reports) == [0, 5]
    assert {report.stamp for report in reports} == {1}


BAD = [
    ("staff.csv", 6, "role", {"staff": changed(STAFF, 4, role="boss")}),
    ("staff.csv", 6, "timezone", {"staff": changed(STAFF, 4, timezone="America/Nowhere")}),
    ("staff.csv", 6, "slack_user_id", {"staff": changed(STAFF, 4, slack_user_id="UDANA")}),
    ("staff.csv", 2, "supervisor_id", {"staff": changed(STAFF, 0, supervisor_id="DANA")}),
    ("staff.csv", 3, "supervisor_id", {"staff": changed(STAFF, 1, supervisor_id="SAM")}),
    ("cases.csv", 3, "primary_worker_id", {"cases": changed(CASES, 1, primary_worker_id="NOBODY")}),
    ("children.csv", 2, "entered_care_on", {"children": changed(CHILDREN, 0, entered_care_on="14.3.2025")}),
    ("oncall.csv", 2, "starts_at", {"oncall": changed(SHIFTS, 0, starts_at="2026-11-09T17:00:00")}),
]


@pytest.mark.parametrize(("file", "line", "column", "files"), BAD)
def test_a_bad_row_is_named_and_nothing_changes(
    database: Database, imports: Import, file: str, line: int, column: str, files: dict[str, list[Row]]
) -> None:
    with pytest.raises(RosterError) as caught:
        imports(**files)
    assert (caught.value.file, caught.value.line, caught.value.column) == (file, line, column)
    with database.reading() as session:
        counts = [session.scalar(select(func.count()).select_from(t)) for t in Base.metadata.sorted_tables]
    assert sum(count or 0 for count in counts) == 0


def test_a_slack_user_of_somebody_no_longer_listed_is_refused(imports: Import) -> None:
    imports()
    staff = [row for row in STAFF if row["staff_id"] != "RILEY"]
    newcomer = {"staff_id": "NEW", "name": "Noa Quist", "role": "supervisor", "slack_user_id": "URILEY"}
    with pytest.raises(RosterError, match="belongs to RILEY, who is no longer in this file"):
        imports(staff=[*staff, newcomer])


def test_two_people_can_swap_their_slack_accounts(database: Database, imports: Import) -> None:
    imports()
    imports(staff=changed(changed(STAFF, 1, slack_user_id="URILEY"), 2, slack_user_id="USAM"))
    with database.reading() as session:
        found = staff_by_slack_user(session, "USAM")
    assert found
    assert found.id == "RILEY"


def test_supervisors_may_stand_below_their_workers_and_change_places(
    database: Database, imports: Import
) -> None:
    imports(staff=list(reversed(STAFF)))
    imports(staff=changed(changed(STAFF, 1, supervisor_id="RILEY"), 3, supervisor_id="RILEY"))
    above = {row.id: row.supervisor_id for row in _roster(database).staff}
    assert above == {"DIR": None, "SAM": "RILEY", "RILEY": "DIR", "DANA": "RILEY", "LEE": "SAM"}


def test_staff_are_known_by_slack_id_or_else_by_email(database: Database, imports: Import) -> None:
    imports()
    with database.reading() as session:
        dana = staff_by_slack_user(session, "UDANA", "somebody@else.example")
        lee = staff_by_slack_user(session, "ULEE", "lee@AGENCY.example ")
        assert dana
        assert lee
        assert (dana.id, dana.role, dana.supervisor_id) == ("DANA", Role.CASEWORKER, "SAM")
        assert lee.id == "LEE"
        assert (
            staff_by_slack_user(session, "UX", "dana@agency.example") is None
        )  # she has a Slack id of her own
        assert staff_by_slack_user(session, "UX", "") is None
        assert staff_by_slack_user(session, "UX") is None


def test_an_email_of_two_people_is_nobodys(database: Database, imports: Import) -> None:
    imports()
    with database.begin() as session:
        session.add(Staff(id="TWIN", name="Lee Novak", role=Role.ONCALL, email="lee@agency.example"))
    with database.reading() as session:
        assert staff_by_slack_user(session, "ULEE", "lee@agency.example") is None
