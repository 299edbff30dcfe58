"""Fit the heads. The only place that needs scikit-learn, which the running program does without."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.understand.opinion.encoder import Encoder, Vectors
from bot.understand.opinion.heads import Heads
from bot.understand.opinion.wording import OPENING, stretches
from bot.understand.parts import Intent
from training.messages import Example

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression

STRENGTH, MOST_STEPS = 10.0, 4000


class Lesson:
    """Examples with their vectors, made once however often heads are fitted."""

    def __init__(self, encoder: Encoder, examples: Sequence[Example]) -> None:
        self._encoder, self.examples = encoder, examples

    @cached_property
    def whole(self) -> Vectors:
        """A vector for each example."""
        return self._encoder.encode([one.text[:OPENING] for one in self.examples])

    @cached_property
    def calm(self) -> tuple[Vectors, NDArray[np.int64]]:
        """The stretches of the ordinary notes, and which example each is of.

        A stretch of an alarming message may be quite calm, so those are learned from as a whole only.
        """
        found = [
            (n, part)
            for n, one in enumerate(self.examples)
            if one.intent is Intent.LOG_CONTACT and one.agency != "written"
            for part in stretches(one.text)
        ]
        return self._encoder.encode([part for _, part in found]), np.array([n for n, _ in found])

    def heads(self, keep: Sequence[bool]) -> Heads:
        """Heads fitted to the examples kept."""
        kept = np.array(keep, dtype=bool)
        names = np.array([one.intent.value for one in self.examples])[kept]
        intents = _fit(self.whole[kept], names)
        parts, whose = self.calm
        ours = kept[whose]
        alarms = np.array([one.alarm for one in self.examples])[kept]
        danger = _fit(
            np.vstack([self.whole[kept], parts[ours]]), np.concatenate([alarms, np.zeros(ours.sum(), bool)])
        )
        return Heads(
            tuple(Intent(name) for name in intents.classes_),
            intents.coef_.astype(np.float32),
            intents.intercept_.astype(np.float32),
            danger.coef_[0].astype(np.float32),
            float(danger.intercept_[0]),
        )


def _fit(vectors: Vectors, labels: NDArray[np.generic]) -> LogisticRegression:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - a second's work, for fitting alone

    return LogisticRegression(C=STRENGTH, max_iter=MOST_STEPS, class_weight="balanced").fit(vectors, labels)
