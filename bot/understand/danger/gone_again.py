"""A child in an emergency is gone, again or now: "he ran again", "left the hosp AMA, cant find him".

Weighed only beside an emergency that goes on. What is feared, planned or asked is none; nor is who did harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.understand.writing.text import straight

_CHILD = r"(?:s?he|(?:the )?(?:kid|child|boy|girl|teen|baby|youth|nin[oa]))(?:'?s|'?d| is| has| had| was)?"
_ADVERBS = r"(?: (?:just|then|now|already|also|straight|right))*"
_FLED = (
    r"(?:(?:ran|run)(?: off| away| out)?|bolted|eloped|absconded|escaped|took off|taken off|walked (?:out|"
    r"off|away)|slipped (?:out|away)|"
    r"sn(?:uck|eaked) (?:out|off|away)|climbed out|jumped out|(?:went|gone) (?:awol|missing)|awol(?:ed|'d)?|"
    r"dipped|bounced|disappeared|vanished)"
)
_CARE = (
    r"(?:hosp\w*|er|e\.r\.|emergency room|ed|icu|picu|cpep|psych\w*|unit|ward|clinic|triage|waiting room|"
    r"floor|"
    r"bed|precinct|pct|station|cops|police|ambulance|shelter|residence|group home|placement|school|house|"
    r"home|"
    r"door|car|uber|office|mall|train|bus|staff|fm|foster (?:mom|mother|home|parent))"
)
# Gone, whatever there was before.
_GONE = re.compile(
    rf"(?<!\w){_CHILD}{_ADVERBS} (?:(?!r[au]n (?!off|away|out|from|at|again|before|when|while|down|around|"
    rf"and|w|into|past|\d|this|2|tow\w+)){_FLED}|(?:gone|missing)(?! (?:to|with|home|back)(?!\w)))(?!\w)"
    rf"|(?<!\w){_FLED} (?:from|of|on) (?:the |his |her |their |our )*{_CARE}(?!\w)"
    r"|(?<!\w)(?:left|leaving|walked|signed) (?:[\w']+ ){0,4}?(?:ama|against (?:med\w*|medical|dr|"
    r"doctor\w*) ?(?:advice|orders?)?"
    r"|without being discharged|w/?o (?:being )?discharged?)(?!\w)"
    rf"|(?<!\w)left (?:the |his |her )*{_CARE} (?:on (?:his|her|their) own|alone|by (?:him|her)self|"
    r"w(?:ith|/)? (?:some|a|2|two|3|three|his|her|other|older|another)? ?(?:other )?(?:kids?|boys?|girls?|"
    r"guys?|friends?|teens?))(?!\w)"
    r"|(?<!\w)(?:cant|can't|cannot|can not|couldn't|couldnt|unable to|nobody can|no one can|not able to) "
    r"(?:even )?"
    r"(?:find|locate)(?! (?:the|a|an|my|his|(?:her|their)(?! (?:any|at|in|now|and|on|since|yet|or|"
    r"w)\w*)(?= \w)|any|out|it|that|where|parking|time|room)(?!\w)) \w+"
    r"|(?<!\w)lost (?:him|her|them|sight of \w+|track of (?:him|her|them))(?!\w)(?! (?:on the (?:phone|"
    r"line|call)|"
    r"for \d|job|phone|keys))"
    r"|(?<!\w)(?:no ?where to be found|whereabouts unknown|went missing|is missing|se (?:escapo|fugo|perdio)"
    r"|no (?:lo|la|los|las) (?:encuentr\w+|hallamos|hallan)|desaparecio|no aparecen?"
    r"|se (?:fue|salio|largo) (?:solo |sola )?(?:del? (?:la |el )?)?(?:hospital|emergencias?|cuarto|sala|"
    r"clinica|precinto)"
    r"(?! con (?:la|el|su|los) ))(?!\w)"
)
# Gone a second time: what was told before has ended, or ends so.
_AGAIN = re.compile(
    rf"(?<!\w)(?:{_FLED}|left|gone|missing|out (?:the|of)|lost (?:him|her|them))(?!\w)"
    r"(?! (?:an? |the |his |her |my |us |me )*(?:voice ?mails?|vm|messages?|msgs?|notes?|card|fever|"
    r"temp\w*|errands?|meds|"
    r"bath|phone|bag|stuff|coat|clothes|late|home|with)(?!\w))(?: (?!if|unless|when)[\w'/]+){0,5}?"
    r" again(?!\w)(?! (?:if|unless|when|tomorrow))"
    rf"|(?<!\w)again (?:{_FLED}|gone|missing|left)(?!\w)"
    r"|(?<!\w)(?:se )?(?:le |les )?(?:volvi(?:o|eron)|ha vuelto|han vuelto) a (?:escapar|fugar|ir|salir|"
    r"perder|desaparecer)\w*"
    r"|(?<!\w)se (?:(?:le|les|me|nos) )?(?:fue|fueron|escapo|escaparon|fugo|fugaron|salio|salieron|perdio|"
    r"largo|pelo)"
    r"(?: [\w']+){0,4}? (?:otra vez|de nuevo|nuevamente)(?!\w)"
    r"|(?<!\w)otra vez (?:se )?(?:fue|fueron|escapo|escaparon|fugo|fugaron|perdid[oa]s?|desaparecid[oa]s?|"
    r"no aparece\w*)(?!\w)"
)
# Feared, meant, tried, prevented, of another time; whoever did the harm; a question.
_NOT_SO = re.compile(
    r"(?<!\w)(?:if|unless|in case|afraid|scared|worried|worry|fear\w*|threat\w*|will|'ll|hell|shell|might|"
    r"may|could|would|"
    r"wants?|wanted|wanna|going to|gonna|trying|tries|tried|not|[a-z]+n't|dont|doesnt|didnt|hasnt|wont|"
    r"isnt|never|"
    r"before|almost|nearly|used to|last (?:time|week|year|month|night)|when|why|risk|stopp?\w*(?= (?:him|"
    r"her|them|from))|prevent\w*|make sure|"
    r"promis\w+|plan\w*|joke\w*|denie[sd]|no|si|por si|amenaz\w+|quiere|queria|miedo|iba a|va a|casi|"
    r"mom|mother|dad|father|fm|boyfriend|uncle|brother|sister|guy|guys|man|men|woman|attackers?|suspects?|"
    r"the (?:boy|kid|kids|boys|girl|girls|one|ones) (?:who|that)|other (?:kid|boy|girl|kids|boys|girls|"
    r"guy)|dog|cat|cops?|ems|"
    r"nurse|doctor|dr|driver|neighbor|lady|papa|mama|senora|tia|perro|novio|i|we|yo)"
    r"(?: (?!and|but|then|y|pero)[\w']+){0,3}? ?$"
)
_CUT = re.compile(r"[.;!\n,]+|(?<!\w)(?:but|and|then|nvm|nevermind|pero|y)(?!\w)")


def gone(text: str, names: Iterable[str] = ()) -> bool:
    """Whether the words tell that a child (of `names`) is gone now: neither feared, asked nor denied."""
    return _told(_GONE, text, names) or gone_again(text, names)


def gone_again(text: str, names: Iterable[str] = ()) -> bool:
    """Whether they tell it as the second time ("he ran again", "se volvio a escapar")."""
    return _told(_AGAIN, text, names)


def _told(words: re.Pattern[str], text: str, names: Iterable[str]) -> bool:
    plain = straight(text)
    if names:
        plain = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", "kid", plain)
    if "?" in plain:
        return False
    return any(not _NOT_SO.search(_before(plain, match.start())) for match in words.finditer(plain))


def _before(plain: str, start: int) -> str:
    """The words before it in its own clause."""
    left = max((cut.end() for cut in _CUT.finditer(plain, 0, start)), default=0)
    return plain[left:start].lstrip()
