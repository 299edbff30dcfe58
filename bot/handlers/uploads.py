"""A file given to one person in their direct messages, in the three steps that Slack asks for."""

from __future__ import annotations

import urllib.request
from urllib.parse import urlsplit

from slack_sdk import WebClient

from bot.handlers.captions import NotOurs

_PATIENCE = 10


def give_file(client: WebClient, user: str, name: str, content: bytes, *, title: str) -> None:
    """Upload the file and show it to that user; nothing is tried twice. SlackApiError, OSError.

    The bytes go to Slack's hosts only (or SLACK_API_URL's).
    """
    channel = client.conversations_open(users=user)["channel"]["id"]
    place = client.files_getUploadURLExternal(filename=name, length=len(content))
    _put(client, str(place["upload_url"]), content)
    client.files_completeUploadExternal(
        files=[{"id": str(place["file_id"]), "title": title}], channel_id=channel
    )


def _put(client: WebClient, address: str, content: bytes) -> None:
    ours, host = urlsplit(client.base_url).hostname, urlsplit(address).hostname or ""
    if host != ours and not host.endswith(".slack.com"):
        raise NotOurs(host)
    request = urllib.request.Request(  # noqa: S310 - the host is checked above
        address, data=content, method="POST", headers={"Content-Type": "application/octet-stream"}
    )
    urllib.request.urlopen(request, timeout=_PATIENCE).close()  # noqa: S310 - the same
