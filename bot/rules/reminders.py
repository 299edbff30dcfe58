"""For an obligation, when to remind whom of it: the steps that the planner writes down (DOMAIN 6).

A `Step`'s name is stable, so that `kind:subject:period:step` names one reminder for ever. Steps lie in a
window [start, end) of UTC, which bounds what repeats. Digest steps are entries of the person's one morning
digest at `quiet.digest_at`; pings are messages of their own, brought forward out of quiet hours. Whether
one is still needed is asked again when it is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.deadlines import NoteDue
from bot.rules.moments import DAY, local_date, utc
from bot.rules.policy import Policy
from bot.rules.quiet import before_quiet, digest_at
from bot.rules.stretches import Stretch


class Kind(StrEnum):
    """What an obligation is about; the first part of a reminder's key."""

    NOTE = "note"
    CORRECTION = "correction"
    REVIEW = "review"
    REREVIEW = "rereview"
    MEETING = "meeting"
    VISIT = "visit"
    PARENT_CONTACT = "parent_contact"
    CARETAKER_CONTACT = "caretaker_contact"
    FIRST_DAYS = "first_days"
    LEAVE = "leave"
    HEARING = "hearing"
    CONFERENCE = "conference"
    SHIFT = "shift"
    SHIFT_OFFER = "shift_offer"
    """A shift that is on offer: as long as nobody takes it, it is its holder's."""
    ROTA_GAP = "rota_gap"
    PLANNED_VISIT = "planned_visit"
    TEAM = "team"
    """What the people somebody supervises have overdue: one line in the supervisor's digest."""
    WEEKLY_DIGEST = "weekly_digest"
    INCIDENT = "incident"
    """A report that a crisis calls for."""
    GLASS = "glass"
    """A family that was opened outside somebody's reach: its review."""
    LEFT = "left"
    """A draft or returned note whose author has left: the one who would review it sees to it."""


