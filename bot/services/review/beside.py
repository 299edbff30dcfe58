"""What stands beside a note for whoever reads it: what it counts for, the case's last contacts, buttons."""

from __future__ import annotations

from bot.services import left_behind
from bot.services.desk import Desk
from bot.services.review import note_questions, queue, review
from bot.services.review.counting import counts_of
from storage.queries.reviews import last_contacts
from storage.records import NoteRecord
from storage.reviewed import Beside
from storage.types import NoteStatus


def beside(desk: Desk, note: NoteRecord) -> Beside:
    """All that the reading window shows besides the note, for the actor."""
    asks, decides = note_questions.standing(desk, note), review.decides(desk, note)
    reviews = (decides or asks.may_ask) and note.case_id is not None
    contacts = (
        last_contacts(desk.session, desk.actor, note.case_id or "", but_not=note.id, today=desk.today)
        if reviews
        else ()
    )
    return Beside(
        counts=counts_of(note, desk.policy),
        contacts=contacts,
        may_decide=decides,
        may_ask=asks.may_ask,
        may_answer=asks.may_answer,
        left=left_behind.is_left(desk, note.id),
        reviews=reviews,
        others_waiting=_others(desk, note) if reviews else 0,
    )


def _others(desk: Desk, note: NoteRecord) -> int:
    """How many other notes wait for the actor."""
    own = note.status is NoteStatus.SUBMITTED and note.reviewer is not None
    return queue.length(desk) - (own and note.reviewer is not None and note.reviewer.id == desk.actor.id)
