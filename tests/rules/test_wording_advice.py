"""Advice on wording: what raises it, what must not, and where it points."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.wording import Advises, advise, suggests_part2

RAISES = {
    Advises.JUDGEMENT: [
        "Mom was rude when I came in.",
        "BM is nasty and lazy",
        "fm was obviously lying",
        "and refused to cooperate",
        "She is a bad mother.",
        "La mamá fue grosera conmigo.",
    ],
    Advises.STATE_AS_FACT: [
        "Father was drunk at the visit.",
        "mom’s high again",
        "JT came home high",
        "he showed up clearly intoxicated",
        "El papá estaba borracho.",
    ],
    Advises.CONCLUSION: [
        "Kids doing great.",
        "No concerns.",
        "no safety concerns at this time",
        "Everything was fine.",
        "Mateo seemed fine.",
        "Todo bien en la casa.",
    ],
    Advises.RUMOUR: [
        "Apparently dad moved out.",
        "I heard that the aunt uses drugs.",
        "Everyone knows he hits her.",
        "Al parecer se mudaron.",
    ],
    Advises.DIAGNOSIS: [
        "She is bipolar.",
        "he probably has ADHD",
        "Mother seems depressed.",
        "mom is a drug addict",
        "he is a known heroin user",
        "Es bipolar.",
    ],
    Advises.REPORTER: [
        "The neighbor called the hotline on her.",
        "Report was called in by Ms. Diaz.",
        "the reporter was the school nurse",
        "La denuncia la hizo la vecina.",
    ],
}
QUIET = [
    "Found the baby lying on the floor, mother was lying down.",
    "She is a user of the bus.",
    "FM says he looks fine.",
    "In my opinion she was rude and uncooperative.",
    "En mi opinión la madre es floja.",
    "No SI.",
    "Client denies SI/HI.",
    "Mother denies that she was drunk.",
    "Dad smelled of alcohol and slurred his words.",
    "FP says he is doing great in school.",
    "FP has no concerns.",
    "No concerns were reported by the school.",
    "Teacher reports no concerns.",
    "Per Dr. Shah he has ADHD.",
    "He was diagnosed with PTSD in 2024 and is bipolar.",
    "Maya said “my teacher is nasty”.",
    'Mateo yelled "she is crazy".',
    "He goes to high school and is high risk.",
    "I called the hotline at 3:05 pm, call ID given.",
    "Report was made by an anonymous caller.",
    "The reporter is confidential.",
    "Saw Maya at home, room clean, lunch on the table, both children dressed for the weather.",
    "",
]


@pytest.mark.parametrize(("about", "words"), [(kind, each) for kind, all_ in RAISES.items() for each in all_])
def test_it_raises_one_advice_of_the_right_kind(about, words):
    assert {each.about for each in advise(words)} == {about}


@pytest.mark.parametrize("words", QUIET)
def test_it_raises_nothing(words):
    assert advise(words) == ()


def test_it_points_at_the_very_words_and_says_one_sentence():
    words = "Saw Maya at 4. Father was very drunk. No concerns."
    drunk, concern = advise(words)
    assert words[drunk.start : drunk.end] == "was very drunk"
    assert words[concern.start : concern.end] == "No concerns"
    for each in (drunk, concern):
        assert each.sentence.endswith(".")
        assert each.sentence.count(". ") == 0


def test_an_opinion_silences_its_own_sentence_only():
    (left,) = advise("In my opinion mom was rude. Dad was rude too.")
    assert left.start > 27


def test_the_reporters_identity_is_warned_of_even_in_quotation_marks():
    (found,) = advise('She said "my sister called the hotline".')
    assert found.about is Advises.REPORTER


@pytest.mark.parametrize(
    "words",
    [
        "Mom goes to the methadone clinic on Fulton St",
        "BF relapsed in September",
        "started outpatient substance abuse treatment",
        "attends AA meetings twice a week",
        "Mamá está en tratamiento de drogas.",
    ],
)
def test_treatment_words_suggest_the_part_2_tag(words):
    assert {each.about for each in suggests_part2(words)} == {Advises.PART2}
    assert all(each.about is not Advises.PART2 for each in advise(words))


@pytest.mark.parametrize("words", ["rehab for his knee", "smelled of alcohol", "no SI", "drug store pickup"])
def test_other_words_do_not(words):
    assert suggests_part2(words) == ()


@given(st.text(max_size=300))
def test_any_text_goes_in_and_every_place_lies_in_it(words):
    for each in (*advise(words), *suggests_part2(words)):
        assert 0 <= each.start < each.end <= len(words)


@pytest.mark.parametrize(
    "word", ["report ", "was very ", "no safety ", "her's ", "had called ", "aaaaaaaa", "«"]
)
def test_long_texts_take_no_time(word):
    words = (word * 12_000)[:12_000]
    before = time.thread_time()
    advise(words)
    assert time.thread_time() - before < 2
