"""One thing owed, in two lines and a button: what, about whom, by when, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, button, escape
from bot.views.crisis.crisis_reports import name_of
from bot.views.notes.note_parts import due_words, in_a_line, reference
from bot.views.wording import (
    RELATIONSHIPS,
    TIERS,
    day,
    event_time,
    initials_of,
    listed,
    moment,
    short_day,
    token,
)
from storage.owed import Owed, Part, Span, Week

ACTIONS = {
    "note": ("Note to submit", "Open note", "note.open"),
    "correction": ("Correction", "Revise", "note.revise"),
    "review": ("To review", "Review", "note.read"),
    "rereview": ("To review", "Review", "note.read"),
    "meeting": ("Meeting to record", "Record meeting", "note.meeting"),
    "left": ("Left behind", "Read", "note.read"),
    "visit": ("Visit this month", "Log visit", "visit.log"),
    "first_days": ("First 30 days", "Log visit", "visit.log"),
    "parent_contact": ("Parent contact", "Log contact", "contact.parent"),
    "caretaker_contact": ("Caretaker contact", "Log contact", "contact.caretaker"),
    "consultation": ("Consultation before court", "Log it", "hearing.consult"),
    "report": ("Court report", "Report filed", "hearing.report"),
    "leave": ("Before your leave", "See notes", "due.now"),
    "shift": ("Your shift", "Who's on call", "on_call.now"),
    "shift_offer": ("Nobody has taken your shift", "Take back offer", "shift.withdraw"),
    "conference": ("Weekly conference", "Agenda", "conference.agenda"),
    "rota_gap": ("Gaps in the rota", "See gaps", "rota.gaps"),
    "team": ("Team overdue", "See overdue", "team.overdue"),
    "weekly_digest": ("Last week", "By unit", "weekly.units"),
    "planned_visit": ("Planned visit", "Log visit", "plan.log"),
    "incident": ("Call and tick", "Report made", "report.made_of"),
    "glass": ("Opened outside a caseload", "Reviewed", "glass.reviewed"),
}
KINDS = {
    "note": "note",
    "correction": "correction",
    "visit": "visit",
    "parent_contact": "parent contact",
    "caretaker_contact": "caretaker contact",
    "first_days": "placement's first days",
    "hearing": "court report",
    "consultation": "consultation before court",
}
_PARTS = {
    "child": "seen",
    "at_placement": "at the placement",
    "parent": "parents",
    "caretaker": "caretaker",
}


def face_of(owed: Owed) -> tuple[str, str, str]:
    """(what it is, its button's words, its button's action)."""
    if owed.kind == "hearing":
        return ACTIONS[owed.period]
    return ACTIONS.get(owed.kind, ACTIONS["note"])


def action_of(owed: Owed, *, style: str | None = None) -> Block:
    """Its button, about the right child, family or note already."""
    _, label, action = face_of(owed)
    return button(label, action, target_of(owed), style=style)


def target_of(owed: Owed) -> str:
    """What the action is about: the note as it stands, a child, a family; else the thing owed itself."""
    if owed.note is not None:
        return reference(owed.note)
    return owed.id if owed.kind in ("hearing", "weekly_digest") else owed.target or owed.id


def initials(owed: Owed) -> str:
    """For a lock screen: of whom it is about, nobody's name."""
    if owed.note is not None:
        return owed.note.initials
    return initials_of((owed.child,) if owed.child else owed.children)


def line_of(owed: Owed, tz: ZoneInfo) -> str:
    """What is owed, about whom, by when: two lines."""
    word = face_of(owed)[0]
    write = _LINES.get(owed.kind, _note)
    return f"*{word}*" + write(owed, tz)


def _when(owed: Owed, tz: ZoneInfo) -> str:
    late = owed.note.late_after if owed.note and owed.kind == "note" else None
    since = f"🔴 *overdue* since {token(late or owed.due_at, tz)}"
    return since if owed.overdue else due_words(owed.due_at, late, tz)


def _note(owed: Owed, tz: ZoneInfo) -> str:
    if owed.note is None:
        return f"\n{_when(owed, tz)}"
    if owed.kind == "left":
        return f" *by {escape(owed.note.author.name)}*  {escape(in_a_line(owed.note, tz))}\nnever submitted"
    by = f"{escape(owed.note.author.short)}: " if owed.kind in _OF_OTHERS else ""
    return f"  {by}{escape(in_a_line(owed.note, tz))}\n{_when(owed, tz)}"


_OF_OTHERS = ("review", "rereview", "meeting")


def _child(owed: Owed, tz: ZoneInfo) -> str:
    name = f"{escape(owed.child.first_name)} {escape(owed.child.last_name)}" if owed.child else ""
    return f"  {name}{_so_far(owed.parts)}\n{_when(owed, tz)}"


def _so_far(parts: tuple[Part, ...]) -> str:
    """How many of how many, where more than one is asked for."""
    if len(parts) == 1 and parts[0].required == 1:
        return ""
    return "".join(f" · {_PARTS.get(p.word, p.word)} {p.seen} of {p.required}" for p in parts)


def _family(owed: Owed, tz: ZoneInfo) -> str:
    return f"  {escape(owed.family)} family{_so_far(owed.parts)}\n{_when(owed, tz)}"


