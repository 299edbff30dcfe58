"""A message cut into clauses, finer than needed: whatever opens no event of its own is joined again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from bot.understand.events.cues import BY_WIRE, HELD, Cue, cue_pattern, found
from bot.understand.events.segment_words import AFTERWARDS, HOUR_ROW, ROW, THAT_WAS, WHERE_ALONE
from bot.understand.parts import Kind, NameMention, TimeMention
from bot.understand.writing.words import Plain

_HARD = re.compile(
    r"(?<![\s(][^\W\d])(?<!\b(?:mr|ms|dr|sr|st|jr|pt|vs|no))(?<!\b(?:mrs|sra|dra|apt|lic|hon|rev))"
    r"(?<!\b(?:srta|lcda|lcdo|atty|prof|conf|appt|dept))[.!?]+(?=\s|$)|\n+"
    r"|[•·▪]\s?|\s//\s|\s/\s(?=(?:phone call|call|home visit|visit|text|email|court|texted|called)(?!\w))"
)
# "At 3:20 p.m. Ms Lee called", "at 4:15 p.m. at her home": the dots of the hour end no sentence there.
_HOUR_LEADS = re.compile(
    r"(?:^|[.!?\n;] ?)(?:then |and |later |so |luego |y )?(?:(?:at|around|about|from|by|on|today|yesterday|"
    r"(?:this|that) (?:morning|afternoon|evening)|hoy|ayer|a las?)\b,? ?)*\d[\d:]* ?[ap]\.m\.$"
)
_GOES_ON = re.compile(
    r",? ?(?:office|visit|appointment|meeting|session|call|zoom|conference|slot|hearing|for|at|with|to|"
    r"in|by|on|from|and|about|until|when|but|via|today|yesterday|this|that|regarding|"
    r"over|de|por|con|en|y|hasta|para|hoy|ayer)(?!\w)"
)
_VERBS = (
    r"(?:called|spoke|talked|saw|met|visited|texted|emailed|mailed|tried|went|stopped|attended|supervised|"
    r"filed|picked|drove|had|notified|informed|dropped|handed|left a|made|am|was|will|contacted|sat|took|"
    r"phoned|rang|reached|pushed|moved|rescheduled|set|are (?:doing|meeting|moving|seeing))"
)
# "On the drive back returned her call": what is done on the way is no part of the visit.
_ON_THE_WAY = (
    r"on (?:the|my) (?:drive|way|ride|walk|train)(?: (?:back|home|in|out|over|there|down|up))?"
    r"(?: (?:to|from) (?:the )?\w+)?,? "
)
_SOFT = re.compile(
    rf"\s(?=(?:and |then |,)?{_ON_THE_WAY}(?:(?:i|we) )?(?:called|returned|phoned|texted|rang|spoke|"
    rf"talked)(?!\w))"
    rf"|,\s|;|\s-+\s|\s(?=(?:and |so )?(?:then|after that|afterwards? (?=i |we |the )|first (?=[A-Z])) ?)"
    rf"|(?<! when)(?<! after)(?<! before)(?<! since)(?<! because)(?<! until)(?<! till)"
    rf"\s(?=(?:and |so |also )?(?:i|we) (?:also |then |just |finally |have )?{_VERBS}\b)"
    r"|\s(?=(?:and|y) (?:will (?:(?:be|go|come) back|return|try again|see (?:her|him|them|CHILD))"
    r"|(?:am |are )?(?:going|coming|heading) back|vuelvo|volvere|volvemos)(?!\w))"
    r"|(?<! with)(?<! to)(?<! of)(?<! for)(?<! by)(?<! from)(?<! con)(?<! w)(?<! and their)(?<! and "
    r"his)(?<! and her)"
    r"\s(?=(?:PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON|she|he|they) (?:called|texted|rang|"
    r"phoned|emailed|told|says?|said|is|was)\b)"
    r"|(?<! que)(?<! si)\s(?=(?:y )?(?:luego|despues(?! de (?:la escuela|clases?|comer|cenar|que)(?!\w))"
    r"|entonces|tambien|primero) )|\s(?=(?:but|pero|aunque|while|mientras) )"
    r"|"
    r"(?<! la)(?<! lo)(?<! le)(?<! me)(?<! ya)(?<! y)(?<! nos)(?<! los)(?<! les)(?<! las)"
    r"(?<! no)(?<! yo)(?<! se)(?<! cuando)(?<! que)(?<! si)(?<!^la)(?<!^me)(?<!^le)(?<!^ya)(?<!^yo)(?<!^no)\s"
    r"(?=(?:y )?(?:ya )?(?:la |lo |le |me |nos |los |las |les )?(?:llame|llamo|hable|vi|visite|fui|"
    r"pase|intente|deje|mande|escribi|voy a)\b)"
)
# "… menos cuarto la mamá llamó a las 4": a call begins with the one who makes it.
_CALLS = re.compile(r"(?:ya )?(?:me |nos )?(?:llamo|escribio|mando|texteo)(?!\w)")
_CALLER = re.compile(
    r"(?<! con)(?<! de)(?<! del)(?<! a)(?<! al)(?<! por)(?<! que)(?<! para)(?<! y)(?<! cuando)"
    r" (?P<who>(?:y )?(?:la|el|su) [A-Z]{3,}(?: de (?:(?:la|el) )?[A-Z]{3,})? )$"
)
_AND_I = re.compile(  # "Marsh and I spoke after": the two are one subject
    r"(?:^|[.!?;,\n] ?|(?:then|afterwards?|after|later|luego|despues|and|over|done|finished),? )[A-Z]{3,} "
    r"(?=and (?:i|me) (?:\w+ ){0,2}?(?:spoke|talked|chatted|discussed|went over|"
    r"met|sat|texted|emailed|had a|caught up|reviewed)(?!\w))"
)
# "FAMILY: PRO called at 4": a heading is one with what follows.
_HEADING = re.compile(r"(?:^|[.!?;\n] ?)(?:CHILD|FAMILY)(?: (?:case|family|kids))?: ")
_DASH = re.compile(r"^\W*[\w/]+(?: [\w/]+)? ?[-–—:] ?$")  # nothing but a day, a dash behind it
_FEW = 4
_WHERE = re.compile(r"\W*(?:at|in|on|outside|inside|near|behind|across from|en|afuera de|fuera de) (?=\w)")
_ONCE = re.compile(r"\W*(?:and |y |but )?(?:when|once|as soon as|cuando|al) ")
_THEN = re.compile(r"\W*(?:and |so )?(?:then|after that|afterwards?|later|luego|despues)(?!\w)")
# A piece of joining words and a subject ("then uh Leo and Ana", "la señora") is cut from no verb.
# “la mamá, Wanda, a las 7": one person twice, or a list.
_BESIDE = re.compile(
    r"([A-Z]{3,}), (?:(?:CHILD(?:'s)?|the|her|his|their|la|el|su) )?(?:\1|(?:(?:bio|birth|foster) )?(?:mom"
    r"|mother|dad|father|parent)|bm|bf|fm|fp|(?:law guardian|lawyer|attorney|therapist|teacher|principal"
    r"|counselor|aunt|uncle|grandma|grandmother|grandpa|grandfather)(?= ?[,(]))(?:, ?)?"
)
_CONNECTOR = re.compile(
    r"[\s,;-]*(?:\(?\d{1,2}[.)] )?(?:(?:and|so|y) )?(?:and|so|also|then|but|y|e|pero|luego|"
    r"after (?:that|this)|after(?=,)|afterwards?|right after|later|despues(?: de eso)?)?[\s,;-]*"
    r"(?:(?:uh|um|eh|este),? )?(?:(?:(?:a|a la|a los|la|el|su|mi|his|her"
    r"|the|my) )?[A-Z]{3,}(?:(?: and | y |, )[A-Z]{3,})*|yo|ella|she|he|(?:at|en(?: casa de)?) (?:la "
    r"|el )?[A-Z]{3,}(?:'s?)?(?: (?:home|house|place))?)?[\s,;-]*"
)


@dataclass(slots=True)
class Clause:
    """A stretch [start, end) of `words.Plain.text` with what stands in it.

    `cases`: those of the people named who are of one case alone; `aside`: it tells of others only.
    """

    start: int
    end: int
    text: str
    hard: bool
    plain: Plain
    cues: list[Cue] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    names: list[NameMention] = field(default_factory=list)
    cases: set[str] = field(default_factory=set)
    aside: bool = False

    def says(self, key: str) -> bool:
        """Whether a word of a list of `data/cues.toml` stands here."""
        return found(key, self.text)

    def follows(self, sign: str) -> bool:
        """Whether it stands right behind `sign`."""
        return self.plain.text[: self.start].rstrip().endswith(sign)

    def where(self, key: str) -> int:
        """Where in the clause the first word of a list stands; its length where none does."""
        match = cue_pattern(key).search(self.text)
        return match.start() if match else len(self.text)

    def raw_start(self, offset: int) -> int:
        """The typed offset behind one of the clause's own text."""
        return self.plain.to_raw(self.start + offset)

    def inside(self, raw: int) -> int:
        """The offset in the clause's own text of a typed one."""
        return max(self.plain.from_raw(raw) - self.start, 0)


