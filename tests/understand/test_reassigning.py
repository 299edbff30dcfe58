"""A case is to have another worker, as it is said; and what goes to somebody otherwise."""

from __future__ import annotations

import pytest

from bot.understand.office.reassigning import reassigns
from tests.understand.agencies import SAMPLE


@pytest.mark.parametrize(
    "text",
    [
        "reassign campbell to marisol",
        "give rivera to kevin",
        "put rivera on kevin's caseload",
        "can kevin take the rivera case",
        "move hall kids to marisol starting monday",
        "can you move the Hall case to Jean-Marc Toussaint",
        "transfer the riveras to kevin",
        "please hand over Campbell's case to vega",
        "assign Maya Campbell to Kevin O'Rourke",
    ],
)
def test_a_case_is_to_go_to_somebody(text: str) -> None:
    assert reassigns(SAMPLE, "S002", text)


@pytest.mark.parametrize(
    "text",
    [
        "gave maya's meds to kevin",
        "move the rivera visit to wed",
        "move the rivera visit to kevin",
        "give mom my number",
        "kevin took the rivera kids to court",
        "can kevin take hope to the dentist",
        "give hope to ms pettway",
        "transferred campbell to marisol today at 3pm",
        "took Hope to Kevin's game",
    ],
)
def test_something_else(text: str) -> None:
    assert not reassigns(SAMPLE, "S002", text)
