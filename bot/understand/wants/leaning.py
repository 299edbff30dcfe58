"""Words that lean on what was said just before and ask for nothing.

Who else was there, how long it took, that a note is to be dropped, that a caller hung up: by themselves they
are no question, and no opinion on what they sound like makes one of them.
"""

from __future__ import annotations

import re

from bot.understand.patterns.lexicon import pattern

_EDGES = " .,!;:-…\"'"
_LONGEST = 160
_THERE = re.compile(
    r"[A-Z]{3,}(?:'s|s)?,? (?:(?:was|were|is|are|also|both|all|too|estaban?|estuv\w+|tambien) ){0,3}"
    r"(?:there|present|here|in attendance|on the call|in the room|presentes?|ahi|alli)"
    r"(?: (?:too|also|as well|tambien))?$"
)
_QUESTION = re.compile(
    r"^(?:is|are|was|were|who|what|where|will|can|could|does|did|do|que|quien|donde|cual)(?!\w)"
)
_LITTLE = (
    r"(?:about|more like|closer to|not even|at most|exactly|mas bien"
    r"|like|maybe|around|roughly|approx(?:imately)?|only|just|a|quick|good|under|over|almost|"
    r"nearly|"
    r"close to|at least|no more than|it|that|this|was|lasted|took|for|so|probably|prob|i think|i guess|"
    r"i'd say|say|total|of|an|~|como|unos|unas|casi|mas o menos|aproximadamente|solo|nada mas|duro|fue|"
    r"fueron|durante|por|creo que)"
)
_NUMBER = (
    r"(?:\d{1,3}(?:[.:]\d\d?)?(?: ?(?:-|to|or|o|a) ?\d{1,3})?|half|an?|one|two|three|four|five|ten|fifteen|"
    r"twenty|thirty|forty(?:[- ]five)?|fifty|sixty|ninety|a couple(?: of)?|couple|una?|dos|tres|media|diez|"
    r"quince|cuarenta(?: y cinco)?|veinte|treinta|cincuenta|sesenta|noventa|(?:three )?quarters? of"
    r"|(?:un|tres) cuartos? de)"
)
_UNIT = r"(?:hours?|hrs?|hora|horas|h|minutes?|mins?|m|minutos?|minutitos?)"
_TAIL = (
    r"(?:or so|ish|long|all told|all in|in all|altogether|start to finish"
    r"|en total|total|max|tops|mas o menos|give or take|i think|i guess|probably|por ahi|nada mas"
    r"|creo)"
)
_MORE = rf"(?: (?:and (?:a )?half|y media|y cuarto|and (?:a )?quarter)|[ ,]+(?:and |y )?{_NUMBER} ?{_UNIT}?)?"
_LENGTH = re.compile(
    rf"(?:{_LITTLE}[ ,]?){{0,6}}(?:(?P<said>{_NUMBER} ?(?:an? |of an )?{_UNIT}{_MORE})|"
    rf"(?P<hour>hour{_MORE})"
    rf"|(?:(?<=quick )|(?=\d+ (?:tops|max|or so)))(?P<bare>\d{{1,2}}))(?:[ -]?{_TAIL}){{0,3}}"
)
_CALL_ENDED = re.compile(
    r"(?:and |then |so |ok |y )?(?:(?:the |la |el )?(?:caller|line|call|phone|llamada|linea|persona)|she|"
    r"he|they|ella|whoever(?: it was)?|somebody|someone)?,? ?(?:just |then |has |had |se )?(?:hung up|"
    r"disconnected|dropped|went dead|got (?:cut off|disconnected)|cut out|colgo|colgaron|corto|cayo)"
    r"(?: on (?:me|us))?"
    r"(?: la llamada)?(?: (?:again|already|now|otra vez))?"
)
_SAID_ANEW = re.compile(
    r"\d|(?<!\w)(?:(?:it|that) was (?!full|busy|wrong|old|empty|dead|a (?:mistake|test)|already|off|never"
    r"|not\b)\w+|(?:it|that)'s |(?:i|we) (?:saw|met|meant|talked|spoke|called|went|visited)|instead|but"
    r"|actually|fue (?:el|la|con|a|en)|era (?:el|la)|sino|con|vi|hable|yesterday|today|ayer|hoy|"
    r"\w+day)(?!\w)"
)

