"""What counts for a visit, and how the month and a placement's first days stand."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.first_days import first_days
from bot.rules.months import Month, visit_month
from bot.rules.policy import load_policy
from bot.rules.reminder_days import (
    conference_day,
    first_days_days,
    hearing_days,
    visit_days,
    weekly_digest_day,
)
from bot.rules.residence import at_residence, placement_on
from bot.rules.visits import (
    VisitFacts,
    child_month,
    counts_at_residence,
    counts_federally,
    counts_for_caretaker,
    counts_for_child,
    counts_for_parent,
    in_care,
    owes_visit,
)
from storage.types import Child, EventType, Method, NoteStatus, Outcome, Place, Placement, PlacementType, Role

POLICY = load_policy()
NOVEMBER = Month(2026, 11)
SEEN = VisitFacts(
    note_id="n1",
    case_id="C1",
    status=NoteStatus.APPROVED,
    types=frozenset({EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT}),
    children=frozenset({"maya"}),
    on=date(2026, 11, 12),
    method=Method.IN_PERSON,
    outcome=Outcome.COMPLETED,
    author_role=Role.CASEWORKER,
    place=Place.FOSTER_HOME,
    at_residence=True,
)


def counts(**changes):
    return counts_for_child(replace(SEEN, **changes), "maya", policy=POLICY)


def test_dana_saw_maya_at_home():
    assert counts()
    assert counts_federally(SEEN, "maya", policy=POLICY)
    assert counts_at_residence(SEEN, "maya", policy=POLICY)


@pytest.mark.parametrize(
    "changes",
    [
        {"method": Method.PHONE},
        {"method": Method.VIDEO},
        {"method": None},
        {"outcome": Outcome.ATTEMPTED},
        {"outcome": Outcome.CANCELLED},
        {"outcome": Outcome.PLANNED},
        {"types": frozenset({EventType.FOSTER_HOME_VISIT})},
        {"children": frozenset({"mateo"})},
        {"status": NoteStatus.DISCARDED},
        {"author_role": Role.SECRETARY},
        {"author_role": Role.ONCALL},
    ],
    ids=str,
)
def test_what_is_no_visit(changes):
    assert not counts(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"place": Place.COURT},
        {"types": SEEN.types | {EventType.COURT_APPEARANCE}},
        {"placement_move": True},
    ],
    ids=["court", "court appearance", "placement move"],
)
def test_what_meets_the_obligation_but_not_the_federal_measure(changes):
    assert counts(**changes)
    assert not counts_federally(replace(SEEN, **changes), "maya", policy=POLICY)


@pytest.mark.parametrize("elsewhere", [False, None])
def test_not_at_home_or_not_known_is_not_at_the_residence(elsewhere):
    assert not counts_at_residence(replace(SEEN, at_residence=elsewhere), "maya", policy=POLICY)


def month_of(*notes, case_requires=1):
    return child_month(notes, "maya", NOVEMBER, policy=POLICY, case_requires=case_requires)


def test_an_approved_visit_is_documented():
    standing = month_of(SEEN)
    assert (standing.met, standing.still_owed, standing.seen_not_documented) == (True, 0, False)


@pytest.mark.parametrize("status", [NoteStatus.DRAFT, NoteStatus.SUBMITTED, NoteStatus.RETURNED])
def test_seen_but_not_yet_documented(status):
    standing = month_of(replace(SEEN, status=status))
    assert standing.met
    assert standing.seen_not_documented


def test_a_child_who_needs_two_is_owed_the_second():
    assert month_of(SEEN, case_requires=2).still_owed == 1
    assert month_of(SEEN, replace(SEEN, on=date(2026, 11, 30)), case_requires=2).met


def test_two_notes_of_one_day_are_one_visit():
    assert month_of(SEEN, replace(SEEN, note_id="n2"), case_requires=2).still_owed == 1


def test_the_month_is_the_local_dates():
    late = datetime(2026, 11, 30, 23, 30, tzinfo=POLICY.zone)  # 1 December in UTC
    assert visit_month(late, POLICY.zone) == visit_month(date(2026, 11, 30), POLICY.zone) == NOVEMBER
    assert month_of(replace(SEEN, on=date(2026, 12, 1))).still_owed == 1


@pytest.mark.parametrize(("day", "owed"), [((10, 31), 1), ((11, 1), 0), ((11, 30), 0), ((12, 1), 1)])
def test_the_first_and_the_last_day_belong_to_the_month(day, owed):
    assert month_of(replace(SEEN, on=date(2026, *day))).still_owed == owed


def test_parents_and_caretaker_are_owed_contacts_of_their_own():
    parent = replace(SEEN, types=frozenset({EventType.BIRTH_PARENT_CASEWORKER}), children=frozenset())
    carer = replace(SEEN, types=frozenset({EventType.CASEWORKER_FOSTER_PARENT}))
    assert counts_for_parent(parent, "C1", policy=POLICY)
    assert not counts_for_parent(parent, "C2", policy=POLICY)
    assert not counts_for_parent(SEEN, "C1", policy=POLICY)
    assert counts_for_caretaker(carer, "maya", "C1", policy=POLICY)
    assert not counts_for_caretaker(carer, "mateo", "C1", policy=POLICY)
    assert counts_for_caretaker(replace(carer, children=frozenset()), "mateo", "C1", policy=POLICY)


def test_a_profile_may_let_a_call_to_a_parent_count():
    called = replace(SEEN, types=frozenset({EventType.BIRTH_PARENT_CASEWORKER}), method=Method.PHONE)
    lenient = replace(POLICY, visits=replace(POLICY.visits, parent_in_person=False))
    assert not counts_for_parent(called, "C1", policy=POLICY)
    assert counts_for_parent(called, "C1", policy=lenient)
    assert not counts_for_parent(replace(called, method=Method.TEXT), "C1", policy=lenient)


@pytest.mark.parametrize(
    ("entered", "left", "owes"),
    [
        (date(2026, 11, 30), None, True),
        (date(2026, 12, 1), None, False),
        (date(2025, 1, 1), date(2026, 11, 1), True),
        (date(2025, 1, 1), date(2026, 10, 31), False),
        (None, None, False),
    ],
)
def test_a_visit_is_owed_for_a_month_with_a_day_in_care(entered, left, owes):
    assert owes_visit(NOVEMBER, entered=entered, left=left) is owes
    days = [date(2026, 11, day) for day in range(1, 31)]
    assert any(in_care(day, entered=entered, left=left) for day in days) is owes


MAYA = Child(
    "maya",
    "C1",
    "Maya",
    "Rivera",
    entered_care_on=date(2025, 3, 14),
    placement_type=PlacementType.FOSTER_HOME,
    placement_contact_id="K3",
)
HOME = Placement("maya", PlacementType.FOSTER_HOME, "K3", date(2025, 3, 14), date(2026, 11, 10))
RTC = Placement("maya", PlacementType.RESIDENTIAL, "K17", date(2026, 11, 10))


def test_on_the_day_of_a_move_the_new_place_is_home():
    lived = [placement_on(MAYA, [HOME, RTC], date(2026, 11, day)).placement_contact_id for day in (9, 10, 11)]
    assert lived == ["K3", "K17", "K17"]
    assert placement_on(MAYA, [HOME, RTC], date(2025, 1, 1)) is None


def test_without_placements_the_childs_row_has_held_since_care_began():
    assert placement_on(MAYA, [], date(2026, 1, 1)).placement_contact_id == "K3"
    assert placement_on(MAYA, [], date(2025, 3, 13)) is None
    assert placement_on(replace(MAYA, placement_type=None), [], date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("place", "lived", "answer"),
    [
        (Place.FOSTER_HOME, HOME, True),
        (Place.FOSTER_HOME, RTC, False),
        (Place.RESIDENTIAL, RTC, True),
        (Place.BIRTH_HOME, replace(HOME, placement_type=PlacementType.TRIAL_DISCHARGE), True),
        (Place.BIRTH_HOME, HOME, False),
        (Place.SCHOOL, HOME, False),
        (Place.COURT, None, False),
        (Place.MEDICAL, HOME, None),
        (Place.FOSTER_HOME, None, None),
        (None, HOME, None),
    ],
)
def test_where_the_child_lived_that_day(place, lived, answer):
    assert at_residence(place, lived) is answer


def test_what_the_worker_states_wins():
    assert at_residence(Place.MEDICAL, HOME, stated=True) is True
    assert at_residence(Place.FOSTER_HOME, HOME, stated=False) is False


def test_another_homes_carer_means_another_home():
    assert at_residence(Place.FOSTER_HOME, HOME, carers_present={"K9"}) is False
    assert at_residence(Place.FOSTER_HOME, HOME, carers_present={"K9", "K3"}) is True


def test_a_placements_first_thirty_days():
    start = date(2026, 11, 5)
    parent = replace(SEEN, types=frozenset({EventType.BIRTH_PARENT_CASEWORKER}))
    carer = replace(SEEN, types=frozenset({EventType.CASEWORKER_FOSTER_PARENT}))
    at_school = replace(SEEN, on=date(2026, 12, 4), at_residence=False)
    too_late = replace(SEEN, on=date(2026, 12, 5))
    stands = first_days([SEEN, too_late, parent, carer], "maya", "C1", start, policy=POLICY)
    assert stands.last == date(2026, 12, 4)
    assert stands.due == datetime(2026, 12, 4, 23, 59, 59, tzinfo=POLICY.zone)
    assert (stands.child.still_owed, stands.child_at_placement.still_owed) == (1, 0)
    assert (stands.parent.still_owed, stands.caretaker.still_owed, stands.met) == (1, 0, False)
    again = replace(parent, on=date(2026, 11, 20))
    assert first_days([SEEN, at_school, parent, again, carer], "maya", "C1", start, policy=POLICY).met


def test_when_visits_are_reminded_of():
    assert dict(visit_days(NOVEMBER, policy=POLICY)) == {
        "mid_month": date(2026, 11, 15),
        "days_left_7": date(2026, 11, 23),
        "days_left_3": date(2026, 11, 27),
        "last_working_day": date(2026, 11, 30),
    }
    assert dict(visit_days(Month(2027, 5), policy=POLICY))["last_working_day"] == date(2027, 5, 28)


def test_when_first_days_hearings_and_conferences_are_reminded_of():
    assert dict(first_days_days(date(2026, 11, 5), policy=POLICY)) == {
        "halfway": date(2026, 11, 20),
        "days_left_7": date(2026, 11, 27),
        "days_left_3": date(2026, 12, 1),
        "last_working_day": date(2026, 12, 4),
    }
    hearing = datetime(2027, 1, 20, 9, 30, tzinfo=POLICY.zone)
    assert dict(hearing_days(hearing, policy=POLICY)) == {
        "consultation": date(2026, 11, 21),
        "report_soon": date(2027, 1, 4),
        "report_due": date(2027, 1, 6),
    }
    assert conference_day(date(2026, 11, 19), policy=POLICY) == date(2026, 11, 25)
    assert weekly_digest_day(date(2026, 11, 22), policy=POLICY) == date(2026, 11, 23)
    assert weekly_digest_day(date(2026, 11, 23), policy=POLICY) == date(2026, 11, 23)


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_every_reminder_of_a_month_lies_in_it(day):
    month = Month.of(day)
    assert day in month
    assert Month.parse(str(month)) == month
    assert month.next().first > month.last
    days = [when for _, when in visit_days(month, policy=POLICY)]
    assert all(when in month for when in days)
    assert days[:3] == sorted(days[:3])
