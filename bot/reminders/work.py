"""One prepared row: the call that it asks for, and writing down what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from slack_sdk import WebClient
from sqlalchemy.orm import Session

from bot.reminders import calls, place, settle
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import OPEN, Limits
from bot.reminders.prepare import Do, Prepared
from storage.types import OutboxState

_NO_CALL = Answer(Fate.NOT_SENT, "")
CALLS = frozenset({Do.POST, Do.PROBE, Do.OPEN})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a prepared row; `slack_user_id` where its channel was opened just now."""

    prepared: Prepared
    answer: Answer = _NO_CALL
    slack_user_id: str = ""


def perform(client: WebClient, prepared: Prepared) -> Outcome:
    """Make the row's call. Never raises."""
    item = prepared.item
    if prepared.do is Do.OPEN and prepared.address is not None:
        answer, user_id = place.open_place(client, prepared.address)
        return Outcome(prepared, answer, user_id)
    channel = item.channel or ""
    if prepared.do is Do.PROBE or prepared.drawn is None:
        return Outcome(prepared, calls.probe(client, channel, mark=item.id, thread_ts=item.thread_ts))
    return Outcome(
        prepared, calls.post(client, channel, prepared.drawn, mark=item.id, thread_ts=item.thread_ts)
    )


def write_down(session: Session, outcome: Outcome, *, now: datetime, limits: Limits) -> bool:
    """Settle the row, fenced; False where it is no longer ours."""
    prepared, item = outcome.prepared, outcome.prepared.item
    if outcome.slack_user_id and item.recipient_id and _opened(outcome):
        place.remember(session, item.recipient_id, outcome.slack_user_id, _opened(outcome))
    match prepared.do:
        case Do.DROP:
            return settle.dropped(session, item, now=now, why=prepared.why)
        case Do.BURY:
            return settle.dead(session, item, prepared.why, now=now)
        case Do.DRAW_AGAIN:
            later = now + limits.retry_after(item.attempts)
            return settle.keep(session, item, item.state, at=later, error=prepared.why)
        case Do.OPEN:
            return _write_down_place(session, outcome, now=now, limits=limits)
        case _:
            answer = outcome.answer
            return settle.settle(session, item, answer, now=now, limits=limits, clear_at=prepared.clear_at)


def _opened(outcome: Outcome) -> str:
    if outcome.answer.method == OPEN:
        return outcome.answer.value
    return outcome.prepared.item.channel or ""


def _write_down_place(session: Session, outcome: Outcome, *, now: datetime, limits: Limits) -> bool:
    """Opening a channel posts nothing: the row keeps its state and is claimed again, its channel known."""
    item, answer = outcome.prepared.item, outcome.answer
    settle.let_rest(session, answer, now=now, limits=limits)
    if answer.fate is Fate.OK:
        item.channel = answer.value
        return settle.keep(session, item, item.state, at=now)
    if answer.fate is Fate.REFUSED:
        return settle.dead(session, item, answer.error, now=now)
    if answer.fate is Fate.TOKEN and item.state is OutboxState.WAITING:
        return settle.keep(session, item, OutboxState.HELD, at=now + limits.token_pause, error=answer.error)
    wait = timedelta(seconds=answer.wait) or limits.retry_after(item.attempts)
    return settle.keep(session, item, item.state, at=now + wait, error=answer.error)
