"""What is never a time: phones, ids, addresses, labels, ages, counts, money, scores, doses, conferences."""

from __future__ import annotations

import re

from bot.understand.when.shapes import Field

_STREET = (
    r"(?:st|street|ave?|avenue|road|rd|blvd|boulevard|lane|ln|drive|dr|place|pl|parkway|pkwy|terrace|highway|"
    r"hwy|plaza|concourse|broadway|calle|avenida)\b"
)
_LABEL = (
    r"(?:apt|apto|apartment|apartamento|rm|room|part|parte|pt|unit|bldg|building|floor|fl|suite|ste|case|"
    r"caso|docket|report|reporte|id|number|numero|ps|ms|hs|jhs|p ?\.s ?\.|i ?\.s ?\.|m ?\.s ?\.|grade|grado|"
    r"gr|level|nivel|lvl|step|tier|bus|route|rte|ruta|exit|line|linea|train|page|pages|pg|chapter|age|aged|"
    r"ages|edad|size|talla|section|district|pct|precinct|box|ext|extension|pin|code|badge|shield|score|"
    r"scored|version|stage|box|locker|channel|division|div|courtroom|department|dept|cottage|module|item|"
    r"question|option|phase|form|ocfs|ldss|team|group|q|br(?:anch)?|c(?:r?t)?r(?:oo)?m)"
)
_UNITS = (
    r"(?:kids?|child|children|ninos?|ninas?|hijos?|hijas?|girls?|boys?|teens?|babies|times?|veces|vez|words?|"
    r"palabras?|absences?|faltas?|pages?|paginas?|miles?|millas?|mi|lbs?|pounds?|libras?|kilos?|kgs?|oz|"
    r"ounces?|inch(?:es)?|ft|feet|foot|degrees?|grados?|percent|dollars?|bucks|dolares|usd|mgs?|mls?|mcg|"
    r"(?<!\d\d\d )cc|tabs?|tablets?|pills?|doses?|puffs?|drops|bottles?|officers?|staff|people|personas?|"
    r"bedrooms?|br(?! ?\d)|bdrms?|beds?|rooms?|calls?|llamadas?|notes?|cases?|casos?|siblings?(?! vis| fv)|"
    r"brothers?|"
    r"sisters?|hermanos?|sessions?|sesiones|stars?|points?|blocks?|cuadras?|steps?|stitches|teeth|cavities|"
    r"bags?|boxes|cats?|dogs?|other|others|different|more|mas|things?|reasons?|questions?|missed|attempts?|"
    r"intentos|texts?|msgs?|messages?|voicemails|vms|emails?|copies|forms?|classes|clases|shots|vaccines?|"
    r"letters?|weeks?|months?|years?|(?<!\d\d\d )yo|y/o|year-old|days?|d|y ?\.?o\b|year|month|week|day|night|"
    r"nights|pct|precinct|floor|grade|grado|avenue|ave|street|seconds|segundos|am's|anios|of them|of the|"
    r"of us|of these|de los|de las|de ellos|sets?|pairs?|meals?|bruises|marks|moretones|marcas|cents|units?|"
    r"credits|servings?|minutes'|(?<!\d\d\d )bus|buses|units)"
)
_NUM = r"~?\d{1,4}"
_BEFORE = r"(?<![\w~:.,/-])"
_NO_MONTH = r"(?<!mo[a-z]{3} )"
# "1400-1430 call w/ Smith", "0900-0945 case conf", "1545 kids at fh": an hour as the trade writes it, and
# what was then. A stretch before a word for one thing is no number of it either: "tues 4-5 session".
_FULL = r"(?:[01]\d|2[0-3])[0-5]\d"
_SHORT = r"[1-9](?:15|30|45)"
_HELD = (
    r"(?:call|llamada|case|caso|session|sesion|text|email|note|letter|class|missed|other|team|unit"
    r"|staff(?! m(?:tg|eeting))|day(?= (?:program|treatment|care|hab|camp)))"
)
_THERE = (
    r"(?:calls|llamadas|sessions|sesiones|texts|emails|kids?|child|children|ninos?|ninas?|hijos|hijas|girls?"
    r"|boys?|teens?|babies|siblings?|brothers?|sisters?|hermanos?|hermanas?)"
)
_TO = r"(?: ?[-–] ?| (?:to|a) )"
_HOURS = (
    rf"(?:(?:{_FULL}{_TO}\d{{1,4}}|\d{{1,2}}{_TO}{_FULL}|{_SHORT}{_TO}\d{{1,3}}|\d{{1,2}}{_TO}{_SHORT}|{_FULL}"
    rf"|{_SHORT}) (?:{_HELD}|{_THERE})|\d{{1,2}}{_TO}\d{{1,2}} (?!day|staff|other|missed){_HELD})(?!\w)"
)

