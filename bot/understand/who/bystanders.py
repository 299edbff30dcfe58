"""Those who are only told of in an event: named in its words, but no part of it (READING, "Who").

The finders of names count everybody named as taking part unless the words beside the name say otherwise.
Here the whole clause is looked at: what somebody else did or wants ("mom dropped off a present") is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.understand.events.clauses import Clause, holding
from bot.understand.labels import without_row
from bot.understand.names import Stance, Taking
from bot.understand.names.to_worker import BEHIND_A_STOP, OTHER_TIME, WISHES, WITH_ME
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick
from bot.understand.who.bystander_words import CHILD_THERE, TELLS_OF, THERE
from bot.understand.who.children_seen import by_surname
from bot.understand.who.meanwhile import rang_aside
from storage.types import Method, Outcome

_SURE = frozenset({Stance.SEEN, Stance.SPOKE, Stance.CONTACTED})
_GROUP = re.compile(
    r"(?<!\w)(?:both|all|the|two|three|four|los|las|tres|dos) (?:of the )?(?:\w+ )?(?:kids|children|"
    r"siblings|boys|girls|ninos|ninas|hermanos|chicos)(?!\w)"
)
_TELLS_ANOTHER = re.compile(
    r" (?:just |also |finally )?(?:told|disclosed to|said to|confided in|reported to|le dijo a|le conto a) "
    r"(?:the |her |his |su |la |el )?(?:CAREGIVER|PARENT|KIN|SCHOOLSTAFF|DOC|PRO|CCW|PERSON|teacher|"
    r"maestra)(?!\w)"
)
_ADULT = r"(?:KIN|PARENT|CAREGIVER|DOC|PRO|SCHOOLSTAFF)"
_AWAY = re.compile(
    r",? ?(?:was |is |were )?(?:out|away|gone|not home|at work|at practice|asleep upstairs)(?= *(?:$"
    r"|[.,;(]))"
)
_DONE_TO = re.compile(
    r"(?<!\w)(?:left|hits?|locked|locks|blamed|fought with|argued with|misses|missed|likes|loves|"
    r"wants|lives with|living with|moved in with|"
    r"(?:left|hit|locked|saw|hurt|threatened|leaves|leaving) (?:him|her|them|CHILD) and|about|"
    r"because of|son|daughter of|room for|bed for|space for|clothes for|plan for|plans for) (?:the |"
    r"her |his )?$"
)
_OTHERS_MET = re.compile(
    r"(?<!\w)(?:CHILD|FAMILY|she|he|they|kids|neighbor|man|woman|ella|el)(?:'d)? (?:\w+ )?"
    r"(?:saw|seen|met(?: with)?|visited(?: with)?|(?:spoke|spoken|talked|talks) (?:to|with)|hablo con"
    r"|ran into|bumped into|spotted|vio|visito|vieron) "
    r"(?:a )?(?:the |her |his |su |la |el )?$"
)
_REPORTS = re.compile(
    r"(?<!\w)(?:told me|says?|said|reports|reported|disclosed|dice|dijo|conto|cuenta|alleges|claims)(?!\w)"
)
# “Wants Ana and Leo": what is said before the first is said of both.
_JOINED = Quick(r"(?:CHILD(?:,|,? and|,? y) )+$")
_SUBJECTS = Quick(r"^[A-Z]+(?:(?<=CHILD)(?: and| y| &) CHILD(?!\w|'))*")
_SOMEBODY_ELSES = re.compile(
    r"(?<!\w)(?:she|he|they|ella|el|mom|dad|[A-Z]{3,})(?:'s)? (?:could not|couldn't|can't|cannot|"
    r"tried to|had|has|already|also|then|will|did not|didn't|"
    r"was going to|never|was unable to|no pudo|va a)?(?: ?\w+)? ?(?:reach|call(?:ed)?|text(?:ed)?|"
    r"emailed|tell|told|asked?|notified|"
    r"spoke (?:to|with)|talked (?:to|with)|llamo a|llamar a) (?:the |her |his |la |el |a )?$"
)


# "Leo and the baby at home. Ana is walking!": the baby was there, and Ana is who that is.
_WITH_BABY = Quick(
    r"CHILD,? (?:and|y|&|with|con) (?:the|la|el|baby|her|his|su) ?(?:baby|infant|bebe\w*)(?!['’\w])|"
    r"(?:the|la|el) (?:baby|infant|bebe\w*),? (?:and|y|&) CHILD(?!\w)"
)
_PAIR = 2
# "CHILD: not seen, at the dentist with his KIN": who was elsewhere with the child that was missed.
_GONE_WITH = Quick(
    r"(?<!\w)(?:CHILD[:,]? (?:was |is |were )?(?:not (?:seen|home|there|present)|unseen|absent|away)"
    r"|(?:did not|didn't|no) (?:see|vi a) CHILD)"
    r"(?:(?!talk|spoke|met |sat |saw |seen |visit|called|here|there|i |we |hable|platique)[^.;!?]){0,40}"
    r" (?:with|con) (?:his|her|their|su) $"
)
# "Nobody home. Neighbor says PARENT is at church": heard of there, and nobody who was expected.
_BY_NEIGHBOR = Quick(
    r"(?<!\w)(?:nbr|nbor|neighbou?r|landlord|super|vecin[oa])(?: (?:next door|across the \w+|lady|man|"
    r"upstairs|downstairs|de (?:al lado|enfrente)))?"
    r" (?:just |also |me )?(?:says?|said|told me|tells me|thinks?|thought|dice|dijo|conto)(?: that| que)?"
    r" (?:(?:the|her|his|their|la|el|su) )?$"
)


def without_bystanders(
    taking: Taking, clauses: Sequence[Clause], method: Method | None, outcome: Outcome
) -> Taking:
    """`taking` without those whom its words only tell of, where somebody else was surely the one met."""
    seen = [_Seen.of(m, stance, clauses) for m, stance in taking.stances if m.ids]
    wired = method not in (None, Method.IN_PERSON, Method.VIDEO)
    seen = _met_by_others(seen) if wired else seen
    out = _left_out(seen, Kind.CONTACT, wired=wired)
    owners = {
        one
        for s in seen
        if wired and s.mention.kind is Kind.CHILD and s.of_role and not _caller_before(s, seen)
        for one in s.mention.ids
    }
    if owners:  # "Gabo's therapist called, she asks about Kelvin": the call is about Gabo
        out |= {
            one
            for s in seen
            if s.mention.kind is Kind.CHILD and s.stance is Stance.ABOUT
            for one in s.mention.ids
            if one not in owners
        }
    elif not _all_of_them(taking, clauses) and not (wired and _none_on_the_line(seen)):
        out |= _left_out(seen, Kind.CHILD, wired=wired)
    people = tuple(one for one in taking.people if one not in out)
    if outcome is Outcome.ATTEMPTED:
        people = (_awaited(seen, people) if people else _expected(seen)) or people
        people = tuple(one for one in people if one not in _heard_of(seen))
    children = tuple(one for one in taking.children if one not in out) or taking.children
    about = {
        s.mention.span for s in seen if s.mention.kind is Kind.CHILD and (s.owner or out & set(s.mention.ids))
    }
    stances = tuple((m, Stance.ABOUT if m.span in about else stance) for m, stance in taking.stances)
    return replace(taking, people=people, children=children, stances=stances)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention with its stance, whether only told of, and whether it stands beside words of the event."""

    mention: NameMention
    stance: Stance
    told: bool
    beside: bool
    parent: bool
    owner: bool = False
    met_by_others: bool = False
    of_role: bool = False
    there: bool = False
    heard: bool = False

    @classmethod
    def of(cls, mention: NameMention, stance: Stance, clauses: Sequence[Clause]) -> _Seen:
        clause = holding(clauses, mention)
        if clause is None:
            return cls(mention, stance, told=False, beside=False, parent=False)
        at = clause.inside(mention.span.start)
        # "Ana and Leo had the afternoon together": what is told of the last is told of all.
        before, after = without_row(_JOINED, clause.text[:at]), _SUBJECTS.sub("", clause.text[at:])
        child = mention.kind is Kind.CHILD
        label = "CHILD" if child else (re.match(r"[A-Z]*", clause.text[at:]) or [""])[0]
        told = _only_told_of(stance, before, after, cued=bool(clause.cues), label=label)
        told = told or (not child and rang_aside(mention, clause, clauses))
        told = told or (not child and _GONE_WITH.search(_line_before(clause, clauses) + before) is not None)
        return cls(
            mention,
            stance,
            told,
            bool(clause.cues or clause.times),
            clause.text[at:].startswith("PARENT"),
            _owns(before, after) and not by_surname(mention, clause),
            not child and bool(_OTHERS_MET.search(before)),
            child and stance is Stance.OWNER and _of_a_role(before, clause.text[at:]),
            bool(THERE.search(after)),
            bool(_BY_NEIGHBOR.search(_line_before(clause, clauses) + before)),
        )

    @property
    def rang(self) -> bool:
        """A child who was on the line: what the words then tell of an adult is told of that one."""
        child = self.mention.kind is Kind.CHILD and not self.owner
        return child and not self.told and self.beside and self.stance is Stance.CONTACTED

    @property
    def sure(self) -> bool:
        """Surely part of the event."""
        by_words = self.beside and self.stance in (Stance.STATED, Stance.PRESENT)
        return not self.told and (self.stance in _SURE or by_words)


