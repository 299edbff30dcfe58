"""What was sent beside words: a clip that is listened to, files that belong to a note. Nothing is downloaded.

One row a message. It says how far the listening has come, so that a restart loses nothing, and keeps what
was heard to the letter; the note itself says which files were sent (a version's `files`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update

from bot.errors import NotAllowed, Outdated
from bot.services import notes, outbox
from bot.services.desk import Desk
from bot.services.drafts.blank import begin
from storage.enclosures import CLIP, as_text, files_in
from storage.models import Note, OutboxItem, PostedCard, Remark, SentFiles, new_id
from storage.queries.notes import notes_of
from storage.records import FileOf, NoteContent, NoteRecord
from storage.types import Lane, NoteStatus, OutboxState, SentState
from storage.upserts import insert_into

CLIP_CARD = "clip"
"""The kind of the message that says "listening"; the note's card takes its place."""
_NOT_YOURS = "Only the one who sent that can say where it belongs."
_SETTLED = "That is settled already. The message now shows where they are."


@dataclass(frozen=True, slots=True)
class Message:
    """A message as Slack names it: where, which, when it was sent."""

    channel: str
    ts: str
    sent_at: datetime


def take_in(desk: Desk, message: Message, files: Sequence[FileOf], state: SentState) -> SentFiles:
    """The message's row, written when it is first met; a message that comes twice has one."""
    row_id = new_id()
    words = desk.session.info["keyring"].columns(
        SentFiles.__tablename__, row_id, {"files": as_text(files), "transcript": ""}
    )
    row = {
        "id": row_id,
        "staff_id": desk.actor.id,
        "channel": message.channel,
        "ts": message.ts,
        "sent_at": message.sent_at,
        "state": state,
        **words,
    }
    once = insert_into(desk.session, SentFiles).values(row)
    desk.session.execute(once.on_conflict_do_nothing(index_elements=["channel", "ts"]))
    found = of_message(desk, message)
    if found is None:
        raise NotAllowed(_NOT_YOURS)
    return found


def of_message(desk: Desk, message: Message) -> SentFiles | None:
    """The row of a message of the actor's, where it has one."""
    return desk.session.scalar(
        select(SentFiles).where(
            SentFiles.channel == message.channel,
            SentFiles.ts == message.ts,
            SentFiles.staff_id == desk.actor.id,
        )
    )


def listened(desk: Desk, row: SentFiles, state: SentState, transcript: str = "") -> None:
    """The listening is over: what was heard is kept to the letter; its card says how it ended."""
    if row.state is SentState.LISTENING:
        row.state, row.transcript = state, transcript
        desk.session.flush()
        outbox.ask_redraw(desk.session, row.id, desk.now)


def take_over(desk: Desk, row_id: str, *, kind: str, subject_id: str, dedupe_key: str) -> bool:
    """Have the message that says "listening" become a card about `subject_id`, instead of a second message.

    False where it does not stand in the chat, or that card was posted before.
    """
    listening = (PostedCard.kind == CLIP_CARD, PostedCard.subject_id == row_id)
    card = desk.session.scalar(select(PostedCard).where(*listening))
    if card is None:
        return _on_its_way(desk, row_id, kind=kind, subject_id=subject_id, dedupe_key=dedupe_key)
    if not _note_as_sent(desk, card, kind, subject_id, dedupe_key):
        return False
    card.kind, card.subject_id = kind, subject_id
    desk.session.flush()
    outbox.ask_redraw_of(desk.session, card.id, desk.now)
    return True


def _on_its_way(desk: Desk, row_id: str, **becomes: str) -> bool:
    """The same where "listening" was posted, and nobody has lived to write down where it stands."""
    if desk.session.scalar(select(OutboxItem.id).where(OutboxItem.dedupe_key == becomes["dedupe_key"])):
        return False
    sending = (OutboxItem.kind == CLIP_CARD, OutboxItem.state.in_(outbox.OPEN_STATES))
    turned = (
        update(OutboxItem)
        .where(OutboxItem.subject_id == row_id, *sending)
        .values(touched_at=desk.now, **becomes)
        .returning(OutboxItem.id)
        .execution_options(synchronize_session=False)
    )
    return desk.session.scalar(turned) is not None


def _note_as_sent(desk: Desk, card: PostedCard, kind: str, subject_id: str, dedupe_key: str) -> bool:
    """An outbox row that is settled already, so that the same answer is not posted a second time."""
    row = {
        "id": new_id(),
        "dedupe_key": dedupe_key,
        "kind": kind,
        "recipient_id": card.staff_id,
        "lane": Lane.ANSWER,
        "subject_id": subject_id,
        "channel": card.channel,
        "posted_ts": card.ts,
        "state": OutboxState.SENT,
        "details": {},
        "fence": 0,
        "attempts": 0,
        **dict.fromkeys(("due_at", "next_at", "created_at", "settled_at"), desk.now),
    }
    once = insert_into(desk.session, OutboxItem).values(row)
    kept = once.on_conflict_do_nothing(index_elements=["dedupe_key"]).returning(OutboxItem.id)
    return desk.session.scalar(kept) is not None


