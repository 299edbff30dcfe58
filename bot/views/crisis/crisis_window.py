"""The window of /crisis: the numbers to call first, six fields, of which only what happened is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.views.blocks import Block, asked, context, escape, section, text_field, time_picker, window
from bot.views.wording import phone_link
from storage.crisis_records import ToCall

CALLBACK = "crisis.told_in_window"
WHAT = "what"
_LINES = {"who": "Who", "where": "Where", "when": "When", "caller": "Called by", "done": "Done already"}
"""The other fields by their block, as they stand below what happened."""


def crisis_window(numbers: Sequence[ToCall]) -> Block:
    """The window; `numbers` are those to call by hand now."""
    first = "\n".join(
        f"📞 {phone_link(n.who.phone)} *{escape(n.who.name)}*, {n.capacity.lower()}" for n in numbers
    )
    fields = [
        section(f"Danger to life: call 911 first.\n{first}"),
        asked("What happened?", text_field("v", multiline=True), block_id=WHAT),
        asked("Who is it about?", text_field("v"), block_id="who", optional=True),
        asked("Where are they now?", text_field("v"), block_id="where", optional=True),
        asked("When was it?", time_picker("v"), block_id="when", optional=True),
        asked("Who called you?", text_field("v"), block_id="caller", optional=True),
        asked("What was done already?", text_field("v"), block_id="done", optional=True),
        context("The alarm goes out when you send this."),
    ]
    return window("Crisis", fields, callback=CALLBACK, submit="Send alarm", close="Cancel")


def as_words(fields: Mapping[str, str]) -> str:
    """What was filled in, as one would have written it: what happened, then a line for each other field."""
    told = [fields.get(WHAT, "").strip()]
    told += [
        f"{word}: {fields[block].strip()}" for block, word in _LINES.items() if fields.get(block, "").strip()
    ]
    return "\n".join(filter(None, told))


def clock_words(picked: str | None) -> str:
    """22:05 as 10:05 pm; a day is not asked for, so the words are read as any others."""
    if not picked:
        return ""
    hour, minute = (int(part) for part in picked.split(":"))
    return f"at {hour % 12 or 12}:{minute:02} {'am' if hour < 12 else 'pm'}"
