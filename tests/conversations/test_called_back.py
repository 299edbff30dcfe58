"""“She called me back”: the one who was tried before, marked as assumed; nobody where it may be two."""

from __future__ import annotations

import pytest

from tests.conversations.office import Office

TRIED = "tried calling Ms Stone today at 3 about Maya Okafor, no answer, left vm"


@pytest.mark.parametrize(
    "said",
    [
        "she called me back at 4:20, 10 min. she wants to move the visit",
        "called back at 4:20pm, she says all is well",
        "Me devolvió la llamada hoy a las 4:20, quiere cambiar la visita",
    ],
)
def test_whoever_was_tried_before_has_called_back(sqlite_office: Office, said: str) -> None:
    office = sqlite_office
    office.dana.says(TRIED)
    office.dana.waits_for("Attempted")
    office.dana.says(said)
    office.dana.waits_for("4:20 PM")
    card = office.dana.newest_card("4:20 PM")
    assert "Okafor case, K1" in card
    assert "Stone" in card
    assert "name assumed" in card
    assert "Which child?" not in card


def test_whoever_was_missed_at_the_door_has_called_back(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says("tried Ms Quist at her house today at 3, no one was there")
    office.dana.waits_for("Attempted")
    office.dana.says("She called me back at 4:40, wants more visits.")
    office.dana.waits_for("4:40 PM")
    card = office.dana.newest_card("4:40 PM")
    assert "Quist" in card
    assert "Phone · Completed" in card
    assert "Which child?" not in card


def test_after_two_attempts_it_is_asked(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says(TRIED)
    office.dana.waits_for("Attempted")
    office.dana.says("called Maya Lindgren's mom today 3:30pm, no answer")
    office.dana.waits_for("Lindgren case, K2")
    office.dana.says("she called me back at 4:20, 10 min. she wants to move the visit")
    office.dana.waits_for("4:20 PM")
    assert "Case not known yet" in office.dana.newest_card("4:20 PM")


def test_without_an_attempt_it_is_asked(sqlite_office: Office) -> None:
    office = sqlite_office
    office.dana.says("she called me back at 4:20, 10 min. she wants to move the visit")
    office.dana.waits_for("4:20 PM")
    assert "Case not known yet" in office.dana.newest_card("4:20 PM")
