"""Text as Slack carries it, and as a person reads it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from playground.records import JSON

_URL = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)]")
_MAIL = re.compile(r"(?<![\w.:@/])[\w.+-]+@[\w-]+\.[\w.-]*\w")
_TOKEN = re.compile(r"<([^<>]*)>")
_STYLES = {
    mark[-1]: re.compile(rf"(?<![\w{mark}]){mark}(?=\S)([^{mark}\n]*?\S){mark}(?![\w{mark}])")
    for mark in (r"\*", "_", "~", "`")
}
_DATE_FIELD = re.compile(r"\{([a-z_]+)\}")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def escaped(text: str) -> str:
    """The three characters that Slack's markup uses, as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_sent(text: str) -> str:
    """What a person typed as Slack hands it to a bot: escaped, with addresses made links."""
    linked = _URL.sub(lambda found: f"<{found[0]}>", escaped(text))
    return _MAIL.sub(lambda found: f"<mailto:{found[0]}|{found[0]}>", linked)


def rich_text(text: str) -> JSON:
    """What a person typed as the block that Slack adds to their message."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def as_read(text: str, *, tz: str, now: datetime, name_of: Callable[[str], str]) -> str:
    """Slack's mrkdwn as it shows: no marks, names for ids, the reader's own time in `tz` for date tokens."""
    shown = _TOKEN.sub(lambda found: _token(found[1], tz, now, name_of), text) if "<" in text else text
    for mark, style in _STYLES.items():
        if mark in shown:
            shown = style.sub(r"\1", shown)
    return html.unescape(shown)


def _token(inner: str, tz: str, now: datetime, name_of: Callable[[str], str]) -> str:
    target, _, label = inner.partition("|")
    if target.startswith("!date^"):
        return date_shown(target, tz=tz, now=now) or label
    if target.startswith("@"):
        return f"@{label or name_of(target[1:])}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return f"@{label or target[1:]}"
    return label or target.removeprefix("mailto:").removeprefix("tel:")


def date_shown(token: str, *, tz: str, now: datetime) -> str:
    """`!date^1762700000^{date_short_pretty} {time}` in the reader's zone; "" where it is not well made."""
    _, stamp, pattern = ([*token.split("^", 3), "", ""])[:3]
    try:
        when = datetime.fromtimestamp(int(stamp), UTC).astimezone(ZoneInfo(tz))
    except ValueError:
        return ""
    today = now.astimezone(ZoneInfo(tz)).date()
    return _DATE_FIELD.sub(lambda found: _date_field(found[1], when, today), pattern)


def _date_field(name: str, when: datetime, today: date) -> str:
    if name.endswith("_pretty"):
        near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((when.date() - today).days)
        return near or _date_field(name.removesuffix("_pretty"), when, today)
    shape = _SHAPES.get(name)
    return shape(when, today) if shape else f"{{{name}}}"


def _hour(when: datetime) -> str:
    return f"{(when.hour % 12) or 12}:{when:%M}"


def _day(when: datetime) -> str:
    ordinal = "th" if when.day in (11, 12, 13) else _ORDINALS.get(when.day % 10, "th")
    return f"{when:%B} {when.day}{ordinal}"


def _year(when: datetime, today: date) -> str:
    return "" if abs(when.date() - today) < timedelta(days=180) else f", {when.year}"


_SHAPES: dict[str, Callable[[datetime, date], str]] = {
    "date_num": lambda when, _: f"{when:%Y-%m-%d}",
    "date_slash": lambda when, _: f"{when:%m/%d/%Y}",
    "date": lambda when, today: f"{_day(when)}{_year(when, today)}",
    "date_short": lambda when, today: f"{when:%b} {when.day}{_year(when, today)}",
    "date_long": lambda when, today: f"{when:%A}, {_day(when)}{_year(when, today)}",
    "day_divider": lambda when, _: f"{when:%A}, {_day(when)}",
    "time": lambda when, _: f"{_hour(when)} {when:%p}",
    "time_secs": lambda when, _: f"{_hour(when)}:{when:%S} {when:%p}",
    "ago": lambda when, _: f"{when:%b} {when.day}",
}
