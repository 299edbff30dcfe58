"""Several visits and calls in one sentence, each with its people and its hour; one that was moved or called off."""

from __future__ import annotations

import pytest

from bot.understand.parts import Item
from storage.types import EventType
from tests.understand.telling import TUESDAY, children, clock, events, people

_SHORT = {
    EventType.CASEWORKER_CHILD: "child",
    EventType.FOSTER_HOME_VISIT: "home",
    EventType.CASEWORKER_FOSTER_PARENT: "fp",
    EventType.BIRTH_PARENT_CASEWORKER: "parent",
    EventType.BIRTH_PARENT_CHILD: "visit",
    EventType.COLLATERAL: "pro",
    EventType.COURT_APPEARANCE: "court",
}


def said(item: Item) -> str:
    """As in "11-17 15:00 child+home Owen in_person": when, what, with which children, how, what became of it."""
    kinds = "+".join(sorted(_SHORT.get(kind, kind.value) for kind in item.types))
    adults = "/".join(name.split()[-1] for name in people(item))
    told = [clock(item), kinds, ",".join(children(item)), adults, item.method or "", item.place or ""]
    return " ".join(
        [*(word for word in told if word), *([item.outcome] if item.outcome != "completed" else [])]
    )


def told(text: str) -> list[str]:
    return [said(item) for item in events(text, sent=TUESDAY)]


LAILA, WINNIE, ALAN = (
    f"11-17 {hour} child+home {who} in_person foster_home"
    for hour, who in (("13:00", "Laila"), ("14:15", "Winnie"), ("15:30", "Alan"))
)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Hv Laila at Ms Bryant's at 1, then Winnie at Ms Huang's quarter past two and ended with Alan at Ms "
            "Edwards's three thirty"
        ),
        "Saw Laila (1:00, Ms Bryant's), Winnie (2:15, Ms Huang's) and Alan (3:30, Ms Edwards's)",
        (
            "First stop Ms Bryant's, 1:00, Laila there. Second stop Ms Huang's, 2:15, Winnie there. Third stop Ms "
            "Edwards's, 3:30, Alan there."
        ),
        "Ms Bryant's at 1 for Laila, Ms Huang's at 2:15 for Winnie and Ms Edwards's at 3:30 for Alan",
        (
            "Visité a Laila donde Ms Bryant a la 1, a Winnie donde Ms Huang a las 2:15 y a Alan donde Ms Edwards a "
            "las 3:30"
        ),
    ],
)
def test_a_round_in_one_sentence(text: str) -> None:
    assert told(text) == [LAILA, WINNIE, ALAN]


@pytest.mark.parametrize(
    "text",
    [
        "I visited both Hall children: Will at Linden House at 11 and Hope at her foster home at 2.",
        "Saw the Hall siblings: Will at Linden House 11:00, Hope at Ms Pettway's 2:00",
    ],
)
def test_siblings_told_one_by_one(text: str) -> None:
    assert told(text) == [
        "11-17 11:00 child Will in_person residential",
        "11-17 14:00 child+home Hope in_person foster_home",
    ]


def test_both_are_those_two_and_no_siblings() -> None:
    first, second = events("Saw Owen at PS 818 at 1 and Micah at his school at 2:45, both fine", sent=TUESDAY)
    assert (children(first), children(second)) == (["Owen"], ["Micah"])
    assert children(events("Saw Maya Rivera at Ms Thompson's at 3, both kids home", sent=TUESDAY)[0]) == [
        "Mateo",
        "Maya",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "9:05 call to Ms Daley re Owen's coat, 9:30 Ms Bryant re Laila's daycare",
        "At 9:05 I called Ms Daley about Owen, at 9:30 Ms Bryant about Laila",
        "A las 9:05 llamé a Ms Daley por Owen, a las 9:30 a Ms Bryant por Laila",
        "Spoke to Ms Daley at 9:05 and to Ms Bryant at 9:30, both by phone",
        "Hablé con Ms Daley a las 9:05 y con Ms Bryant a las 9:30, las dos por teléfono",
    ],
)
def test_the_second_call_is_one_too(text: str) -> None:
    assert told(text) == ["11-17 09:05 fp Owen Daley phone", "11-17 09:30 fp Laila Bryant phone"]


def test_a_call_by_its_noun_behind_a_visit() -> None:
    text = "had my visit with Laila at Ms Bryant's 10 to 10:40 and a phone call with Ifeoma Eze 1 to 1:15"
    assert told(text) == [
        "11-17 10:00 child+home Laila in_person foster_home",
        "11-17 13:00 pro Laila Eze phone",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Saw Owen at Ms Daley's at 3 and at 3:30 he showed me his fish",
        "Went to Ms Daley's for Owen at 3, then he did homework until 4",
    ],
)
def test_the_same_visit_stays_one(text: str) -> None:
    assert told(text) == ["11-17 15:00 child+home Owen in_person foster_home"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Laila's visit with Tanya Mason today at 1 got moved to Thursday at 4", ""),
        ("Today's 1:00 visit between Laila and Tanya Mason was rescheduled for Thursday at 4", ""),
        ("La visita de Laila con Tanya Mason de hoy a la 1 se pasó para el jueves a las 4", ""),
        ("Laila's visit with Tanya Mason today at 1 is off, she's sick. Make-up Thursday at 4.", ""),
        (
            "Laila/Tanya Mason visit today 1:00 at the agency cancelled. Rescheduled Thu 4:00, here.",
            " agency",
        ),
    ],
)
def test_what_was_moved_was_off_and_is_to_come(text: str, place: str) -> None:
    assert told(text) == [
        f"11-17 13:00 visit Laila Mason in_person{place} cancelled",
        f"11-19 16:00 visit Laila Mason in_person{place} planned",
    ]


