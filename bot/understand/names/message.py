"""A message prepared for finding names: its words, its use of capitals, and what stands beside a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.names.text import Style, Token, style_of, tokens_of
from bot.understand.names.words import cues

# A text that names more than this is no account of events: what names come after are not read.
MOST_NAMES = 120
_NOWHERE = Token(-1, -1, "", "", first=True)


@dataclass(frozen=True, slots=True)
class Message:
    """The words of a text in order, and how to read its capitals."""

    text: str
    tokens: Sequence[Token]
    style: Style
    voice: bool

    @classmethod
    def of(cls, text: str, *, voice: bool) -> Message:
        """Split a text."""
        tokens = tokens_of(text)
        return cls(text, tokens, style_of(tokens, voice=voice), voice)

    def at(self, i: int) -> Token:
        """The word at an index, an empty one outside the text."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else _NOWHERE

    def before(self, i: int, steps: int = 1) -> str:
        """The folded word some steps before, empty across the start of a sentence."""
        if any(self.at(place).first for place in range(i - steps + 1, i + 1)):
            return ""
        return self.at(i - steps).word

    def after(self, i: int) -> str:
        """The folded word after, empty across the end of a sentence."""
        following = self.at(i + 1)
        return "" if following.first else following.word

    def named(self, i: int) -> bool:
        """Whether capitals say that this word is a name: inside a sentence of a message that uses them."""
        token = self.at(i)
        return self.style is Style.CASED and token.cap and not token.first

    def bracketed(self, i: int, end: int) -> bool:
        """Whether the words [i, end) stand alone in brackets."""
        last = self.at(end - 1)
        return self.at(i).gap.rstrip()[-1:] in {"(", "["} and self.text[last.end : last.end + 3].lstrip(
            "'’s"
        )[:1] in {
            ")",
            "]",
        }

    def place_name(self, i: int) -> bool:
        """Whether a capitalised word is part of a street's, a school's or a house's name."""
        token, following = self.at(i), self.at(i + 1)
        if token.possessive or self.style is Style.UPPER:
            return False
        if self.style is Style.LOWER:
            return following.word in {"street", "avenue", "ave", "blvd", "road"} and following.close
        return following.close and following.cap and following.word in cues("places")
