"""What those who answer for others are told: the crises that there were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.crisis_records import CrisisRecord


@dataclass(frozen=True, slots=True)
class CrisisSeen:
    """A crisis as a list of them shows it: whose, in as many words as the one who asks may read."""

    call: CrisisRecord
    whose: str
    """Names, or initials and the case's number; nothing where it is not known whose it is."""


@dataclass(frozen=True, slots=True)
class CrisesSeen:
    """The crises of a stretch of time, newest first; `more`: how many are not shown.

    `since` None: single ones were asked about, and no time.
    """

    since: datetime | None
    until: datetime
    crises: tuple[CrisisSeen, ...]
    more: int
    all_of_agency: bool
    """Whether the one who asks sees every crisis; else only those that are theirs."""
