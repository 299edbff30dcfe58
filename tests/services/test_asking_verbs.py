"""Lookups, notes found, what is due, plans: what is shown to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.errors import NotAllowed, Outdated, Unusable
from bot.services import due, notes, plans, shown
from bot.services.lookups import finding, lookup
from bot.services.lookups.lookup import Wanted
from storage.models import AuditRow, Obligation
from storage.types import Outcome
from tests.services.small_office import (
    BENCE,
    COLBY,
    DANA,
    JO,
    KIM,
    MAYA,
    OTHER_MAYA,
    RILEY,
    ROBIN,
    SAM,
    STONE,
    TALBOT,
    TOBI,
    SmallOffice,
)  # fmt: skip


def test_a_childs_number_is_that_of_who_has_the_child_today(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        found = lookup.answer(desk, Wanted(children=(TOBI,), wants="phone"))
    assert [k.id for k in found.cases[0].contacts] == [STONE]


@pytest.mark.parametrize("who", [DANA, SAM, JO])
def test_another_units_family_is_refused_with_whom_to_ask(office: SmallOffice, who: str) -> None:
    with office.desk(who) as desk, pytest.raises(NotAllowed, match="Kim Osei"):
        lookup.answer(desk, Wanted(children=(BENCE,), wants="phone"))


def test_which_one_is_asked_only_among_those_within_reach(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        assert lookup.within_reach(desk, [MAYA, BENCE, OTHER_MAYA, TALBOT, "C99"]) == [MAYA, OTHER_MAYA]
    with office.desk(KIM) as desk:
        assert lookup.within_reach(desk, [BENCE, COLBY]) == [BENCE]
    with office.desk(JO) as desk, pytest.raises(NotAllowed):
        lookup.within_reach(desk, [MAYA, OTHER_MAYA])


def test_on_call_a_reason_opens_one_case_for_the_shift(office: SmallOffice) -> None:
    wanted = Wanted(people=(TALBOT, COLBY), wants="phone")
    with office.desk(ROBIN) as desk:
        assert lookup.answer(desk, wanted).needs_reason == ("K3",)
        assert lookup.answer(desk, wanted).cases == ()
        with pytest.raises(Unusable):
            lookup.give_reason(desk, "K3", "curious")
        lookup.give_reason(desk, "K3", "crisis")
        shown = lookup.answer(desk, wanted)
        assert [k.id for k in shown.cases[0].contacts] == [TALBOT]
        assert lookup.answer(desk, Wanted(children=(MAYA,))).needs_reason == ("K1",)
        lookup.put_in_access_log(desk, wanted, shown)
    with office.db.reading() as session:
        logged = session.execute(
            select(AuditRow.action, AuditRow.subject_id).where(AuditRow.action == "lookup")
        )
        assert [tuple(row) for row in logged] == [("lookup", "K3")]
    office.later(hours=16)  # Tuesday 9:30: the shift is over
    with office.desk(ROBIN) as desk, pytest.raises(NotAllowed):
        lookup.answer(desk, wanted)
    with office.desk(ROBIN) as desk, pytest.raises(NotAllowed):
        lookup.give_reason(desk, "K3", "crisis")


def test_a_reason_does_not_open_a_case_to_who_is_not_on_call(office: SmallOffice) -> None:
    for who in (DANA, JO):
        with office.desk(who) as desk, pytest.raises(NotAllowed):
            lookup.give_reason(desk, "K3", "crisis")


def logged_on(office: SmallOffice, day: int, outcome: Outcome = Outcome.COMPLETED) -> str:
    note = office.draft(text=f"saw Tobi Okafor at school on November {day} at 2pm, 30 min, likes maths {day}")
    with office.desk(DANA) as desk:
        content = replace(note.content, outcome=outcome)
        note = notes.change(desk, note.id, note.version, content, how="edited")
    return office.submits(note).id


def test_the_newest_come_first_and_an_attempt_is_no_contact(office: SmallOffice) -> None:
    old, new = logged_on(office, 2), logged_on(office, 7)
    tried = logged_on(office, 8, Outcome.ATTEMPTED)
    with office.desk(DANA) as desk:
        found = finding.find_notes(desk, children=(TOBI,), people=(), first=None, last=None)
        assert [n.id for n in found] == [tried, new, old]
        last = lookup.last_contact(desk, Wanted(children=(TOBI,), wants="last_contact"))
        assert last is not None
        assert last.id == new
    with office.desk(RILEY) as desk:
        assert finding.find_notes(desk, children=(TOBI,), people=(), first=None, last=None) == []
        assert lookup.last_contact(desk, Wanted(children=(TOBI,), wants="last_contact")) is None


def test_the_newest_is_found_among_many(sqlite_office: SmallOffice) -> None:
    office = sqlite_office
    for _ in range(16):
        logged_on(office, 2)
    new = logged_on(office, 7)
    with office.desk(DANA) as desk:
        found = finding.find_notes(desk, children=(TOBI,), people=(), first=None, last=None)
        last = lookup.last_contact(desk, Wanted(children=(TOBI,), wants="last_contact"))
    assert found[0].id == new
    assert last is not None
    assert last.id == new


def test_what_is_due_is_the_persons_own(office: SmallOffice) -> None:
    note = office.draft()
    with office.desk(DANA) as desk:
        found = due.list_due(desk)
        assert [(o.kind, o.note.id) for o in found.owed if o.note] == [("note", note.id)]
        assert [h.id for h, _ in found.hearings] == ["H1"]
        row = desk.session.scalars(select(Obligation).where(Obligation.kind == "note")).one()
    with office.desk(RILEY) as desk:
        assert due.list_due(desk).owed == ()
        assert shown.shown(desk, [row]) == []


def test_a_plan_is_logged_about_all_whom_it_names(office: SmallOffice) -> None:
    reading = office.reading(DANA, "I will see Maya Okafor and Tobi Okafor Thursday at 3 pm")
    source = office.source("I will see Maya Okafor and Tobi Okafor Thursday at 3 pm")
    with office.desk(DANA) as desk:
        (row,) = plans.plan(desk, reading, source)
        assert [r.id for r in plans.plan(desk, reading, source)] == [row.id]
    for _ in range(2):  # the same tap, worked twice
        with office.desk(DANA) as desk:
            (note,) = plans.to_log(desk, row.id, key="tap")
    assert [c.id for c in note.children] == [MAYA, TOBI]
    assert (note.case_id, note.content.on, note.content.starts_at) == ("K1", None, None)
    with office.desk(KIM) as desk, pytest.raises(NotAllowed):
        plans.to_log(desk, row.id, key="tap")
    with office.desk(KIM) as desk, pytest.raises(Outdated):
        plans.cancel(desk, row.id)
    with office.desk(DANA) as desk:
        plans.cancel(desk, row.id)
    with office.desk(DANA) as desk, pytest.raises(Outdated):
        plans.cancel(desk, row.id)
