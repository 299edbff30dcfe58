"""Who was not there, and pieces of names that are words: READING, "Who"."""

from __future__ import annotations

import pytest
from names_office import TODAY
from names_says import AGENCY, DANA, found, settled, took_part

from bot.understand.agency import Agency
from bot.understand.names import find_names, participants, view_for
from bot.understand.names.sounds import sounds_like
from storage.types import CaseFile, Child, Role, Roster, StaffMember

BOTH = {"k1", "k2"}


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Supervised visit at the office, Zosia with mom. Tymon stayed home with a fever", {"k1"}),
        ("visit at the agency for zosia and her mom, tymon would not come he stayed home", {"k1"}),
        ("Visita en la oficina con mamá y Zosia. Tymon se quedó en casa", {"k1"}),
        ("saw Zosia at Ms Freeman's at 4, Tymon stayed home sick so talked with both kids", BOTH),
        ("saw Tymon at school, not Zosia", {"k2"}),
        ("Vi a Tymon en la escuela. no a Zosia", {"k2"}),
        ("went to Ms Freeman's for Zosia and Tymon but only Tymon home, Zosia at gymnastics", {"k2"}),
        ("hv for the Kowalczyk kids, only Zosia was there", {"k1"}),
        ("Fui por los niños Kowalczyk, solo estaba Zosia", {"k1"}),
        ("saw Zosia and Tymon at Ms Freeman's, only saw Tymon for 5 min", BOTH),
        ("Vi a Zosia. Tymon no estaba, tenía fútbol", {"k1"}),
        ("Tymon got off the bus. Zosia was at her grandmother's so I did not lay eyes on her", {"k2"}),
        ("Mom had her visit with Zosia. Tymon sat in the car. He was not part of it", {"k1"}),
        ("Saw Zosia? no, saw Tymon at school", {"k2"}),
        ("saw Zosia, Tymon was at tennis practice", {"k1"}),
    ],
)
def test_children_who_were_not_there_are_left_out(text, children):
    assert set(took_part(text).children) == children


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("saw Tymon at home, Ms Freeman was in the kitchen on a work call so we didn't talk", set()),
        ("saw Tymon. Ms Freeman is in her bedroom, she not come out", set()),
        ("saw Tymon, Ms Freeman was in the room and told me about school", {"p2"}),
        ("home visit with Tymon at Ms Freeman's was cancelled by Ms Freeman", set()),
        ("visit with Zosia and mom at the office, dad not there", {"p1"}),
        ("saw Tymon, Ms Freeman and Zosia's therapist did the driving", set()),
        ("called Ms Freeman, she has room for Zosia", {"p2"}),
    ],
)
def test_adults_elsewhere_take_no_part(text, people):
    assert set(took_part(text).people) == people


def test_a_child_who_is_placed_with_the_relative_is_at_home_there():
    assert set(took_part("Kaylee was at her aunt's and I saw her room").children) == {"k4"}


@pytest.mark.parametrize(
    "text", ["Kaylee aunt she come to the office", "Vi a Consuelo, la tía de Kaylee", "Kaylee's aunt came by"]
)
def test_whose_aunt_it_is_is_no_participant_of_its_own(text):
    stances = {ids: stance for m, stance in took_part(text).stances for ids in m.ids}
    assert stances["k4"] == "owner"


def test_sitting_in_on_a_session_sees_the_child():
    assert took_part("I sat in on Kaylee's therapy session").stances[0][1] == "seen"


@pytest.mark.parametrize(
    ("text", "children", "people"),
    [
        ("Tymon had a visit with mother at church hall", {"k2"}, {"p1"}),
        ("June and her grandma Vera had a visit", {"k6"}, {"p11"}),
        ("called Ms Freeman 1150 abt Tymons IEP & Zosia's cough. Zosia is on amox", {"k1", "k2"}, {"p2"}),
        ("zosia says he sleeps there ms freeman told me it is fine", {"k1"}, {"p2"}),
    ],
)
def test_who_was_met_at_a_place_is_there(text, children, people):
    taking = took_part(text)
    assert (set(taking.children), set(taking.people)) == (children, people)


def test_who_is_called_again_is_whoever_was_called_before():
    text = "called Ms Freeman re Tymon 11am no answer, called again 3pm she picked up"
    view = view_for(AGENCY, DANA, TODAY)
    second = participants(text, (), view, on=TODAY, context=settled(text), spans=[(43, len(text))])
    assert (second.children, second.people) == (("k2",), ("p2",))
    other = text.replace("again 3pm", "3pm, somebody")
    nobody = participants(other, (), view, on=TODAY, context=settled(other), spans=[(43, len(other))])
    assert nobody.people == ()


SMALL = Agency.of(
    Roster(
        staff=(StaffMember(DANA, "Dana Whitlock", Role.CASEWORKER), StaffMember("S8", "Lu", Role.CASEWORKER)),
        cases=(
            CaseFile("A", "Baek", primary_worker_id=DANA),
            CaseFile("B", "Otieno", primary_worker_id="S8"),
        ),
        children=(
            Child("a", "A", "Min-seo", "Baek"),
            Child("b", "B", "Dawn", "Otieno"),
            Child("c", "B", "Kai", "Otieno"),
        ),
    )
)


def _children(text: str, sender: str, *, voice: bool = False) -> set[str]:
    mentions = find_names(text, view_for(SMALL, sender, TODAY), on=TODAY, voice=voice)
    return {key for mention in mentions for key in mention.ids}


@pytest.mark.parametrize("sender", [DANA, "S8"])
@pytest.mark.parametrize(
    "text",
    [
        "CALLED THE SCHOOL 2:30, 10 MIN",
        "called the school, 20 min",
        "t/c with school, 5-min call",
        "Spoke to school for 15 min.",
    ],
)
def test_a_unit_is_no_piece_of_a_name(text, sender):
    assert _children(text, sender) == set()


@pytest.mark.parametrize(
    "text", ["Saw Min-seo at 3, 10 min", "saw min seo 20 min", "Saw Min at school", "saw min at school"]
)
def test_the_name_itself_is_still_read(text):
    assert _children(text, DANA) == {"a"}


def test_a_short_piece_never_reaches_another_caseload():
    assert _children("Saw Min at school", "S8") == set()


@pytest.mark.parametrize("text", ["was up before dawn to beat the traffic", "left at dawn", "up until dawn"])
def test_dawn_may_be_the_time_of_day(text):
    assert _children(text, "S8", voice=True) == set()
    assert _children("i saw dawn today about dawns attendance", "S8", voice=True) == {"b"}


def test_three_letters_may_sound_alike():
    assert sounds_like("kye", "kai")
    assert not sounds_like("kye", "koa")
    assert _children("saw kye at school", "S8", voice=True) == {"c"}


def test_found_spans_survive_a_unit_beside_a_name():
    assert [m.ids for m in found("saw Tymon 10 min, then Zosia 5 min")] == [("k2",), ("k1",)]
