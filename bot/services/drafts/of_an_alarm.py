"""The note of an alarm whose child is not known yet: news of somebody does not tell whose emergency it was.

"No the other one, thompson says mateo is asleep now" must not make a resuscitation Mateo's: that is asked.
"""

from __future__ import annotations

from sqlalchemy import select

from bot.services.desk import Desk
from bot.services.drafts.heard import Heard
from bot.understand.amend import Amendment
from bot.understand.danger.responding import is_news
from bot.understand.parts import Intent
from storage.models import CrisisCall
from storage.records import NoteRecord

_FEW = 6
"""Words of an answer: "it's Maya Lindgren, not Tobi"."""


def names_by_the_way(desk: Desk, said: Heard, note: NoteRecord, amendment: Amendment) -> bool:
    """Whether the note is an alarm's, and would get its child from words that tell something else."""
    if "child" not in amendment.answered or note.case_id is not None:
        return False
    tells = said.reading.intent is Intent.LOG_CONTACT and len(said.text.split()) > _FEW
    if not (tells or is_news(said.text)):
        return False
    call = select(CrisisCall.id).where(CrisisCall.note_id == note.id)
    return desk.session.scalar(call.limit(1)) is not None
