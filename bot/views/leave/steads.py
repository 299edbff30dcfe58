"""Who stands in for somebody: days off, who has the cases, to whom the reviews go."""

from __future__ import annotations

from datetime import date

from bot.views.blocks import context, escape, sections
from bot.views.drawn import Drawn
from bot.views.wording import short_day
from storage.records import Person
from storage.steads import Steads, StoodIn


def steads_card(steads: Steads, reader_id: str, today: date) -> Drawn:
    """What is on record, said to that reader."""
    own = steads.who.id == reader_id
    who = "You" if own else escape(steads.who.name)
    lines: list[str] = []
    for each in steads.off:
        lines.append(f"*{who} {_is(each, today, own=own)} off {_days(each)}*")
        lines.append(
            f"Covered by {_name(each.cover, reader_id)}" if each.cover else "Covered by ⚠️ nobody yet"
        )
        if each.reviewer:
            lines.append(f"Reviews go to {_name(each.reviewer, reader_id)}")
    for each in steads.reviews:
        whose = "for you" if own else f"for {escape(steads.who.name)}"
        lines.append(f"Named to review {whose} {_days(each)}: {_name(each.reviewer, reader_id)}")
    if steads.reviewed_by:
        lines.append(f"Your own notes go to {escape(steads.reviewed_by.name)} today")
    if not steads.off and not steads.reviews:
        whose = "yours" if own else f"{escape(steads.who.name)}'s that is yours to see"
        lines.append(f"No leave of {whose} is on file from today on, and nobody is named who stands in.")
    how = "Write for instance _I'm off Dec 1-5, Kevin covers_ or _Riley reviews for me Dec 1-5_."
    return Drawn(text="Who stands in", blocks=[*sections(lines), *([context(how)] if own else [])])


def _is(each: StoodIn, today: date, *, own: bool) -> str:
    """Who asks today who covers must not take the next leave for one that has begun."""
    now = "are" if own else "is"
    return f"{now} now" if each.first_day <= today else "will be"


def _days(each: StoodIn) -> str:
    first, last = short_day(each.first_day), short_day(each.last_day)
    return first if first == last else f"{first} – {last}"


def _name(person: Person | None, reader_id: str) -> str:
    if person is None:
        return "nobody"
    return f"{escape(person.name)}, that is you" if person.id == reader_id else escape(person.name)
