"""Writers of one process take turns: in the order they came, and nobody waits for ever."""

from __future__ import annotations

import threading
import time

import pytest

from storage.turns import NoTurn, Turns


def _waits(turns: Turns, order: list[int], number: int) -> None:
    with turns.turn():
        order.append(number)


def test_first_come_first_served() -> None:
    turns, order = Turns(patience=60), list[int]()
    threads = [threading.Thread(target=_waits, args=(turns, order, number)) for number in range(12)]
    with turns.turn():
        for place, thread in enumerate(threads, start=1):
            thread.start()
            while len(turns._waiting) < place:
                time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert order == list(range(12))


def test_who_waits_too_long_is_told_and_nobody_else_is_held_up() -> None:
    turns, told = Turns(patience=0.05), list[str]()

    def tries() -> None:
        try:
            with turns.turn():
                pass
        except NoTurn as why:
            told.append(str(why))

    with turns.turn():
        thread = threading.Thread(target=tries)
        thread.start()
        thread.join()
    assert told == ["no turn to write within 0.05 s"]
    with turns.turn():
        pass


def test_an_error_hands_the_turn_on() -> None:
    turns = Turns(patience=1)
    with pytest.raises(ZeroDivisionError), turns.turn():
        1 / 0  # noqa: B018
    with turns.turn():
        pass
