"""What is to come by its form: “hv Dariel weds 4p”, “Hope has a visit Friday”, “gotta see Ana Thursday”."""

from __future__ import annotations

import re
from types import MappingProxyType

from bot.understand.events.put_off import PUT_OFF
from bot.understand.patterns.quick import Quick
from bot.understand.wants.saying import CLOCK, past_verb
from bot.understand.when.put_off_words import CANNOT, DOING, RATHER

_VISIT = Quick(
    r"(?<!\w)(?:(?:home|sibling|supervised|family|school|office|make ?up) visit|visit|hv|fv|visita|"
    r"team meeting|ftc|ftm|conference|conferencia|reunion|spr|service plan review)(?!\w)"
)
_WEEKDAY = Quick(
    r"(?<!last )(?<!past )(?<!\w)(?:mon|tues?|weds?|thurs?|thur|fri|sat|sun|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?!\w)(?! pasado|"
    r" last)"
)
_TOLD = Quick(
    r"(?<!\w)(?:min|mins|minutes|hr|hrs|minutos|today|yesterday|yest|hoy|ayer|ago|no show|cancel\w*|late|"
    r"went|ok|okay|well|good|fine|home|present|there|both|all|no|not|nobody|tc|call|text|"
    r"\d{1,2}/\d{1,2})(?!\w)"
)
_EVENT = (
    r"(?:\w+ ){0,3}?(?:visits?|therapy|court|appointment|appt|meeting|session|hearing|conference|eval\w*|"
    r"spr|visita|cita|terapia|corte|audiencia|reunion)"
)
_WHO = r"(?:[A-Z]{3,}|she|he|they|(?:the )?(?:kids|siblings|boys|girls|twins))"
# Who has a visit moved: the sender, or the one for whose sake; "she moved to Albany on Friday" moves none.
_LEAD = (
    r"(?:^|(?<!\w)(?:so|and|because|bc|but|i|we|i'm|im|i am|we're|had to|have to|need to|gotta|got|"
    r"asked (?:me )?to|wants? (?:me )?to|y|asi que|tuve que) (?:i |we |i'm |im |we're |just |had to )?)"
)
_I = r"(?<!\w)(?:i|we)"
_DOING = (
    r"(?:seeing|visiting|meeting|taking|driving|bringing|picking up|supervising|attending|calling"
    r"(?! (?:about|because|bc|re|regarding|in|out|to say|on)(?!\w)))"
)
# Said in the present of somebody, or as a thing still to be done, with its weekday behind it.
_PRESENT = (
    rf"(?:{_WHO} (?:has|have|gets?|tiene|tienen) {_EVENT}"
    rf"|{_I} (?:have|got) (?!(?:been|had|seen|not|to|never|\w+ed)(?!\w))(?:{_EVENT}|(?:the )?[A-Z]{{3,}})"
    rf"|{_I} (?:take|see|visit|meet(?: with)?|call|drive|bring|pick up|supervise) (?:the )?"
    r"(?:[A-Z]{3,}|him|her|them|it|kids|boys|girls|siblings)"
    rf"|(?:i'm|im|i am|we're|we are) {_DOING}"
    r"|(?<!\w)(?:tengo|tenemos)(?! (?:que|entendido|mied|la impresion))"
    rf" (?:{_EVENT}|(?:a )?[A-Z]{{3,}})|(?<!\w)(?:la|lo|las|los) (?:vemos|veo|visito|llevo|llevamos)"
    rf"|{_WHO} (?:is |are )?(?:coming|seeing|visiting|meeting)"
    r"|(?:gotta|got to|have to|need to|must|(?:i'm|im|i am|we're|we are) supposed to|tengo que|debo|hay que) "
    r"(?:see|get|go|visit|call|meet|stop|swing|run|catch|ver|ir|visitar|llamar|pasar"
    r"|(?:do|have|hold|attend|make|supervise|run|lead|be at|hacer|tener) (?:(?:an?|the|my|our|his|her|their|"
    r"una?|la|el) )?(?:[\w']+ ){0,3}?(?:visit|meeting|court|hearing|conference|appointment|appt|session|spr|"
    r"review|call|ftm|visita|cita|reunion|audiencia|llamada))"
    rf"|{_WHO} (?:ve|ven|viene|vienen|va|van) (?:a|con)"
    rf"|{_LEAD}(?:mov(?:ed?|ing)|push(?:ed|ing)?|reschedul(?:ed?|ing)|bump(?:ed|ing)?|switch(?:ed|ing)?|"
    r"shift(?:ed|ing)?|cambi[oe]|cambiamos|muevo|movi|movimos|pas[oe]|pasamos)(?!\w)"
    r"[^.;]{2,40}? (?:to|for|until|till|para|a)(?: (?:this|next|on|the following|el|este))?)(?!\w)"
)
_DAY = _WEEKDAY.pattern
# “El viernes 10am llamo a la escuela", which of the past would be “llamé".
_DAY_AND_I = Quick(
    rf"^(?:el |este )?{_DAY},?(?: (?:a las? )?\d[\d:]*(?: ?[ap]m?)?(?: de la (?:manana|tarde))?)?,? (?:yo )?"
    r"(?:llamo|llamamos|visito|veo|vemos|superviso|llevo|recojo|hablo|paso|voy|vamos)"
    r" (?:a|con|por|al?|la|el|[A-Z]{3,})(?!\w)"
)
_DAY_BEHIND = Quick(rf"{_PRESENT}[^.;,]{{0,60}}?{_DAY}")
_DAY_BEFORE = Quick(rf"^(?:on |el )?{_DAY}[^.;,]{{0,25}}? {_PRESENT}")
_HOUR = Quick(r"(?<!\w)(?:\d{3,4} ?(?:[ap]\.?m\.?|[ap])|(?:around|about|like) \d{1,2}(?! ?min))(?!\w)")
_MY_DUTY = Quick(
    r"\W*(?:(?:ok|so|hey|and|also) )*(?:(?:i|we|i'm|im|we're) )?(?:gotta|got to|have to|"
    r"need to|must|supposed to|tengo que|debo|hay que)(?!\w)"
)
_OVER = Quick(
    r"(?<!\w)(?:today|yesterday|yest|hoy|ayer|ago|no show|cancel\w*|usually|every|"
    r"\d+ ?(?:min|mins|minutes|minutos))(?!\w)"
)
_MOST = 9
# "Can't do tomorrow, CHILD has a fever, do thurs same time": a visit that is to be on another day.
_CANNOT = rf"(?<!\w){CANNOT}{DOING}(?: (?:it|on|for|el|with|con|la|[A-Z]{{3,}}))*"
_RATHER = (
    rf"(?<!\w){RATHER}(?: (?:it|that|this|the visit|again|over|"
    r"see|do|[A-Z]{3,}|la|lo))*"
)
_ANOTHER_DAY = Quick(
    rf"{_CANNOT} (?:tomorrow|today|tonight|manana|hoy|{_DAY})[^?]{{0,90}}?{_RATHER}"
    rf"(?: (?:on|for|to|el|para|al|this|next|at))* {_DAY}"
)


