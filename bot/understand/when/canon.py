"""Canonicalising: slang, misspellings and spoken numbers become plain words, and every offset is kept.

A spoken number becomes `~45`, so that the grammar can tell it from typed digits; what the caller masked and
Slack's own marks become `§`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.understand.names.spelling import canonical as known
from bot.understand.names.text import word_set
from bot.understand.when.hundreds import hundreds
from bot.understand.when.spelling import spelled
from bot.understand.when.tokens import Token
from bot.understand.when.vocabulary import NUMBERS, ORDINALS, WORDS

_TOKEN = re.compile(
    r"<[@#!][^<>\s]{0,80}>|<(?:tel|mailto|https?):[^<>]{0,300}>|&(?:amp|lt|gt);"
    r"|:[A-Za-z][A-Za-z0-9_+'-]{0,40}:(?!\d)|[^\W\d_]+(?:['’`][^\W\d_]+)*|\d+|\s+|.",
    re.DOTALL,
)
_ENTITY = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_FRACTION = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4"}
_MORNING_AFTER = frozenset({"esta", "la", "this", "buena", "temprano", "hoy", "ayer"})
_NO_CLASS_PERIOD = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "lunch",
        "class",
        "the",
        "a",
        "this",
        "that",
        "grading",
        "free",
        "her",
        "his",
        "trial",
        "of",
        "time",
        "gym",
        "math",
        "art",
        "each",
        "every",
        "last",
        "next",
        "long",
        "short",
    ]
)
_DASHES = "–—−‐‑‒→"


_SOME_ONE = {
    "one": word_set(
        "long good bad rough tough hard easy quick short late early big little nice fun busy crazy weird sad "
        "great slow tricky heavy another that this which each every any no other lil"
    ),
    "uno": word_set("at play plays played playing of in"),
}
_NO_MONTH = frozenset({"at", "to", "from", "the", "with", "via"})


@dataclass(frozen=True, slots=True)
class Canon:
    """The canonical text, with the way back to the raw offsets."""

    raw: str
    text: str
    starts: tuple[int, ...]
    tokens: tuple[Token, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw [start, end) that canonical [start, end) came from."""
        first = self.tokens[bisect_right(self.starts, start) - 1]
        last = self.tokens[bisect_right(self.starts, max(start, end - 1)) - 1]
        return first.start, last.end


def canonical(text: str, *, voice: bool = False, mask: Sequence[tuple[int, int]] = ()) -> Canon:
    """The canonical form of `text`; `mask` holds raw spans that are never a time."""
    tokens = [Token(*m.span(), m[0], "") for m in _TOKEN.finditer(text)]
    _write(tokens, voice=voice)
    _part_from_number(tokens)
    _hide(tokens, sorted(mask))
    kept = hundreds(_compose([t for t in tokens if t.text]))
    starts, at = [], 0
    for token in kept:
        starts.append(at)
        at += len(token.text)
    return Canon(text, "".join(t.text for t in kept), tuple(starts), tuple(kept))


def _part_from_number(tokens: list[Token]) -> None:
    """`tue2pm`, `sat10am`: a weekday written against its time stands apart from it."""
    for token, after in pairwise(tokens):
        if (token.text in {"sat", "sun"} or token.text.startswith("wd")) and after.raw.isdigit():
            token.text += " "


