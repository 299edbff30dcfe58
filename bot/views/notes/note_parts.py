"""What every card and window of a note shares: whose it is, its facts, its words."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.deadlines import NoteDue, Timeliness, timeliness
from bot.rules.shut import shut_that_day
from bot.rules.wording import advise
from bot.views.blocks import Block, context, escape, quotes, sections
from bot.views.notes.enclosed import enclosed
from bot.views.notes.marks import Asides
from bot.views.wording import (
    METHODS,
    OUTCOMES,
    PLACES,
    RELATIONSHIPS,
    TYPES,
    clock,
    listed,
    noted_time,
    short_day,
    token,
)
from storage.records import ChildOf, NoteRecord, PersonOf
from storage.types import NoteStatus, Outcome

CARD_WORDS = 2800
"""Longer words stand on the card with their beginning; the whole is in Edit and Read."""
CARD_PEOPLE, CARD_FOLLOW_UP = 20, 800
"""Slack refuses a message of more than some 13,000 characters: so many names, so much of a follow-up."""


def reference(note: NoteRecord) -> str:
    """What a button carries: note and version, so that an old one is known."""
    return f"{note.id}|{note.version}"


def whose(note: NoteRecord) -> str:
    """Maya Rivera (7) and Mateo Rivera (9) · Rivera, C0001: child and case, always both."""
    children = listed([_child(c) for c in note.children])
    case = f"{escape(f'{note.family_name} case, {note.case_id}')}" if note.case_id else "Case not known yet"
    return f"*{children}*  ·  {case}" if children else f"*{case}*"


def _child(child: ChildOf) -> str:
    return escape(child.name) + (f" ({child.age})" if child.age is not None else "")


def facts(note: NoteRecord, tz: ZoneInfo, *, short: bool = False) -> list[Block]:
    """Types, time, place, method, outcome and people: a line each, short enough for a phone.

    Nothing is cut; a `short` one, for a card, says how many more people and words of a follow-up there are.
    """
    content, aside = note.content, Asides.of(note)
    lines = [
        whose(note) + aside.names("child"),
        (" · ".join(TYPES[t] for t in content.types) or "_type not known yet_") + aside.slot("type"),
        "*When*  " + noted_time(note.content, tz) + aside.when(tz),
        "*How*  " + " · ".join(_how(note, aside)),
    ]
    if note.people:
        lines.append(
            "*With*  " + _people(note, CARD_PEOPLE if short else len(note.people)) + aside.names("person")
        )
    if alone := [c for c in note.children if c.seen_alone]:
        lines.append("*Seen alone*  " + listed([escape(c.first_name) for c in alone]))
    if content.follow_ups:
        lines.append("*Follow-up*  " + _follow_up(content.follow_ups, CARD_FOLLOW_UP if short else None))
    if content.files:
        lines.append("*Sent with it*  " + enclosed(content.files))
    return sections(lines)


def _how(note: NoteRecord, aside: Asides) -> list[str]:
    content = note.content
    method = METHODS[content.method] if content.method else "_method not known yet_"
    found = [method + aside.slot("method")]
    if content.place:
        home = " (lives there)" if content.at_residence else ""
        found.append(PLACES[content.place] + home + aside.slot("place"))
    outcome = OUTCOMES.get(content.outcome) if content.outcome else None
    reason = f": {escape(content.outcome_reason)}" if content.outcome_reason else ""
    bold = f"*{outcome}*" if content.outcome not in (None, Outcome.COMPLETED) else outcome
    return [*found, (f"{bold}{reason}" if bold else "_outcome not known yet_") + aside.slot("outcome")]


def _people(note: NoteRecord, most: int) -> str:
    """Each once: somebody who stands on several cases' files is one person."""
    people = list(dict.fromkeys(map(_person, note.people)))
    more = len(people) - most
    return listed(people[:most] + ([f"{more} more"] if more > 0 else []))


def _follow_up(words: str, most: int | None) -> str:
    if most is None or len(words) <= most:
        return escape(words)
    return f"{escape(words[:most])}… _and {len(words) - most:,} more characters_"


def _person(person: PersonOf) -> str:
    return f"{escape(person.name)} ({RELATIONSHIPS[person.relationship]})"


