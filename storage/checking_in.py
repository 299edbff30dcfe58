"""A visit with a time to be back by, as its cards show it: plain, nothing to be saved back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records import Person


class CheckInStatus(StrEnum):
    """Where a check-in stands: alerts end as somebody has it, all of it as the worker is back."""

    OUT = "out"
    TAKEN_ON = "taken_on"
    BACK = "back"
    NOTE = "note"
    """It was none: the words were logged."""


@dataclass(frozen=True, slots=True)
class CheckInRecord:
    """Who is out until when, who hears of it, who has been told and who has it.

    `told`: (who, when the alert was sent; None: it was not yet, `refused`: it could not be delivered).
    """

    id: str
    who: Person
    words: str
    back_by: datetime
    alert_at: datetime
    status: CheckInStatus
    asked: bool
    first: Person | None
    told: tuple[Alerted, ...] = ()
    acknowledged_by: Person | None = None
    acknowledged_at: datetime | None = None
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alerted:
    """Somebody who was alerted."""

    who: Person
    sent_at: datetime | None
    refused: bool = False
