"""Adults and families of whom the words only tell, and those lists leave out; calls besides a visit."""

from __future__ import annotations

import pytest

from storage.types import EventType, Method, Outcome, Place
from tests.understand.telling import TUESDAY, children, clock, events, people


@pytest.mark.parametrize(
    ("text", "adults"),
    [
        (
            "Case conf Nichols today 2-3. Attended: Ostrow, Tanya Nichols. Not attended: Dwight Nichols, Cohen.",
            2,
        ),
        ("Case conf Nichols today 2-3. Present: Ostrow, Abramson, Tanya Nichols. Absent: Dwight, Cohen", 3),
        ("Case conf Nichols 2pm today. Excused: Ostrow, Abramson. Present: Tanya Nichols", 1),
        ("Case conf Nichols 2pm today. Attended: Ostrow, Abramson, Tanya Nichols, Dwight Nichols", 4),
    ],
)
def test_a_list_of_who_did_not_come(text: str, adults: int) -> None:
    (item,) = events(text, sent=TUESDAY)
    assert len(item.people) == adults


@pytest.mark.parametrize(
    ("text", "adults"),
    [
        (
            "texted ms bryant 9:20 today to ask how Laila's visit with Kenneth went, it was great",
            ["Brenda Bryant"],
        ),
        ("called Dr Archer 12:15 today, she has not seen maya in 3 wks", ["Dr. Simone Archer"]),
        ("per Ms Huang's text 7:45 this morning Winnie has a cold, mom was told by her", ["Ai Hua Huang"]),
        ("saw will hall 2:15 today at linden house, he asked me not to bring up his mother", []),
        ("Hector Rivera on the phone 7:45 am today, he'll be up for court with Lucia", ["Hector Rivera"]),
        ("Terry Slater called 10:05 today re Tang visit, not Xie", ["Terry Slater"]),
        (
            "hv hall 4pm today - hope, sharon p. annette was there when i pulled up but left",
            ["Sharon Pettway"],
        ),
        ("Saw Hope 4pm today at Ms Pettway's. Ms Hall was leaving when I got there.", []),
        ("Saw Hope 4pm today at Ms Pettway's. Ms Hall was there when I got there.", ["Annette Hall"]),
        ("mom and dad Tang came to the office 2:30 today to see winnie, i supervised", ["Qiu", "Zhi"]),
        ("saw owen 4 today at ms daleys, ms daley was on the phone in the kitchen", []),
        ("saw owen 4 today at ms daleys, ms daley stuck in traffic", []),
        ("visited the hall kids' mother ms hall at her apt today 10am", ["Annette Hall"]),
    ],
)
def test_who_is_only_told_of_takes_no_part(text: str, adults: list[str]) -> None:
    (item,) = events(text, sent=TUESDAY)
    assert len(people(item)) == len(adults)
    assert all(any(one.startswith(who) for one in people(item)) for who in adults)


@pytest.mark.parametrize(
    ("text", "child", "seen"),
    [
        ("talked with ms daley at her place today at noon, owen in school", "Owen", False),
        ("saw owen in school today at noon, talked with ms vasquez", "Owen", True),
        ("Visited the mother of the Hall kids at her apt today 10am", "Hope", False),
        (
            "Both Hall kids were out when I stopped by Ms Pettway's 4pm today. Ms Pettway and I talked",
            "Hope",
            False,
        ),
        (
            "I went to see hope 4:30 today, ms pettway was asleep on the couch, we talked in her room",
            "Hope",
            True,
        ),
    ],
)
def test_a_child_that_was_not_seen(text: str, child: str, *, seen: bool) -> None:
    (item,) = events(text, sent=TUESDAY)
    assert child in children(item)
    assert (EventType.CASEWORKER_CHILD in item.types) is seen


def test_a_carer_about_the_house_says_where_it_was() -> None:
    (item,) = events("went to see hope 4:30 today, ms pettway was asleep on the couch", sent=TUESDAY)
    assert (item.place, item.people) == (Place.FOSTER_HOME, ())


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Visit w/ Hope 3:40 today at Ms Pettway's. Left msg for Ms Ward", Outcome.COMPLETED, "Jasmine Ward"),
        (
            "Saw Will 2pm today at Linden House. I left a voicemail for Ms Ward",
            Outcome.COMPLETED,
            "Jasmine Ward",
        ),
        (
            "Vi a Owen hoy a las 4 en casa de la sra Daley. Le dejé mensaje a la sra Vasquez",
            "completed",
            "Toni Vasquez",
        ),
    ],
)
def test_a_message_left_besides_a_visit_is_another_event(text: str, first: str, second: str) -> None:
    visit, call = events(text, sent=TUESDAY)
    assert (visit.outcome, call.outcome, call.method) == (first, Outcome.ATTEMPTED, Method.PHONE)
    assert people(call) == [second]


