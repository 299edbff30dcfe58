"""A visit that ended at the door, a call or message that came to nothing: in many words, and what was held."""

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ, children, events, people


def one(text: str) -> Item:
    (item,) = events(text, sent=TUESDAY)
    return item


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("Ms Daley slammed the door in my face at 4:10", "Owen"),
        ("Ms Estrada wouldn't let me in at 6, said Maya had a migraine, talked through the door", "Maya"),
        ("No one let me up at Ms Bryant's building, 3:05", "Laila"),
        ("Stopped at Ms Edwards' at 4:20, she opened the window and said not today", "Alan"),
        ("Entry denied by Ms Bryant at 5:05, she said call first", "Laila"),
        ("ms bryant hollered at me through the screen and told me come back another day at 2", "Laila"),
        ("La Sra Estrada no me dejo pasar hoy a las 4:30, dijo que la nena tenia covid", "Maya"),
        ("Llegue donde Ms Bryant a las 3 y no me quiso abrir", "Laila"),
        ("Ms Pettway me cerro la puerta en la cara a las 4", "Hope"),
        ("El hijo de Ms Daley me abrio la puerta a las 4 y dijo que no estaban", "Owen"),
        ("Rang the bell at Ms Huang's at 11, her husband came to the door, said they were out", "Winnie"),
        ("4:00 at Ms Edwards', her daughter answered and said everyone had gone to the movies", "Alan"),
        ("Ms Daley's 5pm: buzzed three times, nothing. Neighbor thinks they went to church.", "Owen"),
        ("Unannounced at Ms Huang's 11am, foster mother not home, nobody else there either", "Winnie"),
    ],
)
def test_it_ended_at_the_door_of_that_home(text: str, child: str):
    item = one(text)
    assert (item.outcome, item.place) == (Outcome.ATTEMPTED, Place.FOSTER_HOME)
    assert children(item) == [child]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Daley wouldn't let me in at first, then she did and I saw Owen, 4:00",
        "Her daughter answered the door at Ms Edwards' at 4, said Erica was at work. Alan was on the couch.",
        "Ms Bryant's son let me in at 3, said she was at the store, Laila showed me her doll",
        "pase por donde Ms Estrada a las 4, Maya me abrio la puerta, la señora estaba en el trabajo",
        "At Ms Daley's 4pm. Owen was present. Ms Daley was not available, her sister was watching him.",
        "Unannounced at Ms Huang's 11am, foster mother not home, Winnie was home with the aunt",
        "Saw Owen at Ms Daley's at 4. He said his mom told him to come back home soon.",
    ],
)
def test_somebody_of_the_home_was_out_and_the_child_was_seen(text: str):
    item = one(text)
    assert (item.outcome, item.place) == (Outcome.COMPLETED, Place.FOSTER_HOME)
    assert EventType.CASEWORKER_CHILD in item.types


@pytest.mark.parametrize(
    ("text", "method", "outcome"),
    [
        ("Texted Kenneth Mason at 9:15, still nothing back", Method.TEXT, Outcome.ATTEMPTED),
        ("Texted Lucia Rivera 9:10 about the visit, crickets", Method.TEXT, Outcome.ATTEMPTED),
        ("le escribi a Lucia por whatsapp a las 9:40, me dejo en visto", Method.TEXT, Outcome.ATTEMPTED),
        ("Emailed Greg Nolan about Alan at 9:10, nothing back yet", Method.EMAIL, Outcome.COMPLETED),
        ("Ms Daley texted me at 9:15, nothing back from the school yet", Method.TEXT, Outcome.COMPLETED),
        ("Phoned Patrick Moran at 2, line was engaged", Method.PHONE, Outcome.ATTEMPTED),
        ("Voicemail to Peter Lindqvist 10:20 about Owen", Method.PHONE, Outcome.ATTEMPTED),
        ("Kenneth Mason was to ring me at 5 today and didn't", Method.PHONE, Outcome.ATTEMPTED),
        ("Patrick Moran was supposed to call in at 3 but never did", Method.PHONE, Outcome.ATTEMPTED),
        ("Annette Hall quedo de llamarme a las 3 y no llamo", Method.PHONE, Outcome.ATTEMPTED),
        ("2:00 with Francisca Acosta at the office: she never came", Method.IN_PERSON, Outcome.ATTEMPTED),
        ("Nancy Sheridan was to meet me at the library at 2 and didn't", Method.IN_PERSON, Outcome.ATTEMPTED),
        ("Saw Owen at Ms Daley's at 4, he was engaged, busy and happy", Method.IN_PERSON, Outcome.COMPLETED),
    ],
)
def test_whether_an_answer_came(text: str, method: Method, outcome: Outcome):
    item = one(text)
    assert (item.method, item.outcome) == (method, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "Kenneth Mason came to his 2pm visit with Laila drunk so I sent him home",
        "Tanya Mason showed up to her 3:00 with Laila smelling of liquor, I sent her home, Laila never saw her",
        "Kenneth Mason llego tomado a la visita de las 3 con Laila y lo mande para su casa",
    ],
)
def test_a_parent_sent_away_had_no_visit(text: str):
    item = one(text)
    assert item.types == (EventType.BIRTH_PARENT_CHILD,)
    assert item.outcome is not Outcome.COMPLETED
    assert len(people(item)) == 1


def test_one_seen_out_after_the_visit_had_it():
    item = one("Kenneth Mason visited Laila 2 to 3 at the agency, I walked him out after")
    assert (item.types, item.outcome) == ((EventType.BIRTH_PARENT_CHILD,), Outcome.COMPLETED)


@pytest.mark.parametrize(
    "text",
    [
        "Llamada con Ms Bryant a las 9, se corto a los 8 minutos, Laila esta bien",
        "Ms Daley was supposed to call in at 3 but did not",
    ],
)
def test_no_alarm_is_made_of_a_call(text: str):
    said = read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ)
    assert said.intent is Intent.LOG_CONTACT
