"""Danger in the trade's shorthand: missing children are heard, missing things and figures of speech are not."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.incidents import incidents_in
from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
FRIDAY = datetime(2026, 11, 13, 16, 30, tzinfo=TZ)
CHILD = EventType.CASEWORKER_CHILD


def reading(text: str, staff: str = "S005") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=FRIDAY, tz=TZ)


def only(text: str) -> Item:
    (item,) = reading(text).contacts
    return item


@pytest.mark.parametrize(
    "text",
    [
        "unannounced hv tang 415 fp huang, winnie napping, smoke detector missing",
        "hv laila bryant 2-230, co detector missing",
        "hv pettway 415, carbon monoxide detector missing battery, told her replace",
        "jacqueline owens says brandons glasses are missing again, tc 11a",
        "owens says nicolas backpack missing, tc 2p",
        "drop by thompson 3p no one answered",
        "att hv xie 4p, fp edwards not home",
        "att hv mason 630p lights on no one ans door",
        "my bad owen visit was at the agency not the home",
        "campbell visit was at the office not the foster home",
    ],
)
def test_missing_things_and_closed_doors_ask_about_no_danger(text: str):
    found = reading(text)
    assert found.intent in (Intent.LOG_CONTACT, Intent.PLAN_VISIT)
    assert "alarm" not in [question.slot for question in found.questions]


@pytest.mark.parametrize(
    "text",
    [
        "winnie missing since 4p, fp huang called",
        "hv xie 4p smoke detector missing, alan missing since noon",
        "att hv xie 4p, fp edwards not home, alan home alone",
        "hv thompson 3p no smoke detectors anywhere",
        "saw owen home alone 4p",
    ],
)
def test_children_missing_or_alone_are_heard(text: str):
    found = reading(text)
    told = found.intent in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)
    assert told or "alarm" in [question.slot for question in found.questions]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Winnie napping, smoke detector missing", ()),
        ("his glasses are missing again", ()),
        ("she is missing school", ()),
        ("Winnie missing since 4", ("missing_child",)),
        ("smoke detectors still missing and Hope is missing", ("missing_child",)),
    ],
)
def test_only_a_child_can_be_a_missing_child(text: str, kinds: tuple[str, ...]):
    assert incidents_in(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "supervision jm noon, he's drowning, felix and charles behind",
        "1:1 with kevin 3p, he is drowning in notes",
        "sup conf kevin 2p, hes on fire this month",
        "talked to marisol, shes dying under that caseload",
        "jean-marc is getting killed in court this week, 3 reports late",
    ],
)
def test_figures_of_speech_about_colleagues_are_no_danger(text: str):
    found = reading(text, "S002")
    assert found.intent not in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)
    assert "alarm" not in [question.slot for question in found.questions]


@pytest.mark.parametrize(
    "text",
    [
        "supervision with kevin now, owen is drowning",
        "met with kevin, kid drowning in the pool at fermins",
        "supervision with marisol, jaylen says he wants to die",
    ],
)
def test_a_childs_danger_told_beside_a_colleague_is_one(text: str):
    assert reading(text, "S002").intent in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


@pytest.mark.parametrize("text", ["hv pettway 2p hope not home", "hv estrada 4p maya not there"])
def test_a_child_who_is_out_by_day_is_no_runaway(text: str):
    assert reading(text).intent is Intent.LOG_CONTACT
    assert CHILD not in only(text).types


@pytest.mark.parametrize(
    "text", ["hv pettway 1030p hope not home", "hv pettway 2p hope not home, fp worried, not answering phone"]
)
def test_a_child_who_is_out_at_night_or_missed_is_an_emergency(text: str):
    assert reading(text).intent is Intent.LOG_CRISIS
