"""How fast: what is kept in the database so that all replicas together stay within Slack's limits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from bot.reminders.limits import Limits
from storage.models import MethodPause, TokenBucket
from storage.upserts import Inserting, Statement, Upsert, insert_into

WORKSPACE = "workspace"
_CHANNEL = "channel:"
_RESTING = select(MethodPause.method).where(MethodPause.until > bindparam("now"))


def _turn(insert: Inserting) -> Statement:
    new = insert(TokenBucket).values(
        name=bindparam("name"), tokens=bindparam("tokens"), filled_at=bindparam("now")
    )
    taken = new.on_conflict_do_update(
        index_elements=["name"],
        set_={"tokens": new.excluded.tokens, "filled_at": new.excluded.filled_at},
        where=or_(TokenBucket.filled_at <= bindparam("before"), TokenBucket.filled_at > bindparam("after")),
    )
    return taken.returning(TokenBucket.name)


def _held(insert: Inserting) -> Statement:
    new = insert(TokenBucket).values(
        name=bindparam("name"), tokens=bindparam("tokens"), filled_at=bindparam("now")
    )
    # The one that stands is written as it is: so it is locked, and read as whoever had it last left it.
    held = new.on_conflict_do_update(index_elements=["name"], set_={"name": new.excluded.name})
    return held.returning(TokenBucket.tokens, TokenBucket.filled_at)


_TURN = Upsert(_turn)
_HELD = Upsert(_held)
_PUT_BACK = (
    update(TokenBucket)
    .where(TokenBucket.name == bindparam("bucket"))
    .values(tokens=bindparam("left"), filled_at=bindparam("now"))
)


def paused(session: Session, now: datetime) -> frozenset[str]:
    """The methods that are not to be called at this moment."""
    return frozenset(session.connection().execute(_RESTING, {"now": now}).scalars())


def pause(session: Session, method: str, until: datetime, why: str) -> None:
    """Let a method rest for the whole workspace; a longer rest that stands already is kept."""
    rest = {"until": until, "why": why}
    statement = insert_into(session, MethodPause).values(method=method, **rest)
    session.execute(
        statement.on_conflict_do_update(index_elements=["method"], set_=rest, where=MethodPause.until < until)
    )


class Bucket:
    """The workspace's tokens, nobody else's from the first question until the transaction ends."""

    def __init__(self, session: Session, now: datetime, limits: Limits) -> None:
        self._session, self._now, self._limits = session, now, limits
        self._level: float | None = None

    def room_for(self, wanted: int) -> int:
        """How many digests may leave now, at most `wanted`."""
        return max(0, min(wanted, int(self._filled())))

    def spend(self, spent: int) -> None:
        """What leaves takes tokens out. Answers and urgent ones do not ask; digests make room for them."""
        if spent:
            self._level = max(-self._limits.digests_per_second, self._filled() - spent)

    def put_back(self) -> None:
        """Have the next one find what is left."""
        if self._level is not None:
            left = {"bucket": WORKSPACE, "left": self._level, "now": self._now}
            self._session.connection().execute(_PUT_BACK, left)

    def _filled(self) -> float:
        if self._level is None:
            fresh = {"name": WORKSPACE, "tokens": self._limits.digest_burst, "now": self._now}
            tokens, filled_at = self._session.connection().execute(_HELD.on(self._session), fresh).one()
            passed = max(0.0, (self._now - filled_at).total_seconds())
            filled = tokens + passed * self._limits.digests_per_second
            self._level = min(self._limits.digest_burst, filled)
        return self._level


def take_channels(session: Session, channels: Collection[str], now: datetime, gap: timedelta) -> set[str]:
    """Take these channels' turns; those are left out for which a message left less than `gap` ago.

    A turn that lies in the future belongs to a clock that was set back, and binds nobody.
    """
    if not channels or not gap:
        return set(channels)
    limits = {"tokens": 0.0, "now": now, "before": now - gap, "after": now + gap}
    names = sorted(f"{_CHANNEL}{channel}" for channel in set(channels))  # in order, lest two lock crosswise
    turns = [{"name": name, **limits} for name in names]
    taken = session.connection().execute(_TURN.on(session), turns).scalars()
    return {name.removeprefix(_CHANNEL) for name in taken}
