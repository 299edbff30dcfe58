"""Messages have their turns in the order in which they came; nobody is waited for in vain."""

from __future__ import annotations

import threading
from collections.abc import Callable

from bot.clock import monotonic
from bot.handlers.door.in_turn import InTurn

MESSAGE = {"event": {"type": "message"}}


def begun(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_those_who_came_first_go_on_first_and_who_waits_lets_the_next_go_on() -> None:
    turns, done = InTurn(most=1, moment=60), list[str]()
    in_hand, read = threading.Event(), threading.Event()
    later_waits = threading.Event()

    def first() -> None:
        with turns.of(MESSAGE):
            in_hand.set()
            with turns.aside():
                assert read.wait(60)
            done.append("first")

    def later() -> None:
        with turns.of(MESSAGE):
            later_waits.set()
            read.set()
            threading.Event().wait(0.1)  # the first one wants its turn back meanwhile
            done.append("second")

    def last() -> None:
        assert later_waits.wait(60)
        with turns.of(MESSAGE):
            done.append("third")

    threads = [begun(first)]
    assert in_hand.wait(60)
    threads += [begun(later), begun(last)]
    for thread in threads:
        thread.join(60)
    assert done == ["second", "first", "third"]


def test_no_more_than_so_many_are_at_work_at_once() -> None:
    turns, guard = InTurn(most=2, moment=60), threading.Lock()
    now, most = set[int](), list[int]()

    def work() -> None:
        with turns.of(MESSAGE):
            for _ in range(20):
                with guard:
                    now.add(threading.get_ident())
                    most.append(len(now))
                with guard:
                    now.discard(threading.get_ident())
                with turns.aside():
                    pass

    for thread in [begun(work) for _ in range(8)]:
        thread.join(60)
    assert len(most) == 160
    assert max(most) <= 2


def test_whoever_is_stuck_is_not_waited_for_and_may_let_go_as_often_as_it_likes() -> None:
    turns, stuck = InTurn(most=1, moment=0.05), threading.Event()
    in_hand = threading.Event()

    def holds() -> None:
        with turns.of(MESSAGE):
            in_hand.set()
            assert stuck.wait(60)
            turns.let_go()
            turns.let_go()

    holding = begun(holds)
    assert in_hand.wait(60)
    since = monotonic()
    with turns.of(MESSAGE):
        assert monotonic() - since < 10
    stuck.set()
    holding.join(60)
    with turns.of(MESSAGE), turns.aside():
        turns.let_go()


def test_a_tap_takes_no_turn() -> None:
    turns = InTurn(most=1, moment=60)
    with turns.of(MESSAGE), turns.of({"type": "block_actions"}):
        turns.let_go()