def _line_before(clause: Clause, clauses: Sequence[Clause]) -> str:
    """The clause before, where no stop and no new line parts the two."""
    before = next((one.text for one in reversed(clauses) if one.start < clause.start), "")
    return "" if before.rstrip(" ").endswith((".", ";", "!", "?", "\n")) else before


def _met_by_others(seen: Sequence[_Seen]) -> list[_Seen]:
    """“She'd seen Ms Lee, Ms Lee wants in": in a call, whom others met, where that is told first."""
    first: dict[str, bool] = {}
    for s in seen:
        for one in s.mention.ids:
            first.setdefault(one, s.met_by_others)
    told = {one for one, others in first.items() if others}
    return [replace(s, told=True) if not s.there and told & set(s.mention.ids) else s for s in seen]


def _caller_before(owner: _Seen, seen: Sequence[_Seen]) -> bool:
    """“Peg called that Nora's teacher had called": the call is not about whose teacher it was."""
    at = owner.mention.span.end
    return any(
        s.mention.kind is Kind.CONTACT and s.stance is Stance.CONTACTED and s.mention.span.end <= at
        for s in seen
    )


def _none_on_the_line(seen: Sequence[_Seen]) -> bool:
    """No child was spoken with in a call: each of whom it tells is what it was about."""
    return not any(s.mention.kind is Kind.CHILD and s.stance in _SURE for s in seen)


