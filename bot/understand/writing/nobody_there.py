"""That nobody was there or answered, as Spanish and its speakers' English say it, in the rules' own words.

"Ni el nene ni la senora estaban", "nos dejo plantados", "no me agarro el telefono"; "neither Jay nor his aunt
was there", "she don't came", "they not open me". Read without these words, such a visit would have been held.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_CLOSED = r"(?= *(?:$|[.,;!)\n]))"
_ONE = r"(?:(?!ni |nor )[\w'’.-]+ ){1,4}?"
_KIDS_ES = r"l[oa]s (?:dos|tres|nen[eao]s|nin[oa]s|muchach[oa]s)"
_KIDS = r"(?:the (?:kids|children|two|girls|boys)|them)"
# Where somebody was met, those who were not there are told of besides.
_MET = Quick(
    r"(?<!\w)(?:saw|seen|met|spoke|talked|chatted|sat|vi|vimos|visite a|hable|hablamos|platique|platicamos"
    r"|converse|entreviste)(?!\w)"
)
_NEITHER_ES = Quick(
    rf"(?<!\w)(?P<ni>ni ){_ONE}(?P<and>ni) {_ONE}(?P<v>(?:estaban?|estuvieron|contest(?:o|aron)|abrieron|"
    rf"aparecieron|llegaron|vinieron|se presentaron))"
    rf"(?:{_CLOSED}|(?= (?:en|ahi|alli|cuando|la|el|a|y|hoy|pero|porque) ))"
)
_NOT_EITHER = Quick(
    r"(?<!\w)no (?:estaban?|habia|contest(?:o|aron)|abrieron|llegaron|vinieron) (?P<ni>ni )[\w' ]{2,40}? "
    r"(?P<and>ni) "
)
_NONE_ES = Quick(
    rf"(?<!\w)(?:ninguno|ninguna|ningun[oa] de (?:{_KIDS_ES}|ell[oa]s)) (?:estaban?|estuvieron)"
    rf"(?:{_CLOSED}|(?= (?:en (?:la |su )?casa|ahi|alli|cuando|pero|porque|asi)(?!\w)))"
)
_NEITHER = Quick(
    rf"(?<!\w)(?:neither (?:of {_KIDS} )?|none of {_KIDS} )"
    r"(?:(?P<who>[\w'’. -]{2,40}? nor [\w'’. -]{2,30}?) )?(?:was|were) "
    r"(?:there|home|at home|in|around|in the house)"
    rf"(?:{_CLOSED}|(?= (?:when|but|so|and|at|today|yesterday) ))"
)
_LESSONS = (
    r"(?! (?:hoy |ayer )?(?:a la |al |a )?(?:escuel|clase|colegio|kinder|terapia|programa|trabajo|practica"
    r"|daycare|guarderia))"
)
_STOOD_UP = Quick(
    r"(?<!\w)(?:(?:me |nos |l[oa]s? )?dej(?:o|aron) (?:plantad[oa]s?|esperando)(?: al? (?:l[oa]s? )?\w+)?"
    r"|quedo mal (?=otra vez|de nuevo|conmigo|con (?:el nene|la nena|l[oa]s nin|l[oa]s nen))"
    r"|brillo por su ausencia|no dio la cara"
    rf"|(?:no|nunca) (?:asisti|acudi|concurri|compareci)(?:o|eron)(?!\w){_LESSONS})"
    r"(?![^.;\n]{0,70}(?<!no )(?<!nunca )(?:llego|vino|aparecio|entro|atendio|abrio)(?!\w))"
)
_RANG = Quick(
    r"(?<!\w)(?:(timbra|suena|repica|sona?ba|timbraba|timbro|sono|repico) y \1|"
    r"no (?:me )?(?:agarr|cogi|tom|levant|recogi|descolg|atendi|cog)[oae] "
    r"(?:el (?:telefono|cel\w*|tel)|las? llamadas?|mi llamada)"
    r"|(?:me )?(?:salio|contesto|entro) (?:la |el |al )?(?:grabadora|maquina|contestadora|operadora|buzon)"
    r")(?!\w)"
)
_NOT_OPENED = Quick(r"(?<!\w)(?:no se (?:me |nos )?|nadie (?:me|nos) )abrio(?: la puerta)?(?!\w)")
_NOT_OPENING = Quick(
    r"(?<!\w)no (?:me |nos )?(?:quiso|quisieron) (?:open|abrir(?:me|nos)?)(?: (?:the door|la puerta))?(?!\w)"
    rf"|(?<=y )no salio(?: a (?:la puerta|abrir))?{_CLOSED}"
)
_NOT_FOUND = Quick(
    r"(?<!\w)no (?:la|lo|las|los) (?:encontre|encontramos|halle|hallamos)"
    rf"(?:{_CLOSED}|(?= (?:en|ahi|alli|hoy|ayer|porque|ya|pues|cuando|a)(?!\w)))"
)
_NOT_FOUND_WHO = Quick(r"(?<!\w)no (?:encontre|encontramos|halle|hallamos) a(?= (?!nadie)\w)")
_LEFT_OPEN = Quick(
    r"(?<!\w)(?:(?P<a>quedo pendiente) la visita|visita(?: (?!que )[\w:]+){0,8} (?P<b>quedo pendiente))(?!\w)"
)
_SHE = r"(?P<who>she|he|they|mom|mother|dad|father|mami|papi|(?:ms|mrs|mr|miss)\.? \w+)"
_COME = r"(?P<v>come|show|arrive|appear|answer|pick|open)"
_CAME = r"(?:(?P<p>came|showed|arrived|appeared|answered|picked|opened)|{})"
_NO_HABIT = (
    r"(?! (?:out|back|home|down|in|anymore|every|always|when|well|to (?:visits|school|therapy)"
    r"|on (?:weekends|time)))(?!\w)"
)
# "She don't answer", "mother don't came", "they not open": of nobody else "don't come" is told.
_DID_NOT = Quick(
    rf"(?<!\w)(?:{_SHE} )?(?:(?:do|does) ?n(?:ot|['’]?t)|did ?n(?:ot|['’]?t)|not|no) "
    rf"{_CAME.format(_COME)}{_NO_HABIT}"
)
_NEVER = Quick(
    rf"(?<!\w)never (?:(?P<who>she|he|they) )?{_CAME.format(_COME)}(?= (?:to|up|at|for|today|me)(?!\w)|"
    r" *(?:$|[.,;]))"
)
_BASE = {
    "came": "come", "showed": "show", "arrived": "arrive", "appeared": "appear", "answered": "answer",
    "picked": "pick", "opened": "open",
}  # fmt: skip
_PAST = {base: past for past, base in _BASE.items()}
_OPEN_ME = Quick(r"(?<!\w)open(?:ed)? (?P<x>me)(?: the door)?(?= *(?:$|[.,;]|and|today|so|but))")
_NOT_NOBODY = Quick(
    r"(?<!\w)(?:there )?(?:was|were|is) ?(?:not?|n['’]?t) (?:nobody|no one|noone)"
    r"(?: (?:home|there|in|inside))?(?!\w)"
)
_NOBODY_IN = Quick(r"(?<!\w)nobody (?:was|is) (?P<x>in) (?:the|her|his|their) (?:house|home|apartment)(?!\w)")
_TOUCHED = Quick(r"(?<!\w)touch(?:ed)? (?:to )?the (?:door|bell)(?!\w)")


def nobody_there(low: str) -> Iterator[Change]:
    """What says so, each with the rules' words for it; `low` is the text folded."""
    for match in _NEITHER_ES.finditer(low):
        yield *match.span("ni"), f"no {match['v']} "
        yield *match.span("and"), "y"
        yield match.start("v") - 1, match.end("v"), ""
    for match in _NOT_EITHER.finditer(low):
        yield *match.span("ni"), ""
        yield *match.span("and"), "y"
    for match in _NONE_ES.finditer(low):
        yield *match.span(), "no estaban"
    yield from _in_spanish(low)
    yield from _in_english(low)


