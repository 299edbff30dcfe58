"""What people do in Slack: say, edit, send a voice clip, click, submit, close, command, open the Home."""

from __future__ import annotations

import secrets
import time
from typing import Any

from playground import payloads
from playground.elements import LISTS, STATELESS, VALUE_OF, element_state, merged, missing_answers
from playground.files import VOICE
from playground.messages import elements_of, with_ids
from playground.records import JSON, Envelope, FileRecord, Message, SlackError, View
from playground.wording import as_sent, rich_text
from playground.workspace import Workspace


def say(
    workspace: Workspace, user: str, text: str, *, thread_ts: str | None = None, **fields: Any
) -> Message:
    """A person writes to the bot (`text` as typed); the bot hears a message event. Gives the message."""
    person = workspace.person(user)
    sent = as_sent(text)
    message = workspace.conversations.add(
        person.channel, user, sent, thread_ts=thread_ts, client_msg_id=_uuid(), **fields
    )
    if sent and not message.blocks:
        message.blocks = with_ids([rich_text(text)])
    workspace.deliveries.event(user, payloads.message_event(workspace, message))
    workspace.touch([user])
    return message


def edit(workspace: Workspace, user: str, ts: str, text: str) -> Message:
    """A person changes their own message; the bot hears message_changed. SlackError cant_update_message."""
    message = workspace.conversations.get(workspace.person(user).channel, ts)
    if message.user != user:
        raise SlackError("cant_update_message")
    before = workspace.conversations.to_slack(message)
    workspace.conversations.change(message, editor=user, text=as_sent(text), blocks=[rich_text(text)])
    workspace.deliveries.event(user, payloads.changed_event(workspace, message, before))
    workspace.touch([user])
    return message


def delete(workspace: Workspace, user: str, ts: str) -> None:
    """A person deletes their own message; the bot hears message_deleted. SlackError cant_delete_message."""
    message = workspace.conversations.get(workspace.person(user).channel, ts)
    if message.user != user:
        raise SlackError("cant_delete_message")
    workspace.conversations.remove(message)
    workspace.deliveries.event(user, payloads.deleted_event(workspace, message))
    workspace.touch([user])


def voice(
    workspace: Workspace,
    user: str,
    transcript: str,
    *,
    seconds: int = 20,
    thread_ts: str | None = None,
    locale: str = "en-US",
    text: str = "",
) -> Message:
    """A person sends a voice clip, perhaps with a line; its transcription is still processing.

    `locale` is the language Slack will take it for. See `transcribed`.
    """
    clip = workspace.files.add(
        "audio_message.m4a",
        user,
        mimetype="audio/mp4",
        subtype=VOICE,
        transcript=transcript,
        status="processing",
        locale=locale,
        seconds=seconds,
    )
    return _share(workspace, user, [clip], thread_ts, text)


def transcribed(workspace: Workspace, user: str, message: Message, *, fail: bool = False) -> None:
    """A voice clip's transcription ends; the bot hears file_change."""
    clip = workspace.files.get(message.files[0])
    workspace.files.transcribe(clip, "failed" if fail else "complete")
    event = {"type": "file_change", "file_id": clip.file_id, "file": {"id": clip.file_id}}
    workspace.deliveries.event(user, event)
    workspace.touch([user])


def send_file(
    workspace: Workspace, user: str, *names: str, text: str = "", thread_ts: str | None = None
) -> Message:
    """A person sends other files in one message, perhaps with a line."""
    files = [workspace.files.add(name, user, content=b"a file") for name in names]
    return _share(workspace, user, files, thread_ts, text)


def act(
    workspace: Workspace,
    user: str,
    surface: Message | View,
    ids: tuple[str, str],
    value: Any = None,
    *,
    state: JSON | None = None,
) -> Envelope | None:
    """A person uses an element: chooses `value` or presses it. None where Slack would tell the bot nothing.

    `ids` are the element's block_id and action_id, `state` is what the rest of the surface
    holds by now. Only an input without `dispatch_action` is silent.
    SlackError not_found where the surface has no such element.
    """
    used = find_element(blocks_of(surface), *ids)
    return use(workspace, user, surface, used, value, state=state)


def use(
    workspace: Workspace,
    user: str,
    surface: Message | View,
    used: tuple[JSON, JSON],
    value: Any = None,
    *,
    state: JSON | None = None,
) -> Envelope | None:
    """The same for a block and its element that the person saw, even if it was redrawn meanwhile."""
    block, element = used
    block_id, action_id = block["block_id"], element["action_id"]
    with workspace.changed:
        values = _values(workspace, user, surface)
        values.update(merged(values, state or {}))
        if element["type"] not in STATELESS:
            values.setdefault(block_id, {})[action_id] = element_state(element, value)
    if block.get("type") == "input" and not block.get("dispatch_action"):
        workspace.touch([user])
        return None
    action = _action(block, element, value)
    payload = payloads.block_actions(workspace, user, surface, values, action)
    return workspace.deliveries.send("interactive", payload, user, payloads.place_of(surface))


