"""Words that answer what is asked about earlier words: “I mean for the Esperanza note", “yes, add it".

They belong into no note themselves: they say where the words before them belong.
"""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import select

from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts.amending import facts_of
from bot.services.drafts.continuing import returned_lately
from bot.services.drafts.heard import Heard
from bot.services.drafts.open_drafts import MOST, open_drafts
from bot.understand.amend.topic import names_on
from bot.understand.writing.text import folded
from storage.models import Remark

WITHIN = timedelta(hours=2)
"""A question that was put longer ago is answered by its buttons alone."""
_ASKS = ("which", "add_or_new", "add_or_raise")
_YES = (
    r"\W*(?:(?:yes|yeah|yep|yup|ok|okay|sure|please|no|sorry|oh|si|claro|dale|perdon|pls|just|can you"
    r"|go ahead and)[,.! ]+)*"
)
_IT = r"(?:it|that|this|them|those)"
_TO_IT = r"(?:it|(?:that|the|this)(?: same)? (?:note|one)|that|the return(?:ed)?(?: (?:note|one))?)"
_ADD = re.compile(
    rf"{_YES}(?:(?:add|put|include|attach) {_IT}"
    rf"|(?:{_IT}(?:'s)? )?(?:belongs?|goes) (?:there|in(?: there| it)?|to {_TO_IT})"
    r"|(?:agreg|anad|pon|sum|inclu)\w*l[oa]s?)"
    rf"(?: (?:(?:in )?there|in|please|pls|too|(?:to|in) {_TO_IT}|ahi|por favor|a (?:esa|la) nota))*\W*"
)
_NOTE = r"(?:note|one|draft|card|visit|call|nota)"
_WORD = rf"(?!{_NOTE}\b)[^\W\d][\w-]*"
_FOR = re.compile(
    rf"{_YES}(?:(?:i (?:mean|meant)|i'?m talking about)(?: {_IT})?"
    rf"|{_IT}(?:'s| is| was| goes| belongs)?(?: meant)?|goes|(?:add|put) {_IT}"
    r"|me refer\w+|quise decir|(?:eso )?(?:es|era|va)|eso|(?:agreg|anad|pon)\w*l[oa]s?|lo decia)"
    r" (?:for|to|about|on|in|into|of|with|para|por|de|a|en|con)(?: (?:the|my|la|el|that|una|lo))*"
    r"(?: (?:note|nota|one|visita|llamada)(?: (?:for|on|about|of|de|para|con))?)?(?: (?:la|el|the))?"
    rf" (?P<topic>{_WORD}(?: {_WORD})?)(?:'s)?(?: {_NOTE})?\W*"
)


def points(text: str) -> bool:
    """A cheap look, no database: whether the words say nothing but where others belong."""
    low = folded(text)
    return _ADD.fullmatch(low) is not None or _FOR.fullmatch(low) is not None


def pointed_at(desk: Desk, said: Heard) -> tuple[Remark, str] | None:
    """The words of the actor that wait for an answer, and the note to which these say that they belong."""
    if not points(said.text):
        return None
    query = (
        select(Remark)
        .where(Remark.staff_id == desk.actor.id, Remark.asks.in_(_ASKS), Remark.made_at >= desk.now - WITHIN)
        .order_by(Remark.made_at.desc(), Remark.id)
        .limit(1)
    )
    asking = desk.session.scalar(query)
    if asking is None:
        return None
    low = folded(said.text)
    if _ADD.fullmatch(low):
        return (asking, asking.candidates[0]) if len(asking.candidates) == 1 else None
    named = _FOR.fullmatch(low)
    note_id = _called(desk, said, asking, named["topic"]) if named else None
    return (asking, note_id) if note_id else None


def _called(desk: Desk, said: Heard, asking: Remark, topic: str) -> str | None:
    """The one note that is named so: of those in question, else of the actor's drafts and returned notes."""
    topic = " ".join(word.removesuffix("'s") for word in topic.split())
    others = [note_id for note_id, _ in open_drafts(desk, MOST)]
    for ids in (list(asking.candidates), [*others, *returned_lately(desk, said)]):
        found = {
            i for i in ids if set(topic.split()) <= set(names_on(desk.agency, facts_of(notes.read(desk, i))))
        }
        if len(found) == 1:
            return found.pop()
    return None
