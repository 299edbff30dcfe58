"""The second pair of eyes: plain SQL of its own, which finds what planner and sender should have done.

Nothing here shares a line with them. While nothing is missed it reports to a dead-man address, whose
silence then tells that something is wrong, be it a stuck queue or a machine that is gone.
"""

from __future__ import annotations

import logging
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, text

from storage.database import Database
from storage.models.base import Instant

UNPLANNED = timedelta(minutes=10)
UNSENT = timedelta(minutes=15)
SILENT = timedelta(hours=26)
"""By then the next morning's digest has spoken of what is overdue."""
_TIMEOUT = 10
log = logging.getLogger(__name__)

_OBLIGATIONS = text(
    """
    SELECT o.id FROM obligations o
    WHERE o.closed_at IS NULL AND (o.snoozed_until IS NULL OR o.snoozed_until <= :now)
      AND (o.planned_until <= :unplanned
           OR (o.planned_until IS NOT NULL AND o.due_at <= :unplanned AND o.opened_at <= :silent
               AND NOT EXISTS (
                   SELECT 1 FROM outbox m
                   WHERE m.recipient_id = o.person_id AND m.state IN ('sent', 'dead')
                     AND (m.subject_id = o.subject_id OR m.kind = 'digest')
                     AND m.created_at >= o.opened_at)))
    LIMIT 100
    """
).bindparams(*(bindparam(name, type_=Instant()) for name in ("now", "unplanned", "silent")))
_ROWS = text(
    """
    SELECT id FROM outbox
    WHERE state IN ('waiting', 'maybe_sent', 'held') AND due_at <= :unsent
      AND (expires_at IS NULL OR expires_at > :now)
    LIMIT 100
    """
).bindparams(*(bindparam(name, type_=Instant()) for name in ("now", "unsent")))

_ALARMS = text(
    "SELECT id FROM crisis_calls WHERE status = 'open' AND next_step_at <= :unplanned LIMIT 100"
).bindparams(bindparam("unplanned", type_=Instant()))


@dataclass(frozen=True, slots=True)
class Findings:
    """Ids of what was missed (at most 100 of each).

    Obligations nobody was reminded of, rows still open, crises whose next step nobody took.
    """

    obligations: tuple[str, ...]
    rows: tuple[str, ...]
    alarms: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing was missed."""
        return not self.obligations and not self.rows and not self.alarms


def audit(db: Database, now: datetime) -> Findings:
    """Look for obligations due over 10 minutes ago that nobody heard of, and rows open for over 15."""
    with db.reading() as session:
        silent = session.execute(
            _OBLIGATIONS, {"now": now, "unplanned": now - UNPLANNED, "silent": now - SILENT}
        ).scalars()
        obligations = tuple(silent)
        rows = tuple(session.execute(_ROWS, {"now": now, "unsent": now - UNSENT}).scalars())
        alarms = tuple(session.execute(_ALARMS, {"unplanned": now - UNPLANNED}).scalars())
    return Findings(obligations, rows, alarms)


def report(findings: Findings, heartbeat_url: str) -> bool:
    """Tell the dead-man address that all is well, only if it is; False where it was not told."""
    if not findings.clean:
        log.error(
            "missed: %d obligations (%s …), %d messages (%s …), %d steps of an alarm (%s …)",
            len(findings.obligations),
            ", ".join(findings.obligations[:3]),
            len(findings.rows),
            ", ".join(findings.rows[:3]),
            len(findings.alarms),
            ", ".join(findings.alarms[:3]),
        )
        return False
    if not heartbeat_url:
        return False
    if not heartbeat_url.startswith(("https://", "http://")):
        log.error("HEARTBEAT_URL is no address")
        return False
    try:
        urllib.request.urlopen(heartbeat_url, timeout=_TIMEOUT).close()  # noqa: S310 the scheme was checked
    except OSError:
        log.warning("the heartbeat could not be delivered", exc_info=True)
        return False
    return True