# "Court FAMILY mon 930 can't go, STAFF covering": who cannot come to what is held on that day.
_CANT_COME = Quick(
    rf"(?<!\w)(?:court|hearing|ftm|conference|meeting|review|visit|appointment|spr)(?: [\w']+){{0,4}}? {_DAY}"
    r"(?: (?:at )?\d[\d:]*(?: ?[ap]m?)?)?,? (?:(?:i|we|PARENT|CAREGIVER) )?(?:can't|cannot|can not"
    r"|won't be able to|not able to) (?:go|make (?:it|that)|be there|attend|come|do it|cover)(?!\w)"
)
_FEW = 7
_AND_MORE = Quick(r"[.,;] \w")
# "Llevar a Luz al alergista el jueves a las 10", "pick up Leo Thursday at 3": noted as a thing to be done.
_TO_DO = Quick(
    r"^\W*(?:(?:recordar|to ?do:?|reminder:?|pendiente:?|recordatorio:?) )?"
    r"(?:llevar|visitar|ver|recoger|buscar|acompanar|llamar|pasar|ir|entregar|reunirme|hablar|supervisar"
    r"|take|pick up|drop off|bring|drive|transport|see|visit|call|meet|go (?:see|to))(?! (?:que|si)(?!\w))"
    r"(?= [^.;?!\n]*(?:CHILD|[A-Z]{4,}))"
    rf"[^.;?!\n]*?(?<!\w)(?:{_DAY}|manana(?! de)|tomorrow|next week|la proxima semana)"
)

