"""A visit moved from today to another day, what was found on coming, talks by a courtroom, calls cut off late."""

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ, children, clock, events


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Moved Owen's visit at Ms Daley's from today 4pm to Thursday 4pm, she has the flu", "11-19 16:00"),
        ("Pushed today's 4pm at Ms Daley's with Owen to Thursday, same time", "11-19 16:00"),
        ("Rescheduled Nancy Sheridan's visit with Owen from today 2pm to Friday 2pm", "11-20 14:00"),
        ("Cambie la visita de Owen con Nancy Sheridan de hoy a las 2 para el viernes a las 2", "11-20 14:00"),
        (
            "was supposed to see owen at ms daleys at four today she got the flu so we are doing friday at four",
            "11-20 16:00",
        ),
        (
            "i was supposed to have owen at four today but he has a fever so we're doing friday at four",
            "11-20 16:00",
        ),
    ],
)
def test_what_was_moved_is_off_and_set_anew(text: str, when: str):
    before, after = events(text, sent=TUESDAY)
    assert (before.outcome, after.outcome) == (Outcome.CANCELLED, Outcome.PLANNED)
    assert (clock(before)[:5], clock(after)) == ("11-17", when)
    assert children(before) == children(after) == ["Owen"]


def test_a_visit_of_an_hour_that_never_happened_is_off():
    (item,) = events("Hope's 3:00 today at Ms Pettway's never happened, she had a half day", sent=TUESDAY)
    assert item.outcome is Outcome.CANCELLED


def test_what_else_is_changed_on_a_visit_moves_nothing():
    text = "Changed Alan's sneakers from today's mess to dry ones at Ms Edwards' at 4"
    (item,) = events(text, sent=TUESDAY)
    assert item.outcome is Outcome.COMPLETED


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("When I got to Linden House at 2 Will was asleep", Intent.LOG_CONTACT),
        ("when we walked in at 4 Owen was doing his homework at Ms Daley's", Intent.LOG_CONTACT),
        ("so when I got to Ms Daley's at 2 Owen was at school, she and I did the sheets", Intent.LOG_CONTACT),
        ("when i last saw owen", Intent.LOOKUP),
        ("when did i see owen at 4", Intent.LOOKUP),
        ("when we going to court for owen", Intent.LOOKUP),
    ],
)
def test_when_i_came_sets_a_scene(text: str, intent: Intent):
    assert read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent is intent


@pytest.mark.parametrize(
    ("text", "types", "place"),
    [
        (
            "In the hallway after court I grabbed Ms Whitaker for ten min about Laila's papers, 11:45",
            [EventType.COLLATERAL],
            Place.COURT,
        ),
        ("Xie in Part 5 at 11, Nolan asked for more time", [EventType.COURT_APPEARANCE], Place.COURT),
        ("Drove Will from Linden House to the DMV at 1:30", [EventType.CASEWORKER_CHILD], Place.COMMUNITY),
        (
            "Worker transported Owen Moran to Shoreline Pediatrics at 8:45 AM for his annual physical",
            [EventType.CASEWORKER_CHILD],
            Place.MEDICAL,
        ),
        (
            "swung by Mrs Owens' at 5:10, both boys doing homework",
            [EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT],
            Place.FOSTER_HOME,
        ),
        (
            "toque y toque donde Ms Owens a las 5 y nadie abrio",
            [EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT],
            Place.FOSTER_HOME,
        ),
        ("Ms Owens' at 5, she says both boys are visiting their aunt", None, Place.FOSTER_HOME),
    ],
)
def test_of_which_type_and_where(text: str, types: list[EventType] | None, place: Place):
    (item,) = events(text, sent=TUESDAY)
    assert item.place is place
    if types is None:
        assert EventType.CASEWORKER_CHILD not in item.types
    else:
        assert list(item.types) == types


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("On with Shanice Campbell at 10:40 for maybe five minutes and the call dropped", Outcome.COMPLETED),
        ("Called Ms Daley at 9, 8 min before the line went dead", Outcome.COMPLETED),
        ("Called Ms Daley at 9, the call dropped before she could say anything", Outcome.ATTEMPTED),
    ],
)
def test_a_call_cut_off_late_was_held(text: str, outcome: Outcome):
    (item,) = events(text, sent=TUESDAY)
    assert (item.outcome, item.method) == (outcome, Method.PHONE)
