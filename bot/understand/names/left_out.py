"""A child who is still to be seen, was kept away, or had no part in what a sibling had (READING, "Who").

The words tell of a sibling who was met; of this child they tell a visit that is owed, somebody who kept it
away, or that it gave the visit or the call a miss.
"""

from __future__ import annotations

from bot.understand.names.absence import Words
from bot.understand.names.parts import Stance
from bot.understand.names.stance_words import SEEN_BEFORE, TALKED_BEFORE
from bot.understand.names.text import fold_text
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick

Stood = tuple[tuple[NameMention, Stance], ...]
_REACH = 60

_WILL = (
    r"(?:(?:still|also|just|i|we|so|then|me|todavia|aun) )*"
    r"(?:needs?(?: to)?|needed to|have to|has to|gotta|got to|must|owe|owes|owed|owing|i['’]?ll|we['’]?ll"
    r"|will|going to|gonna|plan(?:ning)? to|want to|hop(?:e|ing) to|trying to|aim to|supposed to|should"
    r"|meant to|tengo que|tendre que|debo|voy a|hay que|falta|queda)"
)
_SEE = (
    r"(?:see(?:ing)?|get(?: to)?|catch|lay eyes on|(?:get )?eyes on|visit|meet|do|find|track down|pin down"
    r"|(?:go |come |swing |circle |double |get )?back (?:for|to|to see|and see)|go see|make (?:it )?up"
    r"|pick up|follow up|ver|visitar|buscar)"
)
# "Still need eyes on Ana", "will catch Ana next week", "I owe Ana a visit".
_OWED_BEFORE = Quick(
    rf"\b{_WILL}(?: (?:still|also|just|a|the|my|another|separate|his|her))*(?: {_SEE})?(?: visit)?"
    r"(?: (?:with|to|w|w/|for|a|up with|eyes on))* ?$"
    r"|\b(?:sav(?:ed|ing)|leav(?:ing)|holding off on|waiting on|not yet seen|yet to see|left to see"
    r"|outstanding:?|still (?:missing|outstanding)(?: is)?:?|pending:?|me falta(?: ver)?(?: a)?"
    r"|queda pendiente) $"
)
# "Ana next week", "Ana's turn is Friday", "Ana separately".
_NO_TIME_BEFORE = Quick(
    r"\b(?:(?:did(?:n['’]?t|nt| not) (?:have|get|make)(?: the| enough)?|no|ran out of|out of|not enough"
    r"|short on) (?:time|chance|minutes) (?:for|to see|to meet with|to talk to|with|to get to)"
    r"|(?:did(?:n['’]?t|nt| not)|never|could(?:n['’]?t|nt| not)) (?:get|got|make it|made it)"
    r"(?: around| out| over| back)? to(?: see)?"
    r"|ha(?:ve|s)(?:n['’]?t| not) (?:yet )?(?:been|gotten|made it|seen|met)(?: \w+){0,2}(?: to)?) $"
)
_LATER_AFTER = Quick(
    r"['’]?s? ?(?:(?:is|was|will be|gets seen|to be seen|i['’]?ll see|i['’]?ll do|has to wait"
    r"|(?:turn|visit) is) )?(?:(?:another|some other|a different|a separate) (?:day|time)"
    r"|still (?:to|needs to) be seen|still outstanding|still due|(?:is |still )?pending)\b"
    r"| i(?:['’]?ll| will|['’]?m going to) (?:see|catch|do|visit|meet|try|get)\b"
    r"| (?:lo|la) (?:veo|vere|visito|voy a ver|busco)\b"
)
# "Neither Ana nor Leo was home".
_NEITHER_BEFORE = Quick(r"\b(?:neither|nor|ni) (?:a )?$")
# "Mrs Lee had Ana with her at the store", "left Ana with the sitter", "kept Ana home".
_THEY = (
    r"(?:she|he|they|who|mom|dad|mother|father|parents?|fm|ff|fp|fps|grand\w+|aunt|uncle|husband|wife|sitter"
    r"|family|(?:ms|mrs|mr|miss|dr|sra?)\.? [a-z'’-]+|mama|papa|abuel[ao]|tia|la senora)"
)
_HAD_BEFORE = Quick(
    rf"\b{_THEY}(?: \w+ly| also| already| just)? (?:had|has|took|takes|taken|brought|got|drove|drop(?:ped|s)?"
    rf"|left"
    r"|kept|keeps|sent|tenia|llevo|dejo|mando|se llevo)(?: a)? $"
    r"|^ ?(?!i\b|we\b|and\b|then\b|so\b|also\b|just\b|today\b|yesterday\b|later\b|still\b)"
    r"(?:[a-z.'’-]+ ){1,2}(?:had|has|kept|keeps|left|dejo|tenia)(?: a)? $"
)
_HAD_AFTER = Quick(
    r" (?:(?:out )?with (?:(?:her|him|them)(?= ?(?:[.,;]|at|to|on|for|in|out))"
    r"|(?:the|a) (?:sitter|neighbor))\b|home\b|back\b|behind\b|in bed\b|out of (?:it|school)\b"
    r"|to (?:a |an |the |his |her )?(?:\w+ )?(?:practice|dentist|doctor|appointment|appt|game|party|lesson"
    r"|therapy|church|store|work|orthodontist)\b|at (?:the |a |his |her |school|home|camp|practice|daycare)"
    r"|off (?:at|to|with)\b|en casa\b|al? (?:la |el )?(?:dentista|doctor|practica|cita|terapia|iglesia)\b"
    r"|con (?:la vecina|su|una|el|la)\b)"
)
_PAST = Quick(r"\b(?:last|yesterday|ago|earlier|on (?:mon|tue|wed|thu|fri|sat|sun)\w*|every|usually|ayer)\b")
_NOT_BROUGHT_BEFORE = Quick(
    r"\b(?:(?:did(?:n['’]?t|nt| not)|could(?:n['’]?t|nt| not)|would(?:n['’]?t|nt| not)|forgot to|refused to"
    r"|never) (?:bring|brought|send|sent|take|have|let)|no (?:trajo|trajeron|quiso traer|pudo traer|mando))"
    r"(?: a)? $|\b(?:apart from|aside from|other than|with the exception of|save for|barring|all except"
    r"|sans|less|excluding|not counting|a excepcion de|aparte de|excepto) $"
)
_IT = r"(?: (?:it|this one|that one|this time|the (?:visit|call|session|whole thing)|on it|today|again))*"
_MISSED_AFTER = Quick(
    r"['’]?s? ?[,(:=–-]? ?(?:"
    rf"(?:missed|skipped|ditched|passed on|sat out|blew off|opted out of|bowed out of|begged off"
    rf"|slept through){_IT}"
    r"(?= ?(?:$|[.,;)(]|bc|because|cuz|since|for|with|due|as|so|on account|again|today))"
    r"|(?:sat|sitting|slept) (?:this|that|it)(?: one| visit)? (?:out)\b"
    r"|(?:was|were|got)(?:n['’]?t|nt| not) (?:brought|transported|dropped off|driven|sent"
    r"|allowed to (?:come|go|attend)|made available|with us|included|able to (?:come|make it|attend"
    r"|be there))\b|(?:was |got )?kept (?:home|back|out|in)\b"
    r"|did(?:n['’]?t|nt| not)(?= ?(?:$|[.,;)(]|bc|because|cuz|since|as|so|porque))"
    r"|(?:wouldn['’]?t|would not|refused to|didn['’]?t want to|did not want to|wanted no part)"
    r"(?: (?:get|come|go|be|talk|join|sit))?(?: (?:on|to|in|of|down))? (?:the )?(?:camera|phone|screen|call"
    r"|line|zoom|it|visit|tablet)\b|(?:couldn['’]?t|could not) be (?:there|here|reached|present|with us)\b"
    r"|(?:felt|was|is) (?:too (?:sick|tired|ill|upset|busy)|under the weather)(?: to (?:come|go|attend"
    r"|make it|visit)| (?:and|so)(?: (?:he|she|they))? (?:stayed|didn))|was a no[- ]?show\b|no[- ]?showed\b"
    r"|ghosted\b|bailed\b|flaked\b|chose (?:to stay|not)\b"
    r"|(?:wouldn['’]?t|would not|refused to|didn['’]?t want to|did not want to) (?:get|come|go|be|hop) on\b"
    r"|(?:was |is )?(?:already |still )?(?:in bed|asleep|sleeping|napping|in the shower|busy)(?: already)?"
    r",? (?:so|and) i(?:['’]?ll| will|['’]?m going to)? (?:try|call|catch|see|talk)\b"
    r"|(?:rode|rides|got a ride|goes|went) with\b(?! (?:us|me|him|her)\b)"
    r"|(?:is not|isn['’]?t|was not|wasn['’]?t|not)(?: yet| quite)? (?:ready|allowed|cleared|approved)"
    r" (?:for (?:visits?|it|that|this)|to (?:visit|come|see|go))\b"
    r"|opted to (?:stay|remain|skip|go|sit)\b|(?:was |is )?nowhere\b|not here\b"
    r"|(?:wouldn['’]?t|would not|refused to|did(?:n['’]?t|nt| not)) come (?:downstairs|down|up|inside|in|out)"
    r"[^.;]{0,30}?(?:not seen|did(?:n['’]?t| not) see|unseen)\b"
    r"|(?:is |was )?(?:hardly|rarely|never|seldom)(?: ever)? (?:home|there|around)(?= ?(?:$|[.,;]|any|these"
    r"|now))|(?:he|she|they|ella|el) (?:says?|said|tells me|told me|reports?|claims?|dice),"
    r"|(?:not seen|unseen|asleep at|sleeping at|(?:at|in|en) [^.;\n]{0,30}[,(-] ?not seen)\b|"
    r"(?:falto(?= ?(?:$|[.,;]|porque|hoy|otra|de nuevo"
    r"|a la visita))|se quedo fuera|no (?:lo|la) trajeron)\b)"
)
_CAME_AFTER_ALL = Quick(
    r"\b(?:but|then|until|pero|luego)(?: (?:he|she|they|then|later|did|i|we)){0,3} "
    r"(?:came|joined|got|changed|came around|saw|did|finally|vino|llego)\b"
)
# "For Ana see separate note", "a card to pass on to Ana".
# "With Ana at practice, …": a state, not company.
_WITH_BEFORE = Quick(r"(?:^|[.;,] ?)(?:with|con) $")
_WITH_AFTER = Quick(
    r" (?:at|away|out|gone|off|asleep|sleeping|sick|in bed|in school|still|over at|up at|working|busy|en la"
    r"|en el|fuera|dormid[oa])\b[^.;]{0,40},"
)
_LEFT_BEFORE = Quick(r"\b(?:had to|have to|we|i) (?:leave|left|keep|kept) $")
_LEFT_AFTER = Quick(r" (?:home|behind|back|out)\b")
# "Asked where Ana was", "hoping to catch Ana", "de lo que pasó con Ana": told of, where another is named.
_ASKED_BEFORE = Quick(
    r"\b(?:ask(?:ed|s|ing)?|wonder\w*|wanted to know|pregunt\w+)(?: (?:me|us|about))?"
    r" (?:where|how|why|when|if|whether|donde|como|por que|si)(?: (?:is|was|did|does|estaba|esta|sigue))? $"
    r"|\b(?:hop(?:ing|ed)|wait(?:ing|ed)|stayed)(?: around| longer)? (?:to (?:see|catch|meet|get)|for) $"
    r"|\b(?:de|sobre|por) lo (?:que|de)(?: \w+){0,4}?(?: (?:con|a|de))? $"
)
_MEANT_BEFORE = Quick(
    r"\b(?:to (?:talk|speak|see|meet|visit|check in)|a (?:ver|visitar|hablar))(?: (?:to|with|on|con|a))?"
    r"(?: both| all)?(?: [a-z'’-]+,?)?(?: (?:and|&|y))? $"
)
_NOTE_AFTER = Quick(
    r",? (?:see|there['’]?s|there is|i['’]?ll (?:do|write|send)|will be|in) (?:a |the |my )?"
    r"(?:separate|another|different|other|own)\b"
)
_TO_GIVE_BEFORE = Quick(
    r"\bto (?:pass|give|take|bring|deliver|hand|mail|send|show|read)(?: (?:it|them|this|one|some|on|along"
    r"|over|back|home))* to $|\b(?:letter|card|note|picture|drawing|gift|present|message|carta"
    r"|regalo) (?:to|for|para) $"
)
_CAUGHT_AFTER = Quick(
    r"\b(?:but|pero|so) (?:i|we) (?!(?:only|just|solely) (?:saw|met|got))(?:\w+ )?(?:spoke|talked|saw"
    r"|caught|met|sat|chatted|got)(?: \w+){0,2} (?:him|her|them)\b"
    r"|\b(?:y|pero) (?:tambien )?(?:hable con (?:el|ella)|l[oa] (?:vi|salude|alcance))\b"
)
_LEFT_EARLY_AFTER = Quick(
    r"['’]?s? ?(?:had to )?(?:left|leave|leaves) (?:\d+ min\w* )?(?:early|before the end)\b"
)


