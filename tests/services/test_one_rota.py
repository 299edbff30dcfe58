"""However shifts have changed hands, everybody who asks the rota hears the same: against a model of one line a shift."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.errors import Refusal
from bot.rules.moments import utc
from bot.services.crisis import crisis_reading, ladder
from bot.services.desk import Desk
from bot.services.duties.duty import World
from bot.services.duties.rota import shifts_ahead
from bot.services.on_call import on_call, shift_calendar, shift_shown, shifts
from storage.models import CrisisCall, Shift, ShiftChange, new_id
from storage.shifting import ShiftChangeStatus
from storage.types import Tier
from tests.services.small_office import ALEX, DANA, KIM, NOOR, RILEY, ROBIN, SAM, SmallOffice
from tests.stock import NEW_YORK

PEOPLE = (DANA, NOOR, KIM, ROBIN, SAM, RILEY, ALEX)
Rota = dict[tuple[datetime, Tier], str]
NIGHTS = [datetime(2026, 11, 19 + n, 17, tzinfo=NEW_YORK) for n in range(4)]


def a_rota(office: SmallOffice, dice: random.Random) -> Rota:
    """Four nights, three places each; nobody in two."""
    rota: Rota = {}
    with office.db.begin() as session:
        for starts_at in NIGHTS:
            seniors = dice.sample((SAM, RILEY, ALEX), 1)
            others = dice.sample((DANA, NOOR, KIM, ROBIN), 2)
            for tier, who in zip(Tier, (*others, *seniors), strict=True):
                row = Shift(
                    id=new_id(), starts_at=starts_at, ends_at=starts_at + timedelta(hours=16), tier=tier
                )
                row.staff_id = row.rostered_id = who
                session.add(row)
                rota[utc(starts_at), tier] = who
    return rota


def rows(desk: Desk) -> list[Shift]:
    return list(
        desk.session.scalars(
            select(Shift).where(Shift.starts_at >= NIGHTS[0]).order_by(Shift.starts_at, Shift.tier)
        )
    )


def something_happens(desk: Desk, dice: random.Random) -> ShiftChange | None:
    """One of the verbs, by whoever is at the desk, about any shift; most are refused."""
    mine = [row for row in rows(desk) if row.staff_id == desk.actor.id]
    open_ones = desk.session.scalars(select(ShiftChange).order_by(ShiftChange.made_at)).all()
    verb = dice.choice(("offer", "ask", "swap", "take", "agree", "undo", "withdraw"))
    if verb == "offer":
        return shifts.offer(desk, dice.choice(mine or rows(desk)).id, dice.choice((None, *PEOPLE)))
    if verb == "ask":
        return shifts.ask_for(desk, dice.choice(rows(desk)).id)
    if verb == "swap":
        return shifts.swap(desk, dice.choice(mine or rows(desk)).id, dice.choice(rows(desk)).id)
    if not open_ones:
        return None
    about = dice.choice(open_ones[-4:])
    if verb == "take" and about.status is ShiftChangeStatus.DONE:
        return None  # its taker's second tap, which changes nothing
    act = {"take": shifts.take, "agree": shifts.agree, "undo": shifts.undo, "withdraw": shifts.withdraw}[verb]
    return act(desk, about.id)


def follow(rota: Rota, change: ShiftChange, back: datetime | None, back_tier: Tier | None) -> None:
    """What the model makes of a change: done or undone, the two change places; all else is nothing."""
    first = (utc(change.starts_at), change.tier)
    done = change.status is ShiftChangeStatus.DONE
    if not done and change.status is not ShiftChangeStatus.UNDONE:
        return
    gives, takes = (change.gives_id or "", change.takes_id or "")
    rota[first] = takes if done else gives
    if back is not None and back_tier is not None:
        rota[utc(back), back_tier] = gives if done else takes


@pytest.mark.parametrize("seed", range(4))
def test_all_agree_with_the_model(sqlite_office: SmallOffice, seed: int) -> None:
    office, dice = sqlite_office, random.Random(seed)
    rota, changed = a_rota(office, dice), 0
    for _ in range(150):
        office.later(seconds=1)
        try:
            with office.desk(dice.choice(PEOPLE)) as desk:
                change = something_happens(desk, dice)
                if change is None:
                    continue
                back = desk.session.get(Shift, change.back_shift_id) if change.back_shift_id else None
                before = dict(rota)
                follow(rota, change, back.starts_at if back else None, back.tier if back else None)
                changed += rota != before
        except Refusal:
            continue
        if rota != before:
            everybody_agrees(office, rota, dice)
    assert changed >= 3, "the dice should have moved something"
    everybody_agrees(office, rota, dice)


def everybody_agrees(office: SmallOffice, rota: Rota, dice: random.Random) -> None:
    starts_at = dice.choice(NIGHTS)
    then = {tier: rota[utc(starts_at), tier] for tier in Tier}
    at_three = starts_at + timedelta(hours=10)
    with office.desk(ALEX) as desk:
        assert {d.tier: d.who.id for d in on_call.at_moment(desk, at_three).duties} == then
        duties = {
            (utc(d.due_at), d.subject_id.split("/")[1]): d.person_id for d in shifts_ahead(_world(desk))
        }
        told = {key: who for key, who in duties.items() if key[0] == utc(starts_at)}
    assert told.items() <= {(utc(starts_at), tier.value): who for tier, who in then.items()}.items()
    for person_id in PEOPLE:
        with office.desk(person_id) as desk:
            night = Desk(desk.session, desk.actor, desk.agency, desk.policy, at_three)
            holds = on_call.own_shift(night)
            assert (holds.tier if holds else None) == next(
                (t for t, w in then.items() if w == person_id), None
            )
            assert {s.span.starts_at for s in shift_shown.own(desk)} >= _mine(rota, person_id)
            assert {s.span.starts_at for s in shift_calendar.shifts_of(desk)[0]} >= _mine(rota, person_id)
    with office.desk(DANA) as desk:
        night = Desk(desk.session, desk.actor, desk.agency, desk.policy, at_three)
        called = {each.capacity: each.who.id for each in crisis_reading.numbers_to_call(night, "K1")}
        for capacity, tier in (("On-call supervisor", Tier.SUPERVISOR), ("On call", Tier.PRIMARY)):
            assert called.get(capacity, DANA) in (then[tier], DANA)
        call = CrisisCall(id="none", kind="crisis", case_id="K1", reported_by_id=DANA)
        assert ladder.line_of(night, call)[0].person == then[Tier.SUPERVISOR]


def _mine(rota: Rota, person_id: str) -> set[datetime]:
    return {start for (start, _tier), who in rota.items() if who == person_id}


def _world(desk: Desk) -> World:
    return World(desk.agency, desk.policy, desk.now)
