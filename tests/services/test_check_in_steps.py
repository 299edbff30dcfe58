"""A check-in's steps: each once, whoever beats and however late; by whom it is taken on, and whom it is for."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from bot.errors import AlreadyDecided, NotAllowed, Outdated
from bot.services.on_call import check_ins, check_ins_shown
from storage.models import AuditRow, OutboxItem
from tests.services.small_office import ALEX, DANA, KIM, RILEY, SAM, SmallOffice
from tests.stock import NEW_YORK

FIVE = datetime(2026, 11, 10, 17, 0, tzinfo=NEW_YORK)
WORDS = "at the Okafor home, back by 5"


def out(office: SmallOffice, by: datetime = FIVE) -> str:
    office.now = by.replace(hour=by.hour - 2)
    with office.desk(DANA) as desk:
        return check_ins.start(desk, by, office.source(WORDS)).id


def beats(office: SmallOffice, at: datetime) -> list[str]:
    """Two processes beat at that moment; who then gets what that is new."""
    office.now, before = at, sent(office)
    for _ in range(2):
        with office.desk(DANA) as desk:
            for check_in_id, _who in check_ins.due(desk.session, office.now):
                check_ins.take_step(desk, check_in_id)
    return [each for each in sent(office) if each not in before]


def sent(office: SmallOffice) -> list[str]:
    with office.db.reading() as session:
        rows = session.scalars(select(OutboxItem).where(OutboxItem.kind.startswith("check_in")))
        return sorted(f"{r.kind}:{r.dedupe_key.rsplit(':', 2)[1]} {r.recipient_id}" for r in rows)


def test_each_step_is_taken_once_at_its_time(office: SmallOffice) -> None:
    out(office)
    assert beats(office, FIVE.replace(hour=16, minute=59)) == []
    assert beats(office, FIVE) == [f"check_in_ask:0 {DANA}"]
    assert beats(office, FIVE.replace(minute=14)) == []
    assert beats(office, FIVE.replace(minute=15)) == [f"check_in_alarm:1 {SAM}"]
    assert beats(office, FIVE.replace(minute=19)) == []
    assert beats(office, FIVE.replace(minute=20)) == [f"check_in_alarm:2 {ALEX}"]
    assert beats(office, FIVE.replace(minute=25)) == [f"check_in_alarm:3 {SAM}"], "round again"


def test_after_an_outage_there_is_still_time_to_answer(sqlite_office: SmallOffice) -> None:
    out(sqlite_office)
    assert beats(sqlite_office, FIVE.replace(hour=18)) == [f"check_in_ask:0 {DANA}"]
    assert beats(sqlite_office, FIVE.replace(hour=18, minute=4)) == []
    assert len(beats(sqlite_office, FIVE.replace(hour=18, minute=5))) == 1


def test_in_office_hours_it_is_the_workers_own_supervisor(sqlite_office: SmallOffice) -> None:
    out(sqlite_office, FIVE.replace(hour=14))
    with sqlite_office.desk(DANA) as desk:
        assert [each.id for each in check_ins.to_alert(desk)] == [SAM, ALEX]


def test_the_first_who_acknowledges_has_it(office: SmallOffice) -> None:
    check_in = out(office)
    for minute in (0, 15, 20):
        beats(office, FIVE.replace(minute=minute))
    for who in (RILEY, KIM, DANA):
        with office.desk(who) as desk, pytest.raises(NotAllowed):
            check_ins.acknowledge(desk, check_in)
    with office.desk(RILEY) as desk:
        assert check_ins_shown.check_in_of(desk, check_in) is None, "who was not alerted reads nothing of it"
    for _ in range(2):  # the same tap, worked twice
        with office.desk(SAM) as desk:
            check_ins.acknowledge(desk, check_in)
    with office.desk(ALEX) as desk, pytest.raises(AlreadyDecided, match="Sam Ortega has it"):
        check_ins.acknowledge(desk, check_in)
    assert beats(office, FIVE.replace(hour=19)) == []
    with office.desk(DANA) as desk:
        check_ins.back(desk, check_in)
    with office.desk(DANA) as desk, pytest.raises(Outdated):
        check_ins.more_time(desk, check_in)
    assert [each for each in sent(office) if each.startswith("check_in_back")] == [
        f"check_in_back:0 {ALEX}",
        f"check_in_back:0 {SAM}",
    ]
    with office.db.reading() as session:
        rows = select(AuditRow.action).where(AuditRow.subject_kind == "check_in").order_by(AuditRow.seq)
        steps = session.scalars(rows).all()
    assert list(steps) == ["check_in.start", "check_in.acknowledge", "check_in.back"]


def test_a_new_check_in_takes_the_place_of_the_one_before(sqlite_office: SmallOffice) -> None:
    out(sqlite_office)
    out(sqlite_office, FIVE.replace(hour=19))
    assert beats(sqlite_office, FIVE) == []
    assert len(beats(sqlite_office, FIVE.replace(hour=19))) == 1
