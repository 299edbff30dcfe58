"""How long it took, and how long ago it was."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.understand.when.shapes import Atom, Day, Field

_N = r"~?\d{1,3}"
# "A whole hr", and "hr 15" behind a stop.
_ONE = (
    rf"(?:an?|una?|one|the last|{_N}|(?:a )?couple(?: of)?|un par de|\d\.\d{{1,2}}"
    r"|(?:(?:an?|one) )?(?:whole|full|good|solid|entire)(?: 1)?"
    r"|(?<=[,;.] )(?=hours? (?:[1-5]\d(?![\w:/-])|and (?:a|media|half|cuarto|quarter)(?!\w))))"
)
_LENGTH = re.compile(
    r"(?<![\w~:/.])(?!(?:[6-9]|1\d|2[0-3])h[0-5]\d(?!\d))(?:"
    rf"(?P<h>{_ONE})[ -]?(?:and (?:a )?half )?(?:hours?|h(?=\b|\d))(?:'s)?"
    rf"(?:(?: ?,? ?(?:and|con)|,)? ?(?P<m>{_N})[ -]?(?:min|m\b)|(?: ?,? ?(?:and|con)|"
    rf",)? (?P<mm>~?[1-5]\d)(?![\w:/-]|\.\d|"
    rf" ?[ap]\.?m\b|-\d| ~\d)"
    r"|(?<=\dh)(?P<hm>[0-5]\d)(?!\d)"
    r"|(?P<half> (?:and (?:a )?half|and media))|(?P<quart> and (?:a quarter|cuarto|quarter)))?"
    rf"|(?P<ah>{_ONE}) (?P<anda>and (?:a )?half) hour"
    r"|(?P<whole>\d{1,2} )?1/2 (?:an? |of an )?hours?"
    r"|(?P<halfhour>half (?:of )?(?:an? )?hour|(?:una )?media hour|half-hour)"
    r"|(?P<three>(?:(?:three|~3|tres) (?:quarters?|cuartos)|3/4(?:ths?)?) (?:of an |de )?hour)"
    r"|(?P<fifteen>(?:an? |un )?(?:quarter|cuarto) (?:of an |de |)hour)"
    rf"|(?P<lo>{_N}) ?(?:-|to|or|o|a) ?(?P<hi>{_N})[ -]?(?:min|m\b)"
    rf"|(?P<min>{_N})(?:(?:ish|-ish)? ?min|[ -]?\+? ?min|m\b|'(?=[),.;]|$)| m(?= ?(?:[,.;]|$)))(?! (?:past|"
    rf"to|till?|of|after|before) (?:~?\d|noon|midnight))"
    r")(?:'|s)?(?![a-z])"
)
_NO_HOUR = 15
# "Got him at school for like 15, he was moody": minutes, though nobody says so. Fives and tens are as often
# hours: they need a word that only guesses, and talk. What is planned, paid or waited for is no length.
_UNSAID = re.compile(
    r"(?<![\w§])(?:for|por|lasted|stayed|duro|estuve|(?:kept|held) (?:it|things|the visit|this one) (?:to|at|"
    r"under)|(?:we|i) (?:talked|spoke|chatted)|"
    r"hablamos)(?P<guess>(?: (?:like|about|around|maybe|roughly|approx"
    r"|only|just|a good|como|unos|casi|almost|probably))*) ~?(?P<n>\d{1,2})(?P<ish>ish|-ish| or so| o algo)?"
    r"(?= *(?:$|[,;!?)\n]|\.(?!\d)|[-–] )| (?:then|and|but|bc|because|so|she|he|they|i|we|w|with|alone|y"
    r"|pero|luego|re|at|@|yesterday|today|hoy|ayer)(?!\w))"
)
_TALK = (
    r"talk(?:ed)?|spoke|chat(?:ted)?|sat|stayed|lasted|hung|called|call|tc|on the phone|was there|were there"
    r"|hable|hablamos|platique|estuve|estuvimos|duro|llamada|llame"
)
_TALKED = re.compile(rf"(?<!\w)(?:{_TALK})(?!\w)[^.;!?\n]*$")
_MEETING = re.compile(
    rf"(?<!\w)(?:saw|seen|met|got|visited|visit|hv|with|w|at (?:school|home|the)|vi|visite|{_TALK})(?!\w)"
    r"[^.;!?\n]*$|^ ?(?:at|@) ?~?\d{1,2}(?::\d\d)? ?(?:[ap]m?)? $"
)
_NO_MEETING = re.compile(
    r"(?<!\w)(?:set|sched\w*|planned|supposed|due|meant|was|is|it|court|appointment|appt|next|one|~1|hearing"
    r"|conference|asked|asking|asks|wants?|wait(?:ed|ing)?|pa(?:id|ys?)|sold|bought|sick|suspended|grounded"
    r"|out|off|gone|ready|moved|pushed|on|reservation|alarm|programad[oa]|quedo|queda|cita|esper\w+|pidio"
    r"|pide|enferm[oa]|suspendid[oa])(?: (?:it|her|him|them|me|us|on|the|a|la|lo))? $"
)
_AGO = re.compile(r" ?(?:ago|back\b(?! to))")
_HACE = re.compile(r"hace (?:como |about |unos? |unas )?$")
_NOT_EVENT_LEFT = re.compile(
    r"\b(?:under|less than|no more than|not more than|at most|menos de|no mas de|every|each|cada|in|within"
    r"|last|past|en|late|waited|wated|waitd|waiting|wait|wait(?:ed)? for|"
    r"espere|esperamos|espero|q|slept|sleeps|duerme|durmio|after|despues de|gone past|another|next|proximas?|"
    r"takes|for the last|early|about to|proximos) (?:about |like |another |over |almost |unos |only |"
    r"the next |the )?$"
)
_NOT_EVENT_RIGHT = re.compile(
    r" ?(?:late\b|tarde\b|away\b|drive\b|from (?:home|here|the)\b|walk\b|per\b|a day\b|al dia\b|each\b|"
    r"early\b|before\b|of (?:sleep|screen|tv|homework|community)|after\b|de sueno\b|antes\b|"
    r"(?:notice|hold|supervision|delay|trip|ride|bus)\b)"
)
# "Left her house ten minutes ago": when it was over.
_WENT_AWAY = re.compile(
    r"(?:(?:^|[.!?\n,;] ?|(?<!\w)(?:i|we|just|and|yo) )(?:left(?! (?:a|an|her a|him a|word|vm|voicemail|"
    r"message|msg)\b)|walked out|(?:got|came|pulled) (?:out|away|back)|headed out|finished(?: up)?|"
    r"wrapped(?: up)?|drove away|sali|salimos|me fui|termine|terminamos))(?: (?!a\b|an\b|i\b|and\b|message\b|"
    r"vm\b)[\w§'.]+){0,5} $"
)
_DAYS_AGO = re.compile(
    rf"(?<![\w~])(?:hace (?P<n1>{_N}|una?|un par de) (?P<u1>days?|nights?|weeks?)"
    rf"|(?P<n2>{_N}|an?|one|a couple(?: of)?) (?P<u2>days?|nights?|weeks?) (?:ago|"
    rf"back)(?: (?:on )?(?P<wd>wd[a-z]{{3}})|(?P<to> today)|(?P<ye> yesterday))?)(?!\w)"
)
_MOMENTS = {
    "now": re.compile(
        r"\b(?:(?:right|as of|happening) now|now mismo|en este momento|at this moment|at the moment)\b"
    ),
    "here": re.compile(r"(?<!until )(?<!by )\bnow\b"),
}
_A_WHILE = re.compile(
    r"(?<!\w)(?:(?:an? )?(?:few|couple(?: of)?|some|several|little) (?:min|hours?) ago"
    r"|an? (?:little |short )?(?:while|moment|bit) ago|hace (?:un rato|un ratito|poco|unos min|unas hours?"
    r"|un momento|un ratico))(?!\w)"
)
_JUST = re.compile(r"(?<!is )(?<!are )(?<!was )\bjust now\b")
_PRESENT = re.compile(
    r"(?:\b(?:im|i'm|i am|we're|we are|here|estoy|estamos|aqui)\b|"
    r"(?:^|[.!?\n,;] ?|\b(?:still|back|currently|sitting|and|is) )(?:at|with|w|w/)(?!\w))[^.!?\n]{0,40}$"
)
_ABSENT = re.compile(
    r"\b(?:he|she|they|who|hes|shes|is|are|on (?:his|her|their)|doing|better|esta|until|for)\b[^.!?\n]{0,16}$"
)

# "At 11, sola 10 min", "45 min. Leo alone in his room for 10 min": how long that was, and not the visit.
_BY_ITSELF = (
    r"(?:alone|privately|in private|a solas|solas?|solos?(?= en )|1:1|~?1[ -]on[ -]~?1|one[ -]on[ -]one"
    r"|uno a uno)"
)
_ALONE_FOR = re.compile(
    r"\d[^\n]{0,60}[,.;(–-] ?(?:and |y |then )?(?:§(?:'s)? |she |he |both )?(?:(?:was|were|seen|saw|l[oa] vi|"
    rf"l[oa]s vi) )*{_BY_ITSELF}(?: (?:with|con|w) (?:her|him|them|§|ella|el))?"
    r"(?: (?:in (?:her|his|the) \w+|en su \w+))?(?: (?:for|about|por|unos|como|like|another))*,? ?$"
)
_ALONE_BEHIND = re.compile(rf" (?:of |de )?(?:tiempo |time )?{_BY_ITSELF}(?!\w)")
_OPENS_IT = re.compile(r"\d[^\n]{0,60}[,.;(–-] ?(?:and |y |then |about |unos |como |con |with |§ )*$")


def _alone_behind(text: str, start: int, end: int) -> bool:
    """“…, 10 min alone", "…, 10 minutos sola con ella": behind the visit and its hour."""
    if not _ALONE_BEHIND.match(text, end):
        return False
    return _OPENS_IT.search(text, max(0, start - 90), start) is not None


