"""Leave from Monday 30 November 2026: all notes by Wednesday 17:00, and each unsubmitted one is reminded of."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.reminders.plan import Planner
from bot.rules.leave import leave_cutoff
from storage.records import NoteRecord
from tests.reminders.following import follow_roster
from tests.services.follower import Followed
from tests.services.small_office import DANA, NEW_YORK, SmallOffice

FIRST, LAST = date(2026, 11, 30), date(2026, 12, 4)
THANKSGIVING = date(2026, 11, 26)


def november(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)


CUTOFF = november(25, 17)


@pytest.fixture
def here(office: SmallOffice) -> Followed:
    return Followed(office)


def seen(here: Followed, day: int, hour: int) -> NoteRecord:
    """Dana has seen Maya that day for half an hour, and tells it half an hour later."""
    here.office.now = november(day, hour + 1)
    clock = f"{(hour - 1) % 12 + 1}{'am' if hour < 12 else 'pm'}"
    return here.office.draft(
        DANA, f"saw Maya Okafor at the foster home today at {clock} for 30 min, all well"
    )


def beats(here: Followed, until: datetime) -> None:
    """Every quarter of an hour, as the planner beats."""
    planner = Planner(here.office.db, here.office.policy)
    while here.office.now <= until:
        planner.plan(here.office.now)
        here.office.later(minutes=15)


def test_every_unsubmitted_event_before_it_is_due_and_reminded_of_by_the_cut_off(here: Followed) -> None:
    cutoff = leave_cutoff(FIRST, policy=here.office.policy)
    assert cutoff.policy.astimezone(NEW_YORK).date() == THANKSGIVING
    assert cutoff.effective == CUTOFF
    here.office.now = november(22, 9)
    here.leave(DANA, FIRST, LAST)
    follow_roster(here.office.db, here.office.policy, here.office.now)
    early, monday, tuesday = seen(here, 22, 10), seen(here, 23, 14), seen(here, 24, 15)
    filed = here.office.submits(seen(here, 24, 16))
    assert early.due_at == november(25, 10, 30), "its 72 hours end before the cut-off"
    assert monday.due_at == tuesday.due_at == CUTOFF, "their 72 hours would end after it"
    assert here.owed("leave") == [("leave", DANA, CUTOFF)]
    beats(here, november(25, 13))
    pings = {item.subject_id: item.due_at for item in here.messages("note_reminder")}
    assert pings == {
        early.id: november(24, 19, 30),  # four hours before it is night
        monday.id: november(25, 13),
        tuesday.id: november(25, 13),
    }
    assert filed.id not in pings
    assert [item.due_at for item in here.messages("leave_reminder")] == [november(25, 13)]
