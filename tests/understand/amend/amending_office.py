"""A draft about Maya and Tobi Okafor, one with open questions, and what words make of them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.amend import Amendment, Facts, amend
from bot.understand.parts import Question
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import agency_in

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 30, tzinfo=NEW_YORK)
MAYA, TOBI, OTHER_MAYA, BENCE = "C1", "C2", "C3", "C4"
MOTHER, STONE, FALK, QUIST = "P1", "P2", "P3", "P5"
VISIT = Facts(
    types=(EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT, EventType.CASEWORKER_FOSTER_PARENT),
    children=(MAYA, TOBI),
    people=(STONE,),
    on=date(2026, 11, 5),
    starts_at=datetime(2026, 11, 5, 16, 0, tzinfo=NEW_YORK),
    minutes=30,
    method=Method.IN_PERSON,
    outcome=Outcome.COMPLETED,
    place=Place.FOSTER_HOME,
    case_id="K1",
)
ASKING = Facts(
    types=(EventType.CASEWORKER_CHILD,),
    on=date(2026, 11, 9),
    asked=(
        Question("child", (MAYA, OTHER_MAYA)),
        Question("time"),
        Question("outcome"),
        Question("method"),
    ),
)
SIBLINGS = Facts(
    case_id="K1", on=date(2026, 11, 9), asked=(Question("child", (MAYA, TOBI)), Question("time"))
)


@cache
def office() -> Agency:
    """The office of the conversations."""
    return agency_in(Path(__file__).parents[2] / "conversations" / "roster")


def said(facts: Facts, words: str, *, close: bool = False, sent_at: datetime = MONDAY) -> Amendment:
    """What Dana's words make of a draft with these facts."""
    return amend(office(), facts, words, staff_id="W1", sent_at=sent_at, tz=NEW_YORK, close=close)
