"""R6 in small: twelve clicks at once on each note, from several processes; `benchmarks.decisions` has the storm."""

from __future__ import annotations

from benchmarks.decisions import CLICKS, storm


def test_one_decision_each_and_everybody_else_is_told(database_url: str) -> None:
    result = storm(database_url, notes=4, processes=2)
    assert result.wrong == ()
    assert result.clicks == 4 * CLICKS
    assert result.holds, result
