"""An emergency of which no contact is told: the child's, no meeting, no types, the day as said."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from storage.types import Method
from tests.understand.agencies import LAKEBRIDGE, SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)


def reading(agency: Agency, staff: str, text: str) -> Reading:
    return read(agency, staff_id=staff, text=text, sent_at=SENT, tz=TZ)


@pytest.mark.parametrize(
    ("agency", "staff", "text", "child"),
    [
        (
            SAMPLE,
            "S017",
            "CRISIS. Emmanuel Nunez missing from school since 2pm today, sister saw him leave w unknown man",
            "P0006",
        ),
        (
            SAMPLE,
            "S005",
            "CRISIS Hope Hall awol from Bridgeview since 1pm today, a classmate saw her get in a car",
            "P0005",
        ),
        (
            SAMPLE,
            "S005",
            "EMERGENCY Will ran from linden house at 3pm today, peer saw him climb the fence",
            "P0004",
        ),
        (
            SAMPLE,
            "S005",
            "crisis: Hope desaparecida de la escuela desde las 2pm de hoy, su prima la vio irse con un hombre",
            "P0005",
        ),
        (
            LAKEBRIDGE,
            "T05",
            "CRISIS River missing from school since 2pm today, neighbor saw him getting in a van",
            "a32",
        ),
    ],
)
def test_no_meeting_is_invented_and_the_day_not_asked(agency: Agency, staff: str, text: str, child: str):
    got = reading(agency, staff, text)
    (item,) = got.contacts
    assert got.intent is Intent.LOG_CRISIS
    assert (item.children, item.types, item.method, item.place) == ((child,), (), None, None)
    assert item.on == date(2026, 11, 9)
    assert "date" not in got.ask


def test_the_worker_who_is_there_has_met_the_child():
    (item,) = reading(SAMPLE, "S005", "CRISIS Hope at the ER since 2pm today, I am here with her").contacts
    assert item.method is Method.IN_PERSON


def test_a_caller_is_still_a_contact():
    text = "CRISIS. Maya Rivera missing since yesterday, Ms Thompson called me at 4pm today"
    (item,) = reading(SAMPLE, "S005", text).contacts
    assert (item.method, item.people) == (Method.PHONE, ("K0003",))


def test_an_emergency_since_yesterday_is_not_put_on_today():
    got = reading(SAMPLE, "S005", "CRISIS. Hope Hall missing since last night")
    assert got.contacts[0].on != date(2026, 11, 9)
