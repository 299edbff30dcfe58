"""Classes of wording that an Arizona agency nobody had opened was misread in (lot 37), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
ALARMS = (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


def reading(text: str, *, voice: bool = False) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ, voice=voice)


@pytest.mark.parametrize(
    "text",
    [
        "1:10 call from Ms Pettway. Hope drank a bottle of something and is throwing up. Medics en route",
        "Hope got into the medicine cabinet and won't say what she took, Ms Pettway called 5 min ago",
        "Ms Pettway llamó a las 9, Hope se tomó algo y no quiere decir qué, está vomitando",
        "medics are on the way to Ms Pettways for Hope",
    ],
)
def test_something_taken_that_shows_and_medics_on_their_way_are_an_emergency(text):
    assert reading(text).intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "Hope told me at 3 today the grown nephew comes into our room at night",
        "Saw Will at 4 at Ms Pettway's. He says the man downstairs walks around naked when they're home",
        "Will me contó hoy a las 3 que el novio de su mamá se desnuda delante de él",
        "Saw Hope at 3:30 at Ms Pettway's. There's a loaded .22 leaning by the back door",
        "Saw Will at 3 at Ms Pettway's, there was a 12 gauge behind the door",
        "Saw Will at 3 at Ms Pettway's. The gun cabinet was hanging open, key in it",
        "Vi a Will a las 3 en casa de la sra Pettway. Hay un rifle cargado junto a la puerta",
        "Saw Hope at Ms Pettway's at 4. I don't call that house safe with kids in it",
        "Saw Hope at Ms Pettway's at 4. The stairs are rotten through, it's got to go up the line",
    ],
)
def test_undressing_guns_by_their_bore_and_what_is_not_called_safe_are_worries(text):
    assert reading(text).intent is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "Supervised visit Hope and Will w mom at the agency today at 5. mom rolled in smelling like weed, i ended it",
        "Visit with Annette at 3 today at the office, she smelled like alcohol so I ended it at 3:20",
        "La mamá llegó a la visita de hoy a las 3 en la oficina oliendo a cerveza, la terminé a las 3:20",
        "Saw Hope at 4 at Ms Pettway's, Ms Pettway comes into her room at night to check on the baby",
        "Saw Mateo at 3 at Ms Thompson's. He takes his clothes off and runs naked around the house",
        "Saw Will at 3 at Ms Pettway's. The .22 is locked in the gun safe",
        "Saw Will at 3 at Ms Pettway's. He hit .380 this season, standing in the box like a pro",
        "Saw Will at 3 at Ms Pettway's. He drank something fizzy and burped",
        "The medics at the parade gave Will a sticker. Saw him at Ms Pettway's at 3",
    ],
)
def test_a_parent_sent_home_a_gun_locked_up_and_a_checked_room_are_none(text):
    assert reading(text).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "Annette's visit 3 to 4 at the office. She smelled like beer and drove off with Will in the car",
        "Saw Will at mom's apartment at 3, mom smelled like weed",
        "Supervised visit at the agency 3 to 4 with Annette. Ms Pettway smelled like weed when she dropped them off",
    ],
)
def test_who_has_the_child_and_smells_of_it_is_a_worry(text):
    assert reading(text).intent in ALARMS
