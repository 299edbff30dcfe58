"""Which words of danger tell of what is over or of nothing: the runaway who is back, the cast that is off.

An emergency is one while it goes on (READING.md, intents). Looks at `words.Plain.text`; asked only where such
words stand.
"""

from __future__ import annotations

import re
from functools import lru_cache

_HARM = (
    r"(?:hitt?|fight|bit|kick|cutt?|punch|throw|hurt|slapp?|push|shov|scratch|spitt?|bully|swear|scream|"
    r"run)ing(?: (?:away|off))?"
)
_DANAR = r"(?:pegar|pelear|golpear|morder|patear|cortar|escapar|lastimar|aranar|gritar|rascar)(?:se|le|les)?"
_KIN_OF = (
    r"(?:(?:his|her|their|the|a|CAREGIVER(?:'s)?|PARENT(?:'s)?|KIN(?:'s)?|su|el|la|un|una) )?(?:adult |"
    r"grown |older |hijo )?(?:husband|wife|boyfriend|girlfriend|partner|fiance|cousin|brother|sister|uncle|"
    r"aunt|grand\w+|son|daughter|nephew|niece|dad|mom|mother|father|PERSON|PARENT|KIN|CAREGIVER|novi[oa]|"
    r"espos[oa]|prim[oa]|tio|tia|abuel[oa]|marido|pareja|herman[oa]|hijo|hija)"
)
_STRETCHES = (
    # "he isn't fighting anymore", "hasn't been hitting since", "quit hitting", "dejó de pelear".
    re.compile(
        rf"(?<!\w)(?:\w+n't|not|never|no longer) (?:been )?{_HARM}(?: (?!and |but )\w+){{0,6}}? "
        rf"(?:any ?more|these days|at all now)"
        rf"|(?<!\w)(?:quit|stopped|stops|no longer) (?:\w+ )?{_HARM}(?: \w+){{0,3}}"
        rf"|(?<!\w)(?:dejo|dejaron|paro|ha dejado) de {_DANAR}(?: \w+){{0,3}}"
        rf"|(?<!\w)ya no (?:se |le |les |la |lo |me )*(?:est[ae] )?(?:{_DANAR}|pele\w+|peg\w+|cort\w+"
        rf"|golpe\w+|muerd\w+|escap\w+|lastim\w+|aran\w+|patea\w*|fug\w+)(?: \w+){{0,3}}"
        r"|(?<!\w)antes (?:se |le |la |lo |les )*\w+(?:aba|ia)(?:n)?(?: \w+){0,6}?,? (?:pero )?(?:ahora "
        r")?ya no"
    ),
    # "his girlfriend was asleep on the couch": a relative who sleeps, and no stranger in the home.
    re.compile(
        rf"(?<!\w){_KIN_OF} (?:was |is |were |estaba |esta |andaba )?(?:already |still |just |out )?"
        r"(?:asleep|sleeping(?= (?:on|in) the (?:couch|sofa|recliner))|napping|dozing|dormid[oa]|dormia"
        r"|durmiendo)(?: (?:in|on|upstairs|downstairs|en|arriba)(?: (?:the|his|her|their|el|la|su))?"
        r"(?: (?!CHILD|girls|boys|kids)\w+){0,2}?(?: (?:recliner|couch|sofa|sillon|chair|back|room|bedroom"
        r"|cuarto|sala))?)?"
    ),
    # "The girl who hit her was suspended": the school has seen to it.
    re.compile(
        r"(?<!\w)(?:girl|boy|kid|student|classmate|nina|nino|companer[oa])s? (?:who|that|que) (?:\w+ "
        r")?(?:hit|"
        r"pushed|punched|kicked|bit|slapped|shoved|tripped|grabbed|threatened|jumped|le pego|la empujo|lo "
        r"empujo)"
        r"(?: (?:him|her|CHILD|them|a CHILD))?(?= (?:got|was|is|has|had|fue|ya|lo|la))"
    ),
)
# A relative who sleeps there night after night, or whom nobody has cleared, is a worry all the same.
_STAYS = re.compile(
    r"(?<!\w)(?:cleared|clearances?|unknown|strange|stranger|(?:don't|didn't|do not|never) (?:know|met|seen"
    r"|heard)|no (?:lo |la )?conozc\w+|desconocid\w+|moved in|lives? there|living (?:there|here)|staying "
    r"(?:there|here)"
    r"|every night|most nights|nobody (?:told|knew)|order of protection|not (?:supposed|allowed)|drunk|high"
    r"|passed out|alone|unattended|bottles?|empties|borrach\w+|sol[oa]s?)(?!\w)"
)
_VISITING = re.compile(
    r"(?<!\w)(?:saw|see|visit\w*|home visit|met|went (?:by|to|over)|stopped|swung|dropped|came by|got "
    r"(?:to|there)"
    r"|drove|was at|sat|i went|pase|fui|llegue|vi a|visite)(?!\w)"
)
_TALKED = re.compile(
    r"(?<!\w)(?:talked|spoke|sat|chatted|hable) (?:with|to|w|con) (?:la )?(?:CAREGIVER|KIN)(?!\w)"
)
_BY_PHONE = re.compile(r"(?<!\w)(?:phone|call\w*|text\w*|llam\w+|(?:[6-9]|1[01])(?::?\d\d)? ?p)")
# "Wasn't back from practice yet": away for the afternoon, when somebody came to see the child.
_NOT_IN_YET = re.compile(
    r"(?<!\w)(?:wasn't|weren't|was not|were not|had not|hadn't|hadnt) (?:even |quite |yet |gotten |got |come "
    r"|made it )*(?:back|home|in) (?:yet )?from(?: (?!and|so|when|but)\w+){1,4}"
)
_SOUGHT = re.compile(
    r"(?<!\w)(?:hours?|missing|police|911|worried|(?:can't|couldn't|cannot) (?:reach|find|get)|no answer|"
    r"(?:isn't|not) answering|nobody (?:knows|has seen)|still (?:out|gone|not)|since (?:last night|this "
    r"morning))(?!\w)"
)
# Days ago, not today: what then happened is told, and is not happening.
_DAYS_AGO = re.compile(
    r"(?<!\w)(?:(?:on|last|this past|since|over|till|until|by|el|desde el|este) )*(?:the )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?<!\w)(?:on|last|since) (?:mon|tues?|wed|thu(?:rs?)?|fri"
    r"|sat|sun)(?!\w)"
    r"|(?<!\w)(?:last (?:week|weekend)|(?:the|over the|this past) weekend"
    r"|(?:a|two|three|few|couple|\d+)(?: of)? (?:days?|nights?|weeks?)(?: ago| back)?"
    r"|hace (?:\w+ )?(?:dias?|semanas?)|(?:la semana|el fin de semana) pasad[ao]"
    r"|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|\d{1,2}/\d{1,2})(?!\w)"
)
_BACK = re.compile(
    r"(?<!\w)(?:(?:came|come|got|brought|is|was|been|be|now|are|were|safe|walked|went) (?:\w+ "
    r"){0,2}?(?:back|home|found"
    r"|returned)|back (?:at|in|on|since|by|within|after|that|the|home|with|now)|returned"
    r"|(?:fine|good|ok|okay|better|calm|no problems|no issues|quiet) (?:ever )?since"
    r"|sorry (?:that )?(?:he|she|for)|apologiz\w+|talked it (?:out|over)"
    r"|volvio|regreso|aparecio|ya (?:volvio|regreso|aparecio|esta)|l[ao] encontr\w+)(?!\w)"
)
_GOES_ON = re.compile(
    r"(?<!\w)(?:right now|rn|still (?:missing|out|gone|awol|not)|again (?:today|now|tonight|last night|this)"
    r"|tonight|not back|(?:hasn't|has not|never) (?:come|came|been) (?:back|home)|todavia no"
    r"|sigue (?:sin|desaparecid)\w*|no aparece|nobody (?:knows|can)|missing)(?!\w)"
)
# "Visited Leo at the hospital, his cast comes off": a visit to one who is looked after.
_SEEN_IN_HOSPITAL = re.compile(
    r"(?<!\w)(?:saw|seen|see|visit\w*|met|check(?:ed)? (?:in )?on|sat with|fui|pase|vi a|visite|ver)(?!\w)"
    r"[^.;!?]{0,60}(?:CHILD|him|her|them)(?!\w)[^.;!?]{0,60}(?<!\w)(?:hospital|icu)"
    r"|(?<!\w)(?:fui|pase|went|stopped|drove)[^.;!?]{0,40}(?<!\w)hospital (?:to (?:see|visit)|and saw|a "
    r"(?:ver|visitar))"
    r"(?: a)? (?:CHILD|him|her|them|l[ao]s?)(?!\w)"
)
_MENDING = re.compile(
    r"(?<!\w)(?:casts?|yeso|stitches|puntadas|surgery|operat\w+|operacion|cirugia|calm|stable|estable|better"
    r"|mejor\w*|resting|comfortable|recover\w*|recuper\w+|healing|doing (?:ok|okay|well|fine|good|great"
    r"|better)|good spirits|tranquil[oa]|discharg\w*|de alta|released?"
    r"|(?:go(?:es|ing)?|come?s?|coming) (?:back )?(?:home|to|back)|home (?:on )?"
    r"(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|soon)\w*|watching|eating|coloring|playing|still in|sigue"
    r"|tonsils|appendi\w+|went (?:fine|well|good)|salio bien)(?!\w)"
)
_ACUTE = re.compile(
    r"(?<!\w)(?:ambul\w+|rushed|911|just (?:got|called|brought|happened)|right now|rn|overdos\w*|pills"
    r"|pastillas|uncons\w+|unrespons\w+|critical|grave|coma|stabb\w+|shot|hit by|police|policia|no despierta"
    r"|i'm (?:at|here|still)|i am (?:at|here|still)|estoy (?:en|con|aqui)|breath\w+|bleeding|seiz\w+"
    r"|suicid\w+|self|cut (?:her|his)|won't wake|bruis\w+|on (?:a )?hold|emergency room)(?!\w)"
)
_CLAUSE = re.compile(r"[.;!?\n,]| but | pero ")
# "A fight with a girl, no injury": two children had words at school; who was armed or hurt is said otherwise.
_WITH_A_PEER = re.compile(
    r"(?: \w+){0,2}? (?:girl|boy|kid|child|classmate|class mate|schoolmate|student|peer|friend|teammate|"
    r"roommate|housemate|resident|sister|brother|nina|nino|companer[oa]|amig[oa]|herman[oa])(?!\w)"
)
_UNHURT = re.compile(
    r"(?<!\w)(?:(?:no|without|sin|zero) (?:\w+ )?(?:injur\w*|marks?|bruis\w*|golpes|heridas|lesion\w*|"
    r"lastimad\w+)|(?:no one|nobody|noone|neither (?:\w+ )?|not|wasn't|nadie|isn't|"
    r"never) (?:\w+ ){0,3}?(?:hurt|injured|salio lastimad\w+|se lastimo)|unhurt|uninjured|"
    r"(?:is|she's|he's|are|all|both|seems|was|were|esta) (?:fine|ok|okay|bien))(?!\w)"
)

