"""The exports that the commands write: what is not entered yet, timeliness, who looked at what."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands.csv_files import write_csv
from storage import audit
from storage.database import Database
from storage.models import AuditRow, Note, NoteType, NoteVersion, StateEntry
from storage.types import EventType, NoteStatus
from tests.databases import AUDIT_KEY
from tests.program import Fieldnote

NOW = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)


def _approved_notes(database: Database) -> None:
    with database.begin() as session:
        for number, entered in enumerate((False, True)):
            note = Note(
                id=f"N{number}",
                author_id="DANA",
                entered_by_id="DANA",
                case_id="C1",
                created_at=NOW,
                status=NoteStatus.APPROVED,
                due_at=NOW,
                first_submitted_at=NOW,
                decided_at=NOW,
                decided_by_id="SAM",
            )
            version = NoteVersion(
                note_id=note.id,
                number=1,
                made_by_id="DANA",
                made_at=NOW,
                made_how="read",
                event_on=NOW.date(),
            )
            session.add(note)
            session.flush()
            session.add(version)
            version.types.append(NoteType(type=EventType.SCHOOL))
            if entered:
                session.add(StateEntry(note_id=note.id, entered_by_id="DANA", entered_at=NOW))
        audit.record(
            session, at=NOW, actor_id="SAM", action="note.read", subject_kind="note", subject_id="N0"
        )
        audit.record(
            session, at=NOW, actor_id="SAM", action="note.approved", subject_kind="note", subject_id="N0"
        )
        shown = {"contacts": ["K1", "K2"], "children": [], "wants": ["phone"]}
        audit.record(
            session,
            at=NOW,
            actor_id="SAM",
            action="lookup",
            subject_kind="case",
            subject_id="C1",
            details=shown,
        )


@pytest.mark.usefixtures("settings_set")
def test_exports_list_what_is_not_entered_timeliness_and_access(
    fieldnote: Fieldnote, agency: Path, database: Database, bare: Path
) -> None:
    fieldnote("import", agency)
    _approved_notes(database)
    (waiting,) = csv.DictReader(io.StringIO(fieldnote("export", "not-entered").out))
    assert (waiting["note_id"], waiting["worker"], waiting["types"]) == ("N0", "Dana Whitfield", "school")
    assert waiting["approved_at"] == "2026-11-09T17:30:00-05:00"
    assert (
        list(csv.DictReader(io.StringIO(fieldnote("export", "not-entered", "--to", "2026-11-08").out))) == []
    )
    timely = list(csv.DictReader(io.StringIO(fieldnote("export", "timeliness").out)))
    assert [(row["note_id"], row["supervisor"], row["on_time"]) for row in timely] == [
        ("N0", "Sam Ortega", "yes"),
        ("N1", "Sam Ortega", "yes"),
    ]
    assert fieldnote("export", "access", "--to", "2026-11-09", "--out", "log.csv").out == ""
    with (bare / "log.csv").open() as file:
        read, looked = csv.DictReader(file)
    assert (read["who"], read["action"], read["subject_id"]) == ("Sam Ortega (SAM)", "note.read", "N0")
    assert (looked["action"], looked["details"]) == ("lookup", "contacts=K1,K2; wants=phone")
    with database.reading() as session:
        assert audit.verify(session, [AUDIT_KEY]) is None
        made = session.scalars(select(AuditRow.subject_id).where(AuditRow.action == "export.read")).all()
    assert set(made) == {"not-entered", "timeliness", "access"}


def test_no_cell_of_an_export_is_a_formula() -> None:
    file = io.StringIO()
    write_csv(file, ("a", "b"), [("=1+1", -1), ("+x", None), ("@y", "plain, with comma"), ("-z", "a=b")])
    assert file.getvalue() == "a,b\n'=1+1,-1\n'+x,\n'@y,\"plain, with comma\"\n'-z,a=b\n"
