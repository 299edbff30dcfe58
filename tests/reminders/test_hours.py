"""R9, R10 and R11 in their quick forms: what is about time, on a clock that is moved."""

from __future__ import annotations

import pytest

from benchmarks.hours import SCENARIOS


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_goes_wrong(name: str) -> None:
    assert SCENARIOS[name]().wrong == []
