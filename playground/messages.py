"""Conversations: each person's direct messages with the bot."""

from __future__ import annotations

import secrets
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from playground.people import Person
from playground.records import JSON, Message, SlackError

if TYPE_CHECKING:
    from playground.workspace import Workspace

OPEN_CHANNEL = "C0GENERAL"  # a channel everybody is in but the bot


class Conversations:
    """Messages by channel, in the order of their ts. Message ts are unique and increasing."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._messages: dict[str, list[Message]] = {}
        self._replies: dict[tuple[str, str], list[Message]] = {}
        self._states: dict[tuple[str, str, str], JSON] = {}
        self._last_micros = 0
        self.unread: dict[str, int] = {}

    # -- places

    def owner(self, channel: str) -> Person:
        """The person whose direct messages these are; SlackError channel_not_found."""
        person = self._workspace.people.get(f"U{channel[1:]}") if channel.startswith("D") else None
        if person is None:
            raise SlackError("not_in_channel" if channel == OPEN_CHANNEL else "channel_not_found")
        return person

    def resolve(self, channel: str) -> str:
        """The channel's id, also where a person's id stands for their direct messages."""
        if channel in self._workspace.people:
            return self._workspace.people[channel].channel
        self.owner(channel)
        return channel

    # -- writing

    def next_ts(self) -> str:
        """A message's id: the workspace's time in seconds and microseconds, never the same twice."""
        with self._workspace.changed:
            now = int(self._workspace.now().timestamp() * 1_000_000)
            self._last_micros = max(self._last_micros + 1, now)
            return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06d}"

    def add(self, channel: str, user: str, text: str, **fields: Any) -> Message:
        """Puts a message into a channel and gives it; `fields` are Message's."""
        with self._workspace.changed:
            message = Message(self.next_ts(), channel, user, text, **fields)
            with_ids(message.blocks)
            if message.is_reply and self.find(channel, str(message.thread_ts)) is None:
                message.thread_ts = None
            self._messages.setdefault(channel, []).append(message)
            if message.is_reply:
                self._replies.setdefault((channel, str(message.thread_ts)), []).append(message)
            if message.from_bot:
                self.unread[channel] = self.unread.get(channel, 0) + 1
            else:
                self.unread[channel] = 0
        return message

    def change(self, message: Message, *, editor: str, text: str, blocks: list[JSON] | None) -> None:
        """Changes a message; without `blocks` the old ones stay (as chat.update does)."""
        with self._workspace.changed:
            message.text = text
            if blocks is not None:
                message.blocks = with_ids(blocks)
            message.edited = {"user": editor, "ts": self.next_ts()}

    def remove(self, message: Message) -> None:
        """Deletes a message. It stays in the list, marked."""
        with self._workspace.changed:
            message.deleted = True

    # -- reading

    def find(self, channel: str, ts: str) -> Message | None:
        """The message with this ts, deleted ones excepted."""
        with self._workspace.changed:
            messages = self._messages.get(channel, [])
            place = bisect_left(messages, as_micros(ts), key=_micros)
            if place < len(messages) and messages[place].ts == ts and not messages[place].deleted:
                return messages[place]
            return None

    def get(self, channel: str, ts: str) -> Message:
        """The message with this ts; SlackError message_not_found."""
        found = self.find(channel, ts)
        if found is None:
            raise SlackError("message_not_found")
        return found

    def all_of(self, channel: str) -> list[Message]:
        """The channel's messages, oldest first, replies and ephemeral ones included, without the deleted."""
        with self._workspace.changed:
            return [message for message in self._messages.get(channel, []) if not message.deleted]

    def replies_to(self, message: Message) -> list[Message]:
        """The replies in this message's thread, oldest first, ephemeral ones included."""
        with self._workspace.changed:
            replies = self._replies.get((message.channel, message.ts), [])
            return [reply for reply in replies if not reply.deleted]

    def between(self, channel: str, oldest: int, latest: int) -> list[Message]:
        """The channel's messages from `oldest` to `latest` (microseconds, both included), oldest first."""
        with self._workspace.changed:
            messages = self._messages.get(channel, [])
            begin = bisect_left(messages, oldest, key=_micros)
            end = bisect_right(messages, latest, key=_micros)
            return [message for message in messages[begin:end] if not message.deleted]

    def visible_to(self, user: str) -> list[Message]:
        """What this person finds in the direct messages with the bot, oldest first."""
        channel = self._workspace.person(user).channel
        return [message for message in self.all_of(channel) if message.ephemeral_to in (None, user)]

    # -- the state of a message's inputs, kept by each person's client

    def state_of(self, user: str, message: Message) -> JSON:
        """What this person has chosen in the message's menus and fields so far."""
        with self._workspace.changed:
            return self._states.setdefault((user, message.channel, message.ts), {})

    # -- as Slack shows it

    def to_slack(self, message: Message, *, metadata: bool = False) -> JSON:
        """The message as methods and payloads carry it; `metadata` only where it was asked for."""
        workspace = self._workspace
        shown: JSON = {
            "type": "message",
            "user": message.user,
            "text": message.text,
            "ts": message.ts,
            "team": workspace.team_id,
        }
        if message.from_bot:
            shown |= {"bot_id": workspace.bot_id, "app_id": workspace.app_id}
        if message.blocks:
            shown["blocks"] = message.blocks
        for name in ("thread_ts", "subtype", "edited", "client_msg_id", "attachments"):
            if getattr(message, name):
                shown[name] = getattr(message, name)
        if message.files:
            shown["files"] = [workspace.files.to_slack(workspace.files.get(one)) for one in message.files]
        if metadata and message.metadata:
            shown["metadata"] = message.metadata
        return shown

    def with_thread(self, message: Message, *, metadata: bool = False) -> JSON:
        """The message as history shows it: with its thread's size."""
        shown = self.to_slack(message, metadata=metadata)
        replies = [reply for reply in self.replies_to(message) if not reply.ephemeral_to]
        if replies:
            shown |= {
                "thread_ts": message.ts,
                "reply_count": len(replies),
                "reply_users": sorted({reply.user for reply in replies}),
                "latest_reply": replies[-1].ts,
            }
        return shown


