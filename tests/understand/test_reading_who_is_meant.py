"""Whose people somebody is, what was before the visit or among others, and whom a call is about."""

from __future__ import annotations

import pytest

from storage.types import EventType, Outcome, Place
from tests.understand.telling import TUESDAY, children, events, people


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        ("S008", "Saw the girls at Ms Auguste today 4:30, she was out, her son Pierre 24 watching them"),
        ("S008", "Saw the girls at Ms Auguste 4:30 today, her nephew Pierre was there"),
        ("S008", "Vi a las niñas hoy a las 4:30 en casa de la sra Auguste, estaba su hijo Pierre"),
    ],
)
def test_somebodys_own_son_is_no_father_of_another_case(staff: str, text: str) -> None:
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert (children(item), people(item)) == (["Guerline", "Nadia"], [])


@pytest.mark.parametrize(
    ("staff", "text", "who"),
    [
        ("S005", "today 330 nichols fh, baby sleeping in her crib, micah on ps5, josefina and i talked", 2),
        ("S005", "saw micah 330 today at ms fermins. Baby clothes are needed", 1),
        ("S013", "Malik home, Nia L at her dad's. 5pm today at Stacy's. Spoke w Stacy", 1),
        ("S005", "Maya seen, Mateo at his dads. 4pm today at ms thompsons", 1),
        ("S005", "Maya seen at ms thompsons 4pm today, Mateo too", 2),
    ],
)
def test_which_children_were_home(staff: str, text: str, who: int) -> None:
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert len(item.children) == who


@pytest.mark.parametrize(
    ("text", "adults"),
    [
        ("spoke w/ tanya nichols by phone 6:10 tonight re both kids, she'd seen dwight, dwight wants in", 1),
        ("marcus teacher ms freedman called 2:15 today, she spoke to ingrid already", 1),
        ("tc w/ kenneth mason 2:50 today. tanya not w him anymore he says", 1),
        ("Eze called me, then conferenced in Whitaker, 3:20 today, abt Laila mason", 2),
        ("saw owen 4pm today at ms daleys. his dad had called her at lunch", 0),
        ("Ms Daley had called me at 3:15 today about owen", 1),
    ],
)
def test_who_was_on_the_call(text: str, adults: int) -> None:
    staff = "S013" if "ingrid" in text else "S005"
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert len(people(item)) == adults


@pytest.mark.parametrize(
    "text",
    [
        "Mr Abramson and I conferred by phone 2:40 today re Hall. Ms Feldman has not gotten back to him.",
        "spoke with Ms Pettway by phone 2:40 today. Ms Hall never called her back.",
    ],
)
def test_who_did_not_call_another_back_misses_no_call(text: str) -> None:
    (item,) = events(text, sent=TUESDAY)
    assert item.outcome is Outcome.COMPLETED


def test_a_child_left_in_class_was_not_seen() -> None:
    text = "Ms Vasquez told me today 2:30 at ps 818 that owen is sad. didnt pull owen out of class"
    (item,) = events(text, sent=TUESDAY)
    assert (item.types, children(item)) == ((EventType.SCHOOL,), ["Owen"])


def test_a_school_that_was_closed_is_no_place() -> None:
    (item,) = events("Saw laila 10am today at Ms Bryant's, daycare closed", sent=TUESDAY)
    assert item.place is Place.FOSTER_HOME


def test_a_carer_of_another_home_in_spanish() -> None:
    text = "hoy 5pm en casa de Rafael con Manny, Rafael y yo platicamos. Las niñas siguen con doña Carmen."
    (item,) = events(text, staff="S006", sent=TUESDAY)
    assert (children(item), people(item)) == (["Emmanuel"], ["Rafael Peña"])


@pytest.mark.parametrize(
    ("staff", "text", "who"),
    [
        ("S015", "Saw Aidan at Mrs Hanley's at 4 today. He asked after Nora and Finn.", ["Aidan"]),
        ("S006", "Javier alone at Ms Tang's 5 today. Julieta + Sebastián w her at the market.", ["Javier"]),
        ("S006", "Saw Javier at Ms Tang's 5 today. Julieta and Sebastián at soccer.", ["Javier"]),
        ("S006", "Javier, Julieta and Sebastián at Ms Tang's 5 today", ["Javier", "Julieta", "Sebastián"]),
        ("S005", "caught mateo at ms thompsons 4:15 today, maya riding bikes w the neighbor kids", ["Mateo"]),
        (
            "S005",
            "saw mateo and maya at ms thompsons 4:15 today, riding bikes in the driveway",
            ["Mateo", "Maya"],
        ),
    ],
)
def test_siblings_asked_after_or_away_together(staff: str, text: str, who: list[str]) -> None:
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert children(item) == who


def test_none_of_them_was_home() -> None:
    text = "none of the Lawson kids were home when I went to Ms Dorsey's at 4 today; she and I talked"
    (item,) = events(text, staff="S009", sent=TUESDAY)
    assert EventType.CASEWORKER_CHILD not in item.types


def test_two_adults_at_a_childs_school() -> None:
    (item,) = events(
        "Ms Bryant and Ms Mason both at Laila's school 10 today, we met w the teacher", sent=TUESDAY
    )
    assert people(item) == ["Brenda Bryant", "Tanya Mason"]
