"""The audit trail's head stands outside the database too, written anew each hour."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.reminders.scheduler import Scheduler
from tests.conversations.office import Office


def test_the_head_is_anchored_each_hour(office: Office, tmp_path: Path) -> None:
    running, deps = office.demo.fieldnote, office.demo.fieldnote.deps
    place = tmp_path / "anchor.txt"
    scheduler = Scheduler(
        deps.db,
        deps.clock,
        policy=deps.policy,
        deliverer=deps.deliverer,
        cards=deps.cards,
        audit_anchor=str(place),
    )
    now = deps.clock.now()
    scheduler.beat(now)
    scheduler.beat(now + timedelta(minutes=59))
    assert len(place.read_text().splitlines()) == 1
    scheduler.beat(now + timedelta(minutes=61))
    assert len(place.read_text().splitlines()) == 2
    assert running.settings.audit_anchor == ""
