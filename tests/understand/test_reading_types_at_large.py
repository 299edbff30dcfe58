"""Types by what was done: talks with nobody on file, the child at the other end, families on a line (READING)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)  # a Wednesday
CHILD, VISIT, PARENT = (
    EventType.CASEWORKER_CHILD,
    EventType.BIRTH_PARENT_CHILD,
    EventType.BIRTH_PARENT_CASEWORKER,
)


def one(text: str, staff: str = "S006") -> Item:
    (item,) = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts
    return item


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        ("saw Jordan at school today at 1, 20 min, then the dean told me he is caught up", EventType.SCHOOL),
        ("Saw Jordan in the hospital today at 2. Talked with him and the nurse.", EventType.COLLATERAL),
    ],
)
def test_staff_of_the_place_who_are_not_on_file_count_by_what_they_are(text: str, extra: EventType) -> None:
    assert set(one(text).types) == {CHILD, extra}


def test_staff_who_said_nothing_add_no_type() -> None:
    assert one("saw Jordan at school today at 1, 20 min, did not talk with the teacher").types == (CHILD,)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("jordan txtd 805a gonna be late", Method.TEXT),
        ("text frm jordan 4:10 today, passed math", Method.TEXT),
        ("jordan facetime 4:15 today 10m, wants new shoes", Method.VIDEO),
    ],
)
def test_a_child_at_the_other_end_is_a_contact_with_the_child(text: str, method: Method) -> None:
    item = one(text)
    assert (item.types, item.method) == ((CHILD,), method)


def test_a_child_told_of_in_a_call_was_not_met() -> None:
    item = one("Eileen Brennan called at 2 today, she saw Jordan on the news with the band, 5 min")
    assert item.types == (EventType.CASEWORKER_FOSTER_PARENT,)


@pytest.mark.parametrize(
    "text",
    [
        "I put Yesenia Nuñez through to Isabella on the three-way today at 3 and stayed on the line",
        "videollamada de Yesenia Nuñez con Isabella hoy a las 3, yo estuve, 20 min",
        "Yesenia Nuñez video visit w/ Isabella today 3-3:30, i supervisd",
    ],
)
def test_a_parent_on_a_line_with_the_child_is_their_visit(text: str) -> None:
    assert one(text, "S006").types == (VISIT,)


def test_a_home_visit_to_a_parent_about_the_child_is_no_visit_of_theirs() -> None:
    item = one("home visit with Yesenia Nuñez at 2 today about Isabella, 45 min")
    assert (item.types, item.place) == ((PARENT,), Place.BIRTH_HOME)


def test_a_talk_beside_the_supervised_visit_adds_its_type() -> None:
    text = (
        "Supervised visit Yesenia Nuñez with Isabella today 3 to 4 at the office. I also spoke with Yesenia "
    )
    assert set(one(text + "herself about her housing application.").types) == {VISIT, PARENT}


def test_a_word_in_the_hallway_of_the_court_is_no_hearing() -> None:
    item = one("talked to Eileen Brennan in the court hallway at 11:15 today re the subsidy")
    assert (item.types, item.place) == ((EventType.CASEWORKER_FOSTER_PARENT,), Place.COURT)
