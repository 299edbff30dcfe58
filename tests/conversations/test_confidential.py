"""Words and identities: sealed at rest, absent from logs, gone from the chat when their time is over."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from storage.database import Database
from tests.conversations.office import Office, open_office

SECRET = "xylophone quarantine marmalade"


def test_nothing_is_readable_in_the_database_or_the_logs(
    sqlite_stocked: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with open_office(tmp_path, sqlite_stocked) as office:
        office.dana.says(f"saw Tobi Okafor today 4pm at Ms Stone's. {SECRET}")
        office.dana.waits_for("[Submit]")
        office.dana.clicks("Submit")
        office.sam.waits_for("[Read]")
        office.sam.clicks("Return")
        office.sam.waits_for_window("Return note")
        office.sam.fills("Reason", SECRET)
        office.sam.submits()
        office.dana.waits_for("Returned by")
    stored = b"".join(f.read_bytes() for f in sqlite_stocked.sqlite_file.parent.glob("*.sqlite3*"))
    assert stored
    ours = "\n".join(
        r.getMessage() for r in caplog.records if r.name.startswith(("bot", "storage", "slack_bolt"))
    )
    for name in ("Okafor", "Tobi", "Beverly", "Stone", "marmalade", "718-555-0102", "Peanut", "Sam Ortega"):
        assert name.encode() not in stored, name
        assert name not in ours, [
            r.name + r.getMessage()[:80] for r in caplog.records if name in r.getMessage()
        ]


def test_a_name_that_would_ping_a_channel_pings_nobody(office: Office) -> None:
    office.dana.says("saw Tobi today at 4pm at school. <!channel> *bold* &lt;!here&gt;")
    office.dana.waits_for("[Submit]")
    message = office.dana.newest_message("Tobi Okafor")
    assert "<!channel>" not in str([b for b in message.blocks if b["type"] == "section"])
    assert message.text.count("<") == 0


def test_two_families_become_two_notes_with_their_own_words(office: Office) -> None:
    office.dana.says(
        "Saw Tobi Okafor at school today 2pm, 30 min, he likes maths. "
        "At 4pm I visited Maya Lindgren at Ms Quist's, 20 min, she has a cold."
    )
    office.dana.waits_for("Lindgren case, K2")
    office.dana.waits_for("Okafor case, K1")
    first, second = office.dana.newest_card("Okafor case, K1"), office.dana.newest_card("Lindgren case, K2")
    assert "likes maths" in first
    assert "cold" not in first
    assert "has a cold" in second
    assert "maths" not in second


def test_nothing_of_one_note_shows_up_in_the_next(office: Office) -> None:
    office.dana.says("saw Tobi Okafor today at 4pm at the foster home, 45 min, Ms Stone says he sleeps well")
    office.dana.waits_for("[Submit]")
    office.dana.says("saw Maya Lindgren")
    office.dana.waits_for("Lindgren case, K2")
    card = office.dana.newest_card("Lindgren case, K2")
    for word in ("Tobi", "Stone", "4:00", "45 min", "Foster"):
        assert word not in card, word
