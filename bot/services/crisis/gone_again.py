"""A child of a crisis is gone, again or now: an alarm with its own clocks, for those who are on it.

A second flight is a second report to the police: the checklist of the first, ticked perhaps, does not count
for it. Nor does it wait for somebody to tap *New alarm*.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select

from bot.rules.incidents import Incident
from bot.services.crisis import at_hand, crisis, ladder, reports_due, told
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.understand.danger.gone_again import gone, gone_again
from bot.understand.danger.incidents import incidents_in
from bot.understand.danger.responding import closes, is_news
from bot.understand.names.text import split_name
from bot.understand.parts import Intent, Reading
from storage.models import CrisisCall, CrisisEntry
from storage.types import CrisisStatus

_MOST = 6


def call_meant(desk: Desk, words: str, at: datetime, case_id: str | None) -> CrisisCall | None:
    """The crisis whose child the words say is gone: one that the actor has on their hands, or had just now.

    `case_id`: the family that they name, if one. None where no crisis is meant, or more than one may be.
    """
    found: dict[str, CrisisCall] = {}
    for call in (*at_hand.calls(desk, at), *_closed_lately(desk, at)):
        family = case_of(desk.session, call)
        if family and case_id in (None, family) and _news(desk, call, words, family):
            found.setdefault(family, call)
    return next(iter(found.values())) if len(found) == 1 else None


def news_of(desk: Desk, call: CrisisCall, words: str) -> bool:
    """Whether the words say that this crisis's child is gone, and that was not what it was about till now."""
    family = case_of(desk.session, call)
    return family is not None and _news(desk, call, words, family)


def _closed_lately(desk: Desk, at: datetime) -> Sequence[CrisisCall]:
    me = desk.actor.id
    mine = or_(CrisisCall.reported_by_id == me, CrisisCall.acknowledged_by_id == me)
    lately = CrisisCall.status == CrisisStatus.CLOSED, CrisisCall.closed_at > at - at_hand.LATELY
    query = select(CrisisCall).where(mine, *lately).order_by(CrisisCall.closed_at.desc())
    return desk.session.scalars(query.limit(_MOST)).all()


def _news(desk: Desk, call: CrisisCall, words: str, family: str) -> bool:
    names = [n for c in desk.agency.children_of(family) for n in (c.first_name, c.nickname or "")]
    folded = [word for name in names for word in split_name(name)]
    if gone_again(words, folded):
        return True
    return gone(words, folded) and not _is_missing(desk, call)


def _is_missing(desk: Desk, call: CrisisCall) -> bool:
    """Whether the call is about a missing child who has not been found since."""
    missing = any(r.incident == Incident.MISSING_CHILD for r in reports_due.of(desk.session, call.id))
    if not (missing or "missing_child" in incidents_in(call.words)) or call.status is CrisisStatus.CLOSED:
        return False
    lines = [e.words or "" for e in told.entries(desk.session, call.id) if e.kind == told.SAID]
    return not any(is_news(line) or closes(line) for line in lines)


def raise_again(desk: Desk, before: CrisisCall, entry: CrisisEntry) -> str | None:
    """Raise the alarm of what a line tells; the new call's id.

    Whoever has the first one is alerted too, though their turn would not come yet. None where the actor has
    it themselves: the checklist of theirs has the missing child, and nobody else is woken.
    """
    if before.acknowledged_by_id == desk.actor.id and before.status is CrisisStatus.ACKNOWLEDGED:
        reports_due.begin(desk, before, [Incident.MISSING_CHILD])
        return None
    said = Reading(Intent.LOG_CRISIS, said_as_crisis=True)
    source = Source(entry.source_channel or "", f"{entry.source_ts}:anew", entry.words)
    notes = [before.note_id] if before.note_id else []
    call_id = crisis.open_call(desk, said, source, notes, case_of(desk.session, before))
    call = desk.row(CrisisCall, call_id)
    reports_due.begin(desk, call, [Incident.MISSING_CHILD])
    if before.acknowledged_by_id:
        ladder.alert_too(desk, call, before.acknowledged_by_id)
    return call_id
