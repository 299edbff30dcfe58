"""What must be reported: a checklist with clocks, owed by whoever has the crisis, ticked by a person alone."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from bot.errors import AlreadyDecided, Unusable
from bot.reminders.plan import Planner
from bot.rules.reminders import Kind
from bot.services import due
from bot.services.crisis import crisis, crisis_reading, reports_due
from bot.understand.danger.incidents import incidents_in
from storage.crisis_records import ReportItem
from storage.models import Obligation, OutboxItem
from tests.services.small_office import DANA, RILEY, SmallOffice
from tests.services.test_crisis_verbs import SAID, opened

ABUSE = "saw Tobi at school at 10 am, he has bruises on his arm and says Ms Stone hit him"


def reports(office: SmallOffice, call: str) -> tuple[ReportItem, ...]:
    with office.desk(DANA) as desk:
        return crisis_reading.crisis(desk, call).reports


def owing(office: SmallOffice) -> list[str]:
    with office.db.reading() as session:
        mine = select(Obligation.person_id).where(
            Obligation.kind == Kind.INCIDENT, Obligation.closed_at.is_(None)
        )
        return list(session.scalars(mine))


def pings(office: SmallOffice) -> list[str]:
    Planner(office.db, office.policy).plan(office.now)
    with office.db.reading() as session:
        rows = session.scalars(select(OutboxItem).where(OutboxItem.kind == "incident_reminder"))
        return sorted(f"{row.recipient_id}:{row.details['step']}" for row in rows)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (SAID, ("missing_child",)),
        ("Tobi AWOL since 9pm", ("missing_child",)),
        ("he is not missing, he is in his room", ()),
        ("Tobi is being taken to the ER by ambulance", ("serious_injury",)),
        ("Tobi died tonight at the hospital", ("death",)),
        (ABUSE, ("abuse",)),
        ("ran away and was hit by a car", ("missing_child", "serious_injury")),
        ("saw Maya at school, all well", ()),
        ("Tobi ran from the foster home about 2:30", ("missing_child",)),
        ("he ran out the door and hes gone", ("missing_child",)),
        ("Maya didnt come home from school", ("missing_child",)),
        ("she snuck out the window", ("missing_child",)),
        ("no ha regresado a casa", ("missing_child",)),
        ("cant find him anywhere", ("missing_child",)),
        ("she swallowed pills", ("serious_injury",)),
        ("he fell from the fire escape", ("serious_injury",)),
        ("he took off his coat and ran out of words", ()),
        ("we ran from school to court", ()),
        ("mom ran out of diapers", ()),
    ],
)  # fmt: skip
def test_the_words_offer_a_checklist(words: str, kinds: tuple[str, ...]) -> None:
    assert incidents_in(words) == kinds


def test_a_missing_childs_clocks(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office)
    found = [(each.step, each.due_at - office.now, each.at_once) for each in reports(office, call)]
    day = timedelta(hours=24)
    assert found == [("law_enforcement", day, True), ("ncmec", day, True)]
    assert all(each.made_at is None for each in reports(office, call))
    assert owing(office) == [DANA, DANA]


def test_a_worry_about_abuse_is_oral_at_once_and_written_within_48_hours(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office, ABUSE)
    found = [(each.step, (each.due_at - office.now) // timedelta(hours=1)) for each in reports(office, call)]
    assert found == [("oral_report", 0), ("written_report", 48)]


def test_who_takes_it_on_owes_it_and_is_reminded_at_night(office: SmallOffice) -> None:
    call = opened(office)
    with office.desk(RILEY) as desk:
        crisis.acknowledge(desk, call)
    assert owing(office) == [RILEY, RILEY]
    office.later(hours=5)  # 22:30: quiet hours, which do not hold for this
    assert pings(office) == [f"{RILEY}:two_hours"] * 2
    with office.desk(RILEY) as desk:
        owed = [each for each in due.list_due(desk).owed if each.kind == Kind.INCIDENT]
    assert sorted((each.period, each.family) for each in owed) == [
        ("missing_child:law_enforcement", "Okafor"),
        ("missing_child:ncmec", "Okafor"),
    ]


def test_a_person_ticks_it_once_with_who_when_and_number(office: SmallOffice) -> None:
    call = opened(office)
    police = reports(office, call)[0]
    office.later(minutes=40)
    with office.desk(RILEY) as desk:
        reports_due.made(desk, police.id, called="Ofc. Lee, 40th", at=time(17, 45), number="2231")
    with office.desk(DANA) as desk, pytest.raises(AlreadyDecided, match="Riley Shaw has ticked that"):
        reports_due.made(desk, police.id, called="me too", at=time(18), number="")
    ticked = reports(office, call)[0]
    assert (ticked.called, ticked.number, ticked.made_by and ticked.made_by.id) == (
        "Ofc. Lee, 40th",
        "2231",
        RILEY,
    )
    assert ticked.made_at == office.now - timedelta(minutes=25)
    assert len(owing(office)) == 1
    ncmec = reports(office, call)[1]
    with office.desk(DANA) as desk, pytest.raises(Unusable):
        reports_due.made(desk, ncmec.id, called=" ", at=time(18), number="")


def test_a_clock_that_is_still_to_come_was_yesterdays(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office)
    police = reports(office, call)[0]
    office.later(hours=7)  # 00:30
    with office.desk(DANA) as desk:
        reports_due.made(desk, police.id, called="911", at=time(23, 50), number="")
    assert reports(office, call)[0].made_at == office.now - timedelta(minutes=40)


def test_taken_back_nothing_is_owed_and_alerted_after_all_it_is(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    call = opened(office, "Ms Stone called 5:20 pm, Tobi is being taken to the ER by ambulance")
    with office.desk(DANA) as desk:
        crisis.not_a_crisis(desk, call)
    assert owing(office) == []
    with office.desk(DANA) as desk:
        crisis.alert_now(desk, call)
    assert owing(office) == [DANA]
