"""The hour it is now, said with how long the visit was: the visit began that much earlier."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        (
            "just left Hope at Ms Pettway's it's about five thirty, I was there about forty minutes",
            "16:50",
            40,
        ),
        ("Saw Hope at Ms Pettway's. It's five thirty now and I was there for an hour", "16:30", 60),
        ("leaving hope at ms pettways, its 5:30 now, was there 40 min", "16:50", 40),
        ("acabo de ver a Hope donde Ms Pettway, son las cinco y media, estuve cuarenta minutos", "16:50", 40),
        ("saw Hope at Ms Pettway's today at 4:15, stayed 40 min", "16:15", 40),
        ("saw Hope at Ms Pettway's 5:15pm today, was there 10 min", "17:15", 10),
    ],
)
def test_the_present_hour_is_the_end(text: str, start: str, minutes: int):
    (item,) = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ, voice=True).contacts
    assert item.starts_at is not None
    assert (item.starts_at.strftime("%H:%M"), item.minutes) == (start, minutes)
