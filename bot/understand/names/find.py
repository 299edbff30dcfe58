"""All persons and families named in a message, in text order (READING, "Who")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.understand.names.cards import Card
from bot.understand.names.choose import likeliest, one_person
from bot.understand.names.evidence import is_month, reads_as_name
from bot.understand.names.families import Family, FamilyReader
from bot.understand.names.message import Message
from bot.understand.names.people import Level, Person, Reader
from bot.understand.names.places import used_as_place
from bot.understand.names.roles import RoleWord, may_hold, role_at, roles
from bot.understand.names.staff import StaffReader
from bot.understand.names.text import Style
from bot.understand.names.titles import initialled, title_at, titled, unknown_name
from bot.understand.names.view import View
from bot.understand.names.words import cues, is_word, nicknames
from bot.understand.parts import How, Kind, NameMention, Span

_MOST = 6
_SURE = (Level.FULL, Level.INITIAL)


def find_names(
    text: str, view: View, *, on: date, voice: bool = False, roles: bool = True
) -> list[NameMention]:
    """Every person and family named, with spans into `text`, in text order and without overlap.

    `on` is the local date of sending. Where nothing on the caseload fits, the whole agency is searched (its
    mentions have `on_caseload` false). Roles stand without ids until `settle` gives them. Never raises.
    """
    return _Finder(Message.of(text, voice=voice), view, on, with_roles=roles).run()


@dataclass
class _Finder:
    message: Message
    view: View
    on: date
    with_roles: bool
    mentions: list[NameMention] = field(default_factory=list)
    known: set[int] = field(default_factory=set)
    cards: list[Card] = field(default_factory=list)
    weak: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.near = Reader(self.message, self.view.near)
        self.families = FamilyReader(self.message, self.near, self.view.families)
        self.colleagues = StaffReader(self.message, self.view)
        given = self.view.near.given
        self.certain = frozenset(
            i
            for i, token in enumerate(self.message.tokens)
            if token.word in given and not is_word(token.word)
        )

    def run(self) -> list[NameMention]:
        """Read the words from left to right, the surest reading of each first."""
        i = 0
        while i < len(self.message.tokens):
            i = max(i + 1, self._read(i))
        return self._without_strays()

    def _read(self, i: int) -> int:
        token = self.message.at(i)
        if token.user is not None:
            return self._user(i)
        if self.message.place_name(i) and not self.families.with_kids(i):
            return i + 1
        steps: tuple[Callable[[int], int], ...] = (
            self._case_id, self._cued_staff, self._family, self._titled, self._role, self._person, self._bare_family,
            self._staff, self._far, self._initials,
        )  # fmt: skip
        return next((end for step in steps if (end := step(i)) > i), i)

    def _user(self, i: int) -> int:
        member = self.view.agency.by_slack(self.message.at(i).user or "")
        self._add(i, i + 1, Kind.STAFF, ids=(member.id,) if member else (), how=How.MENTION)
        return i + 1

    def _case_id(self, i: int) -> int:
        token = self.message.at(i)
        if not any(c.isdigit() for c in token.raw) or token.raw not in self.view.agency.cases:
            return i
        self._add(i, i + 1, Kind.FAMILY, case_ids=(token.raw,), on_caseload=self.view.on_caseload(token.raw))
        return i + 1

    def _cued_staff(self, i: int) -> int:
        """ "covering for Darnell", "Angela (out)": a colleague even where a contact has the name."""
        return self._add_staff(self.colleagues.cued(i), i)

    def _staff(self, i: int) -> int:
        return self._add_staff(self.colleagues.named(i), i)

    def _add_staff(self, person: Person | None, i: int) -> int:
        if person is None:
            return i
        return self._add(
            i, person.end, Kind.STAFF, ids=tuple(card.id for card in person.cards), how=person.how
        )

    def _family(self, i: int) -> int:
        return self._add_family(self.families.with_kids(i))

    def _bare_family(self, i: int) -> int:
        return self._add_family(self.families.bare(i))

    def _add_family(self, family: Family | None) -> int:
        if family is None:
            return -1
        return self._add(
            family.start,
            family.end,
            Kind.FAMILY,
            case_ids=family.case_ids,
            how=family.how,
            plural=family.plural,
        )

    def _titled(self, i: int) -> int:
        title = title_at(self.message, i)
        if not title:
            return i
        person = titled(self.near, i + 1, title)
        if person is None and (cards := initialled(self.message, i + 1, self.cards, title)):
            person = Person(i + 1, i + 2, Level.FAMILY, How.INITIALS, cards)
        if person is not None:
            return self._add_people(person, start=i, kind=Kind.CONTACT)
        colleague = titled(self.colleagues.reader, i + 1, title)
        if colleague is not None and colleague.how is not How.FUZZY:
            return self._add(i, colleague.end, Kind.STAFF, ids=tuple(card.id for card in colleague.cards))
        return self._titled_elsewhere(i, title)

    def _titled_elsewhere(self, i: int, title: str) -> int:
        person = None if self.view.caseload.whole_agency else titled(self._far_reader, i + 1, title)
        if person is not None and person.level in {Level.FULL, Level.FAMILY, Level.INITIAL}:
            chosen = likeliest(self.view.agency, person.cards, person.level, self.on)
            if len(chosen) <= _MOST:
                return self._add_people(
                    person, start=i, kind=Kind.CONTACT, far=True, weak=person.level is Level.FAMILY
                )
        if unknown_name(self.message, i + 1, title):
            return self._add(i, i + 2, Kind.OFF_FILE)
        return i

    @property
    def _far_reader(self) -> Reader:
        return Reader(self.message, self.view.far, fuzzy=False)

    def _role(self, i: int) -> int:
        found = role_at(self.message.tokens, i) if self.with_roles else None
        if found is None:
            return i
        end, role = found
        role = self._partner_instead(i, role)
        following = self.message.at(end)
        if following.close and not self.message.at(end - 1).possessive:
            named = self._named_role(i, end, role)
            if named > i:
                return named
        if self._absorbed(i, role):
            return end
        return self._add(i, end, Kind.CONTACT, how=How.ROLE, role=role.name, plural=role.plural)

    def _named_role(self, i: int, end: int, role: RoleWord) -> int:
        """ "grandma Ernestine", "FM Tucker", "the acs worker Miss Eze": one mention, by its name."""
        title = title_at(self.message, end)
        start = end + 1 if title else end
        person = titled(self.near, start, title or "mx")
        if person is not None and (is_word(self.message.at(start).word) and person.level not in _SURE):
            person = (
                person if title or reads_as_name(self.message, start) and self.message.named(start) else None
            )
        if person is None:
            return self._stranger(i, start, role) if not title else i
        fitting = tuple(card for card in person.cards if may_hold(self.view.agency, role, card.id, self.on))
        if not fitting:
            return i
        return self._add_people(
            Person(i, person.end, person.level, person.how, fitting),
            start=i,
            kind=Kind.CONTACT,
            role=role.name,
        )

    def _stranger(self, i: int, start: int, role: RoleWord) -> int:
        """ "grandma Pearl" where no Pearl is on file is somebody else than the grandmother on file."""
        token = self.message.at(start)
        strange = self.message.named(start) and not is_word(token.word) and not self.near.extents(start)
        if not strange or token.upper or self.colleagues.named(start) is not None or role.caregiver:
            return i
        return self._add(i, start + 1, Kind.OFF_FILE)

    def _partner_instead(self, i: int, role: RoleWord) -> RoleWord:
        """ "Ms Estrada's bf" and "moms bf" are a boyfriend; "bf" alone is the birth father."""
        last = self.mentions[-1] if self.mentions else None
        if (
            self.message.at(i).word != "bf"
            or last is None
            or last.kind is not Kind.CONTACT
            or i - 1 not in self.known
        ):
            return role
        return roles()["partner"]

    def _absorbed(self, i: int, role: RoleWord) -> bool:
        """ "Malik (ACS)", "Ms. Jimenez la coordinadora": the role of the one just named, not another person."""
        last = self.mentions[-1] if self.mentions else None
        if (
            last is None
            or last.kind is not Kind.CONTACT
            or last.how is How.ROLE
            or not last.ids
            or last.as_place
        ):
            return False
        token, before = self.message.at(i), self.message.at(i - 1)
        beside = i - 1 in self.known and token.gap.strip() in {"(", ",", "-", "–", ", the"}
        beside = beside or (
            i - 2 in self.known
            and before.word in {"the", "la", "el"}
            and not self.message.at(i - 2).possessive
        )
        if not beside:
            return False
        fitting = tuple(key for key in last.ids if may_hold(self.view.agency, role, key, self.on))
        if not fitting:
            return False
        self._replace_last(fitting, role)
        return True

    def _replace_last(self, ids: tuple[str, ...], role: RoleWord) -> None:
        last = self.mentions[-1]
        same = last.same_person and len(ids) > 1
        self.mentions[-1] = NameMention(
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

    def _person(self, i: int) -> int:
        person = self.near.person(i)
        if person is None:
            return i
        if person.level not in _SURE and (sure := self._sure_elsewhere(i, person)) is not None:
            return self._add_people(sure, far=True)
        if person.how is How.FUZZY and self.colleagues.named(i) is not None:
            return i
        if person.level is Level.FAMILY:
            return self._surname(i, person)
        if person.level not in _SURE and not self._reads(person):
            return i
        if self._other_surname(person):
            return self._add(i, person.end + 1, Kind.OFF_FILE)
        return self._add_people(person)

    def _surname(self, i: int, person: Person) -> int:
        """A bare surname is a family's before it is a contact's."""
        if (family := self.families.bare(i)) is not None and family.end >= person.end:
            return self._add_family(family)
        if self._plain_surname(i, person):
            return self._add_people(person, kind=Kind.CONTACT)
        return i

    def _plain_surname(self, i: int, person: Person) -> bool:
        token = self.message.at(i)
        if (
            not person.cards
            or all(card.kind is Kind.CHILD for card in person.cards)
            or self.message.place_name(i)
        ):
            return False
        beside = i - 1 in self.known or (i - 2 in self.known and self.message.before(i) in cues("joiners"))
        if is_month(self.message, i):
            return False
        if not is_word(token.word):
            return person.how is not How.FUZZY or beside or self.message.style is not Style.LOWER
        following = self.near.person(i + 1)
        beside = beside or (following is not None and not is_word(self.message.at(i + 1).word))
        return self.message.named(i) or (beside and self.message.before(i) not in cues("articles"))

    def _reads(self, person: Person) -> bool:
        i, word = person.start, self.message.at(person.start).word
        if self.message.place_name(person.end - 1):
            return False
        if person.end - i > 1:
            return True
        if not reads_as_name(self.message, i, known=self.certain, nickname=person.level is Level.ALIAS):
            return False
        if person.level is Level.MIDDLE:
            return (
                self.message.at(i).cap
                if self.message.style is Style.CASED
                else len(word) > 3 and not is_word(word)
            )
        if person.level is not Level.SHORT:
            return True
        beside = self.message.before(i) in cues("before") or self.message.after(i) in cues("after")
        if word in nicknames():
            return beside or self.message.style is not Style.CASED or self.message.at(i).cap
        return beside and (self.message.style is not Style.CASED or self.message.at(i).cap)

    def _sure_elsewhere(self, i: int, person: Person) -> Person | None:
        """A full name of the agency's where the caseload has only a part of it ("Maya Peterson")."""
        following = self.message.at(i + 1)
        if self.view.caseload.whole_agency or not following.close or person.end > i + 1:
            return None
        if is_word(following.word) and not self.message.named(i + 1):
            return None
        sure = self._far_reader.person(i)
        return sure if sure is not None and sure.level is Level.FULL and sure.how is How.EXACT else None

    def _other_surname(self, person: Person) -> bool:
        """ "Maya Peterson" is not Maya Rivera."""
        token = self.message.at(person.end)
        if (
            self.message.at(person.end - 1).possessive
            or not self.message.named(person.end)
            or not token.close
        ):
            return False
        if token.upper or token.gap.strip() or len(token.word) < 3 or is_word(token.word):
            return False
        return not self.near.extents(person.end) and self.colleagues.named(person.end) is None

    def _far(self, i: int) -> int:
        if self.view.caseload.whole_agency:
            return i
        token = self.message.at(i)
        if not token.word or token.word.isdigit() or (self.message.style is Style.CASED and not token.cap):
            return i
        person = self._far_reader.person(i)
        if person is None:
            return i
        if person.level in _SURE:
            return self._add_people(person, far=True)
        return self._far_part(i, person)

    def _far_part(self, i: int, person: Person) -> int:
        """A first name or a family's name off the caseload: kept only where nothing on it is named."""
        if is_word(self.message.at(i).word) and not self.message.named(i):
            return i
        elsewhere = FamilyReader(self.message, self._far_reader, self.view.far_families)
        family = elsewhere.with_kids(i) or (elsewhere.bare(i) if person.level is Level.FAMILY else None)
        if family is not None and len(family.case_ids) <= _MOST:
            self.weak.add(len(self.mentions))
            return self._add(
                family.start,
                family.end,
                Kind.FAMILY,
                case_ids=family.case_ids,
                plural=family.plural,
                on_caseload=False,
            )
        children = tuple(card for card in person.cards if card.kind is Kind.CHILD)
        if not children or person.level not in {Level.GIVEN, Level.ALIAS} or not self._reads(person):
            return i
        chosen = likeliest(self.view.agency, children, person.level, self.on)
        if len(chosen) > _MOST:
            return i
        return self._add_people(Person(i, person.end, person.level, person.how, chosen), far=True, weak=True)

    def _initials(self, i: int) -> int:
        """ "MR refused": a child's initials, in a message that uses capitals, where a person is spoken of."""
        token = self.message.at(i)
        if (
            self.message.style is not Style.CASED
            or not token.upper
            or len(token.word) != 2
            or is_word(token.word)
        ):
            return i
        cards = self.view.near.initials.get(token.word, ())
        if not cards or not (
            self.message.before(i) in cues("before") or self.message.after(i) in cues("after")
        ):
            return i
        return self._add_people(Person(i, i + 1, Level.SHORT, How.INITIALS, cards))

    def _add_people(
        self,
        person: Person,
        *,
        start: int | None = None,
        kind: Kind | None = None,
        far: bool = False,
        weak: bool = False,
        role: str | None = None,
    ) -> int:
        cards = [card for card in person.cards if kind is None or card.kind is kind] or list(person.cards)
        chosen = likeliest(self.view.agency, cards, person.level, self.on)
        self.cards += [card for card in chosen if card.kind is Kind.CONTACT]
        if weak:
            self.weak.add(len(self.mentions))
        return self._add(
            person.start if start is None else start,
            person.end,
            Kind.CHILD if any(card.kind is Kind.CHILD for card in chosen) else chosen[0].kind,
            ids=tuple(dict.fromkeys(card.id for card in chosen)),
            how=person.how,
            same_person=one_person(chosen),
            on_caseload=not far,
            role=role,
        )

    def _add(
        self,
        start: int,
        end: int,
        kind: Kind,
        *,
        ids: tuple[str, ...] = (),
        case_ids: tuple[str, ...] = (),
        how: How = How.EXACT,
        same_person: bool = False,
        plural: bool = False,
        on_caseload: bool = True,
        role: str | None = None,
    ) -> int:
        span = Span(self.message.at(start).start, self.message.at(end - 1).end)
        place = kind in {Kind.CHILD, Kind.CONTACT, Kind.OFF_FILE} and used_as_place(
            self.message, start, end, owner=self._owner(end - 1), adult=kind is not Kind.CHILD
        )
        self.mentions.append(
            NameMention(span, kind, ids, case_ids, how, same_person, place, plural, on_caseload, role)
        )
        self.known |= set(range(start, end))
        return end

    def _owner(self, i: int) -> bool:
        """Whether the word stands for "…'s", also where the apostrophe was left out."""
        token = self.message.at(i)
        return token.possessive or (token.word.endswith("s") and not self.view.near.knows(token.word))

    def _without_strays(self) -> list[NameMention]:
        """Bare names found elsewhere in the agency count only where nobody on the caseload is named."""
        words: Sequence[str] = [token.word for token in self.message.tokens]
        covering = any(word in cues("covering") for word in words)
        at_home = any(
            mention.on_caseload
            and (mention.ids or mention.case_ids)
            and mention.kind in {Kind.CHILD, Kind.FAMILY, Kind.CONTACT}
            for mention in self.mentions
        )
        if covering or not at_home:
            return self.mentions
        return [mention for place, mention in enumerate(self.mentions) if place not in self.weak]
