"""Leave, in words or by /timeoff: a card with what must be in before; Confirm, Change, Cancel, Take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.errors import Unusable
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.talk import Said, understand
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.services.leave import leave, leave_shown
from bot.understand.parts import Intent
from bot.views.drawn import Drawn
from bot.views.leave.leave import NOBODY, leave_card, leave_window, told_card
from bot.views.notes.note_windows import Values, parsed_date, picked
from storage.models import LeavePlan

_CARD = "leave"


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the plan and of what others are told."""
    gallery.hang(_CARD, draw)
    gallery.hang(leave.TOLD, draw_told)


def register(front: FrontDesk) -> None:
    """Listen for /timeoff and the taps on a plan."""
    front.command("/timeoff", by_command)
    front.action("leave.confirm", lambda visit: _tap(visit, leave.confirm))
    front.action("leave.cancel", lambda visit: _tap(visit, leave.drop))
    front.action("leave.take_back", lambda visit: _tap(visit, leave.take_back))
    front.action("leave.change", ask)
    front.view("leave.changed", changed)


def asked(said: Said) -> None:
    """A message plans leave: its card."""
    with said.visit.desk() as desk:
        _put(said, desk)


def _put(said: Said, desk: Desk) -> LeavePlan:
    plan = leave.propose(desk, said.reading, Source(said.channel, said.ts, said.text))
    put_plan(said.visit, desk, plan, said.channel)
    return plan


def put_plan(visit: Visit, desk: Desk, plan: LeavePlan, channel: str, key: str = "") -> None:
    """Have its card posted; with a `key` once more."""
    put_answer(visit, desk, _CARD, {}, key=key or plan.id, channel=channel, subject_id=plan.id)


def by_command(visit: Visit) -> None:
    """/timeoff with words is read as a plan of leave; alone it opens the window."""
    text = str(visit.body.get("text") or "").strip()
    opened = visit.deps.client.conversations_open(users=visit.slack_user)
    said = understand(
        visit,
        text,
        channel=str(opened["channel"]["id"]),
        ts=str(visit.body["trigger_id"]),
        sent_at=visit.now,
        heading="I'm on vacation " if text else "",
    )
    with visit.desk() as desk:
        plan = _put(replace(said, reading=replace(said.reading, intent=Intent.PLAN_LEAVE)), desk)
        window = None if text else _window(desk, plan.id)
    if window:
        visit.open_window(window)


def ask(visit: Visit) -> None:
    """Change: the window with the days and who covers."""
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(plan_id), visit.look() as desk:
        leave.proposed(desk, plan_id)
        window = _window(desk, plan_id)
    visit.open_window(window)


def _window(desk: Desk, plan_id: str) -> dict[str, object]:
    shown = leave_shown.leave_of(desk, plan_id)
    if shown is None:
        raise Unusable("That plan of leave is gone.")
    who = leave_shown.may_be_off(desk)
    cover = leave_shown.may_cover(desk, shown.who.id if shown.who else None)
    return leave_window(shown, cover=cover, who=who, today=desk.today)


def changed(visit: Visit) -> None:
    """The window was sent."""
    plan_id, values = str(visit.body["view"]["private_metadata"]), visit.body["view"]["state"]["values"]
    if errors := _missing(values):
        visit.ack(response_action="errors", errors=errors)
        return
    first, last = parsed_date(picked(values, "first")), parsed_date(picked(values, "last"))
    cover = picked(values, "cover")
    try:
        with visit.desk() as desk:
            leave.change(
                desk,
                plan_id,
                first_day=first or desk.today,
                last_day=last or desk.today,
                cover=None if cover == NOBODY else cover,
                who=picked(values, "who"),
            )
            visit.redraw(plan_id)
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"last": str(unusable)})
        return
    visit.ack()


def _missing(values: Values) -> dict[str, str]:
    return {block: "Which day?" for block in ("first", "last") if parsed_date(picked(values, block)) is None}


def _tap(visit: Visit, verb: Callable[[Desk, str], None]) -> None:
    plan_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(plan_id), visit.desk() as desk:
        visit.redraw(plan_id)
        verb(desk, plan_id)


def draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The plan as it stands."""
    shown = leave_shown.leave_of(desk, wanted.subject_id)
    if shown is None:
        return None
    mine = shown.who is not None and shown.who.id == desk.actor.id
    return leave_card(shown, mine=mine, tz=desk.policy.zone)


def draw_told(desk: Desk, wanted: Wanted) -> Drawn | None:
    """What the supervisor and the one who covers are told."""
    shown = leave_shown.leave_of(desk, wanted.subject_id)
    if shown is None:
        return None
    return told_card(shown, reader_id=desk.actor.id, tz=desk.policy.zone)
