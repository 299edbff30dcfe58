"""Words behind a plan move the plan, and no draft; it is called off by a tap."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from storage.models import NoteVersion, Obligation, PlannedVisit
from tests.conversations.office import Office

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"
PLAN = "seeing Maya Lindgren thurs at 3 pm"


def planned(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    office.dana.says(PLAN)
    office.dana.waits_for("[Log visit]")


def test_make_that_friday_moves_the_plan_and_no_draft(office: Office) -> None:
    planned(office)
    office.dana.says("make that friday")
    office.dana.waits_for("Fri, Nov 13, 2026, 3:00 PM (was Thu, Nov 12, 2026, 3:00 PM)")
    office.dana.says("actually 5")
    office.dana.waits_for("Fri, Nov 13, 2026, 5:00 PM (was Fri, Nov 13, 2026, 3:00 PM)")
    with office.db.reading() as session:
        assert session.scalars(select(NoteVersion.number)).all() == [1], "the draft stays as it was"
        (row,) = session.scalars(select(PlannedVisit))
        reminded = session.scalars(
            select(Obligation.due_at).where(Obligation.subject_id == row.id, Obligation.closed_at.is_(None))
        )
        assert (row.moves, reminded.all()) == (2, [row.starts_at])


def test_it_is_called_off_by_a_tap(sqlite_office: Office) -> None:
    planned(sqlite_office)
    sqlite_office.dana.says("can't make it")
    sqlite_office.dana.waits_for("Cancel this visit?")
    with sqlite_office.db.reading() as session:
        assert session.scalars(select(PlannedVisit.cancelled_at)).all() == [None]
    sqlite_office.dana.clicks("Cancel visit")
    sqlite_office.dana.waits_until_gone("Cancel this visit?")
    with sqlite_office.db.reading() as session:
        assert None not in session.scalars(select(PlannedVisit.cancelled_at)).all()


def test_under_its_card_it_is_about_that_plan(sqlite_office: Office) -> None:
    planned(sqlite_office)
    sqlite_office.dana.says("seeing Tobi Okafor weds at 10 am")
    sqlite_office.dana.waits_for("Wed, Nov 11, 2026, 10:00 AM")
    sqlite_office.dana.says("make it 4", thread_of="Lindgren case, K2")
    sqlite_office.dana.waits_for("Thu, Nov 12, 2026, 4:00 PM (was Thu, Nov 12, 2026, 3:00 PM)")


def test_a_time_that_is_over_changes_nothing_and_is_said(sqlite_office: Office) -> None:
    planned(sqlite_office)
    sqlite_office.dana.says("make that yesterday")
    sqlite_office.dana.waits_for("That time is over")
    assert "Thu, Nov 12, 2026, 3:00 PM" in sqlite_office.dana.newest_card("[Log visit]")


def test_of_two_plans_of_a_message_the_named_one_is_meant(sqlite_office: Office) -> None:
    sqlite_office.dana.says("seeing Maya Lindgren thurs at 3 pm and Tobi Okafor fri at 11 am")
    sqlite_office.dana.waits_for("Fri, Nov 13, 2026, 11:00 AM")
    sqlite_office.dana.says("cancel Tobi, he has court")
    sqlite_office.dana.waits_for("Cancel this visit?")
    assert "Tobi Okafor · Fri, Nov 13, 2026, 11:00 AM" in sqlite_office.dana.newest_card("Cancel this visit?")


def test_it_is_given_to_the_child_who_was_meant(sqlite_office: Office) -> None:
    planned(sqlite_office)
    sqlite_office.dana.says("It's not Maya Lindgren it's Tobi Okafor")
    sqlite_office.dana.waits_for("Tobi Okafor (was Maya Lindgren)")
    with sqlite_office.db.reading() as session:
        assert session.scalars(select(NoteVersion.number)).all() == [1], "the draft stays as it was"
        (row,) = session.scalars(select(PlannedVisit))
        assert (row.children, row.case_id) == (["C2"], "K1")


def test_what_comes_on_top_is_a_plan_too(sqlite_office: Office) -> None:
    planned(sqlite_office)
    sqlite_office.dana.says("and friday Tobi Okafor at 11 am")
    sqlite_office.dana.waits_for("Fri, Nov 13, 2026, 11:00 AM")
    with sqlite_office.db.reading() as session:
        assert len(session.scalars(select(PlannedVisit)).all()) == 2
        assert session.scalars(select(NoteVersion.number)).all() == [1]


def test_a_plan_named_is_put_off_however_old_it_is(sqlite_office: Office) -> None:
    planned(sqlite_office)
    sqlite_office.fast_forward(to=datetime(2026, 11, 10, 0, 30, tzinfo=UTC))
    sqlite_office.dana.says("push Maya Lindgren a week")
    sqlite_office.dana.waits_for("Thu, Nov 19, 2026, 3:00 PM (was Thu, Nov 12, 2026, 3:00 PM)")
    with sqlite_office.db.reading() as session:
        assert len(session.scalars(select(PlannedVisit)).all()) == 1
        assert session.scalars(select(NoteVersion.number)).all() == [1], "nothing else became of it"


def test_a_name_alone_puts_the_plan_right_and_asks_for_no_card(sqlite_office: Office) -> None:
    sqlite_office.dana.says(PLAN)
    sqlite_office.dana.waits_for("Planned")
    sqlite_office.dana.says("sorry i mean Tobi Okafor")
    sqlite_office.dana.waits_for("Tobi Okafor (was Maya Lindgren)")


@pytest.mark.parametrize(
    "words", ["thurs is no good, court. make it mon 10", "jueves no me sirve, mejor el lunes a las 10",
              "cant do maya lindgren thurs, she has dr. mon at 10"]
)  # fmt: skip
def test_the_day_that_will_not_do_is_the_plans_and_no_drafts(sqlite_office: Office, words: str) -> None:
    sqlite_office.dana.says(PLAN)
    sqlite_office.dana.waits_for("[Log visit]")
    sqlite_office.dana.says("called Ms Quist about Maya Lindgren 2pm today, ok w thurs")
    sqlite_office.dana.waits_for("[Submit]")
    sqlite_office.dana.says(words)
    sqlite_office.dana.waits_for("Mon, Nov 16, 2026, 10:00 AM (was Thu, Nov 12, 2026, 3:00 PM)")
    with sqlite_office.db.reading() as session:
        assert session.scalars(select(NoteVersion.number)).all() == [1], "the call stays as it was"


def test_a_bare_weekday_is_of_the_plans_own_week(sqlite_office: Office) -> None:
    sqlite_office.dana.says("seeing Tobi Okafor mon the 16th at 10 am")
    sqlite_office.dana.waits_for("Mon, Nov 16, 2026, 10:00 AM")
    sqlite_office.dana.says("he has the dentist so lets do wednesday")
    sqlite_office.dana.waits_for("Wed, Nov 18, 2026, 10:00 AM (was Mon, Nov 16, 2026, 10:00 AM)")
    sqlite_office.dana.says("push tobi to the day after")
    sqlite_office.dana.waits_for("Thu, Nov 19, 2026, 10:00 AM (was Wed, Nov 18, 2026, 10:00 AM)")
    sqlite_office.dana.says("and tobi is the 20th not the 19th")
    sqlite_office.dana.waits_for("Fri, Nov 20, 2026, 10:00 AM (was Thu, Nov 19, 2026, 10:00 AM)")
    with sqlite_office.db.reading() as session:
        assert len(session.scalars(select(PlannedVisit)).all()) == 1
