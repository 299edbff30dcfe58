"""When: the time grammar of the reading, English and Spanish; `find` for events, `period` for questions."""

from bot.understand.when.combine import EventTime, combine, events
from bot.understand.when.finding import find
from bot.understand.when.periods import period

__all__ = ["EventTime", "combine", "events", "find", "period"]
