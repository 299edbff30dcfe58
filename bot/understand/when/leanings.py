"""Which way a time in a log leans: what was called off, what is put off, what has just happened.

Each of these is read from the words of its own sentence, on both sides of the time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from bot.understand.parts import Tense
from bot.understand.patterns.quick import Quick
from bot.understand.when.going_back import back_there, going_back
from bot.understand.when.put_off_words import CANNOT, DOING, RATHER
from bot.understand.when.shapes import Atom, Day

_OFF = Quick(
    r"\b(?:cancel(?:s|l?ed|l?ing|ad[oa]s?|aron|amos|o|a|an|e)?|cxl?d?|canx|called off|calling off|"
    r"suspend(?:ieron|emos|e|io|id[oa]) (?:la|el|su|nuestra)|se suspend(?:e|io)|"
    r"no (?:va|vamos|van) a (?:haber|poder|venir)|not happening|isn't happening|isnt happening"
    r"|(?:can't|cant|cannot|couldn't|unable to) (?:do|make|come)(?= (?:it )?(?:for |on )?$))(?!\w)"
)
_MOVED = Quick(
    r"\b(?:moved|moving|resched[a-z]*|reprogram[a-z]*|re-sched[a-z]*|pushed|postponed|instead|queda|quedo|"
    r"paso para|make ?up|made up)\b"
)
_FROM = Quick(
    r"\b(?:mov(?:e|ed|ing)|push(?:ed|ing)?|bump(?:ed|ing)?|switch(?:ed|ing)?|chang(?:e|ed|ing)|"
    r"shift(?:ed|ing)?|resched[a-z]*|movi|movimos|cambi[aeo]r?|cambiamos|pas[oe]|pasamos)"
    r"(?: (?!to\b|until\b|para\b)[\w§'-]+){0,5} ?$"
)
_TO = Quick(
    r"(?:['’]?s)?(?: (?!and\b|but\b|then\b)[\w§'-]+){0,6}? "
    r"(?:to|until|till|for|para|al?)(?: the| el| next| this)? ?"
)
# "Can't do tomorrow, she has a fever, do thurs": of the two days the second is meant.
_CANNOT = Quick(rf"(?<!\w)(?:{CANNOT}|cant){DOING}(?: (?:it|on|for|el|with|w|con|la|§))* ?$")
_RATHER = Quick(
    rf"^[^?]{{0,90}}?\b{RATHER}(?: (?:it|that|this|the visit|again|"
    r"over|see|do|§|la|lo|on|for|to|el|para|al|at))* ?$"
)
_ANEW = Quick(
    rf"{_MOVED.pattern}|\b(?:next|now|new|will|going|back|saw|met|again|proxim[oa]|(?:i|we) (?:see|visit)"
    r"|seeing|visiting|l[aoe]s? (?:vemos|veo|hacemos|hago|visito))\b"
)
_AGAIN = Quick(
    r"(?:^ ?|[,.;:] ?|\b(?:so|but|now|i'm|im|am|we're|are|will be) )"
    r"(?:seeing (?!improve|progress|changes|signs)|going back|trying (?:again|back)|"
    r"(?:heading|coming|swinging) (?:back|by|over))"
)
_NO_VERB = Quick(r"\b(?:hv|fv|tc)\b")
# `el sábado a las 10 superviso su visita`: the present of what is to come.
_SPANISH_NOW = Quick(r",? ?(?:superviso|visito|veo|llevo|recojo|vuelvo|nos vemos|voy|tengo|hay)\b")
_INSTEAD = Quick(r"[^.!?\n]{0,30}?\binstead\b(?! of)")
# "A Diego lo veo Thursday", "I see Leo Thursday": the present of somebody and a day.
_I_SEE = Quick(
    r"(?<!\w)(?<!que )(?<!cuando )(?:(?:la|lo|los|las) (?:veo|visito|recojo|llevo|superviso|vemos)"
    r"|(?:veo|visito|recojo|superviso|vemos) a(?: §(?:,? (?:y (?:a )?)?§)*| (?:la|los|las|su) \w+)"
    r"|(?:i|we) (?:see|visit|meet) §(?:,? (?:and )?§)*)(?: a §(?: y (?:a )?§)*)? (?:next |on |el )?$"
)
# "FTC for them Thurs 2p, I gotta run it": the worker's own, still to be done.
_I_MUST = Quick(
    r"(?:,? (?:at |@ ?)?[~\d:]+ ?(?:[ap]\.?m?\.?)?)?,? (?:and |so |y )?(?:i|we) (?:gotta|have to|"
    r"need to|must|will|am going to|'ll|am) |"
    r",? (?:i'm|im|i am) (?:supervising|running|hosting|going|doing)|,? (?:tengo|hay|voy) (?:que|a) "
)
_PAST = Quick(
    r"\b(?!(?:un)?supervised\b|(?:re)?scheduled\b|excited\b|worried\b|planned\b|need(?:ed)?\b|bed\b)"
    r"(?:[a-z]{2,}ed|saw|seen|met|went|came|spoke|took|brought|did|didn't|didnt|had|was|were|got|made|"
    r"held|told|forgot|left|sent|gave|ran|sat|drove|fv|hv|tc|done|ok|fue|fui|vi|hable|llame|visite|vino|"
    r"estuvo|estaba|llego|tuvo|hubo|llevo)\b"
)
_SENT = Quick(
    r"\b(?:mailed|sent|emailed|e-mailed|texted|gave|handed|dropped|delivered|faxed|posted|saw|called|"
    r"spoke|met|visited|tc|t/c|talked|wrote|left|mande|envie|escribi|llame|hable|entregue|vi|visite)\b"
)
_MADE = Quick(
    r"\b(?:called|spoke|talked|texted|saw|met|visited|tc|t/c|llame|hable|vi|visite)\b"
    r"(?: (?!re\b|about\b|for\b|to\b|visit|and\b|y\b|sobre\b|para\b)[\w§.'-]+){0,4}(?: @)? ?$"
)
_JUST = Quick(
    r"\b(?:just (?:called|left|got|hung|spoke|talked|texted|saw|met|came|phoned|rang|told|reported)|"
    r"acab[oa] de|acaba de|right now|recien)\b[^.!?\n]{0,40}$"
)

# "She told me her check comes Monday": what was told, unlike "told me Monday that".
TOLD_ME = Quick(
    r"\b(?:told (?:me|us)|mentioned|me (?:dijo|conto)) (?:that |que )?(?=(?:[a-z§']+ ){2,8}$)"
    # "He wrote back that Thursday works": what an answer says.
    r"|\b(?:wrote|texted|emailed|messaged|replied|answered)(?: me)?(?: right)?(?: back)?,? (?:that|saying|yes"
    r"|yeah|no|ok|okay|she|he|they)\b|\b(?:escribio|contesto|respondio|puso|texteo) (?:que|si|q)\b"
)
TOOK_PLACE = Quick(
    r"\b(?:took place|(?:was|were|got) held|happened|occurred|had|went|tuvo|fue|se (?:llevo a cabo|realizo"
    r"|hizo))\b"
)


def lean(drafts: list[Atom], text: str, starts: list[int]) -> None:
    """Marks each draft with what its sentence says of it; sets the role of what is put off."""
    for index, draft in enumerate(drafts):
        _of_weekend_before(draft, text, starts)
        at = bisect_right(starts, draft.start)
        left = text[max(starts[at - 1], draft.start - 160) : draft.start]
        right = text[draft.end : min(starts[at] if at < len(starts) else len(text), draft.end + 160)]
        draft.off = _called_off(left[-110:], right[:90])
        draft.just = draft.day is None and _JUST.search(left) is not None
        draft.made = draft.role == "event" and _MADE.search(left) is not None
        draft.done = draft.role != "event" and _SENT.search(left) is not None
        own = left[max(0, len(left) - (draft.start - drafts[index - 1].end)) :] if index else left
        if draft.role == "future" and _IT_IS_FOR.search(left) and _PAST_BEHIND.match(right):
            draft.role = "event"
        told = _PAST.search(own) and not (draft.day and going_back(draft.day, own))
        if draft.role == "event" and draft.day is not None and not told:
            draft.role = "future" if _put_off(draft.day, own, right) else "event"
        this = draft.day is not None and (_of_this_week(draft.day) or back_there(draft.day, own))
        if draft.role == "event" and this and not _PAST.search(_NO_VERB.sub(" ", own)):
            draft.ahead = not _PAST.search(right)
        if draft.role != "future" and draft.never and _noted_date(draft, drafts):
            draft.ahead = not (_PAST.search(own) or _PAST.search(right))


def _noted_date(draft: Atom, drafts: list[Atom]) -> bool:
    """“Court 9:30 on the 24th", beside what happened at an hour of its own."""
    dom = draft.day is not None and draft.day.kind == "dom"
    return dom and any(d is not draft and d.role == "event" and d.timed for d in drafts)


