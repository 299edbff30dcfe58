"""Which draft somebody's words concern: by its thread, by what they answer, by whom and what they name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts import amending
from bot.services.drafts.continuing import numbered
from bot.services.drafts.heard import Heard
from bot.services.drafts.open_drafts import MOST, open_drafts
from bot.services.drafts.own_event import (
    did_not_happen_then,
    happened_beside,
    is_call_back,
    is_of_others,
    is_to_come,
)
from bot.understand.amend import Amendment, Facts, at_best, may_concern
from bot.understand.parts import ALARMS, Intent
from storage.models import Note, NoteVersion, OutboxItem, PostedCard, Remark
from storage.queries.note_sources import drafted_from
from storage.records import NoteRecord
from storage.types import NoteStatus, OutboxState

_WHO = frozenset({"child", "person"})
RECENT = timedelta(minutes=10)
"""A draft touched within this, when no other one was, is the one that a remark is about."""
FILED_LATELY = timedelta(hours=12)
_SENT_LATELY = 5
_ASKS = frozenset(
    {
        Intent.HELP, Intent.LOOKUP, Intent.LOOKUP_ONCALL, Intent.LIST_DUE, Intent.PLAN_LEAVE,
        Intent.FIND_NOTES, Intent.REPORT,
    }
)  # fmt: skip
_NOTE_CARDS = frozenset({"note_card", "note_returned", "note_approved", "review_card"})
Fit = tuple[NoteRecord, Amendment]


def may_be(said: Heard) -> bool:
    """A cheap look, no database: whether a message can be a remark. An emergency never is: it goes first."""
    if said.reading.intent in ALARMS:
        return False
    return said.thread_ts is not None or may_concern(said.text, tells_of_somebody=said.tells_of_somebody)


def fits_of(desk: Desk, said: Heard) -> list[Fit] | None:
    """The drafts that the words can be about, with what they mean for each; None: they are about none.

    Not to be asked of what was logged itself (`drafted_from`): it is about its own draft.
    """
    if said.thread_ts:
        return _in_thread(desk, said)
    best = at_best(said.text)
    if not _fits(said, best):
        return None
    drafts = _likeliest(desk, said, _among_drafts(desk, said))
    # What puts nothing right is about no note that was sent: none is looked for.
    return _rather_filed(desk, said, drafts) if best.strong else drafts or None


def _among_drafts(desk: Desk, said: Heard) -> list[Fit]:
    """The actor's own drafts that fit, in their order; only these are read in full."""
    drafts = open_drafts(desk, MOST)
    facts = [each for _, each in drafts]
    meant = amending.heard_of_each(desk, facts, said.text, said.sent_at, voice=said.voice)
    of_number = numbered(desk, said)
    return [
        (notes.read(desk, note_id), amendment)
        for (note_id, before), amendment in zip(drafts, meant, strict=True)
        if of_number in (None, note_id) and _fits(said, amendment, before)
    ]


def _in_thread(desk: Desk, said: Heard) -> list[Fit] | None:
    """A reply under a card, or under the worker's own message, is about that one's note: always."""
    about = [n for i in notes_at(desk, said.channel, said.thread_ts or "") if (n := _readable(desk, i))]
    if not about or (_anothers(desk, about) and _tells_an_event(said)):
        return None
    fits = [
        (n, amending.heard(desk, n, said.text, said.sent_at, voice=said.voice, close=True)) for n in about
    ]
    nothing = said.reading.intent in _ASKS or all(a.chatter for _, a in fits)
    if nothing and not any(_says_something(a) for _, a in fits):
        return None
    if len(fits) > 1:
        answering = [fit for fit in fits if fit[1].answered]
        fits = _strongest(answering or fits)
    return fits


def _anothers(desk: Desk, about: Sequence[NoteRecord]) -> bool:
    """Whether none of the notes is the actor's: a reviewer writes under the card of somebody's note."""
    return not any(desk.actor.id in (note.author.id, note.entered_by.id) for note in about)


def _tells_an_event(said: Heard) -> bool:
    """Whether the words are a log by themselves: then they are the reviewer's own."""
    item = said.item
    return said.reading.intent is Intent.LOG_CONTACT and item is not None and bool(item.types)


