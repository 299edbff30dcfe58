"""Questions on a note and their answers: a short thread that stays with the note's record (DOMAIN 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import aliased

from bot.errors import NotAllowed, Outdated, Unusable
from bot.rules.permissions import may_ask_about
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.notes import read
from bot.services.office import note_ties, office_on
from storage.models import Note, NoteQuestion, PostedCard
from storage.records import NoteRecord
from storage.types import NoteStatus

ASKED, ANSWERED = "note_asked", "note_answered"
LONGEST = 2500
ON_ONES_MIND = timedelta(days=2)
"""How long after a question words that stand nowhere may be its answer."""
_PRIVATE = (NoteStatus.DRAFT, NoteStatus.DISCARDED)
_LATER = aliased(NoteQuestion)
_ASKED_OF = (
    select(NoteQuestion.note_id)
    .join(Note, Note.id == NoteQuestion.note_id)
    .where(
        Note.author_id == bindparam("author_id"),
        Note.status.not_in(_PRIVATE),
        NoteQuestion.said_by_id != Note.author_id,
        NoteQuestion.said_at >= bindparam("since"),
        ~exists().where(_LATER.note_id == NoteQuestion.note_id, _LATER.said_at > NoteQuestion.said_at),
    )
    .order_by(NoteQuestion.said_at.desc(), NoteQuestion.id)
    .limit(9)
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the actor can do in a note's thread of questions."""

    may_ask: bool = False
    may_answer: bool = False


def standing(desk: Desk, note: NoteRecord) -> Standing:
    """Whether the actor may ask about the note, and whether a question waits for the actor's answer."""
    if note.status in _PRIVATE:
        return Standing()
    office = office_on(desk.session, desk.agency, desk.today)
    ties = note_ties(note, desk.agency, office, desk.today)
    return Standing(
        may_ask=may_ask_about(desk.me, ties) and note.author.id not in office.gone,
        may_answer=waits_for_author(note) and desk.actor.id == note.author.id,
    )


def waits_for_author(note: NoteRecord) -> bool:
    """Whether the last word in the thread is somebody else's than the author's."""
    return bool(note.questions) and note.questions[-1].by.id != note.author.id


def asked_lately(desk: Desk) -> Sequence[str]:
    """Ids of the actor's notes about which a question waits, since `ON_ONES_MIND` at most; newest first."""
    values = {"author_id": desk.actor.id, "since": desk.now - ON_ONES_MIND}
    return desk.session.connection().execute(_ASKED_OF, values).scalars().all()


def ask(desk: Desk, note_id: str, words: str, *, key: str) -> NoteRecord:
    """Ask the author about the note, who is told; the same `key` asks once.

    Unusable without words or where they are too many; NotAllowed for who does not review the author.
    """
    note = read(desk, note_id)
    if not standing(desk, note).may_ask:
        raise NotAllowed("Questions on a note are asked by those who review its author.")
    _say(desk, note, words, to_id=note.author.id, kind=ASKED, key=key)
    return read(desk, note_id)


def answer(desk: Desk, note_id: str, words: str, *, key: str) -> NoteRecord:
    """Answer the last question about one's own note; whoever asked is told. The same `key` answers once.

    Outdated where nothing is asked, NotAllowed for anybody but the author, Unusable as in `ask`.
    """
    note = read(desk, note_id)
    if desk.actor.id != note.author.id:
        raise NotAllowed("The note's author answers.")
    if not note.questions:
        raise Outdated("Nothing is asked about this note.")
    asker = next((each.by.id for each in reversed(note.questions) if each.by.id != note.author.id), None)
    _say(desk, note, words, to_id=asker or note.author.id, kind=ANSWERED, key=key)
    return read(desk, note_id)


def _say(desk: Desk, note: NoteRecord, words: str, *, to_id: str, kind: str, key: str) -> None:
    if not words.strip():
        raise Unusable("That needs words.")
    if len(words) > LONGEST:
        raise Unusable(f"That is too long: {LONGEST:,} characters at most.")
    said_id = str(uuid5(UUID(note.id), f"{desk.actor.id}:{kind}:{key}"))
    if desk.session.get(NoteQuestion, said_id) is not None:
        return
    desk.session.add(
        NoteQuestion(
            id=said_id,
            note_id=note.id,
            said_by_id=desk.actor.id,
            to_id=to_id,
            words=words.strip(),
            said_at=desk.now,
        )
    )
    outbox.put(
        desk.session,
        dedupe_key=f"{kind}:{said_id}",
        kind=kind,
        recipient_id=to_id,
        now=desk.now,
        subject_id=note.id,
    )
    desk.record(kind.replace("_", "."), note.id, details={"question": said_id})
    outbox.ask_redraw(desk.session, note.id, desk.now)
    desk.session.flush()


def asked_in(desk: Desk, channel: str, thread_ts: str | None) -> str | None:
    """The note about whose question that thread of the actor's is; None where it is about none."""
    if thread_ts is None:
        return None
    return desk.session.scalar(
        select(PostedCard.subject_id).where(
            PostedCard.channel == channel,
            PostedCard.ts == thread_ts,
            PostedCard.kind == ASKED,
            PostedCard.staff_id == desk.actor.id,
        )
    )
