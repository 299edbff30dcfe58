"""What a crisis leaves behind: the reporter's Crisis Call note, and word to the case's own people.

The note holds its author's own words, to the letter, with the time of each line in brackets before it; what
others said stands in the timeline and not in somebody's note. It has its own 72 hours, as any note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_, select

from bot.errors import Refusal
from bot.rules.moments import local_date, utc
from bot.rules.permissions import may_author
from bot.rules.policy import Policy
from bot.rules.quiet import after_quiet, digest_at
from bot.services import notes, outbox
from bot.services.crisis import crisis_reading, told
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk, desk_of
from bot.services.drafts.blank import begin
from storage.crisis_records import CrisisEnd
from storage.models import CrisisCall, CrisisEntry, Note
from storage.records import NoteContent
from storage.types import CRISIS_GOING_ON, EventType, Lane, StaffMember

TELL_CASE = "crisis_told"


def write(desk: Desk, call: CrisisCall, entries: Sequence[CrisisEntry], *, closing: bool = False) -> None:
    """Put the author's own lines into their note; where that is sent already, into a note of their own.

    `closing`: with them how it ended, and what its author said of that.
    """
    author = desk_of(desk.session, call.reported_by_id, desk.agency, desk.policy, desk.now)
    lines = _lines(author, entries)
    ended = _ended(author, call) if closing else ""
    if not may_author(author.me) or (call.note_id and not (lines or ended)):
        return
    try:
        _add(author, call, lines, ended)
    except Refusal:
        # It is submitted, decided or put away: the rest is a note of its own.
        if lines or (call.closed_by_id == author.actor.id and call.outcome):
            _begin(author, call, "\n".join(filter(None, (lines, ended))), len(entries))


def _ended(author: Desk, call: CrisisCall) -> str:
    """How it ended; who closed it where that was somebody else, whose words stay in the timeline.

    Without it "her head bleeds, by ambulance to the hospital" would be all that the note tells.
    """
    if call.closed_at is None or call.ended not in set(CrisisEnd):
        return ""
    own = call.closed_by_id == author.actor.id
    closer = author.agency.staff.get(call.closed_by_id or "")
    by = f" by {closer.name}" if closer and not own else ""
    said = f". {call.outcome}" if own and call.outcome else ""
    return f"[{_clock(call.closed_at, author.policy.zone)}] Closed{by}: {CrisisEnd(call.ended).words}{said}"


def _lines(author: Desk, entries: Sequence[CrisisEntry]) -> str:
    own = [e for e in entries if e.kind == told.SAID and e.by_id == author.actor.id and e.words.strip()]
    return "\n".join(f"[{_clock(e.at, author.policy.zone)}] {e.words}" for e in own)


def _clock(at: datetime, tz: ZoneInfo) -> str:
    local = at.astimezone(tz)
    return f"{local.hour % 12 or 12}:{local.minute:02} {'AM' if local.hour < 12 else 'PM'}"


def _add(author: Desk, call: CrisisCall, lines: str, ended: str) -> None:
    more = "\n".join(filter(None, (lines, ended)))
    if call.note_id is None:
        _begin(author, call, "\n".join(filter(None, (call.words, more))), 0)
        return
    note = notes.to_change(author, call.note_id)
    called = (EventType.CRISIS_CALL,) if lines else ()
    types = tuple(dict.fromkeys((*note.content.types, *called)))
    content = replace(note.content, types=types, narrative=f"{note.content.narrative}\n{more}")
    notes.change(author, note.id, note.version, content, how="crisis")


def _begin(author: Desk, call: CrisisCall, narrative: str, number: int) -> None:
    """A draft of the call as an event of its own, and its card; `number` tells a later one from the first."""
    zone = author.policy.zone
    children = tuple(crisis_reading.children_of(author, crisis_reading.crisis(author, call.id)))
    content = NoteContent(
        types=(EventType.CRISIS_CALL,),
        children=children,
        on=local_date(call.opened_at, zone),
        starts_at=call.opened_at,
        narrative=narrative,
    )
    case_id = case_of(author.session, call)
    note = begin(author, content, case_id, key=f"crisis:{call.id}:{number}")
    if call.note_id is None:
        call.note_id = note.id
    outbox.put(
        author.session,
        dedupe_key=f"note_card:{author.actor.id}:{note.id}:crisis",
        kind="note_card",
        recipient_id=author.actor.id,
        now=author.now,
        subject_id=note.id,
    )


def goes_on(desk: Desk, note_id: str) -> bool:
    """Whether a crisis that was told in the note's message goes on."""
    going_on = CrisisCall.status.in_(CRISIS_GOING_ON)
    call = select(CrisisCall.id).join(Note, _of_one_message()).where(Note.id == note_id, going_on)
    return desk.session.scalar(call.limit(1)) is not None


def was_raised(desk: Desk, note_id: str) -> bool:
    """Whether a call was ever opened about the note, or from its message: then people were told."""
    about = or_(CrisisCall.note_id == note_id, _of_one_message())
    call = select(CrisisCall.id).join(Note, about).where(Note.id == note_id)
    return desk.session.scalar(call.limit(1)) is not None


def redraw_notes(desk: Desk, call: CrisisCall) -> None:
    """Have the cards of the notes of its message drawn anew: small while it goes on, else with everything."""
    notes_of = select(Note.id).join(CrisisCall, _of_one_message()).where(CrisisCall.id == call.id)
    for note_id in desk.session.scalars(notes_of.order_by(Note.id)):
        outbox.ask_redraw(desk.session, note_id, desk.now)


def _of_one_message() -> ColumnElement[bool]:
    return and_(Note.source_channel == CrisisCall.source_channel, Note.source_ts == CrisisCall.source_ts)


def tell_case(desk: Desk, call: CrisisCall) -> None:
    """Have the case's worker and supervisor hear of it: by morning, or at once where the profile says so."""
    if call.alarm_at is None:
        return
    from_ = max(desk.now, call.alarm_at)
    people = case_people(desk, call, case_of(desk.session, call))
    for person in (each for each in people if each != call.reported_by_id):
        outbox.put(
            desk.session,
            dedupe_key=f"{TELL_CASE}:{call.id}:{person}:{call.alarm_at:%Y%m%dT%H%M%S}",
            kind=TELL_CASE,
            recipient_id=person,
            now=desk.now,
            due_at=told_at(desk.agency.staff[person], from_, policy=desk.policy),
            lane=Lane.URGENT,
            subject_id=call.id,
            details={"told": True},
        )


def case_people(desk: Desk, call: CrisisCall, case_id: str | None) -> list[str]:
    """The case's worker and their supervisor."""
    case = desk.agency.cases.get(case_id or "")
    worker = case.primary_worker_id if case else None
    supervisor = desk.agency.supervisor_of(worker or call.reported_by_id)
    return [i for i in (worker, supervisor.id if supervisor else None) if i in desk.agency.staff and i]


def told_at(person: StaffMember, now: datetime, *, policy: Policy) -> datetime:
    """Now, or where it is night for them their morning's digest time."""
    zone = ZoneInfo(person.timezone)
    wakes = after_quiet(now, tz=zone, policy=policy)
    if policy.crisis.tell_case == "at_once" or wakes == utc(now):
        return now
    return digest_at(person.id, local_date(wakes, zone), tz=zone, policy=policy)
