"""Times of habits and of facts told: bedtimes, doses, since when, by when; never when a contact was made."""

from __future__ import annotations

import re

from bot.understand.when.shapes import Atom

_TOLD = re.compile(
    r"\b(?:(?:is|are|was|were|be) up(?= (?:at|by|before))|wakes?(?: up)?|woke(?: up)?|sleeps?|slept|asleep|"
    r"(?<!a )(?<!the )(?<!new )(?<!bunk )(?<!twin )(?<!toddler )(?<!air )bed(?:time)?|gets? (?:up|home|out)|"
    r"usually|"
    r"always|normally|sometimes|often|curfew|school (?:starts|ends)|opens?|closes?|works?|working|shift|"
    r"se (?:despierta|levanta|acuesta|durmio)|duerme|siempre|dob|d\.o\.b|born|birthday|cumple|nacio|"
    r"nacimiento|expired|expires|vence|takes (?:his|her) meds?|"
    r"last seen|last saw|ultima vez|(?:mg|ml|tabs?|pills?|dose|puffs?|insulin|meds?|medications?|medicine|"
    r"medicinas?)(?= at| a las)|told (?:his|her|their|the|a) (?!(?:i|we|he|she|they|it|that|the|to|his|her|"
    r"about)\b)[\w§]{1,14}|fine with|ok(?:ay)? with|good with|available|agreed (?:to|on)|"
    r"(?:a|de|en|sobre) la (?:visita|cita|audiencia|reunion) del|was last|missing since|"
    r"supposed to (?:be|come|start|arrive|meet|have)|dated|effective|as of|"
    r"picked up from|dismissal|lets? out|turned|(?:weekly|daily|monthly)(?! (?:(?:home|face to face"
    r"|foster|school|in ?person|cw|sw|site|check[- ]?in) )*(?:logs?|notes?|summary|list|entry|entries|report|"
    r"visits?|hv|fv|h/v|contacts?|f2f|check|meeting|mtg|with|w|w/|on|visita)\b)|every day|every week|"
    r"(?:every|each|cada|todos los|los) (?:other )?wd[a-z]{3}|turns?|closing)\b[^.!?\n]{0,24}$"
)
# "Asks to move her visit from Tuesday to": of what is to be.
_FROM_WHEN = re.compile(
    r"(?<!\w)(?:to|can|could|if (?:we|she|he|they|i)|que|quiere|poder) (?:move|switch|change|push|reschedule|"
    r"mover|cambiar|pasar) [^.!?\n\d]{0,40}?(?:from|del?)(?: the| his| her| el| la)? ?$"
)
_THERE_SINCE = re.compile(
    r"(?:(?<!has )\b(?:been (?:here|there|with|at)|here|aqui)\b|^ ?(?:with|w|w/|at|in|con|"
    r"en) )[^.!?\n]{0,40}\b(?:since|desde)(?: about|"
    r" around| like|"
    r" las?)* ?$"
)
_HABIT = re.compile(
    r" ?(?:daily|every|each|nightly|cada|tod[oa]s l[oa]s|on school|on wdmon|usually|diari[oa]|most)\b"
)
MADE_CONTACT = re.compile(
    r"\b(?:saw|seen|visited|visit|met|meeting|called|call|spoke|talked|went|vi|visite|hable|llame|fui|"
    r"llamo|text(?:ed)?|emailed|left|arrived|got|tried|stopped|attempted|tc|t/c|hv|pase|(?:ended"
    r"|wound) up (?:seeing|visiting|meeting|calling|going))\b"
)
_SINCE = re.compile(
    r"\b(?:since|desde)(?: (?:about|around|like|the|this|last|the visit|visit|el|la|las|a|early|late"
    r"|(?:the|our|my|his|her|their|la|su) [a-z§']+(?: on| del?| of| el)?))* ?$"
)
# "La llamé desde el carro a las 4:10": from where, and not since when.
_SINCE_SOME = re.compile(
    r"\b(?:(?:since|desde)(?! (?:(?:el|la|mi|su|un|una|nuestra) )?(?:carro|coche|auto|guagua|troca|camioneta|"
    r"oficina|casa|celular|cel|tel[a-z]*|afuera|ahi|aqui|alla|puerta|estacionamiento|parqueo|escuela|agencia|"
    r"trabajo|calle|acera|banqueta|entrada|hospital|corte|tribunal|lobby|pasillo)\b))\b[^.!?\n]{0,24}$"
)
_BY_WHEN = re.compile(
    r"\b(?:until|by)(?: (?:the|this|next|about|around|end of|(?:the|this) end of|el|noon on))* ?$"
)
# What somebody does at that hour on any day: "they leave for school at", "sale de la escuela a las".
_HABITUAL = re.compile(
    r"(?<!\w)(?:(?:he|she|they|it|who|kids?|children|§|school|class|homework|therapy|practice|camp|daycare|"
    r"work|job|mom|dad|fm|aunt|grandma|brother|sister) (?:\w+ )?(?:leaves?|comes?(?! to the office|"
    r" to the agency)|goes|go|starts?|ends?|takes?|"
    r"eats?|gets?(?! here)|"
    r"returns?|runs?|naps?|reads?|plays?|practices?|lets out|is (?:from|at|over at|out at)|runs from)"
    r"|(?!(?:i|we|that|this|what|who)\b)[a-z§']+ (?:leaves|comes|goes|starts|ends|opens|closes|runs|naps|"
    r"arrives|returns|lands|drops|picks|wakes|boards|departs|lets|begins|finishes|works|sleeps|eats|feeds"
    r"|bathes"
    r"|dismisses|serves)|dismissal(?: time)?(?: is)?|(?:ella|el|ellos|nin[oa]s?|§|que|clase|escuela|and|ya|^|"
    r"[.,;\n]) ?(?:se )?(?:salen?|entran?|toman?|cenan?|comen|desayunan?|duermen?|acuestan?|levantan?|"
    r"despiertan?|regresan?|empiezan?))(?: (?!(?:and|y|but|then|i|we|yo|today|hoy)\b)[\w§']+){0,6} ?$"
)
# An appointment that somebody has: "she has a dentist appointment on".
_HAS_ONE = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!\w)(?:has|have|tienen?)(?: (?!visit|visita|meeting|"
    r"reunion)[\w§']+){0,4}? (?:appointments?|appts?|eval(?:uation)?"
    r"|dentist|doctor|orthodontist|therapy|counseling|physical|check-?up|orientation|field trip"
    r"|surgery|games?|practice|tests?|exams?|iep(?: meeting)?|recital|trip|party|interview|tryouts?|citas?|"
    r"examen|juego|partido|fiesta|cirugia|evaluacion|paseo|dentist|orthodontist|doctor|dr|therapy|counseling|"
    r"court|physical|dentista|doctora?|terapia|corte)(?: (?:con|with|at|del?|la|el|su|her|his|the|"
    r"[\w§']+)){0,4}?(?<! with me)(?<! with us)(?: (?:on|el|at|this|next|for|set for|scheduled for|a las?|"
    r"para el))* ?$"
)
# "Her glasses come in on the 24th": the present of what is yet to happen to others.
_TO_COME = re.compile(
    r"(?<!\w)(?:her|his|their|the|she|he|they|it|§) (?:[a-z§']+ ){0,3}?(?:comes?|arrives?|ends?|leaves?|"
    r"moves?|returns?|starts?|begins?|opens?|expires?|turns?|gets?|resumes?)(?: (?!(?:and|to see|me|"
    r"us)\b)[a-z]+){0,3}? (?:on|this|el)(?: the| el)? ?$"
)
# "El jueves a las 9 tiene paseo": what somebody has, told behind its time.
_HAS_RIGHT = re.compile(
    r",? ?(?:(?:she|he|they|§|ella|el) )?(?:has|have|tienen?|hay) (?:(?:an?|su|una?|her|his) )?"
    r"(?:[a-z]+ )?(?:paseo|cita|examen|juego|partido|fiesta|field|trip|appt|appointment|practice|game|test|"
    r"dentist)"
)
# "The 6:45 bus": known by its hour.
_TIMETABLE = re.compile(r" (?:school )?(?:bus|train|flight|ferry|curfew|bedtime|dismissal|bell)(?!\w)")
# "At 2 and at 4": the second hour of one habit.
_LISTED = re.compile(r"[ ,]*(?:and|y|&|or|o|to|a|-|then)? ?(?:again )?(?:at|a las?|las?|about|around)? ?")
# "… the dentist on the 19th and court on the 23rd": one more of what somebody has.
_AND_ANOTHER = re.compile(
    r" ?(?:,|,? ?(?:and|y|&|then)) ?(?:(?:an?|the|his|her|their|su|la|el) )?(?:[a-z]+ ){0,2}?(?:court|"
    r"dentist|doctor|therapy|appointment|appt|eval(?:uation)?|hearing|conference|test|game|trip|cita|corte|"
    r"audiencia|§)(?: (?:with|con|at) [\w§' ]{1,20}?)? ?(?:on|at|el|is|for|es)?(?: the| el)? ?"
)
_HAS_BOTH = re.compile(
    r"(?<!\w)(?:she|he|they|§|it|ella|el) (?:has|have|tienen?) [^.!?\n]{3,60}(?:,|"
    r"(?<!\w)(?:and|y|&)) (?:[a-z]+ )?(?:court|hearing|dentist|doctor|therapy|corte|audiencia|cita|§) (?:on|"
    r"at|el|is)(?: the| el)? ?$"
)
_BREAK = re.compile(r"[,;]| - |(?<!\w)(?:and|but|so|y|pero|then|luego)(?!\w)")
_CALLED_OFF = re.compile(
    r"(?<!\w)(?:cancell?ed|cancelo|called|spoke|saw|met|visited|texted|tried|stopped by|went|llame|"
    r"hable|vi|visite|fui|pase)(?!\w)"
)
_MINE_NEXT = re.compile(
    r"[,:]? ?(?:i|we|saw|met|visited|called|spoke|texted|stopped|went|tried|attempted|home visit|tc|t/c|hv|"
    r"h/v|yo|vi|hable|llame|visite|pase|fui|tuve)\b"
)


def habit_before(left: str) -> bool:
    """Whether an hour behind `left` is that of a habit: "school starts at", "bedtime is"."""
    return _HABITUAL.search(left) is not None or _TOLD.search(left) is not None


def told(draft: Atom, before: Atom | None, left: str, right: str) -> bool:
    """Whether a time is that of a habit or a fact; `left`: the words of its sentence before it.

    `before`: the time said before it, whose words are its own: "meds at 8, yesterday at 4:30 I called".
    """
    if draft.clock and not draft.day and _HABIT.match(right):
        return True
    if draft.ending:
        return False
    if _HAS_RIGHT.match(right) or (draft.clock and not draft.day and _TIMETABLE.match(right)):
        return True
    own = left
    if before is not None and draft.start - before.end < len(left):
        own = left[len(left) - (draft.start - before.end) :]
        if before.told and not draft.day and _LISTED.fullmatch(own):
            return True
        if before.role == "reported" and before.day and draft.day and _AND_ANOTHER.fullmatch(own):
            return True
    if draft.day and _HAS_BOTH.search(own) and not MADE_CONTACT.search(own):
        return True
    if draft.day and draft.day.kind in {"weekday", "dom", "date"} and _TO_COME.search(own):
        return True
    if _FROM_WHEN.search(own):
        return True
    return _habitual(draft, own, right) or _HAS_ONE.search(own) is not None or _fact(draft, own, left)


def goes_on(before: Atom, draft: Atom, text: str) -> bool:
    """Whether a time is the next of one list with the time before it: "threw up at 2 and again at 5"."""
    own = _LISTED.fullmatch(text, before.end, draft.start) is not None
    return own and not draft.day and not _MINE_NEXT.match(text, draft.end)


# "Practice is at 5 so I kept it short, 4 to 4:20": from here on the worker tells of herself.
_I_THEN = re.compile(
    r"(?:[,;]|(?<!\w)(?:so|and|but|y|pero|asi que)) (?:§(?:'s)? (?:and|n|&|y) )?(?:i|we|yo|me) (?!will\b"
    r"|am\b|are\b|have\b|plan\b|go\b"
    r"|see\b|meet\b"
    r"|visit\b|take\b|voy\b|tengo\b|need\b|must\b|can\b)"
)


def told_anew(draft: Atom, before: Atom, left: str, right: str) -> bool:
    """Whether the worker's own act begins between two times: "court is 12/9 at 9, today at 4 I called"."""
    far = draft.start - before.end
    if before.role not in {"reported", "future"} or far >= len(left):
        return False
    day = draft.day
    over = day is not None and (
        (day.kind in {"offset", "lastnight"} and day.number <= 0) or day.how in {"last", "lastweek", "ago"}
    )
    own = left[len(left) - far :]
    return (
        _I_THEN.search(own) is not None
        or bool(_MINE_NEXT.match(right) and (_BREAK.search(own) or not own.strip()))
        or (_BREAK.search(own) is not None and _CALLED_OFF.search(own) is not None)
        or (
            over
            and (MADE_CONTACT.search(own) is not None or _BREAK.search(own) is not None or not own.strip())
        )
    )


# "Her shift ends at 11, called me at 10:50": what the worker knows of has an hour of its own.
_HOUR_OF_MINE = re.compile(r"[,:] [a-z]+ (?:[a-z§']+ ){0,2}(?:(?:at|@|a las?|around|about) ?)?\d")


def _habitual(draft: Atom, own: str, right: str) -> bool:
    if draft.day is not None or draft.clock is None:
        return False
    if _MINE_NEXT.match(right) and not _HOUR_OF_MINE.match(right):
        return False
    return _HABITUAL.search(own) is not None


def _fact(draft: Atom, own: str, left: str) -> bool:
    if _THERE_SINCE.search(left):
        return False
    near = draft.day is not None and draft.day.kind in {"offset", "lastnight"}
    since = _SINCE.search(own) or (None if near else _SINCE_SOME.search(own))
    if since and (draft.day is None or not _BREAK.search(since.group())):
        return True
    if _BY_WHEN.search(own):
        return draft.day is not None and draft.clock is None and draft.day.kind != "offset"
    match = _TOLD.search(own)
    if match is None or (draft.day and _BREAK.search(match.group())):
        return False
    return not MADE_CONTACT.search(match.group()) or match.group().startswith(("last", "picked"))
