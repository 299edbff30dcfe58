"""A visit still to come that words call off: "cancelling Leo tmrw", "mañana no puedo ver a Luz, cancelala".

It is no plan, for it will not be. Where another day is said for it, that one is a plan.
"""

from __future__ import annotations

from bot.understand.patterns.quick import Quick
from bot.understand.wants.noted_ahead import fell_through
from bot.understand.wants.saying import CLOCK, past_verb

_WHO = (
    r"(?:CHILD|FAMILY|PARENT|CAREGIVER|KIN|PERSON|PRO|DOC|SCHOOLSTAFF|CCW|kids|boys|girls|twins|ninos|ninas)"
    r"(?!'s (?!visit|hv|house|home|place|school|meeting|team))"
)
_VISIT = r"(?:visits?|hv|home visit|fv|visitas?|meeting|reunion|appointment|cita|session|sesion)"
_LED = (
    r"^\W*(?:(?:so|ok|hey|hi|fyi|heads up|ugh|sorry|also|and|just|pls|please|i|we|i'm|im|i am|we're|"
    r"had to|have to|need"
    r" to|got to|gotta|going to|gonna|will|am|be|can you|could you|voy a|vamos a|tengo que|hay que|"
    r"tuve que|quiero|oye|pues"
    r"|por favor|perdon) )*"
)
_BETWEEN = (
    r"(?: (?:on|the|my|our|with|for|to|it|a|la|el|lo|de|con|mi|visit|visita|hv|see|ver|out|tomorrow|manana"
    r"|y))*"
)
_DAY = (
    r"(?:tomorrow(?:'?s)?|manana|next week|(?:this |next |on |for |el |este )*(?:mon|tues?|weds?|wednes|"
    r"thu|thurs?|fri|sat|satur|sun)"
    r"(?:day)?(?:'?s)?|(?:el )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
    r"|the \d{1,2}(?:st|nd|rd|th)|\d{1,2}/\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|"
    r"dec)[a-z]* \d{1,2})"
)
_PLAINLY_AHEAD = r"(?:tomorrow(?:'?s)?|manana|next week|next [a-z]{3,9}day)"
_FORMS = (
    # "Cancelling CHILD tomorrow", "call off CHILD's visit Thursday": the sender does it now.
    (
        rf"{_LED}(?:cancel(?:l?ing)?|calling off|call off|cancela(?:r|mos)?|cancelo)(?!\w){_BETWEEN} "
        rf"(?:{_WHO}|{_VISIT}|{_DAY})(?!\w)"
    ),
    # "Can't make it to CHILD's tomorrow", "not seeing CHILD Thursday after all".
    (
        rf"{_LED}(?:can't|cannot|can not|cant|won't be able to|unable to|not able to|not going to|"
        rf"won't) (?:make it (?:out )?to|make|see"
        rf"|visit|do|meet(?: with)?|get to)(?!\w){_BETWEEN} (?:{_WHO}|{_VISIT} [^.;]*?{_WHO})(?!\w)"
    ),
    (
        rf"{_LED}(?:not|no longer|won't be|will not be) (?:seeing|visiting|"
        rf"meeting(?: with)?)(?!\w){_BETWEEN} {_WHO}(?!\w)"
    ),
    # "Mañana no puedo ver a CHILD", "ya no voy a ver a CHILD".
    (
        rf"{_LED}(?:{_DAY} )?(?:a las? [\d:]+ )?(?:ya )?no (?:puedo|podre|podemos|voy|"
        rf"vamos)(?: a)?(?: poder)? (?:ver|visitar|ir)(?!\w)"
        rf"{_BETWEEN} {_WHO}(?!\w)"
    ),
    # "CAREGIVER cancelled tomorrow's visit", "se cancela la visita de mañana".
    (
        rf"{_WHO}(?: (?:just|called|and|texted|has|had to|me))* cancel(?:l?ed|o|a) (?:on me |me |for |our |"
        rf"my |the |la |visita |de )*{_PLAINLY_AHEAD}(?!\w)"
    ),
    rf"(?<!\w)se cancel[oa] {_BETWEEN}",
    (
        rf"{_PLAINLY_AHEAD}(?: (?:at )?[\d:]+(?: ?[ap]m?)?)?(?: {_VISIT})?(?: (?:with|for|con|de) {_WHO})? "
        r"(?:is|was|got|has been|esta|queda) "
        r"(?:off|cancell?ed|called off|cancelada)(?!\w)"
    ),
)
_CALLED_OFF = tuple(Quick(form) for form in _FORMS)
_STILL_ON = Quick(
    r"(?<!\w)(?:unless|if|until|till?|hasta|before|antes|instead|rather|moved?|moving|push(?:ed|ing)?|"
    r"resched\w*|rebook\w*|make ?up|"
    r"do it|let's do|lets do|will do|"
    r"doing|switch\w*|still on|sigue|en vez|mejor|pas(?:o|amos|ar|e)|mueve\w*|mover\w*|"
    r"queda(?:mos)? (?:para|el)|si|a menos|"
    r"seeing (?:him|her|them)|going (?:on )?(?:mon|tue|wed|thu|fri)\w*|dentist\w*|doctor\w*|transport\w*|"
    r"cab|leave|pto|shift"
    r"|vacation|vacaciones|turno|permiso)(?!\w)"
)
_DAY_SAID = Quick(rf"(?<!\w){_DAY}(?!\w)")
_OVER = Quick(
    r"(?<!\w)(?:today(?:'s)?|yesterday|yest|hoy|ayer|last|pasado|this morning|esta manana|"
    r"tonight)(?!\w)"
)


def calls_off_ahead(text: str) -> bool:
    """Whether a message does no more than call off what is on one day to come."""
    if "?" in text or (match := next((m for form in _CALLED_OFF if (m := form.search(text))), None)) is None:
        return False
    rest = text[: match.start()] + " " + text[match.end() :]
    if past_verb(rest) and CLOCK.search(rest):
        return False  # "spoke with Ms Lee at 12:30, and Ms Roe cancelled tomorrow"
    return not _STILL_ON.search(text) and not _OVER.search(text) and len(_DAY_SAID.findall(text)) == 1


def never_was(text: str) -> bool:
    """Whether what was to be did not take place, or is called off."""
    return fell_through(text) or calls_off_ahead(text)
