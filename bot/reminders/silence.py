"""Slack is silent under Do Not Disturb: whoever of those alerted has it on is flagged, to be called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from slack_sdk import WebClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.reminders import calls
from bot.reminders.place import addresses_of
from bot.services import outbox
from storage.database import Database
from storage.models import CrisisCall, CrisisStep
from storage.types import CrisisStatus

_LATELY = timedelta(minutes=10)
_AT_ONCE = 10


def note_silence(db: Database, client: WebClient, now: datetime) -> int:
    """Ask of the open crises' newest alerts whether their people can hear them; how many are silent.

    What Slack does not answer stays unknown, and is asked again for ten minutes.
    """
    with db.reading() as session:
        asked = _unknown(session, now)
        places = addresses_of(session, {step.person_id or "" for step in asked})
    silent = 0
    for step in asked:
        user = places[step.person_id or ""].slack_user_id
        answer = calls.is_silent(client, user, now) if user else None
        if answer is not None:
            silent += db.write(partial(_note, step=step, silent=answer, now=now))
    return silent


def _unknown(session: Session, now: datetime) -> Sequence[CrisisStep]:
    query = (
        select(CrisisStep)
        .join(CrisisCall, CrisisCall.id == CrisisStep.crisis_id)
        .where(CrisisCall.status == CrisisStatus.OPEN, CrisisStep.at > now - _LATELY)
        .where(CrisisStep.silent.is_(None), CrisisStep.person_id.is_not(None))
        .order_by(CrisisStep.at)
        .limit(_AT_ONCE)
    )
    return session.scalars(query).all()


def _note(session: Session, step: CrisisStep, silent: bool, now: datetime) -> bool:
    """Written once: what held as the alert went out."""
    unknown = CrisisStep.id == step.id, CrisisStep.silent.is_(None)
    noted = update(CrisisStep).where(*unknown).values(silent=silent).returning(CrisisStep.id)
    if session.scalar(noted) and silent:
        outbox.ask_redraw(session, step.crisis_id, now)
        return True
    return False
