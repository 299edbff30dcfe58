"""`fieldnote export …`: lists as CSV, for whoever keeps the server."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.commands import Command
from bot.commands.csv_files import write_csv
from bot.commands.opening import existing_database, policy_in_force, settings_in_force
from storage import audit
from storage.queries import exports
from storage.queries.exports import NoteRow

Rows = Iterator[Sequence[object]]

NOT_ENTERED = (
    "note_id", "case_id", "worker_id", "worker", "event_date", "types", "approved_at", "approved_by",
)  # fmt: skip
TIMELINESS = (
    "note_id", "case_id", "worker_id", "worker", "supervisor_id", "supervisor", "unit", "event_date", "types",
    "status", "due_at", "first_submitted_at", "on_time", "hours_early", "returns", "meetings_owed",
)  # fmt: skip
ACCESS = ("row", "at", "who", "action", "subject_kind", "subject_id", "details")
_COLUMNS = {"not-entered": NOT_ENTERED, "timeliness": TIMELINESS, "access": ACCESS}


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=sorted(_COLUMNS))
    parser.add_argument("--from", dest="first", metavar="DATE", type=_day, help="first day (2026-11-01)")
    parser.add_argument("--to", dest="last", metavar="DATE", type=_day, help="last day, included")
    parser.add_argument("--out", metavar="FILE", type=Path, help="instead of printing")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a date: write it as 2026-11-01") from None


def _run(args: Namespace) -> int:
    settings = settings_in_force()
    zone = policy_in_force(settings).zone
    now = SystemClock().now()
    with existing_database(settings) as database, database.begin() as session:
        rows = list(_rows(session, args, zone, now))
        details = {"rows": len(rows), "from": str(args.first or ""), "to": str(args.last or "")}
        audit.record(
            session, at=now, actor_id=None, action="export.read", subject_kind="export", subject_id=args.what,
            details=details,
        )  # fmt: skip
    with args.out.open("w", encoding="utf-8") if args.out else nullcontext(sys.stdout) as file:
        write_csv(file, _COLUMNS[args.what], rows)
    return 0


def _rows(session: Session, args: Namespace, zone: ZoneInfo, now: datetime) -> Rows:
    if args.what == "access":
        return _access(session, args.first, args.last, zone)
    if args.what == "timeliness":
        return _timeliness(session, args.first, args.last, zone, now)
    return _not_entered(session, args.first, args.last, zone)


def _not_entered(session: Session, first: date | None, last: date | None, zone: ZoneInfo) -> Rows:
    for row in exports.not_entered(session):
        if (first is None or row.event_on is None or first <= row.event_on) and (
            last is None or row.event_on is None or row.event_on <= last
        ):
            approver = row.decided_by.name if row.decided_by else ""
            yield (
                row.note.id, row.note.case_id, row.worker.id, row.worker.name, row.event_on,
                ";".join(row.types), _local(row.note.decided_at, zone), approver,
            )  # fmt: skip


def _timeliness(
    session: Session, first: date | None, last: date | None, zone: ZoneInfo, now: datetime
) -> Rows:
    for row in exports.submitted_or_due(session, first, last):
        note, boss = row.note, row.supervisor
        yield (
            note.id, note.case_id, row.worker.id, row.worker.name, boss.id if boss else "",
            boss.name if boss else "", row.worker.unit, row.event_on, ";".join(row.types), note.status.value,
            _local(note.due_at, zone), _local(note.first_submitted_at, zone), _on_time(row, now),
            _hours_early(row), note.loops, row.meetings_owed,
        )  # fmt: skip


def _on_time(row: NoteRow, now: datetime) -> str:
    """Judged on the first submission: yes, no, or (date only, between both moments) time not recorded."""
    judged = row.note.first_submitted_at or now
    if row.note.due_at is None:
        return ""
    if judged > (row.note.late_after or row.note.due_at):
        return "no"
    if judged > row.note.due_at:
        return "time not recorded"
    return "yes" if row.note.first_submitted_at else "not yet due"


def _hours_early(row: NoteRow) -> str:
    if row.note.due_at is None or row.note.first_submitted_at is None:
        return ""
    return f"{(row.note.due_at - row.note.first_submitted_at) / timedelta(hours=1):.1f}"


def _access(session: Session, first: date | None, last: date | None, zone: ZoneInfo) -> Rows:
    start = datetime.combine(first, time(), zone) if first else None
    until = datetime.combine(last + timedelta(days=1), time(), zone) if last else None
    for row in exports.access_log(session, start, until):
        details = "; ".join(f"{key}={_flat(value)}" for key, value in row.details.items() if value)
        yield (row.seq, _local(row.at, zone), row.who, row.action, row.subject_kind, row.subject_id, details)


def _flat(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _local(moment: datetime | None, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds") if moment else ""


COMMAND = Command("export", "write a list as CSV: not-entered, timeliness, access", _run, _configure)
