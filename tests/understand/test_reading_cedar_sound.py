"""Classes of wording that lots 34 and 32 were misread in, in words of our own."""

from functools import partial
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from tests.understand import telling
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock, people

TZ = ZoneInfo("America/New_York")
LOG, CRISIS, CONCERN = Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN


def intent(text: str) -> Intent:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=telling.TUESDAY, tz=TZ).intent


events = partial(telling.events, sent=telling.TUESDAY)


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("im at pettways rn, sharon says hope took like 12 tylenol in the bathroom", CRISIS),
        ("Sharon Pettway called 2pm, Maya Campbell took about ten advil an hour ago", CRISIS),
        ("la sra estrada llamó 2pm, maya campbell se tomó unas 10 tylenol", CRISIS),
        ("maya campbell took an unknown number of her trazodone pills", CRISIS),
        ("sharon found an empty bottle of benadryl next to hope 5pm", CRISIS),
        ("mateo was throwing up at Bev's 4pm, medics r on the way", CRISIS),
        ("hv pettway 1pm, saw Hope, took two tylenol for a headache", LOG),
        ("saw hope 1pm at home, she takes 10 mg of zoloft", LOG),
        ("saw mateo 1pm at home, he takes 6 different meds", LOG),
        ("saw mateo 1pm at home, he has taken 10 of his 12 antibiotic pills", LOG),
        ("saw hope 1pm at home, she wants to join the medics club at school", LOG),
    ],
)
def test_many_pills_are_an_emergency(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("hv estrada 1pm, saw maya campbell. Norma's cousin Ray passed out on the couch, beer cans", CONCERN),
        ("hv estrada 1pm, saw maya campbell. some guy passed out drunk in the bedroom", CONCERN),
        ("hv estrada 1pm, maya campbell passed out on the couch, wont wake up", CRISIS),
        ("norma estrada passed out in the kitchen at 4, her son called me", CRISIS),
        ("hv estrada 1pm, saw maya campbell, she passed out her valentines", LOG),
    ],
)
def test_a_grown_up_passed_out_on_the_couch_is_a_worry(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("hv estrada 1pm, saw maya campbell, window lock works, food in the house", LOG),
        ("hv estrada 1pm, saw maya campbell. doors and windows lock, fridge full, food in pantry", LOG),
        ("hv estrada 1pm, saw maya campbell. there is a lock on the fridge", CONCERN),
        ("hv estrada 1pm, saw maya campbell, padlock on the pantry door, food kept in her bedroom", CONCERN),
    ],
)
def test_a_lock_that_works_keeps_no_food_away(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("had the conference for the Riveras thursday at our office 1 to 1:50, Bev came", "11-12 13:00"),
        ("Held the SPR for the Riveras on Thursday at the office from 10 to 11, Bev attended", "11-12 10:00"),
        ("called Bev Thompson at 2 about the conference for the Riveras thursday", "11-17 14:00"),
    ],
)
def test_whose_conference_it_was_leaves_its_day(text: str, at: str) -> None:
    assert clock(events(text)[0]) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Saw Hope yesterday 3pm, no sorry that was friday yesterday was the training", "11-13 15:00"),
        (
            "Yesterday I saw Hope at her school at 3. No wait, it was Friday, yesterday I had training",
            "11-13",
        ),
        ("Saw Hope yesterday 3pm at Pettways. Sorry, friday not yesterday", "11-13 15:00"),
        ("vi a Hope ayer a las 3, no perdon, eso fue el viernes, ayer fue el entrenamiento", "11-13 15:00"),
        ("Saw Hope on Friday at 3, no wait it was Thursday, I was off Friday", "11-12 15:00"),
        ("Saw Hope yesterday 3pm at Pettways. Yesterday was the training for her teacher", "11-16 15:00"),
        ("Saw Hope on Friday at 3. Visit next week is Monday, not Friday", "11-13 15:00"),
    ],
)
def test_a_day_that_was_another_things_is_put_right(text: str, at: str) -> None:
    assert clock(events(text)[0]).startswith(at)


