"""Anchor the audit trail: its head goes to a place outside the database, so that a cut-off end is seen.

Hourly is meant (RELIABILITY, Confidentiality); `fieldnote audit verify` compares the file's lines.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from storage import audit
from storage.database import Database

_PATIENCE: Final = 10.0


class NotAnchored(Exception):
    """The place did not take the anchor; the text says why and holds no secret."""


class _StayHere(HTTPRedirectHandler):
    """An anchor goes to the address that was set, and nowhere else."""

    def redirect_request(self, *_: object) -> None:
        return None


def anchor(database: Database, place: str, now: datetime) -> audit.Head | None:
    """Append the head as a line to the file `place`, or POST that line to the address `place`.

    Nothing is done where no place is set or nothing is recorded yet. NotAnchored where it did not arrive.
    """
    if not place:
        return None
    with database.reading() as session:
        head = audit.head(session)
    if head is not None:
        deliver = _post if urlsplit(place).scheme in {"http", "https"} else _append
        deliver(place, head.line(now))
    return head


def _append(place: str, line: str) -> None:
    try:
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    except OSError as error:
        raise NotAnchored(f"AUDIT_ANCHOR cannot be written ({error.strerror})") from None


def _post(place: str, line: str) -> None:
    request = Request(place, data=line.encode(), method="POST", headers={"Content-Type": "text/plain"})  # noqa: S310 - http and https only, checked above
    try:
        build_opener(_StayHere).open(request, timeout=_PATIENCE).close()
    except HTTPError as error:
        raise NotAnchored(f"AUDIT_ANCHOR answered {error.code}") from None
    except OSError as error:
        raise NotAnchored(f"AUDIT_ANCHOR cannot be reached ({type(error).__name__})") from None
