"""The note's 72 hours, the review's days, and the judgement on them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.deadlines import (
    Timeliness,
    correction_due,
    director_is_told,
    is_overdue,
    loop_deadline,
    met_at,
    note_due,
    rereview_due,
    review_due,
    time_left,
    timeliness,
)
from bot.rules.policy import load_policy
from storage.types import EventType

POLICY = load_policy()
NEW_YORK = POLICY.zone
SECOND = timedelta(seconds=1)
INSTANTS = st.integers(1_420_070_400, 2_082_758_399).map(lambda second: datetime.fromtimestamp(second, UTC))
US_ZONES = st.sampled_from(
    [
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
        "America/Puerto_Rico",
    ]
)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def test_where_no_end_is_known_the_start_counts():
    assert note_due(event_start=at("2026-11-20 16:30"), policy=POLICY).due == at("2026-11-23 16:30")


def test_the_end_wins_over_the_start():
    due = note_due(event_start=at("2026-11-20 16:30"), event_end=at("2026-11-20 17:15"), policy=POLICY)
    assert due.due == at("2026-11-23 17:15")


def test_an_event_without_a_date_has_no_deadline():
    with pytest.raises(ValueError, match="without a date"):
        note_due(policy=POLICY)


def test_florida_wants_it_in_48_hours():
    florida = load_policy("florida")
    assert note_due(event_end=at("2026-11-20 16:30"), policy=florida).due == at("2026-11-22 16:30")


def test_an_agency_elsewhere_counts_a_date_in_its_own_days():
    chicago = POLICY.in_zone("America/Chicago")
    due = note_due(event_date=date(2026, 11, 20), policy=chicago)
    assert due.remind_by == datetime(2026, 11, 23, tzinfo=ZoneInfo("America/Chicago"))


def with_notes(**changes):
    return replace(POLICY, notes=replace(POLICY.notes, **changes))


def test_oklahoma_wants_contacts_with_the_child_by_the_fourth():
    oklahoma = with_notes(child_contact_by_day=4)
    seen = at("2026-12-30 18:45")
    child = note_due(event_end=seen, types=[EventType.CASEWORKER_CHILD], policy=oklahoma)
    school = note_due(event_end=seen, types=[EventType.SCHOOL], policy=oklahoma)
    assert child.due == at("2027-01-04 23:59:59")
    assert school.due == at("2027-01-02 18:45")


def test_on_the_dot_is_on_time_and_a_second_later_is_late():
    due = note_due(event_end=at("2026-11-20 16:30"), policy=POLICY)
    assert timeliness(due.due, due) is Timeliness.ON_TIME
    assert timeliness(due.due + SECOND, due) is Timeliness.LATE


def test_of_a_date_alone_the_day_between_cannot_be_judged():
    due = note_due(event_date=date(2026, 11, 20), policy=POLICY)
    judged = [
        timeliness(at(f"2026-11-{when}"), due) for when in ("22 23:59:59", "23 00:00:01", "23 23:59:59")
    ]
    assert judged == [Timeliness.ON_TIME, Timeliness.TIME_NOT_RECORDED, Timeliness.TIME_NOT_RECORDED]
    assert timeliness(at("2026-11-24 00:00:00"), due) is Timeliness.LATE


def test_the_last_second_is_a_whole_second():
    due = note_due(event_date=date(2026, 11, 20), policy=POLICY)
    assert timeliness(due.late_after + timedelta(milliseconds=900), due) is Timeliness.TIME_NOT_RECORDED


def test_an_open_note_is_overdue_only_once_it_is_certainly_late():
    due = note_due(event_date=date(2026, 11, 20), policy=POLICY)
    assert not is_overdue(due, now=at("2026-11-23 12:00"))
    assert is_overdue(due, now=at("2026-11-24 00:00"))


def test_the_time_left_turns_negative():
    due = note_due(event_end=at("2026-11-20 16:30"), policy=POLICY)
    assert time_left(due, now=at("2026-11-23 12:30")) == timedelta(hours=4)
    assert time_left(due, now=at("2026-11-23 17:30")) == timedelta(hours=-1)


def test_submission_meets_the_clock_unless_the_profile_wants_entry():
    times = {"first_submitted_at": at("2026-11-21 09:00"), "entered_at": None}
    assert met_at(**times, policy=POLICY) == at("2026-11-21 09:00")
    assert met_at(**times, policy=load_policy("florida")) is None


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        ("2026-12-28 00:00:00", "2027-01-02 23:59:59"),
        ("2027-02-24 13:00:00", "2027-03-01 23:59:59"),
        ("2027-03-11 13:00:00", "2027-03-16 23:59:59"),
        ("2028-02-26 23:59:59", "2028-03-02 23:59:59"),
    ],
)
def test_reviews_run_over_year_month_and_clock(sent, due):
    assert review_due(at(sent), policy=POLICY) == at(due)


def test_the_local_day_of_submission_counts_not_the_utc_day():
    late_evening = at("2026-11-20 21:00")  # the 21st in UTC
    assert review_due(late_evening, policy=POLICY) == at("2026-11-25 23:59:59")


def test_every_loop_has_its_own_three_and_three():
    returned, back = at("2026-11-20 16:00"), at("2026-11-23 20:00")
    assert correction_due(returned, policy=POLICY) == at("2026-11-23 23:59:59")
    assert rereview_due(back, policy=POLICY) == at("2026-11-26 23:59:59")


def test_the_director_is_told_after_two_loops_or_a_week():
    first = at("2026-11-20 16:00")
    asked = {"first_returned_at": first, "policy": POLICY}
    assert not director_is_told(loops=1, now=at("2026-11-24 09:00"), **asked)
    assert director_is_told(loops=2, now=at("2026-11-24 09:00"), **asked)
    assert not director_is_told(loops=0, now=at("2026-11-27 23:59:59"), **asked)
    assert director_is_told(loops=0, now=at("2026-11-28 00:00:00"), **asked)
    assert loop_deadline(first, policy=POLICY) == at("2026-11-27 23:59:59")


@given(INSTANTS, US_ZONES)
def test_72_hours_are_259200_seconds_in_any_zone(moment, zone):
    policy = POLICY.in_zone(zone)
    due = note_due(event_end=moment.astimezone(policy.zone), policy=policy)
    assert (due.due - moment).total_seconds() == 259_200
    assert due.remind_by == due.late_after


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), US_ZONES)
def test_a_date_alone_brackets_every_time_that_it_can_mean(day, zone):
    policy = POLICY.in_zone(zone)
    due = note_due(event_date=day, policy=policy)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=policy.zone)
    exact = note_due(event_end=noon, policy=policy)
    assert due.remind_by < exact.due < due.late_after
    assert timedelta(hours=22) < due.late_after - due.remind_by < timedelta(hours=26)


@given(INSTANTS, US_ZONES)
def test_days_end_at_the_last_second_of_the_right_local_day(moment, zone):
    policy = POLICY.in_zone(zone)
    for rule, days in ((review_due, 5), (correction_due, 3), (rereview_due, 3)):
        due = rule(moment, policy=policy).astimezone(policy.zone)
        assert (due.hour, due.minute, due.second) == (23, 59, 59)
        assert (due.date() - moment.astimezone(policy.zone).date()).days == days


@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_later_never_gets_more_timely(moment, delay):
    order = list(Timeliness)
    due = note_due(event_date=moment.date(), policy=POLICY)
    early, late = timeliness(moment, due), timeliness(moment + delay, due)
    assert order.index(early) <= order.index(late)
