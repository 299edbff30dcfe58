"""The meeting after a return: a time that suits both, Record meeting; and a later date for the correction."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from bot.errors import NotAllowed, Outdated, Unusable
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.notes.notes import clicked
from bot.handlers.talk import Said
from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts.answering import exact_moment
from bot.services.review import later_dates, meetings, review
from bot.understand.office.leave import named_in
from bot.views.drawn import Drawn
from bot.views.notes import note_windows as windows
from bot.views.review import review_windows as views
from bot.views.review.meetings import later_card, planned_card, soon_card
from storage.types import NoteStatus

_MET = re.compile(
    r"^\W*(?:(?:ok|just|i|we|hi|yes|so|and),? )*(?:met|spoke|talked|sat down|went over|discussed|called|"
    r"had (?:the|a|our) (?:meeting|talk|call)|me reuni|hable)(?!\w)"
)
_ABOUT_IT = re.compile(
    r"(?<!\w)(?:notes?|return(?:ed)?|corrections?|revisions?|meeting|nota|devolucion)(?!\w)"
)


def asked(said: Said, words: str) -> bool:
    """Whether a reviewer tells of the meeting after a return; its card is shown then, to be recorded.

    With whom must be named, and such a meeting be owed: else it is an event of a case.
    """
    if said.thread_ts or not (_MET.match(words) and _ABOUT_IT.search(words)):
        return False
    with said.visit.desk() as desk:
        workers = named_in(desk.agency, desk.actor.id, words)
        owed = meetings.owed_with(desk, workers) if workers else []
        for note_id in owed:
            key = f"{said.ts}:{note_id}"
            put_answer(said.visit, desk, "review_card", {}, key=key, channel=said.channel, subject_id=note_id)
    return bool(owed)


def hang(gallery: Gallery) -> None:
    """Hang the drawers of what the worker is told, and of the reminder to both."""
    gallery.hang(meetings.PLANNED, _planned)
    gallery.hang(meetings.SOON, _soon)
    gallery.hang(later_dates.TOLD, _later)


def register(front: FrontDesk) -> None:
    """Listen for the taps around a return's meeting."""
    front.action(re.compile(r"^meeting\.at\.\d+$"), fix)
    front.action("meeting.other", ask_time)
    front.view("meeting.fixed", fixed)
    front.action("note.meeting", ask_meeting)
    front.view("note.met", record_meeting)
    front.action("note.later", ask_later)
    front.view("note.later", set_later)


def _planned(desk: Desk, wanted: Wanted) -> Drawn | None:
    try:
        return planned_card(notes.read(desk, wanted.subject_id), desk.policy.zone)
    except NotAllowed:
        return None


def _soon(desk: Desk, wanted: Wanted) -> Drawn | None:
    """None where the meeting was recorded or moved meanwhile."""
    try:
        note = notes.read(desk, wanted.subject_id)
    except NotAllowed:
        return None
    at = note.meeting_planned_at
    holds = (
        note.meeting_open and at is not None and wanted.details.get("at", at.isoformat()) == at.isoformat()
    )
    return soon_card(note, desk.policy.zone, desk.actor.id) if holds else None


def _later(desk: Desk, wanted: Wanted) -> Drawn | None:
    try:
        return later_card(notes.read(desk, wanted.subject_id), desk.policy.zone)
    except NotAllowed:
        return None


def fix(visit: Visit) -> None:
    """One of the times was tapped."""
    note_id, _, stamp = visit.body["actions"][0]["value"].split("|")
    _fix(visit, note_id, datetime.fromtimestamp(int(stamp), UTC))


def _fix(visit: Visit, note_id: str, at: datetime) -> None:
    with visit.redrawn_if_refused(note_id), visit.desk() as desk:  # drawn anew a card has other times
        visit.redraw(note_id)
        meetings.plan(desk, note_id, at)


def ask_time(visit: Visit) -> None:
    """Other time: a window with a day and a time."""
    note_id, _ = clicked(visit)
    with visit.redrawn_if_refused(note_id), visit.look() as desk:
        note = meetings.open_about(desk, note_id)
        free = meetings.times(desk, note)
        zone = desk.policy.zone
        day = free[0].astimezone(zone).date() if free else desk.today
        view = views.other_time_window(note, day, free, zone)
    visit.open_window(view)


def fixed(visit: Visit) -> None:
    """The window with the meeting's time was sent."""
    note_id, _, values = sent(visit)
    on, at = windows.parsed_date(windows.picked(values, "on")), windows.picked(values, "at")
    if on is None or at is None:
        visit.ack(response_action="errors", errors={"on": "When will it be?"})
        return
    with visit.look() as desk:
        moment = exact_moment(desk, on, time.fromisoformat(at))
    try:
        _fix(visit, note_id, moment)
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"at": str(unusable)})
        return
    visit.ack()


def sent(visit: Visit) -> tuple[str, int, windows.Values]:
    """Note, version and fields of a window that was sent."""
    view = visit.body["view"]
    note_id, version, *_ = view["private_metadata"].split("|")
    return note_id, int(version), view["state"]["values"]


def ask_meeting(visit: Visit) -> None:
    """Record meeting: a window asks when and how; filled with when it was fixed for, if that is over."""
    note_id, _ = clicked(visit)
    with visit.redrawn_if_refused(note_id), visit.look() as desk:
        note, zone = meetings.open_about(desk, note_id), desk.policy.zone
        planned = note.meeting_planned_at
        local = (planned if planned and planned <= visit.now else visit.now).astimezone(zone)
    visit.open_window(views.meeting_window(note, zone, f"{local:%H:%M}", local.date().isoformat()))


def record_meeting(visit: Visit) -> None:
    """The meeting over a return was held."""
    note_id, _, values = sent(visit)
    on, at = windows.parsed_date(windows.picked(values, "on")), windows.picked(values, "at")
    if on is None or at is None:
        visit.ack(response_action="errors", errors={"on": "When was the meeting?"})
        return
    try:
        with visit.redrawn_if_refused(note_id), visit.desk() as desk:
            visit.redraw(note_id)
            held_at = exact_moment(desk, on, time.fromisoformat(at))
            how = windows.picked(values, "how") or "in_person"
            outcome = windows.typed(values, "outcome") or ""
            review.record_meeting(desk, note_id, held_at=held_at, how=how, outcome=outcome)
    except Unusable as unusable:
        visit.ack(response_action="errors", errors={"at": str(unusable)})
        return
    visit.ack()


def ask_later(visit: Visit) -> None:
    """Later date: a window with the day and the reason."""
    note_id, _ = clicked(visit)
    with visit.redrawn_if_refused(note_id), visit.look() as desk:
        note = notes.read(desk, note_id)
        if note.status is not NoteStatus.RETURNED:
            raise Outdated(notes.standing(note, desk))
        view = views.later_window(note, desk.policy.zone)
    visit.open_window(view)


def set_later(visit: Visit) -> None:
    """The window with the later date was sent."""
    note_id, _, values = sent(visit)
    day = windows.parsed_date(windows.picked(values, "later"))
    if day is None:
        visit.ack(response_action="errors", errors={"later": "Until which day?"})
        return
    try:
        with visit.redrawn_if_refused(note_id), visit.desk() as desk:
            visit.redraw(note_id)
            later_dates.set_later(desk, note_id, day, windows.typed(values, "why") or "")
    except Unusable as unusable:
        visit.ack(response_action="errors", errors=refused(str(unusable)))
        return
    visit.ack()


def refused(sentence: str) -> dict[str, str]:
    """At which field of a later date a refusal stands."""
    return {"why" if "reason" in sentence else "later": sentence}
