"""A crisis or a safety concern: saved first, numbers to call by hand at once, then somebody is alerted.

DOMAIN 5. Said as a crisis the alarm goes at once; only inferred from the words and fresh, after a minute
unless it is taken back; inferred and old, it is asked. Nothing is called "seen" before a named person
acknowledged, and nothing "reported" at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, true, update

from bot.errors import AlreadyDecided, NotAllowed, Outdated
from bot.rules.escalation import Rungs, alarm_for, ladder
from bot.rules.reviewer import who_reviews
from bot.services import on_call, outbox
from bot.services.desk import Desk
from bot.services.drafting import Source
from bot.services.office import office_on
from bot.understand.parts import Intent, Reading
from storage.models import CrisisCall, CrisisEntry, Note, new_id
from storage.queries.note_parts import version_of
from storage.queries.people import people
from storage.records import Person
from storage.types import CrisisStatus, Lane, Role, StaffMember, Tier


@dataclass(frozen=True, slots=True)
class ToCall:
    """Somebody to call by hand: in what capacity, and who."""

    capacity: str
    who: StaffMember


@dataclass(frozen=True, slots=True)
class CrisisRecord:
    """A crisis call as its cards show it."""

    id: str
    kind: str
    status: CrisisStatus
    case_id: str | None
    reported_by: Person
    opened_at: datetime
    alarm_at: datetime | None
    alerted: tuple[Person, ...]
    acknowledged_by: Person | None
    acknowledged_at: datetime | None
    note_id: str | None
    words: str


def open_call(desk: Desk, reading: Reading, source: Source, notes: Sequence[str], case_id: str | None) -> str:
    """Save the call and set its alarm; the call's id. The same message gives the same call again."""
    known = desk.session.scalar(
        select(CrisisCall.id).where(
            CrisisCall.source_channel == source.channel, CrisisCall.source_ts == source.ts
        )
    )
    if known:
        return known
    call = CrisisCall(
        id=new_id(),
        case_id=case_id,
        note_id=notes[0] if notes else None,
        reported_by_id=desk.actor.id,
        kind="concern" if reading.intent is Intent.SAFETY_CONCERN else "crisis",
        words=source.text,
        source_channel=source.channel,
        source_ts=source.ts,
        opened_at=desk.now,
        alarm_at=_alarm_at(desk, reading),
        status=CrisisStatus.OPEN,
    )
    desk.session.add(call)
    desk.session.flush()
    desk.record("crisis.open", call.id, kind="crisis")
    if call.alarm_at is not None:
        _alert(desk, call, call.alarm_at)
    return call.id


def case_named(desk: Desk, reading: Reading) -> str | None:
    """The one case that the words are about; None where they name none, or several."""
    agency = desk.agency
    rows = [agency.children.get(c) for i in reading.contacts for c in i.children]
    cases = {row.case_id for row in rows if row}
    cases = cases or {
        agency.contacts[p].case_id for i in reading.contacts for p in i.people if p in agency.contacts
    }
    return cases.pop() if len(cases) == 1 else None


def _alarm_at(desk: Desk, reading: Reading) -> datetime | None:
    """At once, in a minute, or None: it is asked first."""
    happened = max((i.starts_at for i in reading.contacts if i.starts_at), default=None)
    said = reading.said_as_crisis or reading.intent is Intent.SAFETY_CONCERN
    return alarm_for(said=said, happened_at=happened, now=desk.now, policy=desk.policy)[1]


def _alert(desk: Desk, call: CrisisCall, at: datetime, step: str = "1") -> None:
    for person in whom_to_alert(desk, call)[:1]:
        outbox.put(
            desk.session,
            dedupe_key=f"crisis_alarm:{call.id}:{person.id}:{step}",
            kind="crisis_alarm",
            recipient_id=person.id,
            now=desk.now,
            due_at=at,
            lane=Lane.URGENT,
            subject_id=call.id,
            details={outbox.TELLS_OTHERS: True},
        )
        desk.session.add(CrisisEntry(crisis_id=call.id, at=at, by_id=person.id, kind="alarm"))


