"""The weekly conference: its agenda in a window and on paper, what was decided, the note of it."""

from __future__ import annotations

import re

from bot.errors import Refusal
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with, put_answer
from bot.handlers.notes.notes import editor
from bot.handlers.talk import Said
from bot.services import outbox
from bot.services.conferences import conference, conferring
from bot.services.desk import Desk
from bot.views.blocks import Block
from bot.views.drawn import Drawn
from bot.views.notes import note_windows as windows
from bot.views.oversight.agenda import (
    LIST,
    OPEN,
    agenda_message,
    agenda_window,
    held_window,
    list_card,
    list_window,
)
from bot.views.wording import short_day

_CARD, _PAPER = "conference_list", "conference_agenda"
_ASKS = re.compile(
    r"^\W*(?:(?:please|can i (?:get|have|see)|show me|open|get(?: me)?|give me|send me|i need|pull up"
    r"|print(?: me| out)?"
    r"|ver) )?(?:(?:the|my|our|mi|la) )?"
    r"(?:(?:weekly |team |case )?(?:conference|supervision) agenda"
    r"|agenda(?: de la (?:conferencia|supervisi[oó]n))?)"
    r"(?: (?:for|of|with|de|para|con) (?:the |my )?(?P<who>(?!to(?:day|morrow)|next|this|\w+day)"
    r"[\w'’.-]+(?: [\w'’.-]+){0,2}?))?"
    r"(?: (?:for )?(?:the )?(?:weekly )?conference)?(?: please| this week| today)?\W*$",
    re.IGNORECASE,
)


