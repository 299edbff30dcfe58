"""What is sent right behind a message is worked behind it."""

from __future__ import annotations

import threading

from bot.handlers.in_order import InOrder


def test_a_later_message_waits_for_the_earlier_one() -> None:
    order, done = InOrder(), list[str]()
    first_in_hand = threading.Event()

    def works_the_first() -> None:
        with order.in_hand("D1", 1.0):
            first_in_hand.set()
            threading.Event().wait(0.2)
            done.append("first")

    working = threading.Thread(target=works_the_first)
    working.start()
    first_in_hand.wait(5)
    with order.in_hand("D1", 2.0):
        assert order.wait_for_earlier("D1", 2.0)
        done.append("second")
    working.join(5)
    assert done == ["first", "second"]


def test_nobody_waits_for_another_channel_a_later_message_or_for_ever() -> None:
    order = InOrder(patience=0.05)
    with order.in_hand("D2", 1.0), order.in_hand("D1", 3.0), order.in_hand("D1", 2.0):
        assert order.wait_for_earlier("D1", 2.0)
        assert not order.wait_for_earlier("D1", 3.0)
