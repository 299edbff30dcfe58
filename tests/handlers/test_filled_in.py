"""What a saved window says of a time: the newest answer holds, and nothing is dropped in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.errors import Unusable
from bot.handlers.notes.filled_in import filled_in
from bot.rules.moments import at_local
from storage.database import Database
from storage.records import NoteContent
from tests.services.small_office import DANA, NEW_YORK, STONE, SmallOffice

FOUR = datetime(2026, 11, 9, 16, 0, tzinfo=NEW_YORK)


@pytest.fixture
def office(sqlite_stocked: Database) -> SmallOffice:
    return SmallOffice(sqlite_stocked)


def saved(office: SmallOffice, before: dict[str, Any], **fields: Any) -> NoteContent:
    """The note as it was `before`, its window saved with these fields."""
    values: dict[str, Any] = {"words0": {"v": {"value": "Saw her."}}}
    values["on"] = {"v": {"selected_date": fields.get("on", "2026-11-09")}}
    values["at"] = {"v": {"selected_time": fields.get("at")}}
    ticked = [{"value": "unknown"}] if fields.get("unknown") else []
    values["unknown"] = {"v": {"selected_options": ticked}}
    note = office.draft()
    note = replace(note, content=replace(note.content, **before))
    with office.desk(DANA) as desk:
        return filled_in(desk, note, values)


def test_a_time_that_is_picked_beside_an_old_tick_holds(office: SmallOffice) -> None:
    content = saved(office, {"starts_at": None, "time_unknown": True}, at="16:00", unknown=True)
    assert (content.starts_at, content.time_unknown) == (FOUR, False)


def test_a_new_tick_beside_an_old_time_holds(office: SmallOffice) -> None:
    content = saved(office, {"starts_at": FOUR}, at="16:00", unknown=True)
    assert (content.starts_at, content.time_unknown) == (None, True)


@pytest.mark.parametrize(("at", "on"), [("16:00", None), ("23:00", "2026-11-09"), (None, "2026-11-10")])
def test_what_cannot_be_is_said(office: SmallOffice, at: str | None, on: str | None) -> None:
    with pytest.raises(Unusable):
        saved(office, {"starts_at": None}, at=at, on=on)


def test_an_hour_that_came_twice_stays_the_one_it_was(office: SmallOffice) -> None:
    second = datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK, fold=1)
    kept = saved(office, {"starts_at": second, "on": second.date()}, at="01:30", on="2026-11-01")
    assert kept.starts_at is not None
    assert kept.starts_at.timestamp() == second.timestamp()
    other = saved(office, {"starts_at": None, "on": second.date()}, at="01:30", on="2026-11-01")
    assert other.starts_at == at_local(second.date(), second.time().replace(fold=0), NEW_YORK)


def test_a_field_that_the_window_did_not_show_stays(office: SmallOffice) -> None:
    assert saved(office, {"people": (STONE,)}, at="16:00").people == (STONE,)


def test_a_part_of_the_day_stays_with_its_day(office: SmallOffice) -> None:
    rough = {"starts_at": None, "part_of_day": "morning"}
    assert saved(office, rough).part_of_day == "morning"
    assert saved(office, rough, on="2026-11-08").part_of_day is None
