"""Whether two folded words are one name: sounding alike (a voice clip), or one of them misspelt.

Measured for READING ("Names"): an edit distance (optimal string alignment) with a bonus for an equal double
metaphone code; Jayden stays apart from Jaylen, Samule is Samuel.
"""

from __future__ import annotations

import re
from functools import lru_cache

from doublemetaphone import doublemetaphone
from rapidfuzz.distance import OSA

_LEAST = 4
_VOWELS = "aeiou"
_ALIKE = 0.71
_UNLIKE = 0.85
_GROUPS = re.compile(r"[aeiou]+(?:y(?![aeiou]))?|(?<![aeiou])y")
_ENDINGS = (
    ("a", "a"),
    ("ah", "a"),
    ("o", "o"),
    ("oh", "o"),
    ("ee", "i"),
    ("eigh", "i"),
    ("ie", "i"),
    ("ey", "i"),
    ("ye", "i"),
    ("i", "i"),
    ("y", "i"),
)


@lru_cache(maxsize=32768)
def codes(word: str) -> frozenset[str]:
    """The double metaphone codes of a word."""
    return frozenset(code for code in doublemetaphone(word) if code)


@lru_cache(maxsize=32768)
def _shape(word: str) -> tuple[int, str]:
    """How many vowels are heard, roughly, and what the word ends in."""
    ending = next((kind for end, kind in reversed(_ENDINGS) if word.endswith(end)), "")
    silent = word.endswith("ye") or (word.endswith("e") and not ending and len(word) > 3)
    body = word[:-1] if silent else word
    return len(_GROUPS.findall(body)), ending


def sounds_like(one: str, other: str) -> bool:
    """Whether a transcript may hold the one for the other (Jalen, Jaylen); equal words do."""
    if one == other:
        return True
    if min(len(one), len(other)) < 3 or not codes(one) & codes(other):
        return False
    if one[0] != other[0] and "j" in (one[0], other[0]) and (one[0] in _VOWELS or other[0] in _VOWELS):
        return False  # Aiden is no Jaden, though metaphone may write a J as nothing
    most = 3 if max(len(one), len(other)) > 7 else 2
    if OSA.distance(one, other, score_cutoff=most) > most:
        return False
    (vowels, end), (others, other_end) = _shape(one), _shape(other)
    return end == other_end and abs(vowels - others) <= (1 if len(one) > 5 else 0)


def misspelt(word: str, name: str) -> bool:
    """Whether `word` may be a slip for `name`, and is not the name itself."""
    if word == name or min(len(word), len(name)) < _LEAST:
        return False
    distance = OSA.distance(word, name, score_cutoff=3)
    if distance > 3:
        return False
    alike = 1 - distance / max(len(word), len(name))
    swapped = distance == 1 and len(word) == len(name) and sorted(word) == sorted(name)
    if swapped and len(word) > 4:
        return True
    # Names that differ in the final vowel alone are two names: Gabriel and Gabriela, Mario and Maria.
    if _shape(word)[1] != _shape(name)[1]:
        return False
    return alike >= (_ALIKE if codes(word) & codes(name) else _UNLIKE)


def near_keys(word: str) -> set[str]:
    """Keys that a word shares with its likely misspellings: itself less one letter, and how it sounds."""
    keys = {f"~{code}" for code in codes(word)} if len(word) >= 3 else set()
    if _LEAST <= len(word) <= 24:
        keys |= {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
    return keys
