"""How each one named stands in an event (READING, "Who"): seen, spoke, told of, away: by the words there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.understand.names.absence import (
    OF_A_FAMILY,
    RELATIVES,
    Words,
    by_absence,
    by_for_another,
    home_visit,
    said_elsewhere,
    stayed_home,
    unseen_by_pronoun,
)
from bot.understand.names.away import adult_away, carer_told, child_gone, elsewhere_now, not_due
from bot.understand.names.by_words import of_adult, of_child, of_owner
from bot.understand.names.elsewhere import both_elsewhere, carer_elsewhere, one_of_two, sibling_elsewhere
from bot.understand.names.left_out import asked_after, caught, dropped_off, left_early, left_out, met, owed
from bot.understand.names.owners import only_owns, sat_in_on
from bot.understand.names.parts import Stance
from bot.understand.names.spelling import spelled_out
from bot.understand.names.stance_links import (
    JOINED_NAMES,
    NO_SHOW_AFTER,
    OWNED_DOES_AFTER,
    next_clause,
    tied_by_of,
)
from bot.understand.names.text import fold_text, tokens_of
from bot.understand.names.told_words import GOES_ON, HOME_WITH_BEFORE
from bot.understand.parts import How, Kind, NameMention

_REACH, _SURNAME = 240, (Kind.FAMILY, False, How.ROLE)
_ASIDE = re.compile(r"\([^()]{0,60}\) ?")


@dataclass(frozen=True)
class Stances:
    """The stances of a message's mentions; made once for a text."""

    text: str
    mentions: Sequence[NameMention]
    _starts: Sequence[int]
    _sentences: Sequence[int]
    homes: frozenset[str] = frozenset()
    cases: Mapping[str, str] = field(default_factory=dict)
    _said: dict[NameMention, Words] = field(default_factory=dict)
    _of_roles: dict[NameMention, bool] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        text: str,
        mentions: Sequence[NameMention],
        homes: frozenset[str] = frozenset(),
        cases: Mapping[str, str] | None = None,
    ) -> Stances:
        """Prepare a text with all its mentions; `homes`: whom the children live with; `cases`: theirs."""
        ordered = sorted(mentions, key=lambda mention: mention.span.start)
        sentences = [token.start for token in tokens_of(text) if token.first]
        starts = [mention.span.start for mention in ordered]
        return cls(text, ordered, starts, sentences, homes, cases or {})

    def stance(self, mention: NameMention, *, planned: bool = False) -> Stance:
        """How the mention stands in its event, which is yet to come if `planned`."""
        if mention.as_place:
            return Stance.PLACE
        words = self._words(mention)
        if mention.kind is Kind.CONTACT and by_for_another(words):
            return Stance.PLACE
        if mention.kind is Kind.CHILD and caught(words):
            return Stance.SPOKE
        if self._not_there(mention, words, planned):
            return Stance.ABSENT
        if mention.kind is Kind.CHILD and sat_in_on(words):
            return Stance.SEEN
        if self._possesses_role(mention):
            return Stance.OWNER
        if self._kept_child_home(mention, words):
            return Stance.ABOUT
        if only_owns(self.text, mention, words):
            return of_owner(mention, words)
        if mention.kind in {Kind.CHILD, Kind.FAMILY}:
            return of_child(words)
        return of_adult(words, role=mention.how is How.ROLE)

    def no_show(self, mention: NameMention) -> bool:
        """Whether the words say that somebody expected did not come."""
        return NO_SHOW_AFTER.match(self._words(mention).own_after) is not None

    def _words(self, mention: NameMention) -> Words:
        """What is said before and behind a mention; asked for by its own event and by its siblings'."""
        if (words := self._said.get(mention)) is None:
            words = self._said[mention] = self._around(mention)
        return words

    def _around(self, mention: NameMention) -> Words:
        first, last = self._runs.get(mention.span.start, (mention, mention))
        last = self._owner_behind(last) or self._owned_behind(last) or last
        first = self._owner_ahead(first) or first
        before = _plain(self.text[self._sentence_start(first.span.start) : first.span.start])
        own = _plain(self.text[mention.span.end : self._stop(mention)])
        alone = last.span.end == mention.span.end
        after = own if alone else _plain(self.text[last.span.end : self._stop(last)])
        return Words(before=_ASIDE.sub("", before), after=after, own_after=own)

    def _not_there(self, mention: NameMention, words: Words, planned: bool) -> bool:
        if dropped_off(words) or (left_early(words) and self._named_before(mention)):
            return False
        return (
            by_absence(words)
            or mention.span.start in self._unseen
            or said_elsewhere(self.text, mention, words, self._behind(mention), self.homes)
            or (stayed_home(words) and not self._home_visit)
            or self._away(mention, words, planned)
        )

    def _away(self, mention: NameMention, words: Words, planned: bool) -> bool:
        if mention.kind is Kind.CONTACT:
            second = one_of_two(mention, self.mentions, self.homes)
            return adult_away(words) or (second and carer_elsewhere(words))
        if mention.kind is not Kind.CHILD:
            return False
        due = not_due(words) or (not planned and owed(words) and self._another_seen(mention))
        first = not self._named_before(mention)
        if due or left_out(words) or (first and both_elsewhere(words)):
            return True
        elsewhere = asked_after(words) or sibling_elsewhere(words, first=first, planned=planned)
        if elsewhere and self._sibling_named(mention):
            return True
        if child_gone(words):
            return self._home_visit
        where = (self.mentions, self.text, self.homes)
        return elsewhere_now(words) and (self._another_child(mention) or carer_told(mention, *where))

    def _kept_child_home(self, mention: NameMention, words: Words) -> bool:
        """As in "met his coach at school, Leo was home with Ms Lee": where the child was meanwhile."""
        if mention.kind is not Kind.CONTACT or not HOME_WITH_BEFORE.search(words.before) or self._home_visit:
            return False
        others = [m for m in self.mentions if m.kind is Kind.CONTACT and m.span.end <= mention.span.start]
        first = next((m for m in others if m.ids and not set(m.ids) & self.homes), None)
        between = _plain(self.text[first.span.end : mention.span.start]) if first else ""
        return first is not None and not GOES_ON.search(between)

    @cached_property
    def _home_visit(self) -> bool:
        return home_visit(self.text, self.mentions)

    def _named_before(self, mention: NameMention) -> bool:
        return self._first_ends.get(mention.ids, len(self.text)) <= mention.span.start

    @cached_property
    def _first_ends(self) -> Mapping[tuple[str, ...], int]:
        """Where each one named is named for the first time."""
        return {m.ids: m.span.end for m in sorted(self.mentions, key=lambda m: -m.span.end)}

    def _another_seen(self, mention: NameMention) -> bool:
        others = (m for m in self.mentions if m.kind is Kind.CHILD and m.ids != mention.ids)
        return any(met(words) for words in map(self._words, others))

    def _another_child(self, mention: NameMention) -> bool:
        """Whether another child is named before: "Sierra was home, Leo at school", not "Ana and Leo at …"."""
        first = self._runs.get(mention.span.start, (mention, mention))[0]
        others = (m for m in self.mentions if m.kind is Kind.CHILD and m.ids != mention.ids)
        return any(m.span.end <= first.span.start for m in others)

    def _sibling_named(self, mention: NameMention) -> bool:
        """Whether a sibling is named too, or the family, but not in one breath ("Leo and Ana at ...")."""
        first, last = self._runs.get(mention.span.start, (mention, mention))
        run = range(first.span.start, last.span.end)
        beside = {key for m in self.mentions if m.span.start in run for key in m.ids}
        mine = {self.cases.get(key) for key in mention.ids}
        return any(
            bool(mine & ({self.cases.get(key) for key in m.ids} | set(m.case_ids)))
            for m in self.mentions
            if m.kind in (Kind.CHILD, Kind.FAMILY) and not set(m.ids) & beside
        )

    @cached_property
    def _unseen(self) -> frozenset[int]:
        return unseen_by_pronoun(self.text, self.mentions)

    def _behind(self, mention: NameMention) -> NameMention | None:
        place = bisect_left(self._starts, mention.span.end)
        return self.mentions[place] if place < len(self.mentions) else None

    @cached_property
    def _runs(self) -> Mapping[int, tuple[NameMention, NameMention]]:
        """For each mention, by its start, the first and last of the names joined to it."""
        groups: list[list[int]] = []
        for place in range(len(self.mentions)):
            if place and self._joined(place - 1, place):
                groups[-1].append(place)
            else:
                groups.append([place])
        runs = [run for group in groups for run in self._lists(group) if run]
        ends = [(run, (self.mentions[run[0]], self.mentions[run[-1]])) for run in runs]
        return {self.mentions[place].span.start: pair for run, pair in ends for place in run}

    def _lists(self, group: list[int]) -> list[list[int]]:
        """Commas make a list only where "and" ends it: "saw Ana, Leo was out" is none."""
        named = self.mentions
        pairs = [(named[one], named[one + 1]) for one in group[:-1]]
        end = max((n + 2 for n, (a, b) in enumerate(pairs) if not next_clause(self.text, a, b)), default=0)
        return [group[:end], *([place] for place in group[end:])]

    def _joined(self, one: int, other: int) -> bool:
        left, right = self.mentions[one], self.mentions[other]
        if left.kind is Kind.STAFF or right.kind is Kind.STAFF or left.as_place or right.as_place:
            return False
        gap = self.text[left.span.end : right.span.start]
        return bool(gap.strip()) and len(gap) < 24 and JOINED_NAMES.fullmatch(gap) is not None

    def _sentence_start(self, at: int) -> int:
        place = bisect_right(self._sentences, at)
        return max(self._sentences[place - 1] if place else 0, at - _REACH)

    def _stop(self, mention: NameMention) -> int:
        """Where the next name or sentence begins; a label in brackets right behind a name does not count."""
        end = mention.span.end
        place, sentence = bisect_left(self._starts, end), bisect_left(self._sentences, end)
        behind = self.mentions[place : place + 1]
        place += any(m.kind is Kind.FAMILY and "(" in self.text[end : m.span.start] for m in behind)
        ends = (*self._starts[place : place + 1], *self._sentences[sentence : sentence + 1])
        return min((*ends, len(self.text), end + 160))

    def _possesses_role(self, mention: NameMention) -> bool:
        if (found := self._of_roles.get(mention)) is None:
            found = self._of_roles[mention] = self._owns_a_role(mention)
        return found

    def _owns_a_role(self, mention: NameMention) -> bool:
        """As in "Kaylie's PO", "jts lawyer", "la tía de Kaylee": the one whose lawyer or aunt it is."""
        place = bisect_left(self._starts, mention.span.start)
        if place and tied_by_of(self.text, self.mentions[place - 1], mention):
            return True
        if place > 1 and mention.kind is Kind.CHILD and self._joined(place - 1, place):
            before, role = self.mentions[place - 1], self.mentions[place - 2]
            if before.kind is Kind.CHILD and tied_by_of(self.text, role, before):
                return True
        if self._first_of_owners(mention, place):
            return True
        if place + 1 >= len(self.mentions) or self.mentions[place + 1].role is None:
            return False
        role = self.mentions[place + 1]
        if self.text[mention.span.end : role.span.start] not in {" ", "' ", "’ "}:
            return False
        theirs = (mention.kind, mention.plural, role.how) == _SURNAME and role.role in OF_A_FAMILY
        return theirs or self.text[mention.span.end - 1] in "sS'’" or self._bare_owner(mention, role)

    def _first_of_owners(self, mention: NameMention, place: int) -> bool:
        """As in "Kevin and Amy's mom cancelled", at the head of a sentence; elsewhere siblings' relative."""
        other = self.mentions[place + 1] if place + 1 < len(self.mentions) else mention
        both = other is not mention and mention.kind is other.kind is Kind.CHILD
        if not both or not self._joined(place, place + 1) or not self._possesses_role(other):
            return False
        role, case = self._behind(other), {*map(self.cases.get, (*mention.ids, *other.ids))}
        theirs = role is not None and role.role in RELATIVES and len(case) == 1 and None not in case
        return theirs or mention.span.start in self._sentences

    def _bare_owner(self, mention: NameMention, role: NameMention) -> bool:
        """As in "Amadou uncle he come": a sentence's first name before the one who acts."""
        doing = OWNED_DOES_AFTER.match(_plain(self.text[role.span.end : self._stop(role)]))
        kin = mention.kind is Kind.CHILD and role.role in RELATIVES
        return kin and doing is not None and mention.span.start in self._sentences

    def _owned_behind(self, mention: NameMention) -> NameMention | None:
        """The role behind its possessor: "Ms Lee and Ana's aunt did the driving" tells of both."""
        role = self._behind(mention)
        return role if role and role.how is How.ROLE and self._possesses_role(mention) else None

    def _owner_ahead(self, mention: NameMention) -> NameMention | None:
        """The possessor in front of a role: what is said before both is said of the role."""
        place = bisect_left(self._starts, mention.span.start) - 1
        if mention.role is None or place < 0:
            return None
        return self.mentions[place] if self._possesses_role(self.mentions[place]) else None

    def _owner_behind(self, mention: NameMention) -> NameMention | None:
        """The one named behind a role as its possessor: "la tía de Kaylee"."""
        owner = self._behind(mention) if mention.how is How.ROLE else None
        return owner if owner and tied_by_of(self.text, mention, owner) else None


def stance_of(text: str, mention: NameMention, mentions: Sequence[NameMention] = ()) -> Stance:
    """How one mention stands; `mentions` are all those of the text, where known."""
    return Stances.of(text, mentions or (mention,)).stance(mention)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", spelled_out(fold_text(words)))
