from __future__ import annotations

import pytest
from names_says import NINA, settled

from bot.understand.parts import How, Kind


def who(text: str, words: str, **more: object) -> set[str]:
    (mention,) = [m for m in settled(text, **more) if text[m.span.start : m.span.end].startswith(words)]  # type: ignore[arg-type]
    return set(mention.ids)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Tymon's fm called", "fm", {"p2"}),
        ("fm called about tymon", "fm", {"p2"}),
        ("number for Kaylie's PO", "PO", {"p13"}),
        ("kaylies probation officer", "probation", {"p13"}),
        ("la tía de Kaylee llamó", "tía", {"p6"}),
        ("law guardian on Ibarra", "law", {"p7"}),
        ("saw the Kowalczyk kids, mom came too", "mom", {"p1"}),
        ("pgm asked about June", "pgm", {"p11"}),
        ("June's grandma was there", "grandma", {"p11"}),
        ("mgm of June", "mgm", set()),
        ("Will's therapist", "therapist", set()),
        ("Zosia's therapist called", "therapist", {"p3"}),
        ("Tymon's therapist called", "therapist", set()),
        ("Kwame's pediatrician called", "pediatrician", {"p15"}),
        ("Kaylee's dean was there", "dean", {"p16"}),
        ("Ms Freeman's bf sleeps there", "bf", set()),
        ("Will's ccw met me", "ccw", {"p10"}),
        ("mom called", "mom", set()),
        ("the aunt called", "aunt", {"p6"}),
    ],
)
def test_a_role_is_the_person_of_that_child_or_family(text, words, meant):
    assert who(text, words) == meant


def test_an_unmarked_aunt_is_not_the_foster_mother():
    assert who("Kwame's aunt called", "aunt") == set()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ms Sandoval called", {"p3", "p13"}),
        ("Ms Sandoval called about Zosia", {"p3"}),
        ("Kaylie met with Mr Sandoval", {"p13"}),
        ("Ms Sandoval had a session today", {"p3"}),
    ],
)
def test_namesakes_are_told_apart_by_the_child_or_the_session(text, meant):
    assert {key for m in settled(text) for key in m.ids if m.kind is Kind.CONTACT} == meant


def test_a_person_of_several_cases_is_the_row_of_the_case_concerned():
    (both,) = settled("Lena Hartmann called")
    assert set(both.ids) == {"p4", "p7"}
    assert both.same_person
    assert who("Lena Hartmann called about Kaylee", "Lena") == {"p7"}
    assert who("Lena Hartmann and the Kowalczyk kids", "Lena") == {"p4"}


def test_the_other_words_settle_which_child():
    assert who("saw kaylee and the aunt", "kaylee", voice=True) == {"k4"}
    assert who("saw kaylee and hope", "kaylee", voice=True) == {"k7"}
    assert who("saw kaylee with miss haddadin", "kaylee", voice=True) == {"k7"}
    assert who("kaylee 14 yo was found", "kaylee", voice=True) == {"k7"}
    assert who("saw kaylee", "kaylee", voice=True) == {"k4", "k7"}
    assert who("Zofia ran away, I called Gloria Freeman", "Zofia", sender=NINA) == {"k1"}


def test_a_surname_in_a_list_of_adults_is_an_adult():
    mentions = settled("Kowalczyk hearing. Freeman + Kowalczyk + Hartmann appeared")
    assert [m.ids for m in mentions if m.kind is Kind.CONTACT] == [("p2",), ("p1",), ("p4",)]


def test_a_role_beside_a_name_is_one_person():
    assert [m.ids for m in settled("grandma Vera came with June")] == [("p11",), ("k6",)]
    assert [m.ids for m in settled("Hartmann (AFC) and Tymon were there")] == [("p4",), ("k2",)]


def test_a_role_is_marked_as_such():
    (_, role) = settled("Tymon's mom")
    assert role.how is How.ROLE
    assert role.ids == ("p1",)
