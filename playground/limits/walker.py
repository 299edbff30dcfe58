"""Walks a payload by the table and notes every limit that it breaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playground.limits.problems import Problem
from playground.limits.rules import RULES
from playground.limits.table import Schema, table

Spec = dict[str, Any]
NUMBER = (int, float)


class Walk:
    """One walk over blocks, a view, or any part of them. `problems` is what was found, in reading order."""

    def __init__(self, surface: str) -> None:
        self.surface = surface
        self.problems: list[Problem] = []
        self._table = table()

    def block(self, value: Any, at: str) -> None:
        """Checks a block."""
        if not isinstance(value, dict):
            self.note("invalid_type", at, "must be an object")
            return
        kind = value.get("type")
        schema = self._table.blocks.get(str(kind))
        if schema is None or self.surface not in schema.surfaces:
            self.note("unsupported_type", f"{at}/type", f"unsupported type: {kind}", self.surface)
            return
        self.fields(schema, value, at)

    def fields(self, schema: Schema, value: dict[str, Any], at: str) -> None:
        """Checks an object's fields, then, if all are sound, the rules between them."""
        before = len(self.problems)
        for name in schema.required:
            if name not in value:
                self.note("missing_field", at, f"missing required field: {name}", name)
        known = schema.fields
        for name, part in value.items():
            spec = known.get(name)
            if spec is not None:
                KINDS[spec["kind"]](self, spec, part, f"{at}/{name}")
            elif name != "type":
                self.note("additional_property", f"{at}/{name}", f"no such field: {name}", name)
        for rule in schema.rules if len(self.problems) == before else ():
            self.problems.extend(RULES[rule](value, at))

    def note(self, code: str, at: str, message: str, constraint: Any = None) -> None:
        """Notes a problem."""
        self.problems.append(Problem(code, at, message, constraint))

    # -- one check for each kind of the table

    def plain(self, spec: Spec, value: Any, at: str) -> None:
        """A plain_text object."""
        self._text_object(spec, value, at, ("plain_text",))

    def text(self, spec: Spec, value: Any, at: str) -> None:
        """A plain_text or mrkdwn object."""
        self._text_object(spec, value, at, ("plain_text", "mrkdwn"))

    def text_or_image(self, spec: Spec, value: Any, at: str) -> None:
        """What a context block holds."""
        if isinstance(value, dict) and value.get("type") == "image":
            self.fields(self._table.typed["image"], value, at)
        else:
            self.text(spec, value, at)

    def string(self, spec: Spec, value: Any, at: str) -> None:
        """A string: its length, its choices, its form."""
        if not isinstance(value, str):
            self.note("invalid_type", at, "must be a string")
            return
        self._size(spec, len(value), at, "characters")
        if "choices" in spec and value not in spec["choices"]:
            self.note("invalid_choice", at, f"must be one of {', '.join(spec['choices'])}", spec["choices"])
        if "pattern" in spec and not re.fullmatch(spec["pattern"], value):
            self.note("invalid_format", at, f"must match {spec['pattern']}", spec["pattern"])

    def whole(self, spec: Spec, value: Any, at: str) -> None:
        """An int between its bounds."""
        if not isinstance(value, int) or isinstance(value, bool):
            self.note("invalid_type", at, "must be an integer")
        elif value < spec.get("min", value) or value > spec.get("max", value):
            bounds = {name: spec[name] for name in ("min", "max") if name in spec}
            self.note("failed_constraint", at, f"must be within {bounds}", bounds)

    def number(self, _spec: Spec, value: Any, at: str) -> None:
        """A number."""
        if not isinstance(value, NUMBER) or isinstance(value, bool):
            self.note("invalid_type", at, "must be a number")

    def truth(self, _spec: Spec, value: Any, at: str) -> None:
        """True or false."""
        if not isinstance(value, bool):
            self.note("invalid_type", at, "must be a boolean")

    def listed(self, spec: Spec, value: Any, at: str) -> None:
        """A list: its length, and each item."""
        if not isinstance(value, list):
            self.note("invalid_type", at, "must be an array")
            return
        self._size(spec, len(value), at, "items")
        item = spec["item"]
        check = KINDS[item["kind"]]
        for place, part in enumerate(value):
            check(self, item, part, f"{at}/{place}")

    def named(self, spec: Spec, value: Any, at: str) -> None:
        """An object of the table's `objects`."""
        if isinstance(value, dict):
            self.fields(self._table.objects[spec["of"]], value, at)
        else:
            self.note("invalid_type", at, "must be an object")

    def nullable(self, spec: Spec, value: Any, at: str) -> None:
        """An object or null."""
        if value is not None:
            self.named(spec, value, at)

    def typed(self, spec: Spec, value: Any, at: str) -> None:
        """An element of one of the allowed types."""
        if not isinstance(value, dict):
            self.note("invalid_type", at, "must be an object")
        elif value.get("type") not in spec["of"]:
            self.note("unsupported_type", f"{at}/type", f"unsupported type: {value.get('type')}", spec["of"])
        else:
            self.fields(self._table.typed[value["type"]], value, at)

    def inline(self, _spec: Spec, value: Any, at: str) -> None:
        """A piece of rich text."""
        schema = self._table.inline.get(str(value.get("type"))) if isinstance(value, dict) else None
        if schema is None:
            self.note("unsupported_type", f"{at}/type", "unsupported rich text element")
        else:
            self.fields(schema, value, at)

    def nested(self, _spec: Spec, value: Any, at: str) -> None:
        """A block within a block."""
        self.block(value, at)

    def anything(self, _spec: Spec, _value: Any, _at: str) -> None:
        """What is not checked."""

    def _text_object(self, spec: Spec, value: Any, at: str, kinds: tuple[str, ...]) -> None:
        if not isinstance(value, dict):
            self.note("invalid_type", at, "must be an object")
            return
        kind, text = value.get("type"), value.get("text")
        if kind not in kinds:
            self.note("failed_constraint", f"{at}/type", f"must be {' or '.join(kinds)}", list(kinds))
        if not isinstance(text, str):
            self.note("invalid_type", f"{at}/text", "must be a string")
        else:
            self._size({"min": 1} | spec, len(text), f"{at}/text", "characters")
        extra = set(value) - {"type", "text", "emoji" if kind == "plain_text" else "verbatim"}
        if extra:
            self.note("additional_property", f"{at}/{min(extra)}", "no such field")

    def _size(self, spec: Spec, size: int, at: str, what: str) -> None:
        if "min" in spec and size < spec["min"]:
            self.note("failed_constraint", at, f"must be at least {spec['min']} {what}", {"min": spec["min"]})
        if "max" in spec and size > spec["max"]:
            self.note("failed_constraint", at, f"must be at most {spec['max']} {what}", {"max": spec["max"]})


KINDS: dict[str, Callable[[Walk, Spec, Any, str], None]] = {
    "plain": Walk.plain,
    "text": Walk.text,
    "text_or_image": Walk.text_or_image,
    "string": Walk.string,
    "int": Walk.whole,
    "number": Walk.number,
    "bool": Walk.truth,
    "list": Walk.listed,
    "object": Walk.named,
    "nullable_object": Walk.nullable,
    "typed": Walk.typed,
    "inline": Walk.inline,
    "block": Walk.nested,
    "any": Walk.anything,
}
