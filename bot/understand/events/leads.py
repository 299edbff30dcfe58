"""Clauses that lead to an event or go on with one, though by their words they might stand for themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.understand.events.clauses import Clause, event_times
from bot.understand.events.cues import BY_WIRE, HELD
from bot.understand.events.segment_words import BEHIND_IT, LEFT_WORD, ME_NOW, NOW
from bot.understand.parts import Kind, TimeMention

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_MEANS = re.compile(
    r"\W*(?:by|via|over|on|through|por) (?:[\w']+ ){0,2}?(?:video|zoom|teams|facetime|phone|skype|webex|"
    r"whatsapp|telefono|videollamada)(?!\w)"
)
_LED_THERE = re.compile(r"(?:drove|went|headed|walked|going|got) (?:over |out |on |back )?(?:to|by)(?!\w)")
# "No luck, so I just went on to Peg's | and saw Maya at 1".
_WENT_ON = re.compile(
    r"\W*(?:(?:and|so|then|but) )*(?:i |we )?(?:(?:just|then|also) )*(?:went|drove|headed|walked|moved) "
    r"(?:(?:on|over|out|straight|back|along) )*(?:to|by) [A-Z]{3}"
)
_ITS_PHONE = re.compile(
    r"(?<!\w)(?:cell|phone|answer|pick(?:ed)? up|celular|telefono|contesta|contesto)(?!\w)"
)
_OF_THE_PLACE = re.compile(
    r"(?:CCW|CAREGIVER|SCHOOLSTAFF) (?:\w+ )?(?!called|rang|texted|emailed|phoned)[a-z]{3,}(?!\w)"
    r"[^.;\n]{0,60}(?:(?:after|afterwards?)\W*$|(?<!\w)on (?:the|my|our) way out(?!\w))"
    r"|^\W*(?:(?:and|y) )?(?:then|afterwards?|after that|despues|luego),? (?:i )?(?:(?:spoke|talked|sat|met|"
    r"hable|platique|converse) (?:with|to|con)|checked in with) (?:(?:the|la|el|su|his|her) )?(?:CCW|"
    r"CAREGIVER)(?!\w)"
    r"|^\W*(?:(?:and|y) )?(?:then|afterwards?|after(?: that)?|despues|luego),? (?:i )?(?:went over|reviewed|"
    r"discussed|"
    r"talked over) (?:[\w']+ ){1,5}?with (?:(?:the|his|her) )?(?:CCW|CAREGIVER|SCHOOLSTAFF)"
    r"|^\W*(?:(?:and|then|also) )?(?:with|w/?) (?:the )?CCW (?:after|afterwards?)(?!\w)"
    r"|^\W*after that (?:with|w/?) (?:the )?(?:CCW|CAREGIVER|SCHOOLSTAFF)"
    r"|^\W*(?:y )?(?:despues|luego|then|afterwards?|after(?: that)?),? (?:el |la |the |his |"
    r"her )?SCHOOLSTAFF (?:me )?"
    r"(?:enseno|dijo|conto|mostro|told|showed|said)(?!\w)"
)
_TALKED_AFTER = re.compile(
    r"(?:and |then |i |we )*(?:spoke|talked|chatted|sat|hable|platique) (?:with|w|to|con) (?:him|her|them|"
    r"both|el|ella|ellos|CHILD(?:(?:,| and|,? &) CHILD)*)(?: [\w~]+){0,4}? (?:after|afterwards?|despues)\W*$"
)
# "Después hablé con CHILD a solas en su cuarto": still in the home, or where the child lives.
_IN_A_ROOM = re.compile(
    r"\W*(?:(?:and|y|so) )?(?:then|afterwards?|after(?: that)?|later|despues|luego|al final),? "
    r"(?:we (?:also )?(?:talked|spoke|chatted|sat|played|hung out)(?= (?:in|on|at) )|"
    r"(?:i |we |yo )?(?:also )?(?:spoke|talked|chatted|sat|met|hable|platique|converse|me sente|charle)"
    r"(?: (?:down|privately|alone|a solas))? (?:with|to|con) "
    r"(?:CHILD(?:(?:,| and|,? &| y) CHILD)*|her|him|them|both|ella|el|ellos|"
    r"l[oa]s dos)(?!\w))[^.;\n]*?(?<!\w)"
    r"(?:(?:alone|a solas|privately|in private|solit[oa]s?)(?! at)|(?:in|on|at|en) "
    r"(?:(?:the|her|his|their|su|sus|la|el) )?(?:\w+ )?(?:(?:bed)?room|kitchen|porch|yard|den|couch|stoop|"
    r"table|hall(?:way)?|cuarto|cocina|sala|porche|patio|mesa|recamara|habitacion|pieza))(?!\w)"
)
_CAME_IN = re.compile(
    r"(?<!\w)(?:CAREGIVER|PARENT|KIN|PERSON|mom|dad|she|he|ella) (?!no |nunca |never )(?:\w+ )?(?:llego|"
    r"arrived|got (?:home|there|here|back|in)|came (?:home|back|in)|walked in|showed up|volvio|regreso|entro|"
    r"pulled (?:up|in))(?!\w)"
)
_ONWARD = re.compile(
    r"(?:and |so |y )?(?:then|after that|afterwards?|next|from there|later|luego|"
    r"despues|(?:(?:saliendo|al salir) )?de (?:ahi|alli))(?!\w),?(?! (?:[A-Z]{3}|he |she |they |his |her ))"
)
_GOING = re.compile(
    r"(?:went|drove|headed|stopped|dropped|swung|walked|ran|rode|rolled|scooted|hopped|made (?:it|my way)"
    r"|carried (?:on|myself)|continued|moved|traveled|travelled|got to|got there|fui|fuimos|pase|segui)(?!\w)"
)
_OVER_TO = re.compile(
    r"\W*\w+(?: that| there)?,? (?:straight |right |back )?(?:over|on|off|up|down|out) (?:to|by) "
)

_DAY_ALONE = re.compile(r"\W*[\w/]+(?: \d[\w/]*)?,? ?[:-]\s*")
_AND_SAW = re.compile(r"\W*(?:and|y) (?:then )?(?:saw|visited|met with)(?!\w)")


def on_another_day(clause: Clause, days: Collection[date]) -> bool:
    """“Monday: called PARENT. | Tuesday: saw CHILD": at a sentence's head a day that is none of `days`."""
    mine = {t.on for t in event_times(clause) if t.on and t.day_said}
    return bool(clause.hard and days and mine) and not mine & set(days)


