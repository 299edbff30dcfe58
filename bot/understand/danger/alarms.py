"""Whether a message tells of an emergency, or of a worry that a child is unsafe (READING.md, intents)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.understand.danger.asked_bare import without_questions
from bot.understand.danger.dangers import Danger, dangers_near
from bot.understand.danger.imagined import imagined
from bot.understand.danger.lifeless import without_lifeless
from bot.understand.danger.moved_plans import without_moves
from bot.understand.danger.office_talk import without_office_talk
from bot.understand.danger.settled import settled, settled_as
from bot.understand.patterns.lexicon import pattern

_CLAUSE = re.compile(r"[.;!?\n,]| but | pero | however | aunque ")
# "No injuries, marks or bruises": the denial holds for the whole list.
_LISTED_NO = re.compile(
    r"(?<!\w)(?:no|denies|denied|without|sin|any|zero) "
    r"(?:[\w'/-]{1,20}(?: [\w'/-]{1,20})?(?:, (?:or |and |nor )?| or | and | nor |/| ni | o )){1,6}$"
)
# "No relief, EMS is transporting": what does something is told, and ends the list.
_HAPPENS = re.compile(
    r" (?:is|are|was|were|has|have|had|took|came|called|en route|on (?:the|their) way|transport\w*"
    r"|esta|llego|viene)"
    r"(?!\w)(?! (?:been )?(?:seen|noted|observed|found|visible|reported|disclosed|present|voiced|identified))"
)
_BEGINS_NOT = re.compile(
    r"(?:no|not|never|nothing|nobody|without|(?:ca|wo|is|are|was|were|does|do|did|has|have|had|could)n't|"
    r"nadie|nada|sin|ya no)\b"
)
# What somebody wished or supposed ends where a reason or what was said begins.
_SUPPOSED_TO = re.compile(r"(?<!\w)(?:because|since|porque|says?|said|told (?:me|us)|dice|dijo)(?!\w)")
# A conference about it, "after last weekend's awol": what is talked over is over.
_OVER = re.compile(
    r"(?<!\w)(?:about|re:?|after|following|regarding|sobre|despues de|tras) "
    r"(?:(?:the|her|his|their|what happened|la|el|lo de) )?(?:last (?:week|weekend|month|mon"
    r"|tues|wednes|thurs|fri|"
    r"satur|sun)\w*(?:'?s)?|yesterday'?s|(?:mon|tues|wednes|thurs|fri|satur|sun)days?'?s?|(?:the|this"
    r"|past) weekend'?s)"
    r"(?: [\w']+){0,6} $"
    r"|(?<!\w)(?:conference|staffing|review|debrief\w*|meeting|reunion|conferencia)(?: [\w'/]+){0,5} "
    r"(?:about|re:?|after|following|regarding|sobre|por) (?:(?:the|her|his|their|la|el|su|recent"
    r"|last) ){1,2}$"
)
_GOES_ON = re.compile(
    r"(?<!\w)(?:right now|rn|still (?:missing|out|gone|awol)|tonight|again (?:today|now)|ahora"
    r"|call(?:ed|ing)? 911|"
    r"on (?:the|their) way|en camino)(?!\w)"
)
# "Isn't answering and she took pills": what has a subject of its own is not denied.
_OF_ITS_OWN = re.compile(r"(?:CHILD|he|she|they)(?!\w)")
# "No one was watching and she went under": what follows with a subject of its own is not denied either.
_TOLD_BESIDE = re.compile(
    r".*(?<!\w)(?:and|so|then|now|y) (?:then |now |ahora )?(?:CHILD|he|she|they)(?P<own>(?: [\w']+){0,3}) ?$"
)
# "Is it ok if I call you": asked for politely, and nothing supposed.
_POLITE = re.compile(
    r"(?<!\w)(?:ok|okay|alright|all right|fine|mind) if (?:i|we) (?:\w+ )?(?:call|text|ask|come|bother|vent)"
    r"|(?<!\w)(?:emergency|bad|serious|dangerous|worry|worried) (?:if|that) (?=(?:CHILD|the baby) (?:just )?"
    r"$)"
)
# "He was at practice and there's a gun on the fridge": where somebody was, nothing rehearsed.
_AWAY_AT = re.compile(
    r"(?<!\w)(?:at|to|from|en|a|de) (?:(?:his|her|their|the|a|la|el|su|una?) )?(?:\w+ )?(?:practice|class"
    r"|training|game|workshop|drill|clase|taller)(?!\w)"
    r"(?! (?:on|about|for|of|where|we|they|sobre|de|con)(?!\w))"
)
# What a child has only now told is no old story, however long ago it was; what others know already is one.
_NOW_TOLD = re.compile(
    r"(?<!\w)(?:disclos(?:ed|ing|es|ure)|for the first time|(?:never|hadn't|not) (?:\w+ )?told "
    r"(?:anyone|anybody|anyone else|us|me)|revel[oa]|confes[oa]|por primera vez|"
    r"nunca (?:se )?lo (?:\w+ )?(?:dicho|contado))(?!\w)"
)
_KNOWN = re.compile(
    r"(?<!\w)(?:nothing new|already|known|knows?|on file|previous(?:ly)?|again|past disclosures?|old|closed|"
    r"(?:was|were|been) (?:reported|investigated|indicated|called in)|unfounded|substantiated|in therapy|"
    r"history|nada nuevo|ya (?:se )?(?:sabe\w*|report\w+)|no (?:new )?disclosures?|"
    r"denie[sd]|not disclose\w*)(?!\w)"
)
_STRONG = ("runaway", "selfharm", "placement", "hospital", "police")


@dataclass(frozen=True, slots=True)
class Alarm:
    """What stands in the words. `said`: they say crisis or emergency themselves.

    `asks`: something that may be one (an injury that was treated), which only the worker can tell.
    """

    crisis: bool = False
    concern: bool = False
    said: bool = False
    asks: bool = False


# "Mason beat her at checkers twice": who won a game.
_WON = re.compile(
    r"(?<!\w)(?:beats?|beating|killed|crushed|destroyed) (?:[a-z]+ |[A-Z]{3,} ){1,2}?(?:at|in|"
    r"playing) (?:(?:a|their|"
    r"the|his|her|every|some) )?(?:games?|rounds?|races?|checkers|chess|uno|cards?|mario(?: ?kart)?|"
    r"connect (?:four|4)|"
    r"basketball|one on one|hoops|soccer|monopoly|jenga|candy ?land|spades|domino(?:e?s)?|tic tac toe|"
    r"fortnite|roblox|"
    r"madden|2k|fifa|smash|video ?games?|foosball|ping ?pong|pool|air hockey|bowling|mini ?golf|tag|go fish|"
    r"sorry|"
    r"scrabble|battleship|memory|arm wrestling|damas|cartas|loteria|futbol)(?!\w)"
)


@lru_cache(maxsize=16)
def alarm_of(text: str) -> Alarm:
    """Weigh `text` (`words.Plain.text`): asked, negated, past and supposed dangers do not count."""
    text = without_moves(without_lifeless(without_office_talk(without_questions(text))))
    text = _WON.sub(" ", text)
    said = _holds(text, "said", calm="said_not")
    told = [danger for danger in dangers_near(text) if _told(text, danger)]
    near = {danger.crisis for danger in told if not danger.asks}
    concern = False in near or _holds(text, "concern_strong", calm="concern_calm")
    weak = _holds(text, "violence", calm="violence_calm")
    strong = said or True in near or any(_holds(text, name, calm=f"{name}_calm") for name in _STRONG)
    # A worry about what a caregiver does is no emergency because a word of violence stands in it.
    return Alarm(
        crisis=strong or (weak and not concern), concern=concern, said=said, asks=any(d.asks for d in told)
    )


def _told(text: str, danger: Danger) -> bool:
    return any(
        not _excused(text, start, end, supposed=danger.supposed, crisis=danger.crisis)
        for start, end in danger.spans(text)
    )


def _holds(text: str, key: str, calm: str | None = None) -> bool:
    spans = _spans(text, key)
    quiet = _spans(text, calm) if calm and spans else []
    return any(
        not any(a < end and start < b for a, b in quiet)
        and not _excused(text, start, end, crisis=key != "concern_strong")
        and not settled_as(key, text, start, end)
        for start, end in spans
    )


def _spans(text: str, key: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern("alarm", key).finditer(text)]


def _excused(text: str, start: int, end: int, *, supposed: bool = False, crisis: bool = True) -> bool:
    """Negated, long past or only supposed, by the words of its own clause."""
    if settled(text, end):
        return True
    before, after = _clause_around(text, start, end)
    if crisis and imagined(text, before, text[start:end]):
        return True
    words = " ".join(before.split()[-7:])
    if _OVER.search(before) and not _GOES_ON.search(text):
        return True
    if _LISTED_NO.search(text[max(0, start - 80) : start]) and not _HAPPENS.match(text, end):
        return True
    if pattern("alarm", "negation").search(words) and not _double(text[start:end], words):
        return not (before.endswith(" and ") and _OF_ITS_OWN.match(text, start)) and not _beside(before)
    if not supposed and pattern("alarm", "hypothetical").search(
        " ".join(_POLITE.sub(" ", _AWAY_AT.sub(" ", _SUPPOSED_TO.split(before)[-1])).split()[-6:])
    ):
        return True
    if not crisis and _NOW_TOLD.search(text) and not _KNOWN.search(text):
        return False
    return bool(pattern("alarm", "history").search(f"{before} {text[start:end]} {after}"))


def _beside(before: str) -> bool:
    """Whether the words before it say nothing of it: what they deny is another clause's."""
    found = _TOLD_BESIDE.match(before)
    return bool(found and not pattern("alarm", "negation").search(found["own"]))


def _double(found: str, before: str) -> bool:
    """“not cleared”, "no heat": the danger is the negation itself; "I don't know" negates nothing."""
    if _BEGINS_NOT.match(found):
        return not re.search(r"\b(?:no|not|denies|denied) $", before + " ")
    return bool(
        re.search(
            r"(?:don't|do not|didn't|not|no) (?:know|think|sure)\b|not (?:just|only)|no se\b"
            r"(?= (?:si|que|quien|donde|como|cuando|porque|nada|cual))",
            before,
        )
    )


def _clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    left = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    cut = _CLAUSE.search(text, end)
    return text[left:start], text[end : cut.start() if cut else len(text)]
