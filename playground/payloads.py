"""The payloads that Slack sends: message events, interactions, windows, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.records import JSON, Message, View

if TYPE_CHECKING:
    from playground.workspace import Workspace


def place_of(surface: Message | View) -> JSON:
    """Where something happened, kept with the envelope."""
    if isinstance(surface, View):
        return {"view_id": surface.view_id}
    return {"channel": surface.channel, "ts": surface.ts}


def message_event(workspace: Workspace, message: Message) -> JSON:
    """The `message` event of a new message."""
    event = workspace.conversations.to_slack(message)
    person = workspace.people.get(message.user)
    if person and person.is_stranger:
        event |= {"user_team": person.team_id, "source_team": person.team_id}
    if person and person.is_bot:
        event |= {"bot_id": f"B{person.slack_user_id[1:]}", "subtype": "bot_message"}
    return event | {"channel": message.channel, "channel_type": "im", "event_ts": message.ts}


def changed_event(workspace: Workspace, message: Message, before: JSON) -> JSON:
    """The `message_changed` event."""
    return _aside(workspace, message, "message_changed") | {
        "message": workspace.conversations.to_slack(message),
        "previous_message": before,
    }


def deleted_event(workspace: Workspace, message: Message) -> JSON:
    """The `message_deleted` event."""
    return _aside(workspace, message, "message_deleted") | {
        "deleted_ts": message.ts,
        "previous_message": workspace.conversations.to_slack(message),
    }


def block_actions(
    workspace: Workspace, user: str, surface: Message | View, values: JSON, action: JSON
) -> JSON:
    """The payload of a click or a choice."""
    payload = _interaction(workspace, user, "block_actions", surface)
    if isinstance(surface, Message):
        payload |= {"state": {"values": values}}
    return payload | {"actions": [action]}


def suggestion(
    workspace: Workspace, user: str, surface: Message | View, ids: tuple[str, str], query: str
) -> JSON:
    """The payload of typing in an external menu."""
    payload = _interaction(workspace, user, "block_suggestion", surface)
    return payload | {"block_id": ids[0], "action_id": ids[1], "value": query}


def view_event(workspace: Workspace, user: str, view: View, kind: str) -> JSON:
    """The payload of view_submission or view_closed."""
    payload = _base(workspace, user, kind) | {"view": workspace.windows.to_slack(view)}
    if kind == "view_closed":
        return payload | {"is_cleared": False}
    trigger = workspace.triggers.issue(user, view.view_id)
    return payload | {"trigger_id": trigger, "response_urls": []}


def command(workspace: Workspace, user: str, name: str, text: str, channel: str) -> JSON:
    """The form of a slash command."""
    person = workspace.person(user)
    return {
        "token": "verification-token",
        "team_id": workspace.team_id,
        "team_domain": "harborfamily",
        "channel_id": channel,
        "channel_name": "directmessage" if channel.startswith("D") else "general",
        "user_id": user,
        "user_name": person.handle,
        "command": name,
        "text": text,
        "api_app_id": workspace.app_id,
        "is_enterprise_install": "false",
        "response_url": _response_url(workspace, user, channel),
        "trigger_id": workspace.triggers.issue(user),
    }


def shortcut(workspace: Workspace, user: str, callback_id: str, message: Message | None) -> JSON:
    """The payload of a global shortcut, or of a message shortcut."""
    payload = _base(workspace, user, "shortcut" if message is None else "message_action") | {
        "callback_id": callback_id,
        "trigger_id": workspace.triggers.issue(user),
        "action_ts": workspace.conversations.next_ts(),
    }
    if message is None:
        return payload
    return payload | {
        "message_ts": message.ts,
        "channel": {"id": message.channel, "name": "directmessage"},
        "message": workspace.conversations.to_slack(message),
        "response_url": _response_url(workspace, user, message.channel),
    }


def _interaction(workspace: Workspace, user: str, kind: str, surface: Message | View) -> JSON:
    payload = _base(workspace, user, kind)
    if isinstance(surface, View):
        return payload | {
            "trigger_id": workspace.triggers.issue(user, surface.view_id),
            "container": {"type": "view", "view_id": surface.view_id},
            "view": workspace.windows.to_slack(surface),
        }
    ephemeral = surface.ephemeral_to is not None
    payload |= {
        "trigger_id": workspace.triggers.issue(user),
        "container": {
            "type": "message",
            "message_ts": surface.ts,
            "channel_id": surface.channel,
            "is_ephemeral": ephemeral,
        },
        "channel": {"id": surface.channel, "name": "directmessage"},
        "response_url": _response_url(workspace, user, surface.channel, surface.ts),
    }
    if surface.thread_ts:
        payload["container"]["thread_ts"] = surface.thread_ts
    return payload if ephemeral else payload | {"message": workspace.conversations.to_slack(surface)}


def _base(workspace: Workspace, user: str, kind: str) -> JSON:
    person = workspace.person(user)
    return {
        "type": kind,
        "user": {"id": user, "username": person.handle, "name": person.handle, "team_id": person.team_id},
        "api_app_id": workspace.app_id,
        "token": "verification-token",
        "team": {"id": workspace.team_id, "domain": "harborfamily"},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _aside(workspace: Workspace, message: Message, subtype: str) -> JSON:
    ts = workspace.conversations.next_ts()
    return {
        "type": "message",
        "subtype": subtype,
        "channel": message.channel,
        "channel_type": "im",
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
    }


def _response_url(workspace: Workspace, user: str, channel: str, ts: str | None = None) -> str:
    return f"{workspace.public_url}/response/{workspace.triggers.issue_url(user, channel, ts)}"
