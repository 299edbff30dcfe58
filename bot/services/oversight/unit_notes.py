"""The notes of those one answers for: what came in, what one decided, what is open with whom (DOMAIN 4).

A draft is its author's alone and stands in no such list.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from bot.rules.moments import DAY, start_of_day
from bot.services.desk import Desk
from bot.services.oversight import figures
from bot.services.oversight.scope import Scope
from bot.understand.office.asked_figures import Figure
from bot.understand.office.asked_unit import UnitAsk
from storage.oversight import UnitNote, UnitNotes
from storage.queries import reviews as reads
from storage.records import NoteRecord
from storage.types import Decision, NoteStatus

_LATELY = timedelta(days=6)
"""Without days in the question: today and the six days before it."""
_MOST = 30
_DECISIONS = {
    UnitAsk.APPROVED: (Decision.APPROVED,),
    UnitAsk.RETURNED: (Decision.RETURNED,),
    UnitAsk.DECIDED: (Decision.APPROVED, Decision.RETURNED),
}


def unit_notes(
    desk: Desk,
    what: UnitAsk,
    scope: Scope,
    days: tuple[date | None, date | None],
    children: Collection[str] = (),
) -> UnitNotes:
    """The notes that are asked for, the newest first; on these children, where any is named."""
    first = days[0] or desk.today - _LATELY
    last = min(days[1] or days[0] or desk.today, desk.today)
    span = start_of_day(first, desk.policy.zone), start_of_day(last + DAY, desk.policy.zone)
    open_ = what is UnitAsk.OPEN
    if what in _DECISIONS:
        notes = _decided(desk, what, scope, span)
    elif open_:
        notes = _by(desk, scope, statuses=(NoteStatus.SUBMITTED,))
    else:
        events = (first, last) if what is UnitAsk.DID else None
        notes = _by(desk, scope, submitted=span, events=events)
    if what is UnitAsk.CHANGED:
        notes = [each for each in notes if each.note.submission > 1]
    returned = _by(desk, scope, statuses=(NoteStatus.RETURNED,)) if open_ or what is UnitAsk.CHANGED else ()
    alone = scope.people is not None and len(scope.people) == 1
    reports = (Figure.COURT_REPORTS,) if alone else ()
    beside = (Figure.BEHIND, *reports, Figure.VISITS) if open_ else ()
    return UnitNotes(
        what=what.value,
        who=scope.who,
        first=first,
        last=last,
        notes=tuple(each for each in notes if _about(each.note, children)),
        returned=tuple(each.note for each in returned if _about(each.note, children)),
        figures=tuple(each for f in beside for each in figures.reckoned(desk, figures.Wanted(f), scope)),
        reviewer_id=desk.actor.id,
        own=what in _DECISIONS and _all(desk, scope),
    )


def _about(note: NoteRecord, children: Collection[str]) -> bool:
    return not children or any(each.id in children for each in note.children)


def _by(
    desk: Desk,
    scope: Scope,
    *,
    submitted: tuple[datetime, datetime] | None = None,
    events: tuple[date, date] | None = None,
    statuses: tuple[NoteStatus, ...] = (),
) -> list[UnitNote]:
    found = reads.notes_by(
        desk.session,
        desk.actor,
        scope.people,
        today=desk.today,
        submitted=submitted,
        events=events,
        statuses=statuses,
        most=_MOST,
    )
    return [UnitNote(each) for each in found]


def _decided(desk: Desk, what: UnitAsk, scope: Scope, span: tuple[datetime, datetime]) -> list[UnitNote]:
    """What the actor decided, also on notes that were not of the own team's: reviews in another's stead."""
    rows = reads.decided_by(desk.session, desk.actor, _DECISIONS[what], *span, today=desk.today, most=_MOST)
    all_ = _all(desk, scope)
    return [UnitNote(note, how, at) for note, how, at in rows if all_ or scope.holds(note.author.id)]


def _all(desk: Desk, scope: Scope) -> bool:
    """Whether nobody was named: the actor stands among those who are asked about."""
    return scope.people is None or desk.actor.id in scope.people
