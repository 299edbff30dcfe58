"""Who stands in for whom, asked in words: a card says what is on record."""

from __future__ import annotations

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import answer_with
from bot.handlers.talk import Said
from bot.services.desk import Desk
from bot.services.leave.steads import steads_of
from bot.understand.office.steads import stead_asked
from bot.views.drawn import Drawn
from bot.views.leave.steads import steads_card

CARD = "steads"


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the answer."""
    gallery.hang(CARD, _draw)


def taken(said: Said) -> bool:
    """Whether it is asked who stands in, or who is off; answered then."""
    who = stead_asked(said.visit.agency, said.visit.actor.id, said.text) if not said.thread_ts else None
    if who is None:
        return False
    answer_with(said.visit, CARD, {"staff": who}, key=said.ts, channel=said.channel)
    return True


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    staff_id = str(wanted.details.get("staff") or "")
    if staff_id not in desk.agency.staff:
        return None
    return steads_card(steads_of(desk, staff_id), desk.actor.id, desk.today)
