"""Shifts that change hands: who may do what, the race of two, undo; a later import changes nothing of it."""

from __future__ import annotations

import shutil
import threading
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import AlreadyDecided, NotAllowed, Outdated, Refusal, Unusable
from bot.rules.moments import utc
from bot.services.desk import Desk, desk_of
from bot.services.on_call import on_call, shift_rows, shift_shown, shifts
from bot.services.roster.roster import import_roster
from storage.models import AuditRow, Shift, ShiftChange
from storage.shifting import ShiftChangeStatus
from storage.types import Tier
from tests.services.small_office import ALEX, DANA, JO, KIM, NOOR, RILEY, ROBIN, SAM, SmallOffice
from tests.stock import NEW_YORK, ROSTER

TOMORROW = datetime(2026, 11, 10, 17, 0, tzinfo=NEW_YORK)
TONIGHT = datetime(2026, 11, 9, 17, 0, tzinfo=NEW_YORK)


def shift_of(office: SmallOffice, starts_at: datetime = TOMORROW, tier: Tier = Tier.PRIMARY) -> str:
    with office.db.reading() as session:
        query = select(Shift.id).where(Shift.starts_at == starts_at, Shift.tier == tier)
        return session.scalars(query).one()


def on_call_at(office: SmallOffice, at: datetime, tier: Tier = Tier.PRIMARY) -> str:
    with office.desk(JO) as desk:
        return next(d.who.id for d in on_call.at_moment(desk, at).duties if d.tier is tier)


def offered(office: SmallOffice, by: str = KIM, to: str | None = None) -> str:
    with office.desk(by) as desk:
        return shifts.offer(desk, shift_of(office), to).id


NIGHT = datetime(2026, 11, 10, 22, 0, tzinfo=NEW_YORK)


def test_an_offer_is_its_holders_until_it_is_taken(office: SmallOffice) -> None:
    change = offered(office)
    assert offered(office) == change, "the same offer again is the one there is"
    assert on_call_at(office, NIGHT) == KIM
    with office.desk(DANA) as desk:
        shifts.take(desk, change)
    assert on_call_at(office, NIGHT) == DANA
    with office.desk(DANA) as desk:
        shifts.take(desk, change)  # the same tap, worked again
    with office.desk(NOOR) as desk, pytest.raises(AlreadyDecided, match="Dana Ellis took that shift"):
        shifts.take(desk, change)
    with office.db.reading() as session:
        rows = select(AuditRow.action).where(AuditRow.subject_kind == "shift").order_by(AuditRow.seq)
        done = session.scalars(rows).all()
    assert list(done) == ["shift.offer", "shift.done"]


@pytest.mark.parametrize(
    ("who", "refused"),
    [(JO, "can't be on call"), (ROBIN, "in another place"), (KIM, "isn't offered to you")],
)
def test_who_cannot_take_it_is_told_why(sqlite_office: SmallOffice, who: str, refused: str) -> None:
    change = offered(sqlite_office)
    with sqlite_office.desk(who) as desk, pytest.raises(Refusal, match=refused):
        shifts.take(desk, change)
    assert on_call_at(sqlite_office, NIGHT) == KIM


def test_only_the_holder_or_who_arranges_offers_it(sqlite_office: SmallOffice) -> None:
    for who in (DANA, SAM):
        with sqlite_office.desk(who) as desk, pytest.raises(NotAllowed, match="Kim Osei"):
            shifts.offer(desk, shift_of(sqlite_office))
    with sqlite_office.desk(RILEY) as desk:  # her supervisor
        change = shifts.offer(desk, shift_of(sqlite_office))
        assert (change.gives_id, change.asked_by_id) == (KIM, RILEY)


