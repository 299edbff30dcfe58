"""Many rows go together: one claim, one commit for their intents, one for what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from benchmarks.virtual import FINE, LIMITED, TOKEN, Stepped, VirtualClock, VirtualSlack, virtual_time
from bot.reminders.in_hand import InHand
from bot.reminders.limits import HISTORY, POST, Limits
from bot.reminders.needed import OBLIGATION
from bot.reminders.settle import release_held
from bot.services import outbox
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import Obligation, OutboxItem, PostedCard, Staff, new_id
from storage.types import Lane, OutboxState, Role
from tests.reminders.office import DANA, MONDAY, employ

MANY = 40
LIMITS = Limits(threads=MANY)


def say(_session: Any, item: OutboxItem, _now: Any) -> Drawn:
    if item.details.get("broken"):
        raise RuntimeError("this one cannot be drawn")
    return Drawn(text=item.kind)


class Crowd:
    """Forty people to whom something is due at the same moment, and a sender that has room for all of them."""

    def __init__(self, db: Database) -> None:
        self.db, self.clock = db, VirtualClock(MONDAY)
        self.slack = VirtualSlack(self.clock)
        self.sender = self.new_sender()
        with db.begin() as session:
            employ(session)
            for n in range(MANY):
                session.add(Staff(id=f"C{n:02d}", role=Role.CASEWORKER, slack_user_id=f"U{n:02d}"))

    def new_sender(self) -> Stepped:
        return Stepped(self.db, self.slack, draw=say, limits=LIMITS)

    def put(self, number: int, channel: str = "", lane: Lane = Lane.ANSWER, **details: Any) -> str:
        now = self.clock.now()
        with self.db.begin() as session:
            owed = Obligation(
                id=new_id(), kind="note", subject_id=f"N{number}", person_id=DANA, due_at=now, opened_at=now
            )
            session.add(owed)
            item = outbox.put(
                session,
                dedupe_key=f"row:{number}",
                kind="card",
                recipient_id=f"C{number:02d}",
                subject_id=f"N{number}",
                now=now,
                lane=lane,
                channel=channel or f"DU{number:02d}",
                details={OBLIGATION: owed.id, **details},
            )
            assert item is not None
            return item.id

    def rows(self) -> list[OutboxItem]:
        with self.db.reading() as session:
            return list(session.scalars(select(OutboxItem).order_by(OutboxItem.next_at)))

    def states(self) -> Counter[OutboxState]:
        return Counter(row.state for row in self.rows() if row.kind == "card")

    def change(self, number: int, deed: Callable[[Any, OutboxItem], None]) -> None:
        with self.db.begin() as session:
            deed(
                session,
                session.scalars(select(OutboxItem).where(OutboxItem.subject_id == f"N{number}")).one(),
            )


@pytest.fixture
def crowd(database: Database) -> Iterator[Crowd]:
    crowd = Crowd(database)
    with virtual_time(crowd.clock):
        yield crowd


@contextmanager
def counted(db: Database) -> Iterator[Counter[str]]:
    """Commits and statements of the writing engine, while the block runs."""
    seen: Counter[str] = Counter()

    def commit(_connection: Any) -> None:
        seen["commits"] += 1

    def statement(*_given: Any) -> None:
        seen["statements"] += 1

    event.listen(db._writer, "commit", commit)
    event.listen(db._writer, "before_cursor_execute", statement)
    try:
        yield seen
    finally:
        event.remove(db._writer, "commit", commit)
        event.remove(db._writer, "before_cursor_execute", statement)


def test_forty_rows_cost_three_commits(crowd: Crowd) -> None:
    for n in range(MANY):
        crowd.put(n)
    with counted(crowd.db) as seen:
        crowd.sender.work()
    assert crowd.states() == {OutboxState.SENT: MANY}
    assert seen["commits"] == 3, "claim; intents; what came of them"
    assert seen["statements"] < MANY
    with crowd.db.reading() as session:
        cards = session.scalars(select(PostedCard)).all()
    assert {(card.channel, card.subject_id) for card in cards} == {
        (f"DU{n:02d}", f"N{n}") for n in range(MANY)
    }


@pytest.mark.parametrize("posted", [0, 1, 17, MANY])
def test_a_crash_in_the_midst_loses_none_and_doubles_none(crowd: Crowd, posted: int) -> None:
    """All forty are in doubt then, and each is asked about before it is posted again."""
    wanted = Counter(crowd.put(n) for n in range(MANY))
    crowd.sender.look()
    for _ in range(posted):
        crowd.sender.call()
    assert crowd.states() == {OutboxState.MAYBE_SENT: MANY}
    crowd.sender = crowd.new_sender()
    crowd.sender.work()
    assert crowd.slack.calls[HISTORY] == 0, "it is left alone for a while first"
    crowd.clock.forward(LIMITS.ambiguity.total_seconds())
    crowd.sender.work()
    assert crowd.slack.arrived() == wanted
    assert (crowd.slack.calls[HISTORY], crowd.slack.calls[POST]) == (MANY, MANY)
    assert crowd.states() == {OutboxState.SENT: MANY}


def test_what_somebody_took_over_meanwhile_is_neither_posted_nor_written(crowd: Crowd) -> None:
    for n in range(3):
        crowd.put(n)
    real = crowd.sender._engine.prepare

    def frozen(items: Any, now: Any) -> Any:
        prepared = real(items, now)
        crowd.change(1, lambda _session, row: setattr(row, "fence", row.fence + 1))
        return prepared

    crowd.sender._engine.prepare = frozen  # type: ignore[method-assign]
    crowd.sender.look()
    assert crowd.sender.waiting == 2
    while crowd.sender.waiting:
        crowd.sender.call()
    crowd.change(2, lambda _session, row: setattr(row, "fence", row.fence + 1))
    crowd.sender._engine.prepare = real  # type: ignore[method-assign]
    crowd.sender.look()
    assert crowd.states() == {OutboxState.SENT: 1, OutboxState.WAITING: 1, OutboxState.MAYBE_SENT: 1}


def test_a_card_whose_subject_changed_on_the_way_is_drawn_once_more(crowd: Crowd) -> None:
    for n in range(3):
        crowd.put(n)
    crowd.sender.look()
    with crowd.db.begin() as session:
        outbox.ask_redraw(session, "N1", crowd.clock.now())
    crowd.sender.work()
    assert crowd.states() == {OutboxState.SENT: 3}
    with crowd.db.reading() as session:
        cards = session.scalars(select(PostedCard)).all()
        behind = session.connection().exec_driver_sql("SELECT card_id FROM redraws").scalars().all()
    assert behind == [card.id for card in cards if card.subject_id == "N1"]


@pytest.mark.parametrize("refusal", [LIMITED, TOKEN])
def test_what_one_was_refused_for_everybodys_sake_is_not_asked_again(crowd: Crowd, refusal: str) -> None:
    for n in range(MANY):
        crowd.put(n)
    crowd.slack.plan.extend([FINE, FINE, refusal])
    crowd.sender.work()
    assert crowd.slack.calls[POST] == 3
    assert crowd.states()[OutboxState.SENT] == 2
    assert crowd.slack.calls[HISTORY] == 0, "that is no doubt"
    crowd.clock.forward(61)
    with crowd.db.begin() as session:
        release_held(session, crowd.clock.now())
    crowd.sender.work()
    assert crowd.states() == {OutboxState.SENT: MANY}


def test_one_bad_drawing_holds_up_nobody(crowd: Crowd) -> None:
    for n in range(5):
        crowd.put(n, **({"broken": True} if n == 2 else {}))
    crowd.sender.work()
    assert crowd.states() == {OutboxState.SENT: 4, OutboxState.WAITING: 1}


def test_messages_of_one_channel_leave_a_second_apart(crowd: Crowd) -> None:
    for n in range(4):
        crowd.put(n, channel="D0SAME")
    crowd.put(4)
    crowd.sender.work()
    waiting = [row.next_at - MONDAY for row in crowd.rows() if row.state is OutboxState.WAITING]
    assert waiting == [timedelta(seconds=n) for n in (1, 2, 3)]
    assert crowd.states()[OutboxState.SENT] == 2
    for _ in range(3):
        crowd.clock.forward(1)
        crowd.sender.work()
    assert crowd.states() == {OutboxState.SENT: 5}
    assert all(row.attempts <= 2 for row in crowd.rows())


def test_digests_spend_from_one_bucket_for_all_senders(crowd: Crowd) -> None:
    for n in range(12):
        crowd.put(n, lane=Lane.DIGEST)
    other = crowd.new_sender()
    sent = []
    for seconds in (0.0, 0.3, 0.1, 60.0, 0.0):
        crowd.clock.forward(seconds)
        crowd.sender.work()
        other.work()
        sent.append(crowd.states()[OutboxState.SENT])
    assert sent == [2, 3, 4, 6, 6], "two at once, five a second, and no more is saved up than two"


# -- how many at a time


def test_the_hand_widens_while_calls_are_quick_and_narrows_when_one_is_slow() -> None:
    limits = Limits(threads=4, batch=30)
    hand = InHand(limits)
    widths = []
    for took in (0.1, 0.1, 0.1, 0.1, limits.slow + 1, 0.1):
        room = hand.room()
        widths.append(room)
        hand.begin(room)
        for _ in range(room - 1):
            hand.end(None, 0.1)
        hand.end(None, took)
    assert widths == [4, 8, 16, 30, 30, 15]


def test_it_does_not_widen_while_there_is_less_to_do() -> None:
    hand = InHand(Limits(threads=4, batch=30))
    for _ in range(5):
        hand.begin(1)
        assert hand.end(None, 0.1), "the only one is back: it is settled at once"
    assert hand.room() == 4
