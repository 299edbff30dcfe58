"""Block Kit's shapes and the escaping of user text: the only module that knows either.

User data goes into `plain` text objects or through `escape`. Lengths are kept within SLACK_LIMITS.md
here, so that no view has to count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Block = dict[str, Any]

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f]")
_SECTION = 3000
_OPTION = 75
FIELD = 3000
"""A text field's most characters; longer words go on in a second field."""


def clean(text: str) -> str:
    """Text without bidirectional and zero-width controls, which could make a name read as another."""
    return _INVISIBLE.sub("", text)


def escape(text: str) -> str:
    """User text made safe inside mrkdwn: `<!channel>` in a name pings nobody, `*` does not turn bold."""
    safe = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([*_~`])", "\\1\u2060", safe)


def push(words: str) -> str:
    """Words for a lock screen: initials and numbers come from files and could hold a ping."""
    return clean(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, most: int) -> str:
    """The text, ended with … where it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def plain(text: str, most: int = _SECTION) -> Block:
    """A text object that shows user data as it is: nothing in it is read as markup."""
    return {"type": "plain_text", "text": cut(clean(text), most) or " ", "emoji": False}


def mrkdwn(text: str) -> Block:
    """A text object with markup; user data in it went through `escape`."""
    return {"type": "mrkdwn", "text": cut(text, _SECTION) or " "}


def section(text: str, *, accessory: Block | None = None, block_id: str | None = None) -> Block:
    """A paragraph of mrkdwn whose user data is escaped already."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    if accessory:
        block["accessory"] = accessory
    if block_id:
        block["block_id"] = block_id
    return block


def sections(lines: Iterable[str]) -> list[Block]:
    """Lines of mrkdwn as one paragraph, or as many as their length needs: no name is cut off."""
    packed: list[str] = []
    for piece in (piece for line in lines for piece in _pieces(line)):
        if packed and len(packed[-1]) + 1 + len(piece) <= _SECTION:
            packed[-1] += "\n" + piece
        else:
            packed.append(piece)
    return [section(text) for text in packed]


def _pieces(line: str) -> Iterator[str]:
    """A line in pieces of at most a paragraph, parted at blanks (nowhere within an escaped character)."""
    while len(line) > _SECTION:
        at = line.rfind(" ", 1, _SECTION)
        at = (
            at
            if at > 0
            else line.rfind("&", 1, _SECTION)
            if "&" in line[_SECTION - 8 : _SECTION]
            else _SECTION
        )
        yield line[:at]
        line = line[at:].lstrip(" ")
    yield line


def header(text: str) -> Block:
    """A heading, plain text."""
    return {"type": "header", "text": plain(text, 150)}


def divider() -> Block:
    """A line between blocks."""
    return {"type": "divider"}


def context(*lines: str) -> Block:
    """Small grey lines; from the tenth on they share an element, of which Slack takes ten."""
    first, rest = lines[:9], lines[9:]
    shown = [*first, "\n".join(rest)] if rest else first
    return {"type": "context", "elements": [mrkdwn(line) for line in shown]}


def quote(words: str) -> Block:
    """Somebody's words to the letter, with a bar beside them: nothing in them is read as markup."""
    return {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": clean(words) or " "}]}
        ],
    }


def quotes(words: str, size: int = 2900) -> list[Block]:
    """Long words as several quotes, none cut."""
    return [quote(words[start : start + size]) for start in range(0, max(len(words), 1), size)]


def actions(elements: Iterable[Block], *, block_id: str | None = None) -> Block:
    """A row of buttons and menus."""
    block: Block = {"type": "actions", "elements": list(elements)[:25]}
    if block_id:
        block["block_id"] = block_id
    return block


def button(
    words: str, action: str, value: str = "", *, style: str | None = None, confirm: Block | None = None
) -> Block:
    """A button; `action` says what it does, `value` to what (ids only)."""
    made: Block = {"type": "button", "text": plain(words, _OPTION), "action_id": action}
    if value:
        made["value"] = value
    if style:
        made["style"] = style
    if confirm:
        made["confirm"] = confirm
    return made


def confirm(title: str, text: str, yes: str, no: str = "Cancel") -> Block:
    """The small window that asks before something that cannot be undone."""
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
    }


def option(words: str, value: str) -> Block:
    """One possible choice: what it says, and the id it stands for."""
    return {"text": plain(words, _OPTION), "value": value}


def options(pairs: Iterable[tuple[str, str]]) -> list[Block]:
    """(value, words) pairs as options; at most the hundred that Slack takes."""
    return [option(words, value) for value, words in list(pairs)[:100]]


def select(
    action: str, placeholder: str, pairs: Sequence[tuple[str, str]], *, chosen: str | None = None
) -> Block:
    """A menu of (value, words) pairs with one chosen or none."""
    menu: Block = {
        "type": "static_select",
        "action_id": action,
        "placeholder": plain(placeholder, 150),
        "options": options(pairs),
    }
    initial = [o for o in menu["options"] if o["value"] == chosen]
    return menu | ({"initial_option": initial[0]} if initial else {})


def multi_select(
    action: str, placeholder: str, pairs: Sequence[tuple[str, str]], *, chosen: Sequence[str] = ()
) -> Block:
    """A menu of (value, words) pairs with any number chosen."""
    menu: Block = {
        "type": "multi_static_select",
        "action_id": action,
        "placeholder": plain(placeholder, 150),
        "options": options(pairs),
    }
    initial = [o for o in menu["options"] if o["value"] in set(chosen)]
    return menu | ({"initial_options": initial} if initial else {})


def searched(action: str, placeholder: str, chosen: Sequence[tuple[str, str]]) -> Block:
    """A search with any number of (value, words) chosen; its options come from the handler of `action`."""
    menu: Block = {
        "type": "multi_external_select",
        "action_id": action,
        "min_query_length": 2,
        "placeholder": plain(placeholder, 150),
    }
    return menu | ({"initial_options": options(chosen)} if chosen else {})


def date_picker(action: str, *, chosen: str | None = None, placeholder: str = "Pick a date") -> Block:
    """A calendar with a date (YYYY-MM-DD) chosen or none."""
    picker: Block = {"type": "datepicker", "action_id": action, "placeholder": plain(placeholder, 150)}
    return picker | ({"initial_date": chosen} if chosen else {})


def time_picker(action: str, *, chosen: str | None = None, placeholder: str = "Pick a time") -> Block:
    """A clock with a time (HH:MM) chosen or none."""
    picker: Block = {"type": "timepicker", "action_id": action, "placeholder": plain(placeholder, 150)}
    return picker | ({"initial_time": chosen} if chosen else {})


def text_field(action: str, *, chosen: str = "", multiline: bool = False, placeholder: str = "") -> Block:
    """A field for words. `chosen` must not be longer than FIELD (the whole window would fail)."""
    field: Block = {"type": "plain_text_input", "action_id": action, "multiline": multiline}
    if chosen:
        field["initial_value"] = chosen
    if placeholder:
        field["placeholder"] = plain(placeholder, 150)
    return field


def checkboxes(action: str, pairs: Sequence[tuple[str, str]], *, chosen: Sequence[str] = ()) -> Block:
    """Boxes of (value, words) pairs, ten at most, with any number ticked."""
    boxes: Block = {"type": "checkboxes", "action_id": action, "options": options(pairs)[:10]}
    initial = [o for o in boxes["options"] if o["value"] in set(chosen)]
    return boxes | ({"initial_options": initial} if initial else {})


def asked(
    label: str, element: Block, *, block_id: str, optional: bool = False, hint: str = "", live: bool = False
) -> Block:
    """A labelled field of a window. `live`: a change is sent at once."""
    block: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain(label, 2000),
        "element": element,
        "optional": optional,
    }
    if hint:
        block["hint"] = plain(hint, 2000)
    if live:
        block["dispatch_action"] = True
    return block


def window(
    title: str,
    blocks: Sequence[Block],
    *,
    callback: str = "",
    submit: str | None = None,
    close: str = "Close",
    about: str = "",
) -> Block:
    """A modal. `about` is its private metadata: ids only."""
    view: Block = {
        "type": "modal",
        "title": plain(title, 24),
        "close": plain(close, 24),
        "blocks": list(blocks)[:100],
    }
    if callback:
        view["callback_id"] = callback
    if submit:
        view["submit"] = plain(submit, 24)
    if about:
        view["private_metadata"] = about
    return view


def home(blocks: Sequence[Block]) -> Block:
    """A Home tab."""
    return {"type": "home", "blocks": list(blocks)[:100]}
