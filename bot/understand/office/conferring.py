"""A supervisor's own talk with a worker, told or asked of: "supervision w Tanisha", "met with Kevin".

It is the weekly conference or a return's meeting, and no event of a case: whom it was with is on staff.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.understand.agency import Agency
from bot.understand.writing.text import evened, folded
from storage.types import StaffMember

_WITH = r"(?: ?(?:with|w/|w|for|of|con|:|-|,))?"
_NOUN = (
    r"(?:(?:my|our|the|a|his|her|their|mi|la)? ?(?:weekly |wkly |regular |usual |individual |semanal )?"
    r"(?:(?:staff |worker |weekly |supervisory )?(?:conference|conf|conferencia|supervision)(?:s|ing|ed)?"
    r"|1 ?(?:[:-]|on|to) ?1|one (?:on|to) one|sup (?:session|meeting)|weekly)"
    r"(?! (?:call|visits?|room|agenda|note)(?!\w)))"
)
_LEAD = (
    r"(?:(?:ok|okay|so|and|also|just|fyi|hi|hey|please|pls|can you|i|we|ive|i've|did|had|have|held|finished"
    r"|done|completed|log|record|note|put|add|enter|mark|tick|in|down|that|phone|zoom|today|yesterday|this|morning|afternoon"
    r"|my|our|the|a|quick|got|doing|hice|tuve|tuvimos),? ){0,6}"
)
_NOT_ALONE = (
    r"(?! ?(?:[&+]|(?:and|n|y|plus)(?!\w)|,? ?(?:ms|mr|mrs|miss|mom|dad|the|fp|bm|bf|mgm|pgm)\.?(?!\w)))"
)
"""Behind the worker's name: nobody else was there."""
_MET = (
    r"(?:met|meet|meeting|sat(?: down)?|sit(?:ting)?[- ]?down|(?:had|did) (?:my |our |a |the )?"
    r"(?:quick |brief )?(?:sit[- ]?down|meeting|talk|chat)|me reuni|nos reunimos)"
    r"(?: again)?(?: up)? (?:with|w/|w|con) ?"
)
_NOT_MET = (
    r"(?:(?:i|we) )?(?:did ?n'?t|did not|could ?n'?t|could not|never|have ?n'?t|was ?n'?t able to|no|skipped"
    r"|missed) (?:yet )?(?:get(?: a chance)? to|got to|meet|met|sit down|sat down|have|had|do|did|conference"
    r"|supervise)(?: (?:conference|supervise|meet|see|sit down))?(?: (?:with|w/|w|my))? ?"
)
_ASKED = r"(?:when|whens|what day|how long|did|have|has|is|was|cuando)(?!\w).{0,30}?"
_CONFERRED_WITH = rf"{_LEAD}{_NOUN}{_WITH} ?(?P<who>NAME)(?![\w']){_NOT_ALONE}"
_THEIR_CONFERENCE = rf"{_LEAD}(?P<who>NAME)(?:'?s)? (?:my |our )?{_NOUN}(?!\w)"
_MET_WITH = rf"{_LEAD}{_MET}(?P<who>NAME)(?![\w']){_NOT_ALONE}"
_TALKED_WITH = (
    r"(?:(?:ok|just|so|and|i|also|hi),? )*(?:talked|spoke|called|texted|e-?mailed|messaged|checked in"
    r"|touched base|chatted)(?: again)?(?: (?:to|with|w/|w))? ?"
    rf"(?P<who>NAME)(?![\w']){_NOT_ALONE} (?:about|re|on|regarding)(?!\w)"
)
_MISSED = rf"{_NOT_MET}(?P<who>NAME)(?:'?s)?(?!\w){_NOT_ALONE}"
_WHETHER_THEIRS = rf"{_ASKED}(?P<who>NAME)(?:'?s)? (?:my |our )?{_NOUN}(?!\w)[^.,;]{{0,30}}$"
_WHETHER_WITH = (
    rf"{_ASKED}(?:(?:me+t(?:ing)?|sat down|sit down)(?: (?:with|w/|w))?|{_NOUN}{_WITH}) ?"
    r"(?P<who>NAME)(?!\w)[^.,;]{0,30}$"
)
_WEEKLY = re.compile(r"(?<!\w)(?:weekly|conf(?:erence|erencia)?|supervision|1 ?(?:[:-]|on|to) ?1)(?!\w)")
_WENT = re.compile(
    r"(?<!\w)(?:saw|seen|visited|hv|went (?:to|out|over to)|drove|home ?visit|ftm|"
    r"at (?:(?:the |his |her |their )?(?:\S+ )?(?:home|house|school|apartment|apt|hospital|placement"
    r"|day ?care))|(?:case|family|planning|school|court|iep|team) (?:conference|conf|meeting))"
    r"(?!\w)"
)
"""What tells of a visit, or of a conference about a family that others attend."""
_LOOKS = re.compile(
    r"(?<!\w)(?:talk|spoke|call|text|e-?mail|messag|check|touch|chat|skip|miss|conf|superv"
    r"|1 ?(?:[:-]|on|to) ?1|one (?:on|to) one|sup |weekly|me+t|sat |sit|reuni|didn|did "
    r"|couldn|could |never|haven|wasn|no |have )"
)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Conferred:
    """With which workers (several where a name fits several).

    `weekly`: the words name the conference. `asked`: they ask of it, and tell nothing.
    """

    workers: tuple[str, ...]
    weekly: bool
    asked: bool = False


