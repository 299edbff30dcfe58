"""A supervisor tells of a talk with a worker: the weekly conference or a return's meeting, to be recorded."""

from __future__ import annotations

from datetime import date, timedelta

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import put_answer
from bot.handlers.talk import Said
from bot.rules.permissions import SENIORS
from bot.services.conferences import conference
from bot.services.desk import Desk
from bot.services.review import meetings
from bot.understand.office.conferring import Conferred, conferred, may_confer
from bot.understand.parts import Intent
from bot.views.drawn import Drawn
from bot.views.oversight.agenda import told_card

_CARD = "conference_told"
_WEEK = timedelta(days=7)


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the conference that was told of."""
    gallery.hang(_CARD, _draw)


def taken(said: Said) -> bool:
    """Whether a senior tells of a talk with a worker, or asks of one; a card offers to record it then."""
    if said.thread_ts or said.visit.actor.role not in SENIORS or not may_confer(said.text):
        return False
    agency = said.visit.agency
    found = conferred(agency, conference.members_seen(agency, said.visit.actor.id), said.text)
    if found is None:
        return False
    with said.visit.desk() as desk:
        _answer(said, desk, found)
    return True


def _answer(said: Said, desk: Desk, found: Conferred) -> None:
    owed = [] if found.weekly else meetings.owed_with(desk, found.workers)
    for note_id in owed:
        key = f"{said.ts}:{note_id}"
        put_answer(said.visit, desk, "review_card", {}, key=key, channel=said.channel, subject_id=note_id)
    if not owed:
        on = _told_day(said, desk)
        details = {"workers": list(found.workers), "on": on.isoformat() if on else "", "asked": found.asked}
        put_answer(said.visit, desk, _CARD, details, key=said.ts, channel=said.channel)


def _told_day(said: Said, desk: Desk) -> date | None:
    """The day on which it was, by the words; a weekday said on that weekday is today."""
    told = said.reading.contacts if said.reading.intent is Intent.LOG_CONTACT else ()
    on = next((each.on for each in told if each.on is not None), None)
    if on is not None and desk.today - on == _WEEK:
        on = desk.today
    return on if on is not None and desk.today - _WEEK < on <= desk.today else None


def _draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    if not wanted.details:
        return None
    lines = conference.lines_of(desk, wanted.details["workers"])
    on = date.fromisoformat(wanted.details["on"]) if wanted.details["on"] else None
    asked = bool(wanted.details["asked"])
    return told_card(lines, desk.policy.zone, on=on, asked=asked) if lines else None
