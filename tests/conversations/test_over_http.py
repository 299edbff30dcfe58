"""The same handlers behind signed HTTP."""

from __future__ import annotations

import json
import os
import resource
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conversations.office import Office

MANY = 1100


def test_a_note_goes_its_way_over_http_too(office_over_http: Office) -> None:
    office = office_over_http
    office.dana.says("saw Tobi today at 4pm at the foster home, 30 min, he is well")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("[Read]")
    office.sam.clicks("Read")
    office.sam.waits_for_window("Read note")
    office.sam.clicks("Approve")
    office.dana.waits_for("approved this note")


@pytest.mark.parametrize("stamp", ["", "soon", "1e9", "１２３", "-5"])
def test_unsigned_requests_are_refused(office_over_http: Office, stamp: str) -> None:
    address = f"http://127.0.0.1:{office_over_http.demo.fieldnote.port}/slack/events"
    body = json.dumps({"type": "event_callback", "event_id": "Ev1", "event": {"type": "message"}}).encode()
    headers = {"Content-Type": "application/json", "X-Slack-Signature": "v0=0"}
    if stamp:
        headers["X-Slack-Request-Timestamp"] = stamp.encode().decode("latin-1")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(address, body, headers), timeout=60)
    assert refused.value.code == 401


def test_health_and_metrics_hold_counts_only(office_over_http: Office) -> None:
    office = office_over_http
    office.dana.says("saw Tobi today at 4pm at the foster home, he is well")
    office.dana.waits_for("[Submit]")
    base = f"http://127.0.0.1:{office.demo.fieldnote.port}"
    assert urllib.request.urlopen(base + "/healthz", timeout=60).read() == b"ok"

    def metrics() -> str:
        return urllib.request.urlopen(base + "/metrics", timeout=60).read().decode()

    assert office.demo.workspace.wait_until(lambda: "fieldnote_inbox_unmarked 0.0" in metrics())
    assert "Tobi" not in metrics()


@pytest.fixture
def _many_files() -> Iterator[None]:
    """As many open files as a machine with a thousand connections has."""
    before, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most != resource.RLIM_INFINITY and most < MANY * 2:
        pytest.skip(f"this machine allows a process {most} open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(before, MANY * 2), most))
    with ExitStack() as files:
        for _ in range(MANY):
            files.enter_context(Path(os.devnull).open())
        yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (before, most))


@pytest.mark.usefixtures("_many_files")
def test_many_open_files_keep_no_event_out(office_over_http: Office) -> None:
    """A server that listens by select serves nobody whose connection is the thousandth file or later."""
    office_over_http.dana.says("saw Tobi today at 4pm at the foster home, 30 min, he is well")
    office_over_http.dana.waits_for("[Submit]")
