"""Colleagues named: never clients, but to be told from them ("covering for Darnell")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.understand.names.message import Message
from bot.understand.names.people import Level, Person, Reader
from bot.understand.names.text import Style, word_set
from bot.understand.names.view import View
from bot.understand.names.words import cues, is_word
from bot.understand.parts import How

_LINKS = word_set("for 4 a al por to")
_ON_MY_WAY = word_set("see visit check cover go stop swing drop run")
_AWAY = word_set("out away off sick leave vacation")


@dataclass(frozen=True)
class StaffReader:
    """Reads members of staff out of one message."""

    message: Message
    view: View

    @cached_property
    def reader(self) -> Reader:
        """The colleagues' names."""
        return Reader(self.message, self.view.staff, fuzzy=False)

    def named(self, i: int) -> Person | None:
        """Somebody on staff by a full name, or by a first name or surname that reads as a name."""
        person = self.reader.person(i)
        if person is None or person.level in {Level.MIDDLE, Level.SHORT}:
            return None
        if person.level in {Level.FULL, Level.INITIAL}:
            return person
        token = self.message.at(i)
        if is_word(token.word) and not self.message.named(i):
            return None
        if self.message.style is Style.CASED and not token.cap:
            return None
        return None if self.message.place_name(i) else person

    def cued(self, i: int) -> Person | None:
        """Somebody on staff where the words say so, even where a contact or a child has the name."""
        token = self.message.at(i)
        if not token.word or not self.view.staff.knows(token.word):
            return None
        person = self.reader.person(i)
        if person is None or person.level in {Level.MIDDLE, Level.SHORT} or person.how is How.FUZZY:
            return None
        sure = person.level in {Level.FULL, Level.INITIAL} and not self._client_too(i, person)
        return person if sure or self._said_of_staff(i, person.end) or self._own_worker(person) else None

    def _client_too(self, i: int, person: Person) -> bool:
        near = self._clients.person(i)
        return near is not None and near.end >= person.end

    @cached_property
    def _clients(self) -> Reader:
        return Reader(self.message, self.view.near, fuzzy=False)

    def _said_of_staff(self, i: int, end: int) -> bool:
        before = self.message.before(i)
        if before in _LINKS:
            before = self.message.before(i, 2)
        if before in cues("staff_before") or (before == "is" and self.message.before(i, 2) == "this"):
            return True
        last = self.message.at(end - 1)
        following = self.message.at(end)
        if following.first:
            return False
        if following.word == "supervisor" or (following.word in cues("covering") and not last.possessive):
            return True
        if following.word == "asked" and [self.message.at(end + n).word for n in (1, 2)] == ["me", "to"]:
            return self.message.at(end + 3).word in _ON_MY_WAY and not last.possessive
        if following.word in _AWAY and following.gap.strip() == "(":
            return True
        away = {self.message.at(place).word for place in range(end, end + 4)}
        return (
            following.word in {"while", "mientras", "is", "esta"}
            and bool(away & _AWAY)
            and before in {"", "for", "por"}
        )

    def _own_worker(self, person: Person) -> bool:
        """A supervisor who has no caseload speaks of her own workers by first name."""
        sender = self.view.caseload.staff_id
        if not self.view.caseload.whole_agency or sender is None:
            return False
        return any(self._above(sender, card.id) for card in person.cards)

    def _above(self, sender: str, staff_id: str) -> bool:
        boss = self.view.agency.supervisor_of(staff_id)
        return boss is not None and boss.id == sender
