"""“Saw Maya at 3 and Leo at 5", "called mom at 9 and dad at 10": each with an hour, two events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understand.events.clauses import Clause
from bot.understand.events.cues import BY_WIRE
from bot.understand.parts import Kind, NameMention, TimeMention
from bot.understand.writing.words import Plain

_JOINT = re.compile(r"[,&+]? ?(?:(?:and|then|y|n|luego|&|\+) )*(?:a )?")
_ADULT = r"(?:CAREGIVER|PARENT|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON)"
_THE = r"(?:(?:the|her|his|their|la|el|su) )?"
_NEXT = re.compile(rf"\W*(?:(?:and|then|y|n|luego) )*(?:a |to |with )?{_THE}(CHILD|FAMILY|{_ADULT})(?!\w)")
# What a call was about, before the next one called: "re the coat and", "(he has strep), ".
_TOPIC = re.compile(
    r"(?:,? ?(?:\([^()\n]{1,80}\)|(?:re|about|abt|sobre|regarding|for) [^,.;!?()\n]{1,48}?))?"
    rf"(?:[,;&+]| (?:and|then|y|n|&|luego))(?: (?:and|then|y|n|luego))* ?(?:then |also )?"
    rf"(?:to |with |a |con )?{_THE}"
)
_HOUR = re.compile(rf"{_ADULT}(?: (?:back|again))?,? ?(?:(?:at|@|from|a las?|around|about) )?")
# Between a name and its hour: where it was, and nothing that somebody did.
_WHERE = re.compile(
    r"(?:CHILD|FAMILY)(?:,? (?:(?:on |el |the |that )?(?:same|mismo) (?:day|dia)|later(?: (?:that|"
    r"the same) day)?"
    r"|(?:right )?after(?: that|wards?)?|that (?:day|morning|afternoon|evening)|despues|luego|mas tarde))?"
    r"(?: (?:at|@|in|en|a|from|on)(?: [\w']+){0,4}?)?(?: (?:at|@|from|a las?|around))? ?"
)
_OF_CHILDREN = (Kind.CHILD, Kind.FAMILY)


def hours_of_each(
    plain: Plain, mentions: Sequence[NameMention], times: Sequence[TimeMention]
) -> set[tuple[int, int]]:
    """The stretches of `plain` from a further child's name up to its hour, the joining words with it."""
    told = [t for t in times if t.role == "event" and t.starts_at and not t.ending]
    hours = [(plain.from_raw(t.span.start), plain.from_raw(t.span.end)) for t in told]
    if len(hours) < 2:
        return set()
    found: set[tuple[int, int]] = set()
    children = [m for m in mentions if m.kind in _OF_CHILDREN]
    adults = [m for m in mentions if m.kind is Kind.CONTACT and not m.as_place]
    for one, other in (*pairwise(children), *pairwise(adults)):
        joint, where = (_TOPIC, _HOUR) if one.kind is Kind.CONTACT else (_JOINT, _WHERE)
        start, begin = plain.from_raw(one.span.start), plain.from_raw(other.span.start)
        mine = [end for h, end in hours if start < h < begin]
        theirs = next((h for h, _ in hours if h > begin), None)
        if not mine or theirs is None or _ids(one) == _ids(other):
            continue
        between = plain.text[mine[-1] : begin]
        if joint.fullmatch(between.lstrip(" ") if joint is _JOINT else between) and where.fullmatch(
            plain.text, begin, theirs
        ):
            found.add((mine[-1] if joint is _JOINT else _cut(plain.text, mine[-1], begin), theirs))
    return found


def _cut(text: str, start: int, end: int) -> int:
    """Where what the first call was about ends and the second begins."""
    joined = [m.start() for m in re.finditer(r"[,;&+] | (?=and |then |y |n |& |luego )", text[start:end])]
    return start + joined[-1] if joined else start


# What may stand behind another day and hour of the same event: where it was, or nothing.
_AND_ON = re.compile(r"(?:,|,? (?:and|y|&|then|also|again)(?: then| also| again)?)(?: on| el)?(?: the)? $")
_NO_MORE = re.compile(
    r"(?: (?:at|in|en|@) (?:the |her |his |their |la |el |su )?(?:[A-Z]{3,}(?:'s)?|school|home|office|agency|"
    r"house|park|library|escuela|casa|oficina)(?: (?:house|home))?)?(?=[,.;!\n]|$| -)"
)
_SOMEWHERE = re.compile(
    r"(?<!\w)(?:at|in|en|@|donde) (?!\d|las? \d|the same|about|around|noon)[\w' ]*[a-zA-Z]{3,}"
)


