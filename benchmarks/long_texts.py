"""4,000 characters of everything that could make the reading run away, and how long each takes."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.reading import read

SIZE = 4000
MOST_MS = 50
TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 19, 17, 0, tzinfo=TZ)
PIECES = {
    "dense events": "saw Maya at 3 and then called Ms Thompson at 4, ",
    "dictated": "so i went to the house yesterday at four and saw the kids then called mom around five ",
    "Spanish": "vi a la niña en casa de su abuela a las tres y luego hablé con la mamá por teléfono. ",
    "calls without an answer": "called fm no answer lvm, ",
    "one letter": "a",
    "blanks": "a" + " " * 30,
    "digits": "12 345 6 7:30 ",
    "brackets": "([{ ",
    "emoji": "👍👨‍👩‍👧‍👦🏽 ",
    "combining": "e\u0301\u0327\u0316",
    "one line of letters": "".join(chr(code) for code in range(0xC0, 0x250)),
    "Slack's marks": "&amp;<tel:1|2>:smile:",
    "months for names": "may march will faith grace ",
}


def texts(agency: Agency) -> dict[str, str]:
    """The long texts by name, one of them nothing but the agency's own names."""
    names = ", ".join(f"{child.first_name} {child.last_name}" for child in agency.roster.children)
    return {name: (piece * SIZE)[:SIZE] for name, piece in {**PIECES, "names": names + ", "}.items()}


def slowest(agency: Agency, staff_id: str) -> float:
    """Prints a row for each long text (this thread's processor time, best of three); gives back the worst."""
    print(f"\n| {SIZE} characters of | ms of processor time |\n| --- | --- |")
    worst = 0.0
    for name, text in texts(agency).items():
        best = min(_took(agency, staff_id, text) for _ in range(3))
        print(f"| {name} | {best:.0f}{'' if best <= MOST_MS else f' (over {MOST_MS})'} |")
        worst = max(worst, best)
    return worst


def _took(agency: Agency, staff_id: str, text: str) -> float:
    begun = time.thread_time()
    read(agency, staff_id=staff_id, text=text, sent_at=SENT, tz=TZ)
    return (time.thread_time() - begun) * 1000
