"""Keys: 32 random bytes in base64, made here, read from settings, written into `.env` where missing."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Mapping
from pathlib import Path

from dotenv import dotenv_values

NAMES = ("RECORD_KEYS", "AUDIT_KEY")
_BACK_UP = (
    "# BACK THESE TWO UP, apart from the database. Without RECORD_KEYS nobody can ever read the\n"
    "# records again; without AUDIT_KEY nobody can show that the audit trail is whole.\n"
)


def new_key() -> str:
    """A fresh key as it stands in a setting."""
    return base64.b64encode(os.urandom(32)).decode()


def read_keys(text: str) -> tuple[bytes, ...]:
    """The keys of a setting, comma-separated. ValueError, which quotes none of them, for a bad one."""
    return tuple(_key(number, part.strip()) for number, part in enumerate(text.split(","), 1))


def _key(number: int, text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise ValueError(f"holds a bad key (no. {number}): 32 bytes in base64, as from `fieldnote keys new`")
    return key


def ensure_keys(path: Path, environ: Mapping[str, str] | None = None) -> list[str]:
    """Write the keys that `.env` and `environ` lack into `.env`, with a line that says to back them up.

    The names written. Existing lines stay, a new file is its owner's alone. What is set is not replaced: data
    sealed under another key would be lost.
    """
    missing = missing_keys(path, environ or {})
    if missing:
        _append(path, _BACK_UP + "".join(f"{name}={new_key()}\n" for name in missing))
    return missing


def missing_keys(path: Path, environ: Mapping[str, str]) -> list[str]:
    """The names of the keys that are set in neither place."""
    written = dotenv_values(path, interpolate=False) if path.exists() else {}
    return [name for name in NAMES if not (environ.get(name) or written.get(name) or "").strip()]


def _append(path: Path, lines: str) -> None:
    old = path.read_text() if path.exists() else ""
    gap = "" if not old else "\n" if old.endswith("\n") else "\n\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(gap + lines)
