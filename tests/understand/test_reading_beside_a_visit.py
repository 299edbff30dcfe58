"""What stands beside a visit: a home without "at", who phoned meanwhile, a baby elsewhere, a day told of."""

from __future__ import annotations

import pytest

from storage.types import EventType, Place
from tests.understand.telling import children, clock, events, people


@pytest.mark.parametrize(
    "text",
    [
        "saw laila 10am ms bryants 30 min",
        "saw laila 1015 ms bryants half hr",
        "hv laila 10am bryants 30 min",
        "saw laila ms bryants today 10am",
        "vi a laila 10am ms bryants 30 min",
        "saw laila 10am at ms bryants 30 min",
    ],
)
def test_a_home_without_at_is_a_place_and_nobody_met(text: str) -> None:
    (item,) = events(text)
    assert (children(item), people(item), item.place) == (["Laila"], [], Place.FOSTER_HOME)
    assert EventType.CASEWORKER_FOSTER_PARENT not in item.types


@pytest.mark.parametrize("text", ["saw hope 3pm ms pettway 30 min", "saw laila 10am w ms bryant 30 min"])
def test_she_herself_named_is_met(text: str) -> None:
    assert len(people(events(text)[0])) == 1


def test_a_child_of_a_facility_met_at_anothers_foster_home() -> None:
    for text in ("will and hope at pettways 3pm 30 min", "will was there when i saw hope at pettways 3pm"):
        assert events(text)[0].place is Place.FOSTER_HOME


@pytest.mark.parametrize(
    "text",
    [
        "ms fermin says tanya called her drunk sat. i called fermin 10am 15 min",
        "ms fermin told me tanya visited sunday. spoke to her 10am 15 min",
        "la sra fermin dice que tanya la llamo el sabado. la llame a las 10am 15 min",
    ],
)
def test_the_day_of_what_she_tells_is_not_the_calls(text: str) -> None:
    assert [clock(item) for item in events(text)] == ["11-09 10:00"]


def test_the_workers_own_act_keeps_its_day() -> None:
    assert clock(events("ms edwards said ok so saw alan saturday at 10am")[0]) == "11-07 10:00"
    assert clock(events("ms edwards says mom called her. spoke to her sat 10am")[0]) == "11-07 10:00"


@pytest.mark.parametrize(
    "text",
    [
        "vi a kelly en casa de ms stokes a las 2, la bebe alice estaba en el doctor",
        "vi a kelly hoy 2pm en casa de ms stokes 30 min la bebe estaba en el medico",
        "saw kelly at ms stokes 2pm the baby was at the doctor",
        "saw kelly at ms stokes 2pm, the baby wasnt home",
    ],
)
def test_a_baby_said_to_be_elsewhere_was_not_seen(text: str) -> None:
    assert children(events(text, staff="S007")[0]) == ["Kelly"]


def test_a_baby_in_the_home_was_seen() -> None:
    for text in (
        "saw kelly at ms stokes 2pm, baby was in her crib",
        "saw kelly and the baby at ms stokes 2pm",
    ):
        assert children(events(text, staff="S007")[0]) == ["Alice", "Kelly"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("conferencia con los santos hoy 2pm oficina vino la mama y el papa no", ["Miriam Santos"]),
        ("reunion con los santos hoy 2pm en la oficina vino el papa la mama no", ["Edwin Santos"]),
        ("conferencia parker hoy 12 a 1 jerome estuvo y la mama no los niños tampoco", ["Jerome Parker"]),
        (
            "reunion con los santos hoy 2pm en la oficina vino el papa y la mama no quiso hablar",
            ["Edwin Santos", "Miriam Santos"],
        ),
    ],
)
def test_who_came_and_who_did_not(text: str, there: list[str]) -> None:
    assert people(events(text, staff="S007")[0]) == there


@pytest.mark.parametrize(
    "text",
    [
        "visita supervisada hoy 3 a 4 oficina luz y angel con la mama, el papa llamo por telefono",
        "visita de angel y luz con la mama en la oficina hoy 3 a 4 el papa les hablo por telefono",
        "supv visit angel n luz w mom 3-4 agency. dad phoned her",
        "supv visit angel n luz w mom 3-4 agency, mom got a call from dad",
    ],
)
def test_who_phoned_during_a_visit_was_not_with_it(text: str) -> None:
    assert people(events(text, staff="S007")[0]) == ["Miriam Santos"]


def test_who_joined_by_phone_or_called_the_worker_counts() -> None:
    assert people(events("saw owen w mom nancy 3-4 agency. dad joined by phone")[0]) == [
        "Nancy Sheridan",
        "Patrick Moran",
    ]
    assert len(events("saw alan 3pm at ms edwards, then mom called me at 5")) == 2
    assert people(events("supv visit owen 3-4 agency. mom called to say she was late, came 310")[0])