def cut(plain: Plain, whole: list[tuple[int, int]], also: Collection[tuple[int, int]] = ()) -> list[Clause]:
    """The clauses of a message; no cut falls inside a stretch of `whole` (a name, a time).

    `also`: stretches which are said in one, and before which something else ends, whatever the words.
    """
    text, held = plain.text, sorted(whole)
    hard = {m.end() for m in _HARD.finditer(text) if not _hour_goes_on(text, m.end())}
    soft = {_from_caller(text, m.end()) for m in _SOFT.finditer(text)}
    edges = [0]
    together = {m.end() + more for m in _AND_I.finditer(text) for more in (0, len("and "))}
    together |= {m.end() for m in _HEADING.finditer(text)}
    together |= {p for m in _BESIDE.finditer(text) for p in (m.start() + len(m[1]) + 2, m.end())}
    begun = {start for start, _ in also}
    soft = _apart(soft - together, sorted(also)) | begun
    for point in sorted(p for p in hard | soft if 0 < p < len(text) and not _held(p, held)):
        if point in hard or point in begun or not _CONNECTOR.fullmatch(text, edges[-1], point):
            edges.append(point)
    edges.append(len(text))
    pairs = pairwise(edges)
    return [
        Clause(a, b, text[a:b], a in hard or a == 0, plain) for a, b in pairs if text[a:b].strip(" .,;\n")
    ]


