"""Instants and local days over clock changes, in every kind of zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.moments import add_hours, at_local, end_of_day, ended_at, local_date, start_of_day, utc

NEW_YORK = ZoneInfo("America/New_York")
ZONES = st.sampled_from(
    [
        "America/New_York",
        "America/Chicago",
        "America/Phoenix",
        "America/Anchorage",
        "Pacific/Honolulu",
        "America/Puerto_Rico",
        "America/St_Johns",
        "America/Havana",
        "America/Santiago",
        "America/Nuuk",
        "America/Sao_Paulo",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Apia",
        "UTC",
    ]
).map(ZoneInfo)
DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))
INSTANTS = st.integers(1_262_304_000, 2_082_758_399).map(lambda second: datetime.fromtimestamp(second, UTC))


def test_a_naive_time_is_refused():
    with pytest.raises(ValueError, match="naive"):
        utc(datetime(2026, 11, 20, 16, 30))  # noqa: DTZ001


def test_hours_are_elapsed_hours_over_the_clock_change():
    before = datetime(2026, 10, 31, 16, tzinfo=NEW_YORK)
    assert add_hours(before, 72) == datetime(2026, 11, 3, 15, tzinfo=NEW_YORK)
    assert before + timedelta(hours=72) != add_hours(before, 72)  # what Python would have made of it


def test_a_skipped_time_comes_after_the_gap():
    assert at_local(date(2027, 3, 14), time(2, 30), NEW_YORK) == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)


def test_a_doubled_time_is_the_first():
    assert at_local(date(2026, 11, 1), time(1, 30), NEW_YORK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_day_of_25_and_one_of_23_hours():
    lengths = [
        (end_of_day(day, NEW_YORK) - start_of_day(day, NEW_YORK) + timedelta(seconds=1)) / timedelta(hours=1)
        for day in (date(2026, 11, 1), date(2027, 3, 14), date(2026, 11, 2))
    ]
    assert lengths == [25, 23, 24]


def test_an_event_ends_where_its_minutes_end():
    start = datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK)
    assert ended_at(start, 90) - utc(start) == timedelta(minutes=90)
    assert ended_at(start, None) == utc(start)


@given(INSTANTS, ZONES, st.integers(1, 400))
def test_added_hours_are_that_many_seconds(moment, zone, hours):
    later = add_hours(moment.astimezone(zone), hours)
    assert (later - moment).total_seconds() == hours * 3600
    assert later.tzinfo is UTC


@given(INSTANTS, ZONES)
def test_every_instant_lies_within_its_local_day(moment, zone):
    day = local_date(moment, zone)
    whole = moment.replace(microsecond=0)
    assert start_of_day(day, zone) <= whole <= end_of_day(day, zone)


@given(DAYS, ZONES)
def test_days_follow_on_each_other_without_a_gap(day, zone):
    assert end_of_day(day, zone) + timedelta(seconds=1) == start_of_day(day + timedelta(days=1), zone)
