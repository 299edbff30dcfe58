"""What is sent right behind a message is worked behind it."""

from __future__ import annotations

import threading

from bot.handlers.door.in_order import InOrder


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
    assert first_in_hand.wait(60)
    with order.in_hand("D1", 2.0):
        assert order.wait_for_earlier("D1", 2.0)
        done.append("second")
    working.join(60)
    assert done == ["first", "second"]


def test_nobody_waits_for_another_channel_a_later_message_or_for_ever() -> None:
    order = InOrder(patience=0.05)
    with order.in_hand("D2", 1.0), order.in_hand("D1", 3.0), order.in_hand("D1", 2.0):
        assert order.wait_for_earlier("D1", 2.0)
        assert not order.wait_for_earlier("D1", 3.0)


def message(sent: float, **more: str) -> dict[str, dict[str, str]]:
    return {"event": {"type": "message", "channel": "D1", "ts": str(sent), **more}}


def test_a_message_counts_from_the_moment_it_was_read() -> None:
    """Its thread may begin with it long after another one has begun with the next message."""
    order = InOrder(patience=0.05)
    in_hand = order.arrives(message(1.0))
    assert not order.wait_for_earlier("D1", 2.0)
    with order.of(message(1.0)):
        in_hand()
        assert not order.wait_for_earlier("D1", 2.0), "it is worked by now"
    assert order.wait_for_earlier("D1", 2.0)


def test_what_is_no_new_message_holds_up_nobody() -> None:
    order = InOrder(patience=0.05)
    edited, tapped = message(1.0, subtype="message_changed"), {"type": "block_actions"}
    for body in (edited, tapped):
        in_hand = order.arrives(body)
        assert order.wait_for_earlier("D1", 2.0)
        in_hand()
