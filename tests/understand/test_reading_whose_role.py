"""Whose mother, whose lawyer: both parents in Spanish, surnames that are words, what somebody named is."""

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
BOTH = ("K0043", "K0044")


def items(text: str, staff: str = "S007", agency: Agency = SAMPLE) -> tuple[Item, ...]:
    return read(agency, staff_id=staff, text=text, sent_at=MONDAY, tz=TZ).contacts


@pytest.mark.parametrize(
    "text",
    [
        "Audiencia de los Santos hoy a las 9:30. Estuvieron los dos papás.",
        "hoy 9:30 corte de los Santos, vinieron los 2 papas",
        "Hablé hoy a las 2 con ambos papás de Luz",
        "hable hoy a las 2 con los papas de Luz",
        "visita supervisada hoy 3-4 con los papás, Luz y Angel",
    ],
)
def test_papas_are_both_parents(text: str) -> None:
    (item,) = items(text)
    assert tuple(sorted(item.people)) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Vi a Luz hoy a las 3 en casa de la Sra Polanco, comieron papas fritas",
        "Vi a Luz hoy a las 3 en la escuela, almorzo huevos con papas",
    ],
)
def test_potatoes_are_nobody(text: str) -> None:
    (item,) = items(text)
    assert not set(item.people) & set(BOTH)


def test_a_hearing_to_which_no_parent_came_was_held() -> None:
    (item,) = items("court 9:30 today for the Santos kids, neither parent came, just the law guardian")
    assert (item.outcome, item.people) == (Outcome.COMPLETED, ("K0046",))


CEDAR = agency_in(LOTS / "lot26" / "cedarpoint" / "roster")


@pytest.mark.parametrize(
    "text",
    [
        "EARLY'S MOM TEXTED ME TODAY AT 2",
        "EARLY BM CALLED 2PM TODAY",
        "early mom called me today at 2",
        "CALLED EARLY MOM TODAY AT 2, NO ANSWER",
        "today 2pm text from early mom",
    ],
)
def test_a_surname_that_is_a_word_is_one_before_a_role(text: str) -> None:
    (item,) = items(text, "S09", CEDAR)
    assert (item.children, item.people) == (("P24",), ("K064",))


@pytest.mark.parametrize("text", ["got there early mom called at 2 today", "young mom called at 2 today"])
def test_elsewhere_it_is_the_word(text: str) -> None:
    assert not any(item.people for item in items(text, "S09", CEDAR))


@pytest.mark.parametrize("text", ["spoke w/ Santos law guardian at 2", "SPOKE WITH SANTOS LAW GUARDIAN AT 2"])
def test_a_familys_lawyer_spoken_with_is_no_talk_with_its_children(text: str) -> None:
    (item,) = items(text)
    assert (item.types, item.people) == ((EventType.COLLATERAL,), ("K0046",))


@pytest.mark.parametrize("what", ["(counselor)", "(the counselor)", "(her counselor)", ", counselor,"])
def test_what_the_one_named_is_names_nobody_else(what: str) -> None:
    (item,) = items(f"Luz at school 1pm; met with Ms. Jimenez {what} re retention")
    assert item.people == ("K0047",)


@pytest.mark.parametrize("who", ["Mr Zook (therapist)", "Ms Quill (his counselor)"])
def test_what_a_stranger_is_names_nobody_on_file(who: str) -> None:
    (item,) = items(f"Angel at school 1pm; spoke w {who}")
    assert item.people == ()


@pytest.mark.parametrize("how", ["late", "overdue", "still pending"])
def test_an_evaluation_that_is_late_is_no_crisis(how: str) -> None:
    text = f"1pm call w Dana Moskowitz re Luz, she says the psych eval is {how}"
    assert read(SAMPLE, staff_id="S007", text=text, sent_at=MONDAY, tz=TZ).intent.value == "log_contact"
