"""Classes of wording that lot 33 was misread in, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from storage.types import EventType, Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import children, people

TZ = ZoneInfo("America/New_York")
LOG, CRISIS, CONCERN = Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN
CHILD, CARER = EventType.CASEWORKER_CHILD, EventType.CASEWORKER_FOSTER_PARENT
SENT = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)


def intent(text: str, *, staff: str = "S005") -> Intent:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).intent


def events(text: str, *, staff: str = "S005") -> tuple[Item, ...]:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("Vi a Mateo hoy a las 4. La maestra le dio un premio de lectura", LOG),
        ("Vi a Mateo hoy a las 4. El tío le dio a Mateo un carrito", LOG),
        ("Audiencia de los Rivera hoy a las 10. La juez le dio a la mamá hasta el 3 de marzo", LOG),
        ("Vi a Mateo hoy a las 4. La abuela le dio permiso de ir al paseo", LOG),
        ("Vi a Mateo hoy a las 4. El novio le dio a la mamá en la cara", CRISIS),
        ("Vi a Mateo hoy a las 4. El papá le dio a Mateo con el cinto", CRISIS),
        ("Vi a Mateo hoy a las 4. El papá le dio un golpe", CONCERN),
        ("Vi a Mateo hoy a las 4, me tocó el piano un rato", LOG),
        ("Vi a Mateo hoy a las 4, nos tocó dos piezas en la flauta", LOG),
        ("Vi a Mateo hoy a las 4. Dice que un primo le toca el cuerpo", CONCERN),
    ],
)
def test_what_was_given_or_played_is_no_blow(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("Ms Thompson called 2pm, Mateo suspended one day, fighting at recess", LOG),
        ("Ms Thompson called 2pm, Mateo got written up for fighting on the bus", LOG),
        ("Ms Thompson called 2pm, she and the boyfriend were fighting, Mateo hid under the bed", CRISIS),
        ("Shanice and her boyfriend are fighting again right now, Maya Campbell is in the room", CRISIS),
        ("hv Thompson 4pm, saw Mateo. She was tied up on a work call", LOG),
        ("hv Thompson 4pm, saw Mateo. He says he gets tied up in the basement", CONCERN),
        ("hv Pettway 4pm. Hope not home. Talked with Ms Pettway about her meds", LOG),
        ("Stopped at Ms Pettway's 4pm. Hope was not home. Sat with Sharon, all fine", LOG),
        ("hv Pettway 4pm. Hope not home. Ms Pettway has no idea where she is", CRISIS),
        ("Ms Pettway called 4pm. Hope not home from school", CRISIS),
    ],
)
def test_a_schoolyard_fight_a_busy_line_and_a_child_not_in(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    ("text", "came_of_it"),
    [
        ("I tried Lucia Rivera by telephone at 9 and got no further than the machine.", Outcome.ATTEMPTED),
        ("Rang Lucia Rivera at 9 today, never got past her voicemail", Outcome.ATTEMPTED),
        ("phoned Lucia Rivera 9am, got nothing but a recording", Outcome.ATTEMPTED),
        ("Le marqué a Lucia Rivera a las 9, no pasé de la contestadora", Outcome.ATTEMPTED),
        ("Called Lucia Rivera at 9 and we got no further than her lease", Outcome.COMPLETED),
        (
            "Mateo at Ms Thompson's 4pm. She was on a work call so never got to her. Mateo and I sat outside.",
            Outcome.COMPLETED,
        ),
        ("Drove to Ms Thompson's 4pm but never got to Mateo, road closed.", Outcome.ATTEMPTED),
    ],
)
def test_how_far_an_attempt_got(text: str, came_of_it: Outcome) -> None:
    (item,) = events(text)
    assert item.outcome is came_of_it


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Hope wasn't even there when I pulled up to Ms Pettway's at 4, so I sat with Sharon 20 min", False),
        ("Hope wasn't actually home at 4 today, talked with Ms Pettway at the house", False),
        ("Hope was already gone when I got to Ms Pettway's at 4, Sharon and I talked", False),
        ("Hope hadn't gotten home yet when I got to Ms Pettway's at 4. Sat with Sharon and left", False),
        ("Ms Pettway's 4pm, Hope not there, they took her to get glasses. Sat with Sharon", False),
        ("Saw Hope at Ms Pettway's at 4, Sharon and I talked. They took her brother to the dentist", True),
        ("Hope was there when I got to Ms Pettway's at 4, sat with Sharon and Hope", True),
    ],
)
def test_a_child_who_was_not_even_there(text: str, seen: bool) -> None:
    (item,) = events(text)
    assert (CHILD in item.types) is seen
    assert CARER in item.types


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Met Alvin Reyes at MS 867 at 9:30 about Maya Campbell. Maya was home with Ms Estrada.",
            ["Alvin Reyes"],
        ),
        (
            "Alvin Reyes met me at MS 867 9:30 today, Maya Campbell was at home with Ms Estrada",
            ["Alvin Reyes"],
        ),
        ("Stopped at the house at 11, Maya Campbell was home with Ms Estrada", ["Norma Estrada"]),
        ("hv Estrada 4pm, saw Maya. Norma was stuck on a conference call the whole time", []),
        ("hv Estrada 4pm, saw Maya and Norma", ["Norma Estrada"]),
    ],
)
def test_who_was_only_at_home_or_on_the_line(text: str, who: list[str]) -> None:
    (item,) = events(text)
    assert people(item) == who


@pytest.mark.parametrize(
    "text",
    [
        "Visita supervisada hoy 4pm, Lucia con sus 2, en la oficina. Maya no la quiso abrazar al llegar",
        "Visita supervisada hoy, Lucia con sus 2 niños en la oficina 4-5. Le cantaron a Mateo",
    ],
)
def test_her_two_by_number(text: str) -> None:
    assert children(events(text)[0]) == ["Mateo", "Maya"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hv Estrada 2:30, saw Maya. Then I called Shanice and left a message", ["completed", "attempted"]),
        (
            "went to Ms Estrada's at 2:30 and talked with her about bedtime then i called shanice and it just rang",
            ["completed", "attempted"],
        ),
        (
            "hv Estrada 2:30, saw Maya. Then I called Shanice, she will come Friday",
            ["completed", "completed"],
        ),
        (
            "Fui a casa de la Sra Estrada a las 2:30, vi a Maya. Luego llamé a Shanice, no contestó",
            ["completed", "attempted"],
        ),
        ("hv Estrada 2:30, nobody home, left a card", ["attempted"]),
        (
            "Saw Alvin Reyes at MS 867 at 2:45 re Maya. Then I ran on over to Shanice's. Was there 4:10 till 5",
            ["completed", "completed"],
        ),
    ],
)
def test_then_a_call_or_a_way_on_to_another(text: str, told: list[str]) -> None:
    assert [str(item.outcome) for item in events(text)] == told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mateo me dijo hoy en la escuela, a la 1:30, que un primo de la Sra Thompson le pega", []),
        ("Mateo me dijo hoy en la escuela, a la 1:30, que la Sra Thompson le compró tenis", []),
        ("Mateo told me at school today, 1:30, that Ms Thompson bought him shoes", []),
        ("Mateo told me at school today at 1:30 that a nephew of Ms Thompson sleeps in his room", []),
        ("Ms Thompson told me today, at 1:30, that Mateo sleeps better", ["Beverly Thompson"]),
    ],
)
def test_of_whom_a_child_told_with_the_hour_between(text: str, who: list[str]) -> None:
    (item,) = events(text)
    assert people(item) == who


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        (
            "Mateo at school 12:20 today, bruise on his neck. Do I call intake now or wait for you",
            ["in_person"],
        ),
        ("Saw Hope at home 4pm, no food in the house. Need a supervisor to call me back", ["in_person"]),
        ("Mateo at school 12:20 today, bruise on his neck. I called intake at 1", ["in_person", "phone"]),
    ],
)
def test_a_call_that_is_only_asked_about(text: str, methods: list[str]) -> None:
    assert [str(item.method) for item in events(text)] == methods


@pytest.mark.parametrize(
    "text",
    [
        "Who: Hope, Ms Pettway / Where: Pettway home / When: 11/16 4:10p / Notes: all fine",
        "Who - Hope and Ms Pettway; where - Pettway home; when - 11/16 4:10p; what - talked about school",
    ],
)
def test_a_form_of_who_where_and_when_asks_nothing(text: str) -> None:
    assert intent(text) is LOG
    (item,) = events(text)
    assert children(item) == ["Hope"]
    assert people(item) == ["Sharon Pettway"]
