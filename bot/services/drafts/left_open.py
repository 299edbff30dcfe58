"""Drafts that were begun and left, words that wait for an answer: whose, and when they are offered again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from bot.rules.moments import at_local, local_date
from bot.rules.policy import Policy
from bot.rules.quiet import quiet_now
from bot.services import notes, outbox
from bot.services.desk import Desk
from storage.models import Note, NoteVersion, OutboxItem, Remark, Staff
from storage.queries.notes import notes_of
from storage.records import NoteRecord
from storage.types import Lane, NoteStatus

KIND = "left_open"
AT_REST = timedelta(minutes=15)
"""A draft that was touched within this is still being worked on, and not abandoned."""
ASKED = ("which", "add_or_new", "add_or_raise", "answer")
"""What is asked of words that stand in no note as long as nobody answers."""
_MOST = 10
_MOST_WORDS = 5


def offer(session: Session, policy: Policy, now: datetime) -> int:
    """Write down one message for each person whose evening it is and who has left something; how many.

    Once a day and person, in their own zone, from the profile's hour until the quiet hours; a draft that was
    left later is offered the next evening, and so on until it is submitted or discarded.
    """
    waiting = unoffered(session, policy, now)
    for key, (person_id, day) in waiting.items():
        tz = ZoneInfo(session.get_one(Staff, person_id).timezone)
        outbox.put(
            session,
            dedupe_key=key,
            kind=KIND,
            recipient_id=person_id,
            now=now,
            lane=Lane.DIGEST,
            subject_id=key,
            details={"day": day.isoformat()},
            expires_at=at_local(day, policy.quiet.starts, tz),
        )
    return len(waiting)


def unoffered(session: Session, policy: Policy, now: datetime) -> dict[str, tuple[str, date]]:
    """Whom `offer` has still to write to, and for which of their days, by the message's key. Only reads."""
    keys = {
        key_of(person_id, day): (person_id, day)
        for person_id, zone in _with_drafts(session, now)
        if (day := _evening(now, ZoneInfo(zone), policy)) is not None
    }
    known = set(session.scalars(select(OutboxItem.dedupe_key).where(OutboxItem.dedupe_key.in_(keys))))
    return {key: whom for key, whom in keys.items() if key not in known}


def key_of(person_id: str, day: date) -> str:
    """What the message of that person's local day is about: its dedupe key, and its card's subject."""
    return f"{KIND}:{person_id}:{day}"


def keys_lately(desk: Desk) -> list[str]:
    """Those of the actor's messages of this evening and the last, which may still stand in the chat."""
    day = local_date(desk.now, ZoneInfo(desk.actor.timezone))
    return [key_of(desk.actor.id, day), key_of(desk.actor.id, day - timedelta(days=1))]


def _with_drafts(session: Session, now: datetime) -> Sequence[tuple[str, str]]:
    touched = (
        select(NoteVersion.note_id, func.max(NoteVersion.made_at).label("at"))
        .join(Note, Note.id == NoteVersion.note_id)
        .where(Note.status == NoteStatus.DRAFT)
        .group_by(NoteVersion.note_id)
        .subquery()
    )
    drafts = (
        select(Note.author_id, Staff.timezone)
        .join(Staff, Staff.id == Note.author_id)
        .join(touched, touched.c.note_id == Note.id)
        .where(Note.status == NoteStatus.DRAFT, touched.c.at <= now - AT_REST)
    )
    words = (
        select(Remark.staff_id, Staff.timezone)
        .join(Staff, Staff.id == Remark.staff_id)
        .where(Remark.asks.in_(ASKED), Remark.made_at <= now - AT_REST)
    )
    return [(row[0], row[1]) for row in session.execute(union(drafts, words))]


def _evening(now: datetime, tz: ZoneInfo, policy: Policy) -> date | None:
    """The person's local day, where its evening has come and its quiet hours have not."""
    day = local_date(now, tz)
    begun = now >= at_local(day, policy.digest.evening, tz)
    return day if begun and quiet_now(now, tz=tz, policy=policy) is None else None


def left_open(desk: Desk) -> tuple[list[NoteRecord], int]:
    """The actor's drafts, those due first, and how many there are beyond what a message shows."""
    found = notes_of(
        desk.session,
        desk.actor,
        today=desk.today,
        statuses=(NoteStatus.DRAFT,),
        author_id=desk.actor.id,
        most=50,
    )
    by_due = sorted(found, key=lambda n: (n.due_at is None, n.due_at or desk.now, n.id))
    return [notes.read(desk, n.id) for n in by_due[:_MOST]], max(0, len(by_due) - _MOST)


def in_no_note(desk: Desk) -> list[tuple[Remark, list[NoteRecord]]]:
    """The actor's words of which it was asked where they belong, oldest first, with the notes in question."""
    query = (
        select(Remark)
        .where(Remark.staff_id == desk.actor.id, Remark.asks.in_(ASKED))
        .order_by(Remark.made_at, Remark.id)
        .limit(_MOST_WORDS)
    )
    return [(r, [notes.read(desk, i) for i in r.candidates]) for r in desk.session.scalars(query)]