_WHEN = re.compile(
    r"^\W*(?:so |hey |y )?(?:when|what (?:time|day)|at what time|on what day|cu[aá]ndo"
    r"|(?:a )?qu[eé] (?:hora|d[ií]a))(?:(?:'s|’s)| is| are| do i have| es| tengo| me toca)? "
    r"(?:(?:my|our|the|mi|la|nuestra) )?(?:next |pr[oó]xima )?"
    r"(?:weekly |supervisory )?(?:conference|supervision|conferencia|supervisi[oó]n)(?: meeting| semanal)?"
    r"(?: (?:with|con) (?:the |my |mi |la |el )?(?P<who>[\w'’.-]+(?: [\w'’.-]+){0,2}?))?"
    r"(?: (?:this|next|esta) (?:week|semana)| today| hoy)?\W*$",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether the words ask for a conference's agenda."""
    return len(text) <= 80 and bool(_ASKS.match(text.strip()))


def asks_when(text: str) -> bool:
    """Whether the words ask when a weekly conference is, and nothing else."""
    return len(text) <= 80 and bool(_WHEN.match(text.strip()))


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the list and of the paper."""
    gallery.hang(_CARD, _draw_list)
    gallery.hang(_PAPER, _draw_paper)


def register(front: FrontDesk) -> None:
    """Listen for what stands on the list and on the agenda."""
    front.action(LIST, list_opened)
    front.action(OPEN, opened)
    front.action(re.compile(r"^conference\.page\."), turned)
    front.action("conference.pdf", paper)
    front.action("conference.hold", ask_held)
    front.view("conference.discussed", discussed)
    front.action("conference.note", note)


def asked(said: Said) -> None:
    """A message asks for an agenda: one's own, somebody's, or all that one may see."""
    text = said.text.strip()
    match, when = _ASKS.match(text), _WHEN.match(text)
    named = match or when
    details = {"who": named["who"]} if named and named["who"] else {}
    if when:
        details["asks"] = "when"
    answer_with(said.visit, _CARD, details, key=said.ts, channel=said.channel)


def _draw_list(desk: Desk, wanted: Wanted) -> Drawn:
    lines = conference.listed(desk)
    found = {each.id for each in conference.named(desk, str(wanted.details.get("who", "")))}
    named = [each for each in lines if each.worker.id in found] or lines
    return list_card(named, desk.policy.zone, hour="asks" in wanted.details)


def _value(visit: Visit) -> str:
    return str(visit.body["actions"][0].get("value", ""))


def list_opened(visit: Visit) -> None:
    """Conferences, on the Home."""
    with visit.look() as desk:
        view = list_window(conference.listed(desk), desk.policy.zone)
    visit.open_window(view)


def opened(visit: Visit) -> None:
    """Agenda: its first page."""
    view = _window(visit, _value(visit), 0)
    visit.open_window(view)


def _window(visit: Visit, worker_id: str, skip: int) -> Block:
    with visit.look() as desk:
        return agenda_window(conference.agenda(desk, worker_id, skip=skip), desk.policy.zone)


def turned(visit: Visit) -> None:
    """Another page of it."""
    worker_id, _, skip = _value(visit).partition("|")
    visit.update_window(_window(visit, worker_id, int(skip)))


def paper(visit: Visit) -> None:
    """PDF: the whole agenda comes as a file in a moment."""
    worker_id = _value(visit)
    with visit.desk() as desk:
        families = [each.sheet.case.id for each in conference.agenda(desk, worker_id, most=None).cases]
        outbox.put(
            desk.session,
            dedupe_key=f"{_PAPER}:{worker_id}:{desk.actor.id}:{visit.body['trigger_id']}",
            kind=_PAPER,
            recipient_id=desk.actor.id,
            now=desk.now,
            details={"worker": worker_id},
        )
        desk.record("conference.paper", worker_id, kind="staff", details={"cases": families})
    visit.say("The agenda comes as a PDF in a moment.")


def _draw_paper(desk: Desk, wanted: Wanted) -> Drawn | None:
    if not wanted.details:  # a file that was given stays as it is
        return None
    try:
        agenda = conference.agenda(desk, wanted.details["worker"], most=None)
    except Refusal:  # no longer theirs to see
        return None
    return agenda_message(agenda, desk.policy.zone)


def ask_held(visit: Visit) -> None:
    """Held: a window asks what was decided."""
    worker_id, _, case_id = _value(visit).partition("|")
    skip = str(visit.body["view"]["private_metadata"]).partition("|")[2]
    with visit.look() as desk:
        agenda = conference.agenda(desk, worker_id, most=0)
        family = desk.agency.cases[case_id].family_name
        view = held_window(agenda, family, "|".join([worker_id, case_id, skip, visit.body["view"]["id"]]))
    visit.open_window(view)


def discussed(visit: Visit) -> None:
    """The window with what was decided was sent: the agenda under it is drawn anew."""
    view = visit.body["view"]
    worker_id, case_id, skip, below = str(view["private_metadata"]).split("|")
    values = view["state"]["values"]
    on = windows.parsed_date(windows.picked(values, "on"))
    if on is None:
        visit.ack(response_action="errors", errors={"on": "On which day?"})
        return
    try:
        with visit.desk() as desk:
            next_due = conferring.hold(desk, worker_id, case_id, on, windows.typed(values, "decided") or "")
            zone = desk.policy.zone
    except Refusal as refusal:  # in the window itself: on top of three there is no room for another
        visit.ack(response_action="errors", errors={"decided": str(refusal)})
        _redraw(visit, below, worker_id, skip)
        return
    visit.ack()
    _redraw(visit, below, worker_id, skip)
    if next_due:
        day = short_day(next_due.astimezone(zone).date())
        visit.say(f"Every family was discussed: the conference is recorded. The next one is due {day}.")


def _redraw(visit: Visit, view_id: str, worker_id: str, skip: str) -> None:
    """The agenda as it stands now, where it is still open."""
    visit.update_window(_window(visit, worker_id, int(skip or 0)), view_id=view_id)


def note(visit: Visit) -> None:
    """Make a note: a Case Conference draft with one's own words, its card and its window."""
    with visit.desk() as desk:
        drafted = conferring.note_of(desk, _value(visit))
        put_answer(visit, desk, "note_card", {}, key=f"conference:{drafted.id}", subject_id=drafted.id)
        view = editor(desk, drafted)
    visit.open_window(view)
