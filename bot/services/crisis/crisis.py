"""A crisis or a safety concern: saved first, numbers to call by hand at once, then somebody is alerted.

DOMAIN 5. Said as a crisis the alarm goes at once; only inferred from the words and fresh, after a minute
unless it is taken back; inferred and old, it is asked. Nothing is called "seen" before a named person
acknowledged, and nothing "reported" at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, true, update

from bot.errors import AlreadyDecided, NotAllowed, Outdated
from bot.rules.escalation import alarm_for
from bot.services import outbox
from bot.services.crisis import crisis_note, ladder, paging, reports_due
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.understand.agency import Agency
from bot.understand.danger.incidents import harms_self, incidents_in
from bot.understand.parts import Intent, Reading
from storage.models import CrisisCall, CrisisEntry, new_id
from storage.types import CrisisStatus

CLOSED = "It is closed already."


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
        ladder.take_step(desk, call, call.alarm_at)
    crisis_note.tell_case(desk, call)
    told = incidents_in(source.text)
    worried = call.kind == "concern" and not harms_self(source.text)
    reports_due.begin(desk, call, told or (("abuse",) if worried else ()))
    return call.id


def case_named(agency: Agency, reading: Reading) -> str | None:
    """The one case that the words are about; None where they name none, or several."""
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


def alert_now(desk: Desk, crisis_id: str) -> None:
    """Send the alarm now instead of later, or though it was only asked about or taken back.

    Outdated where it went already or somebody has it; NotAllowed for anybody but who reported it.
    """
    call = _reported(desk, crisis_id)
    waiting = or_(*_not_gone(desk), CrisisCall.status == CrisisStatus.NOT_A_CRISIS)
    values = {"status": CrisisStatus.OPEN, "alarm_at": desk.now, "closed_at": None}
    move(desk, call, (CrisisStatus.OPEN, CrisisStatus.NOT_A_CRISIS), values, waiting)
    ladder.begin_anew(desk, call)
    outbox.cancel(desk.session, subject_id=crisis_id, kind=crisis_note.TELL_CASE, now=desk.now)
    crisis_note.tell_case(desk, call)
    reports_due.owe_again(desk, call)
    crisis_note.redraw_notes(desk, call)
    desk.record("crisis.alert", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def not_a_crisis(desk: Desk, crisis_id: str) -> None:
    """Take an inferred crisis back before its alarm went; the note stays.

    Outdated once the alarm went or somebody has it; NotAllowed for anybody but who reported it.
    """
    call = _reported(desk, crisis_id)
    values = {"status": CrisisStatus.NOT_A_CRISIS, "closed_at": desk.now}
    move(desk, call, (CrisisStatus.OPEN,), values, or_(*_not_gone(desk)))
    ladder.stop(desk.session, call, desk.now)
    outbox.cancel(desk.session, subject_id=crisis_id, kind=crisis_note.TELL_CASE, now=desk.now)
    reports_due.drop(desk, crisis_id)
    crisis_note.redraw_notes(desk, call)
    desk.record("crisis.withdraw", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def acknowledge(desk: Desk, crisis_id: str) -> None:
    """Take the crisis on, by name.

    AlreadyDecided where somebody else did first; NotAllowed for who was not alerted and would not be.
    """
    call = desk.row(CrisisCall, crisis_id)
    alerted = {step.person_id for step in ladder.taken(desk.session, crisis_id)}
    if desk.actor.id not in alerted | {each.id for each in ladder.whom_to_alert(desk, call)}:
        raise NotAllowed("This is for those who were alerted to take on. Please call one of them.")
    values = {
        "status": CrisisStatus.ACKNOWLEDGED,
        "acknowledged_by_id": desk.actor.id,
        "acknowledged_at": desk.now,
    }
    move(desk, call, (CrisisStatus.OPEN,), values)
    ladder.stop(desk.session, call, desk.now)
    paging.page(desk.session, crisis_id, paging.ACKNOWLEDGE, "", now=desk.now)
    desk.session.add(CrisisEntry(crisis_id=crisis_id, at=desk.now, by_id=desk.actor.id, kind="seen"))
    crisis_note.tell_case(desk, call)
    reports_due.hand_over(desk, crisis_id, desk.actor.id)
    desk.record("crisis.acknowledge", crisis_id, kind="crisis")
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def _reported(desk: Desk, crisis_id: str) -> CrisisCall:
    call = desk.row(CrisisCall, crisis_id)
    if call.reported_by_id != desk.actor.id:
        raise NotAllowed("Only who reported it can say that.")
    return call


def _not_gone(desk: Desk) -> tuple[ColumnElement[bool], ...]:
    """Any of these: the alarm has not gone out."""
    return CrisisCall.alarm_at.is_(None), CrisisCall.alarm_at > desk.now


def move(
    desk: Desk,
    call: CrisisCall,
    statuses: Sequence[CrisisStatus],
    values: dict[str, Any],
    where: ColumnElement[bool] | None = None,
) -> None:
    """The one way a call's status changes: a conditional UPDATE; else the sentence says how it stands."""
    moved = desk.session.execute(
        update(CrisisCall)
        .where(CrisisCall.id == call.id, CrisisCall.status.in_(statuses), true() if where is None else where)
        .values(**values)
        .returning(CrisisCall.id)
        .execution_options(synchronize_session=False)
    ).first()
    desk.session.refresh(call)
    if moved is not None:
        return
    if call.status is CrisisStatus.CLOSED:
        raise Outdated(CLOSED)
    if call.acknowledged_by_id:
        raise AlreadyDecided(f"{desk.agency.staff[call.acknowledged_by_id].name} has it already.")
    went = call.status is CrisisStatus.OPEN
    raise Outdated("The alarm has gone out. Call them if it was a mistake." if went else "It was taken back.")
