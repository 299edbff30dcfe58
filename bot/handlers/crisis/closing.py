"""Who was told of a crisis, and closing it: two windows."""

from __future__ import annotations

from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.services.crisis import timeline, told
from bot.services.crisis.whose import case_of
from bot.views.crisis.crisis_timeline import close_window, told_window
from bot.views.notes import note_windows as windows
from storage.crisis_records import CrisisEnd


def register(front: FrontDesk) -> None:
    """Listen for the buttons and windows."""
    front.action("crisis.told", ask_told)
    front.view("crisis.told", tell)
    front.action("crisis.close", ask_close)
    front.view("crisis.closed", close)


def _crisis_id(visit: Visit) -> str:
    return str(visit.body["actions"][0]["value"])


def ask_told(visit: Visit) -> None:
    """Who was told: a window with boxes."""
    with visit.look() as desk:
        call = timeline.open_to(desk, _crisis_id(visit))
        choices = told.to_tell(desk, call, case_of(desk.session, call))
    visit.open_window(told_window(call.id, choices))


def tell(visit: Visit) -> None:
    """The boxes were sent."""
    view = visit.body["view"]
    crisis_id = str(view["private_metadata"])
    with visit.desk() as desk:
        timeline.tick(desk, crisis_id, windows.ticked(view["state"]["values"], "told"))
        visit.redraw(crisis_id)
    visit.ack()


def ask_close(visit: Visit) -> None:
    """Close: a window asks how it ended."""
    crisis_id = _crisis_id(visit)
    with visit.redrawn_if_refused(crisis_id), visit.look() as desk:
        timeline.to_close(desk, crisis_id)
    visit.open_window(close_window(crisis_id))


def close(visit: Visit) -> None:
    """How it ended was sent."""
    view = visit.body["view"]
    crisis_id, values = str(view["private_metadata"]), view["state"]["values"]
    picked = windows.picked(values, "ended")
    if picked not in set(CrisisEnd):
        visit.ack(response_action="errors", errors={"ended": "How did it end?"})
        return
    with visit.desk() as desk:
        timeline.close(desk, crisis_id, CrisisEnd(picked), windows.typed(values, "words") or "")
        visit.redraw(crisis_id)
    visit.ack()
