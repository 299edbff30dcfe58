"""Which clauses tell of one event (READING, "Events"): another time, or others elsewhere, is another event.

Clauses are cut finely and joined by default; a clause opens an event only where it has words of an event of
its own and a time, a people or a way of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.understand.clauses import Clause
from bot.understand.cues import BY_WIRE, HELD
from bot.understand.parts import Kind, TimeMention

_THEN = re.compile(
    r"(?<!\w)(?:then|after(?:wards?| that)?|before that|later|luego|despues|antes|also|first|next|"
    r"separately|hallway)(?!\w)"
)
AFTERWARDS = re.compile(
    r"(?<!\w)(?:afterwards?|after that|right after|just after|despues|beforehand|before that|"
    r"after(?= (?:for|about|$))|in the hallway (?:before|after))(?!\w)"
)
_ONWARD = re.compile(
    r"(?:and |so )?(?:then|after that|afterwards?|next|from there|later|luego|"
    r"despues)(?!\w),?(?! (?:[A-Z]{3}|he |she |they |his |her ))"
)
_BACK = re.compile(r"(?<!\w)(?:back|voicemail|message|mensaje|hung up|no answer|called and told|buzon)(?!\w)")
_SENT_BY_ME = re.compile(
    r"(?<!\w)(?:i|we|and|then|yo)?\s*(?:then |also )?(?:called|emailed|mailed|texted|phoned|llame|"
    r"escribi|mande)(?!\w)"
)
_REPORTED = re.compile(
    r"(?<!\w)(?:he|she|they|CHILD|FAMILY|PARENT|KIN|PERSON|SCHOOLSTAFF|CAREGIVER|mom|dad|el|"
    r"ella) (?:\w+ ){0,2}?(?:left|ran|went|woke|came|"
    r"got|fell|took|walked|disappeared|started|stopped|wakes|goes|gets|sleeps|slept|ate|was|were|is|"
    r"are|has|had|cut|hit|threw|punched|"
    r"passed|refused|lost|broke|se|fue|salio|llego|esta|estaba|tiene|tuvo|dijo|told|says?|said|"
    r"reported)(?!\w)"
)
_AGAIN = re.compile(
    r"(?<!\w)(?:next (?:one|visit|time|home visit)|moved|moving (?:it|this|that)|rescheduled|pushed|"
    r"new date|make ?up|same time|reprogramad[oa]|se (?:movio|paso)|"
    r"proxim[oa] (?:visita|vez)?|try again|still on|new visit|queda para)(?!\w)"
)
_ME_NOW = re.compile(r"(?<!\w)(?:i am|we are|i'm|estoy|estamos|at|with|con) ")
_OTHERS_WILL = re.compile(
    r"(?<!\w)(?:she|he|they|CAREGIVER|PARENT|KIN|PERSON|SCHOOLSTAFF|mom|dad) (?:will|is going to|"
    r"are going to|'ll|going to) "
    r"(?:take|bring|drive|handle|go|do|call|attend)(?!\w)|(?<!\w)(?:lo|la|los) (?:lleva|llevara|"
    r"va a llevar)(?!\w)"
)
_GOING = re.compile(
    r"(?:went|drove|headed|stopped|dropped|swung|walked|got to|got there|fui|fuimos|pase)(?!\w)"
)
_NOW = re.compile(r"(?<!\w)(?:right now|now|ahora|ahorita|currently|en este momento)(?!\w)")


MOST = 24
"""More events than this in one message are not told apart: the rest joins the last."""


@dataclass(slots=True)
class Segment:
    """The clauses of one event. `planned`: it is yet to happen; `like`: it repeats the event before it.

    `kinds` are the kinds of its cues in order; `timed`: a clock time of its own was said; `days`: its days.
    """

    clauses: list[Clause] = field(default_factory=list)
    planned: bool = False
    like: Segment | None = None
    kinds: list[str] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    timed: bool = False
    now: bool = False
    named: bool = False
    headed: bool = False

    @classmethod
    def starting(cls, clause: Clause, *, planned: bool = False, like: Segment | None = None) -> Segment:
        """A segment of one clause."""
        segment = cls(planned=planned, like=like)
        segment.add(clause)
        return segment

    def add(self, clause: Clause, *, first: bool = False) -> None:
        """Join a clause at the end, or before the others."""
        self.clauses.insert(0 if first else len(self.clauses), clause)
        kinds = [cue.kind for cue in clause.cues]
        self.kinds = kinds + self.kinds if first else self.kinds + kinds
        self.ways |= {_way(kind) for kind in kinds} - {"any"}
        for time in event_times(clause):
            self.timed = self.timed or bool(time.starts_at or time.impossible)
            self.days |= {time.on} if time.on else set()
        self.headed = self.headed or (clause.hard and bool(self.clauses) and _heads(self.clauses[:-1]))
        self.now = self.now or bool(_NOW.search(clause.text))
        self.named = self.named or _names_somebody(clause)

    @property
    def text(self) -> str:
        return " ".join(clause.text.strip() for clause in self.clauses)


def segments(clauses: Sequence[Clause], *, sent_at: datetime, plan: bool) -> list[Segment]:
    """The events of a message in the order told; `plan`: the whole message speaks of what is to come."""
    found: list[Segment] = []
    for clause in clauses:
        now = found[-1] if found else None
        if now is not None and not plan and _planned(clause, sent_at, now):
            found.append(Segment.starting(clause, planned=True, like=_repeats(clause, now)))
        elif now is None or (len(found) < MOST and _opens(clause, now)):
            found.append(Segment.starting(clause, planned=plan))
        else:
            now.add(clause)
    return _without_empty(found)


def event_times(clause: Clause) -> list[TimeMention]:
    """The clause's times that may be its event's: no appointment's, no reported fact's, no end of it."""
    return [t for t in clause.times if t.role == "event" and not t.ending]


def _heads(clauses: Sequence[Clause]) -> bool:
    """Whether the first sentence names a family and nobody else, and no time of day."""
    names = [name for clause in clauses for name in clause.names]
    timed = any(t.starts_at for clause in clauses for t in event_times(clause))
    return bool(names) and not timed and all(name.kind is Kind.FAMILY for name in names)


def _clock(clause: Clause) -> bool:
    """Whether the clause has a time of day of its own: a clock, a part of the day, "now", "afterwards"."""
    told = [t for t in event_times(clause) if not _idle_now(clause, t)]
    if any(t.starts_at or t.part_of_day or t.impossible for t in told):
        return True
    present = _NOW.search(clause.text) and (clause.cues or _ME_NOW.search(clause.text))
    return bool(present or AFTERWARDS.search(clause.text))


def _idle_now(clause: Clause, time: TimeMention) -> bool:
    """“Faith calm now”: a state of things and no event."""
    word = clause.text[clause.inside(time.span.start) :]
    return bool(_NOW.match(word)) and not clause.cues and not _ME_NOW.search(clause.text)


def _opens(clause: Clause, now: Segment) -> bool:
    """Whether a clause starts an event of its own beside the one being told."""
    if not now.kinds and not _line(now):
        return False
    if clause.says("follow.same") and not _other_way(clause, now):
        return False
    if _clock(clause):
        if not clause.cues:
            led = clause.hard or _dated(clause) or bool(_THEN.match(clause.text.strip()))
            return led and now.timed and _names_somebody(clause) and not _REPORTED.search(clause.text)
        return _own_time(clause, now)
    return _own_way(clause, now) or _own_day(clause, now) or _moved_on(clause, now)


def _dated(clause: Clause) -> bool:
    """“… , 2/9 10am Autumn at school”: a clause that begins with its own day and clock."""
    first = clause.times[0] if clause.times else None
    if first is None:
        return False
    return first.day_said and first.starts_at is not None and first.span.start - clause.raw_start(0) <= 2


def _moved_on(clause: Clause, now: Segment) -> bool:
    """“Then I drove over to Peg's”: on to somebody else, the time still to be told."""
    going = _ONWARD.match(clause.text.strip()) and any(_GOING.match(cue.words) for cue in clause.cues)
    if not going or not now.timed:
        return False
    before = {one for part in now.clauses for name in part.names for one in name.ids}
    return any(name.ids and not before & set(name.ids) for name in clause.names)


