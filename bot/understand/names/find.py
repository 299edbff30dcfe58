"""All persons and families named in a message, in text order (READING, "Who")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from bot.understand.names.draft import Draft
from bot.understand.names.find_far import FarStep
from bot.understand.names.find_people import PersonStep
from bot.understand.names.find_roles import RoleStep
from bot.understand.names.find_titled import TitleStep
from bot.understand.names.littles import twins_at
from bot.understand.names.message import MOST_NAMES, Message
from bot.understand.names.organisations import Organisations
from bot.understand.names.people import Level
from bot.understand.names.roles import starts_role
from bot.understand.names.text import word_set
from bot.understand.names.view import View
from bot.understand.names.words import cues, is_word, nicknames
from bot.understand.parts import How, Kind, NameMention


def find_names(
    text: str, view: View, *, on: date, voice: bool = False, roles: bool = True
) -> list[NameMention]:
    """Every person and family named, with spans into `text`, in text order and without overlap.

    `on` is the local date of sending. Where nothing on the caseload fits, the whole agency is searched (its
    mentions have `on_caseload` false). Roles stand without ids until `settle` gives them. Never raises.
    """
    draft = Draft(Message.of(text, voice=voice), view, on)
    return _Finder(draft, with_roles=roles).run()


@dataclass
class _Finder:
    draft: Draft
    with_roles: bool
    plain: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.person, self.titled, self.roles = (
            PersonStep(self.draft),
            TitleStep(self.draft),
            RoleStep(self.draft),
        )
        self.elsewhere = FarStep(self.draft)
        self.organisations = Organisations.of(self.draft.view.agency, self.draft.message)

    def run(self) -> list[NameMention]:
        """Read the words from left to right, the surest reading of each first."""
        i = 0
        while i < len(self.draft.message.tokens) and len(self.draft.mentions) < MOST_NAMES:
            i = max(i + 1, self._read(i))
        return self.draft.without_strays()

    def _read(self, i: int) -> int:
        token = self.draft.message.at(i)
        if token.user is not None:
            return self._user(i)
        if (end := self.organisations.end(i)) > i and not self._whole_name(i):
            return end
        if (self._known_plain(token.word) and not self._dotted(i)) or self._lone_letter(i):
            return i + 1
        if self._place(i):
            return i + 1
        if token.word.isdigit():  # begins no name; "3 kids" is counted where the role stands
            return next(
                (end for step in (self._case_id, self._family, self._role) if (end := step(i)) > i), i
            )
        steps: tuple[Callable[[int], int], ...] = (
            self._case_id, self._cued_staff, self._family, self._title, self._role, self.person.at,
            self._bare_family,             self._staff, self.elsewhere.at, self.person.by_initials,
        )  # fmt: skip
        return next((end for step in steps if (end := step(i)) > i), i)

    def _place(self, i: int) -> bool:
        """Whether the word is part of a place's name; "Will Hall" on file is no hall."""
        if not self.draft.message.place_name(i) or self.draft.families.with_kids(i):
            return False
        if self.draft.message.at(i).word in _titles():
            return False  # "Ms Hall", "Mr Park"
        return not self._whole_name(i)

    def _whole_name(self, i: int) -> bool:
        person = self.draft.near.person(i)
        if person is not None and person.level is Level.FULL:
            return True
        message = self.draft.message
        checked = message.before(i) == "on" and message.before(i, 2) in {"checked", "check", "checking", "in"}
        if self.draft.view.caseload.whole_agency or (message.before(i) in _TO_PLACES and not checked):
            return False
        far = self.draft.far_reader.person(i)
        return far is not None and far.level is Level.FULL and far.how is How.EXACT

    def _known_plain(self, word: str) -> bool:
        if (known := self.plain.get(word)) is None:
            known = self.plain[word] = self._plain(word)
        return known

    def _plain(self, word: str) -> bool:
        """Whether a word is an everyday one that is part of nobody's name and says no role."""
        if not is_word(word) or word in cues("titles") or word in cues("kids") or starts_role(word):
            return False
        stem = word.removesuffix("s")
        if stem in _titles() or word in _titles() or word in nicknames():
            return False
        view = self.draft.view
        return not any(index.knows(word) or index.knows(stem) for index in (view.near, view.staff, view.far))

    def _dotted(self, i: int) -> bool:
        """As in "A. Stiles": a letter that is a word elsewhere."""
        token, following = self.draft.message.at(i), self.draft.message.at(i + 1)
        return len(token.word) == 1 and token.cap and following.gap.startswith(".") and following.cap

    def _lone_letter(self, i: int) -> bool:
        """Whether the word is a letter with no surname behind it."""
        word, following = self.draft.message.at(i).word, self.draft.message.at(i + 1)
        if len(word) != 1 or starts_role(word) or (following.close and len(following.word) == 1):
            return len(word) == 1 and not starts_role(word) and not self.draft.message.at(i).cap
        view = self.draft.view
        near = self.draft.near.meant(i + 1)
        return not near and not any(index.knows(following.word) for index in (view.staff, view.far))

    def _user(self, i: int) -> int:
        member = self.draft.view.agency.by_slack(self.draft.message.at(i).user or "")
        self.draft.add(i, i + 1, Kind.STAFF, ids=(member.id,) if member else (), how=How.MENTION)
        return i + 1

    def _case_id(self, i: int) -> int:
        token = self.draft.message.at(i)
        if not any(c.isdigit() for c in token.raw) or token.raw not in self.draft.view.agency.cases:
            return i
        self.draft.add(
            i, i + 1, Kind.FAMILY, case_ids=(token.raw,), on_caseload=self.draft.view.on_caseload(token.raw)
        )
        return i + 1

    def _cued_staff(self, i: int) -> int:
        """As in "covering for Darnell", "Angela (out)": a colleague even where a contact has the name."""
        return self.draft.add_staff(self.draft.colleagues.cued(i), i)

    def _staff(self, i: int) -> int:
        return self.draft.add_staff(self.draft.colleagues.named(i), i)

    def _family(self, i: int) -> int:
        return self.draft.add_family(self.draft.families.with_kids(i) or twins_at(self.draft, i))

    def _bare_family(self, i: int) -> int:
        return self.draft.add_family(self.draft.families.bare(i))

    def _role(self, i: int) -> int:
        return self.roles.at(i) if self.with_roles and not self._child_not_role(i) else i

    def _title(self, i: int) -> int:
        return i if self._child_not_role(i) else self.titled.at(i)

    def _child_not_role(self, i: int) -> bool:
        """As in "saw Dean at 3" of a child so called; "the dean" is the school's."""
        word = self.draft.message.at(i).word
        children = any(card.kind is Kind.CHILD for card in self.draft.view.near.given.get(word, ()))
        before = self.draft.message.before(i)
        if not children or (before in cues("articles") and before != "a"):
            return False
        behind = self.draft.near.person(i)
        return behind is not None and (behind.level is Level.FULL or not self.draft.near.meant(i + 1))


_TO_PLACES = word_set("at to in from near the on by of en")


@cache
def _titles() -> frozenset[str]:
    return cues("titles_f") | cues("titles_m")