def test_a_message_left_after_a_visit_that_failed_is_its_own() -> None:
    (item,) = events("HV 4pm today to Hope, no one home. Left msg for Ms Pettway", sent=TUESDAY)
    assert item.outcome is Outcome.ATTEMPTED


def test_an_hour_behind_no_answer_is_the_calls() -> None:
    _, call = events("Ms Vasquez called 1:50 today re Owen. I called Ms Daley, no answer 1:55", sent=TUESDAY)
    assert (clock(call), call.outcome) == ("11-17 13:55", Outcome.ATTEMPTED)


@pytest.mark.parametrize(
    ("staff", "text", "who"),
    [
        ("S005", "both acosta boys home w ms owens 4:30 today, ms owens says hi", ["Brandon", "Nicolás"]),
        ("S005", "the acosta kids home with fm today 4:30, all good", ["Brandon", "Nicolás"]),
        ("S005", "Both kids with Ms Thompson at 4 today", ["Mateo", "Maya"]),
        (
            "S009",
            "everybody but rodney was home when i got to ms ashby's at 3 today",
            ["Lovelie", "Markenson"],
        ),
        ("S009", "Todos menos Rodney en casa de la sra Ashby hoy a las 3.", ["Lovelie", "Markenson"]),
    ],
)
def test_all_of_them_are_met_without_their_names(staff: str, text: str, who: list[str]) -> None:
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert (children(item), item.place, item.method) == (who, Place.FOSTER_HOME, Method.IN_PERSON)
    assert EventType.CASEWORKER_CHILD in item.types


@pytest.mark.parametrize(
    "text",
    [
        "boys lawyer ms moskowitz 4:10 today re visits",
        "the acosta kids' forms: Ms Owens called at 4 today",
        "kids were with ms thompson when i called at 4 today",
    ],
)
def test_all_of_them_may_be_only_told_of(text: str) -> None:
    (item,) = events(text, sent=TUESDAY)
    assert EventType.CASEWORKER_CHILD not in item.types


@pytest.mark.parametrize(
    ("text", "adults"),
    [
        ("Per Mr. Mejia (tc 3:10 today), ms acosta finished parenting class", ["Juan Carlos Mejia"]),
        ("Per tc w/ Mr Mejia 3:10 today Ms Acosta is done and Ms Owens was told", ["Juan Carlos Mejia"]),
        ("According to Ms Vasquez, who called me at 3:10 today, Nancy paid for it", ["Toni Vasquez"]),
        ("Segun la sra Owens, que me llamo hoy a las 3:10, la mama fue a la clase", ["Jacqueline Owens"]),
        ("Ms Owens called 3:10 today and then I called Mr Mejia, same call", ["Jacqueline Owens"]),
    ],
)
def test_what_one_has_told_of_another(text: str, adults: list[str]) -> None:
    assert people(events(text, sent=TUESDAY)[0]) == adults


def test_a_home_behind_its_hour() -> None:
    (item,) = events("Visit w/ Hope 3:40 today Ms Pettway's. She did her homework", sent=TUESDAY)
    assert (item.place, item.people) == (Place.FOSTER_HOME, ())


@pytest.mark.parametrize(
    ("staff", "text", "child", "adults"),
    [
        ("S005", "eml to abramson re hopes guardianship packet 9:05 today", ["Hope"], ["Neil Abramson"]),
        ("S005", "sent eml to coleman 9:05 today re wills discharge plan", ["Will"], ["Curtis Coleman"]),
        ("S013", "emld larsen 9:05 today re mays glasses rx", ["May"], ["Ingrid Larsen"]),
    ],
)
def test_a_letter_about_somebodys_paper(staff: str, text: str, child: list[str], adults: list[str]) -> None:
    (item,) = events(text, staff=staff, sent=TUESDAY)
    assert (children(item), people(item), item.method) == (child, adults, Method.EMAIL)


@pytest.mark.parametrize(
    ("text", "child", "adults"),
    [
        ("Saw Owen at Ms Daley's 4 today. Ms. Daley was at the neighbor, I have not met her.", ["Owen"], []),
        ("Saw Owen 4pm today, foster home. Ms. Daley at the neighbors, haven't met her yet", ["Owen"], []),
        ("Saw Hope at Ms Pettway's 4 today. Will and Curtis Coleman I haven't met yet", ["Hope"], []),
        (
            "Saw Hope and Ms Pettway at her home 4 today, I had not met her before",
            ["Hope"],
            ["Sharon Pettway"],
        ),
    ],
)
def test_who_has_not_been_met(text: str, child: list[str], adults: list[str]) -> None:
    (item,) = events(text, sent=TUESDAY)
    assert (children(item), people(item)) == (child, adults)


def test_hopes_of_nobody() -> None:
    (item,) = events("spoke w ms rivera, mateo's mom, 2pm today re hopes for the summer plan", sent=TUESDAY)
    assert "Hope" not in children(item)
