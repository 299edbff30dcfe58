"""Words that name the note they are about: what is not on a draft puts nothing right on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.understand.amend import Facts, Wish, amend_each
from bot.understand.amend.parting import parted
from bot.understand.parts import Question
from storage.types import EventType
from tests.understand.amend.amending_office import (
    BENCE,
    MAYA,
    MONDAY,
    NEW_YORK,
    OTHER_MAYA,
    TOBI,
    VISIT,
    office,
    said,
)

ONE = replace(VISIT, children=(TOBI,), people=())
OTHERS = replace(VISIT, children=(BENCE,), people=(), case_id="K3")
LINDGREN = replace(VISIT, children=(OTHER_MAYA,), people=(), case_id="K2")
HEARING = replace(LINDGREN, types=(EventType.COURT_APPEARANCE,))
ASKS_WHEN = replace(ONE, on=None, starts_at=None, asked=(Question("date"),))


def of_each(words: str, *drafts: Facts) -> list[tuple[bool, int]]:
    """Whether the words name another note than each of these, and what speaks for it."""
    found = amend_each(office(), drafts, words, staff_id="W1", sent_at=MONDAY, tz=NEW_YORK)
    return [(a.another, a.evidence) for a in found]


@pytest.mark.parametrize(
    "words",
    [
        "actually Bence was 1230",
        "no wait, bence was at 3",
        "actually bence's was yesterday",
        "sorry bence is 2pm",
    ],
)
def test_the_hour_of_somebody_else_moves_nothing_here(words: str) -> None:
    (here, _), (there, evidence) = of_each(words, ONE, OTHERS)
    assert (here, there) == (True, False)
    assert evidence > 0
    assert said(OTHERS, words).after.children == (BENCE,)
    assert said(OTHERS, words).changed
    assert said(ONE, words).after.children == (TOBI,)


def test_an_hour_of_one_of_two_drops_nobody() -> None:
    assert said(VISIT, "actually tobi was 1230").after.children == (MAYA, TOBI)


@pytest.mark.parametrize("words", ["no, it was Bence", "actually saw Bence", "I meant Bence"])
def test_who_it_was_is_still_a_correction(words: str) -> None:
    amendment = said(ONE, words)
    assert not amendment.another
    assert amendment.after.children == (BENCE,)


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("scratch that lindgren one i mixed it up w yesterday", Wish.DISCARD),
        ("discard the lindgren note", Wish.DISCARD),
        ("delete the one about Lindgren", Wish.DISCARD),
        ("submit the lindgren one", Wish.SUBMIT),
        ("send lindgren's pls", Wish.SUBMIT),
        ("submit the hearing", Wish.SUBMIT),
        ("ok file the court one now", Wish.SUBMIT),
    ],
)
def test_a_wish_is_about_the_note_that_it_names(words: str, wish: Wish) -> None:
    assert [another for another, _ in of_each(words, ONE, HEARING)] == [True, False]
    assert said(HEARING, words).wish is wish
    assert said(ONE, words).another


@pytest.mark.parametrize(
    "words", ["discard that one", "submit it", "delete the last note", "scratch that note"]
)
def test_a_wish_that_names_none_may_be_about_each(words: str) -> None:
    assert of_each(words, ONE, OTHERS) == [(False, 0), (False, 0)]


@pytest.mark.parametrize("words", ["send mom the form", "file the report", "he brought the doctor's note"])
def test_what_is_sent_elsewhere_is_no_wish(words: str) -> None:
    assert said(ONE, words).wish is None


@pytest.mark.parametrize("words", ["varga ct rpt filed today", "ns varga 1p", "bence varga 3pm"])
def test_another_familys_words_answer_nothing_here(words: str) -> None:
    assert said(ASKS_WHEN, words).evidence < 0


@pytest.mark.parametrize("words", ["today 3pm", "Tobi at 3", "yesterday at noon", "okafor, today at 2"])
def test_an_answer_is_none_the_less(words: str) -> None:
    amendment = said(ASKS_WHEN, words)
    assert amendment.evidence >= 0
    assert amendment.answered


def test_of_an_adult_of_two_families_the_childs_row_stays() -> None:
    agency = office()
    rows = tuple(agency.contacts)[:6]
    asking = Facts(people=rows, asked=(Question("child", (MAYA, BENCE)), Question("date")))
    after = said(asking, "Bence Varga").after
    assert after.children == (BENCE,)
    assert all(agency.contacts[p].case_id == after.case_id for p in after.people)


@pytest.mark.parametrize(
    "words", ["discard the bence one, she called me back 430", "scratch that bence note. he picked up at 5",
              "delete the one about bence - called again at 4, talked 10 min", "borra la nota de bence, me llamo a las 4"]
)  # fmt: skip
def test_what_happened_since_is_told_beside_the_wish(words: str) -> None:
    wish, told = parted(words) or ("", "")
    assert wish
    assert words.endswith(told)
    assert said(VISIT, wish).wish is Wish.DISCARD


@pytest.mark.parametrize(
    "words", ["scratch that, it was tuesday", "discard the bence one", "discard the bence one, wrong kid",
              "delete the bence one, it was at 5", "drop the note off at 4, saw Maya"]
)  # fmt: skip
def test_nothing_is_told_beside_it(words: str) -> None:
    assert parted(words) is None


@pytest.mark.parametrize(
    "words", ["bence one is wrong number actually, discard", "the bence note was a mistake, pls delete it",
              "lo de bence fue un error, borralo"]
)  # fmt: skip
def test_why_may_stand_before_the_wish(words: str) -> None:
    assert said(OTHERS, words).wish is Wish.DISCARD


@pytest.mark.parametrize(
    "words", ["add to bence note: told his coach", "put this in the bence note - he ate"]
)
def test_the_note_to_which_it_is_added_is_named(words: str) -> None:
    (here, _), (there, _) = of_each(words, ONE, OTHERS)
    assert (here, there) == (True, False)
    assert said(OTHERS, words).adds or said(OTHERS, words).strong


@pytest.mark.parametrize(
    "words",
    [
        "manda la de Bence",
        "envía la nota sobre Bence ya",
        "submit the one about Bence",
        "send in the note for Bence",
    ],
)
def test_a_note_to_be_sent_is_named(words: str) -> None:
    assert said(OTHERS, words).wish is Wish.SUBMIT
    (here, _), (there, _) = of_each(words, ONE, OTHERS)
    assert (here, there) == (True, False)


@pytest.mark.parametrize(
    "words",
    [
        "the tobi note: i called ms stone, she answered",
        "for the tobi crisis note - it was by phone",
        "on my tobi note: it was 4:35",
    ],
)
def test_what_begins_by_naming_a_note_puts_that_one_right(words: str) -> None:
    (found,) = amend_each(office(), [ONE], words, staff_id="W1", sent_at=MONDAY, tz=NEW_YORK)
    assert found.strong
    assert found.led
    assert of_each(words, ONE, LINDGREN)[1][0], "and no other family's"


@pytest.mark.parametrize(
    "words", ["the doctor's note: no gym for a week", "he brought the school note: late twice"]
)
def test_somebody_elses_note_is_none_of_them(words: str) -> None:
    (found,) = amend_each(office(), [ONE], words, staff_id="W1", sent_at=MONDAY, tz=NEW_YORK)
    assert not found.strong
