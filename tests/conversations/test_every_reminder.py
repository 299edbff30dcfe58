"""Every reminder as people get it, with the clock moved: each is about the right child and one tap from done."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.services.roster import import_roster
from storage.models import Leave, Note, NoteVersion, Obligation, OutboxItem, RosterStamp
from tests.conversations.office import NEW_YORK, ROSTER, Office


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK)


class Roster:
    """The agency's files, changed and imported again, as an administrator would."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.folder = office, folder / "roster"
        shutil.copytree(ROSTER, self.folder)

    def now_has(self, file: str, *rows: Mapping[str, str], key: str = "") -> None:
        """Add rows, or change those with the same key; import, and let the bot beat."""
        path = self.folder / f"{file}.csv"
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            old, columns = list(reader), list(reader.fieldnames or ())
        new = {row[key]: row for row in rows} if key else {}
        kept = [{**row, **new.pop(row[key], {})} if key else row for row in old]
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns, restval="")
            writer.writeheader()
            writer.writerows([*kept, *(new.values() if key else rows)])
        deps = self.office.demo.fieldnote.deps
        with deps.db.begin() as session:
            import_roster(session, self.folder, now=deps.clock.now(), tz=deps.policy.zone)
        self.office.demo.fieldnote.scheduler.beat()


@pytest.fixture(autouse=True)
def _beaten_once(office: Office) -> None:
    """What is owed stands in the book from the first beat on."""
    office.demo.fieldnote.scheduler.beat()


@pytest.fixture
def roster(office: Office, tmp_path: Path) -> Roster:
    return Roster(office, tmp_path)


def owed(office: Office, kind: str, *, person: str = "W1") -> list[tuple[str, str]]:
    """(subject, period) of what is open."""
    with office.db.reading() as session:
        rows = session.scalars(
            select(Obligation)
            .where(Obligation.kind == kind, Obligation.person_id == person, Obligation.closed_at.is_(None))
            .order_by(Obligation.subject_id, Obligation.due_at)
        )
        return [(row.subject_id, row.period) for row in rows]


def newest_draft(office: Office) -> tuple[Note, NoteVersion]:
    with office.db.reading() as session:
        query = select(Note, NoteVersion).join(NoteVersion, NoteVersion.note_id == Note.id)
        note, version = session.execute(query.order_by(Note.created_at.desc()).limit(1)).one()
        return note, version


def morning(office: Office, day: int, month: int = 11) -> None:
    """The day's digests have gone out."""
    office.fast_forward(at(day, 7, 29, month))
    office.fast_forward(at(day, 8, 31, month))


def test_visits_parents_and_caretakers_stand_in_the_middle_of_the_month(office: Office) -> None:
    morning(office, 15)
    office.dana.waits_for("Good morning")
    seen = office.dana.newest_card("Good morning")
    for words in ("Visit this month  Maya Okafor", "Visit this month  Tobi Okafor", "Parent contact"):
        assert words in seen, seen
    assert "Beverly Stone (foster parent), Okafor case" in seen
    assert "Varga" not in seen, "that family is Kim's"
    assert seen.count("Beverly Stone") == 1, "one talk is about both children"
    assert owed(office, "caretaker_contact") == [("P2", "2026-11"), ("P5", "2026-11")]


def test_a_contact_with_the_caretaker_is_one_tap_away(office: Office) -> None:
    office.dana.opens_home()
    office.dana.clicks("Log contact", on="Beverly Stone")
    office.dana.waits_for_window("Edit note")
    note, version = newest_draft(office)
    assert note.case_id == "K1"
    assert (version.method, version.outcome, version.event_on) == (None, None, None)
    assert "Beverly Stone" in office.dana.newest_card("nothing is filed yet")


def test_a_contact_with_the_caretaker_meets_what_is_owed_for_all_who_live_there(office: Office) -> None:
    morning(office, 15)
    office.dana.says(
        "talked with Ms. Stone, Tobi Okafor's foster mother, in person at her home today at 8:15am"
    )
    office.dana.waits_for("[Submit]")
    office.demo.workspace.wait_until(lambda: ("P2", "2026-11") not in owed(office, "caretaker_contact"), 10)
    assert ("P2", "2026-11") not in owed(office, "caretaker_contact")
    assert ("P5", "2026-11") in owed(office, "caretaker_contact")


