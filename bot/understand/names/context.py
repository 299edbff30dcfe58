"""What the mentions of a message say together: in which sentence each stands, which cases are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from bot.understand.agency import Agency
from bot.understand.names.text import Token, fold_text, tokens_of
from bot.understand.parts import How, Kind, NameMention

_Found = TypeVar("_Found")
_KINDS = (Kind.CHILD, Kind.FAMILY, Kind.CONTACT)
_AGE = re.compile(r"\b(\d{1,2})[ -]?(?:yo|y/o|yrs?[ -]?old|years?[ -]?old|year[ -]old|anos|mos? old)\b")


@dataclass(frozen=True)
class Context:
    """A message's mentions over its words; mentions are replaced one by one as they are settled."""

    text: str
    agency: Agency
    mentions: list[NameMention]
    _single: dict[Kind, Counter[str]] = field(default_factory=lambda: {kind: Counter() for kind in Kind})
    _children: Counter[str] = field(default_factory=Counter)
    _near: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    _once: dict[Hashable, Any] = field(default_factory=dict)
    _said: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in self.mentions:
            self._count(mention, 1)

    def replace(self, place: int, mention: NameMention) -> None:
        """Put a settled mention in the place of the former."""
        if mention != self.mentions[place]:
            self._count(self.mentions[place], -1)
            self._count(mention, 1)
            self.mentions[place] = mention
            self._once.clear()

    def once(self, make: Callable[[Context], _Found]) -> _Found:
        """What `make` finds in the mentions, kept until one of them is replaced."""
        if make not in self._once:
            self._once[make] = make(self)
        found: _Found = self._once[make]
        return found

    def says(self, name: str) -> bool:
        """Whether the text holds a folded name as whole words."""
        if (found := self._said.get(name)) is None:
            found = self._said[name] = re.search(rf"\b{re.escape(name)}\b", self.folded) is not None
        return found

    def _count(self, mention: NameMention, by: int) -> None:
        if mention.how is How.ROLE:
            return
        if mention.kind is Kind.CHILD and len(mention.ids) == 1:
            self._children[mention.ids[0]] += by
        if len(cases := self.cases(mention)) == 1:
            self._single[mention.kind][next(iter(cases))] += by

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words of the text."""
        return tokens_of(self.text)

    @cached_property
    def folded(self) -> str:
        """The whole text, folded."""
        return fold_text(self.text)

    @cached_property
    def ages(self) -> frozenset[int]:
        """The ages said anywhere in the text."""
        return frozenset(int(found) for found in _AGE.findall(self.folded))

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _by_end(self) -> dict[int, Token]:
        return {token.end: token for token in self.tokens}

    def ending(self, end: int) -> Token | None:
        """The word that ends there."""
        return self._by_end.get(end)

    def behind(self, mention: NameMention) -> Token | None:
        """The word that follows a mention."""
        at = bisect_left(self._token_starts, mention.span.end)
        return self.tokens[at] if at < len(self.tokens) else None

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens if token.first]

    @cached_property
    def sentences(self) -> Sequence[int]:
        """For each mention the number of the sentence it stands in."""
        return [bisect_right(self._starts, mention.span.start) for mention in self.mentions]

    def words_near(self, place: int, reach: int = 1) -> frozenset[str]:
        """The words of a mention's sentence and of those within `reach` of it."""
        first, last = max(self.sentences[place] - reach - 1, 0), self.sentences[place] + reach
        start = self._starts[first] if first < len(self._starts) else 0
        end = self._starts[last] if last < len(self._starts) else len(self.text)
        found = self._near.get((start, end))
        if found is None:
            found = self._near[start, end] = frozenset(token.word for token in self._tokens(start, end))
        return found

    def between(self, one: int, other: int) -> list[str]:
        """The words between two mentions."""
        return [
            token.word for token in self._tokens(self.mentions[one].span.end, self.mentions[other].span.start)
        ]

    def _tokens(self, start: int, end: int) -> Sequence[Token]:
        return self.tokens[bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)]

    def case_of(self, key: str) -> str:
        """The case of a child's or contact's id, empty for others."""
        row = self.agency.children.get(key) or self.agency.contacts.get(key)
        return row.case_id if row else ""

    def cases(self, mention: NameMention) -> frozenset[str]:
        """The cases a mention may be of."""
        return frozenset(mention.case_ids) | {case for key in mention.ids if (case := self.case_of(key))}

    def known(self, *, but: int = -1, kinds: Iterable[Kind] = _KINDS) -> frozenset[str]:
        """The cases that mentions of one case alone are of; roles and mention `but` left out."""
        found: Counter[str] = Counter()
        for kind in kinds:
            found.update(self._single[kind])
        own = self.mentions[but] if but >= 0 else None
        if own is not None and own.kind in kinds and own.how is not How.ROLE and len(self.cases(own)) == 1:
            found.subtract(self.cases(own))
        return frozenset(case for case, times in found.items() if times > 0)

    def children(self) -> frozenset[str]:
        """The children named beyond doubt."""
        return frozenset(child for child, times in self._children.items() if times > 0)
