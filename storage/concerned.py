"""Whom a change concerns, told to a listener once it is committed; nothing is written for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

_KEY = "concerned"
Listener = Callable[[frozenset[str]], None]


def concerns(session: Session, staff_ids: Iterable[str | None]) -> None:
    """Say, within a transaction, whom it concerns."""
    session.info.setdefault(_KEY, set()).update(each for each in staff_ids if each)


class Told:
    """Who is told, right after a commit of the maker's, of everybody whom the transaction concerned."""

    def __init__(self, maker: sessionmaker[Any]) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._changing = threading.Lock()
        event.listen(maker, "after_commit", self._committed)

    def add(self, listener: Listener) -> None:
        """Tell it from now on. It must be quick and must not raise: whoever made the change waits for it."""
        with self._changing:
            self._listeners = (*self._listeners, listener)

    def drop(self, listener: Listener) -> None:
        """Tell it no more; harmless where it never was told."""
        with self._changing:
            self._listeners = tuple(each for each in self._listeners if each != listener)

    def _committed(self, session: Session) -> None:
        if found := session.info.get(_KEY):
            for listener in self._listeners:
                listener(frozenset(found))
