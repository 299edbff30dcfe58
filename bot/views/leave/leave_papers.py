"""The hand-over sheet before somebody's leave, and the one that gives the families back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from zoneinfo import ZoneInfo

from bot.views.drawn import Drawn, Paper
from bot.views.oversight import case_lines as words
from bot.views.paper import Part, Row, pdf
from bot.views.wording import CRISIS_ENDS, moment
from storage.case_sheets import CaseSheet, CrisisLine, LeaveSheet, NoteLine
from storage.crisis_records import CrisisEnd
from storage.types import NoteStatus

_FOOT = "Confidential case record · for the person it was given to · shred it when the leave is over"


def sheet_message(sheet: LeaveSheet, tz: ZoneInfo) -> Drawn:
    """The sheet as a file, with one line beside it that names nobody."""
    count = f"{len(sheet.cases)} famil{'y' if len(sheet.cases) == 1 else 'ies'}"
    when = words.days(sheet.first_day, sheet.last_day)
    if sheet.back:
        said = f"Back from leave: what happened {when} with {count}, and what is open now."
        return Drawn(said, paper=Paper("back-from-leave", "Back from leave", partial(sheet_pdf, sheet, tz)))
    said = f"Hand-over sheet for {when}: {count}. Keep it where nobody else sees it."
    return Drawn(said, paper=Paper("hand-over", "Hand-over sheet", partial(sheet_pdf, sheet, tz)))


def sheet_pdf(sheet: LeaveSheet, tz: ZoneInfo) -> bytes:
    """The sheet as a PDF, family by family."""
    cover = f"covered by {sheet.cover.name}" if sheet.cover else "nobody covers"
    lines = [
        f"{sheet.who.name} is off {words.days(sheet.first_day, sheet.last_day)} · {cover}",
        f"As of {moment(sheet.made_at, tz)}. Times are the agency's.",
    ]
    if sheet.back:
        lines[0] = f"{sheet.who.name} was off {words.days(sheet.first_day, sheet.last_day)} · {cover}"
    part = _back if sheet.back else _over
    parts = [part(sheet, case, tz) for case in sheet.cases]
    title = "Back from leave" if sheet.back else "Hand-over sheet"
    return pdf(title, lines, parts or [Part("No open families", ())], foot=_FOOT)


def _over(sheet: LeaveSheet, case: CaseSheet, tz: ZoneInfo) -> Part:
    last = case.last_contact
    waiting = [note for note in case.notes if note.open]
    rows = [
        Row("Children", tuple(words.child_line(c) for c in case.children)),
        Row("Alerts", words.alerts(case), loud=bool(words.alerts(case))),
        Row("People", tuple(words.contact_line(k) for k in case.contacts)),
        Row("Homes", _homes(case)),
        Row("Last contact", (words.note_line(last, tz),) if last else ("none in the last 45 days",)),
        *_owed(sheet, case, tz),
        Row("Open notes", tuple(words.note_line(n, tz, sheet.made_at) for n in waiting)),
        Row("Planned visits", tuple(words.plan_line(p, tz) for p in case.plans)),
        Row("Hearings", tuple(words.hearing_line(h, tz) for h in case.hearings)),
        Row("Follow-ups", _follow_ups(case.notes)),
    ]
    return Part(words.family(case), _told(rows))


def _owed(sheet: LeaveSheet, case: CaseSheet, tz: ZoneInfo) -> list[Row]:
    """What a crisis's checklist still asks for, in bold: its hours run on in the leave; then the rest."""

    def lines(*, urgent: bool) -> tuple[str, ...]:
        found = (o for o in case.owed if (o.kind == words.INCIDENT) is urgent)
        return tuple(words.owed_line(o, tz, sheet.made_at) for o in found)

    return [Row("Reports to make", lines(urgent=True), loud=True), Row("Still needed", lines(urgent=False))]


def _told(rows: Iterable[Row]) -> tuple[Row, ...]:
    """What there is to say; of alerts it is said, too, that there are none."""
    return tuple(row for row in rows if row.lines or row.label == "Alerts")


def _homes(case: CaseSheet) -> tuple[str, ...]:
    carers = dict.fromkeys(each.carer for each in case.children)
    return tuple(words.address_line(k) for k in carers if k and k.address and not k.part2)


def _follow_ups(notes: Iterable[NoteLine]) -> tuple[str, ...]:
    return tuple(words.follow_up_line(note) for note in notes if note.follow_ups)


def _back(sheet: LeaveSheet, case: CaseSheet, tz: ZoneInfo) -> Part:
    told = [n for n in case.notes if n.status is not NoteStatus.DRAFT and n.author.id != sheet.who.id]
    waiting = [note for note in case.notes if note.open]
    crises = sheet.crises.get(case.case.id, ())
    rows = [
        Row("Crises", tuple(_crisis(each, tz) for each in crises), loud=True),
        Row("Meanwhile", tuple(words.note_line(n, tz) for n in told) or ("no notes by others",)),
        Row("Children", tuple(words.child_line(c) for c in case.children)),
        *_owed(sheet, case, tz),
        Row("Open notes", tuple(words.note_line(n, tz, sheet.made_at) for n in waiting)),
        Row("Follow-ups", _follow_ups(case.notes)),
        Row("Planned visits", tuple(words.plan_line(p, tz) for p in case.plans)),
        Row("Hearings", tuple(words.hearing_line(h, tz) for h in case.hearings)),
    ]
    return Part(words.family(case), tuple(row for row in rows if row.lines))


def _crisis(line: CrisisLine, tz: ZoneInfo) -> str:
    what = "Safety concern" if line.kind == "concern" else "Crisis"
    ended = CRISIS_ENDS[CrisisEnd(line.ended)] if line.ended else "still open"
    by = f"with {line.by.short}" if line.by else ""
    return " · ".join(filter(None, [f"{what}, {moment(line.opened_at, tz)}", ended, by]))
