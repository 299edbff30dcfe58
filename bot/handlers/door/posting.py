"""Answers to a person, through the outbox: stored before they are sent, drawn when they are sent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.handlers.door.front_desk import Visit
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.drafts import sent
from bot.services.drafts.concerning import posting_now
from bot.views.drawn import Drawn

PATIENCE = timedelta(seconds=30)
"""How long an answer that may or may not have been posted (a crash just then) is left before Slack is asked.

Shorter than a reminder's 90 s, for somebody waits; longer than a call takes with all its time-outs.
"""

_TAKE_OVER = frozenset({"note_card", "plan"})
"""Cards that stand where "listening" stood; a crisis answer is a message of its own, which rings."""

_EVERY, _TRIES = 0.05, 100
"""Seconds between two looks for a card that is being posted, and how many of them."""


def put_answer(
    visit: Visit,
    desk: Desk,
    kind: str,
    details: Mapping[str, Any],
    *,
    key: str,
    channel: str | None = None,
    subject_id: str | None = None,
    drawn: Drawn | None = None,
) -> None:
    """Within the desk's transaction: have the answer posted right after it. `key` tells it from others.

    `drawn`: its picture, where it was drawn from what this transaction holds; else it is drawn then.
    """
    dedupe_key = outbox.answer_key(kind, visit.actor.id, key)
    if visit.listening and subject_id and kind in _TAKE_OVER:
        listening, visit.listening = visit.listening, None
        if sent.take_over(desk, listening, kind=kind, subject_id=subject_id, dedupe_key=dedupe_key):
            visit.redraw(subject_id)
            return
    visit.send_now(
        outbox.put(
            desk.session,
            dedupe_key=dedupe_key,
            kind=kind,
            recipient_id=visit.actor.id,
            now=desk.now,
            details=details,
            subject_id=subject_id,
            channel=channel,
            sending_now=True,
            lease=PATIENCE,
        ),
        drawn,
    )


def put_soon(
    desk: Desk,
    channel: str,
    kind: str,
    details: Mapping[str, Any] | None = None,
    *,
    key: str,
    subject_id: str | None = None,
) -> None:
    """Have it sent by the sender, soon: under the key that an answer sent at once would have."""
    outbox.put(
        desk.session,
        dedupe_key=outbox.answer_key(kind, desk.actor.id, key),
        kind=kind,
        recipient_id=desk.actor.id,
        now=desk.now,
        details=details or {},
        subject_id=subject_id,
        channel=channel,
    )


def answer_with(
    visit: Visit, kind: str, details: Mapping[str, Any], *, key: str, channel: str | None = None
) -> None:
    """One answer in a transaction of its own; to the direct messages where no channel is given."""
    with visit.desk() as desk:
        put_answer(visit, desk, kind, details, key=key, channel=channel)


def found_once_posted(
    visit: Visit, channel: str, thread_ts: str | None, found: Callable[[Desk], bool]
) -> bool:
    """Whether `found` holds.

    A thread of which nothing is known yet may be that of a card whose place is being written down: as long as
    one is being posted in the channel, for five seconds at most, it is looked at again.
    """
    for _ in range(_TRIES):
        with visit.look() as desk:
            if found(desk):
                return True
            if thread_ts is None or not posting_now(desk, channel):
                return False
        with visit.deps.afterwards.aside(), visit.deps.in_turn.aside():
            threading.Event().wait(_EVERY)
    return False
