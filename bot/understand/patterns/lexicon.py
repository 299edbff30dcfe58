"""The words the rules know, kept as data (`data/*.toml`) and compiled once when first asked for.

A list in a TOML file holds fragments of regular expressions over `words.Plain.text`: lower case, without
accents, misspellings mended, names replaced by CHILD, PARENT, CAREGIVER … A fragment matches whole words.
Every quantifier in them is bounded, so that no message can make a pattern run away.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bot.understand.patterns.quick import Quick

_WHO = "(?:CHILD|PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|STAFF|FAMILY|PERSON)"


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `data/<name>.toml`."""
    return tomllib.loads((files("bot.understand") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str, key: str) -> Quick:
    """Any of the fragments listed under `key` ("a" or "a.b") of `data/<name>.toml`, as whole words."""
    found: Any = table(name)
    for part in key.split("."):
        found = found[part]
    return compiled(tuple(re.sub(r"\bWHO\b", _WHO, fragment) for fragment in found))


@cache
def compiled(fragments: tuple[str, ...]) -> Quick:
    """One pattern for any of the fragments, as whole words."""
    return Quick(rf"(?<!\w)(?:{'|'.join(fragments)})(?!\w)")
