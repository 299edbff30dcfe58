"""Who is met at a place, and who is only told of there: a foster home has its own people."""

from __future__ import annotations

import pytest

from storage.types import Place
from tests.understand.telling import children, events, people


@pytest.mark.parametrize(
    "aside",
    [
        "She wants to call Dr Archer again.",
        "The school, Ms Daniels, wants a meeting.",
        "Her therapist, Dr. Archer, wants weekly sessions.",
        "Ms Daniels from school is sending home extra work.",
        "Her mom calls every night at 7.",
        "Su mamá la llama todos los días a las 7.",
        "Lucia's call went well last night.",
        "She drew Lucia with a dog.",
        "Ms Feldman is coming Thursday to see her too.",
        "Per Ms Daniels she's reading on level.",
        "Got Ms Daniels' number for the IEP.",
        "Next appt w Dr Desai is 12/3.",
        "She's been texting her dad.",
        "Dr Desai put her on albuterol.",
        "Gave the clothing check for Mateo.",
    ],
)
def test_who_does_not_live_there_is_only_told_of(aside: str):
    (event,) = events(f"Saw Maya Rivera at Ms Thompson's today at 3. {aside}")
    assert event.place is Place.FOSTER_HOME
    assert people(event) == []
    assert children(event) == ["Maya"]
    assert {kind.value for kind in event.types} == {"caseworker_child", "foster_home_visit"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr. Archer was there for her session.", "Dr. Simone Archer"),
        ("Dr. Archer, her therapist, came at the end.", "Dr. Simone Archer"),
        ("Lucia stopped by while I was there and we talked.", "Lucia Rivera"),
        ("Went over the plan with Ms Feldman, who was visiting too.", "Joan Feldman"),
    ],
)
def test_a_guest_of_whom_it_is_told_takes_part(text: str, name: str):
    assert people(events(f"Saw Maya Rivera at Ms Thompson's today at 3. {text}")[0]) == [name]


def test_a_call_told_behind_the_visit_stays_an_event_of_its_own():
    visit, call = events(
        "Saw Maya Rivera at Ms Thompson's today at 3. Then called Ms Daniels at 4, no answer."
    )
    assert people(visit) == []
    assert people(call) == ["Kendra Daniels"]


def test_at_school_and_at_a_parents_home_it_is_the_same():
    (school,) = events("Saw Maya Rivera at school today at 1. Ms Thompson had called the nurse already.")
    (home,) = events("Saw Maya Rivera at Lucia's today at 3. Dr Archer wants her back on Tuesdays.")
    (sat,) = events(
        "Saw Maya Rivera at school today at 1, sat with her and Ms Thompson about the suspension."
    )
    (meeting,) = events("IEP meeting for Maya Rivera today at 1 at school, Ms Daniels and Ms Thompson there.")
    assert (people(school), people(sat)) == ([], ["Beverly Thompson"])
    assert "Dr. Simone Archer" not in people(home)
    assert people(meeting) == ["Beverly Thompson", "Kendra Daniels"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Sibling visit Will and Hope Hall today 4-5 at the park, Ms Pettway just did drop off.", []),
        ("Visit w mom for Maya and Mateo Rivera today at 2 at the agency, Lucia no show. Ms Thompson drove them.",
         ["Lucia Rivera"]),
        ("Supervised visit Lucia with Maya and Mateo Rivera today 2-3 at the agency, Ms Thompson waited.",
         ["Lucia Rivera"]),
    ],
)  # fmt: skip
def test_a_familys_visit_is_with_the_family(text: str, there: list[str]):
    (event,) = events(text)
    assert people(event) == there
