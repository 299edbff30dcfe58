"""The hand-over sheet as a file: by itself before and after a leave, and by a button on its cards."""

from __future__ import annotations

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.services.desk import Desk
from bot.services.leave import hand_over
from bot.services.leave.hand_over_sheets import sheet_of
from bot.views.drawn import Drawn
from bot.views.leave.leave_papers import sheet_message


def hang(gallery: Gallery) -> None:
    """Hang the drawers of both sheets."""
    gallery.hang(hand_over.SHEET, lambda desk, wanted: _draw(desk, wanted, back=False))
    gallery.hang(hand_over.BACK, lambda desk, wanted: _draw(desk, wanted, back=True))


def register(front: FrontDesk) -> None:
    """Listen for the button."""
    front.action("leave.sheet", asked)


def asked(visit: Visit) -> None:
    """Hand-over sheet: it is sent as a file in a moment."""
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(plan_id), visit.desk() as desk:
        hand_over.ask(desk, plan_id, key=str(visit.body["trigger_id"]))
    visit.say("The sheet comes as a PDF in a moment.")


def _draw(desk: Desk, wanted: Wanted, *, back: bool) -> Drawn | None:
    """A card is drawn without details: the file that was given stays as it is."""
    sheet = sheet_of(desk, wanted.details, back=back) if wanted.details else None
    return sheet_message(sheet, desk.policy.zone) if sheet else None
