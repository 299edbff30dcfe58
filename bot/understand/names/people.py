"""One person at one place of the text: first and last, first and initial, nickname, given name, surname."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from bot.understand.names.asked import childs_own, owns_unmarked
from bot.understand.names.cards import Card
from bot.understand.names.index import NameIndex
from bot.understand.names.message import Message
from bot.understand.names.text import Style, word_set
from bot.understand.names.words import is_word
from bot.understand.parts import How, Kind

_PARTICLES = word_set("de la del las los da do dos du le van von der den st san santa el al y e mc o")


class Level(IntEnum):
    """How much of a name is said; more of it wins."""

    FAMILY = 1
    MIDDLE = 2
    SHORT = 3
    GIVEN = 4
    ALIAS = 5
    INITIAL = 6
    FULL = 7


@dataclass(frozen=True, slots=True)
class Person:
    """A reading of the words [start, end): who may be meant, by how much of the name, matched how."""

    start: int
    end: int
    level: Level
    how: How
    cards: tuple[Card, ...]


Extent = tuple[int, Level, How]
_MANY = 24
_RANK = {How.EXACT: 3, How.HOMOPHONE: 3, How.ALIAS: 2, How.FUZZY: 1}


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Reads people out of one message by one index."""

    message: Message
    index: NameIndex
    fuzzy: bool = True
    _meant: dict[int, Mapping[str, How]] = field(default_factory=dict)
    _people: dict[int, Person | None] = field(default_factory=dict)

    def meant(self, i: int) -> Mapping[str, How]:
        """The words of names that the word at `i` may stand for."""
        found = self._meant.get(i)
        if found is None:
            found = self._meant[i] = self._words_meant(i)
        return found

    def _words_meant(self, i: int) -> Mapping[str, How]:
        token = self.message.at(i)
        if not token.word or token.word.isdigit() or self.message.unit(i):
            return {}
        fuzzy = self.fuzzy and (self.message.style is not Style.CASED or token.cap)
        if self._childs_not_surname(i):
            return {token.word[:-1]: How.EXACT}
        found = self.index.words_meant(token.word, voice=self.message.voice, fuzzy=fuzzy)
        if not found and self.index.knows(token.word[:-1]) and owns_unmarked(self.message, i):
            return {token.word[:-1]: How.EXACT}
        return found

    def _childs_not_surname(self, i: int) -> bool:
        """“owens mom” where Owen is a child and Ms Owens somebody's carer: what a child has, no carer has."""
        word, rows = self.message.at(i).word, self.index.family.get(self.message.at(i).word, ())
        if not rows or not word.endswith("s") or any(card.kind is Kind.CHILD for card in rows):
            return False
        return any(card.kind is Kind.CHILD for card in self.index.given.get(word[:-1], ())) and childs_own(
            self.message, i
        )

    def person(self, i: int) -> Person | None:
        """The longest and fullest name that starts at `i`, with everybody who bears it; found once."""
        if i not in self._people:
            self._people[i] = self._person(i)
        return self._people[i]

    def _person(self, i: int) -> Person | None:
        extents = self.extents(i)
        if not extents:
            return None
        best = max((end, level, _RANK[how]) for _, (end, level, how) in extents)
        if best[0] == i + 1 and self.message.at(i).word in _PARTICLES:
            return None
        fitting = [(card, how) for card, (end, level, how) in extents if (end, level, _RANK[how]) == best]
        hows = {how for _, how in fitting}
        how = (
            How.EXACT
            if How.EXACT in hows and len(fitting) == 1
            else next(iter(hows - {How.EXACT}), How.EXACT)
        )
        return Person(i, best[0], best[1], how, tuple(dict.fromkeys(card for card, _ in fitting)))

    def extents(self, i: int) -> list[tuple[Card, Extent]]:
        """Everybody whose name starts at `i`, with how far it reaches."""
        cards = self._fewer(i, self._candidates(i))
        following = self.message.at(i + 1)
        if self.meant(i) and not (len(following.word) == 1 or self.meant(i + 1)) and not self._pair(i):
            return [(card, found) for card in cards if (found := self._alone(i, card))]
        return [(card, found) for card in cards if (found := self._extent(i, card))]

    def _alone(self, i: int, card: Card) -> Extent | None:
        """The extent where no further part of a name follows; the same as `_extent`, and quick."""
        meant = self.meant(i)
        for words in card.aliases:
            if len(words) == 1 and (how := meant.get(words[0])):
                return i + 1, Level.ALIAS, How.ALIAS if how is How.EXACT else how
        if card.given and (how := meant.get(card.given[0]) or meant.get("".join(card.given))):
            return i + 1, Level.GIVEN, how
        if how := next((meant[word] for word in card.given[1:] if word in meant), None):
            return i + 1, Level.MIDDLE, how
        how = next((meant[word] for word in card.family if word in meant), None)
        return (i + 1, Level.FAMILY, how) if how else None

    def _fewer(self, i: int, cards: list[Card]) -> list[Card]:
        """Of very many those whose names go on in the text; else the first, which are asked about anyway."""
        if len(cards) <= _MANY:
            return cards
        going_on = {
            card.id
            for place in (i + 1, i + 2)
            for word in self.meant(place)
            for rows in (self.index.family, self.index.given)
            for card in rows.get(word, ())
        }
        return [card for card in cards if card.id in going_on][:_MANY] or cards[:_MANY]

    def _candidates(self, i: int) -> list[Card]:
        words = [*self.meant(i)] or list(self.index.short_for(self.message.at(i).word))
        if not words and len(self.message.at(i).word) > 1 and not self.message.at(i + 1).close:
            return []
        pair = self._pair(i)
        initial = self._initials_before(i)
        found = [
            card
            for word in words
            for rows in (self.index.given, self.index.family, self.index.alias)
            for card in rows.get(word, ())
        ]
        found += self.index.given.get(pair, ()) if pair else ()
        return list({card.id: card for card in (*found, *initial)}.values())

    def _pair(self, i: int) -> str:
        """Two words run together, as a transcript may split one name ("de andre")."""
        following = self.message.at(i + 1)
        joined = self.message.at(i).word + following.word
        return joined if following.close and len(joined) > 5 and joined in self.index.given else ""

    def _initials_before(self, i: int) -> Iterable[Card]:
        """Those whose surname follows a single letter: "R. Barnes", "e wong"."""
        token, following = self.message.at(i), self.message.at(i + 1)
        if len(token.word) != 1 or not token.word.isalpha() or not self._is_initial(i, following.word):
            return ()
        rows = (card for word in self.meant(i + 1) for card in self.index.family.get(word, ()))
        return [card for card in rows if card.given and card.given[0].startswith(token.word)]

    def _is_initial(self, i: int, surname: str) -> bool:
        token, following = self.message.at(i), self.message.at(i + 1)
        if following.first or not surname or (token.word == "c" and token.gap == "/"):
            return False  # "t/c Beck" is a call
        if following.gap.startswith(".") or (
            self.message.style is Style.CASED and token.cap and token.word not in "ia"
        ):
            return True
        return following.close and token.word not in "aeioun" and not is_word(surname)

    def _extent(self, i: int, card: Card) -> Extent | None:
        found = [*self._by_alias(i, card), *self._by_given(i, card), *self._by_family(i, card)]
        return max(found, key=lambda one: (one[0], one[1], _RANK[one[2]]), default=None)

    def _by_alias(self, i: int, card: Card) -> Iterable[Extent]:
        for words in card.aliases:
            end, how = self._run(i, words, 0)
            if end - i == len(words):
                yield self._with_surname(end, card, Level.ALIAS, How.ALIAS if how is How.EXACT else how)

    def _by_given(self, i: int, card: Card) -> Iterable[Extent]:
        for place in range(len(card.given)):
            end, how = self._run(i, card.given, place)
            if end > i:
                yield self._with_surname(end, card, Level.MIDDLE if place else Level.GIVEN, how)
        joined = "".join(card.given)
        if joined in self.meant(i):
            yield self._with_surname(i + 1, card, Level.GIVEN, self.meant(i)[joined])
        if self._pair(i) == joined:
            yield self._with_surname(i + 2, card, Level.GIVEN, How.HOMOPHONE)
        if not self.meant(i) and set(self.index.short_for(self.message.at(i).word)) & {
            *card.given[:1],
            joined,
        }:
            yield self._with_surname(i + 1, card, Level.SHORT, How.ALIAS)

    def _by_family(self, i: int, card: Card) -> Iterable[Extent]:
        if self.message.at(i).word == (card.given[0][:1] if card.given else "") and self._is_initial(
            i, self.message.at(i + 1).word
        ):
            end, how = self._surname(i + 1, card)
            if end > i + 1:
                yield end, Level.INITIAL, how
        end, how = self._surname(i, card)
        if end == i:
            return
        yield end, Level.FAMILY, how
        following = self.message.at(end)
        if card.given and not following.first and following.gap.strip(" \u00a0") in {",", ""}:
            last, given_how = self._run(end, card.given, 0)
            plain = self.message.at(end - 1).word in card.family
            if last > end and plain and not self.message.at(end - 1).possessive:
                yield last, Level.FULL, _weaker(how, given_how)

    def _with_surname(self, end: int, card: Card, level: Level, how: How) -> Extent:
        """The extent of a given name or nickname, with the surname or its initial where one follows."""
        token = self.message.at(end)
        if not token.close or self.message.at(end - 1).possessive:
            return end, level, how
        middle = len(token.word) == 1 and self.message.at(end + 1).close
        for start in (end, end + 1) if middle else (end,):
            last, surname_how = self._surname(start, card)
            if last > start:
                return last, Level.FULL, _weaker(how, surname_how)
        if self._is_last_initial(end, card):
            return end + 1, Level.INITIAL, how
        return end, level, how

    def _is_last_initial(self, i: int, card: Card) -> bool:
        token = self.message.at(i)
        letters = {word[0] for word in card.family}
        if len(token.word) != 1 or token.word not in letters or (token.possessive and not token.cap):
            return False
        return token.cap or (self.message.style is Style.LOWER and token.word not in "aeiouwny")

    def _surname(self, i: int, card: Card) -> tuple[int, How]:
        """The run of the card's surname at `i`, from any of its words on, its particles optional."""
        runs = (self._run(i, card.family, place) for place in range(len(card.family)))
        return max(runs, key=lambda run: run[0], default=(i, How.EXACT))

    def _run(self, i: int, words: tuple[str, ...], place: int) -> tuple[int, How]:
        """How far the text follows `words` from `place` on, and by how exact a match."""
        end, how = i, How.EXACT
        for word in words[place:]:
            token = self.message.at(end)
            if end > i and (not token.close or self.message.at(end - 1).possessive):
                break
            match = self.meant(end).get(word)
            if match is None:
                break
            end, how = end + 1, _weaker(how, match)
        return end, how


def _weaker(one: How, other: How) -> How:
    order = (How.EXACT, How.ALIAS, How.HOMOPHONE, How.FUZZY)
    return max(one, other, key=order.index)
