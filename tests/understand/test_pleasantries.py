"""Wishes and goodbyes with a day in them: they date no note and plan no visit."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from bot.understand.wants.pleasantries import greets_with_a_day
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ


@pytest.mark.parametrize(
    "text",
    [
        "happy friday everyone",
        "Good morning everybody, happy Tuesday!",
        "see you all monday",
        "thanks talk tomorrow",
        "feliz viernes a todos",
        "nos vemos el lunes",
        "have a blessed weekend all",
        "TGIF!!",
        "ok hasta mañana, gracias",
    ],
)
def test_a_day_wished_is_no_date(text: str):
    assert greets_with_a_day(text)
    assert read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent is Intent.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "friday",
        "monday",
        "it was friday",
        "happy visit with Hope friday",
        "see you monday at 4 with Maya",
        "talk to mom tomorrow",
        "until monday",
        "i'll see Hope monday",
    ],
)
def test_a_day_that_answers_or_plans_stays_one(text: str):
    assert not greets_with_a_day(text)
