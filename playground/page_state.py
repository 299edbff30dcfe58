"""What the page shows of the workspace to one person."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from playground.clock import OFFICE_ZONE
from playground.records import JSON, Message, Refused, View
from playground.wording import as_read
from playground.workspace import Workspace

ERRORS_SHOWN = 5


def people_shown(workspace: Workspace) -> JSON:
    """Who one can be, and what the app offers."""
    people = [
        {
            "id": person.slack_user_id,
            "name": person.name,
            "title": person.title,
            "group": person.group,
            "hint": person.hint,
            "tz": person.tz,
        }
        for person in workspace.people.values()
        if not person.is_bot
    ]
    return {
        "people": people,
        "clock": office_time(workspace).isoformat(),
        "bot": {"id": workspace.bot_user, "name": workspace.bot_name},
        "commands": workspace.commands,
        "shortcuts": workspace.shortcuts,
    }


def state_shown(workspace: Workspace, user: str) -> JSON:
    """All that one person sees now; SlackError user_not_found."""
    person = workspace.person(user)
    with workspace.changed:
        shown = workspace.conversations.visible_to(user)
        home, stack = workspace.windows.home(user), workspace.windows.stack(user)
        now = office_time(workspace)
        return {
            "version": workspace.version,
            "clock": now.isoformat(),
            "clock_words": clock_words(now),
            "user": {"id": user, "name": person.name, "title": person.title, "tz": person.tz},
            "dm": {
                "channel": person.channel,
                "unread": workspace.conversations.unread.get(person.channel, 0),
                "messages": [_message(workspace, one, user, shown) for one in shown if not one.is_reply],
            },
            "home": None if home is None else _view(workspace, home),
            "modals": [_view(workspace, view) for view in stack],
            "typing": _is_working(workspace, user),
            "dnd": user in workspace.dnd,
            "errors": [_error(one) for one in workspace.refused[-ERRORS_SHOWN:]],
        }


def office_time(workspace: Workspace) -> datetime:
    """The workspace's time in the office's zone."""
    return workspace.now().astimezone(OFFICE_ZONE)


def clock_words(when: datetime) -> str:
    """`Mon Nov 9, 5:30 PM`."""
    return f"{when:%a} {when:%b} {when.day}, {(when.hour % 12) or 12}:{when:%M %p}"


def _message(workspace: Workspace, message: Message, user: str, shown: list[Message]) -> JSON:
    replies = [
        _message(workspace, one, user, []) for one in shown if one.is_reply and one.thread_ts == message.ts
    ]
    person = workspace.people.get(message.user)
    return {
        "ts": message.ts,
        "user": "BOT" if message.from_bot else message.user,
        "name": person.name if person else workspace.bot_name,
        "text": message.text,
        "blocks": message.blocks,
        "edited": message.edited is not None,
        "ephemeral": message.ephemeral_to is not None,
        "thread_ts": message.thread_ts,
        "reply_count": len(replies),
        "replies": replies,
        "files": [workspace.files.to_slack(workspace.files.get(one)) for one in message.files],
        "deleted": message.deleted,
        "state": workspace.conversations.state_of(user, message),
        "push": _push(workspace, message, user),
    }


def _push(workspace: Workspace, message: Message, user: str) -> str:
    zone = workspace.person(user).tz
    names = {person.slack_user_id: person.name for person in workspace.people.values()}
    return as_read(message.text, tz=zone, now=workspace.now(), name_of=lambda one: names.get(one, one))


def _view(workspace: Workspace, view: View) -> JSON:
    shown = workspace.windows.to_slack(view)
    return shown | {"state": view.values, "errors": view.errors, "trouble": view.trouble}


def _is_working(workspace: Workspace, user: str) -> bool:
    latest = islice(reversed(workspace.deliveries.sent), 30)
    return any(envelope.user == user and envelope.state == "waiting" for envelope in latest)


def _error(refused: Refused) -> JSON:
    what = refused.problems[0]["message"] if refused.problems else ""
    return {
        "at": refused.at,
        "method": refused.method,
        "error": f"{refused.error}: {what}".rstrip(": "),
        "pointer": refused.pointer,
    }
