"""Crisis calls and safety concerns: the first answer, the alarm, Acknowledge."""

from __future__ import annotations

from collections.abc import Callable

from bot.errors import NotAllowed
from bot.handlers.door.cards import Gallery
from bot.handlers.door.cards import Wanted as ToDraw
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.lookups.lookup_questions import as_details
from bot.handlers.notes.log import count_afterwards, put_cards
from bot.handlers.notes.note_cards import full_card
from bot.handlers.notes.notes import clicked
from bot.handlers.talk import Said
from bot.reminders.silence import note_silence
from bot.rules.permissions import may_author
from bot.services import notes
from bot.services.crisis import crisis, crisis_reading, ladder
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source, draft
from bot.services.lookups import lookup
from bot.services.lookups.lookup import Wanted
from bot.services.lookups.reach import Reach
from bot.understand.danger.asked_bare import fact_asked
from bot.understand.danger.incidents import harms_self
from bot.views.crisis.crisis import about, alarm_card, caller_card, unanswered_card
from bot.views.drawn import Drawn
from storage.crisis_records import CrisisRecord
from storage.types import CrisisStatus

LIFELINE = "Danger to self: 988 or mobile crisis."


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the caller's card and of the alarm."""
    gallery.hang("crisis_card", draw_caller)
    gallery.hang(ladder.ALARM, draw_alarm)
    gallery.hang(ladder.UNREACHED, draw_unanswered)


def register(front: FrontDesk) -> None:
    """Listen for the taps on crisis cards."""
    front.action("crisis.alert", lambda visit: _tapped(visit, crisis.alert_now))
    front.action("crisis.none", lambda visit: _tapped(visit, crisis.not_a_crisis))
    front.action("crisis.acknowledge", lambda visit: _tapped(visit, crisis.acknowledge))
    front.action("note.show_all", show_all)


def called(said: Said) -> None:
    """A message tells of a crisis or a safety concern: saved, numbers, alarm; then the note's card."""
    source = Source(said.channel, said.ts, said.text, said.files)
    with said.visit.desk() as desk:
        # Anyone on staff may raise a concern; who writes no notes leaves the call alone.
        drafts = draft(desk, said.reading, source) if may_author(desk.me) else []
        case_id = next((note.case_id for note in drafts if note.case_id), None)
        case_id = case_id or crisis.case_named(desk.agency, said.reading)
        call_id = crisis.open_call(desk, said.reading, source, [note.id for note in drafts], case_id)
        put_answer(said.visit, desk, "crisis_card", {}, key=call_id, channel=said.channel, subject_id=call_id)
        put_cards(said, desk, drafts, in_crisis=True)
        _look_up(said, desk)
    count_afterwards(said)
    note_silence(said.visit.deps.db, said.visit.deps.client, said.visit.now)


def _look_up(said: Said, desk: Desk) -> None:
    """What was asked for beside the emergency, "need the address for Ms Lee", where it is within reach."""
    wants = fact_asked(said.text)
    told = said.reading.contacts[0] if wants and said.reading.contacts else None
    if told is None or not (told.people or told.children):
        return
    wanted = Wanted(() if told.people else told.children, told.people, wants=wants)
    try:
        found = lookup.answer(desk, wanted)
    except NotAllowed:
        return  # the card has whom to call
    for case_id in found.needs_reason:
        lookup.give_reason(desk, case_id, "crisis")
    lookup.put_in_access_log(desk, wanted, lookup.answer(desk, wanted))
    put_answer(said.visit, desk, "lookup", as_details(wanted), key=said.ts, channel=said.channel)


def show_all(visit: Visit) -> None:
    """Show all, on the small card of a draft beside its crisis: the whole card, until it is drawn anew."""
    note_id, _ = clicked(visit)
    with visit.look() as desk:
        drawn = full_card(desk, notes.read(desk, note_id))
    channel, ts = str(visit.channel), str(visit.body["message"]["ts"])
    visit.deps.client.chat_update(channel=channel, ts=ts, text=drawn.text, blocks=drawn.blocks)


def _tapped(visit: Visit, verb: Callable[[Desk, str], None]) -> None:
    """Do it and redraw; where it is refused the cards are redrawn too, for one was behind."""
    crisis_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(crisis_id), visit.desk() as desk:
        verb(desk, crisis_id)
        visit.redraw(crisis_id)


def draw_caller(desk: Desk, wanted: ToDraw) -> Drawn:
    """The card of the one who reported it."""
    call = crisis_reading.crisis(desk, wanted.subject_id)
    numbers = crisis_reading.numbers_to_call(desk, call.case_id)
    return caller_card(call, _whose_to_caller(desk, call), numbers, desk.policy.zone, desk.now)


def draw_unanswered(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The same as a message of its own: nobody was reached, or a whole round went by."""
    call = crisis_reading.crisis(desk, wanted.subject_id)
    if ladder.STEP in wanted.details and call.status is not CrisisStatus.OPEN:
        return None
    numbers = crisis_reading.numbers_to_call(desk, call.case_id)
    return unanswered_card(call, _whose_to_caller(desk, call), numbers, desk.policy.zone, desk.now)


def draw_alarm(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The card of one who is alerted; as it is sent it is asked again whether it still should."""
    number = wanted.details.get(ladder.STEP)
    if number is not None and not ladder.still_of_use(desk, wanted.subject_id, number):
        return None
    call = crisis_reading.crisis(desk, wanted.subject_id)
    return alarm_card(call, _whose(desk, call), desk.policy.zone, desk.now)


def _whose_to_caller(desk: Desk, call: CrisisRecord) -> str:
    """Who raises a concern about a family out of their reach is told nothing of it but what they said."""
    within = call.case_id is None or Reach.of(desk).right(call.case_id) is not None
    return _whose(desk, call, alerts=within, asked=call.note_id is not None)


def _whose(desk: Desk, call: CrisisRecord, *, alerts: bool = True, asked: bool = False) -> str:
    children = [desk.agency.children[i] for i in crisis_reading.children_of(desk, call)]
    whose = about(children, desk.agency.cases.get(call.case_id or ""), alerts=alerts, asked=asked)
    return f"{whose}\n{LIFELINE}" if harms_self(call.words) else whose
