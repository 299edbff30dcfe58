"""Classes of wording that lots 23 and 24 were still misread in, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Outcome, Place
from tests.understand.agencies import SAMPLE
from tests.understand.telling import children, clock, people

TZ = ZoneInfo("America/New_York")
CHILD, PARENT = EventType.CASEWORKER_CHILD, EventType.BIRTH_PARENT_CASEWORKER
FAMILY, SCHOOL = EventType.BIRTH_PARENT_CHILD, EventType.SCHOOL


def events(text: str, *, hour: int = 18, voice: bool = False) -> tuple[Item, ...]:
    sent = datetime(2026, 11, 17, hour, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ, voice=voice).contacts


@pytest.mark.parametrize(
    ("text", "hour", "then"),
    [
        ("texted annette hall at 745 abt the forms", 19, "11-17 07:45"),
        ("texted annette hall at 715 abt the forms", 19, "11-17 19:15"),
        ("texted annette hall at 745 abt the forms", 18, "11-17 07:45"),
        ("called annette hall at 815 abt the forms", 17, "11-17 08:15"),
    ],
)
def test_an_early_hour_is_this_evenings_where_that_was_a_moment_ago(text, hour, then):
    (item,) = events(text, hour=hour)
    assert clock(item) == then


def test_a_sibling_dropped_off_at_a_visit_was_there():
    (item,) = events(
        "Supervised visit for Hope and Will with Annette today 3:30 to 5 at the office. "
        "Ms Pettway dropped Hope off at the front door and left."
    )
    assert (item.types, children(item)) == ((FAMILY,), ["Hope", "Will"])


def test_who_is_said_not_to_be_seen_was_not_met():
    (item,) = events("Hope: seen at ms pettways today 3:40p, 25 min\nWill: at soccer, not seen")
    assert children(item) == ["Hope"]


def test_a_visit_that_began_late_was_held():
    (item,) = events(
        "visit of hope with her mom today at the agency she was supposed to come at three thirty she came "
        "fifteen minutes late so it started three forty five and finished four thirty",
        voice=True,
    )
    assert (item.outcome, clock(item), item.minutes) == (Outcome.COMPLETED, "11-17 15:45", 45)


def test_the_entries_of_a_numbered_list_are_visits():
    first, second = events(
        "Hall, 11/17:\n1. 12:00 Hope @ school, 20 min\n2. 4:30 Will @ Ms. Pettway's, 30 min"
    )
    assert [(CHILD in item.types, children(item)) for item in (first, second)] == [
        (True, ["Hope"]),
        (True, ["Will"]),
    ]


def test_mother_and_father_listed_beside_each_other_are_both_parents():
    (item,) = events("court Moran today 11a. bm + bf there w interp. adj to 12/12")
    assert people(item) == ["Nancy Sheridan", "Patrick Moran"]


def test_the_number_of_a_school_is_no_hour():
    first, second = events(
        "visita de Hope con Annette hoy 3:30-4:30 en el parque de la 204. Next visit 11/24 same time"
    )
    assert (clock(first), clock(second)) == ("11-17 15:30", "11-24 15:30")


def test_what_follows_at_once_was_at_the_same_place():
    _, after = events(
        "Hope and Will had their visit with Annette at the agency today 4 to 5:00, I supervised. "
        "At 5:10 I sat with Annette for ten minutes about her housing application"
    )
    assert (after.types, after.place) == ((PARENT,), Place.AGENCY)


def test_a_school_meeting_that_was_only_told_of_makes_no_school_contact():
    (item,) = events("saw Hope at Ms Pettway's today at 4. Ms Pettway said the IEP mtg got moved. 40 min")
    assert SCHOOL not in item.types


def test_who_is_said_to_work_with_the_child_did_not_meet_it_with_the_worker():
    (item,) = events("call w Annette Hall today at 12:40, 15 min. She's started a chore chart with Hope")
    assert item.types == (PARENT,)


def test_who_was_asleep_and_not_spoken_to_took_no_part():
    (item,) = events(
        "i saw hope today at two fifteen at ms pettways house ms pettway was asleep upstairs i did not "
        "speak to her",
        voice=True,
    )
    assert people(item) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Sat - maya + mateo rivera visit w/ mom at agency 11-1, mom late 20 min. Sun - fm thompson "
                "called 8p"
            ),
            ["11-14 11:00", "11-15 20:00"],
        ),
        (
            "Fri - hv Hope @ pettways 5p 30 min. Sat - tc mom xie 2p. Sun - nothing",
            ["11-13 17:00", "11-14 14:00"],
        ),
        (
            "Sun - hv hope @ pettways 3p. Mon - 4p mateo rivera at ms thompsons",
            ["11-15 15:00", "11-16 16:00"],
        ),
        ("Sunday: called ms pettway 9a. Monday: called annette hall 4p", ["11-15 09:00", "11-16 16:00"]),
        ("Sat - text w/ nancy sheridan\ntoday - owen @ daleys 3p 45 min, drew pics", ["", "11-17 15:00"]),
        ("hv hope @ pettways mon 3p. ms pettway said tuesday she was sick", ["11-16 15:00"]),
    ],
)
def test_each_day_of_a_list_is_an_event_of_its_own(text, told):
    assert [clock(item) for item in events(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "tc annette hall 1pm, will susp 2 days, mtg thurs",
        "called annette hall at 1, Will has court on monday",
    ],
)
def test_a_date_that_a_call_told_of_is_not_the_calls(text):
    assert clock(events(text)[0]) == "11-17 13:00"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("called Annette Hall at 11:20 today, she hasn't seen him", ["Annette Hall"]),
        ("fui a ver a Hope hoy a las 4, Hope quiere hablarle a su mamá", []),
    ],
)
def test_who_has_not_seen_somebody_was_still_called(text, who):
    (item,) = events(text)
    assert people(item) == who


def test_an_hour_and_a_place_of_its_own_is_an_event_of_its_own():
    _, after = events(
        "This worker supervised the visit between Annette Hall and her two children at the library today "
        "from 1 to 3. "
        "At 3:15 PM, outside the library, this worker spoke with the mother alone about housing."
    )
    assert (after.types, clock(after), people(after)) == ((PARENT,), "11-17 15:15", ["Annette Hall"])


def test_what_was_told_this_worker_was_told_me():
    (item,) = events(
        "This worker visited the Pettway home today at 4 and met with Hope. "
        "Ms. Pettway was present and informed this worker that Hope needs a coat."
    )
    assert EventType.CASEWORKER_FOSTER_PARENT in item.types


def test_whose_visit_was_called_off_is_named_behind_the_children():
    first, _ = events(
        "Yesterday's 11 o'clock visit between Hope, Will and their mother was called off. "
        "Annette phoned me at 8:40 yesterday morning to say her car wouldn't start."
    )
    assert (first.outcome, people(first)) == (Outcome.CANCELLED, ["Annette Hall"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("called annette hall 420 she will drive him. 5m", ["11-17 16:20"]),
        ("called annette hall 10 re hope, she said no, 5 min", ["11-17 10:00"]),
        (
            "hope texted me 410 wants to skip therapy. called annette 420 she will take her",
            ["11-17 16:10", "11-17 16:20"],
        ),
        (
            "met hope at starbucks 330 45m. txtd ms pettway 430 that hope is on the way",
            ["11-17 15:30", "11-17 16:30"],
        ),
        ("annette txtd 2p come get me. called her 305 shes fine", ["11-17 14:00", "11-17 15:05"]),
        ("called annette hall today, she lives at 420 Elm Drive now", [""]),
        ("called annette hall today 3 times, no answer", [""]),
    ],
)
def test_an_hour_right_behind_whom_one_rang(text, told):
    assert [clock(item) for item in events(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Will Hall seen today 1:00-1:45. w/ Mr Coleman after, he says level drop",
        (
            "Will Hall at the residence today 1:00 to 1:45. I talked with him alone, after that with Mr Coleman "
            "about home pass"
        ),
        "Will Hall seen today 1:00-1:45 at the unit, then went over his behavior plan with Mr Coleman",
    ],
)
def test_the_staff_of_the_place_spoken_with_after_are_of_the_same_visit(text):
    (item,) = events(text)
    assert (CHILD in item.types, people(item)) == (True, ["Curtis Coleman"])
