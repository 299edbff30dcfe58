"""A draft is asked about danger once, and never where a call about it was raised: there people were told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.services.crisis import alarm_asked
from bot.services.drafts.drafting import Source
from bot.understand.parts import Question
from storage.database import Database
from storage.records import NoteRecord
from tests.services.small_office import DANA, VISIT, SmallOffice


@pytest.fixture
def office(sqlite_stocked: Database) -> SmallOffice:
    return SmallOffice(sqlite_stocked)


def asks(office: SmallOffice, note: NoteRecord) -> list[str]:
    """The note's open questions, once the model heard danger in its message."""
    reading = replace(office.reading(DANA, VISIT), questions=(Question("alarm"),))
    with office.desk(DANA) as desk:
        alarm_asked.ask(desk, reading, Source("D1", "1.0", VISIT))
    return [each.slot for each in office.seen_by(DANA, note.id).asked]


def test_a_note_is_asked_about(office: SmallOffice) -> None:
    note = office.draft()
    assert asks(office, note) == ["alarm"]
    assert asks(office, note) == ["alarm"]


@pytest.mark.parametrize("concern", [True, False])
def test_a_note_of_a_call_is_not(office: SmallOffice, concern: bool) -> None:
    note = office.draft()
    with office.desk(DANA) as desk:
        alarm_asked.raise_call(desk, note, concern=concern)
    assert asks(office, note) == []
