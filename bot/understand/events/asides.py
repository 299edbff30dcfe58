"""Clauses that tell of what others did without the worker: no event of hers, and no reason why hers failed.

"The plumber didn't come", "her soccer game was cancelled", "dad did not answer her call on Sunday",
"Ms Ward saw her on Monday at 5": told beside a visit, and nothing of them is the visit's outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.understand.events.clauses import Clause
from bot.understand.events.cues import HELD
from bot.understand.events.follow_ups import court_to_come
from bot.understand.outcomes.came_to import came_later
from bot.understand.outcomes.stayed_away import missed_besides, without_host_out
from bot.understand.patterns.quick import Quick

_LEAD = r"^\W*(?:(?:and|but|also|so|because|bc|y|pero|porque|que|then) ){0,2}"
_OWNED = r"(?:her|his|their|our|my|su|sus)"
# Who is no worker of anybody's house: not those whom a visit is to, nor the visit itself.
_NOBODY_VISITED = (
    r"(?!(?:kids?|children|childrens|girls?|boys?|twins?|teens?|family|families|parents?|mother|father|moms?|"
    r"dads?|brothers?|sisters?|siblings?|grand\w+|aunts?|uncles?|foster|baby|babies|youth|child|infant|lady|"
    r"man|woman|visit|visits|visitation|house|home|door|phone|line|number|calls?|meeting|conference|session|"
    r"appointment|appt|hearing|court|thing|one|trip|worker|caseworker|people|person|"
    r"ninos?|ninas?|familia|visita|casa|puerta|telefono|llamada|senora?|madre|padre|mama|papa|cita|reunion|"
    r"junta|abuel[oa]|ti[oa]|hij[oa]s?|hermanos?|hermanas?)\b)[a-z]{3,}"
)
_SOMEBODY = (
    r"(?:[A-Z]{3,}|mom|dad|mother|father|aunt|uncle|brother|sister|cousin|grandma|grandpa|grandmother|"
    r"boyfriend|teacher|nurse|coach|mama|papa|madre|padre|abuel[oa]|ti[oa]|herman[oa]|he|she|they|ella)"
)
_FAILED = (
    r"(?:did not|didn't|didnt|never|no (?:llego|vino|se presento|aparecio|fue|contesto)|was a no[- ]show|"
    r"no[- ]?showed|cancel\w*|(?:was|were|got|is|has|had|have) (?:been )?(?:cancel\w*|called off|rescheduled|"
    r"moved|postponed|not there)|call(?:s|ed) out|hasn't|has not|wasn't|was not|weren't)(?!\w)"
)
_THING = (
    r"(?:games?|class(?:es)?|practices?|appointments?|appts?|therapy|trips?|part(?:y|ies)|lessons?|camp|"
    r"tutoring|rehearsal|recital|daycare|match|tryouts|evaluation|eval|surgery|physical|check-?up|cleaning|"
    r"fitting|terapia|dentist|dentista|haircut|checkup|orthodontist|clases?|escuela|citas?|partido|practica|"
    r"juego|tutoria|evaluacion|school|dose|meds?|bus)"
)
_PATTERNS = (
    # "the plumber didn't come", "her tutor never showed"
    (
        rf"{_LEAD}(?:(?:the|a|an|la|el|un|una)|{_OWNED}) (?:[a-z]+ ){{0,2}}?{_NOBODY_VISITED} (?:just |"
        rf"still |also )?{_FAILED}"
    ),
    # "the speech therapist cancelled twice", "la terapeuta cancelo dos veces"
    (
        rf"{_LEAD}(?:{_OWNED} |the |la |el )?(?:[a-z]+ ){{0,2}}?(?:PRO|DOC|PERSON|STAFF|SCHOOLSTAFF|"
        rf"CCW|nurse|tutor|coach|"
        r"transport\w*|transportation|driver|aide|cousin|uncle|aunt|neighbor|friend|clinic|KIN) (?:\w+ )?"
        r"(?:(?:cancel\w*|no-?show\w*) (?:twice|again|last|on (?:mon|tue|wed|thu|fri|sat|sun)|dos|tres|otra"
        r"|el )|(?:couldn't|could not|can't) make it to)"
    ),
    # "la cita del dentista se cancelo"
    (
        r"\W*(?:y |pero )?(?:la|su) cita (?:del?|con) (?:(?:la|el|su) )?(?:[a-z]+|[A-Z]{3,}) (?:se|"
        r"fue) cancel\w*"
    ),
    # "mom left him a voicemail"
    (
        rf"\W*(?:and |but )?(?:(?:her|his|their|the) )?{_SOMEBODY} left (?:him|her|them|CHILD) "
        r"(?:\w+ ){0,2}?(?:message|voicemail|note|card)"
    ),
    # "her dentist appointment was cancelled", "su partido se cancelo"
    (
        rf"{_LEAD}(?:{_OWNED} (?:[a-z]+ |[A-Z]{{3,}}(?:'s)? ){{0,3}}?|(?:occupational|physical|soccer|"
        rf"football|basketball|baseball|dance|music|speech|swim\w*|karate|piano|gym) ){_THING} (?:(?:was|"
        rf"were|got|is|has been) (?:cancel|resched|postpon|moved|called "
        r"off|pushed)|se (?:cancelo|suspendio|pospuso|movio))"
    ),
    # "they cancelled her soccer game", "missed her therapy", "falto a la terapia"
    (
        rf"{_LEAD}(?:(?!(?:i|we|yo)\b)[\w']+ ){{0,4}}?(?:cancel(?:l?ed|o|aron)|missed|misses|skipped|"
        rf"moved|rescheduled|falto a|faltaron a|perdio|no fue a) (?:(?:{_OWNED}|the|la|el|a|las|"
        rf"los|tomorrow's|today's|tonight's|[a-z]{{3,6}}day's|next week's) )?(?:(?!by\b|with\b|and\b|y\b|"
        rf"por\b|con\b)[a-z]+ |[A-Z]{{3,}} ){{0,3}}?(?:{_THING}"
        r"|(?:PERSON|DOC)(?= *(?:$|[.,;])))"
        r"(?!\w)(?! (?:with|w|con) (?:me|us|mi)\b)(?! conmigo)"
    ),
    # "her aunt left a message for her"
    (
        rf"{_LEAD}(?:{_OWNED} |the |la |su )?{_SOMEBODY} (?:left|sent|mailed|dejo|"
        rf"mando) (?:\w+ ){{0,3}}?"
        r"(?:message|voicemail|note|card|letter|mensaje|nota|recado|carta) (?:for|to|with|a|para|con) "
        r"(?:her|him|them|CHILD|ella|el|(?:(?:her|his|their|the|su|la|al|el) )?(?!STAFF)[A-Z]{3,})(?!\w)"
    ),
    # "she rang her mother yesterday and no one picked up"
    (
        rf"{_LEAD}(?:he|she|they|CHILD|KIN|CAREGIVER|PARENT|(?:the |both )?(?:kids|boys|girls)|ella|ellos|"
        r"el) "
        r"(?:also |then |had |has |have |just |always |already |even |le |les ){0,2}(?:call(?:ed|s)|rang|"
        r"phone[ds]|tried|texte?[ds]|dial(?:l?ed|s)|facetimed|llamo|llamaron|marco|texteo) (?:a )?"
        r"(?:her|his|their|the|on|911|a|su|la|al|el|[A-Z]{3,})(?!\w)[^.;]{0,60}?(?<!\w)(?:nobody|no one|"
        r"noone|none|no answer|never (?:answered|picked|called|got)|(?:did not|didn't) (?:answer|pick|call|"
        r"get)|nadie|no (?:le |les )?contest\w+)(?!\w)"
    ),
    # "Ms Lee has not gotten back to him", "PARENT had called during dinner": no event of hers
    (
        rf"{_LEAD}(?:{_OWNED} |the |la |el |su )?{_SOMEBODY} (?:(?:has not|hasn't|have not|haven't|never"
        rf"|did not|"
        r"didn't) (?:\w+ )?(?:gotten|got|get|called|call|texted|written|emailed|responded"
        r"|replied) (?:back )?(?:to )?"
        r"(?:her|him|them|CHILD|CAREGIVER|PARENT|KIN|PRO)|had (?:\w+ )?(?:called|texted|phoned|facetimed"
        r"|visited|"
        r"come by|stopped by)(?! (?:me|us|the office|in|my)(?!\w)))(?!\w)"
    ),
    # "dad did not answer her call", "la mama no contesto su llamada"
    (
        rf"{_LEAD}(?:{_OWNED} |the |la |el |su )?{_SOMEBODY} (?:(?:did not|didn't|didnt|never|won't|doesn't|"
        rf"no) )?(?:answer\w*|return\w*|tak(?:e|ing)|pick(?:ed)? up|respond\w*(?: to)?|contest[oa]|"
        rf"devolvio) (?:{_OWNED}|CHILD's) "
        r"(?:\w+ )?(?:calls?|texts?|messages?|llamadas?|mensajes?)(?!\w)"
    ),
)
_ASIDE = Quick("|".join(f"(?:{one})" for one in _PATTERNS))
# "no answer from the school about her IEP": what is still awaited, where the worker met somebody.
# "He said his mom missed the visit Saturday": told of another, of whom nothing was said before.
_TOLD_HER = Quick(
    rf"{_LEAD}(?:(?:he|she|they|CHILD|the (?:kids|boys|girls)|el|ella|ellos|ellas|los ninos) )?"
    r"(?:also |then |just |me |nos )*"
    r"(?:said|says|saying|told (?:me|us)|tells me|mentioned|reports?|reported|shared|complained|dijo|dice|"
    r"conto|cuenta|comento)(?: to me)?(?: that| que)? (?:(?:his|her|their|the|su|sus|la|el) )?"
    r"(?P<who>PARENT|KIN|PRO|DOC|SCHOOLSTAFF|PERSON|mom|dad|mother|father|mama|papa|brother|sister|coach|"
    r"teacher)(?:'s)? (?:\w+ )?(?:missed|did not|didn't|never|was not|wasn't|no[- ]?show\w*|cancel\w*|forgot|"
    r"stood|no (?:vino|llego|fue|se presento|aparecio)|nunca|falto|se le olvido|dejo plantad[oa])(?!\w)"
)
# "She intends to see CHILD at his PARENT's before the 23rd": what somebody else is still to do.
_INTENDED = Quick(
    rf"{_LEAD}(?:{_OWNED} |the |la |el )?(?:(?!CHILD|FAMILY)[A-Z]{{3,}}|he|she|they|who|el|ella|mom|dad)?"
    r"(?:'s|'d| is| are| would)? ?(?:also |still |really |then )*(?:(?:intends?|means?|aims?|plans?|hopes?|"
    r"wants?|like|likes|hoping|planning|due|looking|wanting|trying|scheduled"
    r"|supposed|expects?) to"
    r"|(?:piensa|planea|espera|quisiera|pretende|quiere|desea)n?) "
    r"(?:see|visit|meet(?: with)?|(?:talk|speak) (?:to|with)|interview|observe|go see"
    r"|ver|visitar|conocer|entrevistar|hablar con|reunirse con)(?: a)? "
    r"(?:CHILD|FAMILY|(?:the |both |all |l[oa]s )*(?:kids|children|boys|girls|twins|siblings|nin[oa]s))(?!'s)"
)
# "Her mom calls every night at 7": a habit, whatever hour it has.
_HABIT = Quick(
    rf"{_LEAD}(?:{_OWNED} |the |la |el |su )?{_SOMEBODY} (?:\w+ )?(?:calls?|texts?|visits?|facetimes?"
    r"|comes?|talks? (?:to|with)|sees?|writes?|llama|escribe|visita|habla) (?:[^.;,]{0,24} )?(?:every|"
    r"each"
    r"|(?:once|twice|\w+ times|una vez|dos veces) (?:a|per|al|por)|all the time|a lot|daily|weekly|"
    r"nightly"
    r"|on \w+days|cada|todos los|todas las|siempre)(?!\w)"
)
# "The school, Ms Daniels, wants a meeting".
_WISHED = Quick(
    rf"{_LEAD}(?:{_OWNED} |the |la |el )?(?:[A-Z]{{3,}}|school|mom|dad),? (?:\w+ )?"
    r"(?:wants?|wanted|needs?|would like|asked for|asks for|is asking for|requests?|requested|is requesting"
    r"|quiere|pide|pidio|necesita) (?:(?:a|an|the|another|one more|more|weekly|extra|to have|un|una|otra|mas)"
    r" ){1,2}(?:\w+ )?(?:meetings?|mtgs?|conferences?|conf|sessions?|visits?|calls?|reunion|junta|conferencia"
    r"|visitas?|llamadas?|sesion(?:es)?)(?!\w)"
)
_AWAITED = Quick(
    rf"{_LEAD}(?:still )?(?:no|sin) (?:answer|response|reply|word|respuesta|news) (?:yet )?(?:from|"
    rf"de) [^.;]{{2,40}}?"
    r" (?:about|re|on|regarding|for|sobre)(?!\w)"
)
# "DOC did not show up on Monday": others' no-show, on a day that is not the event's.
_THEY_FAILED = Quick(
    rf"{_LEAD}(?:{_OWNED} |the |la |el |su )?(?!CAREGIVER|CHILD|FAMILY|(?:PARENT|KIN) (?:\w+ )?cancel)"
    rf"[A-Z]{{3,}} (?:\w+ )?{_FAILED}"
)
_OUR_FAILURE = Quick(
    r"\W*(?:but |pero |and |y )?(?:no (?:answer|response|reply|luck|me |contest\w+|habia|abri\w+|estaba|"
    r"respond\w+|hubo)|left |nobody|no one|noone|nadie|not home|wasn't|went to (?:her |his )?voicemail|"
    r"voicemail|knocked|buzon|no[- ]show|(?:was |got )?cancel\w*(?! (?:her|his|their|the|a)(?!\w)))(?! from|"
    r" de (?:la|el|su))"
)
_THEY_DID = Quick(
    rf"{_LEAD}(?:(?:the|la|el)|{_OWNED})? ?(?:he|she|they|ella|el|[A-Z]{{3,}}|(?<=the )[a-z]+|"
    rf"(?<=her )[a-z]+|(?<=his )[a-z]+) "
    r"(?!(?:said|says|told|and|with|w|y|con)\b)[a-z]"
    rf"|{_LEAD}(?:he|she|they)(?:'ll| will|'s going to| is going to) (?:see|meet|visit|talk to|call|"
    rf"check)(?!\w)"
)
_ME = Quick(r"(?<!\w)(?:i|we|me|us|my|our|yo|mi|nos|conmigo)(?!\w)")
_TO_ME = Quick(r"(?<= told) (?:me|us)(?!\w)|(?<= to) me(?!\w)")
_IS_ON = Quick(r"(?<!\w)(?:is|are|es|son|sera|will be|set|scheduled|on|el|para)(?!\w)")
_HAVE = Quick(r"(?<!\w)(?:has|have|tienen?|hay|next|proxim[ao]|got) (?:\w+ ){0,2}?\w+$")
_UNMET = Quick(r"(?<!\w)(?:absent|not (?:home|there)|wasn't|no show\w*|cancel\w*|didn't|did not|never)(?!\w)")
_FORMAL = (*HELD, "conference")
_LABEL = Quick(r"[A-Z]{3,}")
_HALF = Quick(r"(?<!\w)(?:and|but|y|pero)(?!\w)")
_MET = Quick(
    r"(?<!\w)(?:saw|seen|met|visited|visit|h/v|hv|f2f|spoke|talked|stopped by|supervised|vi|visite|"
    r"hable|pase|fui)(?!\w)"
)


def put_aside(clauses: Sequence[Clause]) -> None:
    """Marks the clauses that tell of others only, and takes from them what would make them an event.

    Where no other clause has words of an event nothing is marked: then it is told of something after all.
    """
    aside = [clause for clause in clauses if _is_aside(clause, clauses)]
    rest = [one for one in clauses if _tells(one) and not any(one is other for other in aside)]
    if rest:
        for clause in aside:
            clause.aside, clause.cues = True, []
            if _HABIT.search(clause.text):
                clause.times = [replace(time, role="reported") for time in clause.times]
    for clause in clauses:
        kept = [
            cue
            for cue in clause.cues
            if not (cue.kind in _FORMAL and _only_dated(clause, cue.end - clause.start))
        ]
        if len(kept) < len(clause.cues) and (kept or any(one.cues for one in clauses if one is not clause)):
            clause.cues = kept


def _tells(clause: Clause) -> bool:
    """Words of an event, or a name with a time: "Stefan, Nowicki home, yesterday 7 pm"."""
    return bool(clause.cues or (clause.names and any(time.role == "event" for time in clause.times)))


def held_of(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without those that tell of others, and without the half of one that does."""
    kept = [clause for clause in clauses if not clause.aside or came_later(clause.text)] or list(clauses)
    return [_without_half(clause) for clause in kept]


