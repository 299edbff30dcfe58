"""Classes of wording that lot 36 was misread in, in words of our own."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import Reading, read
from storage.types import Method, Outcome
from tests.understand.agencies import SAMPLE, agency_in
from tests.understand.telling import clock, people

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


@pytest.mark.parametrize(
    "text",
    [
        "I drove out to the Pettway house for today's 3:30 with Hope. Rang. Knocked. Nobody.",
        "Pettway home today 3:30 for Hope. Rang the bell, not a soul.",
        "Hope n/s, was due at the office 4p to see me",
        "Hope no show today, was expected at our office at 4 to see me",
    ],
)
def test_nobody_alone_in_a_sentence_and_a_meeting_not_kept(text: str) -> None:
    (event,) = events(text)
    assert event.outcome is Outcome.ATTEMPTED
    assert event.starts_at is not None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "Sharon Pettway's cell at 3:42 today rang out. Janelle Ross's at 3:45, voicemail.",
            ["15:42", "15:45"],
        ),
        ("Tried Ms Pettway's cell at 3:42 today, rang out. Janelle Ross's at 3:45, same", ["15:42", "15:45"]),
        ("Sharon Pettway's phone went straight to voicemail at 3:15 today", ["15:15"]),
        ("Ms Pettway's phone, 3:15: busy", ["15:15"]),
        ("el cel de Sharon Pettway 3:15 apagado", ["15:15"]),
    ],
)
def test_a_telephone_that_rang_in_vain_is_a_call(text: str, hours: list[str]) -> None:
    told_of = [(event.method, event.outcome, len(event.people)) for event in events(text)]
    assert told_of == [(Method.PHONE, Outcome.ATTEMPTED, 1)] * len(hours)
    assert [clock(event)[-5:] for event in events(text)] == hours


def test_a_phone_told_of_beside_a_visit_is_none() -> None:
    (event,) = events("Visited Ms Pettway 3:15, saw Hope. My phone at 3:30 was off so I missed your call")
    assert (event.outcome, event.method) == (Outcome.COMPLETED, Method.IN_PERSON)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Saw Hope at Ms Pettway's at 3. She asked to attend Easter prayers with her mother.", []),
        ("Saw Hope at Ms Pettway's at 3. She wants to spend the long weekend with her mother.", []),
        ("Saw Hope at Ms Pettway's at 3 with her mother.", ["Annette Hall"]),
    ],
)
def test_whom_a_child_wants_to_be_with_was_not_there(text: str, there: list[str]) -> None:
    (event,) = events(text)
    assert [name for name in people(event) if name != "Sharon Pettway"] == there


def test_a_visit_that_did_not_go_through_is_called_off() -> None:
    (event,) = events("the visit with Hope and her mother did not go ahead today, it was for 4")
    assert event.outcome is Outcome.CANCELLED


def test_the_baby_beside_a_sibling_was_there_though_told_of_by_name_later() -> None:
    lot = Path(__file__).parent / "lots" / "lot36" / "crossbay" / "roster"
    sent = datetime(2027, 3, 3, 18, 40, tzinfo=TZ)
    text = "saw Yaritza and the baby today at Altagracia's at 3:15. Ámbar has a cold"
    (event,) = read(agency_in(lot), staff_id="S004", text=text, sent_at=sent, tz=TZ).contacts
    assert event.children == ("P102", "P103")
