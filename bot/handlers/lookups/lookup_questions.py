"""A look-up's question as it travels: in an outbox row, in a button's value, in a window; always ids only."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.handlers.door.front_desk import Visit
from bot.services.desk import Desk
from bot.services.lookups.lookup import Wanted
from bot.views.drawn import Drawn


def as_details(wanted: Wanted) -> dict[str, Any]:
    """As an outbox row holds it."""
    return {
        "children": list(wanted.children),
        "people": list(wanted.people),
        "staff": list(wanted.staff),
        "wants": wanted.wants,
        "roles": list(wanted.roles),
    }


def from_details(details: dict[str, Any]) -> Wanted:
    """From an outbox row."""
    keys = ("children", "people", "staff", "roles")
    children, people, staff, roles = (tuple(details.get(k) or ()) for k in keys)
    return Wanted(children, people, staff, details.get("wants"), roles)


def as_reference(wanted: Wanted) -> str:
    """The question in a button's value, to be asked again after the tap."""
    parts = (wanted.children, wanted.people, wanted.staff, wanted.roles)
    return "~".join((wanted.wants or "", *map(",".join, parts)))


def from_reference(reference: str) -> Wanted:
    """From a button's value."""
    wants, *lists = reference.split("~")
    lists += [""] * (4 - len(lists))  # a button of before roles were asked
    children, people, staff, roles = (tuple(filter(None, part.split(","))) for part in lists)
    return Wanted(children, people, staff, wants or None, roles)


def card_key(visit: Visit) -> str:
    """What tells the answer to a tap on this card from others."""
    return f"{visit.channel}:{visit.body.get('message', {}).get('ts', '')}"


def close(visit: Visit, drawn: Drawn) -> None:
    """Put something nameless in the place of the question, which named somebody."""
    message = visit.body.get("message", {})
    if visit.channel and message.get("ts"):
        visit.deps.client.chat_update(
            channel=visit.channel, ts=message["ts"], text=drawn.text, blocks=drawn.blocks
        )


def clear_at(desk: Desk) -> datetime:
    """When words that are posted now leave the chat."""
    return desk.now + timedelta(minutes=desk.policy.record.lookup_clear_minutes)
