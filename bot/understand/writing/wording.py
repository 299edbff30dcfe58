"""What is typed otherwise than the rules know it, put into their words before anything else is read.

Blanks and fillers, greetings, an hour typed with a full stop, full stops left out, and the many ways to say
"told me" or "saw": one place for all of them, so that every rule behind it has one way less to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.understand.patterns.lexicon import table
from bot.understand.patterns.many import Many
from bot.understand.patterns.quick import Quick

Change = tuple[int, int, str]
"""A stretch [start, end) of a text, and the words that stand for it."""

_BLANKS = Quick(r" {2,}| +$|(?<=\S),? (?:um+|uh+m?|erm+|hmm+)\b,?(?= )")
_HELLO = (
    r"(?:hi+|hey+|hello|good (?:morning|afternoon|evening)|greetings|hola|buenas|"
    r"buen(?:as|os) (?:dias|tardes|noches))(?: (?:there|bot|all|team|everyone|everybody|a todos))?"
)
_OPENER = Quick(rf"\W*(?:{_HELLO}[!,. -]+)+(?=\S+ \S+ \S+ \S)")
_HEADING = Quick(
    r"\W*(?:(?:i |just )?(?:need(?:ing)?|want(?:ed)?|have) to (?:document|record|note|add)|documenting|"
    r"for the (?:record|file)|fyi|(?:case |contact |quick |progress )?note(?: to file)?)"
    r"(?: that| this)?(?: ?[:,-]+ ?| (?=that ))(?=\S+ \S+ \S+)"
    r"|\W*(?:(?:so|and|also|ok|hi|hey|oh),? )?(?:my )?(?!i |we |he |she |they )[^\W\d]+(?: [^\W\d]+)? "
    r"(?:told|asked|wants?|wanted|reminded|said for|said) me to (?:add|log|write(?: down| up)?"
    r"|put(?: in| down)?"
    r"|document|enter|note|record|include)(?: in)? (?:that )?(?=(?:i|we) [a-z])"
    r"|\W*(?:mi |la |el )?[^\W\d]+(?: [^\W\d]+)? (?:me dijo|me pidio|quiere) que "
    r"(?:anad(?:a|iera)|agreg(?:ue|ara)|apunt(?:e|ara)|anot(?:e|ara)|pon(?:ga)|pusiera|registr(?:e|ara)) que "
    r"(?=\S+ \S+ \S+)"
)
# "I'll be honest, saw Leo at 1": how it is said, and no plan of the sender's.
_MANNER = Quick(
    r"\W*(?:(?:ok(?:ay)?|so|well|look|and|bueno|mira),? )?(?:"
    r"(?:i|we)(?: will|['’]?ll| must| have to| gotta|['’]?m (?:going to|gonna)|ma)? (?:"
    r"be (?:honest|real|frank|straight|blunt|upfront|brief|quick)(?: with (?:you|u|y['’]?all))?|admit(?: it)?"
    r"|(?:keep|make) (?:it|this) (?:short|brief|quick)|get (?:straight|right) to (?:it|the point))"
    r"|(?:te|le|les) (?:soy|voy a ser) (?:sincer|honest|franc)[oa]|(?:voy a ser|sere) breve)"
    r"(?:(?: here)? ?[,:;.!…-]+ ?| (?=(?:i|we|yo) ))(?=\S+ \S+ \S)"
)
# "3.15" is an hour unless a unit makes it an amount, or an hour behind it a date.
_UNIT = (
    r"%|mg|ml|lbs?|kg|oz|miles?|mi|degrees?|dollars?|bucks|gpa|f|hours?|hrs?|percent|points?|pounds?|"
    r"inches|feet|cents"
)
_HOUR_BEHIND = r" (?:at |@ ?|a las )?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m?\.?)?(?![\w/])(?! ?min)"
_DOTTED = Quick(
    r"(?<![\w.,$#/-])(?<! on )(?:[01]?\d|2[0-3])\.[0-5]\d"
    rf"(?![\d%/]|\.\d|,\d| ?(?:{_UNIT})(?!\w)|{_HOUR_BEHIND})"
)
_HOUR = Quick(
    r"(?<![\d.:/-])\d{1,2}(?::[0-5]\d(?! ?min)| ?[ap]\.?m?(?!\w)|(?: ?- ?| to )\d{1,2}(?![\d/])(?! ?min)"
    r"|:\d\d-)"
    r"|(?<!\w)(?:at|@|a las) \d{1,2}(?![\d./])|(?<!\w)noon(?!\w)"
)
_TO_IT = Quick(r"(?:\bat|@|\blas|\btil|\bto|\bfrom|\bby|\babout|\baround|-) ?$")
_AMOUNT = Quick(
    r"(?:\$ ?|gpa|grades?|temp(?:erature)?|fever|weigh\w*|version|average|paid|owes?|costs?)[^.,;]{0,12}$"
)
_GAVE = Quick(
    r"(?<!\w)(?P<verb>gave|sent|shot)(?: (?!me\b|us\b|a\b)[\w.'-]+){1,4}?"
    r"(?P<what> (?:an?|another) (?:quick )?(?P<way>call|ring|buzz|text|txt|email|e-mail)(?: message)?)(?!\w)"
)
# "Replied to Ms Lee's email", "answered his mom's text": written to her.
_ANSWERED = Quick(
    r"(?<!\w)(?P<verb>(?:responded|replied|wrote back|got back) to|"
    r"answered)(?: (?!me\b|us\b|an?\b)[\w.-]+){1,4}?(?P<what>['’]s (?P<way>text|txt|email|"
    r"e-mail)(?: message)?)(?!\w)"
)
_WAYS = {"text": "texted", "txt": "texted", "email": "emailed", "e-mail": "emailed"}
_OPENS = (
    "He|She|They|We|No|Then|When|There|Also|Called|Left|Spoke|Talked|Met|Saw|Tried|Told|Texted|Emailed|"
    "Visited|Discussed|Asked|Says|Said|Nobody|Going|Went|His|Her|Their|It|This|Dice|Dijo|Yo|Hablé|"
    # "Took Ella to the dentist": a child's name, unless Spanish goes on.
    "Ella(?= (?:me|dijo|dice|est[aá]|estaba|quiere|fue|tiene|se|nunca|va|vino|lleg[oó]) )|"
    "Quiero|Estaba|Llamé|Luego|Después"
)
_STOP_LEFT_OUT = Quick(rf"(?<=[a-z0-9%)]) (?=(?:{_OPENS}) (?!\d|and |y ))")
_CARRIES_ON = Quick(
    r"(?<!\w)(?:and|but|or|that|because|if|when|with|w/|to|for|of|the|a|an|re|about|at|by|from|in|on|says|"
    r"said|y|que|de|con|cuando|n)$"
)


# "Savannah FaceTimed me": no surname.
_APP_VERB = Quick(
    r"(?<=[a-z] )(?:Face ?[Tt]imed?|Zoomed|Skyped|Whats[Aa]pped|Texted|Called|"
    r"Emailed)(?= (?:me|us) )"
)


# "Amber's car quit on her", "mom's ride fell through": what kept somebody from coming.
_NO_WAY_THERE = Quick(
    r"(?<=[a-z])'?s (?:(?:old|only|new|work) )?(?:(?P<car>car|truck|van|vehicle|battery|"
    r"transmission) (?:just |done |up and |had )?(?:quit|broke(?:n)?(?: down)?|died|stalled|conked out|"
    r"tore up|overheated|gave out|had a flat|got towed|(?:wouldn'?t|would not|won'?t|didn'?t|"
    r"ain'?t gonna) (?:start|crank|run)|(?:is|was) (?:in the shop|dead|down|towed))"
    r"|(?:ride|bus|transportation|transport|lyft|uber|cab|driver) (?:just |done )?(?:fell through|"
    r"no[- ]?showed|didn'?t (?:come|show)(?: up)?|never (?:came|showed)(?: up)?|cancel\w+|left (?:her|him)|"
    r"bailed|flaked))(?: on (?:her|him|them))?(?!\w)"
)

# "Thursday week": a week from the Thursday to come.
_WEEK_ON = Quick(
    r"(?<!last )(?<!next )(?<!this )(?<!every )(?<!first )(?<!one )(?<!\w)(?P<day>(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day) week(?= *(?:$|[.,;?!])| (?:at|around|about|@) )"
)

# "School mtg w/ counselor": the school's, and no therapist.
_AT_SCHOOL = Quick(
    r"(?<!\w)(?:school|[pmij]s|p\.s\.|high school|hs|iep|campus)(?!\w)(?! therap)[^.;\n]{0,60}?"
    r"(?:(?:with|w/?|and|the|his|her|their|&) ?)(?P<who>counselor)(?!\w)"
)


def reworded(text: str, low: str) -> Iterator[Change]:
    """What the rules have other words for, in no order; `low` is `text` folded."""
    yield from _opener(low)
    for match in _BLANKS.finditer(low):
        only = match.group().isspace() and match.end() < len(low)
        yield match.start(), match.end(), " " if only else ""
    for match in _DOTTED.finditer(low):
        if not _AMOUNT.search(low, max(0, match.start() - 24), match.start()):
            yield match.start(), match.end(), match.group().replace(".", "/" if _a_date(match, low) else ":")
    for match in _APP_VERB.finditer(text):
        yield match.start(), match.end(), match.group().lower()
    for match in _AT_SCHOOL.finditer(low):
        yield match.start("who"), match.start("who"), "school "
    for match in _WEEK_ON.finditer(low):
        yield *match.span(), f"a week from {match['day']}"
    for match in _NO_WAY_THERE.finditer(low):
        yield *match.span(), " had car trouble" if match["car"] else " had no ride"
    yield from _said_otherwise(text, low)
    yield from _stops_left_out(text)


def _a_date(match: re.Match[str], low: str) -> bool:
    """“11.14 hv Leo 3pm": the 14th of November, where no hour is written so and another one stands."""
    month, day = map(int, match.group().split("."))
    odd = day % 5 > 0 and 1 <= month <= 12 and day <= 31
    if not odd or _TO_IT.search(low, max(0, match.start() - 12), match.start()):
        return False
    return _HOUR.search(low, match.end()) is not None or _HOUR.search(low, 0, match.start()) is not None


