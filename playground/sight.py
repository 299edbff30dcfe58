"""What a person sees: the visible words of blocks, and the controls among them, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from playground.elements import held
from playground.messages import INTERACTIVE
from playground.records import JSON

Reader = Callable[[str], str]
_SPACES = re.compile(r"\s+")
_MARKDOWN = re.compile(r"(\*\*|__|^#{1,6} |^> )", re.MULTILINE)


@dataclass
class Seen:
    """A piece of what is shown: words, or a control with its label; `about` are the words that name it."""

    words: str
    block: JSON = field(default_factory=dict)
    element: JSON | None = None
    about: str = ""


def plain(words: str) -> str:
    """Words for comparison: spaces joined, lower case."""
    return _SPACES.sub(" ", words).strip().lower()


def text_of(seen: list[Seen]) -> str:
    """All the words, a line each."""
    return "\n".join(piece.words for piece in seen if piece.words)


class Sight:
    """Reads blocks; `read` makes mrkdwn into what a person reads, `values` are the inputs' states."""

    def __init__(self, read: Reader, values: JSON) -> None:
        self._read = read
        self._values = values

    def blocks(self, blocks: list[JSON]) -> list[Seen]:
        """The words and controls of these blocks, in order."""
        return [piece for block in blocks for piece in self._block(block)]

    def label(self, element: JSON) -> str:
        """The words on a control: a button's text, a menu's choice or placeholder, a field's content."""
        kind = element.get("type")
        if kind in ("button", "workflow_button"):
            return self._text(element.get("text"))
        if kind == "icon_button":
            return self._text(element.get("text")) or str(element.get("icon", ""))
        return ""

    def _block(self, block: JSON) -> Iterator[Seen]:
        kind = block.get("type")
        if kind == "input":
            yield from self._input(block)
        elif kind == "rich_text":
            yield Seen(self._rich(block), block)
        elif kind == "table":
            yield from (Seen(" | ".join(self._cell(cell) for cell in row), block) for row in block["rows"])
        elif kind == "context":
            yield Seen(" ".join(self._context(part) for part in block["elements"]), block)
        elif kind == "markdown":
            yield Seen(_MARKDOWN.sub("", str(block["text"])), block)
        elif kind in ("carousel", "container"):
            yield from self._family(block)
        else:
            yield from self._ordinary(block)

    def _ordinary(self, block: JSON) -> Iterator[Seen]:
        names = ("title", "text", "subtitle", "body", "subtext", "description")
        about = " ".join(filter(None, (self._text(block.get(name)) for name in names)))
        yield Seen("\n".join(filter(None, (self._text(block.get(name)) for name in names))), block)
        for part in block.get("fields", []):
            yield Seen(self._text(part), block)
        if block.get("type") == "image" or "hero_image" in block:
            yield Seen(f"({(block.get('hero_image') or block).get('alt_text', '')})", block)
        controls = [block["accessory"]] if "accessory" in block else []
        controls += [*block.get("actions", [])]
        if block.get("type") in ("actions", "context_actions"):
            controls += block["elements"]
        for element in controls:
            yield from self._control(block, element, about)

    def _family(self, block: JSON) -> Iterator[Seen]:
        yield Seen(" ".join(filter(None, (self._text(block.get(name)) for name in ("title", "subtitle")))))
        for child in block.get("child_blocks") or block.get("elements") or []:
            yield from self._block(child)

    def _input(self, block: JSON) -> Iterator[Seen]:
        about = self._text(block.get("label"))
        yield Seen(about + (" (optional)" if block.get("optional") else ""), block)
        yield from self._control(block, block["element"], about)
        if block.get("hint"):
            yield Seen(self._text(block["hint"]), block)

    def _control(self, block: JSON, element: JSON, about: str) -> Iterator[Seen]:
        kind = element.get("type")
        if kind == "image":
            yield Seen(f"({element.get('alt_text', '')})", block)
        elif kind == "feedback_buttons":
            names = [self._text(element[name]["text"]) for name in ("positive_button", "negative_button")]
            yield Seen(" ".join(f"[{name}]" for name in names), block, element, about)
        elif kind in ("checkboxes", "radio_buttons"):
            yield Seen(self._choices(block, element), block, element, about)
        elif kind in INTERACTIVE:
            about = f"{about} {self._text(element.get('placeholder'))}".strip()
            yield Seen(f"[{self.label(element) or self._content(block, element)}]", block, element, about)

    def _content(self, block: JSON, element: JSON) -> str:
        if element["type"] == "overflow":
            return "…"
        value = held(self._values.get(block.get("block_id", ""), {}).get(element.get("action_id", "")))
        return self._value(value) or self._text(element.get("placeholder"))

    def _value(self, value: Any) -> str:
        if isinstance(value, list):
            return ", ".join(self._value(one) for one in value)
        if isinstance(value, dict):
            return self._text(value["text"]) if "text" in value else self._rich(value)
        return "" if value is None else str(value)

    def _choices(self, block: JSON, element: JSON) -> str:
        value = held(self._values.get(block.get("block_id", ""), {}).get(element.get("action_id", "")))
        chosen = [one["value"] for one in (value if isinstance(value, list) else [value]) if one]
        lines = []
        for option in element["options"]:
            mark = "x" if option["value"] in chosen else " "
            described = self._text(option.get("description"))
            lines.append(f"({mark}) {self._text(option['text'])} {described}".rstrip())
        return "\n".join(lines)

    def _cell(self, cell: JSON) -> str:
        return (
            self._rich(cell)
            if cell.get("type") == "rich_text"
            else str(cell.get("text", cell.get("value", "")))
        )

    def _context(self, part: JSON) -> str:
        return f"({part.get('alt_text', '')})" if part.get("type") == "image" else self._text(part)

    def _rich(self, node: Any) -> str:
        if isinstance(node, list):
            return "".join(self._rich(one) for one in node)
        kind = node.get("type")
        if kind == "rich_text_list":
            return "\n".join(f"• {self._rich(one)}" for one in node["elements"]) + "\n"
        if "elements" in node:
            return self._rich(node["elements"]) + ("" if kind == "rich_text" else "\n")
        if kind == "date":
            return self._read(f"<!date^{node['timestamp']}^{node['format']}|{node.get('fallback', '')}>")
        if kind == "user":
            return self._read(f"<@{node['user_id']}>")
        if kind == "emoji":
            return f":{node['name']}:"
        return str(node.get("text") or node.get("url") or "")

    def _text(self, text: Any) -> str:
        if isinstance(text, str):
            return text
        if not isinstance(text, dict):
            return ""
        if text.get("type") == "mrkdwn":
            return self._read(str(text.get("text", "")))
        return str(text.get("text", ""))
