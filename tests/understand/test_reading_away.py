"""Who was kept from the event, who came to the phone, what was only meant: by the sentence, not the name."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.alarms import alarm_of
from bot.understand.names.absence import Words
from bot.understand.names.away import adult_away, child_gone
from bot.understand.parts import Reading
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")


def words(after: str, before: str = "") -> Words:
    return Words(before=before, after=after, own_after=after)


def reading(text: str) -> Reading:
    sent = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)
    return read(SAMPLE, staff_id="S007", text=text, sent_at=sent, tz=TZ)


@pytest.mark.parametrize(
    "after",
    [
        " upstairs asleep after her shift",
        " was on a work call the whole time",
        " estaba durmiendo arriba",
        " out at church",
        " in the shower the entire time",
        " has not been told yet",
        " skipped it.",
        " not produced",
        " sat in the lobby",
    ],
)
def test_an_adult_kept_from_the_event_took_no_part(after: str) -> None:
    assert adult_away(words(after))


@pytest.mark.parametrize(
    "after", [" was asleep but then came down and talked", " told me he eats", " was there"]
)
def test_an_adult_who_came_after_all_took_part(after: str) -> None:
    assert not adult_away(words(after))


def test_whoever_was_met_in_the_lobby_was_met() -> None:
    assert not adult_away(words(" in the lobby", before="met with "))


@pytest.mark.parametrize("after", [" was at wrestlng", " andaba en el futbol", " was still at her lesson"])
def test_a_child_at_something_was_gone(after: str) -> None:
    assert child_gone(words(after))


@pytest.mark.parametrize("after", [" was at the table", " was in his room", " estaba en la sala"])
def test_a_child_in_the_house_was_there(after: str) -> None:
    assert not child_gone(words(after))


def test_a_visit_only_meant_is_no_visit_held() -> None:
    found = reading(
        "I was supposed to see Angel today at 3 but Ms Polanco texted at 2 he is ill, so that's off"
    )
    first = found.contacts[0]
    assert (first.outcome, first.on) == (Outcome.CANCELLED, date(2026, 11, 9))


@pytest.mark.parametrize(
    "text",
    ["case conference about the awol today", "talked at home about last week's fight where police came"],
)
def test_what_is_talked_over_later_is_no_emergency(text: str) -> None:
    assert not alarm_of(text).crisis


def test_what_goes_on_is_one_though_it_began_last_week() -> None:
    assert alarm_of("after last week's fight he is still missing").crisis
