"""Whether a crisis sounds the alarm, and who is called in which order."""

from datetime import datetime, timedelta

import pytest

from bot.rules.escalation import Alarm, Rungs, alarm_for, ladder, rung, step_at
from bot.rules.policy import load_policy

POLICY = load_policy()
NOW = datetime(2026, 11, 22, 3, 15, tzinfo=POLICY.zone)
EVERYONE = Rungs("riley", "sam", "kim", "pat")


def alarm(*, said=False, age=None):
    happened = NOW - age if age is not None else None
    return alarm_for(said=said, happened_at=happened, now=NOW, policy=POLICY)


def test_said_as_a_crisis_it_goes_at_once_however_old():
    assert alarm(said=True, age=timedelta(days=3)) == (Alarm.AT_ONCE, NOW)


@pytest.mark.parametrize("age", [None, timedelta(0), timedelta(hours=11, minutes=59)])
def test_inferred_it_waits_a_minute(age):
    assert alarm(age=age) == (Alarm.AFTER_WAIT, NOW + timedelta(seconds=60))


def test_inferred_and_old_it_is_asked():
    assert alarm(age=timedelta(hours=12)) == (Alarm.ASK, None)


def test_after_hours_the_on_call_supervisor_is_first():
    assert ladder(EVERYONE, office_hours=False) == ("riley", "sam", "pat")


def test_in_office_hours_the_cases_supervisor_is_first():
    assert ladder(EVERYONE, office_hours=True) == ("sam", "kim", "pat")


def test_nobody_is_called_twice_in_a_round():
    assert ladder(Rungs("sam", "sam", "pat", "pat"), office_hours=False) == ("sam", "pat")
    assert ladder(Rungs("sam", "sam", "pat", "pat"), office_hours=True) == ("sam", "pat")


def test_who_reports_is_not_called():
    assert ladder(EVERYONE, office_hours=False, reporter_id="riley") == ("sam", "pat")


def test_an_empty_place_is_passed_over():
    assert ladder(Rungs(None, "sam", None, "pat"), office_hours=False) == ("sam", "pat")
    assert ladder(Rungs(None, None, None, None), office_hours=True) == ()


def test_round_again_every_five_minutes():
    order = ladder(EVERYONE, office_hours=False)
    assert [rung(step, order) for step in range(5)] == ["riley", "sam", "pat", "riley", "sam"]
    assert step_at(NOW, 4, policy=POLICY) - step_at(NOW, 0, policy=POLICY) == timedelta(minutes=20)
    assert rung(0, ()) is None
