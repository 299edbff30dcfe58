"""Questions to the bot before or behind what is told; and sentences at its edges that ask the bot nothing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from bot.understand.wants.asked_beside import asked_beside, asks_in_vain, for_the_record
from tests.understand.agencies import SAMPLE

_NEW_YORK = ZoneInfo("America/New_York")


def read_so(text: str) -> Reading:
    sent = datetime(2026, 11, 17, 18, 0, tzinfo=_NEW_YORK)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=_NEW_YORK)


ASKED = [
    ("Met Laila today at 3. What's her lawyer's number again?", "What's her lawyer's number again?"),
    ("saw owen 4pm at ms daleys. whos on call tonight", "whos on call tonight"),
    ("called alan's school at 2, no answer\nwhats the principals name", "whats the principals name"),
    (
        "vi a Laila hoy a las 2. cual es el numero de su abogado? gracias",
        "cual es el numero de su abogado?",
    ),
    ("seeing winnie thursday at 10. whats ms huangs address", "whats ms huangs address"),
    ("talked to ms edwards by phone at 910 re alan, 6 min. btw whos on tonight?", "btw whos on tonight?"),
    ("visit hope 1pm at school 20 min how many visits do i have left", "how many visits do i have left"),
    ("saw winnie at 2, 30 min. when did i last see her before that", "when did i last see her before that"),
    ("saw Alan at 4pm at Ms. Edwards, and what do I have overdue", "and what do I have overdue"),
    ("Who's on call Saturday? Also, I saw Hope at 1pm at school.", "Who's on call Saturday?"),
    ("who is on call tonight also visited alan 3pm at ms edwards 20 min", "who is on call tonight"),
    ("what do i have tmrw? called ms pettway 915 re hope, 10 min", "what do i have tmrw?"),
    ("llame a la sra edwards a las 9, 5 min, y quien es el abogado de alan", "y quien es el abogado de alan"),
    ("quien esta de guardia hoy y vi a hope a las 3 en la escuela 20 min", "quien esta de guardia hoy"),
]


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_a_note_is_made_and_the_question_heard(text: str, asked: str) -> None:
    beside = asked_beside(text)
    assert beside is not None
    assert beside.questions == (asked,)
    assert len(beside.told) == len(text)
    reading = read_so(text)
    assert reading.intent in {Intent.LOG_CONTACT, Intent.PLAN_VISIT}
    assert len(reading.contacts) == 1
    assert reading.contacts[0].children


@pytest.mark.parametrize(
    "text",
    [
        "whats ms huangs address",
        "saw hope at 2. she asked when she can go home?",
        "mom asked who is on call. saw alan 3pm at ms edwards 20 min",
        "Saw Owen at 4 today. Ms Daley told me who the new doctor is.",
        "visit with hope 3pm. all good?",
        "saw alan 4pm, 20 min. any new meds? none",
        "saw alan at 4. How he got the number wrong at 3:15 is a mystery",
        "saw alan at 4 with kevin who is his brother",
    ],
)
def test_nothing_is_asked_of_the_bot(text: str) -> None:
    assert asked_beside(text) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hey. whats the number for alans school", Intent.LOOKUP),
        ("on my way to ms edwards, whats the address", Intent.LOOKUP),
        ("alan has a fever, whats the doctors number", Intent.LOOKUP),
        ("the front desk wants it. who is on call this weekend?", Intent.LOOKUP_ONCALL),
        ("back today. what do i have due?", Intent.LIST_DUE),
    ],
)
def test_a_reason_for_asking_is_no_note(text: str, intent: Intent) -> None:
    assert read_so(text).intent is intent


def test_a_note_keeps_what_was_asked_of_others() -> None:
    told = "72-hour conference for Hope today 11 to 12. Who is doing the diligent search?"
    assert for_the_record(told) == told
    assert for_the_record("saw Hope at 2pm. whos on call tonight").strip() == "saw Hope at 2pm."


def test_what_has_no_answer_is_known() -> None:
    asked = "saw owen 3pm at ms daleys 20 min. can i get reimbursed for the bus?"
    assert asks_in_vain(asked) == "can i get reimbursed for the bus?"
    assert read_so(asked).intent is Intent.LOG_CONTACT
    assert asks_in_vain("saw owen at 3pm. he asked: can i stay here?") is None
