"""A message that may be about a draft: as it came, and as it was read by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.understand.parts import Item, Reading

_WHO = frozenset({"child", "person"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it came, and as it was read by itself."""

    channel: str
    ts: str
    thread_ts: str | None
    text: str
    sent_at: datetime
    reading: Reading
    voice: bool = False

    @property
    def item(self) -> Item | None:
        """The first event that it tells by itself."""
        return self.reading.contacts[0] if self.reading.contacts else None

    @property
    def tells_of_somebody(self) -> bool:
        """Whether it tells by itself what was done with whom, be that one of several, who is to be asked."""
        if self.item is None:
            return False
        asked = any(q.slot in _WHO and q.candidates and not q.item for q in self.reading.questions)
        named = self.item.children or self.item.people
        return bool(self.item.types and named) or bool(self.item.on and asked)

    @property
    def whole(self) -> bool:
        """Whether it is a log with all that makes one: what, with whom, which day."""
        return self.tells_of_somebody and bool(self.item and self.item.on)
