"""Why a note came back, as its author asks; and what asks of something else."""

from __future__ import annotations

import pytest

from bot.understand.office.why_returned import asks_why_returned, names_in, says_note


@pytest.mark.parametrize(
    "text",
    [
        "why did campbell come back",
        "why did patricia send the campbell note back",
        "why was campbell returned",
        "how come my note got sent back?",
        "so why is the okafor one back",
        "why wasn't my note approved",
        "whats wrong with my campbell note",
        "por que me devolvieron la nota",
    ],
)
def test_why_it_came_back(text: str) -> None:
    assert asks_why_returned(text)


@pytest.mark.parametrize(
    "text",
    [
        "why is maya sad",
        "mom asked why visits were cut back, she is upset",
        "saw maya, asked why she came home late",
        "campbell came back from mom's at 5",
        "why was the visit cancelled",
        "whats wrong with maya",
    ],
)
def test_what_asks_of_no_note(text: str) -> None:
    assert not asks_why_returned(text)


def test_whose_note_it_is() -> None:
    assert names_in("why did Campbell's come back", {"campbell", "maya"}) == {"campbell"}
    assert not says_note("why did maya come back")
    assert says_note("why was it sent back")
