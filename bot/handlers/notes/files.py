"""Files beside words: clips that are listened to, and photos and papers that belong to a note."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import found_once_posted, put_answer
from bot.handlers.notes.notes import editor
from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts import sent
from bot.services.drafts.concerning import notes_at
from bot.views.drawn import Drawn
from bot.views.notes.sent import clip_card, files_card
from storage.enclosures import files_in

FILES_CARD = "files"
_OFFERED = 20


def hang(gallery: Gallery) -> None:
    """Hang the drawers of what was sent."""
    gallery.hang(sent.CLIP_CARD, _clip)
    gallery.hang(FILES_CARD, _files)


def register(front: FrontDesk) -> None:
    """Listen for where files belong."""
    front.action(re.compile(r"^sent\.draft\."), to_draft)
    front.action("sent.new", to_new_note)
    front.action("sent.none", to_none)


def file_away(visit: Visit, message: sent.Message, thread_ts: str | None) -> None:
    """After a message with files was answered: they are with its note, or it is asked where they belong."""
    if thread_ts:
        found_once_posted(
            visit, message.channel, thread_ts, lambda desk: bool(notes_at(desk, message.channel, thread_ts))
        )
    with visit.desk() as desk:
        row_id = sent.file_away(desk, message, thread_ts)
        if row_id:
            put_answer(visit, desk, FILES_CARD, {}, key=row_id, channel=message.channel, subject_id=row_id)


def to_draft(visit: Visit) -> None:
    """A draft was tapped or picked: the files go with it."""
    action = visit.body["actions"][0]
    option = action.get("selected_option") or {}
    row_id, note_id = action["block_id"].partition("|")[2], option.get("value") or action.get("value")

    def put(desk: Desk) -> None:
        visit.redraw(sent.to_note(desk, row_id, str(note_id)).id)

    _settled(visit, row_id, put)


def to_new_note(visit: Visit) -> None:
    """New note, or Write it down: a note that says what was sent, its card and its window."""
    row_id = str(visit.body["actions"][0]["value"])

    def put(desk: Desk) -> None:
        note = sent.to_new_note(desk, row_id)
        put_answer(visit, desk, "note_card", {}, key=note.id, subject_id=note.id)
        windows.append(editor(desk, note))

    windows: list[dict[str, object]] = []
    _settled(visit, row_id, put)
    visit.open_window(windows[0])


def to_none(visit: Visit) -> None:
    """No note."""
    row_id = str(visit.body["actions"][0]["value"])
    _settled(visit, row_id, lambda desk: sent.to_none(desk, row_id))


def _settled(visit: Visit, row_id: str, verb: Callable[[Desk], None]) -> None:
    """Do it and redraw the question; where it is refused the question is redrawn too, for it was behind."""
    with visit.redrawn_if_refused(row_id), visit.desk() as desk:
        verb(desk)
        visit.redraw(row_id)


def _clip(desk: Desk, wanted: Wanted) -> Drawn:
    row = sent.sent(desk, wanted.subject_id)
    return clip_card(row.id, row.state, heard=bool(row.transcript))


def _files(desk: Desk, wanted: Wanted) -> Drawn:
    row = sent.sent(desk, wanted.subject_id)
    drafts = sent.open_drafts(desk, _OFFERED) if row.settled_at is None else []
    kept_with = notes.read(desk, row.note_id) if row.note_id else None
    return files_card(
        row.id, files_in(row.files), row.state, drafts=drafts, kept_with=kept_with, tz=desk.policy.zone
    )