def _own_time(clause: Clause, now: Segment) -> bool:
    if now.timed or now.now:
        return True
    return _other_way(clause, now) or bool(_THEN.search(clause.text))


def _own_day(clause: Clause, now: Segment) -> bool:
    """A day of its own and words of an event, in a sentence of its own."""
    mine = {t.on for t in event_times(clause) if t.on}
    return bool(clause.cues and clause.hard and now.days and mine and not mine & now.days)


def _own_way(clause: Clause, now: Segment) -> bool:
    """A call, a text, a letter of the sender's own after a visit, though without a time."""
    wired = [cue for cue in clause.cues if cue.kind in BY_WIRE or cue.kind == "mail"]
    if not wired or _BACK.search(clause.text) or _REPORTED.search(clause.text):
        return False
    return _other_way(clause, now) and bool(_SENT_BY_ME.match(clause.text.strip()))


def _other_way(clause: Clause, now: Segment) -> bool:
    """Whether the clause was held by other means than the event so far (a call after a visit)."""
    mine = {_way(cue.kind) for cue in clause.cues} - {"any"}
    return bool(mine and now.ways and not mine & now.ways)


def _way(kind: str) -> str:
    return "any" if kind == "talk" else kind if kind in BY_WIRE or kind == "mail" else "in_person"


