"""A visit that is yet to happen: kept, shown, one tap from being logged or cancelled."""

from __future__ import annotations

import re
from datetime import time

from bot.errors import NotAllowed, Unusable
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.door.uploads import give_file
from bot.handlers.duties import due
from bot.handlers.notes.notes import editor
from bot.handlers.talk import Said
from bot.services import plans
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.views.drawn import Drawn
from bot.views.notes import note_windows as windows
from bot.views.visits.calendar import calendar_file
from bot.views.visits.plan import missed_card, move_window, plan_card
from storage.models import PlannedVisit
from storage.types import Child

_MISSED, _NONE_PLANNED = "plan_missed", "none_planned"
_LONGEST = 120
_MINE = re.compile(r"\b(?:my|our|mi) (?:next|pr[oó]xima) visi", re.IGNORECASE)
_ASKS_NEXT = re.compile(
    r"^\W*(?:(?:so|hey|and|y|oye) )?(?:when(?:'s|’s|s| is| are| do i have| does)|what (?:day|time) (?:is|are)"
    r"|cu[aá]ndo (?:es|son|tengo|le toca)|qu[eé] d[ií]a es|a qu[eé] hora es)(?: \w+(?:['’]s)?){0,2}? "
    r"(?:(?:next|pr[oó]xim[ao]s?) (?:\w+ ){0,2}?(?:visits?|visitation|visitas?)"
    r"|visitas? pr[oó]xim[ao]s?)(?!\w)",
    re.IGNORECASE,
)


def hang(gallery: Gallery) -> None:
    """Hang the drawer of a plan's card."""
    gallery.hang("plan", draw)
    gallery.hang(_MISSED, draw_missed)


def register(front: FrontDesk) -> None:
    """Listen for the taps on a plan's card."""
    front.action("plan.cancel", cancel)
    front.action("plan.log", log)
    front.action("plan.missed", log_missed)
    front.action("plan.move", ask_when)
    front.view("plan.moved", move)
    front.action("plan.calendar", to_calendar)


def put_plans(said: Said, desk: Desk) -> None:
    """Keep the planned events of a message and post a card for each."""
    for row in plans.plan(desk, said.reading, Source(said.channel, said.ts, said.text)):
        put_answer(said.visit, desk, "plan", {}, key=row.id, channel=said.channel, subject_id=row.id)


def asks_next(text: str) -> bool:
    """Whether the words ask when somebody's next visit is."""
    return len(text) <= _LONGEST and bool(_ASKS_NEXT.match(text.strip()))


def next_asked(said: Said) -> None:
    """A message asks when a visit with somebody is: the plan that was told, if any; else what is due."""
    named = said.reading.subject
    mine = _MINE.search(said.text) is not None
    if not mine and (named is None or not named.children):
        due.asked(said)
        return
    with said.visit.desk() as desk:
        children, people = (named.children, named.people) if named else ((), ())
        row = plans.next_with(desk, children, people)
        key = f"{row.id if row else _NONE_PLANNED}:{said.ts}"
        if row is None:
            details = {"sentence": _NONE_PLANNED}
            put_answer(said.visit, desk, "sentence", details, key=key, channel=said.channel)
        else:
            put_answer(said.visit, desk, "plan", {}, key=key, channel=said.channel, subject_id=row.id)


def cancel(visit: Visit) -> None:
    """Cancel was tapped: it is asked about no more; a visit whose time has come is offered as a note."""
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(plan_id), visit.desk() as desk:
        plans.cancel(desk, plan_id)
        visit.redraw(plan_id)
        came = plans.has_come(_own(desk, plan_id), now=desk.now, today=desk.today)
        if came:
            put_answer(visit, desk, _MISSED, {}, key=plan_id, subject_id=plan_id)
    if not came:
        visit.say("Cancelled: I won't ask about it.")


def ask_when(visit: Visit) -> None:
    """Move: a window asks for the other day."""
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(plan_id), visit.look() as desk:
        row = plans.to_move(desk, plan_id)
        view = move_window(row.id, row.on, row.starts_at, desk.policy.zone)
    visit.open_window(view)


def move(visit: Visit) -> None:
    """The window with the other day was sent."""
    plan_id = str(visit.body["view"]["private_metadata"])
    values = visit.body["view"]["state"]["values"]
    on, at = windows.parsed_date(windows.picked(values, "on")), windows.picked(values, "at")
    if on is None:
        visit.ack(response_action="errors", errors={"on": "On which day?"})
        return
    try:
        with visit.desk() as desk:
            plans.move(desk, plan_id, on, time.fromisoformat(at) if at else None)
            visit.redraw(plan_id)
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"on": str(unusable)})
        return
    visit.ack()


def to_calendar(visit: Visit) -> None:
    """Add to calendar: a file that a phone's calendar opens; it names nobody."""
    with visit.look() as desk:
        row = _own(desk, str(visit.body["actions"][0]["value"]))
        content = calendar_file(
            plan_id=row.id,
            children=children_of(desk, row),
            on=row.on,
            starts_at=row.starts_at,
            minutes=row.minutes,
            moves=row.moves,
            now=desk.now,
        )
    give_file(visit.deps.client, visit.slack_user, "visit.ics", content, title="Planned visit")


def _own(desk: Desk, plan_id: str) -> PlannedVisit:
    row = plans.planned(desk, plan_id)
    if row is None:
        raise NotAllowed("That plan is not there for you.")
    return row


def children_of(desk: Desk, row: PlannedVisit) -> list[Child]:
    """Those of the plan's children who are on the roster still."""
    return [desk.agency.children[c] for c in row.children if c in desk.agency.children]


def log(visit: Visit) -> None:
    """Log visit: a draft about all whom the plan names, its card posted and its window open."""
    _log(visit, missed=False)


def log_missed(visit: Visit) -> None:
    """Write it down: the same of a visit that did not take place."""
    _log(visit, missed=True)


def _log(visit: Visit, *, missed: bool) -> None:
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.desk() as desk:
        drafts = plans.to_log(desk, plan_id, key=str(visit.body["trigger_id"]), missed=missed)
        for note in drafts:
            put_answer(visit, desk, "note_card", {}, key=note.id, subject_id=note.id)
        visit.redraw(plan_id)
        window = editor(desk, drafts[0])
    visit.open_window(window)


def draw_missed(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The offer to write down a visit that was called off; once a note says so, that."""
    row = plans.planned(desk, wanted.subject_id)
    if row is None:
        return None
    children = children_of(desk, row)
    return missed_card(
        plan_id=row.id,
        children=children,
        on=row.on,
        starts_at=row.starts_at,
        hours=desk.policy.notes.hours,
        logged=plans.is_logged(desk.session, row),
        tz=desk.policy.zone,
    )


def draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The plan as it stands."""
    row = plans.planned(desk, wanted.subject_id)
    if row is None:
        return None
    children = children_of(desk, row)
    people = [desk.agency.contacts[p] for p in row.people if p in desk.agency.contacts]
    return plan_card(
        plan_id=row.id,
        children=children,
        people=people,
        case=desk.agency.cases.get(row.case_id or ""),
        types=row.types,
        on=row.on,
        starts_at=row.starts_at,
        minutes=row.minutes,
        cancelled=row.cancelled_at is not None,
        logged=plans.is_logged(desk.session, row),
        tz=desk.policy.zone,
    )