# "Sorry, this is for Friday: saw § at 3".
_IT_IS_FOR = Quick(r"(?:^|[,;:–-] ?)(?:it's|its|it is|this is|this one is|this one's|that's) (?:for|from) ?$")
_PAST_BEHIND = re.compile(rf"[:,.–-][^.!?\n]*?(?:{_PAST.pattern})")
_BEFORE_LAST = Quick(r"(?<!\w)weekend before last(?!\w)")


def _of_weekend_before(draft: Atom, text: str, starts: list[int]) -> None:
    """“The weekend before last I met him, Sunday 2pm": a week before the latest one."""
    day = draft.day
    if day is None or day.kind != "weekday" or day.number < 5 or day.how:
        return
    if _BEFORE_LAST.search(text, starts[bisect_right(starts, draft.start) - 1], draft.start):
        draft.day = replace(day, how="ago")


def _of_this_week(day: Day) -> bool:
    return day.kind == "weekday" and day.how == "this"


def leave_behind(drafts: list[Atom], text: str, tense: Tense) -> None:
    """“Moving thurs visit to friday”: the day from which it is moved, where another follows, is told of.

    What is moved from a day to come is moved to one.
    """
    for before, after in pairwise(drafts):
        if before.role == "reported" or before.day is None or after.day is None:
            continue
        left, between = text[max(0, before.start - 60) : before.start], text[before.end : after.start]
        moved = _FROM.search(left) and _TO.fullmatch(between)
        if moved or (_CANNOT.search(left) and _RATHER.search(between)):
            before.role = "reported"
            ahead = before.day.kind == "offset" and before.day.number > 0
            if ahead and tense is Tense.PAST and after.role == "event":
                after.role = "future"


def _called_off(left: str, right: str) -> bool:
    """The time of what was cancelled; not the time it was moved to."""
    before = list(_OFF.finditer(left))
    if before:
        return not _ANEW.search(left[before[-1].end() :])
    return _OFF.search(right) is not None and not _MOVED.search(left)


def _put_off(day: Day, left: str, right: str) -> bool:
    """`seeing her sat 10am instead`: told of a day without a past verb."""
    if day.kind not in {"weekday", "date", "dom", "holiday"} or day.how in {"last", "lastweek", "ago"}:
        return False
    ahead = _INSTEAD.match(right) or _SPANISH_NOW.match(right) or _AGAIN.search(left) or _I_MUST.match(right)
    return bool(ahead or _I_SEE.search(left) or going_back(day, left))