def _caretaker(owed: Owed, tz: ZoneInfo) -> str:
    who = owed.contact
    name = f"{escape(who.name)} ({RELATIONSHIPS[who.relationship]}), " if who else ""
    return f"  {name}{escape(owed.family)} case\n{_when(owed, tz)}"


def _hearing(owed: Owed, tz: ZoneInfo) -> str:
    hearing = owed.hearing
    if hearing is None:
        return f"\n{_when(owed, tz)}"
    what = f"{escape(hearing.kind or 'hearing')}, {moment(hearing.starts_at, tz)}"
    when = _when(owed, tz) if owed.period == "report" else "to be held before the hearing"
    return f"  {escape(owed.family)} family · {what}\n{when}"


def _leave(owed: Owed, tz: ZoneInfo) -> str:
    """Both cut-offs, where a holiday rolls the policy's back."""
    lines = [f"  leave from {day(owed.first_day)}" if owed.first_day else ""]
    lines.append(f"All notes are due {token(owed.due_at, tz)}")
    if owed.policy_at and owed.policy_at != owed.due_at:
        lines.append(f"The policy's cut-off, {token(owed.policy_at, tz)}, is a holiday: the day before holds")
    count = owed.unsubmitted
    lines.append(f"{count} not submitted yet" if count else "Nothing begun is left to submit")
    return "\n".join(lines)


def _conference(owed: Owed, tz: ZoneInfo) -> str:
    name = escape(owed.colleague.name) if owed.colleague else ""
    due = short_day(owed.due_at.astimezone(tz).date())
    return f"  with {name}\n" + (f"🔴 *overdue* since {due}" if owed.overdue else f"due {due}")


def _incident(owed: Owed, tz: ZoneInfo) -> str:
    family = f", {escape(owed.family)} case" if owed.family else ""
    return f"  {name_of(owed.period)}{family}\n{_when(owed, tz)}"


def _shift(owed: Owed, tz: ZoneInfo) -> str:
    when = "".join(f"  {span_words(span, tz)}" for span in owed.spans)
    still = "\nIt is on offer, and *still yours*: nobody has taken it." if owed.offered else ""
    return f"{when}{still}\nSwitch Do Not Disturb off in Slack for it: an alarm must be heard."


def _offered(owed: Owed, tz: ZoneInfo) -> str:
    when = "".join(f"  {span_words(span, tz)}" for span in owed.spans)
    return f"{when}\nIt is *still yours*. Ask a colleague or your supervisor, or keep it."


def span_words(span: Span, tz: ZoneInfo) -> str:
    """Backup: Fri Nov 13, 5:00 PM – Sat Nov 14, 9:00 AM."""
    return f"{TIERS[span.tier]}: {token(span.starts_at, tz)} – {token(span.ends_at, tz)}"


def _gaps(owed: Owed, tz: ZoneInfo) -> str:
    first = min((*owed.spans, *owed.doubled), key=lambda span: span.starts_at)
    more = f", {len(owed.doubled)} with two at once or somebody away" if owed.doubled else ""
    return f"  {len(owed.spans)} in the next days{more}, the first\n{span_words(first, tz)}"


def _team(owed: Owed, tz: ZoneInfo) -> str:
    del tz
    total = sum(n for each in owed.late for _, n in each.kinds)
    return f"  {total}, with {listed([escape(each.who) for each in owed.late[:5]])}"


def _weekly(owed: Owed, tz: ZoneInfo) -> str:
    del tz
    return f"\n{week_words(owed.weeks[0])}" if owed.weeks else ""


def week_words(week: Week) -> str:
    """The figures of one unit's week in a few lines; never somebody's name or a child's."""
    share = f"{100 * week.on_time // week.submitted}% on time, " if week.submitted else ""
    lag = f", median {week.median_hours:.0f} h after the event" if week.median_hours is not None else ""
    notes = f"{share}{week.on_time} of {week.submitted}{lag}" if week.submitted else "none submitted"
    counted = ((week.overdue, "note"), (week.reviews_late, "review"))
    late = [f"{n} {what}{'s' if n > 1 else ''}" for n, what in counted if n]
    lines = [f"Notes: {notes}", f"Overdue now: {', '.join(late) or 'no note, no review'}"]
    if week.meetings:
        lines.append(f"Meetings after a return not recorded: {week.meetings}")
    lines.append(f"Visits this month: {week.visits_met} of {week.visits}")
    return "\n".join(lines)


def _planned(owed: Owed, tz: ZoneInfo) -> str:
    names = listed([f"{escape(c.first_name)} {escape(c.last_name)}" for c in owed.children])
    when = event_time(on=owed.on, starts_at=owed.starts_at, minutes=None, tz=tz)
    return f"  {names or 'no child named'}\n{when}"


def _glass(owed: Owed, tz: ZoneInfo) -> str:
    by = f" by {escape(owed.colleague.name)}" if owed.colleague else ""
    return f"  {escape(owed.family)} case{by}\n{_when(owed, tz)}"


_LINES: dict[str, Callable[[Owed, ZoneInfo], str]] = {
    "visit": _child,
    "first_days": _child,
    "parent_contact": _family,
    "caretaker_contact": _caretaker,
    "hearing": _hearing,
    "leave": _leave,
    "conference": _conference,
    "shift": _shift,
    "shift_offer": _offered,
    "incident": _incident,
    "glass": _glass,
    "rota_gap": _gaps,
    "team": _team,
    "weekly_digest": _weekly,
    "planned_visit": _planned,
}
