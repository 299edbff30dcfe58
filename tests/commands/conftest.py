"""The program as a person at the server runs it: in an own folder, with settings in the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main
from tests.agency import write_agency
from tests.program import Ended, Fieldnote, settings_for


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to be in, with nothing set."""
    for name in ("DATABASE_URL", "RECORD_KEYS", "AUDIT_KEY", "AUDIT_ANCHOR", "POLICY", "AGENCY_TIMEZONE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:1/api/")  # nothing is asked of the world outside
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    return home


@pytest.fixture
def fieldnote(bare: Path, capsys: pytest.CaptureFixture[str]) -> Fieldnote:
    def run(*words: str | Path) -> Ended:
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:  # argparse's way to refuse
            code = int(left.code or 0)
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return run


@pytest.fixture
def settings_set(bare: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """DATABASE_URL and keys in the environment: once SQLite, once PostgreSQL."""
    for name, value in settings_for(database_url).items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    """The folder with the small agency's files."""
    return write_agency(tmp_path / "roster")
