"""Who of the team is off: "who's off in December?", "team calendar", and a button of the Home."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with
from bot.handlers.talk import Said
from bot.services.desk import Desk
from bot.services.leave.team_calendar import calendar
from bot.views.drawn import Drawn
from bot.views.leave.team_calendar import OPEN, calendar_card, calendar_window
from storage.types import Role

_CARD = "team_calendar"
_WHEN = r"(?: (?:in|on|next|this|during|from|over|today|tomorrow|en|esta|este|hoy|manana|mañana)\b.*)?"
_ASKS = re.compile(
    r"^\W*(?:please |show me |can i see |open |muestrame |ver )?(?:"
    r"(?:so )?(?:who(?:'s|’s|s| is| all is| else is| will be)|is (?:any(?:one|body)|somebody))"
    rf" (?:off|out|away|on (?:leave|vacation|pto|holiday))(?: of (?:the )?office)?{_WHEN}"
    rf"|any(?:one|body) (?:off|away|on (?:leave|vacation)){_WHEN}"
    r"|(?:the |my |our )?(?:team|unit|leave|vacation|time ?off|pto)(?:'s|’s)? calendar.*"
    rf"|qui[eé]n(?:es)? est[aá]n? (?:de vacaciones|de permiso|fuera|libres?|ausentes?){_WHEN}"
    r"|(?:el )?calendario (?:del equipo|de (?:vacaciones|ausencias|permisos)).*"
    r")\W*$",
    re.IGNORECASE,
)
_LONGEST = 80
"""Characters: who writes more tells a story."""


def asks(text: str) -> bool:
    """Whether the words ask who is off."""
    return len(text) <= _LONGEST and bool(_ASKS.match(text.strip()))


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the calendar."""
    gallery.hang(_CARD, _draw)


def register(front: FrontDesk) -> None:
    """Listen for the button."""
    front.action(OPEN, opened)


def asked(said: Said) -> None:
    """A message asks who is off, perhaps in some days."""
    period, details = said.reading.period, {}
    if period is not None and period.first is not None:
        details = {"from": str(period.first), "to": str(period.last or period.first)}
    answer_with(said.visit, _CARD, details, key=said.ts, channel=said.channel)


def opened(visit: Visit) -> None:
    """Team calendar, on the Home: the coming weeks in a window."""
    with visit.look() as desk:
        window = calendar_window(calendar(desk))
    visit.open_window(window)


def _draw(desk: Desk, wanted: Wanted) -> Drawn:
    found = calendar(desk, _day(wanted.details, "from"), _day(wanted.details, "to"))
    return calendar_card(found, of_unit=desk.actor.role is not Role.DIRECTOR)


def _day(details: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(details[name]) if name in details else None