def _apart(points: set[int], said_in_one: list[tuple[int, int]]) -> set[int]:
    """Those of the points at which no stretch goes on that is said in one."""
    starts = [start for start, _ in said_in_one]
    ends = [-1, *accumulate((end for _, end in said_in_one), max)]
    return {point for point in points if ends[bisect_left(starts, point)] < point}


def _from_caller(text: str, point: int) -> int:
    """A cut before "llamó" moved to where the words for the caller begin."""
    led = _CALLER.search(text, max(0, point - 60), point) if _CALLS.match(text, point) else None
    return led.start("who") if led else point


def _hour_goes_on(text: str, end: int) -> bool:
    """Whether the dot at `end` is only that of "p.m.", with its sentence going on behind it."""
    if not text.endswith((".m.", ".m"), 0, end):
        return False
    return bool(_GOES_ON.match(text, end) or _HOUR_LEADS.search(text, max(0, end - 60), end))


def _held(point: int, whole: list[tuple[int, int]]) -> bool:
    place = bisect_right(whole, (point, -1)) - 1
    return place >= 0 and whole[place][0] < point < whole[place][1]


def joined(clauses: list[Clause], apart: Collection[int] = ()) -> list[Clause]:
    """“He was in the building at 4 and I handed him a copy”: the time of one half is the other's too.

    Never a clause that begins at one of `apart`.
    """
    out: list[Clause] = []
    for clause in clauses:
        last = out[-1] if out else None
        if clause.start in apart or last is None or clause.hard:
            out.append(clause)
        elif _halves(last, clause) or _day_heads(last):
            last.text, last.end = last.text + clause.text, clause.end
            last.cues += clause.cues
            last.names += clause.names
            last.cases |= clause.cases
            last.times += clause.times
        else:
            out.append(clause)
    return out


def _day_heads(last: Clause) -> bool:
    """“Fri - | Leo at Ms Lee's 5p": a day with a dash is the head of what stands behind it."""
    bare = last.hard and not last.names and not last.cues and len(last.times) == 1
    return bool(bare and last.times[0].day_said and not last.times[0].starts_at and _DASH.search(last.text))


