"""A review of an opened family follows its reviewers as a note's does: leave, delegates, the line, accounts.

Whoever reviews now has the card and owes it, by the same time; comes the one before back, it is theirs again.
Each move is one transaction, and done once however many processes look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.moments import local_date
from bot.rules.reminders import Kind
from bot.rules.reviewer import Office
from bot.services import obligations, outbox
from bot.services.lookups.glass import BROKEN, owe_review, reviewers
from bot.services.review.handing_over import Circumstances, awake
from storage import audit
from storage.models import GlassBreak, Obligation
from storage.types import Lane


@dataclass(frozen=True, slots=True)
class Astray:
    """A review, who owes it (None: nobody), and who reviews it now: the first of `to` is to owe it."""

    glass_id: str
    from_id: str | None
    to: tuple[str, ...]


def astray(session: Session, office: Office, by: Circumstances) -> Iterator[Astray]:
    """What has not been reviewed and is not owed by the first of those who review it on that local day."""
    owed = Obligation.subject_id == GlassBreak.id, Obligation.kind == Kind.GLASS
    rows = session.execute(
        select(GlassBreak, Obligation.person_id)
        .outerjoin(Obligation, (owed[0]) & (owed[1]) & Obligation.closed_at.is_(None))
        .where(GlassBreak.reviewed_at.is_(None))
        .order_by(GlassBreak.id)
    )
    for row, person in rows:
        to = tuple(reviewers(by.agency, office, row, local_date(by.now, by.policy.zone)))
        if to and person != to[0]:
            yield Astray(row.id, person, to)


def pass_on(session: Session, over: Astray, by: Circumstances) -> bool:
    """Have the first of its reviewers owe it, and each new one told; False where it was done meanwhile."""
    row = session.get_one(GlassBreak, over.glass_id, with_for_update=True, populate_existing=True)
    owed = obligations.open_about(session, kind=Kind.GLASS, subject_id=row.id)
    if row.reviewed_at is not None or over.from_id != (owed[0].person_id if owed else None):
        return False
    owe_review(session, row, over.to[0], now=by.now, zone=by.policy.zone)
    for person in over.to:
        outbox.put(
            session,
            # Whoever had the card before is not told anew; it is drawn as it stands.
            dedupe_key=f"{BROKEN}:{row.id}:{person}",
            kind=BROKEN,
            recipient_id=person,
            now=by.now,
            due_at=awake(person, None, by),
            lane=Lane.URGENT,
            subject_id=row.id,
        )
    outbox.ask_redraw(session, row.id, by.now)
    audit.record(
        session,
        at=by.now,
        actor_id=None,
        action="lookup.glass_reassigned",
        subject_kind="case",
        subject_id=row.case_id,
        details={"glass": row.id, "from": over.from_id, "to": over.to[0]},
    )
    return True
