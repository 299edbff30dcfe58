"""Whom a change concerns, told to a listener once it is committed; nothing is written for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

_KEY = "concerned"
Listener = Callable[[frozenset[str]], None]


def concerns(session: Session, staff_ids: Iterable[str | None]) -> None:
    """Say, within a transaction, whom it concerns."""
    session.info.setdefault(_KEY, set()).update(each for each in staff_ids if each)


def tell_at_commit(maker: sessionmaker[Any], listener: Listener) -> None:
    """Have `listener` told of everybody whom a transaction of the maker's concerned, right after its commit.

    It must be quick and must not raise: whoever made the change waits for it.
    """

    def committed(session: Session) -> None:
        if found := session.info.get(_KEY):  # not taken away: there may be other listeners
            listener(frozenset(found))

    event.listen(maker, "after_commit", committed)
