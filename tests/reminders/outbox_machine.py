"""The outbox as a state machine: what happens to offices, to senders and to Slack, in any order."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from benchmarks.virtual import FAULTS, FINE, Stepped
from bot.reminders.at_once import Ready
from bot.services import outbox
from bot.views.drawn import Drawn
from storage.models import Obligation, OutboxItem
from storage.types import Lane
from tests.reminders.office import DANA, SAM
from tests.reminders.outbox_watched import MOST_ROWS, Claim, Fate, Truth, WatchedOutbox

SENDERS = st.integers(0, 1)
ROWS = st.integers(0, MOST_ROWS - 1)
FREEZES = st.sampled_from([1.0, 23.0, 61.0, 95.0])
TWO_OF_THREE_FINE = st.one_of(st.just(FINE), st.just(FINE), st.sampled_from(FAULTS))


FATES = st.one_of(
    st.none(),
    st.none(),
    st.builds(Fate, st.sampled_from(["claimed", "intended", "calling", "called", "settled"])),
    st.builds(Fate, st.sampled_from(["claimed", "intended", "calling"]), FREEZES, st.booleans()),
)


class OutboxMachine(WatchedOutbox):
    """Every rule is something that happens."""

    # -- what is written

    @initialize(lane=st.sampled_from(Lane), lasts=st.sampled_from([None, None, 20.0]))
    def one_is_due(self, lane: Lane, lasts: float | None) -> None:
        self._put(lane, DANA, 0.0, lasts)

    @precondition(lambda self: len(self.truth) < MOST_ROWS)
    @rule(
        lane=st.sampled_from(Lane),
        to=st.sampled_from([DANA, SAM]),
        due_in=st.sampled_from([0.0, 30.0]),
        lasts=st.sampled_from([None, 20.0, 300.0]),
    )
    def write(self, lane: Lane, to: str, due_in: float, lasts: float | None) -> None:
        """A message about something owed is written down."""
        self._put(lane, to, due_in, lasts)

    @precondition(lambda self: len(self.truth) < MOST_ROWS)
    @rule(number=SENDERS, fault=TWO_OF_THREE_FINE, fate=FATES, asleep=st.sampled_from([0.0, 0.0, 30.0, 95.0]))
    def answer(self, number: int, fault: str, fate: Fate | None, asleep: float) -> None:
        """A person is answered at once: the intent is committed with the change, the post follows."""
        now = self.clock.now()
        with self.db.begin() as session:
            item = outbox.put(
                session,
                dedupe_key=f"answer:{self.step}",
                kind="card",
                recipient_id=DANA,
                now=now,
                channel="DU0DANA",
                sending_now=True,
            )
        assert item is not None
        self.truth[item.id] = Truth(Lane.ANSWER, "")
        sender = self.senders[number]
        self.claims[sender.client, item.id] = Claim(self.step, now, 1)
        if asleep:
            self._sleep(number, asleep)
        self._live(number, fate, fault, lambda: self._send_at_once(sender, item))

    def _send_at_once(self, sender: Stepped, item: OutboxItem) -> None:
        sender.send_claimed(item.id, ready=Ready(item, Drawn(text="card")))

    # -- what the senders do

    @rule(number=SENDERS, fate=FATES)
    def look(self, number: int, fate: Fate | None) -> None:
        """One turn of a sender: it settles, claims and intends."""
        sender = self.senders[number]
        lost = self._rows_lost_by(sender)
        self._live(number, fate, FINE, sender.look)
        for before in lost:
            after = self._row(before.id)
            if after.fence == before.fence and (after.state, after.next_at) != (before.state, before.next_at):
                self.problems.append("a row was written by somebody who had lost it")

    @precondition(lambda self: any(sender.waiting for sender in self.senders))
    @rule(number=SENDERS, fault=st.sampled_from(FAULTS), fate=FATES)
    def call(self, number: int, fault: str, fate: Fate | None) -> None:
        """One call that a sender has intended."""
        sender = self.senders[number] if self.senders[number].waiting else self.senders[1 - number]
        self._live(self.senders.index(sender), fate, fault, sender.call)

    @rule(number=SENDERS)
    def finish(self, number: int) -> None:
        """A sender does all there is to do now, undisturbed."""
        self.senders[number].work()

    @rule(
        number=SENDERS,
        fault=st.sampled_from(FAULTS),
        fate=st.sampled_from([None, None, Fate("calling"), Fate("called")]),
        late=st.sampled_from([31.0, 61.0, 95.0]),
    )
    def stumble(self, number: int, fault: str, fate: Fate | None, late: float) -> None:
        """A sender takes what there is, one call goes wrong, another sender goes on, the first comes back."""
        self._live(number, None, FINE, self.senders[number].look)
        if self.senders[number].waiting:
            self._live(number, fate, fault, self.senders[number].call)
        self._sleep(number, late)
        self.look(number, None)
        self.senders[number].work()

    @rule(number=SENDERS)
    def die(self, number: int) -> None:
        """SIGKILL between two steps, and a new process."""
        self.senders[number] = self._born(number)

    # -- what the world does

    @rule(seconds=st.sampled_from([1.0, 6.0, 31.0, 61.0, 95.0, 300.0]))
    def time_passes(self, seconds: float) -> None:
        """And the beat releases what was held for the token's sake."""
        self.clock.forward(seconds)
        self._release()

    @rule(row=ROWS, taken_back=st.booleans())
    def no_longer_needed(self, row: int, taken_back: bool) -> None:
        """What a message reminds of is done, or the message is taken back if it was not tried yet."""
        truth = list(self.truth.values())[row % len(self.truth)]
        with self.db.begin() as session:
            now = self.clock.now()
            if taken_back:
                gone = outbox.cancel(session, subject_id=truth.subject, kind="card", now=now)
                truth.cancelled = truth.cancelled or gone > 0
            elif truth.obligation_id is not None and truth.closed_in is None:
                session.get_one(Obligation, truth.obligation_id).closed_at = now
                truth.closed_in = self.step
