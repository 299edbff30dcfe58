"""Names to rows: exact words, words that sound alike, likely misspellings. Built once for a set of cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.understand.names.cards import Card
from bot.understand.names.sounds import misspelt, near_keys, sounds_like
from bot.understand.names.words import common_words, is_word, nicknames
from bot.understand.parts import How, Kind

_WORDS_KEPT = 4096


@dataclass(frozen=True, eq=False)
class NameIndex:
    """Look-ups by a folded word. Every answer is cheap, however many cards there are."""

    cards: tuple[Card, ...]
    given: Mapping[str, tuple[Card, ...]]
    family: Mapping[str, tuple[Card, ...]]
    alias: Mapping[str, tuple[Card, ...]]
    _known: dict[tuple[str, bool, bool], dict[str, How]] = field(default_factory=dict)

    @classmethod
    def of(cls, cards: Iterable[Card], families: Iterable[str] = ()) -> NameIndex:
        """Index the cards, and the words of families' names that nobody on a card may bear."""
        rows = tuple(cards)
        given: defaultdict[str, list[Card]] = defaultdict(list)
        family: defaultdict[str, list[Card]] = defaultdict(list)
        alias: defaultdict[str, list[Card]] = defaultdict(list)
        for card in rows:
            for word in dict.fromkeys(_given_words(card)):
                given[word].append(card)
            for word in dict.fromkeys(card.family):
                family[word].append(card)
            for words in dict.fromkeys(card.aliases):
                alias[words[0]].append(card)
        for word in families:
            family[word] += ()
        return cls(rows, _frozen(given), _frozen(family), _frozen(alias))

    @cached_property
    def _near(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.given.keys() | self.family.keys() | self.alias.keys():
            for key in near_keys(word):
                found[key].append(word)
        return {key: tuple(words) for key, words in found.items()}

    @cached_property
    def _short(self) -> Mapping[str, tuple[str, ...]]:
        """Given names by their short forms: those of the list, and their own beginnings."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for short, full in nicknames().items():
            found[short] += [name for name in full if name in self.given]
        for name in self.given:
            for length in range(3, len(name) - 1):
                found[name[:length]].append(name)
        return {short: tuple(dict.fromkeys(names)) for short, names in found.items()}

    @cached_property
    def initials(self) -> Mapping[str, tuple[Card, ...]]:
        """Children by the first letters of their first and last names."""
        found: defaultdict[str, list[Card]] = defaultdict(list)
        for card in self.cards:
            if card.kind is Kind.CHILD and card.given and card.family:
                found[card.given[0][0] + card.family[0][0]].append(card)
        return _frozen(found)

    def knows(self, word: str) -> bool:
        """Whether the word is part of a name exactly as written."""
        return word in self.given or word in self.family or word in self.alias

    def words_meant(self, word: str, *, voice: bool, fuzzy: bool) -> Mapping[str, How]:
        """The words of names that a word of the text may stand for, each with how.

        Typed, the exact spelling wins; in a voice clip what sounds alike is equal. Only where neither fits
        come short forms, and then (with `fuzzy`) slips of spelling, never for everyday words.
        """
        key = (word, voice, fuzzy)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _WORDS_KEPT:
                self._known.clear()
            found = self._known[key] = self._meant(word, voice=voice, fuzzy=fuzzy)
        return found

    def _meant(self, word: str, *, voice: bool, fuzzy: bool) -> dict[str, How]:
        found = {word: How.EXACT} if self.knows(word) else {}
        if voice and (found or not is_word(word)):
            found |= self._sounding(word)
        if found or len(word) < 2:
            return found
        # "The Mathises", "the Coxes": the name ends in a hiss itself.
        bare = word[:-2] if word.endswith(("ses", "xes", "zes", "ches", "shes")) else word[:-1]
        bare = bare if self.knows(bare) else word[:-1]
        if word.endswith("s") and len(bare) > 1 and self.knows(bare) and word not in common_words():
            others = self._sounding(bare) if voice and bare in self.given else {}
            return {**{near: how for near, how in others.items() if near in self.given}, bare: How.EXACT}
        if voice and word.endswith("s") and not is_word(word):
            found = self._sounding(bare)
        if found or is_word(word) or not fuzzy:
            return found
        return {near: How.FUZZY for near in self._neighbours(word) if misspelt(word, near)} or {
            near: How.FUZZY
            for near in self._neighbours(bare)
            if word.endswith("s") and len(bare) > 4 and misspelt(bare, near)
        }

    def _sounding(self, word: str) -> dict[str, How]:
        """The other words of names that sound like this one."""
        near = self._neighbours(word) - {word}
        return {other: How.HOMOPHONE for other in near if sounds_like(word, other)}

    def short_for(self, word: str) -> tuple[str, ...]:
        """Given names that a word may be short for (Sam: Samuel, Samantha)."""
        return () if is_word(word) and word not in nicknames() else self._short.get(word, ())

    def _neighbours(self, word: str) -> set[str]:
        return {near for key in near_keys(word) for near in self._near.get(key, ())}


def _given_words(card: Card) -> list[str]:
    """The given names singly and run together (Jean-Robert, Jeanrobert)."""
    return [*card.given, *(["".join(card.given)] if len(card.given) > 1 else [])]


def _frozen(rows: Mapping[str, list[Card]]) -> Mapping[str, tuple[Card, ...]]:
    return {word: tuple(found) for word, found in rows.items()}
