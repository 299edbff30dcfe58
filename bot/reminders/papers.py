"""A file given to one person: Slack's three steps, the last of which alone anybody can see.

A file's message carries no metadata. Its name carries the beginning of the outbox row's id instead, so that
Slack can be asked whether it arrived, as of every other message (RELIABILITY, What leaves).
"""

from __future__ import annotations

import http.client
import logging
import urllib.request
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.views.drawn import Drawn, Paper

PLACE = "files.getUploadURLExternal"
SHARE = "files.completeUploadExternal"
_PATIENCE = 10
_TOLD_APART = 8
log = logging.getLogger(__name__)


class NotOurs(OSError):
    """An address that is not Slack's: nothing of the agency's goes there."""


class NotDrawn(Exception):
    """The paper cannot be made: trying again would not help."""


class NotUploaded(Exception):
    """The file did not get to Slack, so that nobody can have seen it."""


def file_name(stem: str, mark: str) -> str:
    """The file's name, with the beginning of `mark` (the outbox id)."""
    return f"{stem}-{mark[:_TOLD_APART]}.pdf"


def holds(message: dict[str, Any], mark: str) -> bool:
    """Whether the message is the one that gave the file with that mark."""
    ending = file_name("", mark)
    return any(str(file.get("name", "")).endswith(ending) for file in message.get("files") or ())


def upload(client: WebClient, name: str, content: bytes) -> str:
    """The first two steps: the file lies with Slack, where nobody sees it yet; its id.

    The bytes go to Slack's hosts only (or SLACK_API_URL's). SlackApiError, OSError.
    """
    place = client.files_getUploadURLExternal(filename=name, length=len(content))
    address = str(place["upload_url"])
    ours, host = urlsplit(client.base_url).hostname, urlsplit(address).hostname or ""
    if host != ours and not host.endswith(".slack.com"):
        raise NotOurs(host)
    request = urllib.request.Request(  # noqa: S310 - the host is checked above
        address, data=content, method="POST", headers={"Content-Type": "application/octet-stream"}
    )
    urllib.request.urlopen(request, timeout=_PATIENCE).close()  # noqa: S310 - the same
    return str(place["file_id"])


def share(client: WebClient, channel: str, file_id: str, *, title: str, words: str | None = None) -> None:
    """The last step: the file stands in the channel, with these words beside it."""
    client.files_completeUploadExternal(
        files=[{"id": file_id, "title": title}], channel_id=channel, initial_comment=words
    )


def give(client: WebClient, channel: str, drawn: Drawn, *, mark: str, late: Callable[[], str]) -> str:
    """Draw the paper, upload and share it; the file's id, in the place of a ts that Slack does not tell.

    NotUploaded where it surely was not shared: Slack could not be reached, or `late` says that too much time
    has passed meanwhile. NotDrawn where there is nothing to upload. Slack's refusals are raised as they are.
    """
    if drawn.paper is None:
        raise NotDrawn("no paper")
    content = _drawn(drawn.paper)
    try:
        file_id = upload(client, file_name(drawn.paper.stem, mark), content)
    except SlackApiError:
        raise
    except (OSError, http.client.HTTPException, SlackClientError) as failed:
        raise NotUploaded(type(failed).__name__) from failed
    if why := late():
        raise NotUploaded(why)
    share(client, channel, file_id, title=drawn.paper.title, words=drawn.text)
    return file_id


def _drawn(paper: Paper) -> bytes:
    try:
        return paper.make()
    except Exception as trouble:
        log.exception("a paper could not be drawn")
        raise NotDrawn(f"draw: {type(trouble).__name__}") from trouble
