"""The limits that lie between fields; the table names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from playground.limits.problems import Problem

Part = dict[str, Any]


def text_or_fields(block: Part, at: str) -> Iterator[Problem]:
    """A section has words."""
    if not block.get("text") and not block.get("fields"):
        yield Problem("missing_field", at, "must have text or fields", ["text", "fields"])


def one_image(image: Part, at: str) -> Iterator[Problem]:
    """An image comes from one place."""
    if ("image_url" in image) == ("slack_file" in image):
        yield Problem(
            "failed_constraint", at, "must have image_url or slack_file", ["image_url", "slack_file"]
        )


def one_of_options(menu: Part, at: str) -> Iterator[Problem]:
    """A menu has options or groups of them, not both."""
    if ("options" in menu) == ("option_groups" in menu):
        yield Problem(
            "failed_constraint", at, "must have options or option_groups", ["options", "option_groups"]
        )


def initial_among_options(menu: Part, at: str) -> Iterator[Problem]:
    """What is chosen at first is one of the options, word for word."""
    options = _all_options(menu)
    if "initial_option" in menu and menu["initial_option"] not in options:
        yield Problem("failed_constraint", f"{at}/initial_option", "must be one of the options")
    for place, one in enumerate(menu.get("initial_options") or []):
        if one not in options:
            yield Problem("failed_constraint", f"{at}/initial_options/{place}", "must be one of the options")


def unique_values(menu: Part, at: str) -> Iterator[Problem]:
    """Two options of a menu do not have the same value."""
    seen = set()
    for option in _all_options(menu):
        value = option.get("value") if isinstance(option, dict) else None
        if isinstance(value, str) and value in seen:
            yield Problem("duplicate", f"{at}/options", f"option value {value!r} is there twice")
        seen.add(str(value))


def unique_action_ids(block: Part, at: str) -> Iterator[Problem]:
    """An action_id stands once in its block."""
    name = "actions" if block.get("type") == "card" else "elements"
    seen = set()
    elements = block.get(name)
    for place, element in enumerate(elements if isinstance(elements, list) else []):
        action_id = element.get("action_id") if isinstance(element, dict) else None
        if action_id is not None and action_id in seen:
            message = f"action_id {action_id!r} is there twice"
            yield Problem("duplicate", f"{at}/{name}/{place}/action_id", message)
        seen.add(action_id)


def lengths_in_order(field: Part, at: str) -> Iterator[Problem]:
    """A field's least length is not over its greatest, and what stands in it fits."""
    least, most = field.get("min_length"), field.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield Problem("failed_constraint", f"{at}/min_length", "must not be over max_length")
    initial = field.get("initial_value")
    if isinstance(most, int) and isinstance(initial, str) and len(initial) > most:
        yield Problem("failed_constraint", f"{at}/initial_value", "must not be longer than max_length")


def card_has_something(card: Part, at: str) -> Iterator[Problem]:
    """A card shows something."""
    needed = ["hero_image", "title", "body", "actions"]
    if not any(card.get(name) for name in needed):
        yield Problem("missing_field", at, f"must have one of {', '.join(needed)}", needed)


def even_rows(block: Part, at: str) -> Iterator[Problem]:
    """All rows of a data table are of the same length."""
    rows = _rows(block)
    for place, row in enumerate(rows):
        if len(row) != len(rows[0]):
            yield Problem("failed_constraint", f"{at}/rows/{place}", "must be as long as the first row")


def plain_header(block: Part, at: str) -> Iterator[Problem]:
    """A data table's first row is its header, without rich text."""
    for place, cell in enumerate(_rows(block)[0] if _rows(block) else []):
        if isinstance(cell, dict) and cell.get("type") == "rich_text":
            yield Problem("unsupported_type", f"{at}/rows/0/{place}/type", "no rich text in the header")


def cells_together(block: Part, at: str) -> Iterator[Problem]:
    """A data table's cells hold at most 20,000 characters."""
    if sum(characters(cell) for row in _rows(block) for cell in row) > 20_000:
        yield Problem("failed_constraint", f"{at}/rows", "must be at most 20000 characters", {"max": 20_000})


def characters(part: Any) -> int:
    """The characters of all words in a payload's part: of `text`, and of strings that stand for words."""
    if isinstance(part, list):
        return sum(characters(one) for one in part)
    if not isinstance(part, dict):
        return 0
    own = len(part["text"]) if isinstance(part.get("text"), str) else 0
    return own + sum(characters(value) for value in part.values())


def _rows(block: Part) -> list[list[Any]]:
    rows = block.get("rows")
    return [row for row in rows if isinstance(row, list)] if isinstance(rows, list) else []


def _all_options(menu: Part) -> list[Any]:
    groups = [group for group in menu.get("option_groups") or [] if isinstance(group, dict)]
    return [*(menu.get("options") or []), *(one for group in groups for one in group.get("options") or [])]


RULES: dict[str, Callable[[Part, str], Iterator[Problem]]] = {
    rule.__name__: rule
    for rule in (
        text_or_fields,
        one_image,
        one_of_options,
        initial_among_options,
        unique_values,
        unique_action_ids,
        lengths_in_order,
        card_has_something,
        even_rows,
        plain_header,
        cells_together,
    )
}
