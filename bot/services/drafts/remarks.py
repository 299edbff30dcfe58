"""What becomes of a worker's words about a draft.

A remark is stored with its words before anything is made of it, once for each Slack message. What fits one
draft alone is taken in; what fits several is asked; nothing is guessed, and no word of it is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.errors import Unusable
from bot.rules.review import Action, statuses_for
from bot.services import notes, outbox
from bot.services.desk import Desk
from bot.services.drafts import amending, concerning
from bot.services.drafts.another_event import told_beside, told_in_thread
from bot.services.drafts.concerning import fits_of
from bot.services.drafts.continuing import gone_on_about, may_go_on
from bot.services.drafts.heard import Heard
from bot.services.drafts.left_open import keys_lately
from bot.services.drafts.of_a_return import may_answer_return, returned_for_it
from bot.services.drafts.of_an_alarm import names_by_the_way
from bot.services.drafts.pointed_at import pointed_at, points
from bot.services.drafts.to_the_asker import asked_about, may_answer
from bot.services.review import note_questions
from bot.understand.amend import Amendment, at_best
from bot.understand.amend.parts import Wish
from bot.understand.wants.pleasantries import greets_with_a_day
from storage.models import Remark, new_id
from storage.queries.note_sources import drafted_from
from storage.records import NoteRecord
from storage.types import NoteStatus

SAID = "said"
WHICH, ADD_OR_NEW, UPDATE, ANSWER = "which", "add_or_new", "update", "answer"
ADD_OR_RAISE = "add_or_raise"
"""What the worker is asked about a remark."""
_KEPT = select(Remark).where(
    Remark.channel == bindparam("channel"), Remark.ts == bindparam("ts"), Remark.kind == bindparam("kind")
)


def may_be(said: Heard) -> bool:
    """A cheap look, no database: whether a message may be about a draft, or answer a reviewer."""
    if greets_with_a_day(said.text):
        return False  # "happy Friday" dates no note
    leaning = concerning.may_be(said) or may_go_on(said) or may_answer(said)
    return leaning or may_answer_return(said) or (said.thread_ts is None and points(said.text))


def concerns(desk: Desk, said: Heard) -> bool:
    """Whether the message is about a draft (or a note filed lately); reads only."""
    if kept(desk, said.channel, said.ts) is not None:
        return True
    if _was_logged(desk, said):
        return False
    if may_answer_return(said):
        return bool(returned_for_it(desk, said))
    if said.thread_ts is None and pointed_at(desk, said):
        return True
    return fits_of(desk, said) is not None or bool(gone_on_about(desk, said) or asked_about(desk, said))


def _was_logged(desk: Desk, said: Heard) -> bool:
    """Whether a draft was made of the words: worked again, they would be a remark about that very draft."""
    return bool(drafted_from(desk.session, said.channel, said.ts))


def kept(desk: Desk, channel: str, ts: str, kind: str = SAID) -> Remark | None:
    """The remark that a message became, where it was worked before."""
    return desk.session.scalar(_KEPT, {"channel": channel, "ts": ts, "kind": kind})


def remark_by_id(desk: Desk, remark_id: str) -> Remark | None:
    """A remark of the actor's own; None where there is none, or it is somebody else's."""
    remark = desk.session.get(Remark, remark_id)
    return remark if remark is not None and remark.staff_id == desk.actor.id else None


def still_asking(desk: Desk, remark_id: str) -> Remark | None:
    """The actor's remark while it waits for an answer; of two taps at once the second gets None."""
    query = select(Remark).where(Remark.id == remark_id, Remark.asks.is_not(None)).with_for_update()
    remark = desk.session.scalar(query)
    return remark if remark is not None and remark.staff_id == desk.actor.id else None


def told_as_new(desk: Desk, remark_id: str) -> tuple[str, str, str, datetime] | None:
    """(words, channel, ts, when sent) of the actor's remark that is a new event; None for any other."""
    remark = remark_by_id(desk, remark_id)
    if remark is None or remark.choice != "new":
        return None
    return remark.words, remark.channel, remark.ts, remark.sent_at


def wished_of_several(desk: Desk, said: Heard) -> bool:
    """Whether one of several drafts is to be submitted or put aside, and the words don't say which."""
    if said.thread_ts or at_best(said.text).wish not in (Wish.DISCARD, Wish.SUBMIT):
        return False
    if kept(desk, said.channel, said.ts) is not None or _was_logged(desk, said):
        return False
    return len(fits_of(desk, said) or ()) > 1


def hear(desk: Desk, said: Heard) -> Remark | None:
    """Keep the remark, and take it into its draft where it is plain which; None: it is about none."""
    there = kept(desk, said.channel, said.ts)
    if there is not None:
        return there
    if _was_logged(desk, said):
        return None
    if may_answer_return(said):
        return _of_a_return(desk, said)
    if said.thread_ts is None and (meant := pointed_at(desk, said)):
        return _answered_in_words(desk, said, *meant)
    fits = fits_of(desk, said)
    if fits is None:
        return _gone_on(desk, said)
    remark = keep(desk, said, [note.id for note, _ in fits])
    if len(fits) > 1:
        remark.asks = WHICH
    else:
        ((note, amendment),) = fits
        if note.author.id != desk.actor.id:
            close(desk, remark, "filed", note)
        elif _answers(desk, said, note):
            remark.asks = ANSWER
        elif beside := _beside(desk, said, note, amendment):
            remark.asks = beside
        else:
            _settle(desk, remark, note, amendment)
    desk.session.flush()
    return remark


