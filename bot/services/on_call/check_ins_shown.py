"""A check-in for whoever reads its card: who is out, and those who were alerted."""

from __future__ import annotations

from bot.services.desk import Desk, desk_of
from bot.services.on_call import check_ins
from storage.checking_in import Alerted, CheckInRecord
from storage.models import CheckIn
from storage.queries.people import people, person_of
from storage.types import OutboxState

_REFUSED = (OutboxState.DEAD, OutboxState.HELD)


def check_in_of(desk: Desk, check_in_id: str) -> CheckInRecord | None:
    """The check-in, for who is out and for those alerted; None for anybody else."""
    row = desk.session.get(CheckIn, check_in_id)
    if row is None:
        return None
    mine = row.staff_id == desk.actor.id
    if not mine and not check_ins.was_alerted(desk.session, row.id, desk.actor.id):
        return None
    alerts = check_ins.alerts(desk.session, row.id)
    who = people(desk.session, [row.staff_id, row.acknowledged_by_id, *(a.recipient_id for a in alerts)])
    told = {
        a.recipient_id: Alerted(
            who[a.recipient_id],
            a.settled_at if a.state is OutboxState.SENT else None,
            refused=a.state in _REFUSED,
        )
        for a in alerts
        if a.recipient_id in who
    }
    first = check_ins.to_alert(desk_of(desk.session, row.staff_id, desk.agency, desk.policy, desk.now))
    return CheckInRecord(
        id=row.id,
        who=who[row.staff_id],
        words=row.words,
        back_by=row.back_by,
        alert_at=row.back_by + check_ins.GRACE,
        status=row.status,
        asked=row.step > 0,
        first=person_of(first[0]) if first else None,
        told=tuple(told.values()),
        acknowledged_by=who.get(row.acknowledged_by_id or ""),
        acknowledged_at=row.acknowledged_at,
        back_at=row.back_at,
    )
