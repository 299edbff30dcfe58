"""Titles and names read out of a message: "Ms Thompson", on file or not."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.names.choose import likeliest
from bot.understand.names.draft import MOST, Draft
from bot.understand.names.people import Level, Person
from bot.understand.names.titles import initialled, title_at, titled, unknown_name
from bot.understand.parts import How, Kind


@dataclass
class TitleStep:
    """Reads the title at a word with the name behind it."""

    draft: Draft

    def at(self, i: int) -> int:
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
