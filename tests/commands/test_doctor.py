"""`fieldnote doctor`: a line a check, exit 1 where something is wrong; its Slack is a server on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.commands.doctor_slack import SCOPES
from tests.agency import CASES, STAFF, changed, write_agency
from tests.program import Ended, Fieldnote, settings_for

GAPLESS = (
    {"starts_at": "2026-01-01T00:00:00-05:00", "ends_at": "2056-01-01T00:00:00-05:00", "staff_id": "LEE"},
)
ROTA = [{**GAPLESS[0], "tier": tier} for tier in ("primary", "backup", "supervisor")]


class _Slack(BaseHTTPRequestHandler):
    """Slack's two methods that tell whether a token is good."""

    scopes = SCOPES

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        good = self.headers.get("Authorization", "") in {"Bearer xoxb-good", "Bearer xapp-good"}
        answer = (
            {"ok": True, "team": "Harbor", "url": "wss://127.0.0.1/"}
            if good
            else {"ok": False, "error": "invalid_auth"}
        )
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-OAuth-Scopes", ",".join(sorted(self.scopes)))
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def slack(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[_Slack]]:
    handler = type("Slack", (_Slack,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("SLACK_API_URL", f"http://127.0.0.1:{server.server_port}/api/")
    yield handler
    server.shutdown()
    thread.join()
    server.server_close()


def _wrong(ended: Ended) -> list[str]:
    assert all(line.startswith(("ok     ", "WRONG  ")) for line in ended.out.splitlines())
    return [line.removeprefix("WRONG  ") for line in ended.out.splitlines() if line.startswith("WRONG")]


@pytest.mark.usefixtures("settings_set")
def test_all_is_well(fieldnote: Fieldnote, agency: Path) -> None:
    write_agency(agency, oncall=ROTA)
    fieldnote("import", agency)
    ended = fieldnote("doctor")
    assert _wrong(ended) == []
    assert ended.code == 0


@pytest.mark.usefixtures("settings_set")
def test_what_is_wrong_with_the_roster_is_named(fieldnote: Fieldnote, agency: Path) -> None:
    staff = changed(changed(STAFF, 4, email="", supervisor_id=""), 0, slack_user_id="", email="")
    twice = {**GAPLESS[0], "starts_at": "2026-01-02T00:00:00-05:00", "staff_id": "SAM", "tier": "primary"}
    write_agency(
        agency, staff=staff, cases=changed(CASES, 1, primary_worker_id=""), oncall=[*ROTA[:2], twice]
    )
    fieldnote("import", agency)
    ended = fieldnote("doctor")
    assert ended.code == 1
    wrong = _wrong(ended)
    assert "staff: 2 without Slack id and e-mail: DIR, LEE" in wrong
    assert "supervisors: 1 workers without one: LEE" in wrong
    assert "cases: 1 open ones without a worker: C2" in wrong
    assert any(
        line.startswith("rota: ") and "gaps in the next 14 days: supervisor " in line for line in wrong
    )
    assert any(line.startswith("rota: 1 times held by two: primary ") for line in wrong)


def test_nothing_set_up(fieldnote: Fieldnote, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert _wrong(fieldnote("doctor"))[0].startswith("database: RECORD_KEYS is missing")
    for name, value in settings_for(f"sqlite:///{tmp_path}/f.sqlite3").items():
        monkeypatch.setenv(name, value)
    assert "there is no" in _wrong(fieldnote("doctor"))[0]
    (tmp_path / "f.sqlite3").touch()
    assert "pending" in _wrong(fieldnote("doctor"))[0]
    monkeypatch.setenv("PORT", "many")
    ended = fieldnote("doctor")
    assert (ended.code, ended.out) == (1, "WRONG  settings: PORT is no port: a whole number below 65536\n")


@pytest.mark.usefixtures("settings_set")
def test_an_empty_roster_comes_with_what_to_do(fieldnote: Fieldnote) -> None:
    assert "roster: empty; `fieldnote import DIR`" in fieldnote("doctor").out


@pytest.mark.usefixtures("settings_set")
def test_a_key_that_does_not_open_the_data_is_told(
    fieldnote: Fieldnote, agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fieldnote("import", agency)
    monkeypatch.setenv("RECORD_KEYS", fieldnote("keys", "new").out.strip())
    assert any(line.startswith("RECORD_KEYS: do not open") for line in _wrong(fieldnote("doctor")))


def test_good_tokens(fieldnote: Fieldnote, slack: type[_Slack], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-good")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-good")
    ended = fieldnote("doctor")
    assert "ok     SLACK_BOT_TOKEN: works in Harbor" in ended.out
    assert "ok     scopes: all granted" in ended.out
    assert "ok     SLACK_APP_TOKEN: Socket Mode opens" in ended.out
    slack.scopes = SCOPES - {"files:read"}
    assert "scopes: 1 missing, reinstall the app: files:read" in _wrong(fieldnote("doctor"))


@pytest.mark.usefixtures("slack")
def test_bad_tokens(fieldnote: Fieldnote, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-bad")
    assert any("SLACK_SIGNING_SECRET is missing" in line for line in _wrong(fieldnote("doctor")))
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-bad")
    wrong = _wrong(fieldnote("doctor"))
    assert "SLACK_BOT_TOKEN: Slack says invalid_auth" in wrong
    assert "SLACK_APP_TOKEN: Slack says invalid_auth" in wrong
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:1/api/")
    ended = fieldnote("doctor")
    assert any("Slack cannot be reached" in line for line in _wrong(ended))
    assert ended.err == ""
