"""The outbox among senders that die, freeze and overtake one another: what is watched, and what must hold.

The senders, the database and every statement are the real ones (`benchmarks.virtual` says what is not). A
truth of its own about every message is kept here, and the outbox held against it after every step; the
rules of what happens are `outbox_machine`'s.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis.stateful import RuleBasedStateMachine, invariant
from sqlalchemy import select

from benchmarks import virtual
from benchmarks.virtual import FINE, Client, Stepped, VirtualClock, VirtualSlack
from bot.reminders.limits import Limits
from bot.reminders.needed import OBLIGATION
from bot.reminders.settle import DEAD_LETTER, release_held
from bot.services import outbox
from storage.database import Database
from storage.models import Base, Obligation, OutboxItem, new_id
from storage.types import Lane, OutboxState
from tests.reminders.office import DANA, USERS, employ, say

MONDAY = datetime(2026, 11, 9, 15, 0, tzinfo=UTC)
LIMITS = Limits(threads=2)
LONGEST_IN_HAND = LIMITS.lease + LIMITS.ambiguity / 4
OVER = frozenset({OutboxState.SENT, OutboxState.DROPPED, OutboxState.DEAD})
MOST_ROWS = 5


class Died(BaseException):
    """SIGKILL: nothing below may catch it."""


@dataclass
class Truth:
    """What is known of a message without asking the outbox. `closed_in` is the step in which it was met."""

    lane: Lane
    subject: str
    expires_at: datetime | None = None
    obligation_id: str | None = None
    cancelled: bool = False
    closed_in: int | None = None


@dataclass(frozen=True)
class Claim:
    """Who took a row when, under which fence."""

    step: int
    at: datetime
    fence: int


@dataclass
class Fate:
    """What is to happen to a sender the next time it passes `at`: it dies, or sleeps and is overtaken."""

    at: str
    asleep: float = 0.0
    overtaken: bool = True


class WatchedOutbox(RuleBasedStateMachine):
    """Two senders on one database, watched at every step."""

    def __init__(self, db: Database) -> None:
        super().__init__()
        self.db, self.clock = db, VirtualClock(MONDAY)
        self.slack = VirtualSlack(self.clock, on_post=self._posted)
        self.step = 0
        self.truth: dict[str, Truth] = {}
        self.over: dict[str, OutboxState] = {}
        self.fences: dict[str, int] = {}
        self.claims: dict[tuple[Client, str], Claim] = {}
        self.fates: dict[int, Fate | None] = {}
        self.problems: deque[str] = deque()
        self._time = virtual.virtual_time(self.clock)
        self._time.__enter__()
        _empty(db)
        self.senders = [self._born(number) for number in (0, 1)]

    # -- what must hold

    @invariant()
    def nothing_is_doubled_or_undone(self) -> None:
        self.step += 1
        assert not self.problems, self.problems[0]
        arrived = self.slack.arrived()
        assert max(arrived.values(), default=0) <= 1, "a message was posted twice"
        with self.db.reading() as session:
            rows = session.execute(select(OutboxItem.id, OutboxItem.state, OutboxItem.fence)).all()
        for item_id, state, fence in rows:
            assert self.over.get(item_id, state) is state, "what was settled changed again"
            assert fence >= self.fences.get(item_id, 0), "a fence fell"
            self.fences[item_id] = fence
            if state in OVER:
                self.over[item_id] = state
                assert arrived[item_id] == (state is OutboxState.SENT), (
                    f"{state}, and {arrived[item_id]} stand"
                )

    def teardown(self) -> None:
        """Slack is well, processes start anew, time passes: then every message has met its fate."""
        try:
            if not self.problems:
                self._recover()
        finally:
            self._time.__exit__(None, None, None)

    def _recover(self) -> None:
        self.slack.plan.clear()
        self.senders[0] = self._born(0)
        for _ in range(40):
            if all(item.state in OVER for item in self._rows()):
                break
            self.clock.forward(31)
            self._release()
            for sender in self.senders:
                sender.work()
            self.nothing_is_doubled_or_undone()
        states = {item.id: item for item in self._rows()}
        for item_id, truth in self.truth.items():
            self._met_its_fate(states[item_id], truth)
        told = [item for item in states.values() if item.kind == DEAD_LETTER]
        dead = [
            item for item in states.values() if item.state is OutboxState.DEAD and item.kind != DEAD_LETTER
        ]
        assert len(told) == len(dead), "somebody is told of each dead message, once"

    def _met_its_fate(self, item: OutboxItem, truth: Truth) -> None:
        assert item.state in OVER, f"lost: it is still {item.state}"
        if item.state is OutboxState.DROPPED:
            late = truth.expires_at is not None and truth.expires_at <= self.clock.now()
            assert truth.cancelled or late or truth.closed_in is not None, "lost: dropped for no reason"

    # -- how it is done

    def _put(self, lane: Lane, to: str, due_in: float, lasts: float | None) -> None:
        now, due = self.clock.now(), self.clock.now() + timedelta(seconds=due_in)
        expires = due + timedelta(seconds=lasts) if lasts else None
        key = f"row:{self.step}:{len(self.truth)}"
        with self.db.begin() as session:
            owed = Obligation(
                id=new_id(), kind="note", subject_id=key, person_id=to, period="", due_at=due, opened_at=now
            )
            session.add(owed)
            item = outbox.put(
                session,
                dedupe_key=key,
                kind="card",
                recipient_id=to,
                now=now,
                due_at=due,
                channel=f"D{USERS[to]}" if to == DANA else None,
                lane=lane,
                subject_id=key,
                details={OBLIGATION: owed.id},
                expires_at=expires,
            )
            assert item is not None
        self.truth[item.id] = Truth(lane, key, expires, owed.id)

    def _release(self) -> None:
        with self.db.begin() as session:
            release_held(session, self.clock.now())

    def _born(self, number: int) -> Stepped:
        return Stepped(
            self.db,
            self.slack,
            draw=say,
            limits=LIMITS,
            on_step=lambda step, item_id: self._passed(number, step, item_id),
        )

    def _live(self, number: int, fate: Fate | None, fault: str, deed: object) -> None:
        assert callable(deed)
        self.fates[number] = fate
        self.slack.plan = deque([fault] if fault != FINE else [])
        try:
            deed()
        except Died:
            self.senders[number] = self._born(number)
        finally:
            self.fates[number] = None
            self.slack.plan.clear()

    def _passed(self, number: int, step: str, item_id: str) -> None:
        if step == "claimed":
            self._claimed(self.senders[number], item_id)
        fate = self.fates.get(number)
        if fate is None or fate.at != step:
            return
        self.fates[number] = None
        if not fate.asleep:
            raise Died
        self._sleep(number, fate.asleep, overtaken=fate.overtaken)

    def _sleep(self, number: int, seconds: float, *, overtaken: bool = True) -> None:
        self.clock.forward(seconds)
        if overtaken:
            kept, self.slack.plan = self.slack.plan, deque()
            self.senders[1 - number].work()
            self.slack.plan = kept

    def _claimed(self, sender: Stepped, item_id: str) -> None:
        item, now = self._row(item_id), self.clock.now()
        claimed_at = (item.lease_until or now) - LIMITS.lease
        self.claims[sender.client, item_id] = Claim(self.step, claimed_at, item.fence)
        if item.state is not OutboxState.WAITING or claimed_at != now:
            return
        if self.slack.rests.get(sender.client, now) > now:
            self.problems.append("a post was begun while Slack had asked for a rest")
        if item.lane is Lane.DIGEST and any(self._goes_before(other, sender) for other in self._rows()):
            self.problems.append("a digest went before something urgent")

    def _goes_before(self, item: OutboxItem, sender: Stepped) -> bool:
        due = item.state is OutboxState.WAITING and item.next_at <= self.clock.now()
        return due and item.lane is not Lane.DIGEST and item.id not in sender.in_hand

    def _posted(self, client: Client, mark: str) -> None:
        truth, claim, now = self.truth.get(mark), self.claims[client, mark], self.clock.now()
        if truth is None:
            return
        if self._row(mark).fence != claim.fence:
            self.problems.append("posted by somebody who had lost the row")
        if truth.expires_at is not None and truth.expires_at <= now:
            self.problems.append("posted after its deadline")
        if truth.closed_in is not None and truth.closed_in < claim.step:
            self.problems.append("posted though it was no longer needed")
        if now - claim.at > LONGEST_IN_HAND:
            self.problems.append("posted long after it was looked up")

    def _rows_lost_by(self, sender: Stepped) -> list[OutboxItem]:
        held = {outcome.prepared.item.id: outcome.prepared.item.fence for outcome in sender._hand.waiting()}
        return [item for item in self._rows() if item.fence > held.get(item.id, item.fence)]

    def _rows(self) -> list[OutboxItem]:
        with self.db.reading() as session:
            return list(session.scalars(select(OutboxItem)))

    def _row(self, item_id: str) -> OutboxItem:
        with self.db.reading() as session:
            return session.get_one(OutboxItem, item_id)


def _empty(db: Database) -> None:
    with db.begin() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
        employ(session)
