"""Whose alarm somebody has in front of them, and has not acknowledged."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import exists, select

from bot.services.desk import Desk
from storage.models import CrisisCall, CrisisStep
from storage.types import CrisisStatus

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
