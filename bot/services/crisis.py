"""A crisis or a safety concern: saved first, numbers to call by hand at once, then somebody is alerted.

DOMAIN 5. Said as a crisis the alarm goes at once; only inferred from the words and fresh, after a minute
unless it is taken back; inferred and old, it is asked. Nothing is called "seen" before a named person
acknowledged, and nothing "reported" at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update

from bot.errors import AlreadyDecided, Outdated
from bot.services import on_call, outbox
from bot.services.desk import Desk
from bot.services.drafting import Source
from bot.understand.parts import Intent, Reading
from storage.models import CrisisCall, CrisisEntry, new_id
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


def _alarm_at(desk: Desk, reading: Reading) -> datetime | None:
    """At once, in a minute, or None: it is asked first."""
    if reading.said_as_crisis or reading.intent is Intent.SAFETY_CONCERN:
        return desk.now
    rule = desk.policy.crisis
    happened = [i.starts_at for i in reading.contacts if i.starts_at]
    fresh = not happened or desk.now - max(happened) < timedelta(hours=rule.inferred_within_hours)
    return desk.now + timedelta(seconds=rule.inferred_wait_seconds) if fresh else None


def _alert(desk: Desk, call: CrisisCall, at: datetime) -> None:
    for person in whom_to_alert(desk, call.case_id)[:1]:
        outbox.put(
            desk.session,
            dedupe_key=f"crisis_alarm:{call.id}:{person.id}:1",
            kind="crisis_alarm",
            recipient_id=person.id,
            now=desk.now,
            due_at=at,
            lane=Lane.URGENT,
            subject_id=call.id,
        )
        entry = CrisisEntry(crisis_id=call.id, at=at, by_id=person.id, kind="alarm")
        desk.session.add(entry)


def whom_to_alert(desk: Desk, case_id: str | None) -> list[StaffMember]:
    """Who is alerted, in order: after hours the on-call supervisor, in office hours the case's; then up."""
    found = on_call.at_moment(desk, desk.now)
    case = desk.agency.cases.get(case_id or "")
    worker = desk.agency.staff.get(case.primary_worker_id or "") if case else desk.me
    above = desk.agency.supervisor_of(worker.id) if worker else None
    tier = [d.who for d in found.duties if d.tier is Tier.SUPERVISOR]
    ladder = [above, *tier] if found.office_closes else [*tier, above]
    ladder += [s for s in desk.agency.staff.values() if s.role is Role.DIRECTOR]
    return list(dict.fromkeys(s for s in ladder if s is not None and s.id != desk.actor.id))


def numbers_to_call(desk: Desk, case_id: str | None) -> list[ToCall]:
    """The numbers for calling by hand, most useful first; the one who asks is left out."""
    found = on_call.at_moment(desk, desk.now)
    rows = [ToCall(_CAPACITY[d.tier], d.who) for d in found.duties if not found.office_closes]
    case = desk.agency.cases.get(case_id or "")
    worker = desk.agency.staff.get(case.primary_worker_id or "") if case else None
    if worker:
        supervisor = desk.agency.supervisor_of(worker.id)
        rows += [ToCall("Case's supervisor", supervisor)] if supervisor else []
        rows.append(ToCall("Case's worker", worker))
    rows += [ToCall("Director", s) for s in desk.agency.staff.values() if s.role is Role.DIRECTOR]
    first: dict[str, ToCall] = {}
    for row in sorted(rows, key=lambda r: _ORDER.index(r.capacity)):
        if row.who.id != desk.actor.id:
            first.setdefault(row.who.id, row)
    return list(first.values())


_CAPACITY = {Tier.SUPERVISOR: "On-call supervisor", Tier.BACKUP: "Backup", Tier.PRIMARY: "On call"}
_ORDER = ("On-call supervisor", "Case's supervisor", "Backup", "On call", "Case's worker", "Director")


def alert_now(desk: Desk, crisis_id: str) -> None:
    """Send the alarm now instead of later, or though it was only asked about."""
    call = desk.session.get_one(CrisisCall, crisis_id)
    outbox.cancel(desk.session, subject_id=crisis_id, kind="crisis_alarm", now=desk.now)
    call.alarm_at, call.status = desk.now, CrisisStatus.OPEN
    for person in whom_to_alert(desk, call.case_id)[:1]:
        outbox.put(
            desk.session,
            dedupe_key=f"crisis_alarm:{call.id}:{person.id}:now",
            kind="crisis_alarm",
            recipient_id=person.id,
            now=desk.now,
            lane=Lane.URGENT,
            subject_id=call.id,
        )
        desk.session.add(CrisisEntry(crisis_id=call.id, at=desk.now, by_id=person.id, kind="alarm"))
    desk.record("crisis.alert", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def not_a_crisis(desk: Desk, crisis_id: str) -> None:
    """Take an inferred crisis back before its alarm went; the note stays. Outdated once it went."""
    moved = desk.session.execute(
        update(CrisisCall)
        .where(
            CrisisCall.id == crisis_id,
            CrisisCall.status == CrisisStatus.OPEN,
            CrisisCall.reported_by_id == desk.actor.id,
        )
        .values(status=CrisisStatus.NOT_A_CRISIS, closed_at=desk.now)
        .returning(CrisisCall.id)
    ).first()
    if moved is None:
        raise Outdated("Somebody has taken this on already. Call them if it was a mistake.")
    outbox.cancel(desk.session, subject_id=crisis_id, kind="crisis_alarm", now=desk.now)
    desk.record("crisis.withdraw", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def acknowledge(desk: Desk, crisis_id: str) -> None:
    """Take the crisis on, by name. AlreadyDecided where somebody else did first."""
    moved = desk.session.execute(
        update(CrisisCall)
        .where(CrisisCall.id == crisis_id, CrisisCall.status == CrisisStatus.OPEN)
        .values(status=CrisisStatus.ACKNOWLEDGED, acknowledged_by_id=desk.actor.id, acknowledged_at=desk.now)
        .returning(CrisisCall.id)
    ).first()
    if moved is None:
        seen = crisis(desk, crisis_id).acknowledged_by
        raise AlreadyDecided(f"{seen.name} has it already." if seen else "This was closed meanwhile.")
    desk.session.add(CrisisEntry(crisis_id=crisis_id, at=desk.now, by_id=desk.actor.id, kind="seen"))
    desk.record("crisis.acknowledge", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


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