# "Push CHILD a week", "need to move CHILD to thurs": a plan that is to be on another day.
_PUT_OFF = Quick(
    r"^\W*(?:(?:ok|so|can|could|you|we|i|i'm|i am|pls|please|need to|have to|had to|gotta|got to|going to|"
    r"let's|lets|just) )*"
    r"(?:push|mov|bump|slid|shift|kick|reschedul|postpon)(?:e|es|ed|ing)? (?:CHILD(?:,? (?:and )?CHILD)*|"
    r"FAMILY"
    r"(?: kids| boys| girls)?)(?:'s)?(?: (?:visit|one|plan))?(?: (?:back|out|up|ahead|forward|off))? "
    r"(?:(?:by )?(?:a|an|one|two|three|four|\d+|another|half an|a couple(?: of)?|a few) (?:more )?"
    r"(?:weeks?|wks?|days?|hours?|hrs?)(?! (?:ago|back|later|old|before|after))"
    r"|(?:to|til|till|until|for) (?:(?:about|around|after|before|early|late|later|sometime|first|end|the|"
    r"of|in|that|same|"
    r"next|this|following|thing) )*"
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}|"
    r"day (?:after|before)|"
    r"following day|week (?:after|before)|weekend|later|afternoon|another (?:day|time|week)|lunch|"
    r"thanksgiving|christmas|holidays?|"
    r"school(?= on|$))"
    rf"|(?:to|til|till|until|for) (?:next |this |the following )?(?:{_DAY}|week|tomorrow|"
    r"\d{1,2}(?:[:/]?\d\d)?(?: ?[ap]m?)?(?! ?\w)))(?!\w)"
)


# "So this week: CHILD weds 4, CHILD thurs 4:30": a list of days, and what is on each.
_THIS_WEEK = Quick(
    r"\W*(?:(?:so|ok|okay|and|y|bueno|pues|plan(?: for)?|my|mi|for|para|visits|visitas|schedule) )*"
    r"(?:(?:this|esta|(?:the )?rest of the|(?:lo que queda|el resto) de la) (?:week|semana)|week|"
    r"(?P<next>next week|(?:la )?(?:proxima semana|semana que viene)))"
    r"(?: (?:i have|i got|i've got|we have|tengo|tenemos|is|es|plan|visits|visitas|me toca))?(?=\W)"
)
_DAY_AND_HOUR = Quick(rf"{_DAY},? (?:(?:at|a las?|@) )?\d{{1,2}}(?!\w)")
_WEEKDAYS = ("mon lun", "tue mar", "wed mie", "thu jue", "fri vie", "sat sab", "sun dom")
_FIRST_LETTERS = MappingProxyType({word: n for n, day in enumerate(_WEEKDAYS) for word in day.split()})


_FELL_THROUGH = Quick(
    r"(?<!\w)(?:(?:did not|didn't|never) (?:happen(?:ed)?|(?:take|took) place)"
    r"|(?:no|nunca) se (?:dio|hizo|pudo)"
    r"|(?:hoy|ayer)(?!\w)[^.;,\n]{0,30}? se cancel(?:o|aron)|se cancel(?:o|"
    r"aron)(?!\w)[^.;,\n]{0,40}? (?:de )?(?:hoy|ayer)"
    rf"|{PUT_OFF}"
    r"|no (?:hubo )?(?:visit|visita)(?: (?:with|for|con|de) [A-Z]{3,})? (?:today|yesterday|hoy|ayer))(?!\w)"
)
"""What was to be and was not: a log, whatever day comes behind it."""


