"""How soon a look-up is answered among 20,000 contacts: `python benchmarks/lookup_latency.py`.

250 workers of 25 units with 16 families each; one person at a time asks for a number, an address or alerts of
an own family, in words. Beside it, in turns, the durable echo bot of `latency.py`. `COUNT=200` sets the
messages. Exit code 1 where the median is above 100 ms or the 99th percentile above 300 ms, by the wall clock.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import bots
from latency import at
from lookup_world import World

COUNT = int(os.environ.get("COUNT", "200"))
WARM_UP, PAUSE = 20, 0.1
GOALS = {0.5: 0.100, 0.99: 0.300}
ASKS = (
    "number for {}'s foster parent",
    "# for {} fm??",
    "address for {}",
    "any allergies for {}?",
    "direccion de {}",
)


def asked(world: World, rng: Random) -> Iterator[dict[str, str]]:
    """One worker at a time, about an own child."""
    owned = [c for c in world.children.values() if world.cases[c["case_id"]]["status"] == "open"]
    while True:
        child = rng.choice(owned)
        worker = world.cases[child["case_id"]]["primary_worker_id"]
        name = f"{child['first_name']} {child['last_name']}"
        yield {world.staff[worker]["slack_user_id"]: rng.choice(ASKS).format(name)}


def main() -> None:
    rng = Random(11)
    world = World(rng, cases_each=16).build(units=25, each=10)
    with tempfile.TemporaryDirectory() as home:
        roster = Path(home) / "roster"
        roster.mkdir()
        world.write(roster)
        print(
            f"{len(world.contacts):,} contacts, {len(world.children):,} children, {len(world.staff)} staff",
            flush=True,
        )
        with bots.fieldnote(Path(home), roster) as ours, bots.echo(Path(home), roster) as echo:
            times = measured([ours, echo], asked(world, rng))
            answers = [c for c in ours.workspace.calls if c.method == "chat.postMessage"]
    told = sum(
        "tel:" in str(c.args) or "\u26a0" in str(c.args) or "No alerts" in str(c.args) for c in answers
    )
    print(f"{told} of {len(answers)} posts are answers\n| | median | p99 |\n| --- | --- | --- |")
    for name, cards in times.items():
        print(f"| {name} | {1000 * at(cards, 0.5):.1f} | {1000 * at(cards, 0.99):.1f} |")
    raise SystemExit(any(at(times["fieldnote"], share) > goal for share, goal in GOALS.items()))


def measured(both: list[bots.Bot], messages: Iterator[dict[str, str]]) -> dict[str, list[float]]:
    """Both in turns, so that whatever else the machine does meets both alike."""
    times: dict[str, list[float]] = {each.name: [] for each in both}
    for number in range(WARM_UP + COUNT):
        said = next(messages)
        for each in both:
            heard = each.hear(said)
            if number >= WARM_UP:
                times[each.name] += [told.card for told in heard]
            time.sleep(PAUSE)
    return times


if __name__ == "__main__":
    main()