# "Tuvo una pelea en la escuela con otro niño", "por un juguete": a quarrel of children, told.
_QUARREL = re.compile(
    r"(?: (?!con|entre|por|y|que|en)\w+){0,2}(?: en (?:(?:la|el|su|un) )?(?:escuela|colegio|recreo|clase|"
    r"salon|parque|cancha|patio|guagua|bus|autobus|cafeteria|gimnasio|practica|comedor)|"
    r" (?:con|entre) (?:(?:un|una|unos|unas|otr[oa]s?|su|sus|el|la|los|las|dos|ell[oa]s|CHILD)(?: y)? )*"
    r"(?:nin[oa]s?|nen[ea]s?|chic[oa]s?|muchach[oa]s?|companer(?:it)?[oa]s?|amig(?:uit)?[oa]s?|prim[oa]s?|"
    r"herman(?:it)?[oa]s?|alumn[oa]s?|estudiantes?|varon|nena|CHILD)|(?: \w+){0,5} l[oa]s? suspend\w+|"
    r"(?: con (?:(?:su|la|el|mi) )?(?:CAREGIVER|PARENT|KIN|mama|papa|abuela|tia|maestra|SCHOOLSTAFF))?"
    r" por (?:(?:un|una|unos|unas|el|la|los|las|su|sus|causa de) )+(?!dinero|custodia|drogas?)\w+)(?!\w)"
)
_HARMED = re.compile(
    r"(?<!\w)(?:sangr\w+|romp\w+|rot[oa]|part(?:io|ieron|ido)|punt(?:os|adas)|hospital|emergencias?|"
    r"ambulancia|911|polici\w+|navaj\w+|cuchill\w+|armas?|pistola|tijeras?|palo|botella|piedra|herid\w+|"
    r"lastim\w+|golpe\w*|moret\w+|moraton\w*|chichon\w*|desmay\w+|inconsciente|ahorc\w+|cortad\w+|"
    r"corto|fisica|ahora|ahorita|en este momento|esta noche|novio|marido|esposo|vecino|hombre|adulto|senor)"
    r"(?!\w)"
)

