"""Names of the agency's other cases: looked for only where nothing on the caseload fits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.names.asked import asked_about
from bot.understand.names.choose import likeliest
from bot.understand.names.draft import MOST, SURE, Draft
from bot.understand.names.families import FamilyReader
from bot.understand.names.people import Level, Person
from bot.understand.names.text import Style, word_set
from bot.understand.names.withdrawn import behind_taking_back
from bot.understand.names.words import is_word
from bot.understand.parts import Kind

_SAW = word_set("saw visited met with w")
_SAW_A = word_set("vi visite ver a")
_GOES_ON = word_set(
    "today yesterday at in on with w for this and n alone again around about hoy ayer en con a esta"
    " por y after before"
)


@dataclass
class FarStep:
    """Reads the name at a word by the whole agency's index."""

    draft: Draft

    def at(self, i: int) -> int:
        if self.draft.view.caseload.whole_agency:
            return i
        token = self.draft.message.at(i)
        if (
            not token.word
            or token.word.isdigit()
            or (self.draft.message.style is Style.CASED and not (token.cap or self._asked(i)))
        ):
            return i
        person = self.draft.far_reader.person(i)
        if person is None:
            return i
        if person.level in SURE:
            return self.draft.add_people(person, far=True)
        return self._far_part(i, person)

    def _far_part(self, i: int, person: Person) -> int:
        """A first name or a family's name off the caseload: kept only where nothing on it is named."""
        token = self.draft.message.at(i)
        meant = self.draft.message.named(i) or behind_taking_back(self.draft.message.text, token.start)
        meant = meant or (person.level is Level.GIVEN and self._seen(i))
        if is_word(token.word) and not (meant or self._asked(i)):
            return i
        elsewhere = FamilyReader(self.draft.message, self.draft.far_reader, self.draft.view.far_families)
        family = elsewhere.with_kids(i) or (elsewhere.bare(i) if person.level is Level.FAMILY else None)
        if family is not None and len(family.case_ids) <= MOST:
            self.draft.weak.add(len(self.draft.mentions))
            return self.draft.add(
                family.start,
                family.end,
                Kind.FAMILY,
                case_ids=family.case_ids,
                plural=family.plural,
                on_caseload=False,
            )
        children = tuple(card for card in person.cards if card.kind is Kind.CHILD)
        if not children or person.level not in {Level.GIVEN, Level.ALIAS} or not self._sure_enough(person):
            return i
        chosen = likeliest(self.draft.view.agency, children, person.level, self.draft.on)
        if len(chosen) > MOST:
            return i
        return self.draft.add_people(
            Person(i, person.end, person.level, person.how, chosen), far=True, weak=True
        )

    def _seen(self, i: int) -> bool:
        """As in "saw angel today", typed without capitals: what is seen with no more said is somebody."""
        message = self.draft.message
        following, last = message.at(i + 1), message.at(i)
        saw = message.before(i) in _SAW or (message.before(i) == "a" and message.before(i, 2) in _SAW_A)
        if message.style is Style.CASED or not saw or last.possessive:
            return False
        ends = following.first or bool(following.gap.strip()) or following.word[:1].isdigit()
        return ends or following.word in _GOES_ON

    def _asked(self, i: int) -> bool:
        return asked_about(self.draft.message, i)

    def _sure_enough(self, person: Person) -> bool:
        """Whether it reads as a name; a short piece of somebody's name never reaches across caseloads."""
        return self.draft.reads(person) and self.draft.whole(person)
