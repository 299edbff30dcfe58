"""Somebody reviews, and never the author."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.reviewer import Delegation, Office, is_away, line_above, stand_ins, who_reviews
from storage.types import Leave, Role

from .office_people import ADA, DANA, EVERYBODY, LEE, NOOR, PAT, RILEY, SAM, SKY, STAFF

TODAY = date(2026, 12, 29)


def away(person, *, covered_by=None):
    return Leave(person.id, date(2026, 12, 28), date(2026, 12, 31), covered_by and covered_by.id)


def delegated(supervisor, delegate, first=TODAY, last=TODAY):
    return Delegation(supervisor.id, delegate.id, first, last)


def reviewer_of(author, *, staff=STAFF, leaves=(), delegations=(), day=TODAY):
    return who_reviews(author.id, day=day, office=Office(staff, leaves, delegations))


def test_danas_notes_go_to_sam():
    assert reviewer_of(DANA) == "sam"


def test_a_supervisors_own_note_goes_one_level_up():
    assert reviewer_of(SAM) == "pat"


def test_while_sam_is_away_his_delegate_gets_them():
    assert reviewer_of(DANA, leaves=[away(SAM)], delegations=[delegated(SAM, RILEY)]) == "riley"


def test_a_delegate_holds_only_on_the_days_named():
    ended = delegated(SAM, RILEY, last=TODAY - timedelta(days=1), first=TODAY - timedelta(days=9))
    assert reviewer_of(DANA, delegations=[ended]) == "sam"


def test_a_delegation_alone_counts_as_being_away():
    assert reviewer_of(DANA, delegations=[delegated(SAM, RILEY)]) == "riley"


def test_who_covers_the_leave_is_a_delegate_too():
    assert reviewer_of(DANA, leaves=[away(SAM, covered_by=RILEY)]) == "riley"


def test_without_a_delegate_it_goes_to_the_supervisors_supervisor():
    assert reviewer_of(DANA, leaves=[away(SAM)]) == "pat"


def test_a_delegate_who_is_the_author_does_not_get_her_own_note():
    assert reviewer_of(LEE, delegations=[delegated(SAM, LEE)]) == "pat"
    assert reviewer_of(DANA, delegations=[delegated(SAM, LEE)]) == "lee"


def test_a_delegate_who_is_away_too_is_passed_over():
    assert reviewer_of(DANA, leaves=[away(SAM), away(RILEY)], delegations=[delegated(SAM, RILEY)]) == "pat"


@pytest.mark.parametrize("nobody", [ADA, SKY, NOOR], ids=lambda person: person.role)
def test_secretary_admin_and_on_call_staff_never_stand_in(nobody):
    assert reviewer_of(DANA, delegations=[delegated(SAM, nobody)]) == "pat"


def test_the_last_one_is_the_director_whoever_the_line_names():
    nowhere = {**STAFF, "dana": replace(DANA, supervisor_id=None)}
    assert reviewer_of(DANA, staff=nowhere) == "pat"
    left = {key: value for key, value in STAFF.items() if key != "sam"}
    assert reviewer_of(DANA, staff=left) == "pat"


def test_a_line_that_leads_to_an_administrator_goes_on_to_the_director():
    odd = {**STAFF, "sam": replace(SAM, role=Role.ADMIN)}
    assert reviewer_of(DANA, staff=odd) == "pat"


def test_with_nobody_to_get_it_the_answer_is_none():
    assert reviewer_of(PAT) is None
    assert reviewer_of(DANA, leaves=[away(SAM), away(PAT)]) is None


def test_whoever_has_left_is_passed_over_and_the_line_goes_on():
    middle = replace(RILEY, id="lou", name="Lou Hart")
    staff = {**STAFF, "lou": middle, "sam": replace(SAM, supervisor_id="lou")}
    gone = Office(staff, gone=frozenset({"sam"}))
    assert who_reviews("dana", day=TODAY, office=gone) == "lou"
    both = replace(gone, gone=frozenset({"sam", "lou"}))
    assert who_reviews("dana", day=TODAY, office=both) == "pat"
    assert who_reviews("dana", day=TODAY, office=replace(both, gone=frozenset(staff))) is None


def test_a_stand_in_who_has_left_stands_in_for_nobody():
    office = Office(STAFF, [away(SAM, covered_by=RILEY)], gone=frozenset({"riley"}))
    assert who_reviews("dana", day=TODAY, office=office) == "pat"


def test_two_directors_review_each_other():
    two = {**STAFF, "kim": replace(PAT, id="kim", name="Kim Ferro")}
    assert reviewer_of(PAT, staff=two) == "kim"


def test_the_line_above_ends_in_a_circle():
    circle = {**STAFF, "pat": replace(PAT, supervisor_id="sam")}
    assert line_above("dana", staff=circle) == ("sam", "pat")
    assert line_above("sam", staff=circle) == ("pat",)
    assert line_above("nobody", staff=circle) == ()


def test_stand_ins_are_told_once_and_named_ones_first():
    office = Office(STAFF, [away(SAM, covered_by=RILEY)], [delegated(SAM, PAT), delegated(SAM, RILEY)])
    assert stand_ins("sam", day=TODAY, office=office) == ("pat", "riley")
    assert is_away("sam", day=TODAY, office=office)
    assert not is_away("sam", day=date(2027, 1, 1), office=office)


IDS = st.sampled_from(sorted(STAFF))
LEAVES = st.lists(st.builds(lambda who, by: Leave(who, TODAY, TODAY, by), IDS, st.none() | IDS), max_size=6)
DELEGATIONS = st.lists(st.builds(lambda who, to: Delegation(who, to, TODAY, TODAY), IDS, IDS), max_size=6)
LINES = st.fixed_dictionaries({each.id: st.none() | IDS for each in EVERYBODY})


@given(IDS, LEAVES, DELEGATIONS, LINES)
def test_never_the_author_never_the_absent_never_the_wrong_role(author, leaves, delegations, lines):
    staff = {key: replace(person, supervisor_id=lines[key]) for key, person in STAFF.items()}
    office = Office(staff, leaves, delegations)
    found = who_reviews(author, day=TODAY, office=office)
    assert found != author
    if found is not None:
        assert not is_away(found, day=TODAY, office=office)
        assert staff[found].role in {Role.SUPERVISOR, Role.DIRECTOR, Role.CASEWORKER}


@given(IDS.filter(lambda who: who != "pat"), LEAVES, DELEGATIONS, LINES)
def test_somebody_gets_it_as_long_as_the_director_is_there(author, leaves, delegations, lines):
    staff = {key: replace(person, supervisor_id=lines[key]) for key, person in STAFF.items()}
    office = Office(staff, leaves, delegations)
    if not is_away("pat", day=TODAY, office=office):
        assert who_reviews(author, day=TODAY, office=office) is not None
