"""The Home: the person's day by role, redrawn when it is opened."""

from __future__ import annotations

from bot.handlers.front_desk import FrontDesk, Visit
from bot.services import due, on_call
from bot.services.desk import Desk
from bot.views.blocks import Block
from bot.views.home import home_view


def register(front: FrontDesk) -> None:
    """Listen for the Home being opened, and for what changes about a user."""
    front.event("app_home_opened", opened)
    front.event("user_change", changed)


def opened(visit: Visit) -> None:
    """Draw the Home as things stand now."""
    if visit.body["event"].get("tab", "home") != "home":
        return
    with visit.look() as desk:
        view = draw(desk)
    visit.deps.client.views_publish(user_id=visit.slack_user, view=view)


def draw(desk: Desk) -> Block:
    """The Home of the desk's actor."""
    found = due.list_due(desk)
    shift = on_call.own_shift(desk)
    return home_view(
        name=desk.actor.name,
        role=desk.actor.role,
        owed=found.owed,
        hearings=found.hearings,
        shift_until=shift.ends_at if shift else None,
        now=desk.now,
        tz=desk.policy.zone,
    )


def changed(visit: Visit) -> None:
    """Slack says that a user changed: the front desk has just asked anew who that is."""
    del visit
