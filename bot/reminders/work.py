"""A prepared row: the call that it asks for, and what is to be written about what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from slack_sdk import WebClient
from sqlalchemy.orm import Session

from bot.reminders import calls, place, settle
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import OPEN, Limits
from bot.reminders.prepare import Do, Prepared
from bot.reminders.settle import Word
from storage.types import OutboxState

_NO_CALL = Answer(Fate.NOT_SENT, "")
CALLS = frozenset({Do.POST, Do.PROBE, Do.OPEN})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a prepared row; `slack_user_id` where its channel was opened just now."""

    prepared: Prepared
    answer: Answer = _NO_CALL
    slack_user_id: str = ""


def perform(client: WebClient, prepared: Prepared, late: Callable[[], str]) -> Outcome:
    """Make the row's call. Never raises.

    `late`: why it must not be posted any more, though it was to be (a file takes several calls).
    """
    item = prepared.item
    if prepared.do is Do.OPEN and prepared.address is not None:
        answer, user_id = place.open_place(client, prepared.address)
        return Outcome(prepared, answer, user_id)
    channel = item.channel or ""
    if prepared.do is Do.PROBE or prepared.drawn is None:
        return Outcome(prepared, calls.probe(client, channel, mark=item.id, thread_ts=item.thread_ts))
    if prepared.drawn.paper is not None:
        given = calls.give(client, channel, prepared.drawn, mark=item.id, late=late)
        return Outcome(prepared, given)
    return Outcome(
        prepared, calls.post(client, channel, prepared.drawn, mark=item.id, thread_ts=item.thread_ts)
    )


def write_down(session: Session, outcome: Outcome, *, now: datetime, limits: Limits) -> bool:
    """Settle one row, fenced; False where it is no longer ours."""
    _besides(session, [outcome], now=now, limits=limits)
    return settle.write(session, word_of(outcome, now=now, limits=limits))


def write_down_together(
    session: Session, outcomes: Sequence[Outcome], *, now: datetime, limits: Limits
) -> list[Outcome]:
    """Settle many rows in a few statements, fenced; those that have to be settled alone are given back."""
    _besides(session, outcomes, now=now, limits=limits)
    words = [word_of(outcome, now=now, limits=limits) for outcome in outcomes]
    written = settle.write_together(session, [word for word in words if not word.alone])
    return [outcome for outcome in outcomes if outcome.prepared.item.id not in written]


def _besides(session: Session, outcomes: Sequence[Outcome], *, now: datetime, limits: Limits) -> None:
    """What the answers say of more than their rows: pauses, and where people are found from now on."""
    settle.let_rest(session, (outcome.answer for outcome in outcomes), now=now, limits=limits)
    places = {
        each.slack_user_id: (each.slack_user_id, each.prepared.item.recipient_id, _opened(each))
        for each in outcomes
        if each.slack_user_id and each.prepared.item.recipient_id and _opened(each)
    }
    place.remember(session, list(places.values()))


def _opened(outcome: Outcome) -> str:
    if outcome.answer.method == OPEN:
        return outcome.answer.value
    return outcome.prepared.item.channel or ""


def word_of(outcome: Outcome, *, now: datetime, limits: Limits) -> Word:
    """What is to be written about the row."""
    prepared, item = outcome.prepared, outcome.prepared.item
    match prepared.do:
        case Do.DROP:
            return Word(item, OutboxState.DROPPED, now, prepared.why)
        case Do.BURY:
            return Word(item, OutboxState.DEAD, now, prepared.why)
        case Do.DRAW_AGAIN:
            return Word(item, item.state, now + limits.retry_after(item.attempts), prepared.why)
        case Do.OPEN:
            return _word_of_place(outcome, now=now, limits=limits)
        case _:
            return settle.word_of(item, outcome.answer, now=now, limits=limits, clear_at=prepared.clear_at)


def _word_of_place(outcome: Outcome, *, now: datetime, limits: Limits) -> Word:
    """Opening a channel posts nothing: the row keeps its state and is claimed again, its channel known."""
    item, answer = outcome.prepared.item, outcome.answer
    if answer.fate is Fate.OK:
        item.channel = answer.value
        return Word(item, item.state, now)
    if answer.fate is Fate.REFUSED:
        return Word(item, OutboxState.DEAD, now, answer.error)
    if answer.fate is Fate.TOKEN and item.state is OutboxState.WAITING:
        return Word(item, OutboxState.HELD, now + limits.token_pause, answer.error)
    wait = timedelta(seconds=answer.wait) or limits.retry_after(item.attempts)
    return Word(item, item.state, now + wait, answer.error)
