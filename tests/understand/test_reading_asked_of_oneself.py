"""What the sender asks of her own work, of her own supervisor, of hearings and of those owned without apostrophe."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)
WILL, HOPE, MAYA_C, MATEO = "P0004", "P0005", "P0003", "P0002"
MOTHER_HALL, SUPERVISOR = "K0015", "S002"


def asked(text: str, staff: str = "S005") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=MONDAY, tz=TZ)


@pytest.mark.parametrize(
    "text",
    [
        "what did i file today",
        "what did i do today",
        "what all did i get done today",
        "did i log anything today",
        "qué registré hoy",
        "que hice hoy",
        "qué mandé hoy",
    ],
)
def test_what_i_did_is_found_and_not_what_i_owe(text: str) -> None:
    reading = asked(text)
    assert reading.intent is Intent.FIND_NOTES
    assert reading.period is not None
    assert reading.period.first == date(2026, 11, 9)


@pytest.mark.parametrize(
    "text",
    [
        "a qué hora submití lo de corte",
        "what time did i submit the court note",
        "when did i put in the note on hope",
    ],
)
def test_when_i_filed_is_no_question_for_a_hearing(text: str) -> None:
    assert asked(text).intent is Intent.FIND_NOTES


@pytest.mark.parametrize(
    "text",
    [
        "what have i not done yet",
        "what visits did I miss last month",
        "how am i doing with my notes",
        "what do i have to do today",
        "who do i still have to see this month",
        "cuántos me faltan por visitar este mes?",
        "quiénes me quedan por ver",
        "whos left this month",
    ],
)
def test_what_is_not_done_is_owed(text: str) -> None:
    assert asked(text).intent is Intent.LIST_DUE


@pytest.mark.parametrize(
    ("text", "child", "people"),
    [
        ("whats wills moms number", WILL, (MOTHER_HALL,)),
        ("give me hopes foster moms number", HOPE, ("K0016",)),
        ("whos wills therapist", WILL, ("K0018",)),
        ("whats the number for wills mom", WILL, (MOTHER_HALL,)),
    ],
)
def test_an_apostrophe_may_be_left_out(text: str, child: str, people: tuple[str, ...]) -> None:
    subject = asked(text).subject
    assert subject is not None
    assert (subject.children, subject.people) == ((child,), people)


@pytest.mark.parametrize(
    "text",
    [
        "whats my supervisors number",
        "what's my supervisor's number",
        "numero de mi supervisora",
        "my sup number",
        "whats my bosses cell",
    ],
)
def test_my_supervisor_is_my_own(text: str) -> None:
    subject = asked(text).subject
    assert subject is not None
    assert (subject.staff, subject.wants, subject.children) == ((SUPERVISOR,), "phone", ())


def test_the_supervisor_of_a_child_is_the_cases() -> None:
    subject = asked("who is hopes supervisor").subject
    assert subject is not None
    assert (subject.children, subject.staff, subject.wants) == ((HOPE,), (), "supervisor")


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("what time is the hall hearing", {WILL, HOPE}),
        ("what day is hopes hearing", {HOPE}),
        ("hall hearing?", {WILL, HOPE}),
        ("does maya c have court this week", {MAYA_C}),
        ("where is the campbell hearing", {MAYA_C}),
        ("a que hora es la corte de will", {WILL}),
        ("is there a hearing for mateo coming up", {MATEO}),
        ("when is wills next hearing", {WILL}),
    ],
)
def test_a_hearing_is_asked_for_in_many_ways(text: str, children: set[str]) -> None:
    reading = asked(text)
    assert reading.intent is Intent.LOOKUP
    assert reading.subject is not None
    assert (set(reading.subject.children), reading.subject.wants) == (children, "next_hearing")


def test_a_hearing_that_was_or_will_be_is_no_question() -> None:
    assert asked("went to court with will at 10").intent is Intent.LOG_CONTACT
    assert asked("i have court for hall tomorrow at 10").intent is Intent.PLAN_VISIT
    assert asked("what time is court tomorrow").intent is Intent.LIST_DUE


def test_his_next_hearing_is_somebodys() -> None:
    assert asked("when is his next hearing").intent is Intent.LOOKUP
    assert asked("when is the next hearing").intent is Intent.LIST_DUE


def test_a_supervisor_asks_how_all_are_doing() -> None:
    assert asked("hows everybody doing this month", "S002").intent is Intent.REPORT
    assert asked("how is my unit doing on notes", "S002").intent is Intent.REPORT
    assert asked("hows everybody doing").intent is Intent.OTHER


def test_a_colleague_is_reminded_by_nobody() -> None:
    assert asked("remind tanisha about hope", "S002").intent is Intent.HELP
    assert asked("remind me to call ms pettway tomorrow").intent is Intent.PLAN_VISIT
