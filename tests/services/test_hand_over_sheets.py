"""Hand-over sheets: who gets which when, what stands on them, what never does."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from bot.errors import NotAllowed
from bot.rules.policy import load_policy
from bot.services.crisis import crisis, reports_due
from bot.services.drafts.drafting import Source
from bot.services.leave import hand_over
from bot.services.leave.hand_over_sheets import sheet_of
from bot.understand.agency import Agency
from bot.understand.parts import Intent, Reading
from bot.views.leave.leave_papers import sheet_message
from storage.case_sheets import LeaveSheet
from storage.models import AuditRow, OutboxItem
from storage.types import Leave, Role, Roster, StaffMember
from tests.services.small_office import ALEX, DANA, JO, KIM, NOOR, RILEY, SAM, SmallOffice
from tests.services.test_leave_verbs import confirmed
from tests.stock import NEW_YORK
from tests.views.papers import words_of

KIMS = {"staff": KIM, "first_day": "2026-11-16"}
BESS = "Bence Varga today 3pm at Mr Talbot's, seen alone, call the school about the bus"


def at(day: int, hour: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=NEW_YORK)


def sheet(
    office: SmallOffice, who: str = DANA, *, back: bool = False, of: dict[str, str] = KIMS
) -> LeaveSheet | None:
    with office.desk(who) as desk:
        return sheet_of(desk, of, back=back)


def printed(office: SmallOffice, who: str = DANA, *, back: bool = False) -> str:
    drawn = sheet_message(sheet(office, who, back=back), NEW_YORK)
    assert drawn.paper is not None
    return words_of(drawn.paper.make())


def sends(office: SmallOffice) -> int:
    with office.db.begin() as session:
        return hand_over.send(session, office.shelf.agency(session), office.policy, office.now)


def given(office: SmallOffice) -> list[tuple[str, str | None]]:
    with office.db.reading() as session:
        kinds = OutboxItem.kind.in_((hand_over.SHEET, hand_over.BACK))
        rows = session.scalars(
            select(OutboxItem).where(kinds).order_by(OutboxItem.created_at, OutboxItem.dedupe_key)
        )
        return [(row.kind, row.recipient_id) for row in rows]


# -- when


def keys(now: datetime, *leaves: Leave) -> list[tuple[str, str]]:
    staff = tuple(StaffMember(i, i, Role.CASEWORKER) for i in (DANA, NOOR, KIM))
    agency = Agency.of(Roster(staff=staff, leaves=leaves))
    return [(each.kind, each.to) for each in hand_over.wanted(agency, load_policy(), now)]


def off(first: date, last: date, cover: str | None = NOOR) -> Leave:
    return Leave(DANA, first, last, cover)


def test_it_comes_on_the_morning_of_the_last_working_day_before() -> None:
    leave = off(date(2026, 11, 30), date(2026, 12, 4))  # after Thanksgiving and the Friday that is off, too
    assert keys(at(25, 7), leave) == []
    assert keys(at(25, 9), leave) == keys(at(4, 20, 12), leave) == [(hand_over.SHEET, NOOR)]


def test_it_comes_back_to_both_on_the_first_working_day_after() -> None:
    leave = off(date(2026, 11, 23), date(2026, 11, 27))
    assert keys(at(29, 12), leave) == []
    assert keys(at(30, 9), leave) == [(hand_over.BACK, DANA), (hand_over.BACK, NOOR)]
    assert keys(at(8, 9, 12), leave) == []


def test_without_a_cover_or_for_somebody_unknown_there_is_none() -> None:
    days = date(2026, 11, 10), date(2026, 11, 12)
    assert keys(at(10, 9), off(*days, None), off(*days, "W9"), Leave("W9", *days, NOOR)) == []


# -- once


def test_each_is_given_once_and_on_record(office: SmallOffice) -> None:
    office.now = at(13, 9)
    assert (sends(office), sends(office)) == (1, 0)
    office.now = at(19, 9)
    assert (sends(office), sends(office)) == (2, 0)
    over, back = hand_over.SHEET, hand_over.BACK
    assert given(office) == [(over, DANA), (back, DANA), (back, KIM)]
    with office.db.reading() as session:
        row = session.scalars(select(AuditRow).where(AuditRow.action == f"{over}.give")).one()
    assert (row.subject_id, row.details["cases"]) == (KIM, ["K3"])


def test_leave_that_begins_at_night_waits_for_the_morning(office: SmallOffice) -> None:
    office.now = at(15, 23)
    sends(office)
    with office.db.reading() as session:
        assert session.scalars(select(OutboxItem.due_at)).one() == at(16, 7)


# -- what


def test_what_the_cover_must_know_stands_on_it(office: SmallOffice) -> None:
    office.submitted(KIM, BESS)
    office.draft(KIM, "called Hugh Talbot today 4pm about Bence, fine")
    office.now = at(13, 9)
    said = printed(office)
    for words in ("Kim Osei is off Mon Nov 16 – Wed Nov 18", "covered by Dana Ellis", "Varga family · K3", "Bee stings",
                  "Hugh Talbot (foster parent) · 718-555-0107", "24 Gum Lane", "seen 1 of 1 this month",
                  "Last contact Mon Nov 9 · Caseworker/Child Contact", "Draft, due Thu Nov 12"):  # fmt: skip
        assert words in said, said
    assert "Okafor" not in said


def test_a_crisis_checklist_that_is_open_stands_on_both(office: SmallOffice) -> None:
    office.now = at(13, 9)
    with office.desk(KIM) as desk:
        reading = Reading(Intent.LOG_CRISIS, said_as_crisis=True)
        source = Source("D2", "1.0", "CRISIS Bence ran away")
        call = crisis.open_call(desk, reading, source, [], "K3")
    said = printed(office)
    assert "Reports to make Call and tick: " in said
    for report in ("NCMEC", "Police (NCIC)"):
        assert f"Call and tick: {report} (missing child), by Sat Nov 14" in said
    with office.desk(KIM) as desk:
        for report in reports_due.of(desk.session, call):
            reports_due.made(desk, report.id, called="Ofc. Lee", at=time(9), number="")
    assert "Call and tick" not in printed(office)
    office.now = at(19, 9)
    assert "Call and tick" not in printed(office, back=True)


def test_substance_treatment_is_nowhere_on_it(office: SmallOffice) -> None:
    office.submitted(KIM, "met Bence Varga and Piers Colby today 3pm. Follow up: urine screen Friday")
    office.now = at(17, 9)
    for back in (False, True):
        said = printed(office, back=back)
        assert not any(word in said for word in ("Colby", "Harbor Recovery", "urine", "Substance"))


def test_no_words_of_a_note_stand_on_it(office: SmallOffice) -> None:
    office.submitted(KIM, "saw Bence Varga today 3pm at Mr Talbot's, he whispered a secret")
    office.now = at(13, 9)
    assert "whispered" not in printed(office)


def test_what_happened_meanwhile_comes_back(office: SmallOffice) -> None:
    office.submitted(KIM, BESS)
    office.now = at(17, 18)
    office.submitted(DANA, "saw Bence Varga today 5pm at Mr Talbot's, all fine")
    office.now = at(19, 9)
    said = printed(office, KIM, back=True)
    assert "Kim Osei was off" in said
    assert "Tue Nov 17 · Caseworker/Child Contact, Foster Home Visit (Bence) · D. Ellis · Submitted" in said
    assert "Mon Nov 9" not in said, "what was before the leave she knows"


# -- who


@pytest.mark.parametrize("who", [KIM, DANA, RILEY, ALEX])
def test_it_is_for_who_is_off_who_covers_and_the_line_above(office: SmallOffice, who: str) -> None:
    assert sheet(office, who) is not None


@pytest.mark.parametrize("who", [SAM, NOOR, JO])
def test_nobody_else_gets_it(office: SmallOffice, who: str) -> None:
    assert sheet(office, who) is None


def test_the_button_gives_it_and_only_to_them(office: SmallOffice) -> None:
    plan_id = confirmed(office)
    for who in (NOOR, NOOR, SAM):
        with office.desk(who) as desk:
            hand_over.ask(desk, plan_id, key="tap")
    assert set(given(office)) == {(hand_over.SHEET, NOOR), (hand_over.SHEET, SAM)}
    for who in (RILEY, KIM, JO):
        with pytest.raises(NotAllowed), office.desk(who) as desk:
            hand_over.ask(desk, plan_id, key="tap")
    assert len(given(office)) == 2


def test_what_was_taken_back_is_not_given(office: SmallOffice) -> None:
    assert sheet(office, of={"staff": KIM, "first_day": "2026-11-17"}) is None
