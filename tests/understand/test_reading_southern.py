"""Southern talk: cars that quit, children not at Reggie's, "carried him to the doctor", visits called off."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Outcome
from tests.understand.agencies import agency_in

LOT = Path(__file__).parent / "lots" / "lot22" / "chattahoochee_ga"
AGENCY = agency_in(LOT / "roster")
TZ = ZoneInfo("America/New_York")
CHILD, HOME = EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT
CARER, FAMILY = EventType.CASEWORKER_FOSTER_PARENT, EventType.BIRTH_PARENT_CHILD


def reading(text: str, staff: str = "GS04") -> Reading:
    return read(AGENCY, staff_id=staff, text=text, sent_at=datetime(2027, 3, 12, 18, 10, tzinfo=TZ), tz=TZ)


def items(text: str, staff: str = "GS04") -> tuple[Item, ...]:
    return reading(text, staff).contacts


@pytest.mark.parametrize(
    "text",
    [
        "The 3 o'clock Pettigrew visit today got called off, Amber's car quit on her out on 185.",
        "Pettigrew visit 3pm today cancelled, Ambers ride fell through",
        "Pettigrew visit 3pm today cancelled, Amber's truck won't crank",
        "Pettigrew visit today 3pm cancelled, Amber had to work.",
        "The Pettigrew visit today at 3 got called off, Amber couldn't come, car trouble.",
    ],
)
def test_a_family_visit_is_called_off_for_the_parents_reason(text: str):
    (item,) = items(text)
    assert (item.types, item.people, item.outcome) == ((FAMILY,), ("GC501",), Outcome.CANCELLED)


def test_a_broken_van_told_on_a_visit_calls_nothing_off():
    (item,) = items("Saw Kaylee P at Darlene's 4 today. Darlene's van broke down so they been walking.")
    assert (set(item.types), item.outcome) == ({CHILD, HOME}, Outcome.COMPLETED)


@pytest.mark.parametrize(
    "text",
    [
        "jaylen not at reggies when i pulled up at 5 today, reggie said he at practice. talked to reggie 10 min",
        "Jaylen weren't at Reggie's when I come by at 5 today. Reggie and me visited on the porch.",
        "got to reggies 5 today, jaylen gone. talked to reggie",
        "went by reggies 5 today, jaylen ain't home. talked to reggie",
    ],
)
def test_a_child_not_at_the_home_was_not_seen(text: str):
    (item,) = items(text, "GS05")
    assert (set(item.types), item.people) == ({CARER, HOME}, ("GC524",))


@pytest.mark.parametrize(
    "text",
    [
        "I called Latrice back at 5:20 today, Ja'Kobe is still not home.",
        "called latrice at 5:20 today. Ja'Kobe still ain't back.",
    ],
)
def test_a_call_that_was_answered_is_no_attempt_because_the_child_is_out(text: str):
    assert [item.outcome for item in items(text)] == [Outcome.COMPLETED]
    assert items("called latrice 520 today, not home")[0].outcome is Outcome.ATTEMPTED


@pytest.mark.parametrize(
    "text",
    [
        "was at donna kays 4 today saw both kids. waylon got a scrape on his hand look bad. she says it was the stove.",
        "went by donna kayes at 4 today, both kids home. Waylon has a cut on his lip, she said it was the dog",
    ],
)
def test_she_is_the_carer_where_the_child_spoken_of_is_a_boy(text: str):
    assert items(text, "GS10")[0].people == ("GC596",)


def test_she_may_be_the_sister_where_the_words_do_not_tell():
    text = "was at donna kays 4 today saw waylon n willa. willa got a scrape on her hand. she says she fell"
    assert items(text, "GS10")[0].people == ()


@pytest.mark.parametrize(
    "text",
    [
        "Amber made it! Visit was 3 to 4 today at the office and I supervised. Couldn't hardly get Colton in the van.",
        "Pettigrew hearing 10a today, Frances there, judge says they stay in custody",
        "saw kaylee p at darlenes 4 today, bedtime's a fight every night she says",
        "Saw Colton at the park 4pm today, the carer stayed in the car the whole time",
        "Darlene called 2pm today, Colton tore up the bathroom again, shampoo everywhere",
        "called detective Ramos 2pm today re interview date for Kaylee P, 10 min",
        "Darlene called 3pm today: Colton wets the bed again, wants a mattress cover",
        "went to darlenes 4pm today, colton not home, spoke with darlene 10 min",
    ],
)
def test_what_only_sounds_like_danger_is_a_note_and_nothing_is_asked(text: str):
    found = reading(text)
    assert found.intent is Intent.LOG_CONTACT
    assert all(question.slot != "alarm" for question in found.questions)


@pytest.mark.parametrize("text", ["sorry y'all wrong chat", "did anybody ever bill us for that ambulance?"])
def test_what_is_for_somebody_else_or_of_an_old_bill_is_no_note(text: str):
    assert not reading(text).contacts


@pytest.mark.parametrize(
    "text",
    [
        "Darlene and her boyfriend fight every night, Colton told me 4pm today",
        "there's a fight every night at darlenes, colton says they scream and throw stuff. saw him 4 today",
        "Colton is in custody at the 67th precinct, just got the call",
        "a man tried to get Kaylee P in his van after school today 3pm",
        "detective called 2am, they picked Colton up on Fulton St",
        "that ambulance never came, colton still not waking up",
        "Colton was left in the car the whole time while darlene shopped",
        "went to darlenes 4pm, colton not home since last night, talked to darlene",
    ],
)
def test_what_is_danger_stays_one(text: str):
    assert reading(text).intent in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


@pytest.mark.parametrize(
    "text",
    [
        "Ja'Kobe's got whelps all down the backs of his legs, he says Miss Latrice took a switch to him. Saw him at 2 today",
        "Ja'Kobe says Miss Latrice took the belt to him. Saw him at 2 today at school",
        "Saw Ja'Kobe 2pm today at school. He says Latrice tans his hide with a switch ever night",
        "Ja'Kobe says latrice knocks him upside the head, saw him 2 today at school",
    ],
)
def test_a_whipping_is_a_worry(text: str):
    assert reading(text).intent is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "Latrice just now called and said Yolanda's out in her yard drunk as a skunk, waving a shotgun",
        "Latrice called, Yolanda is up in the yard with a pistol",
        "Latrice says Ja'Kobe fell out and she can't bring him to",
        "Miss Latrice called at 5, Ja'Kobe done took off and ain't come home",
    ],
)
def test_a_gun_in_the_yard_and_a_child_that_cannot_be_roused_are_a_crisis(text: str):
    assert reading(text).intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "Miss Latrice said Ja'Kobe's been whupping everybody at checkers. saw him 4 today",
        "Saw Ja'Kobe 4 today at Latrice's, got a whelp of puppies in the yard",
        "took a switch plate off the wall for Miss Latrice while I was there at 4 today seeing Ja'Kobe",
        "Latrice called 5pm, Ja'Kobe's tickled with his new bb gun, keeps it locked up",
    ],
)
def test_checkers_and_puppies_are_no_worry(text: str):
    assert reading(text).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "Went by Latrice's at 5 today to see Ja'Kobe and there wasn't a soul home",
        "Latrice ain't called me back, I left her word at 9:20 today",
        "Tried to get up with Latrice at 12:30 today, phone just rung and rung",
    ],
)
def test_nobody_was_reached(text: str):
    (item,) = items(text)
    assert (item.outcome, item.starts_at is None) == (Outcome.ATTEMPTED, False)


def test_what_one_reckons_to_do_is_a_plan_and_thursday_week_is_a_week_on():
    found = reading("Reckon I ought to go see Kaylee P and Colton Thursday week at 3:30")
    assert found.intent is Intent.PLAN_VISIT
    assert found.contacts[0].on.day == 25


def test_a_list_of_whom_one_has_not_seen_is_asked_for():
    assert reading("I reckon I need me a list of who I ain't seen yet this month").intent is Intent.LIST_DUE


@pytest.mark.parametrize(
    "text",
    [
        "tried to see wyatt at his pawpaws after shcool 330 nobdy come to the door",
        "went to see wyatt at his papaw's 330 today, wasn't nobody home",
        "tried to see wyatt at his granddaddys today at 3:30, no one home",
    ],
)
def test_pawpaws_is_the_home_of_him_who_has_the_child(text: str):
    (item,) = items(text, "GS10")
    assert (set(item.types), item.outcome) == ({CHILD, HOME}, Outcome.ATTEMPTED)
    assert f"{item.starts_at.astimezone(TZ):%H:%M}" == "15:30"


@pytest.mark.parametrize("name", ["Papaw", "his pawpaw", "granddaddy"])
def test_a_grandfather_by_any_name_is_the_one_on_file(name: str):
    assert items(f"called {name} 330 today, he says wyatt is fine", "GS10")[0].people == ("GC595",)


@pytest.mark.parametrize(
    "whom", ["all three kids", "all 3 kids", "all of them", "them three kids", "all three"]
)
def test_all_three_seen_are_seen(whom: str):
    (item,) = items(f"went by doña Almas today 3:15, saw {whom}", "GS08")
    assert (set(item.types), len(item.children)) == ({CHILD, HOME}, 3)


def test_three_bedrooms_are_no_children():
    (item,) = items("saw all 3 bedrooms at doña Almas today 3:15, Alma showed me around", "GS08")
    assert CHILD not in item.types


def test_who_brings_the_child_to_the_worker_was_there():
    text = "Went out to Double Creek at 10 to see Kaylee P. Miss Rhonda pulled her out of P.E. for me and caught me up."
    assert items(text)[0].people == ("GC507",)
