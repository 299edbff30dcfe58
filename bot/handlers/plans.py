"""A visit that is yet to happen: kept, shown, one tap from being logged or cancelled."""

from __future__ import annotations

from bot.handlers.cards import Gallery, Wanted
from bot.handlers.front_desk import FrontDesk, Visit
from bot.handlers.notes import editor
from bot.handlers.posting import put_answer
from bot.handlers.talk import Said
from bot.services import outbox, plans
from bot.services.desk import Desk
from bot.services.drafting import Source
from bot.views.drawn import Drawn
from bot.views.plan import plan_card


def hang(gallery: Gallery) -> None:
    """Hang the drawer of a plan's card."""
    gallery.hang("plan", draw)


def register(front: FrontDesk) -> None:
    """Listen for the taps on a plan's card."""
    front.action("plan.cancel", cancel)
    front.action("plan.log", log)


def put_plans(said: Said, desk: Desk) -> None:
    """Keep the planned events of a message and post a card for each."""
    for row in plans.plan(desk, said.reading, Source(said.channel, said.ts, said.text)):
        put_answer(said.visit, desk, "plan", {}, key=row.id, channel=said.channel, subject_id=row.id)


def cancel(visit: Visit) -> None:
    """Cancel was tapped."""
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.desk() as desk:
        plans.cancel(desk, plan_id)
        outbox.ask_redraw(desk.session, plan_id, desk.now)
        visit.redraw(plan_id)


def log(visit: Visit) -> None:
    """Log visit: a draft about all whom the plan names, its card posted and its window open."""
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.desk() as desk:
        drafts = plans.to_log(desk, plan_id, key=str(visit.body["trigger_id"]))
        for note in drafts:
            put_answer(visit, desk, "note_card", {}, key=note.id, subject_id=note.id)
        window = editor(desk, drafts[0])
    visit.open_window(window)


def draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The plan as it stands."""
    row = plans.planned(desk, wanted.subject_id)
    if row is None:
        return None
    children = [desk.agency.children[c] for c in row.children if c in desk.agency.children]
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
        tz=desk.policy.zone,
    )