def told(text: str) -> list[str]:
    """Each event in short: its hour, whom with, what became of it, where."""
    return [
        f"{clock(one)[-5:]} {'+'.join(people(one))} {one.outcome} {one.place}".replace("None", "-")
        for one in events(text)
    ]


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        (
            "Hope skipped again 🙃 was supposed to meet me 11am today at school. Grabbed Ms Rivera 11:20 instead",
            ["11:00  attempted school", "11:20 Elena Rivera completed school"],
        ),
        (
            "Hope bailed on me, we were supposed to meet 11am at her school. Spoke to Elena Rivera there at 11:20",
            ["11:00  attempted school", "11:20 Elena Rivera completed school"],
        ),
        (
            "Hope no vino, iba a reunirse conmigo a las 11 en la escuela. Hablé con Elena Rivera a las 11:20",
            ["11:00  attempted school", "11:20 Elena Rivera completed -"],
        ),
    ],
)
def test_a_meeting_skipped_and_who_was_met_instead(text: str, is_: list[str]) -> None:
    assert told(text) == is_


@pytest.mark.parametrize(
    "then",
    [
        "then just me n her 6:50 to 7 abt housing",
        "Then it was just her and me from 6:50 to 7",
        "Luego solo ella y yo 6:50-7",
    ],
)
def test_just_the_two_of_us_is_a_talk_of_its_own(then: str) -> None:
    first, second = events(
        f"supervised Lucia Rivera's visit today 5:30-6:45 at the office w both kids. {then}"
    )
    assert [str(one) for one in second.types] == ["birth_parent_caseworker"]
    assert people(second) == ["Lucia Rivera"]
    assert second.children == first.children


@pytest.mark.parametrize(
    ("text", "with_"),
    [
        (
            "Stopped at Bev's at 2:30; Mateo was still at school, so she and I went over his chart",
            ["Beverly Thompson"],
        ),
        (
            "Pasé a casa de Bev a las 2, Mateo estaba en la escuela, ella y yo revisamos todo",
            ["Beverly Thompson"],
        ),
        ("Saw Mateo at Bev's at 2:30, he and I went over his chart", []),
    ],
)
def test_she_and_i_is_the_one_at_home(text: str, with_: list[str]) -> None:
    assert people(events(text)[0]) == with_


@pytest.mark.parametrize(
    "text",
    [
        "At Bev's 4:15 today Mateo showed me a scab. He looked at Bev before he answered. Bev told me he fell",
        "At Bev's 4:15 today Mateo showed me a scab. He answered all my questions. Bev told me he fell",
    ],
)
def test_who_answers_a_question_answers_no_phone(text: str) -> None:
    (one,) = events(text)
    assert (str(one.method), str(one.place)) == ("in_person", "foster_home")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Cancelada la visita de hoy de Lucia Rivera con los niños, era a las 3:30 en la oficina. Me avisó por texto "
            "a las 2:05. La reponemos el martes 24 a la misma hora"
        ),
        (
            "Lucia Rivera's visit with the kids today at 3:30 at the office was cancelled. She texted me at 2:05 that she "
            "works. Make up is Tuesday the 24th, same time"
        ),
    ],
)
def test_the_same_time_is_the_visits_and_not_the_texts(text: str) -> None:
    off, text_, next_ = events(text)
    assert [clock(one) for one in (off, text_, next_)] == ["11-17 15:30", "11-17 14:05", "11-24 15:30"]
    assert people(text_) == ["Lucia Rivera"]
    assert [str(one) for one in text_.types] == ["birth_parent_caseworker"]


@pytest.mark.parametrize(
    "away",
    [
        "Hector Rivera invited, did not attend",
        "Hector Rivera was invited but did not come",
        "Did not attend: Hector Rivera",
    ],
)
def test_minutes_of_a_review(away: str) -> None:
    (one,) = events(
        f"11/16 SPR - Rivera\n10-11:30, conf rm at our office\nPresent: Lucia Rivera, Beverly Thompson\n{away}\nMateo's IEP to be reviewed"
    )
    assert people(one) == ["Beverly Thompson", "Lucia Rivera"]
    assert len(one.children) == 2
    assert str(one.place) == "agency"


def test_just_now_gives_way_to_when_it_started() -> None:
    (one,) = events("Long call with Bev Thompson just now! Started at 3:50, about Mateo's curfew")
    assert clock(one) == "11-17 15:50"


def test_on_shift_and_told_me_behind_no_stop() -> None:
    (one,) = events(
        "this morning i went to see will at his residence nine forty he said the new roommate snores curtis coleman "
        "was on shift and he told me will is up for a pass"
    )
    assert people(one) == ["Curtis Coleman"]


@pytest.mark.parametrize(
    "text",
    [
        "What did I set down concerning Ms Pettway's repair back in September?",
        "what have i jotted down about Hope's school in october",
    ],
)
def test_what_was_set_down_is_asked_for(text: str) -> None:
    assert intent(text) is Intent.FIND_NOTES
