"""Finding a control by its words, as a person does; never by a block's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.elements import LISTS, VALUE_OF, held
from playground.records import JSON
from playground.screen import Screen, Surface
from playground.sight import Seen, plain

BUTTONS = frozenset({"button", "workflow_button", "icon_button"})
PICKERS = frozenset({"datepicker", "timepicker", "datetimepicker", "number_input"})
FIELDS = frozenset(
    {"plain_text_input", "email_text_input", "url_text_input", "rich_text_input", "number_input"}
)


@dataclass
class Found:
    """A control on a surface and, for a menu, the option that was meant."""

    surface: Surface
    block: JSON
    element: JSON
    option: JSON | None = None


def button(screen: Screen, words: str, on: str | None) -> Found | None:
    """The newest button with these words: the very words first, else the first that contains them."""
    return _exact_or_not(screen, on, lambda piece, exact: _is_button(piece, words, exact))


def option(screen: Screen, words: str, menu: str | None, on: str | None) -> Found | None:
    """The newest menu (of the name `menu`, where given) with an option of these words."""
    for exact in (True, False):
        for surface, pieces in screen.surfaces(on):
            for piece in pieces:
                chosen = _option_of(piece, words, menu, exact)
                if piece.element is not None and chosen is not None:
                    return Found(surface, piece.block, piece.element, chosen)
    return None


def control(screen: Screen, name: str, on: str | None, kinds: frozenset[str] | None = None) -> Found | None:
    """The newest control of these kinds that is named so by its label, its text or its placeholder."""
    return _exact_or_not(screen, on, lambda piece, exact: _is_named(piece, name, exact, kinds))


def value_with(found: Found, values: JSON, *, drop: bool = False) -> Any:
    """What the control holds once the found option is chosen too (or, with `drop`, no longer)."""
    name = VALUE_OF[found.element["type"]][0]
    if name not in LISTS:
        return None if drop else found.option
    states = values.get(found.block["block_id"], {})
    before = held(states.get(found.element["action_id"])) or found.element.get("initial_options") or []
    rest = [one for one in before if found.option and one["value"] != found.option["value"]]
    return rest if drop else [*rest, found.option]


def options_of(element: JSON) -> list[JSON]:
    """All options of a menu, those in groups too."""
    grouped = [one for group in element.get("option_groups") or [] for one in group["options"]]
    return [*(element.get("options") or []), *grouped]


def match(options: list[JSON], words: str, *, exact: bool) -> JSON | None:
    """The first option with these words."""
    for one in options:
        if _same(one["text"]["text"], words, exact):
            return one
    return None


def _exact_or_not(screen: Screen, on: str | None, fits: Callable[[Seen, bool], bool]) -> Found | None:
    for exact in (True, False):
        for surface, pieces in screen.surfaces(on):
            for piece in pieces:
                if piece.element is not None and fits(piece, exact):
                    return Found(surface, piece.block, piece.element)
    return None


def _is_button(piece: Seen, words: str, exact: bool) -> bool:
    kind = (piece.element or {}).get("type")
    return kind in BUTTONS and _same(piece.words[1:-1], words, exact)


def _option_of(piece: Seen, words: str, menu: str | None, exact: bool) -> JSON | None:
    if piece.element is None or (menu is not None and not _is_named(piece, menu, False, None)):
        return None
    return match(options_of(piece.element), words, exact=exact)


def _is_named(piece: Seen, name: str, exact: bool, kinds: frozenset[str] | None) -> bool:
    element = piece.element or {}
    if kinds is not None and element.get("type") not in kinds:
        return False
    return _same(piece.about, name, exact) or _same(piece.words.strip("[]"), name, exact)


def _same(shown: str, words: str, exact: bool) -> bool:
    return plain(shown) == plain(words) if exact else plain(words) in plain(shown)
