"""A note that was discarded or sent is wanted back, or asked after: it is shown, with its button."""

from __future__ import annotations

from bot.handlers.door.posting import answer_with, put_answer
from bot.handlers.notes import follow_up
from bot.handlers.small_talk import say
from bot.handlers.talk import Said
from bot.services.drafts import remarks
from bot.services.lookups.finding import discarded_lately, sent_lately
from bot.understand.office.wanted_back import After, says_discarded, wanted_back


def taken(said: Said) -> bool:
    """Whether a note of the sender's own is wanted back, or asked after; answered then."""
    wish = wanted_back(said.text) if not said.thread_ts else None
    if wish is None:
        return False
    return {After.DISCARDED: _discarded, After.SENT: _sent, After.ARRIVED: _arrived}[wish](said)


def _discarded(said: Said) -> bool:
    """The notes put aside last, with Bring back; where there is none, perhaps one that was sent.

    Where there is neither that is said: a note begun long ago is found by its child.
    """
    with said.visit.desk() as desk:
        found = discarded_lately(desk)
        for note in found:
            key = f"{note.id}:{said.ts}"
            put_answer(said.visit, desk, "note_card", {}, key=key, channel=said.channel, subject_id=note.id)
    if not found and (says_discarded(said.text) or not _sent(said)):
        say(said.visit, "none_discarded", said.ts, said.channel)
    return True


def _sent(said: Said) -> bool:
    """The note sent last, as far as nobody has decided on it: with Ask for it back."""
    heard = follow_up.heard_of(said)
    with said.visit.desk() as desk:
        note = sent_lately(desk)
        if note is None:
            return False
        remark = remarks.kept(desk, heard.channel, heard.ts)
        if remark is None:
            remark = remarks.keep(desk, heard, [note.id])
            remarks.close(desk, remark, "filed", note)
            desk.session.flush()
    follow_up.answer(said.visit, remark)
    return True


def _arrived(said: Said) -> bool:
    """What the sender put on record last, each with how it stands."""
    with said.visit.look() as desk:
        if sent_lately(desk, decided=True) is None:
            return False
    answer_with(said.visit, "found", {"own": True}, key=said.ts, channel=said.channel)
    return True
