"""Plans of a week told as a list, what is yet to be held on a bare weekday, and a visit that fell through."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 10, 16, 50, tzinfo=TZ)  # a Tuesday
KEVIN, DARNELL, KEISHA, LUIS, ANDRE = "S006", "S011", "S013", "S014", "S016"


def reading(staff: str, text: str) -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)


def told(staff: str, text: str) -> list[str]:
    """Of each event: the children, the day and hour, what came of it."""
    return [
        f"{','.join(SAMPLE.children[c].first_name for c in i.children)} "
        f"{f'{i.starts_at:%m-%d %H:%M}' if i.starts_at else f'{i.on:%m-%d}'} {i.outcome.value}"
        for i in reading(staff, text).contacts
        if i.outcome
    ]


@pytest.mark.parametrize(
    "text",
    [
        "so this week: Tiana weds 4, Alice thurs 4:30",
        "this week - Tiana weds 4pm, Alice thurs 430",
        "this week I have Tiana weds 4pm and Alice thurs 4:30pm",
        "esta semana: Tiana miércoles 4pm, Alice jueves 4:30",
        "esta semana tengo a Tiana el miércoles a las 4 y a Alice el jueves a las 4:30",
    ],
)
def test_a_weeks_list_is_planned(text: str) -> None:
    assert told(ANDRE, text) == ["Tiana 11-11 16:00 planned", "Alice 11-12 16:30 planned"]


def test_each_row_has_its_own_day() -> None:
    text = "so this week: Tiana weds 4, Alice thurs 4:30, call Ms Boyle Friday"
    assert [item.on.day for item in reading(ANDRE, text).contacts if item.on] == [11, 12, 13]
    assert told(ANDRE, "next week: Tiana mon 4, Alice weds 4:30") == [
        "Tiana 11-16 16:00 planned",
        "Alice 11-18 16:30 planned",
    ]


@pytest.mark.parametrize(
    "text", ["this week: Tiana mon 4, all good", "this week I saw Tiana mon 4 and Alice today at 2"]
)
def test_a_week_that_was_is_logged(text: str) -> None:
    assert reading(ANDRE, text).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    ("staff", "text", "when"),
    [
        (KEISHA, "I have court for the Tejadas Friday at 11.", "13 11:00"),
        (KEISHA, "tengo corte de los Tejada el viernes a las 11", "13 11:00"),
        (KEISHA, "we have a hearing on the Lawson case Thursday 10am", "12 10:00"),
        (LUIS, "el viernes 10am llamo a la escuela de Esperanza, Mr Delaney", "13 10:00"),
        (LUIS, "el jueves visito a Tasnim a las 4", "12 16:00"),
        (DARNELL, "Fri 10am I'm calling JT's school", "13 10:00"),
        (DARNELL, "I take JT to the dentist Wednesday at 3", "11 15:00"),
        (DARNELL, "I have JT thurs 4", "12 16:00"),
    ],
)
def test_the_present_of_a_weekday_is_to_come(staff: str, text: str, when: str) -> None:
    found = reading(staff, text)
    assert found.intent is Intent.PLAN_VISIT
    assert [f"{item.starts_at:%d %H:%M}" for item in found.contacts if item.starts_at] == [when]


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        (KEISHA, "I had court for the Tejadas Friday at 11."),
        (KEISHA, "Court for the Tejadas Friday at 11, judge adjourned"),
        (LUIS, "el viernes a las 10 llamé a la escuela de Esperanza, Mr Delaney"),
        (LUIS, "el jueves la mamá de Islande llamó a la oficina a las 4"),
        (DARNELL, "I have seen JT Friday at 4 at home"),
        (DARNELL, "I took JT to the dentist Wednesday at 3"),
        (DARNELL, "I called JT's school Friday at 10, they have court monday"),
    ],
)
def test_what_was_stays_a_log(staff: str, text: str) -> None:
    assert reading(staff, text).intent is Intent.LOG_CONTACT


def test_court_to_come_told_behind_a_visit_is_not_filed_as_held() -> None:
    assert told(ANDRE, "saw Tiana today at 3, I have court for her Friday at 11") == [
        "Tiana 11-10 15:00 completed"
    ]


@pytest.mark.parametrize(
    ("staff", "text", "expected"),
    [
        (
            DARNELL,
            (
                "Next Tuesday I have a case conference with ACS on the Fosters at 10 "
                "and Wednesday I take JT to the dentist at 3."
            ),
            ["Kayla,Khalil 11-17 10:00 planned", "James 11-18 15:00 planned"],
        ),
        (
            LUIS,
            (
                "la próxima semana el martes tengo conferencia de caso con ACS para los Guzmán a las diez "
                "y el miércoles llevo a Micah al doctor"
            ),
            ["Alejandro,Camila,Alexa 11-17 10:00 planned", "Micah 11-18 planned"],
        ),
        (
            DARNELL,
            "visit with JT thursday at 4, his grandma is coming friday",
            ["James 11-12 16:00 planned"],
        ),
    ],
)
def test_plans_of_two_families_are_two(staff: str, text: str, expected: list[str]) -> None:
    assert told(staff, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "voy a ver a Tasnim el jueves, no wait, Tasnim no. Fiona el jueves a las 4",
        "voy a ver a Yandel el jueves, no wait Yandel no es mío todavía. Fiona el jueves a las 4",
        "I'm seeing Tasnim Thursday, no wait, not Tasnim. Fiona Thursday at 4",
        "I'm seeing Tasnim Thursday, no wait, Tasnim's not mine. Fiona Thursday at 4",
    ],
)
def test_who_is_named_again_and_denied_is_out(text: str) -> None:
    assert told(LUIS, text) == ["Fiona 11-12 16:00 planned"]


@pytest.mark.parametrize(
    ("staff", "text", "day"),
    [
        (KEVIN, "Saturday's visit with Manny and his mom never happened.", 7),
        (KEVIN, "The Saturday visit with Manny never took place", 7),
        (DARNELL, "la visita de ayer de JT con la mamá nunca se dio", 9),
        (
            DARNELL,
            (
                "ayer la visita de JT con la mamá no se dio por el tren, ella llegó a las 3 "
                "y cerramos el cuarto a las 2:30"
            ),
            9,
        ),
        (DARNELL, "ayer JT y su mamá no tuvieron la visita, ella llegó a las 3", 9),
    ],
)
def test_what_never_happened_was_called_off(staff: str, text: str, day: int) -> None:
    (item,) = reading(staff, text).contacts
    assert (item.outcome, item.on and item.on.day) == (Outcome.CANCELLED, day)


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday's visit with JT and his mom happened at 3",
        "saw JT at school today at 3, he says the fight never happened",
        "visit with JT and mom today at 3, she said it never happened before",
    ],
)
def test_what_happened_was_held(text: str) -> None:
    (item,) = reading(DARNELL, text).contacts
    assert item.outcome is Outcome.COMPLETED


@pytest.mark.parametrize(
    ("staff", "text", "child"),
    [
        (
            LUIS,
            "no se dio la visita de Micah hoy porque se enfermó la foster mom, la vemos el jueves a las 4",
            "Micah",
        ),
        (LUIS, "la visita de Micah de hoy se canceló, la hacemos el jueves a las 4", "Micah"),
        (
            KEVIN,
            "Manny's visit today didn't happen, foster dad is sick, we see him Thursday at 4",
            "Emmanuel",
        ),
        (
            KEVIN,
            "no visit with Manny today, foster dad is sick. We see him Thursday at 4 instead",
            "Emmanuel",
        ),
    ],
)
def test_a_visit_that_fell_through_and_its_new_day(staff: str, text: str, child: str) -> None:
    assert told(staff, text) == [f"{child} 11-10 cancelled", f"{child} 11-12 16:00 planned"]
