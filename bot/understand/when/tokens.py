"""A piece of a message while the words of time are being found in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Token:
    """One piece of the raw text [start, end) and its canonical form."""

    start: int
    end: int
    raw: str
    text: str
