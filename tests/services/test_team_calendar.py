"""Who of the team is off when, and where nobody covers; Riley sees nothing of Sam's team."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.handlers.leave.team_calendar import asks
from bot.services.leave.team_calendar import calendar
from bot.views.leave.team_calendar import calendar_card, calendar_window
from storage.records import Person
from storage.team_calendar import Away, TeamCalendar, WeekAway
from storage.types import Role
from tests.services.small_office import ALEX, DANA, KIM, NOOR, RILEY, SAM, SmallOffice
from tests.services.test_leave_verbs import confirmed


def shown(office: SmallOffice, who: str, first: date | None = None, last: date | None = None) -> str:
    with office.desk(who) as desk:
        blocks = calendar_card(calendar(desk, first, last)).blocks
    return json.dumps(blocks, ensure_ascii=False)


@pytest.mark.parametrize(
    "words",
    [
        "who's off in December?", "Who is on vacation next week", "anyone off on Monday?", "team calendar",
        "show me the team's calendar", "leave calendar for december", "who's out this week?",
        "quién está de vacaciones en diciembre?", "calendario del equipo",
    ],
)  # fmt: skip
def test_it_is_asked_for_in_words(words: str) -> None:
    assert asks(words)


@pytest.mark.parametrize(
    "words",
    [
        "who's on call tonight?", "who is Maya's worker", "Maya was off today at Ms Stone's, fever",
        "I'm off Dec 21 thru Jan 4, Noor covers", "who is off the wall", "mom's out of jail",
    ],
)  # fmt: skip
def test_other_words_ask_for_something_else(words: str) -> None:
    assert not asks(words)


def test_a_supervisor_sees_the_team_and_nobody_another_s(office: SmallOffice) -> None:
    confirmed(office)
    sam, riley, alex = (shown(office, who) for who in (SAM, RILEY, ALEX))
    assert "Dana Ellis" in sam
    assert "covered by Noor Haddad" in sam
    assert "Kim Osei" not in sam
    assert "Kim Osei" in riley
    assert "Dana Ellis covers" not in riley
    assert "Week of Mon Nov 30" not in riley
    assert "Dana Ellis" in alex
    assert "Kim Osei" in alex


def test_a_worker_sees_her_own_and_whom_she_covers(office: SmallOffice) -> None:
    confirmed(office)
    assert "Kim Osei" in shown(office, DANA)
    assert "Dana Ellis" in shown(office, NOOR)
    assert "Week of Mon Nov 30" not in shown(office, KIM)


def test_a_cover_who_is_off_as_well_and_no_cover_are_flagged(office: SmallOffice) -> None:
    confirmed(office)
    confirmed(office, "I'm off Dec 3 thru Dec 9, Dana covers", NOOR)
    confirmed(office, "I'm off Dec 14 thru Dec 15", DANA)
    said = shown(office, SAM)
    assert "*3 without full cover*" not in said, "Noor has no families: nobody is missed"
    assert "*2 without full cover*" in said
    assert "⚠️ Noor Haddad covers, but is *off Thu Dec 3 – Fri Dec 4*" in said
    assert "⚠️ *nobody covers* 2 families" in said


def test_a_month_asked_for_shows_what_lies_in_it(office: SmallOffice) -> None:
    confirmed(office)
    said = shown(office, SAM, date(2026, 12, 1), date(2026, 12, 31))
    assert "Week of Mon Nov 30" in said
    assert "Nobody, Fri Jan 1 – Sun Jan 31, 2027" in shown(office, SAM, date(2027, 1, 1), date(2027, 1, 31))


def test_a_large_agency_s_year_stays_within_what_slack_takes() -> None:
    many = [
        Away(Person(str(n), "Firstname Lastname-Longername", Role.CASEWORKER), date(2026, 11, 9), date(2026, 11, 13),
             date(2026, 12, 24), Person("x", "Somebody Elsewithaname", Role.CASEWORKER), 9)
        for n in range(60)
    ]  # fmt: skip
    weeks = tuple(
        WeekAway(date.fromordinal(date(2026, 11, 9).toordinal() + 7 * n), tuple(many)) for n in range(53)
    )
    found = TeamCalendar(date(2026, 11, 9), date(2027, 11, 9), weeks, 60)
    card, window = calendar_card(found), calendar_window(found)
    assert len(card.blocks) <= 50
    assert len(json.dumps(card.blocks, ensure_ascii=False)) < 13_000
    assert "… and later weeks" in json.dumps(card.blocks, ensure_ascii=False)
    assert len(window["blocks"]) <= 100
    assert len(json.dumps(window)) < 250_000
