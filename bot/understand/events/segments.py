"""Which clauses tell of one event (READING, "Events"): another time, or others elsewhere, is another event.

Clauses are cut finely and joined by default; a clause opens an event only where it has words of an event of
its own and a time, a people or a way of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from bot.understand.events.clauses import Clause, dated, event_times, led_by_clock
from bot.understand.events.cues import BY_WIRE, HELD
from bot.understand.events.each_an_hour import another_at_its_hour, another_day_of_it
from bot.understand.events.entries import next_entry, of_a_visit, share_way
from bot.understand.events.follow_ups import planned, repeats, takes_its_place
from bot.understand.events.leads import (
    behind_it,
    called_another,
    came_to_it,
    heads_a_day,
    idle_now,
    moved_on,
    on_another_day,
    part_of_it,
    prelude,
    still_there,
    talk_after_it,
)
from bot.understand.events.planned_days import planned_then
from bot.understand.events.returns import returned_to
from bot.understand.events.rounds import next_child
from bot.understand.events.rows import begins_a_row, row_head
from bot.understand.events.segment_words import (
    AFTERWARDS,
    BACK,
    CASE_CALLED,
    GOT_THROUGH,
    ME_NOW,
    NOTHING,
    NOW,
    OFF,
    SENT_BY_ME,
    THEN,
    reports,
)
from bot.understand.events.two_families import another_familys, of_other_families, with_another_family
from bot.understand.events.verbless import blanked, names_a_place
from bot.understand.outcomes.stood_up import stood_up
from bot.understand.parts import Kind

# "She came to the office. At 2:15 I talked with her first": still the same meeting.
_FIRST = re.compile(r"(?<=\w )first(?!\w)")
_MEANT = re.compile(r"(?<!\w)(?:supposed|due|scheduled|meant|was|were|tenia|iba) (?:to|que|a) ")


MOST = 24  # more events than this in one message are not told apart: the rest joins the last


@dataclass(slots=True)
class Segment:
    """The clauses of one event. `planned`: it is yet to happen; `like`: it repeats the event before it.

    `again`: it tries it once more. `kinds`: of its cues in order; `timed`: it has a clock time; `days`: its.
    """

    clauses: list[Clause] = field(default_factory=list)
    planned: bool = False
    like: Segment | None = None
    kinds: list[str] = field(default_factory=list)
    ways: set[str] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    timed: bool = False
    now: bool = False
    after: bool = False
    named: bool = False
    headed: bool = False
    called_off: bool = False
    again: bool = False

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
        self.after = self.after or bool(AFTERWARDS.search(clause.text))
        self.now = self.now or bool(NOW.search(clause.text))
        self.named = self.named or _names_somebody(clause)

    def without_last(self) -> Segment:
        """The same event without its last clause."""
        kept = Segment(planned=self.planned, like=self.like, called_off=self.called_off)
        for clause in self.clauses[:-1]:
            kept.add(clause)
        return kept

    @property
    def text(self) -> str:
        return " ".join(clause.text.strip() for clause in self.clauses)


def segments(clauses: Sequence[Clause], *, sent_at: datetime, plan: bool) -> list[Segment]:
    """The events of a message in the order told; `plan`: the whole message speaks of what is to come."""
    found: list[Segment] = []
    for clause in clauses:
        now = found[-1] if found else None
        if now is not None and not plan and planned(clause, sent_at, now):
            found.append(Segment.starting(clause, planned=True, like=_again(clause, found)))
            now.called_off = now.called_off or takes_its_place(found[-1], now)
        elif not plan and (before := returned_to(clause, found)):
            found.append(Segment.starting(clause, like=before))
            found[-1].again = True
        elif now is None or (len(found) < MOST and _opens(clause, now, plan=plan)):
            alike = now is not None and not clause.cues and _like_before(clause, now, plan=plan)
            again = (now.like if now and now.like and not now.kinds else now) if alike else None
            lead = prelude(clause, now) or row_head(clause, now)
            found.append(Segment.starting(clause, planned=plan, like=again))
            found[-1].after = found[-1].after or (now is not None and behind_it(clause, now))
            if lead is not None and now is not None:
                found[-2] = now.without_last()
                found[-1].add(lead, first=True)
        else:
            now.add(clause)
    for before, after in pairwise(found):
        before.called_off = before.called_off or bool(OFF.search(after.text) and _MEANT.search(before.text))
    share_way(found)
    stood_up(found)
    return _without_empty(found)


def _again(clause: Clause, told: Sequence[Segment]) -> Segment | None:
    """The event that is to be held again: behind calls about it, the one before the calls."""
    now = told[-1]
    if of_other_families(Segment.starting(clause), now):
        return None
    wired = now.ways and now.ways <= set(BY_WIRE) and not clause.cues
    met = (one for one in reversed(told[:-1]) if not (one.ways and one.ways <= set(BY_WIRE)))
    before = next(met, None) if wired else None
    fits = before is not None and not before.planned and not of_other_families(now, before)
    return (repeats(clause, before) if before and fits else None) or repeats(clause, now)


def _heads(clauses: Sequence[Clause]) -> bool:
    """Whether the first sentence names a family and nobody else, and no time of day."""
    names = [name for clause in clauses for name in clause.names]
    timed = any(t.starts_at for clause in clauses for t in event_times(clause))
    return bool(names) and not timed and all(name.kind is Kind.FAMILY for name in names)


def _clock(clause: Clause) -> bool:
    """Whether the clause has a time of day of its own: a clock, a part of the day, "now", "afterwards"."""
    told = [t for t in event_times(clause) if not idle_now(clause, t)]
    if any(t.starts_at or t.part_of_day or t.impossible for t in told):
        return True
    present = NOW.search(clause.text) and ME_NOW.search(clause.text)
    return bool(present or AFTERWARDS.search(clause.text))


def _opens(clause: Clause, now: Segment, *, plan: bool) -> bool:
    """Whether a clause starts an event of its own beside the one being told."""
    other = now.timed and _clock(clause) and (with_another_family(clause, now) or next_entry(clause, now))
    if other or another_familys(clause, now) or (plan and planned_then(clause, now)):
        return True
    if not now.kinds and not _line(now):
        return False
    elsewhen = on_another_day(clause, now.days)
    if elsewhen and heads_a_day(clause):
        return True
    if "court" in now.kinds and CASE_CALLED.match(clause.text.strip()):
        return False
    if part_of_it(clause, now) or (came_to_it(clause, now) and not _other_way(clause, now)):
        return False
    if still_there(clause, now) and not _other_way(clause, now):
        return False
    if clause.says("follow.same") and not _other_way(clause, now):
        return False
    if _clock(clause):
        if talk_after_it(clause, now):
            return False
        if not clause.cues:
            if _answered(clause, now) or another_day_of_it(clause, now.clauses):
                return True
            led = clause.hard or dated(clause) or bool(THEN.match(clause.text.strip()))
            listed = clause.follows(";") or (_line(now) and not now.kinds)
            led = (
                led or (led_by_clock(clause) and listed) or _next_one(clause, now) or next_child(clause, now)
            )
            begun = now.timed or elsewhen
            return led and begun and _names_somebody(clause) and not reports(clause.text)
        return elsewhen or _own_time(clause, now)
    return _own_way(clause, now) or _own_day(clause, now) or moved_on(clause, now) or behind_it(clause, now)


def _answered(clause: Clause, now: Segment) -> bool:
    """“No answer at 9:40. Got her at 1:40": the second try has a time of its own, and was no attempt."""
    wired = now.timed and (now.kinds[0] in BY_WIRE if now.kinds else now.named)
    return bool(
        wired and GOT_THROUGH.search(clause.text) and any(c.says("outcome.attempted") for c in now.clauses)
    )


