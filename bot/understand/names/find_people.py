"""People read out of a message by their names, the caseload's first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.understand.agency import is_open
from bot.understand.names.draft import MOST, SURE, Draft
from bot.understand.names.evidence import is_month
from bot.understand.names.families import Family
from bot.understand.names.people import Level, Person
from bot.understand.names.text import Style, word_set
from bot.understand.names.words import cues, is_word, name_leaning
from bot.understand.parts import How, Kind
from storage.types import Relationship

_DOES = word_set(
    "there here on too also joined present attended came said says called spoke told reports reported rang "
    "texted answered asked stated explained wants wanted agreed"
)
_COMES = word_set("got hopped came jumped called joined said says told rang texted")
_CLIENTS = word_set(
    "kids children minors minor child boys girls mom dad mother father bm bf parents agency state"
)
_AT_HOME = word_set("house home place apartment apt hm residence")
# Words that stand behind a first name in a note without being part of it.
_BESIDE_NAMES = word_set(
    "school court home house case day early late long good best little short visit may will march april june"
    " august summer winter sunday friday monday church park hall young fine rich street wise love price"
    " friend foster grant holiday bell king west field"
)
_WITH = word_set("with w w/ con tc lm lvm")
_BEHIND_NAMES = word_set("today yesterday at re about")
_FOSTERED = word_set("home homes care family families parent parents child children kid kids placement")
_OWN_PEOPLE = word_set(
    "son sons daughter nephew niece boyfriend girlfriend bf gf fiance fiancee roommate tenant neighbor"
    " landlord"
    " hijo hija sobrino sobrina novio novia vecino vecina inquilino"
)
_KINDS = word_set("foster group young good best case family small")


@dataclass
class PersonStep:
    """Reads the person at a word."""

    draft: Draft

    def at(self, i: int) -> int:
        person = self.draft.near.person(i)
        if person is None:
            return i
        if person.level not in SURE and (sure := self._sure_elsewhere(i, person)) is not None:
            return self.draft.add_people(sure, far=True)
        if person.how is How.FUZZY and self.draft.colleagues.named(i) is not None:
            return i
        if person.level is Level.FAMILY:
            return self._surname(i, person)
        if person.level not in SURE and not self.draft.reads(person):
            return i
        if self._other_surname(person):
            return self.draft.add(i, person.end + 1, Kind.OFF_FILE)
        if self._of_her_own(i, person):
            return self.draft.add(i, person.end, Kind.OFF_FILE)
        return self.draft.add_people(person)

    def _of_her_own(self, i: int, person: Person) -> bool:
        """As in "her son Pierre", "Ms Lee's boyfriend Carl": her own people are none of the roster's."""
        agency = self.draft.view.agency
        if self.draft.message.before(i) not in _OWN_PEOPLE or person.level in SURE:
            return False
        rows = [agency.contacts[card.id] for card in person.cards if card.kind is Kind.CONTACT]
        of_family = {Relationship.OTHER, Relationship.SIBLING_ADULT, Relationship.DISCHARGE_RESOURCE}
        return len(rows) == len(person.cards) and all(row.relationship not in of_family for row in rows)

    def _surname(self, i: int, person: Person) -> int:
        """A bare surname is a family's before it is a contact's."""
        if (family := self.draft.families.bare(i)) is not None and family.end >= person.end:
            return self.draft.add_family(self._or_anothers(family, person))
        if self._plain_surname(i, person):
            return self.draft.add_people(person, kind=Kind.CONTACT)
        return i

    def _or_anothers(self, family: Family, person: Person) -> Family:
        """“Thompson" from somebody who has the whole agency: the family, or another's carer so called."""
        carers = {Relationship.FOSTER_PARENT, Relationship.KIN}
        agency = self.draft.view.agency
        others = tuple(
            card.case_id
            for card in person.cards
            if card.kind is Kind.CONTACT
            and card.case_id not in family.case_ids
            and agency.contacts[card.id].relationship in carers
            and is_open(agency.cases[card.case_id], self.draft.on)
        )
        if not self.draft.view.caseload.whole_agency or not 0 < len(others) < MOST:
            return family
        return replace(family, case_ids=tuple(dict.fromkeys((*family.case_ids, *others))))

    def _plain_surname(self, i: int, person: Person) -> bool:
        token = self.draft.message.at(i)
        if (
            not person.cards
            or all(card.kind is Kind.CHILD for card in person.cards)
            or self.draft.message.place_name(i)
        ):
            return False
        beside = i - 1 in self.draft.known or (
            i - 2 in self.draft.known and self.draft.message.before(i) in cues("joiners")
        )
        if is_month(self.draft.message, i) or self._foster_home(i):
            return False
        if not is_word(token.word):
            careful = self.draft.message.style is Style.CASED and self.draft.message.at(0).cap
            if careful and not token.cap and not beside:
                return False  # "walked the horses", whoever is called Takes Horse
            return person.how is not How.FUZZY or beside or self.draft.message.style is not Style.LOWER
        following = self.draft.near.person(i + 1)
        beside = beside or (following is not None and not is_word(self.draft.message.at(i + 1).word))
        return (
            self.draft.message.named(i)
            or self._acts(i)
            or (beside and self.draft.message.before(i) not in cues("articles"))
        )

    def _foster_home(self, i: int) -> bool:
        """As in "Micah Nichols foster home address", whoever at the agency is called Foster."""
        return self.draft.message.at(i).word == "foster" and self.draft.message.after(i) in _FOSTERED

    def _acts(self, i: int) -> bool:
        """As in "Mills on too", "Marsh + I spoke", "Fuller house 3pm" at the head of a sentence."""
        message, token = self.draft.message, self.draft.message.at(i)
        following = message.at(i + 1)
        if self._stands_for(i) or self._sat_in(i):
            return True
        if not following.first and following.word in _COMES and token.word in name_leaning():
            return message.before(i) not in cues("articles")
        if message.style is not Style.CASED or not (token.first and token.cap) or following.first:
            return False
        joined = following.word in cues("joiners") or following.gap.strip() in {"+", "&"}
        with_me = joined and "i" in {following.word, message.at(i + 2).word}
        return with_me or following.word in (_DOES if token.word in _KINDS else _DOES | _AT_HOME)

    def _sat_in(self, i: int) -> bool:
        """As in "at school w/ reyes 230" of who writes no capitals: nobody is with a word and an hour."""
        message, following = self.draft.message, self.draft.message.at(i + 1)
        if message.style is not Style.LOWER or message.before(i) not in _WITH:
            return False
        return following.first or following.word[:1].isdigit() or following.word in _BEHIND_NAMES

    def _stands_for(self, i: int) -> bool:
        """As in "Vance for Luz", "Page for the kids": a lawyer among those who came to court."""
        message, token = self.draft.message, self.draft.message.at(i)
        if message.style is not Style.CASED or not token.cap or message.after(i) != "for":
            return False
        whom = message.at(i + 2).word
        whom = message.at(i + 3).word if whom in {"the", "both"} else whom
        named = i + 2 < len(message.tokens) and whom in self.draft.view.near.given
        return named or whom in _CLIENTS

    def _sure_elsewhere(self, i: int, person: Person) -> Person | None:
        """A full name of the agency's where the caseload has only a part of it ("Maya Peterson")."""
        message, far = self.draft.message, self.draft.view.far
        following = message.at(i + 1)
        if self.draft.view.caseload.whole_agency or not following.close or person.end > i + 2:
            return None
        if not (following.word in far.family or following.word in far.given):
            return None
        sure = self.draft.far_reader.person(i)
        if (
            sure is None
            or sure.level is not Level.FULL
            or sure.how is not How.EXACT
            or sure.end <= person.end
        ):
            return None
        if message.at(sure.end - 1).word not in far.family:
            return None
        if sure.end == i + 2 and is_word(following.word) and not message.named(i + 1):
            return self._either(person, sure, following.word)
        return sure

    def _either(self, person: Person, sure: Person, surname: str) -> Person | None:
        """“olivia stone" is she of that name; in "olivia school" and "olivia early" it may be none."""
        if self.draft.message.style is Style.CASED:
            return None
        if surname not in _BESIDE_NAMES:
            return sure
        return replace(sure, cards=(*person.cards, *sure.cards)) if person.level is Level.GIVEN else None

    def _other_surname(self, person: Person) -> bool:
        """As in "Maya Peterson" is not Maya Rivera."""
        token = self.draft.message.at(person.end)
        if (
            self.draft.message.at(person.end - 1).possessive
            or not self.draft.message.named(person.end)
            or not token.close
        ):
            return False
        if token.upper or token.gap.strip() or len(token.word) < 3:
            return False
        if is_word(token.word) and token.word not in name_leaning():
            return False
        return not self.draft.near.extents(person.end) and self.draft.colleagues.named(person.end) is None

    def by_initials(self, i: int) -> int:
        """As in "MR refused": a child's initials, where capitals are used and a person is spoken of."""
        token = self.draft.message.at(i)
        if (
            self.draft.message.style is not Style.CASED
            or not token.upper
            or len(token.word) != 2
            or is_word(token.word)
        ):
            return i
        cards = self.draft.view.near.initials.get(token.word, ())
        if not cards or not (
            self.draft.message.before(i) in cues("before") or self.draft.message.after(i) in cues("after")
        ):
            return i
        return self.draft.add_people(Person(i, i + 1, Level.SHORT, How.INITIALS, cards))