def durations(field: Field) -> list[Atom]:
    """Durations and moments counted back from the sending; takes both, also what is no event's length."""
    found, taken = [], []
    for match in _LENGTH.finditer(field.free):
        atom, span = _length(field.free, match)
        taken.append(span)
        if atom:
            found.append(atom)
    field.take_all(taken)
    return found + _taken(field, [a for m in _UNSAID.finditer(field.free) if (a := _unsaid(field.free, m))])


def _unsaid(text: str, match: re.Match[str]) -> Atom | None:
    """The minutes of a number without a word for them, where it can be nothing else."""
    left = re.split(r"[.!?;\n]", text[max(0, match.start() - 90) : match.start()])[-1]
    count, guessed = int(match["n"]), match["guess"] or match["ish"]
    spoke = match.group().startswith(("we ", "i ", "hablamos"))
    if count % 5 or count < (5 if guessed or spoke else _NO_HOUR):
        return None
    if spoke and not (guessed or re.search(r"\d", left)):
        return None  # "we talked 10" may be an hour, unless one is told before it
    told = _MEETING if count >= _NO_HOUR else _TALKED
    if match.group().startswith(("for", "por")) and (_NO_MEETING.search(left) or not told.search(left)):
        return None
    return Atom(match.start("n"), match.end("n"), minutes=count)


