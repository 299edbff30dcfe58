"""What is missing on a draft, as buttons and menus: at most three questions at once, in asking order."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, date_picker, escape, section, select, time_picker
from bot.views.notes.note_parts import reference
from bot.views.wording import METHODS, OUTCOMES, TYPES, short_day
from storage.records import Asked, NoteRecord

AT_ONCE = 3
_AS_BUTTONS = 5


def at_once(note: NoteRecord) -> tuple[Asked, ...]:
    """The questions that stand on the card now; the others follow once these are answered."""
    return note.asked[:AT_ONCE]


def question(note: NoteRecord, asked: Asked, tz: ZoneInfo) -> list[Block]:
    """One question with its possible answers. The block's id names note, version and slot."""
    sentence = _SENTENCES[asked.slot]
    if _begun_blank(note, asked):
        sentence = "What happened?"
    elif asked.slot == "words":
        sentence = sentence.format(family=escape(note.family_name) or "this")
    return [
        section(f"❓ *{sentence}*"),
        actions(_answers(note, asked, tz), block_id=f"ask|{reference(note)}|{asked.slot}"),
    ]


_SENTENCES = {
    "alarm": "This sounds as if somebody may be in danger. Is it an emergency? I have told nobody.",
    "words": "Your message is about more than one family. Do these words belong to the {family} case only?",
    "child": "Which child?",
    "person": "Who was it with?",
    "type": "What kind of event was it?",
    "date": "Which day was it?",
    "time": "What time was it?",
    "outcome": "Did it take place?",
    "method": "How was the contact?",
}


def _begun_blank(note: NoteRecord, asked: Asked) -> bool:
    """Words are asked for because there are none (not because they may be another family's)."""
    return asked.slot == "words" and not note.content.narrative.strip()


def _answers(note: NoteRecord, asked: Asked, tz: ZoneInfo) -> list[Block]:
    if _begun_blank(note, asked):
        return [button("Write it", "note.edit_words", "edit")]
    if asked.slot in ("child", "person"):
        return _names(note, asked)
    if asked.slot == "date":
        sent = note.created_at.astimezone(tz).date()
        days = [("Today", sent), ("Yesterday", sent - timedelta(days=1))]
        quick = [
            button(f"{word}, {short_day(day)}", f"answer.date.{n}", day.isoformat())
            for n, (word, day) in enumerate(days)
        ]
        return [*quick, date_picker("answer.date.pick", placeholder="Another day")]
    if asked.slot == "time":
        return [
            time_picker("answer.time.pick"),
            button("I don't know the time", "answer.time.none", "unknown"),
        ]
    return _fixed(asked.slot)


def _fixed(slot: str) -> list[Block]:
    if slot == "alarm":
        return [
            button("Emergency: alert now", "answer.alarm.0", "crisis", style="danger"),
            button("A safety concern", "answer.alarm.1", "concern"),
            button("No, just a note", "answer.alarm.2", "none"),
        ]
    if slot == "words":
        return [
            button("Yes, keep them", "answer.words.keep", "keep"),
            button("No, edit them", "note.edit_words", "edit"),
        ]
    if slot == "type":
        return [select("answer.type.pick", "Pick the event type", [(t.value, w) for t, w in TYPES.items()])]
    pairs = OUTCOMES.items() if slot == "outcome" else METHODS.items()
    return [button(word, f"answer.{slot}.{n}", kind.value) for n, (kind, word) in enumerate(pairs)]


def _names(note: NoteRecord, asked: Asked) -> list[Block]:
    """Buttons for a few candidates; a search where anybody may be meant."""
    if asked.choices and len(asked.choices) <= _AS_BUTTONS:
        return [
            button(choice.words, f"answer.{asked.slot}.{n}", choice.id)
            for n, choice in enumerate(asked.choices)
        ]
    if asked.choices:
        pairs = [(choice.id, choice.words) for choice in asked.choices]
        return [select(f"answer.{asked.slot}.pick", "Pick one", pairs)]
    return [button("Pick in the note's window", "note.edit", reference(note))]