# "Log it as a crisis call then": how what was told is to be filed, and nothing that happened.
_FILED_AS = re.compile(
    r"(?:(?:ok|okay|so|then|pls|please|just|can you|you can|y|entonces|bueno),? )*(?:(?:log|file|save|"
    r"put|record|"
    r"mark|enter|make|write|code|change) (?:it|this|that|them|the (?:call|note|draft|one|last one))"
    r"(?: (?:down|in|up|all|just))?|(?:pon|guarda|registra|anota|marca|apunta)(?:lo|la|me lo)) "
    r"(?:as|under|to|como) (?:(?:an?|the|una?) )?(?:[a-z]+ ){0,2}?(?:crisis|emergency|emergencia)"
    r"(?: (?:call|contact|note|type|visit))?(?: (?:then|instead|please|pls|thanks|too|entonces|por favor))*"
)

_WRONG_DROP = re.compile(
    r"(?:(?:the|that|my|la|el|lo) )?[\w'.]+(?: [\w'.]+){0,3} (?:is|was|es|fue|era|has)"
    r" (?:(?:a|an|the|una?|el|la) )?(?:wrong|mistake|error|duplicate|dupe|dup|double|repeat|test|bad|"
    r"numero equivocado|equivocad[oa]|repetid[oa])(?: (?!not|no|but|it)[a-z]+){0,3}(?:[,.;]| -+)?"
    r"(?: (?:so|please|pls|just|y|and|por favor))*"
    r" (?:discard|trash|toss|scrap|scratch|drop|delete|remove|borra|descarta|elimina|quita)(?:l[oa])?"
    r"(?: (?:it|that|that one|please|pls|por favor))*"
)
"""“Moran one is wrong number actually, discard”: why first, and what is wished behind it."""


def leans(text: str) -> bool:
    """Whether words (`words.Plain.text`) are one of these, so that what they ask needs no second opinion."""
    return tells_presence(text) or bare_length(text) or call_ended(text) or drops(text) or filed_as(text)


def tells_presence(text: str) -> bool:
    """“Ms Fields n Tillery there”, "the aunt was there too": a statement, and no question for anybody."""
    said = text.strip(_EDGES)
    if "?" in text or len(said) > _LONGEST or _QUESTION.match(said):
        return False
    return _THERE.search(said) is not None


def bare_length(text: str) -> bool:
    """“About half an hour”, "como media hora", "quick 15": how long it took, and nothing else."""
    return length_alone(text) is not None


def length_alone(text: str) -> str | None:
    """The length that the folded words are, without the words around it: "15 minutes" of "quick 15"."""
    said = text.strip(_EDGES)
    match = None if "?" in text or len(said) > _LONGEST else _LENGTH.fullmatch(said)
    if match is None:
        return None
    if match["bare"]:
        return f"{match['bare']} minutes"
    return f"an {match['hour']}" if match["hour"] else match["said"]


def call_ended(text: str) -> bool:
    """“Caller hung up”: how a call went on, and no question for who is on call."""
    said = text.strip(_EDGES)
    return "?" not in text and _CALL_ENDED.fullmatch(said) is not None


def filed_as(text: str) -> bool:
    """“Log it as a crisis call": what becomes of a note is wished, nothing is told."""
    return _FILED_AS.fullmatch(text.strip(_EDGES)) is not None


_THROWN = re.compile(r"\b(throw|toss) (it|that one|that|this one|this|them) (away|out)(?!\w)")
_IS_DOUBLE = re.compile(
    r"(?:(?:oh|no|wait|ok|sorry|oops|i think),? )*(?:that|the|this)(?: (?:last|first|second"
    r"|other))?(?: (?:one|note|draft|card))?"
    r"(?:'s| is| was|s)? (?:just |only )?(?:a |the )?(?:double|duplicate|dupe|repeat|copy)"
    r"(?:[,.;:]| and| so)? ?"
    r"|(?:esa|la)(?: ultima)?(?: nota)? (?:esta|es) (?:repetida|duplicada|doble)[,.;]? ?"
)
"""“That last one is a double, throw it away": why comes before the wish."""


def drops(text: str) -> bool:
    """“Scrap that last one, i didn't actually leave it", "borra lo de la abuela": a note to be put aside.

    Folded words or `words.Plain.text`. Why may stand behind it; what tells anew how it was ("scratch that, it
    was Tuesday") corrects, and drops nothing.
    """
    said = text.strip(_EDGES)
    if (double := _IS_DOUBLE.match(said)) and double.end():
        said = said[double.end() :] or "discard it"
    said = _THROWN.sub(r"\1 \3 \2", said, count=1)
    wish = pattern("amending", "wish.discard").match(said) if len(said) <= _LONGEST else None
    if wish is None:
        return len(said) <= _LONGEST and _WRONG_DROP.fullmatch(said) is not None
    rest = said[wish.end() :].strip(_EDGES)
    why = pattern("amending", "wish.why").match(rest) if rest else None
    return not rest or (why is not None and not _SAID_ANEW.search(rest[why.end() :]))
