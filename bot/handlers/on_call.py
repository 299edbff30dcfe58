"""Who is on call, asked in words or by /oncall."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.handlers.cards import Gallery, Wanted
from bot.handlers.front_desk import FrontDesk, Visit
from bot.handlers.posting import answer_with
from bot.handlers.talk import Said
from bot.services import on_call
from bot.services.desk import Desk
from bot.understand.parts import Period
from bot.views.drawn import Drawn
from bot.views.on_call import on_call_days, on_call_now


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the answer."""
    gallery.hang("on_call", draw)


def register(front: FrontDesk) -> None:
    """Listen for /oncall and the Home's button."""
    front.command("/oncall", now)
    front.action("on_call.now", now)


def now(visit: Visit) -> None:
    """Who is on call at this moment."""
    answer_with(visit, "on_call", {"now": True}, key=str(visit.body["trigger_id"]))


def asked(said: Said) -> None:
    """A message asks who is on call, now or at some time."""
    answer_with(said.visit, "on_call", _details(said.reading.period), key=said.ts, channel=said.channel)


def _details(period: Period | None) -> dict[str, Any]:
    if period is not None and period.at is not None:
        return {"at": period.at.isoformat()}
    first = period.first or period.last if period else None
    if period is None or first is None:
        return {"now": True}
    return {"from": str(first), "to": str(period.last or first)}


def draw(desk: Desk, wanted: Wanted) -> Drawn:
    """The answer, from the rota as it stands when it is sent."""
    details, zone = wanted.details, desk.policy.zone
    if "from" in details:
        first, last = date.fromisoformat(details["from"]), date.fromisoformat(details["to"])
        return on_call_days(first, last, on_call.between(desk, first, last), zone)
    at = datetime.fromisoformat(details["at"]) if "at" in details else desk.now
    found = on_call.at_moment(desk, at)
    is_now = abs((at - desk.now).total_seconds()) < 300
    return on_call_now(
        at=at,
        is_now=is_now,
        office_closes=found.office_closes,
        duties=found.duties,
        unfilled=found.unfilled,
        tz=zone,
    )
