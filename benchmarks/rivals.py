"""Two ready-made parts beside `reading.py`: dateparser for the clock, rapidfuzz for the child."""

from __future__ import annotations

import json
import time
from datetime import datetime

from dateparser.search import search_dates
from rapidfuzz import fuzz, process

from bot.understand.agency import Agency
from bot.understand.jsonlines import message_from_json


def dates_by_dateparser(lines: list[str], golds: dict[str, dict]) -> tuple[int, int, float]:
    """How many single-event messages have day and clock right by search_dates (English and Spanish)."""
    right = asked = 0
    begun = time.perf_counter()
    for line in lines:
        message, gold = message_from_json(line), golds[json.loads(line)["id"]]
        if len(gold["contacts"]) != 1 or not gold["contacts"][0]["starts_at"]:
            continue
        asked += 1
        prefer = "future" if gold["intent"] == "plan_visit" else "past"
        base = message.sent_at.replace(tzinfo=None)
        settings = {"PREFER_DATES_FROM": prefer, "RELATIVE_BASE": base, "RETURN_AS_TIMEZONE_AWARE": False}
        found = search_dates(message.text, languages=["en", "es"], settings=settings) or []
        want = datetime.fromisoformat(gold["contacts"][0]["starts_at"]).replace(tzinfo=None)
        right += any(when.replace(second=0, microsecond=0) == want for _, when in found)
    return right, asked, (time.perf_counter() - begun) * 1000 / max(asked, 1)


def children_by_wratio(agency: Agency, lines: list[str], golds: dict[str, dict]) -> tuple[int, int]:
    """How many single-event messages have exactly the right children by WRatio over the caseload's names."""
    right = asked = 0
    for line in lines:
        message, gold = message_from_json(line), golds[json.loads(line)["id"]]
        if len(gold["contacts"]) != 1 or not gold["contacts"][0]["children"]:
            continue
        asked += 1
        load = agency.caseload(message.staff_id, message.sent_at.date())
        cases = load.case_ids or tuple(agency.cases)
        names = {c.id: f"{c.first_name} {c.last_name}" for case in cases for c in agency.children_of(case)}
        hits = process.extract(message.text, names, scorer=fuzz.WRatio, score_cutoff=80, limit=4)
        right += {key for _, _, key in hits} == set(gold["contacts"][0]["children"])
    return right, asked
