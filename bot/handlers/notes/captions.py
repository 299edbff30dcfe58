"""A clip's captions (WebVTT), fetched from Slack with the bot's token where the preview is cut."""

from __future__ import annotations

import html
import re
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from slack_sdk import WebClient

from bot.reminders.papers import NotOurs

_TAGS = re.compile(r"</?(?:v|c|i|b|u|lang|ruby|rt)(?:[ .][^>]*)?>")
_TIMES = "-->"
_PATIENCE = 10
_MOST = 2_000_000
"""Bytes that a transcript may have."""


def captions(client: WebClient, address: str) -> str:
    """The words at that address, cues joined by blanks. Only from Slack, no redirects followed. OSError."""
    ours = urlsplit(client.base_url).hostname
    host = urlsplit(address).hostname or ""
    if host != ours and not host.endswith(".slack.com"):
        raise NotOurs(host)
    request = urllib.request.Request(  # noqa: S310 - the host is checked above
        address, headers={"Authorization": f"Bearer {client.token}"}
    )
    with urllib.request.build_opener(_NoRedirects).open(request, timeout=_PATIENCE) as answer:
        return spoken(answer.read(_MOST).decode("utf-8", errors="replace"))


def spoken(vtt: str) -> str:
    """The words of a WebVTT file: what stands under each cue's times, without tags and speakers' dashes."""
    cues = []
    for block in re.split(r"\n[ \t]*\n", vtt.replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        at = next((n for n, line in enumerate(lines) if _TIMES in line), None)
        if at is not None:
            cues += [_TAGS.sub("", line).strip().removeprefix("- ") for line in lines[at + 1 :]]
    return html.unescape(" ".join(cue for cue in cues if cue))


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """A redirect is an error: it could lead the token elsewhere."""
