"""A message prepared for finding names: its words, its use of capitals, and what stands beside a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.names.text import Style, Token, style_of, tokens_of, word_set
from bot.understand.names.words import cues

# A text that names more than this is no account of events: what names come after are not read.
MOST_NAMES = 120
_NOWHERE = Token(-1, -1, "", "", first=True)
_UNITS = word_set(
    "min mins minuto minutos minute minutes hr hrs hora horas hour hours sec secs seg am pm yr yrs yo mo mos "
    "wk wks day days dia dias pd pt pts pg mg ml oz lb lbs kg cm ft mi km pct st nd rd th"
)
_COUNTS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
    "ninety few half un una dos tres cinco diez quince veinte treinta cuarenta several couple"
)


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
        if steps == 1 and 0 < i < len(self.tokens):
            return "" if self.tokens[i].first else self.tokens[i - 1].word
        if self.at(i).first or (steps > 1 and any(self.at(i - n).first for n in range(1, steps))):
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

    def unit(self, i: int) -> bool:
        """Whether the word measures the number before it and names nobody: "10 MIN", "20 min", "ten min".

        A capital of its own makes it a name again: "on 3/5 Min-jun".
        """
        token = self.at(i)
        if token.word not in _UNITS or token.first or (self.named(i) and not token.upper):
            return False
        before = self.at(i - 1).word
        return token.gap.strip() in {"", "-"} and (before.isdigit() or before in _COUNTS)

    def place_name(self, i: int) -> bool:
        """Whether a capitalised word is part of a street's, a school's or a house's name."""
        token, following = self.at(i), self.at(i + 1)
        if self.style is Style.UPPER:
            return False
        if self._saint(i):
            return True
        if token.possessive:
            return False
        led = self.before(i) in cues("places_before")
        if self.style is Style.LOWER:
            street = following.word in {"street", "avenue", "ave", "blvd", "road"}
            typed = (
                led
                and following.word in cues("places_typed")
                and not (
                    following.word == "st" and self.at(i + 2).close and self.at(i + 2).word[:1].isdigit()
                )
            )
            return following.close and (street or typed)
        if not (following.close and following.cap):
            return False
        beyond = self.at(i + 2)
        long = (
            led and token.cap and beyond.close and beyond.word in cues("places") and not following.possessive
        )
        return following.word in cues("places") or long

    def _saint(self, i: int) -> bool:
        """As in "at St. Will school", "to st grace church", "ran from St Will's"."""
        return self.at(i - 1).word in {"st", "saint", "san", "santa"} and self.before(i - 1) in cues(
            "places_before"
        )
