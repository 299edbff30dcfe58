"""The 72 hours run from the event: a corrected date or time moves the clock, the reminders and the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.reminders.plan import Planner
from bot.services import notes
from storage.models import Obligation, OutboxItem
from storage.records import NoteRecord
from storage.types import OutboxState
from tests.reminders.following import follow_roster
from tests.services.follower import Followed
from tests.services.small_office import DANA, MAYA, NEW_YORK, SmallOffice


@pytest.fixture
def here(office: SmallOffice) -> Followed:
    return Followed(office)


def corrected(here: Followed, note: NoteRecord, starts_at: datetime) -> NoteRecord:
    """Dana says that it was at another time."""
    with here.office.desk(DANA) as desk:
        now = notes.read(desk, note.id)
        content = replace(now.content, on=starts_at.astimezone(NEW_YORK).date(), starts_at=starts_at)
        return notes.change(desk, note.id, now.version, content, how="edited")


def november(day: int, hour: int = 16) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=NEW_YORK).astimezone(UTC)


def test_a_drafts_due_time_and_what_is_owed_move(here: Followed) -> None:
    draft = here.office.draft()
    assert draft.due_at == november(12) + timedelta(minutes=45)
    moved = corrected(here, draft, november(8))
    assert moved.due_at == november(11) + timedelta(minutes=45)
    assert here.owed("note") == [("note", DANA, moved.due_at)]
    (row,) = here.audited("note.due_moved")
    assert draft.due_at is not None
    assert moved.due_at is not None
    assert row.details == {"from": draft.due_at.isoformat(), "to": moved.due_at.isoformat()}


def test_an_edit_that_leaves_the_time_alone_moves_nothing(here: Followed) -> None:
    draft = here.office.draft()
    with here.office.desk(DANA) as desk:
        content = replace(draft.content, narrative="better words")
        notes.change(desk, draft.id, draft.version, content, how="edited")
    assert here.audited("note.due_moved") == []
    assert here.owed("note") == [("note", DANA, draft.due_at)]


def test_reminders_of_the_former_time_are_dropped(here: Followed) -> None:
    draft = here.office.draft()
    assert draft.due_at is not None
    planner = Planner(here.office.db, here.office.policy)
    planner.plan(draft.due_at - timedelta(hours=3))
    (ping,) = here.messages("note_reminder")
    moved = corrected(here, draft, november(9, 17))
    assert [item.state for item in here.messages("note_reminder", waiting=False)] == [OutboxState.DROPPED]
    assert moved.due_at is not None
    planner.plan(moved.due_at - timedelta(hours=3))
    (again,) = here.messages("note_reminder")
    assert again.dedupe_key != ping.dedupe_key


def test_a_revision_is_judged_by_the_corrected_time(here: Followed) -> None:
    note = here.office.returns(here.office.submitted())
    moved = corrected(here, note, november(5))
    assert moved.due_at == november(8) + timedelta(minutes=45)
    assert (moved.first_submitted_at, moved.correction_due_at) == (
        note.first_submitted_at,
        note.correction_due_at,
    )
    assert here.owed("note") == []
    assert [whose for _, whose, _ in here.owed("correction")] == [DANA]
    assert len(here.audited("note.due_moved")) == 1


def test_the_visit_moves_to_the_month_in_which_it_was(here: Followed) -> None:
    follow_roster(here.office.db, here.office.policy, here.office.now)
    note = here.office.draft()
    corrected(here, note, november(8))
    assert visit_open(here, "2026-11") is False
    corrected(here, note, datetime(2026, 10, 31, 23, 30, tzinfo=NEW_YORK).astimezone(UTC))
    assert visit_open(here, "2026-11") is True
    corrected(here, note, november(1, 0))
    assert visit_open(here, "2026-11") is False


def visit_open(here: Followed, month: str) -> bool:
    with here.office.db.reading() as session:
        found = session.scalars(
            select(Obligation).where(
                Obligation.kind == "visit",
                Obligation.subject_id == MAYA,
                Obligation.period == month,
                Obligation.closed_at.is_(None),
            )
        ).all()
        return bool(found)


def test_a_date_without_a_time_is_due_later_on_that_day(here: Followed) -> None:
    draft = here.office.draft()
    with here.office.desk(DANA) as desk:
        content = replace(
            draft.content, on=date(2026, 11, 8), starts_at=None, minutes=None, time_unknown=True
        )
        moved = notes.change(desk, draft.id, draft.version, content, how="edited")
    assert (moved.due_at, moved.late_after) == (
        datetime(2026, 11, 11, tzinfo=NEW_YORK),
        datetime(2026, 11, 11, 23, 59, 59, tzinfo=NEW_YORK),
    )
    with here.office.db.reading() as session:
        assert session.scalars(select(OutboxItem).where(OutboxItem.kind == "note_reminder")).all() == []
