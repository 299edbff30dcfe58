"""The trade's shorthand: attempts, no-shows, court, voicemails, calls back, hours without their half of the day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock

TZ = ZoneInfo("America/New_York")
FRIDAY = datetime(2026, 11, 13, 16, 30, tzinfo=TZ)
CHILD, COURT = EventType.CASEWORKER_CHILD, EventType.COURT_APPEARANCE
CARER, SPR = EventType.CASEWORKER_FOSTER_PARENT, EventType.SERVICE_PLAN_REVIEW


def reading(text: str, staff: str = "S005") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=FRIDAY, tz=TZ)


def only(text: str) -> Item:
    (item,) = reading(text).contacts
    return item


def names(item: Item) -> list[str]:
    return [SAMPLE.children[child].first_name for child in item.children]


def people(item: Item) -> list[str]:
    return [SAMPLE.contacts[person].name for person in item.people]


@pytest.mark.parametrize(
    "text",
    [
        "att hv xie 4p, fp edwards not home, nbr said shopping",
        "att. hv mason 330, no resp at door, left card",
        "attmpt home visit nichols 11, lights on no one ans",
        "att sch vst owen 1p, out sick per vasquez",
        "hope att 3p not in school, ms elena rivera says cut class",
        "att f2f nancy sheridan 12 addr, no resp at door",
        "ns campbell bm 1p sv, maya upset, fp estrada picked up",
        "sv sheridan 4p ns bm, owen waited 30 min",
        "rivera bf ns 2p sv, lucia there? no neither, kids back to thompson",
        "drop by owens 1p nobody",
        "drop by bryant today 2p, no one",
        "tang fp huang vm 305p",
        "vm bm campbell 1015 re visit sat",
        "lv msg lindqvist 2p re owen",
        "acs mejia tc 1245 acosta, no ans lvm",
    ],
)
def test_what_came_to_nothing_is_an_attempt(text: str):
    assert only(text).outcome is Outcome.ATTEMPTED


@pytest.mark.parametrize(
    "text",
    [
        "tc fields atty 3p re maya campbell, adj",
        "hv xie 4p, atty ostrow there too, alan ok",
        "saw hope w her att 3p",
        "NS called 3p re winnie tang, she is fine",
        "huang cb 310, winnie ok",
    ],
)
def test_attorneys_initials_and_calls_back_are_none(text: str):
    assert all(item.outcome is Outcome.COMPLETED for item in reading(text).contacts)


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("crt today acosta pt 11 adj to 1/22, owens there", ["Nicolás", "Brandon"], ""),
        ("ct acosta pt 11 10a adj", ["Nicolás", "Brandon"], "11-13 10:00"),
        ("ct nichols pt 5 930, tpr cont'd 2/15", ["Micah", "Nia"], "11-13 09:30"),
        ("appeared fam ct nichols 930 tpr trial cont'd, abramson, ostrow", ["Micah", "Nia"], "11-13 09:30"),
        ("fam ct mason 1130 ff adj 12/9, eze + whitaker", ["Laila"], "11-13 11:30"),
        ("crt xie 2p, bm no show, ostrow present", ["Alan"], "11-13 14:00"),
    ],
)
def test_court_in_short_is_a_hearing_at_its_hour(text: str, who: list[str], when: str):
    item = only(text)
    assert (item.types, names(item), clock(item)) == ((COURT,), who, when)
    assert item.outcome is Outcome.COMPLETED


def test_no_court_today_is_a_hearing_called_off():
    assert only("no ct mason today, judge out").outcome is Outcome.CANCELLED


def test_a_client_is_no_court():
    assert COURT not in only("ct says maya campbell is doing well, tc estrada 3p").types


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ct acosta mon 930 cant go, kevin covering", "11-16 09:30"),
        ("hearing mason tues 2p, i cant make it, jean-marc covering", "11-17 14:00"),
        ("svc plan rvw rivera tmrw 10 move to wed", "11-18 10:00"),
        ("ftm nichols mon 1p pls resched to thurs", "11-19 13:00"),
    ],
)
def test_what_is_to_come_is_a_plan(text: str, when: str):
    found = reading(text)
    assert (found.intent, clock(found.contacts[0])) == (Intent.PLAN_VISIT, when)


def test_court_that_was_missed_is_no_plan():
    assert reading("ct acosta mon 930, bm couldnt go, kevin covered").intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("tc fp estrada 11 maya refusing school", ["Norma Estrada"], "11-13 11:00"),
        ("quintana tc 330 alan 2 missed sess", ["Marisela Quintana"], "11-13 15:30"),
        ("huang tc 1130 winnie sick", ["Ai Hua Huang"], "11-13 11:30"),
        ("huang cb 310, winnie ok", ["Ai Hua Huang"], "11-13 15:10"),
        ("edwards says alan bit kid at school, no marks, tc 1p", ["Erica Edwards"], "11-13 13:00"),
        ("ms daley reports owen up all night, tc 915", ["Joycelyn Daley"], "11-13 09:15"),
        ("tc bm campbell 1015 re visit sat", ["Shanice Campbell"], "11-13 10:15"),
        ("cb from tillery 220, wants school recs campbell", ["Marcus Tillery"], "11-13 14:20"),
    ],
)
def test_a_call_in_short_keeps_its_hour_its_way_and_who_it_was_with(text: str, who: list[str], when: str):
    item = only(text)
    assert (people(item), clock(item), item.method) == (who, when, Method.PHONE)
    assert CHILD not in item.types


@pytest.mark.parametrize(
    ("text", "when", "minutes"),
    [
        ("sv rivera 3-5 agency, bm lucia bf hector both kids", "11-13 15:00", 120),
        ("sv sheridan 2-330 agency, bm nancy, owen ok", "11-13 14:00", 90),
        ("daley txt back 820 ok for sat", "11-13 08:20", None),
    ],
)
def test_bare_hours_before_a_word_are_hours(text: str, when: str, minutes: int | None):
    item = only(text)
    assert (clock(item), item.minutes) == (when, minutes)


@pytest.mark.parametrize(
    "text", ["tc fp estrada 2 kids sick", "hv thompson 2 beds ok", "tc huang 3 missed visits, winnie ok"]
)
def test_numbers_of_something_are_no_hours(text: str):
    assert only(text).starts_at is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("saw owen daley home today 11-1130 alone, new tooth", True),
        ("saw micah fermin home 4p", False),
        ("hv laila bryant 2-230, co detector missing", False),
        ("hv winnie huang 4p ok", False),
        ("hv pettway 3p, hope there, seen alone 15 min", True),
    ],
)
def test_a_child_named_before_the_carers_name_was_seen(text: str, alone: bool):
    item = only(text)
    assert CHILD in item.types
    assert bool(item.seen_alone) is alone


@pytest.mark.parametrize(
    "text",
    [
        "xie hv 3p fp said alan at karate, not seen",
        "xie hv 3p, fp said alan is at karate",
        "hv acosta owens 4p, said boys at practice, not seen",
        "hv pettway 2p hope not home, fp said at practice",
    ],
)
def test_a_child_said_to_be_elsewhere_was_not_seen(text: str):
    assert CHILD not in only(text).types


def test_a_brother_who_was_there_was_seen():
    item = only("hv rivera 4p fp says maya at practice, mateo seen")
    assert names(item) == ["Mateo"]
    assert CHILD in item.types


def test_a_plan_review_in_short_is_one():
    assert only("svc plan rvw rivera today 10a, lucia there").types == (SPR,)


@pytest.mark.parametrize(
    "text",
    ["met rivera bm 11a agency", "hv mason bm 11a talked lease", "ov campbell bm 1p", "ns nichols bm 11a ov"],
)
def test_a_family_before_its_mother_is_no_child_seen(text: str):
    assert only(text).types == (EventType.BIRTH_PARENT_CASEWORKER,)


@pytest.mark.parametrize("text", ["rivera bm visit 3p agency", "campbell bm 1p sv, maya good"])
def test_a_mothers_own_visit_stays_hers_with_the_children(text: str):
    assert only(text).types == (EventType.BIRTH_PARENT_CHILD,)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("att tc moran bf x3 9 1115 and 2, n/a", ["11-13 09:00", "11-13 11:15", "11-13 14:00"]),
        ("daley vm 8a, cb 830 ok for sat", ["11-13 08:00", "11-13 08:30"]),
    ],
)
def test_each_try_has_its_hour(text: str, hours: list[str]):
    assert [clock(item) for item in reading(text).contacts] == hours


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("vm from daley 8a owen fever 101", Outcome.COMPLETED),
        ("got a voicemail from ms daley at 8, owen has a fever", Outcome.COMPLETED),
        ("missed call from daley 8a, owen fever", Outcome.ATTEMPTED),
    ],
)
def test_a_voicemail_from_somebody_is_no_visit(text: str, outcome: Outcome):
    item = only(text)
    assert (item.types, item.method, item.place, item.outcome) == ((CARER,), Method.PHONE, None, outcome)


@pytest.mark.parametrize(
    ("text", "types", "when"),
    [
        ("ff mason 11 adj, eze + whitaker pres", (COURT,), "11-13 11:00"),
        ("perm hrg tang 930 done 10, feldman", (COURT,), "11-13 09:30"),
        ("tpr trial nichols day 2 10-1", (COURT,), "11-13 10:00"),
        ("cftm rivera 130 agency, bm lucia", (EventType.CASE_CONFERENCE,), "11-13 13:30"),
        ("sch visit owen 115 w vasquez, iep mtg 12/3", (CHILD, EventType.SCHOOL), "11-13 13:15"),
        ("hv4p xie alan ok", (CHILD, EventType.FOSTER_HOME_VISIT), "11-13 16:00"),
    ],
)
def test_more_of_the_trades_words(text: str, types: tuple[EventType, ...], when: str):
    item = only(text)
    assert (item.types, clock(item)) == (types, when)


@pytest.mark.parametrize("text", ["will att hv mason again mon 5p", "need to att hv mason mon 5p"])
def test_an_attempt_that_is_to_be_made_is_a_plan(text: str):
    found = reading(text)
    assert found.intent is Intent.PLAN_VISIT
    assert names(found.contacts[0]) == ["Laila"]
