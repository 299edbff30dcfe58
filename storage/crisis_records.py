"""A crisis call as its cards show it: who was alerted and what became of it, who has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from storage.records import Person
from storage.types import CrisisStatus, StaffMember

PATIENCE = timedelta(minutes=1)
"""An alert that is not stored by Slack after this is said not to have arrived."""


class Arrival(StrEnum):
    """What became of an alert; SENT only once Slack has stored it."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class CrisisEnd(StrEnum):
    """How a crisis ended."""

    SAFE = "safe"
    FOUND = "found"
    HOSPITAL = "hospital"
    MOVED = "moved"
    POLICE = "police"
    HANDED_OVER = "handed_over"
    FALSE_ALARM = "false_alarm"
    OTHER = "other"

    @property
    def words(self) -> str:
        """As people read it."""
        return _END_WORDS[self]


_END_WORDS = {
    CrisisEnd.SAFE: "Safe, stays where they are",
    CrisisEnd.FOUND: "Found, safe",
    CrisisEnd.HOSPITAL: "In hospital",
    CrisisEnd.MOVED: "Moved to another place",
    CrisisEnd.POLICE: "With the police",
    CrisisEnd.HANDED_OVER: "Handed over to the day team",
    CrisisEnd.FALSE_ALARM: "False alarm",
    CrisisEnd.OTHER: "Other",
}


@dataclass(frozen=True, slots=True)
class ToCall:
    """Somebody to call by hand: in what capacity, and who."""

    capacity: str
    who: StaffMember


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One step of the ladder: who was alerted and what became of it; `person` None: an empty rung.

    `silent`: Slack was on Do Not Disturb (None: not known).
    """

    number: int
    round: int
    rung: str
    person: Person | None
    at: datetime
    arrival: Arrival
    sent_at: datetime | None = None
    silent: bool | None = None

    def overdue(self, now: datetime) -> bool:
        """Whether it should have arrived by now and has not."""
        return self.arrival is Arrival.SENDING and now - self.at > PATIENCE


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline: what was said (`words`, to the letter), or who was told (`told`)."""

    at: datetime
    by: Person | None
    words: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One report of the checklist; open until `made_at`."""

    id: str
    incident: str
    step: str
    due_at: datetime
    at_once: bool
    made_by: Person | None = None
    made_at: datetime | None = None
    called: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class CrisisRecord:
    """A crisis call as it stands."""

    id: str
    kind: str
    status: CrisisStatus
    case_id: str | None
    reported_by: Person
    opened_at: datetime
    alarm_at: datetime | None
    next_step_at: datetime | None
    steps: tuple[LadderStep, ...]
    acknowledged_by: Person | None
    acknowledged_at: datetime | None
    note_id: str | None
    words: str
    timeline: tuple[TimelineEntry, ...] = ()
    reports: tuple[ReportItem, ...] = ()
    closed_by: Person | None = None
    closed_at: datetime | None = None
    ended: str | None = None
    outcome: str = ""

    @property
    def alerted(self) -> tuple[Person, ...]:
        """Everybody who was to be alerted, each once, in their order."""
        return tuple({step.person.id: step.person for step in self.steps if step.person}.values())

    def unreached(self, now: datetime) -> bool:
        """Whether somebody should have been alerted by now, and not one alert has arrived."""
        gone = [step for step in self.steps if step.at <= now]
        failed = [step for step in gone if step.arrival is Arrival.FAILED or step.overdue(now)]
        nobody = bool(gone) and all(step.person is None for step in gone)
        return nobody or (bool(failed) and not any(step.arrival is Arrival.SENT for step in gone))
