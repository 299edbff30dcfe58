"""What somebody else is to hear or to do: nothing of it has happened, and no note is made of it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from bot.understand.wants.asking import asks_to_remind
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
EVENING = datetime(2026, 11, 17, 19, 40, tzinfo=TZ)


def intent(text: str, staff: str = "S017") -> Intent:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=EVENING, tz=TZ).intent


@pytest.mark.parametrize(
    "text",
    [
        "tell keisha malik needs a dr appt today",
        "pls let keisha know malik had a fever",
        "make sure marisol calls her by 9",
        "can someone tell keisha to call ms fields",
        "ask keisha to call stacy fields in the morning",
        "have wanda call ms fields at 9",
        "get keisha to set up a dr appt for malik",
        "keisha needs to get malik to the doctor today",
        "pass it on to keisha: malik is out of inhalers",
        "dile a keisha que malik tiene fiebre",
        "asegurate que marisol la llame antes de las 9",
    ],
)
def test_words_for_a_colleague_are_no_contact(text: str) -> None:
    assert intent(text) is Intent.HELP
    assert asks_to_remind(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("told ms fields to keep malik home, 6:30 pm by phone", Intent.LOG_CONTACT),
        ("tell keisha i saw malik today at 4 at ms fields', he was fine", Intent.LOG_CONTACT),
        ("made sure malik was ok at 4pm at ms fields", Intent.LOG_CONTACT),
        ("tell keisha malik is missing", Intent.LOG_CRISIS),
        ("tell me who is on call", Intent.LOOKUP_ONCALL),
        ("can you tell me malik's address", Intent.LOOKUP),
        ("remind me what's due", Intent.LIST_DUE),
    ],
)
def test_what_happened_and_what_is_asked_stay_so(text: str, wanted: Intent) -> None:
    assert intent(text) is wanted


def test_a_hearing_to_come_about_an_order_of_protection_is_a_plan_alone() -> None:
    for text in (
        "mañana a las tres voy a la corte por la orden de protección de los santos",
        "tomorrow at 3 i have court for the santos order of protection",
    ):
        found = read(SAMPLE, staff_id="S007", text=text, sent_at=EVENING, tz=TZ)
        assert (found.intent, [q.slot for q in found.questions]) == (Intent.PLAN_VISIT, [])
