"""Words by which an emergency in hand seems over: "he is back", "false alarm", "done here", "ya aparecio".

Closing it is offered behind them, and is a person's tap: nothing closes by itself.
"""

from __future__ import annotations

import re

from bot.understand.writing.text import straight

_THEY = (
    r"(?:s?he|they|both|everyone|everybody|(?:all )?(?:the )?(?:kids?|boys?|girls?|baby|child|teen)"
    r"|all (?:of them|\d)|\d)"
)
_IS = r"(?:'?s|'?re|'?ve| is| are| was| were| got| made it| came| walked| has| have| been)*"
_ADVERBS = r"(?: (?:just|now|already|finally|safely?|all|both|both of them|ok|okay|walked|came|got|right))*"
_PLACE = (
    r"(?! (?:at|in|to|from|on) (?:the |his |her )?(?:school|class|work|vacation|care|court|therapy|"
    r"meds)(?!\w))"
    r"(?! (?:soon|later|by|tomorrow|at \d|around|in (?:a|an|\d)|if|when|from (?:school|work|court)))"
)
_OVER = re.compile(
    r"(?<!\w)(?:"
    rf"{_THEY}{_IS}{_ADVERBS} (?:back|home|safe|found|asleep|sleeping|calm(?:er|ed)?(?: down)?|fine|ok|"
    r"okay|good|here|"
    rf"unharmed|unhurt|in (?:his|her|their) (?:room|bed)s?)(?!\w){_PLACE}"
    r"(?!\w)"
    r"|(?:in|back in|asleep in) (?:his|her|their) (?:room|bed|crib|own bed)s?(?!\w)"
    r"|false alarm|falsa alarma|(?:no|not|not a|dont need|don't need|no need for|didnt need) (?:911|crisis|"
    r"emergency)(?! (?:yet|call))"
    r"|(?:police|cops?|officers?|pd|nypd|ems|emts?|fdny|ambulance|they)(?:'re|'s| is| are| have| has| all| "
    r"just)* (?:leaving|left|gone|cleared)"
    r"(?!\w)(?! (?:with|w|him|her|them|to|for|a|the|in))"
    r"|calm(?:ed|ing)? down|settled (?:down|now)|all (?:good|set|clear|ok|okay|done|fine)|(?:we'?re|im|i'm|"
    r"were|all) (?:good|done)(?! (?:with|at))"
    r"|done here|(?:everything|everyone|it|its|it's|things)(?:'s| is| are)? (?:all )?(?:ok|okay|fine|good|"
    r"under control|handled|over)(?: now)?"
    r"|(?:situation|crisis|alarm) (?:is )?(?:over|handled|resolved|under control|done)|under control|no "
    r"longer (?:missing|in danger)"
    r"|(?:got|found|have|has) (?:him|her|them)(?!\w)(?! (?:on|at the (?:hospital|er)|to|a|an|in (?:cuffs|"
    r"custody)))"
    r"|(?:was|were) found(?! (?:with|unresponsive|dead))|turned up|showed up|keeping (?:him|her|them) "
    r"(?:til|till|until|tonight|for now)"
    r"|cancel (?:it|that|the (?:alarm|alert|crisis|call))|(?:nvm|never ?mind)[ ,]+(?:s?he|they|all|it|its|we)"
    r"(?:'?s|'?re| is| are)? (?:ok|okay|fine|good|here|back|home|found)"
    r"|discharged|sent home|(?:esta|estan) (?:bien|a salvo|en (?:la |su )?casa|aqui|de vuelta|"
    r"tranquil[oa]s?|dormid[oa]s?|durmiendo|calmad[oa]s?)"
    r"|ya (?:aparecio|aparecieron|regres(?:o|aron)|volvi(?:o|eron)|lleg(?:o|aron)(?! (?:la |el |los "
    r")?(?:polici\w+|ambulanci\w+|oficial\w*))|paso|se (?:calm|durm|fueron|fue la polic)\w*)"
    r"|(?:lo|la|los|las) (?:encontr(?:o|aron|amos)|hall(?:o|aron|amos))(?! (?:muert|inconsc|herid|"
    r"tirad)\w*)|aparecieron|aparecio(?! (?:con|un|una) )"
    r"|todo (?:bien|tranquilo|en orden|resuelto|ok)|se (?:calmo|calmaron|tranquilizo|durmio|durmieron)|"
    r"(?:la|lo|los|las) (?:mandan|mandaron|dieron de alta)(?: (?:a|para) (?:la )?casa)?"
    r"|asunto (?:resuelto|cerrado)|ya no (?:hace falta|es necesario|hay peligro)"
    r")(?!\w)"
)
# Not so, not yet, only hoped for; of a grown-up; or a danger beside it.
_NOT_SO = re.compile(
    r"(?<!\w)(?:not|never|isnt|arent|wasnt|hasnt|havent|wont|cant|[a-z]+n't|still (?!in|here|asleep|ok|"
    r"fine|good|calm|safe)|if|when|until|til|till|once|unless|hope\w*|"
    r"hopefully|want\w*|need\w*|should|will|'ll|hell|shell|gonna|going to|trying|tell me|let me know|say "
    r"if|wait\w*|no sign|"
    r"nobody|no one|as soon as|mak\w+ sure|before|after|who|whether|that|no (?!,)|ni|si|cuando|hasta|"
    r"quiere|espero|ojala|aun no|"
    r"todavia|mom|mother|mama|dad|father|papa|fm|ff|worker|staff|grandma|abuela|aunt|tia|uncle|tio|"
    r"boyfriend|novio|sister|brother|"
    r"cops?|police|ems|nurse|doctor|dr|judge|lawyer|supervisor)"
    r"(?: (?!and|but|so|now|ok|y|pero|says?|said|told|dice|dijo|texted|called|confirm\w*)[\w']+){0,2}? ?$"
)
_BESIDE = re.compile(
    r"(?<!\w)(?:but|pero|except|though|however|bleeding|bled|knife|gun|pills|hospital|er|ambulance|missing|"
    r"gone|ran|"
    r"unconscious|unresponsive|breathing|threat\w*|still (?:not|won't|wont|bleed\w+|missing|out|gone)|cut|"
    r"hurt bad|overdos\w+)(?!\w)"
)
_HARMLESS = re.compile(r"(?<!\w)(?:not|no|never|without|wasn't|isn't|sin) (?:\w+ ){0,2}$")
_CUT = re.compile(r"[.;!\n,]+|(?<!\w)(?:but|and|then|so|pero|y|says?|said|dice|dijo)(?!\w)")
_LONGEST = 110


def ends(text: str) -> bool:
    """Whether the words say that it is over, in English or Spanish; of no other danger beside it."""
    plain = straight(text)
    if "?" in plain or len(plain) > _LONGEST:
        return False
    if any(not _HARMLESS.search(plain[: each.start()]) for each in _BESIDE.finditer(plain)):
        return False
    return any(not _NOT_SO.search(_before(plain, match.start())) for match in _OVER.finditer(plain))


def _before(plain: str, start: int) -> str:
    """The words before it in its own clause."""
    left = max((cut.end() for cut in _CUT.finditer(plain, 0, start)), default=0)
    return plain[left:start].lstrip()