MASKS = tuple(
    re.compile(p)
    for p in (
        # "Hablé con Ms Lee a las 9 y con Ms Moss a las 9:30, las dos por teléfono": how many, and no hour.
        (
            r"(?<!a )(?<!de )\b(?:las|los) ~?[2-6] (?:por (?:tel\w*|video\w*|texto|zoom|llamada|mensaje)|"
            r"(?:me )?contest\w+|estaban|estuvieron|quedaron|dijeron|llamadas|visitas)\b"
        ),
        r"(?<![\d])(?:\+?1[ .-])?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]\d{4}(?!\d)(?: ?(?:x|ext\.?) ?\d{1,6})?",
        r"(?<![\d-])(?!\d(?:00|15|30|45)-1[0-2](?:00|15|30|45))\d{3}-\d{4}(?![\d-])",
        r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)",
        r"\bps ?#? ?\d{1,3}(?![\w:])",
        # "There for the first 10 min": no day of the month, and not how long it took.
        r"(?<!on )(?<!since )\bthe (?:1st|~1th) (?:~?\d{1,3}|half|couple of|few) ?(?:min|(?:an )?hour)[a-z]*",
        # Shops with a number for a name.
        r"\b~?7[ -]?(?:~11|eleven)\b|(?<=\bthe )~?7-?11\b(?!:)|(?<=\b[ae]l )7-?11\b(?!:)",
        r"\b~?5 (?:guys|below|star)\b|\b~?[46] (?:flags|seasons)\b",
        r"\b(?:motel|super|forever|pier) ~?\d{1,2}\b",
        # "Left a message only on the second": the second call.
        (
            r"\b(?:message|msg|voicemail|vm|mailbox|full|rang|only|answer(?:ed)?|busy|hung up)"
            r"(?: [a-z]+){0,3} (?:in|on|after|at) the ~?[1-5](?:th|st|nd|rd)(?= *(?:$|[.,;)]|and\b"
            r"|but\b|time|one|call|try))"
        ),
        r"(?:^|(?<=\n)|(?<=[.;] ))\d{1,2}\)(?= )",  # the first, second, third of a list
        r"\b(?:class|room|rm|apt|section|unit|ps|locker|clase|salon|cuarto) \d-\d{3}(?!\d)",
        r"(?<!\d)\d{5,40}(?!\d)",
        r"[$€£#] ?\d[\d,.]{0,12}|(?<![\d:])\d{1,3}(?:,\d{3})+(?![\d:])",
        (
            r"(?<![\w~])(?!(?:at|abt|about|til|by|from|to|noon|until|[ap]m|las|de|on|el|"
            r"since)\d)[a-z]{1,4}\d[\w-]{0,12}"
        ),
        r"(?<![\w~:/.-])~?1[ -](?:to|on|a|por)[ -]~?1(?![\w:/.]|-\d| ~?\d| ?[ap]\.?m)",  # "one to one": alone
        r"(?<![\w~])(?:1:1|2:1|24/7|50/50|911|988|311|411|211|811)(?![\w:/])",
        (
            rf"(?<![\w]){_LABEL}[ .:]{{0,2}}#? ?(?!\d{{3,4}}[ap]\b)(?!(?<=team )\d{{1,2}} ?[ap]m?\b)"
            rf"~?\d{{1,4}}[a-z]?(?:-\d{{1,2}})?(?! "
            rf"?min|\w|[:/]\d|\.\d\d\b|"
            rf" ?[ap]\.?m\b| ~\d)"
        ),
        (
            rf"{_BEFORE}~?\d{{1,5}}(?:st|nd|rd|th)? (?!(?:at|on|in|w|with|to|from|of|and|en|de|con|for|"
            r"the|min|hour|he|she|they|i|we|will|to|same|her|his|their|our|my|another)\b)"
            rf"(?:[nsew]\.? )?(?:\d{{1,3}}(?:st|nd|rd|th) )?(?:[a-z§'.]{{1,20}} (?!(?:at|on|in|w|with|to|"
            rf"from|of|and|en|de|con|for|the)\b)){{0,2}}{_STREET}"
        ),
        (
            rf"{_BEFORE}{_NUM} ?-? ?(?:hour|days?)(?:'s)? ?-? ?(?:conf|confrence|conference|cnf|meeting|mtg|"
            rf"hold|notice|"
            r"review|trial|rule|removal|hearing)[a-z]*"
        ),
        r"(?:conf|conference|conferencia) (?:de )?(?:las? |los )?~?\d{2} (?:hour|days?)",
        (
            r"\b\d{1,3}(?:\.\d{1,2})? ?(?:/|out of|of) ?\d{1,3} (?:stars?|points?|pain|scale|score|cup|"
            r"questions)"
        ),
        (
            rf"\b(?:score|won|lost|beat|grade|got an?|from an?|to an|"
            rf"an) ?(?:of )?~?\d{{1,3}}(?:-\d{{1,3}})?{'(?![:/0-9]| ?[ap]m)'}"
        ),
        r"\b(?:fever|temp|temperature|fiebre|calentura)(?: (?:of|was|de|at))? ?~?\d{2,3}(?:\.\d)?",
        (
            r"\b(?:[a-z]+s|once|twice|~?\d+) (?:a|per|each|every) (?:night|morning|evening|"
            r"day)\b(?! (?:ago|before|after))"
        ),
        r"\bcon l[ao]s ~?\d{1,2}(?![\d:])(?! ?[ap]\.?m)",
        (
            r"\b(?:next|this|that|any|every|each|which|another|new|last|the|"
            r"other) ~1(?!\d|th\b)(?! ?(?:[ap]\.?m|oclock|~|:))"
        ),
        r"\bhalf (?:the|of|day|brother|sister|sibling|dollar)",
    )
)

