"""The clock that can be moved forward."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from playground import acts
from playground.clock import MovableClock

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 30, tzinfo=NEW_YORK)


def test_it_starts_where_it_is_told_and_ticks():
    clock = MovableClock(MONDAY)
    first = clock.now()
    time.sleep(0.02)
    assert MONDAY <= first < clock.now() < MONDAY + timedelta(minutes=5)
    assert first.tzinfo is UTC


def test_it_moves_forward_and_tells_its_listeners():
    clock, told = MovableClock(MONDAY), []
    clock.on_move(told.append)
    assert clock.forward(timedelta(hours=1)) >= MONDAY + timedelta(hours=1)
    clock.to(MONDAY + timedelta(days=2))
    assert told[-1] == MONDAY + timedelta(days=2)
    assert clock.now() - told[-1] < timedelta(minutes=5)


def test_it_never_goes_back():
    clock = MovableClock(MONDAY)
    with pytest.raises(ValueError, match="does not go back"):
        clock.to(MONDAY - timedelta(seconds=1))
    with pytest.raises(ValueError, match="aware"):
        clock.to(datetime(2027, 1, 1))  # noqa: DTZ001 that is the point
    with pytest.raises(ValueError, match="aware"):
        MovableClock(datetime(2027, 1, 1))  # noqa: DTZ001


def test_eight_in_the_morning_is_eight_after_a_clock_change_too():
    clock = MovableClock(datetime(2026, 10, 31, 20, tzinfo=NEW_YORK))
    assert clock.to_hour(8) == datetime(2026, 11, 1, 8, tzinfo=NEW_YORK)
    assert clock.now().hour == 13  # 8:00 in New York is 13:00 UTC from that day on


def test_message_stamps_follow_it_and_never_repeat(workspace):
    first = acts.say(workspace, "U0DANA", "one")
    workspace.clock.forward(timedelta(days=1))
    later = [acts.say(workspace, "U0DANA", "more").ts for _ in range(50)]
    assert float(later[0]) - float(first.ts) >= 86_400
    assert len(set(later)) == 50
    assert later == sorted(later, key=float)
