"""Reads of the agency: all of it for the program's own index of names, or the one who is asking."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import types
from storage.models import RosterStamp, Staff
from storage.queries.people import as_person
from storage.queries.roster_reader import RosterReader
from storage.records import Person

_STAMP = select(RosterStamp.number)


def roster_stamp(session: Session) -> int:
    """A number that grows with every change of the roster; 0 before the first import."""
    return session.connection().execute(_STAMP).scalar() or 0


def staff_by_slack_user(session: Session, slack_user_id: str, email: str | None = None) -> Person | None:
    """Who on staff a Slack user is: by id, else by the e-mail Slack has, among staff without a Slack id.

    None where nobody is, and where an e-mail fits two: better nobody than the wrong one.
    """
    row = session.scalar(select(Staff).where(Staff.slack_user_id == slack_user_id))
    if row is None and email:
        unlinked = session.scalars(select(Staff).where(Staff.slack_user_id.is_(None)))
        fitting = [other for other in unlinked if other.email.casefold() == email.strip().casefold()]
        row = fitting[0] if len(fitting) == 1 else None
    return as_person(row) if row else None


def agency_roster(session: Session) -> types.Roster:
    """The whole agency as it stands, for the program's indexes; never shown to a person as it is.

    Shifts are the effective ones (swaps counted); leave that was taken back is left out.
    """
    return RosterReader().read(session)
