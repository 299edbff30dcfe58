"""How soon a person is answered: `python benchmarks/latency.py` (`make bench-latency`).

From a message delivered to its acknowledgement and to its card posted, for one person and for sixteen who
press Enter at the same moment, Fieldnote beside a durable Bolt echo bot: the same messages of the sample
agency, in turns, in one run, each bot in a process of its own with a fresh SQLite file on the same disk.
`COUNT=400` sets the messages of each measurement. Exit code 1 where a target is missed.
"""

from __future__ import annotations

import math
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Literal

import bots
from bots import Bot, Told
from crowds import CROWD, Crowd, crowds_of_the_sample

COUNT = int(os.environ.get("COUNT", "400"))
PAUSES = {1: 0.1, CROWD: 0.3}
"""Seconds from the last answer to the next message: nobody types one in less."""
WARM_UP = 5
"""Rounds of the whole crowd that are not counted."""
GOALS = {("card", "median"): 3.0, ("card", "p99"): 4.0}
"""At most so many times what the echo bot takes."""
SLOWEST_ACK = 0.100
"""Seconds, at the 99th percentile."""
Times = dict[tuple[str, int], list[Told]]


def main() -> None:
    crowds = crowds_of_the_sample()
    with tempfile.TemporaryDirectory() as folder, bots.fieldnote(Path(folder)) as ours:
        with bots.echo(Path(folder)) as echo:
            for crowd in islice(crowds, WARM_UP):
                for each in (ours, echo):
                    each.hear(crowd)
                    time.sleep(PAUSES[CROWD])
            times = measured([ours, echo], crowds)
        refused = len(ours.workspace.refused)
    met = [report(times, people) for people in (1, CROWD)]
    if refused:
        print(f"{refused} payloads outside Slack's limits")
    raise SystemExit(0 if all(met) and not refused else 1)


def measured(both: list[Bot], crowds: Iterator[Crowd]) -> Times:
    """Both bots in turns, so that whatever else the machine does meets both alike; nothing is said twice."""
    times: Times = defaultdict(list)
    singles = ({user: words} for crowd in crowds for user, words in crowd.items())
    for _ in range(COUNT // CROWD):
        for one in islice(singles, CROWD):
            for each in both:
                times[each.name, 1] += each.hear(one)
                time.sleep(PAUSES[1])
    for crowd in islice(crowds, COUNT // CROWD):
        for each in both:
            times[each.name, CROWD] += each.hear(crowd)
            time.sleep(PAUSES[CROWD])
    return times


def report(times: Times, people: int) -> bool:
    """Prints the table for so many people at once; whether every target is met."""
    print(f"\n{people} at once ({len(times['fieldnote', people])} messages each), milliseconds")
    print("| to the | | Fieldnote | echo | ratio | target |\n| --- | --- | --- | --- | --- | --- |")
    rows = [
        _row(times, people, what, statistic) for what in ("ack", "card") for statistic in ("median", "p99")
    ]
    return all(rows)


def _row(times: Times, people: int, what: Literal["ack", "card"], statistic: str) -> bool:
    ours, echo = (
        at([getattr(told, what) for told in times[name, people]], 0.5 if statistic == "median" else 0.99)
        for name in ("fieldnote", "echo")
    )
    ratio, goal = ours / echo, GOALS.get((what, statistic))
    target, met = (f"{goal:g} times", ratio <= goal) if goal else ("", True)
    if (what, statistic) == ("ack", "p99"):
        target, met = f"{SLOWEST_ACK * 1000:.0f} ms", ours <= SLOWEST_ACK
    verdict = "" if met else " MISSED"
    print(
        f"| {what} | {statistic} | {ours * 1000:.1f} | {echo * 1000:.1f} | {ratio:.2f} | {target}{verdict} |"
    )
    return met


def at(values: list[float], share: float) -> float:
    """The value that this share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


if __name__ == "__main__":
    main()
