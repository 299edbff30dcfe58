"""Import the agency's files: all or nothing, as often as one likes (INTERFACE, `import DIR`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.roster import placements, roster_rows
from bot.services.roster.roster_checks import check_people
from bot.services.roster.roster_report import FileReport, ImportReport
from bot.services.roster.roster_sync import (
    contacts_with_other_children,
    drop_implied,
    free_slack_ids,
    relink_children,
    sync,
)
from bot.understand.roster_files import read_roster_files
from storage import audit
from storage.models import Case, Child, Contact, Hearing, Leave, Placement, Shift, Staff
from storage.stamps import lock_roster
from storage.types import Roster


def import_roster(
    session: Session, directory: Path, *, now: datetime, tz: ZoneInfo, actor_id: str | None = None
) -> ImportReport:
    """Make the roster what the files in `directory` say, within the session's transaction.

    Rows are added and changed; one that the files no longer have stays and is told; leave, swaps and covers
    made in Slack win. `tz` is the agency's: a changed placement begins on `now`'s date there. The roster's
    stamp grows where anything changed. RosterError names the first bad row by file, line, column and reason.
    """
    files = read_roster_files(directory)
    stamp = lock_roster(session)
    check_people(session, files)
    given = {path.name for path in directory.glob("*.csv")}
    reports = tuple(report for report in _sync_files(session, files.roster) if report.file in given)
    moved = tuple(_follow_children(session, files.roster, now.astimezone(tz).date()))
    if moved or any(report.added or report.changed for report in reports):
        stamp.number += 1
    report = ImportReport(reports, moved, stamp.number)
    _record(session, report, now, actor_id)
    return report


def _sync_files(session: Session, roster: Roster) -> Iterator[FileReport]:
    yield _sync_staff(session, roster)
    yield sync(session, Case, ("id",), "cases.csv", roster_rows.cases(roster))
    yield sync(session, Child, ("id",), "children.csv", roster_rows.children(roster))
    yield _sync_contacts(session, roster)
    yield sync(session, Shift, ("starts_at", "tier"), "oncall.csv", roster_rows.shifts(roster))
    yield sync(session, Hearing, ("id",), "hearings.csv", roster_rows.hearings(roster))
    yield sync(session, Leave, ("staff_id", "first_day"), "leave.csv", roster_rows.leaves(roster))
    yield _sync_placements(session, roster)


def _sync_staff(session: Session, roster: Roster) -> FileReport:
    wanted = roster_rows.staff(roster)
    free_slack_ids(session, wanted)
    return sync(session, Staff, ("id",), "staff.csv", wanted)


def _sync_contacts(session: Session, roster: Roster) -> FileReport:
    links = roster_rows.contact_children(roster)
    listed = {row.id for row in roster.contacts}
    touched = contacts_with_other_children(session, links, listed)
    report = sync(session, Contact, ("id",), "contacts.csv", roster_rows.contacts(roster), touched=touched)
    relink_children(session, links, listed)
    return report


def _sync_placements(session: Session, roster: Roster) -> FileReport:
    wanted = roster_rows.placements(roster)
    drop_implied(session, wanted)
    return sync(session, Placement, ("child_id", "starts_on"), "placements.csv", wanted)


def _follow_children(session: Session, roster: Roster, today: date) -> Iterator[str]:
    """The children who moved, by children.csv alone; those whose placements are listed need no guess."""
    listed = {row.child_id for row in roster.placements}
    history: defaultdict[str, list[Placement]] = defaultdict(list)
    for row in session.scalars(select(Placement)):
        history[row.child_id].append(row)
    for child in roster.children:
        if child.id not in listed and placements.follow(session, child, history[child.id], today):
            yield child.id


def _record(session: Session, report: ImportReport, now: datetime, actor_id: str | None) -> None:
    audit.record(
        session,
        at=now,
        actor_id=actor_id,
        action="roster.import",
        subject_kind="roster",
        subject_id=str(report.stamp),
        details={r.file: [r.added, r.changed, r.unchanged, len(r.absent)] for r in report.files},
    )