def _length(text: str, match: re.Match[str]) -> tuple[Atom | None, tuple[int, int]]:
    start, end = match.span()
    minutes = _minutes(match)
    hace = _HACE.search(text[max(0, start - 16) : start])
    ago = _AGO.match(text, end)
    if (hace or ago) and minutes is not None:
        start = start - len(hace.group()) if hace else start
        end = ago.end() if ago else end
        if _WENT_AWAY.search(text, max(0, start - 50), start):  # its end, not its hour
            return Atom(start, end, day=Day("offset", 0), part="earlier"), (start, end)
        return Atom(start, end, ago=timedelta(minutes=minutes)), (start, end)
    if _ALONE_FOR.search(text, max(0, start - 110), start) or _alone_behind(text, start, end):
        return None, (start, end)
    left = text[max(0, start - 30) : start]
    if minutes is None or _NOT_EVENT_LEFT.search(left) or _NOT_EVENT_RIGHT.match(text, end):
        return None, (start, end)
    return (Atom(start, end, minutes=minutes) if 0 < minutes <= 720 else None), (start, end)


def _minutes(match: re.Match[str]) -> int | None:
    said = match.groupdict()
    if said["halfhour"] or "1/2" in match.group():
        return 30 + 60 * _count(said["whole"] or "~0")
    if said["three"] or said["fifteen"]:
        return 45 if said["three"] else 15
    if said["min"]:
        return _count(said["min"])
    if said["lo"]:
        return None
    hours = said["ah"] or said["h"]
    more = _count(said["m"] or said["mm"] or said["hm"] or "~0")
    half = 30 if said["half"] or said["anda"] or " half " in match.group() else 15 if said["quart"] else 0
    return int(float(_count(hours)) * 60) + more + half if "." not in hours else int(float(hours) * 60)


