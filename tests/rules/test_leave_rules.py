"""The cut-off before leave, and what it does to a note's deadline."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.calendars import is_weekday, is_working_day
from bot.rules.deadlines import note_due
from bot.rules.leave import leave_cutoff, note_due_under_leave
from bot.rules.policy import load_policy

POLICY = load_policy()
NEW_YORK = POLICY.zone
FIRST_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def test_dana_leaves_on_the_monday_after_thanksgiving():
    cutoff = leave_cutoff(date(2026, 11, 30), policy=POLICY)
    assert cutoff.policy == at("2026-11-26 17:00")
    assert cutoff.effective == at("2026-11-25 17:00")
    assert cutoff.last_day_ends == at("2026-11-25 23:59:59")


def test_election_day_is_worked_and_rolls_nothing_back():
    cutoff = leave_cutoff(date(2026, 11, 5), policy=POLICY)
    assert cutoff.effective == cutoff.policy == at("2026-11-03 17:00")


def test_leave_from_a_sunday_counts_back_from_the_friday():
    assert leave_cutoff(date(2026, 12, 13), policy=POLICY).effective == at("2026-12-10 17:00")


def test_an_event_during_leave_keeps_its_72_hours():
    due = note_due_under_leave(event_end=at("2026-12-21 10:00"), first_day=date(2026, 12, 21), policy=POLICY)
    assert due.due == at("2026-12-24 10:00")


def test_an_event_on_the_dot_of_the_cutoff_is_before_it():
    due = note_due_under_leave(event_end=at("2026-12-17 17:00"), first_day=date(2026, 12, 21), policy=POLICY)
    assert due.due == at("2026-12-18 17:00")  # 24 hours after it, not the cut-off itself


def test_an_event_whose_date_alone_is_known_is_judged_at_both_ends():
    due = note_due_under_leave(event_date=date(2026, 12, 16), first_day=date(2026, 12, 21), policy=POLICY)
    assert due.remind_by == at("2026-12-17 17:00")
    assert due.late_after == at("2026-12-17 23:59:59")


@given(FIRST_DAYS)
def test_the_effective_cutoff_is_never_after_the_policys(first_day):
    cutoff = leave_cutoff(first_day, policy=POLICY)
    policy_day, day = (each.astimezone(NEW_YORK) for each in (cutoff.policy, cutoff.effective))
    assert day <= policy_day
    assert (policy_day.hour, day.hour) == (17, 17)
    assert is_weekday(policy_day.date())
    assert is_working_day(day.date(), POLICY.closed)
    between = (first_day - policy_day.date()).days
    assert sum(is_weekday(policy_day.date() + timedelta(days=n)) for n in range(between)) == 2


@given(FIRST_DAYS, st.integers(-200, 48))
def test_leave_never_gives_more_time_nor_less_than_a_day(first_day, hours_before):
    event = leave_cutoff(first_day, policy=POLICY).leave_starts + timedelta(hours=hours_before)
    usual = note_due(event_end=event, policy=POLICY).due
    due = note_due_under_leave(event_end=event, first_day=first_day, policy=POLICY).due
    assert event + timedelta(hours=24) <= due <= usual


@given(FIRST_DAYS)
def test_all_that_comes_out_is_utc(first_day):
    cutoff = leave_cutoff(first_day, policy=POLICY)
    assert {cutoff.policy.tzinfo, cutoff.effective.tzinfo, cutoff.last_day_ends.tzinfo} == {UTC}
