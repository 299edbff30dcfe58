"""The worker's words as she typed them: Slack's own markup taken off, not a letter more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|([^>]*))?>")
_LINK = re.compile(r"<(?:tel:|mailto:|https?://)[^|>]*\|([^>]*)>")
_BARE_LINK = re.compile(r"<((?:tel:|mailto:|https?://)[^>]*)>")


def as_typed(raw: str, name_of: Callable[[str], str | None]) -> str:
    """Slack's text as the person saw it while typing. `name_of` gives the name behind a Slack user id."""
    text = _MENTION.sub(lambda m: "@" + (name_of(m[1]) or m[2] or m[1]), raw)
    text = _BARE_LINK.sub(lambda m: m[1].removeprefix("tel:").removeprefix("mailto:"), _LINK.sub(r"\1", text))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def stretch(raw: str, spans: Iterable[tuple[int, int]]) -> str:
    """The stretches of a message that belong to one event, a line each; the whole where none are given."""
    pieces = [raw[start:end].strip(" \t\n,;") for start, end in spans]
    return "\n".join(p for p in pieces if p) or raw