def heads_a_day(clause: Clause) -> bool:
    """“Sat - text with PARENT. | today - | CHILD at …": a day alone, at the head of what was on it."""
    told = event_times(clause)
    bare = len(told) == 1 and told[0].on is not None and told[0].starts_at is None
    return (bare and clause.hard and _DAY_ALONE.fullmatch(clause.text) is not None) or begins_a_day(clause)


def behind_it(clause: Clause, now: Segment) -> bool:
    """“After court at 9:30 | I sat with PARENT in the hall": the talk is behind what has the hour."""
    formal = {"parent_visit", "conference", *HELD} & set(now.kinds)
    led = len(now.clauses) == 1 and now.timed and BEHIND_IT.match(now.clauses[0].text)
    spoke = any(cue.kind in ("talk", "visit") for cue in clause.cues)
    return bool(formal and led and spoke) and any(name.kind is Kind.CONTACT for name in clause.names)


def moved_on(clause: Clause, now: Segment) -> bool:
    """“Then I drove over to Peg's”: on to somebody else, the time still to be told."""
    if not now.timed or not goes_on_to(clause):
        return False
    before = {one for part in now.clauses for name in part.names for one in name.ids}
    return any(name.ids and not before & set(name.ids) for name in clause.names)


def begins_a_day(clause: Clause) -> bool:
    """“Today: Will, Linden House, 10am": a day with a colon and somebody behind it, at a sentence's head."""
    day = next((t for t in clause.times if t.day_said), None)
    if day is None or not clause.hard or not clause.names or clause.inside(day.span.start) > 1:
        return False
    return clause.text[clause.inside(day.span.end) :].lstrip().startswith((":", "- ", "– "))


def within_it(clause: Clause, now: Segment) -> bool:
    """“Home visit 3:00 to 3:45. Spoke with Leo alone 3:10 to 3:20": a talk within the hours of the visit."""
    whole = next((t for part in now.clauses for t in event_times(part) if t.starts_at and t.minutes), None)
    part = next((t for t in event_times(clause) if t.starts_at), None)
    if whole is None or part is None or not (whole.starts_at and part.starts_at and whole.minutes):
        return False
    ends = whole.starts_at + timedelta(minutes=whole.minutes)
    told = {one for c in now.clauses for name in c.names for one in name.ids}
    mine = {one for name in clause.names for one in name.ids}
    inside = whole.starts_at <= part.starts_at < ends and bool(clause.cues) and "visit" in now.kinds
    return inside and mine <= told and all(cue.kind in ("talk", "visit") for cue in clause.cues)


def goes_on_to(clause: Clause) -> bool:
    """“Then I drove over to Peg's”, "then over to Peg's": the words of going on to another place."""
    said = clause.text.strip()
    if not _ONWARD.match(said) or _OF_THE_PLACE.search(clause.text):
        return False
    return bool(_OVER_TO.match(said)) or any(_GOING.match(cue.words) for cue in clause.cues)


