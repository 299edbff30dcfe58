"""The trained heads: from a sentence's vector to an intent, and to whether it sounds like danger."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.understand.opinion.encoder import Vectors
from bot.understand.parts import Intent

NAME, SUM = "opinion.npz", "opinion.sha256"


class Unfit(Exception):
    """The heads' file is missing, altered or made for something else; the text says which."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Two linear heads. `intents` names the rows of `weights`; `danger` is one more row, for alarms."""

    intents: tuple[Intent, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    danger: NDArray[np.float32]
    danger_bias: float

    @classmethod
    def load(cls, folder: Path) -> Heads:
        """The heads in `folder`, checked against the hash beside them. Unfit where they can't be used."""
        try:
            raw = (folder / NAME).read_bytes()
            told = (folder / SUM).read_text(encoding="ascii").split()[0]
        except (OSError, IndexError, UnicodeError):
            raise Unfit(f"{NAME} or its hash is missing") from None
        if sha256(raw).hexdigest() != told:
            raise Unfit(f"{NAME} is not the file that was trained (its hash differs)")
        return cls.of(folder / NAME)

    @classmethod
    def of(cls, path: Path) -> Heads:
        """The heads in a file. Unfit where it holds something else."""
        try:
            with np.load(path, allow_pickle=False) as held:
                names, bias = [str(n) for n in held["intents"]], held["bias"].astype(np.float32)
                weights, danger = held["weights"].astype(np.float32), held["danger"].astype(np.float32)
                heads = cls(tuple(Intent(n) for n in names), weights, bias, danger[:-1], float(danger[-1]))
        except (OSError, ValueError, KeyError, IndexError, EOFError, BadZipFile, zlib.error) as wrong:
            raise Unfit(f"{path.name} holds no heads ({type(wrong).__name__})") from None
        if weights.shape != (len(names), len(heads.danger)) or bias.shape != (len(names),):
            raise Unfit(f"{path.name} holds heads of another shape")
        return heads

    def intent(self, vector: Vectors) -> dict[Intent, float]:
        """How likely each intent is, together 1."""
        scores = self.weights @ vector + self.bias
        shares = np.exp(scores - scores.max())
        return dict(zip(self.intents, (shares / shares.sum()).tolist(), strict=True))

    def danger_of(self, vectors: Vectors) -> float:
        """How likely the most alarming of the sentences tells of an emergency or of an unsafe child."""
        return float((1 / (1 + np.exp(-(vectors @ self.danger + self.danger_bias)))).max())