def _says_something(amendment: Amendment) -> bool:
    said = amendment.strong or amendment.states or amendment.adds
    return bool(said or amendment.answered or amendment.wish)


def _readable(desk: Desk, note_id: str) -> NoteRecord | None:
    row = desk.session.get(Note, note_id)
    mine = row is not None and desk.actor.id in (row.author_id, row.entered_by_id, row.reviewer_id)
    return notes.read(desk, note_id) if mine else None


def notes_at(desk: Desk, channel: str, ts: str) -> list[str]:
    """The notes that a posted message is about: a card's, a remark's, those drafted from it."""
    card = desk.session.execute(
        select(PostedCard.kind, PostedCard.subject_id).where(
            PostedCard.channel == channel, PostedCard.ts == ts
        )
    ).first()
    if card is not None and card.kind in _NOTE_CARDS:
        return [card.subject_id]
    if card is not None and card.kind == "remark":
        remark = desk.session.get(Remark, card.subject_id)
        return [remark.note_id] if remark and remark.note_id else []
    return drafted_from(desk.session, channel, ts)


def posting_now(desk: Desk, channel: str) -> bool:
    """Whether something is being posted there whose place is not known yet."""
    on_its_way = OutboxItem.state == OutboxState.MAYBE_SENT
    return (
        desk.session.scalar(select(OutboxItem.id).where(on_its_way, OutboxItem.channel == channel))
        is not None
    )


def _fit(desk: Desk, said: Heard, note: NoteRecord) -> Fit | None:
    amendment = amending.heard(desk, note, said.text, said.sent_at, voice=said.voice)
    return (note, amendment) if _fits(said, amendment, amending.facts_of(note)) else None


def _fits(said: Heard, amendment: Amendment, before: Facts | None = None) -> bool:
    """Whether the words can be about a draft with these facts, for which they mean this; None: any draft."""
    if not amendment.pointed or amendment.another or amendment.strays:
        return False
    if _stands_alone(said, amendment, before):
        return False
    answers = amendment.answered and amendment.fragment and not amendment.wants
    tells = amendment.strong or amendment.states or _of_who_was_there(amendment)
    if said.reading.intent in _ASKS and not (tells or answers):
        return False
    if "?" in said.text and not amendment.strong:
        return False
    if amendment.subject and amendment.leans < 0 and not amendment.strong:
        return False  # "the school meeting was at 11" is about no visit
    return amendment.evidence + max(amendment.leans, 0) >= 0 or amendment.strong


def _of_who_was_there(amendment: Amendment) -> bool:
    """“Leo too", "Ms Lee sat in on it": who was at the draft's event, and no other one."""
    changed = {"children", "people", "types", "seen_alone"}
    return amendment.presence and not amendment.wants and set() < set(amendment.changed) <= changed


def _stands_alone(said: Heard, amendment: Amendment, before: Facts | None) -> bool:
    """Whether the words tell a whole event by themselves, so that they are no remark but a new log."""
    item = said.item
    if item is None or amendment.wish:
        return False
    if is_to_come(said, amendment):
        return True
    if before is not None and _has_its_own(said, amendment, before):
        return True
    if said.whole and not _points_back(amendment):
        return True
    if amendment.strong:
        return False
    if amendment.changed == ("seen_alone",) and not said.whole:
        return False  # "spoke with Cody by himself", of the visit that has just been told
    if _of_who_was_there(amendment) and not said.whole:
        return False
    who = bool(item.children or item.people)
    if amendment.states and amendment.subject and amendment.leans >= 0 < amendment.evidence + amendment.leans:
        return False
    if amendment.states:
        return bool(item.types and item.children and item.on)
    if amendment.adds:
        return bool(item.on and (item.types or who))
    if amendment.fragment and amendment.answered:
        return False
    return said.tells_of_somebody


def _has_its_own(said: Heard, amendment: Amendment, before: Facts) -> bool:
    """Whether what is told cannot have been the draft's event, however it points back."""
    if is_call_back(said, before) or is_of_others(said, amendment, before):
        return True
    if did_not_happen_then(said, amendment, before):
        return True
    return not amendment.strong and happened_beside(said, before)


def _points_back(amendment: Amendment) -> bool:
    """Whether a whole log is about a draft all the same: it begins so, answers it, or names who is on it."""
    begins = amendment.led or amendment.states or amendment.adds
    return begins or (amendment.fragment and bool(amendment.answered)) or amendment.evidence > 0