def without_intended(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without those of what others are still to do, whose places are none of the event's."""
    return [one for one in clauses if not (one.aside and _INTENDED.search(one.text))] or list(clauses)


def _without_half(clause: Clause) -> Clause:
    """“Saw CHILD at 3 and the plumber didn't come”: the half that is another's, blanked."""
    cuts = [0, *(m.start() for m in _HALF.finditer(clause.text)), len(clause.text)]
    text = without_host_out(clause.text)
    for start, end in pairwise(cuts) if len(cuts) > 2 else ():
        half = clause.text[start:end]
        failed = start > 0 and _OUR_FAILURE.match(clause.text) is not None
        met = failed or any(not start <= cue.start - clause.start < end for cue in clause.cues)
        theirs = _ASIDE.search(half) or _AWAITED.search(half) or (failed and _THEY_FAILED.search(half))
        if met and theirs and not _ME.search(half):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return clause if text == clause.text else replace(clause, text=text)


def _is_aside(clause: Clause, clauses: Sequence[Clause]) -> bool:
    text = clause.text
    if _ME.search(_TO_ME.sub("", text)):
        return False
    if _INTENDED.search(text) or _HABIT.search(text) or _WISHED.search(text):
        return True
    if any(time.role == "event" and time.starts_at for time in clause.times):
        return False
    if missed_besides(clause, clauses):
        return True
    if _AWAITED.search(text):
        return any(one is not clause and _other_met(one, clause) for one in clauses)
    if _OUR_FAILURE.match(text):
        return False
    told = _TOLD_HER.search(text)
    if told and not any(told["who"] in one.text for one in clauses if one.start < clause.start):
        return True
    if _ASIDE.search(text) or court_to_come(clause, clauses):
        return True
    if not clause.times or any(time.role != "reported" for time in clause.times):
        return False
    failed = _THEY_FAILED.search(text)
    if failed:
        until = max(clause.inside(clause.times[0].span.start), failed.end())
        return _HALF.search(text, failed.end(), until) is None
    return bool(clause.cues and _THEY_DID.search(text)) and not _UNMET.search(text)


def told_by_her(clause: Clause) -> bool:
    """Whether the clause is what somebody met tells of another's failing, and no event of the sender's."""
    return clause.aside and _TOLD_HER.search(clause.text) is not None


def _other_met(one: Clause, clause: Clause) -> bool:
    """Whether the other clause tells of somebody met, or of a call to somebody not named in this one."""
    if _MET.search(one.text):
        return True
    mine = {label for label in _LABEL.findall(one.text) if label not in ("CHILD", "FAMILY")}
    return bool(one.cues) and bool(mine) and not mine & set(_LABEL.findall(clause.text))


def _only_dated(clause: Clause, end: int) -> bool:
    """“Her IEP meeting is Nov 30 at 1": a day that it has, and nobody was there yet."""
    after = [t for t in clause.times if clause.inside(t.span.start) >= end]
    if not after or after[0].role != "reported":
        return False
    before, between = clause.text[:end], clause.text[end : clause.inside(after[0].span.start)]
    if _HAVE.search(before) and not between.strip():
        return True  # "tienen corte el 18 de diciembre"
    return len(between) <= len(" with the judge is still set for ") and bool(_IS_ON.search(between))
