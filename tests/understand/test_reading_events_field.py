"""Which words belong to which event, and what each is: family visits, runs of events, plans in any words."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)
TYPES = {
    "birth_parent_child": "visit",
    "birth_parent_caseworker": "parent",
    "caseworker_child": "child",
    "foster_home_visit": "home",
    "caseworker_foster_parent": "fp",
    "sibling_visit": "sibs",
    "case_conference": "case",
}
CHILDREN = {"P0133": "K", "P0134": "A", "P0108": "W"}
PEOPLE = {"K0489": "s", "K0490": "t", "K0386": "q"}
FIELD = Path(__file__).parent / "events_field.txt"


def shown(item: Item) -> str:
    types = "+".join(sorted(TYPES.get(kind, kind) for kind in item.types))
    children = "".join(sorted((CHILDREN.get(one, "?") for one in item.children), key="WKA?".index))
    people = "".join(sorted(PEOPLE.get(one, "?") for one in item.people)) or "-"
    when = f"{item.starts_at:%m-%dT%H:%M}" if item.starts_at else "-"
    return f"{types} {children} / {people} {when} {item.method or '-'} {item.outcome} {item.place or '-'}"


def cases() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in FIELD.read_text("utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "items"), cases())
def test_each_event_with_its_own(text: str, items: list[str]):
    reading = read(SAMPLE, staff_id="S007", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)
    assert [shown(item) for item in reading.contacts] == items
    assert reading.ask == ()


def test_what_the_foster_mother_does_is_no_event():
    text = "Stacy Stokes called at 2:50, Kelly has pink eye, she is taking her to the clinic tomorrow at 9."
    reading = read(SAMPLE, staff_id="S007", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)
    assert [shown(item) for item in reading.contacts] == ["fp K / t 11-17T14:50 phone completed -"]
