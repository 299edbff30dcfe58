"""`python -m bot.understand.apart FD`: read what comes over the line FD, until its other end is gone."""

from __future__ import annotations

import signal
import sys
from multiprocessing.connection import Connection

from bot.understand.apart.worker import Worker


def main() -> None:
    """Answer until the bot is gone, whatever it died of."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # the bot ends first, and finishes what it has in hand
    Worker(Connection(int(sys.argv[1]))).run()


if __name__ == "__main__":
    main()
