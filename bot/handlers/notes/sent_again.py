"""“Send it back to Rosa", “manda la de Valeria": the note is shown with Submit; words alone send nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.handlers.door.posting import put_answer
from bot.handlers.notes import follow_up
from bot.handlers.review.about_notes import names_of, staff_called
from bot.handlers.talk import Said
from bot.rules.permissions import SENIORS
from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts import left_open, remarks
from bot.services.drafts.open_drafts import MOST, open_drafts
from bot.services.review import queue
from bot.understand.office.sending import Sending, sending_of
from storage.models import Remark
from storage.records import NoteRecord

_MOST = 3


def taken(said: Said) -> bool:
    """Whether a note of the sender's that came back is to be sent again; it is shown then.

    Also a draft, where it is said to whom it is to go. What else is to be sent is a remark on a draft.
    """
    wish = sending_of(said.text, staff_called(said.visit.agency)) if not said.thread_ts else None
    if wish is None:
        return False
    with said.visit.desk() as desk:
        back = _back(desk, wish)
        drafts = [note_id for note_id, _ in open_drafts(desk, MOST)]
        if wish.topic and not wish.again and _is_a_draft(desk, wish.topic, drafts):
            return False
        if back and (wish.again or wish.topic or not drafts):
            remark = _shown(said, desk, back)
        elif wish.topic or not (wish.again or wish.to) or said.visit.actor.role in SENIORS:
            return False
        elif drafts:
            remark = _drafts(said, desk, drafts)
        else:
            return False
    follow_up.answer(said.visit, remark)
    return True


def _back(desk: Desk, wish: Sending) -> list[NoteRecord]:
    """The notes that came back: those named, of them the ones changed since where there are any."""
    found = queue.back_with_author(desk)
    if wish.topic:
        words = set(wish.topic.split())
        found = [each for each in found if words <= names_of([each], author=False)]
    return [each for each in found if remarks.is_revised(each)] or found


def _is_a_draft(desk: Desk, topic: str, drafts: Sequence[str]) -> bool:
    words = set(topic.split())
    return any(words <= names_of([notes.read(desk, each)], author=False) for each in drafts)


def _shown(said: Said, desk: Desk, back: Sequence[NoteRecord]) -> Remark | None:
    """The one with its button; several each on its card."""
    if len(back) == 1:
        return _wished(said, desk, back[0])
    for note in back[:_MOST]:
        key = f"{said.ts}:{note.id}"
        put_answer(said.visit, desk, "note_returned", {}, key=key, channel=said.channel, subject_id=note.id)
    return None


def _drafts(said: Said, desk: Desk, drafts: Sequence[str]) -> Remark | None:
    if len(drafts) == 1:
        return _wished(said, desk, notes.read(desk, drafts[0]))
    subject = left_open.key_of(desk.actor.id, desk.today)
    put_answer(said.visit, desk, left_open.KIND, {}, key=said.ts, channel=said.channel, subject_id=subject)
    return None


def _wished(said: Said, desk: Desk, note: NoteRecord) -> Remark:
    heard = follow_up.heard_of(said)
    remark = remarks.kept(desk, heard.channel, heard.ts)
    if remark is None:
        remark = remarks.keep(desk, heard, [note.id])
        remarks.close(desk, remark, remarks.wish_to_submit(note), note)
        desk.session.flush()
    return remark
