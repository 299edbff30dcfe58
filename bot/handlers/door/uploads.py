"""A file given to one person in their direct messages, at once: where it gets lost, they tap again."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.reminders.papers import share, upload


def give_file(client: WebClient, user: str, name: str, content: bytes, *, title: str) -> None:
    """Upload the file and show it to that user; nothing is tried twice. SlackApiError, OSError."""
    channel = client.conversations_open(users=user)["channel"]["id"]
    share(client, str(channel), upload(client, name, content), title=title)
