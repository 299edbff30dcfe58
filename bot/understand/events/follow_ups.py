"""What is yet to come, told behind what happened: the next visit, the day to which one was moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.understand.events.clauses import Clause
from bot.understand.events.cues import BY_WIRE, HELD
from bot.understand.parts import Kind, TimeMention

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_BY_WIRE = frozenset({*BY_WIRE, "mail", "talk"})
_AGAIN = re.compile(
    r"(?<!\w)(?:instead(?! of)|en su lugar|next (?:one|visit|time|home visit)|moved|moving (?:it|this|that)|"
    r"rescheduled|pushed|bumped|switched|changed|going back|coming back|heading back|vuelvo|volvere|"
    r"regresare|quedo para|la hacemos|la haremos|la hago|la (?:pasamos|movimos|cambiamos)|"
    r"next:?(?= (?:is|on|at|set|will|el|\d|mon|tue|wed|thu|fri|sat|sun))|"
    r"new date|reset|mak(?:e|ing) it up|la repon\w+|rescheduling|(?:do|set) it(?= )|(?:it is|it's"
    r"|its) now|se cambio|"
    r"(?:try|trying|tries) (?:it|her|him|them|this|that|the visit|[A-Z]{3,}) again|"
    r"(?:go|come|head|swing|stop|try) (?:back|by|again)|set (?:it|this|that|the visit)|"
    r"(?:we're|we are|were|i'm|im|i am) (?:doing|having|holding) (?:it|that|one)|"
    r"quedamos|postponed|se (?:reprogramo|pospuso|corrio)|we (?:said|agreed on|settled on|decided on|picked)|"
    r"stopping|heading|swinging|make[- ]?up|la repon\w+|se repone|due back|meeting (?:her|him|them|"
    r"[A-Z]{3,}) again|"
    r"same time|reprogramad[oa]|se (?:movio|paso)|proxim[oa](?: (?:visita|vez))?|misma hora|"
    r"(?:we're|we are|i'm|im|i am) (?:doing|trying|having|on for)(?= (?:(?:on|this|for|next) )*(?:mon|tue|"
    r"wed|thu|"
    r"fri|sat|sun|tomorrow))|(?<!was )(?<!is )going(?= (?:mon|tue|wed|thu|fri|sat|sun|tomorrow))|try again|"
    r"still on|new visit|"
    r"queda para|(?:i|we) (?:see|visit) (?:him|her|them)|(?:la|lo|las|los) (?:vemos|veo|visito|hago)"
    r"(?= (?:el|este|manana|otra vez)))(?!\w)"
)
# “…, going Friday", "will be back Thursday", "back there Tuesday": the worker's own, with no "I" before it.
_GOING_BACK = re.compile(
    r"\W*(?:(?:and|but|so|then|y|pero|luego|i|we|i'm|im|am|i'll|we'll|will|shall|be|just|also|probably|"
    r"plan|planning|to) )*"
    r"(?:going|heading|headed|coming|returning|return(?! date| to court)|back (?:there|here|again|out|over"
    r"|to|at)"
    r"|back(?= (?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the \d|\d))|go back|come back|stop back"
    r"|seeing (?:her|him|them|[A-Z]{3,})|voy|vamos|vuelvo|volvemos)(?!\w)"
)
_MINE = re.compile(r"(?<!\w)(?:i|we|i'm|im|am|i'll|we'll|voy|vamos|vuelvo|volvemos)(?!\w)")
_BACK = re.compile(r"(?<!\w)(?:back|return|returning|vuelvo|volvemos)(?!\w)")
# Who is or went somewhere else, and will be back.
_AWAY = re.compile(
    r"(?<!\w)(?:[A-Z]{3,}|she|he|they|mom|dad|ella|el)(?: [\w']+){0,2}? (?:(?:is|was|are|were) (?:still "
    r"|now )?"
    r"(?:out|away|with|at|in|on|off|gone|staying|visiting|going|leaving|home)|went|left|goes|stays|stayed"
    r"|works|will|has gone|flew|drove|esta|estaba|fue|salio)(?!\w)"
)
_WHO_GOES = re.compile(
    r"(?<!\w)(?:who|that|quien|que|she|he|they|CAREGIVER|PARENT|KIN|PERSON|SCHOOLSTAFF|mom|dad)"
    r"(?: is| are| was| were|'s|'re| will be)? ?$"
)
_OTHERS_WILL = re.compile(
    r"(?<!\w)(?:she|he|they|CAREGIVER|PARENT|KIN|PERSON|SCHOOLSTAFF|mom|dad) (?:will|is going to|"
    r"are going to|'ll|going to) (?:take|bring|drive|handle|go|do|call|attend)(?!\w)|"
    r"(?<!\w)(?:lo|la|los) (?:lleva|llevara|va a llevar)(?!\w)"
)
_INSTEAD_OF = re.compile(
    r"(?<!\w)(?:cancel\w*|called (?:off|out)|resched\w*|(?:moved|pushed|bumped|switched|changed|shifted) "
    r"(?:it|the visit|our visit|her visit|his visit|things)|se (?:movio|paso|reprogramo|pospuso|corrio)|"
    r"(?:moved|pushed|bumped|switched|changed|shifted|postponed)(?: (?:back|up|out|over))? (?:to|until|till|"
    r"for)|"
    r"la (?:pasamos|movimos|cambiamos))(?!\w)"
)
_VISIT_AHEAD = re.compile(
    r"\W*(?:and |y )?(?:(?:coming up|upcoming|up next|next up|next|ahead|to come|proximamente)\b ?[:,-]? ?)?"
    r"(?:(?:the|la|el|his|her|their|our|my|su|sus|next|new|proxima|"
    r"[A-Z]{3,}(?:'s)?) ){0,3}(?:\w+ ){0,2}?"
    r"(?:visit|visita|conference|conferencia|meeting|reunion|review)(?!\w)"
)
_WISHED = re.compile(
    r"(?<!\w)(?:wants?|asked|asking|hop\w+|can't|won't|cancel\w*|quiere|pidio|cancelo|if)(?!\w)"
)
_HELD_IT = re.compile(
    r"(?<!\w)(?:saw|met|spoke|talked|sat|supervised|visited|nobody|no one|no show\w*|vi|visite|hable|"
    r"nadie)(?!\w)"
)


def planned(clause: Clause, sent_at: datetime, now: Segment) -> bool:
    """Something dated that the worker is to hold, told beside what happened."""
    if (
        not (clause.says("follow.planned") or _noted(clause) or _GOING_BACK.match(clause.text))
        or not _ahead(clause, sent_at)
        or _by_others(clause)
        or _they_go_on(clause, now)
    ):
        return False
    if clause.says("follow.others") and not any(
        c.kind not in ("court", "visit", "talk") for c in clause.cues
    ):
        return repeats(clause, now) is not None and not clause.says("follow.others")
    if clause.cues and all(cue.kind in _BY_WIRE for cue in clause.cues):
        return repeats(clause, now) is not None  # "will call the school tomorrow": no visit, no conference
    heard = next((kind for kind in now.kinds if kind != "talk"), "") == "court"
    if heard and not any(c.kind not in ("court", "talk") for c in clause.cues):
        return False  # the next court date
    return (
        bool(clause.cues or _going(clause) or _AGAIN.search(clause.text)) or repeats(clause, now) is not None
    )


def _going(clause: Clause) -> bool:
    """“… , going Friday": the worker, unless the words before it say who goes ("the tutor, who is")."""
    before = clause.plain.text[max(0, clause.start - 24) : clause.start]
    return _GOING_BACK.match(clause.text) is not None and not _WHO_GOES.search(before)


