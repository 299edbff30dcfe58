"""A crisis as it goes on: what is said in its thread with its own time, who was told, how it ended.

Words are kept to the letter. Whoever has the crisis on their screen may add to it: who reported it, who was
alerted, the case's worker and supervisor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import or_, select

from bot.errors import AlreadyDecided, NotAllowed, Outdated
from bot.rules.timeline import entry_at
from bot.services import outbox
from bot.services.crisis import crisis, crisis_note, ladder, paging, taking_on, told
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.understand.parts import Intent, Reading
from storage.crisis_records import CrisisEnd
from storage.models import CrisisCall, CrisisEntry, PostedCard, new_id
from storage.types import CRISIS_GOING_ON, CrisisStatus

CARDS = ("crisis_card", ladder.ALARM, ladder.UNREACHED, crisis_note.TELL_CASE, taking_on.CARD)
KEPT = "crisis_kept"
"""The kind of the card that answers a line."""
DECIDED = "That is settled already."


@dataclass(frozen=True, slots=True)
class Line:
    """A message in the thread: its words, the time that they tell (or None), where and when it was sent."""

    words: str
    told_at: datetime | None
    sent_at: datetime
    channel: str
    ts: str


def call_at(desk: Desk, channel: str, thread_ts: str | None) -> str | None:
    """The crisis in whose thread a message stands: under a card of it in that conversation.

    So are the answer to a line of it, and the message that is such a line.
    """
    if thread_ts is None:
        return None
    card = select(PostedCard.subject_id).where(PostedCard.channel == channel, PostedCard.ts == thread_ts)
    if found := desk.session.scalar(card.where(PostedCard.kind.in_(CARDS))):
        return found
    of_line = select(CrisisEntry.crisis_id).where(CrisisEntry.kind == told.SAID)
    answered = card.where(PostedCard.kind == KEPT).scalar_subquery()
    said = (CrisisEntry.source_channel == channel) & (CrisisEntry.source_ts == thread_ts)
    return desk.session.scalar(of_line.where(or_(CrisisEntry.id == answered, said)).limit(1))


def told_in(desk: Desk, channel: str, thread_ts: str | None) -> CrisisCall | None:
    """The actor's crisis that goes on, which the message above a thread told: its note's thread as well."""
    here = CrisisCall.source_channel == channel, CrisisCall.source_ts == (thread_ts or "")
    mine = CrisisCall.reported_by_id == desk.actor.id, CrisisCall.status.in_(CRISIS_GOING_ON)
    return desk.session.scalar(select(CrisisCall).where(*here, *mine).limit(1))


def takes(desk: Desk, crisis_id: str, *, alarming: bool) -> bool:
    """Whether a message in its thread is its timeline's; a new emergency after it was closed is a new one."""
    status = desk.session.get_one(CrisisCall, crisis_id).status
    closed = status in (CrisisStatus.CLOSED, CrisisStatus.NOT_A_CRISIS)
    return not (closed and alarming)


def add(desk: Desk, crisis_id: str, line: Line, *, among: Sequence[str] = ()) -> CrisisEntry:
    """Keep a message as a line of the timeline, once. NotAllowed for who has nothing to do with it.

    `among`: the crises one of which it is a line of; until that is said it stands in none.
    """
    known = CrisisEntry.source_channel == line.channel, CrisisEntry.source_ts == line.ts
    if there := desk.session.scalar(select(CrisisEntry).where(*known)):
        return there
    call = open_to(desk, crisis_id)
    kind = told.ASKED if among else told.SAID
    entry = CrisisEntry(id=new_id(), crisis_id=crisis_id, by_id=desk.actor.id, kind=kind)
    entry.words, entry.said_at, entry.about = line.words, line.sent_at, ",".join(among) or None
    entry.source_channel, entry.source_ts = line.channel, line.ts
    when = {"sent_at": line.sent_at, "opened_at": call.opened_at}
    entry.at = entry_at(line.words, line.told_at, tz=desk.policy.zone, **when)
    desk.session.add(entry)
    desk.session.flush()
    if not among:
        _stands(desk, call, entry)
    return entry


def _stands(desk: Desk, call: CrisisCall, entry: CrisisEntry) -> None:
    """It is a line of that crisis from now on."""
    desk.record("crisis.said", call.id, kind="crisis", details={"entry": entry.id})
    if call.status is CrisisStatus.CLOSED:
        crisis_note.write(desk, call, [entry])
    outbox.ask_redraw(desk.session, call.id, desk.now)


def place(desk: Desk, entry_id: str, crisis_id: str) -> None:
    """Which crisis a line is of was said; AlreadyDecided where it was before."""
    entry = _own(desk, entry_id)
    if entry.kind != told.ASKED:
        raise AlreadyDecided(DECIDED)
    call = open_to(desk, crisis_id)
    entry.crisis_id, entry.kind, entry.about = crisis_id, told.SAID, None
    desk.session.flush()
    _stands(desk, call, entry)
    outbox.ask_redraw(desk.session, entry_id, desk.now)


