"""Siblings told of without their names, drop-offs, one on the line, "we stopped at five", a home he has not."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
WILNER, NADIA, GIGI, ROSE_LAURE = "P0017", "P0018", "P0019", "P0021"


def reading(text: str, staff_id: str = "S008") -> Reading:
    sent = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)
    return read(SAMPLE, staff_id=staff_id, text=text, sent_at=sent, tz=TZ, advisor=RULES_ALONE)


@pytest.mark.parametrize(
    "text",
    [
        "took Wilner to Ms Auguste house yesterday from one to three so he can see his sisters I stayed with them",
        "brought Wilner to Ms Auguste's today at 3 to see his sisters",
        "drove Wilner today at 3 for a visit with his siblings, stayed",
        "llevé a Wilner hoy a las 3 a casa de la Sra Auguste para que vea a sus hermanas",
    ],
)
def test_taken_to_see_his_sisters_is_a_sibling_visit_with_them(text: str) -> None:
    (item,) = reading(text).contacts
    assert item.types == (EventType.SIBLING_VISIT,)
    assert set(item.children) == {WILNER, NADIA, GIGI}


@pytest.mark.parametrize(
    "text",
    [
        "saw Wilner today at 3 at Ms Etienne's, he wants to see his sisters",
        "took Wilner to the dentist today at 3",
    ],
)
def test_a_wish_to_see_them_is_none(text: str) -> None:
    (item,) = reading(text).contacts
    assert item.children == (WILNER,)
    assert EventType.CASEWORKER_CHILD in item.types


@pytest.mark.parametrize(
    "who",
    [
        "the brother and sister had their visit",
        "the siblings had their visit",
        "los hermanos tuvieron su visita",
    ],
)
def test_siblings_at_the_home_of_a_child_without_any_are_asked_about(who: str) -> None:
    found = reading(f"{who} saturday at Ms Ahmed's house from 10 to 2")
    assert found.contacts[0].children == ()
    assert [q.slot for q in found.questions] == ["child"]
    there = reading(f"{who} saturday at Ms Lora's house from 10 to 2")
    assert len(there.contacts[0].children) == 2


def test_a_foster_home_that_he_does_not_live_in_is_asked_about_or_kept_as_said() -> None:
    anothers = reading("saw Will today at 430, 30 min at foster home", "S006")
    assert anothers.contacts[0].children == ()
    assert [q.slot for q in anothers.questions] == ["child"]
    (own,) = reading("saw Will today at 430 at the foster home", "S005").contacts
    assert (own.children, own.place) == (("P0004",), Place.FOSTER_HOME)
    (at_home,) = reading("saw Will at home today at 4", "S005").contacts
    assert at_home.place is Place.RESIDENTIAL


@pytest.mark.parametrize("words", ["we stopped at five", "the visit stopped at 5", "it stopped around 5"])
def test_we_stopped_is_the_end_of_the_same_visit(words: str) -> None:
    (item,) = reading(
        f"family visit for Rose-Laure at the agency at four today, {words}, the uncle came too"
    ).contacts
    assert (item.children, item.minutes, item.people) == ((ROSE_LAURE,), 60, ("K0078",))


def test_where_we_stopped_next_is_another() -> None:
    assert len(reading("saw Cody today at 4, stopped at the school at 5 to see Brianna").contacts) == 2


@pytest.mark.parametrize(
    "words",
    [
        "had mom in the office at 1 today, did the service plan review for the Uddin kids, the grandmother on the phone",
        "service plan review for Imran and Raisa today at 1 in the office with mom, the grandmother was on the phone",
    ],
)
def test_one_on_the_phone_makes_no_call_of_a_meeting(words: str) -> None:
    (item,) = reading(words).contacts
    assert (item.method, item.place) == (Method.IN_PERSON, Place.AGENCY)
    assert set(item.people) == {"K0524", "K0529"}


def test_a_review_by_phone_is_one() -> None:
    (item,) = reading(
        "service plan review for Imran and Raisa today at 1 by phone with the grandmother"
    ).contacts
    assert item.method is Method.PHONE


@pytest.mark.parametrize(
    "text",
    [
        "Christelle had her visit with the godmother sunday two to four, I just dropped her off",
        "Nadia had her visit with mom sunday two to four, I only dropped her off and picked her up",
        "Christelle tuvo su visita con la madrina el domingo de 2 a 4, solo la llevé",
    ],
)
def test_a_visit_to_which_she_was_only_driven_is_asked_for_its_type(text: str) -> None:
    found = reading(text)
    assert found.contacts[0].types == ()
    assert [q.slot for q in found.questions] == ["type"]


def test_who_stayed_saw_it() -> None:
    (item,) = reading(
        "Nadia had her visit with mom sunday two to four, I just dropped her off but stayed"
    ).contacts
    assert item.types == (EventType.BIRTH_PARENT_CHILD,)
