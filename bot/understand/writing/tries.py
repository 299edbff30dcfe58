"""What was tried and missed, as it is texted: "called 3x today, 815 9 and 1130", "skipped her appt w me".

Hours listed behind a count, and the hour of a meeting to which nobody came, are written out so that the rules
of time know them for hours of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5}
_HOUR = (
    r"(?:at |@ ?|a las? )?(?:[01]?\d:[0-5]\d|1?\d[0-5]\d|1?\d|noon|mediodia)(?: ?[ap]\.?m?\b\.?)?"
    r"(?![\d:/])"
)
_COUNTED = Quick(
    r"(?<![\w/])(?:(?P<n>[2-9]|two|three|four|five|dos|tres|cuatro|cinco) ?(?:x|times|veces|tries|attempts"
    r"|intentos|(?:calls|texts|llamadas|mensajes)(?: (?:to|a)(?: (?!today|hoy|yesterday|ayer"
    r"|this)[^\W\d][\w'.’]*)"
    r"{1,4}?)?)|x ?(?P<m>[2-9])|twice)(?: (?:today|hoy|yesterday|ayer|this (?:morning|afternoon)))?"
    rf"(?:[,:;]| [-–(])? (?P<list>\(?{_HOUR}(?:(?:, ?| )?(?:(?:and|y|&|then) )?(?<=[, ]){_HOUR})+)"
    r"(?! ?(?:min|hrs?|hours?|days?|weeks?|times|kids|dias|horas)\b)"
)
_ONE_HOUR = Quick(
    r"(?:at |@ ?|a las? )?(?P<h>[01]?\d:[0-5]\d|1?\d[0-5]\d|1?\d|noon|mediodia)"
    r"(?P<m> ?[ap]\.?m?\b\.?)?"
)
_LATEST = 12
# "Missed her appt with me", "no llegó a la cita": the worker's own meeting, to which nobody came.
_MISSED_MINE = Quick(
    r"(?<!\w)(?P<what>(?:missed|skipped|ditched|forgot(?: about)?|blew off|no-?showed|no show(?:ed)? "
    r"(?:for|to|at)) "
    r"(?:her|his|their|our|the|todays?) (?:\w+ )?(?:appt|appointment|check ?-?in|meeting|mtg|session|visit)"
    r" (?:with|w/?) (?:me|us)|(?:forgot(?: about)?|missed|skipped) (?:our|my) (?:appt|appointment|check "
    r"?-?in|meeting|mtg"
    r"|visit))(?!\w)"
)
# "Skipped his 3 oclock w me": the meeting goes by its hour.
_MISSED_HOUR = Quick(
    r"(?<!\w)(?P<verb>missed|skipped|ditched|forgot(?: about)?|blew off|flaked on"
    r"|bailed on)(?= (?:her|his|their|our|the|my) 1?\d(?::?[0-5]\d)?(?: ?[ap]m?| ?o'?clock)? (?:with"
    r"|w/?) (?:me|us)(?!\w))"
)
# "To see Leo 515 nobody home": an hour beside what was found.
_FOUND_NOBODY = Quick(
    r"(?<![\d:/$#.-])(?<!at )(?<!@ )(?<!@)(?P<h>1?\d[0-5]\d)(?=,? (?:nobody|no one|noone|no answer|not "
    r"home|no 1)(?!\w))"
)
_SUPPOSED = Quick(
    r"(?<!\w)(?:(?:it |which |that )?was )?(?:sposed|supposed|suppose|sposta|scheduled|set|due|expected)"
    r"(?: to)?(?: (?:be|meet|come))?(?: (?:in|here))?"
    r"(?P<office> (?:at|in|to) (?:the|our|my) (?:office|agency))?(?: (?:for|at))?"
    r"(?= \d)"
)
_NOBODY_CAME = Quick(
    r"(?<!\w)(?:n/s|ns|ncns|no[- ]?show(?:ed)?|(?:never|did not|didn'?t) (?:came|come|show(?:ed)?(?: up)?|"
    r"appear(?:ed)?)|stood me up|no (?:llego|vino|se presento))(?!\w)(?=[^.\n]{0,60}(?<!\w)(?:due|supposed|"
    r"expected|scheduled|sposed)(?!\w)[^.\n]{0,60}(?<!\w)(?:me|us|office|agency)(?!\w))"
)
_APPOINTMENT = Quick(
    r"(?<!\w)(?P<cita>(?:mi |la |nuestra )?cita)(?= (?:(?:de|del|que)(?!\w)|con |hoy|a las)[^.;\n]{0,70})"
)
_NOT_KEPT = Quick(
    r"(?<!\w)(?:no (?:llego|vino|se presento|asistio|aparecio)|falto|se cancelo|cancel\w+|me dejo "
    r"plantad\w)(?!\w)"
)
_OF_OTHERS = Quick(
    r"(?<!\w)(?:dentista|doctora?|dr|dra|medic[oa]|pediatra|terapeuta|terapia|clinica|hospital|corte|psic\w+"
    r"|escuela|juez|abogad[oa])(?!\w)"
)
# "Tried Ms Pettway's at 11:45", "tried her mom's house": at the door, and not on the phone.
_TRIED_HOME = Quick(
    r"(?<!\w)tried (?=(?:(?:ms|mrs|mr|miss|dr|sra?|dona|don|the|her|his)\.? )?[a-z][\w-]*(?: [a-z][\w-]*)?"
    r"(?:s (?=[^.;\n]{0,30}\b(?:she|he|they) (?:was|were|wasn'?t|was not) (?:there|home|in)\b)|"
    r"['’]s(?: (?:house|home|foster home|place|apt|apartment|trailer)(?! (?:phone|number|line))(?!\w)"
    r"|(?: again)? (?:at \d|@|today|yesterday|this (?:morning|afternoon|evening)|around \d|\d)"
    r"| again|\s*(?:$|[,.;]))(?![^.\n]{0,50}\b(?:voice ?mail|vm|mailbox|phone|cell|number|line|rang|text))))"
)
_SENTENCE = Quick(r"[.;!?\n](?=\s|$)")
# “Coming to the office tues at 2 instead": the same meeting, on another day.
_INSTEAD = Quick(
    r"(?:, | and |(?<!\w))(?:(?:she|he|they)(?:'s|'re| is| are|s)? |is |now )?"
    r"(?:coming|gonna come|going to come|will come)(?: in| by)?"
    r"(?=(?: (?:to|at) (?:the|our|my) office)? (?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tmrw|tomorrow|next)"
    r"[^.;\n]{0,24}\binstead\b)"
)

# "Luz fri 6 didn't happen": her visit did not.
_DAY = r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?:day)?"
_NO_VISIT = re.compile(
    rf"(?:^|[.;\n] ?)(?:(?!visit|hv|fv|party|game|court|hearing|practice|school)[^\W\d][\w'.]* ){{0,3}}?"
    rf"(?P<day>{_DAY})(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?: (?:at )?\d{{1,2}}(?::?\d\d)? ?[ap]m?)?"
    r" (?:did ?n[o']?t|did not|never) happen(?:ed)?(?!\w)"
)
# "…, fm sick. wed 4pm instead": the day to which it was moved, where nothing else says so.
_MOVED_TO = re.compile(
    rf"(?<=[.;,\n]) ?(?P<on>)(?:{_DAY}|tomorrow|tmrw|(?P<today>today|hoy))"
    r"(?: (?:at )?\d{1,2}(?::?\d\d)? ?(?:[ap]m?)?)? instead(?= *(?:$|[.;,\n]))"
)
# "Bailed on Owen again. Was supposed to be at 1": a parent's visit with the child, called off.
_BAILED = Quick(
    r"(?<!\w)(?P<verb>(?:bailed|flaked|cancell?ed|backed out|punked out|dipped|ghosted)(?: out)?(?: on)?) "
    r"(?!me\b|us\b|his\b|her\b|their\b|our\b|my\b|the\b|it\b)(?<=on )[^\W\d][\w'’-]*(?: (?:and|&"
    r"|n) [^\W\d][\w'’-]*)?"
    r"(?: (?:again|today|yesterday|this (?:morning|afternoon)|last minute|once more"
    r"|yet))*[.,;!]? (?:(?:and|but) )?"
    r"(?P<meant>(?:(?:it |which |that |they |visit |the visit )?(?:was|were) )"
    r"(?:sposed|supposed|scheduled|set|meant|due)(?: to)?(?: be| meet| happen| start)?(?: for"
    r"| at)?)(?= (?:at |@ ?)?\d)"
)
# "Moved Leo's visit from today 4pm to Thursday 4pm": called off today, and set anew.
_FROM_TO = Quick(
    r"(?<!\w)(?P<verb>moved|pushed|bumped|switched|changed|shifted|rescheduled|movi|movimos|cambie|cambiamos|"
    r"pasamos|movieron|cambiaron)(?=(?: [^.;\n]{0,60}?(?<=\s)(?P<off>(?:from|de|desde) )(?:today|this "
    r"(?:morning|afternoon|evening)|yesterday|hoy|ayer)(?!\w)[^.;,\n]{0,16}?| (?:today|yesterday)['’]?s "
    r"(?:\d|noon|visit|appointment|appt|meeting|hv|home visit|session|call)[^.;\n]{0,60}?) (?P<to>to|until|"
    r"till|for|para|al?)"
    rf" (?:next |this |el |la |proximo )?(?:{_DAY}|tomorrow|tmrw|manana|lunes|martes|miercoles|jueves|"
    rf"viernes|"
    r"sabado|domingo|\d{1,2}/\d)(?!\w))"
)


def tries(low: str) -> Iterator[Change]:
    """The changes of a folded text: hours listed behind a count, hours of meetings that were not kept."""
    for match in _COUNTED.finditer(low):
        yield from _hours(match)
    for match in _TRIED_HOME.finditer(low):
        yield match.end(), match.end(), "at "
    for match in _INSTEAD.finditer(low):
        yield match.start(), match.end(), ". Rescheduled for"
    for match in _NO_VISIT.finditer(low):
        yield match.start("day"), match.start("day"), "visit "
    yield from _moved(low)
    for match in _MOVED_TO.finditer(low):
        yield match.start("on"), match.start("on"), "visit " if match["today"] else "rescheduled for "
    for match in _MISSED_HOUR.finditer(low):
        yield *match.span("verb"), "was a no show for"
    for match in _BAILED.finditer(low):
        yield *match.span("verb"), "cancelled on"
        yield *match.span("meant"), "visit was at"
    for match in _FOUND_NOBODY.finditer(low):
        yield *match.span(), f"at {_written(match['h'])}"
    yield from _not_kept(low)
    for match in _APPOINTMENT.finditer(low):
        said = _sentence(low, match.start())
        if _NOT_KEPT.search(said) and not _OF_OTHERS.search(said):
            yield *match.span("cita"), "la visita"


def _moved(low: str) -> Iterator[Change]:
    """What was for today and is now for another day."""
    for match in _FROM_TO.finditer(low):
        yield *match.span("verb"), "cancelled"
        if match["off"]:
            yield *match.span("off"), ""
        yield *match.span("to"), ". rescheduled for"


def _not_kept(low: str) -> Iterator[Change]:
    """The worker's own meeting that nobody came to, and the hour that it was set for."""
    missed = _MISSED_MINE.search(low)
    if missed:
        yield *missed.span("what"), "was a no show for our appointment"
    if missed := missed or _NOBODY_CAME.search(low):
        for match in _SUPPOSED.finditer(low, missed.end()):
            yield *match.span(), f"{match['office'] or ''} at".strip()


