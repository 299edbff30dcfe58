"""A sibling who was elsewhere while another was met, in whatever words (READING, "Who").

What counts is the kind of clause: its subject is a child, another child is named too, and what it tells of
the first is an arrival that had not come, a going away, or a whereabouts that is not where the visit was.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.understand.names.absence import Words
from bot.understand.names.stance_words import (
    CALLED_BEFORE,
    ENTRY_BEFORE,
    SEEN_BEFORE,
    TALKED_BEFORE,
)
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick

_AT_HOME = (
    r"(?:home|house|table|door|desk|window|computer|couch|sofa|kitchen|living|family|front|back|dining|stove"
    r"|sink|piano|counter|floor|porch|room|bedroom|bed|lap|tub|yard|backyard|casa|sala|mesa|cocina|cuarto"
    r"|puerta|ventana|piso|computadora|sofa|patio|cama|ease|first|last|me|us|risk|times|grade|level|placement"
    r"|visit|foster|hogar|lado|gusto|the same|least|most|all|track|point|baseline|target with|good|great|bad"
    r"|a good|pajamas?|pijamas?|pjs|school clothes|tears|pain|trouble|therapy now|counseling now|meds?"
    r"|speech now|ms|mr|mrs|miss|dr|sra?|dona|don|aunt|aunties?|uncles?|grand\w+|abuel[ao]s?|tia|that|this"
    r"|her own|his own|which|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|both"
    r"|one time|once|all three|each)\b"
)
_THEIR = r"(?:(?:the|a|an|his|her|their|some|el|la|los|las|su|sus|un|una) )?"
_DET = r"(?:the|a|an|his|her|their|some|el|la|los|las|su|sus|un|una)\b"
_STILL = r"(?:(?:still|already|just|also|over|off|away|out|gone|down|up|apparently|todavia|aun|ya) ){0,3}"
_BE = (
    r"(?:(?:was|were|wuz|is|are|be|has been|had been|stuck|kept|held|grounded|stayed|staying|busy|late"
    r"|running late|went|had gone|has gone|estaban?|estan?|andaban?|andan?|sigue|seguia|se qued(?:o|aron)|"
    r"fue|se fue(?:ron)?|habia ido"
    r"|andan?) )?"
)
_NOT = r"(?:n['’]?t|nt| not|nt ever| never)"
# "Hunter wasn't off the bus yet", "Ana didn't get home till I left", "Leo not back from the game".
_NOT_COME = Quick(
    rf" ?[,(–-]? ?(?:(?:was|were|is|are|has|had|did){_NOT}|not|never) "
    r"(?:(?:yet|been|quite|even|actually) )?(?:(?:off|out of|done (?:with|at)) (?:the |her |his )?(?:bus|work"
    r"|school|class|shift|practice|detention)|back\b|(?:get|got|gotten|come|came|make|made|return|returned"
    r"|arrive|arrived|show|showed|shown)(?: it)?(?! (?:a|any|out|along|better|worse|up with|into))(?: (?:back"
    r"|home|in|off|there|here|up|in time|till?|until|from|to)\b| ?(?:$|[.,;)])|yet)|home\b|there\b|here\b"
    r"|in yet|around\b)"
    r"|['’]?s? ?(?:was|is|were)(?:n['’]?t|nt)(?= ?(?:$|[.,;)(]|she\b|he\b|they\b|said\b))"
    r"| (?:(?:todavia|aun) )?no (?:(?:habia|ha) )?(?:(?:vuelto|regresado|llegado|salido|venido)|llegaba"
    r"|volvia|regresaba|ha llegado|llego|volvio|regreso|aparecio)\b"
    r"| (?:won['’]?t|wont|will not|wouldn['’]?t) be (?:home|back|in|here|there|off)\b"
    r"| (?:is|was|are|were) (?:still )?(?:down|up|over|away|off|out) (?:with|w|w/|at|in) (?!(?:the|his|her) "
    r"(?:room|bed|cold|flu|stomach|fever|dog|cat|toys?|yard|kitchen|attic|house)\b|bed\b|(?:a"
    r"|the) (?:cold|fever|bug|flu))"
    r"| falto\b(?= ?(?:$|[.,;]|porque|hoy))"
    r"| (?:got|came|gets|made it) (?:home|back|in) (?:just )?(?:as|when|after) i (?:was |had )?(?:leav|left"
    r"|walk|gone|go)"
)
# "Mai was sleeping over", "Lucy off somewhere", "Wren rode the late bus", "Josie stayed late at school".
_WENT = Quick(
    rf" ?[,(–-]? ?(?:(?:who|que|he|she)(?:['’]?s)? )?{_BE}{_STILL}(?:"
    r"stayed (?:late|after|over|overnight|with|w|at (?:a|her|his) \w+['’]?s?\b)|stay(?:ing|s) (?:late|after"
    r"|over|with a)|(?:off|away|gone|out) (?:somewhere|with|w|w/|at|to (?:the|a|his|her)|on (?:a|the|his|her)"
    r"|for (?:a|the)|til|till|until|in|fishing|hunting|riding|running|playing|camping|shopping|all|this|today"
    r"|again)\b|riding (?:(?:her|his|their) )?(?:bikes?|bicycles?|scooters?)\b(?! in the (?:house|yard"
    r"|driveway|living))|(?:rode|riding|took|taking|takes|rides|missed|waiting (?:on|for)) the (?:late "
    r"|activity "
    r"|second |school |city )?bus\b|(?:sleeping|slept|spending|spent|spends) (?:over"
    r"|the (?:night|day|afternoon|weekend|week))\b|(?:working|closing|babysitting|practicing|hanging out"
    r"|visiting|training|playing|mowing|trabajando|jugando)"
    r" (?:at|with|w|w/|til|till|until|late|over|for|a (?:shift|double)|down|lawns?|en|con"
    r"|hasta)\b(?! (?:the table|home|me|us|his (?:phone|tablet|toys)|her (?:phone|tablet|toys)|legos?|toys"
    r"|the (?:dog|baby|cat|toys|legos|blocks)))|(?:was|were|is) (?:supposed|meant"
    r"|going) to (?:be (?:there|here|home|with us)|come|join)\b"
    r"|(?:estaban?|estan?|andaban?|andan?|se fue(?:ron)?|se habian? ido|ya se habian? ido|salio|"
    r"habia salido|fue|se qued(?:o|aron))"
    r" (?:con (?:un|una|sus?|la|el|los|las)|de (?:viaje|paseo|excursion|visita)|a (?:un|una|la|el|su)|al|por)"
    r"(?: (?!sala|mesa|cocina|cuarto|casa)\w| ?$)"
    r"|ya (?:se )?(?:habia (?:ido|salido)|salio|se fue(?:ron)?)\b|no estuvo\b"
    r")"
)
_ACTIVITY = (
    r"(?:practice|games?|rehearsal|class|tutoring|lessons?|meet|tournament|match|sleepover|detention|camp"
    r"|shift|school|party|recital|scouts|band|choir|chorus|orchestra|robotics|gymnastics|dance|ballet|karate"
    r"|soccer|football|basketball|baseball|softball|volleyball|wrestling|track|cheer|swim(?:ming)?|church"
    r"|youth group|club|catechism|confirmation|training|field trip|trip|play ?date|iss|drill|chess|piano|4-?h"
    r"|brownies|girl scouts|boy scouts|entrenamiento|ensayo|partido|clases?|catecismo|torneo|fiesta|practica"
    r"|coro|banda|futbol)"
)
_HAD = Quick(
    rf" ?[,(–-]? ?(?:had|has|got|tiene|tenia|tuvo|went to|goes to|at|en) {_THEIR}(?:[\w-]+ )?{_ACTIVITY}\b"
)
_IS_AT = Quick(
    rf" ?[,(–-]? ?(?:(?:who|que)(?:['’]?s)? )?(?:he['’]?s |she['’]?s )?{_BE}{_STILL}"
    rf"(?:(?:with|w|w/|con) (?:her|him|them|ella|el) )?(?:at|on|to|in|en|de) {_THEIR}(?!{_AT_HOME}"
    rf"|{_DET})(?:\d-?)?[a-z][\w'’-]*"
)
_ON = Quick(
    r" on (?!(?:a |the |her |his |el |la )?(?:late |school |activity )?(?:bus|field trip|trip|tour|class trip"
    r"|shift|run|ride|date|hike|retreat|vacation|break|leave|respite))"
)
_IN = Quick(
    r" in (?!(?:the |her |his |a )?(?:school|class|detention|iss|daycare|day ?care|hospital|surgery"
    r"|after ?school|summer school|town|practice|rehearsal|tutoring|church|choir|band|respite)\b)|"
    r" (?:en|de) (?:un |una |el |la |los |las )?(?:sala|mesa|cocina|cuarto|casa|su|pijama|acuerdo|buen|mal|\d"
    r"|los? mejor)"
)
_OUT = Quick(
    rf" ?[,(–-]? ?{_BE}(?:out|away|no estaban?|not (?:there|home))(?= ?(?:$|[.,;)]|running errands|with|"
    rf"shopping))"
)
_RANG_BEFORE = Quick(
    r"\b(?:rang|phoned|call from|(?:phone )?call with|voicemail (?:from|for)|llamada de|llame a)"
    r"(?: (?:mr|mrs|ms|miss|dr|sr|sra|la|el)\.?){0,2} ?$"
)
_SPOKE = Quick(
    r"\b(?:says?|said|told|asked|asks|reports?|interviewed|joined|let|talked|spoke|dice|dijo|me|us|i|we)\b"
)
# A fact of another day or hour is told, not where somebody was: "Faith was at the dentist this morning".
_OTHER_TIME = Quick(
    r"\b(?:yesterday|last (?:night|week|month|weekend|time|year|summer|\w+day)|this (?:morning|week|weekend"
    r"|summer|year)|earlier|before|ago|tomorrow|tmrw|next|on (?:mon|tues?|wed|wednes|thu|thurs|fri|satur|sat"
    r"|sun)\w*|all (?:week|weekend)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s)|ayer|anoche|la semana"
    r"|manana|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|antier|before i got|since|desde)\b"
)
_CLOCK = Quick(
    r"(?<!til )(?<!till )(?<!until )(?<!hasta )(?<!hasta las )(?<!-)\b\d{1,2}(?:[:.]\d\d"
    r"|(?= ?[ap]\.?m?\b)|\d\d\b)"
    r"|@ ?\d|\bat \d|\ba las? \d|\b\d{1,2} ?(?:to|-) ?\d|\bmin(?:s|utes|utos)?\b|\b\d{1,3} ?m(?:in)?s?\b"
    r"|\bhour\b|\bhr\b"
)
_DID_COME = Quick(
    r"\b(?:but|then|and|until|later|pero|luego|y|before)(?: (?:he|she|they|then|later|ella|el|luego|when"
    r"|by)){0,2} (?:came (?!home at)|joined|showed me|told|said|sat|talked|spoke|got (?:home|back|there|in)"
    r"|walked in|hablo|hablamos|me (?:dijo|conto|enseno)|llego|was (?:there|here|home|fine|ok|doing|in))\b"
)

_BUT_BEFORE = re.compile(
    r"\b(?:but|pero|though|while|mientras|because|porque)(?: both)? $"
    r"|\btried\b[^.;]*, $"
)
_WERE = re.compile(r" ?(?:both )?(?:were|had|estaban|andaban|are|went|se fueron|fueron)\b")
# "Leo and Ana were at the dentist": the one named next.
_AT_SOMEBODYS = re.compile(rf"{_WERE.pattern} {_STILL}(?:at|to|en|con|with|al?|donde) {_THEIR}$")


# "Julieta + Leo with her at the market": what is told of the last is told of all.
_JOINT = re.compile(r" ?(?:and|&|\+|n|y|e|,|plus) ?")
# "Leo at Cedar House, 11:00. Ana at Ms Lee's, 2:00": where and when each was met.
_ITS_HOUR = re.compile(r", ?(?:at |around |about )?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m?\.?)?(?=\s*(?:$|[.,;\n]))")


# "Ana tomorrow", "Leo is for Thursday", "queda para mañana": all that is said of this one is a day to come.
_AHEAD_DAY = (
    r"(?:tomorrow|tmrw|tmw|tomoro|manana|pasado manana|next (?:week|time|visit|month|(?:mon|tue|wed|thu|fri"
    r"|sat|sun)\w*)|(?:la )?(?:proxima|otra) (?:semana|vez)|el proximo \w+)"
)
_BARE_DAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|el (?:lunes|martes|miercoles|jueves)"
)
_DAY_AFTER = Quick(
    rf" ?[,:–-]? ?(?:(?:is|es|was|va|queda|se queda|le toca|toca|(?:will|to) be seen|gets? seen|being seen)"
    rf"(?: set| up| on)?(?: for| on| para)? )?{_AHEAD_DAY}(?: (?:at|a las?|@) ?[\d:]+ ?[ap]?\.?m?\.?)?"
    r"(?= ?(?:$|[.,;)]))"
    rf"| ?(?:(?:is|es|va|queda|se queda|le toca|toca) (?:set )?(?:for|para)|(?:will|to) be seen(?: on)?"
    rf"|gets? seen(?: on)?) (?:{_BARE_DAY})\b"
)


# "… y hoy a las 10 a Leo en Cedar House": whom the hour is right before was met at it.
_HOUR_BEFORE = Quick(r"(?<![\w:])(?:\d{1,2}:\d\d|(?<=las )\d{1,2})(?: ?[ap]\.?m?\.?)? (?:a |con )?$")


def sibling_elsewhere(words: Words, *, first: bool, planned: bool) -> bool:
    """Whether the clause whose subject the child is tells that it was not where the sibling was met.

    `first`: the child is named for the first time; of one named before, whereabouts alone are a fact told.
    """
    after = words.after if _JOINT.fullmatch(words.own_after) else words.own_after
    if any(one.search(words.before) for one in (SEEN_BEFORE, TALKED_BEFORE, ENTRY_BEFORE, _HOUR_BEFORE)):
        return False
    if not planned and _DAY_AFTER.match(after):
        return True
    found = _NOT_COME.match(after) or _WENT.match(after)
    if found is None and first:
        found = _HAD.match(after) or _placed(after)
    if found is None or _DID_COME.search(after, found.end()):
        return False
    rest = after[found.start() + 2 :]
    clause = re.split(r"[.;,]| (?:so|and|but|y|pero) ", rest)[0]
    return not (_OTHER_TIME.search(clause) or _CLOCK.search(clause) or _ITS_HOUR.match(rest, len(clause)))


def both_elsewhere(words: Words) -> bool:
    """“She was there, but Leo and Ana were at the dentist”: all of a clause's joined subjects were."""
    after = words.after
    found = _WERE.match(after) if _BUT_BEFORE.search(words.before) else None
    if found is None or not any((_AT_SOMEBODYS.match(after), _placed(after), _WENT.match(after))):
        return False
    if _DID_COME.search(after, found.end()):
        return False
    clause = re.split(r"[.;,]| (?:so|and|but|y|pero) ", after[found.start() + 2 :])[0]
    return not (_OTHER_TIME.search(clause) or _CLOCK.search(clause))


