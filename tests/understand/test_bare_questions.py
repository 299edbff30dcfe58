"""Questions that are no event, a court report told to be filed, a number that nobody reckons."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.office.asked_figures import Figure, asks_a_number, figure_asked
from bot.understand.office.reports_told import court_report_told
from bot.understand.parts import Intent
from bot.understand.reading import read
from bot.understand.wants.bare_questions import only_asks
from storage.types import EventType
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")


def reading(text: str, staff: str = "S006"):
    return read(SAMPLE, staff_id=staff, text=text, sent_at=datetime(2026, 11, 9, 17, 30, tzinfo=TZ), tz=TZ)


@pytest.mark.parametrize(
    "text",
    [
        "what is theme of the month",
        "does sat count for winnie",
        "wait is that the same day as court for them",
        "so what does attempted mean",
        "do i do one note or two",
        "how come it says assumed",
        "que significa attempted",
        "por que sale en rojo",
    ],
)
def test_what_only_asks(text: str) -> None:
    assert only_asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "what a day, saw will at 3",
        "is he still at school? saw him at 3",
        "do home visit with will 3pm",
        "was with mom till 5",
        "how he cried when mom left",
        "saw jordan, which was nice",
        "can you log that i saw will at 3",
    ],
)
def test_what_tells_of_something(text: str) -> None:
    assert not only_asks(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("rivera court report filed today", "rivera"),
        ("filed the Rivera court report", "rivera"),
        ("i filed my court report for rivera this morning", "rivera"),
        ("informe de corte de rivera entregado hoy", "rivera"),
        ("ya entregue el informe de corte de Rivera", "rivera"),
        ("saw rivera at court", ""),
        ("talked with the lawyer about the rivera court report", ""),
        ("rivera court report is late", ""),
    ],
)
def test_a_court_report_that_is_filed(text: str, who: str) -> None:
    assert court_report_told(text) == who


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("visits left this month", Intent.LIST_DUE),
        ("court reports due this week", Intent.LIST_DUE),
        ("also does it count if i only see him at school", Intent.HELP),
        ("oh thats tanishas case, sorry, I was covering for her", Intent.OTHER),
        ("i was just covering for keisha", Intent.OTHER),
        ("visits left today at 3 with jordan", Intent.LOG_CONTACT),
        ("im off dec 1-5, keisha covers", Intent.PLAN_LEAVE),
    ],
)
def test_what_is_wanted(text: str, intent: Intent) -> None:
    assert reading(text).intent is intent


@pytest.mark.parametrize(
    "lead",
    [
        "patricia told me to add that ",
        "my supervisor asked me to log ",
        "Ms Ferraro wants me to note that ",
        "",
    ],
)
def test_who_asked_for_the_note_is_in_no_visit(lead: str) -> None:
    (event,) = reading(f"{lead}i saw emmanuela last week wed 2pm at ms barnetts").contacts
    assert set(event.types) == {EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("kids darnell still has to see", Figure.UNSEEN),
        ("kids with no visit yet this month and whose worker", Figure.UNSEEN),
        ("children not seen yet this month", Figure.UNSEEN),
        ("court reports due this week", Figure.COURT_REPORTS),
        ("which kids were seen this month", Figure.VISITS),
        ("who has court in the next 2 weeks", Figure.HEARINGS),
        ("kids darnell saw today at 3pm", None),
        ("kids were home, not sick, mom has no heat 3pm", None),
    ],
)
def test_a_list_asked_for_by_its_name_alone(text: str, what: Figure | None) -> None:
    asked = figure_asked(text, of_somebody="darnell" in text, telling=True)
    assert (asked and asked.what) == what


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("how many cases does each worker have", True),
        ("send me a list of notes not entered in connections", True),
        ("how many kids do we have in care", True),
        ("who has the most kids", True),
        ("how many visits do i have left", False),
        ("how many times a month must a child be seen", False),
        ("saw how many kids live there", False),
    ],
)
def test_a_number_that_is_asked_for(text: str, number: bool) -> None:
    assert asks_a_number(text) is number
