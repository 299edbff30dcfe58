"""Classes of wording that lot 36 was misread in, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import Reading, read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
LOG, CRISIS, CONCERN = Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN


def told(text: str, *, staff: str = "S005", voice: bool = False) -> Reading:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ, voice=voice)


def events(text: str, *, staff: str = "S005", voice: bool = False) -> tuple[Item, ...]:
    return told(text, staff=staff, voice=voice).contacts


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        (
            "Saw Hope at school 11:30. She says Ms Pettway goes to work and leaves the two of them alone",
            CONCERN,
        ),
        ("Hope told me at 11:30 that the foster mother is leaving both of them by themselves", CONCERN),
        ("Saw Hope at school 11:30, at night the kids are on their own until Ms Pettway is back", CONCERN),
        ("Hope said at 11:30 at school that nobody is home with them overnight", CONCERN),
        ("Will told me 3pm that he stays home by himself with the baby while his uncle works", CONCERN),
        ("vi a Hope 11:30 en la escuela, dice que por las noches no hay nadie con ellos", CONCERN),
        ("vi a Hope 11:30 en la escuela, la señora Pettway sale y se quedan los dos solitos", CONCERN),
        ("Will ran from St Brendan's last night around 9", CRISIS),
        ("hv Pettway 4pm, saw Hope. Ms Pettway left the two of them alone to talk with me", LOG),
        ("hv Pettway 4pm, saw Hope. She asked her cousins to leave the two of them alone", LOG),
        ("hv Pettway 4pm, saw Hope, she is on her own in the small bedroom now", LOG),
        ("Went to Ms Pettway's at 4 for Hope, nobody is home with a car outside, left a card", LOG),
    ],
)
def test_children_are_left_to_themselves(text: str, is_: Intent) -> None:
    assert told(text).intent is is_


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("who was on call last night?? got a voicemail about Hope and can't make out the name", "on call"),
        ("number for Hope's therapist pls, she called from a blocked line and left nothing", "fact"),
        ("can I get the phone for Ms Pettway? I lost my phone on the bus", "fact"),
        ("Sharon Pettway's number please. The one I have is disconnected", "fact"),
        ("numero de la terapeuta de Hope, me dejó un mensaje y no se entiende", "fact"),
        ("Hope's therapist called at 11:15 from a blocked line, she left no number", "told"),
        ("called Ms Pettway's number, got a voicemail about Hope being out", "told"),
        ("who was on call last night? I saw Hope at 9:30 and she said she had called too", "told"),
    ],
)
def test_why_somebody_asks_is_no_contact(text: str, is_: str) -> None:
    kinds = {"on call": Intent.LOOKUP_ONCALL, "fact": Intent.LOOKUP, "told": LOG}
    assert told(text).intent is kinds[is_]


@pytest.mark.parametrize(
    "text",
    [
        "Saw Hope at Ms Pettway's today 3pm. She said she rang her mother yesterday and no one picked up.",
        "Vi a Hope hoy a las 3 en su casa. Ella llamó a su mamá ayer y nadie contestó.",
        "Saw Hope at 3 at Ms Pettway's, she tried her cousin's cell and nobody answered",
    ],
)
def test_a_call_that_others_made_is_not_the_visits_outcome(text: str) -> None:
    assert [event.outcome for event in events(text)] == [Outcome.COMPLETED]


def test_our_own_call_at_the_door_still_is() -> None:
    (event,) = events("Went to Ms Pettway's at 3 for Hope, rang the bell twice and nobody answered")
    assert event.outcome is Outcome.ATTEMPTED
