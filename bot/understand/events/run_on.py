"""Where a new event begins in words without a full stop: "… at ten called the doctor at twelve thirty".

Dictated messages have no punctuation; a verb of the sender's own without its "I", with its own clock time
behind it, begins another event there (READING, "Events").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from bot.understand.parts import TimeMention
from bot.understand.patterns.quick import Quick
from bot.understand.writing.words import Plain

_BEGINS = Quick(
    r"(?<=\s)(?P<and>(?:and |y )(?:then )?)?"
    r"(?:(?:called|phoned|texted|emailed|messaged)(?! (?:me|us|off|out|in|sick|back|(?:him|her|"
    r"them)(?! (?:back |again )?(?:at|around) \w))(?!\w))"
    r"|(?:went|came|drove|swung|stopped|circled) back(?= (?:by |over |there |out |again ){0,2}(?:at"
    r"|around) \w)|tried (?:again|back)(?= (?:at|around) \w)"
    r"|(?:i|we) got (?:[A-Z]{3,}|her|him|them) on the (?:phone|line)"
    r"|(?:tried|saw|visited|met with|spoke (?:to|with)|talked (?:to|with))"
    r"(?= (?:(?:the|his|her|their|both) )?(?:[A-Z]{3,}|kids|children|boys|girls)))(?!\w)"
)
# Whose verb it is, where it is not the sender's: "the nurse called", "who saw", "has visited".
_SUBJECT = Quick(
    r"(?<!\w)(?:[A-Z]{3,}(?:'s)?|i|we|he|she|they|it|who|that|which|and|or|to|not|never|just|also|then|"
    r"already|had|has|have|was|were|been|being|got|so|when|after|before|because|if|until|till|once|says|said|"
    r"later|finally|she's|he's|staff|school|police|nobody|someone|somebody|mom|dad|mother|father|both|"
    r"(?:the|a|an|her|his|their|my|our|this) (?!door|house|porch|car|phone|apartment)\w+),?\s*$"
)
_OTHERS_TALE = Quick(
    r"(?:^|[.!?\n]\s*)(?:and |so |but )?(?:(?:the|her|his|their) )?"
    r"(?:[A-Z]{3,}|he|she|they|mom|dad|mother|father)(?: [A-Z]{3,})*(?! and (?:i|me)\b) (?!'s)[a-z]"
)
_TALK = Quick(r"spoke|talked")
_STOPS = ".!?;\n"
_STOP = Quick(rf"[{_STOPS}]")
_FAR = 70


_LEADS = Quick(
    r"\s*(?:(?:i|we) (?:then |also |just |had |have )?(?:called|phoned|texted|emailed|tried|spoke|talked|met|"
    r"saw|"
    r"visited|sat|went|stopped|got|swung|dropped|drove|headed|took|supervised|was (?:at|over|out|with|back))|"
    r"[A-Z]{3,} (?:called|phoned|texted|emailed) (?:me|us)|(?:le )?(?:llame|hable|vi|"
    r"escribi|visite|fui|pase|supervise|lleve|recogi|mande|devolvi))(?!\w)"
)
_TOLD = Quick(
    r"(?<!\w)(?:called|phoned|texted|emailed|tried|spoke|talked|saw|met|visited|went|stopped|left|llame|"
    r"hable|vi)(?!\w)"
)
_HEAD = Quick(r"(?:^|[.,;:!?\n]|(?<!\w)(?:and|then|y|luego))[\s-]*(?:at )?$")
_FAR_BACK = 200
"""No more letters than these stand between what an hour begins with and the hour: "then at 4"."""
_AT = Quick(r"(?:at|around|about|a las?) $")
_HOUR_FIRST = Quick(r"(?:^|[.!?;\n])\W*(?:(?:hoy|ayer|today|yesterday),? )?(?:(?:a las?|at|around) )?$")
_AND_AT = Quick(r",? (?:and|then|y|luego) (?:then |luego )?(?:at|around|about|a las?) $")


def run_ons(plain: Plain, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
    """The stretches of `plain` from such a verb up to its clock time."""
    clocks = sorted(
        plain.from_raw(t.span.start) for t in times if t.role == "event" and t.starts_at and not t.ending
    )
    if len(clocks) < 2:
        return set()
    hours = [(plain.from_raw(t.span.start), plain.from_raw(t.span.end)) for t in times if t.starts_at]
    heads = {end for start, end in hours if _HEAD.search(plain.text, max(0, start - _FAR_BACK), start)}
    found: set[tuple[int, int]] = set()
    for match in _BEGINS.finditer(plain.text):
        after = bisect_left(clocks, match.end())
        own = clocks[after] if after < len(clocks) else None
        if own is None or own - match.end() > _FAR or not clocks[0] < match.start():
            continue
        if len(plain.text[: match.start()].rstrip(" :-")) in heads:
            continue  # "3pm visited Leo today, 4:30 called": its hour stands before it
        if not _STOP.search(plain.text, match.end(), own) and _mine(plain.text, match):
            found.add((match.start(), own))
    return _last(found) | _led_by_hour(plain, times)


def _mine(text: str, match: re.Match[str]) -> bool:
    """Whether the verb is the sender's: no subject before it, and no tale of what another did."""
    before = text[: match.start()].rstrip()
    if before[-1:] in ".,;:!?-–/(":
        return False
    sentence = max(map(before.rfind, _STOPS)) + 1
    if match["and"]:
        return not _TALK.search(match.group()) and not _OTHERS_TALE.match(before[sentence:].lstrip())
    return match.group().startswith(("i ", "we ")) or not _SUBJECT.search(f"{before} ")


def _last(found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of several verbs before one clock time, the one beside it: "talked with him called DOC at 3"."""
    lasts: dict[int, int] = {}
    for start, end in found:
        lasts[end] = max(start, lasts.get(end, start))
    return {(start, end) for end, start in lasts.items()}


def _led_by_hour(plain: Plain, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
    """“… at the office at two i called DOC": an hour before its verb, with no stop before the hour."""
    found: set[tuple[int, int]] = set()
    for before, time in pairwise(t for t in times if t.role == "event" and t.starts_at and not t.ending):
        start, end = plain.from_raw(time.span.start), plain.from_raw(time.span.end)
        verb = _LEADS.match(plain.text, end)
        led = _AT.search(plain.text, 0, start)
        since = plain.from_raw(before.span.end)
        joined = _AND_AT.search(
            plain.text, since, start
        )  # "I saw her at school and at 4 I called": of the call
        start = joined.start() if joined else led.start() if led else start
        if verb and joined:
            found.add((start, verb.end()))
            continue
        said = _STOP.search(plain.text, since, start) or _told_between(plain, before, start)
        if verb and start and not said and plain.text[:start].rstrip()[-1:] not in tuple(",:-–/("):
            found.add((start, verb.end()))
    return found


def _told_between(plain: Plain, before: TimeMention, end: int) -> bool:
    """Whether a verb stands between two hours to which the second may belong.

    Not the first one's own: in "hoy a las 9 hable con la maestra … a las 11 vi a Leo" each hour leads.
    """
    since = plain.from_raw(before.span.end)
    led = _LEADS.match(plain.text, since)
    if led and _HOUR_FIRST.search(plain.text, 0, plain.from_raw(before.span.start)):
        since = led.end()
    return _TOLD.search(plain.text, since, end) is not None