def _in_spanish(low: str) -> Iterator[Change]:
    for match in _STOOD_UP.finditer(low):
        yield *match.span(), "no se presento" + " " * match.group().endswith(" ")
    for match in _RANG.finditer(low):
        yield *match.span(), "no contesto"
    for match in _NOT_OPENING.finditer(low):
        yield *match.span(), "no abrio la puerta"
    for match in _NOT_FOUND.finditer(low):
        yield *match.span(), "no estaba"
    for match in _NOT_FOUND_WHO.finditer(low):
        yield *match.span(), "no pude ver a"
    for match in _LEFT_OPEN.finditer(low):
        yield *match.span(match.lastgroup or "a"), "se cancelo"
    for match in _NOT_OPENED.finditer(low):
        yield *match.span(), "nadie abrio la puerta"


def _in_english(low: str) -> Iterator[Change]:
    for match in () if _MET.search(low) else _NEITHER.finditer(low):
        if match["who"]:
            yield match.start(), match.start("who"), "nobody was there, "
            yield match.end("who"), match.end(), ""
        else:
            yield *match.span(), "nobody was home"
    for match in _DID_NOT.finditer(low):
        if match["who"] or (match["p"] and not match.group().startswith(("not", "no "))):
            who = f"{match['who']} " if match["who"] else ""
            yield *match.span(), f"{who}did not {match['v'] or _BASE[match['p']]}"
    for match in _NEVER.finditer(low):
        who = f"{match['who']} " if match["who"] else ""
        yield *match.span(), f"{who}never {match['p'] or _PAST[match['v']]}"
    for match in _NOT_NOBODY.finditer(low):
        yield *match.span(), "nobody was home"
    for match in _NOBODY_IN.finditer(low):
        yield *match.span("x"), "home at"
    for match in _TOUCHED.finditer(low):
        yield *match.span(), "knocked on the door"
    for match in _OPEN_ME.finditer(low):
        yield *match.span("x"), "the door"
