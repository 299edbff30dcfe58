"""Who may do what; Riley, another unit's supervisor, sees nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotAllowed
from bot.rules import permissions as may
from bot.rules import refusals
from bot.rules.permissions import LogStanding, LookupRight
from bot.rules.ties import CaseTies, NoteTies
from storage.types import Contact, NoteStatus, Relationship, Role

from .office_people import ADA, DANA, EVERYBODY, LEE, MAX, NOOR, PAT, RILEY, SAM, SKY

RIVERA = CaseTies("C0001", "dana", line=("sam", "pat"))
COVERED = replace(RIVERA, covering=frozenset({"lee"}))
CLOSED = replace(RIVERA, is_open=False)
NOTE = NoteTies("n1", "dana", NoteStatus.SUBMITTED, RIVERA, "dana", ("sam", "pat"), "sam")
DRAFT = replace(NOTE, status=NoteStatus.DRAFT)
ENTERED = replace(DRAFT, entered_by_id="sky")


def who(question):
    return {person.id for person in EVERYBODY if question(person)}


def test_a_submitted_note_is_read_by_its_author_her_line_and_nobody_else():
    assert who(lambda p: may.may_read_note(p, NOTE)) == {"dana", "sam", "pat"}


@pytest.mark.parametrize("status", [NoteStatus.DRAFT, NoteStatus.DISCARDED])
def test_a_draft_is_the_authors_alone(status):
    assert who(lambda p: may.may_read_note(p, replace(NOTE, status=status))) == {"dana"}


def test_who_entered_a_draft_reads_it_until_it_is_submitted():
    assert may.may_read_note(SKY, ENTERED)
    assert not may.may_read_note(SKY, replace(ENTERED, status=NoteStatus.SUBMITTED))


def test_a_draft_of_somebody_who_left_is_also_its_reviewers_to_read_but_nobodys_to_submit():
    left = replace(DRAFT, author_left=True)
    assert who(lambda p: may.may_read_note(p, left)) == {"dana", "sam"}
    assert who(lambda p: may.may_submit(p, left)) == {"dana"}
    assert who(lambda p: may.may_edit_note(p, left)) == {"dana"}
    assert who(lambda p: may.may_read_note(p, replace(left, status=NoteStatus.DISCARDED))) == {"dana"}


def test_a_delegate_in_force_reads_and_decides():
    delegated = replace(NOTE, reviewer_id="riley")
    assert who(lambda p: may.may_decide(p, delegated)) == {"sam", "riley"}
    assert may.may_read_note(RILEY, delegated)


def test_sam_alone_decides_on_danas_note():
    assert who(lambda p: may.may_decide(p, NOTE)) == {"sam"}


def test_the_director_decides_when_it_comes_to_her():
    assert may.may_decide(PAT, replace(NOTE, reviewer_id="pat"))


@pytest.mark.parametrize("wrong", [SKY, ADA, NOOR], ids=lambda person: person.role)
def test_secretary_admin_and_on_call_never_decide(wrong):
    assert not may.may_decide(wrong, replace(NOTE, reviewer_id=wrong.id, author_line=(wrong.id,)))


@given(st.sampled_from(EVERYBODY), st.sampled_from(list(NoteStatus)))
def test_nobody_ever_decides_on_an_own_note(person, status):
    own = NoteTies("n1", person.id, status, RIVERA, person.id, (person.id, "pat"), person.id)
    assert not may.may_decide(person, own)
    with pytest.raises(NotAllowed, match="your own"):
        refusals.ensure_may_decide(person, own)


def test_sams_own_note_is_not_his_to_decide_though_it_is_of_his_unit():
    own = replace(NOTE, author_id="sam", author_line=("pat",), reviewer_id="pat")
    assert who(lambda p: may.may_decide(p, own)) == {"pat"}


def test_the_cases_worker_reads_what_a_colleague_saw_for_her():
    seen_for_dana = NoteTies("n2", "max", NoteStatus.SUBMITTED, RIVERA, "max", ("riley", "pat"), "riley")
    assert who(lambda p: may.may_read_note(p, seen_for_dana)) == {"max", "riley", "dana", "sam", "pat"}
    assert who(lambda p: may.may_decide(p, seen_for_dana)) == {"riley"}


def test_only_the_author_submits_and_the_author_or_typist_edits():
    assert who(lambda p: may.may_submit(p, ENTERED)) == {"dana"}
    assert who(lambda p: may.may_edit_note(p, ENTERED)) == {"dana", "sky"}
    assert who(lambda p: may.may_edit_note(p, replace(ENTERED, status=NoteStatus.RETURNED))) == {"dana"}


def test_a_secretary_enters_for_authors_only():
    assert who(lambda author: may.may_enter_for(SKY, author)) == {p.id for p in EVERYBODY} - {"sky", "ada"}
    assert who(lambda actor: may.may_enter_for(actor, DANA)) == {"dana", "sky"}
    assert not may.may_author(SKY)
    assert not may.may_author(ADA)


@pytest.mark.parametrize(
    ("actor", "case", "standing"),
    [
        (DANA, RIVERA, LogStanding.OWN),
        (LEE, COVERED, LogStanding.COVERING),
        (LEE, RIVERA, LogStanding.FOR_COLLEAGUE),
        (LEE, CLOSED, None),
        (DANA, CLOSED, LogStanding.OWN),
        (SAM, RIVERA, LogStanding.TEAM),
        (RILEY, RIVERA, LogStanding.FOR_COLLEAGUE),
        (PAT, CLOSED, LogStanding.TEAM),
        (NOOR, RIVERA, None),
        (SKY, RIVERA, None),
        (ADA, RIVERA, None),
    ],
)
def test_in_what_capacity_somebody_logs(actor, case, standing):
    assert may.may_log_for_case(actor, case) is standing


def test_on_call_staff_log_crises_and_calls_of_any_open_case_during_their_shift():
    assert may.may_log_for_case(NOOR, RIVERA, on_shift=True, call=True) is LogStanding.ON_CALL
    assert may.may_log_for_case(NOOR, RIVERA, on_shift=True) is None
    assert may.may_log_for_case(NOOR, RIVERA, call=True) is None
    assert may.may_log_for_case(NOOR, CLOSED, on_shift=True, call=True) is None


def test_own_cases_are_looked_up_without_a_reason():
    rights = {p.id: may.may_look_up(p, COVERED) for p in EVERYBODY}
    assert {key for key, right in rights.items() if right} == {"dana", "lee", "sam", "pat"}
    assert {right for right in rights.values() if right} == {LookupRight.FREE}


def test_during_a_shift_any_open_case_is_looked_up_with_a_reason():
    on_shift = {p.id: may.may_look_up(p, RIVERA, on_shift=True) for p in (NOOR, MAX, RILEY, DANA, SKY, ADA)}
    assert on_shift == {
        "noor": LookupRight.WITH_REASON,
        "max": LookupRight.WITH_REASON,
        "riley": LookupRight.WITH_REASON,
        "dana": LookupRight.FREE,
        "sky": None,
        "ada": None,
    }
    assert may.may_look_up(NOOR, CLOSED, on_shift=True) is None


def test_treatment_contacts_never_show_and_hidden_ones_not_to_on_call_staff():
    clinic = Contact("K1", "C0001", "Harbor Clinic", Relationship.OTHER, part2=True)
    aunt = Contact("K2", "C0001", "Ines Rivera", Relationship.KIN, on_call_visible=False)
    mother = Contact("K3", "C0001", "Lucia Rivera", Relationship.BIRTH_MOTHER)
    seen = {
        right: [may.shows_in_lookup(each, right) for each in (clinic, aunt, mother)] for right in LookupRight
    }
    assert seen == {
        LookupRight.FREE: [False, True, True],
        LookupRight.WITH_REASON: [False, False, True],
        LookupRight.GLASS: [False, False, True],
    }


def test_who_writes_notes_may_open_what_is_out_of_reach_for_an_hour():
    assert who(may.may_break_glass) == {p.id for p in EVERYBODY} - {"sky", "ada"}
    assert may.may_look_up(RILEY, RIVERA, glass=True) is LookupRight.GLASS
    assert may.may_look_up(DANA, RIVERA, glass=True) is LookupRight.FREE
    assert may.may_look_up(NOOR, CLOSED, on_shift=True, glass=True) is LookupRight.GLASS
    assert may.may_look_up(SKY, RIVERA, glass=True) is None


def test_riley_may_nothing_with_danas_case():
    assert not may.may_read_case(RILEY, RIVERA)
    assert not may.may_read_note(RILEY, NOTE)
    assert not may.may_decide(RILEY, NOTE)
    assert may.may_look_up(RILEY, RIVERA) is None
    assert not may.may_see_team(RILEY, DANA, ("sam", "pat"))
    assert not may.may_read_access_log(RILEY, RIVERA)
    assert not may.may_plan_leave(RILEY, "dana", ("sam", "pat"))
    assert not may.may_add_addendum(RILEY, NOTE)


@given(
    st.sampled_from([each for each in EVERYBODY if each.role in {Role.ADMIN, Role.SECRETARY}]),
    st.sampled_from(list(NoteStatus)),
    st.booleans(),
)
def test_admin_and_secretary_read_no_narrative_by_role(person, status, on_shift):
    everywhere = CaseTies("C1", person.id, frozenset({person.id}), (person.id,), frozenset({person.id}))
    note = NoteTies("n1", "dana", status, everywhere, "dana", (person.id,), person.id)
    assert not may.may_read_note(person, note)
    assert may.may_look_up(person, everywhere, on_shift=on_shift) is None


def test_the_rest_of_the_office():
    line = ("sam", "pat")
    assert who(lambda p: may.may_see_team(p, DANA, line)) == {"dana", "sam", "pat"}
    assert who(may.may_see_agency) == {"pat"}
    assert who(lambda p: may.may_read_access_log(p, COVERED)) == {"dana", "sam", "pat"}
    assert who(lambda p: may.may_record_meeting(p, NOTE, "sam")) == {"sam"}
    assert who(lambda p: may.may_record_meeting(p, NOTE, "pat")) == {"sam", "pat"}
    assert who(lambda p: may.may_name_delegate(p, SAM)) == {"sam", "pat"}
    assert not may.may_name_delegate(DANA, DANA)
    secretaries = {each.id for each in EVERYBODY if each.role is Role.SECRETARY}
    assert secretaries
    assert who(lambda p: may.may_plan_leave(p, "dana", line)) == {"dana", "sam", "pat"} | secretaries
    assert who(may.may_import) == {"ada"}
    assert who(may.may_raise_concern) == {p.id for p in EVERYBODY}
    assert who(lambda p: may.may_add_addendum(p, NOTE)) == {"dana", "sam", "pat"}
    assert who(lambda p: may.may_mark_entered(p, replace(NOTE, case=COVERED))) == {"dana", "lee"}


def test_refusals_say_one_clear_sentence():
    asked = [
        (refusals.ensure_may_read, (RILEY, NOTE), "can't open this note"),
        (refusals.ensure_may_edit, (SAM, NOTE), "Only the author can change"),
        (refusals.ensure_may_submit, (SKY, ENTERED), "Only the author can submit"),
        (refusals.ensure_may_decide, (RILEY, NOTE), "goes to the author's supervisor"),
        (refusals.ensure_may_log, (ADA, RIVERA), "can't log for this case"),
        (refusals.ensure_may_log, (NOOR, RIVERA), "you can log crises"),
        (refusals.ensure_may_enter_for, (SAM, DANA), "can't enter notes"),
        (refusals.ensure_may_look_up, (NOOR, RIVERA), "during your own on-call shift"),
        (refusals.ensure_may_look_up, (RILEY, RIVERA), "not one of your cases"),
        (refusals.ensure_may_read_case, (RILEY, RIVERA), "not one of your cases"),
        (refusals.ensure_may_see_agency, (SAM,), "the director's"),
    ]
    for ensure, arguments, words in asked:
        with pytest.raises(NotAllowed, match=words) as refused:
            ensure(*arguments)
        assert "Rivera" not in str(refused.value)


def test_what_is_allowed_passes_quietly():
    refusals.ensure_may_read(SAM, NOTE)
    refusals.ensure_may_edit(DANA, DRAFT)
    refusals.ensure_may_submit(DANA, DRAFT)
    refusals.ensure_may_decide(SAM, NOTE)
    refusals.ensure_may_enter_for(SKY, DANA)
    refusals.ensure_may_read_case(SAM, RIVERA)
    refusals.ensure_may_see_agency(PAT)
    assert refusals.ensure_may_log(DANA, RIVERA) is LogStanding.OWN
    assert refusals.ensure_may_look_up(DANA, RIVERA) is LookupRight.FREE
