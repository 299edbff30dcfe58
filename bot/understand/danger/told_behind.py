"""Danger told behind a question nobody put a mark to: "who is on call maya is having a seizure".

What is asked is whom to call, what to do, how to note it; what follows has a subject of its own and is told.
"""

from __future__ import annotations

import re

from bot.understand.danger.alarms import alarm_of

_HELPER = r"(?:i|we|you|someone|somebody|anyone|anybody)"
_NOW = (
    r"(?: (?:now|asap|right now|right away|please|tonight|today|on this|for this|about this|this week(?:end)?"
    r"))*"
)
_ASKED_FIRST = re.compile(
    r"\W*(?:(?:hey|hi|hello|ok|okay|so|please|omg|oh my god|sorry|wait|oye|hola|ayuda),? )*(?:"
    rf"who(?:'s| is| do {_HELPER}| should {_HELPER})(?: the)? (?:on[- ]call|on duty|call|notify|tell|contact)"
    rf"(?: (?:supervisor|person|worker|STAFF))?|what (?:do|should|can) {_HELPER} do"
    r"|what(?:'s| is) the (?:phone )?(?:number|hotline) (?:for|to|of) "
    r"(?:poison control|crisis|911|the hotline)"
    rf"|how (?:do|should|can) {_HELPER} (?:log|report|file|enter|note|write up|document) (?:this|it|that)"
    rf"|(?:is it |would it be )?(?:ok|okay|alright) if {_HELPER} (?:call|text)(?: (?:you|STAFF))?"
    r"|is (?:it|this|that) (?:an? |considered )*(?:emergency|crisis|serious|dangerous|bad) (?:if|that)"
    rf"|(?:can|could|will) {_HELPER} (?:please )?(?:call|help|pick up|come|answer)"
    r"(?: (?:me|us|you|out|back))?"
    r"|(?:i |we )?need (?:some )?help|help(?: (?:me|us))?"
    r"|que (?:hago|hacemos)|a quien (?:llamo|le (?:hablo|aviso|marco))|quien esta de (?:guardia|turno)"
    r"|como (?:reporto|registro|anoto) esto|necesito ayuda"
    rf"){_NOW},? (?=(?:CHILD|hope|will|he|she|they|CAREGIVER|KIN|PARENT|CCW"
    r"|the (?:baby|kids?)|la bebe|el bebe|se)(?!\w))"
)


def danger_told_behind(text: str) -> bool:
    """Whether `text` (`words.Plain.text`) goes on to tell of an emergency once it has asked for help."""
    asked = _ASKED_FIRST.match(text)
    return bool(asked and alarm_of(text[asked.end() :]).crisis)
