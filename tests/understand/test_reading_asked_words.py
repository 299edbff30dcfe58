"""A name that is an everyday word, asked about by thumb: "supervisor for will", and what only looks like it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
NIGHT = datetime(2026, 11, 10, 3, 5, tzinfo=TZ)
DANIELLE, ON_CALL, ELSEWHERE = "S005", "S017", "S012"
WILL, HOPE, MAY, AUGUST, JUSTICE = "P0004", "P0005", "P0045", "P0032", "P0026"


def asked(text: str, staff: str = DANIELLE) -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=NIGHT, tz=TZ)


@pytest.mark.parametrize("staff", [DANIELLE, ON_CALL, ELSEWHERE], ids=["her own", "on call", "another's"])
@pytest.mark.parametrize(
    ("text", "child", "wants"),
    [
        ("supervisor for will", WILL, "supervisor"),
        ("Supervisor for will?", WILL, "supervisor"),
        ("# for will", WILL, "phone"),
        ("number for hope pls", HOPE, "phone"),
        ("number for hopes fm", HOPE, "phone"),
        ("hopes fm number", HOPE, "phone"),
        ("cell for the foster mom of hope", HOPE, "phone"),
        ("what is hope allergic to", HOPE, "alerts"),
        ("alerts will", WILL, "alerts"),
        ("next hearing for will", WILL, "next_hearing"),
        ("direccion de hope por favor", HOPE, "address"),
    ],
)
def test_a_word_in_the_slot_of_a_question_is_the_name(text: str, child: str, wants: str, staff: str) -> None:
    reading = asked(text, staff)
    assert reading.intent is Intent.LOOKUP
    assert reading.subject is not None
    assert (reading.subject.children, reading.subject.wants) == ((child,), wants)


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("meds for may", MAY),
        ("# for august", AUGUST),
        ("number for augusts foster mom", AUGUST),
        ("meds for justice", JUSTICE),
    ],
)
def test_a_month_is_a_child_where_only_a_child_has_it(text: str, child: str) -> None:
    for staff in (ON_CALL, DANIELLE):
        subject = asked(text, staff).subject
        assert subject is not None
        assert subject.children == (child,)


@pytest.mark.parametrize(
    "text",
    [
        "will you be there",
        "will you be there tonight?",
        "hope you have a good night",
        "any chance i can get the number for the clinic",
        "number for hope house",
        "what number will work for you",
        "i hope the number works",
        "on call worker for may",
        "any hearings for may",
        "summary for may",
        "stats for august",
        "number for the hall",
        "no hope for a placement tonight",
    ],
)
def test_the_same_words_elsewhere_are_words(text: str) -> None:
    reading = asked(text)
    assert not (reading.subject and reading.subject.children)
    assert not any(item.children for item in reading.contacts)
    assert not any(question.candidates for question in reading.questions)


@pytest.mark.parametrize(
    ("text", "children", "roles"),
    [
        ("number for mayas mom", ("P0001", "P0003"), ("birth_mother",)),
        ("dirección de la abuela de Luz", ("P0014",), ("grandmother",)),
        ("number for mateos grandma", (), ("grandmother",)),
        ("number for mateos school counselor", (), ()),
        ("mayas caseworker number", ("P0001", "P0003"), ()),
        ("number for ms thompson, mateos foster mom", (), ()),
    ],
)
def test_a_role_that_the_words_do_not_settle_is_kept(
    text: str, children: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    """So that "which Maya?" is answered with her mother, and nobody else's number passes for a grandmother's."""
    reading = asked(text, ON_CALL)
    assert reading.subject is not None
    assert reading.subject.roles == roles
    assert tuple(i for question in reading.questions for i in question.candidates) == children


@pytest.mark.parametrize(
    "text", ["officer Ruiz here, badge 4411", "CRISIS officer brown called, kid on the street"]
)
def test_a_policeman_is_nobody_on_file_because_of_his_surname(text: str) -> None:
    """A teacher Ruiz and a caseworker Brown there are; an alarm must not become their families'."""
    reading = asked(text, ON_CALL)
    assert not any(item.children or item.people or item.case_ids for item in reading.contacts)


def test_of_two_families_of_a_name_and_two_children_the_one_that_fits_both_is_meant() -> None:
    said = "safety concern: neighbor of the Rivera home told me Maya is locked in her room at night"
    (item,) = asked(said, ELSEWHERE).contacts
    assert (item.children, item.case_ids) == (("P0001",), ("C0001",))
