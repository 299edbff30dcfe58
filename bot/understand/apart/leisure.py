"""Garbage is collected while nobody waits: in the midst of a reading a whole collection takes 20 to 40 ms."""

from __future__ import annotations

import gc

_YOUNG, _OLDER, _ALL = 0, 1, 2
_OLDER_EVERY, _ALL_EVERY, _WITHOUT_REST = 16, 512, 64
"""Answers; the last: after so many without a rest it is done even though somebody waits."""


class Leisure:
    """Switches the interpreter's own collections off, and has them between two jobs instead."""

    def __init__(self) -> None:
        self._rests = self._since = 0
        self._grown = True
        gc.disable()

    def grown(self) -> None:
        """Much was loaded that stays, like an agency's roster."""
        self._grown = True

    def after_an_answer(self, somebody_waits: bool) -> None:
        """Collect what the last jobs left, unless somebody waits."""
        self._since += 1
        if somebody_waits and self._since < _WITHOUT_REST:
            return
        self._since = 0
        self._rests += 1
        if self._grown:
            self._keep()
        elif self._rests % _ALL_EVERY == 0:
            gc.collect(_ALL)
        else:
            gc.collect(_OLDER if self._rests % _OLDER_EVERY == 0 else _YOUNG)

    def _keep(self) -> None:
        """Leave out what is loaded now from later collections; what the last roster left is let go first."""
        self._grown = False
        gc.unfreeze()
        gc.collect(_ALL)
        gc.freeze()
