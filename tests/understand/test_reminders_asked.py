"""Who asks to be reminded tells of what is still to be done, and of nothing that was."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("send me a reminder to call hope friday", date(2026, 11, 20)),
        ("set me a reminder for friday to see owen", date(2026, 11, 20)),
        ("remember to see micah thursday", date(2026, 11, 19)),
        ("note to self call hope friday", date(2026, 11, 20)),
        ("recuerdame llamar a Hope el viernes", date(2026, 11, 20)),
        ("ponme un recordatorio para llamar a la sra Fermin mañana", date(2026, 11, 18)),
        ("can you remind me friday to call ms daley", date(2026, 11, 20)),
    ],
)
def test_a_reminder_lies_ahead(text: str, on: date):
    (event,) = read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).contacts
    assert (event.outcome, event.on) == (Outcome.PLANNED, on)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("remind me who hopes lawyer is", "lookup"),
        ("can you remind me what ms daleys number is", "lookup"),
        ("i remember she told me at 3 today that Hope was sick", "log_contact"),
        ("reminder call went out to ms daley today at 3", "log_contact"),
        ("Remind Kevin to call Hope friday", "help"),
        ("gimme ms pettways addy", "lookup"),
        ("whats the name of the lady at hopes school", "lookup"),
        ("back-up for tonight pls", "lookup_oncall"),
        ("who do i bug over thanksgiving break if something pops off", "lookup_oncall"),
        ("i got a court thing for my nephew fri so im taking the day", "plan_leave"),
    ],
)
def test_others_are_what_they_say(text: str, intent: str):
    assert read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent.value == intent
