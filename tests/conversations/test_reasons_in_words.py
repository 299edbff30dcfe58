"""The reason for a look-up typed instead of tapped; whom a look-up means while a crisis goes on."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office
from tests.conversations.test_a_crisis_goes_on import SAID, calls


@pytest.mark.parametrize("text", ["crisis call", "medical"])
def test_a_reason_may_be_typed(sqlite_office: Office, text: str) -> None:
    office = sqlite_office
    office.robin.says("number for Tobi's foster mother")
    office.robin.waits_for("Why?")
    office.robin.says(text)
    office.robin.waits_for("718-555-0102")
    assert calls(office) == []


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
