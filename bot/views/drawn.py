"""What a view gives to whoever posts it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that is given to somebody; its name and title name nobody, for a lock screen shows them.

    `make` draws it, at the last moment and outside any transaction, for that takes a while.
    """

    stem: str
    title: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message ready to be posted.

    `text` is what a lock screen shows: nameless (DOMAIN 7) and never empty. `clear_at`: when its words
    are taken out of the chat. With a `paper` that file is given, with `text` beside it and without blocks.
    """

    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)
    clear_at: datetime | None = None
    paper: Paper | None = None
