"""The worker's words as she typed them: Slack's own markup taken off, not a letter more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

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
    return "\n".join(p for p in pieces if p) or raw.strip()


Spans = tuple[tuple[int, int], ...]


def with_the_rest(raw: str, events: Sequence[Spans]) -> list[tuple[Spans, bool]]:
    """Each event's stretches, and whether words were added that no event claims: not a word may be lost.

    Such words go with the event told before them, the first ones with the first event.
    """
    loose = [gap for gap in _gaps(len(raw), events) if re.search(r"\w", raw[slice(*gap)])]
    added: dict[int, list[tuple[int, int]]] = {}
    for gap in loose:
        before = [(end, n) for n, spans in enumerate(events) for _, end in spans if end <= gap[0]]
        added.setdefault(max(before, default=(0, 0))[1], []).append(gap)
    return [(tuple(sorted((*spans, *added.get(n, ())))), n in added) for n, spans in enumerate(events)]


def _gaps(length: int, events: Sequence[Spans]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted(span for spans in events for span in spans):
        if start > reached:
            yield reached, start
        reached = max(reached, end)
    if reached < length:
        yield reached, length
