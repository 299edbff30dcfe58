"""The month's visits: who owes which, and when they are met."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.rules.moments import start_of_day
from bot.rules.policy import load_policy
from bot.rules.reminders import Kind
from bot.services.duties import seen
from storage.database import Database
from storage.models import Case, Child, Note, NoteChild, NoteType, NoteVersion, Obligation
from storage.types import CaseStatus, EventType, Method, NoteStatus, Outcome
from tests.reminders.following import follow_roster
from tests.reminders.office import DANA, SAM, employ

NEW_YORK = ZoneInfo("America/New_York")
POLICY = load_policy()
NOW = datetime(2026, 11, 9, 15, 0, tzinfo=UTC)
MONTH_END = datetime(2026, 11, 30, 23, 59, 59, tzinfo=NEW_YORK)


class Caseload:
    """Dana's case C1 with Maya (P1) and Leo (P2) in care; visits as notes."""

    def __init__(self, db: Database) -> None:
        self.db = db
        with db.begin() as session:
            employ(session)
            session.flush()
            session.add(Case(id="C1", status=CaseStatus.OPEN, primary_worker_id=DANA))
            session.flush()
            for child_id in ("P1", "P2"):
                session.add(Child(id=child_id, case_id="C1", entered_care_on=date(2026, 3, 1)))

    def plan(self, now: datetime = NOW) -> int:
        return follow_roster(self.db, POLICY, now)

    def change(self, table: type[Case | Child], row_id: str, **values: object) -> None:
        with self.db.begin() as session:
            session.execute(update(table).where(table.id == row_id).values(**values))

    def visit(self, note_id: str, on: date, child: str = "P1", **more: object) -> None:
        with self.db.begin() as session:
            self._note(session, note_id, on, child, dict(more))
            session.flush()
            seen.recheck(session, POLICY, ["C1"], since=start_of_day(on, NEW_YORK), now=NOW)

    @staticmethod
    def _note(session: Session, note_id: str, on: date, child: str, more: dict[str, object]) -> None:
        status = more.pop("status", NoteStatus.DRAFT)
        session.add(
            Note(id=note_id, case_id="C1", author_id=DANA, entered_by_id=DANA, created_at=NOW, status=status)
        )
        session.flush()
        facts = {"method": Method.IN_PERSON, "outcome": Outcome.COMPLETED} | more
        session.add(
            NoteVersion(
                id=f"{note_id}-1",
                note_id=note_id,
                number=1,
                made_by_id=DANA,
                made_at=NOW,
                made_how="read",
                event_on=on,
                **facts,
            )
        )
        session.flush()
        session.add(NoteChild(version_id=f"{note_id}-1", child_id=child))
        session.add(NoteType(version_id=f"{note_id}-1", type=EventType.CASEWORKER_CHILD))

    def discard(self, note_id: str) -> None:
        with self.db.begin() as session:
            session.execute(update(Note).where(Note.id == note_id).values(status=NoteStatus.DISCARDED))
            seen.recheck(session, POLICY, ["C1"], since=start_of_day(date(2026, 11, 1), NEW_YORK), now=NOW)

    def owed(self) -> set[tuple[str, str, str]]:
        """(child, worker, month) of what is open."""
        with self.db.reading() as session:
            still = (Obligation.closed_at.is_(None), Obligation.kind == Kind.VISIT)
            rows = session.scalars(select(Obligation).where(*still))
            return {(row.subject_id, row.person_id, row.period) for row in rows}


@pytest.fixture
def caseload(database: Database) -> Caseload:
    return Caseload(database)


BOTH = {("P1", DANA, "2026-11"), ("P2", DANA, "2026-11")}


def test_each_child_in_care_is_owed_a_visit_by_the_end_of_the_month(caseload: Caseload) -> None:
    assert caseload.plan() == 2
    assert caseload.owed() == BOTH
    with caseload.db.reading() as session:
        assert set(session.scalars(select(Obligation.due_at))) == {MONTH_END}


def test_planning_again_changes_nothing(caseload: Caseload) -> None:
    caseload.plan()
    assert caseload.plan() == 0


def test_a_completed_visit_meets_it_even_as_a_draft(caseload: Caseload) -> None:
    caseload.plan()
    caseload.visit("N1", date(2026, 11, 9))
    assert caseload.owed() == {("P2", DANA, "2026-11")}
    assert caseload.plan() == 0


@pytest.mark.parametrize(
    "facts",
    [{"method": Method.VIDEO}, {"method": Method.PHONE}, {"outcome": Outcome.ATTEMPTED}],
    ids=["video", "phone", "attempt"],
)
def test_what_is_no_visit_meets_nothing(caseload: Caseload, facts: dict[str, object]) -> None:
    caseload.plan()
    caseload.visit("N1", date(2026, 11, 9), **facts)
    assert caseload.owed() == BOTH


def test_a_discarded_draft_is_no_visit_any_more(caseload: Caseload) -> None:
    caseload.plan()
    caseload.visit("N1", date(2026, 11, 9))
    caseload.discard("N1")
    assert caseload.owed() == BOTH


def test_a_case_may_ask_for_two_on_different_days(caseload: Caseload) -> None:
    caseload.change(Case, "C1", visits_per_month=2)
    caseload.plan()
    caseload.visit("N1", date(2026, 11, 9))
    caseload.visit("N2", date(2026, 11, 9))
    assert caseload.owed() == BOTH, "two notes of one day are one visit"
    caseload.visit("N3", date(2026, 11, 20))
    assert caseload.owed() == {("P2", DANA, "2026-11")}


def test_it_moves_with_the_case(caseload: Caseload) -> None:
    caseload.plan()
    caseload.visit("N1", date(2026, 11, 9))
    caseload.change(Case, "C1", primary_worker_id=SAM)
    assert caseload.plan() == 2
    assert caseload.owed() == {("P2", SAM, "2026-11")}, "Maya was seen already"


def test_who_left_care_or_whose_case_closed_is_owed_none(caseload: Caseload) -> None:
    caseload.plan()
    caseload.change(Child, "P1", left_care_on=date(2026, 10, 31))
    caseload.plan()
    assert caseload.owed() == {("P2", DANA, "2026-11")}
    caseload.change(Case, "C1", status=CaseStatus.CLOSED)
    caseload.plan()
    assert caseload.owed() == set()


def test_who_leaves_within_the_month_is_owed_one_until_then(caseload: Caseload) -> None:
    caseload.change(Child, "P1", left_care_on=date(2026, 11, 20))
    caseload.plan()
    with caseload.db.reading() as session:
        due = session.scalar(select(Obligation.due_at).where(Obligation.subject_id == "P1"))
    assert due == datetime(2026, 11, 20, 23, 59, 59, tzinfo=NEW_YORK)


def test_last_month_s_stays_a_while_then_goes(caseload: Caseload) -> None:
    caseload.plan()
    caseload.plan(datetime(2026, 12, 2, 15, tzinfo=UTC))
    assert {period for _, _, period in caseload.owed()} == {"2026-11", "2026-12"}
    caseload.plan(datetime(2026, 12, 15, 15, tzinfo=UTC))
    assert {period for _, _, period in caseload.owed()} == {"2026-12"}


def test_the_month_is_the_agency_s_not_utc_s(caseload: Caseload) -> None:
    caseload.plan(datetime(2026, 12, 1, 3, 0, tzinfo=UTC))  # 22:00 on the 30th in New York
    assert {period for _, _, period in caseload.owed()} == {"2026-11"}
