"""A nursery of `fieldnote serve` processes that die when told to: `python -m tests.nothing_lost.runner`.

Imports the program and rehearses once, says so by an empty line, then forks a life for each line of JSON on its
standard input, answers with its pid, and later with `pid status` when it has ended. A life is `bot.app.serve` in a process of its own; what is
patched in it is the moment of its death, and the waits that would take a test too long.
"""

from __future__ import annotations

import gc
import json
import os
import random
import signal
import sys
import tempfile
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial, wraps
from pathlib import Path
from typing import Any

import psycopg  # noqa: F401  # or every life on PostgreSQL would import it anew

from bot import app
from bot.handlers.door import inbox, reader
from bot.handlers.door.afterwards import Afterwards
from bot.handlers.door.inbox import Inbox
from bot.handlers.door.reader import Here
from bot.reminders import calls
from bot.reminders.deliver import Deliverer
from bot.reminders.engine import Engine
from bot.reminders.ladder import Ladders
from bot.reminders.limits import Limits
from bot.settings import Settings
from bot.understand.opinion.advisor import shipped
from playground.demo import running
from playground.person import Someone
from tests.stock import ROSTER

POINTS = ("stored", "drafted", "posted", "settled")
"""After the inbox's commit, after the draft's, after the post, after the outbox's last word.

Also known, for messages that may alarm: before and after the second opinion ("listening", "listened"); for an
alarm's next step: before and after its transaction ("climbing", "climbed"); for any message: between the commit of
its intent and its post ("intended").
"""

REHEARSED = {
    "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean": "[Submit]",
    "that was 5pm": "was: Mon",
    "CRISIS Tobi Okafor ran away from Ms Stone's, just now": "Crisis saved",
}
"""What Dana says, and what she sees then."""


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(point: str, after: float) -> None:
    """Die at this point, the first time it is passed; or `after` so many seconds."""
    place = {
        "stored": (Inbox, "_take", False),
        "drafted": (Deliverer, "send_claimed", False),
        "intended": (Engine, "call", False),
        "posted": (Engine, "call", True),
        "settled": (Afterwards, "_commit", True),
        "listening": (reader, "danger_in", False),
        "listened": (reader, "danger_in", True),
        "climbing": (Ladders, "_climb", False),
        "climbed": (Ladders, "_climb", True),
    }
    if point:
        owner, name, afterwards = place[point]
        setattr(owner, name, deadly(getattr(owner, name), afterwards=afterwards))
    if after:
        threading.Timer(after, die).start()


def deadly(function: Callable[..., Any], *, afterwards: bool) -> Callable[..., Any]:
    @wraps(function)
    def dies(*args: Any, **options: Any) -> Any:
        if not afterwards:
            die()
        result = function(*args, **options)
        die()
        return result

    return dies


def hurry() -> None:
    """Look often. Leases are as long as ever: `lives` ends those of the dead."""
    inbox.SWEEP_EVERY = 0.2
    app.Deliverer = partial(Deliverer, limits=Limits(channel_gap=timedelta(0), idle=0.1))


def live(wish: dict[str, Any]) -> int:
    """One life."""
    random.seed(wish["settings"]["DATABASE_URL"])
    hurry()
    arm(wish["die_at"], wish["die_after"])
    # A reading process of each life's own would take a second to begin; `test_reader_apart` kills those.
    return app.serve(Settings.from_env(wish["settings"]), reader=Here())


def rehearse() -> None:
    """Have tables made, the model loaded, patterns compiled and requests worked here, once, not in every life."""
    shipped()
    with (
        tempfile.TemporaryDirectory(prefix="fieldnote-rehearsal-") as folder,
        running(port=0, folder=Path(folder), roster=ROSTER) as demo,
    ):
        dana = Someone(demo.workspace, "U0DANA")
        for words, answer in REHEARSED.items():
            dana.says(words)
            dana.waits_for(answer)
    calls.trusted()
    gc.collect()
    gc.freeze()


def main() -> None:
    rehearse()
    say()
    watchers: list[threading.Thread] = []
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os.close(0)
            os._exit(live(json.loads(line)))
        say(child)
        watchers.append(threading.Thread(target=tell_the_end, args=(child,), daemon=True))
        watchers[-1].start()


def tell_the_end(child: int) -> None:
    _, status = os.waitpid(child, 0)
    say(child, status)


def say(*numbers: int) -> None:
    """One line, in one write: a fork must find no lock of a buffered stream held."""
    os.write(1, (" ".join(map(str, numbers)) + "\n").encode())


if __name__ == "__main__":
    main()
