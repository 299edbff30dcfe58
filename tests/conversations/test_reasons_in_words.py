"""The reason for a look-up typed instead of tapped; whom a look-up means while a crisis goes on."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from storage.models import InboxItem
from tests.conversations.office import Office
from tests.conversations.test_a_crisis_goes_on import SAID, calls


@pytest.mark.parametrize("text", ["crisis call", "medical"])
def test_a_reason_may_be_typed(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    office.robin.says("number for Tobi's foster mother")
    office.robin.waits_for("Why?")
    office.robin.says(text)
    office.robin.waits_for("718-555-0102")
    office.robin.waits_for("Reason: ")
    assert not office.robin.sees("Why?")
    assert calls(office) == []


def test_a_typed_reason_worked_twice_raises_no_alarm(sqlite_office: Office) -> None:
    """The process died between the answer and the inbox's tick: the same event comes again."""
    office = sqlite_office
    office.robin.says("number for Tobi's foster mother")
    office.robin.waits_for("Why?")
    office.robin.says("crisis call")
    office.robin.waits_for("Reason: ")
    workspace = office.demo.workspace
    said = next(e for e in workspace.deliveries.sent if "crisis call" in e.raw)
    assert workspace.settled()
    with office.db.begin() as session:
        session.execute(delete(InboxItem))
    workspace.deliver_again(said)
    assert workspace.settled()
    assert calls(office) == []
    assert not office.robin.sees("could make nothing")


def test_without_the_question_it_is_none(sqlite_office: Office) -> None:
    office = sqlite_office
    office.robin.says("medical")
    office.robin.waits_for("could make nothing")
    office.robin.says("crisis call")
    office.robin.waits_for("Call by hand now")


def test_of_two_mayas_a_question_means_the_one_of_the_crisis(sqlite_office: Office) -> None:
    office = sqlite_office
    office.robin.says(SAID)
    office.robin.waits_for("Call by hand now")
    office.robin.says("does Maya have any allergies")
    office.robin.waits_for("Why?")
    assert not office.robin.sees("Lindgren")
    office.robin.says("its for the crisis call")
    office.robin.waits_for("Peanut allergy")