def _likeliest(desk: Desk, said: Heard, fits: list[Fit]) -> list[Fit]:
    """One draft where the words tell which, or it alone was just on the table; else the last one first."""
    doing = [fit for fit in fits if fit[1].changed or fit[1].asks or fit[1].wish or not fit[1].strong]
    held = _of_those_named(doing or fits)
    answering = [fit for fit in held if fit[1].answered]
    denying = [fit for fit in fits if fit[1].denies]
    if denying and not any(_WHO & set(a.answered) for _, a in answering):
        answering = []  # "that was Thursday, not Friday": the one on which Friday stands
    found = _strongest(answering or denying or held)
    if answering or len(found) < 2:
        return found
    since = said.sent_at - RECENT
    last = touched(desk, [note.id for note, _ in found])
    recent = [fit for fit in found if last[fit[0].id] >= since]
    by_last = sorted(found, key=lambda fit: last[fit[0].id], reverse=True)
    if [fit for fit in found if _gives_the_hour(*fit)] == by_last[:1]:
        return by_last[:1]  # "it was 930", behind "court was this morning"
    return recent if len(recent) == 1 else by_last


def _gives_the_hour(note: NoteRecord, amendment: Amendment) -> bool:
    """Whether the words tell the hour of a note that has none, and call nothing wrong."""
    return not amendment.strong and note.content.starts_at is None and "starts_at" in amendment.changed


def _of_those_named(fits: list[Fit]) -> list[Fit]:
    """Without other families' drafts, where somebody who is named stands on one: "no, Owen was at 1"."""
    named = any(a.evidence > 0 for _, a in fits)
    return [fit for fit in fits if fit[1].evidence >= 0] if named else fits


def _strongest(fits: list[Fit]) -> list[Fit]:
    best = max((a.evidence + a.leans for _, a in fits), default=0)
    return [fit for fit in fits if fit[1].evidence + fit[1].leans == best]


def touched(desk: Desk, ids: Sequence[str]) -> dict[str, datetime]:
    """When each of these notes got its newest version."""
    query = (
        select(NoteVersion.note_id, func.max(NoteVersion.made_at))
        .where(NoteVersion.note_id.in_(ids))
        .group_by(NoteVersion.note_id)
    )
    return {row[0]: row[1] for row in desk.session.execute(query)}


def _rather_filed(desk: Desk, said: Heard, drafts: list[Fit]) -> list[Fit] | None:
    """The drafts, unless the note that was sent last is named more plainly, or was the last on the table.

    “Actually it was 2", a minute after Submit, is not about the draft that still lies there from before.
    """
    filed = _filed_lately(desk, said)
    if not filed or not drafts:
        return drafts or filed
    ((note, amendment),) = filed
    most = max(a.evidence for _, a in drafts)
    if amendment.evidence != most:
        return filed if amendment.evidence > most else drafts
    sent, since = note.submitted_at, touched(desk, [draft.id for draft, _ in drafts])
    just = sent is not None and said.sent_at - RECENT <= sent and max(since.values()) < sent
    return filed if just and not any(a.answered for _, a in drafts) else drafts


def _filed_lately(desk: Desk, said: Heard) -> list[Fit] | None:
    """A correction after Submit: the note that was sent last, of which it is said what is possible.

    An earlier one only where it is named ("scratch that Hope one").
    """
    since = desk.now - FILED_LATELY
    filed = (NoteStatus.SUBMITTED, NoteStatus.APPROVED, NoteStatus.RETURNED)
    query = (
        select(Note.id)
        .where(Note.author_id == desk.actor.id, Note.status.in_(filed), Note.submitted_at >= since)
        .order_by(Note.submitted_at.desc())
        .limit(_SENT_LATELY)
    )
    fits = [
        (place, fit)
        for place, note_id in enumerate(desk.session.scalars(query).all())
        if (fit := _fit(desk, said, notes.read(desk, note_id)))
    ]
    about = [
        fit for place, fit in fits if fit[1].strong and (fit[1].evidence > 0 or not (place or fit[1].wish))
    ]
    return [max(about, key=lambda fit: fit[1].evidence)] if about else None
