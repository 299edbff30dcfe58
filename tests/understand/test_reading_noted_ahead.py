"""A visit noted with its weekday and hour alone is to come; what was held, put off or asked in few words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("hv Hope weds 4p", "11-18 16:00"),
        ("Maya Rivera home visit thurs 330pm", "11-19 15:30"),
        ("sibling visit Maya and Mateo Friday at 3pm", "11-20 15:00"),
        ("Hope has a visit w her mom friday 4-5 at the office", "11-20 16:00"),
        ("mateo tiene visita con lucia el sábado a las 10", "11-21 10:00"),
        ("annette hall coming to the office weds 2pm to sign papers", "11-18 14:00"),
        ("gotta see Hope thurs around 4", "11-19 16:00"),
    ],
)
def test_a_visit_with_a_weekday_and_an_hour_alone_is_to_come(text: str, when: str):
    found = reading(text)
    (item,) = found.contacts
    assert (found.intent, item.outcome) == (Intent.PLAN_VISIT, Outcome.PLANNED)
    assert f"{item.starts_at:%m-%d %H:%M}" == when


@pytest.mark.parametrize(
    "text",
    [
        "hv Hope last weds 4p",
        "hv Hope weds 4p, 45 min",
        "hv Hope weds 4p, all good",
        "saw Hope weds 4p",
        "Mateo has a rash, saw him friday 3pm at ms thompson's",
        "saw Hope friday 4, she has a visit with mom on saturday",
        "annette hall called me friday 2pm, needs to see Hope",
        "hv Mateo friday 4pm ms thompson says he has court tuesday",
        "tc Ms Pettway fri 11a",
        "hv Hope weds 4p no show",
    ],
)
def test_with_a_word_of_what_happened_it_is_over(text: str):
    assert reading(text).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ms Pettway cancelled our visit today, it was for 5", Outcome.CANCELLED),
        ("visit was for 5 but Ms Pettway cancelled today", Outcome.CANCELLED),
        ("mom was a no-show at Maya Rivera's conference today at 5, we held it anyway", Outcome.COMPLETED),
        ("visit today at 5 w Hope, her brother no-showed, Hope was sad", Outcome.COMPLETED),
        ("supervised visit with Hope today at 5, mom no-showed", Outcome.ATTEMPTED),
    ],
)
def test_what_came_of_it_at_five(text: str, outcome: Outcome):
    (item,) = reading(text).contacts
    assert (item.outcome, f"{item.starts_at:%m-%d %H:%M}") == (outcome, "11-17 17:00")


def test_a_talk_told_after_the_visit_is_part_of_it():
    for text in (
        "saw Hope at Ms Pettway's today 3pm. Then talked with Ms Pettway about school.",
        "vi a Hope hoy a las 3 en casa de la Sra Pettway. Después hablé con la Sra Pettway.",
    ):
        assert len(reading(text).contacts) == 1, text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("give me the short version on Hope Hall", Intent.LOOKUP),
        ("who got the supervisor phone rn", Intent.LOOKUP_ONCALL),
        ("who has the backup phone tonight", Intent.LOOKUP_ONCALL),
    ],
)
def test_questions_in_few_words(text: str, intent: Intent):
    assert reading(text).intent is intent


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("I gotta do a school visit for Hope friday at 10", "11-20 10:00"),
        ("I have to hold the service plan review for Hope thursday at 2", "11-19 14:00"),
        ("need to make a visit to Hope wednesday 4pm", "11-18 16:00"),
        ("tengo que hacer una visita a Hope el jueves a las 4", "11-19 16:00"),
    ],
)
def test_what_is_still_to_be_done_on_a_weekday_is_a_plan(text: str, when: str):
    (item,) = reading(text).contacts
    assert item.outcome is Outcome.PLANNED
    assert f"{item.starts_at:%m-%d %H:%M}" == when


@pytest.mark.parametrize(
    "text",
    ["I had to do a school visit for Hope friday at 10", "I gotta write up my visit with Hope friday at 10"],
)
def test_what_had_to_be_done_or_is_to_be_written_has_happened(text: str):
    (item,) = reading(text).contacts
    assert (item.outcome, f"{item.starts_at:%m-%d %H:%M}") == (Outcome.COMPLETED, "11-13 10:00")
