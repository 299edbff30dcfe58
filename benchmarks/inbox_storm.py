"""What arrives, under storm: `python -m benchmarks.inbox_storm` (part of `make bench-reliability`).

`R4` or `R5`, `sqlite` or `postgres` behind it choose a part. R4: messages keep coming while the program
is killed again and again, and Slack tries again what was not acknowledged. R5: every payload four
times, shuffled, over three processes. Real processes of `fieldnote serve` on both databases. Quick
figures by default, `FULL=1` the whole ones. Exit code 1 where anything was lost or doubled.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from playground import acts
from playground.records import Envelope
from playground.workspace import PATIENCE
from storage.models import InboxItem, Note, OutboxItem
from storage.types import OutboxState
from tests.databases import PostgresServer
from tests.nothing_lost.lives import Nursery, Place, place

FULL = os.environ.get("FULL") == "1"
ROSTER = Path(__file__).parents[1] / "tests" / "conversations" / "roster"
SOCKETS = 3
MOST_OPEN = 200
"""Messages that Slack delivers at once: it sends an app 30,000 an hour, and never thousands in a second."""
WORDS = {
    "U0DANA": "h/v Maya Okafor yesterday 4pm at Ms Stone's, 45 min, kids healthy",
    "U0KIM": "t/c to Ms Stone yesterday 10am re: clinic, 10 min, she will call back",
    "U0SAM": "saw Tobi Okafor yesterday at the foster home, 30 min, he is well",
}


@dataclass(frozen=True)
class Storm:
    """What became of it."""

    events: int
    kills: int
    seconds: float
    acknowledged: int
    lost: int
    doubled: int

    def show(self, name: str, database: str) -> str:
        values = (name, database, self.events, self.acknowledged, self.kills, f"{self.seconds:.1f}")
        return "| " + " | ".join(map(str, (*values, self.lost, self.doubled))) + " |"


def kills_in_a_burst(here: Place, nursery: Nursery, *, events: int, kills: int, seed: int = 4) -> Storm:
    """R4: so many messages, so many SIGKILLs at random moments while they come."""
    chance, started = random.Random(seed), time.monotonic()
    ended = threading.Event()
    speaker = threading.Thread(target=_keep_talking, args=(here, events, random.Random(seed), ended))
    life = here.lives(nursery)
    here.server.wait_for_bot()
    speaker.start()
    for _ in range(kills):
        time.sleep(chance.uniform(0.02, 0.6))
        life.kill()
        life = here.lives(nursery)
        here.server.wait_for_bot()
    ended.set()
    speaker.join()
    _until_done(here, events)
    life.kill()
    return _judged(here, events, kills, time.monotonic() - started)


def _keep_talking(here: Place, events: int, chance: random.Random, hurry: threading.Event) -> None:
    """Says them all, most while the storm goes on, the rest at its end as fast as they are acknowledged."""
    for _ in range(events):
        user = chance.choice(list(WORDS))
        acts.say(here.workspace, user, WORDS[user])
        hurry.wait(chance.uniform(0.01, 0.08))
        here.workspace.wait_until(lambda: here.workspace.deliveries.open_count() < MOST_OPEN, PATIENCE)


def four_times_each(here: Place, nursery: Nursery, *, events: int, seed: int = 5) -> Storm:
    """R5: every payload four times, shuffled, over as many processes as there are sockets."""
    started, chance = time.monotonic(), random.Random(seed)
    lives = [nursery.start(here.settings) for _ in range(SOCKETS)]
    here.server.wait_for_bot(connections=SOCKETS)
    here.workspace.deliveries.hold()
    for _ in range(events):
        user = chance.choice(list(WORDS))
        acts.say(here.workspace, user, WORDS[user])

    def fourfold(held: list[Envelope]) -> list[Envelope]:
        return chance.sample(held * 4, len(held) * 4)

    here.workspace.deliveries.release(fourfold)
    _until_done(here, events)
    for life in lives:
        life.kill()
    return _judged(here, events, 0, time.monotonic() - started)


def _until_done(here: Place, events: int) -> None:
    """Every payload answered or given up, every stored request worked, every answer sent."""
    deadline = time.monotonic() + 60 + events / 2
    while time.monotonic() < deadline and not _is_done(here):
        time.sleep(0.2)
    here.workspace.settled(quiet=1.5)


def _is_done(here: Place) -> bool:
    if here.workspace.deliveries.open_count():
        return False
    with here.database.reading() as session:
        unworked = session.scalar(select(func.count()).where(InboxItem.done_at.is_(None)))
        unsent = session.scalar(select(func.count()).where(OutboxItem.state != OutboxState.SENT))
    return not unworked and not unsent


def _judged(here: Place, events: int, kills: int, seconds: float) -> Storm:
    """Lost: acknowledged, and no draft or no card. Doubled: a second draft or a second card."""
    said = {e.payload["event"]["ts"]: e for e in here.workspace.deliveries.sent if _is_told(e)}
    acknowledged = [ts for ts, envelope in said.items() if envelope.state == "acked"]
    with here.database.reading() as session:
        notes = dict(session.execute(select(Note.id, Note.source_ts)).all())
        rows = dict(session.execute(select(OutboxItem.id, OutboxItem.subject_id)).all())
    marks = list(_marks(here))
    drafts, cards = Counter(notes.values()), Counter(notes[note] for mark in marks if (note := rows[mark]))
    # Beside the cards: the word that a note of the same children, day and hour is there already.
    words = Counter(mark for mark in marks if not rows[mark])
    lost = sum(1 for ts in acknowledged if not drafts[ts] or not cards[ts])
    doubled = sum(n - 1 for n in (*drafts.values(), *cards.values(), *words.values()) if n > 1)
    return Storm(events, kills, seconds, len(acknowledged), lost, doubled)


def _is_told(envelope: Envelope) -> bool:
    return envelope.kind == "events_api" and envelope.payload["event"].get("user") in WORDS


def _marks(here: Place) -> Iterator[str]:
    """The outbox id that each message carries."""
    for user in WORDS:
        for message in here.workspace.conversations.visible_to(user):
            if message.from_bot and message.metadata:
                yield message.metadata["event_payload"]["id"]


# -- both databases


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/storm.sqlite3"


@contextmanager
def postgres() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        server = PostgresServer(Path(folder))
        try:
            yield server.url
        finally:
            server.stop()


def main() -> None:
    scenarios: dict[str, Callable[[Place, Nursery], Storm]] = {
        "R4 kills in a burst": lambda here, nursery: kills_in_a_burst(
            here, nursery, events=10_000 if FULL else 200, kills=200 if FULL else 6
        ),
        "R5 four times each": lambda here, nursery: four_times_each(
            here, nursery, events=1_000 if FULL else 50
        ),
    }
    nursery, good = Nursery(), True
    print("| scenario | database | events | acknowledged | kills | seconds | lost | doubled |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    wanted = sys.argv[1:]
    chosen = [name for name in scenarios if name[:2] in wanted or not {"R4", "R5"} & set(wanted)]
    places = [each for each in (sqlite, postgres) if each.__name__ in wanted]
    for name in chosen:
        scenario = scenarios[name]
        for database in places or (sqlite, postgres):
            with database() as url, place(url, ROSTER) as here:
                storm = scenario(here, nursery)
            print(storm.show(name, database.__name__), flush=True)
            good = good and not storm.lost and not storm.doubled
    nursery.close()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