def _opener(low: str) -> list[Change]:
    """A greeting, "for the record:" and "I'll be honest" say nothing of what happened."""
    end = 0
    for pattern in (_OPENER, _HEADING, _MANNER):
        if match := pattern.match(low, end):
            end = match.end()
    return [(0, end, "")] if end else []


def _said_otherwise(text: str, low: str) -> Iterator[Change]:
    for words, pattern in _sayings().near(low):
        for match in pattern.finditer(low):
            yield match.start(), match.end(), _cased(words, text[match.start() : match.end()])
    for match in _ANSWERED.finditer(low):
        typed = text[match.start() : match.end("verb")]
        yield match.start("verb"), match.end("verb"), _cased(_WAYS[match["way"]], typed)
        yield match.start("what"), match.end("what"), ""
    for match in _GAVE.finditer(low):
        verb = _WAYS.get(match["way"], "called")
        yield match.start("verb"), match.end("verb"), _cased(verb, text[match.start() : match.end("verb")])
        yield match.start("what"), match.end("what"), ""


@cache
def _sayings() -> Many[str]:
    said: dict[str, list[str]] = table("wording")["said"]
    return Many((words, Quick(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")) for words, ways in said.items())


def _cased(words: str, typed: str) -> str:
    """The words with a capital, or all in capitals, where what they stand for was typed so."""
    if typed.isupper() and len(typed) > 2:
        return words.upper()
    return words[:1].upper() + words[1:] if typed[:1].isupper() else words


def _stops_left_out(text: str) -> Iterator[Change]:
    """“Nobody home Called Ms Lee”: a verb or pronoun with a capital begins a sentence."""
    for match in _STOP_LEFT_OUT.finditer(text):
        if not _CARRIES_ON.search(text[max(0, match.start() - 12) : match.start()].lower()):
            yield match.start(), match.end(), ". "
