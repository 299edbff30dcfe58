"""Reads the tables of `lots/` and says, line by line, what the grammar makes of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.understand.parts import Tense
from bot.understand.when import EventTime, combine, events, find, period

NEW_YORK = ZoneInfo("America/New_York")
LOTS = Path(__file__).parent / "lots"


def lines(name):
    """The rows of a table as (head, text, wanted)."""
    rows = (LOTS / name).read_text(encoding="utf-8").splitlines()
    return [
        tuple(part.strip() for part in row.split(" | ")) for row in rows if row and not row.startswith("#")
    ]


def sent(head):
    return datetime.fromisoformat(head.split()[0]).replace(tzinfo=NEW_YORK)


def found(head, text):
    """The events of a message, written as in the tables."""
    flags = head.split()[1]
    mentions = find(
        text,
        sent_at=sent(head),
        tz=NEW_YORK,
        tense=Tense.FUTURE if "F" in flags else Tense.PAST,
        voice="V" in flags,
        on_call_night="N" in flags,
    )
    said = []
    for role, mark in (("event", ""), ("future", ">")):
        times = [combine(group, role=role) for group in events(mentions, role=role)]
        said += [mark + written(t) for t in times if t.on or t.impossible]
    return said


def written(time: EventTime) -> str:
    when = time.starts_at.strftime("%Y-%m-%dT%H:%M") if time.starts_at else str(time.on)
    part = f"~{time.part_of_day}" if time.part_of_day else ""
    return f"{when}{'!' if time.impossible else ''}{part}{f'+{time.minutes}' if time.minutes else ''}"


def asked(head, text):
    """The period of a question, written as in the tables."""
    got = period(text, sent_at=sent(head), tz=NEW_YORK, intent=head.split()[1])
    if got is None:
        return "-"
    return f"@{got.at:%Y-%m-%dT%H:%M}" if got.at else f"{got.first}..{got.last}"


def fits(wanted, got):
    """Whether `got` says what is wanted; a length or part of the day counts only where the table has it."""
    wanted = [] if wanted == "-" else [w.strip() for w in wanted.split(";")]
    return len(wanted) == len(got) and all(_same(w, g) for w, g in zip(wanted, got, strict=True))


def _same(wanted, got):
    want_head, _, want_minutes = wanted.partition("+")
    got_head, _, got_minutes = got.partition("+")
    heads = want_head == got_head or ("~" not in want_head and want_head == got_head.split("~")[0])
    return heads and (not want_minutes or want_minutes == got_minutes)
