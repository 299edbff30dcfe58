"""`fieldnote`: its commands, and one clear line where something is wrong."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dotenv import dotenv_values
from sqlalchemy import delete, func, select

from storage import audit
from storage.database import Database
from storage.models import AuditRow, Base
from tests.agency import STAFF, changed, write_agency
from tests.program import Fieldnote, settings_for

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample" / "roster"
NOW = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)
MESSAGE = {"id": "m1", "staff_id": "DANA", "sent_at": "2026-11-09T17:30:00-05:00", "text": "who is on call?"}


def test_alone_it_prints_what_there_is(fieldnote: Fieldnote) -> None:
    ended = fieldnote()
    assert ended.code == 0
    listed = {line.split()[0] for line in ended.out.splitlines() if line.startswith("    ")}
    wanted = {"serve", "import", "understand", "export", "doctor", "audit", "backup", "restore", "keys"}
    assert wanted <= listed


def test_an_unknown_command_is_refused(fieldnote: Fieldnote) -> None:
    assert fieldnote("dance").code == 2


@pytest.mark.usefixtures("settings_set")
def test_import_prints_the_figures_of_each_file(fieldnote: Fieldnote, agency: Path) -> None:
    first = fieldnote("import", agency)
    assert first.code == 0
    assert "staff.csv: 5 added, 0 changed, 0 unchanged, 0 absent" in first.out
    second = fieldnote("import", agency)
    assert "children.csv: 0 added, 0 changed, 2 unchanged, 0 absent" in second.out


@pytest.mark.usefixtures("settings_set")
def test_import_names_a_bad_row_and_changes_nothing(
    fieldnote: Fieldnote, agency: Path, database: Database
) -> None:
    fieldnote("import", agency)
    write_agency(agency, staff=changed(STAFF, 3, role="boss", name="Somebody Else"))
    ended = fieldnote("import", agency)
    assert ended.code == 2
    assert ended.err.startswith("fieldnote: staff.csv, line 5, column role: “boss”")
    assert ended.err.count("\n") == 1
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AuditRow)) == 1


@pytest.mark.parametrize("words", [("import", "x"), ("audit", "verify"), ("backup", "f"), ("understand",)])
def test_without_keys_it_says_where_to_get_them(fieldnote: Fieldnote, words: tuple[str, ...]) -> None:
    ended = fieldnote(*words)
    assert ended.code == 2
    assert ended.err.startswith("fieldnote: RECORD_KEYS is missing: ")
    assert ended.err.count("\n") == 1


def test_serve_asks_for_the_tokens(fieldnote: Fieldnote, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in settings_for("sqlite:///f.sqlite3").items():
        monkeypatch.setenv(name, value)
    ended = fieldnote("serve")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "SLACK_BOT_TOKEN is missing" in ended.err


def test_a_server_that_is_down_is_one_line(fieldnote: Fieldnote, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql+psycopg://nobody:hidden@127.0.0.1:1/none"
    for name, value in settings_for(url).items():
        monkeypatch.setenv(name, value)
    ended = fieldnote("audit", "verify")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "does not answer" in ended.err
    assert "hidden" not in ended.err


def test_keys_new_prints_one_and_ensure_writes_them_once(fieldnote: Fieldnote, bare: Path) -> None:
    assert len(fieldnote("keys", "new").out.strip()) == 44
    assert "BACK THEM UP" in fieldnote("keys", "ensure").out
    written = (bare / ".env").read_text()
    assert set(dotenv_values(bare / ".env")) == {"RECORD_KEYS", "AUDIT_KEY"}
    assert fieldnote("keys", "ensure").out == ""
    assert (bare / ".env").read_text() == written


@pytest.mark.usefixtures("settings_set")
def test_keys_ensure_makes_none_beside_sealed_data(
    fieldnote: Fieldnote, bare: Path, agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fieldnote("import", agency)
    monkeypatch.delenv("RECORD_KEYS")
    ended = fieldnote("keys", "ensure")
    assert ended.code == 2
    assert "holds data under the old one" in ended.err
    assert not (bare / ".env").exists()


@pytest.mark.usefixtures("settings_set")
def test_keys_reseal_follows_a_rotation_and_asks_for_the_old_key(
    fieldnote: Fieldnote, agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fieldnote("import", agency)
    old, new = os.environ["RECORD_KEYS"], fieldnote("keys", "new").out.strip()
    monkeypatch.setenv("RECORD_KEYS", new)
    ended = fieldnote("keys", "reseal")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    monkeypatch.setenv("RECORD_KEYS", f"{new},{old}")
    assert fieldnote("keys", "reseal").code == 0
    monkeypatch.setenv("RECORD_KEYS", new)
    assert "5 unchanged" in fieldnote("import", agency).out


@pytest.mark.usefixtures("settings_set")
def test_audit_verify_names_the_first_broken_row(
    fieldnote: Fieldnote, agency: Path, database: Database
) -> None:
    for _ in range(3):
        fieldnote("import", agency)
    assert fieldnote("audit", "verify").out == "whole: 3 rows\n"
    with database.begin() as session:
        session.execute(delete(AuditRow).where(AuditRow.seq == 2))
    ended = fieldnote("audit", "verify")
    assert ended.code == 1
    assert ended.out == "BROKEN at row 3: row 2 is missing before it\n"


@pytest.mark.usefixtures("settings_set")
def test_audit_verify_asks_the_anchor(
    fieldnote: Fieldnote, agency: Path, database: Database, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_ANCHOR", str(bare / "anchor"))
    for _ in range(2):
        fieldnote("import", agency)
        with database.reading() as session, (bare / "anchor").open("a") as anchor:
            head = audit.head(session)
            assert head
            anchor.write(head.line(NOW) + "\n")
    assert "2 anchors agree" in fieldnote("audit", "verify").out
    with database.begin() as session:
        session.execute(delete(AuditRow).where(AuditRow.seq == 2))
    assert "its anchor knows of 2 rows" in fieldnote("audit", "verify").out
    (bare / "anchor").write_text("nonsense\n")
    assert fieldnote("audit", "verify").code == 2


@pytest.mark.usefixtures("settings_set")
def test_backup_and_restore_go_round(
    fieldnote: Fieldnote, agency: Path, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fieldnote("import", agency)
    assert fieldnote("backup", "copy").code == 0
    assert fieldnote("backup", "copy").code == 2
    refused = fieldnote("restore", "copy")
    assert (refused.code, "holds data already" in refused.err) == (2, True)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{bare}/new.sqlite3")
    restored = fieldnote("restore", "copy")
    assert (restored.code, "audit trail whole" in restored.out) == (0, True)
    assert "5 unchanged" in fieldnote("import", agency).out


def test_understand_reads_files_without_any_setting(
    fieldnote: Fieldnote, agency: Path, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO((json.dumps(MESSAGE) + "\n").encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    ended = fieldnote("understand", "--roster", agency)
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["id"] == "m1"
    assert list(bare.iterdir()) == []


@pytest.mark.usefixtures("settings_set")
def test_understand_reads_against_the_database(
    fieldnote: Fieldnote, agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fieldnote("import", agency)
    message = {**MESSAGE, "text": "what's the phone number of Adaeze's foster mother"}
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(message).encode())))
    reading = json.loads(fieldnote("understand").out)
    assert reading["intent"] == "lookup"
    assert reading["subject"]["people"] == ["K1"]


_IMPORTS_AND_HANGS = """
import sys, time
from bot import __main__
from bot.services.roster import roster
def hang(*_, **__):
    print("written", flush=True)
    time.sleep(60)
roster._record = hang
__main__.main(["import", sys.argv[1]])
"""


@pytest.mark.usefixtures("settings_set")
def test_an_import_killed_just_before_its_end_leaves_nothing(database: Database, bare: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _IMPORTS_AND_HANGS, str(SAMPLE)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout
    assert process.stdout.readline() == b"written\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with database.begin() as session:
        counts = [session.scalar(select(func.count()).select_from(t)) for t in Base.metadata.sorted_tables]
    assert sum(count or 0 for count in counts) == 0