def test_two_take_it_at_once_and_one_has_it(office: SmallOffice) -> None:
    change = offered(office)
    told: dict[str, str] = {}
    ready = threading.Barrier(2)

    def takes(who: str) -> None:
        ready.wait(30)
        try:
            office.db.write(lambda session: shifts.take(_desk(office, session, who), change))
            told[who] = "has it"
        except AlreadyDecided as refusal:
            told[who] = str(refusal)

    hands = [threading.Thread(target=takes, args=(who,)) for who in (DANA, NOOR)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(60)
    winner = on_call_at(office, NIGHT)
    loser = DANA if winner == NOOR else NOOR
    assert told[winner] == "has it"
    assert told[loser].endswith("took that shift already.")
    assert told[loser].startswith({DANA: "Dana Ellis", NOOR: "Noor Haddad"}[winner])


def _desk(office: SmallOffice, session: Session, who: str) -> Desk:
    return desk_of(session, who, office.shelf.agency(session), office.policy, office.now)


def test_a_wish_needs_the_holders_word(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        change = shifts.ask_for(desk, shift_of(office)).id
    with office.desk(NOOR) as desk, pytest.raises(AlreadyDecided):
        shifts.ask_for(desk, shift_of(office))
    with office.desk(DANA) as desk, pytest.raises(NotAllowed):
        shifts.agree(desk, change)
    with office.desk(KIM) as desk:
        shifts.decline(desk, change)
    assert on_call_at(office, NIGHT) == KIM
    with office.desk(DANA) as desk:
        again = shifts.ask_for(desk, shift_of(office)).id
    with office.desk(KIM) as desk:
        shifts.agree(desk, again)
    assert on_call_at(office, NIGHT) == DANA


@pytest.mark.parametrize("confirms", [ROBIN, RILEY, ALEX])
def test_a_swap_holds_by_both_or_a_supervisor(sqlite_office: SmallOffice, confirms: str) -> None:
    office = sqlite_office
    with office.db.begin() as session:  # Kim is Robin's backup tonight and Robin Kim's tomorrow: no swap
        for row in session.scalars(select(Shift).where(Shift.tier == Tier.BACKUP)):
            row.staff_id = NOOR
    with office.desk(KIM) as desk:
        change = shifts.swap(desk, shift_of(office), shift_of(office, TONIGHT)).id
    with office.desk(DANA) as desk, pytest.raises(NotAllowed):
        shifts.agree(desk, change)
    with office.desk(confirms) as desk:
        shifts.agree(desk, change)
    assert on_call_at(office, NIGHT) == ROBIN
    assert on_call_at(office, office.now) == KIM, "what is left of tonight"


def test_a_swap_that_would_have_one_back_up_oneself_is_refused(sqlite_office: SmallOffice) -> None:
    with sqlite_office.desk(KIM) as desk, pytest.raises(Unusable, match="Robin Pike is on call then already"):
        shifts.swap(desk, shift_of(sqlite_office), shift_of(sqlite_office, TONIGHT))


def test_of_a_running_shift_the_rest_changes_hands(office: SmallOffice) -> None:
    with office.desk(ROBIN) as desk:
        change = shifts.offer(desk, shift_of(office, TONIGHT)).id
    office.later(hours=4)
    with office.desk(NOOR) as desk:
        shifts.take(desk, change)
    assert on_call_at(office, office.now) == NOOR
    with office.desk(JO) as desk:
        first = next(s for s in desk.agency.roster.shifts if s.tier is Tier.PRIMARY)
    assert (first.staff_id, utc(first.ends_at)) == (ROBIN, utc(office.now)), "who had it before stays known"
    with office.desk(NOOR) as desk:
        shifts.undo(desk, change)
    assert on_call_at(office, office.now) == ROBIN


def test_undo_is_the_takers_for_ten_minutes_and_a_supervisors_longer(office: SmallOffice) -> None:
    change = offered(office)
    with office.desk(DANA) as desk:
        shifts.take(desk, change)
    with office.desk(KIM) as desk, pytest.raises(NotAllowed):
        shifts.undo(desk, change)
    office.later(minutes=11)
    with office.desk(DANA) as desk, pytest.raises(NotAllowed, match="offer"):
        shifts.undo(desk, change)
    with office.desk(SAM) as desk:
        shifts.undo(desk, change)
    assert on_call_at(office, NIGHT) == KIM
    with office.desk(SAM) as desk, pytest.raises(Outdated):
        shifts.undo(desk, change)


def test_free_time_is_taken_once(office: SmallOffice) -> None:
    with office.desk(DANA) as desk:
        free = shift_shown.free_time(desk)[0]
        change = shifts.take_free(desk, free).id
    assert on_call_at(office, free.starts_at, free.tier) == DANA
    with office.desk(NOOR) as desk, pytest.raises(AlreadyDecided, match="Dana Ellis has that shift"):
        shifts.take_free(desk, free)
    with office.desk(DANA) as desk:
        shifts.undo(desk, change)
        assert shift_rows.still_free(desk, free) == free


def test_the_supervisors_place_is_for_supervisors(sqlite_office: SmallOffice) -> None:
    with sqlite_office.desk(DANA) as desk:
        shown = shift_shown.free_shown(desk)
        free = next(f for f in shift_shown.free_time(desk) if f.tier is Tier.SUPERVISOR)
        assert {s.button for s in shown if s.span.tier is Tier.SUPERVISOR} == {""}
        with pytest.raises(Unusable, match="can't be on call"):
            shifts.take_free(desk, free)
    with sqlite_office.desk(SAM) as desk:
        shifts.take_free(desk, free)


def test_a_later_import_does_not_undo_it(office: SmallOffice, tmp_path: Path) -> None:
    change = offered(office)
    with office.desk(DANA) as desk:
        shifts.take(desk, change)
        free = shift_shown.free_time(desk)[0]
        shifts.take_free(desk, free)
    folder = tmp_path / "again"
    shutil.copytree(ROSTER, folder)
    with office.db.begin() as session:
        report = import_roster(session, folder, now=office.now, tz=office.policy.zone)
    rota = next(each for each in report.files if each.file == "oncall.csv")
    assert (rota.kept, rota.absent) == (1, [])
    assert on_call_at(office, NIGHT) == DANA
    assert on_call_at(office, free.starts_at, free.tier) == DANA


def test_who_is_on_leave_then_cannot_take_it(sqlite_office: SmallOffice) -> None:
    sixteenth = datetime(2026, 11, 16, 17, 0, tzinfo=NEW_YORK)
    with sqlite_office.desk(KIM) as desk:  # her leave is from the 16th
        free = next(f for f in shift_shown.free_time(desk) if f.starts_at == sixteenth)
        with pytest.raises(Unusable, match="You are on leave then"):
            shifts.take_free(desk, free)


def test_an_offer_to_one_is_for_that_one_alone(sqlite_office: SmallOffice) -> None:
    change = offered(sqlite_office, to=DANA)
    with sqlite_office.desk(NOOR) as desk, pytest.raises(NotAllowed):
        shifts.take(desk, change)
    with sqlite_office.desk(DANA) as desk:
        shifts.decline(desk, change)
    with sqlite_office.db.reading() as session:
        assert session.get_one(ShiftChange, change).status is ShiftChangeStatus.DECLINED
    with sqlite_office.desk(KIM) as desk, pytest.raises(AlreadyDecided, match="declined"):
        shifts.withdraw(desk, change)
