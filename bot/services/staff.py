"""Who somebody in Slack is to the agency, and whether Fieldnote may speak with them at all.

Members of the installing team only: guests, strangers of shared channels, bots and deactivated users are
refused, as is whoever is not on staff; checked against Slack at most every five minutes (RELIABILITY).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from storage.models import SlackStanding, Staff
from storage.queries.people import as_person
from storage.queries.roster import staff_by_slack_user
from storage.records import Person
from storage.upserts import insert_into

FRESH = timedelta(minutes=5)


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


def known(session: Session, slack_user_id: str, now: datetime) -> tuple[bool, Person | None]:
    """(whether this is known freshly enough, the staff member or None where refused)."""
    standing = session.get(SlackStanding, slack_user_id)
    if standing is None or now - standing.checked_at >= FRESH or now < standing.checked_at:
        return False, None
    row = session.get(Staff, standing.staff_id) if standing.staff_id and standing.member else None
    return True, as_person(row) if row else None


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