_THEN_I_CALLED = re.compile(
    r"\W*(?:and |so |y )?(?:then|after that|afterwards?|later|luego|despues),? (?:i |we |yo )?(?:also )?"
    r"(?:called|phoned|rang|tried|llame|le (?:llame|marque))(?!\w)"
)


def called_another(clause: Clause, now: Segment) -> bool:
    """“… then I called Rita, it just rang”: another adult than any of the visit before, reached or not."""
    if not now.timed or not (_THEN_I_CALLED.match(clause.text) or _left_word(clause, now)):
        return False
    before = {one for part in now.clauses for name in part.names for one in name.ids}
    adults = [name for name in clause.names if name.kind is Kind.CONTACT and name.ids]
    return bool(before and adults) and not any(before & set(name.ids) for name in adults)


def _left_word(clause: Clause, now: Segment) -> bool:
    """A message left with somebody besides a visit; where nobody was met there it is the visit's own."""
    missed = ("outcome.attempted", "outcome.cancelled")
    held = not any(part.says(key) for part in now.clauses for key in missed)
    return held and LEFT_WORD.match(clause.text) is not None


def idle_now(clause: Clause, time: TimeMention) -> bool:
    """“Faith calm now”: a state of things and no event."""
    now = NOW.match(clause.text[clause.inside(time.span.start) :])
    return bool(now) and not clause.cues and not ME_NOW.search(clause.text)


def means_of_it(clause: Clause, now: Segment) -> bool:
    """“I saw KIN, the uncle, | by video at 12:30": the means of the event before, behind an apposition."""
    if now.timed:
        return False
    # "Review hearing, | today, 9 to 9:40, heard on Teams": nobody else, and no event but the one before.
    held = any(kind in HELD for kind in now.kinds) and not (clause.hard or clause.names)
    on_screen = held and [cue.kind for cue in clause.cues] == ["video"]
    return on_screen or _MEANS.match(clause.text) is not None


def part_of_it(clause: Clause, now: Segment) -> bool:
    """Whether a clause tells of the event before no more than its means, or a talk within its hours."""
    return within_it(clause, now) or means_of_it(clause, now)


def came_to_it(clause: Clause, now: Segment) -> bool:
    """“Ms Lee llegó a las 4": when somebody came to the visit being told."""
    return _CAME_IN.search(clause.text) is not None and "visit" in now.kinds


def still_there(clause: Clause, now: Segment) -> bool:
    """“Got to Peg's at 3 and saw Maya at 3:30": the hour of the same visit, of nobody named elsewhere."""
    if not _AND_SAW.match(clause.text):
        return False
    before = _children(now.clauses)
    return not before or before >= _children([clause])


def _children(clauses: Sequence[Clause]) -> set[str]:
    return {one for part in clauses for name in part.names if name.kind is Kind.CHILD for one in name.ids}


def talk_after_it(clause: Clause, now: Segment) -> bool:
    """“Rick filled me in after", "s/w him after": with those of the place, or the child, at no other time."""
    formal = {"parent_visit", "sibling_visit", "conference", *HELD} & set(now.kinds)
    if formal or now.planned or any(t.starts_at or t.impossible for t in event_times(clause)):
        return False
    if any(c.kind in BY_WIRE for c in clause.cues):
        return False
    return bool(_OF_THE_PLACE.search(clause.text)) or _child_again(clause, now)


def _child_again(clause: Clause, now: Segment) -> bool:
    """“Talked w him 15 min after", "s/w Leo after": the child that was seen, and nobody else."""
    after = _TALKED_AFTER.match(clause.text.strip()) is not None
    if "visit" not in now.kinds or not (after or _IN_A_ROOM.match(clause.text)):
        return False
    before = {one for part in now.clauses for name in part.names if not name.as_place for one in name.ids}
    mine = {one for name in clause.names for one in name.ids}
    return mine <= _children(now.clauses) if mine else before == _children(now.clauses)


def prelude(clause: Clause, now: Segment | None) -> Clause | None:
    """The clause before a new event that leads to it.

    "Drove to Peg's, | saw both at 3:30", "his cell was not answered, | called at 12:35"; not "called at 3,
    no answer, | texted 3:15".
    """
    if now is None or len(now.clauses) < 2 or not now.timed or now.like is not None:
        return None
    last, rest = now.clauses[-1], now.clauses[:-1]
    if clause.hard or event_times(last) or not any(c.cues or event_times(c) for c in rest):
        return None
    if any(cue.kind in BY_WIRE for cue in clause.cues):
        its_own = not last.names and now.kinds[:1] and now.kinds[0] in BY_WIRE
        return last if _ITS_PHONE.search(last.text) and not its_own else None
    went_on = not last.cues and _WENT_ON.match(last.text)
    return last if went_on or any(_LED_THERE.match(cue.words) for cue in last.cues) else None
