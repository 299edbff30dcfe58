"""Members of staff only; everybody else gets one polite sentence, and nothing of theirs is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from playground.people import Person
from storage.models import InboxItem, Note, SlackStanding
from tests.conversations.office import Office

POLITE = "Sorry, I can only help staff of this agency"


def nothing_kept(office: Office) -> bool:
    """Of what somebody said nothing is left: no note, no payload."""
    with office.db.reading() as session:
        payloads = [item.payload for item in session.scalars(select(InboxItem))]
        return session.scalar(select(func.count()).select_from(Note)) == 0 and not any(payloads)


@pytest.mark.parametrize("outsider", ["U0OUTSIDE1", "U0OUTSIDE2", "U0OUTSIDE4"])
def test_outsiders_get_one_polite_sentence(office: Office, outsider: str) -> None:
    stranger = office.someone(outsider)
    stranger.says("saw Maya Okafor today at 4pm at the foster home")
    stranger.waits_for(POLITE)
    assert office.demo.workspace.wait_until(lambda: nothing_kept(office))
    assert stranger.reads().count("Fieldnote:") == 1


def test_a_deactivated_member_leaves_no_trace(office: Office) -> None:
    """Slack lets nobody write to them any more; what still arrives from them is dropped."""
    office.someone("U0OUTSIDE3").says("saw Maya Okafor today at 4pm at the foster home")
    office.dana.says("help")
    office.dana.waits_for("What I can do")
    assert office.demo.workspace.wait_until(lambda: nothing_kept(office))


def test_somebody_who_leaves_is_known_no_longer(office: Office) -> None:
    office.dana.says("help")
    office.dana.waits_for("What I can do")
    workspace = office.demo.workspace
    workspace.add(replace(workspace.person("U0DANA"), is_guest=True))
    assert workspace.wait_until(lambda: not member(office, "U0DANA")), "user_change is heard at once"
    office.dana.says("number for Tobi's foster mother")
    office.dana.waits_for(POLITE)


def member(office: Office, user: str) -> bool:
    with office.db.reading() as session:
        standing = session.get(SlackStanding, user)
        return bool(standing and standing.member)


def test_staff_without_a_slack_id_are_known_by_their_e_mail(office: Office) -> None:
    office.demo.workspace.add(Person("U0NOOR", "Noor Haddad", email="NOOR@office.example"))
    noor = office.someone("U0NOOR")
    noor.says("help")
    noor.waits_for("What I can do")
