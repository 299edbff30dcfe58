"""When whom is reminded of what."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.deadlines import note_due
from bot.rules.leave import leave_cutoff
from bot.rules.months import Month
from bot.rules.policy import load_policy
from bot.rules.quiet import quiet_now
from bot.rules.reminder_days import visit_days
from bot.rules.reminders import Kind, Reader, Steps, Via
from bot.rules.stretches import Stretch

POLICY = load_policy()
NEW_YORK = POLICY.zone
ANCHORAGE = ZoneInfo("America/Anchorage")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def dana(start="2026-11-01 00:00", end="2027-03-01 00:00", tz=NEW_YORK):
    return Steps(Reader("dana", tz), Stretch.of(at(start), at(end)), POLICY)


def names(steps):
    return [step.name for step in steps]


def when(steps, name):
    return next(step.at for step in steps if step.name == name)


def days_of(steps):
    return [step.at.astimezone(NEW_YORK).date().isoformat() for step in steps]


def test_a_notes_72_hours():
    steps = dana(end="2026-11-26 00:00").note(note_due(event_end=at("2026-11-20 16:30"), policy=POLICY))
    assert names(steps) == [
        "soon-2026-11-22",
        "soon-2026-11-23",
        "ping",
        "overdue-2026-11-24",
        "overdue-2026-11-25",
    ]
    assert when(steps, "ping") == at("2026-11-23 12:30")
    assert {step.kind for step in steps} == {Kind.NOTE}
    assert [step.via for step in steps] == [Via.DIGEST, Via.DIGEST, Via.PING, Via.DIGEST, Via.DIGEST]


def test_a_note_due_at_night_is_pinged_before_the_quiet_hours():
    steps = dana().note(note_due(event_end=at("2026-11-21 02:10"), policy=POLICY))
    assert when(steps, "ping") == at("2026-11-23 19:30")


def test_a_note_due_early_is_pinged_the_evening_before():
    steps = dana().note(note_due(event_end=at("2026-11-20 08:00"), policy=POLICY))
    assert when(steps, "ping") == at("2026-11-22 19:30")


def test_a_date_alone_is_overdue_a_day_later():
    steps = dana(end="2026-11-26 00:00").note(note_due(event_date=date(2026, 11, 20), policy=POLICY))
    assert names(steps) == [
        "soon-2026-11-22",
        "ping",
        "soon-2026-11-23",
        "overdue-2026-11-24",
        "overdue-2026-11-25",
    ]


def test_four_hours_are_elapsed_hours_when_the_clocks_change():
    steps = dana("2026-10-25 00:00").deadline(Kind.CORRECTION, at("2026-11-01 12:00"))
    assert when(steps, "ping") == at("2026-11-01 08:00")
    early = dana("2027-03-01 00:00", "2027-04-01 00:00").deadline(Kind.CORRECTION, at("2027-03-14 11:30"))
    assert when(early, "ping") == at("2027-03-14 07:30")


def test_a_worker_in_alaska_hears_in_her_own_morning():
    steps = dana(tz=ANCHORAGE).note(note_due(event_end=at("2026-11-20 16:30"), policy=POLICY))
    morning = when(steps, "soon-2026-11-23").astimezone(ANCHORAGE)
    assert (morning.date(), morning.hour in {7, 8}) == (date(2026, 11, 23), True)
    assert when(steps, "ping") == at("2026-11-23 12:30")  # 8:30 with her


def test_a_review_at_two_days_and_one_day_left_and_daily_when_overdue():
    steps = dana(end="2026-11-28 00:00").review(Kind.REVIEW, at("2026-11-25 23:59:59"))
    assert names(steps) == ["days_left_2", "days_left_1", "overdue-2026-11-26", "overdue-2026-11-27"]
    assert days_of(steps) == ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27"]


def test_a_meeting_is_asked_about_every_morning_until_recorded():
    steps = dana(end="2026-11-23 00:00").meeting(at("2026-11-20 16:00"))
    assert names(steps) == ["open-2026-11-21", "open-2026-11-22"]


def test_a_teams_overdue_is_told_daily():
    steps = dana("2026-11-25 00:00", "2026-11-27 00:00").overdue(Kind.NOTE, at("2026-11-20 16:00"))
    assert names(steps) == ["overdue-2026-11-25", "overdue-2026-11-26"]


def test_the_months_visits():
    steps = dana().on_days(Kind.VISIT, visit_days(Month(2026, 11), policy=POLICY))
    assert names(steps) == ["mid_month", "days_left_7", "days_left_3", "last_working_day"]
    assert days_of(steps) == ["2026-11-15", "2026-11-23", "2026-11-27", "2026-11-30"]


def test_the_cutoff_before_leave():
    cutoff = leave_cutoff(date(2026, 11, 30), policy=POLICY)
    steps = dana().leave(cutoff.effective)
    assert names(steps) == ["soon-2026-11-24", "soon-2026-11-25", "ping"]
    assert when(steps, "ping") == at("2026-11-25 13:00")


def test_a_shift_is_told_a_day_and_an_hour_ahead():
    steps = dana().shift(at("2026-11-23 17:00"))
    assert [(step.name, step.at) for step in steps] == [
        ("hours_24", at("2026-11-22 17:00")),
        ("hours_1", at("2026-11-23 16:00")),
    ]


def test_a_midnight_shift_is_told_before_the_quiet_hours():
    assert when(dana().shift(at("2026-11-21 00:00")), "hours_1") == at("2026-11-20 19:30")


def test_a_planned_visit_and_what_became_of_it():
    steps = dana().planned_visit(at("2026-11-26 15:00"), at("2026-11-26 15:45"))
    assert names(steps) == ["day_before", "hour_before", "did_it_happen"]
    assert days_of(steps)[0] == "2026-11-25"
    assert [step.at for step in steps][1:] == [at("2026-11-26 14:00"), at("2026-11-26 15:45")]


def test_a_visit_planned_after_the_eve_s_digest_stands_in_that_day_s():
    visit = at("2026-11-26 15:00")
    for known, told in (
        ("2026-11-25 06:00", "day_before"),
        ("2026-11-25 12:00", "that_day"),
        ("2026-11-26 06:00", "that_day"),
    ):
        steps = dana(known).planned_visit(visit, known=at(known))
        assert names(steps) == [told, "hour_before", "did_it_happen"]
    early = dana("2026-11-25 12:00").planned_visit(at("2026-11-26 07:15"), known=at("2026-11-25 12:00"))
    assert names(early) == ["hour_before", "did_it_happen"], "the digest would come too late"
    late = dana("2026-11-26 12:00").planned_visit(visit, known=at("2026-11-26 12:00"))
    assert names(late) == ["hour_before", "did_it_happen"]


def test_steps_outside_the_window_are_left_out():
    due = note_due(event_end=at("2026-11-20 16:30"), policy=POLICY)
    assert names(dana("2026-11-23 12:30", "2026-11-23 12:31").note(due)) == ["ping"]
    assert dana("2026-12-01 00:00", "2026-12-01 01:00").note(due) == ()


@pytest.mark.parametrize("split", ["2026-11-22 12:00", "2026-11-23 12:30", "2026-11-24 09:00"])
def test_two_windows_make_the_steps_of_one(split):
    due = note_due(event_end=at("2026-11-20 16:30"), policy=POLICY)
    halves = dana(end=split).note(due) + dana(start=split).note(due)
    assert halves == dana().note(due)


EVENTS = st.integers(1_420_070_400, 2_082_758_399).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(EVENTS, st.sampled_from(["America/New_York", "America/Anchorage", "Pacific/Honolulu", "Asia/Manila"]))
def test_a_notes_reminders_come_in_order_by_day_and_before_it_is_due(event, zone):
    tz = ZoneInfo(zone)
    due = note_due(event_end=event, policy=POLICY)
    window = Stretch(event, event + timedelta(days=10))
    steps = Steps(Reader("dana", tz), window, POLICY).note(due)
    assert len({step.name for step in steps}) == len(steps)
    assert list(steps) == sorted(steps)
    assert not any(quiet_now(step.at, tz=tz, policy=POLICY) for step in steps)
    ping = next(step for step in steps if step.name == "ping")
    assert due.due - timedelta(hours=18) <= ping.at <= due.due - timedelta(hours=4)
    soon = [step for step in steps if step.name.startswith("soon")]
    overdue = [step for step in steps if step.name.startswith("overdue")]
    assert 1 <= len(soon) <= 2
    assert all(step.at <= due.due for step in soon)
    assert all(step.at > due.late_after for step in overdue)
    assert len({step.at.astimezone(tz).date() for step in overdue}) == len(overdue) >= 5