def file_away(desk: Desk, message: Message, thread_ts: str | None = None) -> str | None:
    """Where the message's files went, after it was answered; the row's id where that must be asked.

    The drafts made of the message carry them already (see `drafting`); what is sent in the thread of a
    draft's card goes with that draft.
    """
    row = of_message(desk, message)
    if row is None or row.state in (SentState.KEPT, SentState.LEFT):
        return None
    made = select(Note.id).where(Note.source_channel == message.channel, Note.source_ts == message.ts)
    drafts = desk.session.scalars(made.order_by(Note.item)).all()
    only_clips = all(f.kind == CLIP for f in files_in(row.files))
    if drafts and (only_clips or len(drafts) == 1):
        row.state, row.note_id, row.settled_at = SentState.KEPT, drafts[0], desk.now
        outbox.ask_redraw(desk.session, row.id, desk.now)
        return None
    if only_clips:
        return None
    row.state = SentState.ASKED
    desk.session.flush()
    draft = None if _words_asked_about(desk, message) else _draft_above(desk, message.channel, thread_ts)
    if draft is None:
        return row.id
    to_note(desk, row.id, draft)
    return None


def _words_asked_about(desk: Desk, message: Message) -> bool:
    """Whether it is still asked which note the words beside the files are about: so it is of the files."""
    words = (Remark.channel == message.channel, Remark.ts == message.ts, Remark.asks.is_not(None))
    return desk.session.scalar(select(Remark.id).where(*words)) is not None


def _draft_above(desk: Desk, channel: str, thread_ts: str | None) -> str | None:
    """The actor's note in whose card's thread something was said, where it can still take a file."""
    card = (PostedCard.channel == channel, PostedCard.ts == thread_ts, PostedCard.staff_id == desk.actor.id)
    own = (Note.author_id == desk.actor.id, Note.status.in_((NoteStatus.DRAFT, NoteStatus.RETURNED)))
    query = select(Note.id).join(PostedCard, PostedCard.subject_id == Note.id).where(*card, *own)
    return desk.session.scalar(query) if thread_ts else None


def sent(desk: Desk, row_id: str) -> SentFiles:
    """What the actor sent. NotAllowed for anybody else's."""
    row = desk.session.get(SentFiles, row_id)
    if row is None or row.staff_id != desk.actor.id:
        raise NotAllowed(_NOT_YOURS)
    return row


def open_drafts(desk: Desk, most: int) -> list[NoteRecord]:
    """The actor's drafts and returned notes, which can still take a file; the newest events first."""
    states = (NoteStatus.DRAFT, NoteStatus.RETURNED)
    return notes_of(
        desk.session, desk.actor, today=desk.today, statuses=states, author_id=desk.actor.id, most=most
    )


def to_note(desk: Desk, row_id: str, note_id: str) -> NoteRecord:
    """Put the files with that draft or returned note; it then says that they were sent."""
    row = _claim(desk, row_id, SentState.KEPT)
    note = notes.to_change(desk, note_id)
    files = (*note.content.files, *(f for f in _loose(row) if f not in note.content.files))
    row.note_id = note_id
    return notes.change(desk, note_id, note.version, replace(note.content, files=files), how="enclosed")


def to_new_note(desk: Desk, row_id: str) -> NoteRecord:
    """Begin a note that says that they were sent."""
    row = _claim(desk, row_id, SentState.KEPT)
    note = begin(desk, NoteContent(files=_loose(row)), None, key=row_id)
    row.note_id = note.id
    return note


def to_none(desk: Desk, row_id: str) -> None:
    """They belong to no note."""
    _claim(desk, row_id, SentState.LEFT)


def _loose(row: SentFiles) -> tuple[FileOf, ...]:
    return files_in(row.files)


def _claim(desk: Desk, row_id: str, state: SentState) -> SentFiles:
    """Settle the question, once; every copy of it is drawn anew. Outdated where it was settled before."""
    sent(desk, row_id)
    waiting = (SentState.ASKED, SentState.FAILED, SentState.FOREIGN, SentState.LATE)
    moved = desk.session.execute(
        update(SentFiles)
        .where(SentFiles.id == row_id, SentFiles.state.in_(waiting))
        .values(state=state, settled_at=desk.now)
        .returning(SentFiles.id)
        .execution_options(synchronize_session=False)
    ).first()
    if moved is None:
        raise Outdated(_SETTLED)
    row = desk.session.get_one(SentFiles, row_id)
    desk.session.refresh(row)
    desk.record("file.settle", row_id, kind="file", details={"state": state.value})
    outbox.ask_redraw(desk.session, row_id, desk.now)
    return row
