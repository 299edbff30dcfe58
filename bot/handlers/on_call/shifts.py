"""Shifts that change hands: said in words or tapped; the card of each change for those concerned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.errors import Unusable
from bot.handlers.door.cards import Drawer, Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with, put_answer
from bot.handlers.door.uploads import give_file
from bot.handlers.talk import Answer, Said
from bot.services.desk import Desk
from bot.services.on_call import shift_calendar, shift_rows, shift_shown, shifts
from bot.understand.office.shifts import ShiftWish, Wish, shift_wish
from bot.understand.parts import ALARMS, Intent
from bot.views.drawn import Drawn
from bot.views.on_call.shifts import change_card, outcome_line, shifts_card
from bot.views.visits.calendar import shifts_file
from bot.views.wording import listed, short_day
from storage.models import ShiftChange
from storage.shifting import ShiftChangeStatus

_LIST = "shifts"
_TITLES = {
    Wish.MINE: "Your shifts",
    Wish.OFFER: "Your shifts",
    Wish.TAKE: "Shifts to take",
    Wish.SWAP: "A swap of shifts",
}
_EMPTY = {
    Wish.MINE: "None is ahead. Write *who's on call this week* for the rota.",
    Wish.OFFER: "You have no shift then. Write *my shifts* for those that you have.",
    Wish.TAKE: "There is none to take. Name whose it is: *I'll take Kim's Friday*.",
    Wish.SWAP: "I find no such pair: one of your shifts and one of theirs. Write *my shifts* for yours.",
}


def hang(gallery: Gallery) -> None:
    """Hang the drawers of a change and of the lists."""
    gallery.hang(shift_rows.TOLD, _drawer(ShiftChangeStatus.OPEN))
    for status, kind in shift_rows.SETTLED.items():
        gallery.hang(kind, _drawer(status))
    gallery.hang(_LIST, draw_list)


def register(front: FrontDesk) -> None:
    """Listen for the taps."""
    front.action("shift.mine", mine)
    front.action("shift.offer", offer)
    front.action("shift.take", take)
    front.action("shift.swap", swap)
    front.action("shift.calendar", to_calendar)
    verbs: Mapping[str, Callable[[Desk, str], ShiftChange]] = {
        "agree": shifts.agree,
        "confirm": shifts.agree,
        "decline": shifts.decline,
        "withdraw": shifts.withdraw,
        "undo": shifts.undo,
    }
    for name, verb in verbs.items():
        front.action(f"shift.{name}", _settling(verb))


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message wants nothing of the rota."""

    def unless_shifts(intent: Intent, answer: Answer) -> Answer:
        def first(said: Said) -> None:
            wish = None if said.thread_ts or intent in ALARMS else _wish(said)
            if wish is None:
                answer(said)
            else:
                answer_with(said.visit, _LIST, _details(wish), key=said.ts, channel=said.channel)

        return first

    return {intent: unless_shifts(intent, answer) for intent, answer in answers.items()}


def _wish(said: Said) -> ShiftWish | None:
    zone = ZoneInfo(said.visit.actor.timezone)
    sent_at = said.sent_at.astimezone(zone)
    return shift_wish(said.visit.agency, said.visit.actor.id, said.text, sent_at=sent_at, tz=zone)


def _details(wish: ShiftWish) -> dict[str, Any]:
    return {"wish": wish.wish.value, "days": [str(day) for day in wish.days], "staff": list(wish.staff)}


def mine(visit: Visit) -> None:
    """My shifts was tapped."""
    answer_with(visit, _LIST, _details(ShiftWish(Wish.MINE)), key=str(visit.body["trigger_id"]))


def draw_list(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The shifts that the words meant, as the rota stands when it is sent."""
    if "wish" not in wanted.details:
        return None
    wish, days = Wish(wanted.details["wish"]), [date.fromisoformat(d) for d in wanted.details["days"]]
    staff = [s for s in wanted.details["staff"] if s in desk.agency.staff]
    if wish is Wish.SWAP:
        found = shift_shown.swaps(desk, days, staff)
    elif wish is Wish.TAKE:
        found = shift_shown.others(desk, days, staff)
    else:
        found = shift_shown.own(desk, days, staff[0] if wish is Wish.OFFER and len(staff) == 1 else None)
    on = f", {listed([short_day(day) for day in days])}" if days else ""
    calendar = wish is Wish.MINE and bool(found)
    return shifts_card(_TITLES[wish] + on, found, desk.policy.zone, empty=_EMPTY[wish], calendar=calendar)


def _drawer(told: ShiftChangeStatus) -> Drawer:
    """Draws a change as it stands, for its reader, on the card by which they were told that it is `told`.

    Where they were told anew since, the newer card has everything, and this one a line.
    """

    def draw(desk: Desk, wanted: Wanted) -> Drawn | None:
        change = shift_shown.change_of(desk, wanted.subject_id)
        if change is None:
            return None
        newer = change.status is not told and change.told_anew
        return (outcome_line if newer else change_card)(change, desk.policy.zone)

    return draw


def to_calendar(visit: Visit) -> None:
    """Add to calendar: the person's shifts as a file for their phone; what they gave away is called off."""
    with visit.look() as desk:
        ahead, gone = shift_calendar.shifts_of(desk)
        content = shifts_file(ahead, gone, now=desk.now)
    give_file(visit.deps.client, visit.slack_user, "oncall.ics", content, title="Your shifts")


def offer(visit: Visit) -> None:
    """Offer this shift was tapped: to all who may take it, or to the one who was named."""
    shift_id, _, to = _value(visit).partition("|")
    _answer(visit, lambda desk: shifts.offer(desk, shift_id, to or None))


def swap(visit: Visit) -> None:
    """Ask for this swap was tapped."""
    own, _, other = _value(visit).partition("|")
    _answer(visit, lambda desk: shifts.swap(desk, own, other))


def take(visit: Visit) -> None:
    """Take this shift was tapped: on an offer, on somebody's shift, on time in which nobody is on call."""
    value = _value(visit)
    kind, _, about = value.partition("|")
    if kind == "c":
        _settling(shifts.take, about)(visit)
    elif kind == "s":
        _answer(visit, lambda desk: shifts.ask_for(desk, about))
    elif kind == "f":
        _answer(visit, lambda desk: shifts.take_free(desk, shift_shown.free_of(value)))
    else:
        raise Unusable("That button is too old. Please ask for the shifts anew.")


def _value(visit: Visit) -> str:
    return str(visit.body["actions"][0].get("value", ""))


def _answer(visit: Visit, verb: Callable[[Desk], ShiftChange]) -> None:
    """Do it, and show the actor the card of what there is now."""
    with visit.desk() as desk:
        change = verb(desk)
        visit.redraw(change.id)
        key = f"{change.id}:{change.status.value}"
        put_answer(visit, desk, shift_rows.TOLD, {}, key=key, subject_id=change.id)


def _settling(verb: Callable[[Desk, str], ShiftChange], about: str = "") -> Callable[[Visit], None]:
    """A tap on a card of the change: every card of it is drawn anew, also where it comes too late."""

    def tap(visit: Visit) -> None:
        change_id = about or _value(visit)
        with visit.redrawn_if_refused(change_id), visit.desk() as desk:
            visit.redraw(change_id)
            verb(desk, change_id)

    return tap