def submit(workspace: Workspace, user: str, view: View, state: JSON | None = None) -> Envelope | None:
    """A person sends a window. None, and `view.errors` set, where Slack's client finds it incomplete."""
    with workspace.changed:
        view.values = merged(view.values, state or {})
        view.errors = missing_answers(view.body["blocks"], view.values) or None
        view.trouble = None
    if view.errors:
        workspace.touch([user])
        return None
    payload = payloads.view_event(workspace, user, view, "view_submission")
    return workspace.deliveries.send("interactive", payload, user, payloads.place_of(view))


def close(workspace: Workspace, user: str, view: View) -> Envelope | None:
    """A person closes a window; the bot hears of it only where it asked for (notify_on_close)."""
    workspace.windows.close(view)
    workspace.touch([user])
    if not view.body.get("notify_on_close"):
        return None
    payload = payloads.view_event(workspace, user, view, "view_closed")
    return workspace.deliveries.send("interactive", payload, user)


def command(
    workspace: Workspace, user: str, name: str, text: str = "", channel: str | None = None
) -> Envelope:
    """A person types a slash command, in the direct messages where no other channel is named."""
    payload = payloads.command(workspace, user, name, text, channel or workspace.person(user).channel)
    return workspace.deliveries.send("slash_commands", payload, user, {"channel": payload["channel_id"]})


def shortcut(workspace: Workspace, user: str, callback_id: str, message: Message | None = None) -> Envelope:
    """A person uses a global shortcut, or a message shortcut on `message`."""
    payload = payloads.shortcut(workspace, user, callback_id, message)
    return workspace.deliveries.send("interactive", payload, user)


def open_home(workspace: Workspace, user: str, tab: str = "home") -> Envelope:
    """A person looks at the app: its Home, or (`tab` messages) the direct messages."""
    event: JSON = {
        "type": "app_home_opened",
        "user": user,
        "channel": workspace.person(user).channel,
        "tab": tab,
        "event_ts": workspace.conversations.next_ts(),
    }
    home = workspace.windows.home(user)
    if home is not None and tab == "home":
        event["view"] = workspace.windows.to_slack(home)
    return workspace.deliveries.event(user, event)


def ask_options(
    workspace: Workspace, user: str, surface: Message | View, ids: tuple[str, str], query: str
) -> Envelope:
    """A person types in an external menu; the answer's `response` holds the options."""
    payload = payloads.suggestion(workspace, user, surface, ids, query)
    return workspace.deliveries.send("interactive", payload, user)


def find_element(blocks: list[JSON], block_id: str, action_id: str) -> tuple[JSON, JSON]:
    """The block and its element; SlackError not_found."""
    for block in blocks:
        if block.get("block_id") != block_id:
            continue
        for element in elements_of(block):
            if element.get("action_id") == action_id:
                return block, element
    raise SlackError("not_found")


def blocks_of(surface: Message | View) -> list[JSON]:
    """The blocks of a message or a view."""
    return surface.blocks if isinstance(surface, Message) else list(surface.body["blocks"])


def _share(
    workspace: Workspace, user: str, files: list[FileRecord], thread_ts: str | None, text: str
) -> Message:
    for file in files:
        file.shared_in.append(workspace.person(user).channel)
    ids = [file.file_id for file in files]
    return say(workspace, user, text, thread_ts=thread_ts, subtype="file_share", files=ids)


def _values(workspace: Workspace, user: str, surface: Message | View) -> JSON:
    if isinstance(surface, View):
        return surface.values
    return workspace.conversations.state_of(user, surface)


def _action(block: JSON, element: JSON, value: Any) -> JSON:
    action: JSON = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": f"{time.time():.6f}",
    }
    if element["type"] in ("button", "icon_button", "workflow_button"):
        return action | _kept(element, "text", "value", "style", "url")
    if element["type"] == "feedback_buttons":
        return action | {"value": value}
    name, initial = VALUE_OF[element["type"]]
    chosen = {name: [] if value is None and name in LISTS else value}
    return action | _kept(element, "placeholder", initial) | chosen


def _kept(element: JSON, *names: str) -> JSON:
    return {name: element[name] for name in names if name in element}


def _uuid() -> str:
    raw = secrets.token_hex(16)
    return "-".join((raw[:8], raw[8:12], raw[12:16], raw[16:20], raw[20:]))
