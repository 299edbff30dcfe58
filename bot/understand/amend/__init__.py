"""What a worker says about a draft: answers, corrections, additions (READING's words, a draft's facts).

    amendment = amend(agency, facts, text, staff_id=…, sent_at=…, tz=…)

Pure, as `bot.understand.reading.read`. `bot.services.drafts.amending` puts what it says into the draft.
"""

from __future__ import annotations

from bot.understand.amend.glance import at_best, may_concern
from bot.understand.amend.parts import Amendment, Facts, Wish
from bot.understand.amend.reading import amend, amend_each

__all__ = ["Amendment", "Facts", "Wish", "amend", "amend_each", "at_best", "may_concern"]
