"""Types, places and ways that stand in other words: an office and its owner, a post letter, a judge who was out."""

import pytest

from storage.types import EventType, Method, Outcome, Place
from tests.understand.telling import TUESDAY, children, events, people

COLLATERAL = [EventType.COLLATERAL]
PARENT_VISIT = [EventType.BIRTH_PARENT_CHILD]
PARENT = [EventType.BIRTH_PARENT_CASEWORKER]
SEEN_AT_HOME = [EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT]


@pytest.mark.parametrize(
    ("text", "who", "child"),
    [
        ("Joan Feldman's office at 2 re the Halls, she'd like Will moved closer", "Joan Feldman", "Hope"),
        ("Mr Lindqvist's office downtown, 10 to 10:30, on Owen", "Peter Lindqvist", "Owen"),
        ("Ms Moskowitz's office at 11 about the Acosta boys, she's filing", "Dana Moskowitz", "Brandon"),
    ],
)
def test_the_one_whose_office_it_was_was_met(text: str, who: str, child: str):
    (item,) = events(text, sent=TUESDAY)
    assert (list(item.types), people(item)) == (COLLATERAL, [who])
    assert child in children(item)


@pytest.mark.parametrize(
    "text",
    [
        "Dropped the consent at Dr Pham's office at 3 for Winnie, left it with the receptionist",
        "Dr Pham's office rang at 3, Winnie's labs are in",
        "Picked up forms at Dr Desai's office at 3 for Mateo",
    ],
)
def test_an_office_without_its_owner(text: str):
    (item,) = events(text, sent=TUESDAY)
    assert (people(item), item.outcome) == ([], Outcome.COMPLETED)


@pytest.mark.parametrize(
    ("text", "types", "method", "outcome"),
    [
        (
            "A letter for Tanya Mason went in the post today",
            PARENT,
            Method.MAIL,
            Outcome.COMPLETED,
        ),
        ("Letter to Patrick Moran went out in the mail today", PARENT, Method.MAIL, Outcome.COMPLETED),
        ("Voicemail's full on Zhi Yong Tang's phone, tried at 1:10", PARENT, Method.PHONE, Outcome.ATTEMPTED),
        ("Was sent to voicemail by Greg Nolan at 2:10 re Alan", COLLATERAL, Method.PHONE, Outcome.ATTEMPTED),
        ("Me colgo Dwight Nichols a las 10:15", PARENT, Method.PHONE, Outcome.COMPLETED),
        ("Kids' call with Lucia Rivera over Zoom at 5", PARENT_VISIT, Method.VIDEO, Outcome.COMPLETED),
        ("Maya Rivera's call with Lucia at 5, 20 min", PARENT_VISIT, Method.PHONE, Outcome.COMPLETED),
        ("Kenneth Mason never made it to see Laila at 2", PARENT_VISIT, Method.IN_PERSON, Outcome.ATTEMPTED),
        (
            "Tanya Mason nunca llego a la visita con la nena, era a las 3",
            PARENT_VISIT,
            Method.IN_PERSON,
            Outcome.ATTEMPTED,
        ),
        ("Nobody at Ms Daley's when I pulled up at 4", SEEN_AT_HOME, Method.IN_PERSON, Outcome.ATTEMPTED),
        (
            "The grandson answered at Ms Bryant's, said they'd be back in an hour. That was 3:00.",
            SEEN_AT_HOME,
            Method.IN_PERSON,
            Outcome.ATTEMPTED,
        ),
        ("Alan's principal called at 1:20", [EventType.SCHOOL], Method.PHONE, Outcome.COMPLETED),
    ],
)
def test_what_it_was(text: str, types: list[EventType], method: Method, outcome: Outcome):
    (item,) = events(text, sent=TUESDAY)
    assert (list(item.types), item.method, item.outcome) == (types, method, outcome)


def test_a_child_on_the_screen_was_met():
    (item,) = events("Had Micah on video at 4:15, showed me his science project", sent=TUESDAY)
    assert (list(item.types), item.method) == ([EventType.CASEWORKER_CHILD], Method.VIDEO)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Fui donde Gwendolyn Campbell a las 11 a ver el cuarto, Maya estaba con ella",
            ["Gwendolyn Campbell"],
        ),
        ("Saw Laila at Kenneth Mason's at 3, she was alone in the yard", []),
    ],
)
def test_the_one_at_home_with_whom_the_child_was(text: str, who: list[str]):
    (item,) = events(text, sent=TUESDAY)
    assert people(item) == who


@pytest.mark.parametrize(
    ("text", "outcome", "method"),
    [
        ("Judge was out so Xie got put off, we were all there at 9:30", Outcome.COMPLETED, Method.IN_PERSON),
        ("Rivera court today 9:30 put off to Jan 5, they rang me first", Outcome.CANCELLED, Method.IN_PERSON),
        ("Remote appearance for the Nichols kids today 10:15", Outcome.COMPLETED, Method.VIDEO),
    ],
)
def test_who_came_to_court_has_appeared(text: str, outcome: Outcome, method: Method):
    (item,) = events(text, sent=TUESDAY)
    assert (list(item.types), item.outcome) == ([EventType.COURT_APPEARANCE], outcome)
    assert item.method is method


@pytest.mark.parametrize(
    "text",
    [
        "3:20-4, Hope, on Ms Pettway's front steps",
        "Owen ain't say much when I seen him at Ms Daley's at 4",
        "Saw Owen at Ms Daley's at 4. Nobody at her church has called about the coat.",
    ],
)
def test_seen_at_the_home(text: str):
    (item,) = events(text, sent=TUESDAY)
    assert (list(item.types), item.outcome) == (SEEN_AT_HOME, Outcome.COMPLETED)
    assert item.place is Place.FOSTER_HOME
