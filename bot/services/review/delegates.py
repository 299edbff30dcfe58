"""Who reviews in a supervisor's stead for some days: proposed, confirmed, dropped, taken back (DOMAIN 3).

Confirmed, it holds from its first local day through its last; the open reviews follow by themselves
(`handing_over`), both ways, and no clock restarts.
"""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select, update

from bot.errors import NotAllowed, Outdated, Unusable
from bot.rules.delegating import ensure_may_stand_in
from bot.rules.permissions import may_name_delegate
from bot.services import outbox
from bot.services.desk import Desk
from storage.models import Delegate, new_id
from storage.queries.people import person
from storage.reviewed import Delegation
from storage.types import LeaveStatus

TOLD = "delegate_told"
CARD = "delegate"


def propose(
    desk: Desk, *, delegate_id: str, first: date, last: date, key: str, confirmed: bool = False
) -> str:
    """Name somebody; the same `key` names once. Nothing holds before it is confirmed.

    Unusable where that person or these days can't be, or where others are named already; NotAllowed.
    """
    if there := desk.session.scalar(select(Delegate.id).where(Delegate.source_key == key)):
        return there
    _check(desk, desk.actor.id, delegate_id, first, last)
    row = Delegate(
        id=new_id(),
        supervisor_id=desk.actor.id,
        delegate_id=delegate_id,
        first_day=first,
        last_day=last,
        status=LeaveStatus.PROPOSED,
        source_key=key,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.record("delegate.propose", row.id, kind="delegate", details={"to": delegate_id})
    if confirmed:
        confirm(desk, row.id)
    return row.id


def _check(desk: Desk, supervisor_id: str, delegate_id: str, first: date, last: date) -> None:
    staff = desk.agency.staff
    if supervisor_id not in staff or not may_name_delegate(desk.me, staff[supervisor_id]):
        raise NotAllowed("Only supervisors and directors name somebody who reviews for them.")
    ensure_may_stand_in(staff[supervisor_id], staff.get(delegate_id), first, last, today=desk.today)
    others = select(Delegate).where(
        Delegate.supervisor_id == supervisor_id,
        Delegate.status == LeaveStatus.CONFIRMED,
        Delegate.first_day <= last,
        Delegate.last_day >= first,
    )
    if other := desk.session.scalars(others.order_by(Delegate.first_day)).first():
        name = person(desk.session, other.delegate_id).name
        raise Unusable(
            f"{name} reviews for you from {other.first_day:%b %-d} to {other.last_day:%b %-d} already: "
            "take that back first."
        )


def own(desk: Desk, delegation_id: str) -> Delegate:
    """A delegation of the actor's. NotAllowed where there is none."""
    row = desk.session.get(Delegate, delegation_id, populate_existing=True)
    if row is None or row.supervisor_id != desk.actor.id:
        raise NotAllowed("That is not there for you.")
    return row


def proposed(desk: Desk, delegation_id: str) -> Delegate:
    """The same where it is not settled yet; else Outdated, saying how it stands."""
    row = own(desk, delegation_id)
    if row.status is not LeaveStatus.PROPOSED:
        raise Outdated(_STANDING[row.status])
    return row


def confirm(desk: Desk, delegation_id: str) -> None:
    """It holds; the delegate is told. Outdated where it was settled before, Unusable as in `propose`."""
    row = own(desk, delegation_id)
    if row.status is LeaveStatus.PROPOSED:
        _check(desk, row.supervisor_id, row.delegate_id, row.first_day, row.last_day)
    _move(desk, row, LeaveStatus.PROPOSED, LeaveStatus.CONFIRMED)
    _tell(desk, row, "confirm")


def drop(desk: Desk, delegation_id: str) -> None:
    """Cancel was tapped: nothing held, nothing does."""
    _move(desk, own(desk, delegation_id), LeaveStatus.PROPOSED, LeaveStatus.DROPPED)


def take_back(desk: Desk, delegation_id: str) -> None:
    """It holds no more; of one that has begun, yesterday was the last day. The delegate is told."""
    row = own(desk, delegation_id)
    if row.last_day < desk.today:
        raise Outdated("Those days are over.")
    _move(desk, row, LeaveStatus.CONFIRMED, LeaveStatus.TAKEN_BACK)
    _tell(desk, row, "take_back")


def _move(desk: Desk, row: Delegate, before: LeaveStatus, after: LeaveStatus) -> None:
    moved = (
        update(Delegate)
        .where(Delegate.id == row.id, Delegate.status == before)
        .values(status=after)
        .returning(Delegate.id)
        .execution_options(synchronize_session=False)
    )
    gone = desk.session.scalar(moved) is None
    desk.session.refresh(row)
    if gone:
        raise Outdated(_STANDING[row.status])
    desk.record(f"delegate.{after.value}", row.id, kind="delegate", details={"to": row.delegate_id})
    outbox.ask_redraw(desk.session, row.id, desk.now)


_STANDING = {
    LeaveStatus.PROPOSED: "That is not confirmed yet.",
    LeaveStatus.CONFIRMED: "That is confirmed already.",
    LeaveStatus.DROPPED: "That was cancelled. Say it again if you want it.",
    LeaveStatus.TAKEN_BACK: "That was taken back already.",
}


def _tell(desk: Desk, row: Delegate, step: str) -> None:
    outbox.put(
        desk.session,
        dedupe_key=f"{TOLD}:{row.id}:{step}",
        kind=TOLD,
        recipient_id=row.delegate_id,
        now=desk.now,
        subject_id=row.id,
    )


def shown(desk: Desk, delegation_id: str) -> Delegation | None:
    """The delegation as its cards show it; None for anybody but the two concerned."""
    row = desk.session.get(Delegate, delegation_id, populate_existing=True)
    if row is None or desk.actor.id not in {row.supervisor_id, row.delegate_id}:
        return None
    return Delegation(
        id=row.id,
        supervisor=person(desk.session, row.supervisor_id),
        delegate=person(desk.session, row.delegate_id),
        first_day=row.first_day,
        last_day=row.last_day,
        status=row.status,
        over=row.last_day < desk.today,
    )


def standing(desk: Desk) -> str | None:
    """The id of the actor's delegation that runs, or begins next; None where there is none."""
    query = select(Delegate.id).where(
        Delegate.supervisor_id == desk.actor.id,
        Delegate.status.in_((LeaveStatus.PROPOSED, LeaveStatus.CONFIRMED)),
        Delegate.last_day >= desk.today,
    )
    return desk.session.scalar(query.order_by(Delegate.first_day, Delegate.id).limit(1))


def may_be_named(desk: Desk) -> list[tuple[str, str]]:
    """(id, name) of whom the actor may name, those who review first."""
    others = [each for each in desk.agency.staff.values() if each.id != desk.actor.id]
    week = desk.today + timedelta(days=7)
    fit = [each for each in others if _fits(desk, each.id, week)]
    ranked = sorted(fit, key=lambda each: (each.role.value == "caseworker", each.name))
    return [(each.id, each.name) for each in ranked]


def _fits(desk: Desk, delegate_id: str, last: date) -> bool:
    try:
        ensure_may_stand_in(desk.me, desk.agency.staff[delegate_id], desk.today, last, today=desk.today)
    except Unusable:
        return False
    return True
