"""Days off asked for, and what the sender's own family has to do with them: no visit, no alarm."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ


def asked(text: str) -> tuple[str, str]:
    """The intent and the days, month and day each."""
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ)
    days = reading.period
    return reading.intent.value, f"{days.first:%m-%d} {days.last:%m-%d}" if days and days.first else ""


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I'll be out Friday the 20th through Monday the 23rd, my niece is getting married", "11-20 11-23"),
        ("personal day tomorrow, my son has a game at school", "11-18 11-18"),
        ("vacation day friday, driving my mother to her brother's", "11-20 11-20"),
        ("I need Thursday off to go to court for my own divorce", "11-19 11-19"),
        ("i won't be here tomorrow, my dad is in the hospital", "11-18 11-18"),
        ("off monday my aunt died", "11-23 11-23"),
        ("out weds, mom's surgery", "11-18 11-18"),
        ("no vengo el jueves, mi hijo tiene cita con el doctor", "11-19 11-19"),
        ("no voy mañana, mi mamá está grave en el hospital", "11-18 11-18"),
        ("not coming in, my father passed away last night", ""),
    ],
)
def test_the_senders_own_family_is_why_she_is_off(text: str, days: str):
    assert asked(text) == ("plan_leave", days)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I'll be out to see Hope Friday at 4", Intent.PLAN_VISIT),
        ("out friday to see the kids at ms owens", Intent.PLAN_VISIT),
        ("I'm out sick. Hope called 911 last night", Intent.LOG_CRISIS),
        ("Hope's uncle died, I won't be in tomorrow", Intent.LOG_CRISIS),
        ("out tomorrow, one of my kids ran away from the group home", Intent.LOG_CRISIS),
        ('"my mom hits me" is what Mateo told me today at 3', Intent.SAFETY_CONCERN),
    ],
)
def test_what_befalls_a_case_stays_an_event(text: str, intent: Intent):
    assert asked(text)[0] == intent.value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I'm out the 25th and 26th", "11-25 11-26"),
        ("estaré fuera el 25 y el 26", "11-25 11-26"),
        ("need off the 24th + 25th", "11-24 11-25"),
        ("taking the 3rd, 4th and 5th off", "12-03 12-05"),
        ("I'll be out the 30th and 1st", "11-30 12-01"),
        ("pto the 20th for my daughter's graduation", "11-20 11-20"),
        ("off the 22nd thru the 24th off and on", "11-22 11-24"),
        ("on vacation from the 14th of December through to the 18th", "12-14 12-18"),
        ("off the week after Thanksgiving", "11-30 12-06"),
        ("vacaciones la semana antes de navidad", "12-14 12-20"),
    ],
)
def test_days_of_leave(text: str, days: str):
    assert asked(text) == ("plan_leave", days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("who is on call the 25th and 26th", "11-25 11-26"),
        ("who is on call the weekend after thanksgiving", "11-28 11-29"),
        ("who has the weekend before Christmas", "12-19 12-20"),
        ("quien esta de guardia el fin de semana despues de navidad", "12-26 12-27"),
        ("who's on call Thanksgiving weekend", "11-28 11-29"),
        ("who has christmas", "12-25 12-25"),
        ("on call the weekend of the 28th", "11-28 11-29"),
        ("who's on call the day after thanksgiving", "11-27 11-27"),
        ("who's on call this weekend", "11-21 11-22"),
    ],
)
def test_days_on_call(text: str, days: str):
    assert asked(text) == ("lookup_oncall", days)


@pytest.mark.parametrize(
    "text",
    ["on call right this minute?", "whos on call right this second", "oncall atm", "on call at this moment"],
)
def test_at_this_very_moment(text: str):
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ)
    assert reading.intent is Intent.LOOKUP_ONCALL
    assert reading.period is not None
    assert reading.period.at == TUESDAY
