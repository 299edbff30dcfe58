"""A person's day by role: what waits, with its figures; nobody sees what is not theirs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.handlers.home import draw
from bot.services.home import day_of
from bot.services.review import delegates, later_dates
from storage.home import HomeDay
from tests.services.follower import TUESDAY, WEDNESDAY
from tests.services.small_office import ALEX, DANA, JO, RILEY, ROBIN, SAM, SmallOffice


def home(office: SmallOffice, who: str) -> HomeDay:
    with office.desk(who) as desk:
        return day_of(desk)


def totals(day: HomeDay) -> dict[str, int]:
    return {group.name: group.total for group in day.groups}


def test_the_workers_and_the_supervisors_day(office: SmallOffice) -> None:
    note = office.submitted()
    office.draft(text="saw Tobi Okafor today 3pm at school, 20 min")
    assert totals(home(office, DANA))["note"] == 1
    assert totals(home(office, SAM)) == {"review": 1}
    assert home(office, SAM).approvable == 0
    office.opens(note)
    assert home(office, SAM).approvable == 1
    office.returns(note)
    assert totals(home(office, SAM)) == {"meeting": 1}
    assert totals(home(office, DANA))["returned"] == 1
    assert totals(home(office, RILEY)) == {}
    office.later(days=9)
    late = home(office, SAM)
    assert late.overdue == 1
    assert [each.who for each in late.late] == ["Dana Ellis"]


def test_the_director_sees_exceptions_and_figures(office: SmallOffice) -> None:
    note = office.returns(office.submitted())
    with office.desk(SAM) as desk:
        later_dates.set_later(desk, note.id, date(2026, 11, 20), "in court")
    day = home(office, ALEX)
    assert [each.reason for each in day.exceptions] == ["in court"]
    assert len(day.weeks) == 1
    assert home(office, SAM).exceptions == ()
    assert day.round_again == ()
    office.later(days=8)
    assert [each.id for each in home(office, ALEX).round_again] == [note.id], "for a week without a decision"


def test_delegates_stand_on_the_home(sqlite_office: SmallOffice) -> None:
    with sqlite_office.desk(SAM) as desk:
        delegates.propose(desk, delegate_id=RILEY, first=TUESDAY, last=WEDNESDAY, key="k", confirmed=True)
    assert [each.delegate for each in home(sqlite_office, SAM).delegates] == ["Riley Shaw"]
    sqlite_office.later(days=5)
    assert home(sqlite_office, SAM).delegates == ()


def test_the_administrator_sees_the_rosters_health_and_no_child(sqlite_office: SmallOffice) -> None:
    sqlite_office.submitted()
    with sqlite_office.desk(JO) as desk:
        shown = str(draw(desk))
    for name in ("Maya", "Okafor", "M.O."):
        assert name not in shown
    assert "Roster" in shown


@pytest.mark.parametrize("who", [DANA, SAM, ALEX, ROBIN, JO])
def test_every_home_can_be_drawn_at_any_hour(sqlite_office: SmallOffice, who: str) -> None:
    sqlite_office.returns(sqlite_office.submitted())
    for hours in (0, 6, 14, 24 * 30):
        sqlite_office.now += timedelta(hours=hours)
        with sqlite_office.desk(who) as desk:
            assert draw(desk)["type"] == "home"
