"""The hand-over (DOMAIN 5): who comes on call gets what is open, by morning the day team hears of the night.

Written down at the beat after its moment, by whichever process beats first: a row's key says which hand-over
it is and for whom, so that a restart neither loses nor doubles one. A row holds ids and figures; what has
become of a crisis is looked up as it is sent.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.rules.moments import DAY, utc
from bot.rules.office_hours import office_hours, office_now
from bot.rules.on_call import consecutive, own_shift
from bot.rules.policy import Policy
from bot.services import outbox
from bot.services.crisis.whose import case_of
from bot.understand.agency import Agency
from storage.models import AuditRow, CrisisCall, Note, OutboxItem
from storage.queries.people import gone
from storage.types import CRISIS_GOING_ON, CrisisStatus, Lane, NoteStatus

OPEN, NIGHT = "still_open", "night_digest"
LATE = timedelta(hours=3)
"""A hand-over that was missed for longer (an outage) is over: the office has its own lists by then."""
_CRISIS = "crisis"
_RECENT = timedelta(days=3)
_ROWS = 20_000
"""The newest rows of the access log that are looked through: far more than a weekend has."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One hand-over's message: its key, what kind, for whom, and what it is about."""

    key: str
    kind: str
    person_id: str
    details: Mapping[str, Any]


def untold(session: Session, agency: Agency, policy: Policy, now: datetime) -> list[Telling]:
    """The messages that are to be written now. Only reads."""
    if not agency.roster.shifts:
        return []
    found = {
        each.key: each
        for each in (*_to_holders(session, agency, now), *_to_office(session, agency, policy, now))
    }
    known = select(OutboxItem.dedupe_key).where(OutboxItem.dedupe_key.in_(found))
    there = set(session.scalars(known)) if found else set()
    away = gone(session) if found else frozenset()
    return [t for key, t in found.items() if key not in there and t.person_id not in away]


def tell(session: Session, agency: Agency, policy: Policy, now: datetime) -> int:
    """Write them; how many."""
    waiting = untold(session, agency, policy, now)
    for each in waiting:
        outbox.put(
            session,
            dedupe_key=each.key,
            kind=each.kind,
            recipient_id=each.person_id,
            now=now,
            lane=Lane.DIGEST,
            subject_id=each.key,
            details=each.details,
            expires_at=now + LATE,
        )
    return len(waiting)


def _to_holders(session: Session, agency: Agency, now: datetime) -> Iterator[Telling]:
    """Whoever has just come on call, and who is next where somebody's duty has just ended."""
    duties = consecutive(agency.roster.shifts)
    begun = [d for d in duties if now - LATE < d.starts_at <= now < d.ends_at]
    ended = [d for d in duties if now - LATE < d.ends_at <= now]
    following = (
        next((n for n in duties if n.tier is d.tier and n.starts_at >= d.ends_at), None) for d in ended
    )
    coming = [(d.starts_at, d.staff_id) for d in begun]
    coming += [(d.ends_at, n.staff_id) for d, n in zip(ended, following, strict=True) if n]
    calls = going_on(session, now) if coming else []
    for at, person_id in coming if calls else ():
        if person_id in agency.staff:
            yield Telling(f"{OPEN}:{at:%Y%m%dT%H%M%S}:{person_id}", OPEN, person_id, {"crises": calls})


def going_on(session: Session, now: datetime) -> list[str]:
    """The crises that are not closed, oldest first. A safety concern is for those alone whom it was told."""
    query = select(CrisisCall.id).where(
        CrisisCall.kind == _CRISIS,
        CrisisCall.status.in_(CRISIS_GOING_ON),
        CrisisCall.opened_at > now - _RECENT,
    )
    return list(session.scalars(query.order_by(CrisisCall.opened_at)))


