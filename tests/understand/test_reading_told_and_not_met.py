"""Who is only told of, what others will do, what befell a child elsewhere: none of it is the worker's event."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)
CHILD = EventType.CASEWORKER_CHILD


def items(text: str, staff: str = "S005") -> tuple[Item, ...]:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=MONDAY, tz=TZ).contacts


def only(text: str, staff: str = "S005") -> Item:
    (item,) = items(text, staff)
    return item


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        ("S007", "Leonel me contó hoy a las 3 por teléfono que le da miedo quedarse solo con la mamá"),
        ("S007", "Jaylen me dijo por teléfono hoy a las 2 que no quiere que lo dejen solo con su mamá"),
        ("S005", "hope told me on the phone today at 3 she is scared to be alone with her mom"),
        ("S005", "spoke with Hope by phone at 3, she doesn't want to stay alone with dad"),
    ],
)
def test_who_a_child_fears_to_be_alone_with_is_not_there(staff: str, text: str) -> None:
    item = only(text, staff)
    assert (item.method, item.people, item.seen_alone) == (Method.PHONE, (), ())
    assert item.types == (CHILD,)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("saw Hope at school today at 1, spent 20 min alone with her", True),
        ("Hope seen at school today at 1, one-on-one", True),
        ("Hope seen at school today at 1, not seen alone", False),
        ("Hope seen at school today at 1, couldn't get any time alone with her", False),
        ("saw Hope at school today at 1, she gets left home alone with a cousin", False),
    ],
)
def test_alone_is_how_the_worker_saw_her(text: str, alone: bool) -> None:
    assert bool(only(text).seen_alone) is alone


@pytest.mark.parametrize(
    "text",
    [
        "dropped off metrocards w annette hall 12:15 today, she just took them thru the door",
        "brought diapers to ms pettway 3pm today, she took them at the door",
        "left two forms with Annette Hall at 2 today, brought them over on my way",
        "told ms ward about will at 2 today, she'll see him tmrw at 10",
    ],
)
def test_things_and_others_appointments_make_no_visit_to_a_child(text: str) -> None:
    assert CHILD not in only(text).types


def test_children_taken_somewhere_are_met() -> None:
    assert CHILD in only("brought clothes for Hope at school today at 2 and took her to the dentist").types
    assert CHILD in only("dropped the kids at ms pettways 4pm today").types
    assert CHILD in only("picked up Hope at 3 today, took her to ms pettways").types


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        ("S005", "stopped by ms edwards to see alan 4pm today. he said his mom missed the visit sat"),
        ("S005", "saw Hope today 4pm at ms pettways, she told me her mom never showed on saturday"),
        ("S005", "visited Will at linden house today 3pm. he says his therapist canceled last week"),
        ("S005", "saw Hope at ms pettways today at 4. Ms Pettway canceled tomorrow's dentist"),
        ("S007", "vi a Leonel hoy a las 3 en la escuela, me dijo que su mamá no llegó el sábado"),
        ("S007", "visité a Leonel hoy a las 4. Contó que la mamá nunca llegó"),
        ("S007", "vi a Jaylen hoy 4pm en casa de la foster, andaba bravo pq lo suspendieron"),
        ("S007", "visité a Luz hoy a las 4 en casa de la foster, la suspendieron tres días de la escuela"),
    ],
)
def test_what_is_told_of_elsewhere_is_no_outcome(staff: str, text: str) -> None:
    item = only(text, staff)
    assert item.outcome is Outcome.COMPLETED
    assert CHILD in item.types
    assert not any(p in item.people for p in ("K0015", "K0018", "K0403", "K0538"))


@pytest.mark.parametrize(
    ("staff", "text", "outcome"),
    [
        ("S007", "suspendieron la visita de hoy a las 4 de Luz con la mamá", Outcome.CANCELLED),
        ("S007", "la visita de Luz con la mamá hoy a las 4 la suspendieron", Outcome.CANCELLED),
        ("S007", "fui a la escuela a ver a Jaylen hoy a las 2 pero lo suspendieron", Outcome.ATTEMPTED),
        ("S007", "fui a ver a Jaylen hoy a las 2, lo suspendieron así que no lo vi", Outcome.ATTEMPTED),
        ("S005", "went to see Hope at school today at 2, they said she got suspended", Outcome.ATTEMPTED),
        ("S005", "supervised visit today 3pm for Hope. Her mom didn't show", Outcome.ATTEMPTED),
    ],
)
def test_the_visits_own_end_is_one(staff: str, text: str, outcome: Outcome) -> None:
    assert only(text, staff).outcome is outcome


@pytest.mark.parametrize(
    "said",
    ["mom no show", "mom didn't show", "mom a no show", "no show by mom", "mom absent", "mom never came"],
)
def test_who_did_not_come_to_a_hearing_is_not_on_it(said: str) -> None:
    item = only(f"court today 2pm on campbell, adjourned, {said}")
    assert (item.types, item.outcome) == ((EventType.COURT_APPEARANCE,), Outcome.COMPLETED)
    assert item.people == ()


def test_who_came_is() -> None:
    assert only("court today 2pm on campbell, mom present, adjourned").people == ("K0008",)
    assert only("supervised visit for Hope with mom today 3pm, mom no show").people == ("K0015",)
