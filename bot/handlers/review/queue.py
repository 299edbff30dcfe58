"""The review queue: asked for in words or on the Home; several notes of a worker approved in one window."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.errors import AlreadyDecided, Refusal
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.talk import Said
from bot.rules.permissions import SENIORS
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.review import queue, review
from bot.understand.writing.text import folded
from bot.views.blocks import Block
from bot.views.drawn import Drawn
from bot.views.notes import note_windows as windows
from bot.views.review.queue import MOST, queue_card, several_window

CARD = "review_queue"
SEVERAL = "queue.approved"
_ASKED = re.compile(
    r"^\W*(?:(?:what(?:'s| is)? (?:in|on) |show(?: me)? |see |open |list )?(?:my |the )?(?:review )?queue"
    r"|what (?:do i have|have i got|is there|is left|notes? do i have)(?: left)? to (?:review|approve)"
    r"|(?:my |show(?: me)? (?:my )?|what |which |any )?(?:notes?|reviews?) (?:are )?(?:waiting|to review"
    r"|for review|to approve|i (?:have|need) to (?:review|approve))(?: for me)?"
    r"|(?:is |are )?(?:what|anything|which notes?|how many notes?|any notes?)(?:'?s| is| are)? (?:still )?"
    r"waiting(?: (?:for|on) me| for my)?(?: to)?(?: review| approve| approval)?"
    r"|(?:so |and )?(?:what|which|how many)(?: notes?| ones?)? (?:do i|have i|are there|i)(?: still| yet)? "
    r"(?:have|got|need|for me)?(?: still| left| waiting)* ?(?:to |for me to )"
    r"(?:review|approve|read|sign off on|decide)(?: still| yet| now| today)?"
    r"(?: before i (?:go|leave)(?: home| on leave)?)?"
    r"|(?:what|which)(?: one| note)?(?:'?s| is)? (?:the )?(?:(?:oldest|most urgent)(?: one| note)?|due first)"
    r"(?: in my queue| to (?:review|approve)| waiting)?"
    r"|(?:que )?(?:notas )?(?:tengo )?(?:por|que|para) revisar|mi cola)\W*$"
)
_NOTE = r"(?:one|notes?|draft|revision|nota)(?!\w)"
_ONE = rf"(?:the |that |la |el )?(?:(?!to |with |by |from )[\w'.-]+ ){{1,3}}?{_NOTE}"
_DECIDED = (
    rf"(?:it|that|this|them|all|both|everything|lo|la|esa|la nota|\w+'s|{_ONE}|"
    r"the (?:first|second|last|next|other|top) (?:one|note|two|three)|"
    r"(?:\w+'?s?|the|all|her|his|their) (?:notes?|revision|draft))"
)
_WHY = (
    r"(?:to|for|because|bc|cause|cuz|she|he|they|it|its|there|no|not|missing|needs?|forgot|how|what|when|where|who|"
    r"which|was|were|did|didnt|didn't|porque|le|falta|no)(?!\w)"
)
_RETURN = rf"(?:send|kick) (?:{_DECIDED} (?:right )?back|back {_DECIDED})"
_DECIDES = re.compile(
    r"^\W*(?:(?:ok|okay|yes|please|pls|can you|go ahead and|just|i|also|and|now) ,?){0,3}(?:"
    rf"{_ONE} ?[-,:–]+ ?(?:send|kick|approve|return|reject) (?:it |that |this )?(?:back)?|"
    r"(?:approve|approving|return|reject|deny|aprueba|aprobar|devuelve|devolver|rechaza) "
    rf"{_DECIDED}|{_RETURN})"
    rf"(?: (?:back|all|of them|please|pls|too|as well|tambien))*(?:[.! ]*$|[ ,.!:;-]+{_WHY})"
)
"""A decision in words: it is made with the buttons, under which the note stands that was read."""


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the queue."""
    gallery.hang(CARD, _draw)


def register(front: FrontDesk) -> None:
    """Listen for the queue's taps."""
    front.action("queue.now", now)
    front.action("queue.several", several)
    front.action(re.compile(r"^queue\.worker\.\d+$"), other_worker)
    front.view(SEVERAL, approve_several)


def _draw(desk: Desk, wanted: Wanted) -> Drawn:
    told, of = bool(wanted.details.get("told")), wanted.details.get("of") or ()
    if of:
        notes = queue.waiting_of(desk, of)
        who = [desk.agency.staff[each].name for each in of if each in desk.agency.staff]
        return queue_card(notes, (len(notes), 0), desk.policy.zone, now=desk.now, of=who)
    notes = queue.waiting(desk, MOST)
    waiting = queue.length(desk), len(queue.approvable(desk))
    return queue_card(notes, waiting, desk.policy.zone, now=desk.now, told=told)


