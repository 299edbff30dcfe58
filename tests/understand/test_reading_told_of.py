"""Whom the sentences behind an event only tell of: they are no part of it (READING, "Who")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Reading
from bot.understand.reading import read
from storage.types import EventType
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)
VISIT = "saw Manny at school today at 2:30, 20 min."


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S006", text=text, sent_at=SENT, tz=TZ)


@pytest.mark.parametrize(
    "told",
    [
        "Mom promised him a phone.",
        "Mom still owes us the paperwork.",
        "He talked to his mom on Sunday.",
        "He misses his mother.",
        "I need to get the consent from mom.",
        "Need to follow up with the therapist.",
        "Will call the school tomorrow.",
        "Mom called him last night and he was upset after.",
        "He made a card for his mom.",
        "Mom's lawyer filed something.",
        "La mamá todavía no ha firmado.",
        "Tengo que llamar a su mamá.",
        "Quiere ver a su mamá.",
        "Her therapist wants to see him weekly.",
    ],
)
def test_who_is_only_told_of_took_no_part(told: str) -> None:
    found = reading(f"{VISIT} {told}")
    (item,) = found.contacts
    assert item.people == ()
    assert item.types == (EventType.CASEWORKER_CHILD,)
    assert found.ask == ()


@pytest.mark.parametrize(
    "told",
    [
        "Mom was there and we talked.",
        "Mom told me she starts work Monday.",
        "I also spoke with mom about her lease.",
    ],
)
def test_who_spoke_there_took_part(told: str) -> None:
    (item,) = reading(f"saw Manny at the office today at 2:30, 20 min. {told}").contacts
    assert item.people
    assert EventType.BIRTH_PARENT_CASEWORKER in item.types
