"""How tests speak of a run of the program."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass

from tests.databases import AUDIT_KEY, RECORD_KEY


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


Fieldnote = Callable[..., Ended]


def settings_for(database_url: str) -> dict[str, str]:
    return {
        "DATABASE_URL": database_url,
        "RECORD_KEYS": base64.b64encode(RECORD_KEY).decode(),
        "AUDIT_KEY": base64.b64encode(AUDIT_KEY).decode(),
    }