def one_of_two(mention: NameMention, mentions: Sequence[NameMention], homes: Collection[str]) -> bool:
    """Whether one whom the children live with is named (`homes`), and another adult besides."""
    others = [m for m in mentions if m.kind is Kind.CONTACT and set(m.ids) - set(mention.ids)]
    carer = any(set(m.ids) & set(homes) for m in (mention, *others))
    return carer and any(not m.as_place for m in others)


def carer_elsewhere(words: Words) -> bool:
    """Whether one of two carers is told to have been no part of it: "Jim let me in. Carla at Giant"."""
    if any(one.search(words.before) for one in (SEEN_BEFORE, TALKED_BEFORE, CALLED_BEFORE, _RANG_BEFORE)):
        return False
    found = _OUT.match(words.own_after) or _placed(words.own_after)
    if found is None or _DID_COME.search(words.own_after, found.end()):
        return False
    clause = re.split(r"[.;,]| (?:so|and|but|y|pero) ", words.own_after[found.start() + 2 :])[0]
    return not (_OTHER_TIME.search(clause) or _CLOCK.search(clause) or _SPOKE.search(clause))


def _placed(after: str) -> re.Match[str] | None:
    """Whereabouts: at, on or in something that is no part of a home."""
    found = _IS_AT.match(after)
    if found is None or _ON.search(after[: found.end() + 20]) or _IN.search(after[: found.end() + 20]):
        return None
    return found
