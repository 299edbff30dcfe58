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
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

from long_texts import MOST_MS, slowest

from bot.understand.agency import Agency
from bot.understand.jsonlines import understand_line
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


def dates_by_reading(readings: dict[str, dict], golds: dict[str, dict], same: object) -> int:
    assert callable(same)
    return sum(
        len(gold["contacts"]) == 1
        and bool(gold["contacts"][0]["starts_at"])
        and any(same("starts_at", gold["contacts"][0], item) for item in readings[key]["contacts"])
        for key, gold in golds.items()
    )


def children_by_reading(readings: dict[str, dict], golds: dict[str, dict]) -> int:
    return sum(
        len(gold["contacts"]) == 1
        and bool(gold["contacts"][0]["children"])
        and any(set(i["children"]) == set(gold["contacts"][0]["children"]) for i in readings[key]["contacts"])
        for key, gold in golds.items()
    )


def main() -> int:
    score = scorer()
    read, median = read_corpora(score)
    longest = slowest(Agency.of(load_roster(ROOT / "sample" / "roster")), "S001")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nmedian of all messages: {median:.1f} ms; memory of the process: {memory:.0f} MB\n")
    beside_the_rivals(score, read)
    return int(median > 10 or longest > MOST_MS or memory > 250)


def read_corpora(score: ModuleType) -> tuple[dict[str, dict[str, dict]], float]:
    """Every corpus's readings, scored and printed, and the median of the milliseconds that a message took."""
    print("| corpus | messages | " + " | ".join(FIGURES) + " | median ms | slowest ms |")
    print("| --- " * (len(FIGURES) + 4) + "|")
    read: dict[str, dict[str, dict]] = {}
    all_took: list[float] = []
    for name, folder in corpora():
        agency, lines, golds = corpus(score, folder)
        read[name], took = read_all(agency, lines)
        all_took += took
        figures, _ = score.score(golds, read[name])
        cells = " | ".join(f"{figures[figure]:.3f}" for figure in FIGURES)
        print(f"| {name} | {len(lines)} | {cells} | {statistics.median(took):.1f} | {max(took):.1f} |")
    return read, statistics.median(all_took)


def corpus(score: ModuleType, folder: Path) -> tuple[Agency, list[str], dict[str, dict]]:
    agency = Agency.of(load_roster(folder / "roster"))
    lines = (folder / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    return agency, lines, score.load(folder / "gold.jsonl")


def beside_the_rivals(score: ModuleType, read: dict[str, dict[str, dict]]) -> None:
    """They are loaded only now: what they take is no memory of ours."""
    rivals = importlib.import_module("rivals")
    print("| corpus | clock right: reading | dateparser search_dates | children right: reading | WRatio |")
    print("| --- | --- | --- | --- | --- |")
    for name, folder in corpora():
        agency, lines, golds = corpus(score, folder)
        dates, timed, ms = rivals.dates_by_dateparser(lines, golds)
        kids, named = rivals.children_by_wratio(agency, lines, golds)
        print(
            f"| {name} | {dates_by_reading(read[name], golds, score.same)} of {timed} "
            f"| {dates} of {timed} ({ms:.0f} ms) "
            f"| {children_by_reading(read[name], golds)} of {named} | {kids} of {named} |"
        )


if __name__ == "__main__":
    sys.exit(main())