def may_confer(text: str) -> bool:
    """A cheap look at the words alone: whether they may tell of such a talk."""
    words = _plain(text)
    return len(words) <= _LONGEST and _LOOKS.search(words) is not None and not _WENT.search(words)


def _plain(text: str) -> str:
    return evened(text).strip(" .!*-")


def conferred(agency: Agency, workers: Collection[StaffMember], text: str) -> Conferred | None:
    """What somebody who supervises these workers says of talking with one of them; else None. Pure."""
    if not workers or not may_confer(text):
        return None
    words = _plain(text)
    names = _forms(workers, initials=False)
    sure = names | _forms(workers, initials=True)
    plain = {form: ids for form, ids in names.items() if form not in _known(agency, workers)}
    for pattern, forms, weekly in (
        (_CONFERRED_WITH, sure, True),
        (_THEIR_CONFERENCE, names, True),
        (_MET_WITH, plain, False),
        (_TALKED_WITH, plain, False),
        (_MISSED, names, True),
    ):
        if found := _match(pattern, forms, words):
            return Conferred(found, weekly or _WEEKLY.search(words) is not None)
    asked = _match(_WHETHER_THEIRS, names, words) or _match(_WHETHER_WITH, plain, words)
    return Conferred(asked, weekly=True, asked=True) if asked else None


def _match(pattern: str, forms: Mapping[str, tuple[str, ...]], words: str) -> tuple[str, ...]:
    if not forms:
        return ()
    names = "|".join(re.escape(each) for each in sorted(forms, key=len, reverse=True))
    found = re.match(pattern.replace("NAME", names), words)
    return forms[found["who"]] if found else ()


def _forms(workers: Collection[StaffMember], *, initials: bool) -> dict[str, tuple[str, ...]]:
    """What each may be called, or by which initials, with whom it may mean."""
    found: dict[str, set[str]] = {}
    for each in workers:
        for form in _initials(each) if initials else _called(each):
            found.setdefault(form, set()).add(each.id)
    return {form: tuple(sorted(ids)) for form, ids in found.items()}


def _called(worker: StaffMember) -> Iterator[str]:
    name = folded(worker.name).replace("’", "'")
    parts = name.split()
    yield name
    yield from (part for part in (parts[0], parts[-1]) if len(part) > 2)
    yield from (part.replace("-", " ") for part in (parts[0], parts[-1]) if "-" in part)


def _initials(worker: StaffMember) -> Iterator[str]:
    """“jm", "jt", "jmt" of Jean-Marc Toussaint."""
    first, *rest = folded(worker.name).split()
    heads = "".join(part[:1] for part in first.split("-"))
    tail = "".join(part[:1] for part in rest[-1:])
    yield from (each for each in {heads, first[:1] + tail, heads + tail} if len(each) > 1)


def _known(agency: Agency, workers: Collection[StaffMember]) -> frozenset[str]:
    """First names, families' too, of those in these workers' cases: met with, such a one is no worker."""
    ids = frozenset(each.id for each in workers)

    def named() -> frozenset[str]:
        cases = [each for each in agency.cases.values() if each.primary_worker_id in ids]
        children = (child.first_name for case in cases for child in agency.children_of(case.id))
        contacts = (who.name.partition(" ")[0] for case in cases for who in agency.contacts_of(case.id))
        families = (each.family_name for each in cases)
        return frozenset(folded(each) for each in (*children, *contacts, *families))

    return agency.kept(("conferring.known", ids), named)