def _all_of_them(taking: Taking, clauses: Sequence[Clause]) -> bool:
    """“The Murphy kids”, “both kids”: the event is all the siblings', whatever is told of one of them."""
    family = any(
        m.kind is Kind.FAMILY and s in _SURE | {Stance.STATED, Stance.PRESENT} for m, s in taking.stances
    )
    beside = len(taking.children) == _PAIR and any(_WITH_BABY.search(clause.text) for clause in clauses)
    return family or beside or any(_GROUP.search(clause.text) for clause in clauses)


def _of_a_role(before: str, here: str) -> bool:
    """“CHILD's DOC called", "el PARENT de CHILD": whose relative or professional it was."""
    return bool(re.match(rf"CHILD's(?: {_ADULT}| *$)", here) or re.search(rf"{_ADULT} (?:de|of) $", before))


def _owns(before: str, after: str) -> bool:
    """“El tío de Rich”, "Amadou uncle": only the one whose uncle it is."""
    return bool(re.search(rf"(?<!\w){_ADULT} (?:de|of) $", before) or re.match(rf" {_ADULT}(?!\w)", after))


def _left_out(seen: Sequence[_Seen], kind: Kind, *, wired: bool) -> set[str]:
    """Ids only told of while somebody else was surely met; in a call, whoever was not on the line."""
    like = {kind} if kind is Kind.CHILD and not wired else {Kind.CONTACT, Kind.CHILD}
    met = {one for s in seen if s.sure and s.mention.kind in like for one in s.mention.ids}
    mine = [s for s in seen if s.mention.kind is kind]
    if wired and kind is Kind.CONTACT and any(s.rang for s in seen):
        mine = [replace(s, told=s.told or (s.stance is Stance.STATED and not s.there)) for s in mine]
    reached = {one for s in mine if s.sure and s.stance in _SURE for one in s.mention.ids}
    took = _SURE | {Stance.PRESENT, Stance.STATED}
    kept = {
        one
        for s in mine
        if s.stance in took and not s.told and not (wired and reached and s.stance not in _SURE)
        for one in s.mention.ids
    }
    doubtful = {
        one for s in mine if s.told or (wired and s.stance is not Stance.ABOUT) for one in s.mention.ids
    }
    return doubtful - kept if met - (doubtful - kept) else set()


