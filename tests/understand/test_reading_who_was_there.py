"""Who was away, wanted, reached by a pronoun, taken back or meant by an owner (READING, "Who")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def reading(text: str, staff: str = "S006") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ)


def children(text: str, staff: str = "S006") -> list[set[str]]:
    """The first names of each event's children."""
    return [{SAMPLE.children[c].first_name for c in item.children} for item in reading(text, staff).contacts]


def people(text: str, staff: str = "S006") -> list[set[str]]:
    """The last words of the names of each event's adults."""
    return [
        {SAMPLE.contacts[p].name.split()[-1] for p in item.people} for item in reading(text, staff).contacts
    ]


@pytest.mark.parametrize(
    "text",
    [
        "hv at carmen delgados 4pm today, isabella home sick, sofia at daycare.",
        "Saw Isabella at Ms Delgado's today 4-4:45, Sofia at therapy. Ms Delgado says sleep is better.",
        "Visit at Ms Delgado's at 4 today with Isabella. Sofia is with the sitter.",
        "Yesenia's visit with Isabella 2pm today at the agency, Sofia wasn't scheduled.",
        "Theme of the month with Isabella today at 4. Sofia was tired and did not take part.",
    ],
)
def test_a_child_who_was_elsewhere_is_left_out(text: str) -> None:
    assert children(text) == [{"Isabella"}]


@pytest.mark.parametrize(
    "text",
    [
        "Lila at the Brennans' today 3 to 3:40. Eileen had to take a work call so it was me and Lila.",
        "Saw Lila at school at 1 today. Mr Abruzzo let us use his room and stepped out.",
        "Facetimed Lila at 7 yesterday evening, Eileen in the background cooking.",
        "saw lila at eileens at 5 today, eileen at wrk",
        "Saw Lila at Eileen's at 4 today. Eileen was on the phone with her sister the whole time.",
    ],
)
def test_an_adult_who_left_them_alone_took_no_part(text: str) -> None:
    assert people(text) == [set()]


@pytest.mark.parametrize(
    "text",
    [
        "Called Eileen at 10 today. She asked to restart visits with Christine.",
        "Called Eileen at 10 today, told her I would check with Mr Lindqvist.",
        "Llamé a Eileen hoy a las 10, le dije que hablo con el señor Lindqvist.",
        "Eileen called me at 10 today and told me their mother called on Sunday.",
        "Called Eileen at 10 today. Lila made a card for Christine.",
        "Called Eileen at 10 today. The kids were at church with Dale.",
    ],
)
def test_who_is_wanted_or_told_of_was_not_on_the_call(text: str) -> None:
    assert people(text) == [{"Brennan"}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Called Eileen at 9:10 today, no answer. Texted her at 9:15.", [{"Brennan"}, {"Brennan"}]),
        (
            "Called Eileen at 9 today, no answer. She called me back at 11, 10 min.",
            [{"Brennan"}, {"Brennan"}],
        ),
        (
            "Llamé a Eileen hoy a las 9 y no contestó. Me devolvió la llamada a las 9:30.",
            [{"Brennan"}, {"Brennan"}],
        ),
        ("Jordan no showed at the office today at 2. Called him at 2:20, voicemail.", [set(), set()]),
    ],
)
def test_a_later_call_is_with_whom_its_pronoun_means(text: str, who: list[set[str]]) -> None:
    assert people(text) == who
    assert reading(text).ask == ()


def test_a_child_texted_by_a_pronoun_is_no_adult_to_ask_about() -> None:
    found = reading("Jordan no showed at the office today at 2. Texted him at 2:20.")
    assert [item.children for item in found.contacts] == [("P0009",), ("P0009",)]
    assert found.ask == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Saw Jordan, I mean Lila, at the Brennans' today at 4.", {"Lila"}),
        ("Met with Jordan, excuse me, with Lila at school today at 1.", {"Lila"}),
        ("Visité a Jordan, perdón, a Lila, hoy a las 3 en la escuela.", {"Lila"}),
    ],
)
def test_a_name_taken_back_is_not_meant(text: str, who: set[str]) -> None:
    assert children(text) == [who]


def test_an_adult_taken_back_was_not_called() -> None:
    assert people("Spoke with Mr Salazar, excuse me, Mr Mejia at 3 today by phone about Manny.") == [
        {"Mejia"}
    ]


@pytest.mark.parametrize(
    ("staff", "text", "who"),
    [
        ("S005", "called ms pettway at 3 today about hopes glasses", {"Hope"}),
        ("S005", "emailed jasmine ward 1pm today re wills safety plan", {"Will"}),
        ("S005", "took hope to the dentist today at 10", {"Hope"}),
        ("S009", "picked chance up from school today at 3", {"Chance"}),
        ("S006", "Sofia's doctor called me at 2 today. Isabella needs shots too.", {"Sofia"}),
        ("S012", "The twins' 3pm visit today with their mother was cancelled.", {"Ethan", "Emily"}),
        ("S014", "hv at the foster home 4pm today, saw esperanza and the baby", {"Esperanza", "Liam"}),
        (
            "S015",
            "sibling visit murphy 3 kids today 3-4. finn fell asleep on nora",
            {"Aidan", "Finn", "Nora"},
        ),
        ("S006", "Carmen called 4:10 today, wants Isabella and Sofia for good.", {"Isabella", "Sofia"}),
    ],
)
def test_which_children_are_meant(staff: str, text: str, who: set[str]) -> None:
    assert children(text, staff) == [who]


def test_a_surname_that_names_a_place_is_a_name_behind_a_title() -> None:
    assert people("Called Ms Hall at 10 today. She wants more visits.", "S005") == [{"Hall"}]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Jordan and Lila at Eileen's today 4-4:30. Jordan had a seizure last month she said.", {"Brennan"}),
        ("went by eileens tn at 5 for jordan n lila, nobody answered the door", set()),
        ("Saw Lila at Eileen's at 4 today. Eileen went off to the kitchen to cook.", set()),
    ],
)
def test_who_of_the_home_spoke(text: str, who: set[str]) -> None:
    assert people(text) == [who]


def test_a_child_gone_to_be_seen_is_the_one_spoken_of() -> None:
    told = "Lila came to school with a bruise. Mr Abruzzo called me at 1:50. Going to Eileen's at 5 today to see her."
    assert children(told)[-1] == {"Lila"}


def test_a_common_word_is_no_surname_where_capitals_are_used() -> None:
    assert people("Saw Hope at school today at 1. We talked about the ward she was on.", "S005") == [set()]
