"""Times taken back, ends of visits, questions with police in them, who was away: each class of lot 11."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.names.sounds import sounds_like
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")


def reading(text: str, *, voice: bool = False) -> Reading:
    sent = datetime(2026, 11, 10, 20, 45, tzinfo=TZ)  # a Tuesday
    return read(SAMPLE, staff_id="S007", text=text, sent_at=sent, tz=TZ, voice=voice)


def clocks(text: str, *, voice: bool = False) -> list[str]:
    found = [item.starts_at for item in reading(text, voice=voice).contacts]
    return [f"{one:%d %H:%M}" if one else "" for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "saw Winnie at four at Nicole Carter's with her tutor, scratch that, it was four thirty",
        "saw Winnie Lau today at two p m at nicole carters uh no sorry four thirty p m",
        "met with Winnie at 3 at the agency with Ms Carter, no wait it was 4:30",
        "1615 no 1630 Winnie Lau, foster home, 15m",
        "visited Winnie at 4 at her foster home, oh no, sorry, 4:30",
    ],
)
def test_a_time_taken_back_later_in_the_sentence_gives_way(text: str):
    assert clocks(text) == ["10 16:30"]


def test_leaving_later_takes_no_start_back():
    (item,) = reading("saw Winnie at 3 at Ms Carter's, then left at 4:30").contacts
    assert item.starts_at is not None
    assert item.starts_at.hour == 15


@pytest.mark.parametrize("end", ["out 1515", "out at 3:15", "left around 3:15"])
def test_the_hour_of_leaving_is_no_second_visit(end: str):
    (item,) = reading(f"1430 hv Winnie Lau / foster home, talked w Ms Carter / no concerns / {end}").contacts
    assert item.minutes == 45


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Nicole Carter called me 2020, Winnie has a cough", "10 20:20"),
        ("called Nicole Carter 1958 re the dentist", "10 19:58"),
        ("saw Winnie at Nicole Carter's at 5:30 last night", "09 17:30"),
        ("Nicole Carter called last night at 2, Winnie has a cough", "10 02:00"),
    ],
)
def test_four_digits_behind_a_call_and_the_hours_of_a_night(text: str, clock: str):
    assert clocks(text) == [clock]


def test_waiting_until_an_hour_is_not_when_they_were_to_come():
    text = "Qiu Yue Lau was supposed to see Winnie at 3 today at our office, she never came, waited till 3:30"
    assert clocks(text) == ["10 15:00"]


@pytest.mark.parametrize(
    "text",
    [
        "alerts for Winnie Lau? deputy asking what meds she's on",
        "Winnie Lau allergies?? ER asking",
        "any allergies for Winnie Lau, paramedics need to know",
    ],
)
def test_who_asks_for_a_fact_makes_no_emergency(text: str):
    assert reading(text).intent is Intent.LOOKUP


def test_an_emergency_beside_the_question_still_is_one():
    assert reading("Winnie Lau is in the ER, she overdosed. allergies?").intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("quiero ver a Winnie en la escuela un dia de estos", Intent.PLAN_VISIT),
        ("tengo que visitar a Winnie la semana que viene", Intent.PLAN_VISIT),
        ("hi it's joan who was on call saturday night", Intent.LOOKUP_ONCALL),
        ("ok youre a doll thanks", Intent.OTHER),
        ("mailed Qiu Yue Lau the visit calendar and case plan 11/9", Intent.LOG_CONTACT),
    ],
)
def test_wishes_greetings_thanks_and_papers(text: str, intent: Intent):
    assert reading(text).intent is intent


@pytest.mark.parametrize(
    "told",
    [
        "Winnie's been chatting online with a man in his 30s who knows what school she goes to",
        "Winnie is talking to a 30 yr old guy on discord",
        "Winnie habla con un hombre por internet que quiere conocerla",
    ],
)
def test_a_grown_man_who_writes_to_a_child_is_a_worry(told: str):
    assert reading(f"Nicole Carter called 4:20, {told}").intent is Intent.SAFETY_CONCERN


def test_a_tutor_who_writes_is_no_worry():
    text = "Nicole Carter called 4:20, Winnie has been texting her tutor, a man of 40, on whatsapp"
    assert reading(text).intent is Intent.LOG_CONTACT


def test_leave_from_a_weekday_with_its_date():
    period = reading("need fri 11/20 thru mon 11/23 off").period
    assert period is not None
    assert (str(period.first), str(period.last)) == ("2026-11-20", "2026-11-23")


def test_on_to_the_next_home_without_a_verb():
    text = "Saw Winnie at Ms Carter's 4p, 30 min. Then over to Yolanda Figueroa's, got there 515, saw Jaylen"
    assert clocks(text) == ["10 16:00", "10 17:15"]


def test_tried_for_a_child_is_an_attempt():
    (item,) = reading("1630 tried for Winnie at Nicole Carter's, at practice, not seen").contacts
    assert item.outcome is Outcome.ATTEMPTED
    assert EventType.CASEWORKER_CHILD in item.types


def test_a_call_listened_to_is_the_parents_own():
    (item,) = reading("monitored phone call Winnie + mom 4pm today, 20 min, on speaker").contacts
    assert set(item.types) == {EventType.BIRTH_PARENT_CHILD}
    assert item.method is Method.PHONE


def test_talking_to_a_childs_caregiver_is_no_visit():
    (item,) = reading("talked to Winnie's foster mom this morning re the ear infection").contacts
    assert set(item.types) == {EventType.CASEWORKER_FOSTER_PARENT}
    assert item.place is None


def test_a_home_named_behind_the_names_is_the_place():
    (item,) = reading("Angel + Luz, Polanco home, 1700 / 40m. Angel says he likes school").contacts
    assert item.place is Place.FOSTER_HOME


def test_children_at_school_are_no_part_of_the_visit():
    (item,) = reading("saw Altagracia Polanco at her house 3pm, kids were still at school").contacts
    assert EventType.CASEWORKER_CHILD not in item.types


def test_aiden_does_not_sound_like_jaden():
    assert not sounds_like("aiden", "jaden")
    assert sounds_like("jaden", "jayden")
    assert sounds_like("jalen", "jaylen")


def test_a_spoken_possessive_of_two_alike_is_asked_about():
    assert reading("what is the phone number for jalens mother", voice=True).ask == ("child",)


def test_what_is_done_instead_is_a_plan_of_its_own():
    text = "Angel and Luz's visit with mom today at one cancelled, we're doing it thursday at two instead"
    first, second = reading(text).contacts
    assert (first.outcome, second.outcome) == (Outcome.CANCELLED, Outcome.PLANNED)
    assert f"{second.starts_at:%d %H:%M}" == "12 14:00"
