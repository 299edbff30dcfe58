"""Files that were sent with words: by name, each a link into Slack. Nothing of them is kept here."""

from __future__ import annotations

from collections.abc import Sequence

from bot.views.blocks import cut, escape
from storage.enclosures import CLIP
from storage.records import FileOf

_LINK = 1000
"""A longer address is left out: Slack takes some 13,000 characters a message."""


def enclosed(files: Sequence[FileOf], most: int = 10) -> str:
    """The files by name, each a link into Slack; a clip with its length."""
    shown = [_linked(file) for file in files[:most]]
    more = len(files) - most
    return ", ".join(shown + ([f"{more} more"] if more > 0 else []))


def _linked(file: FileOf) -> str:
    name = escape(cut(file.name or ("Voice clip" if file.kind == CLIP else "File"), 80).replace("|", "/"))
    if file.kind == CLIP and file.seconds:
        name += f" ({file.seconds // 60}:{file.seconds % 60:02d})"
    safe = file.link.startswith("http") and not set(file.link) & set("<>| ") and len(file.link) < _LINK
    return f"<{file.link}|{name}>" if safe else name