# "Mom rolled in 5:25 smelling like weed, I ended it": a parent whom the worker had in sight, and dealt with.
_SMELT = re.compile(
    r"(?<!\w)PARENT(?: (?!CAREGIVER|KIN|house|home|apartment)[\w:']+,?){0,8}? (?:smell(?:s|ed|ing)|"
    r"reek(?:s|ed|ing)) (?:\w+ ){0,2}?(?:of|like) (?:\w+ )?(?:weed|pot|marijuana|alcohol|liquor|beer|booze|"
    r"smoke|wine)[,.]?"
    r"|(?<!\w)PARENT(?: [\w:']+,?){0,8}? (?:olia|oliendo|con olor) a (?:\w+ )?(?:mota|marihuana|alcohol|"
    r"cerveza|licor)[,.]?"
)
_IN_SIGHT = re.compile(
    r"(?<!\w)(?:supervised|supervisad[oa]|visits?|visitas?)(?!\w).*(?<!\w)(?:(?:our|the|la|nuestra) "
    r"(?:office|agency|oficina|agencia)|(?:i|we) (?:ended|stopped|cut|called|cancell?ed|sent)|"
    r"(?:visit|visita|it) (?:was |did |didn't |got |is |no )?(?:not )?(?:ended|stopped|cut|called off|"
    r"cancell?ed|happen|held)|la termine|"
    r"la cancel\w+|termine la)(?!\w)|(?<!\w)(?:i|we) (?:ended|stopped|cut|called off) (?:it|the visit)",
    re.DOTALL,
)
_GIVEN_OVER = re.compile(
    r"(?<!\w)(?:drove|driv\w+|behind the wheel|(?:her|his|the) car|manej\w+|slurr\w*|stumbl\w*|passed out|"
    r"nodd\w+|unsupervised|overnights?|trial discharge|(?:took|take|left with|leave with|has|se llevo) "
    r"(?:CHILD|them|him|her|the (?:kids|baby|girls|boys)|a l[oa]s)|(?:at|in|to) "
    r"(?:PARENT's|CAREGIVER's|KIN's) (?:house|home|apartment|place|casa)|police|911|hit|"
    r"grabbed|threat\w+)(?!\w)"
)


