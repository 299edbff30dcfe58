"""The hour for which something was meant, told beside the one at which it was held: only that one counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understand.when.shapes import Atom

# "Scheduled 1:00", "late for the 10 visit", "was running behind for my 4".
_MEANT = re.compile(
    r"(?<!\w)(?:(?:running )?(?:late|behind)(?: (?:for|to))?|(?:was|were) (?:for|to (?:come|start|be|meet))"
    r"|(?:re)?scheduled|sched|supposed to|meant to|"
    r"set|slated|booked|planned|due|original(?:ly)?|expected|instead of|programad[ao]|citad[ao]s?|"
    r"quedamos|tarde (?:a|para)|era|iba a ser)"
    r"(?: (?!i\b|we\b|but\b|and\b|got\b)[\w§'/]+){0,5}(?: ?@)? ?$"
)
# "The 2:00 with §", "my 4 pm", "today's 10:00 visit": an appointment known by its hour.
_MY = re.compile(
    r"(?:^|(?<!\w))(?:the|my|our|her|his|their|today's|today|§'s|la visita de las?|la de las?) $"
)
_ITS_NAME = re.compile(
    r" (?:with|w/?|con|home|foster|supervised|family|office|hv|fv|visits?|appts?|appointment|mtg|meeting|"
    r"session|call|conference|conf|slot|de) ?"
)
# What then was: "held 1:20", "actual start 10:25", "didn't get there til 4:35", "ended up going at 2".
_HELD = re.compile(
    r"(?<!\w)(?:actual(?:ly)?(?: (?:time|start|visit|arrival))?|held|took place|real(?:ly)?(?: time)?|"
    r"started|start|"
    r"began|begun|kicked off|(?:was |were |got )?(?:called|heard|on)(?: (?:at|til|until))|(?:were ?n.?t|"
    r"was ?n.?t|not|never) (?:called|heard)(?: (?:til|until|before))?|got (?:going|started|there|here|"
    r"to §(?:'s)?)|get (?:going|started|there|here|"
    r"to it|to §(?:'s)?|over there|out there)|made it(?: (?:there|here|over|out|to|the|her|his|their|"
    r"home|house|school|"
    r"office|§+(?:'s)?))*|arriv(?:ed?|al)|"
    r"was there|walked in|showed(?: up)?|(?:took|saw|called) (?:us|her|him|them)(?: in| back)?"
    r"|ended up (?:\w+ing|being)|happened|moved to|done|did it|went|ran"
    r"|we met|met|"
    r"saw (?:her|"
    r"him|them|§)|empezo|empezamos|comenzo|llegue|llegamos|se hizo|fue)"
    r"(?: (?:there|here|late|not|with|her|him|them|it|was|her place|§|§'s|§s))*"
    r"(?: ?(?:(?:un)?til|only|about|around|like|at|@|from|closer to|more like|by|a|las?|:|at like)){0,3} ?$"
)
# "2:00 (actual start 2:20)" needs no other word.
_ACTUAL = re.compile(
    r"(?:^|[ (,;-])(?:actual(?:ly)?(?: (?:start|visit|arrival|time|began|started|held))* ?(?:time|"
    r"start)?|real time|ended up being|wound up being|turned (?:out to be|into))"
    r"(?: (?:was|of visit|of arrival|at|:|is)|:)* ?$"
)
# "Moved our 3:00 to 4:15 today. Saw § then".
_MOVED_TO = re.compile(
    r"(?:^|(?<!\w))(?:(?:got|was|were|had been|ended up|is|be) )?(?:(?:pushed|moved|bumped|switched|changed|"
    r"shifted|delayed) )?(?:back |up |out )?(?:to|until|a las?) $"
)
_MOVING = re.compile(
    r"(?<!\w)(?:pushed|moved|bumped|switched|changed|shifted|delayed|movio|movimos|cambio|cambiamos)(?!\w)"
)
_WAS_HELD = re.compile(
    r"[^\d\n]{0,70}?(?<!\w)(?:saw|met|visited|sat|spoke|talked|supervised|seen|all (?:good|fine|well)|"
    r"was (?:home|there|"
    r"fine|good|present)|vi|visite|hable)(?!\w)"
)
_NOT_MINE = re.compile(r"(?<!\w)(?:i|we) (?:also |then |later )?(?:called|texted|emailed|spoke|talked)(?!\w)")
_FAR = 90


def held_instead(drafts: Sequence[Atom], text: str) -> None:
    """Of two hours the one for which it was meant is no time of the event; the other one is."""
    for meant, held in pairwise(d for d in drafts if d.clock is not None):
        between = text[meant.end : held.start]
        if held.start - meant.end > _FAR or _NOT_MINE.search(between) or _other_day(meant, held):
            continue
        actual = _ACTUAL.search(between) is not None or _moved_and_held(held, between, text)
        if not actual and not (_HELD.search(between) and _was_meant(meant, text)):
            continue
        meant.role, held.role, held.ending = "reported", "event", False
        held.day, held.acted = held.day or meant.day, False
        held.minutes = held.minutes or (meant.minutes if meant.until is None else None)


def _moved_and_held(held: Atom, between: str, text: str) -> bool:
    """Whether the second hour is the one to which it was moved, and it is told that it was held then."""
    if not _MOVED_TO.search(between) or not _MOVING.search(text[max(0, held.start - 90) : held.start]):
        return False
    today = held.day is None or (held.day.kind == "offset" and held.day.number <= 0)
    return today and _WAS_HELD.match(text, held.end) is not None


def _other_day(meant: Atom, held: Atom) -> bool:
    return meant.day is not None and held.day is not None and meant.day != held.day


def _was_meant(draft: Atom, text: str) -> bool:
    left = text[max(0, draft.start - 60) : draft.start]
    left = re.split(r"[.!?\n;]", left)[-1]
    if _MEANT.search(left):
        return True
    return _MY.search(left) is not None and _ITS_NAME.match(text, draft.end) is not None
