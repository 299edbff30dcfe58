"""Look-ups never go beyond one's reach: R12's random world in small; `benchmarks/lookup_reach.py` has it whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from benchmarks.lookup_reach import FAULTS, Trial
from benchmarks.lookup_world import World
from storage.database import Database


@pytest.mark.parametrize("seed", [1, 2])
def test_of_random_requests_none_is_answered_beyond_reach_or_without_its_access_row(
    sqlite_database: Database, tmp_path: Path, seed: int
) -> None:
    rng = Random(seed)
    counts = Trial(sqlite_database, rng, World(rng).build()).run(300, tmp_path)
    assert {word: counts[word] for word in FAULTS if counts[word]} == {}
    assert counts["answered"] > 20
    assert counts["refused"] > 100
    assert counts["a reason asked"] + counts["answered"] + counts["refused"] >= 300


def test_the_trial_finds_an_answer_that_should_not_have_been(
    sqlite_database: Database, tmp_path: Path
) -> None:
    class Strict(World):
        """A truth in which nobody sees anything."""

        def right(self, actor: str, case_id: str, now: datetime) -> str | None:
            del actor, case_id, now
            return None

        def may_show(self, contact_id: str, *, free: bool) -> bool:
            del contact_id, free
            return False

    rng = Random(3)
    counts = Trial(sqlite_database, rng, Strict(rng).build()).run(100, tmp_path)
    assert counts["outside reach"] + counts["without a reason"] > 5
    assert counts["numbers shown wrongly"] > 5
