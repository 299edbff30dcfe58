"""Who does what in a sentence: subjects stay with their verbs, reports stay reports, visits have their owners."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.alarms import alarm_of
from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from bot.understand.wants.asking import asks_who_looked
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)
MOTHER, FOSTER_MOTHER = "Lucia Rivera", "Beverly Thompson"


def told(item: Item) -> tuple[str, set[str], set[str], str, str]:
    clock = item.starts_at.strftime("%H:%M") if item.starts_at else ""
    children = {SAMPLE.children[child].first_name for child in item.children}
    people = {SAMPLE.contacts[person].name for person in item.people}
    return "+".join(item.types), children, people, clock, item.outcome.value


def items(text: str, staff: str = "S005") -> list[tuple[str, set[str], set[str], str, str]]:
    return [told(item) for item in read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At 3:20 p.m. Ms. Thompson called me about Mateo. We spoke for ten minutes.",
            [("caseworker_foster_parent", {"Mateo"}, {FOSTER_MOTHER}, "15:20", "completed")],
        ),
        (
            "ms thompson told me the same thing when i called her at 2:30 today re mateo",
            [("caseworker_foster_parent", {"Mateo"}, {FOSTER_MOTHER}, "14:30", "completed")],
        ),
        (
            (
                "Luego la Sra. Thompson me llamó hoy a las 3, Mateo tiene fiebre. "
                "Yo llamé a la mamá, Lucia, a las 3:20 y no contestó."
            ),
            [
                ("caseworker_foster_parent", {"Mateo"}, {FOSTER_MOTHER}, "15:00", "completed"),
                ("birth_parent_caseworker", {"Mateo"}, {MOTHER}, "15:20", "attempted"),
            ],
        ),
    ],
)
def test_a_verb_keeps_its_subject_and_its_hour(text: str, expected: list[tuple]):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "lucia called off her 2pm with the kids today, car broke down",
            [("birth_parent_child", {"Maya", "Mateo"}, {MOTHER}, "14:00", "cancelled")],
        ),
        (
            (
                "Lucia texted me at 9:10 today that her bus broke down. "
                "Her 10:00 visit with Mateo today was cancelled."
            ),
            [
                ("birth_parent_caseworker", {"Mateo"}, {MOTHER}, "09:10", "completed"),
                ("birth_parent_child", {"Mateo"}, {MOTHER}, "10:00", "cancelled"),
            ],
        ),
    ],
)
def test_a_visit_told_by_a_possessive_is_the_parents(text: str, expected: list[tuple]):
    assert items(text) == expected


def test_whoever_cancels_my_visit_to_a_child_is_not_whom_it_was_to_be_with():
    ((types, children, people, clock, outcome),) = items(
        "Ms Thompson cancelled my visit with Mateo today at 4"
    )
    assert (types, children, people) == ("caseworker_child", {"Mateo"}, set())
    assert (clock, outcome) == ("16:00", "cancelled")


@pytest.mark.parametrize(
    ("text", "types", "people"),
    [
        (
            "facetimed mateo 4:10 today, ms thompson was holdin the tablet but she aint say nothin, 10 min",
            "caseworker_child",
            {FOSTER_MOTHER},
        ),
        ("mateo called me 3:10 today lucia drunk and swingin at him", "caseworker_child", set()),
        (
            "stopped by ms thompsons for mateo at noon today talked to both of em 30 min",
            "caseworker_child+caseworker_foster_parent+foster_home_visit",
            {FOSTER_MOTHER},
        ),
        (
            "saw mateo at ms thompsons today 3, she wasnt home, her daughter let me in, 25 min with him",
            "caseworker_child+foster_home_visit",
            set(),
        ),
    ],
)
def test_who_only_stood_by_or_was_told_of_is_no_partner(text: str, types: str, people: set[str]):
    ((found, children, named, _, outcome),) = items(text)
    assert (found, children, named, outcome) == (types, {"Mateo"}, people, "completed")


def test_children_who_must_be_seen_were_not():
    text = "Both kids must be seen tonight. Saw Mateo at school today at 2, 15 min"
    assert items(text) == [("caseworker_child", {"Mateo"}, set(), "14:00", "completed")]


def test_an_evenings_emergency_is_the_evenings():
    sent = datetime(2026, 11, 9, 19, 30, tzinfo=TZ)
    text = "ms thompson called 7:05 mateo ran out the door and is gone"
    found = read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ)
    assert found.intent is Intent.LOG_CRISIS
    assert found.contacts[0].starts_at == datetime(2026, 11, 9, 19, 5, tzinfo=TZ)


@pytest.mark.parametrize(
    ("words", "crisis", "concern"),
    [
        ("CHILD locked himself in the bathroom and is threatening to swallow bleach", True, True),
        ("CHILD se encerro en el bano y dice que se va a tomar pastillas", True, True),
        ("the medicaid form is still missing", False, False),
        ("he even pushed CHILD on the swing", False, False),
        ("CAREGIVER pushed CHILD down the stairs", False, True),
        ("visit got cancelled because he was awol", False, False),
        ("CHILD is missing since five", True, False),
    ],
)
def test_a_danger_and_what_only_sounds_like_one(words: str, crisis: bool, concern: bool):
    heard = alarm_of(words)
    assert (heard.crisis, heard.concern) == (crisis, concern)


@pytest.mark.parametrize(
    ("text", "staff", "children", "wants"),
    [
        ("whats mateos fm's adress", "S005", {"P0002"}, "address"),
        ("alergies mateo?", "S005", {"P0002"}, "alerts"),
        ("next hearng for hope hall", "S005", {"P0005"}, "next_hearing"),
        ("numer for will halls mom", "S017", {"P0004"}, "phone"),
        ("cual es la direccion de la mama de Angel", "S007", {"P0013"}, "address"),
        ("supervisora del caso santos?", "S007", {"P0013", "P0014"}, "supervisor"),
        ("ER asking what is zion bell allergic to", "S017", {"P0033"}, "alerts"),
    ],
)
def test_facts_are_asked_for_with_typos_and_in_spanish(text: str, staff: str, children: set[str], wants: str):
    reading = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ)
    assert reading.intent is Intent.LOOKUP
    assert reading.subject is not None
    assert set(reading.subject.children) == children
    assert reading.subject.wants == wants


def test_two_families_of_a_name_are_asked_about_by_their_children():
    reading = read(SAMPLE, staff_id="S017", text="who has the rivera case", sent_at=SENT, tz=TZ)
    assert [(q.slot, set(q.candidates)) for q in reading.questions] == [
        ("child", {"P0001", "P0002", "P0047"})
    ]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("who looked at Mateo's case?", True),
        ("access log for Mateo", True),
        ("who has been in mateos file", True),
        ("quién ha consultado el caso de Mateo?", True),
        ("who has the Hall case", False),
        ("who has seen Mateo this month?", False),
        ("I looked at Mateo's file today", False),
    ],
)
def test_who_looked_is_told_from_who_it_is(text: str, asks: bool):
    assert asks_who_looked(text) is asks
    if asks:
        assert read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ).intent is Intent.LOOKUP
