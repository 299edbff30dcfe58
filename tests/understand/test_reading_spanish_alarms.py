"""Alarms as Spanish and the English of its speakers tell them, and their harmless neighbours."""

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ, children

ALARMS = (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


def _intent(text: str) -> Intent:
    return read(SAMPLE, staff_id="S007", text=text, sent_at=TUESDAY, tz=TZ).intent


@pytest.mark.parametrize(
    "text",
    [
        "sanaa se me escapo de la casa hace un rato, ayudenme",
        "se nos fugo la nina anoche, es sanaa",
        "leonel se largo de la casa y no contesta",
        "ryan se volo de la escuela a las 2",
        "jalen recogio todas sus cosas y se fue, no sabemos a donde",
        "Luz has a burn in the arm and she say mami did it",
        "Angel have a mark on his back, he don't want to say who",
        "el novio le grito a la nena que la iba a matar",
        "la maestra me dijo que el primo toco a luz en sus partes",
        "sanaa lleva dos noches sin llegar a la casa",
        "dejaron a luz solita toda la noche",
        "la senora dejo a los ninos solos desde ayer",
        "they put Luz on her knees on rice when she is bad",
        "tienen a angel arrodillado en arroz por horas",
        "hay un hombre desconocido durmiendo con los nenes y no sabemos quien es",
    ],
)
def test_a_danger_is_heard(text: str) -> None:
    assert _intent(text) in ALARMS


@pytest.mark.parametrize(
    "text",
    [
        "vi a ryan hoy a las 4 donde migdalia, se le escapo el perro y lo buscamos un rato",
        "hoy a las 4 hable con la sra polanco, se me escapo decirle de la cita",
        "ryan me conto que se murio su gatito, lo vi hoy a las 4 en casa de migdalia",
        "se murio el hamster de luz, la vi hoy a las 4 en casa de polanco",
        "fallecio el tio de jalen la semana pasada, lo vi hoy a las 4 donde su tia denise",
        "vi a leonel hoy a las 4 donde la sra alcindor, le pego a la pinata en su cumple",
        "vi a angel hoy a las 3 donde la sra polanco, toco la guitarra y jugo con las partes del carrito",
        "hoy a las 3 hable con la maestra de jalen por telefono, jalen lleva dos dias sin venir a la escuela",
        "hoy a las 3 luz se quedo sola conmigo para hablar en casa de polanco",
        "Ryan have a mark in the leg from the bike, saw him today at 4 at Ms Migdalia's house",
    ],
)
def test_what_only_sounds_like_it_is_a_note(text: str) -> None:
    assert _intent(text) is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("el doctor benitez me llamo hoy 11:20 por las vacunas de luz", ["Luz"]),
        ("revise el brazo de luz hoy a las 3 donde la sra polanco", ["Luz"]),
        ("banaron a luz antes de la visita, la vi hoy a las 4 donde polanco", ["Luz"]),
        # the light
        ("la sra polanco me enseno el recibo de luz hoy a las 3", ["Angel", "Luz"]),
        ("miriam va a dar a luz en diciembre, la llame hoy a las 3", ["Angel", "Luz"]),
    ],
)
def test_a_name_that_is_a_spanish_word(text: str, named: list[str]) -> None:
    (item,) = read(SAMPLE, staff_id="S007", text=text, sent_at=TUESDAY, tz=TZ).contacts
    assert children(item) == named
