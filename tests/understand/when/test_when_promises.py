"""What holds for any text: no time out of nothing, no exception, no runaway, no date moved."""

from __future__ import annotations

import string
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand.parts import Intent, Tense
from bot.understand.when import combine, events, find, period

NEW_YORK = ZoneInfo("America/New_York")
SENT = st.datetimes(datetime(2025, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
TIMELESS = """
    saw maya and her brother at the foster home doing well room clean no concerns school going fine
    fm reports he eats good therapist happy grandma came with food spoke with aunt about visits la
    niña está bien en casa con abuela hablé sobre escuela todo tranquilo kids playing outside dog
    barks may help march band will smith
"""
PIECES = """
    today yesterday at 4 5 pm to 3:30 from half past ten tuesday 11/9 . , - no wait may 12 20 min
    hour an ago the 14th dic y media a las ~ : ! ² ٣ İ ß 𝟛 ½ <@U1> :x: 1545 2026-11-31 & &amp;
    quarter last next until since week noon midnight mañana treinta § ¤ ¦ same time 2/29 31 june
"""
TALK = st.lists(st.sampled_from(TIMELESS.split()), max_size=30).map(" ".join)
SCRAPS = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=30).map(" ".join)


@given(TALK, SENT)
def test_a_text_without_a_time_gives_none(text, sent):
    for tense in Tense:
        assert find(text, sent_at=sent, tz=NEW_YORK, tense=tense) == []


@given(st.text(max_size=200) | SCRAPS, SENT, st.booleans())
@settings(max_examples=400, deadline=None)
def test_any_text_goes_in_and_no_exception_comes_out(text, sent, voice):
    for tense in Tense:
        for mention in find(text, sent_at=sent, tz=NEW_YORK, tense=tense, voice=voice, mask=[(0, 3)]):
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert mention.starts_at is None or mention.starts_at.date() == mention.on
    for intent in (Intent.LOOKUP_ONCALL, Intent.PLAN_LEAVE, Intent.REPORT):
        found = period(text, sent_at=sent, tz=NEW_YORK, intent=intent)
        assert found is None or found.at or (found.first and found.last and found.first <= found.last)


@given(SCRAPS, SENT)
@settings(max_examples=300, deadline=None)
def test_an_event_in_a_log_is_never_after_its_sending(text, sent):
    for mention in find(text, sent_at=sent, tz=NEW_YORK, tense=Tense.PAST):
        if mention.role == "event" and mention.starts_at:
            assert mention.starts_at <= sent.astimezone(NEW_YORK)


NUMBERS = st.sampled_from(
    """apt 4|12 yo|$150|PS 822|grade 7|3 miles|555-0142|#4471|2 bedrooms|102 fever|98 lbs|room 315|5 ml
    62 to an 85|case 20-1445|1200 Fulton St|Part 12|B46|6 mos|4 of 5 stars""".replace("\n    ", "|").split(
        "|"
    )
)


@given(st.dates(date(2026, 1, 1), date(2026, 11, 30)), st.integers(8, 17), NUMBERS, NUMBERS)
@settings(deadline=None)
def test_a_date_that_is_said_is_never_moved_by_another_number(day, hour, first, second):
    sent = datetime(2026, 12, 1, 20, tzinfo=NEW_YORK)
    text = f"{first}: saw him {day.month}/{day.day}/26 at {hour}:05, {second}"
    times = [combine(group) for group in events(find(text, sent_at=sent, tz=NEW_YORK, tense=Tense.PAST))]
    assert [(t.on, t.starts_at and t.starts_at.hour) for t in times] == [(day, hour)]


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.integers(0, 6), st.booleans())
def test_a_bare_weekday_is_the_latest_or_the_next_and_never_the_day_itself(sent_on, weekday, ahead):
    name = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")[weekday]
    sent = datetime(sent_on.year, sent_on.month, sent_on.day, 12, tzinfo=NEW_YORK)
    (mention,) = find(f"visit {name}", sent_at=sent, tz=NEW_YORK, tense=Tense.FUTURE if ahead else Tense.PAST)
    away = (mention.on - sent_on) if ahead else (sent_on - mention.on)
    assert mention.on.weekday() == weekday
    assert timedelta(days=1) <= away <= timedelta(days=7)


RUNAWAYS = (
    "1|at 4|quarter past|1 to|11/9|may|tuesday, no,|today at 4,|4:30 and|1 hour|12 of|next week|"
    "of the|y media|visited maya at home,|he ran at 3|called the|cancel 4|just called|saw her sat|this fri|instead"
)


@pytest.mark.parametrize(
    "piece",
    [*string.punctuation, *(f"{p} " for p in RUNAWAYS.split("|")), "1:", "::a", "a"],
)
def test_four_thousand_characters_do_not_run_away(piece):
    """50 ms on an idle machine; the bound is this thread's processor time, with room for a slow machine."""
    text = (piece * 4000)[:4000]
    begun = time.thread_time()
    find(text, sent_at=datetime(2026, 11, 9, tzinfo=UTC), tz=NEW_YORK, tense=Tense.PAST)
    assert time.thread_time() - begun < 2
    begun = time.thread_time()
    period(text, sent_at=datetime(2026, 11, 9, tzinfo=UTC), tz=NEW_YORK, intent=Intent.LOOKUP_ONCALL)
    assert time.thread_time() - begun < 2
