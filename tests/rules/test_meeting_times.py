"""When supervisor and worker could meet: the next working hours, never in leave, on a visit, on a holiday."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.meetings import LASTS, NOTICE, meeting_times
from bot.rules.office_hours import is_office_hours
from bot.rules.policy import load_policy
from bot.rules.stretches import Stretch

POLICY = load_policy()


def local(at: datetime) -> datetime:
    return at.astimezone(POLICY.zone)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=POLICY.zone)


MOMENTS = st.integers(0, 730 * 24 * 60).map(lambda minutes: at(9, 0) + timedelta(minutes=minutes))


def test_after_hours_it_is_the_next_mornings_and_afternoons() -> None:
    found = [f"{local(each):%a %H:%M}" for each in meeting_times(at(9, 17, 30), policy=POLICY)]
    assert found == ["Tue 09:00", "Tue 13:00", "Thu 09:00"], "Wednesday 11 November is Veterans Day"


def test_nobody_is_called_within_the_hour_nor_to_a_visit() -> None:
    visit = Stretch.of(at(10, 11), at(10, 12, 30))
    found = meeting_times(at(10, 9, 30), policy=POLICY, busy=[visit], count=2)
    assert [local(each) for each in found] == [at(10, 13), at(12, 9)]


def test_not_in_leave() -> None:
    away = {date(2026, 11, 10) + timedelta(days=n) for n in range(7)}
    assert local(meeting_times(at(9, 17, 30), policy=POLICY, away=away)[0]) == at(17, 9)


def test_none_where_somebody_is_away_for_long() -> None:
    away = {date(2026, 11, 9) + timedelta(days=n) for n in range(60)}
    assert meeting_times(at(9, 17, 30), policy=POLICY, away=away) == ()


@given(now=MOMENTS, begins=MOMENTS, hours=st.integers(1, 80))
def test_always_free_in_office_hours_and_ahead(now: datetime, begins: datetime, hours: int) -> None:
    busy = Stretch.of(begins, begins + timedelta(hours=hours))
    found = meeting_times(now, policy=POLICY, busy=[busy])
    assert found == tuple(sorted(set(found)))
    for each in found:
        assert each >= now + NOTICE
        assert is_office_hours(each, policy=POLICY)
        assert Stretch.of(each, each + LASTS).overlap(busy) is None
