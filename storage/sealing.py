"""Words and identities at rest: AES-256-GCM, sealed in one place (RELIABILITY, Confidentiality).

A sealed column holds `version | key id | nonce | ciphertext`. What is authenticated beside the words is
their place (table, column, row id), so that a blob copied into another row does not open there. Row ids
are known before the row is sealed. Keys live in the session's `info`, never in a module.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Self, overload

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapper, object_session

_VERSION = b"\x01"
_KEY_ID = 4
_NONCE = 12


class CannotOpen(Exception):
    """A sealed value whose key is missing, or that was tampered with or moved to another place."""


def key_id(key: bytes) -> bytes:
    """The short name under which a key stands in what it sealed; tells nothing of the key."""
    return hashlib.sha256(b"fieldnote record key" + key).digest()[:_KEY_ID]


class Keyring:
    """The record keys: the first one seals, all of them open. Each is 32 bytes."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys or any(len(key) != 32 for key in keys):
            msg = "record keys are 32 bytes each, and there is at least one"
            raise ValueError(msg)
        self._ciphers = {key_id(key): AESGCM(key) for key in keys}
        self.current = key_id(keys[0])

    def is_current(self, blob: bytes) -> bool:
        """Whether the first key sealed it."""
        return blob[1 : 1 + _KEY_ID] == self.current

    def seal(self, words: str, place: str) -> bytes:
        """The words under the current key, bound to their place ("notes.narrative:<row id>")."""
        nonce = os.urandom(_NONCE)
        sealed = self._ciphers[self.current].encrypt(nonce, words.encode(), place.encode())
        return _VERSION + self.current + nonce + sealed

    def columns(self, table: str, row_id: str, words: Mapping[str, str]) -> dict[str, bytes | None]:
        """The sealed columns of a row written without the ORM: `<name>_sealed` for each name; "" is None."""
        return {
            f"{name}_sealed": self.seal(text, place_of(table, name, row_id)) if text else None
            for name, text in words.items()
        }

    def open(self, blob: bytes, place: str) -> str:
        """The words sealed at that place. CannotOpen where the key is not on the ring or the blob moved."""
        cipher = self._ciphers.get(blob[1 : 1 + _KEY_ID])
        if blob[:1] != _VERSION or cipher is None:
            raise CannotOpen(place)
        nonce = blob[1 + _KEY_ID : 1 + _KEY_ID + _NONCE]
        try:
            return cipher.decrypt(nonce, blob[1 + _KEY_ID + _NONCE :], place.encode()).decode()
        except InvalidTag as moved_or_changed:
            raise CannotOpen(place) from moved_or_changed


class Sealed:
    """A text attribute kept sealed in the column `<name>_sealed` of the same row.

    Set it as any attribute; it is sealed when the row is flushed and opened each time it is read, so
    that rows loaded for their ids alone cost nothing. None and "" are kept as they are.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name, self._column = name, f"{name}_sealed"

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: object, owner: type) -> str: ...
    def __get__(self, row: object | None, owner: type) -> Self | str:
        if row is None:
            return self
        unsealed: dict[str, str] = row.__dict__.get("_unsealed", {})
        if self._name in unsealed:
            return unsealed[self._name]
        blob = getattr(row, self._column)
        return _ring(row).open(blob, _place(row, self._name)) if blob else ""

    def __set__(self, row: object, words: str | None) -> None:
        if inspect(row, raiseerr=True).persistent and self.__get__(row, type(row)) == (words or ""):
            return
        row.__dict__.setdefault("_unsealed", {})[self._name] = words or ""
        setattr(row, self._column, b"")  # marks the row as changed; sealed at the flush


def _ring(row: object) -> Keyring:
    session = object_session(row)
    if session is None:
        msg = f"{type(row).__name__} is not in a session: its sealed words cannot be opened"
        raise CannotOpen(msg)
    ring: Keyring = session.info["keyring"]
    return ring


def place_of(table: str, name: str, row_id: str) -> str:
    """Where words are sealed: no blob opens anywhere else."""
    return f"{table}.{name}:{row_id}"


def _place(row: Any, name: str) -> str:
    return place_of(row.__tablename__, name, row.id)


def _seal_at_flush(_mapper: Mapper[Any], _connection: Any, row: Any) -> None:
    unsealed = row.__dict__.pop("_unsealed", {})
    if unsealed and row.id is None:
        row.id = str(uuid.uuid4())  # a column's default would come too late: the words are bound to the id
    for name, words in unsealed.items():
        setattr(row, f"{name}_sealed", _ring(row).seal(words, _place(row, name)) if words else None)


def seal_rows_of(base: type) -> None:
    """Have every row class under `base` seal its words when it is flushed."""
    event.listen(base, "before_insert", _seal_at_flush, propagate=True)
    event.listen(base, "before_update", _seal_at_flush, propagate=True)
