"""A voicemail box, an absent pupil, a visit that was only meant: never read as held."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def only(text: str) -> Item:
    reading = read(SAMPLE, staff_id="S007", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)
    (item,) = reading.contacts
    return item


def hour(item: Item) -> str:
    return f"{item.starts_at:%m-%d %H:%M}" if item.starts_at else f"{item.on:%m-%d}"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("called Ms Polanco yesterday at 2:00 vm", "11-16 14:00"),
        ("called Ms Polanco on Wednesday 1615 vm", "11-11 16:15"),
        ("called Ms Polanco 1:00p 11/9 vm\nAngel fell off his bike on Sunday", "11-09 13:00"),
        ("tc ms polanco 3p today, voicemail", "11-17 15:00"),
        ("rang Ms Polanco 2:00p on the 12th and got her voicemail", "11-12 14:00"),
        ("he reads at level 7 and rang ms polanco today @ 9 am and got her voicemail", "11-17 09:00"),
        ("went to see Angel at school mon 11/16 around 9:30 AM, he was absent", "11-16 09:30"),
        ("Went to see Angel at school sat 1415, he was absent.", "11-14 14:15"),
        ("sat at 11:45am i stopped at ms polanco's and she wasn't there", "11-14 11:45"),
        ("knocked at Ms Polanco's thurs at four thirty, nobody came", "11-12 16:30"),
        ("Tienen corte el 18 de diciembre. Hoy a las 3 llamé a la Sra Polanco y no contestó.", "11-17 15:00"),
    ],
)
def test_nobody_was_met(text: str, when: str):
    item = only(text)
    assert (item.outcome, hour(item)) == (Outcome.ATTEMPTED, when)


@pytest.mark.parametrize(
    "text",
    [
        "Saw Angel at Ms Polanco's today at 3. He was absent from school on Monday.",
        "Spoke with Ms Jimenez at PS 845 today at 3 about Angel, who was absent so I did not see him.",
        "Ms Polanco texted me today at 3 that Angel no fue a la escuela hoy",
        "called Ms Polanco today at 3, she says the doctor left her a voicemail",
        "listened to her voicemail and called Ms Polanco back today at 3, we talked 10 min",
    ],
)
def test_somebody_was_met_after_all(text: str):
    item = only(text)
    assert (item.outcome, hour(item)) == (Outcome.COMPLETED, "11-17 15:00")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("was supposed to see Luz 11/9 @ 2 pm but she had the flu so it was cancelled", "11-09 14:00"),
        ("I was supposed to see Luz Friday at 2 but Ms Polanco cancelled", "11-13 14:00"),
        ("next court 12/18 and mom cancelled the visit with Angel weds @ 11 am", "11-11 11:00"),
    ],
)
def test_what_was_called_off_was_called_off_on_its_day(text: str, when: str):
    item = only(text)
    assert (item.outcome, hour(item)) == (Outcome.CANCELLED, when)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("mon at 1:00 saw Angel at Ms Polanco's", "11-16 13:00"),
        ("11/9 call with Ms Polanco at 3", "11-09 15:00"),
        ("she owes 300. called Ms Polanco today at 4", "11-17 16:00"),
        ("class 2-304. saw Angel at school today at 10", "11-17 10:00"),
        ("saw Angel at PS 845 two days ago @10:00am for 20 min", "11-15 10:00"),
        ("saw the kids at Ms Polanco's at quarter to three nov 9", "11-09 14:45"),
        ("Mom told Angel on Sunday she moved and at 1:15 p.m. yesterday I visited Ms Polanco", "11-16 13:15"),
        ("el doctor la vio el 28 de octubre, el jueves pasado a las 3pm visité a Angel", "11-12 15:00"),
        ("their last visit with mom was 11/6. called Ms Polanco today at 4", "11-17 16:00"),
        ("el jueves a las 9 tiene paseo, hoy a las 4 llamé a la Sra Polanco", "11-17 16:00"),
    ],
)
def test_days_and_numbers_beside_an_hour(text: str, when: str):
    assert hour(only(text)) == when


def test_a_weekday_is_no_doctor():
    assert "K0054" not in only("Mon at 1:00 visited Angel and Luz at Ms Polanco's").people
