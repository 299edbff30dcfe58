"""Figures of speech about the work and those who do it: "he's drowning", "she's dying under that caseload".

Said of a colleague in supervision, or with the work named beside it, they are no child's danger. Looks at
`words.Plain.text`; such words are left out before it is weighed.
"""

from __future__ import annotations

import re

from bot.understand.patterns.quick import Quick

_FIGURE = (
    r"(?:drowning|dying|sinking|going under|under ?water|buried|swamped|burn(?:ed|t|ing) out|suffocating"
    r"|crashing|on fire|in crisis mode|bleeding cases|losing (?:it|(?:his|her|their|my) mind)"
    r"|(?:hit|hitting) (?:a|the) wall|(?:getting |got |being )?(?:killed|slammed|crushed|hammered|beat up"
    r"|murdered|destroyed))"
)
_WORK = (
    r"(?:notes?|paperwork|caseloads?|cases|visits?|e-?mails?|court(?: reports?| dates?)?|reports?|intakes?"
    r"|removals?|documentation|deadlines?|due dates|referrals|work|workload|transfers?|corrections|desk)"
)
_AT_WORK = Quick(
    rf"(?<!\w){_FIGURE}(?: \w+)? (?:in|under|with|by|from|on|over|w)(?: [\w']+){{0,3}}? {_WORK}(?!\w)"
)
_OF_SOMEBODY = Quick(
    r"(?<!\w)(?:STAFF|he|she|they)(?:'s|'re| is| are| was| were| looks?| seems?| sounds?| feels?)*"
    r"(?: (?:just|so|really|totally|basically|kind of|kinda|still|like|already|always|about))*"
    rf" {_FIGURE}(?!\w)"
)
# "Covering for STAFF and drowning a little lol", "sorry, im dying over here": said of the sender.
_OF_MYSELF = Quick(
    rf"(?<!\w){_FIGURE}(?= (?:a (?:little|bit|lot)|today|this (?:week|morning|month)|lately|lol|over here"
    r"|out here)(?!\w))"
)
_I_AM = re.compile(
    r"(?:^|[.,;!?\n]|STAFF (?:and|n)| lol| but)\W*(?:(?:so|ugh|sorry|omg|honestly|lol|still|and|but|just"
    r"|really|literally|totally|absolutely|kinda|i am|i'm|im|me) )*$"
)
_IN_SUPERVISION = re.compile(
    r"\W*(?:(?:weekly|case|individual|group|my|did|had|met|in|notes?|from|today) ){0,3}(?:supervision|supv"
    r"|1 ?[:-] ?1|1on1|one on one|sup(?:ervisor)? conf\w*|supervisor conference"
    r"|conf(?:erence)?(?= (?:with )?STAFF)|check-? ?in(?= (?:with )?STAFF)|sit ?down(?= with STAFF))(?!\w)"
)
_LABEL = re.compile(
    r"(?<!\w)(?:CHILD|PARENT|CAREGIVER|KIN|PERSON|STAFF)(?!\w)|(?<!\w)(?:kid|child|baby|teen|boy|girl)"
)
# With help on its way, or a body hurt, nothing is a figure of speech.
_IN_EARNEST = re.compile(
    r"(?<!\w)(?:911|ambulance|ems|hospital|emergency room|blood|pool|tub|river|lake|house|smoke|police"
    r"|breathing|knife|gun|overdose|pills|suicid\w*|unconscious)(?!\w)"
)


def without_office_talk(text: str) -> str:
    """`text` with such figures left blank, letter for letter."""
    found = [m.span() for m in _AT_WORK.finditer(text)]
    found += [m.span() for m in _OF_MYSELF.finditer(text) if _mine(text, m.start())]
    found += [m.span() for m in _OF_SOMEBODY.finditer(text) if _colleague(text, m.start(), m.end())]
    if not found or _IN_EARNEST.search(text):
        return text
    for start, end in found:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _mine(text: str, start: int) -> bool:
    """Whether it is the sender who says it, before anybody of a case is named."""
    before = text[max(0, start - 60) : start]
    return set(_LABEL.findall(text, 0, start)) <= {"STAFF"} and _I_AM.search(before) is not None


def _colleague(text: str, start: int, end: int) -> bool:
    """Whether it is said of one of the staff: named last before it, or talked over in supervision."""
    named = _LABEL.findall(text, 0, start + len("STAFF"))
    if named:
        return bool(named[-1] == "STAFF")
    return _IN_SUPERVISION.match(text) is not None and not _LABEL.search(text[end : end + 24])
