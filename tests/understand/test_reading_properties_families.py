"""What holds of any two families in one message, and of names off the sender's caseload."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand.agency import Agency
from bot.understand.reading import read
from storage.types import CaseFile, Child, Role, Roster, StaffMember

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 19, 17, 0, tzinfo=TZ)
DANA, EVE = (
    StaffMember("S1", "Dana Whitlock", Role.CASEWORKER),
    StaffMember("S2", "Eve Kern", Role.CASEWORKER),
)
NAMES = st.sampled_from(["Tymon", "Zuleika", "Oskar", "Ximena", "Kwame", "Ingrid", "Bogdan", "Yaretzi"])
HOURS = st.integers(1, 3)


def office(first: str, other: str, *, theirs: str = "S1") -> Agency:
    return Agency.of(
        Roster(
            staff=(DANA, EVE),
            cases=(
                CaseFile("A", "Vasquez", primary_worker_id="S1"),
                CaseFile("B", "Kowalski", primary_worker_id=theirs),
            ),
            children=(Child("a", "A", first, "Vasquez"), Child("b", "B", other, "Kowalski")),
        )
    )


def reading(agency: Agency, text: str):
    return read(agency, staff_id="S1", text=text, sent_at=SENT, tz=TZ)


@settings(deadline=None, max_examples=80)
@given(
    NAMES, NAMES, HOURS, st.sampled_from([". Then saw {} at school at {}:30pm", ". Visited {} today {}:30pm"])
)
def test_words_of_one_family_never_stand_in_anothers_spans(first, other, hour, then):
    if first == other:
        return
    text = f"Saw {first} at school today {hour}pm" + then.format(other, hour + 1)
    found = reading(office(first, other), text).contacts
    assert {one for item in found for one in item.children} == {"a", "b"}
    for item in found:
        words = " ".join(text[a:b] for a, b in item.spans)
        assert ("a" in item.children) == (first in words)
        assert ("b" in item.children) == (other in words)


@settings(deadline=None, max_examples=60)
@given(NAMES, HOURS, st.sampled_from(["Saw {} at school today {}pm", "saw {} at the house today at {}pm"]))
def test_a_child_of_a_colleague_is_not_named_while_ones_own_fits(name, hour, frame):
    found = reading(office(name, name, theirs="S2"), frame.format(name, hour))
    assert {one for item in found.contacts for one in item.children} == {"a"}


@settings(deadline=None, max_examples=60)
@given(NAMES, NAMES, HOURS)
def test_a_child_off_the_caseload_is_marked_where_it_is_named(first, other, hour):
    if first == other:
        return
    found = reading(office(first, other, theirs="S2"), f"Saw {other} Kowalski at school today {hour}pm")
    assert {one for item in found.contacts for one in item.children} == {"b"}
    assert any(mark.value == "b" for mark in found.marks)
