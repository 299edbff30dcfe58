"""The supervisor's card and windows: queue card without words, reading window, return, meeting, copy."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.views.blocks import (
    FIELD,
    Block,
    actions,
    asked,
    button,
    context,
    date_picker,
    divider,
    escape,
    multi_select,
    push,
    quotes,
    section,
    select,
    text_field,
    time_picker,
    window,
)
from bot.views.differences import differences
from bot.views.drawn import Drawn
from bot.views.note_parts import assumed, facts, lateness, reference, where_it_stands
from bot.views.notices import now_with
from bot.views.wording import (
    METHODS,
    OUTCOMES,
    PLACES,
    RELATIONSHIPS,
    TYPES,
    clock,
    event_time,
    listed,
    token,
)
from storage.records import NoteRecord
from storage.types import EventType, Method, NoteStatus, Outcome

REASONS = {
    "time": "Time or date",
    "who": "Who took part",
    "unclear": "Not clear enough",
    "opinion": "Opinion instead of fact",
    "incomplete": "Something is missing",
    "other": "Other",
}
"""What a return may be about, for a tap; the words of the reason go with it."""


def review_card(
    note: NoteRecord, tz: ZoneInfo, viewer_id: str, *, by_line: bool = False, instead_of: str = ""
) -> Drawn:
    """Worker, case, child by initials, types, date, due time, and the buttons that hold now (DOMAIN 4).

    For whom the note is no longer with it says who has it, without a button; who decides `by_line` all the
    same, as the author's supervisor, may still read it. `instead_of`: in whose stead the viewer reviews.
    """
    children = ", ".join(c.initials for c in note.children) or "no child named"
    revised = f"*Revised, version {note.submission}* from" if note.submission > 1 else "Note from"
    lines = [
        f"{revised} *{escape(note.author.name)}*",
        escape(f"{children} · case {note.case_id}"),
        " · ".join(TYPES[t] for t in note.content.types),
        _event(note, tz),
    ]
    mine = note.status is not NoteStatus.SUBMITTED or _is_with(note, viewer_id)
    standing = _standing(note, tz) if mine else f"{now_with(note.reviewer)} {_standing(note, tz)}"
    if instead_of and _is_with(note, viewer_id) and note.status is NoteStatus.SUBMITTED:
        standing += f" · you review it for {escape(instead_of)}"
    buttons = _review_buttons(note, viewer_id) if mine else _reading(note) if by_line else []
    return Drawn(text=_push(note), blocks=[section("\n".join(lines)), *buttons, context(standing)])


def _is_with(note: NoteRecord, viewer_id: str) -> bool:
    return note.reviewer is not None and note.reviewer.id == viewer_id


def _reading(note: NoteRecord) -> list[Block]:
    return [actions([button("Read", "note.read", reference(note))], block_id=f"review|{reference(note)}")]


def _event(note: NoteRecord, tz: ZoneInfo) -> str:
    content = note.content
    return event_time(on=content.on, starts_at=content.starts_at, minutes=None, tz=tz)


def _review_buttons(note: NoteRecord, viewer_id: str) -> list[Block]:
    if note.status is NoteStatus.SUBMITTED:
        return [actions(decision_buttons(note), block_id=f"review|{reference(note)}")]
    if note.meeting_open and note.returned and note.returned.by.id == viewer_id:
        meeting = button("Record meeting", "note.meeting", reference(note), style="primary")
        read = button("Read", "note.read", reference(note))
        return [actions([meeting, read], block_id=f"review|{reference(note)}")]
    return _reading(note)


def decision_buttons(note: NoteRecord, *, in_window: bool = False) -> list[Block]:
    """Read, Approve, Return; in the reading window without Read."""
    read = [] if in_window else [button("Read", "note.read", reference(note))]
    return [
        *read,
        button("Approve", "note.approve", reference(note), style="primary"),
        button("Return", "note.return", reference(note)),
    ]


def _standing(note: NoteRecord, tz: ZoneInfo) -> str:
    if note.status is NoteStatus.SUBMITTED and note.review_due_at:
        late = lateness(note, note.first_submitted_at, tz)
        return f"Review due {token(note.review_due_at, tz)}" + (f" · submitted {late}" if late else "")
    line = where_it_stands(note, tz)
    if note.status is NoteStatus.RETURNED and note.returned:
        line = f"↩ Returned by {escape(note.returned.by.short)}, {token(note.returned.at, tz)}"
    if note.meeting_open:
        line += " · meeting with the worker still to be recorded"
    elif note.meeting_held_at:
        line += f" · met {token(note.meeting_held_at, tz)}"
    return line


def _push(note: NoteRecord) -> str:
    kind = f"Revised note, version {note.submission}," if note.submission > 1 else "Note"
    return push(f"{kind} {note.initials} from {note.author.short} to review")


def reading_window(note: NoteRecord, tz: ZoneInfo, *, may_decide: bool, left: bool = False) -> Block:
    """The whole note; for its reviewer with Approve and Return in it.

    One that its author `left` behind can be marked as seen to.
    """
    head = f"By *{escape(note.author.name)}*, entered {token(note.created_at, tz)}"
    if note.entered_by.id != note.author.id:
        head += f" by {escape(note.entered_by.name)}"
    blocks: list[Block] = [section(head), *facts(note, tz), context(counts_for(note))]
    if lines := assumed(note):
        blocks.append(context(*lines))
    blocks += [divider(), *quotes(note.content.narrative)]
    blocks += differences(note.earlier_words, note.content.narrative)
    for said in note.addenda:
        blocks += [context(f"Addendum by {escape(said.by.name)}, {token(said.at, tz)}"), *quotes(said.words)]
    blocks += [divider(), context(_standing(note, tz))]
    if may_decide and note.status is NoteStatus.SUBMITTED:
        blocks.append(actions(decision_buttons(note, in_window=True), block_id=f"decide|{reference(note)}"))
    if left:
        blocks += _left_behind(note)
    return window("Read note", blocks, callback="note.reading", about=reference(note))


def _left_behind(note: NoteRecord) -> list[Block]:
    sentence = (
        f"{escape(note.author.name)} has left and never submitted this. Nobody else can: what you know of "
        "the event you log yourself. This stays on record as it is."
    )
    seen = button("Seen to", "note.seen_to", reference(note), style="primary")
    return [context(sentence), actions([seen], block_id=f"left|{reference(note)}")]


def counts_for(note: NoteRecord) -> str:
    """What the note counts for: a visit needs completed, in person, with the child (42 USC 624(f))."""
    content = note.content
    seen = EventType.CASEWORKER_CHILD in content.types
    if content.outcome is not Outcome.COMPLETED:
        return "Counts for no visit: it was not completed."
    if not seen or content.method is not Method.IN_PERSON:
        return "Counts for no monthly visit: the child was not seen in person by the caseworker."
    where = ", at the child's residence" if content.at_residence else ""
    return f"Counts as a monthly visit{where}, once approved."


def return_window(note: NoteRecord) -> Block:
    """Asks for the reason of a return."""
    return window(
        "Return note",
        [
            asked(
                "About",
                multi_select("v", "Pick what applies", list(REASONS.items())),
                block_id="about",
                optional=True,
            ),
            asked(
                "Reason",
                text_field("v", multiline=True, placeholder="What has to be put right"),
                block_id="reason",
                hint="The worker reads these words. A meeting with the worker is then yours to record.",
            ),
        ],
        callback="note.returned",
        submit="Return",
        close="Cancel",
        about=reference(note),
    )


def meeting_window(note: NoteRecord, tz: ZoneInfo, now_local: str, today: str) -> Block:
    """When and how the meeting over a return was held."""
    ways = [("in_person", "In person"), ("phone", "Phone"), ("video", "Video")]
    return window(
        "Record meeting",
        [
            context(f"Return of {token(note.returned.at, tz)}" if note.returned else "Return"),
            asked("Date", date_picker("v", chosen=today), block_id="on"),
            asked("Time", time_picker("v", chosen=now_local), block_id="at"),
            asked("How", select("v", "Pick one", ways, chosen="in_person"), block_id="how"),
            asked("What was agreed", text_field("v", multiline=True), block_id="outcome", optional=True),
        ],
        callback="note.met",
        submit="Record",
        close="Cancel",
        about=reference(note),
    )


def addendum_window(note: NoteRecord) -> Block:
    """Asks for an addendum's words."""
    return window(
        "Add addendum",
        [
            context("The approved note stays as it is; your words are added under your name and this time."),
            asked("Addendum", text_field("v", multiline=True), block_id="words"),
        ],
        callback="note.added",
        submit="Add",
        close="Cancel",
        about=reference(note),
    )


