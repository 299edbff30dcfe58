"""Who came for a child, what the school sent with it, who never called back, how long it was seen alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.opinion.advisor import shipped
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 10, 17, 40, tzinfo=TZ)


def only(staff: str, text: str) -> Item:
    reading = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)
    (item,) = reading.contacts
    return item


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        (
            "S011",
            "The grandma for JT came to the office today around eleven, she wants to visit him saturday.",
        ),
        ("S011", "The aunt for JT came by the office today at 11."),
        ("S014", "The grandmother for the Sosa girls stopped by the office at 11, she wants to visit them."),
        ("S014", "The Sosa grandmother came to the office today at 11, she wants to see the girls Saturday."),
        ("S014", "la abuela de los Sosa vino a la oficina hoy a las once, quiere ver a las niñas el sábado"),
    ],
)
def test_a_relative_who_came_for_a_child_brought_no_child(staff: str, text: str) -> None:
    item = only(staff, text)
    assert EventType.CASEWORKER_CHILD not in item.types
    assert item.children
    assert item.place is Place.AGENCY


@pytest.mark.parametrize(
    "text",
    ["JT and his grandma came to the office today at 11.", "JT came to the office at 11 with his grandma."],
)
def test_a_child_who_came_too_was_met(text: str) -> None:
    assert EventType.CASEWORKER_CHILD in only("S011", text).types


@pytest.mark.parametrize(
    "text",
    [
        "Nobody from PS 812 called me back about Maya Rivera today.",
        "No one at PS 812 returned my call about Maya Rivera.",
        "PS 812 never called me back about Maya Rivera today.",
        "Nadie de la PS 812 me devolvió la llamada sobre Maya Rivera hoy.",
        "Called PS 812 about Maya Rivera at 10 today, nobody called me back.",
    ],
)
def test_a_call_that_nobody_returned_reached_nobody(text: str) -> None:
    item = only("S005", text)
    assert (item.outcome, item.method, item.types) == (Outcome.ATTEMPTED, Method.PHONE, (EventType.SCHOOL,))


@pytest.mark.parametrize(
    "text",
    [
        "Ms Pettway called me back at 3 today, nobody from the school called her.",
        "Nobody from PS 812 called Ms Pettway back, she told me by phone today at 3.",
    ],
)
def test_whom_others_never_called_was_spoken_with(text: str) -> None:
    assert only("S005", text).outcome is Outcome.COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "This is the note the school sent home with Angel today, he bit a classmate.",
        "The school sent home a note with Angel today, he bit a classmate.",
        "got a note from Angel's school today, he bit a classmate",
        "Esta es la nota que mandó la escuela con Angel hoy, mordió a un compañero.",
    ],
)
def test_a_note_that_came_home_with_a_child_is_the_schools(text: str) -> None:
    reading = read(SAMPLE, staff_id="S007", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)
    (item,) = reading.contacts
    assert (item.types, item.method) == ((EventType.SCHOOL,), Method.MAIL)
    assert not reading.questions


def test_a_child_who_showed_the_note_was_met() -> None:
    item = only("S007", "Saw Angel today at 3, he showed me the note the school sent home.")
    assert (item.types, item.method) == ((EventType.CASEWORKER_CHILD,), Method.IN_PERSON)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("visita con Luz hoy 11am at Ms Polanco's, sola 10 min", None),
        ("visita con Luz hoy 11am at Ms Polanco's, 45 min, sola 10 min", 45),
        ("visita con Luz hoy 11am en casa de la Sra Polanco, 10 min a solas", None),
        ("visita con Luz hoy de 11 a 11:30 en casa de la Sra Polanco, sola un rato", 30),
        ("Saw Luz today at 11am at Ms Polanco's, alone for 10 minutes", None),
        ("Saw Luz today at 11am at Ms Polanco's, 10 min alone", None),
        ("Saw Luz alone for 45 minutes today at 11am at Ms Polanco's", 45),
        ("Spoke with Luz alone 15 min at school today at 11", 15),
        ("Saw Luz today at 11am at Ms Polanco's 45 min, alone", 45),
    ],
)
def test_how_long_it_was_alone_is_not_how_long_the_visit_was(text: str, minutes: int | None) -> None:
    item = only("S007", text)
    assert (item.minutes, [SAMPLE.children[c].first_name for c in item.seen_alone]) == (minutes, ["Luz"])


@pytest.mark.parametrize(
    "text",
    [
        "visita con Luz hoy 11am at Ms Polanco's, solo 10 min",
        "visita con Luz hoy 11am en casa de la Sra Polanco, ella se quedó sola 10 min cuando salió la señora",
    ],
)
def test_a_short_visit_and_a_child_left_alone_are_no_talk_alone(text: str) -> None:
    assert only("S007", text).seen_alone == ()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("la abuela se quedó en el lobby", False),
        ("la abuela esperó en la sala de espera", False),
        ("la tía se quedó afuera en el carro", False),
        ("Tony se quedó solo en el carro", True),
    ],
)
def test_an_adult_who_waited_is_no_danger(words: str, *, asked: bool) -> None:
    text = f"hoy la visita familiar de Tony en la agencia de 2 a 3, vino la mamá, {words}"
    reading = read(SAMPLE, staff_id="S015", text=text, sent_at=SENT, tz=TZ, advisor=shipped())
    assert any(q.slot == "alarm" for q in reading.questions) is asked