def words(note: NoteRecord, most: int = CARD_WORDS) -> list[Block]:
    """The worker's own words, to the letter; with `most` the beginning, and how much more there is."""
    text = note.content.narrative
    if len(text) <= most:
        return quotes(text)
    more = f"… and {len(text) - most:,} more characters: tap *Edit* to see them all"
    return [*quotes(text[:most]), context(more)]


def due_words(due_at: datetime, late_after: datetime | None, tz: ZoneInfo) -> str:
    """Due …; where only the day is known, by when it is safe and after when it is late."""
    if late_after is None or late_after == due_at:
        return f"due {token(due_at, tz)}"
    safe, last = (token(each - timedelta(seconds=1), tz) for each in (due_at, late_after))
    return f"due by {safe} (late after {last}), for the time is not recorded"


def where_it_stands(note: NoteRecord, tz: ZoneInfo, now: datetime | None = None) -> str:
    """Draft, due …; With R. Feld since …; Approved by …: one line. With `now`, whether a draft is late."""
    if note.status is NoteStatus.DRAFT and note.due_at:
        late = now and lateness(note, now, tz)
        when = f"{late}. Submit it all the same" if late else due_words(note.due_at, note.late_after, tz)
        return f"Draft · nothing is filed yet · {when}"
    if note.status is NoteStatus.DISCARDED:
        return "Discarded · it can be brought back"
    late = lateness(note, note.first_submitted_at, tz)
    return _after_submission(note, tz) + (f" · {late}" if late else "")


def _after_submission(note: NoteRecord, tz: ZoneInfo) -> str:
    if note.status is NoteStatus.SUBMITTED and note.submitted_at:
        nobody = ", but nobody can review it now: the director and the administrator have been told"
        with_whom = f" to {escape(note.reviewer.name)}" if note.reviewer else nobody
        return f"✓ Submitted {token(note.submitted_at, tz)}{with_whom}"
    if note.status is NoteStatus.RETURNED and note.correction_due_at:
        return f"↩ Returned · correction due {token(note.correction_due_at, tz)}"
    if note.status is NoteStatus.APPROVED and note.decided_by and note.decided_at:
        return f"✓ Approved by {escape(note.decided_by.short)}, {token(note.decided_at, tz)} · final"
    return note.status.value.capitalize()


def lateness(note: NoteRecord, met_at: datetime | None, tz: ZoneInfo) -> str:
    """Late, and when it was due; empty where it came in time, or where the time of day may yet save it."""
    if note.due_at is None or met_at is None:
        return ""
    due = NoteDue(note.due_at, note.late_after or note.due_at)
    late = timeliness(met_at, due) is Timeliness.LATE
    return f"🔴 *late*, it was due {token(due.late_after, tz)}" if late else ""


def in_a_line(note: NoteRecord, tz: ZoneInfo) -> str:
    """M.O. (K1) · School Contact, Mon Nov 9, 3:00 PM: two visits of a day are told apart by their hour.

    Not escaped.
    """
    content = note.content
    first = TYPES[content.types[0]] if content.types else "event"
    on = f", {short_day(content.on)}" if content.on else ""
    at = f", {clock(content.starts_at, tz)}" if content.starts_at else ""
    return f"{note.initials} · {first}{on}{at}"


def assumed(note: NoteRecord) -> list[str]:
    """What the card says beside its marks: a guess alone, whose case it is, a day that may be wrong."""
    lines = []
    if any(m.get("slot") == "intent" for m in note.content.marks):
        lines.append("⚠️ I am not sure that this is for the record. Discard it if it is not.")
    if note.off_caseload:
        owner = f": {escape(note.case_worker.name)} is told" if note.case_worker else ""
        lines.append(f"⚠️ Not your own case{owner}. Your supervisor reviews it.")
    if (place := shut_that_day(note.content)) and note.content.on:
        lines.append(f"⚠️ {PLACES[place]} on a {note.content.on:%A}? Check the day.")
    return lines


def advices(note: NoteRecord, most: int = 3) -> list[str]:
    """Advice on the wording before it is filed, never a block and never a rewrite (DOMAIN 8)."""
    text = note.content.narrative
    found = advise(text)[:most]
    return [f"💬 “{escape(text[a.start : a.end])}”: {escape(a.sentence)}" for a in found]
