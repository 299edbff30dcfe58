"""R9, quick: a morning digest each local day and 72 hours of 259,200 seconds, in zones that change clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.reminders.slots import digest_slot, ping_slot
from bot.reminders.steps import next_step, steps_between
from bot.rules.deadlines import note_due
from bot.rules.moments import DAY, local_date
from bot.rules.policy import load_policy
from bot.rules.reminders import Via
from storage.models import Obligation

POLICY = load_policy()
ZONES = (
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Apia",
    "Pacific/Chatham",
    "UTC",
)


def overdue_since(moment: datetime) -> Obligation:
    return Obligation(
        id="O1", kind="note", subject_id="N1", person_id="S001", period="", due_at=moment, opened_at=moment
    )


@pytest.mark.parametrize("zone", ZONES)
def test_one_digest_each_local_day_of_two_years(zone: str) -> None:
    tz, policy = ZoneInfo(zone), POLICY.in_zone(zone)
    first = date(2026, 6, 1)
    owed = overdue_since(datetime.combine(first, datetime.min.time(), tz).astimezone(UTC))
    end = owed.due_at + timedelta(days=730)
    steps = steps_between(owed, tz, policy, owed.due_at, end)
    days = [local_date(step.at, tz) for step in steps if step.via is Via.DIGEST and "overdue" in step.name]
    assert days == [first + n * DAY for n in range(len(days))]
    assert len(days) >= 729


@pytest.mark.parametrize("zone", ZONES)
def test_the_next_step_is_the_first_of_all_that_come(zone: str) -> None:
    tz, policy = ZoneInfo(zone), POLICY.in_zone(zone)
    due = datetime(2026, 11, 3, 21, 0, tzinfo=UTC)
    owed = overdue_since(due)
    owed.opened_at = due - timedelta(hours=72)
    now = owed.opened_at
    walked = []
    for _ in range(12):
        following = next_step(owed, tz, policy, now)
        assert following is not None
        assert following > now
        walked.append(following)
        now = following
    listed = [step.at for step in steps_between(owed, tz, policy, owed.opened_at, now + DAY)]
    assert walked == sorted(set(listed))[: len(walked)]


@pytest.mark.parametrize("zone", ZONES)
def test_72_hours_are_elapsed_hours(zone: str) -> None:
    policy, day = POLICY.in_zone(zone), datetime(2026, 1, 1, 16, 0, tzinfo=ZoneInfo(zone))
    for n in range(365):
        end = day + timedelta(days=n)
        due = note_due(policy=policy, event_end=end).remind_by
        assert (due - end.astimezone(UTC)).total_seconds() == 259_200


@pytest.mark.parametrize("zone", ZONES)
def test_a_late_digest_leaves_the_same_day_or_the_next_morning(zone: str) -> None:
    tz, policy = ZoneInfo(zone), POLICY.in_zone(zone)
    wanted = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    for hours in range(240):
        now = wanted + timedelta(hours=hours)
        slot = digest_slot("S001", wanted, now=now, tz=tz, policy=policy)
        assert slot.at < slot.expires
        assert now < slot.expires, "it can still leave"
        assert slot.day in {local_date(now, tz), local_date(now, tz) + DAY}


def test_a_ping_does_not_wake_anybody_for_what_is_due_after_the_night() -> None:
    tz = ZoneInfo("America/New_York")
    wanted = datetime(2026, 11, 11, 19, 30, tzinfo=tz)
    morning = ping_slot(wanted, datetime(2026, 11, 12, 9, 0, tzinfo=tz), tz=tz, policy=POLICY)
    assert morning.expires == datetime(2026, 11, 11, 20, 0, tzinfo=tz)
    night = ping_slot(wanted, datetime(2026, 11, 12, 5, 0, tzinfo=tz), tz=tz, policy=POLICY)
    assert night.expires == datetime(2026, 11, 12, 5, 0, tzinfo=tz)