class Via(StrEnum):
    DIGEST = "digest"
    PING = "ping"


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One reminder: when (UTC), of what kind, which step of it, in the digest or on its own."""

    at: datetime
    kind: Kind
    name: str
    via: Via


@dataclass(frozen=True, slots=True)
class Reader:
    """The person reminded: id (it spreads the digests) and zone (its mornings and nights)."""

    person_id: str
    tz: ZoneInfo


class Steps:
    """Makes the steps for one reader within one window; every method returns them in order of time."""

    def __init__(self, reader: Reader, window: Stretch, policy: Policy) -> None:
        """Hold what all steps have in common; nothing changes afterwards."""
        self._reader = reader
        self._window = window
        self._policy = policy

    def deadline(self, kind: Kind, due: datetime, late_after: datetime | None = None) -> tuple[Step, ...]:
        """Notes and corrections: the mornings of the last 36 h, a ping 4 h before, then daily when late."""
        due, late = utc(due), utc(late_after or due)
        ping_at = due - timedelta(hours=self._policy.notes.ping_hours)
        soon = self._coming(kind, due, late)
        return self._sorted(*soon, self._ping(kind, "ping", ping_at), *self._daily(kind, "overdue", late))

    def note(self, due: NoteDue) -> tuple[Step, ...]:
        """A note's 72 hours; overdue only once it is late, which a date without a time is a day later."""
        return self.deadline(Kind.NOTE, due.remind_by, due.late_after)

    def review(self, kind: Kind, due: datetime) -> tuple[Step, ...]:
        """A supervisor's review: at 2 days and 1 day left, overdue once a day."""
        last = local_date(due, self._reader.tz)
        warnings = [
            self._morning(kind, f"days_left_{days}", last - days * DAY)
            for days in self._policy.review.warn_days
        ]
        return self._sorted(*warnings, *self._daily(kind, "overdue", due))

    def overdue(self, kind: Kind, late_after: datetime) -> tuple[Step, ...]:
        """What is late, once a day: for the supervisor whose team owes it."""
        return self._sorted(*self._daily(kind, "overdue", late_after))

    def meeting(self, returned_at: datetime) -> tuple[Step, ...]:
        """A meeting that nobody has recorded yet: every morning from the day after the return."""
        return self._sorted(*self._daily(Kind.MEETING, "open", returned_at))

    def on_days(self, kind: Kind, days: Iterable[tuple[str, date]]) -> tuple[Step, ...]:
        """One morning each for named local dates (see bot.rules.reminder_days)."""
        first, last = self._window.start.date() - DAY, self._window.end.date() + DAY
        near = ((name, day) for name, day in days if first <= day <= last)
        return self._sorted(*(self._morning(kind, name, day) for name, day in near))

    def leave(self, cutoff: datetime) -> tuple[Step, ...]:
        """The cut-off before leave: the mornings of its last 36 hours and a ping 4 h before."""
        cutoff = utc(cutoff)
        ping_at = cutoff - timedelta(hours=self._policy.notes.ping_hours)
        return self._sorted(
            *self._coming(Kind.LEAVE, cutoff, cutoff), self._ping(Kind.LEAVE, "ping", ping_at)
        )

    def shift(self, starts_at: datetime) -> tuple[Step, ...]:
        """A shift's holder: 24 h and 1 h ahead."""
        return self._sorted(
            *(
                self._ping(Kind.SHIFT, f"hours_{hours}", utc(starts_at) - timedelta(hours=hours))
                for hours in self._policy.on_call.notice_hours
            )
        )

    def offered(self, starts_at: datetime) -> tuple[Step, ...]:
        """A shift that nobody has taken yet: two days and four hours ahead (between them its own notices)."""
        hours = (48, 4)
        pings = (
            self._ping(Kind.SHIFT_OFFER, f"hours_{each}", utc(starts_at) - timedelta(hours=each))
            for each in hours
        )
        return self._sorted(*pings)

    def planned_visit(
        self, starts_at: datetime, ends_at: datetime | None = None, *, known: datetime | None = None
    ) -> tuple[Step, ...]:
        """A planned visit: the morning of the day before, an hour before, then "did it happen?".

        Where it was planned (`known`) after that morning: the morning of its day, if that comes first.
        """
        eve = local_date(starts_at, self._reader.tz) - DAY
        late = self._morning(Kind.PLANNED_VISIT, "that_day", eve + DAY)
        told = known is None or self._morning(Kind.PLANNED_VISIT, "", eve).at >= utc(known)
        asked_at = utc(ends_at or utc(starts_at) + timedelta(hours=1))
        return self._sorted(
            self._morning(Kind.PLANNED_VISIT, "day_before", eve),
            self._ping(Kind.PLANNED_VISIT, "hour_before", utc(starts_at) - timedelta(hours=1)),
            Step(asked_at, Kind.PLANNED_VISIT, "did_it_happen", Via.PING),
            *(() if told or late.at >= utc(starts_at) else (late,)),
        )

    def did_it_happen(self, asked_at: datetime) -> tuple[Step, ...]:
        """The question alone: of a planned visit of which only the day is known."""
        return self._sorted(Step(utc(asked_at), Kind.PLANNED_VISIT, "did_it_happen", Via.PING))

    def at_once(self, kind: Kind, moment: datetime) -> tuple[Step, ...]:
        """What somebody comes to owe when its reminders are over already: told then."""
        return self._sorted(Step(utc(moment), kind, "at_once", Via.PING))

    def at_moments(self, kind: Kind, moments: Iterable[tuple[str, datetime]]) -> tuple[Step, ...]:
        """Pings at these instants, quiet hours or not: what cannot wait for the morning."""
        return self._sorted(*(Step(utc(at), kind, name, Via.PING) for name, at in moments))

    @property
    def zone(self) -> ZoneInfo:
        """The reader's own."""
        return self._reader.tz

    def _coming(self, kind: Kind, due: datetime, late_after: datetime) -> Iterator[Step]:
        """The mornings whose digest shows it: from 36 hours before it is due until it is late."""
        day = local_date(due - timedelta(hours=self._policy.digest.within_hours), self._reader.tz)
        while (step := self._morning(kind, f"soon-{day}", day)).at <= late_after:
            if step.at >= due - timedelta(hours=self._policy.digest.within_hours):
                yield step
            day += DAY

    def _daily(self, kind: Kind, name: str, after: datetime) -> Iterator[Step]:
        """Every morning after the instant, within the window."""
        after = utc(after)
        day = local_date(max(after, self._window.start), self._reader.tz)
        while (step := self._morning(kind, f"{name}-{day}", day)).at < self._window.end:
            if step.at > after:
                yield step
            day += DAY

    def _morning(self, kind: Kind, name: str, day: date) -> Step:
        at = digest_at(self._reader.person_id, day, tz=self._reader.tz, policy=self._policy)
        return Step(at, kind, name, Via.DIGEST)

    def _ping(self, kind: Kind, name: str, wanted: datetime) -> Step:
        return Step(before_quiet(wanted, tz=self._reader.tz, policy=self._policy), kind, name, Via.PING)

    def _sorted(self, *steps: Step) -> tuple[Step, ...]:
        return tuple(sorted(step for step in steps if step.at in self._window))
