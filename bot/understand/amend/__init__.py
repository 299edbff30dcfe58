"""What a worker says about a draft: answers, corrections, additions (READING's words, a draft's facts).

    amendment = amend(agency, facts, text, staff_id=…, sent_at=…, tz=…)

Pure, as `bot.understand.reading.read`. `bot.services.amending` puts what it says into the draft.
"""

from __future__ import annotations

from bot.understand.amend.parts import Amendment, Facts, Wish
from bot.understand.amend.reading import amend, may_concern

__all__ = ["Amendment", "Facts", "Wish", "amend", "may_concern"]
