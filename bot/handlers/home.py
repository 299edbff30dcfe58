"""The Home: the person's day by role, drawn when it is opened and when something in it changes."""

from __future__ import annotations

import re

from bot.clock import Clock
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.duties import due
from bot.handlers.review import queue
from bot.reminders.homes import Draw
from bot.rules.policy import Policy
from bot.services.desk import Desk, desk_of
from bot.services.home import day_of
from bot.services.shelf import Shelf
from bot.views.blocks import Block
from bot.views.home import home_view
from storage.database import Database


def register(front: FrontDesk) -> None:
    """Listen for the Home being opened, for its buttons, and for what changes about a user."""
    front.event("app_home_opened", opened)
    front.event("user_change", changed)
    front.action(re.compile(r"^due\.now\."), show_all)


def opened(visit: Visit) -> None:
    """Draw the Home as things stand now."""
    if visit.body["event"].get("tab", "home") == "home":
        visit.deps.homes.opened(visit.actor.id, visit.slack_user)


def draw(desk: Desk) -> Block:
    """The Home of the desk's actor."""
    return home_view(day_of(desk), desk.policy)


def drawing(db: Database, clock: Clock, policy: Policy, shelf: Shelf) -> Draw:
    """How somebody's Home is drawn, whoever asks for it."""

    def of(staff_id: str) -> Block:
        with db.reading() as session:
            return draw(desk_of(session, staff_id, shelf.agency(session), policy, clock.now()))

    return of


def show_all(visit: Visit) -> None:
    """Show all of a sort: the queue, or all that is due."""
    if visit.body["actions"][0]["action_id"].endswith(".review"):
        queue.now(visit)
    else:
        due.now(visit)


def changed(visit: Visit) -> None:
    """Slack says that a user changed: the front desk has just asked anew who that is."""
    del visit
