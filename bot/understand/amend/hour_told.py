"""A bare number that is the hour: "actually it was 2", "no, was 1130, we ran late"."""

from __future__ import annotations

import re

from bot.understand.amend import answers
from bot.understand.amend.remark import Remark
from bot.understand.amend.whose import of_the_event
from bot.understand.message import Message
from bot.understand.parts import Tense, TimeMention

_THE_HOUR = re.compile(
    r"\W*(?:(?:it was|was|it's|its|at|around|like|more like|make it|make that|fue|era|a|las?)[ ,]+){0,3}"
    r"\d{1,2}(:?[0-5]\d)?\W*$",
    re.IGNORECASE,
)
"""“Actually it was 2", "was 1130", of an event that has its hour: the number is the hour."""
_CLAUSE_END = re.compile(r",(?! \d)| (?:because|bc|cuz|since|porque|ya que)(?!\w)", re.IGNORECASE)
_HALF = re.compile(
    r"(?:\W|(?:sorry|oops|no|wait|i|meant|mean|it|was|that|thats|should|be|make|actually|perdon|era|fue|de)(?=\W))*?"
    r"(?<!\w)([ap])\.?m\.?(?:,? not [ap]m)?\W*"
)


def hour_put_right(remark: Remark) -> list[TimeMention]:
    """The hour of words that say no more than it, or say it first and then why."""
    words = of_the_event(remark.said)[remark.said.sentences[0].start :].strip(" ,.")
    end = _CLAUSE_END.search(words) if remark.said.strong else None
    first = words[: end.start()] if end else words
    low = remark.said.new
    states = [low[s.start : s.end].strip(" ,.") for s in remark.said.sentences[1:] if s.states]
    for each in (words, first, *states):
        hour = _THE_HOUR.match(each)
        if hour and (remark.said.strong or (hour[1] and (each in states or remark.said.sentences[0].states))):
            return bare_hour(remark, each)
    return _other_half(remark)


def _other_half(remark: Remark) -> list[TimeMention]:
    """“Oops pm": the same hour in the other half of the day."""
    half, start = _HALF.fullmatch(remark.said.low), remark.facts.starts_at
    if half is None or start is None or not remark.said.strong:
        return []
    wall = start.astimezone(remark.tz)
    return bare_hour(remark, f"{(wall.hour - 1) % 12 + 1}:{wall.minute:02} {half[1]}m")


def bare_hour(remark: Remark, words: str) -> list[TimeMention]:
    """The hour that a number alone is."""
    worded = answers.bare_hour(words.strip())
    if worded is None:
        return []
    message = remark.message
    return Message.of(message.agency, message.staff_id, worded, remark.sent_at, remark.tz, voice=False).times(
        Tense.PAST
    )
