"""Where children live over time: placements.csv where there is one, else what children.csv says each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.services.roster.roster import import_roster
from bot.services.roster.roster_report import ImportReport
from storage.database import Database
from storage.queries.roster import agency_roster
from storage.types import Placement, PlacementType
from tests.agency import CHILDREN, Row, changed, write_agency

NEW_YORK = ZoneInfo("America/New_York")
# 22:30 on the 9th in New York, the 10th already in UTC: the agency's date counts.
MONDAY_NIGHT = datetime(2026, 11, 10, 3, 30, tzinfo=UTC)
LISTED = (
    {"child_id": "P1", "placement_type": "residential", "starts_on": "2025-03-14", "ends_on": "2025-09-30"},
    {
        "child_id": "P1",
        "placement_type": "foster_home",
        "placement_contact_id": "K1",
        "starts_on": "2025-10-01",
    },
)
FOSTER, KIN, RESIDENTIAL = PlacementType.FOSTER_HOME, PlacementType.KINSHIP, PlacementType.RESIDENTIAL

Import = Callable[..., ImportReport]


@pytest.fixture
def imports(database: Database, tmp_path: Path) -> Import:
    def run(now: datetime = MONDAY_NIGHT, **files: Sequence[Row]) -> ImportReport:
        directory = write_agency(tmp_path / "roster", **files)
        with database.begin() as session:
            return import_roster(session, directory, now=now, tz=NEW_YORK)

    return run


def _homes(database: Database, child_id: str = "P1") -> list[Placement]:
    with database.reading() as session:
        return [row for row in agency_roster(session).placements if row.child_id == child_id]


def _home(kind: PlacementType, contact: str | None, start: str, end: str | None = None) -> Placement:
    return Placement("P1", kind, contact, date.fromisoformat(start), date.fromisoformat(end) if end else None)


def test_without_placements_the_child_has_lived_there_since_entering_care(
    database: Database, imports: Import
) -> None:
    imports()
    assert _homes(database) == [_home(FOSTER, "K1", "2025-03-14")]


def test_another_placement_ends_the_former_the_day_before(database: Database, imports: Import) -> None:
    imports()
    report = imports(children=changed(CHILDREN, 0, placement_type="kinship", placement_contact_id="K3"))
    assert report.moved == ("P1",)
    assert "placement changed from today on (children.csv): P1" in list(report.lines())
    assert _homes(database) == [
        _home(FOSTER, "K1", "2025-03-14", "2026-11-08"),
        _home(KIN, "K3", "2026-11-09"),
    ]


def test_a_correction_on_the_same_day_is_no_second_move(database: Database, imports: Import) -> None:
    imports()
    imports(children=changed(CHILDREN, 0, placement_type="kinship", placement_contact_id="K3"))
    later = MONDAY_NIGHT + timedelta(hours=1)
    imports(later, children=changed(CHILDREN, 0, placement_type="residential", placement_contact_id=""))
    assert _homes(database) == [
        _home(FOSTER, "K1", "2025-03-14", "2026-11-08"),
        _home(RESIDENTIAL, None, "2026-11-09"),
    ]


def test_a_corrected_day_of_entry_moves_the_start(database: Database, imports: Import) -> None:
    imports()
    report = imports(children=changed(CHILDREN, 0, entered_care_on="2025-03-10"))
    assert report.moved == ()
    assert _homes(database) == [_home(FOSTER, "K1", "2025-03-10")]


def test_leaving_care_ends_the_placement(database: Database, imports: Import) -> None:
    imports()
    imports(children=changed(CHILDREN, 0, left_care_on="2026-11-01"))
    assert _homes(database) == [_home(FOSTER, "K1", "2025-03-14", "2026-11-01")]


def test_listed_placements_are_taken_as_they_are(database: Database, imports: Import) -> None:
    report = imports(placements=LISTED)
    assert next(r.added for r in report.files if r.file == "placements.csv") == 2
    assert _homes(database) == [
        _home(RESIDENTIAL, None, "2025-03-14", "2025-09-30"),
        _home(FOSTER, "K1", "2025-10-01"),
    ]
    assert len(_homes(database, "P2")) == 1


def test_a_list_that_comes_later_replaces_what_was_implied(database: Database, imports: Import) -> None:
    imports()
    imports(children=changed(CHILDREN, 0, placement_type="kinship", placement_contact_id="K3"))
    imports(placements=LISTED)
    assert _homes(database) == [
        _home(RESIDENTIAL, None, "2025-03-14", "2025-09-30"),
        _home(FOSTER, "K1", "2025-10-01"),
    ]
    again = imports(placements=LISTED)
    assert (again.moved, again.stamp) == ((), 3)


def test_a_move_after_the_list_was_given_up_is_followed(
    database: Database, imports: Import, tmp_path: Path
) -> None:
    imports(placements=LISTED)
    (tmp_path / "roster" / "placements.csv").unlink()
    imports(children=changed(CHILDREN, 0, placement_type="kinship", placement_contact_id="K3"))
    assert _homes(database)[1:] == [
        _home(FOSTER, "K1", "2025-10-01", "2026-11-08"),
        _home(KIN, "K3", "2026-11-09"),
    ]
