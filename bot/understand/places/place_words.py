"""The words beside a place, canonical: which say that somebody was there, which only speak of it."""

from __future__ import annotations

import re

AT = re.compile(
    r"(?<!\w)(?:at|to|from|in|by|inside|outside|en|a|de|over at|visited|left|near)(?: the| la| el| su|"
    r" his| her| their| our)?\s*$"
)
CONTENT = re.compile(
    r"(?<!\w)(?:about|re|sobre|says?|said|told me|tells me|doing|does|likes?|wants?|misses|attends?|grades?"
    r"|well|good|bad|better|starts?|back) (?:[\w']+ ){0,3}$"
)
# "About his behavior at school", "asking if he can go to Graciela's": spoken of.
TALKED_OF = re.compile(
    r"(?<!\w)(?:about|re|regarding|concerning|sobre):? (?!.*(?<!\w)(?:at|in|en) (?:my|"
    r"our))(?:[\w'’-]+ ){1,6}$"
)
MAY_GO = re.compile(
    r"(?<!\w)(?:can|could|may|might|would|wants? to|wanted to|asked to|hopes? to|allowed to|puede|quiere) "
    r"(?:go|stay|move|sleep(?: over)?|visit|spend [^.;]{1,30}|live|ir|quedarse)(?: \w+){0,2} (?:to|at|"
    r"over to|over at|a|en|with)? ?$"
)
TOPIC = re.compile(
    r"(?<!\w)(?:platic\w+|habl\w+|convers\w+|talk\w*|chatt?\w*|spoke|discuss\w*) (?:\w+ ){0,2}?"
    r"(?:de|del|sobre|about|regarding) (?:\w+ ){0,2}$"
)
# “After I left the office I swung by …": where she came from.
LEFT = re.compile(
    r"(?<!\w)(?:left|leaving|leave|on my way (?:to|from)|back (?:to|at)|(?:before|after) (?:going|heading) "
    r"(?:back )?to|"
    r"sali de|saliendo de|de regreso a)(?: (?:the|my|our|la|mi))? *$"
)
# "Dr Patel appt Thurs": told of, and still to come.
COMING_UP = re.compile(
    r" (?:is |on |set |for |this |next )*(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|tomorrow|next|\d{1,2}/\d)"
)
# "School starts at 8:15", "tengo que llamar a la escuela": spoken of, and nobody was there.
ACTS = re.compile(
    r" (?:just |still |also )?(?:starts?|started|called|calls|says?|said|wants?|wanted|needs?|sent|emailed|"
    r"texted|asked|asks|reports|reported|suspended|will|won't|has not|hasn't|keeps|"
    r"(?:(?:is|was|got|being) )?(?:closed|let out|dismissed))(?!\w)"
)
TO_CALL = re.compile(
    r"(?<!\w)(?:need|needs|have|has|going|want|tengo que|hay que|voy a|will|must|should|to) (?:to )?(?:\w+ )?"
    r"(?:call|email|contact|text|follow up with|llamar|escribir|hablar con)"
    r"(?: (?:the|a|his|her|su|la|al))* ?$"
)
ELSEWHERE = re.compile(
    r"(?:[A-Z]{3,}|he|she|they|mom|dad|(?:both )?(?:kids|children|boys|girls)|los ninos|las ninas|"
    r"the \w+|el|ella) (?:was|were|is|are|had|has|at|in|en|stayed|"
    r"esta|estaba|went|goes|works)(?!\w)"
)
IN = re.compile(
    r"(?<!\w)(?:at|to|in|inside|outside|by|visited|en|a|left|"
    r"(?:picked|pick|picking|got|collected) (?:CHILD |her |him |them |the kids )?"
    r"(?:up )?(?:CHILD |her |him |them )?(?:from|at))(?: the| la| el)?\s*$"
)
NO_MORE = (
    r"(?=\s*(?:$|[,.;:!?)]|\d|"
    r"(?:at|on|from|with|for|today|this|yesterday|in|to|and|re|last|hs|ms|jhs|high|school|called|hoy|"
    r"tomorrow|manana|tonight|a|de|con|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?|staff|rang|"
    r"says?|said|then|now|was|were|is|by|before|after|we|i|he|she|nobody|had|did|CHILD|CCW|SCHOOLSTAFF|DOC|"
    r"ayer|el|la|para)\b))"
)
# "The library at", "the cafeteria of the": a room of what comes behind.
PART_OF = re.compile(
    r"(?:(?:at|in|to) )?(?:the |a |her |his |their )?(?:[\w'-]+ ){0,2}[\w'-]+ (?:at|of|in|@)?(?: the"
    r"| her| his| their)? *"
)
AT_COURTHOUSE = re.compile(
    r"(?<!\w)(?:(?:(?:hall|hallway|corridor|lobby|steps|cafeteria|parking lot|pasillo|elevator) "
    r"(?:at|of|in|outside|en|de)|outside(?: of)?) (?:the |la )?(?:court(?:house|room)?|corte|tribunal)|"
    r"(?:at|in) the courthouse|(?:me reuni|nos reunimos|met|sat down|hable|platique|vi a) (?:with |con )?"
    r"(?:la |el )?[A-Z]{3,} (?:at|in|en) (?:la |el )?(?:family )?(?:court|corte|tribunal)|"
    r"(?:(?:(?:ran|run|bumped) in ?to|ran across|(?:talk(?:ed)?|spoke|chat(?:ted)?|sat|waited|visited|"
    r"caught up|touched base) (?:briefly |quickly )?(?:to|with)|caught"
    r"|pulled|stopped|approached) (?:CHILD's )?[A-Z]{3,}[^.;\n]{0,30}?|[A-Z]{3,} (?:\w+ )?(?:caught|stopped|"
    r"grabbed|pulled|approached|found|came up to) me [^.;\n]{0,30}?|"
    r"[A-Z]{3,} and (?:i|me) [^.;\n]{0,30}?) ?(?:at|in|outside) (?:\w+ )?court(?:house|room)?|"
    r"(?:hall|hallway|corridor|lobby|elevator) (?:right |just )?(?:after|before) (?:\w+ )?court(?! (?:date|"
    r"report))|"
    r"(?:hall|hallway|corridor|lobby) (?:talk|chat|conversation|discussion|conference|meeting|convo)"
    r" (?:at|in|outside) (?:\w+ )?court|(?:in|at|outside|on|by) (?:the )?court(?:house|room)?(?:'s)? "
    r"(?:hall(?:way)?|corridor|waiting (?:room|area)|lobby|steps|building|cafeteria|parking lot|"
    r"elevator))(?!\w)"
)
NAMES_ONLY = re.compile(
    r"[ ,(-]*(?:(?:[A-Z]{3,}(?:'s)?|\d{1,2}(?::\d\d|\d\d)?(?: ?[ap]\.?m?\.?)?)(?: and | y )?[ ,(-]*){0,3}"
)
WHO_ONLY = re.compile(r"(?<!\w)(?:[A-Z]{3,}(?:'s)?|and|y)(?!\w)|[,/&+]")
FEW = 2
HEADS = re.compile(r"\W*(?:then |and |so |also )?CHILD (?:at|in|en) ")
MINE = re.compile(r"\W*(?:and |then |so )?(?:i|we) (?:sat|stayed|was|were|waited|joined|talked|spoke)(?!\w)")