def _hide(tokens: list[Token], mask: list[tuple[int, int]]) -> None:
    at = 0
    for token in tokens if mask else ():
        while at < len(mask) and mask[at][1] <= token.start:
            at += 1
        if at < len(mask) and mask[at][0] < token.end and not token.raw.isspace():
            token.text = "§"


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Lower case, no accents, straight apostrophes."""
    if not word.isascii():
        word = word.replace("’", "'").replace("`", "'")
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return word.lower()


def _write(tokens: list[Token], *, voice: bool) -> None:
    before = ""
    for token in tokens:
        if token.raw == " ":  # every other one is
            token.text = " "
            continue
        token.text = _form(token.raw, before, voice=voice)
        if token.raw[0].isalpha():
            before = plain(token.raw)
        elif not token.raw.isspace():
            before = ""


def _form(raw: str, before: str, *, voice: bool) -> str:
    """The canonical form of one token, given the plain word before it."""
    first = raw[0]
    if first.isspace():
        return "\n" if "\n" in raw else " "
    if first.isdigit():
        return _digits(raw)
    if not first.isalpha():
        return _mark(raw)
    return _word(raw, before, voice=voice)


def _digits(raw: str) -> str:
    return raw if raw.isascii() else "".join(str(unicodedata.digit(c, 0)) for c in raw)


def _mark(raw: str) -> str:
    if raw in _FRACTION:
        return _FRACTION[raw]
    if raw in _ENTITY:
        return _ENTITY[raw]
    if raw[0] in "<:" and len(raw) > 1:
        return "§"
    return "-" if raw in _DASHES else " " if raw in "*_~¤§" else raw


def _word(raw: str, before: str, *, voice: bool) -> str:
    word = plain(raw)
    if voice and word in {"comma", "period"}:
        return "," if word == "comma" else "period" if before in _NO_CLASS_PERIOD else "."
    if word == "mayo" and before in _NO_MONTH:
        return word + "§"  # "appts. at Mayo": the clinic
    if before in _SOME_ONE.get(word, ()):
        return "§"  # "Long one today!", "beat her at uno": no hour
    return _spanish(word, before) or _alone(raw)


@lru_cache(maxsize=8192)
def _alone(raw: str) -> str:
    """The canonical form of a word whatever stands before it."""
    word = plain(raw)
    if raw == "n":
        return "and"
    return _capital(raw, word) or WORDS.get(word) or spelled(word) or _known(word) or "§"


def _known(word: str) -> str:
    """“calld”, "tdy": the one word that the rest of the rules know for it, in the words of time."""
    meant = known(word) if len(word) > 1 else word
    return WORDS.get(meant, word if " " in meant else meant)


def _spanish(word: str, before: str) -> str | None:
    """Words that mean a time in one company only: mañana, tarde, once, una."""
    if word in {"manana", "mañana"}:
        return "morning" if before in _MORNING_AFTER else "tomorrow"
    if word == "tarde":
        return "afternoon" if before in _MORNING_AFTER | {"buenas"} else "tarde"
    if word == "noche":
        return "night"
    if word in {"once", "una"}:
        after_hour = before in {"las", "la", "a"}
        return ("~11" if word == "once" else "~1") if after_hour else word
    return None


def _capital(raw: str, word: str) -> str | None:
    """Short words that are a day or month only in company keep their own form: sat, sun, may, mar, RN."""
    if word in {"sat", "sun", "may", "mar", "sab", "dom"}:
        return word
    return "nurse" if raw == "RN" else None


def _compose(tokens: list[Token]) -> list[Token]:
    """Joins spoken numbers: forty five → ~45, treinta y cinco → ~35, oh five → ~05, twenty first → 21st."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token, used = (tokens[at], 1) if tokens[at].text == " " else _spoken(tokens, at)
        out.append(token)
        at += used
    return out


def _spoken(tokens: list[Token], at: int) -> tuple[Token, int]:
    token = tokens[at]
    value = NUMBERS.get(token.text)
    if value is None:
        return _ordinal(tokens, at)
    if 20 <= value <= 90 and value % 10 == 0:
        for used, word in _following(tokens, at):
            more = NUMBERS.get(word, ORDINALS.get(word, 0))
            if 1 <= more <= 9:
                suffix = "" if word in NUMBERS else "th"
                return _joined(tokens, at, used, f"~{value + more}{suffix}"), used
    token.text = f"~{value}"
    return token, 1


def _following(tokens: list[Token], at: int) -> list[tuple[int, str]]:
    """The word after a blank or hyphen, and the word after Spanish " y ", each with the tokens used."""
    texts = [t.text for t in tokens[at + 1 : at + 5]]
    found = []
    if len(texts) >= 2 and texts[0] in {" ", "-"}:
        found.append((3, texts[1]))
    if len(texts) == 4 and texts[0] == texts[2] == " " and tokens[at + 2].raw.lower() == "y":
        found.append((5, texts[3]))
    return found


def _ordinal(tokens: list[Token], at: int) -> tuple[Token, int]:
    token = tokens[at]
    if token.text in {"oh", "o"}:
        for used, word in _following(tokens, at):
            if 1 <= NUMBERS.get(word, 0) <= 9:
                return _joined(tokens, at, used, f"~0{NUMBERS[word]}"), used
    if token.text in ORDINALS:
        token.text = f"~{ORDINALS[token.text]}th"
    return token, 1


def _joined(tokens: list[Token], at: int, used: int, text: str) -> Token:
    first, last = tokens[at], tokens[at + used - 1]
    return Token(first.start, last.end, first.raw, text)
