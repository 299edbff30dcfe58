"""Taps on what was assumed: confirmed or changed, one thing at a time; names that a worker taught."""

from __future__ import annotations

import re

from bot.errors import Refusal
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.talk import Answer, Said
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.drafts import marking, nicknames
from bot.views.drawn import Drawn
from bot.views.notes.nicknames import nicknames_card
from bot.views.notes.note_windows import as_option

LEARNED = "I will know that name from now on. The Home lists the nicknames I know, each with Remove."
NICKNAMES_CARD = "nicknames"
_ASKED = re.compile(r"(?<!\w)(?:nick ?names?|apodos)(?!\w)", re.IGNORECASE)


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the list of nicknames."""
    gallery.hang(NICKNAMES_CARD, _draw)


def register(front: FrontDesk) -> None:
    """Listen for the taps on marks and on the list of nicknames."""
    front.action(re.compile(r"^mark\."), settle)
    front.options(re.compile(r"^mark\."), who_else)
    front.action("nicknames.list", listed)
    front.action("nickname.remove", remove)


def _about(action_id: str) -> tuple[str, str]:
    """The mark's slot and what was assumed in it."""
    _, slot, _, was = action_id.split(".", 3)
    return slot, was


def settle(visit: Visit) -> None:
    """A mark was confirmed or changed: it goes, and the card is redrawn."""
    action = visit.body["actions"][0]
    (slot, was), note_id = _about(action["action_id"]), action["block_id"].split("|")[1]
    option = action.get("selected_option") or {}
    value = option.get("value") or action.get("selected_date") or action.get("value")
    if not value:
        return
    with visit.redrawn_if_refused(note_id), visit.desk() as desk:
        visit.redraw(note_id)
        _, learned = marking.settle(desk, note_id, slot, was, str(value))
    if learned:
        visit.say(LEARNED)


def who_else(visit: Visit) -> None:
    """The menu of a name that was assumed: yes, or who else."""
    slot, was = _about(visit.body["action_id"])
    note_id = visit.body["block_id"].split("|")[1]
    with visit.look() as desk:
        found = marking.offered(desk, note_id, slot, was, visit.body.get("value", ""))
    visit.ack(options=[as_option(choice) for choice in found])


def asks_for_nicknames(text: str) -> bool:
    """Whether the words ask for the list of nicknames (where they tell of nothing that happened)."""
    return bool(_ASKED.search(text))


def or_list(answer: Answer) -> Answer:
    """The answer, or the list where the message asks for nicknames."""

    def answered(said: Said) -> None:
        if asks_for_nicknames(said.text):
            show_nicknames(said.visit, said.ts, said.channel)
        else:
            answer(said)

    return answered


def listed(visit: Visit) -> None:
    """Nicknames, on the Home."""
    show_nicknames(visit, str(visit.body["trigger_id"]))


def show_nicknames(visit: Visit, key: str, channel: str | None = None) -> None:
    """The list of the person's nicknames, as a message of its own."""
    subject = f"nicknames:{visit.actor.id}"
    with visit.desk() as desk:
        put_answer(visit, desk, NICKNAMES_CARD, {}, key=key, channel=channel, subject_id=subject)


def remove(visit: Visit) -> None:
    """Remove was tapped beside a nickname: it is no longer used, and every list is redrawn."""
    nickname_id = str(visit.body["actions"][0]["value"])
    subject = f"nicknames:{visit.actor.id}"
    try:
        with visit.desk() as desk:
            nicknames.forget(desk, nickname_id)
            _redraw(desk, visit, subject)
    except Refusal:
        with visit.desk() as desk:
            _redraw(desk, visit, subject)
        raise


def _redraw(desk: Desk, visit: Visit, subject: str) -> None:
    outbox.ask_redraw(desk.session, subject, desk.now)
    visit.redraw(subject)


def _draw(desk: Desk, _wanted: Wanted) -> Drawn:
    return nicknames_card([(nick.id, nick.alias, name) for nick, name in nicknames.listed(desk)])
