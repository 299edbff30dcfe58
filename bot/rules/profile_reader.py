"""Reads a policy profile (TOML) into dataclasses; every complaint names file, key and line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints
from zoneinfo import available_timezones

import holidays

from bot.errors import SettingsError

TABLE = re.compile(r"^\s*\[\s*([\w.-]+)\s*\]")
KEY = re.compile(r"^\s*([\w-]+)\s*=")
KINDS = {
    int: "a whole number",
    bool: "true or false",
    str: "text in quotes",
    time: "a time of day such as 17:00:00",
    date: "a date such as 2026-12-24",
}


@cache
def _zones() -> frozenset[str]:
    """All that the time-zone data knows; to look through it takes longer than to read a profile."""
    return frozenset(available_timezones())


def key_lines(text: str) -> dict[str, int]:
    """The line, counted from 1, of each table ("office") and key ("office.opens") of a TOML text."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := TABLE.match(line):
            table = f"{header[1]}."
            lines.setdefault(header[1], number)
        elif key := KEY.match(line):
            lines.setdefault(table + key[1], number)
    return lines


@dataclass(frozen=True)
class Profile:
    """A profile's file: its values, and where each stands."""

    path: Path
    values: dict[str, Any]
    lines: dict[str, int]

    def error(self, key: str, what: str) -> SettingsError:
        """The complaint about a key, in one sentence with file and line (the table's where it is absent)."""
        line = self.lines.get(key) or self.lines.get(key.rpartition(".")[0], 1)
        return SettingsError(f"Policy {self.path.name}, line {line}: {key}: {what}.")

    def wrong_setting(self, name: str, value: str) -> SettingsError:
        """The complaint about a setting that overrides the profile."""
        return SettingsError(f"{name}: {value!r} is no time zone (say America/New_York).")

    def build(self, kind: type[Any]) -> Any:
        """The profile as a dataclass; SettingsError for an unknown, absent or impossible value."""
        return self._table(kind, self.values, "")

    def is_zone(self, name: str) -> bool:
        """Whether the time-zone data knows the name."""
        return name in _zones()

    def knows_holidays(self, country: str, subdivision: str) -> bool:
        """Whether the holidays package knows the country and, where one is named, its state."""
        known = holidays.list_supported_countries()
        return country in known and (not subdivision or subdivision in known[country])

    def _table(self, kind: type[Any], values: dict[str, Any], prefix: str) -> Any:
        hints = get_type_hints(kind)
        for unknown in values.keys() - {f.name for f in fields(kind)}:
            raise self.error(prefix + unknown, "there is no such key; check the spelling")
        return kind(**{f.name: self._value(f, hints[f.name], values, prefix) for f in fields(kind)})

    def _value(self, at: Field[Any], hint: Any, values: dict[str, Any], prefix: str) -> Any:
        key = prefix + at.name
        if at.name not in values:
            if at.default is not MISSING:  # a key younger than profiles that agencies have written
                return at.default
            raise self.error(key, "this key is missing; little_flower_ny.toml shows it")
        value = values[at.name]
        if is_dataclass(hint):
            if not isinstance(value, dict):
                raise self.error(key, f"must be a table, written [{key}]")
            return self._table(hint, value, f"{key}.")  # type: ignore[arg-type]
        return self._list(at, hint, value, key) if get_args(hint) else self._one(at, hint, value, key)

    def _list(self, at: Field[Any], hint: Any, value: Any, key: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise self.error(key, "must be a list in square brackets")
        return tuple(self._one(at, get_args(hint)[0], each, key) for each in value)

    def _one(self, at: Field[Any], hint: Any, value: Any, key: str) -> Any:
        if type(value) is not hint:  # bool is an int and datetime a date: neither may pass for it
            raise self.error(key, f"must be {KINDS[hint]}, not {_shown(value)}")
        least, most = at.metadata.get("least"), at.metadata.get("most")
        if least is not None and not least <= value <= most:
            raise self.error(key, f"must lie between {least} and {most}, not {value}")
        if at.metadata.get("among") and value not in at.metadata["among"]:
            raise self.error(key, f"must be one of {', '.join(at.metadata['among'])}, not {value!r}")
        return value


def read_profile(path: Path) -> Profile:
    """The file's values and lines; SettingsError where it is absent or no TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(
            f"POLICY: there is no readable profile {str(path)!r}; name a shipped one or a TOML file."
        ) from problem
    try:
        return Profile(path, tomllib.loads(text), key_lines(text))
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError(f"Policy {path.name}: {problem}.") from problem


def _shown(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | time | datetime) else repr(value)
