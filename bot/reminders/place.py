"""Where a person's messages go: the DM channel, opened once and remembered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from slack_sdk import WebClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.reminders import calls
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import LOOKUP
from storage.models import SlackStanding, Staff
from storage.upserts import Insert, Inserting, Upsert

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_UNASKED = {"member": False, "checked_at": _NEVER}
_Known = tuple[str | None, str | None]
Place = tuple[str, str, str]
"""A Slack user, who that is on staff, and the channel with them."""


def _remembering(insert: Inserting) -> Insert:
    new = insert(SlackStanding)
    channel = {"dm_channel": new.excluded.dm_channel}
    return new.on_conflict_do_update(index_elements=["slack_user_id"], set_=channel)


_REMEMBER = Upsert(_remembering)


@dataclass(frozen=True, slots=True)
class Address:
    """What is known of a member of staff's place in Slack: a channel, or else who to open one with."""

    staff_id: str
    channel: str | None = None
    slack_user_id: str | None = None
    email: str = ""


def addresses_of(session: Session, staff_ids: Collection[str]) -> dict[str, Address]:
    """What is known of these people's places, in a look or two; an id that nobody has is nobody's place."""
    found = session.scalars(select(Staff).where(Staff.id.in_(staff_ids))) if staff_ids else ()
    staff = {row.id: row for row in found}
    linked = {row.slack_user_id for row in staff.values() if row.slack_user_id}
    channels = _channels(session, linked)
    users = _users(session, {row.id for row in staff.values() if not row.slack_user_id})
    return {each: _address(each, staff.get(each), channels, users) for each in staff_ids}


def _address(
    staff_id: str, staff: Staff | None, channels: Mapping[str, str | None], users: Mapping[str, _Known]
) -> Address:
    if staff is None:
        return Address(staff_id)
    if staff.slack_user_id:
        return Address(staff_id, channels.get(staff.slack_user_id), staff.slack_user_id)
    user_id, channel = users.get(staff_id, (None, None))
    return Address(staff_id, channel, user_id, "" if user_id else staff.email)


def _channels(session: Session, user_ids: Collection[str]) -> dict[str, str | None]:
    """The channel of each of these Slack users."""
    if not user_ids:
        return {}
    columns = select(SlackStanding.slack_user_id, SlackStanding.dm_channel)
    rows = session.execute(columns.where(SlackStanding.slack_user_id.in_(user_ids)))
    return {row.slack_user_id: row.dm_channel for row in rows}


def _users(session: Session, staff_ids: Collection[str]) -> dict[str, _Known]:
    """The Slack user, and the channel, that staff without one in the roster were seen as last."""
    if not staff_ids:
        return {}
    columns = select(SlackStanding.staff_id, SlackStanding.slack_user_id, SlackStanding.dm_channel)
    seen = columns.where(SlackStanding.staff_id.in_(staff_ids)).order_by(SlackStanding.checked_at)
    return {str(staff_id): (user_id, channel) for staff_id, user_id, channel in session.execute(seen)}


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


def remember(session: Session, places: Sequence[Place]) -> None:
    """Keep the channels for next time. Says nothing of whether a user is a member: that is asked anew."""
    rows = [
        {"slack_user_id": user_id, "staff_id": staff_id, "dm_channel": channel, **_UNASKED}
        for user_id, staff_id, channel in sorted(places)  # in one order, lest two lock crosswise
    ]
    if rows:
        session.connection().execute(_REMEMBER.on(session), rows)
