"""Who took part in one event: its children, people and cases, and what must be asked (READING, "Who")."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.understand.agency import Agency
from bot.understand.names.around import children_of_context, same_for_all, stood_for, telling
from bot.understand.names.event_words import (
    all_together,
    called_again,
    girls_or_boys,
    group_of_children,
    in_court_or_conference,
    of_the_family,
    spoken_with_both,
    told_by_pronoun,
    words_of_event,
)
from bot.understand.names.genders import sex_of_child
from bot.understand.names.how_many import EVERYBODY, and_sibling, how_many, their_own
from bot.understand.names.left_out import meant_only
from bot.understand.names.littles import families_said, only_twins, the_baby, the_sibling
from bot.understand.names.marks import marks_for
from bot.understand.names.one_by_one import each_by_name, of_two_families
from bot.understand.names.only_there import only_ones, there_of
from bot.understand.names.parts import Stance, Taking
from bot.understand.names.people_of import People, people_of
from bot.understand.names.scene import scene_of
from bot.understand.names.stances import Stances
from bot.understand.names.view import View
from bot.understand.parts import How, Kind, NameMention, Question, Span
from storage.types import EventType, Outcome

TOOK_PART = frozenset({Stance.SEEN, Stance.SPOKE, Stance.CONTACTED, Stance.PRESENT, Stance.STATED})
_NOT_OF_IT, _ONLY_TOLD = {Stance.PLACE, Stance.ABSENT}, {Stance.STATED, Stance.ABOUT}
_Stood = tuple[tuple[NameMention, Stance], ...]


def participants(
    text: str,
    mentions: Sequence[NameMention],
    view: View,
    *,
    on: date,
    types: Collection[EventType] = (),  # noqa: ARG001 - the assembler may know them; the words decide alone
    outcome: Outcome = Outcome.COMPLETED,
    voice: bool = False,  # noqa: ARG001
    context: Sequence[NameMention] = (),
    spans: Sequence[tuple[int, int]] = (),
    told_of: Collection[Span] = (),
    scene: Stances | None = None,
) -> Taking:
    """Who took part in the event that the settled `mentions` belong to.

    `context` are all settled mentions of the message: an event that names nobody is about the child named in
    another. `spans` are the event's stretches of `text` ("both kids", "talked w/ both" are looked for there;
    without them, around the mentions). Where a child cannot be known, `children` is empty and `child` is
    asked; where an adult cannot, that adult is left out and `person` is asked, unless `child` is.
    `told_of`: the names that the words only tell of. `scene`: the message's own (`scene_of`).
    """
    words = words_of_event(text, mentions, context, spans)
    scene = scene or scene_of(text, context or mentions, view, on=on)
    ahead, only = outcome is Outcome.PLANNED, only_ones(text, mentions)
    stood = tuple(
        (m, Stance.ABOUT if m.span in told_of else scene.stance(m, planned=ahead)) for m in mentions
    )
    stood = meant_only(text, there_of(text, stood or called_again(words, context, scene), only))
    stood = spoken_with_both(words, told_by_pronoun(words, stood))
    no_shows = frozenset(
        mention.span for mention, stance in stood if stance is Stance.ABSENT and scene.no_show(mention)
    )
    said = families_said(text, mentions)
    event = _Event(view.agency, on, words.plain, stood, tuple(context), no_shows, bool(only), said)
    return event.taking()


@dataclass(frozen=True)
class _Event:
    agency: Agency
    on: date
    words: str
    stood: _Stood
    context: tuple[NameMention, ...] = field(default=())
    no_shows: frozenset[Span] = frozenset()
    only: bool = False
    twins: str = ""

    def taking(self) -> Taking:
        """The children first; the people follow from them."""
        asked = self._ambiguous_child()
        children = () if asked else self._children()
        people = people_of(self.agency, self._adults, children, self.on)
        if not children and not asked:
            children, asked = self._children_of_people(people)
        questions = (asked,) if asked else people.questions
        return Taking(
            children=children,
            people=people.ids,
            case_ids=self._case_ids(children, people),
            questions=questions,
            marks=marks_for(self.stood, children, people.ids),
            stances=self.stood,
        )

    @cached_property
    def _adults(self) -> tuple[NameMention, ...]:
        contacts = [
            (mention, stance)
            for mention, stance in self.stood
            if mention.kind is Kind.CONTACT and mention.ids
        ]
        # "She came without an attorney" says nothing of the one who came for the child.
        away = {k for m, s in contacts if s is Stance.ABSENT and m.role != "attorney" for k in m.ids}
        here = tuple(
            mention
            for mention, stance in contacts
            if stance in TOOK_PART
            and not (stance in (Stance.STATED, Stance.PRESENT) and set(mention.ids) <= away)
        )
        return here or tuple(mention for mention, _ in contacts if mention.span in self.no_shows)

    @cached_property
    def _named(self) -> dict[str, Stance]:
        """Each child named beyond doubt with its telling stance: seen before absent before the rest."""
        found: dict[str, Stance] = {}
        for mention, stance in self.stood:
            if mention.kind is Kind.CHILD and len(mention.ids) == 1:
                key = mention.ids[0]
                found[key] = telling(found.get(key), stance)
        return found

    @cached_property
    def _present(self) -> tuple[str, ...]:
        return tuple(child for child, stance in self._named.items() if stance in TOOK_PART)

    @cached_property
    def _absent(self) -> frozenset[str]:
        return frozenset(child for child, stance in self._named.items() if stance is Stance.ABSENT)

    def _ambiguous_child(self) -> Question | None:
        """A child whose name fits several, where it matters who it is."""
        for mention, stance in self.stood:
            unsure = (
                mention.kind is Kind.CHILD
                and len(mention.ids) > 1
                and not set(mention.ids) & self._named.keys()
                and not self._one_of_all(mention)
            )
            if unsure and (stance in TOOK_PART or not self._present):
                return Question("child", mention.ids)
        for mention, stance in self.stood:
            if (
                mention.kind is Kind.FAMILY
                and (len(mention.case_ids) > 1 or (mention.another and stance in TOOK_PART))
                and not self._of_cases(mention.case_ids)
            ):
                return Question("child", self._in_care(mention.case_ids))
        return None

    def _one_of_all(self, mention: NameMention) -> bool:
        """“The three Vang kids … Mai reads": whichever is meant, all of that family were there."""
        families = (m for m, _ in self.stood if m.kind is Kind.FAMILY and m.plural and len(m.case_ids) == 1)
        return any(set(mention.ids) & set(self._in_care(m.case_ids)) for m in families)

    def _of_cases(self, case_ids: Collection[str]) -> tuple[str, ...]:
        return tuple(child for child in self._named if self.agency.children[child].case_id in case_ids)

    def _in_care(self, case_ids: Collection[str]) -> tuple[str, ...]:
        return tuple(child for case_id in case_ids for child in self.agency.in_care(case_id, self.on))

    def _children(self) -> tuple[str, ...]:
        alone = self.only and bool(self._present) and not in_court_or_conference(self.words)
        families = () if alone else self._from_families()
        group = () if alone else self._from_group()
        if self._rang_for and all(self._named[child] is Stance.STATED for child in self._present):
            return self._rang_for
        baby = the_baby(self.agency, self.words, self._cases_concerned, self.on, but=self._absent)
        if self._present or families or group or baby:
            return tuple(dict.fromkeys([*self._present, *self._topics, *families, *group, *baby]))
        there = tuple(child for child in self._named if child not in self._absent)
        return self._of_the_adults(there or tuple(self._named))

    @cached_property
    def _rang_for(self) -> tuple[str, ...]:
        """“Sofia's doctor called, Isabella needs shots too": the call is about the one whose doctor it is."""
        caller = next(((m.how, stance) for m, stance in self.stood if m.kind is Kind.CONTACT), None)
        if caller != (How.ROLE, Stance.CONTACTED):
            return ()
        return tuple(child for child, stance in self._named.items() if stance is Stance.OWNER)

    @cached_property
    def _topics(self) -> tuple[str, ...]:
        """Whom a call was about, where a sibling is only told of: "called fm re Leo. Ana has a cough"."""
        called = any(m.kind is Kind.CONTACT and s is Stance.CONTACTED for m, s in self.stood)
        met = any(self._named[child] is not Stance.STATED for child in self._present)
        cases = set(self._cases_concerned)
        if not called or met or len(cases) != 1:
            return ()
        return tuple(child for child, stance in self._named.items() if stance is Stance.ABOUT)

    def _from_families(self) -> tuple[str, ...]:
        """Those still in care of the families named; a label beside a child's name adds nobody."""
        found: dict[str, None] = {}
        formal = in_court_or_conference(self.words)
        for mention, stance in self.stood:
            if mention.kind is not Kind.FAMILY or len(mention.case_ids) != 1 or stance in _NOT_OF_IT:
                continue
            named = self._of_cases(mention.case_ids)
            told = of_the_family(self.words) and {self._named[c] for c in named} <= _ONLY_TOLD
            if named and not (mention.plural or told or (formal and stance is not Stance.OWNER)):
                continue
            everyone = self._in_care(mention.case_ids) or self._ever(mention.case_ids)
            siblings = only_twins(self.agency, self.twins, everyone) if mention.plural else everyone
            there = siblings if formal else self._without_absent(siblings)
            found |= dict.fromkeys(there if formal or all_together(self.words) else self._at_home(there))
        return tuple(found)

    def _ever(self, case_ids: Collection[str]) -> tuple[str, ...]:
        return tuple(row.id for case_id in case_ids for row in self.agency.children_of(case_id))

    def _without_absent(self, siblings: Sequence[str]) -> tuple[str, ...]:
        return tuple(child for child in siblings if child not in self._absent)

    def _at_home(self, siblings: Sequence[str]) -> tuple[str, ...]:
        """Of the siblings those who live where the event took place, where that is one home of several."""
        homes = [key for m, s in self.stood if s is Stance.PLACE and m.kind is Kind.CONTACT for key in m.ids]
        here = {child for key in homes for child in self.agency.contacts[key].child_ids}
        return tuple(child for child in siblings if child in here) or tuple(siblings)

    def _from_group(self) -> tuple[str, ...]:
        """As in "Both kids", "los niños": the siblings of the one case, unless two are named already."""
        if (counted := self._counted()) is not None:
            return counted
        sex = girls_or_boys(self.words)
        theirs = any(self.agency.contacts[key].child_ids for m in self._adults for key in m.ids)
        if (not group_of_children(self.words) or each_by_name(self.words)) and (not sex or theirs):
            return ()
        cases = self._cases_concerned
        if len(cases) != 1 or (len(self._present) > 1 and not their_own(self.words)):
            return ()
        all_of_them = self._without_absent(self._in_care(cases))
        those = [one for one in all_of_them if sex_of_child(self.agency.children[one]) == sex]
        return self._at_home(those if sex and len(those) > 1 else all_of_them)

    def _counted(self) -> tuple[str, ...] | None:
        """As in "all three there", "las dos": the siblings, where they are as many as is said."""
        said, cases = how_many(self.words), self._cases_concerned
        apart = each_by_name(self.words) or of_two_families(self.agency, self.words, self.stood, self.context)
        if said is None or len(cases) != 1 or apart:
            return None
        everyone = self._in_care(cases)
        groups = (everyone,) if and_sibling(self.words) else (everyone, self._at_home(everyone))
        fitting = next((one for one in groups if said in (EVERYBODY, len(one))), None)
        fitting = fitting or the_sibling(self.agency, self.words, self._present, everyone, self.on)
        return None if fitting is None else self._without_absent(fitting)

    @cached_property
    def _cases_concerned(self) -> tuple[str, ...]:
        own = [case for mention, s in self.stood if s not in _NOT_OF_IT for case in self._cases_of(mention)]
        own = own or [case for mention, _ in self.stood for case in self._cases_of(mention)]
        own = own or [case for mention in self.context for case in self._cases_of(mention)]
        return tuple(dict.fromkeys(own))

    def _cases_of(self, mention: NameMention) -> list[str]:
        if mention.kind is Kind.FAMILY:
            return list(mention.case_ids)
        rows = [self.agency.children.get(key) or self.agency.contacts.get(key) for key in mention.ids]
        cases = {row.case_id for row in rows if row is not None}
        return list(cases) if len(cases) == 1 else []

    def _of_the_adults(self, talked_about: Sequence[str]) -> tuple[str, ...]:
        """Children only talked about with an adult; of the adult's own case where that is known."""
        cases = {case for mention in self._adults for case in self._cases_of(mention)}
        fitting = tuple(child for child in talked_about if self.agency.children[child].case_id in cases)
        return fitting or tuple(talked_about)

    def _children_of_people(self, people: People) -> tuple[tuple[str, ...], Question | None]:
        """No child is named: those whom the adults stand for, else the child of other events."""
        if people.questions:
            return same_for_all(self.agency, people.questions[0].candidates, self.on), None
        if people.ids:
            return stood_for(self.agency, people.ids, self.on)
        at_home = [
            key
            for m, stance in self.stood
            if m.kind is Kind.CONTACT and stance is not Stance.ABOUT
            for key in m.ids
        ]
        if at_home:
            return stood_for(self.agency, at_home, self.on)
        return children_of_context(self.agency, self.context, self.on)

    def _case_ids(self, children: Sequence[str], people: People) -> tuple[str, ...]:
        cases = [self.agency.children[child].case_id for child in children]
        cases += [self.agency.contacts[key].case_id for key in people.ids]
        return tuple(dict.fromkeys(cases)) or self._cases_concerned
