"""Words by which reviews are handed to somebody: "Patricia does my approvals", "… gets my queue"."""

from __future__ import annotations

import re

_TEAM = r"(?:team|unit|staff|people|worker|workers|crew)(?:'?s)?"
_MY = (
    r"(?:(?:all )?(?:of )?my (?:reviews|review queue|queue|approvals?|approving|reviewing|sign[- ]?offs?|"
    rf"notes? (?:to|for|that need) (?:review|approv)\w*|{_TEAM} (?:notes?|approvals?|reviews?))|"
    r"mis (?:aprobaciones|revisiones|notas (?:por|para|que) (?:revisar|aprobar)))"
)
_TAKES = (
    r"(?:tak(?:es?|ing)|cover\w*|handl\w+|do(?:es|ing)?|has|have|gets?|getting|(?<='s )got|(?<=has )got|"
    r"watch\w*|pick\w*|receiv\w+|look(?:s|ing)? after|see(?:s|ing)? to|run(?:s|ning)?|"
    r"hace|hara|tiene|recibe|cubre|(?:se )?encarga de|ve)"
    r"(?: (?:on|over|up|care of|all|charge of))*"
)
_GIVES = (
    r"(?:send|give|hand|route|forward|pass|transfer|switch|assign|delegat|turn)\w*"
    r"(?: (?:over|on))?(?: [\w'-]+){0,2}?"
)
_PLAIN = re.compile(
    rf"(?<!\w)(?:(?:review|approv|sign)\w*(?: off)?(?: \w+){{0,3}} (?:for me|in my (?:place|stead)"
    rf"|while i'?m)|my delegate|delegates? {_MY}|delegate to"
    r"|(?:revisa|revisara|aprueba|aprobara) (?:las notas )?(?:por|en lugar de) mi"
    r"|mi suplente para revisar)(?!\w)"
)
_OF_SOMEBODY = re.compile(
    rf"(?<!\w)(?:(?:{_TAKES}|{_GIVES}) {_MY}"
    rf"|{_MY} (?:(?:will|should|all|can) )*(?:go|goes|going)(?: over)? to"
    rf"|(?:review|approve|sign)s?(?: off)?(?: on)? my (?:{_TEAM} )?(?:notes?|stuff)"
    rf"|(?:reviewing|approving|signing)(?: off)?(?: on)? my (?:{_TEAM} )?(?:notes?|stuff)"
    r"|(?:revisa|revisara|aprueba|aprobara) (?:mis notas|las notas de mi (?:equipo|unidad|gente)))(?!\w)"
)
"""Words that hand reviews over where they name a colleague: "do my approvals" alone is one's own work."""
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|but|y|hey),? )*(?:who|whos|whom|whose|what|whats|when|which|how|why|where|is"
    r"|are|am|do|does|did|has|have|was|were|quien|que|cuando|cual)(?:'s|'re)?(?!\w)"
)
_OWN = re.compile(
    r"(?<!\w)(?:i|i'm|im|i'll|i've|i'd|let me|remind me|need to|have to|got to|gotta|tengo que)"
    rf"(?: \w+){{0,4}}? (?:{_TAKES}|finish\w*|start\w*|clear\w*|review|approve|sign off on) {_MY}"
)
"""What a supervisor does herself: "I still have to do my approvals"."""


def hands_over_reviews(words: str, *, to_somebody: bool = True) -> bool:
    """Whether folded words tell who reviews in the sender's stead; a question tells nothing. Pure.

    `to_somebody`: they name a colleague.
    """
    if not (_PLAIN.search(words) or (to_somebody and _OF_SOMEBODY.search(words))):
        return False
    return _ASKS.match(words) is None and _OWN.search(words) is None
