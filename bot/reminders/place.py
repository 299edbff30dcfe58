"""Where a person's messages go: the DM channel, opened once and remembered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from slack_sdk import WebClient
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.reminders import calls
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import LOOKUP
from storage.models import SlackStanding, Staff
from storage.upserts import insert_into

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_WHERE_THEY_ARE = (
    select(Staff, SlackStanding.slack_user_id, SlackStanding.dm_channel)
    .outerjoin(
        SlackStanding,
        (SlackStanding.slack_user_id == Staff.slack_user_id)
        | (Staff.slack_user_id.is_(None) & (SlackStanding.staff_id == Staff.id)),
    )
    .where(Staff.id == bindparam("staff_id"))
    .order_by(SlackStanding.checked_at.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Address:
    """What is known of a member of staff's place in Slack: a channel, or else who to open one with."""

    staff_id: str
    channel: str | None = None
    slack_user_id: str | None = None
    email: str = ""


def address_of(session: Session, staff_id: str) -> Address:
    """What is known of that person's place."""
    found = session.execute(_WHERE_THEY_ARE, {"staff_id": staff_id}).first()
    if found is None:
        return Address(staff_id)
    staff, standing_user, channel = found
    user_id = staff.slack_user_id or standing_user
    known = channel if standing_user == user_id else None
    return Address(staff_id, known, user_id, "" if user_id else staff.email)


def open_place(client: WebClient, address: Address) -> tuple[Answer, str]:
    """Ask Slack for the channel: (the answer with it, the Slack user it belongs to)."""
    user_id = address.slack_user_id
    if not user_id:
        if not address.email:
            return Answer(Fate.REFUSED, LOOKUP, error="no_slack_user"), ""
        found = calls.find_user(client, address.email)
        if found.fate is not Fate.OK:
            return found, ""
        user_id = found.value
    return calls.open_dm(client, user_id), user_id


def remember(session: Session, staff_id: str, slack_user_id: str, channel: str) -> None:
    """Keep the channel for next time. Says nothing of whether the user is a member: that is asked anew."""
    statement = insert_into(session, SlackStanding).values(
        slack_user_id=slack_user_id, staff_id=staff_id, member=False, checked_at=_NEVER, dm_channel=channel
    )
    session.execute(
        statement.on_conflict_do_update(index_elements=["slack_user_id"], set_={"dm_channel": channel})
    )
