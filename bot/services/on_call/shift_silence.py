"""Whoever comes on call soon and has Slack silent then is told to switch that off (DOMAIN 5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.on_call import consecutive
from bot.rules.reminders import Kind
from bot.services import outbox
from bot.services.duties.rota import subject_of
from bot.understand.agency import Agency
from storage.models import Obligation
from storage.types import Lane, Shift

SILENT = "shift_silent"
SOON = timedelta(hours=1, minutes=5)


def soon(session: Session, agency: Agency, now: datetime) -> list[tuple[str, Shift]]:
    """(obligation, duty) of those who come on call within the hour."""
    begins = Obligation.due_at > now, Obligation.due_at <= now + SOON
    query = select(Obligation).where(Obligation.kind == Kind.SHIFT, Obligation.closed_at.is_(None), *begins)
    owed: Sequence[Obligation] = session.scalars(query).all()
    duties = {subject_of(each): each for each in consecutive(agency.roster.shifts)} if owed else {}
    return [(each.id, duty) for each in owed if (duty := duties.get(each.subject_id)) is not None]


def tell(
    session: Session, owed_id: str, duty: Shift, silence: tuple[datetime, datetime], now: datetime
) -> None:
    """Tell the holder, once, from when to when Slack is silent."""
    outbox.put(
        session,
        dedupe_key=f"{SILENT}:{owed_id}",
        kind=SILENT,
        recipient_id=duty.staff_id,
        now=now,
        lane=Lane.URGENT,
        subject_id=owed_id,
        details={"obligation_id": owed_id, "from": silence[0].isoformat(), "to": silence[1].isoformat()},
        expires_at=duty.ends_at,
    )
