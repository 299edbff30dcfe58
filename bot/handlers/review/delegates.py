"""Who reviews in one's stead, in words or by the Home's window: Confirm, Change, Cancel, Take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.errors import NotAllowed, Unusable
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with, put_answer
from bot.handlers.leave.steads import CARD as STEADS
from bot.handlers.talk import Answer, Said, unless
from bot.rules.permissions import may_name_delegate
from bot.services.desk import Desk
from bot.services.leave.steads import next_leave, stands_in
from bot.services.review import delegates
from bot.understand.office.delegating import Stead, stead_of
from bot.understand.office.leave import says_own_leave
from bot.understand.parts import Intent
from bot.views.drawn import Drawn
from bot.views.notes import note_windows as windows
from bot.views.review.delegates import delegate_card, delegate_window, told_card

WHO = "Who reviews for you, and when? For example: “{name} reviews for me Dec 1-5”. Or the Home's button."
SEVERAL = "Several of that name work here. Please say the whole name, or use the Home's button."


def hang(gallery: Gallery) -> None:
    """Hang the drawers for both."""
    gallery.hang(delegates.CARD, _draw)
    gallery.hang(delegates.TOLD, _told)


def register(front: FrontDesk) -> None:
    """Listen for the taps and the window."""
    front.action("delegate.ask", ask)
    front.action("delegate.change", change)
    front.action("delegate.confirm", lambda visit: _tap(visit, delegates.confirm))
    front.action("delegate.cancel", lambda visit: _tap(visit, delegates.drop))
    front.action("delegate.take_back", lambda visit: _tap(visit, delegates.take_back))
    front.view("delegate.named", named)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where nobody is named who reviews; alarms always come first."""
    return unless(lambda said: not said.thread_ts and asked(said), answers)


def asked(said: Said) -> bool:
    """Whether the words name who reviews in the actor's stead; a card asks to confirm it then."""
    visit = said.visit
    me = visit.agency.staff.get(visit.actor.id)
    if me is None or not may_name_delegate(me, me):
        return False
    zone = ZoneInfo(visit.actor.timezone)
    stead = stead_of(visit.agency, me.id, said.text, sent_at=said.sent_at.astimezone(zone), tz=zone)
    if stead is None or (said.reading.intent is Intent.PLAN_LEAVE and says_own_leave(said.text)):
        return False  # who is off and says who reviews has planned leave, with that one as cover
    _propose(said, stead)
    return True


def _propose(said: Said, stead: Stead) -> None:
    if len(stead.named) > 1:
        raise Unusable(SEVERAL)
    if stead.named:
        with said.visit.look() as desk:
            stead = _of_the_leave(desk, stead)
            known = stands_in(desk, stead.named[0], stead.first, stead.last)
        if known:
            answer_with(said.visit, STEADS, {"staff": said.visit.actor.id}, key=said.ts, channel=said.channel)
            return
    if not stead.named or stead.first is None:
        others = (each.name for each in said.visit.agency.staff.values() if each.id != said.visit.actor.id)
        raise Unusable(WHO.format(name=next(others, "A colleague")))
    with said.visit.desk() as desk:
        found = delegates.propose(
            desk,
            delegate_id=stead.named[0],
            first=stead.first,
            last=stead.last or stead.first,
            key=f"{said.channel}:{said.ts}",
        )
        _put(said.visit, desk, found, said.channel)


def _of_the_leave(desk: Desk, stead: Stead) -> Stead:
    """Without days the actor's next leave is meant: "and Patricia gets my notes to approve"."""
    days = None if stead.first else next_leave(desk)
    return replace(stead, first=days[0], last=days[1]) if days else stead


def _put(visit: Visit, desk: Desk, delegation_id: str, channel: str | None = None) -> None:
    put_answer(visit, desk, delegates.CARD, {}, key=delegation_id, channel=channel, subject_id=delegation_id)


def ask(visit: Visit) -> None:
    """Who reviews for me: the window."""
    with visit.look() as desk:
        if not may_name_delegate(desk.me, desk.me):
            raise NotAllowed("Only supervisors and directors name somebody who reviews for them.")
        view = _window(desk, None, desk.today, desk.today)
    visit.open_window(view)


def _window(desk: Desk, chosen: str | None, first: date, last: date, about: str = "") -> dict[str, object]:
    offered = delegates.may_be_named(desk)
    if not offered:
        raise Unusable("There is nobody on staff who could review for you.")
    return delegate_window(offered, chosen=chosen, first=first, last=last, about=about)


def change(visit: Visit) -> None:
    """Change: the window with what was said; sent, it stands instead of the card's."""
    delegation_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(delegation_id), visit.look() as desk:
        row = delegates.proposed(desk, delegation_id)
        view = _window(desk, row.delegate_id, row.first_day, row.last_day, row.id)
    visit.open_window(view)


def named(visit: Visit) -> None:
    """The window was sent: it is confirmed with that."""
    view = visit.body["view"]
    values, instead_of = view["state"]["values"], str(view.get("private_metadata") or "")
    who = windows.picked(values, "who")
    first, last = (windows.parsed_date(windows.picked(values, name)) for name in ("first", "last"))
    if who is None or first is None or last is None:
        visit.ack(response_action="errors", errors={"who": "Who, from when, until when?"})
        return
    try:
        with visit.desk() as desk:
            if instead_of:
                visit.redraw(instead_of)
                delegates.drop(desk, instead_of)
            key = f"window:{view['id']}"
            found = delegates.propose(desk, delegate_id=who, first=first, last=last, key=key, confirmed=True)
            _put(visit, desk, found)
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"last": str(unusable)})
        return
    visit.ack()


def _tap(visit: Visit, verb: Callable[[Desk, str], None]) -> None:
    delegation_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(delegation_id), visit.desk() as desk:
        visit.redraw(delegation_id)
        verb(desk, delegation_id)


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    shown = delegates.shown(desk, wanted.subject_id)
    return delegate_card(shown) if shown else None


def _told(desk: Desk, wanted: Wanted) -> Drawn | None:
    shown = delegates.shown(desk, wanted.subject_id)
    return told_card(shown) if shown else None
