"""A note belongs into one child's record: names taken back, strangers, other families' children (READING, "Who")."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.parts import Reading
from bot.understand.reading import read
from storage.types import Child
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def reading(text: str, staff: str = "S005") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ)


def children(text: str, staff: str = "S005") -> list[str]:
    """The first names of each event's children."""
    return [
        " ".join(sorted(SAMPLE.children[c].first_name for c in item.children))
        for item in reading(text, staff).contacts
    ]


@pytest.mark.parametrize(
    "text",
    [
        "saw Hope, no, Mateo today at 3pm",
        "saw Hope uh no Mateo today at 3",
        "saw hope at 3pm today. i misspoke, it was mateo",
        "Saw Hope at 3pm today. Correction: Mateo.",
        "home visit w Hope today 3pm, oops meant Mateo",
        "3pm today saw Hope at school no wait it was Mateo",
        "saw Hope today at 3pm, actually it was Mateo",
        "saw Mateo, not Hope, today at 3pm",
        "vi a Hope, digo, a Mateo hoy a las 3pm",
    ],
)
def test_a_name_taken_back_stands_for_the_one_meant(text: str) -> None:
    assert children(text) == ["Mateo"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("saw Hope, no Will, today at 3pm", "Hope"),  # her brother was not there
        ("saw Hope at 3pm today, sorry, Will wasn't there", "Hope"),
        ("Saw Hope today at 3, no wait, Will was there too", "Hope Will"),
    ],
)
def test_who_is_told_of_behind_the_words_takes_nothing_back(text: str, who: str) -> None:
    assert children(text) == [who]


def test_a_name_taken_back_for_one_on_another_caseload() -> None:
    assert children("saw Hope, no wait, Sofia at 3pm today") == ["Sofia"]


def test_a_name_taken_back_for_nobody_known_is_asked_about() -> None:
    found = reading("saw Hope, no wait, Brandonella at 3pm today")
    assert [item.children for item in found.contacts] == [()]
    assert "child" in found.ask


def test_an_adult_taken_back_asks_for_no_child() -> None:
    found = reading("met with Sharon Pettway, scratch that, Norma Estrada today at 3")
    assert [[SAMPLE.contacts[p].name for p in item.people] for item in found.contacts] == [["Norma Estrada"]]
    assert found.ask == ()


def test_a_question_taken_back_is_answered_once() -> None:
    found = reading("number for Wexler, no wait, Coleman", "S001").subject
    assert found is not None
    assert [SAMPLE.contacts[p].name for p in found.people] == ["Curtis Coleman"]


@pytest.mark.parametrize(
    "text",
    [
        "saw Mateo today at 3pm, his friend Hope was there",
        "Saw Mateo at 4pm today. Said a girl named Hope pushes kids at school.",
        "Mateo seen at 3pm today. Best friend Hope moved away.",
        "saw Mateo at 3pm today, cousin Hope was visiting",
        "met Mateo at 1pm today. the dog, hope, is new.",
        "vi a Mateo hoy a las 3pm, su amiga Hope estaba ahi",
        "saw mateo 3pm today. teacher ms. hope says reading is better",
    ],
)
def test_somebody_else_bears_the_childs_name(text: str) -> None:
    assert children(text) == ["Mateo"]


@pytest.mark.parametrize(
    "text",
    [
        "saw Mateo at 3pm today. Hope will need a coat.",
        "Saw Mateo at 3 today; Hope lives upstairs now",
        "saw mateo at 3pm today, gave hope's coat to his foster mother",
    ],
)
def test_another_familys_child_named_beside_a_visit_was_not_seen(text: str) -> None:
    assert children(text) == ["Mateo"]


@pytest.mark.parametrize(
    "text",
    [
        "saw Mateo and Hope at 3pm today",
        "saw Mateo, Hope at the agency at 3pm today",
        "saw Mateo at 3pm today, Hope was there too",
        "saw Mateo at 3pm today, also Hope",
    ],
)
def test_two_families_children_put_together_were_both_seen(text: str) -> None:
    assert children(text) == ["Hope Mateo"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("saw Mateo at 3pm and Hope at 5pm today", [15, 17]),
        ("Saw Mateo at school at 10 and Hope at the residence at 4 today", [10, 16]),
        ("visited Mateo from 3 to 4 and Hope from 4:30 to 5 today", [15, 16]),
    ],
)
def test_each_child_with_an_hour_is_an_event(text: str, hours: list[int]) -> None:
    found = reading(text)
    assert children(text) == ["Mateo", "Hope"]
    assert [item.starts_at.hour for item in found.contacts if item.starts_at] == hours
    assert len({item.types for item in found.contacts}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "saw Hope at 3pm today. Fights with Will less.",
        "Saw Hope at 3 today. Asked when a visit with Will can happen.",
        'saw Hope at 3pm today. "Tell Will I said hi"',
        "saw hope 3pm today, drew a picture for will",
        "Saw Hope at 3pm today; has a photo of Will on the wall",
        "saw Hope at 3pm today, wants to call Will",
        "saw Hope at 3pm today. Still need to see Will.",
        "saw hope 3pm today; will out with a friend",
        "saw Hope today 3pm, says she misses Will",
    ],
)
def test_a_brother_of_whom_she_only_speaks_was_not_seen(text: str) -> None:
    assert children(text) == ["Hope"]


