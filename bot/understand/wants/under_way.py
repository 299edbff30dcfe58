"""Somebody who is only on the way: “omw to Hope's”, “running late for my 3 o'clock”, “about to see Will”.

Nothing has happened yet. Read as a log it would be a visit that never was; it is a plan for that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.understand.wants.saying import past_verb

if TYPE_CHECKING:
    from bot.understand.items import Built
    from bot.understand.message import Message

_STILL = (
    r"(?:(?:hi|hey|ok|okay|so|and|just|still|now|currently|already|finally|sorry|fyi|heads up|i'm|im|i am|"
    r"we're|we are|ya|ahora|ahorita|estoy|voy|vamos|oye|hola)[ ,:]+){0,5}"
)
_GOING = (
    r"on (?:my|the|our) way(?! (?:back|home)(?! to)| from)|o[mt]w|en ?route|"
    r"(?:heading|headed|driving|walking|rushing|going(?! to (?:see|visit|meet|call|go|get|be|try|have|take|"
    r"pick|do|talk|check|stop|drop|make|need|text|e-?mail|ask|bring|reach|speak)(?!\w)))"
    r"(?: (?:over|out|up|down|back|in|into|straight|right))* (?:to|into)|"
    r"(?:about|fixing|fixin|fittin|getting ready|ready|set) to "
    r"(?:see|visit|meet|call|go|get|walk|head|pick|leave|start|ring|drive|talk|step)|finna|"
    r"(?:gonna be|going to be|will be|i'll be|ill be|running|be|am) (?:\w+ ){0,4}?late "
    r"(?:to|for|getting|meeting|seeing|picking|on)|late (?:to|for) (?:my|the|our)|"
    r"(?:stuck|sitting) in traffic(?: \w+){0,4} (?:to|for)|almost (?:at|to)|"
    r"leaving (?:now|here|the office|work)?,? ?(?:to|for) (?:see|visit|meet|get|pick|go|the|my)?|"
    r"en camino|camino (?:a|al|de)|voy (?:para|llegando|saliendo|de camino|a ver|a visitar)|"
    r"llegando tarde|voy tarde|saliendo (?:para|a)|a punto de"
)
_UNDER_WAY = re.compile(rf"\W*{_STILL}(?:{_GOING})(?!\w)")
_RETURNING = re.compile(
    r"\W*(?:(?:now|right|out|back|home|over|de) ){0,3}(?:from|back from|regreso|vuelta)(?!\w)"
)
_WHO = re.compile(r"[A-Z]{3,}")
_OVER = re.compile(
    r"(?<!\w)(?:yesterday|yest|ayer|ago|last (?:night|week|\w+day)|on (?:my|the) way back|"
    r"nobody|no one|no answer|nadie|actual(?:ly)?(?: (?:start|time|visit|at|was|began|from|"
    r"@))* ?:? ?\d[\d:.]*|(?:held|began|ended up) (?:\w+ )?(?:at |@ ?)?\d[\d:.]*)(?!\w)"
)

_DAY = timedelta(days=1)


def under_way(text: str) -> bool:
    """Whether the message begins with a way to somebody, and tells nothing that has happened.

    `text`: folded, names given as their roles. “On my way back from Hope, she's good” has happened.
    """
    match = _UNDER_WAY.match(text)
    if match is None or _RETURNING.match(text, match.end()) or not _WHO.search(text) or "?" in text:
        return False
    return not (_OVER.search(text) or past_verb(text[match.end() :]))


def on_that_day(events: Sequence[Built], message: Message) -> list[Built]:
    """A plan's events, on the day of sending where somebody is on the way to them and no other day is said.

    “Running late for my 3 o'clock”, sent at 3:10, does not speak of tomorrow.
    """
    words = message.words()
    if words.future_date or not under_way(words.text):
        return list(events)
    return [_today(one, message.on) for one in events]


def _today(event: Built, today: date) -> Built:
    item = event.item
    if item.on not in (None, today + _DAY):
        return event
    starts_at = item.starts_at - _DAY if item.starts_at and item.on else item.starts_at
    left = tuple(q for q in event.questions if q.slot != "date")
    return replace(event, item=replace(item, on=today, starts_at=starts_at), questions=left)