def test_what_is_only_planned_stays_a_plan() -> None:
    assert told("Laila's visit with Tanya Mason got moved to Thursday at 4") == [
        "11-19 16:00 visit Laila Mason in_person planned"
    ]


def test_back_to_where_a_child_was_seen_without_a_verb() -> None:
    assert told("Laila 1:00 at Ms Bryant's, going back Thursday at 4") == [
        LAILA,
        "11-19 16:00 child+home Laila in_person foster_home planned",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Owen's visit with his dad at 1 today was cancelled, he texted me at 12:10 that he had no fare",
        "Se canceló la visita de Owen con su papá que era hoy a la 1. Él me mandó texto a las 12:10 que no podía",
        "Patrick Moran texted at 12:10 to cancel his 1:00 visit with Owen today",
        "Patrick Moran texted me 12:10 to say no bus fare, so his 1:00 visit with Owen was cancelled",
    ],
)
def test_a_visit_off_and_the_text_that_said_so(text: str) -> None:
    assert sorted(told(text)) == [
        "11-17 12:10 parent Owen Moran text",
        "11-17 13:00 visit Owen Moran in_person cancelled",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "After court at 9:30 on the Riveras I sat with Lucia in the hallway.",
            "11-17 09:30 court Mateo,Maya",
        ),
        (
            "Coming out of Rivera court, which was 9:30, I talked to Lucia in the hallway",
            "11-17 09:30 court Mateo,Maya",
        ),
        (
            "Tuve corte de los Rivera a las 9:30. Al salir hablé con Lucia en el pasillo",
            "11-17 09:30 court Mateo,Maya",
        ),
    ],
)
def test_a_talk_behind_court(text: str, first: str) -> None:
    assert told(text) == [f"{first} in_person court", "parent Mateo,Maya Rivera in_person court"]


@pytest.mark.parametrize(
    "text",
    [
        "Sat in on Laila's visit with her dad at the agency, 2-3. Afterwards he stayed behind and we went over his plan.",
        "Laila had her visit with her dad at the agency 2-3, I supervised, and when it was over he and I talked in the hall.",
        "La visita supervisada de Laila con su papá fue de 2 a 3 en la agencia. Al terminar hablé con el papá.",
    ],
)
def test_a_talk_behind_a_familys_visit(text: str) -> None:
    assert told(text) == [
        "11-17 14:00 visit Laila Mason in_person agency",
        "parent Laila Mason in_person agency",
    ]


def test_a_talk_in_the_childs_room_is_the_same_visit() -> None:
    text = "Saw Owen at Ms Daley's at 3, afterwards we talked in his room."
    assert told(text) == ["11-17 15:00 child+home Owen in_person foster_home"]


@pytest.mark.parametrize(
    "text",
    [
        "Will 11:00 Linden House, Hope 2:00 at Ms Pettway's",
        "11am will @ linden house. hope 2pm at ms pettways",
        "A las 11 vi a Will en Linden House y a las 2 a Hope donde Ms Pettway",
        "my day: 11 Will @ Linden House, 2 Hope @ Ms Pettway's, 4:30 desk",
    ],
)
def test_names_that_are_words_at_the_head_of_a_row(text: str) -> None:
    assert told(text)[:2] == [
        "11-17 11:00 child Will in_person residential",
        "11-17 14:00 child+home Hope in_person foster_home",
    ]


def test_a_word_stays_one() -> None:
    assert not events("Hope 3pm works for you", sent=TUESDAY)


def test_a_day_told_aside_is_not_that_of_the_calls() -> None:
    text = "Called Ms Daley 9:05 (Owen outgrew his coat) and Ms Bryant 9:30 (Laila has no daycare Friday)"
    assert told(text) == ["11-17 09:05 fp Owen Daley phone", "11-17 09:30 fp Laila Bryant phone"]
    assert told("Saw Owen at Ms Daley's (Friday at 3)") == [
        "11-13 15:00 child+home Owen in_person foster_home"
    ]


def test_tries_told_by_their_hours() -> None:
    assert told("Annette Hall: 9:15 vm, 11:40 vm, 2:05 finally got her") == [
        "11-17 09:15 parent Hope,Will Hall phone attempted",
        "11-17 11:40 parent Hope,Will Hall phone attempted",
        "11-17 14:05 parent Hope,Will Hall phone",
    ]


def test_she_had_not_picked_up() -> None:
    text = "Called Annette Hall today at 8:30. She hadn't picked up when I tried yesterday at 5."
    assert told(text) == [
        "11-17 08:30 parent Hope,Will Hall phone",
        "11-16 17:00 parent Hope,Will Hall phone attempted",
    ]
