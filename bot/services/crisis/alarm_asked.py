"""Danger that only the model heard: a draft asks about it, and where she says so a call is opened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select

from bot.rules.permissions import may_author
from bot.rules.review import Action, statuses_for
from bot.services import notes
from bot.services.crisis.crisis import open_call
from bot.services.crisis.crisis_note import was_raised
from bot.services.desk import Desk
from bot.services.drafts.amending import in_turn
from bot.services.drafts.drafting import Source, contents, draft
from bot.services.drafts.remarks import kept
from bot.understand.parts import Intent, Reading
from storage.models import Note, NoteVersion
from storage.queries.note_sources import drafted_from
from storage.records import NoteRecord

_ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Asked:
    """`drafted`: the notes that were made to ask; `too_late`: a note was sent or put away before it could."""

    drafted: tuple[NoteRecord, ...] = ()
    too_late: bool = False


def ask(desk: Desk, reading: Reading, source: Source) -> Asked:
    """Put the question that `reading` holds on the drafts of its message: once each, answered or not.

    Where the message became no note (chatter, a plan), a draft of it is made that asks; where it was taken
    into another note, that one asks.
    """
    if about := _about(desk, reading, source):
        late = [not _put_on(desk, note_id) for note_id in about]
        return Asked(too_late=any(late))
    if not may_author(desk.me) or kept(desk, source.channel, source.ts) is not None:
        return Asked()
    return Asked(tuple(draft(desk, reading, source)))


def _about(desk: Desk, reading: Reading, source: Source) -> list[str]:
    """The notes made of the message whose event sounds like danger; else the one it was taken into."""
    made = drafted_from(desk.session, source.channel, source.ts)
    if not made:
        remark = kept(desk, source.channel, source.ts)
        return [remark.note_id] if remark is not None and remark.note_id else []
    told = contents(reading, source, desk.agency)
    asking = [n for n, (_, each) in enumerate(told) if any(q["slot"] == _ALARM for q in each.questions)]
    return [made[n] for n in asking if n < len(made)] or made[:1]


def _put_on(desk: Desk, note_id: str) -> bool:
    """Have a draft ask, unless it did before, or a call about it was raised: then people were told.

    False: it can be changed no more, and never asked.
    """
    in_turn(desk, note_id)
    if was_raised(desk, note_id):
        return True
    asked = select(NoteVersion.questions).where(NoteVersion.note_id == note_id)
    if any(q["slot"] == _ALARM for questions in desk.session.scalars(asked) for q in questions):
        return True
    note = notes.read(desk, note_id)
    if note.status not in statuses_for(Action.EDIT):
        return False
    question = {"slot": _ALARM, "candidates": []}
    content = replace(note.content, questions=(question, *note.content.questions))
    notes.change(desk, note_id, note.version, content, how="asked")
    return True


def raise_call(desk: Desk, note: NoteRecord, *, concern: bool) -> str:
    """Open the call about a note and alert at once, for the worker has said so; the call's id.

    A second tap, or the same message worked again, gives the same call.
    """
    row = desk.session.get_one(Note, note.id)
    said = Reading(Intent.SAFETY_CONCERN if concern else Intent.LOG_CRISIS, said_as_crisis=True)
    source = Source(row.source_channel or "", row.source_ts or "", note.content.narrative)
    return open_call(desk, said, source, [note.id], note.case_id)
