"""The crisis that somebody has on their hands just now: whom words mean, whether they are about its note.

Whoever works on one writes about it in few words: "Rosa said don't wake her", "does Luz have allergies".
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, or_, select

from bot.rules.on_call import on_call_at
from bot.services import notes
from bot.services.crisis import ladder, told
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.drafts import amending
from bot.understand.danger.responding import corrects, is_news
from bot.understand.danger.turns import turns
from bot.understand.names.text import split_name
from storage.models import CrisisCall, CrisisEntry, Note, OutboxItem
from storage.types import CRISIS_GOING_ON, NoteStatus

LATELY = timedelta(hours=12)
IN_HAND = timedelta(hours=2)
"""How long after the call or its last line words without a clock may lean on it ("called police, #4471")."""
_MOST = 6
_MINE = (
    select(CrisisCall.id)
    .where(
        CrisisCall.status.in_(CRISIS_GOING_ON),
        CrisisCall.opened_at > bindparam("since"),
        or_(
            CrisisCall.reported_by_id == bindparam("actor_id"),
            CrisisCall.acknowledged_by_id == bindparam("actor_id"),
        ),
    )
    .order_by(CrisisCall.opened_at.desc())
    .limit(_MOST)
)
_ON_THE_TABLE = ("note_card", "plan")


def calls(desk: Desk, at: datetime) -> Sequence[CrisisCall]:
    """The actor's own that go on, reported by them or taken on: the newest first."""
    whose = {"actor_id": desk.actor.id, "since": at - LATELY}
    # Asked of many a message before its card, and hardly ever is there one: the rows are read where there is.
    found = desk.session.connection().execute(_MINE, whose).scalars().all()
    return [desk.session.get_one(CrisisCall, call_id) for call_id in found]


def last_line(desk: Desk, call: CrisisCall) -> datetime:
    """The call, or what was said of it last."""
    said = select(func.max(CrisisEntry.said_at)).where(
        CrisisEntry.crisis_id == call.id, CrisisEntry.kind == told.SAID
    )
    return max(call.opened_at, desk.session.scalar(said) or call.opened_at)


def in_hand(desk: Desk, call: CrisisCall, at: datetime) -> bool:
    """Whether words without a clock may still lean on it."""
    return at <= last_line(desk, call) + IN_HAND


def is_last(desk: Desk, call: CrisisCall) -> bool:
    """Whether the actor has drafted or planned nothing else since the call or its last line."""
    later = (
        OutboxItem.recipient_id == desk.actor.id,
        OutboxItem.kind.in_(_ON_THE_TABLE),
        OutboxItem.created_at > last_line(desk, call),
        OutboxItem.subject_id != (call.note_id or ""),
    )
    return desk.session.scalar(select(OutboxItem.id).where(*later).limit(1)) is None


def answers_its_note(
    desk: Desk, call: CrisisCall, words: str, sent_at: datetime, *, whole: bool = False
) -> bool:
    """Whether the words answer what the call's note asks, or put it right: they are for the note.

    `whole`: they tell an event: an answer would keep an hour or a way of it and lose all else.
    """
    if (is_news(words) or turns(words)) and not corrects(words):
        return False  # "they found him at the station 930": no hour that the note asks for
    row = desk.session.get(Note, call.note_id) if call.note_id else None
    if row is None or row.author_id != desk.actor.id or row.status is not NoteStatus.DRAFT:
        return False
    heard = amending.heard(desk, notes.read(desk, row.id), words, sent_at)
    child = "child" in (*(q.slot for q in heard.asks), *heard.answered)
    return (
        heard.wish is not None or heard.strong or child or bool(heard.answered and not (heard.kept or whole))
    )


def holders(desk: Desk, call: CrisisCall) -> list[str]:
    """Staff whom its words mean by a first name: who has it, who was alerted, who is on call, the case's."""
    case = desk.agency.cases.get(case_of(desk.session, call) or "")
    worker = case.primary_worker_id if case else None
    supervisor = desk.agency.supervisor_of(worker) if worker else None
    ids = [call.acknowledged_by_id, *(step.person_id for step in ladder.taken(desk.session, call.id))]
    ids += [duty.staff_id for duty in on_call_at(desk.now, desk.agency.roster.shifts)]
    ids += [worker, supervisor.id if supervisor else None]
    return [i for i in dict.fromkeys(ids) if i and i in desk.agency.staff and i != desk.actor.id]


def holder_named(desk: Desk, call: CrisisCall, words: set[str]) -> str | None:
    """The one of them who stands there by a first name, or None."""
    firsts = ((i, split_name(desk.agency.staff[i].name.split(" ")[0])) for i in holders(desk, call))
    # "Mei-Ling" is two words, of which the first alone may be somebody else's.
    return next((i for i, first in firsts if first and words.issuperset(first)), None)
