"""How well and how fast messages are read: `make bench-reading` (or `python benchmarks/reading.py`).

Scores every corpus by `sample/score.py` and sets beside it, in the same run, what two ready-made parts reach
on the same messages: dateparser's `search_dates` for the date and clock, rapidfuzz's WRatio for the child.
"""

from __future__ import annotations

import importlib.util
import json
import resource
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

from dateparser.search import search_dates
from long_texts import MOST_MS, slowest
from rapidfuzz import fuzz, process

from bot.understand.agency import Agency
from bot.understand.jsonlines import message_from_json, understand_line
from bot.understand.roster_files import load_roster

ROOT = Path(__file__).resolve().parent.parent
TZ = ZoneInfo("America/New_York")
FIGURES = ("intent", "zero_edit", "silently_wrong", "missed_alarm", "answerable", "wrong_answer")


def corpora() -> list[tuple[str, Path]]:
    lots = sorted((ROOT / "tests" / "understand" / "lots").glob("*/*/gold.jsonl"))
    named = [(f"{lot.parent.parent.name}/{lot.parent.name}", lot.parent) for lot in lots]
    return [("sample", ROOT / "sample"), *named]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", ROOT / "sample" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_all(agency: Agency, lines: list[str]) -> tuple[dict[str, dict], list[float]]:
    for line in lines[:3]:
        understand_line(line, agency, TZ)
    readings, took = {}, []
    for line in lines:
        begun = time.thread_time()
        row = json.loads(understand_line(line, agency, TZ))
        took.append((time.thread_time() - begun) * 1000)
        readings[row["id"]] = row
    return readings, took


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


def dates_by_reading(readings: dict[str, dict], golds: dict[str, dict], same: object) -> int:
    assert callable(same)
    return sum(
        len(gold["contacts"]) == 1
        and bool(gold["contacts"][0]["starts_at"])
        and any(same("starts_at", gold["contacts"][0], item) for item in readings[key]["contacts"])
        for key, gold in golds.items()
    )


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


def children_by_reading(readings: dict[str, dict], golds: dict[str, dict]) -> int:
    return sum(
        len(gold["contacts"]) == 1
        and bool(gold["contacts"][0]["children"])
        and any(set(i["children"]) == set(gold["contacts"][0]["children"]) for i in readings[key]["contacts"])
        for key, gold in golds.items()
    )


def main() -> int:
    score = scorer()
    print("| corpus | messages | " + " | ".join(FIGURES) + " | median ms | slowest ms |")
    print("| --- " * (len(FIGURES) + 4) + "|")
    beside: list[str] = []
    all_took: list[float] = []
    for name, folder in corpora():
        agency = Agency.of(load_roster(folder / "roster"))
        lines = (folder / "messages.jsonl").read_text(encoding="utf-8").splitlines()
        golds = score.load(folder / "gold.jsonl")
        readings, took = read_all(agency, lines)
        all_took += took
        figures, _ = score.score(golds, readings)
        cells = " | ".join(f"{figures[figure]:.3f}" for figure in FIGURES)
        print(f"| {name} | {len(lines)} | {cells} | {statistics.median(took):.1f} | {max(took):.1f} |")
        dates, timed, ms = dates_by_dateparser(lines, golds)
        kids, named = children_by_wratio(agency, lines, golds)
        beside.append(
            f"| {name} | {dates_by_reading(readings, golds, score.same)} of {timed} "
            f"| {dates} of {timed} ({ms:.0f} ms) "
            f"| {children_by_reading(readings, golds)} of {named} | {kids} of {named} |"
        )
    print("\n| corpus | clock right: reading | dateparser search_dates | children right: reading | WRatio |")
    print("| --- | --- | --- | --- | --- |")
    print("\n".join(beside))
    longest = slowest(Agency.of(load_roster(ROOT / "sample" / "roster")), "S001")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    median = statistics.median(all_took)
    print(f"\nmedian of all messages: {median:.1f} ms; memory of the process: {memory:.0f} MB")
    return int(median > 10 or longest > MOST_MS or memory > 250)


if __name__ == "__main__":
    sys.exit(main())
