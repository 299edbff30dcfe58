"""Voice clips: Slack writes them down, and the whole transcript is waited for and fetched.

The waiting is no timer: the request stays a row of the inbox that is worked again soon (`NotYet`), by this
process or the next one. What the person sees meanwhile is one message, which the note's card then replaces.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.handlers.door.front_desk import Visit
from bot.handlers.door.inbox import NotYet
from bot.handlers.door.posting import put_answer
from bot.handlers.notes.captions import captions
from bot.services.desk import Desk
from bot.services.drafts import sent
from storage.enclosures import CLIP, FILE
from storage.models import SentFiles
from storage.records import FileOf
from storage.types import SentState

LISTEN_FOR = timedelta(minutes=3)
"""From when the clip was sent; then the person is asked to type."""
LANGUAGES = frozenset({"en", "es"})
_CLIPS = frozenset({"slack_audio", "slack_video"})
_AWAY = (SlackClientError, OSError, http.client.HTTPException)
_GONE = frozenset({"file_not_found", "file_deleted", "not_visible", "access_denied"})
"""Slack's words for a file that will never be read."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message's words, typed and spoken (`voice`: some were spoken), and the files beside them."""

    text: str
    voice: bool = False
    files: tuple[FileOf, ...] = ()


def listen(visit: Visit, event: Mapping[str, Any], message: sent.Message) -> Heard | None:
    """The words of a message with files; None: the person was asked to type. NotYet while Slack writes."""
    typed, files = str(event.get("text") or ""), event.get("files") or ()
    clips = [f for f in files if f.get("subtype") in _CLIPS]
    told = tuple(_as_told(f) for f in files)
    with visit.desk() as desk:
        row = sent.take_in(desk, message, told, SentState.LISTENING if clips else SentState.ASKED)
        row_id, state, known = row.id, row.state, row.transcript
    if not clips:
        return Heard(typed, files=told)
    if state is SentState.LISTENING:
        state, known = _progress(visit, clips, message, row_id)
    if known and state in (SentState.HEARD, SentState.KEPT, SentState.ASKED):
        visit.listening = row_id
        return Heard("\n".join(t for t in (typed, known) if t.strip()), True, told)
    return Heard(typed, files=told) if typed.strip() else None


def _progress(
    visit: Visit, clips: Sequence[Mapping[str, Any]], message: sent.Message, row_id: str
) -> tuple[SentState, str]:
    """How the listening stands now, written down where it is over. NotYet where it is not."""
    waited = visit.now - message.sent_at
    try:
        state, words = _all_heard([_looked_up(visit, clip, waited) for clip in clips], visit)
    except _AWAY:
        state, words = SentState.LISTENING, ""
    if state is SentState.LISTENING and waited >= LISTEN_FOR:
        state = SentState.LATE
    with visit.desk() as desk:
        if state is not SentState.HEARD:
            put_answer(
                visit, desk, sent.CLIP_CARD, {}, key=row_id, channel=message.channel, subject_id=row_id
            )
        if state is not SentState.LISTENING:
            sent.listened(desk, _row(desk, row_id), state, words)
            visit.redraw(row_id)
    if state is SentState.LISTENING:
        raise NotYet(min(5.0, max(1.0, waited.total_seconds() / 10)))
    return state, words


def _row(desk: Desk, row_id: str) -> SentFiles:
    return sent.sent(desk, row_id)


def _looked_up(visit: Visit, clip: Mapping[str, Any], waited: timedelta) -> Mapping[str, Any]:
    """The clip as Slack has it now; at first the event itself may say that it is complete."""
    status = (clip.get("transcription") or {}).get("status")
    if status == "complete" and waited < timedelta(seconds=5):
        return clip
    try:
        found: Mapping[str, Any] = visit.deps.client.files_info(file=clip["id"])["file"]
    except SlackApiError as error:
        if error.response.get("error") in _GONE:
            return {"transcription": {"status": "failed"}}
        raise
    return found


def _all_heard(clips: Sequence[Mapping[str, Any]], visit: Visit) -> tuple[SentState, str]:
    """What became of all clips of a message together; the words of each on lines of their own."""
    transcriptions = [clip.get("transcription") or {} for clip in clips]
    states = {t.get("status") for t in transcriptions}
    if states & {None, "processing"}:
        return SentState.LISTENING, ""
    if states != {"complete"}:
        return SentState.FAILED, ""
    words = [_whole(visit, clip, t) for clip, t in zip(clips, transcriptions, strict=True)]
    heard = "\n".join(w for w in words if w.strip())
    if any(str(t.get("locale") or "en").lower()[:2] not in LANGUAGES for t in transcriptions):
        return SentState.FOREIGN, heard
    return (SentState.HEARD, heard) if heard else (SentState.FAILED, "")


def _whole(visit: Visit, clip: Mapping[str, Any], transcription: Mapping[str, Any]) -> str:
    """The preview, or where it is cut the clip's captions."""
    preview = transcription.get("preview") or {}
    if not preview.get("has_more"):
        return str(preview.get("content") or "")
    return captions(visit.deps.client, str(clip.get("vtt") or ""))


def _as_told(file: Mapping[str, Any]) -> FileOf:
    clip = file.get("subtype") in _CLIPS
    seconds = int(file.get("duration_ms") or 0) // 1000
    name = "" if clip else str(file.get("title") or file.get("name") or "")
    return FileOf(name, str(file.get("permalink") or ""), CLIP if clip else FILE, seconds)
