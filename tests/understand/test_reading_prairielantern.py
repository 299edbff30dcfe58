"""Classes of wording in which an agency of Chicago was misread (23 November), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import Reading, read
from storage.types import EventType, Method, Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock

TZ = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ)


@pytest.mark.parametrize(
    "text",
    [
        "at ms daleys at 4 today, owen was at practice and theres a shotgun on top of the fridge, there 15 min",
        "saw ms daley 4-430 today. owen was at band class and there was a pistol on the counter",
        "Pasé por casa de Ms Daley a las 4, Owen estaba en clase y había una pistola en la mesa.",
        "Hoy a las 4 pasé por casa de Ms Daley. Owen estaba en clase y hay una escopeta detrás de la puerta.",
        "at ms daleys at 4 today, owen had a game and its pills all over the counter",
        "Owen reports that Ms Daley's nephew has been entering his bedroom after lights out.",
        "Owen told his counselor that Ms Daley's grown son comes into his room at night.",
        "Owen says her roommate walks into their bedroom when everyone is asleep.",
        "Owen dice que el hijo de Ms Daley entra a su cuarto en la madrugada.",
    ],
)
def test_a_gun_while_a_child_is_at_practice_and_who_comes_in_at_night_are_worries(text):
    assert reading(text).intent is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "At the training today at 4 we went over what to do if there is a pistol on the counter.",
        "Saw Owen at Ms Daley's today 4-4:30. She comes in his room at night to tuck him in.",
        "Saw Owen at Ms Daley's today 4-4:30. Ms Daley came into her bedroom and showed me the crib.",
        "Hoy vi a Owen en casa de Ms Daley de 4 a 4:30. Ya arma frases completas.",
        "Hoy vi a Owen en casa de Ms Daley de 4 a 4:30. Arma torres de bloques encima de la mesa.",
        "Hoy vi a Owen de 4 a 4:30 en casa de Ms Daley, que entra a su cuarto en la noche a taparlo.",
    ],
)
def test_what_is_learned_tucking_in_and_building_are_none(text):
    assert reading(text).intent not in {Intent.SAFETY_CONCERN, Intent.LOG_CRISIS}


@pytest.mark.parametrize("said", ["voice mail", "straight to voice mail.", "voice-mail again"])
def test_voice_mail_in_two_words_is_an_attempt(said):
    (item,) = reading(f"called ms daley 4:10 today - {said}").contacts
    assert item.outcome is Outcome.ATTEMPTED


CHILD, CARER = EventType.CASEWORKER_CHILD, EventType.CASEWORKER_FOSTER_PARENT


def children(text: str) -> list[set[str]]:
    return [{SAMPLE.children[child].first_name for child in item.children} for item in reading(text).contacts]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("took hope 2 the dentist today 9:45, no cavities", {"Hope"}),
        ("drove hope 2 therapy today 9:45", {"Hope"}),
        ("visit 4 hope 3pm today at ms pettways she was good", {"Hope"}),
        ("had the conference 4 hope n will today 10am at the office", {"Hope", "Will"}),
    ],
)
def test_two_and_four_are_words_before_places_and_names(text, who):
    assert children(text) == [who]


def test_an_hour_stays_an_hour():
    (item,) = reading("picked hope up from school at 2 the doctor saw her right away today").contacts
    assert clock(item) == "11-17 14:00"


def test_a_visit_rescheduled_4_a_day_is_a_plan():
    one, other = reading("visit w hope today 4pm canceled, rescheduled 4 thurs 11/19 @ 4").contacts
    assert (one.outcome, other.outcome) == (Outcome.CANCELLED, Outcome.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        "saw hope @ ms pettways 3 to 330 today. ms p says she sleeps better",
        "saw hope at ms pettways 3 to 330 today. ms pettway was right there telling me all about church",
    ],
)
def test_mrs_k_and_who_was_telling_me_spoke(text):
    (item,) = reading(text).contacts
    assert CARER in item.types


@pytest.mark.parametrize(
    "text",
    [
        "1515-1545 today ms pettways place. hope home, ok. ms pettway on work call the whole time, no talk",
        "saw hope at ms pettways 1515-1545 today, ms pettway was on a work zoom whole time",
    ],
)
def test_a_carers_work_call_is_no_call_of_the_workers(text):
    (item,) = reading(text).contacts
    assert (item.method, CARER in item.types) == (Method.IN_PERSON, False)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("At 11:30 today I sat with Gwendolyn Campbell, going over what it takes to bring Maya home.", False),
        ("At 11:30 today I met with Gwendolyn Campbell. She is willing to have Maya live with her.", False),
        ("At 11:30 today I saw Maya at Ms Estrada's and we planned how to bring Maya home.", True),
    ],
)
def test_a_child_whose_way_home_is_talked_of_was_not_met(text, seen):
    (item,) = reading(text).contacts
    assert (CHILD in item.types) is seen