def days_of_each(plain: Plain, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
    """“Saw Leo Thursday 3pm at home and Friday 10am at school": the stretch of the second day and hour."""
    told = [t for t in times if t.role == "event" and t.starts_at and t.day_said and not t.ending]
    found: set[tuple[int, int]] = set()
    for one, other in pairwise(told):
        begin, end = plain.from_raw(other.span.start), plain.from_raw(other.span.end)
        led = _AND_ON.search(plain.text, plain.from_raw(one.span.end), begin)
        stopped = re.search(r"[.!?;\n]", plain.text[plain.from_raw(one.span.end) : begin])
        if led and not stopped and one.on != other.on and _NO_MORE.match(plain.text, end):
            found.add((led.start(), end))
    return found


def another_day_of_it(clause: Clause, told: Sequence[Clause]) -> bool:
    """Whether a clause says no more than another day and hour of an event told, and where it was."""
    if clause.cues or not told or not told[-1].cues:
        return False
    when = [t for t in clause.times if t.role == "event" and t.starts_at and t.day_said]
    before = [t.on for t in told[-1].times if t.role == "event" and t.starts_at and t.day_said]
    if len(when) != 1 or len(before) != 1 or when[0].on in before:
        return False
    start, end = (clause.plain.from_raw(at) for at in (when[0].span.start, when[0].span.end))
    led = _AND_ON.search(clause.plain.text, clause.start, start)
    return bool(led and led.start() == clause.start and _NO_MORE.match(clause.plain.text, end))


def says_where(clauses: Sequence[Clause]) -> bool:
    """Whether the words of another day of an event say where that one was."""
    return any(_SOMEWHERE.search(clause.text) for clause in clauses)


def _ids(mention: NameMention) -> tuple[str, ...]:
    return mention.ids or mention.case_ids


def another_at_its_hour(clause: Clause, told: Sequence[Clause]) -> bool:
    """Whether a clause without a verb goes on with another child and another hour than those `told`."""
    led, hour = _NEXT.match(clause.text), next((t for t in clause.times if t.starts_at), None)
    if hour is not None and _called_at(clause, hour, told):
        return True
    if clause.cues or led is None or hour is None:
        return False
    child = led[1] in ("CHILD", "FAMILY")
    if not (_WHERE if child else _HOUR).fullmatch(clause.text, led.start(1), clause.inside(hour.span.start)):
        return False
    if not child and not any(cue.kind in (*BY_WIRE, "talk") for part in told for cue in part.cues):
        return False
    kinds = _OF_CHILDREN if child else (Kind.CONTACT,)
    before = {_ids(name) for part in told for name in part.names if name.kind in kinds}
    mine = {_ids(name) for name in clause.names if name.kind in kinds}
    return bool(before and mine) and not before & mine


# "9:05 call to Ms Lee re his coat, | 9:30 Ms Moss re daycare": first the hour, then who was called.
_THEN_WHOM = re.compile(
    rf"(?:and |then |y |luego )?(?:(?:at|around|about|a las?) )?§,? (?:to |with |a |con )?{_THE}{_ADULT}"
    r"(?= (?:re|about|abt|for|sobre|regarding|por)(?!\w)| ?[,.;:(]|\s*$)"
)


def _called_at(clause: Clause, hour: TimeMention, told: Sequence[Clause]) -> bool:
    """Whether a clause has no more than the hour of the next call and another adult than those told."""
    calls = any(cue.kind in (*BY_WIRE, "mail") for part in told for cue in part.cues)
    adults = [m for m in clause.names if m.kind is Kind.CONTACT]
    if clause.cues or not calls or not adults or any(m.as_place for m in adults):
        return False
    start, end = clause.inside(hour.span.start), clause.inside(hour.span.end)
    if not _THEN_WHOM.match(f"{clause.text[:start]}§{clause.text[end:]}".strip(" ,;-\n")):
        return False
    return not {_ids(m) for m in adults} & {_ids(m) for part in told for m in part.names}
