"""From what is owed to what is written down: when, for whom, once, and merged after an outage."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.reminders.needed import still_needed
from bot.reminders.plan import Planner
from bot.rules.quiet import digest_at
from bot.services import obligations
from storage.database import Database
from storage.types import Lane
from tests.reminders.office import DANA, SAM
from tests.reminders.plans import NEW_YORK, POLICY, TEN, Plans, at


@pytest.fixture
def plans(database: Database) -> Plans:
    return Plans(database)


def dana_s_morning(day: date) -> str:
    return f"{digest_at(DANA, day, tz=NEW_YORK, policy=POLICY).astimezone(NEW_YORK):%a %H:%M}"


def test_a_note_s_72_hours(plans: Plans) -> None:
    due = at(12, 16)  # Thursday, from a visit on Monday at 16:00
    plans.owe("note", due, now=TEN)
    plans.live(TEN, at(14, 12))
    assert plans.written() == [
        ("digest", dana_s_morning(date(2026, 11, 11))),  # 32 hours before it is due
        ("digest", dana_s_morning(date(2026, 11, 12))),
        ("note_reminder:ping", "Thu 12:00"),
        ("digest", dana_s_morning(date(2026, 11, 13))),  # overdue, once a day
        ("digest", dana_s_morning(date(2026, 11, 14))),
    ]
    assert [row.lane for row in plans.rows()] == [
        Lane.DIGEST, Lane.DIGEST, Lane.URGENT, Lane.DIGEST, Lane.DIGEST
    ]  # fmt: skip


def test_a_ping_comes_before_the_quiet_hours(plans: Plans) -> None:
    plans.owe("note", at(12, 9), now=TEN)  # four hours before would be 5:00
    plans.live(TEN, at(12, 10))
    assert ("note_reminder:ping", "Wed 19:30") in plans.written()


def test_nothing_more_is_written_once_it_is_done(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    plans.live(TEN, at(11, 12))
    assert plans.settle("note", at(11, 12)) == 1
    plans.live(at(11, 12), at(14, 12))
    assert plans.kinds() == ["digest"]
    assert plans.owed()[0].planned_until is None


def test_what_is_done_meanwhile_is_not_sent(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    plans.live(TEN, at(12, 12))
    ping = next(row for row in plans.rows() if row.kind == "note_reminder")
    with plans.db.reading() as session:
        assert still_needed(session, ping, at(12, 12))
    plans.settle("note", at(12, 12))
    with plans.db.reading() as session:
        assert not still_needed(session, ping, at(12, 12))


def test_beating_twice_or_on_two_replicas_writes_once(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    other = Planner(plans.db, POLICY)
    for now in (at(12, 12), at(12, 12), at(12, 13)):
        plans.planner.plan(now.astimezone(UTC))
        other.plan(now.astimezone(UTC))
    assert plans.kinds().count("note_reminder:ping") == 1


def test_only_what_falls_due_is_touched(plans: Plans) -> None:
    for number in range(20):
        plans.owe("note", at(12, 16), now=TEN, subject=f"N{number}")
    plans.owe("note", at(20, 16), now=TEN, subject="later")
    assert plans.planner.plan(TEN.astimezone(UTC)) == 21
    assert plans.planner.plan(TEN.astimezone(UTC) + timedelta(hours=1)) == 0
    assert plans.planner.plan(at(12, 12).astimezone(UTC)) == 20


def test_one_digest_a_person_a_morning(plans: Plans) -> None:
    for number in range(6):
        plans.owe("note", at(12, 16) + timedelta(minutes=number), now=TEN, subject=f"N{number}")
    plans.owe("review", at(12, 23, 59), now=TEN, person=SAM)
    plans.live(TEN, at(11, 12))
    by_person = sorted(row.recipient_id or "" for row in plans.rows() if row.kind == "digest")
    assert by_person.count(DANA) == 1
    assert len(plans.digest(date(2026, 11, 11))) == 6


def test_an_outage_of_hours_sends_one_digest_and_nothing_stale(plans: Plans) -> None:
    plans.owe("note", at(12, 9), now=TEN)
    plans.owe("note", at(12, 16), now=TEN, subject="N2")
    plans.planner.plan(TEN.astimezone(UTC))
    back = at(12, 14)  # down since Monday
    plans.planner.plan(back.astimezone(UTC))
    live = {(row.kind, row.subject_id) for row in plans.rows() if row.expires_at and row.expires_at > back}
    assert live == {("note_reminder", "N2"), ("digest", DANA)}
    assert plans.digest(date(2026, 11, 12)) == ["N1:soon-2026-11-12", "N2:soon-2026-11-12"]


def test_an_outage_of_days_merges_what_it_ate_into_the_next_digest(plans: Plans) -> None:
    """Mid-month's word about a visit falls into an outage: it stands in the next morning's digest."""
    plans.owe("visit", at(30, 23, 59), now=at(2, 10), subject="C1", period="2026-11")
    plans.planner.plan(at(2, 10).astimezone(UTC))
    plans.planner.plan(at(17, 21).astimezone(UTC))  # back on the 17th, late in the evening
    assert plans.written() == [("digest", dana_s_morning(date(2026, 11, 18)))]
    assert plans.digest(date(2026, 11, 18)) == ["C1:mid_month"]


def test_a_digest_that_was_sent_says_nothing_twice(plans: Plans) -> None:
    plans.owe("visit", at(30, 23, 59), now=at(2, 10), subject="C1", period="2026-11")
    plans.live(at(2, 10), at(16, 12), minutes=360)
    plans.send_digests(at(16, 12))
    assert plans.digest(date(2026, 11, 15)) == ["C1:mid_month"]
    assert plans.digest(date(2026, 11, 16)) == []


def test_a_visit_s_reminders(plans: Plans) -> None:
    plans.owe("visit", at(30, 23, 59), now=at(2, 10), subject="C1", period="2026-11")
    plans.live(at(2, 10), at(30, 23), minutes=240)
    days = [row.details["day"] for row in plans.rows()]
    assert days == ["2026-11-15", "2026-11-23", "2026-11-27", "2026-11-30"]


def test_reviews_and_meetings(plans: Plans) -> None:
    plans.owe("review", at(14, 23, 59), now=TEN, person=SAM)
    plans.owe("meeting", at(12, 23, 59), now=TEN, person=SAM, subject="M1")
    plans.live(TEN, at(11, 12))
    plans.send_digests(at(11, 12))
    plans.live(at(11, 12), at(12, 12))
    assert plans.digest(date(2026, 11, 12), SAM) == ["M1:open-2026-11-12", "N1:days_left_2"]


def test_a_snooze_silences_and_then_speaks_once(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    plans.live(TEN, at(11, 9))
    (owed,) = plans.owed()
    with plans.db.begin() as session:
        silent = obligations.snooze(
            session, obligation_id=owed.id, person_id=DANA, wanted=at(12, 13), now=at(11, 9), policy=POLICY
        )
    assert not silent.shortened
    plans.live(at(11, 9), at(12, 15))
    assert plans.digest(date(2026, 11, 12)) == []
    later = [kind for kind in plans.kinds() if "reminder" in kind]
    assert later == ["note_reminder:snoozed-20261112T180000"]


def test_a_snooze_does_not_go_beyond_the_deadline(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    (owed,) = plans.owed()
    with plans.db.begin() as session:
        silent = obligations.snooze(
            session, obligation_id=owed.id, person_id=DANA, wanted=at(13, 9), now=at(12, 9), policy=POLICY
        )
    assert (silent.shortened, silent.until) == (True, at(12, 15))


def test_a_new_time_moves_the_obligation_and_its_reminders(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    plans.live(TEN, at(10, 12))
    plans.owe("note", at(13, 16), now=at(10, 12))  # the visit was a day later than first said
    plans.live(at(10, 12), at(13, 13))
    assert [time for kind, time in plans.written() if kind == "note_reminder:ping"] == ["Fri 12:00"]
    assert [owed.closed_at is None for owed in plans.owed()] == [False, True]


def test_said_again_it_is_the_same_obligation(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    plans.planner.plan(TEN.astimezone(UTC))
    before = plans.owed()[0].planned_until
    plans.owe("note", at(12, 16), now=TEN + timedelta(hours=1))
    assert [owed.planned_until for owed in plans.owed()] == [before]


def test_what_was_closed_is_owed_again(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    plans.settle("note", TEN)
    plans.owe("note", at(12, 16), now=at(11, 9))
    plans.live(at(11, 9), at(12, 13))
    assert plans.kinds() == ["digest", "note_reminder:ping"]


def test_handed_over_it_is_the_other_s(plans: Plans) -> None:
    plans.owe("note", at(12, 16), now=TEN)
    with plans.db.begin() as session:
        moved = obligations.transfer(session, kind="note", subject_id="N1", to_person_id=SAM, now=TEN)
    plans.live(TEN, at(12, 13))
    assert moved == 1
    assert {row.recipient_id for row in plans.rows()} == {SAM}
    with plans.db.reading() as session:
        assert not obligations.due_for(session, DANA, TEN, at(30, 12))
        assert len(obligations.due_for(session, SAM, TEN, at(30, 12))) == 1


def test_a_row_that_cannot_be_planned_holds_up_nobody(plans: Plans) -> None:
    plans.owe("visit", at(30, 23, 59), now=at(9, 9), subject="bad", period="no month")
    plans.owe("note", at(12, 16), now=TEN)
    plans.live(TEN, at(12, 13))
    assert "note_reminder:ping" in plans.kinds()


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 10, 28), date(2026, 11, 5)), (date(2027, 3, 10), date(2027, 3, 18))],
    ids=["autumn", "spring"],
)
def test_one_digest_each_local_day_over_the_clock_changes(plans: Plans, first: date, last: date) -> None:
    start = datetime.combine(first, datetime.min.time(), NEW_YORK)
    plans.owe("note", start - timedelta(days=1), now=start - timedelta(days=2))
    plans.planner.plan((start - timedelta(hours=12)).astimezone(UTC))
    end = datetime.combine(last, datetime.min.time(), NEW_YORK)
    plans.live(start, end, minutes=60)
    local = [row.due_at.astimezone(NEW_YORK) for row in plans.rows() if row.due_at >= start]
    days = (last - first).days
    assert [moment.date() for moment in local] == [first + timedelta(days=n) for n in range(days)]
    assert all("07:30" <= f"{moment:%H:%M}" <= "08:30" for moment in local)


def test_a_visit_planned_for_tomorrow_after_today_s_digest_stands_in_tomorrow_s(plans: Plans) -> None:
    plans.owe("planned_visit", at(10, 15), at(9, 12), subject="V1")
    plans.owe("planned_visit", at(10, 16), at(10, 6), subject="V2")
    plans.live(at(9, 12), at(10, 9))
    assert plans.kinds() == ["digest"]
    assert plans.digest(date(2026, 11, 9)) == []
    assert plans.digest(date(2026, 11, 10)) == ["V1:that_day", "V2:that_day"]
