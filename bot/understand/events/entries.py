"""The day told as entries of who, where and when: "went to Ms Lee for Ana at 1, then Leo at home 2:15".

Behind the first of them no verb need be said again. Which words belong to which hour the order tells: either
each hour stands behind its people or each before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.understand.events.clauses import Clause, event_times
from bot.understand.events.cues import BY_WIRE, HELD
from bot.understand.parts import Kind, NameMention, TimeMention
from bot.understand.writing.words import Plain

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_OF_CHILDREN = (Kind.CHILD, Kind.FAMILY)
_SEPARATOR = (
    r"(?:[,;)]? (?:and|then|y|e|n|luego|&|\+)(?!\w)|[,;](?= )"
    r"| before(?= (?:i |we )?(?:went|going|heading|headed|driving|drove)(?!\w)))"
)
_AND = rf"(?:{_SEPARATOR})(?: (?:and|then|y|luego|later|after that|despues|from there|de ahi),?)*"
_LED = (
    r"(?: (?:(?:i |we )?(?:saw|seen|visited|had|met(?: with)?|finished(?: up| off)?(?: with| at)?|"
    r"ended(?: up)?(?: with| at)?|(?:went|going|headed|heading|drove|driving)(?: on| over| out| back)? to"
    r"(?: (?:see|meet|visit))?|got to|straight (?:over )?to|"
    r"over to|on to|a ver a|vi a|visite a|termine con|fui (?:a|con|donde))|to|with|at|for|a|al|con))?"
)
_LABEL = r"(?:CHILD|FAMILY|CAREGIVER|KIN|PARENT|CCW)(?:'s)?"
# What stands between those of an entry and its hour: others of it, and where it was; no verb.
_WHERE = (
    r"(?:(?:at|in|en|@|by|donde|over at|out at|from|a|to|al|casa de|en casa de)"
    r"(?: (?!\d|las? \d)[\w']+){1,4}?)"
)
_MORE = (
    rf"(?:,? ?(?:(?:and|y|n|with|w|con|for|to see|a ver a|de|her|his|their|su|home|house|place|"
    rf"school|the|la|el)(?!\w)|[&,/]|{_LABEL}(?!\w)|{_WHERE}(?!\w)))*?"
)
_AT = r"(?:,? (?:at|@|around|about|a las?|by|from|de))?,? ?\(?"
_HOUR_LAST = re.compile(
    rf"{_AND}{_LED}(?: (?:the|la|el|her|his|su|their))? (?:{_LABEL}|(?:[a-z0-9][\w']* ){{1,3}}\({_LABEL}\))"
    rf"(?: (?:after(?:wards)?|later|next|second|last))?{_MORE}{_AT}"
)
_HOUR_FIRST = re.compile(
    rf"{_AND}(?: (?:(?:hoy|today|this (?:morning|afternoon)),? )?"
    r"(?:(?:at|around|about|by|from|a las?|a eso de las?|como a las?) ?)?)"
)
# Behind the hour of an entry that begins with it: who, and behind the name a place, a stop or nothing.
_WHO = re.compile(
    r",? (?:(?:it was|i had|i was with|with|to see|a|al|con|the|his|her|la|el|su|home visit(?: with| to|"
    r" at)?|"
    r"visit(?: with| to)?|visita (?:a|con)) ){0,3}"
    rf"{_LABEL}(?: (?:and|y|&) {_LABEL})*(?=$|[.,;\n(/]| (?:at|in|en|@|donde|with|w|con|over|out|home|and|y|"
    rf"for) )"
)
# "And a phone call with PRO 1 to 1:15": a call by its noun, behind what else was told with its hour.
_A_CALL = re.compile(
    rf"{_AND}(?: (?:i |we )?(?:also )?(?:had|tuve))?(?: (?:a|an|another|my|quick|short|brief|una|otra))*"
    r" (?:(?:phone|video|zoom|facetime) )?(?:call|chat|text|e-?mail|llamada|videollamada|zoom|tc)"
    r"(?: (?:with|w|w/|to|from|con|a|de))(?: (?:the|la|el|her|his|su|their))? "
    rf"(?:{_LABEL}|PRO|DOC|SCHOOLSTAFF|PERSON){_AT}"
)
# "CAREGIVER's at noon for CHILD": of an entry that begins with the home, whom it was for.
_FOR = re.compile(
    rf"(?: (?:for|with|w|w/|to see|para|con|a ver a|re))? \(?{_LABEL}(?: (?:and|y|&) {_LABEL})*"
)
_FAR = 120
"""No more letters than these are those of an entry up to its hour."""
_ADULT = "CAREGIVER|PARENT|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON"
_STOP = re.compile(r"[!?\n]|\.(?!\d|m)(?=\s|$)")
_SENTENCE = re.compile(r"[!?\n]|\.(?=\s)")


def entries(
    plain: Plain, mentions: Sequence[NameMention], times: Sequence[TimeMention]
) -> set[tuple[int, int]]:
    """The stretches of `plain` with which a further entry of a sentence begins: who and the hour, in one."""
    hours = [
        (plain.from_raw(t.span.start), plain.from_raw(t.span.end))
        for t in times
        if t.role == "event" and t.starts_at and not t.ending
    ]
    found: set[tuple[int, int]] = set()
    if len(hours) < 2:
        return found
    children = [(plain.from_raw(m.span.start), m) for m in mentions if m.kind in _OF_CHILDREN]
    for (first, before), (start, end) in pairwise(hours):
        if _STOP.search(plain.text, before, start):
            continue
        call = _hour_last(_A_CALL, plain.text, before, start)
        if call := call or _next_called(plain.text, before, start, end):
            found.add(call)
            continue
        if stretch := _hour_last(_HOUR_LAST, plain.text, before, start) or _hour_first(
            plain.text, before, start, end
        ):
            begun = max((m.end() for m in _SENTENCE.finditer(plain.text, 0, first)), default=0)
            told = {one for at, m in children if begun <= at < stretch[0] for one in _ids(m)}
            whom = _FOR.match(plain.text, end)
            last = max(stretch[1], whom.end() if whom else 0)
            mine = {one for at, m in children if stretch[0] <= at < last for one in _ids(m)}
            if told and mine and not told & mine:
                found.add(stretch)
    return found


def _hour_last(entry: re.Pattern[str], text: str, before: int, start: int) -> tuple[int, int] | None:
    floor = max(before, start - _FAR)
    for joint in re.finditer(_SEPARATOR, text[floor:start]):
        if entry.fullmatch(text, floor + joint.start(), start):
            return floor + joint.start(), start
    return None


def _hour_first(text: str, before: int, start: int, end: int) -> tuple[int, int] | None:
    for joint in re.finditer(_SEPARATOR, text[before:start]):
        who = _WHO.match(text, end)
        if who and _HOUR_FIRST.fullmatch(text, before + joint.start(), start):
            return before + joint.start(), who.end()
    return None


# "Me llamó Ms Lee a las 9:30 por … y a las 9:50 Ms Moss por …": the hour of the next call, then its adult.
_WHOM = re.compile(
    rf" (?:(?:to|with|a|con|the|la|el) ){{0,2}}(?:{_ADULT})(?!\w)(?=$|[.,;(]| (?:re|about|abt|for|por|sobre|"
    rf"de)(?!\w))"
)
_CALLED = re.compile(
    r"(?<!\w)(?:call(?:ed|s)?|phoned|rang|texted|emailed|llam[oe]|escribi[o]?|hable|spoke|talked)(?!\w)"
)


def _next_called(text: str, before: int, start: int, end: int) -> tuple[int, int] | None:
    whom = _WHOM.match(text, end)
    if whom is None or not _CALLED.search(text[max(0, before - _FAR) : before]):
        return None
    for joint in re.finditer(_SEPARATOR, text[before:start]):
        if _HOUR_FIRST.fullmatch(text, before + joint.start(), start):
            return before + joint.start(), whom.end()
    return None


def _ids(mention: NameMention) -> tuple[str, ...]:
    return mention.ids or mention.case_ids


def next_entry(clause: Clause, now: Segment) -> bool:
    """Whether a clause is the next entry: its own hour, and children of whom nobody was told of before."""
    if {cue.kind for cue in clause.cues} - {"visit"} or not now.timed:
        return False
    hours = [t for t in event_times(clause) if t.starts_at]
    if len(hours) != 1:
        return False
    start, end = clause.inside(hours[0].span.start), clause.inside(hours[0].span.end)
    last = _HOUR_LAST.fullmatch(clause.text, 0, start)
    first = _HOUR_FIRST.fullmatch(clause.text, 0, start) and _WHO.match(clause.text, end)
    if not (last or first):
        return False
    told = {one for part in now.clauses for m in part.names if m.kind in _OF_CHILDREN for one in _ids(m)}
    mine = {one for m in clause.names if m.kind in _OF_CHILDREN for one in _ids(m)}
    return bool(told and mine) and not told & mine


def of_a_visit(now: Segment) -> bool:
    """Whether the event before was a visit, so that the next entry is one too though nothing says so."""
    return bool(now.kinds) and not {*BY_WIRE, *HELD, "mail", "conference"} & set(now.kinds)


# "To Ms Lee at 9:05 and to Ms Moss at 9:30, both by phone": said of each of them.
_EACH_BY = re.compile(
    r"(?<!\w)(?:both|all (?:of them|three|four|[34])|each(?: of them| one)?|las dos|los dos|ambas|ambos|"
    r"las tres)"
    r"(?: (?:were|was|are|calls|done|times|made|fueron))*,? (?:by|on the|over the|via|through|por)(?!\w)"
)


def share_way(found: Sequence[Segment]) -> None:
    """Give the talks told before it the means that was said of them all."""
    for last, segment in enumerate(found):
        wired = [cue for clause in segment.clauses for cue in clause.cues if cue.kind in BY_WIRE]
        if not last or not wired or not _EACH_BY.search(segment.text):
            continue
        for before in found[:last]:
            if set(before.kinds) == {"talk"}:
                before.kinds.insert(0, wired[0].kind)
                before.clauses[0].cues.insert(0, wired[0])
