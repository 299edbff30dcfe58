"""The weekly conference's agenda: a window of a few families a page, a list, and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    context,
    cut,
    date_picker,
    divider,
    escape,
    section,
    sections,
    text_field,
    window,
)
from bot.views.drawn import Drawn, Paper
from bot.views.oversight import case_lines as words
from bot.views.paper import Part, Row, pdf
from bot.views.wording import moment, short_day
from storage.case_sheets import CaseSheet
from storage.conferences import Agenda, AgendaCase, ConferenceLine, Discussed

OPEN, LIST = "conference.agenda", "conference.list"
_FOOT = "Confidential case record · for supervisor and worker · shred it after the conference"
_SOME, _LINE = 4, 240
"""So many lines of a kind, and so long: the whole stands on the paper."""
_LISTED = 40
_NO_NOTE = (
    "I made no note of a case: this was your own talk with a worker. Put what you decided into the *Agenda*, "
    "with *Held* beside the family. Was a child or parent there too? Write it to me again with the name."
)


def conferences_button() -> Block:
    """Opens the list, for the Home."""
    return button("Conferences", LIST)


def agenda_button(worker_id: str) -> Block:
    """Opens one's own agenda, for a worker's Home."""
    return button("My agenda", OPEN, worker_id)


NO_HOUR = "I know by which day it is due. The hour is agreed between the two of you: I am not told it."


def list_card(lines: Sequence[ConferenceLine], tz: ZoneInfo, *, hour: bool = False) -> Drawn:
    """With whom and by when, each with its agenda; `hour`: it was asked at what time one is."""
    blocks = list(_list(lines, tz))
    if lines and hour:
        blocks.append(context(NO_HOUR))
    return Drawn(text=f"Weekly conference: {len(lines)}", blocks=blocks)


def list_window(lines: Sequence[ConferenceLine], tz: ZoneInfo) -> Block:
    """The same as a window."""
    return window("Weekly conferences", list(_list(lines, tz)))


def told_card(
    lines: Sequence[ConferenceLine], tz: ZoneInfo, *, on: date | None = None, asked: bool = False
) -> Drawn:
    """The conference of which something was said, to be recorded; `on`: the day. `asked`: none was told."""
    blocks: list[Block] = []
    for line in lines[:_SOME]:
        due = _due(line.due_at, tz, overdue=line.overdue)
        last = f"last recorded {short_day(line.last)}" if line.last else "none recorded yet"
        told = f"{due} · {line.held} of {line.total} families discussed · {last}"
        value = f"{line.worker.id}|{on}" if on else line.worker.id
        record = [button("Record conference", "conference.record", value, style="primary")]
        agenda = button("Agenda", OPEN, line.worker.id)
        blocks.append(section(f"*Weekly conference with {escape(line.worker.name)}*\n{told}"))
        blocks.append(actions([*(record if line.owes else []), agenda]))
    if not asked:
        blocks.append(context(_NO_NOTE))
    return Drawn(text="A weekly conference", blocks=blocks)


def _list(lines: Sequence[ConferenceLine], tz: ZoneInfo) -> Iterator[Block]:
    if not lines:
        yield section("There is no weekly conference for you to see.")
    for line in lines[:_LISTED]:
        name = "Your weekly conference" if line.own else f"Weekly conference with {escape(line.worker.name)}"
        due = _due(line.due_at, tz, overdue=line.overdue)
        told = f"{line.held} of {line.total} families discussed"
        yield section(f"*{name}*\n{due} · {told}", accessory=button("Agenda", OPEN, line.worker.id))
    if len(lines) > _LISTED:
        yield context(f"… and {len(lines) - _LISTED} more: write for instance _agenda for Dana_.")


def _due(at: datetime, tz: ZoneInfo, *, overdue: bool) -> str:
    day = short_day(at.astimezone(tz).date())
    return f"🔴 *overdue* since {day}" if overdue else f"due {day}"


# -- the window


def agenda_window(agenda: Agenda, tz: ZoneInfo) -> Block:
    """A page of the agenda. Its private metadata: worker and first family's place."""
    blocks: list[Block] = sections([f"*{escape(agenda.worker.name)}*", _standing(agenda, tz)])
    blocks.append(actions(_above(agenda)))
    if not agenda.total:
        blocks.append(section("No open families on this caseload."))
    for each in agenda.cases:
        blocks += [divider(), *_case(each, agenda, tz)]
    if pages := _pages(agenda):
        blocks += [divider(), actions(pages)]
    return window("Weekly conference", blocks, about=f"{agenda.worker.id}|{agenda.skip}")


def _standing(agenda: Agenda, tz: ZoneInfo) -> str:
    with_whom = f" · with {escape(agenda.chief.name)}" if agenda.chief else ""
    due = _due(agenda.due_at, tz, overdue=agenda.overdue)
    return f"{due}{with_whom} · {agenda.held} of {agenda.total} families discussed"


def _above(agenda: Agenda) -> list[Block]:
    paper = button("PDF", "conference.pdf", agenda.worker.id)
    if not agenda.owes:
        return [paper]
    return [paper, button("Record conference", "conference.record", agenda.worker.id)]