def whom_to_alert(desk: Desk, call: CrisisCall) -> list[StaffMember]:
    """Who is alerted, in the order of the escalation rule; never who reported it.

    The case's supervisor while away is who stands in for them (DOMAIN 3); without a case it is the
    reporter's. With nobody in that order, the directors and then the administrators.
    """
    staff, now = desk.agency.staff, on_call.at_moment(desk, desk.now)
    case = desk.agency.cases.get(call.case_id or "")
    worker = (case.primary_worker_id if case else None) or call.reported_by_id
    office = office_on(desk.session, desk.agency, desk.today)
    supervisor = who_reviews(worker, day=desk.today, office=office)
    above = who_reviews(supervisor, day=desk.today, office=office) if supervisor else None
    rungs = Rungs(
        on_call_supervisor=next((d.who.id for d in now.duties if d.tier is Tier.SUPERVISOR), None),
        case_supervisor=supervisor,
        next_level_up=above,
        director=next((s.id for s in staff.values() if s.role is Role.DIRECTOR), None),
    )
    order = ladder(rungs, office_hours=now.office_closes is not None, reporter_id=call.reported_by_id)
    last = [s.id for role in (Role.DIRECTOR, Role.ADMIN) for s in staff.values() if s.role is role]
    return [staff[i] for i in order or last if i != call.reported_by_id]


def numbers_to_call(desk: Desk, case_id: str | None) -> list[ToCall]:
    """The numbers for calling by hand, most useful first; the one who asks is left out."""
    found = on_call.at_moment(desk, desk.now)
    rows = [ToCall(_CAPACITY[d.tier], d.who) for d in found.duties if not found.office_closes]
    case = desk.agency.cases.get(case_id or "")
    worker = desk.agency.staff.get(case.primary_worker_id or "") if case else None
    supervisor = desk.agency.supervisor_of(worker.id if worker else desk.actor.id)
    if supervisor:
        rows.append(ToCall("Case's supervisor" if worker else "Your supervisor", supervisor))
    rows += [ToCall("Case's worker", worker)] if worker else []
    rows += [ToCall("Director", s) for s in desk.agency.staff.values() if s.role is Role.DIRECTOR]
    first: dict[str, ToCall] = {}
    for row in sorted(rows, key=lambda r: _ORDER.index(r.capacity)):
        if row.who.id != desk.actor.id:
            first.setdefault(row.who.id, row)
    return list(first.values())


_CAPACITY = {Tier.SUPERVISOR: "On-call supervisor", Tier.BACKUP: "Backup", Tier.PRIMARY: "On call"}
_ORDER = (
    "On-call supervisor",
    "Case's supervisor",
    "Your supervisor",
    "Backup",
    "On call",
    "Case's worker",
    "Director",
)