def test_who_covers_a_leave_has_its_visits_meanwhile(office: Office) -> None:
    office.fast_forward(at(15, 12))
    assert owed(office, "visit", person="W2") == [("C4", "2026-11")]
    office.fast_forward(at(16, 1))  # Kim's leave, 16 to 18 November; Dana covers
    assert owed(office, "visit", person="W2") == []
    assert ("C4", "2026-11") in owed(office, "visit")
    office.fast_forward(at(19, 1))
    assert owed(office, "visit", person="W2") == [("C4", "2026-11")]


def test_a_case_that_says_so_asks_for_more_visits(office: Office, roster: Roster) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    office.demo.workspace.wait_until(lambda: ("C1", "2026-11") not in owed(office, "visit"), 10)
    assert ("C1", "2026-11") not in owed(office, "visit")
    roster.now_has("cases", {"case_id": "K1", "visits_per_month": "2"}, key="case_id")
    assert ("C1", "2026-11") in owed(office, "visit"), "one of two"
    office.dana.command("/due")
    office.dana.waits_for("Maya Okafor · seen 1 of 2")


def test_a_case_closed_by_mistake_and_opened_again_is_owed_as_before(office: Office, roster: Roster) -> None:
    before = owed(office, "visit")
    roster.now_has("cases", {"case_id": "K1", "status": "closed", "closed_on": "2026-11-09"}, key="case_id")
    assert owed(office, "visit") == [("C3", "2026-11")]
    roster.now_has("cases", {"case_id": "K1", "status": "open", "closed_on": ""}, key="case_id")
    assert owed(office, "visit") == before


def test_the_first_days_of_a_placement_are_owed_when_a_child_moves(office: Office, roster: Roster) -> None:
    assert owed(office, "first_days") == []
    kin = {"contact_id": "P9", "case_id": "K1", "name": "Ada Obi", "relationship": "kin"}
    roster.now_has("contacts", kin, key="contact_id")
    moved = {"child_id": "C1", "placement_type": "kinship", "placement_contact_id": "P9"}
    roster.now_has("children", moved, key="child_id")
    assert owed(office, "first_days") == [("C1", "2026-11-09")]
    assert ("P9", "2026-11") in owed(office, "caretaker_contact")
    office.dana.command("/due")
    office.dana.waits_for(
        "First 30 days  Maya Okafor · seen 0 of 2 · at the placement 0 of 1 · parents 0 of 2"
    )
    morning(office, 24)
    office.dana.waits_for("First 30 days")


