"""What must hold of any words, any roster, any sender."""

from __future__ import annotations

import string
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names_office import CHILDREN, CONTACTS, OFFICE, TODAY
from names_says import AGENCY, DANA, NINA, found, settled, took_part

from bot.understand.agency import Agency
from bot.understand.names import find_names, view_for
from bot.understand.parts import Kind
from storage.types import CaseFile, Child, Contact, Relationship, Role, Roster, StaffMember

SENDERS = st.sampled_from([member.id for member in OFFICE.staff] + ["S404"])
PIECES = st.sampled_from(
    [name for child in CHILDREN for name in (child.first_name, child.last_name, child.nickname) if name]
    + [contact.name for contact in CONTACTS]
    + [
        "saw",
        "called",
        "Ms.",
        "mom",
        "fm",
        "kids",
        "the",
        "and",
        "&",
        ",",
        ".",
        "'s",
        "at",
        "with",
        "about",
        "Will",
    ]
    + ["May", "’", "(", ")", "<@U0EVE>", "3pm", "\n", "re:", "aunt's", "de", "la", "no"]
)
NAMES = st.text("abdeijklmnorstuyz", min_size=3, max_size=9).map(str.capitalize)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300), SENDERS, st.booleans())
def test_any_words_are_read_without_an_exception(text, sender, voice):
    for mention in found(text, sender, voice=voice):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
    took_part(text, sender, voice=voice)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=25).map(" ".join), SENDERS, st.booleans())
def test_mentions_stand_in_order_and_apart_and_name_only_rows_on_file(text, sender, voice):
    mentions = settled(text, sender, voice=voice)
    ends = [mention.span.end for mention in mentions]
    starts = [mention.span.start for mention in mentions]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    for mention in mentions:
        known = AGENCY.staff if mention.kind is Kind.STAFF else {**AGENCY.children, **AGENCY.contacts}
        assert set(mention.ids) <= known.keys()
        assert set(mention.case_ids) <= AGENCY.cases.keys()


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=20).map(" ".join), st.booleans())
def test_who_took_part_is_never_staff_and_a_question_leaves_its_slot_empty(text, voice):
    taking = took_part(text, DANA, voice=voice)
    assert set(taking.children) <= AGENCY.children.keys()
    assert set(taking.people) <= AGENCY.contacts.keys()
    assert len(taking.questions) <= 1
    if any(question.slot == "child" for question in taking.questions):
        assert taking.children == ()


@settings(deadline=None, max_examples=100)
@given(
    NAMES,
    NAMES,
    NAMES,
    st.sampled_from(["saw {} today", "SAW {} TODAY", "talked to {} at school", "vi a {} hoy"]),
)
def test_a_child_off_the_caseload_is_never_named_while_one_on_it_fits(first, mine, theirs, frame):
    roster = Roster(
        staff=(
            StaffMember("S1", "Dana Whitlock", Role.CASEWORKER),
            StaffMember("S2", "Eve Kern", Role.CASEWORKER),
        ),
        cases=(CaseFile("A", mine, primary_worker_id="S1"), CaseFile("B", theirs, primary_worker_id="S2")),
        children=(Child("b", "B", first, theirs), Child("a", "A", first, mine)),
    )
    view = view_for(Agency.of(roster), "S1", TODAY)
    words = frame.format(first.upper() if frame.isupper() else first)
    named = {key for mention in find_names(words, view, on=TODAY) for key in mention.ids}
    assert "b" not in named


@settings(deadline=None, max_examples=100)
@given(NAMES, NAMES, NAMES)
def test_a_full_name_off_the_caseload_is_marked(first, last, mine):
    roster = Roster(
        staff=(
            StaffMember("S1", "Dana Whitlock", Role.CASEWORKER),
            StaffMember("S2", "Eve Kern", Role.CASEWORKER),
        ),
        cases=(CaseFile("A", "Quux", primary_worker_id="S1"), CaseFile("B", last, primary_worker_id="S2")),
        children=(Child("a", "A", mine, "Quux"), Child("b", "B", first, last)),
    )
    view = view_for(Agency.of(roster), "S1", TODAY)
    for mention in find_names(f"met {first} {last} at school", view, on=TODAY):
        if "b" in mention.ids:
            assert not mention.on_caseload


NASTY = [
    "a" * 4000,
    "Tymon " * 660,
    "mom's " * 660,
    "((((" * 1000,
    "é́" * 1300,
    "x " * 2000,
    "with " * 800,
    "Ms Ka " * 660,
    "kids " * 800,
    "told me " * 500,
    "<@U0EVE>" * 500,
    "".join(chr(0x4E00 + i % 900) for i in range(4000)),
    "\u202e\u0000\ud7ff ’s " * 570,
    ", ".join(child.first_name for child in CHILDREN * 30)[:4000],
    string.printable * 40,
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("sender", [DANA, NINA])
def test_four_thousand_characters_take_no_time(text, sender):
    took_part(text[:4000], sender)
    before = time.thread_time()
    took_part(text[:4000], sender)
    # The promise is 50 ms on a free core; three times that is left to a machine that is shared.
    assert time.thread_time() - before < 0.5


def test_a_large_agency_costs_a_message_nothing():
    firsts = [
        f"{a}{b}{c}"
        for a in ("Ka", "Lo", "Mi", "Ra")
        for b in ("lin", "vash", "do", "ne")
        for c in ("a", "us", "ek")
    ]
    cases = tuple(
        CaseFile(f"C{i}", f"Family{chr(97 + i % 26)}", primary_worker_id=f"S{i % 90}") for i in range(1800)
    )
    children = tuple(
        Child(f"P{i}", f"C{i % 1800}", firsts[i % 48], cases[i % 1800].family_name) for i in range(3000)
    )
    contacts = tuple(
        Contact(
            f"K{i}", f"C{i % 1800}", f"{firsts[i % 47]} Person{chr(97 + i % 25)}", Relationship.FOSTER_PARENT
        )
        for i in range(6000)
    )
    staff = tuple(StaffMember(f"S{i}", f"Worker{i} Surname{i}", Role.CASEWORKER) for i in range(90))
    agency = Agency.of(Roster(staff, cases, children, contacts))
    text = f"saw {children[5].first_name} at home, talked with the foster mother about school for 30 min"
    find_names(text, view_for(agency, "S5", date(2026, 1, 5)), on=date(2026, 1, 5))
    before = time.thread_time()
    for _ in range(20):
        find_names(text, view_for(agency, "S5", date(2026, 1, 5)), on=date(2026, 1, 5))
    assert (time.thread_time() - before) / 20 < 0.05