_TOPIC_BEFORE = Quick(
    r"\b(?:about|re:?|regarding|over) (?:what|how|why|when|where|the way|something|things) $"
)


def owed(words: Words) -> bool:
    """Whether the words tell of a visit to the child that is still to come, or have it for their topic."""
    before = any(one.search(words.before) for one in (_OWED_BEFORE, _NO_TIME_BEFORE, _TOPIC_BEFORE))
    return before or _LATER_AFTER.match(words.own_after) is not None


def met(words: Words) -> bool:
    """Whether the words say that the child was seen or spoken with."""
    return bool(SEEN_BEFORE.search(words.before) or TALKED_BEFORE.search(words.before)) and not owed(words)


def left_out(words: Words) -> bool:
    """Whether the words say that somebody kept the child away or that it had no part in what there was."""
    if _NEITHER_BEFORE.search(words.before) or _NOT_BROUGHT_BEFORE.search(words.before):
        return True
    had = _HAD_AFTER.match(words.after) if _HAD_BEFORE.search(words.before) else None
    if had is not None and not _PAST.search(words.own_after):
        return True
    if _WITH_BEFORE.search(words.before) and _WITH_AFTER.match(words.after):
        return True
    if _LEFT_BEFORE.search(words.before) and _LEFT_AFTER.match(words.own_after):
        return True
    if _TO_GIVE_BEFORE.search(words.before) or _NOTE_AFTER.match(words.own_after):
        return True
    missed = _MISSED_AFTER.match(words.own_after)
    return missed is not None and not _CAME_AFTER_ALL.search(words.own_after, missed.end())


