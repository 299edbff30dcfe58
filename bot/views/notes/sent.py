"""Messages about what was sent beside words: a clip being listened to, files that want a note."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, cut, escape, push, section, select
from bot.views.drawn import Drawn
from bot.views.notes.enclosed import enclosed
from bot.views.wording import short_day
from storage.records import FileOf, NoteRecord
from storage.types import SentState

AS_BUTTONS = 3
_TYPE = "Please type in a line what happened."
CLIPS = {
    SentState.LISTENING: "🎙 Listening to your clip …",
    SentState.HEARD: "🎙 Heard.",
    SentState.FAILED: f"🎙 Slack could not turn that clip into words. {_TYPE}",
    SentState.FOREIGN: f"🎙 Slack heard neither English nor Spanish in that clip. {_TYPE}",
    SentState.LATE: f"🎙 Slack has not written that clip down in 3 minutes. {_TYPE}",
    SentState.LEFT: "🎙 That clip belongs to no note.",
}
_KEPT_UNHEARD = "🎙 The note says that you sent a clip; Slack could not turn it into words."


def clip_card(row_id: str, state: SentState, *, heard: bool) -> Drawn:
    """How the listening stands. Where nothing was heard, one tap begins a note to type into."""
    if state in (SentState.KEPT, SentState.ASKED):
        words = CLIPS[SentState.HEARD] if heard else _KEPT_UNHEARD
    else:
        words = CLIPS[state]
    blocks = [section(words)]
    if state in (SentState.FAILED, SentState.FOREIGN, SentState.LATE):
        blocks.append(actions([button("Write it down", "sent.new", row_id)]))
    return Drawn(text=push(words), blocks=blocks)


def files_card(
    row_id: str,
    files: Sequence[FileOf],
    state: SentState,
    *,
    drafts: Sequence[NoteRecord],
    kept_with: NoteRecord | None,
    tz: ZoneInfo,
) -> Drawn:
    """What do they belong to? A button for each of the newest drafts, a new note, or none."""
    them = enclosed(files)
    if state is not SentState.ASKED:
        where = f"with the note about {_about(kept_with)}" if kept_with else "with no note"
        return Drawn(text="Your file is filed", blocks=[section(f"📎 {them}: {where}.")])
    asks = "What does it belong to?" if len(files) == 1 else "What do they belong to?"
    return Drawn(
        text=push(f"You sent a file. {asks}"),
        blocks=[
            section(f"📎 {them}\n❓ *{asks}*"),
            actions(_answers(row_id, drafts, tz), block_id=f"sent|{row_id}"),
        ],
    )


def _answers(row_id: str, drafts: Sequence[NoteRecord], tz: ZoneInfo) -> list[Block]:
    few, shown = len(drafts) <= AS_BUTTONS, drafts[: AS_BUTTONS if len(drafts) <= AS_BUTTONS else 2]
    found = [button(_label(d, tz), f"sent.draft.{n}", d.id) for n, d in enumerate(shown)]
    if not few:
        pairs = [(d.id, _label(d, tz)) for d in drafts[2:]]
        found.append(select("sent.draft.pick", "Another draft", pairs))
    return [*found, button("New note", "sent.new", row_id), button("No note", "sent.none", row_id)]


def _label(note: NoteRecord, tz: ZoneInfo) -> str:
    children = " and ".join(c.first_name for c in note.children[:2]) + (
        f" +{len(note.children) - 2}" if len(note.children) > 2 else ""
    )
    day = short_day(note.content.on or note.created_at.astimezone(tz).date())
    return cut(f"{children or note.family_name or 'Draft'}, {day}", 75)


def _about(note: NoteRecord) -> str:
    names = ", ".join(c.name for c in note.children[:3])
    return f"*{escape(names or note.family_name or 'nobody yet')}*"