def _they_go_on(clause: Clause, now: Segment) -> bool:
    """“Ms Lee went to PA and will be back Thursday”: without a subject of its own it is of her who went."""
    led = _GOING_BACK.match(clause.text)
    if led is None or clause.hard or _MINE.search(led.group()):
        return False
    return _AWAY.search(now.clauses[-1].text) is not None


def _again(clause: Clause) -> bool:
    """Whether the words tell that what was is to be once more."""
    led = _GOING_BACK.match(clause.text)
    back = led is not None and _BACK.search(led.group()) is not None
    return back or _AGAIN.search(clause.text) is not None


def _noted(clause: Clause) -> bool:
    """“… his visit with the twins Friday 5/14 at 3:00 here": no verb, its day and hour are all."""
    timed = any(t.role == "future" and t.starts_at and t.day_said for t in clause.times)
    return timed and bool(_VISIT_AHEAD.match(clause.text)) and not _WISHED.search(clause.text)


def _by_others(clause: Clause) -> bool:
    """“Rescheduled for Thursday, she will take him”: somebody else's appointment."""
    following = clause.plain.text[clause.start : clause.end + 60]
    return bool(_OTHERS_WILL.search(following))


def _ahead(clause: Clause, sent_at: datetime) -> bool:
    """Whether a time yet to come is said: role `future`, or a clock or day after sending."""
    return any(t.role == "future" or (t.role == "event" and _later(t, sent_at)) for t in clause.times)


def _later(mention: TimeMention, sent_at: datetime) -> bool:
    if mention.starts_at:
        return mention.starts_at > sent_at
    return bool(mention.on and mention.on > sent_at.date())


def repeats(clause: Clause, now: Segment) -> Segment | None:
    """“next one is 12/2 same time”, "moved to Friday": the event before, again."""
    held = any(kind in HELD for kind in now.kinds)
    own = [cue for cue in clause.cues if cue.kind not in ("visit", "talk")]
    told = now.kinds or _not_held(now) or (now.timed and _names_a_child(now))
    if own or (held and clause.cues) or not told or "court" in now.kinds:
        return None
    return (
        now if _again(clause) or any(c.words.startswith(("visit", "visita")) for c in clause.cues) else None
    )


def _names_a_child(now: Segment) -> bool:
    """“Leo 3:30 at Ms Lee's, going back Tuesday": a meeting told without a verb."""
    return any(name.kind is Kind.CHILD for clause in now.clauses for name in clause.names)


def _not_held(now: Segment) -> bool:
    """“Had to cancel today's 4pm with Leo": told without a verb of its own."""
    said = ("outcome.cancelled", "outcome.attempted")
    return (now.timed or bool(now.days)) and any(c.says(key) for c in now.clauses for key in said)


def takes_its_place(after: Segment, now: Segment) -> bool:
    """“She called out sick so we pushed it to Thursday": what it was moved from was not held."""
    moved = after.like is now and _INSTEAD_OF.search(after.text)
    return bool(moved) and not now.planned and not _HELD_IT.search(now.text) and "call" not in now.kinds


def court_to_come(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """“Hearing for FAMILY 11/30 at 10": a court date behind every day of which something is told."""
    days = [time.on for time in clause.times if time.on]
    told = [t.on for one in clauses for t in one.times if t.role == "event" and t.on]
    heard = bool(clause.cues) and all(cue.kind == "court" for cue in clause.cues)
    heard = heard and all(time.role == "reported" for time in clause.times)
    return bool(heard and days and told) and min(days) > max(told)
