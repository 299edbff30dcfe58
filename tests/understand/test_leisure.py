"""When the reading process collects its garbage: never while somebody waits, yet at last it does."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from bot.understand.apart.leisure import Leisure


class _Knot:
    def __init__(self) -> None:
        self.itself = self


def _knot() -> weakref.ref[_Knot]:
    return weakref.ref(_Knot())


@pytest.fixture
def leisure() -> Iterator[Leisure]:
    gc.collect()
    yield Leisure()
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_while_jobs_are_done(leisure: Leisure) -> None:
    left = _knot()
    more = [[n] for n in range(20_000)]
    assert left() is not None
    assert more
    leisure.after_an_answer(somebody_waits=True)
    assert left() is not None


def test_what_a_job_left_goes_at_the_next_rest(leisure: Leisure) -> None:
    left = _knot()
    leisure.after_an_answer(somebody_waits=False)
    assert left() is None


def test_who_never_rests_collects_all_the_same(leisure: Leisure) -> None:
    left = _knot()
    for _ in range(64):
        leisure.after_an_answer(somebody_waits=True)
    assert left() is None


def test_what_was_loaded_is_looked_at_no_more_and_the_roster_before_it_goes(leisure: Leisure) -> None:
    roster = _Knot()
    leisure.after_an_answer(somebody_waits=False)
    assert gc.get_freeze_count() > 0
    before = weakref.ref(roster)
    del roster
    leisure.after_an_answer(somebody_waits=False)
    assert before() is not None
    leisure.grown()
    leisure.after_an_answer(somebody_waits=False)
    assert before() is None


def test_knots_that_outlived_a_rest_go_at_a_later_one(leisure: Leisure) -> None:
    leisure.after_an_answer(somebody_waits=False)
    outlived = _Knot()
    leisure.after_an_answer(somebody_waits=False)
    seen = weakref.ref(outlived)
    del outlived
    for _ in range(16):
        leisure.after_an_answer(somebody_waits=False)
    assert seen() is None
