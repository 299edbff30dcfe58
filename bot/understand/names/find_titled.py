"""Titles and names read out of a message: "Ms Thompson", on file or not."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.names.choose import likeliest
from bot.understand.names.draft import MOST, Draft
from bot.understand.names.people import Level, Person
from bot.understand.names.titles import initialled, title_at, titled, unknown_name
from bot.understand.names.words import cues
from bot.understand.parts import How, Kind

_AND = frozenset({"and", "n", "y", "e"})
_SIGNS = frozenset({"&", "+", "/", "&amp;"})
_COUPLE = 2


@dataclass
class TitleStep:
    """Reads the title at a word with the name behind it."""

    draft: Draft

    def at(self, i: int) -> int:
        if (couple := self._couple(i)) > i:
            return couple
        title = title_at(self.draft.message, i)
        if not title:
            return i
        person = titled(self.draft.near, i + 1, title)
        if person is None and (cards := initialled(self.draft.message, i + 1, self.draft.cards, title)):
            person = Person(i + 1, i + 2, Level.FAMILY, How.INITIALS, cards)
        if person is not None:
            return self.draft.add_people(person, start=i, kind=Kind.CONTACT)
        colleague = titled(self.draft.colleagues.reader, i + 1, title)
        if colleague is not None and colleague.how is not How.FUZZY:
            return self.draft.add(
                i, colleague.end, Kind.STAFF, ids=tuple(card.id for card in colleague.cards)
            )
        return self._titled_elsewhere(i, title)

    def _couple(self, i: int) -> int:
        """“Mr and Mrs Oxendine": both who bear the name and share a case, where they are two on file."""
        message = self.draft.message
        one, linked = message.at(i).word, message.at(i + 1).word in _AND
        other = i + 2 if linked else i + 1
        if not linked and message.at(other).gap.strip() not in _SIGNS:
            return i
        pair = {one, message.at(other).word}
        if not (pair & cues("titles_f") and pair & cues("titles_m")) or message.at(other + 1).first:
            return i
        found = {
            row.id: row
            for title in pair
            if (p := titled(self.draft.near, other + 1, title))
            for row in p.cards
        }
        end = max((p.end for title in pair if (p := titled(self.draft.near, other + 1, title))), default=i)
        if len(found) != _COUPLE or len({row.case_id for row in found.values()}) != 1:
            return i
        return self.draft.add(i, end, Kind.CONTACT, ids=tuple(sorted(found)), plural=True)

    def _titled_elsewhere(self, i: int, title: str) -> int:
        person = (
            None if self.draft.view.caseload.whole_agency else titled(self.draft.far_reader, i + 1, title)
        )
        if person is not None and person.level in {Level.FULL, Level.FAMILY, Level.INITIAL}:
            chosen = likeliest(self.draft.view.agency, person.cards, person.level, self.draft.on)
            if len(chosen) <= MOST:
                return self.draft.add_people(
                    person, start=i, kind=Kind.CONTACT, far=True, weak=person.level is Level.FAMILY
                )
        if unknown_name(self.draft.message, i + 1, title):
            return self.draft.add(i, i + 2, Kind.OFF_FILE)
        return i
