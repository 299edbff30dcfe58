"""What a reviewer says of notes that wait; and what is said of anything else."""

from __future__ import annotations

import pytest

from bot.understand.office.about_notes import Wish, may_be_about_notes, wish_of

WAITING = frozenset(
    {"hope", "will", "hall", "jaylen", "rodriguez", "marisol", "vega", "tanisha", "campbell", "maya"}
)
STAFF = frozenset({"tanisha", "brown", "marisol", "vega", "kevin"})


def heard(text: str, waiting: frozenset[str] = WAITING) -> tuple[Wish, str] | None:
    found = wish_of(text, waiting=waiting, staff=STAFF)
    assert found is None or may_be_about_notes(text)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "looks good approve hope",
        "approve both halls",
        "marisols is fine too",
        "ok approve will's and hope's",
        "Jaylen's looks good, approve it",
        "hope and will are both good",
        "please return campbell",
        "approve marisol's notes",
        "send will's back",
        "return will - needs the time",
        "hope's good to go",
        "jaylen's is missing the foster parent talk, send it back",
    ],
)
def test_a_decision(text: str) -> None:
    assert heard(text) == (Wish.DECIDE, "")
    assert heard(text, frozenset()) is None


@pytest.mark.parametrize(
    "text",
    [
        "will's - did staff say anything about the meds?",
        "the campbell one - tell her I need what she actually told the mom",
        "re hope: was she alone?",
        "jaylen's note, she needs the time",
        "question on will's: was staff present",
        "how long has will's been sitting",
    ],
)
def test_a_question_on_a_note(text: str) -> None:
    assert heard(text) == (Wish.ASK, "")


@pytest.mark.parametrize(
    ("text", "wish", "who"),
    [
        ("ask marisol did Jaylen say anything about wanting to see his mother", Wish.TELL, "marisol"),
        ("tell her thanks, looks good now", Wish.TELL, ""),
        ("can you tell tanisha I need the address", Wish.TELL, "tanisha"),
        ("let kevin know court moved", Wish.TELL, "kevin"),
        ("did tanisha get it", Wish.GOT, "tanisha"),
        ("has she fixed it yet?", Wish.GOT, ""),
        ("did marisol see my comments", Wish.GOT, "marisol"),
    ],
)
def test_a_wish(text: str, wish: Wish, who: str) -> None:
    assert heard(text) == (wish, who)


@pytest.mark.parametrize(
    "text",
    [
        "saw hope at school 3pm, she is fine",
        "hope is good with ms pettway, saw her at 4",
        "hope - saw her at school 3pm",
        "will did well at the visit 3pm",
        "maya looks good, met her at the agency 2pm",
        "did tanisha get the flu",
        "ms pettway told me hope is fine",
        "approve the budget",
        "ask mom about the meds",
        "looks good",
    ],
)
def test_anything_else(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("did tanisha answer", "tanisha"),
        ("did she fix will", ""),
        ("what did tanisha answer on hope", "tanisha"),
        ("what did tanisha answer on ana", "tanisha"),
        ("tanishas returned notes still open?", "tanisha"),
        ("has kevin responded to my question on will", "kevin"),
        ("ya contesto tanisha", "tanisha"),
    ],
)
def test_whether_somebody_answered_without_an_it(text: str, who: str) -> None:
    assert heard(text) == (Wish.GOT, who)


@pytest.mark.parametrize(
    "text", ["did mom answer", "did tanisha answer the phone at the ftm", "did she fix the heat"]
)
def test_whether_somebody_answered_something_else(text: str) -> None:
    assert heard(text) is None
