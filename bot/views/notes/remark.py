"""The answer to a worker's words about a draft: what changed, what is asked, what is possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, confirm, context, cut, escape, push, section
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import reference, whose
from bot.views.notes.told_apart import told_apart
from storage.records import NoteRecord
from storage.types import NoteStatus

_LINES = 8
_QUOTED = 160
_WHOSE = "❓ *Is that an answer? Whose question?*"


@dataclass(frozen=True, slots=True)
class RemarkShown:
    """A remark as its answer shows it. `lines`: what changed, or would change; `added`: words were kept.

    `own`: whoever said it may change the note, being its author; to its reviewer children are initials.
    """

    id: str
    asks: str | None
    choice: str | None
    tz: ZoneInfo
    lines: tuple[str, ...] = ()
    added: bool = False
    own: bool = True


def remark_card(remark: RemarkShown, notes: Sequence[NoteRecord]) -> Drawn:
    """The answer, as it stands now. `notes`: the one it was taken into, else those it may be about."""
    if remark.asks == "which":
        return _which(remark, notes)
    if remark.asks == "add_or_new":
        return _add_or_new(remark, notes[0])
    if remark.asks == "add_or_raise":
        return _add_or_raise(remark, notes[0])
    if remark.asks == "update":
        return _update(remark, notes)
    if remark.asks == "answer":
        return _answer(remark, notes)
    if remark.choice == "overtaken":
        return _plain("You edited that message once more.", "Edited once more")
    if remark.choice == "left_out":
        return _plain("✓ Left out: these words stand in no note.", "Left out")
    if remark.choice == "new":
        return _plain("✓ A new note. Its card follows.", "A new note was begun")
    note = notes[0] if notes else None
    if note is None:
        return _plain("✓ Done.", "Done")
    return _settled(remark, note)


def _settled(remark: RemarkShown, note: NoteRecord) -> Drawn:
    sentence, buttons = _SETTLED.get(remark.choice or "", (None, ()))
    if not remark.own:
        return Drawn(text=push(f"About note {note.initials}"), blocks=[section(_not_yours(note))])
    if remark.choice == "filed":
        return _about(note, _filed(note), _filed_buttons(note))
    if sentence is None:
        return _taken_in(remark, note)
    made = [_MADE[name](note) for name in buttons]
    return _about(note, sentence, made if note.status in (NoteStatus.DRAFT, NoteStatus.RETURNED) else [])


def _taken_in(remark: RemarkShown, note: NoteRecord) -> Drawn:
    lines = [*remark.lines[:_LINES]] or ["✓ Added to the note's words."]
    if remark.lines and remark.added:
        lines.append("_Your words stand in the note._")
    head = f"✓ {whose(note)}"
    return Drawn(text=push(f"Note {note.initials} changed"), blocks=[section("\n".join([head, *lines]))])


def asked_again(remark: RemarkShown, words: str, notes: Sequence[NoteRecord]) -> list[Block]:
    """A question that was not answered, with the words that stand in no note as long as it is not."""
    said = section(f"✏️ *In no note yet*\n“{escape(cut(' '.join(words.split()), _QUOTED))}”")
    return [said, *remark_card(remark, notes).blocks]


def _which(remark: RemarkShown, notes: Sequence[NoteRecord]) -> Drawn:
    shown = notes[:10]
    picks = [
        button(called, f"remark.pick.{i}", f"{remark.id}|{n.id}")
        for i, (n, called) in enumerate(zip(shown, told_apart(shown, remark.tz), strict=True))
    ]
    new = button("None of these: a new note", "remark.new", remark.id)
    blocks = [section("❓ *Which note is that about?*"), actions([*picks, new, _leave_out(remark)])]
    return Drawn(text="Which note is that about?", blocks=blocks)


def _add_or_new(remark: RemarkShown, note: NoteRecord) -> Drawn:
    question = f"❓ *Does that belong to this note, or is it another event?*\n{whose(note)}"
    buttons = [
        button("Add to this note", "remark.pick.0", f"{remark.id}|{note.id}"),
        button("New note", "remark.new", remark.id),
        _leave_out(remark),
    ]
    return Drawn(text="Add it, or a new note?", blocks=[section(question), actions(buttons)])


def _add_or_raise(remark: RemarkShown, note: NoteRecord) -> Drawn:
    """A hurt told where somebody asked about one: nobody is alerted unless the worker says so."""
    question = f"❓ *Is that your answer to why this note came back?*\n{whose(note)}"
    alerted = "⚠️ *Nobody is alerted yet.* If this is new, or the child is not safe, raise it now."
    buttons = [
        button("Add to this note", "remark.pick.0", f"{remark.id}|{note.id}"),
        button("Raise a safety concern", "remark.new", remark.id, style="danger"),
        _leave_out(remark),
    ]
    return Drawn(
        text="Nobody is alerted yet: an answer, or a safety concern?",
        blocks=[section(alerted), section(question), actions(buttons)],
    )


def _answer(remark: RemarkShown, notes: Sequence[NoteRecord]) -> Drawn:
    """Whether the words answer what a reviewer asked about a note; of several questions which."""
    asked = [n for n in notes if n.questions and n.questions[-1].by.id != n.author.id]
    if not asked:
        return _plain("✓ That question is answered already.", "Answered already")
    one = len(asked) == 1
    head = f"❓ *Is that your answer to {escape(asked[0].questions[-1].by.name)}?*" if one else _WHOSE
    lines = [f"{whose(n)}\n“{escape(cut(' '.join(n.questions[-1].words.split()), _QUOTED))}”" for n in asked]
    picks = [
        button("Yes, send it" if one else called, f"remark.pick.{i}", f"{remark.id}|{n.id}")
        for i, (n, called) in enumerate(zip(asked, told_apart(asked, remark.tz), strict=True))
    ]
    new = button("No, a new note", "remark.new", remark.id)
    blocks = [section("\n".join([head, *lines])), actions([*picks, new, _leave_out(remark)])]
    return Drawn(text="Your answer to a question?", blocks=blocks)


def _leave_out(remark: RemarkShown) -> Block:
    return button("Leave it out", "remark.leave_out", remark.id)


def _update(remark: RemarkShown, notes: Sequence[NoteRecord]) -> Drawn:
    """An edited message: what would change in its draft."""
    head = "✏️ *You edited the message behind this draft.*"
    who = "\n".join(whose(n) for n in notes)
    lines = "\n".join(remark.lines[:_LINES]) or "Only your words change."
    buttons = [
        button("Update draft", "remark.update", remark.id, style="primary"),
        button("Keep as it is", "remark.keep", remark.id),
    ]
    return Drawn(text="Update the draft?", blocks=[section(f"{head}\n{who}\n{lines}"), actions(buttons)])


def _about(note: NoteRecord, sentence: str, buttons: Sequence[Block]) -> Drawn:
    blocks = [section(f"{whose(note)}\n{sentence}"), *([actions(buttons)] if buttons else [])]
    return Drawn(text=push(f"About note {note.initials}"), blocks=blocks)


def _plain(sentence: str, nameless: str) -> Drawn:
    return Drawn(text=nameless, blocks=[context(sentence)])


def _filed(note: NoteRecord) -> str:
    """What is possible once a note has left the worker's hands: one sentence."""
    if note.status is NoteStatus.SUBMITTED:
        who = escape(note.reviewer.name) if note.reviewer else "its reviewer"
        return f"That note is submitted, so I changed nothing: {who} can return it to you for the correction."
    if note.status is NoteStatus.APPROVED:
        return "That note is approved and final, so I changed nothing: an addendum can say it."
    if note.status is NoteStatus.DISCARDED:
        return "That draft is discarded, so I changed nothing: bring it back first."
    return "Only its author can change this note, so I changed nothing."


