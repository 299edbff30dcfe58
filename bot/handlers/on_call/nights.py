"""The hand-over's messages: what is open for who comes on call, and the night for the day team."""

from __future__ import annotations

from datetime import datetime

from bot.handlers.door.cards import Gallery, Wanted
from bot.services.desk import Desk
from bot.services.on_call import nights, nights_shown
from bot.services.on_call.shift_silence import SILENT
from bot.views.drawn import Drawn
from bot.views.on_call.nights import night_card, open_card
from bot.views.on_call.shifts import silent_card


def hang(gallery: Gallery) -> None:
    """Hang the drawers."""
    gallery.hang(nights.OPEN, draw_open)
    gallery.hang(nights.NIGHT, draw_night)
    gallery.hang(SILENT, draw_silent)


def draw_open(desk: Desk, wanted: Wanted) -> Drawn | None:
    """What is open; None where all of it is closed by now."""
    found = nights_shown.still_open(desk, wanted.details.get("crises", ()))
    return open_card(found, desk.policy.zone) if found else None


def draw_night(desk: Desk, wanted: Wanted) -> Drawn | None:
    """What there was in the night."""
    if "cases" not in wanted.details:
        return None
    found = nights_shown.of_night(desk, wanted.details["cases"])
    since = datetime.fromisoformat(wanted.details["from"])
    return night_card(found, since, desk.policy.zone) if found else None


def draw_silent(desk: Desk, wanted: Wanted) -> Drawn | None:
    """Slack's own silence within a shift, said to its holder."""
    if "from" not in wanted.details:
        return None
    begins, ends = (datetime.fromisoformat(wanted.details[key]) for key in ("from", "to"))
    return silent_card(begins, ends, desk.policy.zone)
