"""The audit chain: who did or read what, append-only, each row bound to the one before by an HMAC."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class AuditRow(Base):
    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[str | None]
    """A staff id, or None for the program itself."""
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[str] = mapped_column(index=True)
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Ids and figures only."""
    key_name: Mapped[str]
    """Which AUDIT_KEY made this row's mac; a new name starts a new stretch, linked to the old."""
    previous: Mapped[str]
    mac: Mapped[str]
