"""What others did, do every day, or have ahead of them: no time of the visit, and no reason why it failed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)


def only(text: str) -> Item:
    (item,) = reading(text).contacts
    return item


def hour(item: Item) -> str:
    return f"{item.starts_at:%m-%d %H:%M}" if item.starts_at else f"{item.on:%m-%d}"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ms Ward saw her on Monday at 5. Met with Hope at school today at 3:15.", "11-17 15:15"),
        ("he called his brother Sunday at 6, saw Mateo today 4pm at the foster home", "11-17 16:00"),
        ("Saw Mateo today 4pm at the foster home. Fever started Saturday night at 10.", "11-17 16:00"),
        (
            "La mamá la vio el domingo a las 5. Hoy a las 4 vi a Hope en casa de la Sra Pettway.",
            "11-17 16:00",
        ),
        ("her last worker saw her 10/30; h/v Hope mon 345p, Ms Pettway home", "11-16 15:45"),
        ("called ms pettway today at noon. the rash began Friday at 7", "11-17 12:00"),
        ("Called Ms Pettway today 2pm, no answer - her cough started Sunday at 9", "11-17 14:00"),
        ("Su terapeuta no llegó el lunes. Hoy a las 3 vi a Hope en casa de la Sra Pettway.", "11-17 15:00"),
    ],
)
def test_what_others_did_gives_the_visit_no_time(text: str, when: str):
    assert hour(only(text)) == when


def test_what_the_mother_was_seen_at_keeps_its_time():
    first, second = reading(
        "Mom had her visit with Hope Monday at 4 at the office. Hv Hope today at 3."
    ).contacts
    assert (hour(first), hour(second)) == ("11-16 16:00", "11-17 15:00")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("He takes his meds at 8, yesterday at 4:30 spoke with Ms Pettway by phone", "11-16 16:30"),
        ("Medication is 10 mg at 7 - stopped by Ms Pettway's yesterday at 6pm to see Hope", "11-16 18:00"),
        ("They leave for school at 7:30. Saw Hope at Ms Pettway's on Friday.", "11-13"),
        ("Saw Hope at Ms Pettway's on Friday. Homework takes from 4 to 5.", "11-13"),
        ("vi a Hope el viernes en casa de la Sra Pettway, sale de la escuela a las 2:20", "11-13"),
        ("Toma la medicina a las 7 y hoy a las 4 llamé a la Sra Pettway", "11-17 16:00"),
        ("lleva ahí desde octubre, hoy al mediodía llamé a la Sra Pettway", "11-17 12:00"),
        ("she has a dentist appointment on friday at 2\ntried ms pettway today at noon", "11-17 12:00"),
        ("Tiene cita con el dentista el viernes a las 2, vi a Hope hoy a las 4", "11-17 16:00"),
        ("her glasses come in on the 24th. saw Hope 11/13 at 3 at school", "11-13 15:00"),
        (
            "Next court date is 12/9 at 9:30 - finally reached Ms Pettway by phone today at 2:30",
            "11-17 14:30",
        ),
        ("Clinic moved her appointment to Thursday, Sunday at 1:15pm I visited Hope", "11-15 13:15"),
        ("she wakes at 2 and at 4. called Ms Pettway today 3pm", "11-17 15:00"),
        ("he reads 40 pages a night today at 3:15 i visited mateo at ms thompson's", "11-17 15:15"),
        ("stopped by Ms Pettway's on Friday to see Hope", "11-13"),
        ("reached ms pettway by phone 11/13", "11-13"),
        ("this morning at 10 home visit with hope, ms pettway home", "11-17 10:00"),
    ],
)
def test_habits_appointments_and_facts_keep_their_own_times(text: str, when: str):
    assert hour(only(text)) == when


@pytest.mark.parametrize(
    "told",
    [
        "the plumber didn't come",
        "her tutor never showed last week",
        "her dentist appointment was cancelled",
        "they cancelled her soccer game",
        "her aunt left a message for her yesterday",
        "dad did not answer her call on Sunday",
        "no answer from the school about her IEP",
        "her therapist did not show up on Monday",
        "she missed her therapy on Monday",
    ],
)
def test_what_others_failed_to_do_does_not_undo_a_visit(told: str):
    for text in (
        f"Visited Hope at Ms Pettway's today at 3. {told.capitalize()}.",
        f"{told}; hv hope at ms pettways today 3pm",
        f"saw Hope at Ms Pettway's today at 3 and {told}",
    ):
        item = only(text)
        assert (item.outcome, hour(item)) == (Outcome.COMPLETED, "11-17 15:00"), text


@pytest.mark.parametrize(
    "text",
    [
        "Her therapist did not show up on Monday. Went to Ms Pettway's today at 3, nobody home.",
        "Went by to see Hope today at 3, no answer at the door. The plumber didn't come either.",
        "hoy a las 3 pasé a ver a Hope, nadie abrió y su terapeuta no llegó el lunes",
        "fui a casa de la Sra Pettway hoy a las 3, no había nadie y la próxima corte es el 9 de diciembre",
        "72 hour conference was discussed; called ms pettway today @ 3, lvm",
        "Court is Thursday at 10 and called Ms Pettway today at 3, lvm",
        "went to Ms Pettway's today at 3, nobody home, discussed Tuesday's hearing with my supervisor",
    ],
)
def test_an_attempt_stays_one_beside_what_others_did(text: str):
    item = only(text)
    assert (item.outcome, hour(item)) == (Outcome.ATTEMPTED, "11-17 15:00")


@pytest.mark.parametrize(
    "text",
    [
        "finally reached Ms Pettway by phone today @ 330",
        "finally reached Ms Pettway by phone on Friday",
        "Tiene 9 años; la visita con Hope hoy a las 3:30 se canceló",
    ],
)
def test_words_of_a_question_in_a_log_ask_nothing(text: str):
    assert reading(text).intent is Intent.LOG_CONTACT
