"""What a view gives to whoever posts it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Drawn:
    """A message ready to be posted.

    `text` is what a lock screen shows: nameless (DOMAIN 7) and never empty. `clear_at`: when its words
    are taken out of the chat.
    """

    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)
    clear_at: datetime | None = None
