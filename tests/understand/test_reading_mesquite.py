"""Classes of wording that lot 30 was misread in, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock, people

TZ = ZoneInfo("America/New_York")
LOG, CRISIS, CONCERN = Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN


def intent(text: str, *, staff: str = "S005") -> Intent:
    sent = datetime(2026, 11, 17, 23, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ).intent


def events(text: str, *, staff: str = "S005") -> tuple[Item, ...]:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ).contacts


def types(item: Item) -> list[str]:
    return sorted(str(one) for one in item.types)


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("Call from Sharon Pettway 11:05 pm. Hope is not in her bed and the side door is open", CRISIS),
        ("Ms Pettway says Hope isnt in her room and the window is wide open", CRISIS),
        ("Pettway called 11:20 pm, Hope wasn't in her bed at 11 and her shoes are gone", CRISIS),
        ("la Sra Estrada llamó 11:20pm, Maya Campbell no está en su cama y la puerta está abierta", CRISIS),
        ("Will is not in his room, Curtis is out driving the block", CRISIS),
        ("Called NBPD at 11:05 and gave them Owen's description", CRISIS),
        ("Curtis Coleman called 11 pm, saw Will hop over the back fence", CRISIS),
        ("hv Pettway 4pm, saw Hope. Not in her room when i checked, she was out back", LOG),
        ("saw Mateo 4pm at home, his ball went over the fence to the neighbors", LOG),
        ("spoke to Kendra Daniels 2pm, she gave me a description of the new reading class", LOG),
        ("saw Hope 4pm at home, not in her own bed yet, the new frame comes friday", LOG),
    ],
)
def test_a_bed_is_empty_and_a_way_out_stands_open(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("Hablé hoy con la Sra Thompson a las 3, a Mateo le toca doctor el jueves", LOG),
        ("Vi a Maya Rivera a las 4 en su casa. Le toca el dentista el viernes", LOG),
        ("vi a Mateo hoy a las 4, le tocan las vacunas la otra semana", LOG),
        ("Vi a Mateo a las 4. Le toca lavar los platos", LOG),
        ("Vi a Mateo a las 4. Dice que un señor le toca las piernas", CONCERN),
        ("Maya Rivera me dijo hoy a las 3 que el tío le toca sus partes", CONCERN),
    ],
)
def test_whose_turn_it_is_is_no_touch(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    "when",
    ["7:20 that same evening", "7:20 the same night", "7:20 that very evening", "7:20 esa misma noche"],
)
def test_an_hour_of_the_same_evening_is_after_noon(when: str) -> None:
    found = events(f"On Nov 12 I saw Hope at Ms Pettway's at 5. At {when} I called Lucia Rivera.")
    assert [clock(item) for item in found] == ["11-12 17:00", "11-12 19:20"]


@pytest.mark.parametrize(
    "text",
    [
        "Hoy pasé a casa de la Sra Pettway a las 4, vi a Hope. Me platicó que Hope sigue con tos, le toca doctor",
        "hv Pettway today at 4, saw Hope. Ms Pettway said Hope's got Dr Desai thursday",
        "hv Pettway today at 4, saw Hope. Ms Pettway says she is due for the therapist friday",
    ],
)
def test_whose_turn_is_to_come_took_no_part(text: str) -> None:
    assert [people(item) for item in events(text)] == [["Sharon Pettway"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Got a call about ten minutes ago from Ms Pettway, Hope threw up twice", "Sharon Pettway"),
        ("call abt an hour ago from Curtis Coleman, Will has a headache", "Curtis Coleman"),
        ("Got a call about Hope from Ms Pettway at 5 pm", "Sharon Pettway"),
        ("Called Ms Pettway at 5 about a letter from Annette Hall", "Sharon Pettway"),
    ],
)
def test_who_called_is_named_behind_when_it_was(text: str, who: str) -> None:
    assert [people(item) for item in events(text)] == [[who]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("SPR Hall 11/17 1pm agency. Annette Hall, Joan Feldman. Ms Pettway was not able to attend", "AJ"),
        ("SPR Hall 11/17 1pm agency. Annette Hall, Joan Feldman. Ms Pettway couldnt be there", "AJ"),
        ("Hall court 9am today. Annette appeared without an attorney, Joan Feldman appeared for Hope", "AJ"),
        ("SPR Hall 11/17 1pm agency. Annette Hall, Joan Feldman, Ms Pettway was able to attend", "AJS"),
    ],
)
def test_unable_to_attend_is_absent_and_no_attorney_is_nobody(text: str, who: str) -> None:
    assert "".join(name[0] for item in events(text) for name in people(item)) == who


@pytest.mark.parametrize(
    ("text", "them"),
    [
        ("spoke with the Brennans at 3 re Lila", True),
        ("emailed both Brennans at 3 re Lila's trip", True),
        ("met with the Brennans today at 4 about respite for Lila", True),
        ("SPR Lila today 1pm at the agency. Present: the Brennans, mom", True),
        ("saw Lila at the Brennans today 4pm", False),
        ("stopped at the Brennans 4pm today, saw Lila", False),
    ],
)
def test_a_couple_met_is_no_home(text: str, *, them: bool) -> None:
    (item,) = events(text, staff="S006")
    assert {"Eileen Brennan", "Tom Brennan"} <= set(people(item)) if them else not people(item)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Met Jasmine Ward yesterday at 1 to go over Will's treatment plan", ["collateral"]),
        ("Met with Ms Pettway yesterday at 1 to look over Hope's report card", ["caseworker_foster_parent"]),
        ("Saw Hope at Ms Pettway's yesterday at 1", ["caseworker_child", "foster_home_visit"]),
    ],
)
def test_a_paper_gone_over_is_no_place(text: str, kinds: list[str]) -> None:
    assert [types(item) for item in events(text)] == [kinds]


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (
            "Emailed Joan Feldman 1:48 PM re Hope. Visit calendar mailed to Annette Hall today.",
            ["email", "mail"],
        ),
        ("Called Ms Pettway 10am re Hope. Letter sent to Annette Hall", ["phone", "mail"]),
        ("Emailed Joan Feldman 1:48 PM re Hope, she mailed a copy to Annette Hall", ["email"]),
    ],
)
def test_what_was_mailed_is_another_event(text: str, then: list[str]) -> None:
    assert [str(item.method) for item in events(text)] == then


def test_words_in_quotes_are_spoken() -> None:
    (item,) = events(
        'Saw Hope at Ms Pettway\'s 4pm today. Ms Pettway: "it is always there." She would not move it'
    )
    assert "caseworker_foster_parent" in types(item)


@pytest.mark.parametrize(
    "text",
    [
        "Sibling visit yesterday 4:30-6 at Prospect Lake 🦆 Will and Hope",
        "Saw Will and Hope at Meadow Lake 4pm yesterday",
        "Took Hope to the river walk yesterday 3pm",
    ],
)
def test_a_lake_is_out_in_the_community(text: str) -> None:
    assert [str(item.place) for item in events(text)] == ["community"]


@pytest.mark.parametrize(
    "text",
    [
        "¿me pasas el cel de la maestra de Hope?",
        "pásame el cel de la Pettway",
        "necesito el cel de Curtis Coleman",
    ],
)
def test_a_number_is_asked_for_by_its_short_name(text: str) -> None:
    assert intent(text) is Intent.LOOKUP