def _halves(last: Clause, clause: Clause) -> bool:
    clock = [t for t in last.times if t.starts_at and t.role == "event"]
    bare = clock and not last.names and not last.cues and len(last.text.split()) <= _FEW
    if bare and last.hard and clause.names and not any(t.starts_at for t in event_times(clause)):
        return True  # "3:00 PM, | Nelson: Tyler at school"
    if _its_hour(last, clause) or (bare and last.hard and _only_where(clause)):
        return True
    if (clock and _row_goes_on(last, clause)) or _leads_behind(last, clause):
        return True
    calls = clause.cues and clause.cues[0].kind in BY_WIRE and clause.names  # "Leo at 3, then called his mom"
    if calls and any(name.kind is Kind.CHILD for name in last.names):
        return False
    return bool(clock and not last.cues and clause.cues and not any(t.starts_at for t in clause.times))


def _leads_behind(last: Clause, clause: Clause) -> bool:
    """“Afterwards he stayed behind | and we went over his plan": when it was, told before what was done."""
    few = 2 * _FEW if last.hard or _ONCE.match(last.text) else _FEW
    bare = not (last.cues or event_clocks(last)) and len(last.text.split()) <= few
    return bool(bare and clause.cues and AFTERWARDS.search(last.text)) and not event_clocks(clause)


def event_clocks(clause: Clause) -> list[TimeMention]:
    """Those of its event's times that are a clock's."""
    return [t for t in event_times(clause) if t.starts_at]


def _row_goes_on(last: Clause, clause: Clause) -> bool:
    """“2) 10:30a - | Amity Ridge Elem., | Noah, 25 min": a row of a list up to whom it names."""
    led = last.hard and not last.names and HOUR_ROW.match(last.text) is not None
    return led and len(last.text.split()) <= 2 * _FEW and not any(t.starts_at for t in clause.times)


def _only_where(clause: Clause) -> bool:
    """“At 3:15 PM, | outside the library, | I spoke with PARENT": nothing but where it was."""
    empty = not (clause.cues or clause.names or clause.times)
    return empty and _WHERE.match(clause.text) is not None and len(clause.text.split()) <= _FEW


def _its_hour(last: Clause, clause: Clause) -> bool:
    """“Then supervised his visit in the gym, | 3:30 to 5": an hour alone is that of the words before it."""
    bare = not clause.names and not clause.cues and len(clause.text.split()) <= _FEW
    told = any(t.starts_at for t in event_times(clause))
    led = bool(clause.times) and clause.inside(clause.times[0].span.start) <= 2
    opened = last.hard and not clause.cues and not (led and clause.names)
    after = (bare and last.cues and _THEN.match(last.text)) or (
        opened and (_named_visit(last) or (last.names and ROW.match(last.text)))
    )
    after = after or (bool(last.cues) and not clause.cues and THAT_WAS.match(clause.text))
    after = after or (bare and last.hard and last.names and not last.cues and WHERE_ALONE.match(last.text))
    return bool(told and after) and not any(t.starts_at for t in last.times)


def _named_visit(clause: Clause) -> bool:
    """“Supervised visit, | Leo and mom, today 1-2": a heading of what is held at a time."""
    return any(cue.kind in (*HELD, "parent_visit", "sibling_visit", "visit") for cue in clause.cues)


def event_times(clause: Clause) -> list[TimeMention]:
    """The clause's times that may be its event's: no appointment's, no reported fact's, no end of it."""
    return [t for t in clause.times if t.role == "event" and not t.ending]


def led_by_clock(clause: Clause) -> bool:
    """“10a CHILD at school, 12p CHILD at home": a clause that begins with its own clock time."""
    first = clause.times[0] if clause.times else None
    return bool(first and first.starts_at and first.span.start - clause.raw_start(0) <= 2)


def dated(clause: Clause) -> bool:
    """“… , 2/9 10am Autumn at school”: a clause that begins with its own day and clock."""
    first = clause.times[0] if clause.times else None
    if first is None:
        return False
    return first.day_said and first.starts_at is not None and first.span.start - clause.raw_start(0) <= 2


def holding(clauses: Sequence[Clause], mention: NameMention) -> Clause | None:
    """The clause in which somebody is named."""
    at = mention.span.start
    for clause in clauses:
        if any(name.span.start == at and name == mention for name in clause.names):
            return clause
    return None


def clause_at(clauses: list[Clause], offset: int) -> Clause | None:
    """The clause in which an offset of the plain text lies, or the one just before it."""
    place = bisect_right([clause.start for clause in clauses], offset) - 1
    return clauses[max(place, 0)] if clauses else None
