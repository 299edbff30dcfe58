"""Parts of the day, `same time`, and `afterwards`."""

from __future__ import annotations

import re

from bot.understand.when.shapes import Atom, Field

_PART = re.compile(
    r"(?<![\w'])(?P<lead>(?:in the|de la|por la|en la|a la|this|(?:that|the)(?: very)? same|that very|that|"
    r"(?:es[ae]|la|aquella) misma|esa|at|early in the|late in the) )?"
    r"(?:(?:early|late|mid|first thing|temprano|very early)[ -]?(?:in the )?)?(?P<p>morning|afternoon|"
    r"evening|night|dawn)(?!\w|'s|s\b)"
)
_GREETING = re.compile(
    r"\b(?:good|buenas?|buenos|every|each|cada|all|todas las|per|most|the other|one|over|before|until|since|"
    r"duerme toda la) $"
)
_SAME = re.compile(r"(?<!\w)(?:(?:at )?(?:the )?same (?:time|hour)|(?:a la )?misma (?:hour|hora))(?!\w)")
_AFTERWARDS = re.compile(
    r"(?<![\w'])(?:afterwards(?! de)|after(?= ?(?:[.!;\n]|$))|(?:right |just |shortly |"
    r"soon )?after (?:that|this|eso|the visit|court|"
    r"the hearing|the conference)|later(?: on)?(?= ?(?:[,.!;\n]|$| i\b| that\b))|mas tarde)(?!\w)"
)
# "After midnight, at 1:20", "12:40, just past midnight": which half of the day the hour beside it is of.
_AFTER_MIDNIGHT = re.compile(
    r"(?<!\w)(?:(?:a little|a bit|just|right|well|shortly|sometime|way) )?(?:after"
    r"|past) midnight(?!\w)"
)
_SMALL_HOUR = re.compile(r"(?:[ ,(-]|at|about|around|like|@)*~?(?:12|[1-4])(?::\d\d| ?am|(?=,| §|$))")
_SMALL_BEFORE = re.compile(r"(?<![\d:])(?:12|[1-4]):\d\d(?: ?am)?[ ,(-]*$")
# "After lunch", "at the end of the day": a part of the day beside a day, or right behind a contact.
_BY_MEAL = re.compile(
    r"(?<![\w'])(?:(?:right |just |shortly |soon )?(?P<w>after|before|at|around|about|over|during|despues de|"
    r"antes de|a la hora de|en) (?:the |el |la )?(?P<m>breakfast|lunch(?: ?time)?|dinner(?: ?time)?|supper|"
    r"school|work|desayuno|almuerzo|almorzar|comer|cena|cenar|escuela|bedtime)(?! (?:program|care|tutor|club|"
    r"visit|pick|activit|bus|room|table|money|duty|job|hours|with|staff|today and)|'s)"
    r"|(?:at |by |near |toward |towards )?(?:the )?(?P<e>(?:very )?end of (?:the |my |our )?(?:work |"
    r"school )?day|start of (?:the |my )?day|close of business|cob)|al (?P<f>final del day)|"
    r"(?P<t>tempran(?:o|ito)|first thing|bright and early))(?!\w)"
)
# "Friday p.m."
_HALF_DAY = re.compile(r"(?<=¦)[.,]? (?P<h>[ap])\.?m\b\.?(?! ?\d)")
_MORNINGS = frozenset({"breakfast", "desayuno"})
_EVENINGS = frozenset({"dinner", "dinnertime", "supper", "cena", "cenar", "bedtime"})
# "We talked about bedtime", "asked her about dinner": what was spoken of, and no hour.
_TALKED_OF_IT = re.compile(
    r"(?<!\w)(?:talk\w*|spoke|chat\w*|ask\w*|discussi\w*|told|remind\w*|question\w*|conversation"
    r"|hablamos|platicamos)(?: (?:with|w/?|to|me|us|him|her|them|both|me and|§('s)?|and|more|some|a lot))* $"
)
_AT_SCHOOL = frozenset({"at", "around", "about", "over", "during", "en"})
_REACHED = re.compile(
    r"(?<!\w)(?:called|spoke|talked|saw|met|visited|texted|phoned|stopped|went|vi|visite|hable|llame|pase|hv)"
    r"(?: (?!that\b|about\b|que\b|and\b)[\w§']+){0,4} $"
)
_LOOSE = re.compile(r"(?:in the|por la|en la|that|early in the|late in the) $")


def parts_of_day(field: Field) -> list[Atom]:
    """Morning, afternoon, evening, night: `strong` where they need no day or clock beside them."""
    found = []
    for match in _PART.finditer(field.free):
        if _GREETING.search(field.free[max(0, match.start() - 18) : match.start()]):
            continue
        lead = match["lead"] or ""
        found.append(Atom(*match.span(), part=match["p"], strong=bool(_LOOSE.match(lead))))
    field.take_all([(a.start, a.end) for a in found])
    halves = [_half_day(m) for m in _HALF_DAY.finditer(field.free)]
    field.take_all([(a.start, a.end) for a in halves])
    found += halves
    found += (meals := [a for m in _BY_MEAL.finditer(field.free) if (a := _by_meal(m, field))])
    field.take_all([(a.start, a.end) for a in meals])
    return found


def _half_day(match: re.Match[str]) -> Atom:
    return Atom(
        match.start("h"), match.end(), part="morning" if match["h"] == "a" else "afternoon", strong=False
    )


def _by_meal(match: re.Match[str], field: Field) -> Atom | None:
    meal, before = match["m"] or "", match["w"] in {"before", "antes de"}
    if meal in {"school", "work", "escuela"} and match["w"] in _AT_SCHOOL:
        return None
    if match["w"] == "about" and _TALKED_OF_IT.search(field.free, max(0, match.start() - 60), match.start()):
        return None
    early = bool(match["t"]) or meal in _MORNINGS or (before and meal in {"school", "work", "escuela"})
    early = early or (match["e"] or "").startswith("start")
    late = meal.replace(" ", "") in _EVENINGS and not before
    strong = bool(_REACHED.search(field.free, max(0, match.start() - 70), match.start()))
    part = "morning" if early else "evening" if late else "midday"  # "before lunch, 11:20": they say no half
    return Atom(*match.span(), part=part, strong=strong)


def others(field: Field) -> list[Atom]:
    """`same time` (copies the earlier clock) and `afterwards` (a time of day of its own precision)."""
    same = [Atom(*m.span(), same=True) for m in _SAME.finditer(field.free)]
    field.take_all([(a.start, a.end) for a in same])
    after = [Atom(*m.span(), part="afterwards") for m in _AFTERWARDS.finditer(field.free)]
    field.take_all([(a.start, a.end) for a in after])
    dawns = [Atom(*m.span(), part="dawn") for m in _AFTER_MIDNIGHT.finditer(field.free) if _by_hour(m)]
    field.take_all([(a.start, a.end) for a in dawns])
    return same + after + dawns


def _by_hour(match: re.Match[str]) -> bool:
    """Whether "after midnight" stands beside the hour that it was."""
    text = match.string
    before = _SMALL_BEFORE.search(text, max(0, match.start() - 12), match.start())
    return bool(before or _SMALL_HOUR.match(text, match.end()))
