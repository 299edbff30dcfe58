"""Questions on a note: what the author is asked, what the asker is told, and the windows for both."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    context,
    escape,
    push,
    quotes,
    section,
    text_field,
    window,
)
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import reference, whose
from bot.views.review.reading import questions
from bot.views.wording import TYPES, noted_time, token
from storage.records import NoteRecord

_STAYS = "The question and your answer stay with the note."


def asked_card(note: NoteRecord, tz: ZoneInfo) -> Drawn:
    """The question for the note's author; once it is answered, its words leave the chat."""
    about = f"{whose(note)}\n{_what(note, tz)}"
    if not note.questions:
        return Drawn(text="A question", blocks=[section(about)])
    last = note.questions[-1]
    if last.by.id == note.author.id:
        answered = context(f"✓ Answered {token(last.at, tz)}. Question and answer stay with the note.")
        read = actions([button("Read", "note.read", reference(note))])
        return Drawn(
            text=push(f"Question on {note.initials}: answered"), blocks=[section(about), read, answered]
        )
    row = [
        button("Answer", "note.answer", reference(note), style="primary"),
        button("Read note", "note.read", reference(note)),
    ]
    blocks = [section(f"❓ *{escape(last.by.name)} asks*\n{about}"), *quotes(last.words)]
    blocks += [actions(row), context(f"Tap Answer, or reply in this message's thread. {_STAYS}")]
    return Drawn(text=push(f"{last.by.short} asks about {note.initials}"), blocks=blocks)


def answered_card(note: NoteRecord, tz: ZoneInfo) -> Drawn:
    """For who asked: there is an answer, to be read in the note's window."""
    who = escape(note.author.name)
    row = [button("Read", "note.read", reference(note), style="primary")]
    blocks = [section(f"💬 *{who} answered*\n{escape(note.initials)}\n{_what(note, tz)}"), actions(row)]
    return Drawn(text=push(f"{note.author.short} answered about {note.initials}"), blocks=blocks)


def _what(note: NoteRecord, tz: ZoneInfo) -> str:
    return f"{' · '.join(TYPES[t] for t in note.content.types)}\n{noted_time(note.content, tz)}"


def ask_window(note: NoteRecord, tz: ZoneInfo) -> Block:
    """Asks for the question to the note's author."""
    field = text_field("v", multiline=True, placeholder=f"What would you like {note.author.name} to say?")
    return window(
        "Ask",
        [section(whose(note)), *questions(note, tz), asked("Question", field, block_id="words")],
        callback="note.asked",
        submit="Ask",
        close="Cancel",
        about=reference(note),
    )


def answer_window(note: NoteRecord, tz: ZoneInfo) -> Block:
    """Asks the note's author for the answer, under what was asked and answered before."""
    field = text_field("v", multiline=True)
    return window(
        "Answer",
        [
            section(whose(note)),
            *questions(note, tz),
            asked("Your answer", field, block_id="words"),
            context(_STAYS + " The note itself does not change."),
        ],
        callback="note.answered",
        submit="Answer",
        close="Cancel",
        about=reference(note),
    )
