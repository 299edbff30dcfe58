"""Classes of wording in which an agency of Chicago was misread (23 November), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import Reading, read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

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
