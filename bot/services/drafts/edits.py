"""What becomes of a draft when the message behind it is edited or deleted in Slack.

An edit is offered, never done: what it changes is laid over the draft as it stands, so that what was answered
or corrected since stays. A deletion takes nothing from the record; the draft says that it happened.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.rules.review import Action, statuses_for
from bot.services import notes
from bot.services.desk import Desk, Session
from bot.services.drafts.drafting import Source, contents
from bot.services.drafts.heard import Heard
from bot.services.drafts.remarks import UPDATE, close, keep, kept
from bot.understand.reading import read
from storage.models import Note, NoteVersion, Remark
from storage.queries.note_sources import drafted_from
from storage.records import NoteContent, NoteRecord

DELETED_MARK = {"slot": "source", "value": "slack", "why": "deleted"}
"""Among a draft's marks: the message that it came from is no longer in Slack."""
REREAD = "reread"
_FIELDS = (
    "types", "children", "people", "seen_alone", "on", "starts_at", "minutes", "part_of_day", "method",
    "outcome", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """A draft and its content as the edited message would make it."""

    note: NoteRecord
    after: NoteContent


def edited(desk: Desk, said: Heard, before: str, edit: str) -> tuple[Remark | None, list[Remark]]:
    """A message was edited to `said.text`: the remark to answer with, and older offers that it overtakes.

    None where no draft came from it, or nothing about one would change. `edit` tells it from other edits.
    """
    kind = f"edited:{edit}"
    if (there := kept(desk, said.channel, said.ts, kind)) is not None:
        return there, []
    ids = drafted_from(desk.session, said.channel, said.ts)
    if not ids:
        return _of_a_remark(desk, said, kind), []
    drafts = [notes.read(desk, i) for i in ids]
    changeable = [n for n in drafts if n.status in statuses_for(Action.EDIT)]
    base = _taken_in_last(desk, said) or before
    over = _overtaken(desk, said)
    if base == said.text:
        return None, over
    remark = keep(desk, said, [n.id for n in changeable or drafts], kind)
    remark.before = base
    if not changeable:
        close(desk, remark, "filed", drafts[0])
    elif (offers := offers_of(desk, remark)) is None:
        close(desk, remark, "several", changeable[0])
    elif any(o.after != o.note.content for o in offers):
        remark.asks = UPDATE
    else:
        close(desk, remark, "kept", changeable[0])
    desk.session.flush()
    return remark, over


def words_before(session: Session, channel: str, ts: str) -> str:
    """A message's words as they were first drafted; "" where nothing came of them."""
    first = (NoteVersion.note_id == Note.id) & (NoteVersion.number == 1)
    query = select(NoteVersion).join(Note, first).order_by(Note.item)
    rows = session.scalars(query.where(Note.source_channel == channel, Note.source_ts == ts))
    return "\n".join(dict.fromkeys(row.narrative for row in rows))


def came_to_nothing(desk: Desk, said: Heard) -> bool:
    """Whether neither a note nor a remark about one was made of a message when it was first sent."""
    return not drafted_from(desk.session, said.channel, said.ts) and kept(desk, said.channel, said.ts) is None


def _of_a_remark(desk: Desk, said: Heard, kind: str) -> Remark | None:
    """A correction that was taken in was edited itself: it is said what to do."""
    earlier = kept(desk, said.channel, said.ts)
    if earlier is None or earlier.note_id is None or earlier.words == said.text:
        return None
    remark = keep(desk, said, [earlier.note_id], kind)
    close(desk, remark, "remark_edited", notes.read(desk, earlier.note_id))
    return remark


def _edits_of(desk: Desk, said: Heard) -> list[Remark]:
    query = select(Remark).where(
        Remark.channel == said.channel, Remark.ts == said.ts, Remark.kind.like("edited:%")
    )
    return list(desk.session.scalars(query.order_by(Remark.made_at)))


def _taken_in_last(desk: Desk, said: Heard) -> str:
    """The message's words as the drafts have them, where it was edited before; "" where it was not."""
    edits = _edits_of(desk, said)
    done = [e.words for e in edits if e.choice == "taken_in"]
    return done[-1] if done else edits[0].before if edits else ""


def _overtaken(desk: Desk, said: Heard) -> list[Remark]:
    older = [e for e in _edits_of(desk, said) if e.asks == UPDATE]
    for remark in older:
        close(desk, remark, "overtaken")
    return older


def offers_of(desk: Desk, remark: Remark) -> list[Offer] | None:
    """The drafts as the edited message would make them; None where it tells of more or fewer events."""
    base, new = _contents(desk, remark, remark.before), _contents(desk, remark, remark.words)
    items = _items(desk, remark)
    if len(base) != len(new) or any(item >= len(new) for item in items.values()):
        return None
    found = []
    for note_id, item in items.items():
        note = notes.read(desk, note_id)
        found.append(Offer(note, _merged(base[item], new[item], note.content)))
    return found


def _items(desk: Desk, remark: Remark) -> dict[str, int]:
    query = select(Note.id, Note.item).where(Note.id.in_(remark.candidates)).order_by(Note.item)
    return {row.id: row.item for row in desk.session.execute(query)}


def _contents(desk: Desk, remark: Remark, text: str) -> list[NoteContent]:
    tz = ZoneInfo(desk.actor.timezone)
    reading = read(desk.agency, staff_id=desk.actor.id, text=text, sent_at=remark.sent_at, tz=tz, a_note=True)
    source = Source(remark.channel, remark.ts, text)
    return [content for _, content in contents(reading, source, desk.agency)]


def _merged(base: NoteContent, new: NoteContent, ours: NoteContent) -> NoteContent:
    """Ours, with all in it that the edit changed."""
    changed: dict[str, Any] = {
        name: getattr(new, name) for name in _FIELDS if getattr(base, name) != getattr(new, name)
    }
    if "children" in changed and base.people == new.people:
        changed["people"] = new.people
    slots = {"children": "child", "people": "person", "on": "date", "starts_at": "time", "types": "type"}
    touched = {slots.get(name, name) for name in changed}
    asked = [q for q in ours.questions if q["slot"] not in touched]
    asked += [q for q in new.questions if q["slot"] in touched]
    return replace(
        ours,
        **changed,
        narrative=_words(base.narrative, new.narrative, ours.narrative),
        questions=tuple(asked),
    )


def _words(base: str, new: str, ours: str) -> str:
    """The edited words in the place of the former ones; what was added since stays behind them."""
    if base == new:
        return ours
    if ours.startswith(base):
        return new + ours[len(base) :]
    return ours.replace(base, new, 1) if base and base in ours else f"{ours}\n{new}"


def update(desk: Desk, remark: Remark) -> list[str]:
    """Update draft was tapped: take the edit in; the ids of the notes that changed.

    None where one of them has been sent since the offer: what is possible then is said instead.
    """
    drafts = [notes.read(desk, i) for i in remark.candidates]
    offers = offers_of(desk, remark)
    if left := next((n for n in drafts if n.status not in statuses_for(Action.EDIT)), None):
        close(desk, remark, "filed", left)
        return []
    if offers is None:  # read by today's roster it tells of more or fewer events
        close(desk, remark, "several", drafts[0])
        return []
    done: list[NoteRecord] = []
    for offer in offers:
        note = notes.to_change(desk, offer.note.id)
        done.append(notes.change(desk, note.id, note.version, offer.after, how=REREAD))
    close(desk, remark, "taken_in", done[0] if done else None)
    return [note.id for note in done]


def deleted(desk: Desk, said: Heard) -> Remark | None:
    """The message behind drafts was deleted in Slack: they stay, and say so. None where none came from it."""
    if (there := kept(desk, said.channel, said.ts, "deleted")) is not None:
        return there
    drafts = [notes.read(desk, i) for i in drafted_from(desk.session, said.channel, said.ts)]
    open_ = [n for n in drafts if n.status in statuses_for(Action.EDIT)]
    if not open_:
        return None
    marked = [_marked(desk, note) for note in open_]
    remark = keep(desk, said, [n.id for n in marked], "deleted")
    close(desk, remark, "deleted", marked[0])
    return remark


def source_deleted(desk: Desk, note_id: str) -> bool:
    """Whether the message behind a note was deleted in Slack."""
    same = (Remark.channel == Note.source_channel) & (Remark.ts == Note.source_ts)
    query = select(Remark.id).join(Note, same).where(Note.id == note_id, Remark.kind == "deleted")
    return desk.session.scalar(query) is not None


def _marked(desk: Desk, note: NoteRecord) -> NoteRecord:
    if DELETED_MARK in note.content.marks:
        return note
    content = replace(note.content, marks=(*note.content.marks, DELETED_MARK))
    return notes.change(desk, note.id, note.version, content, how="source_deleted")