def _only_told_of(stance: Stance, before: str, after: str, *, cued: bool, label: str) -> bool:
    child = label == "CHILD"
    if child and _TELLS_ANOTHER.match(after):
        return True
    if stance in (Stance.SEEN, Stance.SPOKE):
        return False
    if _SOMEBODY_ELSES.search(before) or (stance is not Stance.CONTACTED and _DONE_TO.search(before)):
        return True
    if stance is not Stance.STATED:
        return False
    if _AWAY.match(after) or (_REPORTS.search(before) and TELLS_OF.match(after)):
        return True
    there = THERE.search(after) or (CHILD_THERE.search(after) if child else WITH_ME.match(after))
    if not child and not there and OTHER_TIME.match(after):
        return True
    apart = not cued or (not child and BEHIND_A_STOP.search(before) is not None)
    wished = label == "CAREGIVER" and WISHES.match(after)
    return apart and bool(TELLS_OF.match(after)) and not there and not wished


def _awaited(seen: Sequence[_Seen], people: Sequence[str]) -> tuple[str, ...]:
    """The parent alone who did not come to the children's visit, whoever waited with them."""
    absent = {s.mention.ids for s in seen if s.parent and s.stance is Stance.ABSENT}
    parents = {one for s in seen if s.parent for one in s.mention.ids}
    return next(iter(absent)) if len(absent) == 1 and not parents & set(people) else ()


def _heard_of(seen: Sequence[_Seen]) -> set[str]:
    """The parents of whom a neighbor alone tells where they are, where it was a child that was tried."""
    named = {one for s in seen if not s.heard for one in s.mention.ids}
    child = any(s.mention.kind is Kind.CHILD for s in seen)
    return {one for s in seen if child and s.parent and s.heard for one in s.mention.ids} - named


def _expected(seen: Sequence[_Seen]) -> tuple[str, ...]:
    """The parent who did not come to a visit that was to be with them; the one who was not at home."""
    absent = {s.mention.ids for s in seen if s.parent and s.stance is Stance.ABSENT}
    if not any(s.mention.kind is Kind.CHILD for s in seen):
        absent |= {
            s.mention.ids for s in seen if s.mention.kind is Kind.CONTACT and s.stance is Stance.ABSENT
        }
    return next(iter(absent)) if len(absent) == 1 else ()
