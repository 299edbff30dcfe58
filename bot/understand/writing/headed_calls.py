"""A call told as a heading: "M. Reinhart, 12:10, phone, 15 min: Maeve refusing school".

Who, when, the way and how long stand in a row, and all behind them is what the call was about. It is written
out as "Phone call with …, re: …", so that neither the school nor the days told of become the call's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

ROW = r"(?:^|(?<=\n)|(?<=[.!?] ))[ \t]*(?:[-•*] ?)?"
"""Where a heading may begin: a line, a sentence, perhaps behind a bullet."""
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d ?(?:[ap]\.?m?\.?)?|\d{3,4} ?(?:hrs?|[ap]m?)?|\d{1,2} ?[ap]\.?m?\.?|\d{1,2}(?= hoy))"
)
_DAY = (
    r"(?:today|yesterday|yest|hoy|ayer|this (?:morning|afternoon)|\d{1,2}/\d{1,2}(?:/\d{2,4})?|"
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?)"
)
_WAY = (
    r"(?:(?:by |via |on the |over the |by the )?(?:tele)?phone(?: call)?|t/?c|p/c|tel\.?|"
    r"(?:x|por) (?:el )?(?:tel|telefono|phone|cel|celular)\.?)"
)
_LONG = r"(?:~? ?\d{1,3} ?(?:minutes|minutos|mins?|m)\.?)"
_HEADED = Quick(
    rf"{ROW}(?P<who>(?:[a-z]{{1,3}}\. ?)?[a-z][a-z' -]{{1,28}}?"
    rf"(?: [a-z]\.)?)(?: \([a-z ]{{2,12}}\))?(?P<early>,? (?:tc|t/c|p/c|phone)(?=,? \d))?,? (?:(?:at|a las?|"
    rf"@) ?)?(?:{_DAY},? )?{_CLOCK}(?:,? {_DAY})?(?P<way>(?(early)|"
    rf",? {_WAY}))(?P<long>,? {_LONG})?(?P<stop> ?[:;,.–-] ?|$)"
)
# "Today 9:40 Jan Halvorsen, phone, 10 min, Cody got suspended": the hour first.
_HOUR_FIRST = Quick(
    rf"{ROW}(?:\d\d?[.)] ?)?(?:{_DAY},? )?(?:(?:at|a las?|@) )?{_CLOCK},? "
    rf"(?![ap]\.?m\b)(?P<who>(?:[a-z]{{1,3}}\. ?)?[a-z][a-z' -]{{1,28}}?),(?P<way> {_WAY})"
    rf"(?P<long>,? {_LONG})?(?P<stop> ?[:;,–-] ?|\.|$)"
)
# "Saw Leo 3:15, phone off": the row does not begin with who it was with.
_NO_NAME = Quick(
    r"(?:saw|seen|met|went|got|visit\w*|hv|home|court|spr|called|texted|emailed|tried|spoke|talked|lvm|lm|"
    r"left|tc|t/c|call|phone|plan|sched|conf\w*|mtg|meeting|no|then|also|and|at|on|for|in|vi|llame|hable|"
    r"visite|sup\w*|fam|email|text|reunion|visita|junta|cita)(?!\w)"
)
# "I spoke w Ashley on the phone 3:45": a sentence, and no heading.
_TOLD = Quick(
    r"(?<!\w)(?:i|we|he|she|they|it|spoke|talked|told|said|says|called|answered|was|is|had|got|on|by|via|"
    r"over|with|w|at|from|after|before|yo|hable|dijo|dice|con|por)(?!\w)"
)
_NOT_ABOUT = Quick(
    r"(?:re|regarding|about|sobre|lvm|lm|vm|left|no (?:answer|ans|pick)|n/a|busy|off|disconnected|"
    r"straight|voicemail|said|says|told|dice|dijo|spoke|talked|w/|with|and|no contest\w*|buzon)(?!\w)"
)


def headed_calls(low: str) -> Iterator[Change]:
    """The changes that write such headings out; `low` is the text folded."""
    for match in chain(_HEADED.finditer(low), _HOUR_FIRST.finditer(low)):
        if _NO_NAME.match(match["who"]) or _TOLD.search(match["who"]):
            continue
        yield match.start("who"), match.start("who"), "Phone call with "
        yield *match.span("early" if match.groupdict().get("early") else "way"), ""
        behind = low[match.end() :]
        if match["stop"] and behind and not _NOT_ABOUT.match(behind) and "." not in match["stop"]:
            yield *match.span("stop"), ", re: "
