"""The quick form of the benches R4 and R5 (benchmarks/inbox_storm.py)."""

from __future__ import annotations

from benchmarks.inbox_storm import ROSTER, four_times_each, kills_in_a_burst
from tests.databases import PostgresServer
from tests.nothing_lost.lives import Nursery, place


def test_kills_while_messages_come_lose_and_double_nothing(sqlite_url: str, nursery: Nursery) -> None:
    with place(sqlite_url, ROSTER) as here:
        storm = kills_in_a_burst(here, nursery, events=60, kills=5)
    assert storm.acknowledged > storm.events / 2, "a storm in which nothing gets through shows nothing"
    assert (storm.lost, storm.doubled) == (0, 0)


def test_four_of_each_over_three_processes_have_one_effect(
    postgres: PostgresServer, nursery: Nursery
) -> None:
    with place(postgres.url, ROSTER) as here:
        storm = four_times_each(here, nursery, events=12)
    postgres.clean()
    assert storm.acknowledged == storm.events
    assert (storm.lost, storm.doubled) == (0, 0)