# "Sandy was still at work", "both kids were at school": where somebody else was, not the event.
_SOMEBODY = (
    r"(?:[A-Z]{3,}|he|she|they|everyone|(?:her |his |the |su |el |la )?(?:mom|dad|mother|father|mama|papa"
    r"|grandma|grandmother|brother|sister|husband|wife|hijo|hija|esposo|esposa)"
    r"|(?:both |the |all |other |older )*(?:kids|children|boys|girls|siblings|brothers|sisters|ninos|ninas)"
    r"|el|ella|ellos|ellas)"
)
_BEING = r"(?:is|was|are|were|has been|had been|esta|estaba|estan|estaban)"
_STILL = (
    r"(?:still|already|always|now|out|off|away|over|stuck|working|works|admitted|todavia|ya|aun|trabaja"
    r"|trabajando)"
)
OTHERS_THERE = re.compile(
    rf"(?<!\w){_SOMEBODY}(?:'s)? (?:{_BEING}(?: {_STILL}){{0,3}}|(?:still|already|working|works"
    rf"|stuck)(?: {_STILL}){{0,2}})"
    r"(?: (?:doubles?|late|nights?|a shift|today|hoy)){0,2} (?:at|in|en)(?: (?:the|la|el|su|her|his"
    r"|their))? *$"
)
# "The counselor's office at school" is the school, "her office there" where the event before was.
OFFICE_OF = re.compile(
    r" (?:(?:at|in|en) (?:the |her |his |their |la |su )?(?:school|escuela)|(?:over |up |down )?there|alli"
    r"|ahi)(?!\w)"
)
# "She was at school when I saw her": then it is.
I_CAME_THERE = re.compile(
    r"[^.;]{0,20}?(?<!\w)(?:when|where|so|and|but) (?:i|we) (?!did not|didn't|could not|couldn't|was not"
    r"|wasn't)(?:\w+ )?(?:saw|met|visited|sat|went|got|came|stopped|caught|pulled|spoke|talked)(?!\w)"
)


# "Walked with CHILD to the library from CAREGIVER's": where they set out is no place.
_SET_OUT = re.compile(
    r"(?<!\w)(?:walk(?:ed|ing)?|drove|rode|bik(?:ed|ing)|stroll(?:ed|ing)|took|transported|caminamos|"
    r"camine|fuimos|lleve)(?!\w)(?P<way>[^.;\n]*?)(?<!\w)(?:from|desde) (?:the |his |her |their |la |el )?$"
)
_BOUND_FOR = re.compile(r"(?<!\w)(?:to|al?|hasta) (?!see |visit |talk |meet |ver )(?:(?:the|a|la|el) )?[a-z]")


def set_out_from(text: str, at: int) -> bool:
    """Whether they only set out from what stands at `at`, for somewhere that is named too."""
    left = _SET_OUT.search(text[:at])
    return bool(left and (_BOUND_FOR.search(left["way"]) or _BOUND_FOR.search(text[at : at + 60])))
