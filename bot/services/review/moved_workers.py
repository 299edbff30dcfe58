"""A worker who was put under another supervisor: both are told where the open reviews went.

The one who has them now gets each note's card (`handing_over`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.reviewer import line_above
from bot.services import outbox
from bot.services.desk import Desk
from bot.understand.agency import Agency
from storage.models import Delegate, Leave
from storage.queries.people import gone
from storage.reviewed import Moved

TOLD = "worker_moved"
_STOOD_IN = timedelta(days=7)
"""Who stood in so lately gives the reviews back: that is no news of the roster."""


def tell(
    session: Session,
    agency: Agency,
    *,
    author_id: str,
    from_id: str,
    to_id: str,
    now: datetime,
    awake: Callable[[str], datetime],
) -> None:
    """Tell both, once a day, where `from_id` is above the author no longer and stood in for nobody.

    `awake`: from when on somebody may be written to.
    """
    above = line_above(author_id, staff=agency.staff)
    if not above or from_id in {*above, *gone(session)} or _stood_in(session, from_id, now):
        return
    for person_id in (from_id, author_id):
        outbox.put(
            session,
            dedupe_key=f"{TOLD}:{author_id}:{from_id}:{to_id}:{person_id}:{now.date()}",
            kind=TOLD,
            recipient_id=person_id,
            now=now,
            due_at=awake(person_id),
            details={"author": author_id, "from": from_id, "to": to_id},
        )


def moved(desk: Desk, details: Mapping[str, str]) -> Moved | None:
    """What is told, as the roster stands now; None where somebody of it is no longer there."""
    author, before, after = (
        desk.agency.staff.get(details.get(name, "")) for name in ("author", "from", "to")
    )
    under = desk.agency.supervisor_of(author.id) if author else None
    if author is None or before is None or after is None or under is None:
        return None
    return Moved(author.id, author.name, under.name, before.name, after.name)


def _stood_in(session: Session, person_id: str, now: datetime) -> bool:
    since = now.date() - _STOOD_IN
    named = select(Delegate.id).where(Delegate.delegate_id == person_id, Delegate.last_day >= since)
    covers = select(Leave.id).where(Leave.covering_staff_id == person_id, Leave.last_day >= since)
    return session.scalar(named.union_all(covers).limit(1)) is not None
