"""What is due, asked in words or by /due; and the actions that stand on its lines."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with, put_answer
from bot.handlers.notes.notes import clicked, editor
from bot.handlers.oversight import figures
from bot.handlers.talk import Said
from bot.rules.months import Month
from bot.rules.permissions import SENIORS
from bot.services import due, notes
from bot.services.desk import Desk
from bot.services.drafts.blank import visit_to_log
from bot.services.oversight.figures import team_behind
from bot.services.visits_left import visits_left
from bot.understand.parts import Period
from bot.understand.wants.asking import asks_for_a_day, asks_for_visits
from bot.views.drawn import Drawn
from bot.views.duties.due import due_list
from bot.views.oversight.figures import nothing_own, of_team
from bot.views.visits.visits_left import visits_left_card
from bot.views.wording import short_day
from storage.types import Role


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the list."""
    gallery.hang("due", draw)
    gallery.hang("visits_left", lambda desk, _: visits_left_card(visits_left(desk), desk.policy.zone))


def register(front: FrontDesk) -> None:
    """Listen for /due and the actions on its lines."""
    front.command("/due", now)
    front.action("due.now", now)
    front.action("due.more", more)
    front.action("note.open", open_note)
    front.action("visit.log", log_visit)


def now(visit: Visit) -> None:
    """All that is due."""
    answer_with(visit, "due", {}, key=str(visit.body["trigger_id"]))


def more(visit: Visit) -> None:
    """Show more: what comes after those that were shown."""
    skip = int(str(visit.body["actions"][0]["value"]))
    answer_with(visit, "due", {"skip": skip}, key=str(visit.body["trigger_id"]))


def asked(said: Said) -> None:
    """A message asks what is due, perhaps within some days."""
    if asks_for_visits(said.text) and _of_this_month(said):
        answer_with(said.visit, "visits_left", {}, key=said.ts, channel=said.channel)
        return
    if figures.doing_of_named(said):  # "what does Kevin still owe"
        return
    details = _details(said.reading.period)
    if details and details["from"] == details["to"] and asks_for_a_day(said.text):
        details["day"] = True
    answer_with(said.visit, "due", details, key=said.ts, channel=said.channel)


def _of_this_month(said: Said) -> bool:
    """Whether no days are named, or some through the end of this month: visits are owed by the month."""
    period, today = said.reading.period, said.sent_at.astimezone(ZoneInfo(said.visit.actor.timezone)).date()
    if period is None or period.first is None:
        return True
    month = Month.of(today)
    return period.first in month and (period.last or period.first) == month.last


def _details(period: Period | None) -> dict[str, Any]:
    if period is None or period.first is None:
        return {}
    return {"from": str(period.first), "to": str(period.last or period.first)}


def draw(desk: Desk, wanted: Wanted) -> Drawn:
    """The list as it stands when it is sent."""
    first, last = (
        date.fromisoformat(wanted.details[k]) if k in wanted.details else None for k in ("from", "to")
    )
    found = due.list_due(desk, first, last)
    if first and wanted.details.get("day"):
        return _of_day(desk, found, first)
    if desk.actor.role in SENIORS and not (found.owed or found.hearings):
        return nothing_own(team_behind(desk), desk.policy.zone)
    skip = int(wanted.details.get("skip", 0))
    hearings, zone = () if skip else found.hearings, desk.policy.zone
    drawn = due_list(found.owed, hearings, zone, skip=skip, later_shifts=found.later_shifts)
    if desk.actor.role is Role.DIRECTOR and not skip:  # a supervisor's list has a line of the team's
        drawn.blocks.extend(of_team(team_behind(desk), zone))
    return drawn


def _of_day(desk: Desk, found: due.DueList, day: date) -> Drawn:
    """What that day holds and asks for, and nothing that is due before or after."""
    zone = desk.policy.zone
    owed = [each for each in found.owed if each.due_at.astimezone(zone).date() == day]
    hearings = [each for each in found.hearings if each[0].starts_at.astimezone(zone).date() == day]
    return due_list(owed, hearings, zone, title=short_day(day))


def open_note(visit: Visit) -> None:
    """The note's card once more, at the end of the conversation where a thumb is."""
    note_id, version = clicked(visit)
    with visit.desk() as desk:
        notes.read(desk, note_id)
        key = f"{note_id}:{version}:{visit.body['trigger_id']}"
        put_answer(visit, desk, "note_card", {}, key=key, subject_id=note_id)


def log_visit(visit: Visit) -> None:
    """A blank note about the right child already: its card is posted and its window opens."""
    child_id = str(visit.body["actions"][0]["value"])
    with visit.desk() as desk:
        note = visit_to_log(desk, child_id, key=str(visit.body["trigger_id"]))
        put_answer(visit, desk, "note_card", {}, key=note.id, subject_id=note.id)
        window = editor(desk, note)
    visit.open_window(window)
