"""Whose alarm somebody has in front of them, not acknowledged; which one that goes on is their own."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import exists, or_, select

from bot.services.desk import Desk
from storage.models import CrisisCall, CrisisStep
from storage.types import CRISIS_GOING_ON, CrisisStatus

CARD = "crisis_take_on"
_LATELY = timedelta(hours=12)
_MOST = 3


def waiting(desk: Desk) -> list[str]:
    """The crises of which the actor was alerted and which nobody has: the newest first."""
    alerted = exists().where(
        CrisisStep.crisis_id == CrisisCall.id,
        CrisisStep.person_id == desk.actor.id,
        CrisisStep.round >= 0,
        CrisisStep.at <= desk.now,
    )
    ours = CrisisCall.status == CrisisStatus.OPEN, CrisisCall.opened_at > desk.now - _LATELY
    query = select(CrisisCall.id).where(*ours, CrisisCall.reported_by_id != desk.actor.id, alerted)
    return list(desk.session.scalars(query.order_by(CrisisCall.opened_at.desc()).limit(_MOST)))


def on_hand(desk: Desk) -> list[str]:
    """The crises that go on and that the actor reported, or has acknowledged: the newest first."""
    me = desk.actor.id
    going_on = CrisisCall.status.in_(CRISIS_GOING_ON), CrisisCall.opened_at > desk.now - _LATELY
    mine = or_(CrisisCall.reported_by_id == me, CrisisCall.acknowledged_by_id == me)
    query = select(CrisisCall.id).where(*going_on, mine)
    return list(desk.session.scalars(query.order_by(CrisisCall.opened_at.desc()).limit(_MOST)))
