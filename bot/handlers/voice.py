"""Voice clips: Slack transcribes them, and the whole transcript is waited for and fetched."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.handlers.front_desk import Visit

LISTENING = "Listening to your clip …"
FAILED = "Slack could not turn that clip into words. Please type in a line what happened."
_EVERY = 1.0
_TRIES = 60


def transcript_of(visit: Visit, event: Mapping[str, Any]) -> str:
    """The words of a message's voice clip; "" where there is no clip or it could not be understood."""
    clips = [f for f in event.get("files") or () if f.get("subtype") == "slack_audio"]
    if not clips:
        return ""
    words = _complete(visit, clips[0])
    if words is None:
        visit.say(FAILED)
        return ""
    return words


def _complete(visit: Visit, clip: Mapping[str, Any]) -> str | None:
    """Ask for the clip until it is transcribed, at most a minute; None where that failed."""
    told, pause = False, threading.Event()
    for _ in range(_TRIES):
        transcription = clip.get("transcription") or {}
        if transcription.get("status") == "complete":
            return _whole(visit, clip, transcription)
        if transcription.get("status") not in (None, "processing"):
            return None
        if not told:
            visit.say(LISTENING)
            told = True
        pause.wait(_EVERY)
        clip = visit.deps.client.files_info(file=clip["id"])["file"]
    return None


def _whole(visit: Visit, clip: Mapping[str, Any], transcription: Mapping[str, Any]) -> str | None:
    """The preview, or where it is cut the clip's captions."""
    preview = transcription.get("preview") or {}
    if not preview.get("has_more"):
        return str(preview.get("content") or "") or None
    return _captions(visit, str(clip.get("vtt") or ""))


def _captions(visit: Visit, address: str) -> str | None:
    """A clip's captions as plain words. Only from Slack (or SLACK_API_URL's host), no redirects followed."""
    ours = urlsplit(visit.deps.client.base_url).hostname
    host = urlsplit(address).hostname or ""
    if host != ours and not host.endswith(".slack.com"):
        return None
    request = urllib.request.Request(  # noqa: S310 - the host is checked above
        address, headers={"Authorization": f"Bearer {visit.deps.client.token}"}
    )
    with urllib.request.build_opener(_NoRedirects).open(request, timeout=10) as answer:
        lines = answer.read().decode("utf-8", errors="replace").splitlines()
    spoken = [line.strip() for line in lines if line.strip() and "-->" not in line]
    return " ".join(s for s in spoken if s != "WEBVTT" and not s.isdecimal()) or None


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """A redirect is an error: it could lead the token elsewhere."""
