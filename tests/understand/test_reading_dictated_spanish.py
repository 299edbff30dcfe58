"""Spanish dictated without a stop: where the next visit begins, and everyday news that alarms nobody."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from storage.types import Method, Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)


def reading(text: str, staff: str = "S007") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ)


def events(text: str, staff: str = "S007") -> list[tuple[str, str, str]]:
    """Of each event the children, day and hour, and what became of it."""
    return [
        (
            " ".join(sorted(SAMPLE.children[child].first_name for child in item.children)),
            item.starts_at.strftime("%d %H:%M") if item.starts_at else str(item.on),
            item.outcome.value,
        )
        for item in reading(text, staff).contacts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "hoy vi a jaylen en casa de la senora figueroa a las 3 despues pase por la casa de los santos pero"
                " nadie abrio la puerta eran como las cinco"
            ),
            [("Jaylen", "09 15:00", "completed"), ("Angel Luz", "09 17:00", "attempted")],
        ),
        (
            (
                "hoy fui al colegio de angel y luz a las 8 y media la maestra dice que angel llega tarde y que luz se"
                " porta bien despues a las 11 visite a ryan en la casa de la senora migdalia estaba enfermo"
            ),
            [("Angel Luz", "09 08:30", "completed"), ("Ryan", "09 11:00", "completed")],
        ),
        (
            (
                "hoy a las 9 hable con la maestra de luz me conto que no come bien en el colegio a las 11 vi a ryan en"
                " su casa"
            ),
            [("Luz", "09 09:00", "completed"), ("Ryan", "09 11:00", "completed")],
        ),
        (
            (
                "hoy tuve visita con winnie en casa de la senora carter a las cuatro y media la senora dice que va a la"
                " escuela antes de eso a las tres pase por la casa de los santos y no habia nadie"
            ),
            [("Winnie", "09 16:30", "completed"), ("Angel Luz", "09 15:00", "attempted")],
        ),
        (
            (
                "el viernes a las cuatro pase por casa de ryan y la senora migdalia me dijo que estaba donde su madrina"
                " hable con ella veinte minutos todo en orden hoy lunes volvi a las tres y media y ahi si vi a ryan"
            ),
            [("Ryan", "06 16:00", "completed"), ("Ryan", "09 15:30", "completed")],
        ),
        (
            (
                "la senora carmen me llamo hoy a las diez que quiere ver al nino le dije que tengo que preguntar y a las"
                " cuatro y cuarto vi a jaylen en casa de la senora figueroa"
            ),
            [("Jaylen", "09 10:00", "completed"), ("Jaylen", "09 16:15", "completed")],
        ),
        (  # One visit, with its hour behind its verb
            "visite a ryan hoy en la escuela a la una y cuarto hable con el como media hora en la oficina",
            [("Ryan", "09 13:15", "completed")],
        ),
        (  # What somebody else does then is told
            (
                "hoy a las 9 llame a la senora polanco dice que angel falto ayer y que despues de la escuela lo recoge su"
                " hermano"
            ),
            [("Angel", "09 09:00", "completed")],
        ),
        (  # What she wishes is no day of mine
            "la senora polanco me dijo hoy a las 9 por telefono que la mama quiere que el domingo la llame",
            [("Angel Luz", "09 09:00", "completed")],
        ),
        (
            "el sabado de once a una lleve a jalen a ver a su mama tiffany al parque estaba contento",
            [("Jalen", "07 11:00", "completed")],
        ),
    ],
)
def test_the_next_event_begins_with_the_hour_before_its_verb(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hoy vi a jaylen a las 3 en casa despues a las 5 pase por la casa de los perez y no habia nadie",
        "hoy vi a jaylen a las 3 en casa despues pase por la casa de los guzman pero nadie abrio a las cinco",
    ],
)
def test_a_home_of_people_nobody_knows_is_no_visit_to_the_child_before(text: str) -> None:
    told = reading(text)
    assert told.contacts[1].children == ()
    assert "child" in told.ask


def test_a_home_of_people_nobody_knows_is_asked_about_in_english_too() -> None:
    text = "Saw Brandon at home at 3, then stopped by the Smiths at 5, no one home"
    assert reading(text, "S005").contacts[1].children == ()
    known = "Saw Brandon at home at 3, then went to the Halls at 5, nobody home"
    assert len(reading(known, "S005").contacts[1].children) == 2


@pytest.mark.parametrize(
    "text",
    [
        "la senora stokes llevo a la bebe alice al doctor hoy a las 11 me dijo que no tiene nada",
        "llevaron a leonel al doctor hoy a las 3 le hicieron placas y no tiene nada en los pulmones",
        "hoy fui a ver a jaylen a las 3 me conto que el viernes tuvo una pelea en la escuela con otro nino",
        "visite a angel y a luz hoy a las 4 tuvieron una pelea por un juguete",
        "la maestra me llamo a las 9 jaylen tuvo una pelea y lo suspendieron dos dias",
        "angel estaba con fiebre 38 y medio lo vi hoy a las 3 le dije que lo lleve al doctor manana",
        "hoy a las 3 la senora polanco me pidio que la recoja de la escuela a luz",
        "el papa de leonel el senor tejada esta preso me dijo la mama hoy por telefono a las 3",
        "la mama de leonel sigue presa hable con la senora alcindor hoy a las 3",
        "la abuela de jaylen me llamo hoy a las diez quiere llevarse al nino el fin de semana",
    ],
)
def test_everyday_news_alarms_nobody(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "la maestra me llamo a las 9 jaylen tuvo una pelea con otro nino y le rompieron la nariz",
        "jaylen esta en una pelea con un cuchillo ahora mismo en la casa",
        "hubo una pelea entre los papas a las 9 delante de los ninos",
        "a la mama de leonel se la llevaron presa anoche",
        "leonel fue arrestado hoy a las 3 en la escuela",
        "la senora polanco me llamo a las 3 quiere que lo saquen de su casa hoy",
        "me llamo la senora polanco a las 3 dice que me los lleve ya que no puede mas",
        "visite a leonel hoy a las 3 los ninos no tienen nada para comer",
        "hoy a las 3 abri la nevera de la senora alcindor y no hay nada",
    ],
)
def test_danger_in_the_same_words_is_heard(text: str) -> None:
    assert reading(text).intent in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


@pytest.mark.parametrize(
    "text",
    [
        "la mama de ryan llamo esta manana a las diez",
        "la abuela de jaylen me llamo esta tarde a las 4",
        "hoy a las 5 pase por la casa de los santos y no habia nadie",
    ],
)
def test_a_part_of_the_day_or_an_empty_house_is_no_danger_to_ask_about(text: str) -> None:
    assert [q.slot for q in reading(text).questions if q.slot == "alarm"] == []


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("Today I saw Brandon at school at 1:15, his brother was home.", "S005"),
        ("Yesterday I visited Laila at 4 at Ms Bryant's.", "S005"),
        ("hoy vi a jaylen en casa de la senora figueroa a las 3", "S007"),
    ],
)
def test_a_day_said_elsewhere_in_the_sentence_is_not_assumed(text: str, staff: str) -> None:
    assert [mark for mark in reading(text, staff).marks if mark.slot == "date"] == []


def test_a_day_that_nobody_said_is_assumed() -> None:
    assert [m.slot for m in reading("Saw Brandon at school at 1:15", "S005").marks if m.slot == "date"]


def test_what_is_to_come_is_a_plan_beside_what_was_done() -> None:
    text = (
        "hoy a las dos y media hable por telefono con la senora qiu yue la mama de winnie y el miercoles a las diez"
        " voy a ver a winnie en casa de la senora carter"
    )
    call, visit = reading(text).contacts
    assert call.method is Method.PHONE
    assert (visit.outcome, visit.starts_at) == (
        Outcome.PLANNED,
        datetime(2026, 11, 11, 10, 0, tzinfo=TZ),
    )


@pytest.mark.parametrize(
    ("text", "staff", "on"),
    [
        ("llevar a luz al alergista el jueves a las 10", "S007", 12),
        ("visitar a jaylen el miercoles a las 4", "S007", 11),
        ("recoger a kelly en la escuela manana a las 3", "S007", 10),
        ("take Owen to the allergist Thursday at 10", "S005", 12),
        ("Pick up Brandon Thursday at 3", "S005", 12),
    ],
)
def test_a_bare_infinitive_with_a_day_is_a_plan(text: str, staff: str, on: int) -> None:
    told = reading(text, staff)
    assert told.intent is Intent.PLAN_VISIT
    assert told.contacts[0].on is not None
    assert (told.contacts[0].on.day, len(told.contacts[0].children)) == (on, 1)


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("Llevar a Luz al doctor el lunes, salió bien", "S007"),
        ("Take Owen to the dentist Friday, no cavities", "S005"),
    ],
)
def test_an_infinitive_with_its_result_is_none(text: str, staff: str) -> None:
    assert reading(text, staff).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("el papa de leonel esta preso me dijo la mama hoy por telefono a las 3", "Francisca Ortiz"),
        ("leonel esta enfermo me dijo la senora alcindor hoy por telefono a las 3", "Roseline Alcindor"),
        ("me escribio por texto el senor edwin santos que esta en la carcel hoy a las 3", "Edwin Santos"),
    ],
)
def test_who_is_named_behind_what_she_told_me_is_the_one_who_told(text: str, who: str) -> None:
    assert [SAMPLE.contacts[one].name for one in reading(text).contacts[0].people] == [who]


def test_an_email_that_tells_of_a_missed_appointment_is_one_that_came() -> None:
    (item,) = reading(
        "me escribio un correo hoy a las 3 la senora polanco que angel falto a la cita"
    ).contacts
    assert (item.method, item.outcome) == (Method.EMAIL, Outcome.COMPLETED)


def test_an_hour_and_a_half_is_a_length() -> None:
    assert reading("hoy a las 10 visite a leonel en su casa duro hora y media").contacts[0].minutes == 90


def test_the_morning_said_of_one_hour_is_not_that_of_two_o_clock() -> None:
    text = "hoy por la manana a las diez vi a leonel en su casa y a las dos y cuarto fui a ver a ryan a la escuela"
    assert [when for _, when, _ in events(text)] == ["09 10:00", "09 14:15"]


def test_the_last_hour_told_is_not_when_it_began() -> None:
    text = "hoy a las tres vi a leonel en la oficina con su mama la senora alcindor lo recogio a las cuatro"
    assert [when for _, when, _ in events(text)] == ["09 15:00"]


def test_two_families_each_with_an_hour_are_never_one_event() -> None:
    text = (
        "hoy la senora polanco llevo a luz a vacunar a las nueve y la doctora dice que esta bien de peso eso me lo"
        " dijo por telefono a las once y media y a las dos fui a ver a jaylen en la escuela"
    )
    assert [who for who, _, _ in events(text)] == ["Luz", "Jaylen"]


def test_from_there_to_another_family_is_another_event() -> None:
    text = (
        "a la una lleve a luz al alergista con la senora polanco despues la deje en la guarderia y de ahi fui a ver"
        " a jaylen a la escuela hable con el dean samuels a las cuatro y media"
    )
    assert [(who, when) for who, when, _ in events(text)] == [("Luz", "09 13:00"), ("Jaylen", "09 16:30")]


def test_a_weekday_before_a_verb_without_its_hour_is_no_new_day() -> None:
    text = (
        "ayer domingo visite a leonel a las dos en casa de la senora alcindor me dijo que si sigue con tos lo lleva a"
        " la clinica el martes hable con leonel a solas despues llame al papa pero no contesto"
    )
    assert {item.on.day for item in reading(text).contacts if item.on} == {8}


def test_how_long_i_was_there_begins_no_event() -> None:
    text = (
        "fui a ver a angel y a luz ayer en casa de la senora polanco a las cuatro y cuarto estan bien despues pase por"
        " casa de la senora figueroa a ver a jaylen a las cinco y media estuve media hora no queria hablar mucho"
    )
    assert events(text) == [("Angel Luz", "08 16:15", "completed"), ("Jaylen", "08 17:30", "completed")]