def _like_before(clause: Clause, now: Segment, *, plan: bool) -> bool:
    """Whether the event is of the kind of the one before it, though its words do not say so."""
    again = not plan and (_answered(clause, now) or another_day_of_it(clause, now.clauses))
    return again or _next_one(clause, now) or (of_a_visit(now) and next_entry(clause, now))


def _next_one(clause: Clause, now: Segment) -> bool:
    """“Case conference 0900 Owusu, 0930 Price”: one after the other, each with clock and family."""
    formal = led_by_clock(clause) and any(kind in (*HELD, "conference") for kind in now.kinds)
    named = any(name.kind in (Kind.CHILD, Kind.FAMILY) for name in clause.names)
    child = any(name.kind is Kind.CHILD for name in clause.names)
    if formal and child and names_a_place(blanked(clause)):
        return False  # "9:00 case conference re Hall, 11:15 Nia at daycare": Nia was seen
    told = [*now.like.clauses, *now.clauses] if now.like and not now.kinds else now.clauses
    return (formal and named) or another_at_its_hour(clause, told)


def _own_time(clause: Clause, now: Segment) -> bool:
    if now.timed or now.now or now.after:
        return True
    return _other_way(clause, now) or bool(THEN.search(_FIRST.sub(" ", clause.text)))


def _own_day(clause: Clause, now: Segment) -> bool:
    """A day of its own and words of an event, in a sentence of its own."""
    mine = {t.on for t in event_times(clause) if t.on}
    return bool(clause.cues and clause.hard and now.days and mine and not mine & now.days)


def _own_way(clause: Clause, now: Segment) -> bool:
    """A call, a text, a letter of the sender's own after a visit, though without a time."""
    if begins_a_row(clause, now) and _names_somebody(clause) and _other_way(clause, now):
        return True
    wired = [cue for cue in clause.cues if cue.kind in BY_WIRE or cue.kind == "mail"]
    if not wired or ((BACK.search(clause.text) or reports(clause.text)) and not called_another(clause, now)):
        return False
    another = wired[0] is clause.cues[0] and called_another(clause, now)
    met = not now.kinds and _line(now) and _names_somebody(clause)  # "had Leo at 3 and then called his mom"
    return (another or met or _other_way(clause, now)) and bool(SENT_BY_ME.match(clause.text.strip()))


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
    here = (c for c in told if NOW.search(c.text) and ME_NOW.search(c.text) and _names_somebody(c))
    return any(here) or not any(reports(clause.text) for clause in told)


def _names_somebody(clause: Clause) -> bool:
    return any(name.kind in (Kind.CHILD, Kind.CONTACT, Kind.FAMILY) for name in clause.names)


def _without_empty(found: list[Segment]) -> list[Segment]:
    """Leading clauses that tell of nothing, or only announce, belong to the event after them.

    "Sun - nothing" is no event.
    """
    found = [one for one in found if one.kinds or one.named or not NOTHING.fullmatch(one.text)] or found
    while len(found) > 1 and not found[1].planned and _announces(found[0]):
        if found[0].timed and of_other_families(found[0], found[1]):
            break  # two families, each with an hour, are never one event
        for clause in reversed(found[0].clauses):
            found[1].add(clause, first=True)
        del found[0]
    return found


def _announces(first: Segment) -> bool:
    """“Field day 11/9”, "I had three visits today": neither a clock time nor anybody's name."""
    return not first.timed and not first.named if first.kinds else not _line(first)
