"""What is over, or is nothing, raises no alarm; what goes on does, though the same words stand in it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")


def intent(text: str, staff: str = "S005") -> Intent:
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)  # a Thursday
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ).intent


@pytest.mark.parametrize(
    "text",
    [
        "saw Hope at Ms Pettway's today at 4, she isnt fighting with the neighbor kids anymore",
        "Vi a Hope en la escuela hoy a las 9, la consejera dice que ya no se pelea en el patio",
        "Visited Will at Linden House today at 3. Mr Coleman said the AWOL last week was over a phone, fine since",
        "Will came back to Linden House on Sunday after being awol two days. Saw him there today at 3",
        "Visited Mateo at the hospital yesterday at 2, 20 min, his cast comes off in three weeks",
        "Fui al hospital a ver a Mateo ayer a las 5, ya le pusieron el yeso y sigue tranquilo",
        "stopped at Ms Pettway's at 5 today, Hope wasnt back from practice yet, Ms Pettway and i talked 15 min",
        "Saw Hope today at 4 at Ms Pettway's, her husband was asleep in the recliner",
        "At school with Hope at 9 today, the girl who hit her got suspended",
        "Took Mateo to his er follow up today at 2, all good",
    ],
)
def test_what_is_over_is_a_note(text: str):
    assert intent(text) is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "Will ran off from Linden House Sunday and is still gone, saw Hope today at 3",
        "Ms Pettway called, Hope never came home from school and nobody can reach her",
        "Hope ran away again tonight",
        "Mateo is in the hospital, an ambulance took him at 4, he won't wake up",
        "Saw Mateo at the hospital at 5, he took a bottle of pills",
        "No sé si se pelea otra vez, pero Will tiene un cuchillo",
    ],
)
def test_what_goes_on_is_an_emergency(text: str):
    assert intent(text) is Intent.LOG_CRISIS


def test_a_stranger_asleep_is_a_worry():
    said = "saw Hope today at 4 at Ms Pettway's, a man i dont know was asleep in her room"
    assert intent(said) is Intent.SAFETY_CONCERN
    said = "saw Hope at 4 today, Ms Pettway's boyfriend was asleep on the couch, he moved in last week, never cleared"
    assert intent(said) is Intent.SAFETY_CONCERN
