"""Notes asked for: what was recorded before, as a list with Read."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.handlers.cards import Gallery, Wanted
from bot.handlers.posting import answer_with
from bot.handlers.talk import Said
from bot.services.desk import Desk
from bot.services.finding import find_notes
from bot.views.drawn import Drawn
from bot.views.found import found_card


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the list."""
    gallery.hang("found", draw)


def asked(said: Said) -> None:
    """A message asks for the notes on somebody."""
    subject, period = said.reading.subject, said.reading.period
    details: dict[str, Any] = {}
    if subject:
        details |= {"children": list(subject.children), "people": list(subject.people)}
    if period and period.first:
        details |= {"from": str(period.first), "to": str(period.last or period.first)}
    answer_with(said.visit, "found", details, key=said.ts, channel=said.channel)


def draw(desk: Desk, wanted: Wanted) -> Drawn:
    """The notes within the person's reach, newest first."""
    details = wanted.details
    first, last = (date.fromisoformat(details[k]) if k in details else None for k in ("from", "to"))
    found = find_notes(
        desk,
        children=tuple(details.get("children") or ()),
        people=tuple(details.get("people") or ()),
        first=first,
        last=last,
    )
    return found_card(found, desk.policy.zone)