def _to_office(session: Session, agency: Agency, policy: Policy, now: datetime) -> Iterator[Telling]:
    """As the office opens: each case's worker and supervisor, with what there was since it closed."""
    office = office_now(now, policy=policy)
    if office is None or now - office.start >= LATE:
        return
    before = [
        h.end
        for h in office_hours(office.start - 8 * DAY, office.start, policy=policy)
        if h.end < office.start
    ]
    since = max(before, default=office.start - DAY)
    cases = _of_cases(session, agency, since, office.start)
    told: defaultdict[str, list[str]] = defaultdict(list)
    for case_id in cases:
        for person_id in _answerable(agency, case_id, office.start, policy):
            told[person_id].append(case_id)
    times = {"from": since.isoformat(), "to": office.start.isoformat()}
    for person_id, theirs in told.items():
        about = {case_id: cases[case_id] for case_id in sorted(theirs)}
        yield Telling(
            f"{NIGHT}:{office.start:%Y%m%d}:{person_id}", NIGHT, person_id, times | {"cases": about}
        )


def _answerable(agency: Agency, case_id: str, at: datetime, policy: Policy) -> list[str]:
    """The case's worker, or while that one is on leave who covers; and the supervisor."""
    case, day = agency.cases.get(case_id), at.astimezone(policy.zone).date()
    worker = case.primary_worker_id if case else None
    if worker is None:
        return []
    off = [e for e in agency.leaves if e.staff_id == worker and e.first_day <= day <= e.last_day]
    seeing = [e.covering_staff_id for e in off if e.covering_staff_id] if off else [worker]
    supervisor = agency.supervisor_of(worker)
    ids = [*seeing, supervisor.id if supervisor else ""]
    return [i for i in dict.fromkeys(ids) if i in agency.staff]


def _of_cases(
    session: Session, agency: Agency, since: datetime, until: datetime
) -> dict[str, dict[str, Any]]:
    """By case: ids of its crises; (who, how often) of on-call lookups, and of what others logged for it."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(lambda: {"crises": [], "lookups": [], "notes": []})
    within = CrisisCall.opened_at >= since, CrisisCall.opened_at < until
    calls = select(CrisisCall).where(*within, CrisisCall.kind == _CRISIS).order_by(CrisisCall.opened_at)
    for call in session.scalars(calls):
        case_id = case_of(session, call)
        if case_id and call.status is not CrisisStatus.NOT_A_CRISIS:
            found[case_id]["crises"].append(call.id)
    for kind, counted in (
        ("lookups", _lookups(session, agency, since, until)),
        ("notes", _notes(session, agency, since, until)),
    ):
        for (case_id, person_id), count in counted.items():
            found[case_id][kind].append([person_id, count])
    return found


def _lookups(session: Session, agency: Agency, since: datetime, until: datetime) -> Counter[tuple[str, str]]:
    """(case, who) of what on-call staff looked up during their shift."""
    newest = select(func.max(AuditRow.seq) - _ROWS).scalar_subquery()
    rows = select(AuditRow.subject_id, AuditRow.actor_id, AuditRow.at).where(
        AuditRow.seq > newest, AuditRow.action == "lookup", AuditRow.at >= since, AuditRow.at < until
    )
    shifts = agency.roster.shifts
    on_call = (r for r in session.execute(rows) if r.actor_id and own_shift(r.actor_id, utc(r.at), shifts))
    return Counter(
        (r.subject_id, r.actor_id) for r in on_call if not _is_workers(agency, r.subject_id, r.actor_id)
    )


def _notes(session: Session, agency: Agency, since: datetime, until: datetime) -> Counter[tuple[str, str]]:
    """(case, author) of what somebody else than its worker logged for a case; drafts are nobody else's."""
    shown = NoteStatus.SUBMITTED, NoteStatus.RETURNED, NoteStatus.APPROVED
    rows = select(Note.case_id, Note.author_id).where(
        Note.created_at >= since, Note.created_at < until, Note.status.in_(shown), Note.case_id.is_not(None)
    )
    found = ((r.case_id, r.author_id) for r in session.execute(rows))
    return Counter((c, a) for c, a in found if not _is_workers(agency, c, a))


def _is_workers(agency: Agency, case_id: str, person_id: str) -> bool:
    case = agency.cases.get(case_id)
    return case is not None and case.primary_worker_id == person_id
