"""The advisor loaded in the background, while the program already reads by rules."""

from __future__ import annotations

import threading

from bot.understand.opinion.advisor import RULES_ALONE, Advisor, shipped


class Opinion:
    """The shipped advisor: at once what there is of it, or all of it for who can wait."""

    def __init__(self) -> None:
        self._loaded: Advisor | None = None

    def start(self) -> None:
        """Load it in a thread of its own; some two seconds."""
        threading.Thread(target=self.whole, name="opinion", daemon=True).start()

    @property
    def ready(self) -> Advisor:
        """The advisor, or the rules alone for as long as it is being loaded."""
        return self._loaded or RULES_ALONE

    def whole(self) -> Advisor:
        """The advisor; waited for."""
        self._loaded = shipped()
        return self._loaded
