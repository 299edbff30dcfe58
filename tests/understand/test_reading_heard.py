"""Who spoke with the worker where the sentence names nobody: pronouns, "we", "la señora"."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)
HOME = {EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT}
SPOKEN = EventType.CASEWORKER_FOSTER_PARENT


def only(staff: str, text: str) -> Item:
    (item,) = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts
    return item


@pytest.mark.parametrize(
    ("staff", "text", "caregiver"),
    [
        (
            "S007",
            "Vi a Angel y Luz hoy a las 3 en casa de la Sra. Polanco. La señora me contó que comen",
            "K0045",
        ),
        (
            "S006",
            "Hoy a las 4 fui a ver a Manny con su tío en su casa. Él me contó que duerme mejor",
            "K0024",
        ),
        ("S006", "Visita a Isabella y Sofia con la Sra. Delgado hoy a las 3 en su casa. Platicamos", "K0023"),
        ("S006", "saw JR today 2:15 at his aunt's, she was there n we talked bout school", "K0038"),
        ("S011", "saw khalil and kayla today 4pm at ms banks house she cooked and then we talked", "K0128"),
        (
            "S006",
            "Jordan and Lila at the Brennans' home today 3pm. Eileen had soup on. We all sat and talked",
            "K0032",
        ),
    ],
)
def test_somebody_who_spoke_by_a_pronoun_took_part(staff: str, text: str, caregiver: str):
    item = only(staff, text)
    assert item.people == (caregiver,)
    assert set(item.types) == HOME | {SPOKEN}


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        ("S008", "Saw Nadia today 5pm at Ms Auguste's. She told me about her new teacher."),
        ("S008", "Saw Wilner at 3 today at Ms Etienne's, we talked about school."),
        ("S008", "Saw Nadia and Gigi at Ms Auguste's today 3pm. Gigi is sad abot her mom."),
        ("S010", "Saw Zion at 5 today at Mr Bell's, we talked alone in his room"),
    ],
)
def test_where_it_may_be_the_child_nobody_else_spoke(staff: str, text: str):
    item = only(staff, text)
    assert item.people == ()
    assert set(item.types) == HOME


def test_whoever_was_talked_to_while_the_child_was_out():
    item = only(
        "S011",
        "went by Geraldine Fullers today at 3, DAndre wasnt there he was at dance. Talked to her 20 min",
    )
    assert (item.people, SPOKEN in item.types) == (("K0123",), True)


def test_a_title_tells_the_two_of_a_couple_apart():
    assert only("S006", "Called Mr Brennan today at 2, 10 min, about Jordan").people == ("K0033",)
    assert only("S006", "Called Mrs Brennan today at 2, 10 min, about Jordan").people == ("K0032",)
