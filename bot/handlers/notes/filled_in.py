"""What a filled-in note window says, as the content it makes of the note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from bot.errors import Unusable
from bot.services.desk import Desk
from bot.services.drafts import nicknames
from bot.services.drafts.answering import exact_moment
from bot.services.drafts.gaps import answered
from bot.views.notes import note_windows as windows
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Method, Outcome, Place


def filled_in(desk: Desk, note: NoteRecord, values: windows.Values) -> NoteContent:
    """The note's content as the window has it; a field that the window did not show stays as it was.

    Unusable for a day or time that cannot be, or a time without its day.
    """
    before = note.content
    method, outcome = windows.picked(values, "method"), windows.picked(values, "outcome")
    place, minutes = windows.picked(values, "place"), (windows.typed(values, "minutes") or "").strip()
    children = windows.ticked(values, "children")
    content = replace(
        before,
        children=children,
        types=tuple(EventType(t) for t in windows.ticked(values, "types")),
        people=windows.ticked(values, "people") if "people" in values else before.people,
        seen_alone=tuple(c for c in windows.ticked(values, "alone") if c in children),
        minutes=int(minutes) if minutes else None,
        method=Method(method) if method else None,
        outcome=Outcome(outcome) if outcome else None,
        place=Place(place) if place else None,
        outcome_reason=windows.typed(values, "reason") or "",
        narrative=windows.all_words(values),
        follow_ups=windows.typed(values, "follow_ups") or "",
        marks=nicknames.offer(desk, note, children[0]) if len(children) == 1 else (),
    )
    content = answered(content, "words")
    content = answered(content, "person") if content.people else content
    return _with_times(desk, content, values)


def _with_times(desk: Desk, content: NoteContent, values: windows.Values) -> NoteContent:
    on = windows.parsed_date(windows.picked(values, "on"))
    if on and on > desk.today:
        raise Unusable("That day is still to come: pick the day on which it happened.")
    starts_at = _starts_at(desk, content, on, values)
    same_day = on == content.on
    return replace(
        content,
        on=on,
        starts_at=starts_at,
        time_unknown=bool(windows.ticked(values, "unknown")) and starts_at is None,
        part_of_day=content.part_of_day if same_day and starts_at is None else None,
    )


def _starts_at(desk: Desk, before: NoteContent, on: date | None, values: windows.Values) -> datetime | None:
    """The time that was picked. Beside "I don't know the time" the newer of the two answers holds."""
    picked, unknown = windows.picked(values, "at"), bool(windows.ticked(values, "unknown"))
    if picked is None or (unknown and not before.time_unknown):
        return None
    if on is None:
        raise Unusable("Please pick the day as well: a clock alone does not say when it was.")
    clock = time.fromisoformat(picked)
    if before.starts_at is not None:
        # As it was: of an hour that a clock change doubled the picker shows only one.
        local = before.starts_at.astimezone(desk.policy.zone)
        if (local.date(), local.hour, local.minute) == (on, clock.hour, clock.minute):
            return before.starts_at
    return exact_moment(desk, on, clock)
