"""Who was elsewhere while somebody else was met: asleep, upstairs on a call, at practice, not yet told.

What counts is the kind of sentence, not the place: an adult beside whose name a state stands that bars a
talk (asleep, at work, in the lobby), a child of whom a visit to the home says that it had gone somewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.understand.names.absence import Words
from bot.understand.names.stance_words import (
    CALLED_BEFORE,
    ENTRY_BEFORE,
    SEEN_BEFORE,
    TALKED_BEFORE,
)
from bot.understand.names.text import fold_text
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick

_BE = (
    r"['’]?s? ?[,(:–-]? ?(?:who |que )?(?:(?:was|were|is|are|had (?:gone|been)|has gone|went|stayed|remained"
    r"|sat|stood|waited|waiting|estan?|estaban?|andaban?|andan?|estuvo|espero|se qued(?:o|aron)|"
    r"se fue(?:ron)?|habian? ido) )?"
    r"(?:(?:still|already|just|also|away|all|over|todavia|aun|ya) ){0,2}"
)
_WHERE = r"(?:(?:up|down|out)(?:stairs|side|back)? |arriba |abajo |afuera |en su cuarto )?"
_THEIR = r"(?:(?:the|a|an|her|his|their|la|el|una|un|su) )?"
_HAD_GONE = (
    r"['’]?s? ?had (?:(?:just|already) )?(?:(?:run|ran|gone|headed|driven|walked|stepped) (?:out|off|to"
    r"|over to|up to|down to|into|away|for|home|fishing|hunting|shopping)|an? (?:[\w']+ )?(?:appointment|appt"
    r"|shift|meeting|training|interview|cita)|dialysis|to (?:go to )?work"
    r"|left(?! (?:me|us|him|her|them|it|an?|the"
    r"|some)\b))\b"
    r"(?![^.;,]{0,40}\b(?:last|yesterday|\w+day|week|month|ago)\b)|['’]?s? ?habia (?:salido|ido)\b"
    r"|['’]?s? (?:was|were|had been|estaban?) (?:just |still )?(?:there|here|home|outside|ahi|alli|afuera) "
    r"(?:when|as|cuando) (?:i|we|llegue|llegamos)\b[^.;]{0,24}?,? (?:but|and|pero|y) (?:(?:she|he|they|ella"
    r"|el) )?(?:\w+ )?(?:left|drove off|took off|walked off|se fue(?:ron)?|(?:did not|didn['’]?t) stay)\b"
    r"|['’]?s? (?:was|were|estaban?) (?:just )?(?:leaving|pulling (?:out|off|away)|heading out"
    r"|walking out|driving off|saliendo) (?:when|as|cuando)\b"
    r"|['’]?s? left (?:as|when|before|just before|right before) (?:i|we)\b|['’]?s? ?(?:was |is )?(?:away|gone"
    r"|on vacation)(?= ?(?:$|[.,;)]|on a|for|at|until|this|all))"
)
_OFF_SHIFT = (
    r"['’]?s? ?(?:(?:was|is|were|are)(?:n['’]?t| not)|wasnt|isnt|not) (?:on (?:shift|duty|site|today"
    r"|the schedule)|working|scheduled|in today|at work)|['’]?s? ?(?:(?:was|is) )?(?:off (?:today|duty|shift"
    r"|that day)|on (?:vacation|leave|medical leave|maternity leave|pto)|out sick)"
    r"|['’]?s? ?(?:was|is) (?:still |also )?(?:on (?:duty|shift|rounds)|working(?: \w+)?) (?:at|in) "
    r"(?:\w+ ){0,3}?(?:hospital|hotel|nursing home|warehouse|plant|store|restaurant|firehouse|airport)\b"
    r"|['’]?s? ?no (?:trabaja|trabajaba|trabajo|estaban? de turno)\b|['’]?s? ?(?:had|has) (?:the day off"
    r"|stepped out|gone out|run out|left)\b"
)
_BARRED = Quick(
    rf"{_HAD_GONE}|{_OFF_SHIFT}|{_BE}(?:on|en) (?:the |her |his |el |su )?(?:phone|telephone|cell"
    rf"|telefono) (?:with|w/|w|con|the (?:whole|entire)|all|todo|most of|when (?:i|we)"
    rf"|(?:in|out|en|upstairs|downstairs|outside)(?! (?:with|con)))\b"
    rf"|{_BE}(?:stuck (?:in|at|on)|running late|held up|caught in|en route|on (?:her|his|the) way"
    rf"|late picking)\b"
    rf"|(?:['’]?s? (?:is|was|works?|has|had) [^.,;]{{1,30}} (?:and|so))?{_BE}(?:sick |ill |enferm[oa] "
    rf"|flat on (?:her|his) back |laid up )?{_WHERE}(?:asleep|sleeping|napping|resting|in bed|durmiendo"
    rf"|dormid[oa]s?|acostad[oa]|shopping"
    rf"|working|trabajando|travel(?:l)?ing|out of (?:town|state|the country|state)|de viaje"
    rf"|(?:upstairs|downstairs|outside|out (?:back|front)|(?<!sat )in back|arriba|afuera|atras)"
    rf"(?= ?(?:$|[.,;)]|the (?:whole|entire)|on |with |w |w/|con |en el patio|asleep"
    rf"|durm))|(?:on|in|en) (?!(?:zoom|call|the (?:call|zoom|meeting))\b){_THEIR}(?:[\w-]+ ){{0,2}}?(?:call"
    rf"|calls|zoom|meeting|llamada|junta|shower|ducha|bath|(?:the )?background"
    rf"|barn|shop|shed|garage|yard|back ?yard|field|fields|garden|driveway|workshop|basement|attic|patio"
    rf"|taller|granero|garaje|jardin|lobby|hallway|corridor|hall|car|truck|waiting (?:room|area)|parking lot"
    rf"|pasillo|carro|sala de espera)\b|(?:at|in|en|a) {_THEIR}(?:[\w'-]+ )?(?:work|dialysis|chemo"
    rf"|physical therapy|bible study|choir|training|party|wedding|conference|appointment|appt|dentist"
    rf"|doctor'?s?|bingo|class|funeral|cita|job|church|mass|store|stores|supermarket|market|laundromat|gym"
    rf"|neighbou?r'?s?|friend'?s|cousin'?s|vecin[oa]|trabajo|iglesia|misa|tienda|mercado|lavanderia|laundry|bank|banco)\b"
    rf"|(?:out|off) (?!eating|sitting|playing with)\w+ing\b|out(?:side)? ?(?:at|in|on|with|for|doing"
    rf"|running|of the house|when i (?:came|got there|arrived))\b)"
)
# "Jesse still locked up", "dad is in rehab til March": where a parent is kept who was not met.
_KEPT = Quick(
    r"['’]?s? ?[,(–-]? ?(?:who |que )?(?:(?:is|was|remains|esta|sigue|estaban?"
    r"|has been)(?:n't)? )?(?:(?:still|back|now|currently"
    r"|also|todavia|aun) ){0,2}(?:locked up|incarcerated|upstate|deployed|inpatient|awol|mia|on the run"
    r"|serving (?:time|\d)|pres[oa]|encarcelad[oa]|detenid[oa]|(?:in|en|at) (?:the |la |el )?(?:jail|prison"
    r"|lock ?up|custody|county jail|county(?= ?(?:$|[.,;]))|detention|ice|rehab|detox|treatment|hospital"
    r"|psych|carcel|prision|tratamiento|rehabilitacion|mexico|out of state))\b"
)
# "Was down at the corrals the whole time", "stayed on the tractor and never came in".
_ALL_THE_WHILE = Quick(
    r"['’]?s? ?(?:was|were|stayed|remained|kept|is|estuvo|estaba|se quedo)(?: (?!with (?:us|me|him|"
    r"her)\b)[\w'’]+)"
    r"{1,8}? (?:(?:(?:and|but|y|pero) )?(?:never|did(?:n['’]?t| not)|nunca|no) (?:once )?(?:came|come|made "
    r"it|entro|"
    r"salio|bajo|subio)(?: (?:up|in|inside|out|over|down|back|upstairs|downstairs)\b|(?= ?(?:$|[.,;])))"
    r"|(?:the|my) (?:whole|entire) (?:time|visit)|todo el tiempo|toda la visita)"
)
_IN_COMPANY = Quick(
    r"\b(?:with (?:us|me|him|her|them)|con (?:nosotros|nosotras|ell[oa]s?)|right there|there|present|"
    r"present|at the "
    r"table|on the (?:couch|sofa|porch)|in the (?:room|living room|kitchen)|home|presente|en la (?:sala|"
    r"mesa))\b"
)
# A meeting to which somebody asked did not come, in whatever words.
_STAYED_OUT = Quick(
    r" not being able to (?:get|make|come|be|leave|take|go)\b"
    r"| being (?:at work|out of town|away|sick in bed|laid up)\b"
    r"|['’]?s? ?[,(:–-]? ?(?:(?:skipped|ditched|missed|declined|blew off)(?: (?:it|this|the \w+))?(?= ?(?:$"
    r"|[.,;)]))|(?:did|was|were|is)(?:n['’]?t|nt| not)(?= ?(?:$|[.,;)]| show\b| turn up\b| make it\b))"
    r"|(?:was |were )?(?:not|never) (?:produced|brought|invited|called in)"
    r"|(?:could|was|were)(?:n['’]?t|nt| not) (?:able to )?(?:get |be |able to be )?(?:produced|brought"
    r"|transported)|no llego\b|no (?:vino|asistio|fue)\b)"
)
# "Had to take a work call", "let us use her office": who left the worker and the others to themselves.
_LEFT_US = Quick(
    r"['’]?s? (?:(?:brought|walked|took|got|sent|pulled|let|fetched|called) (?:\w+ ){1,6}and )?(?:then "
    r"|also |just )?(?:(?:had|needed|ended up having|tuvo) (?:to "
    r"|que )(?:\w+ )?(?:take (?:a|an|her"
    r"|his|another) (?:\w+ )?call|get (?:back )?to|run(?: to| out)?|go (?:to|pick|get|back)|step (?:out|away)"
    r"|leave (?:for|us)|be (?:at|in)|pick up|atender|salir|ir|contestar)\b"
    r"|let (?:me|us|him|her|them) (?:use|borrow|have|sit in|meet in|talk in) (?:her|his|the|their|a|an) "
    r"(?:\w+ ){0,2}?(?:room|office|classroom|space|kitchen|porch|conference room)\b"
    r"|(?:gave|dio) (?:me|us|nos) (?:the|her|his|un|el|su) (?:\w+ )?(?:room|office|salon|cuarto)\b"
    r"|(?:went|headed|walked|stepped|slipped|disappeared|wandered) (?:off |back |out |over |away )?(?:to|into"
    r"|in) (?:the|her|his|their) (?:kitchen|garage|yard|back ?yard|basement|bedroom|room|barn|shed|car|truck"
    r"|laundry|store)\b|(?:left|stepped out|walked out|went out|salio) (?:so|to let|to give|para que) )"
)
# "Mrs Simms home, not spoken to": nobody of the visit, wherever she was.
_NOT_SPOKEN = Quick(
    r"['’]?s? ?[,(:–-]? ?(?:(?:was|is|home|there|present|around|in|en casa|estaba|,|but|and|pero|y) ?){0,4}"
    r"(?:not (?:spoken (?:to|with)|talked to|interviewed)|no (?:hable con (?:ella|el)|hablamos))\b"
)
# A visit of which a child was no part: not due, not on the list.
_NOT_DUE = Quick(
    r"['’]?s? ?(?:(?:was|were|is|are)(?:n['’]?t|nt| not)|not|wasnt|isnt|no estaban?"
    r"|no le toca\w*) (?:on the (?:schedule|list|visit|order)"
    r"|scheduled|due|included|invited|supposed to|part of|on for|programad[oa]|incluid[oa]|a visita|visita)\b"
    r"|['’]?s? (?:does|did)(?:n['’]?t|nt| not) (?:have|get) (?:a )?(?:visits?"
    r"|one)(?= ?(?:$|[.,;]|today|this))"
)
# "Got both of them on one call": who was brought to the line.
_GOT_BEFORE = Quick(
    r"\b(?:got|had|put|caught|reached|conferenced|patched|brought)(?: in)? (?:(?:the|her|his|their) )?$"
)
_CAME_AFTER_ALL = Quick(
    r"\b(?:but|then|and|until|later|pero|luego|y)(?: (?:she|he|they|then|later|ella|el|luego)){0,2} (?:came"
    r"|woke|joined|got up|talked|spoke|told|said|sat|met|finished|bajo|salio|hablo|hablamos|me dijo"
    r"|desperto)\b"
)
_HEARD_NOTHING_AFTER = Quick(
    r"['’]?s? ?(?:(?:has|have|had|was|were|is)(?:n['’]?t|nt| not) (?:yet )?(?:been )?|not (?:yet )?(?:been )?"
    r"|(?:todavia |aun )?no (?:ha sido |esta |se le ha )?)"
    r"(?:told|notified|informed|contacted|reached|updated|aware|made aware|avisad[oa]|informad[oa]|sabe)\b"
)
_HEARD_NOTHING_BEFORE = Quick(
    r"\b(?:ha(?:ve|s|d)(?:n['’]?t|nt| not)|not|yet to|need to|still (?:need|have) to|did(?:n['’]?t|nt| not))"
    r" (?:yet )?(?:been able to )?(?:reach|reached|tell|told|notify|notified|inform|informed|update|updated"
    r"|spoken (?:to|with)|gotten (?:a )?hold of)(?: (?:to|with))? (?:(?:the|her|his|their|our) )?$"
)
# Whoever is said on a visit to the home to be at something was not seen there; who is at the table was.
_ELSEWHERE = Quick(
    r" (?:is|was|are|were|stayed|estan?|estaban?) (?:with|w/|w|con) (?:the|a|his|her|their|la|el|una?|su) "
    r"(?:neighbou?rs?|sitter|babysitter|friends?|cousins?|vecin[oa]|ninera|amig[oa])\b"
)
# ", Leo at therapy", "Dakota at school": told beside another child who was met.
_AT_VERBLESS = Quick(
    r" (?:at|in|en(?: la| el)?) (?:school|class|daycare|day care|practice|camp|work|clases?|(?:la )?escuela"
    r"|tutoring|after ?school|therapy|(?:speech|ot|pt)|work|the dentist|the doctor|terapia|football|soccer"
    r"|basketball|track|dance|band|church|head start|preschool)(?= ?(?:$|[.,;)]|not|no"
    r"|so|still|today|till|until))"
)
_GONE = Quick(
    # No "a" behind an English verb: "Leo was a little quiet" says that he was there.
    r"['’]?s? ?[,(–-]? ?(?:(?:(?:was|were|is|are|wuz|had gone|went)"
    r" (?:(?:still|already|away|off|over|out|gone) ){0,2}|(?:still|off|gone) )(?:at|to)"
    r"|(?:(?:estaban?|estan?|andaban?|andan?|habian? ido|se fue(?:ron)?|fue) (?:(?:todavia|ya) ){0,2}|"
    r"todavia )(?:en|a|al)) "
    r"(?!(?:(?:the|a|his|her|their|el|la|su|un|una) )?(?:\w+ )?(?:home|house|table|door|desk|window|computer"
    r"|couch|kitchen|living|stove|sink|piano|counter|casa|sala|mesa|cocina|cuarto|puerta|ventana|piso"
    r"|computadora|ease|first|me|us|risk|times|grade|level|placement|visit|foster|hogar|lado|gusto)\b)[^\W\d]"
)


def adult_away(words: Words) -> bool:
    """Whether an adult was barred from the event or knows nothing of it, by the words beside the name."""
    if _HEARD_NOTHING_AFTER.match(words.own_after) or _HEARD_NOTHING_BEFORE.search(words.before):
        return True
    if any(one.search(words.before) for one in (SEEN_BEFORE, TALKED_BEFORE, CALLED_BEFORE)):
        return False
    kept = _KEPT.match(words.own_after) or _KEPT.match(words.after)  # "el papá de Leo está preso"
    if kept and not _CAME_AFTER_ALL.search(words.own_after):
        return True
    if _NOT_SPOKEN.match(words.own_after):
        return True
    if _STAYED_OUT.match(words.own_after) or _NOT_DUE.match(words.own_after):
        return True
    left = _LEFT_US.match(words.own_after)
    if left is not None and not _CAME_AFTER_ALL.search(words.own_after, left.end()):
        return True
    apart = _ALL_THE_WHILE.match(words.own_after)
    if apart is not None and not _IN_COMPANY.search(apart.group()):
        return True
    barred = None if _GOT_BEFORE.search(words.before) else _BARRED.match(words.own_after)
    return barred is not None and not _CAME_AFTER_ALL.search(words.own_after, barred.end())


def not_due(words: Words) -> bool:
    """Whether a child is said to have had no part in the visit: "Leo wasn't scheduled"."""
    return _NOT_DUE.match(words.own_after) is not None


def elsewhere_now(words: Words) -> bool:
    """Whether a child is said without a verb, or with "is with the sitter", to be elsewhere."""
    if _ELSEWHERE.match(words.own_after):
        return True
    led = SEEN_BEFORE.search(words.before) or ENTRY_BEFORE.search(words.before)
    return led is None and _AT_VERBLESS.match(words.own_after) is not None


def child_gone(words: Words) -> bool:
    """Whether a child is said to have been at something elsewhere; holds for a visit to the home."""
    return _GONE.match(words.own_after) is not None and not SEEN_BEFORE.search(words.before)


def carer_told(
    mention: NameMention, mentions: Sequence[NameMention], text: str, homes: Collection[str]
) -> bool:
    """“Talked with Ms Lee at her place, Leo in school": who was met is the one the child lives with.

    So it is where something was only left or looked at there: "dropped the coats at Ms Lee's, Leo at school".
    """
    before = [m for m in mentions if m.span.end <= mention.span.start]
    if any(m.ids == mention.ids for m in mentions if m is not mention):
        return False
    carers = [m for m in before if m.kind is Kind.CONTACT and set(m.ids) & set(homes)]
    if any(m.as_place and _ERRAND.search(fold_text(text[: m.span.start])) for m in carers):
        return _OWN_HOUR.match(fold_text(text[mention.span.end :])) is None
    return any(not m.as_place and _TALK.search(_near(text, m)) for m in carers)


def _near(text: str, mention: NameMention) -> str:
    """The words around a name, up to the next or last sentence."""
    return fold_text(text[max(0, mention.span.start - 50) : mention.span.end + 40])


_TALK = Quick(
    r"\b(?:spoke|talked|sat|met|chatted|interviewed|went over|saw|visited|reviewed|discussed|hable|platique"
    r"|hablamos|platicamos|and (?:i|me)|y yo)\b"
)
# "Brought the MetroCards over to", "stopped at": whose home it is comes next.
_ERRAND = Quick(
    r"\b(?:dropped|brought|took|delivered|left|carried|stopped|swung|popped|went|ran|picked|pase|deje|lleve|"
    r"entregue|fui)\b[^.!?;\n]{0,60}? (?:at|by|to|in|over|from|por|a|en|donde|con|the|la|casa|de) $"
)
_OWN_HOUR = Quick(r" (?:at|in|en) [^.;!?\n]{0,25}?,? ?(?:at |@ |around |a las? )?\d")
