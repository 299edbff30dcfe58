"""Remarks of another agency's workers, written before the rules had seen them: what each must change, no more.

First scored once (docs/conversation.md), then mended by rules that generalise.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.amend import Amendment, Facts, amend
from bot.understand.parts import Question
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import agency_in

HERE = Path(__file__).parent
CENTRAL = ZoneInfo("America/Chicago")
SENT = datetime(2026, 11, 16, 17, 30, tzinfo=CENTRAL)
VISIT = Facts(
    types=(EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT, EventType.CASEWORKER_FOSTER_PARENT),
    children=("N0301", "N0302"),
    people=("Q0303",),
    on=date(2026, 11, 12),
    starts_at=datetime(2026, 11, 12, 16, 0, tzinfo=CENTRAL),
    minutes=30,
    method=Method.IN_PERSON,
    outcome=Outcome.COMPLETED,
    place=Place.FOSTER_HOME,
    case_id="D03",
)
ASKING = Facts(
    types=(EventType.CASEWORKER_CHILD,),
    on=date(2026, 11, 16),
    outcome=Outcome.COMPLETED,
    asked=(Question("child", ("N0301", "N0302")), Question("time"), Question("method")),
)
FOLLOW = {"types", "place", "method", "people", "case_id", "seen_alone"}
"""Fields that may follow from what was said without being named in the lot."""
STILL_MISREAD = {"fue con la abogada también": "two attorneys are on the case, and neither is asked about"}
LOT = [json.loads(line) for line in (HERE / "lots" / "second.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def agency() -> Agency:
    return agency_in(HERE.parent / "lots" / "lot4" / "bayou" / "roster")


def told(before: Facts, amendment: Amendment) -> dict[str, Any]:
    """What the words changed, in the lot's terms; of a moment its clock, where that differs."""
    found: dict[str, Any] = {}
    for name in amendment.changed:
        value = getattr(amendment.after, name)
        if name == "starts_at":
            clock = f"{value.astimezone(CENTRAL):%H:%M}" if value else None
            if clock and (before.starts_at is None or clock != f"{before.starts_at:%H:%M}"):
                found["clock"] = clock
        elif isinstance(value, tuple):
            found[name] = sorted(value)
        else:
            found[name] = value.isoformat() if isinstance(value, date) else value
    return found | ({"answered": sorted(amendment.answered)} if amendment.answered else {})


@pytest.mark.parametrize("case", [c for c in LOT if c["text"] not in STILL_MISREAD], ids=lambda c: c["text"])
def test_what_is_said_is_what_changes(case: dict[str, Any]) -> None:
    before = VISIT if case["draft"] == "draft" else ASKING
    amendment = amend(agency(), before, case["text"], staff_id="T05", sent_at=SENT, tz=CENTRAL, close=True)
    found = told(before, amendment)
    assert {k: v for k, v in found.items() if k in case["changes"] or k not in FOLLOW} == case["changes"]


@pytest.mark.parametrize("text", STILL_MISREAD)
def test_what_is_misread_does_no_harm(text: str) -> None:
    amendment = amend(agency(), VISIT, text, staff_id="T05", sent_at=SENT, tz=CENTRAL, close=True)
    assert amendment.after == VISIT
    assert amendment.kept
