"""Reading begins when a message arrives; what was begun under other assumptions is thrown away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.handlers.door.ahead import Ahead, at_ts
from bot.handlers.door.reader import Begun, Here
from bot.rules.policy import load_policy
from bot.services.roster.roster import import_roster
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from bot.understand.two_steps import ToRead
from storage.database import Database
from tests.stock import MONDAY, NEW_YORK, ROSTER

TS = f"{MONDAY.timestamp():.6f}"


class Noting(Here):
    """A reader that notes what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[ToRead] = []
        self.free = True

    def is_free_for(self, agency: Agency) -> bool:
        return self.free and super().is_free_for(agency)

    def begin(self, agency: Agency, message: ToRead) -> Begun:
        self.given.append(message)
        return super().begin(agency, message)


@pytest.fixture
def shelf(sqlite_database: Database) -> Shelf:
    with sqlite_database.begin() as session:
        import_roster(session, ROSTER, now=MONDAY, tz=load_policy().zone)
    made = Shelf()
    with sqlite_database.reading() as session:
        made.agency(session)
    return made


def message(text: str = "saw Maya today at 4pm", **event: Any) -> dict[str, Any]:
    said = {
        "type": "message",
        "channel": "D1",
        "channel_type": "im",
        "user": "U0DANA",
        "ts": TS,
        "text": text,
    }
    return {"type": "event_callback", "event": {**said, **event}}


def asked(shelf: Shelf, text: str = "saw Maya today at 4pm", **more: Any) -> tuple[Agency, ToRead]:
    agency = shelf.latest
    assert agency is not None
    dana = agency.by_slack("U0DANA")
    assert dana is not None
    return agency, ToRead(dana.id, text, at_ts(TS).astimezone(NEW_YORK), NEW_YORK, **more)


def test_a_message_is_read_once_however_early_it_was_begun(shelf: Shelf) -> None:
    ahead = Ahead(reader := Noting(), shelf)
    ahead.begin(message())
    begun = ahead.begun(("D1", TS), *asked(shelf))
    assert reader.given == [asked(shelf)[1]]
    assert begun.seen().reading.contacts[0].starts_at == datetime(2026, 11, 9, 16, tzinfo=NEW_YORK)
    assert ahead.begun(("D1", TS), *asked(shelf)) is not begun, "a second try reads anew"


def test_what_the_socket_began_is_not_begun_again_and_waits_for_nobody(shelf: Shelf) -> None:
    ahead = Ahead(reader := Noting(), shelf)
    ahead.begin_at_once(message())
    ahead.begin(message())
    assert reader.given == [asked(shelf)[1]]
    reader.free = False
    ahead.begin_at_once(message(ts="1794243601.000000"))
    assert len(reader.given) == 1, "left to the thread that serves it"


def test_other_words_another_roster_or_a_nickname_learned_since_are_read_anew(shelf: Shelf) -> None:
    agency, same = asked(shelf)
    for place, now, told in (
        (("D1", TS), agency, asked(shelf, "saw Luz today at 4pm")[1]),
        (("D1", TS), Agency.of(agency.roster), same),
        (("D1", TS), agency, asked(shelf, nicknames={"nene": "C1"})[1]),
        (("D2", TS), agency, same),
    ):
        ahead = Ahead(reader := Noting(), shelf)
        ahead.begin(message())
        ahead.begun(place, now, told)
        assert reader.given == [same, told]


def test_her_nicknames_are_known_from_the_message_before(shelf: Shelf) -> None:
    ahead = Ahead(reader := Noting(), shelf)
    agency, named = asked(shelf, nicknames={"nene": "C1"})
    ahead.begun(("D1", "1.0"), agency, named)
    ahead.begin(message())
    ahead.begun(("D1", TS), agency, named)
    assert reader.given == [named, named]


@pytest.mark.parametrize(
    "event",
    [
        {"user": "U0STRANGER"},
        {"user": None},
        {"subtype": "message_changed"},
        {"subtype": "file_share", "text": ""},
        {"bot_id": "B1"},
        {"channel_type": "channel"},
        {"text": ""},
        {"type": "app_home_opened"},
    ],
)
def test_nothing_else_is_read_ahead(shelf: Shelf, event: dict[str, Any]) -> None:
    ahead = Ahead(reader := Noting(), shelf)
    ahead.begin(message(**event))
    ahead.begin({"type": "block_actions", "user": {"id": "U0DANA"}})
    assert reader.given == []


def test_nothing_stays_of_what_was_served_or_turned_away(shelf: Shelf) -> None:
    ahead = Ahead(reader := Noting(), shelf)
    for number in range(200):
        ahead.begin(message(ts=f"{number}.0"))
    assert len(ahead._begun) == 64
    for number in range(200):
        ahead.forget(message(ts=f"{number}.0"))
    assert len(ahead._begun) == 0
    assert len(reader.given) == 200
