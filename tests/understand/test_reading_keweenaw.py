"""Classes of wording that lot 44 was misread in, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
LOG, CONCERN = Intent.LOG_CONTACT, Intent.SAFETY_CONCERN


def intent(text: str) -> Intent:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).intent


def events(text: str) -> tuple[Item, ...]:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).contacts


@pytest.mark.parametrize(
    ("told", "is_"),
    [
        ("she has lines the whole way round both ankles, like from a rope", CONCERN),
        ("there is a bruise that goes right around her wrist", CONCERN),
        ("her wrists are raw all the way around", CONCERN),
        ("she has a thin red line around her neck", CONCERN),
        ("red wrists, as if somebody tied her", CONCERN),
        ("tiene marcas alrededor de los tobillos, como de una soga", CONCERN),
        ("trae las muñecas marcadas todo alrededor", CONCERN),
        ("she drew rings around her ankles with a marker", LOG),
        ("she had a line around her wrist from a tight bracelet", LOG),
        ("no marks around her wrists or neck", LOG),
        ("she wore her lanyard round her neck and stood in line", LOG),
        ("good marks all round", LOG),
        ("traía una pulsera alrededor de la muñeca", LOG),
    ],
)
def test_marks_go_all_round(told: str, is_: Intent) -> None:
    assert intent(f"Saw Hope at school today at 2, 40 min. {told.capitalize()}.") is is_


@pytest.mark.parametrize(
    ("text", "at", "minutes"),
    [
        ("I was at Ms. Pettway's today from two to ten to three and saw Hope", "11-17 14:00", 50),
        ("saw Hope at school today from one to twenty to three", "11-17 13:00", 100),
        ("saw Hope at school today at ten minutes to three, 20 min", "11-17 14:50", 20),
        ("saw Hope at school today at five minutes past two", "11-17 14:05", None),
        ("saw Hope at school today from ten to eleven", "11-17 10:00", 60),
        ("saw Hope at school today from 2 to 2:50", "11-17 14:00", 50),
    ],
)
def test_an_end_told_as_minutes_before_an_hour(text: str, at: str, minutes: int | None) -> None:
    (item,) = events(text)
    assert item.starts_at is not None
    assert (item.starts_at.strftime("%m-%d %H:%M"), item.minutes) == (at, minutes)


@pytest.mark.parametrize(
    ("told", "on"),
    [
        ("Ms. Pettway called me 8:10 this morning, upset about yesterday", "11-17"),
        ("Ms. Pettway rang me 8:10 this morning, cross over yesterday", "11-17"),
        ("Ms. Pettway called me at 8:10 today, apologizing for yesterday", "11-17"),
        ("Ms. Pettway called me yesterday at 8:10, upset about the bus", "11-16"),
        ("Ms. Pettway called me at 8:10 yesterday, upset", "11-16"),
    ],
)
def test_a_day_that_somebody_is_cross_about(told: str, on: str) -> None:
    call, visit = events(f"{told}. 20 min. Then 1:30 I saw Hope at school.")
    assert [str(one.on)[5:] for one in (call, visit)] == [on, on]


@pytest.mark.parametrize(
    "asked",
    ["Need a hotline call?", "Do we need a report call on this?", "Does this need a call?", "Should I call?"],
)
def test_a_call_that_is_only_asked_about(asked: str) -> None:
    (item,) = events(f"Hope told me at school today 1:40, 25 min, that she is tired. {asked}")
    assert (str(item.method), str(item.place)) == ("in_person", "school")


def test_a_call_that_was_made_is_one() -> None:
    (item,) = events("Hope told me on a call today 1:40, 25 min, that she is tired.")
    assert str(item.method) == "phone"


@pytest.mark.parametrize(
    "row",
    ["1110 tel. Ms. Pettway. 6 min.", "11:10 am tel. Ms. Pettway. 6 min.", "1110 tel Ms. Pettway. 6 min."],
)
def test_a_call_written_tel(row: str) -> None:
    call = events(f"17 NOV\n1. 0905 saw Hope at school. 50 min.\n2. {row}")[1]
    assert (str(call.method), call.minutes) == ("phone", 6)


@pytest.mark.parametrize(
    "told",
    ["asking to see her mother in December", "asks to see her mom", "asking when she can visit her mom"],
)
def test_a_mother_whom_the_child_asks_to_see(told: str) -> None:
    (item,) = events(f"Ms. Pettway by phone, 0830, 9 min. Hope {told}.")
    assert len(item.people) == 1
    assert [str(one) for one in item.types] == ["caseworker_foster_parent"]


def test_a_mother_who_asks_herself_was_met() -> None:
    (item,) = events("Met with Hope's mother today at 2, 30 min, she is asking to see Hope more.")
    assert [str(one) for one in item.types] == ["birth_parent_caseworker"]


def test_a_parent_who_never_come() -> None:
    told = "Hope's visit with her mother was supposed to be today at four at our office"
    (missed,) = events(f"{told} well she never come we waited on her till four thirty five")
    (held,) = events(
        "Hope's visit with her mother today at four at our office, she never come out of her shell"
    )
    assert (str(missed.outcome), str(held.outcome)) == ("attempted", "completed")


def test_the_two_are_the_child_and_the_adult_named() -> None:
    (one,) = events("Terapia de Mateo hoy a las 3 con su mamá. Me senté con los dos, 45 min.")
    assert len(one.children) == 1
    (both,) = events("Vi a Mateo y Valentina hoy a las 3. Me senté con los dos, 45 min.")
    assert len(both.children) == 2


@pytest.mark.parametrize(
    ("said", "there"), [("CG present, interviewed", True), ("Spoke with cg", True), ("CG at work", False)]
)
def test_the_caregiver_written_cg(said: str, there: bool) -> None:
    (item,) = events(f"HV Hope at Ms. Pettway's today 1510-1555. {said}, home ok.")
    assert ("caseworker_foster_parent" in [str(one) for one in item.types]) is there


@pytest.mark.parametrize("day", ["Th 11/19", "Thu 11/19", "11/19"])
def test_a_visit_put_on_another_day(day: str) -> None:
    told = "Hope no show 4pm ofc appt today. tc Ms. Pettway 1625, says H at track."
    found = events(f"{told} Resched {day} 4pm ofc")
    assert [str(one.outcome) for one in found] == ["attempted", "completed", "planned"]
    assert str(found[-1].on) == "2026-11-19"


@pytest.mark.parametrize("came", ["ret'd Sun 2am", "returned Sun 2am", "ret'd home Sun 2am"])
def test_a_child_who_came_back_before_the_visit(came: str) -> None:
    (item,) = events(f"Hope {came}. Saw her at school Mon 1115, 1 hr.")
    assert (str(item.on), item.minutes) == ("2026-11-16", 60)
