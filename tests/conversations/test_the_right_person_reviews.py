"""Who reviews changes after a note was sent: the card, the right and the duty go along, and come back."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.services.roster.roster import import_roster
from storage.models import Staff
from storage.queries.people import gone
from tests.conversations.office import Office
from tests.conversations.test_a_note_to_its_end import VISIT, draft, submit
from tests.stock import NEW_YORK, ROSTER


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=NEW_YORK)


def imports(office: Office, folder: Path, *, leave: str = "", **supervisors: str) -> None:
    """The administrator imports the roster anew, with another line or one more leave."""
    new = folder / "roster"
    shutil.copytree(ROSTER, new, dirs_exist_ok=True)
    with (ROSTER / "staff.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        row["supervisor_id"] = supervisors.get(row["staff_id"], row["supervisor_id"])
    with (new / "staff.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with (new / "leave.csv").open("a", encoding="utf-8") as out:
        out.write(f"{leave}\n" if leave else "")
    deps = office.demo.fieldnote.deps
    with deps.db.begin() as session:
        import_roster(session, new, now=deps.clock.now(), tz=deps.policy.zone)
    office.demo.fieldnote.scheduler.beat()


def account(office: Office, user: str, *, closed: bool) -> None:
    """The workspace's owner closes or reopens somebody's account, and the bot has heard of it."""
    workspace = office.demo.workspace
    workspace.add(replace(workspace.person(user), deleted=closed))
    assert workspace.wait_until(lambda: (user in accounts_closed(office)) is closed)
    office.demo.fieldnote.scheduler.beat()


def accounts_closed(office: Office) -> set[str | None]:
    with office.db.reading() as session:
        return {session.get_one(Staff, staff_id).slack_user_id for staff_id in gone(session)}


def test_a_new_line_in_the_roster_takes_the_open_review_along(office: Office, tmp_path: Path) -> None:
    submit(office)
    office.sam.waits_for("[Approve]")
    imports(office, tmp_path, W1="V2")
    office.riley.waits_for("Note from Dana Ellis")
    assert "you review it" not in office.riley.newest_card()
    office.sam.waits_for("no longer with you for review. ➡ Now with Riley Shaw")
    assert not office.sam.sees("[Approve]")
    assert not office.sam.sees("[Read]")
    office.dana.waits_for("to Riley Shaw")
    office.riley.clicks("Read")
    office.riley.waits_for_window("Read note")
    assert office.riley.sees(VISIT)
    office.riley.clicks("Approve")
    office.dana.waits_for("Riley Shaw approved this note")


def test_leave_hands_over_in_the_morning_and_its_end_gives_back(office: Office, tmp_path: Path) -> None:
    submit(office)
    office.sam.waits_for("[Approve]")
    imports(office, tmp_path, leave="V1,2026-11-10,2026-11-11,V2")
    assert not office.riley.sees("Note from Dana Ellis")
    office.fast_forward(at(10, 0, 5))
    office.sam.waits_for("Now with Riley Shaw")
    assert not office.riley.sees("Note from Dana Ellis"), "nobody is woken at midnight for it"
    office.fast_forward(at(10, 7, 1))
    office.riley.waits_for("you review it for Sam Ortega")
    office.sam.waits_until_gone("[Approve]")
    office.fast_forward(at(11, 9))
    office.fast_forward(at(12, 9))
    office.sam.waits_for("[Approve]")
    office.riley.waits_for("no longer with you for review. ➡ Now with Sam Ortega")
    assert office.riley.reads().count("Note from Dana Ellis") == 0
    office.sam.clicks("Read", on="Note from Dana Ellis")
    office.sam.waits_for_window("Read note")
    office.sam.clicks("Approve")
    office.dana.waits_for("Sam Ortega approved this note")


def test_a_note_that_nobody_can_review_waits_openly_and_finds_its_reviewer(office: Office) -> None:
    account(office, "U0SAM", closed=True)
    account(office, "U0ALEX", closed=True)
    draft(office)
    office.dana.clicks("Submit")
    office.dana.waits_for("nobody can review it now: the director and the administrator have been told")
    office.jo.waits_for("Nobody can review a note of Dana Ellis, case K1")
    assert VISIT not in office.jo.reads()
    account(office, "U0SAM", closed=False)
    office.sam.waits_for("[Approve]")
    office.jo.waits_for("Settled: the note of Dana Ellis, case K1. ➡ Now with Sam Ortega")
    office.dana.waits_for("to Sam Ortega")


def test_a_supervisors_own_note_goes_one_level_up(office: Office) -> None:
    office.sam.says(VISIT)
    office.sam.waits_for("[Submit]")
    office.sam.clicks("Submit")
    office.alex.waits_for("Note from Sam Ortega")
    assert not office.sam.sees("[Approve]")
    office.sam.clicks("Read")
    office.sam.waits_for_window("Read note")
    assert not office.sam.sees("[Approve]")


def test_what_somebody_who_left_had_open_stands_in_the_supervisors_morning(office: Office) -> None:
    draft(office)
    account(office, "U0DANA", closed=True)
    office.fast_forward(at(10, 8, 45))
    office.sam.waits_for("Left behind by Dana Ellis")
    assert "never submitted" in office.sam.newest_card("Left behind")
    office.sam.clicks("Read", on="Left behind")
    office.sam.waits_for_window("Read note")
    assert office.sam.sees(VISIT)
    assert not office.sam.sees("[Approve]")
    office.sam.clicks("Seen to")
    office.sam.waits_for_window("Seen to. It stays on record")


def test_a_corrected_date_moves_the_clock_and_the_card_says_that_it_is_late(office: Office) -> None:
    draft(office)
    assert "due Nov 12, 4:45 PM" in office.dana.newest_card()
    office.dana.clicks("Edit")
    office.dana.waits_for_window("Edit note")
    office.dana.chooses("2026-11-04", from_="Date")
    office.dana.submits()
    office.dana.waits_for("late, it was due Nov 7, 4:45 PM. Submit it all the same")
    office.dana.clicks("Submit")
    office.dana.waits_for("Submitted")
    office.sam.waits_for("submitted 🔴 late, it was due Nov 7, 4:45 PM")
