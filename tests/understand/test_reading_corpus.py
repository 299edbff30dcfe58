"""The shipped corpus and the lots, scored by `sample/score.py`: floors just under what is reached."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest

from bot.understand.jsonlines import understand_lines
from tests.understand.agencies import agency_in

ROOT = Path(__file__).parent.parent.parent
LOTS = ROOT / "tests" / "understand" / "lots"
TZ = ZoneInfo("America/New_York")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", ROOT / "sample" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures_of(folder: Path) -> dict[str, float]:
    agency = agency_in(folder / "roster")
    lines = (folder / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    readings = {row["id"]: row for row in map(json.loads, understand_lines(lines, agency, TZ))}
    score = scorer()
    figures, _ = score.score(score.load(folder / "gold.jsonl"), readings)
    return figures


def test_the_shipped_corpus_is_read_as_well_as_it_was():
    figures = figures_of(ROOT / "sample")
    assert figures["intent"] >= 0.98
    assert figures["zero_edit"] == 1
    assert figures["silently_wrong"] <= 0.01
    assert figures["missed_alarm"] == 0
    assert figures["answerable"] >= 0.95
    assert figures["wrong_answer"] == 0


FLOORS = {"intent": 0.95, "zero_edit": 0.85, "answerable": 0.9}
CEILINGS = {"silently_wrong": 0.05, "missed_alarm": 0.0, "wrong_answer": 0.0}
LESS: dict[str, dict[str, float]] = {
    "eastbay": {"zero_edit": 0.82, "answerable": 0.89},
    "kingsbridge_nyc": {"zero_edit": 0.74, "answerable": 0.81, "silently_wrong": 0.06},
    "arrowleaf_mt": {"answerable": 0.82, "silently_wrong": 0.07},
    "emerald_fl": {"zero_edit": 0.8, "answerable": 0.88, "silently_wrong": 0.08},
    "lantern_il": {"intent": 0.93, "answerable": 0.85, "silently_wrong": 0.11},
    "tugaloo": {"answerable": 0.85},
    "saginaw_bend_mi": {"zero_edit": 0.77, "silently_wrong": 0.06},
    "harborview_ny": {"zero_edit": 0.8},
    "concourse": {"zero_edit": 0.79},
    "valleyoak": {"zero_edit": 0.83},
    "bayou_bend": {"zero_edit": 0.8, "wrong_answer": 0.2},
    "larkhill": {"silently_wrong": 0.06},
    "genesee": {"zero_edit": 0.8, "answerable": 0.77, "silently_wrong": 0.06},
    "palmetto": {"zero_edit": 0.95, "silently_wrong": 0.02},
    "stonebridge": {"answerable": 0.9},
    "cedarsound": {"zero_edit": 0.76, "answerable": 0.84, "silently_wrong": 0.07},
    "hudsongate": {"zero_edit": 0.98, "silently_wrong": 0.0, "answerable": 1.0},
    "harris_tx": {"zero_edit": 0.76, "answerable": 0.88},
    "cedar_sound": {"zero_edit": 0.96, "silently_wrong": 0.0},
    "ketterlin": {"silently_wrong": 0.02, "answerable": 0.88},
    "crossbay": {"zero_edit": 0.8, "silently_wrong": 0.06},
    "ocotillo": {"zero_edit": 0.94, "silently_wrong": 0.02},
    "prairielantern": {"intent": 0.98, "zero_edit": 0.9, "silently_wrong": 0.0},
    "cascoharbor": {"zero_edit": 0.88, "silently_wrong": 0.02, "answerable": 1.0},
    "sawmillriver": {"zero_edit": 0.74, "silently_wrong": 0.02, "answerable": 0.88},
    "frontrange": {"zero_edit": 0.8},
    "keweenaw": {"zero_edit": 0.9, "silently_wrong": 0.02, "answerable": 0.9},
    "eastnewyork": {"zero_edit": 0.86},
    "pinebelt": {"zero_edit": 0.86, "silently_wrong": 0.02, "answerable": 0.66},
}
"""Lots that are read less well than the others (docs/reading.md): their own bounds, none to be crossed."""


@pytest.mark.parametrize(
    "folder", sorted(p.parent for p in LOTS.glob("*/*/gold.jsonl")), ids=lambda p: f"{p.parent.name}-{p.name}"
)
def test_the_lots_are_read_as_well_as_they_were(folder: Path):
    figures, own = figures_of(folder), LESS.get(folder.name, {})
    for name, floor in FLOORS.items():
        assert figures[name] >= own.get(name, floor), name
    for name, ceiling in CEILINGS.items():
        assert figures[name] <= own.get(name, ceiling), name


def test_no_words_of_another_familys_child_stand_in_an_events_spans():
    folder = ROOT / "sample"
    agency = agency_in(folder / "roster")
    texts = {
        row["id"]: row["text"] for row in map(json.loads, (folder / "messages.jsonl").open(encoding="utf-8"))
    }
    lines = (folder / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, understand_lines(lines, agency, TZ)):
        cases = [{agency.children[child].case_id for child in item["children"]} for item in row["contacts"]]
        for n, item in enumerate(row["contacts"]):
            others = set().union(*(case for m, case in enumerate(cases) if m != n)) - cases[n]
            words = " ".join(texts[row["id"]][a:b] for a, b in item["spans"])
            for case in others:
                assert not any(child.first_name in words for child in agency.children_of(case)), row["id"]
