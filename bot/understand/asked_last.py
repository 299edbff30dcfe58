"""A question to the bot at the end of what is told: "saw Leo at 4. What's his lawyer's number?"."""

from __future__ import annotations

import re

from bot.understand.asking import LOOKUPS
from bot.understand.pleasantries import only_pleasant
from bot.understand.saying import CLOCK, found, opens, past_verb, without_filler
from bot.understand.text import decoded
from bot.understand.words import plain
from bot.understand.written import written_out

_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_MOST = 14
"""Words of such a question; a longer one tells something."""
_WANTED = (*LOOKUPS, "on_call")


def asked_last(text: str) -> str | None:
    """The last sentence of a message, where it asks for a number, a fact or the rota; else None. Pure."""
    parts = [part for part in _END.split(text.strip()) if part.strip() and not only_pleasant(part)]
    if len(parts) < 2 or len(parts[-1].split()) > _MOST:
        return None
    words = plain(written_out(decoded(parts[-1])).text).text
    asks = opens(without_filler(words)) and not CLOCK.search(words) and not past_verb(words)
    return parts[-1].strip() if asks and any(found("asking", key, words) for key in _WANTED) else None