def _micros(message: Message) -> int:
    return as_micros(message.ts)


def as_micros(ts: str) -> int:
    """A ts as whole microseconds; SlackError invalid_ts_latest where it is not one."""
    seconds, _, micros = str(ts).partition(".")
    try:
        return int(seconds) * 1_000_000 + int((micros + "000000")[:6])
    except ValueError:
        raise SlackError("invalid_ts_latest") from None


def with_ids(blocks: list[JSON]) -> list[JSON]:
    """Gives every block its `block_id` and every element its `action_id`, as Slack does, in place."""
    for block in blocks:
        if not block.get("block_id"):
            block["block_id"] = secrets.token_urlsafe(4)
        for element in elements_of(block):
            if "action_id" not in element and element.get("type") in INTERACTIVE:
                element["action_id"] = secrets.token_urlsafe(4)
    return blocks


def elements_of(block: JSON) -> list[JSON]:
    """The elements of a block that a person can use, in the order they are shown."""
    found: list[Any] = []
    if isinstance(block.get("accessory"), dict):
        found.append(block["accessory"])
    if isinstance(block.get("element"), dict):
        found.append(block["element"])
    for name in ("elements", "actions"):
        if isinstance(block.get(name), list):
            found.extend(block[name])
    for child in [*block.get("child_blocks", []), *nested_cards(block)]:
        found.extend(elements_of(child))
    return [element for element in found if isinstance(element, dict) and element.get("type") in INTERACTIVE]


def nested_cards(block: JSON) -> list[JSON]:
    """The cards of a carousel."""
    return list(block.get("elements", [])) if block.get("type") == "carousel" else []


INTERACTIVE = frozenset(
    [
        "button",
        "checkboxes",
        "channels_select",
        "conversations_select",
        "datepicker",
        "datetimepicker",
        "email_text_input",
        "external_select",
        "feedback_buttons",
        "file_input",
        "icon_button",
        "multi_channels_select",
        "multi_conversations_select",
        "multi_external_select",
        "multi_static_select",
        "multi_users_select",
        "number_input",
        "overflow",
        "plain_text_input",
        "radio_buttons",
        "rich_text_input",
        "static_select",
        "timepicker",
        "url_text_input",
        "users_select",
        "workflow_button",
    ]
)
