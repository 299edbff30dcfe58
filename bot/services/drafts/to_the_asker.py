"""Words that may answer what a reviewer asked about a note, sent as a message, not in the question's thread.

A question comes as a message and is answered as one. Unasked, the answer would be "I could make nothing of
these words", or a new note with every field to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.services.desk import Desk
from bot.services.drafts.continuing import may_go_on
from bot.services.drafts.heard import Heard
from bot.services.review import note_questions
from bot.understand.parts import Intent
from bot.understand.wants.pleasantries import only_pleasant
from bot.understand.writing.text import folded

_YES_OR_NO = re.compile(r"\W*(?:yes|yeah|yep|yup|no|nope|nah|si|right|correct|true|both|neither|ambos)(?!\w)")


def may_answer(said: Heard) -> bool:
    """A cheap look, no database: whether the words tell of no event by themselves."""
    if said.thread_ts or "?" in said.text:
        return False
    if said.reading.intent is Intent.OTHER:
        return not only_pleasant(said.text) or _YES_OR_NO.match(folded(said.text)) is not None
    return may_go_on(said)


def asked_about(desk: Desk, said: Heard) -> Sequence[str]:
    """Ids of the actor's notes about which somebody asks, where the words may be the answer; else none."""
    return note_questions.asked_lately(desk) if may_answer(said) else ()