def _pages(agenda: Agenda) -> list[Block]:
    worker, after = agenda.worker.id, agenda.skip + len(agenda.cases)
    found = []
    if agenda.skip:
        before = f"{worker}|{max(0, agenda.skip - agenda.page)}"
        found.append(button("◀ Back", "conference.page.back", before))
    if rest := agenda.total - after:
        found.append(button(f"Next families ({rest}) ▶", "conference.page.on", f"{worker}|{after}"))
    return found


def _case(each: AgendaCase, agenda: Agenda, tz: ZoneInfo) -> Iterator[Block]:
    case = each.sheet.case
    title = f"*{escape(case.family_name)} family* · {escape(case.id)}"
    held = button("Held", "conference.hold", f"{agenda.worker.id}|{case.id}", style="primary")
    if each.held is None:
        yield section("\n".join([title, *_lines(each.sheet, agenda.made_at, tz)]), accessory=held)
    else:
        yield section("\n".join([title, *_lines(each.sheet, agenda.made_at, tz)]))
        yield from _told(f"✅ *Held {short_day(each.held.on)}*", each.held)
    if each.before is not None:
        yield from _told(f"_Last time, {short_day(each.before.on)}_", each.before)


def _told(title: str, told: Discussed) -> Iterator[Block]:
    line = f"{title} · {escape(told.by.short)}: {escape(cut(told.decided, 600))}"
    make = button("Open note" if told.note_id else "Make a note", "conference.note", told.id)
    yield section(line, accessory=make if told.mine else None)


def _lines(sheet: CaseSheet, now: datetime, tz: ZoneInfo) -> Iterator[str]:
    """What there is to discuss, a few short lines each."""
    for child in sheet.children:
        mark = "✓" if child.seen >= child.required else "⚠️"
        yield f"{mark} {escape(child.child.first_name)} {words.visits_words(child)}"
    owed = [words.owed_line(o, tz, now) for o in sheet.owed if o.kind != "visit"]
    yield from _some("*Owed*", owed)
    waiting = sorted((n for n in sheet.notes if n.open), key=lambda n: not n.late(now))
    yield from _some("*Notes open*", [words.note_line(n, tz, now) for n in waiting])
    yield from _some("*Follow-ups*", [words.follow_up_line(n) for n in sheet.notes if n.follow_ups])
    yield from _some("*Hearings*", [words.hearing_line(h, tz) for h in sheet.hearings])


def _some(label: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield label
    for line in lines[:_SOME]:
        yield f"• {escape(cut(line, _LINE))}"
    if len(lines) > _SOME:
        yield f"_… and {len(lines) - _SOME} more: they stand on the PDF_"


def held_window(agenda: Agenda, family: str, about: str) -> Block:
    """Asks on which day the family was discussed, and what was decided."""
    return window(
        "Discussed",
        [
            context(f"{escape(family)} family, with {escape(agenda.worker.name)}"),
            asked("On", date_picker("v", chosen=agenda.today.isoformat()), block_id="on"),
            asked(
                "What was decided",
                text_field("v", multiline=True, placeholder="In your own words"),
                block_id="decided",
                hint="Kept with the conference. Make a note then offers it as your Case Conference note.",
            ),
        ],
        callback="conference.discussed",
        submit="Held",
        close="Cancel",
        about=about,
    )


# -- on paper


def agenda_message(agenda: Agenda, tz: ZoneInfo) -> Drawn:
    """The whole agenda as a file, with a line beside it that names nobody."""
    count = f"{agenda.total} famil{'y' if agenda.total == 1 else 'ies'}"
    said = f"Conference agenda, {count}. Keep it where nobody else sees it."
    return Drawn(said, paper=Paper("agenda", "Conference agenda", partial(agenda_pdf, agenda, tz)))


def agenda_pdf(agenda: Agenda, tz: ZoneInfo) -> bytes:
    """The whole agenda as a PDF, with room to write beside each family."""
    due = agenda.due_at.astimezone(tz).date()
    chief = f" with {agenda.chief.name}" if agenda.chief else ""
    lines = [f"{agenda.worker.name}{chief} · due {short_day(due)}", f"As of {moment(agenda.made_at, tz)}."]
    parts = [_part(each, agenda.made_at, tz) for each in agenda.cases]
    return pdf("Conference agenda", lines, parts or [Part("No open families", ())], foot=_FOOT)


def _part(each: AgendaCase, now: datetime, tz: ZoneInfo) -> Part:
    sheet = each.sheet
    waiting = [n for n in sheet.notes if n.open]
    rows = [
        Row("Children", tuple(words.child_line(c) for c in sheet.children)),
        Row("Still owed", tuple(words.owed_line(o, tz, now) for o in sheet.owed)),
        Row("Late", tuple(words.note_line(n, tz) for n in waiting if n.late(now)), loud=True),
        Row("Open notes", tuple(words.note_line(n, tz) for n in waiting if not n.late(now))),
        Row("Follow-ups", tuple(words.follow_up_line(n) for n in sheet.notes if n.follow_ups)),
        Row("Planned visits", tuple(words.plan_line(p, tz) for p in sheet.plans)),
        Row("Hearings", tuple(words.hearing_line(h, tz) for h in sheet.hearings)),
        Row("Last time", (_decided(each.before),) if each.before else ()),
        Row("Decided", (_decided(each.held),) if each.held else ("\n\n",)),
    ]
    return Part(words.family(sheet), tuple(row for row in rows if row.lines))


def _decided(told: Discussed) -> str:
    return f"{short_day(told.on)}, {told.by.short}: {told.decided}"
