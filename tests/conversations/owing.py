"""What the tests of reminders share: the roster as an administrator changes it, and what is owed by whom."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from bot.services.roster.roster import import_roster
from storage.models import Note, NoteVersion, Obligation
from tests.conversations.office import Office
from tests.stock import NEW_YORK, ROSTER


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK)


class Roster:
    """The agency's files, changed and imported again, as an administrator would."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.folder = office, folder / "roster"
        shutil.copytree(ROSTER, self.folder)

    def now_has(self, file: str, *rows: Mapping[str, str], key: str = "") -> None:
        """Add rows, or change those with the same key; import, and let the bot beat."""
        path = self.folder / f"{file}.csv"
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            old, columns = list(reader), list(reader.fieldnames or ())
        new = {row[key]: row for row in rows} if key else {}
        kept = [{**row, **new.pop(row[key], {})} if key else row for row in old]
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns, restval="")
            writer.writeheader()
            writer.writerows([*kept, *(new.values() if key else rows)])
        deps = self.office.demo.fieldnote.deps
        with deps.db.begin() as session:
            import_roster(session, self.folder, now=deps.clock.now(), tz=deps.policy.zone)
        self.office.demo.fieldnote.scheduler.beat()


def owed(office: Office, kind: str, *, person: str = "W1") -> list[tuple[str, str]]:
    """(subject, period) of what is open."""
    with office.db.reading() as session:
        rows = session.scalars(
            select(Obligation)
            .where(Obligation.kind == kind, Obligation.person_id == person, Obligation.closed_at.is_(None))
            .order_by(Obligation.subject_id, Obligation.due_at)
        )
        return [(row.subject_id, row.period) for row in rows]


def newest_draft(office: Office) -> tuple[Note, NoteVersion]:
    with office.db.reading() as session:
        query = select(Note, NoteVersion).join(NoteVersion, NoteVersion.note_id == Note.id)
        note, version = session.execute(query.order_by(Note.created_at.desc()).limit(1)).one()
        return note, version


def morning(office: Office, day: int, month: int = 11) -> None:
    """The day's digests have gone out."""
    office.fast_forward(at(day, 7, 29, month))
    office.fast_forward(at(day, 8, 31, month))
