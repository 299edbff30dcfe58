"""That nobody was there or answered, as Spanish and the English of its speakers say it (caseload of S007)."""

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from storage.types import Method, Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ, children, clock, events


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fui hoy a las 4 a casa de ryan y ni el nene ni la senora estaban", ["Ryan"]),
        ("ni ryan ni migdalia estaban cuando fui hoy a las 4", ["Ryan"]),
        ("no estaban ni angel ni luz cuando pase hoy a las 3 por su casa", ["Angel", "Luz"]),
        ("fui hoy a las 5 donde angel y luz y ninguno estaba", ["Angel", "Luz"]),
        ("stopped by at 5 today and neither Jalen nor his aunt were there", ["Jalen"]),
        ("neither of the kids was home when I went today at 4 to see Angel and Luz", ["Angel", "Luz"]),
        ("mother of Paola don't came to the appointment with me today 10am in the office", ["Paola"]),
        ("mom no came to the visit today 3pm with Angel and Luz at the agency", ["Angel", "Luz"]),
        ("mother never come to the visit today at 3 with Luz in the agency", ["Luz"]),
        ("la mama de jalen dejo plantado al nene hoy a las 4 en la agencia", ["Jalen"]),
        ("la mama de jalen quedo mal otra vez, la visita era hoy a las 4 en la agencia", ["Jalen"]),
        ("la mama de jalen no asistio hoy a las 4 a la visita", ["Jalen"]),
        ("a ryan no lo encontre en la escuela hoy a las 11, ya se habia ido", ["Ryan"]),
        ("no encontre a ryan en la escuela hoy a las 11", ["Ryan"]),
        ("nadie me abrio la puerta donde paola hoy a las 5 menos 10", ["Paola"]),
        ("ms alcindor no quiso open the door hoy at 4, leonel was inside", ["Leonel"]),
        ("I was in the house of Ryan today at 4 but there was not nobody", ["Ryan"]),
        ("today at 4 nobody was in the house of Ryan, I touch the door many times", ["Ryan"]),
        ("le marque a la sra figueroa hoy a las 9 y no me agarro el telefono", ["Jaylen"]),
        ("le marque a la sra figueroa hoy a las 9, timbra y timbra", ["Jaylen"]),
        ("I call Ms Figueroa today at 9 and she don't answer me", ["Jaylen"]),
        ("I was calling Ms Figueroa today at 9 and nothing", ["Jaylen"]),
    ],
)
def test_it_is_an_attempt(text: str, named: list[str]) -> None:
    (item,) = events(text, staff="S007", sent=TUESDAY)
    assert (item.outcome, children(item)) == (Outcome.ATTEMPTED, named)


@pytest.mark.parametrize(
    "text",
    [
        "vi a ryan hoy a las 4 donde migdalia, ni el ni ella tenian quejas",
        "hoy 4pm vi a angel y luz donde polanco, ninguno estaba enfermo",
        "saw Jalen at his aunt's today at 4, neither his mom nor dad was there",
        "la mama de jalen me dejo esperando hoy hasta las 4 en la agencia pero llego, tuvo su visita con el",
        "vi a jalen hoy a las 4 donde su tia, ella dice que no asistio a la escuela",
    ],
)
def test_what_was_held_stays_so(text: str) -> None:
    assert all(item.outcome is Outcome.COMPLETED for item in events(text, staff="S007", sent=TUESDAY))


def test_nobody_home_when_i_came_leaves_no_child_alone() -> None:
    text = "nobody was home when I went today at 4 to see Angel and Luz"
    found = read(SAMPLE, staff_id="S007", text=text, sent_at=TUESDAY, tz=TZ)
    assert found.intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "texted Ms Polanco 9:30 today that I'm coming Thursday at 4 to see the kids",
        "le avise a la sra polanco x texto hoy 9:30 q voy el jueves a las 4 a ver a los nenes",
        "hable con la sra polanco hoy 9:30 por telefono, quede de ir el jueves a las 4 a ver a los nenes",
    ],
)
def test_a_visit_announced_in_a_call_is_yet_to_come(text: str) -> None:
    call, visit = events(text, staff="S007", sent=TUESDAY)
    assert (call.outcome, clock(call)) == (Outcome.COMPLETED, "11-17 09:30")
    assert (visit.outcome, clock(visit)) == (Outcome.PLANNED, "11-19 16:00")


def test_where_somebody_else_goes_is_no_plan() -> None:
    text = "hable con la tia denise hoy a las 2 por telefono, ella dice que va el viernes a las 5 al doctor"
    assert len(events(text, staff="S007", sent=TUESDAY)) == 1


def test_a_visit_left_for_another_day_was_called_off() -> None:
    (item,) = events("la visita de ryan de hoy a las 4 quedo pendiente", staff="S007", sent=TUESDAY)
    assert item.outcome is Outcome.CANCELLED


def test_a_weekday_to_come_is_a_plan() -> None:
    text = "hay que llevar a luz al dentista el martes que viene a las 8 y media"
    assert read(SAMPLE, staff_id="S007", text=text, sent_at=TUESDAY, tz=TZ).intent is Intent.PLAN_VISIT
    (item,) = events(text, staff="S007", sent=TUESDAY)
    assert clock(item) == "11-24 08:30"


def test_two_seen_by_video_were_seen_so() -> None:
    text = "hable con angel y luz por videollamada anoche a las 7 y media"
    (item,) = events(text, staff="S007", sent=TUESDAY)
    assert item.method is Method.VIDEO
