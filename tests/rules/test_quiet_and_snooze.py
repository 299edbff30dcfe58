"""When to speak: quiet hours, the morning digest, snoozing."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Unusable
from bot.rules.moments import local_date
from bot.rules.policy import load_policy
from bot.rules.quiet import after_quiet, before_quiet, digest_at, may_send, quiet_now, snooze

POLICY = load_policy()
NEW_YORK = POLICY.zone
INSTANTS = st.integers(1_420_070_400, 2_082_758_399).map(lambda second: datetime.fromtimestamp(second, UTC))
ZONES = st.sampled_from(sorted(name for name in available_timezones() if "/" in name)).map(ZoneInfo)
PEOPLE = st.text(min_size=1, max_size=8)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def ours(rule, when, **more):
    return rule(at(when), tz=NEW_YORK, policy=POLICY, **more)


def test_the_night_is_quiet_from_eight_to_seven():
    night = ours(quiet_now, "2026-11-21 02:00")
    assert (night.start, night.end) == (at("2026-11-20 20:00"), at("2026-11-21 07:00"))
    assert ours(quiet_now, "2026-11-20 20:00") == night
    assert ours(quiet_now, "2026-11-20 19:59:59") is None
    assert ours(quiet_now, "2026-11-21 07:00") is None


def test_the_night_the_clocks_change_ends_at_seven_all_the_same():
    assert ours(quiet_now, "2026-10-31 23:00").end == at("2026-11-01 07:00")
    assert ours(quiet_now, "2027-03-13 23:00").end == at("2027-03-14 07:00")


def test_a_reminder_is_brought_forward_or_put_off():
    assert ours(before_quiet, "2026-11-21 02:00") == at("2026-11-20 19:30")
    assert ours(after_quiet, "2026-11-21 02:00") == at("2026-11-21 07:00")
    assert (
        ours(before_quiet, "2026-11-21 12:00")
        == ours(after_quiet, "2026-11-21 12:00")
        == at("2026-11-21 12:00")
    )


def test_only_a_crisis_and_what_falls_due_in_the_night_is_sent_in_it():
    assert not ours(may_send, "2026-11-21 02:00")
    assert ours(may_send, "2026-11-21 02:00", crisis=True)
    assert ours(may_send, "2026-11-21 02:00", due=at("2026-11-21 06:00"))
    assert not ours(may_send, "2026-11-21 02:00", due=at("2026-11-21 08:00"))
    assert not ours(may_send, "2026-11-21 02:00", due=at("2026-11-21 01:00"))
    assert ours(may_send, "2026-11-21 12:00")


def test_a_digest_comes_in_the_persons_own_morning():
    honolulu = ZoneInfo("Pacific/Honolulu")
    for zone in (NEW_YORK, honolulu):
        when = digest_at("dana", date(2026, 11, 23), tz=zone, policy=POLICY).astimezone(zone)
        assert when.date() == date(2026, 11, 23)
        assert (7, 30) <= (when.hour, when.minute) < (8, 30)


def test_it_is_the_same_second_every_day_and_in_every_process():
    first, second = (digest_at("dana", date(2026, 11, day), tz=NEW_YORK, policy=POLICY) for day in (23, 24))
    assert second - first == timedelta(days=1)
    assert first == at("2026-11-23 07:30") + timedelta(seconds=1_894)


def test_digests_spread_over_the_hour():
    opens = at("2026-11-23 07:30")
    quarters = [
        (digest_at(f"S{n:03d}", date(2026, 11, 23), tz=NEW_YORK, policy=POLICY) - opens)
        // timedelta(minutes=15)
        for n in range(1000)
    ]
    assert min(quarters.count(quarter) for quarter in range(4)) > 200


@settings(max_examples=300)
@given(PEOPLE, INSTANTS, ZONES)
def test_one_digest_a_local_day_within_its_window_in_any_zone(person, moment, zone):
    day = local_date(moment, zone)
    opens, closes = POLICY.digest.opens, POLICY.digest.closes
    here = digest_at(person, day, tz=zone, policy=POLICY).astimezone(zone)
    assert here.date() == day
    assert opens <= here.time() < closes
    tomorrow = digest_at(person, day + timedelta(days=1), tz=zone, policy=POLICY)
    assert timedelta(hours=20) < tomorrow - here.astimezone(UTC) < timedelta(hours=28)


@settings(max_examples=300)
@given(INSTANTS, ZONES)
def test_nothing_moved_lands_in_the_quiet_hours(moment, zone):
    before, after = (rule(moment, tz=zone, policy=POLICY) for rule in (before_quiet, after_quiet))
    assert before <= moment <= after
    for moved in (before, after):
        assert quiet_now(moved, tz=zone, policy=POLICY) is None


def snoozed(until, *, now="2026-11-20 10:00", due="2026-11-20 16:00"):
    return snooze(at(until), now=at(now), due=at(due), person_id="dana", tz=NEW_YORK, policy=POLICY)


def test_a_snooze_as_wanted():
    assert snoozed("2026-11-20 12:00").until == at("2026-11-20 12:00")
    assert not snoozed("2026-11-20 12:00").shortened


def test_a_snooze_ends_an_hour_before_the_deadline_and_says_so():
    found = snoozed("2026-11-21 09:00")
    assert (found.until, found.shortened) == (at("2026-11-20 15:00"), True)


def test_a_snooze_into_the_night_ends_in_the_morning():
    assert snoozed("2026-11-20 23:00", due="2026-11-23 16:00").until == at("2026-11-21 07:00")


def test_a_deadline_in_the_night_wakes_before_it():
    assert snoozed("2026-11-20 23:00", due="2026-11-21 02:00").until == at("2026-11-20 19:30")


def test_the_overdue_is_silent_until_the_next_digest_at_most():
    morning = digest_at("dana", date(2026, 11, 21), tz=NEW_YORK, policy=POLICY)
    assert snoozed("2026-11-25 09:00", due="2026-11-20 09:00").until == morning
    early = snoozed("2026-11-25 09:00", now="2026-11-21 05:00", due="2026-11-20 09:00")
    assert early.until == morning


@pytest.mark.parametrize(
    ("until", "due", "why"),
    [
        ("2026-11-20 09:59", "2026-11-20 16:00", "in the future"),
        ("2026-11-20 11:00", "2026-11-20 10:30", "too soon"),
    ],
)
def test_a_snooze_that_makes_no_sense_is_refused(until, due, why):
    with pytest.raises(Unusable, match=why):
        snoozed(until, due=due)


@given(INSTANTS, st.integers(1, 20_000), st.integers(-5_000, 20_000))
def test_no_snooze_outlasts_its_deadline(now, minutes, due_in):
    wanted, due = now + timedelta(minutes=minutes), now + timedelta(minutes=due_in)
    try:
        found = snooze(wanted, now=now, due=due, person_id="dana", tz=NEW_YORK, policy=POLICY)
    except Unusable:
        assert due_in > 0
        return
    assert now < found.until
    assert found.until < due or due <= now
    assert found.until <= now + timedelta(days=20_000)
    assert found.shortened == (found.until < wanted)
