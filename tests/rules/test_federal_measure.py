"""The federal monthly caseworker visit measure, and the clocks of incidents and hearings."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.federal import (
    ChildMonth,
    federal_child_month,
    federal_measure,
    federal_year,
    months_of_federal_year,
)
from bot.rules.incidents import Incident, IncidentStep, hearing_clocks, report_clocks
from bot.rules.months import Month
from bot.rules.policy import load_policy

POLICY = load_policy()
NOVEMBER = Month(2026, 11)
LEARNED = datetime(2026, 10, 31, 22, 10, tzinfo=POLICY.zone)


def months(all_of_them, visited, at_home):
    return [ChildMonth(f"P{n}", NOVEMBER, n < visited, n < at_home) for n in range(all_of_them)]


def test_the_measure_and_the_children_behind_it():
    measure = federal_measure(months(200, 180, 80), policy=POLICY)
    assert (measure.visited_percent, measure.visited_shortfall) == (90, 5)
    assert measure.residence_percent == pytest.approx(44.44, abs=0.01)
    assert measure.residence_shortfall == 6
    assert [len(each) for each in (measure.all_months, measure.visited, measure.at_residence)] == [
        200,
        180,
        80,
    ]


def test_a_visit_at_home_that_is_no_visit_counts_nowhere():
    odd = ChildMonth("P1", NOVEMBER, visited=False, at_residence=True)
    assert federal_measure([odd], policy=POLICY).at_residence == ()


def test_with_no_child_there_is_no_percentage():
    measure = federal_measure([], policy=POLICY)
    assert (measure.visited_percent, measure.residence_percent) == (None, None)
    assert (measure.visited_shortfall, measure.residence_shortfall) == (0, 0)


@pytest.mark.parametrize(
    ("visited", "shortfall"), [(950, 0), (949, 1), (940, 1), (939, 2), (1000, 0), (0, 95)]
)
def test_shortfalls_are_whole_points_rounded_up(visited, shortfall):
    assert federal_measure(months(1000, visited, 0), policy=POLICY).visited_shortfall == shortfall


def test_a_child_never_in_care_and_one_of_unknown_age():
    assert not federal_child_month(entered=None, left=None, month=NOVEMBER)
    assert federal_child_month(entered=date(2020, 1, 1), left=None, month=NOVEMBER, born=None)


@pytest.mark.parametrize(("month", "counts"), [(Month(2026, 2), True), (Month(2026, 3), False)])
def test_a_leap_day_birthday_is_over_on_the_first_of_march(month, counts):
    born = date(2008, 2, 29)
    assert federal_child_month(entered=date(2020, 1, 1), left=None, month=month, born=born) is counts


def test_turning_18_on_the_first_ends_it_that_month():
    born = date(2008, 11, 1)
    assert not federal_child_month(entered=date(2020, 1, 1), left=None, month=NOVEMBER, born=born)


def test_the_federal_year_runs_from_october():
    year = months_of_federal_year(2027)
    assert (year[0], year[-1], len(year)) == (Month(2026, 10), Month(2027, 9), 12)
    assert federal_year(date(2026, 9, 30)) == 2026
    assert federal_year(date(2026, 10, 1)) == 2027
    assert list(year) == sorted(year)


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_every_day_lies_in_its_federal_year(day):
    assert Month.of(day) in months_of_federal_year(federal_year(day))


def test_a_missing_child_is_reported_to_two_at_once_and_within_24_hours():
    steps = report_clocks(Incident.MISSING_CHILD, LEARNED, policy=POLICY)
    assert [each.step for each in steps] == [IncidentStep.LAW_ENFORCEMENT, IncidentStep.NCMEC]
    assert all(each.at_once for each in steps)
    assert {each.due for each in steps} == {datetime(2026, 11, 1, 21, 10, tzinfo=POLICY.zone)}  # a 25 h day


@pytest.mark.parametrize("incident", [Incident.DEATH, Incident.SERIOUS_INJURY])
def test_death_and_injury_go_to_the_state_within_24_hours(incident):
    (step,) = report_clocks(incident, LEARNED, policy=POLICY)
    assert step.step is IncidentStep.STATE_REPORT
    assert (step.due - LEARNED.astimezone(step.due.tzinfo)) == timedelta(hours=24)


def test_abuse_is_told_at_once_and_written_within_48_hours():
    oral, written = report_clocks(Incident.ABUSE, LEARNED, policy=POLICY)
    assert (oral.at_once, written.at_once) == (True, False)
    assert oral.due == LEARNED
    assert written.due - oral.due == timedelta(hours=48)


def test_a_hearings_consultation_and_report():
    clocks = hearing_clocks(datetime(2027, 1, 20, 9, 30, tzinfo=POLICY.zone), policy=POLICY)
    assert clocks.consultation_from == datetime(2026, 11, 21, tzinfo=POLICY.zone)
    assert clocks.report_due == datetime(2027, 1, 6, 23, 59, 59, tzinfo=POLICY.zone)
