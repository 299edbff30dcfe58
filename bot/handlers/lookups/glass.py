"""A family out of reach: refused with whom to ask, or opened for an hour; and its review."""

from __future__ import annotations

from bot.errors import NotAllowed, Unusable
from bot.handlers.door.cards import Gallery
from bot.handlers.door.cards import Wanted as ToDraw
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.lookups.lookup_questions import as_details, as_reference, from_details, from_reference
from bot.services.crisis import crisis_reading
from bot.services.desk import Desk
from bot.services.lookups import glass, lookup
from bot.services.lookups.lookup import OutOfReach, Wanted
from bot.views.drawn import Drawn
from bot.views.lookups.glass import broken_card, glass_window, passed_on_card, refused_card
from bot.views.notes import note_windows as windows

_REFUSED = "lookup_refused"


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the refusal and of what the supervisors get."""
    gallery.hang(_REFUSED, _draw_refused)
    gallery.hang(glass.BROKEN, _draw_broken)


def register(front: FrontDesk) -> None:
    """Listen for the buttons and the window."""
    front.action("glass.ask", ask)
    front.view("glass.broken", broken)
    front.action("glass.reviewed", reviewed)


def refuse(
    visit: Visit, desk: Desk, wanted: Wanted, beyond: OutOfReach, *, key: str, channel: str | None
) -> None:
    """Whom to ask; who writes notes may open it for an hour. Within the desk's transaction."""
    for case_id in beyond.cases:
        desk.record("lookup.refused", case_id, kind="case")
    put_answer(visit, desk, _REFUSED, as_details(wanted), key=key, channel=channel)


def _draw_refused(desk: Desk, wanted: ToDraw) -> Drawn | None:
    question = from_details(wanted.details)
    try:
        lookup.answer(desk, question)
    except OutOfReach as beyond:
        numbers = crisis_reading.whom_to_ask(desk, beyond.cases[0])
        reference = as_reference(question) if beyond.may_open else ""
        return refused_card(numbers, reference, desk.policy.record.break_glass_minutes)
    return None


def ask(visit: Visit) -> None:
    """Open it all the same: a window asks why."""
    reference = str(visit.body["actions"][0]["value"])
    with visit.look() as desk:
        try:
            lookup.answer(desk, from_reference(reference))
        except OutOfReach as beyond:
            if not beyond.may_open:
                raise
    minutes = visit.deps.policy.record.break_glass_minutes
    visit.open_window(glass_window(glass.REASONS, reference, minutes))


def broken(visit: Visit) -> None:
    """Why was sent: it is open, the supervisors hear of it, and the answer follows."""
    view = visit.body["view"]
    values, wanted = view["state"]["values"], from_reference(str(view["private_metadata"]))
    reason, words = windows.picked(values, "reason") or "", windows.typed(values, "words") or ""
    try:
        with visit.desk() as desk:
            _open(desk, wanted, reason, words)
            lookup.put_in_access_log(desk, wanted, lookup.answer(desk, wanted))
            put_answer(visit, desk, "lookup", as_details(wanted), key=f"glass:{view['id']}")
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"words": str(unusable)})
        return
    visit.ack()


def _open(desk: Desk, wanted: Wanted, reason: str, words: str) -> None:
    try:
        lookup.answer(desk, wanted)
    except OutOfReach as beyond:
        if not beyond.may_open:
            raise
        glass.break_glass(desk, beyond.cases, reason, words)


def reviewed(visit: Visit) -> None:
    """Reviewed was tapped; where another was first, the cards say so."""
    glass_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(glass_id), visit.desk() as desk:
        glass.reviewed(desk, glass_id)
        visit.redraw(glass_id)


def _draw_broken(desk: Desk, wanted: ToDraw) -> Drawn | None:
    try:
        return broken_card(glass.opened(desk, wanted.subject_id), desk.policy.zone)
    except NotAllowed:  # it went on: somebody stands in for them, or the line has changed
        return passed_on_card(glass.reviewed_by_others(desk, wanted.subject_id))
