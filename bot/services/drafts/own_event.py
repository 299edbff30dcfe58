"""Whether words that follow a draft tell of something that happened beside it: "also called his therapist".

Taken for an addition, a call would stand in the note of a visit, and in no record as the call that it was.
"""

from __future__ import annotations

import re

from bot.services.drafts.heard import Heard
from bot.understand.amend import Amendment, Facts
from bot.understand.parts import Intent
from bot.understand.writing.text import folded
from storage.types import Method, Outcome

_APART = frozenset({Method.PHONE, Method.TEXT, Method.EMAIL, Method.MAIL, Method.VIDEO})
_IN_VAIN = frozenset({Outcome.ATTEMPTED, Outcome.CANCELLED})
_IT = re.compile(r"\W*(?:(?:and|but|so|y|pero) )*(?:it|its|that|this|fue|era|eso)(?!\w)")
"""“It was with Owen": of the draft, whoever is named."""
_INTO_THE_NOTE = re.compile(
    r"\W*(?:(?:and|oh|please|pls|can|could|you|y|ah|por|favor|i|se|me) ){0,4}"
    r"(?:add|forgot|include|note that|put|mention|agrega|anade|anadir|olvido|falto|incluye|pon)"
)
"""“Add that …": where the words belong was said, be they of another event: then it is asked."""
_OF_THE_NOTE = re.compile(
    r"\W*(?:(?:for|on|about|re|in|en|sobre) )?(?:the|that|my|la|el|esa|mi) [\w' ]{1,25}?"
    r"(?:note|draft|nota) ?[:-]"
)
"""“The Will note: he answered": whatever else it sounds like, it is about that note."""
_THE_SAME = re.compile(r"(?<!\w)(?:same (?:for|with|thing)|ditto|lo mismo (?:con|para))(?!\w)")

_BACK = re.compile(
    r"(?<!\w)(?:(?:she|he|they|just|finally|mom|dad) )?(?:just |finally |then )?"
    r"(?:(?:called|rang|phoned|texted|tc'?d|calls|hit) (?:me |us )?back|got back to (?:me|us)|"
    r"(?:answered|picked up)(?= (?:at|around|about|this time)(?!\w)|[.,;]| and (?:we|i) )|"
    r"(?:got (?:a ?)?hold of|got through to|reached) (?:her|him|them)|"
    r"(?<!no )(?<!nunca )(?:(?:me|si|ya|si me|ya me) )?contesto(?= (?:como |hoy )?a las? )|"
    r"returned (?:my|our|the) (?:call|vm|voicemail|message|text)|"
    r"(?:me |nos )?(?:devolvio|regreso) la llamada|(?:me |nos )?(?:llamo|hablo) de (?:vuelta|regreso))(?!\w)"
)


def calls_back(text: str) -> bool:
    """Whether somebody is told to have called, or written, back: an event of its own."""
    return _BACK.search(folded(text)) is not None


def is_call_back(said: Heard, facts: Facts) -> bool:
    """Whether the words tell of a call back, and the draft of these facts is not about that very call.

    Who calls back after an attempt has not made it at another hour; and whoever calls back while another
    contact's card is on the table has not been on that one.
    """
    item = said.item
    if item is None or not calls_back(said.text) or _OF_THE_NOTE.match(folded(said.text)):
        return False
    if facts.outcome is Outcome.ATTEMPTED or not calls_back(facts.words):
        return True
    return bool(item.people) and not set(item.people) & set(facts.people)


def is_to_come(said: Heard, amendment: Amendment) -> bool:
    """Whether the words plan something; what puts a draft right ("no, Thursday") does not."""
    plans = said.reading.intent is Intent.PLAN_VISIT
    return plans and not (amendment.strong or amendment.states or amendment.wish)


def is_another(said: Heard, facts: Facts) -> bool:
    """Whether the words tell of a call, a text, a letter that is not the one of these facts.

    Another way of contact than the draft's, or somebody who is not on it.
    """
    item = said.item
    if item is None or said.reading.intent is not Intent.LOG_CONTACT or not item.types:
        return False
    if item.method not in _APART:
        return False
    if facts.method is not None and item.method is not facts.method:
        return bool(item.people or item.children)
    return bool(item.people) and not set(item.people) & set(facts.people)


def happened_beside(said: Heard, facts: Facts) -> bool:
    """`is_another`, and the words do not say themselves that they belong into the note."""
    return is_another(said, facts) and not _INTO_THE_NOTE.match(folded(said.text))


def is_of_others(said: Heard, amendment: Amendment, facts: Facts) -> bool:
    """“The visit with Owen Saturday never happened", of another family's draft: a log, and no correction."""
    item = said.item
    if not said.whole or item is None or amendment.strong or amendment.adds or amendment.wish:
        return False
    if _IT.match(folded(said.text)):
        return False
    return bool(facts.case_id and item.case_ids and facts.case_id not in item.case_ids)


def did_not_happen_then(said: Heard, amendment: Amendment, facts: Facts) -> bool:
    """Whether what did not take place was to be on another day than what did: it is not the same event."""
    item = said.item
    if item is None or amendment.led or item.outcome not in _IN_VAIN or not facts.on:
        return False
    return facts.outcome is Outcome.COMPLETED and item.on is not None and item.on != facts.on


def is_likewise(said: Heard) -> bool:
    """“Same for Hector”: another event, told by pointing at the one before."""
    return _THE_SAME.search(folded(said.text)) is not None
