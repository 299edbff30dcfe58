"""The hand-over: what is open goes to who comes on call; in the morning the day team hears of the night."""

from __future__ import annotations

from sqlalchemy import func, select

from storage.models import OutboxItem
from tests.conversations.office import Office
from tests.conversations.owing import at


def test_the_night_and_what_is_open_are_handed_over(office: Office) -> None:
    office.fast_forward(at(10, 2, 6))
    office.robin.says("CRISIS Bence Varga ran from Hugh Talbot's at 1:30, police called")
    office.robin.waits_for("Call")
    office.robin.says("number for Hugh Talbot")
    office.robin.waits_for("Why do you need")
    office.robin.clicks("Crisis call")
    office.robin.waits_for("718-555-0107")
    office.fast_forward(at(10, 9, 1))
    told = office.riley.waits_for("The night · since Mon Nov 9, 5:00 PM")
    assert "Varga case" in told
    assert "Robin Pike looked up" in told
    assert "⚠️ open" in told
    office.kim.waits_for("The night · since")  # the case's worker
    office.kim.waits_for("Hand-over: still open")  # and next on call
    assert not office.sam.sees("The night"), "another unit's family"
    assert not office.dana.sees("The night")
    office.fast_forward(at(10, 9, 2))
    assert written(office, "night_digest") == 2


def written(office: Office, kind: str) -> int:
    with office.db.reading() as session:
        return session.scalar(select(func.count()).where(OutboxItem.kind == kind)) or 0


def test_a_quiet_night_is_told_to_nobody(sqlite_office: Office) -> None:
    sqlite_office.fast_forward(at(10, 9, 1))
    sqlite_office.fast_forward(at(10, 17, 1))
    assert written(sqlite_office, "night_digest") == written(sqlite_office, "still_open") == 0


def test_who_comes_on_call_with_slack_silent_is_told_so_once(sqlite_office: Office) -> None:
    office = sqlite_office
    office.demo.workspace.dnd.add("U0KIM")
    office.fast_forward(at(10, 16, 1))
    office.fast_forward(at(10, 16, 2))
    office.kim.waits_for("Your Slack is silent Tue Nov 10, 5:00 PM")
    assert written(office, "shift_silent") == 1
    assert not office.robin.sees("Your Slack is silent")