def test_who_is_all_that_a_plan_names_is_whom_it_is_for() -> None:
    assert children("need to see Hope on Friday at 3") == ["Hope"]


@pytest.mark.parametrize(
    "text",
    [
        "visited Mateo at hope academy at 11am today",
        "saw mateo at grace elementary today at 1pm",
        "met mateo on hope st today at 2pm",
        "met Mateo at Hope Community Church at 5pm today",
        "saw Mateo at St. Hope school at 1pm today",
        "met Mateo at Hope Memorial High at 1pm today",
        "took Mateo to Hope Gardens at 4pm today",
    ],
)
def test_a_place_called_like_a_child_is_nobody(text: str) -> None:
    found = reading(text)
    assert children(text) == ["Mateo"]
    assert "child" not in found.ask


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("talked to hope hall on the phone at 5pm", "Hope"),
        ("saw hope hall today at 3pm", "Hope"),
        ("vi a Will Hall hoy a las 3", "Will"),
        ("checked on Will Hall at 3 today", "Will"),
        ("maya campbell visit today 2pm", "Maya"),
        ("saw will hall. mateo still at school. 3pm today", "Will"),
    ],
)
def test_a_whole_name_typed_small_is_that_child_on_any_caseload(text: str, who: str) -> None:
    assert children(text, "S006") == [who]


def test_a_colleagues_child_seen_is_not_lost_behind_one_of_ones_own() -> None:
    assert children("saw hope at 3pm today. says sofia is mean", "S006") == ["Hope"]


def test_a_first_name_before_a_word_that_may_be_a_surname_is_asked_about() -> None:
    families = {"C0001": "Rivera", "C0004": "Early"}
    kids = (Child(f"X{case}", case, "Jade", name) for case, name in families.items())
    agency = Agency.of(replace(SAMPLE.roster, children=(*SAMPLE.roster.children, *kids)))
    found = read(agency, staff_id="S005", text="saw jade early today at 3", sent_at=SENT, tz=TZ)
    assert "child" in found.ask


@pytest.mark.parametrize(
    "text",
    [
        "i want to report that hope told me today at 3 that she is scared",
        "ms pettway called 5:40, hope locked herself in the bathroom",
        "saw hope she good 3pm",
        "pulled hope out of class at 9 today to talk",
        "2p hope @ lincoln hs 15m",
        "picked up hope from school at 3 today",
    ],
)
def test_a_name_that_is_a_word_is_known_by_what_it_does(text: str) -> None:
    assert children(text) == ["Hope"]


def dean(text: str) -> list[list[str]]:
    """Whom a worker sees who has a child called Dean."""
    kids = (Child("X1", "C0003", "Dean", "Hall"), Child("X2", "C0003", "Malik", "Hall"))
    agency = Agency.of(replace(SAMPLE.roster, children=(*SAMPLE.roster.children, *kids)))
    found = read(agency, staff_id="S005", text=text, sent_at=SENT, tz=TZ)
    return [sorted(agency.children[c].first_name for c in item.children) for item in found.contacts]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("saw Dean and Malik at 3 today", ["Dean", "Malik"]),
        ("saw dean hall today at 3", ["Dean"]),
        ("Mañana a las 3:30 voy a ver a Dean", ["Dean"]),
        ("talked to the dean at 3 today about malik", ["Malik"]),
    ],
)
def test_a_child_called_like_a_title_is_no_dean(text: str, who: list[str]) -> None:
    assert dean(text) == [who]


def test_a_bare_surname_of_a_family_and_of_anothers_carer_is_asked_about() -> None:
    found = reading("saw Thompson today at 3", "S017")
    assert [item.children for item in found.contacts] == [()]
    assert found.ask == ("child",)


def test_the_child_named_beside_it_settles_whose_surname_it_is() -> None:
    found = reading("Thompson called at 3pm today, Mateo Rivera has a fever", "S017")
    assert [[SAMPLE.contacts[p].name for p in item.people] for item in found.contacts] == [
        ["Beverly Thompson"]
    ]
    assert children("Thompson called at 3pm today, Mateo Rivera has a fever", "S017") == ["Mateo"]


@pytest.mark.parametrize(
    "text", ["the Hall chronology", "hall chronology pls", "send me the chronology for hall"]
)
def test_a_chronology_is_a_familys(text: str) -> None:
    found = reading(text).subject
    assert found is not None
    assert {SAMPLE.children[c].first_name for c in found.children} == {"Will", "Hope"}


@pytest.mark.parametrize(
    "text",
    [
        "saw Hope w/o Will at 3pm today",
        "today at 3pm saw Hope Hall, 14, at school. Will Hall, 16, absent",
        "went to see Will at 3pm today, saw Hope instead",
        "supposed to see Will at 3 today but saw Hope",
        "Hope reports Will called her at 2 today. I talked to her at 3",
    ],
)
def test_the_brother_who_was_to_be_seen_or_rang_her_was_not_met(text: str) -> None:
    assert children(text) == ["Hope"]
