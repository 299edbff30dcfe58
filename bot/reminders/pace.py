"""How fast: what is kept in the database so that all replicas together stay within Slack's limits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import bindparam, or_, select
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


_TURN = Upsert(_turn)


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


def take_tokens(session: Session, wanted: int, now: datetime, limits: Limits) -> int:
    """How many digests may leave now, at most `wanted`: they are taken out of the workspace's bucket."""
    bucket = _bucket(session, now, limits)
    level = _level(bucket, now, limits)
    taken = max(0, min(wanted, int(level)))
    bucket.tokens, bucket.filled_at = level - taken, now
    return taken


def spend_tokens(session: Session, spent: int, now: datetime, limits: Limits) -> None:
    """What left without asking (answers, urgent ones) still counts; digests make room for it.

    A negative number gives back what was taken and not used.
    """
    bucket = _bucket(session, now, limits)
    floor = -limits.digests_per_second
    bucket.tokens = max(floor, _level(bucket, now, limits) - spent)
    bucket.filled_at = now


def _bucket(session: Session, now: datetime, limits: Limits) -> TokenBucket:
    fresh = insert_into(session, TokenBucket).values(
        name=WORKSPACE, tokens=limits.digest_burst, filled_at=now
    )
    session.execute(fresh.on_conflict_do_nothing(index_elements=["name"]))
    return session.scalars(select(TokenBucket).where(TokenBucket.name == WORKSPACE).with_for_update()).one()


def _level(bucket: TokenBucket, now: datetime, limits: Limits) -> float:
    passed = max(0.0, (now - bucket.filled_at).total_seconds())
    return min(limits.digest_burst, bucket.tokens + passed * limits.digests_per_second)


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
