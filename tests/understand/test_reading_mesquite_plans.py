"""What is yet to come, what others intend, whose visit it was: classes that lot 30 was misread in."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import children, clock, people

TZ = ZoneInfo("America/New_York")


def events(text: str, *, staff: str = "S005") -> tuple[Item, ...]:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ).contacts


def types(item: Item) -> list[str]:
    return sorted(str(one) for one in item.types)


def told(text: str, *, staff: str = "S005") -> list[tuple[str, str, str]]:
    return [(",".join(children(i)), clock(i) or str(i.on), str(i.outcome)) for i in events(text, staff=staff)]


@pytest.mark.parametrize(
    "then",
    [
        "She intends to see Will at Linden House before the hearing on the 23rd",
        "She'd like to meet with Will at Linden House before court on the 23rd",
        "She is due to visit Will at Linden House on Saturday",
        "Piensa visitar a Will en Linden House antes del 23",
    ],
)
def test_whom_somebody_intends_to_see_was_not_seen(then: str) -> None:
    (item,) = events(f"Called Joan Feldman at 10:45 today. {then}.")
    assert (types(item), str(item.method), item.place) == (["collateral"], "phone", None)


def test_what_i_intend_is_planned() -> None:
    assert told("Called Joan Feldman 10:45 today. I intend to see Will on the 24th at 4")[1:] == [
        ("Will", "11-24 16:00", "planned")
    ]


@pytest.mark.parametrize(
    ("then", "plan"),
    [
        ("A Owen lo veo Thursday 10am en su casa", [("Owen", "11-19 10:00", "planned")]),
        ("A Owen lo veo el jueves a las 10", [("Owen", "11-19 10:00", "planned")]),
        ("El jueves a las 10 veo a Will", [("Will", "11-19 10:00", "planned")]),
        ("Seeing Will Thursday 10am at Linden House", [("Will", "11-19 10:00", "planned")]),
        ("A Owen lo vi el jueves a las 10", [("Owen", "11-12 10:00", "completed")]),
        ("Ms Pettway dice que ya come mejor y que Annette le manda textos at midnight", []),
        ("Ms Pettway dice que se despierta a las 5am", []),
    ],
)
def test_the_present_of_a_day_is_to_come_and_a_habit_no_event(then: str, plan: list[object]) -> None:
    assert told(f"Vi a Hope hoy a las 4 con la Sra Pettway. {then}") == [
        ("Hope", "11-17 16:00", "completed"),
        *plan,
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Saw Will at Linden House 10 today, luego Curtis Coleman con los dos", "Will"),
        ("Vi a Will hoy a las 10, Curtis Coleman platicó con los dos", "Will"),
        ("visita hoy a las 10 con los dos, Annette Hall llegó tarde", "Hope,Will"),
    ],
)
def test_with_the_two_of_us_is_no_sibling(text: str, who: str) -> None:
    assert [one[0] for one in told(text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        (
            "supervised visit Rivera con la mamá today 3:30-4:30 en la oficina. Mateo no quería entrar. "
            "Afterwards me quedé 10 min con ella sola, about the parenting classes"
        ),
        "FV Rivera today 3:30 at the office w/ mom. Mateo read to her. After, stayed 10 min with her re housing",
    ],
)
def test_a_familys_visit_is_all_childrens_and_who_stayed_is_the_parent(text: str) -> None:
    first, *_ = events(text)
    assert (children(first), people(first)) == (["Mateo", "Maya"], ["Lucia Rivera"])
    assert [people(item) for item in events(text)][-1] == ["Lucia Rivera"]


def test_one_alone_at_a_familys_visit_is_one() -> None:
    (item,) = events("supervised visit Rivera w mom today 3:30. Mateo only, Maya has the flu")
    assert children(item) == ["Mateo"]


@pytest.mark.parametrize(
    "then",
    [
        "she's coming to Friday's visit for sure, 4 oclock w both kids at the office",
        "she will be at the visit Friday at 4 with the kids at the office",
    ],
)
def test_who_is_coming_to_a_visit_has_it_yet_to_come(then: str) -> None:
    assert told(f"Lucia Rivera called me at 5:15 today. {then}")[1:] == [
        ("Mateo,Maya", "11-20 16:00", "planned")
    ]


def test_who_is_not_coming_has_no_visit() -> None:
    assert len(events("Lucia Rivera called me at 5:15 today. she is not coming to Friday's visit")) == 1


@pytest.mark.parametrize(
    "then",
    [
        "redoin it thurs same time",
        "we're doing it over thursday at 4:30",
        "la repetimos el jueves a la misma hora",
    ],
)
def test_what_is_done_over_is_planned(then: str) -> None:
    assert told(f"cancelled - Lucia's visit w Mateo and Maya Rivera yesterday 430. {then}") == [
        ("Mateo,Maya", "11-16 16:30", "cancelled"),
        ("Mateo,Maya", "11-19 16:30", "planned"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "today's visit 4 to 5, office, me supervising. Mateo would not get off Lucia's lap the whole hour",
            ["Lucia Rivera"],
        ),
        ("Visit 4-5 today at office, I supervised. Mateo cried in Lucia Rivera's arms", ["Lucia Rivera"]),
        ("Saw Mateo at Ms Thompson's 4 today, he drew a card for Lucia's birthday", []),
    ],
)
def test_who_has_a_lap_there_was_there(text: str, who: list[str]) -> None:
    (item,) = events(text)
    assert (people(item), "birth_parent_child" in map(str, item.types)) == (who, bool(who))


@pytest.mark.parametrize(
    "text",
    [
        "11:00a Will, therapy w/ Jasmine Ward at her office, sat in, 25 min",
        "11a Will in session with Jasmine Ward, I sat in",
    ],
)
def test_sitting_in_on_therapy_is_also_the_therapists(text: str) -> None:
    (item,) = events(text)
    assert sorted(map(str, item.types)) == ["caseworker_child", "collateral"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "went by the petaweys today 4pm, saw Hope in the front yard then sat w Sharon Pettway",
            "foster_home",
        ),
        ("went by the library today 4pm, saw Hope, sat w Sharon Pettway", "community"),
    ],
)
def test_an_unknown_familys_is_the_home_of_those_met(text: str, place: str) -> None:
    assert [str(item.place) for item in events(text)] == [place]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("im off thanksgiving thru that monday, nov 26 to 30, gotta take mama to houston", "2026-11-30"),
        ("im off nov 26, back on the 30th to cover", "2026-11-26"),
    ],
)
def test_a_leave_said_again_by_its_dates_is_as_long(text: str, last: str) -> None:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    period = read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).period
    assert period is not None
    assert str(period.last) == last