def take_out(desk: Desk, entry_id: str) -> Line:
    """The words are no line of a crisis: out of its timeline, for who wrote them; the words as they came.

    AlreadyDecided where they were taken out before, Outdated where they stand in the crisis's note already.
    """
    entry = _own(desk, entry_id)
    if entry.kind not in (told.ASKED, told.SAID):
        raise AlreadyDecided(DECIDED)
    call = desk.session.get_one(CrisisCall, entry.crisis_id)
    if entry.kind == told.SAID and call.status is CrisisStatus.CLOSED:
        raise Outdated(crisis.CLOSED)
    entry.kind = told.APART
    desk.record("crisis.taken_out", call.id, kind="crisis", details={"entry": entry.id})
    for subject_id in (call.id, entry_id):
        outbox.ask_redraw(desk.session, subject_id, desk.now)
    return Line(
        entry.words or "", None, entry.said_at or desk.now, entry.source_channel or "", entry.source_ts or ""
    )


def _own(desk: Desk, entry_id: str) -> CrisisEntry:
    entry = desk.row(CrisisEntry, entry_id)
    if entry.by_id != desk.actor.id:
        raise NotAllowed("Only who wrote it can say that.")
    return entry


def corrected(desk: Desk, line: Line, edit: str) -> str | None:
    """A kept message was edited: its new words are a line as well, beside the old; the crisis's id.

    None where the message is no line of a crisis, or says what it said before.
    """
    known = CrisisEntry.source_channel == line.channel, CrisisEntry.source_ts == line.ts
    entry = desk.session.scalar(select(CrisisEntry).where(*known, CrisisEntry.by_id == desk.actor.id))
    if entry is None or entry.words == line.words or entry.kind == told.APART:
        return None
    if entry.kind == told.ASKED:
        entry.words = line.words
        return entry.crisis_id
    add(desk, entry.crisis_id, replace(line, told_at=entry.at, ts=f"{line.ts}:{edit}"))
    return entry.crisis_id


def raise_anew(desk: Desk, entry_id: str) -> str:
    """What was kept as a line is an emergency of its own: a call with its own alarm, at once; its id."""
    entry = desk.row(CrisisEntry, entry_id)
    before = open_to(desk, entry.crisis_id)
    asked = entry.kind == told.ASKED
    if asked:
        take_out(desk, entry_id)
    said = Reading(Intent.LOG_CRISIS, said_as_crisis=True)
    source = Source(entry.source_channel or "", f"{entry.source_ts}:anew", entry.words)
    return crisis.open_call(desk, said, source, [], None if asked else case_of(desk.session, before))


def tick(desk: Desk, crisis_id: str, about: Sequence[str]) -> None:
    """These were told. NotAllowed for who has nothing to do with it."""
    told.tick(desk, open_to(desk, crisis_id), about)
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def close(desk: Desk, crisis_id: str, ended: CrisisEnd, words: str) -> None:
    """It is over: nobody more is alerted, and what its reporter said goes into their Crisis Call note.

    Outdated where it was closed or taken back before; NotAllowed for who has nothing to do with it.
    """
    call = open_to(desk, crisis_id)
    closed = {"status": CrisisStatus.CLOSED, "closed_at": desk.now, "closed_by_id": desk.actor.id}
    crisis.move(desk, call, CRISIS_GOING_ON, closed | {"ended": ended.value})
    call.outcome = words
    ladder.stop(desk.session, call, desk.now)
    paging.page(desk.session, crisis_id, paging.RESOLVE, "", now=desk.now)
    desk.record("crisis.close", crisis_id, kind="crisis", details={"ended": ended.value})
    crisis_note.write(desk, call, told.entries(desk.session, crisis_id), closing=True)
    crisis_note.redraw_notes(desk, call)
    crisis_note.tell_case(desk, call)
    outbox.ask_redraw(desk.session, crisis_id, desk.now)


def to_close(desk: Desk, crisis_id: str) -> CrisisCall:
    """The call, which still goes on; Outdated where it is closed, NotAllowed as in `open_to`."""
    call = open_to(desk, crisis_id)
    if call.status is CrisisStatus.CLOSED:
        raise Outdated(crisis.CLOSED)
    return call


def line_of(desk: Desk, entry_id: str) -> CrisisEntry:
    """A line of a timeline, as it stands now."""
    return desk.session.get_one(CrisisEntry, entry_id, populate_existing=True)


def has_card(desk: Desk, crisis_id: str) -> bool:
    """Whether the actor has the crisis on their screen already, by an alert or as its reporter."""
    mine = PostedCard.subject_id == crisis_id, PostedCard.staff_id == desk.actor.id
    return desk.session.scalar(select(PostedCard.id).where(*mine)) is not None


def open_to(desk: Desk, crisis_id: str) -> CrisisCall:
    """The call, for those who have to do with it; else NotAllowed."""
    call = desk.row(CrisisCall, crisis_id)
    if not concerns_actor(desk, call):
        raise NotAllowed("That is for who reported it, who was alerted, and the case's own people.")
    return call


def concerns_actor(desk: Desk, call: CrisisCall) -> bool:
    """Whether the actor has to do with it: reported it, was alerted, or is among the case's own people."""
    theirs = {call.reported_by_id, call.acknowledged_by_id}
    theirs |= {step.person_id for step in ladder.taken(desk.session, call.id)}
    theirs |= set(crisis_note.case_people(desk, call, case_of(desk.session, call)))
    return desk.actor.id in theirs
