"""Questions and requests that only name danger: "any crisis calls overnight", "number for poison control".

What is asked is no emergency by itself, with a question mark or, as it is texted, without. It is left out
before the words are weighed; what stands beside it ("…, the baby drank bleach") is not. In doubt it is none.
"""

from __future__ import annotations

import re

from bot.understand.danger.asked_crises import asks_of_whom
from bot.understand.writing.text import decoded, folded

_LEADS = (
    r"(?:(?:hi|hey|hello|ok|okay|so|and|also|btw|pls|please|quick (?:one|question)|question|lol|um|"
    r"yo) ?,? )*"
)
_SOMEBODY = (
    r"any|anyone|anybody|somebody|someone|he|she|they|we|i|you|CHILD|PARENT|CAREGIVER|KIN|STAFF|FAMILY|"
    r"PERSON|mobile crisis|police|ems|acs|the (?:police|cops|ems|hospital|er|precinct|ambulance|ambulette|"
    r"crisis|emergency)"
)
_EMERGENCY = (
    r"(?:(?:crisis|emergency|awol|runaway|missing(?: child(?:ren)?| kids?)?|incident|hospital|er|police|"
    r"911|"
    r"after[- ]hours|on[- ]?call|overnight) ?){1,3}"
)
_PERIOD = (
    r"(?:(?:for|from|over|in|on|of|during|since) )?(?:the |all )?(?:last|past|this|yesterday|overnight|"
    r"today|"
    r"tonight|weekend|week|month|night|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec|\d)\w*"
)
_ASKS = re.compile(
    rf"{_LEADS}(?:"
    rf"(?:is|are|was|were|did|does|do|has|have|had|isn't|aren't|wasn't|weren't|"
    rf"didn't) (?:{_SOMEBODY})(?!\w)|"
    # "Was there 3 to 4", "did the theme with Leo" are told without their "I".
    r"(?:is|are|isn't|aren't) (?:there|the|these|my|our|a|an)(?!\w)|(?:is|are) th(?:at|is)(?! (?:a|an|"
    r"one|now|it|the)?\b ?(?:real )?(?:emergency|crisis))(?!\w)|"
    r"(?:was|were|has|have) there(?! (?:at|from|till|until|when|with|about|"
    r"\d))(?!\w)|"
    r"(?:any|anyone|anybody|anything|how (?:many|often)|which|when (?:is|was|are|were|did|does)|"
    r"where (?:is|are|can)|who(?:'s| is| was| are| handles| takes| has| had)|"
    r"what(?:'s| is| are| was| were)? (?:the|our|my|a))(?!\w)|"
    # "Cuando me toca otra vez": whose turn it is, and nobody who touches.
    r"(?:y )?(?:cuando|que dia|a que hora) (?:me|nos|le|les) tocan?(?= (?:otra vez|de nuevo|ver|visitar"
    r"|ir|guardia|turno|corte|audiencia|la proxima|la (?:proxima )?visita|a mi)|\W*$)|"
    r"(?:hay|hubo|tenemos) (?:algun|alguna|llamadas|crisis|emergencias?|una? cama)(?!\w)|"
    r"(?:(?:(?:can|could|may) (?:i|we|you) |i )?(?:need|want|get|have|see|send|show|give|pull|list|find)"
    r"(?: (?:me|up))? )?(?:(?:the|my|our|all|a|any) )*(?:"
    r"(?:phone |fax |direct )?(?:numbers?|#|hotline|address|extension|telefono|numero) (?:for|of|to|at|de|"
    r"para)(?!\w)|"
    rf"(?:lists?|log) (?:of|for) {_EMERGENCY}|"
    rf"{_EMERGENCY}(?:logs?|lists?|sheets?|stats)(?!\w)|"
    rf"{_EMERGENCY}(?:calls|contacts|visits|reports|notes) {_PERIOD})|"
    # "Kings county er number?": whose it is stands before it, and nothing behind it.
    r"(?!(?:called|got|gave|left|wrote|police|report|incident|badge)(?!\w))(?:[\w'.&-]+ ){1,5}(?:phone |"
    r"main |"
    r"direct |desk )?(?:number|num|#|phone|address|addr|extension|ext|hotline|numero|telefono|direccion)"
    r"(?: (?:please|pls|plz|again|now|por favor))?\W*$)"
)
# Bodily danger: where it stands beside a question, the question's own words count as well.
_DANGER = (
    r"drank|swallow\w*|fell|cut|stabb\w+|shot|bleed\w*|chok\w+|seiz\w+|dying|dead|threaten\w+|unconscious|"
    r"blue|limp|pills|bleach|overdos\w*|od(?:'d|ed|d)?|jump\w*|roof|hang\w*|collapsed|passed out|barricaded|"
    r"knife|gun|fire|breathing|breathe|razor"
)
# With one of these something is told, or danger is put as a question: "is it ok that he hits her", "help, …".
_TELLS = re.compile(
    r"(?<!\w)(?:(?:have|has|had|need|needs|got) to|must|supposed|allowed|okay|ok|normal|legal|safe|wrong|"
    r"aware|know|knows|hear|heard|because|since|that's|so|but|here|not|no|can't|won't|isn't|wasn't|hasn't|"
    r"says?|said|told|tell|just|it's|took|ate|hurt|hurts|hit|hits|bit|ran|screaming|crying|bruis\w+|"
    r"burn\w*|"
    r"marks?|"
    rf"asap|help|attacked|stopped|kicked|punched|locked|climbed|escaped|{_DANGER})(?!\w)"
)
_IN_DANGER = re.compile(rf"(?<!\w)(?:{_DANGER})(?!\w)")
# Somebody who does something, behind the words with which the question begins.
_SUBJECT = re.compile(
    r"(?<!\w)(?:(?<!did )(?<!does )(?<!has )(?<!is )(?<!was )(?<!are )(?:he|she|they)(?:'s|'re)? \w+|"
    r"(?:i|we) \w+ed|(?:CHILD|PARENT|CAREGIVER|KIN|baby|kids?|mom|dad|police|cops|ems|someone|"
    r"somebody) (?:is|are|was|were|has|have|had|got|left|went))(?!\w)"
)
# "Was the overdose reported to the state", and no word more: what there was is told no more, whatever it was.
_WAS_REPORTED = re.compile(
    rf"{_LEADS}(?:(?:was|were|is|are|has|have|isn't|wasn't|hasn't)|(?:did|do|does|"
    rf"didn't) (?:{_SOMEBODY}|you all)"
    r"(?: (?:ever|already|even|actually))? (?:report|call in|document|log|acknowledge))"
    r" (?:the|that|this|these|those|our|her|his|their|CHILD'?s?) (?:(?!of |for |he |she |they |and |but |"
    r"who |is |was )[\w'-]+ ){0,4}?(?:(?:been )?(?:ever |already |even )?(?:reported|called in|phoned in|"
    r"acknowledged|documented|logged|closed)|(?<=\w )(?=to ))"
    r"(?: ?(?:in|on|time|to|by|the|a|and|or|too|yet|already|state|state's|office|hotline|police|nypd|cops|"
    r"precinct|ncmec|scr|cps|acs|registry|central|register|law|enforcement|anyone|anybody|us|worker|"
    r"on-?call|"
    r"STAFF|over|this|last|weekend|night|week|today|yesterday|overnight)(?!\w))*\W*"
)
_SE_ESCAPO = re.compile(
    r"(?:hola |oye |y )?(?:se (?:escapo|fue|fugo|perdio)|hubo) (?:alguien|algun\w*)(?: \w+)? "
    r"(?:(?:este|el|la|esta|en|de) )*(?:fin|anoche|ayer|hoy|semana|mes)(?: de semana| pasad[oa])*"
)
_PART = re.compile(r"([.;!?\n,]+(?=\s|$)| - )")
_FACT = re.compile(
    r"(?<!\w)(?:need|get|send|give|what's|whats|what is|want|gimme|necesito|dame|cual es|looking for)(?!\w)"
    r"(?: (?:me|the|a|an|el|la|us|exact|home|street|cell|phone|current|ms|mr|her|his|their|[\w.]+'s)){0,5} "
    r"(address|addr|direccion|number|phone|cell|telefono|numero|#)(?!\w)"
)
# "Did she go to the er or not": the question's own tail denies nothing.
_OR_NOT = re.compile(r",? (?:or (?:not|no|nah|nope|naw|what)|o no)\W*$")
_LONGEST = 14


def without_questions(text: str) -> str:
    """`text` (`words.Plain.text`) without the stretches that only ask; the same text where there are none."""
    if _WAS_REPORTED.fullmatch(text.strip()) or _SE_ESCAPO.fullmatch(text.strip(" .!?¿")):
        return ""
    parts = _PART.split(text)
    kept = ["" if asks_only(part) else part for part in parts]
    left = "".join(kept)
    return text if kept == parts or _IN_DANGER.search(left) else left


def fact_asked(text: str) -> str | None:
    """Which fact about somebody is asked for beside what is told, address or phone; else None.

    `text`: as it was typed.
    """
    found = _FACT.search(folded(decoded(text)))
    if found is None:
        return None
    return "address" if found[1].startswith(("addr", "direc")) else "phone"


def asks_only(part: str) -> bool:
    """Whether a clause asks for something or whether something is so, and tells nothing."""
    part = _OR_NOT.sub("", part.strip())
    if asks_of_whom(part):
        return True
    if _ASKS.match(part) is None:
        return False
    words = part.split()
    if len(words) > _LONGEST or _TELLS.search(" ".join(words[1:])):
        return False
    return _SUBJECT.search(part, len(words[0])) is None
