"""How workers spell: short forms written out, misspellings mended (data/spelling.toml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.understand.names.words import common_words, is_word
from bot.understand.patterns.lexicon import table

_SWAPPED, _SLIPPED = 5, 6
"""Letters of a word from which on two swapped neighbours, or one slip, are mended."""
_CLIPPED = 4
"""Letters of a word from which on an ending may have been clipped: "askd"."""
_TOKEN = re.compile(r"(?<!['\w])(?:[a-z]{1,}(?!['\w/])|@ ?)")


@lru_cache(maxsize=8192)
def canonical(token: str) -> str:
    """The word the rules know for `token`: a short form written out, a misspelling mended, else itself."""
    return str(table("spelling")["short"].get(token) or mended(token))


@lru_cache(maxsize=8192)
def mended(token: str) -> str:
    """The word that a misspelt `token` was meant to be; itself where it is a word, or like none."""
    known = table("spelling")["misspelt"].get(token)
    if known:
        return str(known)
    if not token.isalpha() or len(token) < _CLIPPED:
        return token
    if whole := _whole(token):
        return whole
    if len(token) < _SWAPPED:
        return token
    return _swapped(token) or (_nearest(token) if len(token) >= _SLIPPED else token)


def spelled_out(folded: str) -> str:
    """Folded words with each misspelling mended and the short forms and "@" written out."""
    return _TOKEN.sub(lambda match: _spelled(match.group()), folded)


@lru_cache(maxsize=8192)
def _spelled(token: str) -> str:
    """The word for `token`; a short form of a negation stays, for folded words have no apostrophes."""
    if token.startswith("@"):
        return "at "
    short = str(table("spelling")["short"].get(token, ""))
    return short if short and "'" not in short else mended(token)


def _whole(token: str) -> str | None:
    """The everyday word with its ending clipped in typing: "passd", "cookin"; none where there is none."""
    if is_word(token) or token in _given_names():
        return None
    whole = token[:-1] + "ed" if token.endswith("d") and token[-2] not in "aeiou" else ""
    whole = token + "g" if token.endswith("in") else whole
    return whole if whole in common_words() else None


def _swapped(token: str) -> str | None:
    """The everyday word of which two neighbouring letters were swapped: "viist" is visit."""
    to, keep = _mendable()
    if token in keep or token in to or is_word(token) or token in _given_names():
        return None
    swaps = (token[:n] + token[n + 1] + token[n] + token[n + 2 :] for n in range(len(token) - 1))
    found = {word for word in swaps if word in to or word in common_words()}
    return found.pop() if len(found) == 1 else None


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for names in table("given_names").values() for name in names.split())


def _nearest(token: str) -> str:
    to, keep = _mendable()
    if token in to or token in keep or is_word(token):
        return token
    for word in to:
        if (
            word[0] == token[0]
            and abs(len(word) - len(token)) <= 1
            and len(word) >= 6
            and (OSA.distance(word, token, score_cutoff=1) <= 1)
        ):
            return token if token in (word + "s", word + "d") else word
    return token


@cache
def _mendable() -> tuple[tuple[str, ...], frozenset[str]]:
    mend = table("spelling")["mend"]
    return tuple(mend["to"]), frozenset(mend["keep"])
