"""The mentions found so far in one message, and how a further one is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.understand.names.cards import Card
from bot.understand.names.choose import likeliest, one_person
from bot.understand.names.evidence import reads_as_name
from bot.understand.names.families import Family, FamilyReader
from bot.understand.names.message import Message
from bot.understand.names.people import Level, Person, Reader
from bot.understand.names.places import used_as_place
from bot.understand.names.staff import StaffReader
from bot.understand.names.strangers import is_another, is_stranger
from bot.understand.names.text import Style
from bot.understand.names.view import View
from bot.understand.names.withdrawn import behind_taking_back
from bot.understand.names.words import cues, is_word, nicknames
from bot.understand.parts import How, Kind, NameMention, Span

MOST = 6
SURE = (Level.FULL, Level.INITIAL)

_SHORT_PIECE = 3

_SAW = frozenset({"saw", "visited", "visite", "see", "seeing"})
_AND = frozenset({"and", "n", "y", "e"})
_LITTLE = frozenset({"baby", "little", "lil", "a", "big"})
_SIGNS = frozenset({"&", "+", "/", "&amp;", ","})


@dataclass
class Draft:
    """A message being read: what was found, and the readers of its names."""

    message: Message
    view: View
    on: date
    mentions: list[NameMention] = field(default_factory=list)
    known: set[int] = field(default_factory=set)
    cards: list[Card] = field(default_factory=list)
    weak: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.near = Reader(self.message, self.view.near)
        self.families = FamilyReader(self.message, self.near, self.view.families)
        self.colleagues = StaffReader(self.message, self.view)
        named = {i for i, token in enumerate(self.message.tokens) if self._cards_called(token.word)}
        paired = self._beside_sibling(named)
        self.certain = frozenset(i for i in named if not is_word(self.message.at(i).word) or i in paired)

    def _beside_sibling(self, named: set[int]) -> set[int]:
        """Two words that are both given names of children of one case are names: "Mark and Patience"."""
        pairs = [(i, i + 2) for i in named if i + 2 in named and self.message.at(i + 1).word in _AND]
        pairs += [
            (i, i + 3)
            for i in named
            if i + 3 in named
            and self.message.at(i + 1).word in _AND
            and self.message.at(i + 2).word in _LITTLE
        ]
        pairs += [
            (i, i + 1) for i in named if i + 1 in named and self.message.at(i + 1).gap.strip() in _SIGNS
        ]
        words = {i for i in named if is_word(self.message.at(i).word)}
        return {
            place for pair in pairs if words.intersection(pair) and self._siblings(*pair) for place in pair
        }

    def _siblings(self, one: int, other: int) -> bool:
        words = [self.message.at(place).word for place in (one, other)]
        cases = [
            {card.case_id for card in self._cards_called(word) if card.kind is Kind.CHILD} for word in words
        ]
        return bool(cases[0] & cases[1]) and words[0] != words[1]

    def _cards_called(self, word: str) -> tuple[Card, ...]:
        """Those whose given name the word is, or whose whole nickname on file: "king n miyah"."""
        near = self.view.near
        nicknamed = (card for card in near.alias.get(word, ()) if (word,) in map(tuple, card.aliases))
        return (*near.given.get(word, ()), *nicknamed)

    @cached_property
    def far_reader(self) -> Reader:
        return Reader(self.message, self.view.far, fuzzy=False)

    def reads(self, person: Person) -> bool:
        i, word = person.start, self.message.at(person.start).word
        if self.message.place_name(person.end - 1):
            return False
        if person.end - i > 1:
            return True
        alias, exact = person.level is Level.ALIAS, word in self.view.near.given
        if not reads_as_name(self.message, i, known=self.certain, nickname=alias, exact=exact):
            return False
        if person.level is Level.MIDDLE:
            return (
                self.message.at(i).cap
                if self.message.style is Style.CASED
                else len(word) > 3 and not is_word(word)
            )
        if person.level is not Level.SHORT:
            return self.whole(person) or self._plainly_named(i)
        beside = self.message.before(i) in cues("before") or self.message.after(i) in cues("after")
        if word in nicknames():
            return beside or self.message.style is not Style.CASED or self.message.at(i).cap
        return beside and (self.message.style is not Style.CASED or self.message.at(i).cap)

    def whole(self, person: Person) -> bool:
        """Whether a given name is said whole, or a piece of it that cannot be another word ("Jean")."""
        word = self.message.at(person.start).word
        piece = person.level is Level.GIVEN and all(
            len(card.given) > 1 and card.given[0] == word for card in person.cards
        )
        return not piece or (len(word) > _SHORT_PIECE and not is_word(word))

    def _plainly_named(self, i: int) -> bool:
        """A short piece ("Min" of Min-jun) is a name by a capital or by the words beside it."""
        beside = self.message.before(i) in cues("before") or self.message.after(i) in cues("after")
        return self.message.named(i) or (beside and self.message.style is not Style.CASED)

    def add_staff(self, person: Person | None, i: int) -> int:
        if person is None:
            return i
        return self.add(
            i, person.end, Kind.STAFF, ids=tuple(card.id for card in person.cards), how=person.how
        )

    def add_family(self, family: Family | None) -> int:
        if family is None:
            return -1
        before = family.start - 1
        named = not family.plural and before not in self.known and is_another(self.message, before)
        return self.add(
            family.start,
            family.end,
            Kind.FAMILY,
            case_ids=family.case_ids,
            how=family.how,
            plural=family.plural,
            another=named,
        )

    def add_people(
        self,
        person: Person,
        *,
        start: int | None = None,
        kind: Kind | None = None,
        far: bool = False,
        weak: bool = False,
        role: str | None = None,
    ) -> int:
        cards = [card for card in person.cards if kind is None or card.kind is kind] or list(person.cards)
        chosen = likeliest(self.view.agency, cards, person.level, self.on)
        children = any(card.kind is Kind.CHILD for card in chosen)
        if children and is_stranger(self.message, person.start):
            return self.add(person.start, person.end, Kind.OFF_FILE)
        self.cards += [card for card in chosen if card.kind is Kind.CONTACT]
        if weak:
            self.weak.add(len(self.mentions))
        return self.add(
            person.start if start is None else start,
            person.end,
            Kind.CHILD if children else chosen[0].kind,
            ids=tuple(dict.fromkeys(card.id for card in chosen)),
            how=person.how,
            same_person=one_person(chosen),
            on_caseload=not far,
            role=role,
        )

    def add(
        self,
        start: int,
        end: int,
        kind: Kind,
        *,
        ids: tuple[str, ...] = (),
        case_ids: tuple[str, ...] = (),
        how: How = How.EXACT,
        same_person: bool = False,
        plural: bool = False,
        on_caseload: bool = True,
        role: str | None = None,
        another: bool = False,
    ) -> int:
        span = Span(self.message.at(start).start, self.message.at(end - 1).end)
        place = (
            kind is not Kind.STAFF
            and not plural
            and used_as_place(
                self.message,
                start,
                end,
                owner=self._owner(end - 1),
                adult=kind is not Kind.CHILD,
                surname=end - start == 1
                and role is None
                and self.message.at(start).word not in self.view.near.given,
                behind_child=self._behind_child(span.start),
            )
        )
        self.mentions.append(
            NameMention(
                span, kind, ids, case_ids, how, same_person, place, plural, on_caseload, role, another
            )
        )
        self.known |= set(range(start, end))
        return end

    def _behind_child(self, at: int) -> bool:
        """Whether a child is named right before, as in "saw owen daley home"."""
        last = self.mentions[-1] if self.mentions else None
        return last is not None and last.kind is Kind.CHILD and last.span.end + 1 == at

    def _owner(self, i: int) -> bool:
        """Whether the word stands for "…'s", also where the apostrophe was left out."""
        token = self.message.at(i)
        return token.possessive or (token.word.endswith("s") and not self.view.near.knows(token.word))

    def without_strays(self) -> list[NameMention]:
        """Bare names found elsewhere in the agency count only where nobody on the caseload is named."""
        words: Sequence[str] = [token.word for token in self.message.tokens]
        covering = any(word in cues("covering") for word in words)
        at_home = any(
            mention.on_caseload
            and (mention.ids or mention.case_ids)
            and mention.kind in {Kind.CHILD, Kind.FAMILY, Kind.CONTACT}
            for mention in self.mentions
        )
        if covering or not at_home:
            return self.mentions
        return [
            m for place, m in enumerate(self.mentions) if place not in self.weak or self._meant_after_all(m)
        ]

    def _meant_after_all(self, mention: NameMention) -> bool:
        """As in "saw Maya, no wait, Jaden", "saw Jaden. Maya is next": seen, though on another caseload."""
        if behind_taking_back(self.message.text, mention.span.start):
            return True
        i = next(n for n, token in enumerate(self.message.tokens) if token.start == mention.span.start)
        return mention.kind is Kind.CHILD and self.message.before(i) in _SAW
