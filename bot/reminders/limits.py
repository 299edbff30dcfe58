"""The delivery engine's numbers, in one place (RELIABILITY, What leaves)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

POST = "chat.postMessage"
UPDATE = "chat.update"
OPEN = "conversations.open"
HISTORY = "conversations.history"
REPLIES = "conversations.replies"
LOOKUP = "users.lookupByEmail"


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient, how wide and how fast. All durations are elapsed time."""

    ambiguity: timedelta = timedelta(seconds=90)
    """How long a post of unknown fate is left alone before Slack is asked whether it arrived."""
    lease: timedelta = timedelta(seconds=60)
    """How long a claimed row is its claimer's, before the intent is committed."""
    first_retry: timedelta = timedelta(seconds=2)
    """After something that surely was not sent (no connection); doubled with each attempt."""
    longest_retry: timedelta = timedelta(minutes=5)
    token_pause: timedelta = timedelta(seconds=60)
    """How long a method rests after Slack refused the token."""
    channel_gap: timedelta = timedelta(seconds=1)
    """Between two messages of the outbox in one channel (Slack: one a second)."""
    digests_per_second: float = 5.0
    digest_burst: float = 2.0
    threads: int = 4
    """Calls at a time."""
    batch: int = 200
    """Rows in hand at most: they are claimed, drawn, intended and settled together, as many as go quickly."""
    idle: float = 1.0
    """Seconds between two looks at the database while nothing wakes the sender."""
    draws: int = 8
    """After so many failed drawings a message is dead and somebody is told."""

    @property
    def slow(self) -> float:
        """Seconds from a row's intent to its call's end beyond which fewer rows are taken in hand."""
        return self.ambiguity.total_seconds() / 16

    @property
    def too_late(self) -> float:
        """Seconds after a row's intent from which on it is not posted: others may soon ask Slack about it."""
        return self.ambiguity.total_seconds() / 4

    def retry_after(self, attempts: int) -> timedelta:
        """The wait before the next try after `attempts` tries."""
        doubled: int = 2 ** min(attempts, 10)
        return min(self.longest_retry, self.first_retry * doubled)
