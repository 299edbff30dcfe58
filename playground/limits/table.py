"""The table of limits, read once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

SPECIAL = ("rules", "surfaces")


@dataclass(frozen=True)
class Schema:
    """One kind of object: its fields' limits, the rules between fields, the surfaces it may stand on."""

    fields: dict[str, dict[str, Any]]
    required: tuple[str, ...]
    rules: tuple[str, ...]
    surfaces: frozenset[str]


@dataclass(frozen=True)
class Table:
    """All limits: `typed` by an object's `type`, `objects` by name, `inline` rich text by type."""

    blocks: dict[str, Schema]
    typed: dict[str, Schema]
    objects: dict[str, Schema]
    inline: dict[str, Schema]
    message: dict[str, Any]
    view: dict[str, Any]


@cache
def table() -> Table:
    """The limits. Read at the first use."""
    blocks, elements = _schemas("blocks"), _schemas("elements")
    blocks["image"] = blocks.pop("image_block")
    raw = _raw("objects")
    inline = {name: _schema(fields) for name, fields in raw.pop("inline").items()}
    objects = {name: _schema(fields) for name, fields in raw.items()}
    surfaces = _raw("surfaces")
    message, view = surfaces.pop("message"), surfaces.pop("view")
    objects |= {name: _schema(fields) for name, fields in surfaces.items()}
    return Table(blocks, objects | blocks | elements, objects, inline, message, view)


def _schemas(name: str) -> dict[str, Schema]:
    return {kind: _schema(fields) for kind, fields in _raw(name).items()}


def _schema(raw: dict[str, Any]) -> Schema:
    fields = {name: spec for name, spec in raw.items() if name not in SPECIAL}
    required = tuple(name for name, spec in fields.items() if spec.get("required"))
    return Schema(fields, required, tuple(raw.get("rules", ())), frozenset(raw.get("surfaces", ())))


def _raw(name: str) -> dict[str, Any]:
    return tomllib.loads((files("playground.limits") / f"{name}.toml").read_text(encoding="utf-8"))
