"""The checklist of a crisis: what must be reported, ticked by a person."""

from __future__ import annotations

from datetime import time

from bot.errors import Unusable
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.rules.incidents import Incident
from bot.services import outbox
from bot.services.crisis import crisis_reading, reports_due, timeline
from bot.services.desk import Desk
from bot.views.blocks import Block
from bot.views.crisis.crisis_reports import checklist_window, made_window
from bot.views.notes import note_windows as windows


def register(front: FrontDesk) -> None:
    """Listen for Report made and Checklist."""
    front.action("report.made", ask_made)
    front.action("report.made_of", ask_made_of)
    front.view("report.made", tick)
    front.action("report.checklist", ask_checklist)
    front.view("report.checklist", begin)


def _value(visit: Visit) -> str:
    return str(visit.body["actions"][0]["value"])


def ask_made(visit: Visit) -> None:
    """Report made, on the crisis's card."""
    with visit.look() as desk:
        view = _window(desk, _value(visit))
    visit.open_window(view)


def ask_made_of(visit: Visit) -> None:
    """Report made, on a reminder of one report."""
    with visit.look() as desk:
        view = _window(desk, reports_due.crisis_of(desk, _value(visit)), _value(visit))
    visit.open_window(view)


def _window(desk: Desk, crisis_id: str, chosen: str = "") -> Block:
    timeline.open_to(desk, crisis_id)
    reports = crisis_reading.crisis(desk, crisis_id).reports
    still_open = [each for each in reports if each.made_at is None]
    chosen = chosen if chosen in {each.id for each in still_open} else ""
    return made_window(crisis_id, still_open, desk.now, desk.policy.zone, chosen)


def tick(visit: Visit) -> None:
    """The window was sent."""
    view = visit.body["view"]
    values = view["state"]["values"]
    report, at = windows.picked(values, "report"), windows.picked(values, "at")
    if report is None or at is None:
        missing = "report" if report is None else "at"
        visit.ack(response_action="errors", errors={missing: "Please pick one."})
        return
    called, number = windows.typed(values, "called") or "", windows.typed(values, "number") or ""
    try:
        with visit.desk() as desk:
            timeline.open_to(desk, str(view["private_metadata"]))
            crisis_id = reports_due.made(
                desk, report, called=called, at=time.fromisoformat(at), number=number
            )
            visit.redraw(crisis_id)
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"called": str(unusable)})
        return
    visit.ack()


def ask_checklist(visit: Visit) -> None:
    """Checklist: a window asks what it is."""
    with visit.look() as desk:
        timeline.open_to(desk, _value(visit))
    visit.open_window(checklist_window(_value(visit)))


def begin(visit: Visit) -> None:
    """What it is was sent."""
    view = visit.body["view"]
    crisis_id, picked = str(view["private_metadata"]), windows.picked(view["state"]["values"], "incident")
    if picked not in set(Incident):
        visit.ack(response_action="errors", errors={"incident": "What is it?"})
        return
    with visit.desk() as desk:
        reports_due.begin(desk, timeline.open_to(desk, crisis_id), [picked])
        outbox.ask_redraw(desk.session, crisis_id, desk.now)
        visit.redraw(crisis_id)
    visit.ack()
