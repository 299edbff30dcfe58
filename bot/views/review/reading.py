"""The window in which a note is read whole, with what helps to decide beside it."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    actions,
    button,
    context,
    divider,
    escape,
    quotes,
    section,
    sections,
    window,
)
from bot.views.notes.differences import differences
from bot.views.notes.note_parts import facts, reference
from bot.views.review.review_card import decision_buttons, review_standing
from bot.views.wording import OUTCOMES, PLACES, STATUSES, TYPES, short_day, token
from storage.records import NoteRecord
from storage.reviewed import Beside, Contacted, Counts
from storage.types import EventType, Method, NoteStatus, Outcome

MOST_QUESTIONS = 16
"""A window holds a hundred blocks; the last ones are shown, all are kept."""


def reading_window(note: NoteRecord, tz: ZoneInfo, beside: Beside) -> Block:
    """The whole note; for its reviewer with the case's last contacts, Approve, Return and Ask in it.

    One that its author left behind can be marked as seen to.
    """
    head = f"By *{escape(note.author.name)}*, entered {token(note.created_at, tz)}"
    if note.entered_by.id != note.author.id:
        head += f" by {escape(note.entered_by.name)}"
    blocks: list[Block] = [section(head), *facts(note, tz), context(*counts_for(note, beside.counts))]
    if note.off_caseload:
        told = f": {escape(note.case_worker.name)} is told" if note.case_worker else ""
        blocks.append(context(f"⚠️ Not one of {escape(note.author.name)}'s own cases{told}."))
    blocks += [divider(), *quotes(note.content.narrative)]
    blocks += differences(note.earlier_words, note.content.narrative)
    for said in note.addenda:
        blocks += [context(f"Addendum by {escape(said.by.name)}, {token(said.at, tz)}"), *quotes(said.words)]
    blocks += [*questions(note, tz), *(_contacts(beside.contacts) if beside.reviews else [])]
    blocks += [divider(), context(review_standing(note, tz)), *_buttons(note, beside)]
    if beside.left:
        blocks += _left_behind(note)
    return window("Read note", blocks, callback="note.reading", about=reference(note))


def _buttons(note: NoteRecord, beside: Beside) -> list[Block]:
    decide = beside.may_decide and note.status is NoteStatus.SUBMITTED
    row = decision_buttons(note, in_window=True) if decide else []
    row += [button("Ask", "note.ask", reference(note))] if beside.may_ask else []
    row += [button("Answer", "note.answer", reference(note), style="primary")] if beside.may_answer else []
    if beside.others_waiting:
        style = None if decide else "primary"
        row.append(button(f"Next note ({beside.others_waiting})", "note.next", reference(note), style=style))
    return [actions(row, block_id=f"decide|{reference(note)}")] if row else []


def questions(note: NoteRecord, tz: ZoneInfo) -> list[Block]:
    """What was asked about the note and answered, each line under its name and time."""
    found: list[Block] = [context("*Questions*")] if note.questions else []
    for said in note.questions[-MOST_QUESTIONS:]:
        found += [context(f"{escape(said.by.name)}, {token(said.at, tz)}"), *quotes(said.words)]
    return found


def _contacts(contacts: Sequence[Contacted]) -> list[Block]:
    if not contacts:
        return [context("*The case's last contacts*: none on record before this one.")]
    return [divider(), *sections(["*The case's last contacts*", *(_contact(each) for each in contacts)])]


def _contact(each: Contacted) -> str:
    on = short_day(each.on) if each.on else "no date"
    types = " · ".join(TYPES[t] for t in each.types)
    words = [f"*{on}*", escape(", ".join(each.first_names)), types]
    if each.outcome not in (None, Outcome.COMPLETED):
        words.append(f"_{OUTCOMES[each.outcome].lower()}_")
    state = "" if each.status is NoteStatus.APPROVED else f", {STATUSES[each.status].lower()}"
    return "• " + "  ".join(filter(None, words)) + f"  ({escape(each.by)}{state})"


def _left_behind(note: NoteRecord) -> list[Block]:
    sentence = (
        f"{escape(note.author.name)} has left and never submitted this. Nobody else can: what you know of "
        "the event you log yourself. This stays on record as it is."
    )
    seen = button("Seen to", "note.seen_to", reference(note), style="primary")
    return [context(sentence), actions([seen], block_id=f"left|{reference(note)}")]


def counts_for(note: NoteRecord, counts: Counts) -> list[str]:
    """What the note counts for: the month's visit, and the federal measure (42 USC 624(f)), kept apart."""
    content = note.content
    if content.outcome is not Outcome.COMPLETED:
        return ["Counts for no visit: it was not completed."]
    if not counts.visit:
        return [f"Counts for no monthly visit: {_why_no_visit(note)}."]
    if not counts.federal:
        return [
            "✓ Counts as a monthly visit.",
            "Does not count in the federal measure: a glimpse at court is none.",
        ]
    where = "at the child's residence" if counts.at_residence else _elsewhere(note)
    return [f"✓ Counts as a monthly visit, and in the federal measure: {where}."]


def _why_no_visit(note: NoteRecord) -> str:
    content = note.content
    seen = EventType.CASEWORKER_CHILD in content.types
    if not seen or content.method is not Method.IN_PERSON:
        return "the child was not seen in person by the caseworker"
    return "no child is named" if not content.children else "by its author's role it is none"


def _elsewhere(note: NoteRecord) -> str:
    place, home = note.content.place, note.content.at_residence
    if home is None:
        return "whether it was at the child's residence is not known"
    return "not at the child's residence" + (f" ({PLACES[place].lower()})" if place else "")