def alert_now(desk: Desk, crisis_id: str) -> None:
    """Send the alarm now instead of later, or though it was only asked about or taken back.

    Outdated where it went already or somebody has it; NotAllowed for anybody but who reported it.
    """
    call = _reported(desk, crisis_id)
    waiting = or_(*_not_gone(desk), CrisisCall.status == CrisisStatus.NOT_A_CRISIS)
    values = {"status": CrisisStatus.OPEN, "alarm_at": desk.now, "closed_at": None}
    _move(desk, call, (CrisisStatus.OPEN, CrisisStatus.NOT_A_CRISIS), waiting, values)
    outbox.cancel(desk.session, subject_id=crisis_id, kind="crisis_alarm", now=desk.now)
    _alert(desk, call, desk.now, "now")
    desk.record("crisis.alert", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def not_a_crisis(desk: Desk, crisis_id: str) -> None:
    """Take an inferred crisis back before its alarm went; the note stays.

    Outdated once the alarm went or somebody has it; NotAllowed for anybody but who reported it.
    """
    call = _reported(desk, crisis_id)
    values = {"status": CrisisStatus.NOT_A_CRISIS, "closed_at": desk.now}
    _move(desk, call, (CrisisStatus.OPEN,), or_(*_not_gone(desk)), values)
    outbox.cancel(desk.session, subject_id=crisis_id, kind="crisis_alarm", now=desk.now)
    desk.record("crisis.withdraw", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def acknowledge(desk: Desk, crisis_id: str) -> None:
    """Take the crisis on, by name.

    AlreadyDecided where somebody else did first; NotAllowed for who was not alerted and would not be.
    """
    call = desk.session.get_one(CrisisCall, crisis_id)
    called = {p.id for p in crisis(desk, crisis_id).alerted} | {s.id for s in whom_to_alert(desk, call)}
    if desk.actor.id not in called:
        raise NotAllowed("This is for those who were alerted to take on. Please call one of them.")
    values = {
        "status": CrisisStatus.ACKNOWLEDGED,
        "acknowledged_by_id": desk.actor.id,
        "acknowledged_at": desk.now,
    }
    _move(desk, call, (CrisisStatus.OPEN,), true(), values)
    desk.session.add(CrisisEntry(crisis_id=crisis_id, at=desk.now, by_id=desk.actor.id, kind="seen"))
    desk.record("crisis.acknowledge", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def _reported(desk: Desk, crisis_id: str) -> CrisisCall:
    call = desk.session.get_one(CrisisCall, crisis_id)
    if call.reported_by_id != desk.actor.id:
        raise NotAllowed("Only who reported it can say that.")
    return call


def _not_gone(desk: Desk) -> tuple[ColumnElement[bool], ...]:
    """Any of these: the alarm has not gone out."""
    return CrisisCall.alarm_at.is_(None), CrisisCall.alarm_at > desk.now


def _move(
    desk: Desk,
    call: CrisisCall,
    statuses: Sequence[CrisisStatus],
    where: ColumnElement[bool],
    values: dict[str, Any],
) -> None:
    """The one way a call's status changes: a conditional UPDATE; else the sentence says how it stands."""
    moved = desk.session.execute(
        update(CrisisCall)
        .where(CrisisCall.id == call.id, CrisisCall.status.in_(statuses), where)
        .values(**values)
        .returning(CrisisCall.id)
        .execution_options(synchronize_session=False)
    ).first()
    desk.session.refresh(call)
    if moved is not None:
        return
    if call.acknowledged_by_id:
        raise AlreadyDecided(f"{desk.agency.staff[call.acknowledged_by_id].name} has it already.")
    went = call.status is CrisisStatus.OPEN
    raise Outdated("The alarm has gone out. Call them if it was a mistake." if went else "It was taken back.")


def crisis(desk: Desk, crisis_id: str) -> CrisisRecord:
    """The call as it stands. NoResultFound where there is none."""
    call = desk.session.get_one(CrisisCall, crisis_id)
    desk.session.refresh(call)
    alarms = select(CrisisEntry.by_id).where(CrisisEntry.crisis_id == crisis_id, CrisisEntry.kind == "alarm")
    alerted = list(dict.fromkeys(desk.session.scalars(alarms.order_by(CrisisEntry.at))))
    staff = people(desk.session, [call.reported_by_id, call.acknowledged_by_id, *alerted])
    return CrisisRecord(
        id=call.id,
        kind=call.kind,
        status=call.status,
        case_id=call.case_id,
        reported_by=staff[call.reported_by_id],
        opened_at=call.opened_at,
        alarm_at=call.alarm_at,
        alerted=tuple(staff[i] for i in alerted if i),
        acknowledged_by=staff.get(call.acknowledged_by_id or ""),
        acknowledged_at=call.acknowledged_at,
        note_id=call.note_id,
        words=call.words,
    )


def children_of(desk: Desk, call: CrisisRecord) -> list[str]:
    """The children whom the call's note is about, as that note stands now."""
    if call.note_id is None:
        return []
    note = desk.session.get_one(Note, call.note_id)
    version = version_of(desk.session, note.id, note.version)
    return [c.child_id for c in version.children if c.child_id in desk.agency.children]
