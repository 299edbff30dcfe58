"""Messages and readings as JSON lines, in the forms of READING.md (`fieldnote understand`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from bot.errors import Unusable
from bot.understand.agency import Agency
from bot.understand.opinion import Advisor
from bot.understand.parts import CARDS, Item, Period, Reading, Subject
from bot.understand.reading import read


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """One line of input: who wrote what and when (`sent_at` aware), typed or dictated."""

    id: str
    staff_id: str
    sent_at: datetime
    text: str
    voice: bool = False


def message_from_json(line: str) -> IncomingMessage:
    """The message on a line; `Unusable` with one clear sentence where the line is none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unusable(f"this line is no JSON ({error})") from error
    if not isinstance(row, dict):
        raise Unusable("this line is no JSON object")
    missing = [key for key in ("id", "staff_id", "sent_at", "text") if not isinstance(row.get(key), str)]
    if missing:
        raise Unusable(f"message {row.get('id')!r} has no text under {', '.join(missing)}")
    return IncomingMessage(
        row["id"], row["staff_id"], _instant(row), row["text"], bool(row.get("voice", False))
    )


def _instant(row: dict[str, Any]) -> datetime:
    try:
        sent_at = datetime.fromisoformat(row["sent_at"])
    except ValueError as error:
        raise Unusable(
            f"message {row['id']!r}: sent_at {row['sent_at']!r} is no ISO date and time"
        ) from error
    if sent_at.tzinfo is None:
        raise Unusable(f"message {row['id']!r}: sent_at {row['sent_at']!r} has no offset such as -05:00")
    if not 1970 <= sent_at.year <= 9000:
        raise Unusable(f"message {row['id']!r}: sent_at {row['sent_at']!r} is no year of ours")
    return sent_at


def reading_to_json(key: str, reading: Reading) -> str:
    """A reading as one line of JSON in READING.md's form."""
    row = {
        "id": key,
        "intent": reading.intent.value,
        "contacts": [_item(item) for item in reading.contacts] if reading.intent in CARDS else [],
        "ask": list(reading.ask),
        "subject": _subject(reading.subject),
        "period": _period(reading.period),
    }
    return json.dumps(row, ensure_ascii=False)


def understand_lines(lines: Iterable[str], agency: Agency, default_tz: ZoneInfo) -> Iterator[str]:
    """A reading for each line; blank lines are passed over. `Unusable` ends it at the first bad line."""
    for line in lines:
        if line.strip():
            yield understand_line(line, agency, default_tz)


def understand_line(
    line: str, agency: Agency, default_tz: ZoneInfo, *, advisor: Advisor | None = None
) -> str:
    """The reading of one line. Days are those of the sender's timezone, else the agency's."""
    message = message_from_json(line)
    reading = read(
        agency,
        staff_id=message.staff_id,
        text=message.text,
        sent_at=message.sent_at,
        tz=zone_of(agency, message.staff_id, default_tz),
        voice=message.voice,
        advisor=advisor,
    )
    return reading_to_json(message.id, reading)


def run(
    lines: Iterable[str],
    out: TextIO,
    errors: TextIO,
    agency: Agency,
    default_tz: ZoneInfo,
    *,
    advisor: Advisor | None = None,
) -> int:
    """Answer every line; a bad one gets a sentence on `errors` and makes the exit code 2."""
    code = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            print(understand_line(line, agency, default_tz, advisor=advisor), file=out)
        except Unusable as refusal:
            print(f"fieldnote understand: line {number}: {refusal}", file=errors)
            code = 2
    return code


def zone_of(agency: Agency, staff_id: str, default_tz: ZoneInfo) -> ZoneInfo:
    """The timezone of a member of staff, else the agency's."""
    member = agency.staff.get(staff_id)
    return ZoneInfo(member.timezone) if member and member.timezone else default_tz


def _item(item: Item) -> dict[str, Any]:
    return {
        "types": [kind.value for kind in item.types],
        "children": list(item.children),
        "people": list(item.people),
        "starts_at": item.starts_at.isoformat() if item.starts_at else None,
        "on": item.on.isoformat() if item.on else None,
        "minutes": item.minutes,
        "method": item.method.value if item.method else None,
        "outcome": item.outcome.value,
        "seen_alone": list(item.seen_alone),
        "spans": [list(span) for span in item.spans],
        "place": item.place.value if item.place else None,
    }


def _subject(subject: Subject | None) -> dict[str, Any] | None:
    if subject is None:
        return None
    return {
        "children": list(subject.children),
        "people": list(subject.people),
        "staff": list(subject.staff),
        "wants": subject.wants,
    }


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    if period.at is not None:
        return {"at": period.at.isoformat()}
    if period.first is None or period.last is None:
        return None
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}