def _line(now: Segment) -> bool:
    """“1545 Emily Wong, foster home”: an event told without a verb has a time and a name."""
    if not (now.timed and now.named):
        return False
    told = [clause for clause in now.clauses if any(t.starts_at for t in event_times(clause))]
    return not any(_REPORTED.search(clause.text) for clause in told)


def _names_somebody(clause: Clause) -> bool:
    return any(name.kind in (Kind.CHILD, Kind.CONTACT, Kind.FAMILY) for name in clause.names)


def _planned(clause: Clause, sent_at: datetime, now: Segment) -> bool:
    """Something dated that the worker is to hold, told beside what happened."""
    if not clause.says("follow.planned") or not _ahead(clause, sent_at) or _by_others(clause):
        return False
    if clause.says("follow.others") and not any(
        c.kind not in ("court", "visit", "talk") for c in clause.cues
    ):
        return _repeats(clause, now) is not None and not clause.says("follow.others")
    return bool(clause.cues or _AGAIN.search(clause.text)) or _repeats(clause, now) is not None


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


def _repeats(clause: Clause, now: Segment) -> Segment | None:
    """“next one is 12/2 same time”, "moved to Friday": the event before, again."""
    held = any(kind in HELD for kind in now.kinds)
    own = [cue for cue in clause.cues if cue.kind not in ("visit", "talk")]
    if own or (held and clause.cues) or not now.kinds:
        return None
    return (
        now
        if _AGAIN.search(clause.text) or any(c.words.startswith(("visit", "visita")) for c in clause.cues)
        else None
    )


def _without_empty(found: list[Segment]) -> list[Segment]:
    """Leading clauses that tell of nothing, or only announce, belong to the event after them."""
    while len(found) > 1 and not found[1].planned and _announces(found[0]):
        for clause in reversed(found[0].clauses):
            found[1].add(clause, first=True)
        del found[0]
    return found


def _announces(first: Segment) -> bool:
    """“Field day 11/9”, "I had three visits today": neither a clock time nor anybody's name."""
    return not first.timed and not first.named if first.kinds else not _line(first)
