"""Who somebody in Slack is to the agency; whoever is not plainly a member of the team is nobody."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.services.staff import FRESH, SlackUser, known, note_standing
from bot.understand.agency import Agency
from storage.queries.roster import agency_roster
from tests.services.small_office import DANA, NOOR, SmallOffice

TEAM = "T1"


def user(**said: Any) -> SlackUser:
    return SlackUser.of({"id": "U0DANA", "team_id": TEAM, "profile": {"email": "x@y.example"}} | said, TEAM)


def roster_in(session: Session) -> Agency:
    return Agency.of(agency_roster(session))


@pytest.mark.parametrize(
    "said",
    [
        {"deleted": True}, {"is_bot": True}, {"is_restricted": True}, {"is_ultra_restricted": True},
        {"is_stranger": True}, {"team_id": "T2"},
    ],
)  # fmt: skip
def test_guests_strangers_bots_and_the_deactivated_are_nobody(
    office: SmallOffice, said: dict[str, Any]
) -> None:
    with office.db.begin() as session:
        assert note_standing(session, user(**said), office.now) is None
    with office.db.reading() as session:
        assert known(session, roster_in(session), "U0DANA", office.now) == (True, None)


def test_a_member_is_known_for_five_minutes(office: SmallOffice) -> None:
    with office.db.begin() as session:
        found = note_standing(session, user(), office.now)
    assert found is not None
    assert found.id == DANA
    with office.db.reading() as session:
        assert known(session, roster_in(session), "U0DANA", office.now + FRESH - timedelta(seconds=1)) == (
            True,
            found,
        )
        assert known(session, roster_in(session), "U0DANA", office.now + FRESH) == (False, None)
        assert known(session, roster_in(session), "U0DANA", office.now - timedelta(seconds=1)) == (
            False,
            None,
        )
        assert known(session, roster_in(session), "U0NOBODY", office.now) == (False, None)


def test_without_a_slack_id_the_email_says_who(office: SmallOffice) -> None:
    somebody = user(id="U0NOOR", profile={"email": "Noor@office.example "})
    with office.db.begin() as session:
        found = note_standing(session, somebody, office.now)
    assert found is not None
    assert found.id == NOOR


def test_the_first_two_messages_at_once(office: SmallOffice) -> None:
    start, failed = threading.Barrier(4), []

    def asks() -> None:
        start.wait()
        try:
            with office.db.begin() as session:
                note_standing(session, user(), office.now)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
            failed.append(repr(error))

    threads = [threading.Thread(target=asks) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
