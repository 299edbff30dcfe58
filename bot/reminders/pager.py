"""The pager beside Slack: each step of a crisis alarm to PAGER_URL, as PagerDuty's Events v2 has it.

At least once: a crash after the call repeats it under the same keys, and the pager merges what it has seen.
It is told ids and a case number, never a name or a word of what was said.
"""

from __future__ import annotations

import json
import logging
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import select, update

from bot.services.crisis.paging import TRIGGER
from storage.database import Database
from storage.models import CrisisCall, Page

_TIMEOUT = 5
_STALE = timedelta(hours=1)
_LEASE = timedelta(seconds=30)
_AT_ONCE = 5
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Due:
    page_id: str
    key: str
    action: str
    crisis_id: str
    case_id: str | None
    kind: str
    at: datetime


class Pager:
    """Sends what the pager is to be told; does nothing where `url` is empty."""

    def __init__(self, db: Database, url: str) -> None:
        self._db, self._url = db, url

    def send_due(self, now: datetime) -> int:
        """Tell the pager what it was not told yet, for an hour at most; how much arrived."""
        if not self._url:
            return 0
        told = 0
        for due in self._due(now):
            if not self._taken(due, now):
                continue
            if not self._send(due, now):
                break  # it answers nobody: the others wait for the next beat
            told += 1
        return told

    def _due(self, now: datetime) -> list[_Due]:
        waiting = Page.sent_at.is_(None), Page.next_at <= now, Page.created_at > now - _STALE
        query = (
            select(Page, CrisisCall)
            .join(CrisisCall, CrisisCall.id == Page.crisis_id)
            .where(*waiting)
            .order_by(Page.created_at, Page.next_at)
            .limit(_AT_ONCE)
        )
        with self._db.reading() as session:
            return [
                _Due(page.id, page.dedupe_key, page.action, call.id, call.case_id, call.kind, page.created_at)
                for page, call in session.execute(query)
            ]

    def _taken(self, due: _Due, now: datetime) -> bool:
        """Whether this process is the one to tell it now; another try comes after the lease."""
        ours = Page.id == due.page_id, Page.sent_at.is_(None), Page.next_at <= now
        taken = update(Page).where(*ours).values(next_at=now + _LEASE, tries=Page.tries + 1)
        with self._db.begin() as session:
            return session.scalar(taken.returning(Page.id)) is not None

    def _send(self, due: _Due, now: datetime) -> bool:
        request = urllib.request.Request(  # noqa: S310 the settings take http and https only
            self._url, json.dumps(self._event(due)).encode(), {"Content-Type": "application/json"}
        )
        try:
            urllib.request.urlopen(request, timeout=_TIMEOUT).close()  # noqa: S310 the same
        except OSError as failed:
            log.error("the pager was not reached (%s), crisis %s", type(failed).__name__, due.crisis_id)  # noqa: TRY400 its address may hold a key
            return False
        with self._db.begin() as session:
            session.execute(update(Page).where(Page.id == due.page_id).values(sent_at=now))
        return True

    def _event(self, due: _Due) -> dict[str, object]:
        keys = parse_qs(urlsplit(self._url).query).get("routing_key", [""])
        event: dict[str, object] = {
            "routing_key": keys[0],
            "event_action": due.action,
            "dedup_key": f"fieldnote-{due.crisis_id}",
        }
        if due.action != TRIGGER:
            return event
        what = "Safety concern" if due.kind == "concern" else "Crisis"
        about = f", case {due.case_id}" if due.case_id else ""
        return event | {
            "payload": {
                "summary": f"{what}{about}: not acknowledged in Slack yet",
                "source": "fieldnote",
                "severity": "critical",
                "timestamp": due.at.isoformat(),
                "custom_details": {"step": due.key.rpartition(":")[2]},
            }
        }