def settled(text: str, end: int) -> bool:
    """Whether the danger that ends at `end` of `text` is told as one that is over, or is none."""
    return any(a < end <= b for a, b in _stretches(text))


def settled_as(key: str, text: str, start: int, end: int) -> bool:
    """The same for one list of `alarm.toml`: a runaway who is back, a visit to one who is on the mend."""
    if key == "runaway":
        return _is_back(text, start, end) or any(a < end <= b for a, b in _not_in_yet(text))
    if key == "violence" and text[start:end].startswith(("fight", "pelea")):
        unhurt = _UNHURT.search(text) and not _ACUTE.search(text)
        quarrel = text.startswith("pelea", start) and _QUARREL.match(text, end)
        return bool(
            (_WITH_A_PEER.match(text, end) and unhurt) or (quarrel and (unhurt or not _HARMED.search(text)))
        )
    if key == "hospital":
        told = _SEEN_IN_HOSPITAL.search(text) and "hospital" in text[start:end]
        return bool(told and _MENDING.search(text) and not _ACUTE.search(text))
    return False


@lru_cache(maxsize=16)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    found = [match.span() for match in _STRETCHES[0].finditer(text)]
    found += [match.span() for match in _STRETCHES[2].finditer(text)]
    if not _STAYS.search(text):
        found += [match.span() for match in _STRETCHES[1].finditer(text)]
    if _IN_SIGHT.search(text) and not _GIVEN_OVER.search(text):
        found += [match.span() for match in _SMELT.finditer(text)]
    return (*found, *_not_in_yet(text))


def _not_in_yet(text: str) -> list[tuple[int, int]]:
    there = _VISITING.search(text) or (_TALKED.search(text) and not _BY_PHONE.search(text))
    if not there or _SOUGHT.search(text):
        return []
    return [match.span() for match in _NOT_IN_YET.finditer(text)]


def _is_back(text: str, start: int, end: int) -> bool:
    """“Ran off Friday but was back in an hour": days ago, and back since."""
    left = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    cut = _CLAUSE.search(text, end)
    clause = text[left : cut.start() if cut else len(text)]
    return bool(_DAYS_AGO.search(clause) and _BACK.search(text) and not _GOES_ON.search(text))