def _hours(match: re.Match[str]) -> Iterator[Change]:
    """The hours of one list with their colon, where it holds as many as were counted."""
    hours = list(_ONE_HOUR.finditer(match.string, match.start("list"), match.end("list")))
    said = match["n"] or match["m"]
    count = said and (_NUMBERS.get(said) or int(said))
    if len(hours) != (count or 2) or not all(_possible(hour["h"]) for hour in hours):
        return
    for n, hour in enumerate(hours):
        bare = n and hours[n - 1].end() + 1 == hour.start() and match.string[hour.start() - 1] == " "
        yield *hour.span(), f"{'and ' if bare else ''}at {_written(hour['h'])}{hour['m'] or ''}"


def _possible(hour: str) -> bool:
    return not hour.isdigit() or 1 <= int(hour[:-2] if len(hour) > 2 else hour) <= _LATEST


def _written(hour: str) -> str:
    """“815" → "8:15", "9" → "9:00"; what has its colon or is a word as it is."""
    if not hour.isdigit():
        return hour
    return f"{hour[:-2]}:{hour[-2:]}" if len(hour) > len("12") else f"{hour}:00"


def _sentence(low: str, at: int) -> str:
    left = max((stop.end() for stop in _SENTENCE.finditer(low, 0, at)), default=0)
    stop = _SENTENCE.search(low, at)
    return low[left : stop.start() if stop else len(low)]
