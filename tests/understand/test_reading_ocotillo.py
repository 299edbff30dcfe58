"""Classes of wording that an Arizona agency nobody had opened was misread in (lot 37), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock, people

TZ = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
CHILD, HOME = EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT
COURT, SIBLINGS = EventType.COURT_APPEARANCE, EventType.SIBLING_VISIT
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


def only(text: str) -> Item:
    (item,) = reading(text).contacts
    return item


@pytest.mark.parametrize(
    "text",
    [
        "Stopped at Ms Pettway's at 4 today for Hope but she was over at a friends house so I sat with Ms Pettway",
        "Went by Ms Pettway's at 4 today to see Hope. She was still at wrestling. Talked with Ms Pettway",
        "Pasé por casa de la sra Pettway a las 4 hoy a ver a Hope pero ella andaba con una prima. Hablé con la sra",
    ],
)
def test_a_child_on_whose_account_somebody_came_and_who_was_out_was_not_seen(text):
    assert CHILD not in only(text).types


@pytest.mark.parametrize(
    "text",
    [
        "Went by Ms Pettway's at 9:30 bc Hope stayed home sick. Ms Pettway told me she has the drops",
        "Stopped at Ms Pettway's at 4 today to see Hope but she was at the table doing homework",
        "Stopped at Ms Pettway's at 4 today for Hope. Ms Pettway said she was at the vet, so I read to Hope",
        "I ran Hope to her shots at the clinic at 2 today",
    ],
)
def test_a_child_who_was_in_or_was_driven_was_seen(text):
    assert CHILD in only(text).types


@pytest.mark.parametrize(
    "text",
    [
        "Visited Hope at Ms Pettway's at 4 today. Ms Pettway was out at the sheds the whole time and never came in",
        "Saw Hope at Ms Pettway's at 4 today, Ms Pettway stayed on the tractor and never came up",
    ],
)
def test_a_carer_who_never_came_in_was_no_part_of_a_visit_that_was_held(text):
    item = only(text)
    assert (item.types, people(item), item.outcome) == ((CHILD, HOME), [], Outcome.COMPLETED)


def test_one_at_the_table_all_the_while_was_part_of_it():
    said = "Saw Hope at Ms Pettway's at 4 today, Ms Pettway was at the table with us the whole time"
    assert people(only(said)) == ["Sharon Pettway"]


@pytest.mark.parametrize(
    "text",
    [
        "Court for Hope and Will today 9:30 to 10, Annette came. We go back January 9",
        "Corte de Hope y Will hoy 9:30 a 10. Regresamos el 9 de enero",
    ],
)
def test_the_day_on_which_a_court_goes_on_is_no_event(text):
    assert [(item.types, clock(item)) for item in reading(text).contacts] == [((COURT,), "11-17 09:30")]


def test_they_will_try_again_is_a_visit_to_come():
    said = (
        "Hope's visit with her mother Friday at 2 was cancelled. They'll try her again this Friday, same time"
    )
    told = [(clock(item), item.outcome) for item in reading(said).contacts]
    assert told == [("11-13 14:00", Outcome.CANCELLED), ("11-20 14:00", Outcome.PLANNED)]


def test_little_brothers_and_sisters_visit_and_a_parent_who_was_not_is_left_out():
    assert only("Visita de hermanitos hoy de 4 a 5 en la oficina, Hope y Will").types == (SIBLINGS,)
    assert people(only("Visit Hope and Will with Annette at the office today 3 to 4, dad wasn't.")) == [
        "Annette Hall"
    ]


def test_who_called_is_not_swallowed_by_what_stands_before_without_a_stop():
    said = "will is on the roof saying hes gonna jump ms pettway called me five minutes ago police are there"
    assert people(only(said)) == ["Sharon Pettway"]


@pytest.mark.parametrize(
    "text",
    [
        "Entry: Hope, review hearing, today, 9.00 to 9.40 a.m., heard on Teams. Annette did not dial in.",
        "Hope's permanency hearing, today, 9:00 to 9:40 am, held by Zoom. Mom never logged on.",
    ],
)
def test_a_hearing_whose_hour_stands_with_its_means_is_one(text):
    item = only(text)
    assert (item.types, clock(item), item.method) == ((COURT,), "11-17 09:00", Method.VIDEO)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I'll be gone the 25th and 26th of this month", ("2026-11-25", "2026-11-26")),
        ("I'm off the 3rd and 4th of next month", ("2026-12-03", "2026-12-04")),
        ("vacaciones el 25 y 26 de este mes", ("2026-11-25", "2026-11-26")),
        ("I'm off all of next month", ("2026-12-01", "2026-12-31")),
    ],
)
def test_days_of_this_month_are_not_the_month(text, days):
    period = reading(text).period
    assert period
    assert (str(period.first), str(period.last)) == days
