"""Who somebody in Slack is to the agency, and whether Fieldnote may speak with them at all.

Members of the installing team only: guests, strangers of shared channels, bots and deactivated users are
refused, as is whoever is not on staff; checked against Slack at most every five minutes (RELIABILITY).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.understand.agency import Agency
from storage.models import SlackStanding
from storage.queries.people import person_of
from storage.queries.roster import staff_by_slack_user
from storage.records import Person
from storage.upserts import insert_into

FRESH = timedelta(minutes=5)
_STANDING = select(SlackStanding.staff_id, SlackStanding.member, SlackStanding.checked_at).where(
    SlackStanding.slack_user_id == bindparam("user")
)


@dataclass(frozen=True, slots=True)
class SlackUser:
    """What Slack says of a user, as far as it matters here."""

    id: str
    member: bool
    email: str = ""

    @classmethod
    def of(cls, answer: dict[str, Any], team_id: str | None) -> SlackUser:
        """From the `user` of users.info. Whatever is not plainly a full member of the team is none."""
        excluded = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
        ours = answer.get("team_id") in (None, team_id) if team_id else True
        member = ours and not any(answer.get(flag) for flag in excluded)
        return cls(str(answer["id"]), bool(member), str(answer.get("profile", {}).get("email") or ""))


def known(session: Session, agency: Agency, slack_user_id: str, now: datetime) -> tuple[bool, Person | None]:
    """(whether this is known freshly enough, the staff member or None where refused).

    `agency` is the roster as this session sees it.
    """
    found = session.connection().execute(_STANDING, {"user": slack_user_id}).first()
    if found is None or now - found.checked_at >= FRESH or now < found.checked_at:
        return False, None
    member = agency.staff.get(found.staff_id or "") if found.member else None
    return True, person_of(member) if member else None


def note_standing(session: Session, user: SlackUser, now: datetime) -> Person | None:
    """Remember what Slack said; the staff member behind the user, None where there is none to speak with.

    Whose account was closed is remembered too: what waits for that person must go to somebody else.
    """
    found = staff_by_slack_user(session, user.id, user.email or None)
    standing = {"staff_id": found.id if found else None, "member": user.member, "checked_at": now}
    # Two first messages of one person may come at the same moment.
    statement = insert_into(session, SlackStanding).values(slack_user_id=user.id, **standing)
    session.execute(statement.on_conflict_do_update(index_elements=["slack_user_id"], set_=standing))
    return found if user.member else None