def copy_window(note: NoteRecord, tz: ZoneInfo, system: str) -> Block:
    """The note as a block to paste into the state's system, in a field that can be selected."""
    text = paste_block(note, tz)
    pieces = [text[i : i + FIELD] for i in range(0, len(text), FIELD)]
    fields = [
        asked(f"Select all and copy ({n + 1} of {len(pieces)})" if len(pieces) > 1 else "Select all and copy",
              text_field("v", chosen=piece, multiline=True), block_id=f"copy{n}", optional=True)
        for n, piece in enumerate(pieces)
    ]  # fmt: skip
    hint = context(f"After pasting it into {system}, tap *Mark entered* on the card.")
    # Slack takes no window with a field and without a button that sends it.
    return window(
        "Copy for CONNECTIONS", [*fields, hint], callback="note.copied", submit="Done", about=reference(note)
    )


def paste_block(note: NoteRecord, tz: ZoneInfo) -> str:
    """The fields in the order of a CONNECTIONS progress note; times in the agency's zone."""
    content = note.content
    start = content.starts_at.astimezone(tz) if content.starts_at else None
    others = [f"{p.name} ({RELATIONSHIPS[p.relationship]})" for p in note.people]
    rows = [
        ("Event date", f"{content.on:%m/%d/%Y}" if content.on else "not recorded"),
        ("Event time", clock(start, tz) if start else "not recorded"),
        ("Duration", f"{content.minutes} min" if content.minutes else "not recorded"),
        ("Author", note.author.name),
        ("Entered by", note.entered_by.name),
        ("Method", METHODS[content.method] if content.method else ""),
        ("Location", PLACES[content.place] if content.place else ""),
        ("Type", "; ".join(TYPES[t] for t in content.types)),
        ("Outcome", OUTCOMES.get(content.outcome, "") if content.outcome else ""),
        ("Case", f"{note.family_name} ({note.case_id})"),
        ("Family participants / focus", listed([c.name for c in note.children])),
        ("Seen alone", listed([c.name for c in note.children if c.seen_alone])),
        ("Other participants", listed(others)),
        ("Follow-up", content.follow_ups),
    ]
    lines = [f"{name}: {value}" for name, value in rows if value]
    added = [
        f"\nAddendum by {a.by.name}, {a.at.astimezone(tz):%m/%d/%Y %H:%M}:\n{a.words}" for a in note.addenda
    ]
    return "\n".join([*lines, "Narrative:", content.narrative, *added])
