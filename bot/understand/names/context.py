"""What the mentions of a message say together: in which sentence each stands, which cases are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.understand.agency import Agency
from bot.understand.names.text import Token, tokens_of
from bot.understand.parts import How, Kind, NameMention


@dataclass(frozen=True)
class Context:
    """A message's mentions over its words; mentions are replaced one by one as they are settled."""

    text: str
    agency: Agency
    mentions: list[NameMention]

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the text."""
        return tokens_of(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the text."""
        return frozenset(token.word for token in self.tokens)

    @cached_property
    def sentences(self) -> Sequence[int]:
        """For each mention the number of the sentence it stands in."""
        starts = [token.start for token in self.tokens if token.first]
        return [sum(start <= mention.span.start for start in starts) for mention in self.mentions]

    def words_near(self, place: int, reach: int = 1) -> frozenset[str]:
        """The words of a mention's sentence and of those within `reach` of it."""
        starts = [token.start for token in self.tokens if token.first]
        wanted = range(self.sentences[place] - reach, self.sentences[place] + reach + 1)
        found: set[str] = set()
        sentence = 0
        for token in self.tokens:
            sentence += sentence < len(starts) and token.start >= starts[sentence]
            if sentence in wanted:
                found.add(token.word)
        return frozenset(found)

    def between(self, one: int, other: int) -> list[str]:
        """The words between two mentions."""
        start, end = self.mentions[one].span.end, self.mentions[other].span.start
        return [token.word for token in self.tokens if start <= token.start and token.end <= end]

    def case_of(self, key: str) -> str:
        """The case of a child's or contact's id, empty for others."""
        row = self.agency.children.get(key) or self.agency.contacts.get(key)
        return row.case_id if row else ""

    def cases(self, mention: NameMention) -> frozenset[str]:
        """The cases a mention may be of."""
        return frozenset(mention.case_ids) | {case for key in mention.ids if (case := self.case_of(key))}

    def known(
        self, *, but: int = -1, kinds: Iterable[Kind] = (Kind.CHILD, Kind.FAMILY, Kind.CONTACT)
    ) -> frozenset[str]:
        """The cases that mentions of one case alone are of; roles and mention `but` left out."""
        wanted = frozenset(kinds)
        found: set[str] = set()
        for place, mention in enumerate(self.mentions):
            if place != but and mention.kind in wanted and mention.how is not How.ROLE:
                cases = self.cases(mention)
                found |= cases if len(cases) == 1 else set()
        return frozenset(found)

    def children(self) -> frozenset[str]:
        """The children named beyond doubt."""
        return frozenset(m.ids[0] for m in self.mentions if m.kind is Kind.CHILD and len(m.ids) == 1)