COUNTS = tuple(
    re.compile(p)
    for p in (
        rf"{_BEFORE}{_NUM} ?(?:ft|feet|foot|lbs?|pounds?|pies|libras?) ~?\d{{1,2}}(?![\w:])",
        (
            rf"{_BEFORE}{_NUM}/{_NUM} (?!(?:call|text|email|note|session|missed|attempt|vm|voicemail|message|"
            rf"msg|letter|night|day|staff)(?!\w)){_UNITS}(?!\w)"
        ),
        (
            rf"{_BEFORE}{_NO_MONTH}(?!{_HOURS}){_NUM}(?:(?:\.\d{{1,2}})|"
            rf"(?:s\b))?(?:-{_NUM}| (?:or|to|and|a|o) {_NUM})?[ -]{{0,2}}{_UNITS}(?!\w)"
        ),
        rf"{_BEFORE}{_NUM} ?%",
        rf"(?:ningun[ao]|cada un[ao]|un[ao]|ambas|cualquiera) de l[ao]s {_NUM}(?!\w|:)",
        rf"(?<!at ){_BEFORE}{_NUM} of {_NUM}(?!\w)",
        r"(?<!\w)(?:x|~?\d{1,3}x)(?: ?~?\d{1,3})?(?!\w)(?= ?$|[ ,.;])",
    )
)


def hide(field: Field, patterns: tuple[re.Pattern[str], ...]) -> None:
    """Blanks every match of the patterns."""
    for pattern in patterns:
        field.take_all([m.span() for m in pattern.finditer(field.free) if m.end() > m.start()])