def test_leave_moves_what_is_due_and_both_cut_offs_are_shown(office: Office, roster: Roster) -> None:
    leave = {"staff_id": "W1", "first_day": "2026-11-30", "last_day": "2026-12-04"}
    roster.now_has("leave", leave)
    office.fast_forward(at(24, 16))
    office.dana.says("saw Maya Okafor at the foster home today at 3pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    with office.db.reading() as session:
        due = session.scalars(select(Note.due_at)).one()
    assert due == at(25, 17), "its 72 hours would end on Friday"
    morning(office, 25)
    office.dana.waits_for("Before your leave")
    seen = office.dana.newest_card("Before your leave")
    assert "leave from Mon, Nov 30, 2026" in seen
    assert "All notes are due today, 5:00 PM" in seen
    assert "The policy's cut-off, tomorrow, 5:00 PM, is a holiday" in seen, "Thanksgiving"
    assert "1 not submitted yet" in seen
    office.fast_forward(at(25, 13, 1))
    office.dana.waits_for("Note to submit")


def test_leave_planned_later_moves_a_draft_and_taken_back_moves_it_again(
    office: Office, roster: Roster
) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    assert due_of_the_only_note(office) == at(12, 16, 30)
    leave = {"staff_id": "W1", "first_day": "2026-11-13", "last_day": "2026-11-13"}
    roster.now_has("leave", leave)
    # Two weekdays before Friday the 13th is Wednesday the 11th, Veterans Day: Tuesday the 10th holds.
    assert due_of_the_only_note(office) == at(10, 17)
    take_back(office, leave)
    assert due_of_the_only_note(office) == at(12, 16, 30)
    assert owed(office, "leave") == []


def due_of_the_only_note(office: Office) -> datetime | None:
    with office.db.reading() as session:
        return session.scalars(select(Note.due_at)).one()


def take_back(office: Office, leave: Mapping[str, str]) -> None:
    """As it is done in Slack: the row stays, marked."""
    with office.db.begin() as session:
        row = session.scalars(
            select(Leave).where(
                Leave.staff_id == leave["staff_id"],
                Leave.first_day == date.fromisoformat(leave["first_day"]),
            )
        ).one()
        row.cancelled = row.from_slack = True
        session.scalars(select(RosterStamp)).one().number += 1
    office.demo.fieldnote.scheduler.beat()


def test_a_hearing_s_report_is_ticked_off_once(office: Office, roster: Roster) -> None:
    hearing = {"hearing_id": "H2", "case_id": "K2", "starts_at": "2026-12-04T10:00:00-05:00"}
    roster.now_has("hearings", hearing | {"court": "Part 4", "kind": "permanency hearing"})
    morning(office, 18)  # two days before the report is due on the 20th
    office.dana.waits_for("Court report  Lindgren family")
    found = office.dana.finds("Report filed", on="Court report  Lindgren family")
    office.dana.clicks(found)
    office.dana.waits_for("the report is filed")
    assert ("H2", "report") not in owed(office, "hearing")
    office.dana.clicks(found)
    office.dana.waits_for("filed before")


def test_a_consultation_that_was_held_is_not_asked_for(office: Office) -> None:
    assert ("H1", "consultation") in owed(office, "hearing")
    morning(office, 10)
    office.dana.waits_for("Consultation before court")
    office.dana.says(
        "case conference about the Okafor family at the office today at 8am, DLS attended, 30 min"
    )
    office.dana.waits_for("[Submit]")
    office.demo.workspace.wait_until(lambda: ("H1", "consultation") not in owed(office, "hearing"), 10)
    assert ("H1", "consultation") not in owed(office, "hearing")


def test_the_weekly_conference_of_supervisor_and_worker(office: Office) -> None:
    morning(office, 16)
    office.sam.waits_for("Weekly conference  with Dana Ellis")
    office.dana.waits_for("Weekly conference  with Sam Ortega")
    assert not office.riley.sees("Dana Ellis")
    office.sam.clicks("Record conference", on="with Dana Ellis")
    office.sam.waits_for_window("Weekly conference")
    office.sam.submits()
    office.sam.waits_for("The next conference is due Mon Nov 23")
    assert owed(office, "conference") == [("W1", "2026-11-23 worker")]
    assert ("W1", "2026-11-23") in owed(office, "conference", person="V1")


def test_a_shift_is_told_a_day_and_an_hour_ahead_and_follows_a_swap(office: Office, roster: Roster) -> None:
    shift = {"starts_at": "2026-11-13T17:00:00-05:00", "ends_at": "2026-11-14T09:00:00-05:00"}
    roster.now_has("oncall", shift | {"staff_id": "W2", "tier": "primary"})
    office.fast_forward(at(12, 17, 1))
    office.kim.waits_for("On call")
    swapped = shift | {"staff_id": "O1", "tier": "primary"}
    shutil.copyfile(ROSTER / "oncall.csv", roster.folder / "oncall.csv")
    office.fast_forward(at(13, 9))
    roster.now_has("oncall", swapped)
    office.robin.waits_for("On call: ")  # told at once: the day ahead is over
    before = office.kim.reads()
    office.fast_forward(at(13, 16, 1))
    office.demo.workspace.wait_until(lambda: office.robin.reads().count("Who's on call") >= 2, 10)
    assert office.robin.reads().count("Who's on call") >= 2
    assert office.kim.reads() == before, "it is not Kim's any more"


def test_gaps_in_the_rota_go_to_the_admin_and_the_director(office: Office) -> None:
    morning(office, 10)
    for person in (office.jo, office.alex):
        person.waits_for("Gaps in the rota")
        person.clicks("See gaps", on="Gaps in the rota")
        person.waits_for("Nobody is on call")
    assert not office.sam.sees("Gaps in the rota")


def test_the_supervisor_sees_what_the_team_has_overdue_and_no_other_team(office: Office) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    morning(office, 13)  # due on Thursday the 12th at 16:30
    office.sam.waits_for("Team overdue  2, with Dana Ellis")
    office.sam.clicks("See overdue", on="Team overdue")
    office.sam.waits_for("Dana Ellis  1 court report, 1 note")
    assert not office.riley.sees("Team overdue")


def test_the_director_s_monday_has_last_week_s_figures(office: Office) -> None:
    office.dana.says("saw Maya Okafor at the foster home today at 4pm for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    office.dana.clicks("Submit")
    office.sam.waits_for("Approve")
    morning(office, 16)
    office.alex.waits_for("Last week")
    seen = office.alex.newest_card("Last week")
    assert "100% on time, 1 of 1 submitted" in seen
    assert "Maya" not in seen
    office.alex.clicks("By unit", on="Last week")
    office.alex.waits_for("Sam Ortega")


def test_a_planned_visit_from_the_eve_to_the_question(office: Office) -> None:
    office.dana.says("seeing Maya Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    morning(office, 11)
    office.dana.waits_for("Planned visit  Maya Okafor")
    office.fast_forward(at(12, 14, 1))
    office.dana.waits_for("[Cancel]")
    office.fast_forward(at(12, 16, 1))
    office.dana.waits_for("Did it happen?")
    office.dana.clicks("Log visit", on="Did it happen?")
    office.dana.waits_for_window("Edit note")
    note, version = newest_draft(office)
    assert note.case_id == "K1"
    assert version.narrative == ""
    assert (version.event_on, version.outcome, version.method) == (None, None, None), "nothing is invented"


def test_a_visit_that_was_told_meanwhile_is_not_asked_about(office: Office) -> None:
    office.dana.says("seeing Maya Okafor tomorrow at 10 am")
    office.dana.waits_for("A plan is no note")
    office.fast_forward(at(10, 10, 50))
    office.dana.says("saw Maya Okafor at the foster home today at 10am for 30 min, she read to me")
    office.dana.waits_for("[Submit]")
    office.fast_forward(at(10, 11, 1))
    office.demo.workspace.wait_until(lambda: state_of(office, "did_it_happen") == "dropped", 10)
    assert state_of(office, "did_it_happen") == "dropped"
    assert not office.dana.sees("Did it happen?")


def state_of(office: Office, step: str) -> str:
    with office.db.reading() as session:
        rows = session.scalars(select(OutboxItem).where(OutboxItem.kind == "planned_visit_reminder"))
        return next((str(r.state) for r in rows if r.details.get("step") == step), "")


def test_a_moved_visit_is_reminded_of_at_its_new_time_and_a_cancelled_one_not(office: Office) -> None:
    office.dana.says("seeing Maya Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    office.dana.clicks("Move", on="A plan is no note")
    office.dana.waits_for_window("Move visit")
    office.dana.fills("Day", "2026-11-13")
    office.dana.fills("Time", "11:00")
    office.dana.submits()
    office.dana.waits_for("Fri, Nov 13, 2026, 11:00 AM")
    office.fast_forward(at(12, 16, 1))
    assert not office.dana.sees("Did it happen?")
    office.fast_forward(at(13, 10, 1))
    office.dana.waits_for("[Cancel]")
    office.dana.clicks("Cancel", on="A plan is no note")
    office.dana.waits_for("Cancelled: I won't ask about it")
    office.fast_forward(at(13, 12, 30))
    assert not office.dana.sees("Did it happen?")
    assert owed(office, "planned_visit") == []


def test_a_planned_visit_for_the_phone_s_calendar_names_nobody(office: Office) -> None:
    office.dana.says("seeing Maya Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    office.dana.clicks("Add to calendar", on="A plan is no note")
    office.dana.waits_for("visit.ics")
    workspace = office.demo.workspace
    file_id = next(f for m in workspace.conversations.visible_to("U0DANA") for f in m.files)
    content = workspace.files.get(file_id).content.decode()
    assert "DTSTART:20261112T200000Z" in content
    assert "SUMMARY:Visit M.O." in content
    assert "Maya" not in content
    assert "TRIGGER:-PT1H" in content


def test_a_whole_morning_can_be_put_off(office: Office) -> None:
    morning(office, 15)
    office.dana.waits_for("Good morning")
    office.dana.clicks("Snooze", on="Good morning")
    office.dana.waits_for("I'll bring the list again Sun Nov 15, 11:")
    count = office.dana.reads().count("Good morning")
    office.fast_forward(at(15, 12))
    office.demo.workspace.wait_until(lambda: office.dana.reads().count("Good morning") > count, 10)
    assert office.dana.reads().count("Good morning") == count + 1
