"""What stands on the lines of what is owed: contacts to log, reports filed, conferences held, lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.errors import Unusable
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with, put_answer
from bot.handlers.notes.notes import editor
from bot.handlers.small_talk import plainly
from bot.handlers.talk import Said
from bot.rules.moments import DAY
from bot.rules.permissions import SENIORS
from bot.services import team
from bot.services.desk import Desk
from bot.services.duties import doing
from bot.services.on_call import shift_shown
from bot.services.visits_left import team_visits
from bot.understand.wants.asking import asks_how_all_do
from bot.views.blocks import Block, asked, context, date_picker, escape, window
from bot.views.drawn import Drawn
from bot.views.duties.due import team_card, weeks_card
from bot.views.notes import note_windows as windows
from bot.views.on_call.shifts import gaps_card
from bot.views.visits.visits_left import team_doing_card
from bot.views.wording import short_day
from storage.records import NoteRecord
from storage.types import Role

ToLog = Callable[..., NoteRecord]


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the lists."""
    gallery.hang("rota_gaps", _gaps)
    gallery.hang("team_overdue", lambda desk, _: team_card(team.late(desk)))
    gallery.hang("team_doing", _doing)
    gallery.hang("weekly_units", lambda desk, _: weeks_card(team.weeks(desk, desk.today)))


def register(front: FrontDesk) -> None:
    """Listen for the taps on what is owed."""
    front.action("contact.parent", lambda visit: _log(visit, doing.parent_to_log))
    front.action("contact.caretaker", lambda visit: _log(visit, doing.caretaker_to_log))
    front.action("hearing.consult", lambda visit: _log(visit, doing.consultation_to_log))
    front.action("hearing.report", file_report)
    front.action("conference.record", ask_conference)
    front.view("conference.held", hold_conference)
    front.action("rota.gaps", lambda visit: _list(visit, "rota_gaps"))
    front.action("team.overdue", lambda visit: _list(visit, "team_overdue"))
    front.action("weekly.units", lambda visit: _list(visit, "weekly_units"))


def _gaps(desk: Desk, _wanted: Wanted) -> Drawn:
    """What is wrong with the rota of the next days, each gap with a button for who may fill it."""
    return gaps_card(shift_shown.free_shown(desk), shift_shown.doubled(desk), desk.policy.zone)


def report_asked(said: Said) -> None:
    """A message asks for a statistic: who supervises gets the team's figures; the others are export's."""
    if said.visit.actor.role in SENIORS:
        details = {} if asks_how_all_do(said.text) else {"more": True}
        answer_with(said.visit, "team_doing", details, key=said.ts, channel=said.channel)
    else:
        plainly(said)


def _doing(desk: Desk, wanted: Wanted) -> Drawn:
    """A supervisor's own unit and its workers; a director's agency and units."""
    weeks, more = team.weeks(desk, desk.today + DAY), bool(wanted.details.get("more"))
    if desk.actor.role is Role.DIRECTOR:
        return team_doing_card(weeks, (), (), more=more)
    own = [week for week in weeks if week.unit == desk.actor.name]
    return team_doing_card(own, team_visits(desk), team.late(desk), more=more)


def _value(visit: Visit) -> str:
    return str(visit.body["actions"][0].get("value", ""))


def _log(visit: Visit, begin: ToLog) -> None:
    """A blank note about the right people already: its card is posted and its window opens."""
    with visit.desk() as desk:
        note = begin(desk, _value(visit), key=str(visit.body["trigger_id"]))
        put_answer(visit, desk, "note_card", {}, key=note.id, subject_id=note.id)
        view = editor(desk, note)
    visit.open_window(view)


def _list(visit: Visit, kind: str) -> None:
    answer_with(visit, kind, {}, key=str(visit.body["trigger_id"]))


def file_report(visit: Visit) -> None:
    """Report filed: said by the one who owes it, on record."""
    with visit.desk() as desk:
        doing.file_report(desk, _value(visit))
    visit.say("Noted: the report is filed. I won't remind you of it any more.")


def ask_conference(visit: Visit) -> None:
    """Record conference: a window asks on which day it was held; the one that was said stands in it."""
    worker_id, _, said = _value(visit).partition("|")
    with visit.look() as desk:
        view = _window(desk, worker_id, windows.parsed_date(said) or desk.today)
    visit.open_window(view)


def _window(desk: Desk, worker_id: str, on: date) -> Block:
    worker = desk.agency.staff.get(worker_id)
    if worker is None:
        raise Unusable(doing.GONE)
    held = asked("Held on", date_picker("v", chosen=on.isoformat()), block_id="on")
    return window(
        "Record conference",
        [context(f"With {escape(worker.name)}, each case discussed."), held],
        callback="conference.held",
        submit="Record",
        close="Cancel",
        about=worker_id,
    )


def hold_conference(visit: Visit) -> None:
    """The window with the conference's day was sent."""
    view = visit.body["view"]
    on: date | None = windows.parsed_date(windows.picked(view["state"]["values"], "on"))
    if on is None:
        visit.ack(response_action="errors", errors={"on": "On which day?"})
        return
    try:
        with visit.desk() as desk:
            due = doing.hold_conference(desk, str(view["private_metadata"]), on)
            next_day = short_day(due.astimezone(desk.policy.zone).date())
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"on": str(unusable)})
        return
    visit.ack()
    visit.say(f"Recorded. The next conference is due {next_day}.")