def _not_yours(note: NoteRecord) -> str:
    """To a reviewer who wrote under the card of somebody else's note."""
    who = escape(note.initials)
    more = " Return it with a reason, to have it changed." if note.status is NoteStatus.SUBMITTED else ""
    return f"*{who}*\nOnly its author can change this note, so I changed nothing.{more}"


def _filed_buttons(note: NoteRecord) -> list[Block]:
    if note.status is NoteStatus.SUBMITTED and note.reviewer:
        return [button("Ask for it back", "note.ask_back", reference(note))]
    if note.status is NoteStatus.APPROVED:
        return [button("Add addendum", "note.addendum", reference(note))]
    if note.status is NoteStatus.DISCARDED:
        return [button("Bring back", "note.bring_back", reference(note))]
    return []


def _edit(note: NoteRecord) -> Block:
    return button("Edit", "note.edit", reference(note))


def _revise(note: NoteRecord) -> Block:
    return button("Revise", "note.revise", reference(note), style="primary")


def _discard(note: NoteRecord) -> Block:
    sure = confirm("Discard this draft?", "It is put aside and can be brought back.", "Discard")
    return button("Discard", "note.discard", reference(note), confirm=sure)


def _submit(note: NoteRecord) -> Block:
    return button("Submit", "note.submit", reference(note), style="primary")


_MADE: dict[str, Callable[[NoteRecord], Block]] = {
    "edit": _edit,
    "revise": _revise,
    "discard": _discard,
    "submit": lambda note: _edit(note) if note.asked else _submit(note),
    "log": lambda _note: button("Log a contact", "log.contact", "blank"),
}
_SETTLED: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "unclear": (
        "I added your words to the note, but could not tell what to change. Tap Edit to change it.",
        ("edit",),
    ),
    "two_families": (
        "They are of two families, and one note holds one case. Pick one on the card; log the other apart.",
        ("log",),
    ),
    "wish_split": (
        "I can't split a note. Tap Edit to take words out of this one, and log the other event apart.",
        ("edit", "log"),
    ),
    "wish_words": ("I never take your words out myself. Tap Edit to change them.", ("edit",)),
    "wish_discard": ("Tap Discard to put this draft aside. It can be brought back.", ("discard",)),
    "wish_submit": ("Tap Submit to send it, once nothing is asked any more.", ("submit",)),
    "wish_revise": (
        "It came back and is not changed yet: tell me what to correct, or tap Revise. Then Submit sends it.",
        ("revise",),
    ),
    "answered": ("✓ Your answer stands with the note, and whoever asked is told.", ()),
    "kept": ("The draft stays as it was before you edited the message.", ()),
    "deleted": (
        "You deleted the message in Slack. The draft stays: submit it, or discard it here.",
        ("edit", "discard"),
    ),
    "remark_edited": (
        "I had taken in your earlier words. Write the correction once more, or tap Edit.",
        ("edit",),
    ),
    "several": (
        "Your edited message tells of more or fewer events now. Tap Edit here; log the others apart.",
        ("edit", "log"),
    ),
}


def asked_back(note: NoteRecord) -> Drawn:
    """To the reviewer: the author would like to correct a note that waits for review."""
    sentence = f"*{escape(note.author.name)}* asks to have this note back, to correct it."
    who = f"{escape(note.initials)}"
    buttons = [
        button("Read", "note.read", reference(note)),
        button("Return", "note.return", reference(note)),
    ]
    blocks = [section(f"{sentence}\n{who}"), actions(buttons)]
    if note.status is not NoteStatus.SUBMITTED:
        blocks = [section(f"{sentence}\n{who}"), context(f"Now: {note.status.value}")]
    return Drawn(text=push(f"{note.author.short} asks for a note back"), blocks=blocks)
