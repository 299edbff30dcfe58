"""Visits with a time to be back by: said in words, asked about, answered by a tap or in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from bot.handlers.door.ahead import at_ts
from bot.handlers.door.cards import Drawer, Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.talk import Answer, Said, understand
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.services.on_call import check_ins, check_ins_shown
from bot.understand.office.check_ins import OnVisit, on_visit, says_back
from bot.understand.parts import ALARMS, Intent
from bot.views.drawn import Drawn
from bot.views.on_call.check_ins import alarm_card, ask_card, back_card, worker_card
from storage.checking_in import CheckInRecord


def hang(gallery: Gallery) -> None:
    """Hang the drawers of its messages."""
    gallery.hang(check_ins.CARD, _drawer(lambda found, desk: worker_card(found, desk.policy.zone)))
    gallery.hang(check_ins.ASK, _drawer(lambda found, desk: ask_card(found, desk.policy.zone)))
    gallery.hang(
        check_ins.ALARM, _drawer(lambda found, desk: alarm_card(found, desk.actor.id, desk.policy.zone))
    )
    gallery.hang(check_ins.BACK, _drawer(lambda found, desk: back_card(found, desk.policy.zone)))


def _drawer(card: Callable[[CheckInRecord, Desk], Drawn]) -> Drawer:
    def draw(desk: Desk, wanted: Wanted) -> Drawn | None:
        found = check_ins_shown.check_in_of(desk, wanted.subject_id)
        return card(found, desk) if found else None

    return draw


def register(front: FrontDesk, answers: Mapping[Intent, Answer]) -> None:
    """Listen for the taps."""
    front.action("check_in.back", _tap(check_ins.back))
    front.action("check_in.more", _tap(check_ins.more_time))
    front.action("check_in.acknowledge", _tap(check_ins.acknowledge))
    front.action("check_in.note", lambda visit: as_note(visit, answers))


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is no check-in and not the answer to one."""

    def unless_check_in(intent: Intent, answer: Answer) -> Answer:
        def first(said: Said) -> None:
            if said.thread_ts or intent in ALARMS or not (_begun(said) or _ended(said)):
                answer(said)

        return first

    return {intent: unless_check_in(intent, answer) for intent, answer in answers.items()}


def _begun(said: Said) -> bool:
    zone = ZoneInfo(said.visit.actor.timezone)
    found: OnVisit | None = on_visit(said.text, sent_at=said.sent_at.astimezone(zone), tz=zone)
    if found is None or found.back_by <= said.visit.now:
        return False
    with said.visit.desk() as desk:
        row = check_ins.start(desk, found.back_by, Source(said.channel, said.ts, said.text))
        put_answer(said.visit, desk, check_ins.CARD, {}, key=row.id, channel=said.channel, subject_id=row.id)
    return True


def _ended(said: Said) -> bool:
    if not says_back(said.text):
        return False
    with said.visit.look() as desk:
        if not check_ins.is_out(desk):
            return False
    with said.visit.desk() as desk:
        for check_in_id in check_ins.all_back(desk):
            said.visit.redraw(check_in_id)
    said.visit.say("Good. Nobody is alerted, and whoever was has been told.")
    return True


def _tap(verb: Callable[[Desk, str], None]) -> Callable[[Visit], None]:
    def tap(visit: Visit) -> None:
        check_in_id = str(visit.body["actions"][0]["value"])
        with visit.redrawn_if_refused(check_in_id), visit.desk() as desk:
            visit.redraw(check_in_id)
            verb(desk, check_in_id)

    return tap


def as_note(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """It's a note: the words are logged as what happened."""
    check_in_id = str(visit.body["actions"][0]["value"])
    with visit.desk() as desk:
        visit.redraw(check_in_id)
        row = check_ins.none_of_it(desk, check_in_id)
        words, channel, ts = row.words, row.source_channel, row.source_ts
    said = understand(visit, words, channel=channel, ts=ts, sent_at=at_ts(ts))
    answers[Intent.LOG_CONTACT](said)