def _beside(desk: Desk, said: Heard, note: NoteRecord, amendment: Amendment) -> str | None:
    """What is asked first where the words may tell of something, or somebody, else than the note."""
    if said.thread_ts and told_in_thread(desk, said, note, amendment):
        return ADD_OR_NEW
    if not said.thread_ts and names_by_the_way(desk, said, note, amendment):
        return WHICH
    if told_beside(desk, said, note, amendment):
        return WHICH if amendment.strong else ADD_OR_NEW
    return None


def _gone_on(desk: Desk, said: Heard) -> Remark | None:
    """Words that may go on about the draft on the table, or answer a reviewer: that is asked."""
    if about := gone_on_about(desk, said):
        remark = keep(desk, said, about)
        remark.asks = ADD_OR_NEW if len(about) == 1 else WHICH
    elif asked := asked_about(desk, said):
        remark = keep(desk, said, asked)
        remark.asks = ANSWER
    else:
        return None
    desk.session.flush()
    return remark


def _of_a_return(desk: Desk, said: Heard) -> Remark | None:
    """A hurt of which somebody has just asked: the worker says whether it answers, or is new."""
    about = returned_for_it(desk, said)
    if not about:
        return None
    remark = keep(desk, said, about[:1])
    remark.asks = ADD_OR_RAISE
    desk.session.flush()
    return remark


def _answered_in_words(desk: Desk, said: Heard, asking: Remark, note_id: str) -> Remark:
    """“I mean for the Esperanza note": the words asked about go there, and these stand in no note."""
    choose(desk, asking, note_id)
    for subject in (asking.id, *keys_lately(desk)):
        outbox.ask_redraw(desk.session, subject, desk.now)
    remark = keep(desk, said, [note_id])
    remark.note_id, remark.version = asking.note_id, asking.version
    remark.choice, remark.settled_at = asking.choice, desk.now
    desk.session.flush()
    return remark


def _answers(desk: Desk, said: Heard, note: NoteRecord) -> bool:
    """Whether what puts right a note that was sent is likelier said to who asks about it."""
    asked = not said.thread_ts and note_questions.standing(desk, note).may_answer
    return asked and note.status not in statuses_for(Action.EDIT)


def keep(desk: Desk, said: Heard, candidates: Sequence[str], kind: str = SAID) -> Remark:
    """Store the words of a remark."""
    remark = Remark(
        id=new_id(),
        kind=kind,
        staff_id=desk.actor.id,
        channel=said.channel,
        ts=said.ts,
        thread_ts=said.thread_ts,
        words=said.text,
        sent_at=said.sent_at,
        made_at=desk.now,
        candidates=list(candidates),
    )
    desk.session.add(remark)
    desk.session.flush()
    return remark


def choose(desk: Desk, remark: Remark, note_id: str) -> None:
    """The worker said which draft it is about (or that it answers what is asked about that note)."""
    note = notes.read(desk, note_id)
    if remark.asks in (ADD_OR_NEW, ADD_OR_RAISE):
        _added(desk, remark, note)
        return
    if remark.asks == ANSWER:
        note_questions.answer(desk, note_id, remark.words, key=remark.ts)
        close(desk, remark, "answered", note)
        return
    amendment = amending.heard(desk, note, remark.words, remark.sent_at)
    _settle(desk, remark, note, amendment)


def close(desk: Desk, remark: Remark, choice: str, note: NoteRecord | None = None) -> None:
    """Settle a remark; what was asked about it is answered."""
    remark.choice, remark.settled_at, remark.asks = choice, desk.now, None
    if note is not None:
        remark.note_id, remark.version = note.id, note.version
        desk.record("note.remark", note.id, details={"remark": remark.id, "choice": choice})


def _settle(desk: Desk, remark: Remark, note: NoteRecord, amendment: Amendment) -> None:
    if note.author.id != desk.actor.id or note.status not in statuses_for(Action.EDIT):
        close(desk, remark, "filed", note)
    elif amendment.wish is Wish.SUBMIT:
        close(desk, remark, wish_to_submit(note), note)
    elif amendment.wish is not None:
        close(desk, remark, f"wish_{amendment.wish.value}", note)
    elif amendment.two_families:
        close(desk, remark, "two_families", note)
    else:
        _taken_in(desk, remark, note, amendment)


def is_revised(note: NoteRecord) -> bool:
    """Whether a note that came back was changed since."""
    return note.returned is not None and note.version > note.returned.version


def wish_to_submit(note: NoteRecord) -> str:
    """The choice of words that want a note sent: one that came back has to be changed first."""
    unchanged = note.status is NoteStatus.RETURNED and not is_revised(note)
    return "wish_revise" if unchanged else f"wish_{Wish.SUBMIT.value}"


def _taken_in(desk: Desk, remark: Remark, note: NoteRecord, amendment: Amendment) -> None:
    fresh = _in_hand(desk, remark, note)
    if fresh is None:
        return
    if fresh.version != note.version:
        near = remark.thread_ts is not None
        amendment = amending.heard(desk, fresh, remark.words, remark.sent_at, close=near)
    try:
        after = amending.take_in(desk, note.id, remark.words, amendment)
    except Unusable:  # somebody of another family, say: the words are kept, and nothing else is changed
        _added(desk, remark, note, "unclear")
        return
    close(desk, remark, "unclear" if amendment.unclear else "taken_in", after)


def _added(desk: Desk, remark: Remark, note: NoteRecord, choice: str = "taken_in") -> None:
    if _in_hand(desk, remark, note) is not None:
        close(desk, remark, choice, amending.append(desk, note.id, remark.words))


def _in_hand(desk: Desk, remark: Remark, note: NoteRecord) -> NoteRecord | None:
    """The note once whoever changes it has done; None where it was sent meanwhile: then that is said."""
    amending.in_turn(desk, note.id)
    fresh = notes.read(desk, note.id)
    if fresh.status in statuses_for(Action.EDIT):
        return fresh
    close(desk, remark, "filed", fresh)
    return None
