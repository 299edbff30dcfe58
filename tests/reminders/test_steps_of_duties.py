"""When each duty's reminders come: in the person's own zone, over clock changes, known late or in time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.steps import next_step, steps_between
from bot.rules.moments import end_of_day, local_date
from bot.rules.policy import load_policy
from bot.rules.quiet import quiet_now
from bot.rules.reminders import Kind, Via
from storage.models import Obligation

POLICY = load_policy()
NEW_YORK = ZoneInfo("America/New_York")
ZONES = ("America/New_York", "America/Phoenix", "America/Los_Angeles", "Pacific/Apia", "Europe/Dublin")
YEAR = timedelta(days=400)
YEARS = (datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31"))


def row(kind: Kind, due: datetime, opened: datetime, period: str = "", **more: object) -> Obligation:
    return Obligation(
        kind=kind.value,
        subject_id="X1",
        person_id="S001",
        period=period,
        due_at=due.astimezone(UTC),
        opened_at=opened.astimezone(UTC),
        **more,
    )


def at(text: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def told(owed: Obligation, zone: ZoneInfo = NEW_YORK, days: int = 120) -> list[tuple[str, str]]:
    """(step, local day) of each reminder within so many days."""
    end = owed.opened_at + timedelta(days=days)
    steps = steps_between(owed, zone, POLICY, owed.opened_at, end)
    return [(step.name, local_date(step.at, zone).isoformat()) for step in steps]


def test_a_consultation_is_told_60_days_before_the_hearing() -> None:
    owed = row(Kind.HEARING, at("2027-02-01T10:00"), at("2026-11-09T10:00"), "consultation")
    assert told(owed) == [("consultation", "2026-12-03")]


def test_of_a_hearing_known_late_the_consultation_is_told_the_next_morning() -> None:
    owed = row(Kind.HEARING, at("2026-11-30T10:00"), at("2026-11-09T10:00"), "consultation")
    assert told(owed) == [("consultation", "2026-11-10")]


def test_a_report_is_told_before_its_day_on_it_and_daily_once_it_is_late() -> None:
    report = end_of_day(date(2026, 11, 20), NEW_YORK)
    owed = row(Kind.HEARING, report, at("2026-11-09T10:00"), "report")
    assert told(owed, days=14) == [
        ("report_soon", "2026-11-18"),
        ("report_due", "2026-11-20"),
        ("overdue-2026-11-21", "2026-11-21"),
        ("overdue-2026-11-22", "2026-11-22"),
        ("overdue-2026-11-23", "2026-11-23"),
    ]


def test_a_visit_of_which_only_the_day_is_known_is_told_in_the_mornings_and_asked_in_the_evening() -> None:
    due = end_of_day(date(2026, 11, 12), NEW_YORK)
    owed = row(Kind.PLANNED_VISIT, due, at("2026-11-09T10:00"), "2026-11-12")
    assert told(owed) == [
        ("day_before", "2026-11-11"),
        ("that_day", "2026-11-12"),
        ("did_it_happen", "2026-11-12"),
    ]


def test_who_takes_a_shift_an_hour_before_it_is_told_at_once() -> None:
    owed = row(Kind.SHIFT, at("2026-11-13T17:00"), at("2026-11-13T15:30"))
    assert [name for name, _ in told(owed)] == ["at_once", "hours_1"]
    assert next_step(owed, NEW_YORK, POLICY, owed.opened_at - timedelta(microseconds=1)) == owed.opened_at


def test_a_shift_after_the_clocks_went_back_is_told_24_real_hours_ahead() -> None:
    owed = row(Kind.SHIFT, at("2026-11-01T17:00"), at("2026-10-20T10:00"))
    steps = steps_between(owed, NEW_YORK, POLICY, owed.opened_at, owed.due_at)
    assert steps[0].at == at("2026-10-31T18:00"), "25 hours by the wall clock's 17:00"


def test_the_worker_hears_of_a_conference_once_the_supervisor_until_it_is_recorded() -> None:
    due, opened = end_of_day(date(2026, 11, 16), NEW_YORK), at("2026-11-09T10:00")
    worker = row(Kind.CONFERENCE, due, opened, "2026-11-16 worker")
    chief = row(Kind.CONFERENCE, due, opened, "2026-11-16")
    assert told(worker, days=10) == [("due", "2026-11-16")]
    assert [day for _, day in told(chief, days=10)] == [
        "2026-11-16",
        "2026-11-17",
        "2026-11-18",
        "2026-11-19",
    ]


@pytest.mark.parametrize("kind", [Kind.TEAM, Kind.ROTA_GAP])
def test_what_is_looked_at_every_morning(kind: Kind) -> None:
    owed = row(kind, at("2026-11-30T23:59"), at("2026-11-09T10:00"), "2026-11")
    assert [day for _, day in told(owed, days=3)] == ["2026-11-10", "2026-11-11", "2026-11-12"]


@given(
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    opened=st.datetimes(*YEARS),
    kind=st.sampled_from([Kind.VISIT, Kind.FIRST_DAYS, Kind.HEARING, Kind.CONFERENCE, Kind.WEEKLY_DIGEST]),
)
def test_every_digest_s_step_lies_in_the_person_s_own_morning(
    zone: ZoneInfo, opened: datetime, kind: Kind
) -> None:
    day = opened.date() + timedelta(days=21)
    periods = {Kind.VISIT: f"{day:%Y-%m}", Kind.HEARING: "consultation", Kind.CONFERENCE: f"{day} worker"}
    owed = row(kind, end_of_day(day, NEW_YORK), opened.replace(tzinfo=NEW_YORK), periods.get(kind, f"{day}"))
    for step in steps_between(owed, zone, POLICY, owed.opened_at, owed.opened_at + YEAR):
        clock = step.at.astimezone(zone).time()
        assert step.via is Via.DIGEST
        assert time(7, 30) <= clock <= time(8, 30) or _skipped(step.at, zone)
        assert quiet_now(step.at, tz=zone, policy=POLICY) is None


def _skipped(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether that morning itself was one that the zone left out."""
    return (moment + timedelta(hours=1)).astimezone(zone).utcoffset() != moment.astimezone(zone).utcoffset()


@given(
    starts=st.datetimes(*YEARS),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
)
def test_looking_step_by_step_finds_every_step_once(starts: datetime, zone: ZoneInfo) -> None:
    due = starts.replace(tzinfo=zone).astimezone(UTC)
    owed = row(Kind.PLANNED_VISIT, due, due - timedelta(days=3), late_after=due + timedelta(hours=1))
    whole = [step.at for step in steps_between(owed, zone, POLICY, owed.opened_at, due + timedelta(days=2))]
    found, moment = [], owed.opened_at - timedelta(microseconds=1)
    while (found_at := next_step(owed, zone, POLICY, moment)) is not None and len(found) < 10:
        found.append(found_at)
        moment = found_at
    assert sorted(set(whole)) == found
