"""Corrections after a card, in many wordings and both languages."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.amend import Wish
from storage.types import EventType, Method, Outcome, Place
from tests.understand.amend.amending_office import (
    BENCE,
    FALK,
    MAYA,
    MONDAY,
    MOTHER,
    NEW_YORK,
    OTHER_MAYA,
    QUIST,
    STONE,
    TOBI,
    VISIT,
    said,
)

LEADS = ["", "no, ", "No. ", "sorry, ", "actually ", "oops, ", "wait, ", "I meant ", "correction: "]
PLAJOS = ["", "no, ", "perdón, ", "en realidad ", "me equivoqué, ", "quise decir que "]
DAYS = {"Monday": 2, "tuesday": 3, "Wednesday": 4, "friday": 6, "Saturday": 7, "sunday": 8}
DIAS = {"lunes": 2, "martes": 3, "miércoles": 4, "viernes": 6, "sábado": 7, "domingo": 8}


@given(
    st.sampled_from(LEADS), st.sampled_from(["it was {}", "that was on {}", "the visit was {}"]), st.data()
)
def test_a_day_is_corrected_and_the_hour_stays(lead: str, form: str, data: st.DataObject) -> None:
    day, number = data.draw(st.sampled_from(sorted(DAYS.items())))
    after = said(VISIT, lead + form.format(day)).after
    assert after.on == date(2026, 11, number)
    assert after.starts_at == datetime(2026, 11, number, 16, 0, tzinfo=NEW_YORK)


@given(st.sampled_from(PLAJOS), st.sampled_from(["fue el {}", "la visita fue el {}"]), st.data())
def test_a_day_is_corrected_in_spanish(lead: str, form: str, data: st.DataObject) -> None:
    day, number = data.draw(st.sampled_from(sorted(DIAS.items())))
    assert said(VISIT, lead + form.format(day)).after.on == date(2026, 11, number)


@given(
    st.sampled_from(LEADS), st.sampled_from(["it was at {}", "it was {}"]), st.integers(1, 6), st.booleans()
)
def test_an_hour_is_corrected_and_the_day_stays(lead: str, form: str, hour: int, half: bool) -> None:
    clock = f"{hour}:{'30' if half else '00'}"
    after = said(VISIT, lead + form.format(clock)).after
    assert after.starts_at == datetime(2026, 11, 5, hour + 12, 30 if half else 0, tzinfo=NEW_YORK)
    assert after.on == VISIT.on


@pytest.mark.parametrize(
    "words", ["not Thursday, Friday", "it was friday not thursday", "it wasn't Thursday, it was Friday",
              "no el jueves, el viernes", "fue el viernes, no el jueves"],
)  # fmt: skip
def test_what_was_wrong_is_never_taken_for_what_holds(words: str) -> None:
    assert said(VISIT, words).after.on == date(2026, 11, 6)
    assert said(VISIT, words).strong


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("45 min not 30", 45), ("it was an hour", 60), ("it lasted 20 minutes", 20), ("duró 45 minutos", 45),
        ("it was 3:30 to 4:15", 45), ("should be 15 minutes", 15),
    ],
)  # fmt: skip
def test_a_length_is_corrected(words: str, minutes: int) -> None:
    assert said(VISIT, words).after.minutes == minutes


@pytest.mark.parametrize(
    ("words", "method"),
    [
        ("that was a phone call", Method.PHONE), ("it was over the phone", Method.PHONE),
        ("fue por teléfono", Method.PHONE), ("it was by text", Method.TEXT), ("por videollamada", Method.VIDEO),
        ("it was facetime not in person", Method.VIDEO), ("it was an email", Method.EMAIL),
    ],
)  # fmt: skip
def test_what_was_not_in_person_has_no_place_and_is_no_home_visit(words: str, method: Method) -> None:
    after = said(VISIT, words).after
    assert after.method is method
    assert after.place is None
    assert EventType.FOSTER_HOME_VISIT not in after.types


@pytest.mark.parametrize(
    "words", ["it was at school not home", "no, at his school", "fue en la escuela, no en la casa"]
)
def test_a_place_is_corrected(words: str) -> None:
    after = said(VISIT, words).after
    assert (after.place, after.outcome) == (Place.SCHOOL, Outcome.COMPLETED)
    assert EventType.FOSTER_HOME_VISIT not in after.types


@pytest.mark.parametrize(
    "words", ["Tobi wasn't there", "no estaba Tobi", "Tobi was not home", "take Tobi off"]
)
def test_a_child_who_was_not_there_is_taken_off(words: str) -> None:
    assert said(VISIT, words).after.children == (MAYA,)


@pytest.mark.parametrize("words", ["it was Tobi not Maya", "era Tobi, no Maya", "only Tobi", "I meant Tobi"])
def test_one_child_instead_of_another(words: str) -> None:
    assert said(VISIT, words).after.children == (TOBI,)


def test_a_child_of_another_family_takes_nobody_along() -> None:
    after = said(VISIT, "actually it was Bence not Maya and Tobi").after
    assert (after.children, after.people, after.case_id) == ((BENCE,), (), "K3")


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("add that mom was there", {STONE, MOTHER}), ("agrega que la mamá estaba", {STONE, MOTHER}),
        ("Dr Falk came too", {STONE, FALK}), ("Ms Stone wasn't there", set()),
        ("it was the mom not the foster mom", {MOTHER}), ("it was with mom, not Ms. Stone", {MOTHER}),
        ("add that grandma was there", {STONE}),
    ],
)  # fmt: skip
def test_who_else_was_there(words: str, people: set[str]) -> None:
    assert set(said(VISIT, words).after.people) == people


def test_an_adults_type_goes_with_the_adult() -> None:
    after = said(VISIT, "it was the mom not the foster mom").after
    assert EventType.BIRTH_PARENT_CASEWORKER in after.types
    assert EventType.CASEWORKER_FOSTER_PARENT not in after.types
    assert EventType.BIRTH_PARENT_CASEWORKER not in said(VISIT, "mom was there too").after.types


def test_whoever_she_is_is_not_guessed() -> None:
    amendment = said(VISIT, "no she wasn't there")
    assert amendment.unclear
    assert amendment.after == VISIT


def test_an_hour_that_a_clock_change_skipped_is_asked() -> None:
    spring = datetime(2026, 3, 8, 17, 0, tzinfo=NEW_YORK)
    amendment = said(VISIT, "it was today at 2:30 am", sent_at=spring)
    assert amendment.after.starts_at is None
    assert [q.slot for q in amendment.asks] == ["time"]


def test_what_is_still_to_come_changes_nothing() -> None:
    amendment = said(VISIT, "no, it was today at 7pm")
    assert amendment.unclear
    assert amendment.after.starts_at == VISIT.starts_at


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("make that two separate notes", Wish.SPLIT), ("haz dos notas", Wish.SPLIT),
        ("delete the last sentence", Wish.WORDS), ("never mind", Wish.DISCARD), ("borra la nota", Wish.DISCARD),
        ("looks good, submit", Wish.SUBMIT), ("envíala", Wish.SUBMIT),
    ],
)  # fmt: skip
def test_a_wish_changes_nothing_by_itself(words: str, wish: Wish) -> None:
    amendment = said(VISIT, words)
    assert (amendment.wish, amendment.after) == (wish, VISIT)


@pytest.mark.parametrize(
    "words",
    [
        "also she has a dentist appt on Friday at 3", "he told me mom called yesterday at 6 by phone",
        "the kids were calm and ate cereal", "next visit is 11/24 at 4", "no marks or bruises seen",
        "Both kids got flu shots on 11/9", "he was not sad this time and did not ask about his dad",
        "School called me after about his behavior", "dijo que fue a la escuela el lunes",
        "dad did not show up to his visit last week", "it was a good visit", "No concerns at this time",
    ],
)  # fmt: skip
def test_what_is_told_beside_changes_no_field(words: str) -> None:
    amendment = said(VISIT, words, close=True)
    assert amendment.after == VISIT
    assert amendment.kept


@given(st.text(max_size=300))
def test_no_text_at_all_raises(words: str) -> None:
    said(VISIT, words)


def test_long_words_are_read_in_no_time() -> None:

    before = time.process_time()
    said(VISIT, "no it was not Maya, it was Tobi and " * 110, sent_at=MONDAY)
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    "words",
    [
        "no rash on Tobi",
        "hair cut for Tobi",
        "Tobi healthy",
        "new shoes for tobi",
        "sin golpes Tobi",
        "school forms for Tobi",
    ],
)
def test_what_is_told_of_a_child_does_not_make_the_visit_his(words: str) -> None:
    alone = replace(VISIT, children=(MAYA,), people=())
    assert said(alone, words).after.children == (MAYA,)


@pytest.mark.parametrize("words", ["Tobi", "it was Tobi", "it was Tobi at school", "no, Tobi", "Tobi, at 3"])
def test_a_name_said_to_be_the_one_does(words: str) -> None:
    alone = replace(VISIT, children=(MAYA,), people=())
    assert said(alone, words).after.children == (TOBI,)


@pytest.mark.parametrize(
    "words", ["actually it was 2", "wait, around 2", "sorry it was 2", "perdón, fue a las 2"]
)
def test_a_bare_number_put_right_is_the_hour(words: str) -> None:
    assert said(VISIT, words).after.starts_at == datetime(2026, 11, 5, 14, 0, tzinfo=NEW_YORK)


def test_another_number_is_not() -> None:
    assert said(VISIT, "no, she's 5").after.starts_at == VISIT.starts_at


@pytest.mark.parametrize(
    "words",
    [
        "pasé por la casa 9:40, no abrieron. toqué dos veces",
        "fui otra vez, no contestaron a las 9:40",
        "Bence no fue a la escuela hoy, la mamá me llamó a las 8:30",
    ],
)
def test_what_somebody_did_not_do_puts_nothing_right(words: str) -> None:
    amendment = said(VISIT, words)
    assert not amendment.strong
    assert amendment.after.starts_at == VISIT.starts_at


def test_an_adult_of_another_family_takes_the_note_along() -> None:
    call = replace(VISIT, types=(EventType.BIRTH_PARENT_CASEWORKER,), people=(MOTHER,), method=Method.PHONE)
    after = said(call, "sorry not Ngozi Okafor, Ms Quist").after
    assert (after.people, after.children, after.case_id) == ((QUIST,), (OTHER_MAYA,), "K2")
    assert EventType.CASEWORKER_FOSTER_PARENT in after.types


@pytest.mark.parametrize("words", ["Ngozi Okafor n Dr Falk there", "Dr Falk and Ngozi Okafor present"])
def test_a_bare_there_is_presence(words: str) -> None:
    amendment = said(VISIT, words)
    assert {MOTHER, FALK} <= set(amendment.after.people)
    assert amendment.pointed


@pytest.mark.parametrize(
    "words", ["a Tobi lo vi solo, a Maya no", "saw Tobi alone, Maya not", "Tobi alone but not Maya"]
)
def test_who_was_seen_alone_is_about_the_draft(words: str) -> None:
    amendment = said(VISIT, words)
    assert (amendment.pointed, amendment.after.seen_alone) == (True, (TOBI,))


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("tobi was 445 not 4", (16, 45)),
        ("Tobi was 4:45, not 4:00", (16, 45)),
        ("tobi one was at 5", (17, 0)),
        ("the okafor one was 330", (15, 30)),
        ("#2 was 1130", (11, 30)),
        ("was 1130", (11, 30)),
    ],
)
def test_the_hour_of_the_one_who_is_named_is_put_right(words: str, at: tuple[int, int]) -> None:
    after = said(VISIT, words).after
    assert after.starts_at is not None
    assert ((after.starts_at.hour, after.starts_at.minute), after.children) == (at, VISIT.children)


@pytest.mark.parametrize(
    "words", ["it was 2 kids", "he was 12", "the tobi therapy visit was at 5", "tobi was 12 today"]
)
def test_a_number_of_something_else_is_no_hour(words: str) -> None:
    assert said(VISIT, words).after.starts_at == VISIT.starts_at
