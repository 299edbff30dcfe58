"""A child of whom nobody knows, and one named beside another whose name fits two."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.parts import Reading
from bot.understand.reading import read
from tests.understand.agencies import LAKEBRIDGE, SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)


def reading(agency: Agency, staff: str, text: str) -> Reading:
    return read(agency, staff_id=staff, text=text, sent_at=SENT, tz=TZ)


@pytest.mark.parametrize(
    ("agency", "staff", "text"),
    [
        (SAMPLE, "S005", "saw Brian at Ms Thompsons 3pm today"),
        (SAMPLE, "S005", "saw brian at ms thompsons 3pm today"),
        (SAMPLE, "S005", "home visit w/ Tyrese at Ms Estrada's today 4pm, talked w/ Ms Estrada"),
        (SAMPLE, "S005", "visité a Brayan en casa de la Sra Thompson hoy a las 3pm"),
        (LAKEBRIDGE, "T04", "met with Ignatius at Greta Nyberg's 3pm today"),
    ],
)
def test_a_child_nobody_knows_is_asked_about(agency: Agency, staff: str, text: str):
    got = reading(agency, staff, text)
    assert got.contacts[0].children == ()
    assert got.ask == ("child",)


def test_a_stranger_is_not_the_child_of_another_event():
    got = reading(SAMPLE, "S005", "saw Hope at the agency 1pm today. Saw Brian at Ms Thompson's 3pm")
    assert [item.children for item in got.contacts] == [("P0005",), ()]
    assert got.ask == ("child",)


@pytest.mark.parametrize(
    "text",
    [
        "visited the foster home at Ms Thompson's 3pm today, saw everyone",
        "saw Ms Thompson at her house 3pm today",
        "saw everybody at Ms Thompson's 3pm today",
        "met with Ms Thompson at Bridgeview today 3pm",
    ],
)
def test_whoever_is_no_stranger_raises_no_question(text: str):
    got = reading(SAMPLE, "S005", text)
    assert got.contacts[0].children == ("P0001", "P0002")
    assert got.ask == ()


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("met w maya and will at the agency 1-2pm today, played uno", "P0004"),
        ("saw Hope and Maya at the park today 3pm", "P0005"),
        ("vi a Will y a Maya en la agencia hoy a las 3pm", "P0004"),
    ],
)
def test_the_one_known_stays_beside_the_one_asked_about(text: str, known: str):
    got = reading(SAMPLE, "S005", text)
    assert got.contacts[0].children == (known,)
    (question,) = got.questions
    assert (question.slot, set(question.candidates)) == ("child", {"P0001", "P0003"})


def test_a_sibling_beside_the_name_settles_it():
    got = reading(SAMPLE, "S005", "met with Maya and Mateo at the agency today 2pm")
    assert got.contacts[0].children == ("P0001", "P0002")
    assert got.ask == ()
