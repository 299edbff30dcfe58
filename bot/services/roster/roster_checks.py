"""What the roster's files may not say though every single row is well formed."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.roster.roster_rows import chain_above
from bot.understand.roster_files import RosterError, RosterFiles
from storage.models import Staff

_STAFF = "staff.csv"


def check_people(session: Session, files: RosterFiles) -> None:
    """RosterError where a Slack user is two people, or somebody is above themselves."""
    _check_slack_users(session, files)
    above = {row.id: row.supervisor_id for row in files.roster.staff}
    for row in files.roster.staff:
        if row.id in (chain := chain_above(above, row.id)):
            circle = " → ".join([row.id, *chain[: chain.index(row.id) + 1]])
            raise _error(
                files, row.id, "supervisor_id", f"this makes somebody their own supervisor ({circle})"
            )


def _check_slack_users(session: Session, files: RosterFiles) -> None:
    listed = {row.id for row in files.roster.staff}
    stored = session.execute(select(Staff.slack_user_id, Staff.id).where(Staff.slack_user_id.is_not(None)))
    holders = {slack: staff_id for slack, staff_id in stored if staff_id not in listed}
    for row in files.roster.staff:
        holder = holders.setdefault(row.slack_user_id, row.id) if row.slack_user_id else row.id
        if holder != row.id:
            whose = f"“{row.slack_user_id}” belongs to {holder}"
            hint = "" if holder in listed else ", who is no longer in this file but stays on record"
            raise _error(files, row.id, "slack_user_id", whose + hint)


def _error(files: RosterFiles, staff_id: str, column: str, reason: str) -> RosterError:
    return RosterError(_STAFF, files.lines[_STAFF][(staff_id,)], column, reason)
