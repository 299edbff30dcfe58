"""The audit chain (RELIABILITY, Confidentiality): each row's mac covers the row and the mac before it.

Changing, deleting, swapping or inserting a row breaks the chain for whoever lacks the key, which stays
outside the database. Cutting off its end does not, so the head's mac is also anchored elsewhere.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event, func, insert, select
from sqlalchemy.orm import Session, sessionmaker

from storage.models.audit import AuditRow

READ_ONLY = "audit_read_only"
_PENDING = "audit_pending"
_LOCK = 0x666E_6175
_BEGINNING = "0" * 64
_COVERED = (
    "seq",
    "at",
    "actor_id",
    "action",
    "subject_kind",
    "subject_id",
    "details",
    "key_name",
    "previous",
)

_ROW = insert(AuditRow)
_HEAD = select(AuditRow.seq, AuditRow.mac).order_by(AuditRow.seq.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Head:
    """The chain's last row; anchored elsewhere it shows when the chain's end was cut off."""

    seq: int
    mac: str

    def line(self, at: datetime) -> str:
        """As it is anchored: the time, the row's number, its mac."""
        return f"{at.astimezone(UTC).isoformat(timespec='seconds')} {self.seq} {self.mac}"

    @classmethod
    def of_line(cls, line: str) -> Head:
        """The head in an anchored line. ValueError where the line is none."""
        _, seq, mac = line.split()
        return cls(int(seq), mac)


@dataclass(frozen=True, slots=True)
class Broken:
    """The first row that is not what was once written, and why."""

    seq: int
    reason: str


def key_name(key: bytes) -> str:
    """The name under which a key stands in the rows it signed; tells nothing of the key."""
    return hashlib.sha256(b"fieldnote audit key" + key).hexdigest()[:12]


def record(
    session: Session,
    *,
    at: datetime,
    actor_id: str | None,
    action: str,
    subject_kind: str,
    subject_id: str,
    details: dict[str, Any] | None = None,
) -> None:
    """Have the transaction append a row (ids and figures only); `actor_id` None is the program itself.

    It is written as the transaction commits, after all else: the lock on the chain's end is held for a
    moment only, and never while waiting for another lock. ValueError for a naive `at` and in a session
    that only reads.
    """
    if session.info.get(READ_ONLY):
        raise ValueError("a reading session writes nothing: record in Database.begin()")
    if at.tzinfo is None:
        raise ValueError("a naive datetime cannot be recorded")
    row = {
        "at": at.astimezone(UTC),
        "actor_id": actor_id,
        "action": action,
        "subject_kind": subject_kind,
        "subject_id": subject_id,
        "details": json.loads(json.dumps(details or {}, allow_nan=False)),
    }
    session.info.setdefault(_PENDING, []).append(row)


def write_at_commit(sessions: sessionmaker[Session]) -> None:
    """Have these sessions append what was recorded when they commit, and forget it when they roll back."""
    event.listen(sessions, "before_commit", _append)
    event.listen(sessions, "after_soft_rollback", lambda session, _: session.info.pop(_PENDING, None))


def _append(session: Session) -> None:
    if not session.info.get(_PENDING):
        return
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    last = head(session) or Head(0, _BEGINNING)
    key: bytes = session.info["audit_key"]
    rows = []
    for row in session.info.pop(_PENDING):
        linked = {**row, "seq": last.seq + 1, "key_name": key_name(key), "previous": last.mac}
        last = Head(last.seq + 1, _mac(key, linked))
        rows.append({**linked, "mac": last.mac})
    session.connection().execute(_ROW, rows)


def head(session: Session) -> Head | None:
    """The last row's number and mac; None while nothing is recorded."""
    row = session.connection().execute(_HEAD).first()
    return Head(*row) if row else None


def verify(session: Session, keys: Iterable[bytes], anchors: Iterable[Head] = ()) -> Broken | None:
    """The first row that is broken, or None.

    `keys`: all that ever signed; `anchors`: heads known from elsewhere.
    """
    by_name = {key_name(key): key for key in keys}
    anchored = {head.seq: head.mac for head in anchors}
    last = Head(0, _BEGINNING)
    rows = session.scalars(select(AuditRow).order_by(AuditRow.seq).execution_options(yield_per=1000))
    for row in rows:
        reason = _fault(row, last, by_name.get(row.key_name), anchored)
        if reason:
            return Broken(row.seq, reason)
        last = Head(row.seq, row.mac)
        session.expunge(row)
    known = max(anchored, default=0)
    if known > last.seq:
        return Broken(last.seq + 1, f"the chain ends here, but its anchor knows of {known} rows")
    return None


def _fault(row: AuditRow, last: Head, key: bytes | None, anchored: Mapping[int, str]) -> str:
    if row.seq != last.seq + 1:
        return f"row {last.seq + 1} is missing before it"
    if key is None:
        return f"it names a key ({row.key_name}) that AUDIT_KEY does not hold"
    if row.previous != last.mac:
        return "it does not follow from the row before it"
    if not hmac.compare_digest(row.mac, _mac(key, {name: getattr(row, name) for name in _COVERED})):
        return "it was changed"
    if anchored.get(row.seq, row.mac) != row.mac:
        return "its anchor says otherwise"
    return ""


def _mac(key: bytes, row: dict[str, Any]) -> str:
    covered = [row[name] if name != "at" else row["at"].isoformat() for name in _COVERED]
    text = json.dumps(covered, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
