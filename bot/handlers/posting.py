"""Answers to a person, through the outbox: stored before they are sent, drawn when they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.handlers.front_desk import Visit
from bot.services import outbox
from bot.services.desk import Desk


def put_answer(
    visit: Visit,
    desk: Desk,
    kind: str,
    details: Mapping[str, Any],
    *,
    key: str,
    channel: str | None = None,
    subject_id: str | None = None,
) -> None:
    """Within the desk's transaction: have the answer posted right after it. `key` tells it from others."""
    visit.send_now(
        outbox.put(
            desk.session,
            dedupe_key=f"{kind}:{visit.actor.id}:{key}",
            kind=kind,
            recipient_id=visit.actor.id,
            now=desk.now,
            details=details,
            subject_id=subject_id,
            channel=channel,
            sending_now=True,
        )
    )


def answer_with(
    visit: Visit, kind: str, details: Mapping[str, Any], *, key: str, channel: str | None = None
) -> None:
    """One answer in a transaction of its own; to the direct messages where no channel is given."""
    with visit.desk() as desk:
        put_answer(visit, desk, kind, details, key=key, channel=channel)