def now(visit: Visit) -> None:
    """The queue as it stands."""
    show(visit, str(visit.body["trigger_id"]))


def asks_for_queue(text: str) -> bool:
    """Whether the queue itself is asked for."""
    return _ASKED.match(folded(text).strip()) is not None


def asked(said: Said, words: str) -> bool:
    """Whether who reviews asks for the queue, or says what should become of a note; answered then.

    In a thread the words are about the note that stands there.
    """
    wanted = _ASKED.match(words) or (not said.thread_ts and _DECIDES.match(words))
    if said.visit.actor.role not in SENIORS or not wanted:
        return False
    show(said.visit, said.ts, said.channel, told=_ASKED.match(words) is None)
    return True


def show(visit: Visit, key: str, channel: str | None = None, *, told: bool = False) -> None:
    """Have the queue posted, as it stands when it is drawn; `told`: something was to be done by words."""
    with visit.desk() as desk:
        details = {"told": True} if told else {}
        put_answer(visit, desk, CARD, details, key=key, channel=channel, subject_id=_of_today(desk))


def _of_today(desk: Desk) -> str:
    """What the actor's queues of the day are cards of: those of other days are not drawn anew."""
    return f"queue:{desk.actor.id}:{desk.today}"


def drawn_anew(visit: Visit) -> None:
    """The actor decided on a note: the day's queues show what still waits."""
    with visit.desk() as desk:
        outbox.ask_redraw(desk.session, _of_today(desk), desk.now)
        visit.redraw(_of_today(desk))


def several(visit: Visit) -> None:
    """Approve several: the worker of whom most was read."""
    with visit.look() as desk:
        view = list_of(desk, None)
    visit.open_window(view)


def other_worker(visit: Visit) -> None:
    """Somebody else's notes, in the same window."""
    with visit.look() as desk:
        view = list_of(desk, str(visit.body["actions"][0]["value"]))
    visit.update_window(view)


def list_of(desk: Desk, worker_id: str | None, done: str = "") -> Block:
    """The notes of that worker, else of whom most was read, to be ticked; `done`: what was just done."""
    found, zone = queue.by_worker(desk), desk.policy.zone
    if not found:
        return several_window(None, (), (), (), zone, done=done)
    chosen = next((each for each in found if each.who.id == worker_id), None)
    chosen = chosen or max(found, key=lambda each: len(each.opened))
    others = [each.who for each in found if each.who.id != chosen.who.id]
    return several_window(chosen.who, chosen.opened, chosen.unread, others, zone, done=done)


@dataclass
class _Done:
    """What became of each of them."""

    approved: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def approve_several(visit: Visit) -> None:
    """The window was sent: each ticked note is decided by itself, as by its own button; the rest is shown."""
    view, done = visit.body["view"], _Done()
    for ticked in _ticked(view):
        note_id, _, version = ticked.partition("|")
        _approve(visit, note_id, int(version), done)
    with visit.look() as desk:
        left = list_of(desk, str(view["private_metadata"]), _sentence(done))
    visit.ack(response_action="update", view=left)
    for note_id in done.approved:  # Slack waits three seconds for the answer: no card is drawn before it
        visit.deps.cards.redraw_now(note_id)
    drawn_anew(visit)


def _ticked(view: Block) -> list[str]:
    """What is ticked of what is offered: a tick outlives a note that was decided meanwhile."""
    boxes = (each["element"]["options"] for each in view["blocks"] if each.get("block_id") == "notes")
    offered = {each["value"] for options in boxes for each in options}
    return [each for each in windows.ticked(view["state"]["values"], "notes") if each in offered]


def _approve(visit: Visit, note_id: str, version: int, done: _Done) -> None:
    try:
        with visit.desk() as desk:
            review.approve(desk, note_id, version)
    except Refusal as refusal:
        # A second try of the same window finds its own decisions.
        mine = isinstance(refusal, AlreadyDecided) and visit.actor.short in str(refusal)
        if not mine:
            done.others.append(str(refusal))
            return
    done.approved.append(note_id)


def _sentence(done: _Done) -> str:
    count = len(done.approved)
    notes = "1 note is" if count == 1 else f"{count} notes are"
    return " ".join([f"{notes} approved.", *dict.fromkeys(done.others)])
