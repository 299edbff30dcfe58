"""The word lists that names are told from words by (bot/understand/data), read once when first needed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from bot.understand.names.text import fold


def _lines(name: str) -> Iterator[str]:
    text = files("bot.understand").joinpath("data", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def common_words() -> frozenset[str]:
    """Everyday English and Spanish words: never a misspelt name, and a name only on evidence."""
    return spanish_words() | english_words()


@cache
def english_words() -> frozenset[str]:
    """Everyday English words."""
    return frozenset(fold(word) for line in _lines("words_en.txt") for word in line.split())


@cache
def spanish_words() -> frozenset[str]:
    """Everyday Spanish words."""
    return frozenset(fold(word) for line in _lines("words_es.txt") for word in line.split())


@cache
def name_leaning() -> frozenset[str]:
    """Words that in a worker's message are a name unless an article stands before them."""
    return frozenset(fold(word) for line in _lines("words_lean_name.txt") for word in line.split())


@cache
def nicknames() -> Mapping[str, tuple[str, ...]]:
    """The given names that a short form stands for."""
    rows = (fold(line).split() for line in _lines("nicknames.txt"))
    return {short: tuple(full) for short, *full in rows if full}


@lru_cache(maxsize=16384)
def is_word(word: str) -> bool:
    """Whether a folded word, or the word it is an inflection of, is an everyday one."""
    words = common_words()
    if word in words:
        return True
    stems = (
        word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing", "ly", "er") if word.endswith(end)
    )
    # "Hadly" is Hadley: a stem of three letters makes no adverb that the list would not hold.
    return any(
        len(stem) > 2 + (word == stem + "ly") and (stem in words or stem + "e" in words) for stem in stems
    )


@cache
def cues(name: str) -> frozenset[str]:
    """One of the closed sets of name_cues.toml."""
    return frozenset(fold(word) for word in _cue_lists()[name].split())


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """One of the lists of name_cues.toml whose entries are several words, commas between them."""
    return tuple(tuple(fold(one).split()) for one in _cue_lists()[name].split(","))


@cache
def _cue_lists() -> Mapping[str, str]:
    return tomllib.loads(
        files("bot.understand").joinpath("data", "name_cues.toml").read_text(encoding="utf-8")
    )
