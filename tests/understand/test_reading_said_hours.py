"""Days and hours as Spanish texts them and as its speakers say them in English; sent on Tuesday, 18:40."""

import pytest

from tests.understand.telling import TUESDAY, clock, events


def _when(text: str) -> list[tuple[str, int | None]]:
    return [(clock(item), item.minutes) for item in events(text, sent=TUESDAY)]


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("el mierc pasado 5pm", "11-11 17:00"),
        ("mierc 5pm", "11-11 17:00"),
        ("el juev a las 5", "11-12 17:00"),
        ("el vie 5pm", "11-13 17:00"),
        ("el vier. a las 5 y 10", "11-13 17:10"),
        ("el lun a las 5", "11-16 17:00"),
        ("el mar pasado a las 5", "11-10 17:00"),
        ("el sab a las 5", "11-14 17:00"),
        ("hoy vimos el mar. A las 5", "11-17 17:00"),  # the sea
    ],
)
def test_a_weekday_cut_short_in_spanish_is_that_day(day: str, date: str) -> None:
    assert _when(f"{day} visite a Hope en casa de la sra Pettway") == [(date, None)]


@pytest.mark.parametrize(
    ("said", "hour", "minutes"),
    [
        ("5 menos 20", "16:40", None),
        ("a las cinco menos diez", "16:50", None),
        ("10 pa las 5", "16:50", None),
        ("faltando 20 para las 5", "16:40", None),
        ("tipo 4 y media", "16:30", None),
        ("tipo 4", "16:00", None),
        ("a las 4 con 20", "16:20", None),
        ("a las dieciseis horas", "16:00", None),
        ("a las 15 horas", "15:00", None),
        ("al medio dia", "12:00", None),
        ("de 3 a 4 menos 20", "15:00", 40),
        ("de 3 y media a 4 y 10", "15:30", 40),
        ("desde las 2 hasta pasaditas las 3", "14:00", 60),
        ("desde las 3 por una hora", "15:00", 60),
        ("a las 4 con 20 globos", "16:00", None),  # what was brought
    ],
)
def test_an_hour_as_spanish_says_it(said: str, hour: str, minutes: int | None) -> None:
    assert _when(f"hoy vi a Hope en casa de la sra Pettway {said}") == [(f"11-17 {hour}", minutes)]


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("Yesterday at the 3 in the afternoon", "11-16 15:00"),
        ("Yesterday at the 3", "11-16 15:00"),
        ("Yesterday around the 4 of the afternoon", "11-16 16:00"),
        ("Yesterday from the 3 to the 4", "11-16 15:00"),
        ("Yesterday at 3 and half", "11-16 15:30"),
        ("Yesterday at 4 less 15", "11-16 15:45"),
        ("Before yesterday at 3", "11-15 15:00"),
    ],
)
def test_an_hour_as_speakers_of_spanish_say_it_in_english(said: str, at: str) -> None:
    assert [when for when, _ in _when(f"{said} I saw Hope at Ms Pettway's house")] == [at]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("saw Hope at Ms Pettway's today at 3, asked about the 2 cats", "11-17 15:00"),
        ("Hope tiene diabetes tipo 2, la vi hoy a las 4 en casa de la sra Pettway", "11-17 16:00"),
        ("vi a Hope hoy a las 3 en casa de la sra Pettway, quiere 10 para las 5 amigas", "11-17 15:00"),
    ],
)
def test_numbers_that_are_no_hours_stay_so(text: str, at: str) -> None:
    assert [when for when, _ in _when(text)] == [at]


def test_an_appointment_moved_is_no_hour_with_minutes() -> None:
    assert "11-17 16:50" not in [
        when for when, _ in _when("cambiaron la visita de Hope de las 10 para las 5 hoy")
    ]


def test_the_two_of_us_is_no_hour() -> None:
    (item,) = events(
        "vi a Hope ayer 4:45 en casa de la sra Pettway, hablamos las dos de la escuela", sent=TUESDAY
    )
    assert clock(item) == "11-16 16:45"
