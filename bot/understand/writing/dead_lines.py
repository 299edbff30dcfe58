"""Calls told by the telephone that rang: "Lorna's cell at 3:42 rang out. Bill's at 3:45, voicemail".

Who was tried, the hour and what came of it stand in a row without a verb of the sender's; "called" is written
before each, so that neither is taken for somebody who rang, or for somebody's home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_BEGINS = r"(?:^|(?<=[\n.;,!?] )|(?<=\n)|(?<= then )|(?<= and )|(?<= y ))"
_CLOCK = r"(?:\d{1,2}[:.]\d\d ?(?:[ap]\.?m?\b\.?)?|\d{1,2} ?[ap]\.?m?\b\.?|\d{3,4}(?! ?min))"
_DAY = (
    r"(?: (?:today|yesterday|hoy|ayer|this (?:morning|afternoon)|"
    r"(?:on )?(?:mon|tues|wednes|thurs|fri)day))?"
)
_HOUR = rf"(?:,? (?:at |@ ?|around |a las? )?{_CLOCK}{_DAY}|{_DAY} (?:at |@ ?|a las? )?{_CLOCK})"
_LINE = (
    r"(?:(?:home|house|work|office) )?(?:cell ?phone|cell|phone|mobile|land ?line|line|number|celular|cel|"
    r"telefono)"
)
_WIRED = (
    r"(?:rang (?:out|and rang|off the hook|through|forever|twice)|(?:just |only )?(?:rang|rings)"
    r"(?= *(?:$|[.,;]))|kept ringing|voice ?mail|vm(?!\w)|(?:a )?machine|(?:mail)?box full|(?:was )?busy|"
    r"disconnected|out of service|not in service|buzon)"
)
_SAME = r"(?:same(?: thing| story| deal)?|ditto|lo mismo|igual)(?= *(?:$|[.,;]))"
_LINKS = (
    r"(?:[,:;–-]? (?:it |was |went |goes |straight |right |directly |to |al |se fue |just |her |his |and )"
    r"{0,4})"
)
_DEAD = (
    rf"(?:{_WIRED}|no (?:answer|ans|reply|response|contest\w+)|unanswered|off(?= *(?:$|[.,;]))|apagad[oa])"
)
_WHO = r"(?P<who>(?:(?:ms|mrs|mr|miss|dr|sra?|mme)\.? )?[a-z][\w-]*(?: [a-z][\w-]*)?)"
_FIRST = Quick(
    rf"{_BEGINS}{_WHO}(?P<line>(?:['’]s?)? {_LINE})"
    rf"(?:{_HOUR}{_LINKS}(?P<dead>{_DEAD})|{_LINKS}(?P<first>{_DEAD}){_HOUR})"
)
_DE = Quick(
    rf"{_BEGINS}(?P<lead>(?:el )?(?:cel|celular|telefono) de )(?:(?:la|el|dona|don) )?{_WHO}"
    rf"(?:{_HOUR}{_LINKS}(?P<dead>{_DEAD})|{_LINKS}(?P<first>{_DEAD}){_HOUR})"
)
_OFF = Quick(r"(?:(?:was )?busy|off|apagad[oa]|disconnected|out of service|not in service)$")
_NEXT = Quick(rf"{_BEGINS}{_WHO}(?P<line>['’]s?){_HOUR}{_LINKS}(?:{_WIRED}|(?P<same>{_SAME}))")
_ON_THE_PHONE = Quick(rf"(?<!\w)(?:{_LINE}|called|tried|rang|voice ?mail|vm|llame|dialed)(?!\w)")
# "Tried Lorna's cell", "I missed her call, her cell": told with its verb.
_TOLD = Quick(
    r"(?<!\w)(?:i|we|he|she|they|it|called|call|tried|rang|phoned|texted|dialed|tc|t/c|spoke|talked|went|saw|"
    r"met|at|to|on|from|by|with|w|my|a|an|no|llame|marque|intente|al|en|del|de|mi|el|la|un|una)(?!\w)"
)


def dead_lines(low: str) -> Iterator[Change]:
    """The changes that write "called" before such rows; `low` is the text folded."""
    if not _ON_THE_PHONE.search(low):
        return
    for match in _FIRST.finditer(low):
        if not _TOLD.search(match["who"]):
            yield match.start("who"), match.start("who"), "called "
            yield *match.span("line"), ""
            yield from _no_answer(match)
    for match in _DE.finditer(low):
        yield *match.span("lead"), "called "
        yield from _no_answer(match)
    for match in _NEXT.finditer(low):
        if _TOLD.search(match["who"]) or not _ON_THE_PHONE.search(low, 0, match.start()):
            continue
        yield match.start("who"), match.start("who"), "called "
        yield *match.span("line"), ""
        if match["same"]:
            yield *match.span("same"), "no answer"


def _no_answer(match: re.Match[str]) -> Iterator[Change]:
    """A line that was busy or switched off gave no answer."""
    name = "dead" if match["dead"] else "first"
    if _OFF.match(match[name]):
        yield *match.span(name), ", no answer"
