"""A plan that is moved by a verb of violence: "push Alan to the day after", "kick her down to Monday".

Only where nobody but the worker or the bot does it (nothing else stands before the verb in its sentence), and
where what follows is a time and nothing that a child can be pushed against. Looks at `words.Plain.text`.
"""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

_HERS = (
    r"(?:^\W*|(?<=[.;!?\n] ))(?:(?:ok(?:ay)?|so|please|pls|just|then|and|also|actually|hey|can|could|"
    r"would|you|"
    r"let's|lets|i|we|i'll|we'll|i'd|i'm|i am|have|had|got|need|want|like|to|going|gonna|will|must|should|"
    r"por|"
    r"favor|puedes|podemos|mejor|tuve|tengo|tenemos|que|ok|y|entonces|lo|la|me)[, ]+){0,6}"
)
_FORMS = r"(?:e?d|ing|s|ar|er|o|e|amos|me|l[oa]|mel[oa])?"
_MILD = rf"(?:push|bump|slide|shift|mov|pasa|muev|corr|empuj){_FORMS}"
_ANY = (
    rf"(?:{_MILD}|(?:kick|knock|drag|throw|toss|shov|slam|hit|yank|pull|punt|tir|jal|avient|bot){_FORMS}"
    r"|threw|slid)"
)
_WHOM = (
    r"(?:al? )?(?:CHILD|FAMILY|him|her|them|it|the (?:kids|boys|girls|twins|baby)|los ninos)(?:'s)?"
    r"(?:(?:,? (?:and|y|&) |, )(?:a )?CHILD)*(?:'s)?"
    r"(?: (?:visits?|one|plan|appointment|slot|time|thing|visita|cita))?"
)
_BETWEEN = (
    r"(?:(?:back|up|down|out|off|ahead|forward|over|to|til|till|until|for|on|by|from|in|at|the|a|an|one|"
    r"two|three|"
    r"half|four|next|this|that|following|same|end|of|early|late|later|sometime|first|thing|another|other|"
    r"some|"
    r"after|before|day|week|couple|few|al|el|la|las|los|para|un|una|dos|siguiente|otr[oa]|hasta|fin|de|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|dia) ){0,7}?"
)
_TIME = (
    r"(?:days?|weeks?|months?|morning|afternoon|evening|noon|weekend|tomorrow|tonight|hours?|hrs?|minutes|"
    r"mins?|"
    r"same time|(?:after|before) (?:the )?(?:lunch|school|dinner|nap|holidays?|break|visit)|thanksgiving|"
    r"christmas|the (?:holidays?|break)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|"
    r"thu(?:rs?)?|fri|sat|sun|(?:january|february|march|april|june|july|august|september|october|november|"
    r"december)|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec) \d{1,2}|\d{1,2}(?:st|nd|rd|th)|"
    r"\d{1,2}(?:[:/.]\d{1,2})?(?: ?[ap]m?)?|later|earlier|sooner|"
    r"whenever|when|"
    r"dia|semana|mes|horas?|manana|tarde|lunes|martes|miercoles|jueves|viernes|sabado|domingo|proxim[oa])"
)
_LINK = r"(?:(?:back|down|out|up|over|off|ahead|forward) )?(?:to|til|till|until|para|al|a las?|hasta) "
_MOVED = Quick(
    rf"{_HERS}(?:{_MILD} {_WHOM} {_BETWEEN}|{_ANY} {_WHOM} {_LINK}{_BETWEEN}){_TIME}(?!\w)"
    r"(?! (?:stairs?|doors?|walls?|floor|ground)(?!\w))"
    rf"|{_HERS}push {_WHOM}(?: (?:back|out|up|ahead|off))?\W*$"
)


def without_moves(text: str) -> str:
    """`text` without the plans that are moved in it."""
    return _MOVED.sub(" ", text)
