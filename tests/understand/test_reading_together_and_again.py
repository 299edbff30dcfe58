"""Siblings of two homes together, who only drove, who was not spoken with, and the home tried once more."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Outcome
from tests.understand.agencies import LOTS, SAMPLE, agency_in

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)
CEDAR = agency_in(LOTS / "lot26" / "cedarpoint" / "roster")
DELANEYS = {"P25", "P26", "P27"}


def items(text: str, staff: str = "S007", agency: Agency = SAMPLE) -> tuple[Item, ...]:
    return read(agency, staff_id=staff, text=text, sent_at=MONDAY, tz=TZ).contacts


@pytest.mark.parametrize(
    "text",
    [
        "The three Delaneys were together today at the rink, two to half past three. I kept score.",
        "Rose, Owen and Cormac met up at the park today 2-3:30, I was there the whole time.",
        "took all three Delaney kids to pizza together today 2-3",
        "Delaney sibs at the zoo together today 2-3:30. Ms Cobb drove.",
        "Los tres Delaney estuvieron juntos hoy en el boliche de 2 a 3:30. Harriet manejo.",
        "The Delaneys hung out at the library today 2-3. Harriet and Irene saw to the driving.",
    ],
)
def test_siblings_of_two_homes_together_are_a_sibling_visit(text: str) -> None:
    (item,) = items(text, "S10", CEDAR)
    assert item.types == (EventType.SIBLING_VISIT,)
    assert (set(item.children), item.people) == (DELANEYS, ())


@pytest.mark.parametrize(
    "text",
    [
        "Saw Rose and Owen today 2-3 at the park, they played together",  # of one home
        "Saw Rose at the park today 2-3, Owen was in the car",
        "Rose, Owen and Cormac at Ms Cobb's today 2-3, they ate together",
        "supervised visit today 2-3 at office, Delaney kids w mom, they ate together",
        "court today 2pm, Rose and Cormac sat together",
    ],
)
def test_elsewhere_together_is_only_a_word(text: str) -> None:
    assert EventType.SIBLING_VISIT not in items(text, "S10", CEDAR)[0].types


@pytest.mark.parametrize(
    "what",
    [
        "Ms Polanco out back, not spoken to.",
        "Ms Polanco out front.",
        "Ms Polanco home, not spoken to",
        "La Sra Polanco atras en el patio, no hable con ella",
    ],
)
def test_who_was_out_back_and_not_spoken_to_took_no_part(what: str) -> None:
    (item,) = items(f"Luz + Angel 1700 FH, 20m. {what}")
    assert item.types == (EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT)
    assert item.people == ()


@pytest.mark.parametrize(
    "what",
    ["Ms Polanco interviewed out back", "Ms Polanco out back with the dog but came in and we talked"],
)
def test_who_was_spoken_with_out_back_did(what: str) -> None:
    (item,) = items(f"Luz + Angel 1700 FH, 20m. {what}")
    assert EventType.CASEWORKER_FOSTER_PARENT in item.types


@pytest.mark.parametrize(
    "text",
    [
        "tryed vist miriam santos at her apartmnt 3 pm no one home. i go agan 430 she there, talk 25 min",
        "tried to visit Miriam Santos at her apt 3pm, no one home. went back at 430 and she was there",
        "3pm Miriam Santos apt, no answer. back at 4:30, she let me in, talked about her job",
        "stop by miriam santos 3pm not there. i come back 430 and talk with her 25 min",
        "fui a ver a Miriam Santos a las 3 y no habia nadie. volvi a las 4:30 y ahi estaba",
    ],
)
def test_the_second_try_is_to_the_same_adult(text: str) -> None:
    first, again = items(text)
    assert (first.outcome, again.outcome) == (Outcome.ATTEMPTED, Outcome.COMPLETED)
    assert again.people == first.people == ("K0043",)
    assert again.types == (EventType.BIRTH_PARENT_CASEWORKER,)


def test_a_second_try_in_vain_is_one_more_attempt() -> None:
    found = items("tried visit miriam santos 3pm no one home. go again 430 still no one")
    assert [(i.outcome, i.people) for i in found] == [(Outcome.ATTEMPTED, ("K0043",))] * 2


def test_a_second_try_at_a_childs_home_is_to_the_child() -> None:
    _, again = items("went to see Luz at Ms Polanco's 3pm nobody home. went again 430, she was home")
    assert again.types == (EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT)
