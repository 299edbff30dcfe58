"""Leave planned in Slack: what holds only once it is confirmed, and what follows from it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from bot.errors import NotAllowed, Outdated, Unusable
from bot.services.leave import leave, leave_shown
from bot.services.roster.roster import import_roster
from storage.leaving import LeaveRecord
from storage.models import AuditRow, Leave, Note, OutboxItem, Staff
from storage.stamps import lock_roster
from storage.types import LeaveStatus, Role
from tests.services.small_office import ALEX, DANA, JO, KIM, NOOR, RILEY, SAM, SmallOffice
from tests.stock import NEW_YORK, ROSTER

OFF = "I'm off Nov 30 thru Dec 4, Noor covers"


def proposed(office: SmallOffice, text: str = OFF, who: str = DANA) -> str:
    reading = office.reading(who, text)
    with office.desk(who) as desk:
        return leave.propose(desk, reading, office.source(text)).id


def confirmed(office: SmallOffice, text: str = OFF, who: str = DANA) -> str:
    plan_id = proposed(office, text, who)
    with office.desk(who) as desk:
        leave.confirm(desk, plan_id)
    return plan_id


def shown(office: SmallOffice, plan_id: str, who: str = DANA) -> LeaveRecord | None:
    with office.desk(who) as desk:
        return leave_shown.leave_of(desk, plan_id)


def leaves(office: SmallOffice) -> list[tuple[str, date, date, str | None]]:
    with office.db.reading() as session:
        rows = session.scalars(select(Leave).where(Leave.cancelled.is_(False)).order_by(Leave.first_day))
        return [(r.staff_id, r.first_day, r.last_day, r.covering_staff_id) for r in rows]


def told(office: SmallOffice) -> list[str | None]:
    with office.db.reading() as session:
        query = select(OutboxItem.recipient_id).where(OutboxItem.kind == leave.TOLD)
        return sorted(session.scalars(query), key=str)


KIMS = ("W2", date(2026, 11, 16), date(2026, 11, 18), "W1")
DANAS = ("W1", date(2026, 11, 30), date(2026, 12, 4), "W3")


def test_a_supervisors_words_about_a_worker_are_that_workers_leave(office: SmallOffice) -> None:
    plan = shown(office, proposed(office, "Dana is out Nov 30 thru Dec 4, im covering", SAM), SAM)
    assert plan is not None
    assert plan.who is not None
    assert (plan.who.id, plan.cover and plan.cover.id) == (DANA, SAM)


def test_a_colleagues_words_about_another_plan_nothing(office: SmallOffice) -> None:
    with pytest.raises(NotAllowed, match="their supervisor"):
        proposed(office, "Noor is out sick today, im covering", DANA)
    assert leaves(office) == [KIMS]


def test_nothing_holds_before_it_is_confirmed(office: SmallOffice) -> None:
    plan_id = proposed(office)
    plan = shown(office, plan_id)
    assert plan is not None
    assert (plan.first_day, plan.last_day) == (date(2026, 11, 30), date(2026, 12, 4))
    assert plan.cover is not None
    assert (plan.cover.id, plan.status, plan.families) == (NOOR, LeaveStatus.PROPOSED, 2)
    assert (leaves(office), told(office)) == ([KIMS], [])


def test_the_cut_off_is_the_policys_rolled_back_from_thanksgiving(office: SmallOffice) -> None:
    plan = shown(office, proposed(office))
    assert plan is not None
    assert plan.policy_by == datetime(2026, 11, 26, 17, tzinfo=NEW_YORK)
    assert plan.notes_by == datetime(2026, 11, 25, 17, tzinfo=NEW_YORK)


def test_confirmed_it_is_the_rosters_and_those_concerned_are_told(office: SmallOffice) -> None:
    plan_id = confirmed(office)
    assert leaves(office) == [KIMS, DANAS]
    assert told(office) == [SAM, NOOR]
    with office.desk(DANA) as desk:
        assert desk.agency.covering(NOOR, date(2026, 12, 1)) == (DANA,)
        assert not desk.agency.covering(NOOR, date(2026, 12, 5))
    for again in (leave.confirm, leave.drop):
        with pytest.raises(Outdated, match="confirmed already"), office.desk(DANA) as desk:
            again(desk, plan_id)
    assert told(office) == [SAM, NOOR]


def test_due_times_follow_at_once_and_go_back_when_it_is_taken_back(office: SmallOffice) -> None:
    office.now = datetime(2026, 11, 24, 17, 30, tzinfo=NEW_YORK)
    note = office.draft()
    plan_id = proposed(office)
    plan = shown(office, plan_id)
    assert plan is not None
    cut_off = datetime(2026, 11, 25, 17, tzinfo=NEW_YORK)
    assert [(n.id, due) for n, due in plan.unsubmitted] == [(note.id, cut_off)]

    def due() -> datetime | None:
        with office.db.reading() as session:
            return session.get_one(Note, note.id).due_at

    usual = due()
    assert usual is not None
    assert usual > cut_off
    with office.desk(DANA) as desk:
        leave.confirm(desk, plan_id)
    assert due() == cut_off
    with office.desk(DANA) as desk:
        leave.take_back(desk, plan_id)
    assert due() == usual
    assert leaves(office) == [KIMS]
    assert told(office) == [SAM, SAM, NOOR, NOOR]


def test_leave_that_has_begun_ends_the_day_before(office: SmallOffice) -> None:
    plan_id = confirmed(office)
    office.now = datetime(2026, 12, 2, 9, tzinfo=NEW_YORK)
    with office.desk(DANA) as desk:
        leave.take_back(desk, plan_id)
    assert leaves(office)[-1] == ("W1", date(2026, 11, 30), date(2026, 12, 1), "W3")
    office.now = datetime(2026, 12, 20, 9, tzinfo=NEW_YORK)
    with pytest.raises(Outdated), office.desk(DANA) as desk:
        leave.take_back(desk, plan_id)


def test_it_wins_over_the_files_also_when_it_was_taken_back(office: SmallOffice) -> None:
    plan_id = confirmed(office, "I'm off Nov 16 thru Nov 20, Riley covers", KIM)
    assert leaves(office) == [("W2", date(2026, 11, 16), date(2026, 11, 20), "V2")]

    def imported() -> None:
        with office.db.begin() as session:
            import_roster(session, ROSTER, now=office.now, tz=NEW_YORK)

    imported()
    assert leaves(office) == [("W2", date(2026, 11, 16), date(2026, 11, 20), "V2")]
    with office.desk(KIM) as desk:
        leave.take_back(desk, plan_id)
    imported()
    assert leaves(office) == []


def test_the_same_message_twice_is_one_plan(office: SmallOffice) -> None:
    first = proposed(office)
    office._messages = 0
    assert proposed(office) == first


@pytest.mark.parametrize(
    ("first", "last", "cover", "sentence"),
    [
        (date(2026, 12, 4), date(2026, 12, 1), None, "before the first"),
        (date(2026, 11, 2), date(2026, 11, 5), None, "over"),
        (date(2026, 12, 4), date(2028, 12, 4), None, "longer than a year"),
        (date(2026, 12, 4), date(2026, 12, 5), DANA, "Somebody else"),
        (date(2026, 12, 4), date(2026, 12, 5), JO, "can't write notes"),
        (date(2026, 12, 4), date(2026, 12, 5), "W99", "can't write notes"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    office: SmallOffice, first: date, last: date, cover: str | None, sentence: str
) -> None:
    plan_id = proposed(office)
    with pytest.raises(Unusable, match=sentence), office.desk(DANA) as desk:
        leave.change(desk, plan_id, first_day=first, last_day=last, cover=cover)
    plan = shown(office, plan_id)
    assert plan is not None
    assert plan.first_day == date(2026, 11, 30)


def test_days_must_be_known_and_must_not_overlap(office: SmallOffice) -> None:
    open_end = proposed(office, "I need some time off, Noor covers")
    plan = shown(office, open_end)
    assert plan is not None
    assert not plan.complete
    with pytest.raises(Unusable, match="tap Change"), office.desk(DANA) as desk:
        leave.confirm(desk, open_end)
    confirmed(office)
    with office.desk(DANA) as desk:
        day = date(2026, 12, 3)
        leave.change(desk, open_end, first_day=day, last_day=date(2026, 12, 9), cover=None)
    with pytest.raises(Unusable, match="Nov 30 to Dec 4 already"), office.desk(DANA) as desk:
        leave.confirm(desk, open_end)
    assert leaves(office) == [KIMS, DANAS]


def test_a_cancelled_plan_changes_nothing_and_can_be_confirmed_no_more(office: SmallOffice) -> None:
    plan_id = proposed(office)
    with office.desk(DANA) as desk:
        leave.drop(desk, plan_id)
    with pytest.raises(Outdated, match="cancelled"), office.desk(DANA) as desk:
        leave.confirm(desk, plan_id)
    assert (leaves(office), told(office)) == ([KIMS], [])


def test_who_may_see_it_and_who_may_touch_it(office: SmallOffice) -> None:
    plan_id = proposed(office)
    for who in (SAM, NOOR, RILEY, JO, ALEX):
        assert shown(office, plan_id, who) is None, "it is nobody's but hers as long as it is a plan"
        with pytest.raises(NotAllowed), office.desk(who) as desk:
            leave.confirm(desk, plan_id)
    with office.desk(DANA) as desk:
        leave.confirm(desk, plan_id)
    office.draft()
    for who in (SAM, NOOR):
        plan = shown(office, plan_id, who)
        assert plan is not None
        assert plan.unsubmitted == (), "drafts are their author's alone"
    assert shown(office, plan_id, RILEY) is None
    with pytest.raises(NotAllowed), office.desk(SAM) as desk:
        leave.take_back(desk, plan_id)


def test_two_whose_name_fits_are_asked_about(office: SmallOffice) -> None:
    with office.db.begin() as session:
        session.get_one(Staff, KIM).name = "Noor Pike"

        lock_roster(session).number += 1
    plan = shown(office, proposed(office))
    assert plan is not None
    assert plan.cover is None
    assert {each.id for each in plan.may_cover} == {NOOR, KIM}


def test_a_cover_who_is_off_in_these_days_is_said(office: SmallOffice) -> None:
    plan = shown(office, proposed(office, "I'm off Nov 17 thru Nov 20, Kim covers"))
    assert plan is not None
    assert plan.cover is not None
    assert (plan.cover.id, plan.away) == (KIM, True)


def test_a_secretary_enters_for_a_worker(office: SmallOffice) -> None:
    with office.db.begin() as session:
        session.get_one(Staff, JO).role = Role.SECRETARY

        lock_roster(session).number += 1
    plan_id = proposed(office, OFF, JO)
    plan = shown(office, plan_id, JO)
    assert plan is not None
    assert plan.who is None
    with office.desk(JO) as desk:
        first, last = date(2026, 11, 30), date(2026, 12, 4)
        leave.change(desk, plan_id, first_day=first, last_day=last, cover=NOOR, who=DANA)
        leave.confirm(desk, plan_id)
    assert leaves(office) == [KIMS, DANAS]
    assert told(office) == [SAM, DANA, NOOR]
    with office.db.reading() as session:
        actions = session.execute(select(AuditRow.action, AuditRow.actor_id)).all()
        assert ("leave.confirm", JO) in [tuple(row) for row in actions]


def test_a_supervisor_plans_for_the_own_team_and_for_nobody_elses(office: SmallOffice) -> None:
    plan_id = proposed(office, "off Nov 30 thru Dec 4, Noor covers", SAM)
    first, last = date(2026, 11, 30), date(2026, 12, 4)
    with pytest.raises(NotAllowed, match="that person"), office.desk(SAM) as desk:
        leave.change(desk, plan_id, first_day=first, last_day=last, cover=NOOR, who=KIM)
    with office.desk(SAM) as desk:
        assert {each.id for each in leave_shown.may_be_off(desk)} == {SAM, DANA, NOOR}
        leave.change(desk, plan_id, first_day=first, last_day=last, cover=NOOR, who=DANA)
        leave.confirm(desk, plan_id)
    assert leaves(office) == [KIMS, DANAS]
    with office.desk(DANA) as desk:
        assert [each.id for each in leave_shown.may_be_off(desk)] == [DANA]
        leave.take_back(desk, plan_id)
    assert leaves(office) == [KIMS]


def test_who_covered_leave_that_was_taken_back_reads_the_cases_no_more(office: SmallOffice) -> None:
    office.now = datetime(2026, 11, 30, 9, tzinfo=NEW_YORK)
    plan_id = confirmed(office, "I'm off Nov 30 thru Dec 4, Kim covers")
    office.now = datetime(2026, 12, 1, 17, 30, tzinfo=NEW_YORK)
    note = office.submitted()
    assert office.seen_by(KIM, note.id).id == note.id
    with office.db.begin() as session:
        session.scalars(select(Leave).where(Leave.staff_id == DANA)).one().cancelled = True
    assert plan_id
    with pytest.raises(NotAllowed):
        office.seen_by(KIM, note.id)