def _count(word: str) -> int:
    digits = word.replace("~", "")
    return int(digits) if digits.isdigit() else 2 if "couple" in word or "par" in word else 1


# "Same time next week", "in 2 weeks, same time": as many weeks behind the one just told.
_WEEKS_ON = re.compile(
    r"(?:(?<=same time )|(?<=same hour )|(?<=misma hour ))(?:(?:in )?(?P<n1>an?|~?\d|a couple(?: of)?) weeks?"
    r"|next week)(?! (?:on )?wd)(?!\w)"
    r"|(?<!\w)(?:in (?P<n2>an?|~?\d|a couple(?: of)?) weeks?|next week)"
    r"(?=,? (?:at |a )?(?:the |la )?(?:same|misma) (?:time|hour)(?!\w))"
)


def weeks_on(field: Field) -> list[Atom]:
    """The day of what is repeated so many weeks on, where nothing but that is said."""
    found = [
        Atom(*m.span(), day=Day("offset", 7 * _count(m["n1"] or m["n2"] or "a")))
        for m in _WEEKS_ON.finditer(field.free)
    ]
    return _taken(field, found)


def days_ago(field: Field) -> list[Atom]:
    """`2 days ago`, `hace una semana`, `a week ago tuesday`, `a week ago today`."""
    found = []
    for match in _DAYS_AGO.finditer(field.free):
        count, unit = match["n1"] or match["n2"], match["u1"] or match["u2"]
        number = _count(count) * (7 if unit.startswith("week") else 1)
        number += 1 if match["ye"] else 0
        found.append(Atom(*match.span(), day=_back(number, match["wd"])))
    field.take_all([(a.start, a.end) for a in found])
    return found


def _back(number: int, code: str | None) -> Day:
    if code is None:
        return Day("offset", -number)
    week = ("wdmon", "wdtue", "wdwed", "wdthu", "wdfri", "wdsat", "wdsun")
    return Day("weekday", week.index(code), how="ago")


def moments(field: Field) -> list[Atom]:
    """Now, said of where the worker is or what is happening; `a while ago` gives the day and no clock."""
    found = _taken(field, [Atom(*m.span(), ago=timedelta(0)) for m in _JUST.finditer(field.free)])
    for pattern in _MOMENTS.values():
        here = [m for m in pattern.finditer(field.free) if _present(field, m)]
        found += _taken(field, [Atom(*m.span(), ago=timedelta(0)) for m in here])
    while_ago = [Atom(*m.span(), day=Day("offset", 0), part="earlier") for m in _A_WHILE.finditer(field.free)]
    return found + _taken(field, while_ago)


def _taken(field: Field, atoms: list[Atom]) -> list[Atom]:
    field.take_all([(a.start, a.end) for a in atoms])
    return atoms


def _present(field: Field, match: re.Match[str]) -> bool:
    left = field.whole[max(0, match.start() - 60) : match.start()]
    return bool(_PRESENT.search(left)) and not _ABSENT.search(left)