def asked_after(words: Words) -> bool:
    """Whether somebody asked for the child or waited for it in vain."""
    return _ASKED_BEFORE.search(words.before) is not None


def meant_only(text: str, stood: Stood) -> Stood:
    """“Called to talk to Ana and Leo. Leo was out": who is said to be away was only to be met."""
    away = {key for m, stance in stood if stance is Stance.ABSENT for key in m.ids}
    return tuple(
        (m, Stance.STATED if set(m.ids) & away and _meant(text, m, stance) else stance) for m, stance in stood
    )


def _meant(text: str, mention: NameMention, stance: Stance) -> bool:
    before = fold_text(text[max(0, mention.span.start - _REACH) : mention.span.start])
    met = stance in (Stance.SEEN, Stance.SPOKE)
    return mention.kind is Kind.CHILD and met and _MEANT_BEFORE.search(before) is not None


def caught(words: Words) -> bool:
    """Whether the words tell that the child was spoken with after all."""
    return _CAUGHT_AFTER.search(words.own_after) is not None


_DROPPED_BEFORE = Quick(r"\bdrop(?:s|ped|ping)? (?:[\w'’]+ (?:and|&) )?$")
_AT_THE_VISIT = Quick(
    r" off (?:(?:at|for|by|in|to) )?(?:(?:the|our|my|her|his|their) )?(?:front|office|agency|visit|door|"
    r"building|lobby)\b"
)


def dropped_off(words: Words) -> bool:
    """Whether somebody brought the child to the visit: "Ms Lee dropped Leo off at the front door"."""
    return bool(_DROPPED_BEFORE.search(words.before) and _AT_THE_VISIT.match(words.own_after))


def left_early(words: Words) -> bool:
    """Whether the words tell of a child that was there and went before the others."""
    return _LEFT_EARLY_AFTER.match(words.own_after) is not None
