"""A child's game told as a heading: "Sat 1100 Logan bball game, Cetronia gym. s/w him after".

Where the worker goes on to talk with somebody there, the game is where the child was seen; it is written out
as "saw Logan at bball game".
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.headed_calls import ROW
from bot.understand.writing.wording import Change

_WHEN = (
    r"(?:(?:(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?|today|yesterday|yest|last|this|"
    r"morning|afternoon|night|noon|@|at|on|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}(?::\d\d)? ?(?:[ap]\.?m?\.?)?|"
    r"\d{3,4} ?(?:hrs?|[ap]m?)?)[,:]? )"
)
_GAME = (
    r"(?:games?|match|recital|concert|meet|tournament|scrimmage|performance|graduation|awards? (?:ceremony|"
    r"assembly|night)|partido|juego)"
)
_SPORT = (
    r"(?:b-?ball|basketball|soccer|football|futbol|baseball|softball|volleyball|dance|band|choir|chorus|"
    r"wrestling|track|swim|hockey|tennis|cheer|piano|school|jv|varsity|league|lacrosse|gymnastics|karate|rec|"
    r"youth|debate)"
)
_HEADED = Quick(
    rf"{ROW}{_WHEN}{{0,6}}"
    r"(?P<went>(?:i |we )?(?:watched|went (?:out |over )?to|attended|made it to|was at|stopped by) )?"
    rf"(?P<who>[a-z][a-z'-]{{1,20}}?(?: [a-z]{{1,20}}?\.?)??)(?P<own>'?s)? (?P<sport>(?:\w+ )?{_SPORT} )?"
    rf"(?={_GAME}(?:[ ,.;:]|$))"
)
_NO_NAME = Quick(
    r"(?:the|a|an|his|her|their|my|our|no|saw|met|at|to|of|re|about|called|tc|call|seeing|see|will|going|"
    r"plan|talked|spoke|school|next|video|missed|watched|she|he|they|we|i)(?!\w)"
)
_TALKED_THERE = Quick(
    r"(?<!\w)(?:s/w|t/w|spoke|talked|chatted|sat (?:with|w|w/)|saw|seen|visited with|caught up) ?(?:with|to|"
    r"w/?)? ?"
)


def headed_games(low: str) -> Iterator[Change]:
    """The changes that write such headings out; `low` is the text folded."""
    for match in _HEADED.finditer(low):
        who = match["who"]
        if _NO_NAME.match(who) or not _TALKED_THERE.search(low, match.end()):
            continue
        if not (match["went"] or match["own"] or match["sport"]):
            continue
        start = match.start("went") if match["went"] else match.start("who")
        yield start, match.start("who"), "saw "
        end = match.end("own") if match["own"] else match.end("who")
        yield match.end("who"), end, " at the"
