"""Roles read out of a message: "fm", "grandma Ernestine", "Malik (ACS)"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.names.cards import Card
from bot.understand.names.draft import SURE, Draft
from bot.understand.names.evidence import reads_as_name
from bot.understand.names.people import Person
from bot.understand.names.roles import RoleWord, may_hold, role_at, roles
from bot.understand.names.text import word_set
from bot.understand.names.titles import title_at, titled
from bot.understand.names.words import is_word
from bot.understand.parts import How, Kind, NameMention

_APPOINTMENTS = frozenset({"appointment", "appt", "appointments", "checkup", "visit"})
_CLIPPED = frozenset({"mo", "fa"})
"""Mother and father only as notes are clipped; a month, a place or a syllable of a song elsewhere."""
_BEFORE_CLIPPED = word_set(
    "w with and by from fr frm to for called texted emailed tc saw met told per bm bf both re lvm"
)
_OWNERS = frozenset({"her", "his", "their", "su"})
_OF_A_PARTNER = frozenset({"new", "current", "live-in", "latest"})
_PROFESSIONS = frozenset({"therapist", "school_counselor", "teacher", "doctor", "school_nurse", "principal"})
_PARENTS_LED = word_set("los sus mis tus dos ambos 2 nuestros estos")
_PARENTS_GO_ON = word_set("de del foster biologicos presentes")
_BEHIND_CLIPPED = word_set(
    "present pres there here appeared approp appropriate was is did didnt says said sd called texted reports "
    "reported states stated told brought arrived came late no ns absent not with w and of wants asked has "
    "had missed cancelled cx agreed upset crying cried signed refused re at by in on also then left"
)


@dataclass
class RoleStep:
    """Reads the role phrase at a word, with the name that stands beside it."""

    draft: Draft

    def at(self, i: int) -> int:
        found = role_at(self.draft.message.tokens, i)
        if found is None:
            return i
        end, role = found
        if self._some_appointment(i, end) or self._no_clipped_parent(i) or self._potatoes(i):
            return i
        role = self._partner_instead(i, role)
        following = self.draft.message.at(end)
        if following.close and not self.draft.message.at(end - 1).possessive:
            named = self._named_role(i, end, role)
            if named > i:
                return named
        if self._absorbed(i, role):
            return end
        return self.draft.add(i, end, Kind.CONTACT, how=How.ROLE, role=role.name, plural=role.plural)

    def _some_appointment(self, i: int, end: int) -> bool:
        """As in "was at a doctor's appointment": nobody in particular."""
        message = self.draft.message
        return message.at(i - 1).word in {"a", "an", "another"} and message.at(end).word in _APPOINTMENTS

    def _potatoes(self, i: int) -> bool:
        """As in "comieron papas fritas"; "los papas", "papás", "papas de Leo" are parents."""
        message, token = self.draft.message, self.draft.message.at(i)
        if token.word != "papas" or "á" in message.text[token.start : token.end].lower():
            return False
        return message.before(i) not in _PARENTS_LED and message.after(i) not in _PARENTS_GO_ON

    def _no_clipped_parent(self, i: int) -> bool:
        """As in "6 mo rev", "theme of mo": no mother. "Mo present", "w fa Neng", "Owen/fa" are parents."""
        message, token = self.draft.message, self.draft.message.at(i)
        if token.word not in _CLIPPED:
            return token.word == "mos"  # "extended 6 mos": months
        begins = token.first or bool(token.gap.strip()) or message.before(i) in _BEFORE_CLIPPED
        behind = message.at(i + 1)
        goes_on = behind.start < 0 or behind.first or bool(behind.gap.strip()) or behind.word[:1].isdigit()
        return not (begins and (goes_on or behind.word in _BEHIND_CLIPPED or message.named(i + 1)))

    def _named_role(self, i: int, end: int, role: RoleWord) -> int:
        """As in "grandma Ernestine", "FM Tucker", "the acs worker Miss Eze": one mention, by its name."""
        title = title_at(self.draft.message, end)
        start = end + 1 if title else end
        person = titled(self.draft.near, start, title or "mx")
        if person is not None and (is_word(self.draft.message.at(start).word) and person.level not in SURE):
            person = (
                person
                if title or (reads_as_name(self.draft.message, start) and self.draft.message.named(start))
                else None
            )
        if person is None:
            return self._stranger(i, start, role) if not title else i
        fitting = self._fitting(person, role)
        if not fitting and role.name == "therapist":  # "his counselor Mr Bolden", of the school
            fitting = self._fitting(person, roles()["school_counselor"])
        if not fitting:
            return i
        if role.plural and len(fitting) > 1 and len({card.case_id for card in fitting}) == 1:
            both = tuple(sorted(card.id for card in fitting))
            return self.draft.add(i, person.end, Kind.CONTACT, ids=both, plural=True)
        return self.draft.add_people(
            Person(i, person.end, person.level, person.how, fitting),
            start=i,
            kind=Kind.CONTACT,
            role=role.name,
        )

    def _fitting(self, person: Person, role: RoleWord) -> tuple[Card, ...]:
        """Those of the name who may be what the word says."""
        agency, on = self.draft.view.agency, self.draft.on
        return tuple(card for card in person.cards if may_hold(agency, role, card.id, on))

    def _stranger(self, i: int, start: int, role: RoleWord) -> int:
        """As in "grandma Pearl" where no Pearl is on file is somebody else than the grandmother on file."""
        token = self.draft.message.at(start)
        strange = (
            self.draft.message.named(start) and not is_word(token.word) and not self.draft.near.extents(start)
        )
        if not strange or token.upper or self.draft.colleagues.named(start) is not None or role.caregiver:
            return i
        return self.draft.add(i, start + 1, Kind.OFF_FILE)

    def _partner_instead(self, i: int, role: RoleWord) -> RoleWord:
        """As in "Ms Estrada's bf" and "moms bf" are a boyfriend; "bf" alone is the birth father."""
        last = self.draft.mentions[-1] if self.draft.mentions else None
        if self.draft.message.at(i).word == "bf" and self.draft.message.at(i - 1).word in _OF_A_PARTNER:
            return roles()["partner"]  # "auntie's new bf": nobody's father is new
        if (
            self.draft.message.at(i).word != "bf"
            or last is None
            or last.kind is not Kind.CONTACT
            or i - 1 not in self.draft.known
            or self.draft.message.at(i).gap.strip()  # "bm + bf there": both parents
        ):
            return role
        return roles()["partner"]

    def _absorbed(self, i: int, role: RoleWord) -> bool:
        """As in "Malik (ACS)", "Ms. Jimenez la coordinadora": the role of the one just named."""
        last = self.draft.mentions[-1] if self.draft.mentions else None
        if last is not None and last.kind in (Kind.OFF_FILE, Kind.STAFF):
            return self._strangers_own(i, role)
        if (
            last is None
            or last.kind is not Kind.CONTACT
            or last.how is How.ROLE
            or not last.ids
            or last.as_place
        ):
            return False
        token, before = self.draft.message.at(i), self.draft.message.at(i - 1)
        owned = before.word in _OWNERS and before.gap.strip() in {"(", ","}
        beside = i - 1 in self.draft.known and token.gap.strip() in {"(", ",", "-", "–", ", the"}
        beside = beside or (
            i - 2 in self.draft.known
            and (before.word in {"the", "la", "el"} or owned)
            and not self.draft.message.at(i - 2).possessive
        )
        beside = beside or (self._titled(last) and i - 1 in self.draft.known and not token.gap.strip())
        if not beside:
            return False
        agency, on = self.draft.view.agency, self.draft.on
        fitting = tuple(key for key in last.ids if may_hold(agency, role, key, on))
        if not fitting and role.name == "therapist":  # "Ms. Ortega (counselor)", of the school
            role = roles()["school_counselor"]
            fitting = tuple(key for key in last.ids if may_hold(agency, role, key, on))
        if not fitting:
            return False
        self._replace_last(fitting, role)
        return True

    def _strangers_own(self, i: int, role: RoleWord) -> bool:
        """As in "Mr Begay (counselor)", "Ms Roe, the nurse": what somebody is whom nobody has on file."""
        owned = self.draft.message.at(i - 1).word in _OWNERS | {"the", "la", "el"}
        place = i - 1 if owned else i
        bracket = self.draft.message.at(place).gap.strip() in {"(", "-", "–"}
        return bracket and place - 1 in self.draft.known and role.name in _PROFESSIONS

    def _titled(self, last: NameMention) -> bool:
        """Whether a title stands at the head of a name: "ms vess gal" is the guardian ad litem herself."""
        message = self.draft.message
        return any(
            token.start == last.span.start
            and bool(title_at(message, place))
            and not message.at(place + 1).possessive
            for place, token in enumerate(message.tokens)
        )

    def _replace_last(self, ids: tuple[str, ...], role: RoleWord) -> None:
        last = self.draft.mentions[-1]
        same = last.same_person and len(ids) > 1
        self.draft.mentions[-1] = NameMention(
            last.span,
            last.kind,
            ids,
            (),
            last.how,
            same,
            last.as_place,
            last.plural,
            last.on_caseload,
            role.name,
        )