_REMINDS = Quick(
    r"\W*(?:(?:(?:can|could|would|will) (?:you|u)|please|pls|hey|ok|and|also|so|y|puedes|podrias) )*"
    r"(?:(?:remind|ping|nudge|poke|alert) me|remember(?= to )|(?:i )?(?:need|have) to remember(?= to )"
    r"|(?:don't|do not) let me forget|note to self"
    r"|(?:set|send|put|make|create|add|give)(?: me)?(?: up)? (?:an?|the) (?:reminder|alarm|alert)"
    r"|(?:recuerda|recorda|acuerda)me|(?:ponme|pon|hazme|mandame|dame) (?:una? )?"
    r"(?:recordatorio|aviso|alarma)"
    r"|que no se me olvide|no (?:me )?dejes que se me olvide)(?!\w)"
    r"(?! (?:who|what|which|when|where|how|quien|cual|que (?:hora|dia)|donde)(?!\w))"
)
"""“Set me a reminder for Friday to see Leo", which has not been."""


def reminds_me(text: str) -> bool:
    """Whether a sentence asks to be reminded of what is still to be done."""
    return _REMINDS.match(text) is not None


def fell_through(text: str) -> bool:
    """Whether the words tell that something did not take place, whatever is planned in its stead."""
    return _FELL_THROUGH.search(text) is not None


def to_do(text: str) -> bool:
    """Whether a message begins with a bare infinitive and puts it on a day, and nothing is told.

    “Push Leo a week" puts off what is yet to happen too.
    """
    if _PUT_OFF.match(text):
        return True
    match = _TO_DO.match(text)
    if match is None or past_verb(text) or _OVER.search(text):
        return False
    return len(text[match.end() :].split()) <= _FEW and not _AND_MORE.search(text, match.end())


def another_day(text: str) -> bool:
    """Whether a day that cannot be is said, and then the day on which it is to be."""
    match = _ANOTHER_DAY.search(text)
    return match is not None and not past_verb(text[match.start() : match.end()])


def noted_ahead(text: str) -> bool:
    """Whether a message is a visit's name, whom it is with, a bare weekday and an hour, and nothing else."""
    rest = _VISIT.sub(" ", text)
    if (
        len(text.split()) > _MOST
        or len(rest) == len(text)
        or _TOLD.search(rest)
        or re.search(r"[.;] \w", text)
    ):
        return False
    return bool(_WEEKDAY.search(text) and (CLOCK.search(text) or _HOUR.search(text))) and not past_verb(rest)


def to_come(text: str, weekday: int) -> bool:
    """Whether the form of a message alone says that it tells of what is yet to happen."""
    if reminds_me(text) or noted_ahead(text) or said_of_to_come(text) or another_day(text):
        return True
    return week_ahead(text, weekday)


def week_ahead(text: str, weekday: int) -> bool:
    """Whether a list of the week's days ("this week: Tiana weds 4, Alice thurs 4:30") lies ahead as a whole.

    `weekday` is today's. Of days that are over, or where a verb tells what was, nothing is to come.
    """
    head = _THIS_WEEK.match(text)
    if head is None or "?" in text or past_verb(text) or _OVER.search(text):
        return False
    days = [_FIRST_LETTERS[match.group()[:3]] for match in _WEEKDAY.finditer(text, head.end())]
    hours = CLOCK.search(text) or _HOUR.search(text) or _DAY_AND_HOUR.search(text)
    return bool(days and hours) and (head["next"] is not None or min(days) > weekday)


def duty_to_come(text: str) -> bool:
    """“I need to do a home visit at Ms Lau's Friday": a plan told, and no question what is owed then."""
    return _MY_DUTY.match(text) is not None and said_of_to_come(text)


def said_of_to_come(text: str) -> bool:
    """Whether the present tense puts something on a bare weekday, and nothing is told that has happened.

    “Hope has a visit w her mom Friday 4-5” speaks of the next Friday; “…, went well” would not.
    """
    match = (
        _DAY_BEHIND.search(text)
        or _DAY_BEFORE.search(text)
        or _DAY_AND_I.search(text)
        or _CANT_COME.search(text)
    )
    if match is None or "?" in text:
        return False
    rest = text[: match.start()] + " " + text[match.end() :]
    return not (past_verb(rest) or _OVER.search(rest))
