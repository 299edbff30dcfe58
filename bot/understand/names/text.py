"""Words of a message with their places in the raw text, folded so that spelling habits do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


WEEKDAYS = word_set(
    "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun "
    "sunday"
)
"""English ones, as they are written beside names."""

_LETTER = "[^\\W\\d_]|[\u0300-\u036f]"
_QUOTE = "['’‘´`ʼ]"
# Slack's own marks and addresses hold no names; a user mention is kept as one piece.
_PIECE = re.compile(
    rf"(?P<mention><@(?P<user>[UW][A-Z0-9]{{2,24}})(?:\|[^<>\n]{{0,80}})?>)"
    r"|<(?:tel|mailto|https?|\#|!)[^<>\n]{0,400}>|https?://\S{1,400}|(?<!\w):[a-z0-9_+\-]{2,40}:(?!\w)"
    r"|[\w.+\-]{1,64}@[\w\-]{1,64}\.[\w.]{2,64}|&(?:amp|lt|gt|quot|nbsp);"
    rf"|(?P<word>(?:{_LETTER}|\d)(?:{_LETTER}|\d|{_QUOTE}(?=[^\W\d_]))*)"
)
_APOSTROPHES = re.compile(_QUOTE)
_S = re.compile(rf"{_QUOTE}[sS]$")
# Letters that have no decomposition but that people type without their stroke.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_STOPS = frozenset(".!?\n•;")


class Style(StrEnum):
    """How a message uses capitals: as the grammar has it, or not at all."""

    CASED = "cased"
    LOWER = "lower"
    UPPER = "upper"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its span in the raw text, folded without a possessive ending, and what stood before it."""

    start: int
    end: int
    word: str
    raw: str
    gap: str = " "
    possessive: bool = False
    user: str | None = None
    first: bool = False

    @property
    def cap(self) -> bool:
        """Starts with a capital."""
        return self.raw[:1].isupper()

    @property
    def upper(self) -> bool:
        """Written in capitals throughout, two letters or more."""
        return len(self.raw) > 1 and self.raw.isupper()

    @property
    def close(self) -> bool:
        """Follows the word before directly: only blanks, a hyphen or an initial's full stop between."""
        return not self.first and self.gap.strip(" \u00a0") in {"", "-", "‐", "‑", ".-"}


def fold_text(words: str) -> str:
    """A longer text folded; not kept, as it is somebody's confidential words."""
    return _folded(words)


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A word or name in lower case, without accents and apostrophes: "D’André" is dandre."""
    return _folded(word)


def _folded(word: str) -> str:
    plain = _APOSTROPHES.sub("", word).casefold().translate(_PLAIN)
    if plain.isascii():
        return plain
    return plain.translate(_BARE)


class _Bare(dict[int, str]):
    """A letter by its code without its accents; those met first are kept."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(code))
        bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
        if len(self) < _KEPT:
            self[code] = bare
        return bare


_KEPT = 4096
_BARE = _Bare()


def split_name(name: str) -> tuple[str, ...]:
    """The folded words of a name: "Rose-Laure" is (rose, laure)."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return tuple(name.lower().split())
    return tuple(token.word for token in tokens_of(name) if token.word)


@lru_cache(maxsize=2)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and user mentions of a message in order; the last text's are kept for its many events."""
    found: list[Token] = []
    last = 0
    for piece in _PIECE.finditer(text):
        if piece["mention"] is None and piece["word"] is None:
            continue
        gap = text[last : piece.start()]
        found.append(
            _token(piece, text, gap, first=not found or not _STOPS.isdisjoint(_stops(gap, found[-1])))
        )
        last = piece.end()
    return tuple(found)


def _token(piece: re.Match[str], text: str, gap: str, *, first: bool) -> Token:
    raw = piece.group()
    if piece["mention"] is not None:
        return Token(piece.start(), piece.end(), "", raw, gap, user=piece["user"], first=first)
    bare = raw[:-2] if raw[-1] in "sS" and _S.search(raw) else raw
    plural_owner = raw[-1:] in "sS" and text[piece.end() : piece.end() + 1] in {"'", "’"}
    return Token(
        piece.start(), piece.end(), fold(bare), bare, gap, possessive=bare != raw or plural_owner, first=first
    )


def _stops(gap: str, before: Token) -> str:
    """The gap without the full stop of an initial or a title, which ends no sentence."""
    short = len(before.word) == 1 or before.word in _SHORT
    return gap.replace(".", "", 1) if short and gap.startswith(".") and "\n" not in gap else gap


_SHORT = word_set(
    "mr mrs ms mx dr dra sr sra srta st mme atty det jr lic lcda lcdo licda prof rev hon no apt ave vs "
    "approx conf appt dept"
)


def style_of(tokens: Sequence[Token], *, voice: bool) -> Style:
    """How capitals may be read in this message; a voice clip's never."""
    words = [token for token in tokens if not token.user and token.raw[:1].isalpha()]
    if voice:
        return Style.LOWER
    letters = sum(len(token.raw) for token in words)
    capitals = sum(len(token.raw) for token in words if token.raw.isupper())
    if capitals > 0.7 * letters and len(words) > 2:
        return Style.UPPER
    inner = any(t.cap and not t.upper and not t.first and t.word != "i" for t in words)
    return Style.CASED if inner or (words and words[0].cap and not words[0].upper) else Style.LOWER
