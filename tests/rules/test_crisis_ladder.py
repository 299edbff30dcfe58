"""Whether a crisis sounds the alarm, and who is called in which order."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.rules.escalation import Alarm, Called, Rung, alarm_for, ladder, next_call, step_at
from bot.rules.policy import load_policy

POLICY = load_policy()
NOW = datetime(2026, 11, 22, 3, 15, tzinfo=POLICY.zone)
EVERYONE = {
    "on_call_supervisor": "riley",
    "case_supervisor": "sam",
    "next_level_up": "kim",
    "director": "pat",
}


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


def round_of(office_hours=False, reporter=None, **standing):
    line = ladder(
        {Rung(rung): who for rung, who in standing.items()},
        office_hours=office_hours,
        policy=POLICY,
        reporter_id=reporter,
    )
    return [(each.rung.value, each.person) for each in line]


def names(line):
    return [person for _, person in line if person]


def test_after_hours_the_on_call_supervisor_is_first():
    assert names(round_of(**EVERYONE)) == ["riley", "sam", "pat"]


def test_in_office_hours_the_cases_supervisor_is_first():
    assert names(round_of(office_hours=True, **EVERYONE)) == ["sam", "kim", "pat"]


def test_nobody_is_called_twice_in_a_round():
    one = EVERYONE | {"on_call_supervisor": "sam", "next_level_up": "pat"}
    assert names(round_of(**one)) == names(round_of(office_hours=True, **one)) == ["sam", "pat"]


def test_who_reports_is_not_called():
    assert round_of(reporter="riley", **EVERYONE) == [("case_supervisor", "sam"), ("director", "pat")]


def test_the_order_is_the_profiles():
    order = ("on_call", "backup", "director")
    policy = replace(POLICY, crisis=replace(POLICY.crisis, after_hours=order))
    standing = {Rung.ON_CALL: "dana", Rung.BACKUP: "lee", Rung.DIRECTOR: "pat", Rung.CASE_SUPERVISOR: "sam"}
    line = ladder(standing, office_hours=False, policy=policy)
    assert [each.person for each in line] == ["dana", "lee", "pat"]


def test_an_empty_rung_is_passed_over_at_once_and_told_once():
    line = ladder({Rung.CASE_SUPERVISOR: "sam"}, office_hours=False, policy=POLICY)
    empty, chosen = next_call(line, called=())
    assert [each.rung for each in empty] == [Rung.ON_CALL_SUPERVISOR]
    assert chosen == Called(Rung.CASE_SUPERVISOR, "sam")
    empty, chosen = next_call(line, called=["sam"], said=[Rung.ON_CALL_SUPERVISOR])
    assert ([each.rung for each in empty], chosen) == ([Rung.DIRECTOR], None)


def test_one_after_the_other_until_the_round_is_over():
    line = ladder({Rung(r): who for r, who in EVERYONE.items()}, office_hours=False, policy=POLICY)
    called = []
    while (chosen := next_call(line, called=called)[1]) is not None:
        called.append(chosen.person)
    assert called == ["riley", "sam", "pat"]


def test_the_next_one_five_minutes_later():
    assert step_at(NOW, policy=POLICY) - NOW == timedelta(minutes=5)
