"""Who is on call, asked in words or by /oncall."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with
from bot.handlers.talk import Said
from bot.rules.moments import DAY
from bot.services.desk import Desk
from bot.services.on_call import on_call, shift_shown
from bot.understand.parts import Period
from bot.understand.writing.text import folded
from bot.views.blocks import Block
from bot.views.drawn import Drawn
from bot.views.on_call.on_call import on_call_days, on_call_now
from bot.views.on_call.shifts import own_buttons, rows_of

_NIGHT = re.compile(r"(?<!\w)(?:(?:over)?night|tonight|noche)(?!\w)")
_GAPS = re.compile(
    r"(?<!\w)(?:gaps?|uncovered|unfilled|not covered|nobody (?:is )?on|huecos?|sin cubrir)(?!\w)"
)
GAPS = "rota_gaps"
"""The card of the next 14 days' gaps (`bot.handlers.duties.duties`)."""
_LONGEST = 31
"""Days that are looked through for what can be taken."""


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
    """A message asks who is on call, now or at some time, or where nobody is."""
    if _GAPS.search(folded(said.text)):
        answer_with(said.visit, GAPS, {}, key=said.ts, channel=said.channel)
        return
    details = _details(said.reading.period)
    if details.get("from") == details.get("to") and _NIGHT.search(folded(said.text)):
        details["night"] = True
    answer_with(said.visit, "on_call", details, key=said.ts, channel=said.channel)


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
        return _days(desk, date.fromisoformat(details["from"]), date.fromisoformat(details["to"]), details)
    at = datetime.fromisoformat(details["at"]) if "at" in details else desk.now
    found = on_call.at_moment(desk, at)
    is_now = abs((at - desk.now).total_seconds()) < 300
    drawn = on_call_now(
        at=at,
        is_now=is_now,
        office_closes=found.office_closes,
        duties=found.duties,
        unfilled=found.unfilled,
        tz=zone,
    )
    return Drawn(drawn.text, [*drawn.blocks, *_own(desk, {duty.who.id for duty in found.duties})])


def _days(desk: Desk, first: date, last: date, details: dict[str, Any]) -> Drawn:
    """The rota of these days, and what of it the reader could take."""
    night = "night" in details
    drawn = on_call_days(first, last, on_call.between(desk, first, last, night=night), desk.policy.zone)
    days = [first + n * DAY for n in range(min((last - first) // DAY, _LONGEST) + 1)]
    takes = [each for each in shift_shown.others(desk, days, ()) if each.button]
    return Drawn(drawn.text, [*drawn.blocks, *rows_of(takes, desk.policy.zone), *_own(desk, set())])


def _own(desk: Desk, shown: set[str]) -> list[Block]:
    """Offer this shift, for the reader's own that is shown or the next; and all of theirs."""
    mine = shift_shown.own(desk)
    offered = mine[0].value if mine and desk.actor.id in shown else ""
    return own_buttons(offered) if mine else []
