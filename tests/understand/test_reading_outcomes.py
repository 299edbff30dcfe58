"""What came of an event: held, missed, called off and moved (READING, "Events")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 18, 0, tzinfo=TZ)


def outcomes(text):
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ)
    return [item.outcome.value for item in reading.contacts]


@pytest.mark.parametrize(
    "text",
    [
        "went to Ms Estrada's at 3 to see Maya, waited 20 min, nobody answered the door",
        "hv Hope 4pm, lights on but no one came to the door, left my card",
        "drove out to Ms Pettway's for Hope at 2, sat outside half an hour then gave up",
        "Maya Campbell hv 3:30, Ms Estrada wouldn't let me in",
        "fui a ver a Hope a las 3 y no abrieron la puerta",
        "went to see Hope at 4, no 1 answerd",
    ],
)
def test_a_closed_door_is_an_attempt(text: str):
    assert outcomes(text) == ["attempted"]


@pytest.mark.parametrize(
    "text",
    [
        "30 day conference for Maya Campbell 2pm at our office, Tillery came, Estrada no show",
        "Hall court 10am part 4, Feldman appeared, Annette didn't show",
        "SPR Rivera 1pm agency. Lucia came, Hector couldn't make it",
        "emailed Joan Feldman about Will at 1:15. No reply needed.",
        "hv Maya C 5:30 @ ms estradas 40 min, ms estrada wasnt home yet her daughter let me in",
        "sibling visit for Maya R and Mateo 4-5 at the office, nobody else was there",
    ],
)
def test_what_was_held_is_completed(text: str):
    assert outcomes(text) == ["completed"]


@pytest.mark.parametrize(
    "text",
    [
        "Shanice was supposed to see Maya at 4 today but she cancelled, we moved it to Friday at 4",
        "Lucia called out sick for her 3pm visit with the kids so we pushed it to thursday same time",
        "todays 3pm visit w Lucia n kids is off. rescheduled for 11/24 at 3",
        "la visita de las 3 con Lucia se canceló. La pasamos para el viernes a las 3",
    ],
)
def test_what_was_moved_is_called_off_and_planned(text: str):
    assert outcomes(text) == ["cancelled", "planned"]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("left vm for Wexler 9:40am. he called back 2:15, spoke 10 min", ["attempted", "completed"]),
        ("tried Kendra Daniels 11:20, no ans. got her 1:40, 5 min", ["attempted", "completed"]),
        ("no one home at Ms Pettway's 3:30. going back thurs 4pm instead", ["attempted", "planned"]),
        ("sup visit Lucia and kids 2-3, went ok. next 11/24 2p", ["completed", "planned"]),
    ],
)
def test_each_time_has_its_own_outcome(text: str, read_as: list[str]):
    assert outcomes(text) == read_as
